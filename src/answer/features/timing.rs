//! Whether a date can be the one asked for: how exact it is, whether it is past or to come,
//! what it belongs to.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::matching::Met;
use crate::answer::scene::{MET, Scene};
use crate::fact::{Dated, Passage};
use crate::lexicon::{Lexicon, NounKind, Saying};
use crate::question::{AnswerType, Query, Slot, Time};
use crate::text::date::{Bound, Precision, When};
use crate::text::syntax::{Relation, Sentence};

use super::{Feature, FeatureVector};

/// A day of the news lies at most so many days back.
const RECENT: i32 = 7;

pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    let asked = matches!(scene.query.expects, AnswerType::Date | AnswerType::Clock);
    if !asked || candidate.kind != Kind::Date {
        return;
    }
    let head = usize::from(candidate.head);
    measures.flag(Feature::OfOtherNoun, is_of_other_noun(scene, head) || is_of_thing(scene, head));
    measures.flag(Feature::OfSaying, is_of_saying(scene, head));
    measures.flag(Feature::Aside, is_aside(scene, head));
    let Some(date) = scene.passage.date_at(head) else { return };
    let Some(when) = &date.when else { return };
    measures.set(Feature::Grain, grain(scene, date, when));
    measures.set(Feature::Side, side(scene, when));
    let starting =
        matches!(scene.passage.word(date.first.into()), "starting" | "beginning" | "from");
    measures.set(Feature::OpenEnded, if starting { 0.0 } else { open_ended(scene, when) });
    measures.flag(Feature::Recent, is_recent(scene, when));
}

/// Whether the date is as exact as the noun asked for: "what year", "what day"; 0 where none is.
fn grain(scene: &Scene, date: &Dated, when: &When) -> f32 {
    let Some(focus) = &scene.query.focus else { return 0.0 };
    let dated = date.span.of(&scene.passage.text).bytes().any(|byte| byte.is_ascii_digit());
    match (focus.lemma.as_str(), when.precision) {
        ("year", Precision::Year | Precision::Years) => 1.0,
        ("year", Precision::Month | Precision::PartOfYear) => 0.5,
        ("year", _) => {
            if dated {
                0.0
            } else {
                -0.5
            }
        }
        ("month", Precision::Month) => 1.0,
        ("month", _) => {
            if dated {
                0.0
            } else {
                -0.5
            }
        }
        ("day" | "date" | "weekday", precision) if precision <= Precision::Day => 1.0,
        ("day" | "date" | "weekday", Precision::Days | Precision::Week) => 0.0,
        ("day" | "date" | "weekday", _) => -1.0,
        _ => 0.0,
    }
}

/// 1 where the date lies behind the report and the question asks for what has been, or ahead of it
/// where it asks for what is to come; -1 where it is the other way about.
fn side(scene: &Scene, when: &When) -> f32 {
    let Some(day) = scene.published else { return 0.0 };
    let begins = !matches!(when.bound, Some(Bound::Since | Bound::NotBefore | Bound::After));
    let edge = if begins { when.last_day() } else { when.start.date() };
    let ahead = when.start.date() > day
        || (when.start.date() < when.last_day() && edge > day && when.bound.is_some());
    match scene.query.time {
        Time::Future if edge < day => -1.0,
        Time::Future if ahead => 1.0,
        Time::Past if ahead => -1.0,
        Time::Past if edge <= day => 1.0,
        _ => 0.0,
    }
}

/// "Since 1908" does not tell when something happened, nor does "until 2019" as a rule.
fn open_ended(scene: &Scene, when: &When) -> f32 {
    let asked = matches!(&scene.query.slot, Slot::Oblique(_));
    match when.bound {
        None => 0.0,
        Some(_) if asked => 0.0,
        Some(Bound::Since) => 1.0,
        Some(Bound::After) => 0.5,
        Some(_) if scene.query.time == Time::Past => 0.5,
        Some(_) => 0.0,
    }
}

fn is_recent(scene: &Scene, when: &When) -> bool {
    const EARLIER: [&str; 8] =
        ["first", "last", "previous", "earlier", "old", "originally", "original", "initially"];
    let Some(day) = scene.published else { return false };
    let back = day.since(when.start.date()).map_or(i32::MAX, |span| span.get_days());
    let is_day = when.precision <= Precision::Day && !when.is_open();
    is_day
        && (0..=RECENT).contains(&back)
        && !scene.query.words.iter().any(|word| EARLIER.contains(&word.as_str()))
}

/// Whether a token hangs on a noun that the question does not have.
pub(super) fn is_of_other_noun(scene: &Scene, head: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let hangs = matches!(
        grammar.tokens[head].relation,
        Relation::Nmod | Relation::NmodUnmarked | Relation::Appos | Relation::Acl
    );
    let Some(noun) = grammar.head(head).filter(|_| hangs) else { return false };
    grammar.tokens[noun].tag.is_noun()
        && grammar.child(noun, Relation::Cop).is_none()
        && !grammar.is_root(noun)
        && !is_met_at(scene, noun)
}

/// "The mansion *from 1793*": the date of a thing, which does not happen.
fn is_of_thing(scene: &Scene, head: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let hangs = matches!(grammar.tokens[head].relation, Relation::Nmod | Relation::NmodUnmarked);
    let Some(noun) = grammar.head(head).filter(|_| hangs) else { return false };
    let asked = scene.predicate().is_some_and(|met| usize::from(met.token) == noun);
    let thing = matches!(
        scene.passage.meaning(noun).kind,
        NounKind::Thing
            | NounKind::Building
            | NounKind::Vehicle
            | NounKind::Place
            | NounKind::Person
            | NounKind::Role
            | NounKind::Device
    );
    thing && !asked
}

/// Whether a token stands in a clause that only describes a noun, with a verb that is
/// not asked about: "the picture, *painted in 1641*, was stolen", "a debate that ran
/// long and *ended at two*".
pub(super) fn is_aside(scene: &Scene, head: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[head]);
    let relation = |token: usize| grammar.tokens[token].relation;
    let joined = relation(verb) == Relation::Conj && grammar.tokens[verb].tag.is_verb();
    let first = grammar.head(verb).filter(|_| joined).unwrap_or(verb);
    let aside = matches!(relation(first), Relation::Acl | Relation::AclRelcl);
    aside && verb != head && !scene.is_met(verb) && !scene.is_met(first)
}

/// Whether a noun, or another part of the name that it heads, is one of the question's words.
fn is_met_at(scene: &Scene, noun: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let part = |child: usize| {
        let named = grammar.tokens[child].relation == Relation::Flat
            || grammar.tokens[child].relation == Relation::Compound
                && grammar.tokens[noun].tag.is_proper();
        named && scene.is_met(child)
    };
    scene.is_met(noun) || grammar.children(noun).any(part)
}

/// Whether the clause of a token only tells who said something, and the question
/// asks for no saying.
pub(super) fn is_of_saying(scene: &Scene, head: usize) -> bool {
    let verb = usize::from(scene.clauses[head]);
    let is_asked = || !asks_order(scene.query) || orders(&scene.passage.grammar, verb);
    let is_met = |met: Met| usize::from(met.token) == verb && met.strength > MET;
    let met = scene.predicate().is_some_and(is_met) && is_asked();
    verb != head
        && !met
        && (!scene.asks_words && reports(scene.passage, verb) || tells_of_asked(scene, verb))
}

/// Whether a question asks for words, or when they were said: "was it *found*" does not, nor
/// hardly "what did they *find* out".
pub(in crate::answer) fn asks_words(query: &Query) -> bool {
    let asked = query.predicate.map(|asked| query.grammar.lemma(asked));
    let saying = asked.and_then(|asked| Lexicon::builtin().saying(asked));
    saying.is_some_and(|saying| saying != Saying::Learn) && !asks_order(query)
}

/// "When were they *told to leave*?" asks for an order, and for nothing that was told.
pub(super) fn asks_order(query: &Query) -> bool {
    query.predicate_lemma() == "tell"
        && query.predicate.is_some_and(|asked| orders(&query.grammar, asked))
}

fn orders(grammar: &Sentence, verb: usize) -> bool {
    grammar.child(verb, Relation::Xcomp).is_some()
}

/// Whether what is asked about stands in a clause that only says what a verb told: "the judge
/// *instructed* jurors last week that they could convict".
fn tells_of_asked(scene: &Scene, verb: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let Some(met) = scene.predicate() else { return false };
    let clauses =
        std::iter::once(usize::from(met.token)).chain(grammar.ancestors(met.token.into()));
    let mut below = clauses.take_while(|&above| above != verb);
    below.any(|above| {
        grammar.tokens[above].relation == Relation::Ccomp
            && grammar.head(above) == Some(verb)
            && grammar.child(above, Relation::Mark).is_some()
    })
}

/// "The tomb has been found, the museum *announced* on Monday": a clause without a mark behind
/// what it tells of.
fn follows(grammar: &Sentence, verb: usize) -> bool {
    let token = grammar.tokens[verb];
    let subject = grammar.children(verb).find(|&child| grammar.tokens[child].relation.is_subject());
    let comma = |subject: usize| {
        let (first, _) = grammar.subtree(subject);
        (first.saturating_sub(1)..=first).any(|at| grammar.lemma(at) == ",")
    };
    token.relation == Relation::Ccomp
        && grammar.head(verb).is_some_and(|above| above < verb)
        && grammar.child(verb, Relation::Mark).is_none()
        && subject.is_some_and(comma)
}

/// Whether a verb of saying has what was said: "the ministry *said* on Monday that …".
fn reports(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    let says = passage.meaning(verb).saying.is_some();
    let said = |child: usize| {
        matches!(grammar.tokens[child].relation, Relation::Ccomp | Relation::Parataxis)
    };
    // "*Announced her plans* to leave".
    let is_plan = |child: usize| {
        let plan = matches!(grammar.lemma(child), "plan" | "intention");
        plan && grammar.tokens[child].relation == Relation::Obj
    };
    says && (grammar.tokens[verb].relation == Relation::Parataxis
        || grammar.children(verb).any(said)
        || grammar.children(verb).any(is_plan)
        || follows(grammar, verb))
}
