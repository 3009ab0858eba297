//! Asks a question of yes or no as one of when, where, who or how many, and holds what the articles
//! say against the question's own word.
//!
//! Whether "did the talks open in Lima?" is so, is told by where they opened: the question is asked
//! without Lima as one of where, and what is found is Lima, or is another place.

use crate::answer::candidate::Candidate;
use crate::answer::respond;
use crate::answer::scene::Talk;
use crate::answer::search::{self, Ranked};
use crate::answer::{value, wording};
use crate::extract::arguments;
use crate::fact::{Base, Passage};
use crate::lexicon::Lexicon;
use crate::question::{AnswerType, Focus, Query, QuestionType, Slot, Time};
use crate::text::fold;
use crate::text::syntax::{Entity, EntityKind, Relation};

use super::another_time;
use super::exchange;
use super::measures::Measure;
use super::quantity::{self, Quantity};

/// What is found in the place of a word of the question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Told {
    /// The passage that says it.
    pub(super) passage: u32,
    /// How far it can be trusted, 0 to 1.
    pub(super) trust: f32,
    /// The measure that it sets: the same as in the question is told, or another time, number,
    /// place or name; none where a place around the question's is told, which leaves it open.
    pub(super) measure: Option<Measure>,
    /// Whether the question asks for nothing else: "are the talks in Lima?"
    pub(super) is_all: bool,
}

/// How far what is told has to be trusted, 0 to 1, to decide a question that asks for nothing else.
const DECIDES: f32 = 0.75;

/// How far it has to be trusted to leave such a question open.
const LEAVES_OPEN: f32 = 0.5;

/// How far another place or day has to be trusted to keep a Yes back.
const LEAST_AGAINST: f32 = 0.4;

/// What is told that decides the question by itself, or leaves it open.
pub(super) fn decisive(told: &[Told]) -> Option<&Told> {
    let needed = |told: &Told| if told.measure.is_some() { DECIDES } else { LEAVES_OPEN };
    let mut plain = told.iter().filter(|told| told.is_all && told.trust >= needed(told));
    let first = plain.next()?;
    plain.next().is_none().then_some(first)
}

/// Whether a question that asks for nothing else is hardly so, though that does not decide it:
/// another place is told, perhaps.
pub(super) fn speaks_against(told: &Told) -> bool {
    let is_other = told.measure.is_some_and(|measure| measure != Measure::ToldSame);
    told.is_all && is_other && told.trust >= LEAST_AGAINST
}

/// "The talks are *not* in Lima": a claim that something is not so. Who asks "aren't the talks in
/// Lima?" is answered as if asking whether they are.
pub(super) fn denies(query: &Query) -> bool {
    let denied = |word: &String| matches!(word.as_str(), "not" | "n't" | "never");
    query.asks == QuestionType::Claim && query.words.iter().any(denied)
}

/// The least trust at which what is found tells anything.
const LEAST: f32 = 0.3;
/// How many parts of a question are asked for.
const PARTS: usize = 3;

/// Prepositions that tell where something is.
const PLACING: [&str; 8] = ["in", "at", "near", "off", "from", "to", "on", "outside"];

/// A part of the question that can be asked for.
struct Part {
    first: usize,
    last: usize,
    asks: QuestionType,
    expects: AnswerType,
    slot: Slot,
    counted: Option<usize>,
}

/// What the articles say in the place of each part of the question that can be asked for.
pub(super) fn told(query: &Query, base: &Base, in_talk: Option<Talk>) -> Vec<Told> {
    let mut parts = parts(query);
    parts.truncate(PARTS);
    parts.iter().filter_map(|part| tell(query, part, base, in_talk)).collect()
}

fn tell(query: &Query, part: &Part, base: &Base, in_talk: Option<Talk>) -> Option<Told> {
    let open = opened(query, part)?;
    let found = search::search(&open, base, in_talk);
    let best = found.ranked.first()?;
    let trust = respond::confidence(&open, base, best);
    if trust < LEAST || query.time != Time::Past && is_of_the_last(base, best) {
        return None;
    }
    let is_all =
        matches!(part.expects, AnswerType::Place | AnswerType::Date) && only_is(query, part);
    let told = |measure| Told { passage: best.candidate.passage, trust, measure, is_all };
    let shown = wording::brief(&open, base, &best.candidate);
    let Some(is_same) = is_same(query, part, base, &best.candidate, &shown) else {
        let around = is_all && exchange::may_meet(own_words(query, part), &shown);
        return around.then(|| told(None));
    };
    let measure = match part.expects {
        _ if is_same => Measure::ToldSame,
        AnswerType::Date => Measure::ToldOtherTime,
        AnswerType::Number => Measure::ToldOtherNumber,
        AnswerType::Place => Measure::ToldOtherPlace,
        _ if only_reports(query, base, best) => return None,
        _ => Measure::ToldOtherName,
    };
    Some(told(Some(measure)))
}

/// "His lawyer, *Ann Lee*, said *he* would appeal": who reports what somebody else does.
fn only_reports(query: &Query, base: &Base, best: &Ranked) -> bool {
    let grammar = &base.passage(best.candidate.passage).grammar;
    let asked = query.predicate.map_or("", |asked| query.grammar.lemma(asked));
    let is_of_another = |verb: usize| {
        let subject = arguments::subject(grammar, verb);
        grammar.lemma(verb) == asked
            && grammar.tokens[verb].relation == Relation::Ccomp
            && subject
                .is_some_and(|subject| matches!(grammar.lemma(subject), "he" | "she" | "they"))
    };
    (0..grammar.tokens.len()).any(is_of_another)
}

/// Whether what is found tells of the last time only: "the last talks were held in *Lima*".
fn is_of_the_last(base: &Base, best: &Ranked) -> bool {
    let grammar = &base.passage(best.candidate.passage).grammar;
    let mut above = grammar.ancestors(best.candidate.head.into());
    let verb = above.find(|&above| grammar.tokens[above].tag.is_verb());
    let subject = verb.and_then(|verb| arguments::subject(grammar, verb));
    subject.is_some_and(|subject| another_time::is_last(grammar, subject))
}

/// Whether the verb of a question says no more than that something is or takes place.
fn only_is(query: &Query, part: &Part) -> bool {
    const LIGHT: [&str; 8] = ["be", "hold", "happen", "occur", "take", "go", "talk", "plan"];
    let own = |verb: usize| (part.first..=part.last).contains(&verb);
    let light = LIGHT.contains(&query.predicate_lemma()) || query.predicate.is_none_or(own);
    light && query.terms.iter().filter(|term| !term.is_name).count() <= 3
}

/// The question without a part, asking for it.
fn opened(query: &Query, part: &Part) -> Option<Query> {
    let mut open = query.clone();
    open.terms.retain(|term| !(part.first..=part.last).contains(&term.token));
    for term in &mut open.terms {
        term.is_focus = Some(term.token) == part.counted;
    }
    open.focus =
        part.counted.map(|token| Focus { token, lemma: query.grammar.lemma(token).to_owned() });
    (open.asks, open.expects, open.slot) = (part.asks, part.expects, part.slot.clone());
    // "The talks are in Lima" has no other verb than its place.
    open.predicate = query.predicate.filter(|verb| !(part.first..=part.last).contains(verb));
    (open.terms.iter().any(|term| !term.is_focus)).then_some(open)
}

/// The parts that can be asked for: its time, its number, places and names.
fn parts(query: &Query) -> Vec<Part> {
    let time = exchange::asked_time(&query.grammar, &query.words);
    let timed: Vec<usize> = (0..query.words.len())
        .filter(|&token| time.as_ref().is_some_and(|time| time.has(token)))
        .collect();
    let part =
        |first, last, asks, expects, slot| Part { first, last, asks, expects, slot, counted: None };
    let mut parts = Vec::new();
    if let (Some(&first), Some(&last)) = (timed.first(), timed.last()) {
        parts.push(part(first, last, QuestionType::When, AnswerType::Date, Slot::Adverbial));
    }
    let number = quantity::asked(&query.grammar, &query.text, |token| timed.contains(&token));
    if let Some(asked) = number.filter(|asked| matches!(asked.quantity, Quantity::Exactly(_)))
        && asked.noun != asked.token
    {
        let own = part(
            asked.token,
            asked.token,
            QuestionType::HowMany,
            AnswerType::Number,
            Slot::Unknown,
        );
        parts.push(Part { counted: Some(asked.noun), ..own });
    }
    let names = query.grammar.entities.iter().filter(|name| !timed.contains(&name.last.into()));
    for name in names {
        if let Some((asks, expects, slot)) = of_name(query, name) {
            parts.push(part(name.first.into(), name.last.into(), asks, expects, slot));
        }
    }
    parts
}

/// How a name is asked for: where, where it is a place behind a preposition; who, where it is a
/// subject, an object or behind "by".
fn of_name(query: &Query, name: &Entity) -> Option<(QuestionType, AnswerType, Slot)> {
    let grammar = &query.grammar;
    let head = grammar.top(name.first.into(), name.last.into())?;
    let case = arguments::case(grammar, head);
    let is_place = name.kind == EntityKind::Place;
    match case {
        Some(case) if is_place && PLACING.contains(&case) => {
            Some((QuestionType::Where, AnswerType::Place, Slot::Adverbial))
        }
        Some("by") => Some((QuestionType::Who, AnswerType::Actor, Slot::Oblique("by".to_owned()))),
        Some(_) => None,
        None => {
            let verb = query.predicate?;
            let slot = if arguments::doer(grammar, verb) == Some(head) {
                Slot::Subject
            } else if arguments::subject(grammar, verb) == Some(head) {
                Slot::PassiveSubject
            } else {
                return None;
            };
            Some((QuestionType::Who, AnswerType::Actor, slot))
        }
    }
}

/// Whether what was found, shown in these words, is what the question has; nothing where
/// that cannot be told.
fn is_same(
    query: &Query,
    part: &Part,
    base: &Base,
    candidate: &Candidate,
    shown: &str,
) -> Option<bool> {
    let passage = base.passage(candidate.passage);
    let own = own_words(query, part);
    match part.expects {
        AnswerType::Date => {
            let date = passage.date_at(candidate.head.into())?;
            let is_same = exchange::asked_time(&query.grammar, &query.words)?;
            unless_here(is_same.fits(date.when.as_ref()?)?, own, passage)
        }
        AnswerType::Number => {
            let (asked, found) = (value::number(own)?, value::number(shown)?);
            unless_here((asked - found).abs() < 1e-6 * asked.abs().max(1.0), own, passage)
        }
        _ => {
            if part.expects == AnswerType::Place && fold(own) != fold(shown) {
                let here = stands_as_place(own, passage, candidate.head.into());
                return exchange::tells_of(shown, own).filter(|&is_same| is_same || !here);
            }
            if value::same_name(own, shown) || has_word(own, shown) {
                return Some(true);
            }
            let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
            let is_proper = |at: usize| passage.grammar.tokens[at].tag.is_proper();
            let stands_for = first == last && passage.referent_at(first).is_some();
            let is_name = stands_for || (first..=last).any(is_proper);
            let here = has_word(own, &passage.text) || exchange::may_meet(own, shown);
            (is_name && !here).then_some(false)
        }
    }
}

/// Another time or number is none where the passage has that of the question, too.
fn unless_here(is_same: bool, own: &str, passage: &Passage) -> Option<bool> {
    let has = |word: &str| (0..passage.len()).any(|at| fold(passage.word(at)) == fold(word));
    (is_same || !own.split(' ').all(has)).then_some(is_same)
}

/// Whether a passage has a name as that of a place, or beside what was found: "in Lima", "visited
/// Lima and Quito", and not "Lima and Quito agreed".
fn stands_as_place(name: &str, passage: &Passage, found: usize) -> bool {
    let grammar = &passage.grammar;
    let first_joined = |token: usize| {
        let joined = |at: &usize| grammar.tokens[*at].relation == Relation::Conj;
        let above = |&at: &usize| grammar.head(at).filter(|_| joined(&at));
        std::iter::successors(Some(token), above).last().unwrap_or(token)
    };
    let acts = |token: usize| grammar.tokens[first_joined(token)].relation.is_subject();
    let beside = |token: usize| first_joined(token) == first_joined(found);
    (0..passage.len())
        .filter(|&token| grammar.tokens[token].tag.is_noun() && has_word(name, passage.word(token)))
        .map(|token| grammar.name_around(token).1)
        .any(|token| !acts(token) || beside(token))
}

/// A part as the question writes it.
fn own_words<'a>(query: &'a Query, part: &Part) -> &'a str {
    let tokens = &query.grammar.tokens;
    let (first, last) = (tokens[part.first].span.range(), tokens[part.last].span.range());
    query.text.get(first.start..last.end).unwrap_or_default()
}

/// Whether a text has the last word of a name that is no common word.
fn has_word(name: &str, text: &str) -> bool {
    let last = name.split(' ').next_back().unwrap_or(name);
    let is_same = |word: &str| word.trim_end_matches("'s").eq_ignore_ascii_case(last);
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-').any(is_same)
        || text.split(' ').any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphabetic());
            Lexicon::builtin().is_same_country(name, word)
        })
}
