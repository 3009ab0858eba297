//! Days, months, years, decades and centuries by name and number.

use super::super::expression::{Date, Expression, Unit};
use super::super::lexicon::{Key, Term};
use super::super::token::Case;
use super::numeric::full_year;
use super::{Found, Reader, longest};

impl Reader<'_> {
    /// A date of the calendar: the longest of all the ways to write one.
    pub(super) fn date(&self, at: usize) -> Found {
        let named = longest([self.weekday_date(at), self.month_date(at), self.day_of_month(at)]);
        let named = named.map(|(date, end)| (Expression::Date(date), end));
        longest([named, self.numeric(at), self.season_year(at), self.year_alone(at), self.decade(at), self.century(at), self.week_number(at)])
    }

    /// "Friday", "Friday, 6 March", "Fri. the 13th", "Friday 2018-7-6".
    fn weekday_date(&self, at: usize) -> Found<Date> {
        let Term::Weekday(weekday) = self.term(at) else { return None };
        let mut rest = at + 1;
        if self.is_mark(rest, b'.') && self.word(at).len() <= 5 {
            rest += 1;
        }
        let joint = matches!(self.term(rest), Term::Mark(b',' | b'-' | b'(' | b'/'));
        let after = rest + usize::from(joint);
        let dated = longest([self.month_date(after), self.numeric_date(after), self.day_after_weekday(after, joint)]);
        match dated {
            Some((date, end)) if date.day.is_some() => {
                let end = if self.is_mark(rest, b'(') { self.skip_mark(end, b')') } else { end };
                Some((Date { weekday: Some(weekday), ..date }, end))
            }
            _ => self.weekday_stands(at).then(|| (Date::weekday(weekday), at + 1)),
        }
    }

    fn numeric_date(&self, at: usize) -> Found<Date> {
        match self.numeric(at)? {
            (Expression::Date(date), end) => Some((date, end)),
            _ => None,
        }
    }

    /// "the 13th", "13th", "21" after a weekday.
    fn day_after_weekday(&self, at: usize, joint: bool) -> Found<Date> {
        let word = self.skip(at, &[Key::The]);
        let spelled = |&(_, end): &(i8, usize)| {
            matches!(self.term(word), Term::Digits { .. }) || !matches!(self.term(end), Term::Other | Term::Unit(_))
        };
        let (day, end) = self.ordinal(word).filter(spelled).or_else(|| {
            let (day, end) = self.day_number(word)?;
            let bare = matches!(self.term(end), Term::Break | Term::Mark(_) | Term::Key(_)) && !self.is_clock(end);
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
        pointed || self.meridiem(end).is_some() || self.is(end, Key::Oclock) || self.is_mark(end, b'%')
    }

    /// A month with a day, a year, both or neither.
    fn month_date(&self, at: usize) -> Found<Date> {
        longest([self.month_first(at), self.day_first(at), self.year_first(at)])
    }

    /// "March", "March 6", "March 2015", "Mar. 6th, 2015", "September the twenty-first".
    fn month_first(&self, at: usize) -> Found<Date> {
        let Term::Month(month) = self.term(at) else { return None };
        let name = self.skip_mark(at + 1, b'.');
        let with_day = self.month_day(name).and_then(|(day, end)| {
            let date = Date { month: Some(month), day: Some(day), ..Date::default() };
            Some(self.with_year(date, end))
        });
        let with_year = self.year_after(name, true).map(|(year, end)| {
            (Date { month: Some(month), year: Some(year), ..Date::default() }, end)
        });
        let alone = || self.month_stands_alone(at, name).then(|| (Date::month(month), at + 1));
        longest([with_day, with_year]).or_else(alone)
    }

    /// The day that follows the name of a month: "6", "6th", "the twenty-first", "-2".
    fn month_day(&self, at: usize) -> Found<i8> {
        let joint = matches!(self.term(at), Term::Mark(b'-' | b'/' | b','));
        let word = self.skip(at + usize::from(joint), &[Key::The]);
        let (day, end) = self.ordinal(word).or_else(|| self.day_number(word).filter(|&(_, end)| !self.is_clock(end)))?;
        let spelled = matches!(self.term(word), Term::Card(_));
        let starts_range = spelled && self.is(end, Key::To);
        ((1..=31).contains(&day) && !starts_range && !(joint && self.is_mark(at, b',') && !self.is(word + 1, Key::St)))
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

    fn is_day_digits(&self, at: usize) -> bool {
        let unit = self.glued(at + 1) && matches!(self.term(at + 1), Term::Other | Term::Letter(_) | Term::Unit(_));
        self.is_whole(at) && !unit
    }

    /// "6 March 2015", "the 6th of March", "16. Nov. 2016", "twenty second of June".
    fn day_first(&self, at: usize) -> Found<Date> {
        let word = self.skip(at, &[Key::The]);
        let (day, end) = self.ordinal(word).or_else(|| self.day_number(word))?;
        let end = if matches!(self.term(end), Term::Unit(Unit::Day)) { end + 1 } else { end };
        let joint = self.skip_mark(self.skip_mark(end, b'.'), b'-');
        let month_at = self.skip(joint, &[Key::Of]);
        let Term::Month(month) = self.term(month_at) else { return None };
        let joined = self.is_mark(end, b'-') && !self.glued(month_at);
        let modal = month == 5 && self.case(month_at) == Case::Lower && matches!(self.term(word), Term::Card(_));
        let money = at > 0 && self.is_mark(at - 1, b'$');
        let name = self.skip_mark(month_at + 1, b'.');
        let date = Date { month: Some(month), day: Some(day), ..Date::default() };
        let (date, end) = self.with_year(date, if self.year_after(name, false).is_some() { name } else { month_at + 1 });
        (!joined && !modal && !money && (1..=31).contains(&day)).then_some((date, end))
    }

    /// "2015 March", "2016, Nov".
    fn year_first(&self, at: usize) -> Found<Date> {
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
    fn ordinal_needs_year(&self, at: usize) -> bool {
        self.year_after(at, false).is_some()
    }

    /// The date with the year that follows it, if one does.
    pub(super) fn with_year(&self, date: Date, end: usize) -> (Date, usize) {
        match self.year_after(end, false) {
            Some((year, end)) => (Date { year: Some(year), ..date }, end),
            None => (date, end),
        }
    }

    /// ", 2015", " of 2015", " in 2015", " '15", " two thousand and fifteen"; `month` if a month stands before.
    fn year_after(&self, at: usize, month: bool) -> Found<i16> {
        let joint = self.skip_mark(at, b',');
        let tight = if month && matches!(self.term(at), Term::Mark(b'-' | b'/')) { at + 1 } else { joint };
        let word = self.skip(tight, &[Key::Of, Key::In]);
        let word = self.skip(word, &[Key::The]);
        match self.term(word) {
            Term::Digits { value, digits: 4 } => self.year_of_digits(word, value),
            Term::Mark(b'\'') => self.short_year(word + 1),
            Term::Digits { value, digits: 2 } if month && value > 31 => self.short_year(word),
            Term::Digits { digits: 2, .. } if self.is_mark(at, b',') && self.glued(word) => self.short_year(word),
            Term::Digits { digits: 2, .. } if self.is(at, Key::Of) => self.short_year(word),
            Term::Digits { value, digits: 2 } if value > 31 && !self.is_clock(word + 1) => self.short_year(word),
            Term::Digits { digits: 2, .. } if matches!(self.term_before(at), Term::Ord(_)) => self.short_year(word),
            Term::Card(_) => self.spelled_year(word),
            _ => None,
        }
    }

    fn year_of_digits(&self, at: usize, value: u32) -> Found<i16> {
        let counted = matches!(self.term(at + 1), Term::Unit(_));
        let joined = self.glued(at + 1) && matches!(self.term(at + 1), Term::Mark(b':' | b'%') | Term::Other);
        let fits = (1000..2300).contains(&value) && self.is_whole(at) && !counted && !joined;
        fits.then(|| i16::try_from(value).ok().map(|year| (year, at + 1)))?
    }

    fn short_year(&self, at: usize) -> Found<i16> {
        let Term::Digits { value, digits: 2 } = self.term(at) else { return None };
        let plain = self.is_whole(at) && !self.is_clock(at + 1) && !self.is(at + 1, Key::S);
        full_year(value, 2).filter(|_| plain).map(|year| (year, at + 1))
    }

    /// A year in words: "nineteen eighty six", "two thousand and fifteen", "nineteen hundred ninety three".
    pub(super) fn spelled_year(&self, at: usize) -> Found<i16> {
        let (head, rest) = self.below_hundred(at)?;
        let pair = self.is_century_word(head).then(|| self.year_tail(rest)).flatten();
        let (year, end) = match pair {
            Some((tail, end)) => (head * 100 + tail, end),
            None => self.cardinal(at).filter(|_| matches!(self.term(rest), Term::Scale(_)))?,
        };
        i16::try_from(year).ok().filter(|year| (1000..2200).contains(year)).map(|year| (year, end))
    }

    fn is_century_word(&self, head: u32) -> bool {
        (10..=21).contains(&head)
    }

    /// "eighty six", "zero one", "hundred".
    fn year_tail(&self, at: usize) -> Found<u32> {
        let at = self.skip_mark(at, b'-');
        if matches!(self.term(at), Term::Card(0) | Term::Key(Key::O)) {
            let Term::Card(ones @ 1..=9) = self.term(at + 1) else { return None };
            return Some((ones, at + 2));
        }
        self.below_hundred(at).filter(|&(tail, _)| tail >= 10)
    }

    /// A year that stands for itself: "2014", "the year 2008", "nineteen ninety six".
    fn year_alone(&self, at: usize) -> Found {
        if let Some(found) = self.year_of_kind(at) {
            return Some(found);
        }
        let (year, end) = match self.term(at) {
            Term::Digits { value, digits: 4 } if self.is_whole(at) => {
                let year = i16::try_from(value).ok()?;
                self.year_stands_alone(at, at + 1, year).then_some((year, at + 1))?
            }
            Term::Card(_) => self.spelled_year(at).filter(|&(_, end)| !self.counts_something(end))?,
            _ => return None,
        };
        Some((Expression::Date(Date::year(year)), end))
    }

    /// Whether a spelled number is followed by what it counts.
    fn counts_something(&self, end: usize) -> bool {
        matches!(self.term(end), Term::Other | Term::Unit(_) | Term::Scale(_))
    }

    /// "the year 2008", "fiscal 2019", "calendar year 2008", "fiscal year 2008".
    fn year_of_kind(&self, at: usize) -> Found {
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
    fn decade(&self, at: usize) -> Found {
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

    fn spelled_decade(&self, at: usize) -> Found<i16> {
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
    fn follows_article(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.is_any(before, &[Key::The, Key::In, Key::Of, Key::Early, Key::Mid, Key::Late]) || self.is_mark(before, b'-')
        })
    }

    /// "nineteen" of "nineteen seventies", "two thousand and" of "two thousand and tens".
    fn decade_head(&self, at: usize) -> Found<i16> {
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
    fn century(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let (number, end) = self.ordinal(word)?;
        let end = self.skip_mark(end, b'-');
        let fits = self.term(end) == Term::Unit(Unit::Century) && (1..=30).contains(&number);
        fits.then(|| (Expression::Century(number.into()), end + 1))
    }

    /// "2019/20", "2014-15": a year that runs over two.
    fn season_year(&self, at: usize) -> Found {
        let (Term::Digits { value, digits: 4 }, Term::Digits { value: second, digits: 2 }) = (self.term(at), self.term(at + 2))
        else {
            return None;
        };
        let joined = matches!(self.term(at + 1), Term::Mark(b'/' | b'-')) && self.glued(at + 1) && self.glued(at + 2);
        let fits = joined && (1800..2200).contains(&value) && second == (value + 1) % 100 && !self.is_mark(at + 3, b'-');
        let year = |value: u32| i16::try_from(value).ok().map(|year| Box::new(Expression::Date(Date::year(year))));
        fits.then(|| Some((Expression::Range { from: year(value)?, to: year(value + 1)? }, at + 3)))?
    }

    /// "week 31", "the week 31".
    fn week_number(&self, at: usize) -> Found {
        let word = self.skip(at, &[Key::The]);
        let Term::Digits { value, digits: 1 | 2 } = self.term(word + 1) else { return None };
        let fits = self.term(word) == Term::Unit(Unit::Week) && (1..=53).contains(&value) && !self.is_clock(word + 2);
        let number = i8::try_from(value).ok().filter(|_| fits && self.is_whole(word + 1))?;
        Some((Expression::WeekNumber(number), word + 2))
    }

    /// "the 24th", "on the 5th", alone: only where no noun follows.
    fn day_of_month(&self, at: usize) -> Found<Date> {
        let word = self.skip(at, &[Key::The]);
        let digits = matches!(self.term(word), Term::Digits { .. });
        let called = word > at || self.follows_day_word(at);
        let spelled = matches!(self.term(word), Term::Card(_));
        let (day, mut end) = self.ordinal(word).filter(|_| digits || spelled)?;
        let counted = self.term(end) == Term::Unit(Unit::Day) && self.is(end + 1, Key::Of);
        end += usize::from(counted);
        let free = matches!(self.term(end), Term::Break | Term::Mark(_))
            || self.is_any(end, &[Key::Of, Key::In, Key::At, Key::And, Key::To, Key::Until, Key::From, Key::Between, Key::Or,
                Key::Through, Key::This, Key::For]);
        let fits = called && free && (1..=31).contains(&day);
        fits.then(|| (Date { day: Some(day), ..Date::default() }, end))
    }

    fn follows_day_word(&self, at: usize) -> bool {
        at > 0 && self.is_any(at - 1, &[Key::On, Key::Since, Key::Until, Key::Before, Key::After, Key::By, Key::And])
    }
}
