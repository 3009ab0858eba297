//! Days, months and years: whether those of the passage may be the time asked for.

use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::fact::{DateKind, Dated};
use crate::text::date::{Precision, When, month_called};
use crate::text::fold;
use crate::text::numerals::year;
use crate::text::syntax::{Relation, Sentence};

use super::{Exchange, NEAR, Pair, is_firm};

/// What a question says of a time: any part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::answer::verdict) struct Asked {
    tokens: Vec<usize>,
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    weekday: Option<i8>,
}

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The time that a question names, if it names one by its calendar.
pub(in crate::answer::verdict) fn asked_time(
    grammar: &Sentence,
    words: &[String],
) -> Option<Asked> {
    let mut asked = Asked::default();
    for (token, word) in words.iter().enumerate() {
        let place =
            |list: &[&str]| list.iter().position(|name| *name == word).map(|at| at as i8 + 1);
        let proper = grammar.tokens.get(token).is_some_and(|found| found.tag.is_proper());
        let known = if let Some(month) = month_called(word).filter(|_| proper) {
            asked.month = Some(month);
            asked.day = [token.checked_sub(1), Some(token + 1)]
                .into_iter()
                .flatten()
                .find_map(|at| day(words.get(at)?));
            true
        } else if let Some(weekday) = place(&WEEKDAYS) {
            asked.weekday = Some(weekday);
            true
        } else if let Some(year) = year(word).filter(|_| is_time(grammar, token)) {
            asked.year = Some(year);
            true
        } else {
            false
        };
        if known {
            asked.tokens.push(token);
        }
    }
    (!asked.tokens.is_empty()).then_some(asked)
}

fn day(word: &str) -> Option<i8> {
    word.trim_end_matches(|c: char| c.is_alphabetic())
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day))
}

/// Whether a number stands where times stand: "in 2019", "March 2019".
fn is_time(grammar: &Sentence, token: usize) -> bool {
    let relation = grammar.tokens[token].relation;
    arguments::case(grammar, token)
        .is_some_and(|case| matches!(case, "in" | "since" | "by" | "until" | "before" | "after"))
        || matches!(relation, Relation::NmodUnmarked | Relation::OblUnmarked | Relation::Nummod)
}

impl Asked {
    /// Whether a token of the question belongs to its time.
    pub(in crate::answer::verdict) fn has(&self, token: usize) -> bool {
        self.tokens.contains(&token)
    }

    /// Whether month and year may be those of a day.
    pub(in crate::answer::verdict) fn may_be(&self, day: jiff::civil::Date) -> bool {
        self.weekday.is_none()
            && self.day.is_none()
            && self.year.is_none_or(|year| day.year() == year)
            && self.month.is_none_or(|month| day.month() == month)
    }

    /// Whether a passage has the time in the same words: "shortly before midnight on Saturday".
    fn is_written(&self, scene: &Scene) -> bool {
        let words = &scene.query.words;
        let has = |token: &usize| {
            let asked = words.get(*token);
            (0..scene.passage.len()).any(|at| asked == Some(&fold(scene.passage.word(at))))
        };
        self.day.is_none() && self.tokens.iter().all(has)
    }

    /// Whether an interval may be the time asked for; `None` where it is too vague to tell.
    pub(in crate::answer::verdict) fn fits(&self, when: &When) -> Option<bool> {
        let start = when.start.date();
        let exact = when.precision <= Precision::Day;
        let in_month = when.precision <= Precision::Month;
        let in_year = when.precision <= Precision::Year;
        let mut told = false;
        let mut agree = |known: bool, same: bool| {
            told |= known;
            !known || same
        };
        let fits = self.year.is_none_or(|year| {
            agree(in_year, start.year() <= year && when.last_day().year() >= year)
        }) && self.month.is_none_or(|month| {
            agree(in_month, start.month() == month || when.last_day().month() == month)
        }) && self.day.is_none_or(|day| agree(exact, start.day() == day))
            && self.weekday.is_none_or(|weekday| {
                agree(exact, start.weekday().to_monday_one_offset() == weekday)
            });
        if !fits { Some(false) } else { told.then_some(true) }
    }
}

/// What the passage says of the time asked for.
pub(in crate::answer::verdict) fn time(
    scene: &Scene,
    asked: &Asked,
    anchor: Option<&Pair>,
) -> Exchange {
    if asked.is_written(scene) {
        return Exchange::Fits;
    }
    let mut differs = false;
    for date in scene.passage.dates.iter().filter(|date| date.kind == DateKind::Calendar) {
        match date.when.as_ref().filter(|when| !when.is_open()).and_then(|when| asked.fits(when)) {
            Some(true) => return Exchange::Fits,
            Some(false) => {
                differs |=
                    anchor.is_some_and(|anchor| is_firm(anchor) && is_of(scene, date, anchor))
            }
            None => {}
        }
    }
    if differs { Exchange::Differs } else { Exchange::Silent }
}

fn is_of(scene: &Scene, date: &Dated, anchor: &Pair) -> bool {
    (date.first..=date.last).any(|token| {
        let token = usize::from(token);
        scene.clauses[token] == scene.clauses[anchor.found]
            && arguments::distance(&scene.passage.grammar, token, anchor.found, NEAR + 1) <= NEAR
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn a_question_s_time_is_read_by_its_parts() {
        let asked = |text: &str| {
            let grammar = crate::text::syntax::analyse(text, crate::text::Span::new(0..text.len()));
            let words: Vec<String> = grammar.tokens.iter().map(|t| fold(t.span.of(text))).collect();
            asked_time(&grammar, &words)
        };
        let found = asked("Did it happen in March 2019?").expect("a month");
        assert_eq!((found.month, found.year), (Some(3), Some(2019)));
        assert_eq!(asked("Did it happen on Monday?").and_then(|found| found.weekday), Some(1));
        assert_eq!(asked("Did it happen in Lyon?"), None);
    }
}
