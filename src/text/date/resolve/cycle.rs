//! What comes every week, month or year: which one is meant.

use jiff::ToSpan;
use jiff::civil::{DateTime, Weekday};

use super::super::expression::{Date, Expression, Holiday, Unit};
use super::super::leaning::Leaning;
use super::super::when::{Precision, Shape, When};
use super::{Context, units};

/// How many weeks on either side of the anchor are tried.
const WEEKS: i16 = 2;
/// How many years: 29 February may be eight years away.
const YEARS: i16 = 8;
/// How many months: a Friday the 13th may be fourteen months away, a Saturday the 31st more.
const MONTHS: i32 = 30;

/// How many days back a date is for a report to name its year.
const LONG_AGO: i64 = 300;
/// How many days back a day is that nobody tells of without its year, even as past.
const NEARLY_A_YEAR: i64 = 330;
/// How many days ahead a date is near.
const SOON: i64 = 60;

/// After which unit the expression comes again.
pub(super) fn unit_of(named: &Expression) -> Unit {
    match named {
        Expression::Date(Date { month: None, day: None, weekday: Some(_), .. }) => Unit::Week,
        Expression::Date(Date { month: None, day: Some(_), .. }) => Unit::Month,
        _ => Unit::Year,
    }
}

impl Context {
    /// A date of the calendar, with what it leaves out put in.
    pub(super) fn date(&self, date: Date) -> Option<When> {
        match (date.year, date.month, date.day) {
            (Some(year), Some(month), Some(day)) => {
                units::day(jiff::civil::Date::new(year, month, day).ok()?)
            }
            (Some(year), Some(month), None) => units::month(year, month),
            (Some(year), None, _) => units::years(year, 1, Precision::Year),
            _ => self.yearly(&Expression::Date(date)),
        }
    }

    /// The instance of a recurring expression that is meant.
    pub(super) fn yearly(&self, named: &Expression) -> Option<When> {
        let instances = self.instances(named)?;
        if let Some((start, end)) = self.frame {
            return instances.into_iter().find(|when| (start..end).contains(&when.start));
        }
        let weekday_of_month = matches!(
            named,
            Expression::Date(Date { day: Some(_), month: None, weekday: Some(_), .. })
        );
        let this_month = |when: &&When| {
            self.anchor.is_some_and(|now| {
                when.start.date().first_of_month() == now.date().first_of_month()
            })
        };
        match instances.iter().find(this_month).filter(|_| weekday_of_month) {
            Some(when) => Some(when.clone()),
            None => self.lean(instances),
        }
    }

    /// The instance that the leaning prefers.
    fn lean(&self, instances: Vec<When>) -> Option<When> {
        let today = self.anchor?;
        let midnight = units::midnight(today.date());
        let begun = |when: &&When| when.start.date() <= today.date();
        let past = || instances.iter().rfind(begun);
        let future = || instances.iter().find(|when| when.end > midnight);
        let distance = |when: &When| today.duration_since(when.start).abs();
        let days = |when: &When| distance(when).as_hours() / 24;
        match self.leaning {
            Leaning::Past => match (past(), future()) {
                // "Opened on Friday and end on October 6": nobody calls a day of a year ago so.
                (Some(past), Some(future))
                    if past.precision <= Precision::Day
                        && days(past) > NEARLY_A_YEAR
                        && days(future) < SOON =>
                {
                    Some(future)
                }
                (past, future) => past.or(future),
            },
            Leaning::Report => match (past(), future()) {
                (Some(past), Some(future)) if days(past) > LONG_AGO && days(future) < SOON => {
                    Some(future)
                }
                (past, future) => past.or(future),
            },
            Leaning::Future => future().or_else(past),
            Leaning::Nearest => {
                [past(), future()].into_iter().flatten().min_by_key(|when| distance(when))
            }
        }
        .cloned()
    }

    /// All instances in the frame, or around the anchor, in order.
    pub(super) fn instances(&self, named: &Expression) -> Option<Vec<When>> {
        let unit = unit_of(named);
        let (first, last) = self.reach(unit)?;
        Some(match unit {
            Unit::Week => weekdays(named, first, last),
            Unit::Month => month_days(named, first, last),
            _ => (first.year()..=last.year()).filter_map(|year| of_year(named, year)).collect(),
        })
    }

    /// From when to when instances of what comes again every `unit` are looked for.
    fn reach(&self, unit: Unit) -> Option<(DateTime, DateTime)> {
        if let Some((start, end)) = self.frame {
            let latest = start.checked_add(100.years()).ok()?;
            return Some((start, end.min(latest)));
        }
        let anchor = self.anchor?;
        let reach = if unit == Unit::Week { WEEKS.weeks() } else { YEARS.years() };
        Some((anchor.checked_sub(reach).ok()?, anchor.checked_add(reach).ok()?))
    }
}

/// The instance of a year.
fn of_year(named: &Expression, year: i16) -> Option<When> {
    match named {
        Expression::Date(date) => match (date.month?, date.day) {
            (month, Some(day)) => units::day(jiff::civil::Date::new(year, month, day).ok()?),
            (month, None) => units::month(year, month),
        },
        Expression::Quarter(n) => year_part(year, *n, 4),
        Expression::HalfYear(n) => year_part(year, *n, 2),
        Expression::Season(season) => {
            let start = units::first_of(year, season.first_month())?;
            let end = start.checked_add(3.months()).ok()?;
            Some(
                units::days(start, end, Precision::PartOfYear)
                    .shaped(Shape::Season(*season))
                    .roughly(),
            )
        }
        Expression::Holiday(holiday) => units::day(holiday_of(*holiday, year)?),
        _ => None,
    }
}

/// The nth of so many equal parts of a year.
fn year_part(year: i16, n: i8, of: i8) -> Option<When> {
    let months = 12 / of;
    let start = units::first_of(year, (n - 1).checked_mul(months)? + 1)?;
    let end = start.checked_add(i64::from(months).months()).ok()?;
    Some(units::days(start, end, Precision::PartOfYear).shaped(Shape::YearPart(n, of)))
}

fn holiday_of(holiday: Holiday, year: i16) -> Option<jiff::civil::Date> {
    match holiday {
        Holiday::Fixed { month, day } => jiff::civil::Date::new(year, month, day).ok(),
        Holiday::Easter { plus } => units::moved(units::easter(year)?, i64::from(plus).days()),
        Holiday::Weekday { month, weekday, n, plus } => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            let n = if n == 0 { -1 } else { n };
            let day = units::first_of(year, month)?.nth_weekday_of_month(n, weekday).ok()?;
            units::moved(day, i64::from(plus).days())
        }
    }
}

/// Every such weekday near the beginning of the reach, or in the whole of a short frame.
fn weekdays(named: &Expression, first: DateTime, last: DateTime) -> Vec<When> {
    let Expression::Date(Date { weekday: Some(weekday), .. }) = named else { return Vec::new() };
    let Some(monday) = units::monday(first.date()) else { return Vec::new() };
    let weeks = (last.date() - first.date()).get_days() / 7 + 2;
    (0..i64::from(weeks))
        .filter_map(|week| {
            let day = units::moved(monday, (week * 7 + i64::from(weekday - 1)).days())?;
            units::day(day)
        })
        .collect()
}

/// Every such day of a month, on that weekday where one was said.
fn month_days(named: &Expression, first: DateTime, last: DateTime) -> Vec<When> {
    let Expression::Date(Date { day: Some(day), weekday, .. }) = named else { return Vec::new() };
    let start = first.date().first_of_month();
    let months = (i32::from(last.year()) - i32::from(first.year())) * 12 + 12;
    (0..months.min(MONTHS * 8))
        .filter_map(|month| {
            let month = units::moved(start, i64::from(month).months())?;
            let day = jiff::civil::Date::new(month.year(), month.month(), *day).ok()?;
            let fits =
                weekday.is_none_or(|weekday| day.weekday().to_monday_one_offset() == weekday);
            fits.then(|| units::day(day))?
        })
        .collect()
}
