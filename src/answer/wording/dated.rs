//! How a date reads as an answer, and whether what was announced for it has passed.
//!
//! A date that the article writes out in full is answered as that date. One that had to be resolved
//! shows both its forms, the day of the report and how exact it is.

use jiff::civil::Date;

use crate::extract::factuality;
use crate::fact::{Base, DateKind, Dated, Factuality, Passage, Tense};
use crate::lexicon::Lexicon;
use crate::question::{AnswerType, Query, Time};
use crate::text::date;
use crate::text::date::{Precision, When};
use crate::text::syntax::Relation;

use super::named::known_speaker;
use super::{capitalised, elapsed, span, written_day};
use crate::answer::candidate::{Candidate, Kind};

/// What is said of a time that was still to come when the article was written.
const PASSED: &str = "that time has passed";

/// The answer to a question for a time, where the candidate is a date; `today` is the day that the
/// question is asked on.
pub(super) fn sentence(
    query: &Query,
    base: &Base,
    candidate: &Candidate,
    today: Option<Date>,
) -> Option<String> {
    let passage = base.passage(candidate.passage);
    let date = asked_for(query, passage, candidate)?;
    let words = span(passage, candidate);
    let published = base.source_of(candidate.passage).published;
    let Some(when) = &date.when else {
        let needs_day = published.is_none() && date.kind == DateKind::Calendar;
        return needs_day.then(|| {
            format!("{} — the article has no date to tell which day that is", capitalised(words))
        });
    };
    let mut remarks = Vec::new();
    if !is_in_full(passage, date) {
        let reported = published.map(|day| format!("reported {}", written_day(day)));
        let both = [Some(format!("“{words}”")), reported];
        remarks.push(both.into_iter().flatten().collect::<Vec<_>>().join(", "));
        remarks.extend(when.exactness().map(str::to_owned));
    }
    if query.counts_since() {
        remarks.extend(published.and_then(|day| elapsed::before_report(when, day)));
    }
    remarks.extend(said(passage, date));
    let announced = query.time != Time::Past && is_announced(passage, date, published);
    if announced && today.is_some_and(|today| when.last_day() < today) {
        remarks.push(PASSED.to_owned());
    }
    let weekday = weekday(query, when).map(|name| format!("{name}, "));
    let written = weekday.unwrap_or_default() + &capitalised(&when.written_widely());
    Some(match remarks.is_empty() {
        true => written,
        false => format!("{written} ({})", remarks.join("; ")),
    })
}

/// The day of the week, where that is asked for and the time is a day.
fn weekday(query: &Query, when: &When) -> Option<String> {
    let asks = query.focus.as_ref().is_some_and(|focus| focus.lemma == "weekday");
    let is_day = when.precision <= Precision::Day && !when.is_open();
    (asks && is_day).then(|| when.start.date().strftime("%A").to_string())
}

/// The date alone, as the calendar has it.
pub(super) fn written(query: &Query, passage: &Passage, candidate: &Candidate) -> Option<String> {
    let when = asked_for(query, passage, candidate)?.when.as_ref()?;
    Some(capitalised(&when.written_widely()))
}

/// The point of time that the candidate is, where the question asks for one.
fn asked_for<'a>(query: &Query, passage: &'a Passage, candidate: &Candidate) -> Option<&'a Dated> {
    let asks_time =
        matches!(query.expects, AnswerType::Date | AnswerType::Clock) || query.counts_since();
    let date = passage.date_at(candidate.head.into())?;
    let point = !matches!(date.kind, DateKind::Duration | DateKind::Repeated);
    (asks_time && point && candidate.kind == Kind::Date).then_some(date)
}

/// "Announced for March 2015; that time has passed": what has to be added to an answer from a
/// passage that announced something for a time before `today`.
pub(crate) fn passed(
    query: &Query,
    base: &Base,
    candidate: (u32, Option<usize>),
    today: Date,
) -> Option<String> {
    let (number, token) = candidate;
    let passage = base.passage(number);
    let published = base.source_of(number).published;
    if query.time == Time::Past || query.expects == AnswerType::Definition {
        return None;
    }
    let date = passage.dates.iter().find(|date| {
        is_announced(passage, date, published)
            && token.is_none_or(|token| is_of(passage, date, token))
    })?;
    let exact = |when: &&When| when.precision <= Precision::PartOfYear && when.last_day() < today;
    let when = date.when.as_ref().filter(exact)?;
    Some(format!("announced for {}; {PASSED}", when.written_widely()))
}

/// The time that a candidate is, where it was announced and lay ahead of the report.
pub(crate) fn announced<'a>(
    query: &Query,
    base: &'a Base,
    candidate: &Candidate,
) -> Option<&'a When> {
    let passage = base.passage(candidate.passage);
    let published = base.source_of(candidate.passage).published;
    let date = asked_for(query, passage, candidate)?;
    date.when.as_ref().filter(|_| is_announced(passage, date, published))
}

/// Whether a candidate is a time that lay behind the report, of what it tells to have been.
pub(crate) fn has_been(query: &Query, base: &Base, candidate: &Candidate) -> bool {
    let passage = base.passage(candidate.passage);
    let published = base.source_of(candidate.passage).published;
    let Some(date) = asked_for(query, passage, candidate) else { return false };
    let is_behind = date
        .when
        .as_ref()
        .zip(published)
        .is_some_and(|(when, day)| !when.is_open() && when.last_day() <= day);
    let is_so = |verb| !is_ahead(passage, verb) && !factuality::is_negated(passage, verb);
    let tells_past = candidate.notes.tense == Tense::Past;
    is_behind && tells_past && verb_of(passage, date).is_some_and(is_so)
}

/// Whether the words need no day of publication to tell which date they mean.
pub(crate) fn is_in_full(passage: &Passage, date: &Dated) -> bool {
    let words = date.span.of(&passage.text);
    let mentions = date::find(words);
    !mentions.is_empty() && mentions.iter().all(|mention| mention.expression.is_absolute())
}

/// "Tom Archer said", where the date is part of what somebody claims.
fn said(passage: &Passage, date: &Dated) -> Option<String> {
    let speaker = known_speaker(passage).filter(|_| passage.standing == Factuality::Said)?;
    let grammar = &passage.grammar;
    let is_content = |verb: usize| {
        let above = grammar.head(verb).map(|above| grammar.lemma(above));
        grammar.tokens[verb].relation == Relation::Ccomp
            && above.is_some_and(|above| Lexicon::builtin().saying(above).is_some())
    };
    let verb = verb_of(passage, date);
    let claimed = passage.is_quoted(date.first.into())
        || verb.is_some_and(|verb| {
            is_content(verb) || grammar.ancestors(verb).take(3).any(is_content)
        });
    claimed.then(|| format!("{speaker} said"))
}

/// Whether a date lay ahead when the article was written, and its clause speaks of what is to come.
fn is_announced(passage: &Passage, date: &Dated, published: Option<Date>) -> bool {
    let Some((when, day)) = date.when.as_ref().zip(published) else { return false };
    let calendar = matches!(date.kind, DateKind::Calendar | DateKind::Clock);
    let later = when.last_day() > day && !when.is_open() && calendar;
    later
        && (when.start.date() > day
            || verb_of(passage, date).is_some_and(|verb| is_ahead(passage, verb)))
}

fn is_ahead(passage: &Passage, verb: usize) -> bool {
    factuality::is_ahead(passage, verb)
        || passage.grammar.ancestors(verb).take(2).any(|above| factuality::is_ahead(passage, above))
}

/// Whether a token stands in the clause that a date belongs to.
fn is_of(passage: &Passage, date: &Dated, token: usize) -> bool {
    let clause = |token: usize| {
        let up = std::iter::once(token).chain(passage.grammar.ancestors(token));
        up.into_iter().find(|&above| passage.grammar.tokens[above].tag.is_verb())
    };
    match (verb_of(passage, date), clause(token)) {
        (Some(dated), Some(own)) => passage.grammar.is_below(own, dated),
        _ => passage.standing == Factuality::Planned,
    }
}

/// The nearest verb above a date.
pub(crate) fn verb_of(passage: &Passage, date: &Dated) -> Option<usize> {
    let grammar = &passage.grammar;
    let top = grammar.top(date.first.into(), date.last.into())?;
    grammar.ancestors(top).find(|&above| grammar.tokens[above].tag.is_verb())
}

/// Whether two dates mean the same time: one lies in the other.
pub(crate) fn agree(a: &When, b: &When) -> bool {
    a.contains(b) || b.contains(a)
}
