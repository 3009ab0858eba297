//! What is asked of something announced, as of the day that it is asked on: whether it is over by
//! now, how long it is until then.
//!
//! A report from before that day cannot tell whether what it announced has come about.

use jiff::civil::Date;

use crate::fact::Base;
use crate::question::{Announced, Query};
use crate::text::date::{Precision, When};

use super::respond::{self, Asking};
use super::search::{self, Found};
use super::types::{Answer, Choice, Status, Verdict};
use super::wording;

/// The answer to `asked`, where `query` asks when that is and the articles announced it, or tell
/// that it has been.
pub(crate) fn answer(
    asked: Announced,
    query: &Query,
    base: &Base,
    asking: &Asking,
) -> Option<Answer> {
    let found = search::search(query, base, asking.in_talk);
    let best = respond::trusted(query, &found, asking)?;
    let passage = best.candidate.passage;
    let Some(when) = wording::announced(query, base, &best.candidate) else {
        let has_been = wording::has_been(query, base, &best.candidate);
        return (asked == Announced::HasHappened && has_been)
            .then(|| respond::verdict(query, &found, Verdict::Yes, passage));
    };
    if tells_since(&found, when.last_day()) {
        return None;
    }
    let left = left(when, asking.today);
    let is_ahead = asking.today < when.start.date();
    let verdict = match asked {
        Announced::IsOver | Announced::HasHappened if is_ahead => Verdict::No,
        Announced::IsAhead if is_ahead => Verdict::Yes,
        Announced::IsOver | Announced::HasHappened | Announced::IsAhead => {
            return Some(unknown(base, passage, when, asking.today));
        }
        Announced::Until => {
            let answer = respond::answered(query, &found, best, asking);
            let Some(left) = left else { return Some(answer) };
            let text = wording::capitalised(&format!("{left}: {}", answer.text));
            return Some(Answer { text, ..answer });
        }
        Announced::Begins => return Some(respond::answered(query, &found, best, asking)),
    };
    let answer = respond::verdict(query, &found, verdict, passage);
    let note = format!("announced for {}, {}", when.written_widely(), left?);
    Some(Answer { text: wording::with_note(answer.text, Some(&note)), ..answer })
}

/// Whether an article that is about it as well is of that day or later.
fn tells_since(found: &Found, day: Date) -> bool {
    const ABOUT: f32 = 0.9;
    let is_later = |passage| found.base.source_of(passage).published.is_some_and(|of| of >= day);
    found.hits.iter().any(|hit| hit.article >= ABOUT && is_later(hit.passage))
}

/// How far a time lies ahead of `today`, where that is told exactly enough: "in 3 to 33 days".
fn left(when: &When, today: Date) -> Option<String> {
    let days = |day: Date| (day - today).get_days();
    let (first, last) = (days(when.start.date()), days(when.last_day()));
    match (first, last) {
        _ if when.precision > Precision::Month || last < 0 => None,
        (_, 0) => Some("today".to_owned()),
        (1, 1) => Some("tomorrow".to_owned()),
        (..=0, 1) => Some("by tomorrow".to_owned()),
        (..=0, last) => Some(format!("within {last} days")),
        (first, last) if first == last => Some(format!("in {first} days")),
        (first, last) => Some(format!("in {first} to {last} days")),
    }
}

/// That the time of it has come or passed, and nothing is told since.
fn unknown(base: &Base, passage: u32, when: &When, today: Date) -> Answer {
    let text = base.passage(passage).text.trim();
    let passed = match when.last_day() < today {
        true => "and that time has passed",
        false => "which is not over yet",
    };
    let label = wording::shortened(text, 80);
    Answer {
        status: Status::NotInArticles,
        text: format!(
            "The articles do not say whether that has come about: it was announced for {}, {passed}.",
            when.written_widely()
        ),
        choices: vec![Choice { label, question: text.to_owned() }],
        near: Some(passage),
        ..Answer::default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::text::date::{Leaning, find, resolve};

    #[test]
    fn what_is_left_is_told_in_days() {
        let left = |text: &str, today| {
            let mention = find(text).into_iter().next().expect("a date");
            let day = date(2015, 3, 7).at(0, 0, 0, 0);
            left(&resolve(&mention.expression, Some(day), Leaning::Future).expect("days"), today)
        };
        let today = date(2015, 3, 10);
        assert_eq!(left("20 March", today).as_deref(), Some("in 10 days"));
        assert_eq!(left("11 March", today).as_deref(), Some("tomorrow"));
        assert_eq!(left("10 March", today).as_deref(), Some("today"));
        assert_eq!(left("in April", today).as_deref(), Some("in 22 to 51 days"));
        assert_eq!(left("later this month", today).as_deref(), Some("within 21 days"));
        assert_eq!(left("until 11 March", today).as_deref(), Some("by tomorrow"));
        assert_eq!(left("8 March", today), None);
        assert_eq!(left("next year", today), None);
    }
}
