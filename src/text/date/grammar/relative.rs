//! Points some way off: "three days ago", "in two weeks", "two years later", "3 weeks after
//! Christmas".

use super::super::expression::{Amount, Base, Bound, Date, Expression, Side, Turn, Unit};
use super::super::lexicon::{Key, Term};
use super::{Found, Reader, longest};

impl Reader<'_> {
    /// A point or stretch measured from an anchor.
    pub(super) fn measured(&self, at: usize) -> Found {
        longest([
            self.offset(at),
            self.ahead(at),
            self.within_amount(at),
            self.weekdays_off(at),
            self.present(at),
        ])
    }

    /// An amount with a word after it that says which way: "ago", "later", "before Christmas",
    /// "from now".
    fn offset(&self, at: usize) -> Found {
        let (comparison, rest) = self.comparison(at).unwrap_or((None, at));
        let (amount, end) = self.amount(rest)?;
        let (side, base, end) = self.direction(end, &amount)?;
        let whole = |amount, side, base| Expression::Offset { amount, side, base };
        Some((
            match (comparison, side) {
                (None, _) => whole(amount, side, base),
                (Some(true), Side::Before) => bounded(Bound::Before, whole(amount, side, base)),
                (Some(true), Side::After) => bounded(Bound::After, whole(amount, side, base)),
                (Some(false), _) => Expression::Window { amount, side, base },
            },
            end,
        ))
    }

    /// "more than", "over" (true), "less than" (false).
    fn comparison(&self, at: usize) -> Found<Option<bool>> {
        let than = self.is(at + 1, Key::Than);
        match self.term(at) {
            Term::Key(Key::More) if than => Some((Some(true), at + 2)),
            Term::Key(Key::Less) if than => Some((Some(false), at + 2)),
            Term::Key(Key::Within) => {
                let next = self.skip(self.skip(at + 1, &[Key::The]), &[Key::Next]);
                Some((Some(false), next))
            }
            _ => None,
        }
    }

    /// Which way an amount points, and from what.
    fn direction(&self, at: usize, amount: &Amount) -> Option<(Side, Base, usize)> {
        let story = |side| Some((side, Base::Story, at + 1));
        match self.term(at) {
            Term::Key(Key::Ago) if self.is(at + 1, Key::Today) => {
                Some((Side::Before, Base::Publication, at + 2))
            }
            Term::Key(Key::Ago) => Some((Side::Before, Base::Publication, at + 1)),
            Term::Key(Key::Later | Key::Afterwards) if !self.is(at + 1, Key::Than) => {
                story(Side::After)
            }
            Term::Key(Key::Earlier) if !self.is(at + 1, Key::Than) => story(Side::Before),
            Term::Key(Key::Hence | Key::Away) => Some((Side::After, Base::Publication, at + 1)),
            Term::Key(Key::Back) => None,
            Term::Key(Key::In) if self.is(at + 1, Key::The) && self.is(at + 2, Key::Future) => {
                Some((Side::After, Base::Publication, at + 3))
            }
            Term::Key(key @ (Key::From | Key::After | Key::Before | Key::Since)) => {
                self.point_of_departure(at, key, amount)
            }
            _ => None,
        }
    }

    /// "from now", "before yesterday", "after January 12th".
    fn point_of_departure(
        &self,
        at: usize,
        key: Key,
        amount: &Amount,
    ) -> Option<(Side, Base, usize)> {
        let side = if key == Key::Before { Side::Before } else { Side::After };
        if self.is(at + 1, Key::Now) {
            return Some((side, Base::Publication, at + 2));
        }
        let (point, end) = self.nested(at + 1)?;
        let timed = amount.finest() < Unit::Day
            && !matches!(point, Expression::At { .. } | Expression::Clock(_));
        (!timed && !matches!(point, Expression::Clock(_))).then_some((
            side,
            Base::Point(Box::new(point)),
            end,
        ))
    }

    /// "in two weeks", "in half an hour", "in a fortnight's time", "in two years since 2011".
    fn ahead(&self, at: usize) -> Found {
        let word = self.is(at, Key::In).then_some(at + 1)?;
        let (amount, end) = self.amount(self.skip(word, &[Key::Around]))?;
        if self.is(end, Key::Since) {
            let (point, end) = self.nested(end + 1)?;
            let base = Base::Point(Box::new(point));
            return Some((Expression::Offset { amount, side: Side::After, base }, end));
        }
        let followed = matches!(
            self.term(end),
            Term::Key(
                Key::Of
                    | Key::From
                    | Key::Ago
                    | Key::Later
                    | Key::Earlier
                    | Key::Before
                    | Key::After
            )
        );
        let hyphened = self.is_mark(end, b'-');
        if followed || hyphened {
            return None;
        }
        let base = Base::Publication;
        let whole = match self.follows_superlative(at) {
            true => Expression::Window { amount, side: Side::Before, base },
            false => Expression::Offset { amount, side: Side::After, base },
        };
        Some((whole, end))
    }

    /// "within 48 hours", "within the next 3 years".
    fn within_amount(&self, at: usize) -> Found {
        let word = self.is(at, Key::Within).then_some(at + 1)?;
        let rest = self.skip(self.skip(word, &[Key::The]), &[Key::Next, Key::Coming]);
        let named = rest > self.skip(word, &[Key::The]);
        let (amount, end) = match self.unit(rest).filter(|_| named) {
            Some((unit, end)) => self.next_unit_and_more(unit, end),
            None => self.amount(rest)?,
        };
        let of = self.is(end, Key::Of);
        (!of)
            .then_some((
                Expression::Window { amount, side: Side::After, base: Base::Publication },
                end,
            ))
            .map(as_deadline)
    }

    /// "the next day and 5 hours".
    fn next_unit_and_more(&self, unit: Unit, end: usize) -> (Amount, usize) {
        let mut amount = Amount::of(1.0, unit);
        match self.is(end, Key::And).then(|| self.amount(end + 1)).flatten() {
            Some((more, end)) => {
                amount.parts.extend(more.parts);
                (amount, end)
            }
            None => (amount, end),
        }
    }

    /// "two Sundays from now", "two Mondays later".
    fn weekdays_off(&self, at: usize) -> Found {
        let (count, rest) = self.cardinal(at).filter(|&(count, _)| (1..60).contains(&count))?;
        let (Term::Weekday(weekday) | Term::Weekdays(weekday)) = self.term(rest) else {
            return None;
        };
        let end = match (self.term(rest + 1), self.term(rest + 2)) {
            (Term::Key(Key::From), Term::Key(Key::Now)) => rest + 3,
            (Term::Key(Key::Later | Key::Hence), _) => rest + 2,
            _ => return None,
        };
        let first = Expression::Chosen {
            turn: Turn::Coming,
            named: Box::new(Expression::Date(Date::weekday(weekday))),
        };
        let amount = Amount::of(f64::from(count - 1), Unit::Week);
        Some((
            Expression::Offset { amount, side: Side::After, base: Base::Point(Box::new(first)) },
            end,
        ))
    }

    /// "now", "right now", "at the moment", "at present", "soon", "recently".
    fn present(&self, at: usize) -> Found {
        let word = self.skip(self.skip(at, &[Key::At]), &[Key::The, Key::This]);
        match self.term(word) {
            Term::Key(Key::Right) if word == at && self.is(at + 1, Key::Now) => {
                Some((Expression::Now, at + 2))
            }
            Term::Key(Key::Now) if word == at => Some((Expression::Now, at + 1)),
            Term::Key(Key::Soon) if word == at => Some((Expression::Soon, at + 1)),
            Term::Key(Key::Recently) if word == at => Some((Expression::Recently, at + 1)),
            Term::Key(Key::Moment) if word > at + 1 => Some((Expression::Now, word + 1)),
            Term::Unit(Unit::Minute) if word == at + 2 && self.is(at + 1, Key::The) => {
                Some((Expression::Now, word + 1))
            }
            Term::Key(Key::Present) if word > at => {
                Some((Expression::Now, self.skip(word + 1, &[Key::Time])))
            }
            Term::Key(Key::Time) if word == at + 2 && self.is(at + 1, Key::This) => {
                Some((Expression::Now, word + 1))
            }
            _ => None,
        }
    }
}

/// "within three days" begins today, where "the next three days" begin tomorrow.
fn as_deadline((window, end): (Expression, usize)) -> (Expression, usize) {
    match window {
        Expression::Window { amount, side, .. } => {
            (Expression::Window { amount, side, base: Base::Point(Box::new(Expression::Now)) }, end)
        }
        other => (other, end),
    }
}

fn bounded(bound: Bound, of: Expression) -> Expression {
    Expression::Bounded { bound, of: Box::new(of) }
}
