//! What a date or time expression says, as syntax: nothing here knows the date of an article.
//!
//! The grammar builds these trees, `resolve` turns them into intervals. A tree says what stood in
//! the text ("last Friday", "the third week of March"), never what it comes to.

pub use super::unit::{DayPart, Season, Unit};

/// A date or time expression as it was said.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// Numbers and names of the calendar: "2014", "March 2015", "6 March", "Friday", "the 24th".
    Date(Date),
    /// The decade that begins with this year: "the 1990s".
    Decade(i16),
    /// A century by its number: "the 19th century".
    Century(i16),
    /// A quarter of a year, 1 to 4.
    Quarter(i8),
    /// A half of a year, 1 or 2.
    HalfYear(i8),
    /// A week of a year by its number, 1 to 53.
    WeekNumber(i8),
    /// A season of the northern year.
    Season(Season),
    /// A day with a name.
    Holiday(Holiday),
    /// A whole unit counted from an anchor: "today", "last week", "next year", "the following day".
    Shift {
        /// What is counted.
        unit: Unit,
        /// How many; negative before the anchor, 0 the one around it.
        by: i32,
        /// What it is counted from.
        base: Base,
    },
    /// A named stretch chosen by a word: "last Friday", "this summer", "next Easter".
    Chosen {
        /// Which of them it is, seen from the anchor.
        turn: Turn,
        /// A [`Date`](Expression::Date), season, holiday or quarter.
        named: Box<Expression>,
    },
    /// A stretch that ends or begins with the anchor: "the past four years", "within 48 hours".
    Window {
        /// How long it is.
        amount: Amount,
        /// Which way it lies.
        side: Side,
        /// Where it begins or ends.
        base: Base,
    },
    /// A point some way off: "three days ago", "in two weeks", "two weeks before Christmas".
    Offset {
        /// How far.
        amount: Amount,
        /// Which way.
        side: Side,
        /// From what.
        base: Base,
    },
    /// The nth unit or weekday of something: "the third week", "the first Friday", "the last two
    /// months".
    Nth {
        /// 1 for the first; -1 for the last.
        n: i8,
        /// How many follow one another, 1 or more.
        count: i8,
        /// What is counted.
        what: Counted,
    },
    /// One expression inside another: "March last year", "the first Friday of next month".
    Within {
        /// The shorter one, which is meant: "March".
        inner: Box<Expression>,
        /// The longer one, which tells which: "last year".
        outer: Box<Expression>,
    },
    /// The calendar unit that holds a day: "the week of April 10th", "the weekend of Halloween".
    Around {
        /// Week, weekend or month.
        unit: Unit,
        /// A day in it, or next to it.
        day: Box<Expression>,
    },
    /// A rough piece: "early 2014", "the end of March", "later this month".
    Part {
        /// Which piece.
        part: Part,
        /// Of what.
        whole: Box<Expression>,
    },
    /// A part of some day: "morning", "night".
    DayPart(DayPart),
    /// A time of day.
    Clock(Clock),
    /// A time of day, or part of one, on some day.
    At {
        /// The day that it is a time of.
        day: Box<Expression>,
        /// A clock time, part of the day, or range of clock times.
        time: Box<Expression>,
    },
    /// From one point to another, both included.
    Range {
        /// Where it begins.
        from: Box<Expression>,
        /// Where it ends.
        to: Box<Expression>,
    },
    /// So long from some point on: "for three days from Monday".
    Lasting {
        /// Where it begins.
        from: Box<Expression>,
        /// How long it lasts.
        amount: Amount,
    },
    /// Open on one side: "since 1993", "before Monday".
    Bounded {
        /// Which side, and how.
        bound: Bound,
        /// The day or stretch at which it begins or ends.
        of: Box<Expression>,
    },
    /// A length of time with no place in the calendar: "for two hours", "seven-hour".
    Duration(Amount),
    /// Something that comes again: "every Monday", "weekly".
    Set,
    /// "now", "at present".
    Now,
    /// "soon", "shortly".
    Soon,
    /// "recently".
    Recently,
}

/// What the calendar says, as far as it was said. At least one field is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Date {
    /// The year of our era.
    pub year: Option<i16>,
    /// 1 for January.
    pub month: Option<i8>,
    /// 1 to 31, which need not exist in the month.
    pub day: Option<i8>,
    /// 1 for Monday to 7 for Sunday.
    pub weekday: Option<i8>,
}

impl Date {
    /// The year alone.
    pub fn year(year: i16) -> Date {
        Date { year: Some(year), ..Date::default() }
    }

    /// The month alone.
    pub fn month(month: i8) -> Date {
        Date { month: Some(month), ..Date::default() }
    }

    /// The weekday alone.
    pub fn weekday(weekday: i8) -> Date {
        Date { weekday: Some(weekday), ..Date::default() }
    }

    /// Whether it says a day, by number or by weekday.
    pub fn has_day(self) -> bool {
        self.day.is_some() || self.weekday.is_some()
    }
}

/// How much time: counts of units, the larger first as a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// Counts, 0 or more, and their units.
    pub parts: Vec<(f64, Unit)>,
    /// Whether the count is a word such as "few", which is read as 3.
    pub vague: bool,
}

impl Amount {
    /// So many of one unit, exactly.
    pub fn of(count: f64, unit: Unit) -> Amount {
        Amount { parts: vec![(count, unit)], vague: false }
    }

    /// Its length in seconds, a month taken as 30 days and a year as 365.
    pub fn seconds(&self) -> f64 {
        self.parts.iter().map(|&(count, unit)| count * unit.seconds()).sum()
    }

    /// Its smallest unit.
    pub fn finest(&self) -> Unit {
        self.parts.iter().map(|&(_, unit)| unit).min().unwrap_or(Unit::Day)
    }
}

/// What a relative expression is counted from.
#[derive(Clone, Debug, PartialEq)]
pub enum Base {
    /// The day of publication: "two days ago", "last week".
    Publication,
    /// The point that the story has reached: "two days later", "the same day".
    Story,
    /// A point that is named: "two days after Christmas".
    Point(Box<Expression>),
}

/// Which way from an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Side {
    Before,
    After,
}

/// The word that chooses among the Fridays, Marches and summers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// "last", "previous": that of the week or year before.
    Last,
    /// "past", "this past": the nearest one behind.
    Past,
    /// "this", "current": that of the same week or year.
    This,
    /// "coming": the nearest one ahead.
    Coming,
    /// "next", "following": that of the week or year after.
    Next,
}

/// What an ordinal number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Counted {
    Unit(Unit),
    /// 1 for Monday to 7 for Sunday.
    Weekday(i8),
}

/// A rough piece of a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// "early".
    Early,
    /// "mid", "the middle of".
    Mid,
    /// "late".
    Late,
    /// "the beginning of".
    Beginning,
    /// "the end of".
    End,
    /// "earlier": what lies behind the anchor.
    Earlier,
    /// "later", "the rest of": what lies ahead of the anchor.
    Later,
}

/// The day of a feast, as the rule that gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// The same day every year.
    Fixed {
        /// 1 for January.
        month: i8,
        /// Of the month.
        day: i8,
    },
    /// So many days after the nth weekday of a month.
    Weekday {
        /// 1 for January.
        month: i8,
        /// 1 for Monday.
        weekday: i8,
        /// 1 for the first, 0 for the last.
        n: i8,
        /// Days to add.
        plus: i32,
    },
    /// So many days after Western Easter Sunday.
    Easter {
        /// Days, negative before it.
        plus: i32,
    },
}

/// A time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 23.
    pub hour: i8,
    /// 0 to 59, where it was said.
    pub minute: Option<i8>,
    /// 0 to 59, where it was said.
    pub second: Option<i8>,
    /// Whether morning and afternoon can be told apart.
    pub sure: bool,
    /// Whether "around" or the like stood before it.
    pub approximate: bool,
    /// The time zone that the text gives, as it gives it: "local time", "UTC".
    pub zone: Option<String>,
    /// The same time in coordinated universal time, hour and minute, where the text gives both.
    pub utc: Option<(i8, i8)>,
}

/// How an interval is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Bound {
    Since,
    NotBefore,
    After,
    Before,
    By,
    Until,
}
