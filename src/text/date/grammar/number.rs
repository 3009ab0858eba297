//! Numbers, amounts of time, and years.

use super::super::expression::{Amount, DayPart, Expression, Unit};
use super::super::lexicon::{Key, Term};
use super::{Found, Reader};

/// The most units that one amount is put together from, after the first.
const MOST_PARTS: usize = 5;

impl Reader<'_> {
    /// A whole number in digits or words: "21", "twenty-one", "a hundred and five".
    pub(super) fn cardinal(&self, at: usize) -> Found<u32> {
        match self.term(at) {
            Term::Digits { value, digits } if digits < 9 && self.is_whole(at) => {
                Some((value, at + 1))
            }
            _ => self.spelled(at),
        }
    }

    /// Whether the digits are no part of a decimal, of a grouped number ("1,995") or of a sum of
    /// money.
    pub(super) fn is_whole(&self, at: usize) -> bool {
        let joins = |mark| self.is_mark(mark, b'.') || self.is_mark(mark, b',');
        let digits = |at| matches!(self.term(at), Term::Digits { .. });
        let after = joins(at + 1) && self.glued(at + 1) && self.glued(at + 2) && digits(at + 2);
        let before =
            at > 1 && joins(at - 1) && self.glued(at) && self.glued(at - 1) && digits(at - 2);
        let money =
            at > 0 && self.glued(at) && matches!(self.term(at - 1), Term::Mark(b'$' | b'#'));
        !after && !before && !money
    }

    /// A number in words below a million.
    fn spelled(&self, at: usize) -> Found<u32> {
        let (mut number, mut end) = self.below_hundred(at)?;
        for scale in [100, 1000] {
            if self.term(end) == Term::Scale(scale) {
                number *= scale;
                end += 1;
                let rest = self.skip(end, &[Key::And]);
                if let Some((more, after)) = self.below_thousand(rest).filter(|_| scale == 1000) {
                    (number, end) = (number + more, after);
                } else if let Some((more, after)) = self.below_hundred(rest) {
                    (number, end) = (number + more, after);
                }
            }
        }
        Some((number, end))
    }

    fn below_thousand(&self, at: usize) -> Found<u32> {
        let (number, end) = self.below_hundred(at)?;
        if self.term(end) != Term::Scale(100) {
            return Some((number, end));
        }
        let rest = self.skip(end + 1, &[Key::And]);
        let (more, end) = self.below_hundred(rest).unwrap_or((0, end + 1));
        Some((number * 100 + more, end))
    }

    /// "seven", "seventeen", "seventy", "seventy-one", "twenty and four".
    pub(super) fn below_hundred(&self, at: usize) -> Found<u32> {
        let Term::Card(number) = self.term(at) else { return None };
        let mut rest = self.skip_mark(at + 1, b'-');
        if rest == at + 1 && matches!(self.term(at + 3), Term::Unit(_)) {
            rest = self.skip(rest, &[Key::And]);
        }
        match self.term(rest) {
            Term::Card(ones @ 1..=9) if number >= 20 => Some((number + ones, rest + 1)),
            _ => Some((number, at + 1)),
        }
    }

    /// An ordinal: "third", "3rd", "twenty-third".
    pub(super) fn ordinal(&self, at: usize) -> Found<i8> {
        match self.term(at) {
            Term::Ord(n) => Some((n, at + 1)),
            Term::Digits { value: value @ 1..=99, .. }
                if self.is(at + 1, Key::St) && self.glued(at + 1) =>
            {
                Some((i8::try_from(value).ok()?, at + 2))
            }
            Term::Card(tens @ (20 | 30)) => {
                let rest = self.skip_mark(at + 1, b'-');
                let Term::Ord(ones @ 1..=9) = self.term(rest) else { return None };
                Some((i8::try_from(tens).ok()? + ones, rest + 1))
            }
            _ => None,
        }
    }

    /// A length of time: "two hours", "2 years 1 month and 21 days", "an hour and a half",
    /// "seven-hour".
    pub(super) fn amount(&self, at: usize) -> Found<Amount> {
        let (first, vague, mut end) = self.amount_part(at)?;
        let mut amount = Amount { parts: vec![first], vague };
        for _ in 0..MOST_PARTS {
            let rest = self.skip(self.skip_mark(end, b','), &[Key::And]);
            let counted = matches!(self.term(rest), Term::Digits { .. } | Term::Card(_));
            let Some((part, _, after)) = self.amount_part(rest).filter(|_| counted) else { break };
            let rising = amount.parts.last().is_some_and(|last| last.1 <= part.1);
            if rising && rest > end {
                break;
            }
            amount.parts.push(part);
            end = after;
        }
        Some((amount, end))
    }

    /// An amount of one unit only.
    pub(super) fn single_amount(&self, at: usize) -> Found<Amount> {
        let (part, vague, end) = self.amount_part(at)?;
        Some((Amount { parts: vec![part], vague }, end))
    }

    /// One count with its unit, and whether the count is vague.
    fn amount_part(&self, at: usize) -> Option<((f64, Unit), bool, usize)> {
        let (count, vague, rest) = self.count(at)?;
        let (unit, end) = self.counted_unit(rest)?;
        let (more, end) = self.fraction_after(end).unwrap_or((0.0, end));
        Some(((count + more, unit), vague, end))
    }

    /// The unit of an amount, after a hyphen where there is one.
    fn counted_unit(&self, at: usize) -> Found<Unit> {
        let at = self.skip_mark(at, b'-');
        match self.term(at) {
            Term::Part(DayPart::Night) | Term::Parts(DayPart::Night) => Some((Unit::Day, at + 1)),
            _ => self.unit(at),
        }
    }

    /// How many: a number, a fraction, "a", "few"; whether it is vague.
    fn count(&self, at: usize) -> Option<(f64, bool, usize)> {
        if let Some((count, end)) = self.vague_count(at) {
            return Some((count, true, end));
        }
        if let Some((count, end)) = self.half(at) {
            return Some((count, false, end));
        }
        let (mut count, mut end) = match self.term(at) {
            Term::Key(Key::A) => (1.0, at + 1),
            Term::Digits { value, .. } => self.decimal(at, value)?,
            _ => self.cardinal(at).map(|(n, end)| (f64::from(n), end))?,
        };
        if let Some((more, after)) = self.fraction_after(end) {
            (count, end) = (count + more, after);
        }
        Some((count, false, end))
    }

    /// "and a half", "and half", "and a quarter".
    pub(super) fn fraction_after(&self, at: usize) -> Found<f64> {
        let at = self.is(at, Key::And).then_some(at + 1)?;
        let rest = self.skip(at, &[Key::A]);
        match self.term(rest) {
            Term::Key(Key::Half) => Some((0.5, rest + 1)),
            Term::Unit(Unit::Quarter) if rest > at => Some((0.25, rest + 1)),
            _ => None,
        }
    }

    /// "half an", "half", "½".
    fn half(&self, at: usize) -> Found<f64> {
        match self.term(at) {
            Term::Half => Some((0.5, at + 1)),
            Term::Key(Key::Half) => Some((0.5, self.skip(at + 1, &[Key::A]))),
            Term::Key(Key::A) if self.is(at + 1, Key::Half) => Some((0.5, at + 2)),
            _ => None,
        }
    }

    /// "few", "a few", "several", "a couple of", "a dozen".
    fn vague_count(&self, at: usize) -> Found<f64> {
        let word = self.skip(at, &[Key::A]);
        match self.term(word) {
            Term::Key(Key::Few | Key::Several) => Some((3.0, word + 1)),
            Term::Key(Key::Couple) => Some((2.0, self.skip(word + 1, &[Key::Of]))),
            Term::Key(Key::Dozen) if word > at => Some((12.0, word + 1)),
            _ => None,
        }
    }

    /// Digits with or without a fraction: "3", "3.5".
    fn decimal(&self, at: usize, value: u32) -> Found<f64> {
        if self.is_whole(at) {
            return Some((value.into(), at + 1));
        }
        let Term::Digits { value: part, digits: length @ 1..=4 } = self.term(at + 2) else {
            return None;
        };
        let pointed = self.is_mark(at + 1, b'.') && self.is_whole_after(at + 2);
        pointed.then(|| (f64::from(value) + f64::from(part) / 10f64.powi(length.into()), at + 3))
    }

    fn is_whole_after(&self, at: usize) -> bool {
        !(matches!(self.term(at + 1), Term::Mark(b'.' | b','))
            && self.glued(at + 1)
            && self.glued(at + 2)
            && matches!(self.term(at + 2), Term::Digits { .. }))
    }

    /// A length of time that stands for itself: an amount, "all day", "another week".
    pub(super) fn duration(&self, at: usize) -> Found {
        if matches!(self.term(at), Term::Key(Key::All | Key::Full | Key::Another)) {
            let (unit, end) = self.unit(self.skip_mark(at + 1, b'-'))?;
            return Some((Expression::Duration(Amount::of(1.0, unit)), end));
        }
        let (amount, end) = self.amount(at)?;
        if self.is_age(end) {
            return None;
        }
        let bare_second = amount.finest() == Unit::Second && !self.seconds_are_time(at, end);
        (!bare_second).then_some((Expression::Duration(amount), end))
    }

    /// Whether an amount is somebody's age: "19 years of age", "six months old", "a 12-year-old".
    fn is_age(&self, end: usize) -> bool {
        let word = self.skip(self.skip_mark(end, b'-'), &[Key::Of]);
        matches!(self.word(word), "old" | "olds" | "age")
    }

    /// "one second" and "3 seconds" are times; "a second" is more often an ordinal.
    fn seconds_are_time(&self, at: usize, end: usize) -> bool {
        self.term_before(end) == Term::Unit(Unit::Second) || !self.is(at, Key::A)
    }
}
