//! Intervals, times and lengths of time in words, as an answer writes them.
//!
//! Days are written "6 March 2015" and times "02:49", whatever the article writes; what the
//! interval leaves open stays open. Nothing here resolves anything.

use jiff::civil::{Date, DateTime};

use super::expression::{Amount, Bound, Clock, Expression, Part, Unit};
use super::month::month_name;
use super::when::{Precision, Shape, When};

impl When {
    /// The interval in words, without a preposition: "March 2015", "6 March 2015", "the 1990s",
    /// "3 March 2019, 02:49 local time", "between 12 and 15 March 2015", "since 1993".
    pub fn written(&self) -> String {
        match (self.bound, self.shape) {
            (Some(bound), _) => bounded_words(bound, &self.bounded_point()),
            (None, Shape::Range { last, of, first }) => self.written_range(last, of, first),
            (None, _) => self.point(),
        }
    }

    /// As [`When::written`], but what is "later this month" or "earlier this year" as that month or
    /// year: the words that say so stand beside it, or do not matter.
    pub fn written_widely(&self) -> String {
        match self.shape {
            Shape::Part { part: Part::Earlier | Part::Later, whole, of }
                if self.bound.is_none() =>
            {
                unit_words(whole, of, None)
            }
            _ => self.written(),
        }
    }

    /// What the words leave open, as a remark: "no day is given". Nothing for days and times that
    /// are exact.
    pub fn exactness(&self) -> Option<&'static str> {
        match (self.precision, self.approximate) {
            (Precision::Month | Precision::PartOfMonth, _) => Some("no day is given"),
            (Precision::Year, _) => Some("no month is given"),
            (Precision::Decade | Precision::Century | Precision::Years, _) => {
                Some("no year is given")
            }
            (Precision::Week | Precision::Days, _) => Some("the day is not given"),
            (Precision::PartOfYear, _) => Some("the month is not exact"),
            (Precision::PartOfDay, _) => Some("the hour is not given"),
            (_, true) => Some("the time is approximate"),
            _ => None,
        }
    }

    /// The point that an open interval begins or ends with.
    fn bounded_point(&self) -> String {
        match self.shape {
            Shape::Range { last, of, .. } => unit_words(last, of, self.zone.as_deref()),
            _ if self.start == DateTime::MIN => {
                let edge = if self.bound == Some(Bound::Before) {
                    self.end
                } else {
                    self.last_day().into()
                };
                When { start: edge, ..self.clone() }.point()
            }
            _ => self.point(),
        }
    }

    fn point(&self) -> String {
        match self.shape {
            Shape::Unit if self.precision == Precision::Days => self.written_days(),
            Shape::Unit | Shape::Range { .. } => {
                unit_words(self.start, self.precision, self.zone.as_deref())
            }
            Shape::Season(season) => format!("{} {}", season.as_str(), self.season_year()),
            Shape::YearPart(n, of) => {
                let part = if of == 4 { "quarter" } else { "half" };
                format!("the {} {part} of {}", ordinal(n.into()), self.start.year())
            }
            Shape::Weekend => format!("the weekend of {}", self.written_days()),
            Shape::Part { part, whole, of } => part_words(part, whole, of),
            Shape::DayPart(name, part) => {
                let part = part.map_or("", part_word);
                let blank = if part.is_empty() { "" } else { " " };
                format!("{}, {part}{blank}{}", written_day(self.start.date()), name.as_str())
            }
            Shape::Offset(unit) => offset_words(self.start, unit),
            Shape::Window => self.written_window(),
        }
    }

    /// A winter runs over two years.
    fn season_year(&self) -> String {
        match (self.start.year(), self.last_day().year()) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}/{:02}", last % 100),
        }
    }

    /// From the first day to the last: "7 to 8 March 2015".
    fn written_days(&self) -> String {
        let (first, last) = (self.start.date(), self.last_day());
        if first == last {
            return written_day(first);
        }
        format!("{} to {}", without_shared(first, last), written_day(last))
    }

    fn written_window(&self) -> String {
        if self.precision == Precision::PartOfDay {
            return format!("from {} to {}", moment_words(self.start), moment_words(self.end));
        }
        let about = if self.approximate { "about " } else { "" };
        format!("from {about}{}", self.written_days())
    }

    fn written_range(&self, last: DateTime, of: Precision, first: Precision) -> String {
        let (from, to) = (self.start, last);
        if first == Precision::Day && of == Precision::Day {
            return format!(
                "between {} and {}",
                without_shared(from.date(), to.date()),
                written_day(to.date())
            );
        }
        if first <= Precision::Hour && from.date() == to.date() {
            let zone = self.zone.as_deref().map_or(String::new(), |zone| format!(" {zone}"));
            return format!(
                "{}, from {} to {}{zone}",
                written_day(from.date()),
                clock_words(from),
                clock_words(to)
            );
        }
        if first == Precision::Month && of == Precision::Month && from.year() == to.year() {
            return format!("from {} to {}", month_name(from.month()), unit_words(to, of, None));
        }
        format!(
            "from {} to {}",
            unit_words(from, first, None),
            unit_words(to, of, self.zone.as_deref())
        )
    }
}

impl Expression {
    /// The expression in words where it has no place in the calendar: a time of day, a length of
    /// time.
    pub fn written(&self) -> Option<String> {
        match self {
            Expression::Clock(clock) => Some(clock.written()),
            Expression::DayPart(part) => Some(part.as_str().to_owned()),
            Expression::Part { part, whole } => {
                Some(format!("{} {}", part_word(*part), whole.written()?))
            }
            Expression::Duration(amount) => Some(amount.written()),
            Expression::Range { from, to } => {
                Some(format!("from {} to {}", from.written()?, to.written()?))
            }
            Expression::Bounded { bound, of } => Some(bounded_words(*bound, &of.written()?)),
            Expression::Soon => Some("soon".to_owned()),
            Expression::Recently => Some("recently".to_owned()),
            _ => None,
        }
    }
}

impl Clock {
    /// "02:49 local time", "about 19:38 IST (14:08 UTC)"; "5 o'clock" where morning and evening are
    /// not told.
    pub fn written(&self) -> String {
        let about = if self.approximate { "about " } else { "" };
        let time = match (self.sure, self.minute) {
            (false, None) => format!("{} o'clock", self.hour),
            (false, Some(minute)) => format!("{}:{minute:02}", self.hour),
            (true, _) => format!("{:02}:{:02}", self.hour, self.minute.unwrap_or(0)),
        };
        let zone = self.zone.as_deref().map_or(String::new(), |zone| format!(" {zone}"));
        let utc = match (self.utc, self.zone.as_deref()) {
            (Some((hour, minute)), zone) if zone != Some("UTC") => {
                format!(" ({hour:02}:{minute:02} UTC)")
            }
            _ => String::new(),
        };
        format!("{about}{time}{zone}{utc}")
    }
}

impl Amount {
    /// "two years and 3 days" as "2 years and 3 days"; "a few" where the count is vague.
    pub fn written(&self) -> String {
        let parts: Vec<String> =
            self.parts.iter().map(|&(count, unit)| self.counted(count, unit)).collect();
        match parts.as_slice() {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} and {last}", first.join(", ")),
        }
    }

    fn counted(&self, count: f64, unit: Unit) -> String {
        let name = unit.as_str();
        let plural = match unit {
            Unit::Century => "centuries".to_owned(),
            Unit::Millennium => "millennia".to_owned(),
            _ => format!("{name}s"),
        };
        match count {
            3.0 if self.vague => format!("a few {plural}"),
            1.0 => format!("1 {name}"),
            0.5 => format!("half a {name}"),
            _ => format!("{count} {plural}"),
        }
    }
}

/// One calendar unit.
fn unit_words(start: DateTime, precision: Precision, zone: Option<&str>) -> String {
    let day = start.date();
    let zone = zone.map_or(String::new(), |zone| format!(" {zone}"));
    match precision {
        Precision::Second | Precision::Minute | Precision::Hour => {
            format!("{}{zone}", moment_words(start))
        }
        Precision::PartOfDay | Precision::Day | Precision::Days => written_day(day),
        Precision::Week => format!("the week of {}", written_day(day)),
        Precision::PartOfMonth | Precision::Month | Precision::PartOfYear => month_words(day),
        Precision::Year | Precision::Years => year_words(day.year()),
        Precision::Decade => format!("the {}s", day.year()),
        Precision::Century => format!("the {} century", ordinal(i32::from(day.year()) / 100 + 1)),
    }
}

/// A day in full: "6 March 2015".
pub fn written_day(day: Date) -> String {
    format!("{} {}", day.day(), month_words(day))
}

fn month_words(day: Date) -> String {
    format!("{} {}", month_name(day.month()), year_words(day.year()))
}

fn year_words(year: i16) -> String {
    year.to_string()
}

fn moment_words(moment: DateTime) -> String {
    format!("{}, {}", written_day(moment.date()), clock_words(moment))
}

fn clock_words(moment: DateTime) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

/// The first day without the month and year that it shares with the last.
fn without_shared(first: Date, last: Date) -> String {
    match (first.year() == last.year(), first.month() == last.month()) {
        (true, true) => first.day().to_string(),
        (true, false) => {
            format!("{} {}", first.day(), month_name(first.month()))
        }
        _ => written_day(first),
    }
}

fn part_words(part: Part, whole: DateTime, of: Precision) -> String {
    let name = unit_words(whole, of, None);
    match part {
        Part::Early | Part::Late => format!("{} {name}", part_word(part)),
        Part::Mid if of <= Precision::Day => format!("the middle of {name}"),
        Part::Mid => format!("mid-{}", name.trim_start_matches("the ")),
        Part::Beginning | Part::End => format!("the {} of {name}", part_word(part)),
        Part::Earlier => format!("earlier in {name}"),
        Part::Later => format!("the rest of {name}"),
    }
}

fn part_word(part: Part) -> &'static str {
    match part {
        Part::Early => "early",
        Part::Mid => "mid",
        Part::Late => "late",
        Part::Beginning => "beginning",
        Part::End => "end",
        Part::Earlier => "earlier",
        Part::Later => "later",
    }
}

/// A day that was reached by counting units, as exactly as those units are.
fn offset_words(day: DateTime, unit: Unit) -> String {
    match unit {
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => {
            format!("about {}", year_words(day.year()))
        }
        Unit::Month | Unit::Quarter => format!("about {}", month_words(day.date())),
        _ => format!("about {}", written_day(day.date())),
    }
}

fn bounded_words(bound: Bound, point: &str) -> String {
    match bound {
        Bound::Since => format!("since {point}"),
        Bound::NotBefore => format!("{point} or later"),
        Bound::After => format!("after {point}"),
        Bound::Before => format!("before {point}"),
        Bound::By => format!("by {point}"),
        Bound::Until => format!("until {point}"),
    }
}

fn ordinal(n: i32) -> String {
    let suffix = match (n % 10, n % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}
