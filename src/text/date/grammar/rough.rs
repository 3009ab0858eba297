//! Pieces of stretches: "early 2014", "the end of March", "later this month", "the third week of
//! 2027".

use super::super::expression::{Base, Counted, Expression, Part, Unit};
use super::super::lexicon::{Key, Term};
use super::{Found, Reader, longest};

impl Reader<'_> {
    /// A rough piece of something.
    pub(super) fn rough(&self, at: usize) -> Found {
        longest([self.rough_piece(at), self.rest_of(at), self.end_of_day(at), self.to_date(at)])
    }

    /// "early 2014", "the end of March", "mid-1990s", "earlier in the week".
    fn rough_piece(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let part = match self.term(word) {
            Term::Key(Key::Early) => Part::Early,
            Term::Key(Key::Mid) => Part::Mid,
            Term::Key(Key::Late) => Part::Late,
            Term::Key(Key::Earlier) => Part::Earlier,
            Term::Key(Key::Later) => Part::Later,
            Term::Key(Key::Beginning | Key::Start) => Part::Beginning,
            Term::Key(Key::Middle) => Part::Mid,
            Term::Key(Key::End) => Part::End,
            _ => return None,
        };
        let joint = self.skip_mark(word + 1, b'-');
        let joints: &[Key] = match part {
            Part::Beginning | Part::End => &[Key::Of],
            _ => &[Key::Of, Key::In, Key::On],
        };
        let (whole, end) = self.whole(self.skip(joint, joints), part)?;
        Some((piece_of(part, whole), end))
    }

    /// What a rough piece is a piece of.
    fn whole(&self, at: usize, part: Part) -> Found {
        let relative = matches!(part, Part::Earlier | Part::Later);
        let mine = self.skip(at, &[Key::The, Key::My]);
        let bare = || {
            let (unit, end) = self.unit(mine).filter(|&(unit, _)| unit >= Unit::Day)?;
            let called = mine > at || matches!(part, Part::End | Part::Beginning);
            let of = self.is(end, Key::Of);
            (called && !of)
                .then_some((Expression::Shift { unit, by: 0, base: Base::Publication }, end))
        };
        let season = || {
            let Term::Season(season) = self.term(mine) else { return None };
            Some((Expression::Season(season), mine + 1))
        };
        let stated = longest([
            self.turned(at),
            self.date(mine),
            self.day_word(at),
            self.feast(at),
            season(),
        ]);
        let (whole, end) = longest([stated, bare()])?;
        let (whole, end) = self.framed(whole, end);
        let (whole, end) = self.with_day_part(whole, end);
        let timed = matches!(whole, Expression::Window { .. });
        (!timed && (!relative || !matches!(whole, Expression::Holiday(_)))).then_some((whole, end))
    }

    /// "the rest of the week", "the remainder of 2014".
    fn rest_of(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let of = self.is(word, Key::Rest).then_some(word + 1)?;
        let (whole, end) = self.whole(self.skip(of, &[Key::Of]), Part::End)?;
        Some((Expression::Part { part: Part::Later, whole: Box::new(whole) }, end))
    }

    /// "eod", "eom", "eoy"; "year end", "month's end".
    fn end_of_day(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let (unit, end) = match self.term(word) {
            Term::Key(Key::Eod) => (Unit::Day, word + 1),
            Term::Key(Key::Eom) => (Unit::Month, word + 1),
            Term::Key(Key::Eoy) => (Unit::Year, word + 1),
            _ => self.unit_and_end(word)?,
        };
        let whole = Box::new(Expression::Shift { unit, by: 0, base: Base::Publication });
        Some((Expression::Part { part: Part::End, whole }, end))
    }

    /// "by year end", "year-end", "the year's end", and not "when does the year end".
    fn unit_and_end(&self, at: usize) -> Found<Unit> {
        let (unit, next) = self.unit(at)?;
        let possessive = self.is_mark(next, b'\'') && self.word(next + 1) == "s";
        let last = if possessive { next + 2 } else { self.skip_mark(next, b'-') };
        let before = at.checked_sub(1);
        let led = before.is_some_and(|before| {
            self.is_any(before, &[Key::By, Key::Before, Key::Until, Key::At])
        });
        let stands = (last > next || led)
            && matches!(unit, Unit::Week | Unit::Month | Unit::Year)
            && !self.word(at).ends_with('s')
            && self.is(last, Key::End);
        stands.then_some((unit, last + 1))
    }

    /// "year to date".
    fn to_date(&self, at: usize) -> Found {
        let (unit, rest) = self.unit(self.skip(at, &[Key::The]))?;
        let dated = self.is(rest, Key::To) && self.is(rest + 1, Key::Date);
        let whole = Box::new(Expression::Shift { unit, by: 0, base: Base::Publication });
        dated.then_some((Expression::Part { part: Part::Earlier, whole }, rest + 2))
    }

    /// "the third week", "the first Friday", "the last two months": only inside something larger,
    /// save weekdays.
    pub(super) fn nth(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let last = self.is(word, Key::Last);
        let (n, rest) = if last { (-1, word + 1) } else { self.ordinal(word)? };
        if let Term::Weekday(weekday) = self.term(rest) {
            let framed = self.is_any(rest + 1, &[Key::Of, Key::In]);
            let nth = Expression::Nth { n, count: 1, what: Counted::Weekday(weekday) };
            return (n <= 5 && (framed || !last)).then_some((nth, rest + 1));
        }
        let (count, noun) = self.cardinal(rest).unwrap_or((1, rest));
        let count = i8::try_from(count).ok().filter(|count| (1..100).contains(count))?;
        let (unit, end) = self.unit(noun).filter(|&(unit, _)| unit >= Unit::Day)?;
        let of = self.is_any(end, &[Key::Of, Key::In])
            || matches!(
                self.term(end),
                Term::Key(Key::Next | Key::This | Key::Last) | Term::Digits { digits: 4, .. }
            );
        of.then_some((Expression::Nth { n, count, what: Counted::Unit(unit) }, end))
    }

    /// "the week of April 10th", "the week beginning February 4", "the weekend of Halloween", "w/c
    /// Feb 4".
    pub(super) fn around(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let (unit, mut rest) = self.unit(word).or_else(|| self.week_commencing(word))?;
        if !matches!(unit, Unit::Week | Unit::Weekend | Unit::Month) {
            return None;
        }
        rest = self.skip(rest, &[Key::Of, Key::Starting, Key::Beginning]);
        let begun = self.skip(rest, &[Key::On]);
        let (day, end) = longest([self.date(begun), self.feast(begun)])?;
        let named = rest > word + 1 && is_day(&day);
        named.then_some((Expression::Around { unit, day: Box::new(day) }, end))
    }

    fn week_commencing(&self, at: usize) -> Found<Unit> {
        let letters =
            self.word(at).eq_ignore_ascii_case("w") && self.word(at + 2).eq_ignore_ascii_case("c");
        (letters && self.is_mark(at + 1, b'/')).then_some((Unit::Week, at + 3))
    }
}

/// The piece; "late this morning" is late in the morning, not late in the day.
fn piece_of(part: Part, whole: Expression) -> Expression {
    match whole {
        Expression::At { day, time } => {
            Expression::At { day, time: Box::new(Expression::Part { part, whole: time }) }
        }
        whole => Expression::Part { part, whole: Box::new(whole) },
    }
}

fn is_day(day: &Expression) -> bool {
    match day {
        Expression::Date(date) => date.has_day(),
        Expression::Holiday(_) => true,
        Expression::Within { inner, .. } => is_day(inner),
        _ => false,
    }
}
