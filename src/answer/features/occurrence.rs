//! Whether a date or figure belongs to another time that the like of what is asked about happened.

use jiff::{Span, civil::Date};

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::fact::{DateKind, Dated};
use crate::lexicon::NounKind;
use crate::question::{AnswerType, Query, Time};
use crate::text::date::{Bound, Precision, When};
use crate::text::syntax::{Relation, Sentence, Tag};

use super::{Feature, FeatureVector, rescheduled};

/// How far back, in words, what a date is counted from is looked for.
const BACK: usize = 9;
/// What was so many days before the report is no news.
const OLD: i64 = 45;

pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    let figure = matches!(
        scene.query.expects,
        AnswerType::Number
            | AnswerType::Money
            | AnswerType::Percent
            | AnswerType::Measure
            | AnswerType::Duration
    );
    let time = matches!(scene.query.expects, AnswerType::Date | AnswerType::Clock);
    let head = usize::from(candidate.head);
    if figure && matches!(candidate.kind, Kind::Number | Kind::Date) {
        let another =
            !scene.asks_of_before && (is_long_ago(scene, head) || is_of_like(scene, head));
        measures.flag(Feature::AnotherTime, another);
    } else if time && candidate.kind == Kind::Date {
        let Some(date) = scene.passage.date_at(head) else { return };
        let another = is_counted_from(scene, date.first.into())
            || !scene.asks_of_before && is_of_like(scene, head);
        measures.flag(Feature::AnotherTime, another);
        if asks_of_previous(scene.query) && is_of_like(scene, head) {
            measures.set(Feature::AnotherTime, -1.0);
        }
        let wrong = date.when.as_ref().is_some_and(|when| {
            is_long_past(scene, when)
                || is_day_for_year(scene, date, when)
                || !scene.asks_of_before && is_since_best(scene, date, when)
        });
        let wrong = wrong || rescheduled::is_given_up(scene, head);
        measures.flag(Feature::WrongTime, wrong);
    } else if scene.looks_ahead {
        measures.flag(Feature::WrongTime, is_long_ago(scene, head));
    }
}

/// Whether a question itself asks for what was before, or names a year.
pub(in crate::answer) fn asks_of_before(query: &Query) -> bool {
    const BEFORE: [&str; 17] = [
        "first",
        "last",
        "previous",
        "previously",
        "earlier",
        "former",
        "before",
        "ago",
        "since",
        "old",
        "original",
        "originally",
        "initially",
        "usually",
        "once",
        "ever",
        "another",
    ];
    query.words.iter().any(|word| {
        let year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        year || BEFORE.contains(&word.as_str())
    })
}

/// "When was the *previous* strike": the other time is asked for.
fn asks_of_previous(query: &Query) -> bool {
    query.words.iter().any(|word| matches!(word.as_str(), "previous" | "earlier" | "prior"))
}

/// "The *last* strike in the city, in 1994, lasted five weeks": another of the same.
fn is_of_like(scene: &Scene, head: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let hangs = matches!(
        grammar.tokens[head].relation,
        Relation::Nmod | Relation::NmodUnmarked | Relation::Appos
    );
    let above = grammar.head(head).filter(|_| hangs);
    let clause = usize::from(scene.clauses[head]);
    let subject = arguments::subject(grammar, clause);
    above.into_iter().chain(subject).chain(before_participle(grammar, clause)).any(|noun| {
        let event = scene.is_met(noun)
            || matches!(scene.passage.meaning(noun).kind, NounKind::Event | NounKind::Act);
        event && grammar.children(noun).any(|child| tells_another(scene, child, noun))
    })
}

/// "It was recalled after a similar *fire*, causing damage to sixty cars": what a participle tells
/// may be of the last noun before it.
fn before_participle(grammar: &Sentence, verb: usize) -> Option<usize> {
    let hangs =
        grammar.tokens[verb].tag == Tag::VBG && grammar.tokens[verb].relation == Relation::Advcl;
    let above = grammar.head(verb).filter(|&above| hangs && above < verb)?;
    let under = |&token: &usize| token < verb && grammar.tokens[token].relation == Relation::Obl;
    grammar.children(above).filter(under).last()
}

/// "Last", "similar", before a noun that is asked about, which the question does not say.
fn tells_another(scene: &Scene, child: usize, noun: usize) -> bool {
    const OTHER: [&str; 7] =
        ["previous", "earlier", "similar", "prior", "comparable", "another", "last"];
    let grammar = &scene.passage.grammar;
    let lemma = grammar.lemma(child);
    let asked = scene.predicate().is_some_and(|met| usize::from(met.token) == noun);
    matches!(grammar.tokens[child].relation, Relation::Amod | Relation::Det)
        && OTHER.contains(&lemma)
        && (lemma != "last" || asked)
        && (!scene.is_met(child) || asks_of_previous(scene.query))
}

/// "The first since the retirement of the ships *in 2011*": when something else was,
/// from which one counts.
fn is_counted_from(scene: &Scene, first: usize) -> bool {
    const FROM: [&str; 5] = ["since", "before", "after", "until", "following"];
    let grammar = &scene.passage.grammar;
    if scene.query.words.iter().any(|word| FROM.contains(&word.as_str())) {
        return false;
    }
    let asked = |token: usize| {
        let event = matches!(scene.passage.meaning(token).kind, NounKind::Event | NounKind::Act);
        let predicate = scene.predicate().is_some_and(|met| usize::from(met.token) == token);
        predicate || event && scene.is_met(token)
    };
    let mut own_preposition = true;
    for token in (first.saturating_sub(BACK)..first).rev() {
        let tag = grammar.tokens[token].tag;
        if FROM.contains(&grammar.lemma(token)) {
            return !own_preposition;
        }
        let inside = tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::DT | Tag::IN | Tag::POS | Tag::PRPS | Tag::CD | Tag::VBN);
        if !inside || asked(token) {
            return false;
        }
        own_preposition &= tag == Tag::IN;
    }
    false
}

/// "Their *first* title *since 1908*", "the *worst* flood *since 1953*".
fn is_since_best(scene: &Scene, date: &Dated, when: &When) -> bool {
    let grammar = &scene.passage.grammar;
    let first = usize::from(date.first);
    let clause = scene.clauses[first];
    let best = |token: usize| {
        scene.clauses[token] == clause
            && (matches!(grammar.tokens[token].tag, Tag::JJS | Tag::RBS)
                || grammar.lemma(token) == "first")
    };
    when.bound == Some(Bound::Since) && (first.saturating_sub(BACK)..first).any(best)
}

/// "This evening" does not tell which year.
fn is_day_for_year(scene: &Scene, date: &Dated, when: &When) -> bool {
    let asks_year = scene.query.focus.as_ref().is_some_and(|focus| focus.lemma == "year");
    let words = scene.passage.words(date.first.into(), date.last.into());
    asks_year
        && when.precision <= Precision::Day
        && !words.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a date lies far behind the report while the question asks for what is to come.
fn is_long_past(scene: &Scene, when: &When) -> bool {
    when.bound.is_none()
        && scene.published.is_some_and(|day| is_old(when, day))
        && scene.looks_ahead
}

/// Whether a question says in so many words that it asks for what is to come.
pub(in crate::answer) fn looks_ahead(query: &Query) -> bool {
    const AHEAD: [&str; 9] =
        ["will", "'ll", "shall", "going", "gonna", "next", "upcoming", "do", "does"];
    // "When is it *coming* out?"
    let is_under_way = || query.grammar.tokens.iter().any(|token| token.tag == Tag::VBG);
    query.time == Time::Future
        && (query.words.iter().any(|word| AHEAD.contains(&word.as_str())) || is_under_way())
}

/// Whether the clause of a figure has a date of long before the report that the question does not
/// name: "*last year* 64 people died in accidents".
fn is_long_ago(scene: &Scene, head: usize) -> bool {
    let Some(day) = scene.published else { return false };
    let passage = scene.passage;
    passage.dates.iter().any(|date| {
        let (first, last) = (usize::from(date.first), usize::from(date.last));
        date.kind == DateKind::Calendar
            && scene.clauses[first] == scene.clauses[head]
            && !(first..=last).contains(&head)
            && !is_attribute(scene, last)
            && !(first..=last).any(|token| scene.is_met(token))
            && date.when.as_ref().is_some_and(|when| when.bound.is_none() && is_old(when, day))
    })
}

/// Whether a date only tells of a thing what it is: "the *2014* agreement".
fn is_attribute(scene: &Scene, token: usize) -> bool {
    let relation = scene.passage.grammar.tokens[token].relation;
    matches!(
        relation,
        Relation::Nummod
            | Relation::Compound
            | Relation::Amod
            | Relation::NmodPoss
            | Relation::Nmod
    )
}

/// Whether an interval was over long before a day: last year, or weeks before.
fn is_old(when: &When, day: Date) -> bool {
    let last = when.last_day();
    let whole_year = when.precision >= Precision::Year;
    let old = day.checked_sub(Span::new().days(OLD)).unwrap_or(day);
    if whole_year { last < day } else { last < old }
}
