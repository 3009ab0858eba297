//! What other articles say to the same question: the same, something else of the same event, or
//! something of another event, so that it has to be asked which one is meant.

use std::collections::HashSet;

use crate::fact::{Base, Source};
use crate::lexicon::Lexicon;
use crate::question::{Query, QuestionType};
use crate::text::fold;

use super::bare;
use super::candidate::Candidate;
use super::features::Feature;
use super::matching::Variants;
use super::respond::{self, Asking};
use super::search::{Found, Ranked};
use super::types::{Answer, Choice, Citation, Status};
use super::value::{self, Value, agree};
use super::wording;

/// How much worse a report may be found than the best and still be set beside it.
const BESIDE: f32 = 1.2;
/// The same for another event that may be meant as well.
const EQUAL: f32 = 1.0;
/// The share of the question that each of two events has to cover.
const WHOLE: f32 = 0.8;
/// The most words by which a question may tell what it is about and still fit two events.
const FEW_WORDS: usize = 2;
/// The share of the fewer names that two reports of one event have in common, 0 to 1.
const SAME_NAMES: f32 = 0.25;
/// The share of the fewer other words that they have in common, 0 to 1.
const SAME_WORDS: f32 = 0.3;
/// How many events are offered at most.
const MOST_CHOICES: usize = 4;
/// How many days lie between reports of one event at most.
const SAME_DAYS: i32 = 14;
/// How many passages of an article tell what it is about: its headline and the first sentences.
const OPENING: u32 = 4;

/// The best candidate of every other article that comes near the best of all, best first.
fn others<'a>(query: &Query, found: &'a Found, best: &Ranked, within: f32) -> Vec<&'a Ranked> {
    let mut seen = vec![found.base.passage(best.candidate.passage).source];
    let mut others = Vec::new();
    for ranked in found.ranked.iter().filter(|ranked| ranked.score > best.score - within) {
        let source = found.base.passage(ranked.candidate.passage).source;
        if !seen.contains(&source) {
            seen.push(source);
            if respond::confidence(query, found.base, &instead_of(best, ranked)) >= respond::ENOUGH
            {
                others.push(ranked);
            }
        }
    }
    others
}

/// A candidate as it would be if the best one were not there, to which it comes near.
fn instead_of(best: &Ranked, other: &Ranked) -> Ranked {
    let mut instead = other.clone();
    for feature in Feature::LEAD {
        instead.measures.set(feature, best.measures.0[feature as usize]);
    }
    instead
}

/// Articles that say the same, by value.
pub(super) fn agreeing(query: &Query, found: &Found, best: &Ranked) -> Vec<u32> {
    let own = value::of(query, found.base, &best.candidate);
    let same = |other: &&Ranked| agree(&own, &value::of(query, found.base, &other.candidate));
    let others = others(query, found, best, BESIDE * 2.0);
    others.into_iter().filter(same).map(|other| other.candidate.passage).collect()
}

/// Reports of the same event that give another day or number, the best first.
pub(super) fn differing<'a>(query: &Query, found: &'a Found, best: &Ranked) -> Vec<&'a Ranked> {
    let base = found.base;
    let own = value::of(query, base, &best.candidate);
    if !matches!(own, Value::Time(_) | Value::Number(_)) {
        return Vec::new();
    }
    let differs = |other: &&Ranked| {
        let theirs = value::of(query, base, &other.candidate);
        std::mem::discriminant(&theirs) == std::mem::discriminant(&own)
            && !agree(&own, &theirs)
            && same_event(base, best, other)
            && says_as_much(best, other)
            && counts_alike(base, &best.candidate, &other.candidate)
    };
    others(query, found, best, BESIDE).into_iter().filter(differs).collect()
}

/// The question which of two events is meant, where it fits both.
pub(super) fn unclear(
    query: &Query,
    found: &Found,
    best: &Ranked,
    asking: &Asking,
) -> Option<Answer> {
    if asking.in_talk.is_some() || asking.only.is_some() || !says_little(query) {
        return None;
    }
    let base = found.base;
    let own = value::of(query, base, &best.candidate);
    let fits = |other: &&Ranked| {
        !agree(&own, &value::of(query, base, &other.candidate))
            && says_as_much(best, other)
            && covers_all(found, other)
            && is_other_event(base, best, other)
    };
    if !covers_all(found, best) {
        return None;
    }
    let rivals = others(query, found, best, EQUAL).into_iter().filter(fits);
    let events: Vec<&Ranked> = std::iter::once(best).chain(rivals).take(MOST_CHOICES).collect();
    let mut sources: Vec<&Source> = Vec::new();
    for event in events {
        let source = base.source_of(event.candidate.passage);
        if sources.iter().all(|other| named_fully(other) != named_fully(source)) {
            sources.push(source);
        }
    }
    (sources.len() > 1).then(|| choice_of(query, base, &sources))
}

/// The choice among articles; those that share their title with another are told by more than that.
fn choice_of(query: &Query, base: &Base, sources: &[&Source]) -> Answer {
    let is_alone = |source: &Source| {
        base.sources().iter().filter(|other| fold(&other.title) == fold(&source.title)).count() < 2
    };
    let asked = query.text.trim_end_matches(['?', '.', '!', ' ']);
    let (mut names, mut choices) = (Vec::new(), Vec::new());
    for source in sources {
        let (name, whole) = match is_alone(source) {
            true => (source.title.clone(), format!("“{}”", source.title)),
            false => (told_apart(source), named_fully(source)),
        };
        let label = wording::shortened(&name, LABEL);
        choices.push(Choice { label, question: format!("{asked} ({whole})?") });
        names.push(name);
    }
    Answer { status: Status::Unclear, text: which_one(&names), choices, ..Answer::default() }
}

/// The longest label of a choice.
const LABEL: usize = 80;

/// An article by all that tells it from another of the same title: "“…”, Xinhua, 7 March 2015".
pub(crate) fn named_fully(source: &Source) -> String {
    let title = format!("“{}”", source.title);
    std::iter::once(title).chain(outlet_and_day(source)).collect::<Vec<_>>().join(", ")
}

/// The same for a label, where the title is what is cut.
fn told_apart(source: &Source) -> String {
    let rest: Vec<String> = outlet_and_day(source).collect();
    let rest = wording::shortened(&rest.join(", "), LABEL / 2);
    let room = LABEL.saturating_sub(rest.chars().count() + 2);
    match rest.is_empty() {
        true => wording::shortened(&source.title, LABEL),
        false => format!("{}, {rest}", wording::shortened(&source.title, room)),
    }
}

fn outlet_and_day(source: &Source) -> impl Iterator<Item = String> {
    source.outlet.clone().into_iter().chain(source.published.map(wording::written_day))
}

/// "Which one do you mean: “…”, “…” or “…”?"
fn which_one(titles: &[String]) -> String {
    let longest = (wording::LONGEST - 30) / titles.len().max(1) - 6;
    let titles: Vec<String> =
        titles.iter().map(|title| format!("“{}”", wording::shortened(title, longest))).collect();
    match titles.split_last() {
        Some((last, first)) => format!("Which one do you mean: {} or {last}?", first.join(", ")),
        None => String::new(),
    }
}

/// Whether the question has so few words, and no name or number, that it may fit
/// any event of a kind.
fn says_little(query: &Query) -> bool {
    let telling = |term: &&crate::question::Term| !term.is_focus;
    let own = query.terms.iter().filter(telling);
    let bare = query.terms.iter().all(|term| {
        !term.is_name
            && !term.is_context
            && term.name_key.is_none()
            && !term.word.contains(|c: char| c.is_ascii_digit())
    });
    let count = own.count();
    let asks = !matches!(query.asks, QuestionType::Why | QuestionType::How | QuestionType::Topic);
    asks && bare && !query.terms.is_empty() && count <= FEW_WORDS
}

/// Whether a candidate's article has all words of the question, and the passage most of them.
fn covers_all(found: &Found, ranked: &Ranked) -> bool {
    let of = |feature: Feature| ranked.measures.0[feature as usize];
    let passage = ranked.candidate.passage;
    let met = Variants::new(&found.wanted).meet(found.base, passage);
    let exactly = met.iter().all(|met| met.strength >= WHOLE);
    of(Feature::ArticleCoverage) >= WHOLE && (exactly || of(Feature::Coverage) >= WHOLE)
}

fn says_as_much(best: &Ranked, other: &Ranked) -> bool {
    let of = |ranked: &Ranked| ranked.measures.0[Feature::Coverage as usize];
    (of(best) - of(other)).abs() < 0.15
}

/// Two numbers can only differ about the same thing that they count.
fn counts_alike(base: &Base, a: &Candidate, b: &Candidate) -> bool {
    let counted = |candidate: &Candidate| {
        let passage = base.passage(candidate.passage);
        let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
        (first..=last)
            .rev()
            .find(|&token| passage.grammar.tokens[token].tag.is_noun())
            .map(|token| passage.grammar.lemma(token).to_owned())
    };
    match (counted(a), counted(b)) {
        (Some(a), Some(b)) => a == b || Lexicon::builtin().similar(&a, &b) > 0.7,
        _ => true,
    }
}

/// Names and other telling words of an article's opening.
fn opening(base: &Base, passage: u32) -> (HashSet<String>, HashSet<String>) {
    let range = base.passages_of(base.passage(passage).source as usize);
    let (mut names, mut words) = (HashSet::new(), HashSet::new());
    for number in range.start..(range.start + OPENING).min(range.end) {
        let passage = base.passage(number);
        for token in 0..passage.len() {
            let tag = passage.grammar.tokens[token].tag;
            let word = fold(passage.grammar.lemma(token));
            if word.chars().count() < 3 || Lexicon::builtin().rarity(&word) < 0.15 {
                continue;
            }
            if passage.grammar.entity_at(token).is_some() {
                names.insert(word);
            } else if tag.is_noun() || tag.is_verb() {
                words.insert(word);
            }
        }
    }
    (names, words)
}

fn share(a: &HashSet<String>, b: &HashSet<String>) -> f32 {
    let fewer = a.len().min(b.len());
    if fewer == 0 { 0.0 } else { a.intersection(b).count() as f32 / fewer as f32 }
}

/// What two articles have in common: names, words, and days between them.
fn common(base: &Base, a: &Ranked, b: &Ranked) -> (f32, f32, Option<i32>) {
    let (a, b) = (a.candidate.passage, b.candidate.passage);
    let ((names, words), (their_names, their_words)) = (opening(base, a), opening(base, b));
    let days = base.source_of(a).published.zip(base.source_of(b).published);
    let days = days.map(|(a, b)| (a - b).get_days().abs());
    (share(&names, &their_names), share(&words, &their_words), days)
}

fn same_event(base: &Base, a: &Ranked, b: &Ranked) -> bool {
    let (names, words, days) = common(base, a, b);
    names >= SAME_NAMES && words >= SAME_WORDS && days.is_none_or(|days| days <= SAME_DAYS)
}

/// Whether two articles are certainly not about the same event.
fn is_other_event(base: &Base, a: &Ranked, b: &Ranked) -> bool {
    let (names, words, days) = common(base, a, b);
    let far = days.is_some_and(|days| days > SAME_DAYS * 3);
    names < SAME_NAMES * 0.6 || (far && words < SAME_WORDS)
}

/// Each report with its date, the newest first.
pub(super) fn side_by_side(
    query: &Query,
    found: &Found,
    best: &Ranked,
    rivals: &[&Ranked],
) -> Answer {
    let base = found.base;
    let mut reports: Vec<&Ranked> = vec![best];
    reports.extend(rivals.iter().take(2));
    reports.sort_by_key(|report| {
        std::cmp::Reverse(base.source_of(report.candidate.passage).published)
    });
    let told = reports.iter().map(|report| {
        let source = base.source_of(report.candidate.passage);
        let day = source.published.map(wording::written_day);
        let outlet = source.outlet.clone().unwrap_or_else(|| format!("“{}”", source.title));
        let by = [Some(wording::shortened(&outlet, 80)), day];
        let by: Vec<String> = by.into_iter().flatten().collect();
        format!("{} ({})", wording::brief(query, base, &report.candidate), by.join(", "))
    });
    let told: Vec<String> = told.collect();
    let newest = reports[0].candidate;
    let citations: Vec<Citation> =
        reports.iter().map(|report| wording::citation(base, report.candidate.passage)).collect();
    Answer {
        status: Status::Answered,
        text: wording::shortened(
            &format!("{}. The reports differ", told.join("; but ")),
            wording::LONGEST,
        ),
        span: Some(bare::span(query, base.passage(newest.passage), &newest).to_owned()),
        citations,
        ..Answer::default()
    }
}
