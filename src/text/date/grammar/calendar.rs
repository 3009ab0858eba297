//! Days, months, years, decades and centuries by name and number.

use super::super::expression::{Date, Expression, Unit};
use super::super::lexicon::{Key, Term};
use super::super::token::Case;
use super::{Found, Reader, longest};

impl Reader<'_> {
    /// A date of the calendar: the longest of all the ways to write one.
    pub(super) fn date(&self, at: usize) -> Found {
        let named = longest([self.weekday_date(at), self.month_date(at), self.day_of_month(at)]);
        let named = named.map(|(date, end)| (Expression::Date(date), end));
        longest([
            named,
            self.numeric(at),
            self.season_year(at),
            self.year_alone(at),
            self.decade(at),
            self.century(at),
            self.week_number(at),
        ])
    }

    /// "Friday", "Friday, 6 March", "Fri. the 13th", "Friday 2018-7-6".
    pub(super) fn weekday_date(&self, at: usize) -> Found<Date> {
        let Term::Weekday(weekday) = self.term(at) else { return None };
        let mut rest = at + 1;
        if self.is_mark(rest, b'.') && self.word(at).len() <= 5 {
            rest += 1;
        }
        let joint = matches!(self.term(rest), Term::Mark(b',' | b'-' | b'(' | b'/'));
        let after = rest + usize::from(joint);
        let dated = longest([
            self.month_date(after),
            self.numeric_date(after),
            self.day_after_weekday(after, joint),
        ]);
        match dated {
            Some((date, end)) if date.day.is_some() => {
                let end = if self.is_mark(rest, b'(') { self.skip_mark(end, b')') } else { end };
                Some((Date { weekday: Some(weekday), ..date }, end))
            }
            _ => self.weekday_stands(at).then(|| (Date::weekday(weekday), at + 1)),
        }
    }

    pub(super) fn numeric_date(&self, at: usize) -> Found<Date> {
        match self.numeric(at)? {
            (Expression::Date(date), end) => Some((date, end)),
            _ => None,
        }
    }

    /// "the 13th", "13th", "21" after a weekday.
    pub(super) fn day_after_weekday(&self, at: usize, joint: bool) -> Found<Date> {
        let word = self.skip(at, &[Key::The]);
        let spelled = |&(_, end): &(i8, usize)| {
            matches!(self.term(word), Term::Digits { .. })
                || !matches!(self.term(end), Term::Other | Term::Unit(_))
        };
        let (day, end) = self.ordinal(word).filter(spelled).or_else(|| {
            let (day, end) = self.day_number(word)?;
            let bare = matches!(self.term(end), Term::Break | Term::Mark(_) | Term::Key(_))
                && !self.is_clock(end);
            (bare && !joint && !self.is_mark(end, b'-')).then_some((day, end))
        })?;
        (1..=31).contains(&day).then(|| (Date { day: Some(day), ..Date::default() }, end))
    }

    /// Whether the number before this place is rather a time of day.
    pub(super) fn is_clock(&self, end: usize) -> bool {
        let pointed = matches!(self.term(end), Term::Mark(b':' | b'.'))
            && self.glued(end)
            && self.glued(end + 1)
            && matches!(self.term(end + 1), Term::Digits { digits: 2, .. });
        pointed
            || self.meridiem(end).is_some()
            || self.is(end, Key::Oclock)
            || self.is_mark(end, b'%')
    }

    /// A month with a day, a year, both or neither.
    pub(super) fn month_date(&self, at: usize) -> Found<Date> {
        longest([self.month_first(at), self.day_first(at), self.year_first(at)])
    }

    /// "March", "March 6", "March 2015", "Mar. 6th, 2015", "September the twenty-first".
    pub(super) fn month_first(&self, at: usize) -> Found<Date> {
        let Term::Month(month) = self.term(at) else { return None };
        let name = self.skip_mark(at + 1, b'.');
        let with_day = self.month_day(name).map(|(day, end)| {
            let date = Date { month: Some(month), day: Some(day), ..Date::default() };
            self.with_year(date, end)
        });
        let with_year = self.year_after(name, true).map(|(year, end)| {
            (Date { month: Some(month), year: Some(year), ..Date::default() }, end)
        });
        let alone = || self.month_stands_alone(at, name).then(|| (Date::month(month), at + 1));
        longest([with_day, with_year]).or_else(alone)
    }

    /// The day that follows the name of a month: "6", "6th", "the twenty-first", "-2".
    pub(super) fn month_day(&self, at: usize) -> Found<i8> {
        let joint = matches!(self.term(at), Term::Mark(b'-' | b'/' | b','));
        let word = self.skip(at + usize::from(joint), &[Key::The]);
        let (day, end) = self
            .ordinal(word)
            .or_else(|| self.day_number(word).filter(|&(_, end)| !self.is_clock(end)))?;
        let spelled = matches!(self.term(word), Term::Card(_));
        let starts_range = spelled && self.is(end, Key::To);
        ((1..=31).contains(&day)
            && !starts_range
            && !(joint && self.is_mark(at, b',') && !self.is(word + 1, Key::St)))
        .then_some((day, end))
    }

    /// A number from 1 to 31 in one or two digits, or in words.
    pub(super) fn day_number(&self, at: usize) -> Found<i8> {
        let (number, end) = match self.term(at) {
            Term::Digits { value, digits: 1 | 2 } if self.is_day_digits(at) => (value, at + 1),
            Term::Card(_) => self.below_hundred(at)?,
            _ => return None,
        };
        i8::try_from(number).ok().filter(|day| (1..=31).contains(day)).map(|day| (day, end))
    }

    pub(super) fn is_day_digits(&self, at: usize) -> bool {
        let unit = self.glued(at + 1)
            && matches!(self.term(at + 1), Term::Other | Term::Letter(_) | Term::Unit(_));
        self.is_whole(at) && !unit
    }

    /// "6 March 2015", "the 6th of March", "16. Nov. 2016", "twenty second of June".
    pub(super) fn day_first(&self, at: usize) -> Found<Date> {
        let word = self.skip(at, &[Key::The]);
        let (day, end) = self.ordinal(word).or_else(|| self.day_number(word))?;
        let end = if matches!(self.term(end), Term::Unit(Unit::Day)) { end + 1 } else { end };
        let joint = self.skip_mark(self.skip_mark(end, b'.'), b'-');
        let month_at = self.skip(joint, &[Key::Of]);
        let Term::Month(month) = self.term(month_at) else { return None };
        let joined = self.is_mark(end, b'-') && !self.glued(month_at);
        let modal = month == 5
            && self.case(month_at) == Case::Lower
            && matches!(self.term(word), Term::Card(_));
        let money = at > 0 && self.is_mark(at - 1, b'$');
        let name = self.skip_mark(month_at + 1, b'.');
        let date = Date { month: Some(month), day: Some(day), ..Date::default() };
        let (date, end) = self.with_year(
            date,
            if self.year_after(name, false).is_some() { name } else { month_at + 1 },
        );
        (!joined && !modal && !money && (1..=31).contains(&day)).then_some((date, end))
    }

    /// "2015 March", "2016, Nov".
    pub(super) fn year_first(&self, at: usize) -> Found<Date> {
        let Term::Digits { value, digits: 4 } = self.term(at) else { return None };
        let month_at = self.skip_mark(at + 1, b',');
        let Term::Month(month) = self.term(month_at) else { return None };
        let year = i16::try_from(value).ok().filter(|year| (1500..2200).contains(year))?;
        let day = self.month_day(month_at + 1).filter(|&(_, end)| !self.ordinal_needs_year(end));
        let date = Date { year: Some(year), month: Some(month), ..Date::default() };
        match day {
            Some((day, end)) if self.is_whole(at) => Some((Date { day: Some(day), ..date }, end)),
            _ => self.is_whole(at).then_some((date, month_at + 1)),
        }
    }

    /// Whether a year stands here, so that the day before it belongs to that year.
    pub(super) fn ordinal_needs_year(&self, at: usize) -> bool {
        self.year_after(at, false).is_some()
    }

    /// "the 24th", "on the 5th", alone: only where no noun follows.
    pub(super) fn day_of_month(&self, at: usize) -> Found<Date> {
        let word = self.skip(at, &[Key::The]);
        let digits = matches!(self.term(word), Term::Digits { .. });
        let called = word > at || self.follows_day_word(at);
        let spelled = matches!(self.term(word), Term::Card(_));
        let (day, mut end) = self.ordinal(word).filter(|_| digits || spelled)?;
        let counted = self.term(end) == Term::Unit(Unit::Day) && self.is(end + 1, Key::Of);
        end += usize::from(counted);
        let free = matches!(self.term(end), Term::Break | Term::Mark(_))
            || self.is_any(
                end,
                &[
                    Key::Of,
                    Key::In,
                    Key::At,
                    Key::And,
                    Key::To,
                    Key::Until,
                    Key::From,
                    Key::Between,
                    Key::Or,
                    Key::Through,
                    Key::This,
                    Key::For,
                ],
            );
        let fits = called && free && (1..=31).contains(&day);
        fits.then(|| (Date { day: Some(day), ..Date::default() }, end))
    }

    pub(super) fn follows_day_word(&self, at: usize) -> bool {
        at > 0
            && self.is_any(
                at - 1,
                &[Key::On, Key::Since, Key::Until, Key::Before, Key::After, Key::By, Key::And],
            )
    }
}
