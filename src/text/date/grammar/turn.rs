//! Stretches chosen by a word: "last week", "this summer", "next Friday", "the past four years",
//! "yesterday".

use super::super::expression::{Amount, Base, DayPart, Expression, Part, Side, Turn, Unit};
use super::super::lexicon::{Key, Term};
use super::{Found, Reader, longest};

impl Reader<'_> {
    /// "today", "yesterday", "the day before yesterday", "tonight".
    pub(super) fn day_word(&self, at: usize) -> Found {
        let day = |by| Expression::Shift { unit: Unit::Day, by, base: Base::Publication };
        let tonight = || Expression::At {
            day: Box::new(day(0)),
            time: Box::new(Expression::DayPart(DayPart::Night)),
        };
        match self.term(at) {
            Term::Key(Key::Today) => Some((day(0), at + 1)),
            Term::Key(Key::Yesterday) => Some((day(-1), at + 1)),
            Term::Key(Key::Tomorrow) => Some((day(1), at + 1)),
            Term::Key(Key::Tonight) => Some((tonight(), at + 1)),
            _ => {
                let (by, end) = self.day_but_one(at)?;
                Some((day(by), end))
            }
        }
    }

    fn day_but_one(&self, at: usize) -> Found<i32> {
        let word = self.skip(at, &[Key::The]);
        if self.term(word) != Term::Unit(Unit::Day) {
            return None;
        }
        match (self.term(word + 1), self.term(word + 2)) {
            (Term::Key(Key::Before), Term::Key(Key::Yesterday)) => Some((-2, word + 3)),
            (Term::Key(Key::After), Term::Key(Key::Tomorrow)) => Some((2, word + 3)),
            _ => None,
        }
    }

    /// Anything that "last", "this", "next" or the like opens.
    pub(super) fn turned(&self, at: usize) -> Found {
        longest([
            self.turned_name(at),
            self.turned_unit(at),
            self.window(at),
            self.after_next(at),
            self.story_unit(at),
        ])
    }

    /// "last", "this past", "the coming"; the place of the noun after it.
    fn turn(&self, at: usize) -> Found<Turn> {
        let word = self.skip(at, &[Key::The]);
        if word == at && self.is(at, Key::Last) && self.follows_modal(at) {
            return None;
        }
        let single = |at| {
            Some(match self.term(at) {
                Term::Key(Key::Last | Key::Previous) => Turn::Last,
                Term::Key(Key::Past) => Turn::Past,
                Term::Key(Key::This | Key::Current) => Turn::This,
                Term::Key(Key::Coming) => Turn::Coming,
                Term::Key(Key::Next | Key::Following) => Turn::Next,
                _ => return None,
            })
        };
        let first = single(word)?;
        match single(word + 1) {
            Some(Turn::Last | Turn::Past) if first == Turn::This => Some((Turn::Past, word + 2)),
            Some(Turn::Coming) if first == Turn::This => Some((Turn::Coming, word + 2)),
            Some(Turn::This) if first == Turn::This => Some((Turn::This, word + 2)),
            _ => Some((first, word + 1)),
        }
    }

    /// "last Friday", "this summer", "next Easter", "this 5/12", "last night".
    fn turned_name(&self, at: usize) -> Found {
        let (turn, noun) = self.turn(at)?;
        if let Some(found) = self.turned_day_part(turn, noun) {
            return Some(found);
        }
        let season = match self.term(noun) {
            Term::Season(season) => Some((Expression::Season(season), noun + 1)),
            _ => None,
        };
        let date = longest([self.date(noun), self.feast(noun), season])
            .filter(|(named, _)| is_recurring(named));
        let (named, end) = longest([date, self.quarter(noun)])?;
        Some((Expression::Chosen { turn, named: Box::new(named) }, end))
    }

    /// "this morning", "last night", "next evening".
    fn turned_day_part(&self, turn: Turn, noun: usize) -> Found {
        let (time, end) =
            self.day_part(noun).filter(|_| matches!(self.term(noun), Term::Part(_)))?;
        let by = match turn {
            Turn::Last | Turn::Past => -1,
            Turn::This => 0,
            Turn::Coming | Turn::Next => 1,
        };
        let day = Box::new(Expression::Shift { unit: Unit::Day, by, base: Base::Publication });
        Some((Expression::At { day, time: Box::new(time) }, end))
    }

    /// "last week", "this year", "the next day", "the past year".
    fn turned_unit(&self, at: usize) -> Found {
        let (turn, noun) = self.turn(at)?;
        let (unit, end) = self.unit(noun)?;
        let plural = self.word(noun).ends_with('s');
        if plural && !matches!(unit, Unit::Hour | Unit::Minute | Unit::Second)
            || self.is_numbered_unit(unit, end)
        {
            return self.few_implied(turn, unit, plural, end);
        }
        let side = if matches!(turn, Turn::Last | Turn::Past) { Side::Before } else { Side::After };
        let short = unit < Unit::Day;
        let rolling = turn == Turn::Past
            && matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century);
        if (short && turn != Turn::This) || rolling {
            let (more, end) = self.fraction_after(end).unwrap_or((0.0, end));
            let amount = Amount::of(1.0 + more, unit);
            return Some((Expression::Window { amount, side, base: Base::Publication }, end));
        }
        let by = match turn {
            Turn::Last | Turn::Past => -1,
            Turn::This => 0,
            Turn::Coming | Turn::Next => 1,
        };
        let base = self.base_of(at, unit);
        (!short).then_some((Expression::Shift { unit, by, base }, end))
    }

    /// "the following day" and "the next day" go on from the story; "next week" from the
    /// publication.
    fn base_of(&self, at: usize, unit: Unit) -> Base {
        let the = self.is(at, Key::The);
        let word = self.skip(at, &[Key::The]);
        let story = self.is(word, Key::Following)
            || (the && unit == Unit::Day)
            || (the && self.is(word, Key::Previous))
            || (the && self.is(word, Key::Next) && unit == Unit::Week);
        if story { Base::Story } else { Base::Publication }
    }

    /// Whether a number follows that names the unit: "week 10".
    fn is_numbered_unit(&self, _unit: Unit, _end: usize) -> bool {
        false
    }

    /// "recent weeks", "past decades": some of them.
    fn few_implied(&self, turn: Turn, unit: Unit, plural: bool, end: usize) -> Found {
        let side = match turn {
            Turn::Last | Turn::Past => Side::Before,
            Turn::Coming | Turn::Next => Side::After,
            Turn::This => return None,
        };
        let amount = Amount { parts: vec![(3.0, unit)], vague: true };
        plural.then_some((Expression::Window { amount, side, base: Base::Publication }, end))
    }

    /// "the past four years", "next 3 days", "within the next 48 hours", "5 coming minutes".
    fn window(&self, at: usize) -> Found {
        let (turn, noun) = self.turn(at)?;
        let side = match turn {
            Turn::Last | Turn::Past => Side::Before,
            Turn::Coming | Turn::Next => Side::After,
            Turn::This => return None,
        };
        let (mut amount, mut end) = self.amount(noun).filter(|_| !self.is(noun, Key::A))?;
        if amount.parts.len() > 1 && self.is(end, Key::Ago) {
            (amount, end) = self.single_amount(noun)?;
        }
        let base = if self.is(noun - 1, Key::Following) { Base::Story } else { Base::Publication };
        // "The last ten minutes of the match".
        let of_something = self.is(end, Key::Of) && amount.finest() < Unit::Day;
        if of_something && matches!(turn, Turn::Last | Turn::Next) {
            return None;
        }
        Some((Expression::Window { amount, side, base }, end))
    }

    /// "5 past years", "the 2 upcoming months": the number first.
    pub(super) fn number_first_window(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let (count, rest) = self.cardinal(word)?;
        let (turn, noun) = self.turn(rest).filter(|_| !self.is(rest, Key::The))?;
        let side = match turn {
            Turn::Last | Turn::Past => Side::Before,
            Turn::Coming | Turn::Next => Side::After,
            Turn::This => return None,
        };
        let (unit, end) = self.unit(noun).filter(|_| self.word(noun).ends_with('s'))?;
        let amount = Amount::of(count.into(), unit);
        Some((Expression::Window { amount, side, base: Base::Publication }, end))
    }

    /// "the week after next", "the year before last".
    fn after_next(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let (unit, rest) = self.unit(word)?;
        let last = self.skip(rest + 1, &[Key::The]);
        let by = match (self.term(rest), self.term(last)) {
            (Term::Key(Key::After), Term::Key(Key::Next)) => 2,
            (Term::Key(Key::Before), Term::Key(Key::Last)) => -2,
            _ => return None,
        };
        Some((Expression::Shift { unit, by, base: Base::Publication }, last + 1))
    }

    /// "the same day", "that year", "the day before", "the year after": they go on from the story.
    fn story_unit(&self, at: usize) -> Found {
        let story = |unit, by| Expression::Shift { unit, by, base: Base::Story };
        let word = self.skip(at, &[Key::The, Key::That]);
        let same = self.skip(word, &[Key::Same]);
        if let (Term::Part(part), true) = (self.term(same), same > word || self.is(at, Key::That)) {
            let day = Box::new(story(Unit::Day, 0));
            return Some((
                Expression::At { day, time: Box::new(Expression::DayPart(part)) },
                same + 1,
            ));
        }
        let (unit, end) = self.unit(same).filter(|&(unit, _)| unit >= Unit::Day)?;
        let plural = self.word(same).ends_with('s');
        if (same > word || self.is(at, Key::That)) && !plural {
            return Some((story(unit, 0), end));
        }
        let by = match self.term(end) {
            Term::Key(Key::Before | Key::Earlier) => -1,
            Term::Key(Key::After | Key::Afterwards | Key::Later) => 1,
            _ => return self.definite_unit(at, word, unit, end),
        };
        let stands =
            matches!(self.term(end + 1), Term::Break | Term::Mark(_)) || self.is(end + 1, Key::In);
        (self.is(at, Key::The) && stands).then_some((story(unit, by), end + 1))
    }

    /// "the week", "my day", where nothing follows that says which.
    fn definite_unit(&self, at: usize, word: usize, unit: Unit, end: usize) -> Found {
        let definite = word > at || self.is(at, Key::My);
        let free = matches!(self.term(end), Term::Break | Term::Mark(b'.' | b'!' | b'?' | b','))
            || self.is_any(end, &[Key::Before, Key::In, Key::On, Key::At]);
        let weekend = unit == Unit::Weekend && self.term_before(at) != Term::Key(Key::Of);
        let fits =
            matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Fortnight)
                || weekend;
        (definite && free && fits)
            .then_some((Expression::Shift { unit, by: 0, base: Base::Story }, end))
    }

    /// A season on its own: "summer", "the summer of 2016".
    pub(super) fn season(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let Term::Season(season) = self.term(word) else { return None };
        let year = self.skip_mark(self.skip(word + 1, &[Key::Of]), b',');
        let dated = matches!(
            self.term(year),
            Term::Digits { digits: 4, .. } | Term::Key(Key::Last | Key::This | Key::Next)
        );
        let ambiguous = matches!(self.word(word).to_ascii_lowercase().as_str(), "fall" | "spring");
        let called = word > at
            || (at > 0
                && self.is_any(
                    at - 1,
                    &[Key::In, Key::Early, Key::Mid, Key::Late, Key::By, Key::Since],
                ));
        let stands = dated || !ambiguous || called && !self.is(word + 1, Key::Of);
        stands.then_some((Expression::Season(season), word + 1))
    }

    /// "Q3", "the third quarter", "H1", "first half".
    pub(super) fn quarter(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        if let Term::Digits { value: n @ 1..=4, digits: 1 } = self.term(word + 1) {
            let n = i8::try_from(n).ok().filter(|_| {
                self.glued(word + 1) && !self.glued(word + 2) || self.is_mark(word + 2, b'-')
            })?;
            match self.word(word) {
                "Q" | "q" => return Some((Expression::Quarter(n), word + 2)),
                "H" | "h" if n <= 2 => return Some((Expression::HalfYear(n), word + 2)),
                _ => {}
            }
        }
        let (n, end) = self.ordinal(word)?;
        match self.term(end) {
            Term::Unit(Unit::Quarter) if n <= 4 => Some((Expression::Quarter(n), end + 1)),
            Term::Key(Key::Half) if n <= 2 => {
                let is_of_year = || (Expression::HalfYear(n), end + 1);
                self.half_of(n, end + 1).or_else(|| self.names_year(end + 1).then(is_of_year))
            }
            _ => None,
        }
    }

    /// "The second half *of 2015*": a match has two halves as well.
    fn names_year(&self, at: usize) -> bool {
        let word = self.skip(self.skip(at, &[Key::Of, Key::In]), &[Key::The]);
        let chosen = [Key::This, Key::Last, Key::Next, Key::Coming, Key::Past, Key::Current];
        matches!(self.term(word), Term::Digits { digits: 4, .. } | Term::Unit(Unit::Year))
            || self.is_any(word, &chosen)
    }

    /// "the second half *of July*".
    fn half_of(&self, n: i8, at: usize) -> Found {
        let (month, end) = self.is(at, Key::Of).then(|| self.date(at + 1)).flatten()?;
        let Expression::Date(date) = &month else { return None };
        let part = if n == 1 { Part::Early } else { Part::Late };
        let half = Expression::Part { part, whole: Box::new(month.clone()) };
        (date.month.is_some() && !date.has_day()).then_some((half, end))
    }
}

/// Whether there is one of these every week, month or year, so that a word has to choose.
fn is_recurring(named: &Expression) -> bool {
    match named {
        Expression::Date(date) => date.year.is_none(),
        Expression::Within { .. } => false,
        Expression::Season(_) | Expression::Holiday(_) | Expression::Quarter(_) => true,
        _ => false,
    }
}
