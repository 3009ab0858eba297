//! The units of time, the parts of the day and the seasons, with their names and lengths.

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    /// Monday to Friday.
    BusinessDay,
    Weekend,
    /// The Monday to Friday of a week.
    Workweek,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The unit by its name in the word list.
    pub(super) fn named(name: &str) -> Option<Unit> {
        Some(match name {
            "second" => Unit::Second,
            "minute" => Unit::Minute,
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "weekend" => Unit::Weekend,
            "workweek" => Unit::Workweek,
            "week" => Unit::Week,
            "fortnight" => Unit::Fortnight,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "year" => Unit::Year,
            "decade" => Unit::Decade,
            "century" => Unit::Century,
            "millennium" => Unit::Millennium,
            _ => return None,
        })
    }

    /// Its length in seconds, a month taken as 30 days and a year as 365.
    pub fn seconds(self) -> f64 {
        const DAY: f64 = 86_400.0;
        match self {
            Unit::Second => 1.0,
            Unit::Minute => 60.0,
            Unit::Hour => 3600.0,
            Unit::Day | Unit::BusinessDay => DAY,
            Unit::Weekend => 2.0 * DAY,
            Unit::Workweek => 5.0 * DAY,
            Unit::Week => 7.0 * DAY,
            Unit::Fortnight => 14.0 * DAY,
            Unit::Month => 30.0 * DAY,
            Unit::Quarter => 90.0 * DAY,
            Unit::Year => 365.0 * DAY,
            Unit::Decade => 3650.0 * DAY,
            Unit::Century => 36_500.0 * DAY,
            Unit::Millennium => 365_000.0 * DAY,
        }
    }

    /// The name in the singular.
    pub fn as_str(self) -> &'static str {
        match self {
            Unit::Second => "second",
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::BusinessDay => "working day",
            Unit::Weekend => "weekend",
            Unit::Workweek => "working week",
            Unit::Week => "week",
            Unit::Fortnight => "fortnight",
            Unit::Month => "month",
            Unit::Quarter => "quarter",
            Unit::Year => "year",
            Unit::Decade => "decade",
            Unit::Century => "century",
            Unit::Millennium => "millennium",
        }
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
    Daytime,
    Dawn,
    Dusk,
    Breakfast,
    Lunch,
    Dinner,
}

impl DayPart {
    pub(super) fn named(name: &str) -> Option<DayPart> {
        Some(match name {
            "morning" => DayPart::Morning,
            "afternoon" => DayPart::Afternoon,
            "evening" => DayPart::Evening,
            "night" => DayPart::Night,
            "daytime" => DayPart::Daytime,
            "dawn" => DayPart::Dawn,
            "dusk" => DayPart::Dusk,
            "breakfast" => DayPart::Breakfast,
            "lunch" => DayPart::Lunch,
            "dinner" => DayPart::Dinner,
            _ => return None,
        })
    }

    /// The hours it is taken to last, from 0 to 24. They are a convention: nobody is bound to it.
    pub fn hours(self) -> (i8, i8) {
        match self {
            DayPart::Morning => (8, 12),
            DayPart::Afternoon => (12, 16),
            DayPart::Evening => (16, 20),
            DayPart::Night => (20, 24),
            DayPart::Daytime => (8, 18),
            DayPart::Dawn => (5, 7),
            DayPart::Dusk => (18, 20),
            DayPart::Breakfast => (8, 12),
            DayPart::Lunch => (11, 13),
            DayPart::Dinner => (16, 20),
        }
    }

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            DayPart::Morning => "morning",
            DayPart::Afternoon => "afternoon",
            DayPart::Evening => "evening",
            DayPart::Night => "night",
            DayPart::Daytime => "daytime",
            DayPart::Dawn => "dawn",
            DayPart::Dusk => "dusk",
            DayPart::Breakfast => "breakfast time",
            DayPart::Lunch => "lunchtime",
            DayPart::Dinner => "dinner time",
        }
    }
}

/// A season, as north of the equator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    pub(super) fn named(name: &str) -> Option<Season> {
        Some(match name {
            "spring" => Season::Spring,
            "summer" => Season::Summer,
            "autumn" => Season::Autumn,
            "winter" => Season::Winter,
            _ => return None,
        })
    }

    /// Its first month; it lasts three.
    pub fn first_month(self) -> i8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Season::Spring => "spring",
            Season::Summer => "summer",
            Season::Autumn => "autumn",
            Season::Winter => "winter",
        }
    }
}
