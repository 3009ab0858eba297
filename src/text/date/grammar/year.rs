//! Years, decades and centuries, in digits and in words, alone and after a month.

use super::super::expression::{Date, Expression, Unit};
use super::super::lexicon::{Key, Term};
use super::numeric::full_year;
use super::{Found, Reader};

impl Reader<'_> {
    /// The date with the year that follows it, if one does.
    pub(super) fn with_year(&self, date: Date, end: usize) -> (Date, usize) {
        match self.year_after(end, false) {
            Some((year, end)) => (Date { year: Some(year), ..date }, end),
            None => (date, end),
        }
    }

    /// ", 2015", " of 2015", " in 2015", " '15", " two thousand and fifteen"; `month` if a month
    /// stands before.
    pub(super) fn year_after(&self, at: usize, month: bool) -> Found<i16> {
        let joint = self.skip_mark(at, b',');
        let tight =
            if month && matches!(self.term(at), Term::Mark(b'-' | b'/')) { at + 1 } else { joint };
        let word = self.skip(tight, &[Key::Of, Key::In]);
        let word = self.skip(word, &[Key::The]);
        match self.term(word) {
            Term::Digits { value, digits: 4 } => self.year_of_digits(word, value),
            Term::Mark(b'\'') => self.short_year(word + 1),
            Term::Digits { value, digits: 2 } if month && value > 31 && !self.counts(word) => {
                self.short_year(word)
            }
            Term::Digits { digits: 2, .. } if self.is_mark(at, b',') && self.glued(word) => {
                self.short_year(word)
            }
            Term::Digits { digits: 2, .. } if self.is(at, Key::Of) && !self.counts(word) => {
                self.short_year(word)
            }
            Term::Digits { value, digits: 2 }
                if value > 31 && !self.is_clock(word + 1) && !self.counts(word) =>
            {
                self.short_year(word)
            }
            Term::Digits { digits: 2, .. } if matches!(self.term_before(at), Term::Ord(_)) => {
                self.short_year(word)
            }
            Term::Card(_) => self.spelled_year(word),
            _ => None,
        }
    }

    pub(super) fn year_of_digits(&self, at: usize, value: u32) -> Found<i16> {
        let counted = matches!(self.term(at + 1), Term::Unit(_));
        let joined = self.glued(at + 1)
            && matches!(self.term(at + 1), Term::Mark(b':' | b'%') | Term::Other);
        let fits = (1000..2300).contains(&value) && self.is_whole(at) && !counted && !joined;
        fits.then(|| i16::try_from(value).ok().map(|year| (year, at + 1)))?
    }

    pub(super) fn short_year(&self, at: usize) -> Found<i16> {
        let Term::Digits { value, digits: 2 } = self.term(at) else { return None };
        let plain = self.is_whole(at) && !self.is_clock(at + 1) && !self.is(at + 1, Key::S);
        full_year(value, 2).filter(|_| plain).map(|year| (year, at + 1))
    }

    /// "In November of *11* counts of fraud": a number of what follows.
    fn counts(&self, at: usize) -> bool {
        matches!(self.term(at + 1), Term::Other | Term::Unit(_))
    }

    /// A year in words: "nineteen eighty six", "two thousand and fifteen", "nineteen hundred ninety
    /// three".
    pub(super) fn spelled_year(&self, at: usize) -> Found<i16> {
        let (head, rest) = self.below_hundred(at)?;
        let pair = self.is_century_word(head).then(|| self.year_tail(rest)).flatten();
        let (year, end) = match pair {
            Some((tail, end)) => (head * 100 + tail, end),
            None => self.cardinal(at).filter(|_| matches!(self.term(rest), Term::Scale(_)))?,
        };
        i16::try_from(year).ok().filter(|year| (1000..2200).contains(year)).map(|year| (year, end))
    }

    pub(super) fn is_century_word(&self, head: u32) -> bool {
        (10..=21).contains(&head)
    }

    /// "eighty six", "zero one", "hundred".
    pub(super) fn year_tail(&self, at: usize) -> Found<u32> {
        let at = self.skip_mark(at, b'-');
        if matches!(self.term(at), Term::Card(0) | Term::Key(Key::O)) {
            let Term::Card(ones @ 1..=9) = self.term(at + 1) else { return None };
            return Some((ones, at + 2));
        }
        self.below_hundred(at).filter(|&(tail, _)| tail >= 10)
    }

    /// A year that stands for itself: "2014", "the year 2008", "nineteen ninety six".
    pub(super) fn year_alone(&self, at: usize) -> Found {
        if let Some(found) = self.year_of_kind(at) {
            return Some(found);
        }
        let (year, end) = match self.term(at) {
            Term::Digits { value, digits: 4 } if self.is_whole(at) => {
                let year = i16::try_from(value).ok()?;
                self.year_stands_alone(at, at + 1, year).then_some((year, at + 1))?
            }
            Term::Card(_) => {
                self.spelled_year(at).filter(|&(_, end)| !self.counts_something(end))?
            }
            _ => return None,
        };
        Some((Expression::Date(Date::year(year)), end))
    }

    /// Whether a spelled number is followed by what it counts.
    pub(super) fn counts_something(&self, end: usize) -> bool {
        matches!(self.term(end), Term::Other | Term::Unit(_) | Term::Scale(_))
    }

    /// "the year 2008", "fiscal 2019", "calendar year 2008", "fiscal year 2008".
    pub(super) fn year_of_kind(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let kind = self.skip(word, &[Key::Fiscal, Key::Calendar, Key::School]);
        let unit = matches!(self.term(kind), Term::Unit(Unit::Year));
        let rest = kind + usize::from(unit);
        let number = self.skip(rest, &[Key::Of]);
        let Term::Digits { value, digits: 3 | 4 } = self.term(number) else { return None };
        let named = kind > word || (unit && number == rest);
        let year = i16::try_from(value).ok().filter(|&year| year > 0 && self.is_whole(number))?;
        named.then_some((Expression::Date(Date::year(year)), number + 1))
    }

    /// "the 1990s", "the '90s", "1970's", "the seventies", "the nineteen seventies".
    pub(super) fn decade(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let quoted = self.skip_mark(word, b'\'');
        let (start, end) = match self.term(quoted) {
            Term::Digits { value, digits } => {
                let mark = self.skip_mark(quoted + 1, b'\'');
                let plural = self.is(mark, Key::S) && value % 10 == 0;
                let start = full_year(value, digits).filter(|_| plural && self.is_whole(quoted))?;
                (start, mark + 1)
            }
            _ => self.spelled_decade(word)?,
        };
        let sensible = (1000..2200).contains(&start);
        sensible.then_some((Expression::Decade(start), end))
    }

    pub(super) fn spelled_decade(&self, at: usize) -> Found<i16> {
        if let Term::Decade(tens) = self.term(at) {
            let short = tens >= 20 || self.word(at).starts_with(['n', 'N']);
            let century = if tens == 0 { 2000 } else { 1900 };
            return (short && self.follows_article(at)).then_some((century + tens, at + 1));
        }
        let (head, rest) = self.decade_head(at)?;
        let Term::Decade(tens) = self.term(self.skip_mark(rest, b'-')) else { return None };
        Some((head + tens, self.skip_mark(rest, b'-') + 1))
    }

    /// Whether a decade in one word has something before it that no people in their thirties have.
    pub(super) fn follows_article(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.is_any(before, &[Key::The, Key::In, Key::Of, Key::Early, Key::Mid, Key::Late])
                || self.is_mark(before, b'-')
        })
    }

    /// "nineteen" of "nineteen seventies", "two thousand and" of "two thousand and tens".
    pub(super) fn decade_head(&self, at: usize) -> Found<i16> {
        match self.term(at) {
            Term::Card(2) if self.term(at + 1) == Term::Scale(1000) => {
                Some((2000, self.skip(at + 2, &[Key::And])))
            }
            Term::Card(2) if self.term(at + 1) == Term::Decade(0) => Some((2000, at + 1)),
            Term::Card(century @ 10..=20) => Some((i16::try_from(century * 100).ok()?, at + 1)),
            _ => None,
        }
    }

    /// "the 19th century", "the twenty-first century".
    pub(super) fn century(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let (number, end) = self.ordinal(word)?;
        let end = self.skip_mark(end, b'-');
        let fits = self.term(end) == Term::Unit(Unit::Century) && (1..=30).contains(&number);
        fits.then(|| (Expression::Century(number.into()), end + 1))
    }

    /// "2019/20", "2014-15": a year that runs over two.
    pub(super) fn season_year(&self, at: usize) -> Found {
        let (Term::Digits { value, digits: 4 }, Term::Digits { value: second, digits: 2 }) =
            (self.term(at), self.term(at + 2))
        else {
            return None;
        };
        let joined = matches!(self.term(at + 1), Term::Mark(b'/' | b'-'))
            && self.glued(at + 1)
            && self.glued(at + 2);
        let fits = joined
            && (1800..2200).contains(&value)
            && second == (value + 1) % 100
            && !self.is_mark(at + 3, b'-');
        let year = |value: u32| {
            i16::try_from(value).ok().map(|year| Box::new(Expression::Date(Date::year(year))))
        };
        fits.then(|| {
            Some((Expression::Range { from: year(value)?, to: year(value + 1)? }, at + 3))
        })?
    }

    /// "week 31", "the week 31".
    pub(super) fn week_number(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let Term::Digits { value, digits: 1 | 2 } = self.term(word + 1) else { return None };
        let fits = self.term(word) == Term::Unit(Unit::Week)
            && (1..=53).contains(&value)
            && !self.is_clock(word + 2);
        let number = i8::try_from(value).ok().filter(|_| fits && self.is_whole(word + 1))?;
        Some((Expression::WeekNumber(number), word + 2))
    }
}
