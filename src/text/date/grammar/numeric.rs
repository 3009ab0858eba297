//! Dates that are numbers: "27/11/2019", "2015-03-06", "20150306", "2019-aug-01", "11/20".

use super::super::Order;
use super::super::expression::{Date, Expression};
use super::super::lexicon::{Key, Term};
use super::{Found, Reader, longest};

impl Reader<'_> {
    /// A date in numbers that begins here.
    pub(super) fn numeric(&self, at: usize) -> Found {
        if !matches!(self.term(at), Term::Digits { .. } | Term::Month(_)) || self.is_inside_code(at)
        {
            return None;
        }
        let date = longest([
            self.compact(at),
            self.three_numbers(at),
            self.year_and_month(at),
            self.two_numbers(at),
        ])?;
        Some((Expression::Date(date.0), date.1))
    }

    /// Whether something that is no date leads up to this number: "138-2010-2015", "0.8/15".
    fn is_inside_code(&self, at: usize) -> bool {
        let digits = |at| matches!(self.term(at), Term::Digits { .. });
        let joined = at > 1
            && self.glued(at)
            && self.glued(at - 1)
            && matches!(self.term(at - 1), Term::Mark(b'/' | b'.' | b':' | b','))
            && digits(at - 2);
        joined || (at > 0 && self.glued(at) && matches!(self.term(at - 1), Term::Mark(b'$' | b'+')))
    }

    /// Whether the numbers end here, and do not go on into a longer code.
    fn ends_code(&self, at: usize) -> bool {
        let goes_on = self.glued(at)
            && self.glued(at + 1)
            && matches!(self.term(at), Term::Mark(b'/' | b'.' | b':' | b','))
            && matches!(self.term(at + 1), Term::Digits { .. });
        let word = self.glued(at)
            && matches!(
                self.term(at),
                Term::Other | Term::Letter(_) | Term::Mark(b'%') | Term::Digits { .. }
            );
        !goes_on && !word
    }

    /// "20150306".
    fn compact(&self, at: usize) -> Found<Date> {
        let Term::Digits { value, digits: 8 } = self.term(at) else { return None };
        let year = i16::try_from(value / 10_000).ok().filter(|year| (1800..2200).contains(year))?;
        let date = checked(year, value / 100 % 100, value % 100)?;
        self.ends_code(at + 1).then_some((date, at + 1))
    }

    /// Three fields with the same mark between them; one of them may be the name of a month.
    fn three_numbers(&self, at: usize) -> Found<Date> {
        let Term::Mark(mark @ (b'-' | b'/' | b'.')) = self.term(at + 1) else { return None };
        let second_mark =
            self.is_mark(at + 3, mark) || (mark == b'/' && self.is_mark(at + 3, b','));
        let tight = (at + 1..at + 5).all(|at| self.glued(at));
        if !second_mark || !tight {
            return None;
        }
        let end = at + 5;
        let fields = [self.field(at)?, self.field(at + 2)?, self.field(at + 4)?];
        self.ends_code(end).then_some((self.assemble(fields)?, end))
    }

    fn field(&self, at: usize) -> Option<Field> {
        match self.term(at) {
            Term::Digits { value, digits } => Some(Field::Number { value, digits }),
            Term::Month(month) => Some(Field::Month(month)),
            _ => None,
        }
    }

    /// Which field is the year, the month and the day.
    fn assemble(&self, fields: [Field; 3]) -> Option<Date> {
        use Field::{Month, Number};
        match fields {
            [Number { value: year, digits: 4 }, Month(month), Number { value: day, .. }]
            | [
                Month(month),
                Number { value: day, digits: 1 | 2 },
                Number { value: year, digits: 4 },
            ]
            | [Month(month), Number { value: year, digits: 4 }, Number { value: day, .. }]
            | [Number { value: year, digits: 4 }, Number { value: day, .. }, Month(month)]
            | [Number { value: day, .. }, Number { value: year, digits: 4 }, Month(month)] => {
                checked(i16::try_from(year).ok()?, u32::try_from(month).ok()?, day)
            }
            [Number { value: day, .. }, Month(month), Number { value: year, digits }] => {
                checked(full_year(year, digits)?, u32::try_from(month).ok()?, day)
            }
            [
                Number { value: year, digits: 4 },
                Number { value: month, .. },
                Number { value: day, .. },
            ] => checked(i16::try_from(year).ok()?, month, day),
            [
                Number { value: a, digits: 1 | 2 },
                Number { value: b, digits: 1 | 2 },
                Number { value, digits },
            ] => {
                let (month, day) = self.month_and_day(a, b)?;
                checked(full_year(value, digits)?, month, day)
            }
            _ => None,
        }
    }

    /// Two numbers as (month, day), in the order that is usual where that is possible.
    fn month_and_day(&self, a: u32, b: u32) -> Option<(u32, u32)> {
        let usual = if self.order == Order::DayFirst { (b, a) } else { (a, b) };
        let possible =
            |(month, day): &(u32, u32)| (1..=12).contains(month) && (1..=31).contains(day);
        [usual, (usual.1, usual.0)].into_iter().find(possible)
    }

    /// "2015-03", "03/2015", "2015/3".
    fn year_and_month(&self, at: usize) -> Found<Date> {
        let Term::Mark(mark @ (b'-' | b'/' | b'.')) = self.term(at + 1) else { return None };
        let (Term::Digits { value: a, digits: da }, Term::Digits { value: b, digits: db }) =
            (self.term(at), self.term(at + 2))
        else {
            return None;
        };
        let (year, month) = match (da, db) {
            (4, 1 | 2) => (a, b),
            (1 | 2, 4) if mark != b'.' => (b, a),
            _ => return None,
        };
        let spans_years = da == 4 && db == 2 && mark == b'-' && b > a % 100;
        let fits = (1..=12).contains(&month) && (1000..2200).contains(&year) && !spans_years;
        let tight = self.glued(at + 1) && self.glued(at + 2);
        let apart = mark != b'.';
        let code = self.is_mark(at + 3, b'-')
            && self.glued(at + 3)
            && matches!(self.term(at + 4), Term::Digits { .. });
        (fits && (tight || apart) && !code && self.ends_code(at + 3)).then(|| {
            let date = Date {
                year: i16::try_from(year).ok(),
                month: i8::try_from(month).ok(),
                ..Date::default()
            };
            (date, at + 3)
        })
    }

    /// "11/20", and after a word that calls for a day "4.22" and "4-22".
    fn two_numbers(&self, at: usize) -> Found<Date> {
        let Term::Mark(mark @ (b'-' | b'/' | b'.')) = self.term(at + 1) else { return None };
        let (Term::Digits { value: a, digits: 1 | 2 }, Term::Digits { value: b, digits: 1 | 2 }) =
            (self.term(at), self.term(at + 2))
        else {
            return None;
        };
        let called = matches!(self.term_before(at), Term::Weekday(_)) || self.is_called_for(at);
        let slashed = mark == b'/' && !is_fraction(a, b);
        let tight = self.glued(at + 1) && self.glued(at + 2);
        let (month, day) = self.month_and_day(a, b)?;
        (tight && (called || slashed) && self.ends_code(at + 3)).then(|| {
            let date = Date {
                month: i8::try_from(month).ok(),
                day: i8::try_from(day).ok(),
                ..Date::default()
            };
            (date, at + 3)
        })
    }

    /// Whether the word before calls for a day: "on", "this", "next".
    fn is_called_for(&self, at: usize) -> bool {
        use Key::{Next, On, This};
        at > 0 && self.is_any(at - 1, &[On, Next, This])
    }
}

/// One field of a date in numbers.
enum Field {
    Number { value: u32, digits: u8 },
    Month(i8),
}

/// Whether `a/b` is rather a fraction, a way to count, or an emergency number: "1/2", "24/7",
/// "9/11".
fn is_fraction(a: u32, b: u32) -> bool {
    (a < b && b <= 10) || a == b || matches!((a, b), (24, 7) | (9, 11) | (20, 20))
}

/// The year that two or four digits stand for: those from 40 on are of the 20th century.
pub(super) fn full_year(value: u32, digits: u8) -> Option<i16> {
    let year = match digits {
        4 => value,
        2 if value < 40 => 2000 + value,
        2 => 1900 + value,
        _ => return None,
    };
    i16::try_from(year).ok()
}

fn checked(year: i16, month: u32, day: u32) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let exists = jiff::civil::Date::new(year, month, 1).is_ok() && (1..=31).contains(&day);
    exists.then_some(Date { year: Some(year), month: Some(month), day: Some(day), weekday: None })
}
