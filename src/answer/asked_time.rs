//! The time that a question names: "today", "last week", "on Friday", "in June 2012".
//!
//! What is told from the running day ("today") is meant from the day that the question is asked on;
//! a date of the calendar means itself.

use jiff::civil::Date;

use crate::fact::{Base, DateKind, Dated, Passage, Source};
use crate::question::{AnswerType, Query, QuestionType, Term, Time};
use crate::text::date::{
    self, Base as Anchor, Date as Calendar, Expression, Leaning, Precision, Side, Unit, When,
};
use crate::text::fold;

/// The time that a question names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct AskedTime {
    /// The words of the question.
    pub(crate) words: String,
    /// The days meant.
    days: Days,
    /// How the days are told.
    pub(crate) told: Told,
}

/// How a question tells the time it asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// From the running day, and no article's words can be meant: "today", "this week".
    Running,
    /// From the running day, or as the articles tell it: "on Friday", "next year".
    Loosely,
    /// By the calendar: "in June 2012", "on 27 November".
    Calendar,
}

/// Which days are meant.
#[derive(Clone, Debug, PartialEq)]
enum Days {
    /// Those of an interval.
    Of(When),
    /// A day or month of any year.
    Yearly { month: i8, day: Option<i8> },
}

/// How the time of a passage lies to the time asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// Outside of it.
    Outside,
    /// Perhaps within: "this month" where a day is asked about.
    Perhaps,
    /// Within.
    Within,
}

/// An article is of the days asked about when it was published at most so many days off, besides
/// as many as are asked about.
const NEAR: i64 = 10;

/// The time that `query` names, as of `today`; and the tokens that name it.
pub(crate) fn of(query: &Query, today: Date) -> Option<(AskedTime, Vec<usize>)> {
    let mentions = date::find(&query.text);
    let mention = mentions.iter().find(|mention| kind(&mention.expression).is_some())?;
    let tokens: Vec<usize> = (0..query.words.len())
        .filter(|&token| query.grammar.tokens[token].span.overlaps(mention.span))
        .collect();
    let told = kind(&mention.expression)?;
    let names_thing = told == Told::Calendar && describes_noun(query, &tokens);
    if names_thing || is_asked_for(query, &tokens) || is_verb(query, &tokens) {
        return None;
    }
    let leaning = match query.time {
        Time::Past => Leaning::Past,
        Time::Future => Leaning::Future,
        Time::Any => Leaning::Nearest,
    };
    let days = match &mention.expression {
        Expression::Date(Calendar { year: None, month: Some(month), day, .. }) => {
            Days::Yearly { month: *month, day: *day }
        }
        expression => {
            let anchor = today.to_datetime(jiff::civil::Time::midnight());
            Days::Of(date::resolve(expression, Some(anchor), leaning)?)
        }
    };
    let words = mention.span.of(&query.text).to_owned();
    Some((AskedTime { words, days, told }, tokens))
}

fn kind(expression: &Expression) -> Option<Told> {
    match expression {
        Expression::Shift { unit, by, base: Anchor::Publication } => Some(shifted(*unit, *by)),
        Expression::Offset { amount, side: Side::Before, base: Anchor::Publication } => {
            (amount.finest() <= Unit::Week).then_some(Told::Running)
        }
        Expression::Chosen { .. } => Some(Told::Loosely),
        Expression::Date(Calendar { year: None, month: None, day: None, weekday: Some(_) }) => {
            Some(Told::Loosely)
        }
        Expression::Date(Calendar { year: None, month: None, .. }) => None,
        Expression::Date(_) => Some(Told::Calendar),
        Expression::At { day, .. } | Expression::Part { whole: day, .. } => kind(day),
        Expression::Around { day, .. } => kind(day),
        Expression::Within { inner, outer } => kind(outer).and(kind(inner)).or_else(|| kind(outer)),
        _ => None,
    }
}

/// Days, weeks and the running month are the asker's; "last month", "next year"
/// may be an article's.
fn shifted(unit: Unit, by: i32) -> Told {
    let near = unit <= Unit::Fortnight || (unit == Unit::Month && by == 0);
    if near { Told::Running } else { Told::Loosely }
}

/// "Which Friday": the time is what is asked for.
fn is_asked_for(query: &Query, tokens: &[usize]) -> bool {
    let before = tokens.first().and_then(|first| first.checked_sub(1));
    before.is_some_and(|before| query.grammar.tokens[before].tag.is_wh())
}

/// "When did they last *fall* out?": of what is asked when, no season of last year is known.
fn is_verb(query: &Query, tokens: &[usize]) -> bool {
    const VERBS: [&str; 3] = ["fall", "march", "spring"];
    let (first, last) = (tokens.first().copied(), tokens.last().copied());
    query.asks == QuestionType::When
        && first.is_some_and(|first| query.word(first) == "last")
        && last.is_some_and(|last| VERBS.contains(&query.word(last)))
}

/// "The 2006 coup", "the March summit": the time belongs to a name, and not to what is asked.
fn describes_noun(query: &Query, tokens: &[usize]) -> bool {
    use crate::text::syntax::Relation;
    tokens.iter().any(|&token| {
        matches!(
            query.grammar.tokens[token].relation,
            Relation::Compound | Relation::Amod | Relation::NmodDesc
        ) && query.grammar.head(token).is_some_and(|head| !tokens.contains(&head))
    })
}

impl AskedTime {
    /// How those of a passage's dates that count lie to the time asked about: the best of them.
    pub(crate) fn fit(&self, passage: &Passage, counts: impl Fn(&Dated) -> bool) -> Fit {
        let of = |date: &Dated| match (&date.when, date.kind) {
            (Some(when), DateKind::Calendar | DateKind::Clock) => self.fit_of(when),
            _ => Fit::Outside,
        };
        let counted = passage.dates.iter().filter(|date| counts(date));
        counted.map(of).max().unwrap_or(Fit::Outside)
    }

    /// How one interval lies to the time asked about.
    pub(crate) fn fit_of(&self, when: &When) -> Fit {
        match &self.days {
            _ if when.is_open() => Fit::Outside,
            Days::Of(asked) if asked.contains(when) => Fit::Within,
            Days::Of(asked) if when.precision <= Precision::Month && asked.overlaps(when) => {
                Fit::Perhaps
            }
            Days::Yearly { month, day } => {
                let start = when.start.date();
                let same = start.month() == *month && when.precision <= Precision::Month;
                match day {
                    None if same => Fit::Within,
                    Some(day)
                        if same && when.precision <= Precision::Day && start.day() == *day =>
                    {
                        Fit::Within
                    }
                    Some(_) if same && when.precision > Precision::Day => Fit::Perhaps,
                    _ => Fit::Outside,
                }
            }
            Days::Of(_) => Fit::Outside,
        }
    }

    /// Whether an article from before that time tells one in the same words: who has just heard of
    /// it means its "next week".
    pub(crate) fn is_told_in(&self, base: &Base, source: u32) -> bool {
        let words = fold(&self.words);
        let mut passages = base.passages_of(source as usize).map(|number| base.passage(number));
        let source = base.sources().get(source as usize);
        source.is_some_and(|source| !self.is_near(source))
            && passages.any(|passage| fold(&passage.text).contains(&words))
    }

    /// Whether an article without a day of its own tells of the time in the question's words:
    /// "yesterday" in it may be the "yesterday" of the question.
    pub(crate) fn is_told_undated(&self, base: &Base, source: u32) -> bool {
        let is_undated =
            base.sources().get(source as usize).is_some_and(|source| source.published.is_none());
        is_undated && self.is_told_in(base, source)
    }

    /// How many days lie between an interval and the time asked about.
    pub(crate) fn days_to(&self, when: &When) -> i64 {
        let Days::Of(asked) = &self.days else { return 0 };
        let between = |a: Date, b: Date| i64::from((b - a).get_days());
        let (start, end) = (when.start.date(), when.last_day());
        between(asked.last_day(), start).max(between(end, asked.start.date())).max(0)
    }

    /// The days in words.
    pub(crate) fn written(&self) -> String {
        match &self.days {
            Days::Of(when) => when.written(),
            Days::Yearly { .. } => self.words.clone(),
        }
    }

    /// Whether a source may have been written around the days asked about.
    pub(crate) fn is_near(&self, source: &Source) -> bool {
        let Days::Of(asked) = &self.days else { return false };
        let (from, to) = (asked.start.date(), asked.last_day());
        let near = NEAR + i64::from((to - from).get_days());
        source.published.is_some_and(|day| {
            i64::from((from - day).get_days()) <= near && i64::from((day - to).get_days()) <= near
        })
    }
}

/// The query without the words that name its time.
pub(crate) fn without(query: &Query, tokens: &[usize]) -> Query {
    let kept = |term: &Term| term.is_context || !tokens.contains(&term.token);
    let mut rest = query.clone();
    rest.terms.retain(kept);
    if rest.focus.as_ref().is_some_and(|focus| tokens.contains(&focus.token)) {
        // "What happened last week" was read as asking for a week.
        rest.focus = None;
        (rest.asks, rest.expects) = (QuestionType::What, AnswerType::Action);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::testing::read;
    use jiff::civil::date;

    fn asked(text: &str) -> Option<AskedTime> {
        of(&read(text), date(2015, 3, 11)).map(|(time, _)| time)
    }

    fn told(text: &str) -> Option<(Told, String)> {
        asked(text).map(|time| (time.told, time.written()))
    }

    #[test]
    fn the_running_day_is_the_one_that_it_is_asked_on() {
        let running = |days: &str| Some((Told::Running, days.to_owned()));
        assert_eq!(told("what happens today?"), running("11 March 2015"));
        assert_eq!(told("what happened yesterday in Cairo?"), running("10 March 2015"));
        assert_eq!(told("are there talks this week?"), running("the week of 9 March 2015"));
        assert_eq!(told("what is planned this month?"), running("March 2015"));
        assert_eq!(told("what happened last week in Cairo?"), running("the week of 2 March 2015"));
    }

    #[test]
    fn what_articles_say_too_is_told_loosely() {
        assert_eq!(told("who won on Sunday?"), Some((Told::Loosely, "8 March 2015".to_owned())));
        assert_eq!(told("who takes his seat next year?"), Some((Told::Loosely, "2016".to_owned())));
    }

    #[test]
    fn a_date_means_itself() {
        assert_eq!(
            told("what happened in June 2012?"),
            Some((Told::Calendar, "June 2012".to_owned()))
        );
        let day = asked("what happened on 27 November?").unwrap();
        assert_eq!((day.told, day.written().as_str()), (Told::Calendar, "27 November"));
    }

    #[test]
    fn names_and_lengths_of_time_are_no_time_asked_about() {
        for text in
            ["who fell in the 2006 coup?", "what has he done since Monday?", "who is he now?"]
        {
            assert_eq!(asked(text), None, "{text}");
        }
    }
}
