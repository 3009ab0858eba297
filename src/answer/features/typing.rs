//! Whether a candidate is the kind of thing that is asked for.

mod actors;
mod figures;
mod places;
mod speech;
mod times;

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::scene::Scene;
use crate::fact::{DateKind, Passage, Sign};
use crate::lexicon::NounKind;
use crate::question::{AnswerType, Query};
use crate::text::fold;
use crate::text::syntax::{EntityKind, Relation, Tag};

use super::{Feature, FeatureVector, calling, cause, naming};
pub(super) use figures::is_number_in_brackets;

pub(super) fn measure(
    scene: &Scene,
    candidate: &Candidate,
    fits: f32,
    measures: &mut FeatureVector,
) {
    measures.set(Feature::Type, fits.max(0.0));
    measures.set(Feature::TypeMiss, (-fits).max(0.0));
    measures
        .flag(Feature::DateOfThing, candidate.kind == Kind::Date && is_of_thing(scene, candidate));
    let words = Words { passage: scene.passage, candidate };
    measures.flag(Feature::Causal, words.is_causal());
    measures.flag(Feature::Purpose, words.is_purpose());
}

/// Whether a date stands before a noun that is nothing that happens: "a *2005* model", not
/// "*Friday's* stage" or "the *2014* election".
fn is_of_thing(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let before = matches!(
        grammar.tokens[head].relation,
        Relation::Nummod | Relation::Compound | Relation::Amod | Relation::NmodPoss
    );
    before
        && grammar.head(head).is_none_or(|noun| {
            !matches!(scene.passage.meaning(noun).kind, NounKind::Event | NounKind::Act)
                && !scene.is_met(noun)
        })
}

/// What fits this badly is no answer at all.
pub(crate) const IMPOSSIBLE: f32 = -0.9;

/// From -1 (cannot be) over 0 (nothing known) to 1 (is).
pub(crate) fn fit(query: &Query, passage: &Passage, candidate: &Candidate) -> f32 {
    let (expects, words) = (query.expects, Words { passage, candidate });
    if candidate.notes.is_twin && expects.is_figure() != (candidate.kind == Kind::Number) {
        return -1.0;
    }
    match expects {
        AnswerType::Place => words.place(),
        _ if words.is_nationality() => -1.0,
        AnswerType::Date => words.date(DateKind::Calendar),
        AnswerType::Clock => words.date(DateKind::Clock),
        AnswerType::Duration => words.duration(query.counts_since()),
        AnswerType::Frequency => words.frequency(),
        AnswerType::Person => words.person(),
        AnswerType::Actor => words.person().max(words.body()),
        AnswerType::Organisation => words.organisation(),
        AnswerType::Number => words.number(),
        AnswerType::Money => words.money(),
        AnswerType::Percent => words.percent(),
        AnswerType::Age => words.age(),
        AnswerType::Measure => words.measure(),
        AnswerType::Reason => words.reason(),
        AnswerType::Manner => words.manner(),
        AnswerType::Speech => words.speech(),
        AnswerType::Opinion => words.opinion(),
        AnswerType::Action => words.action(),
        AnswerType::Definition => words.definition(),
        AnswerType::Name => words.name(),
        AnswerType::Verdict | AnswerType::Thing => words.thing(),
    }
}

/// A candidate with its passage, to ask what it is.
struct Words<'a> {
    passage: &'a Passage,
    candidate: &'a Candidate,
}

impl Words<'_> {
    fn tokens(&self) -> std::ops::RangeInclusive<usize> {
        self.candidate.first.into()..=self.candidate.last.into()
    }

    fn head(&self) -> usize {
        self.candidate.head.into()
    }

    fn lemma(&self) -> &str {
        self.passage.grammar.lemma(self.head())
    }

    fn is_clause(&self) -> bool {
        matches!(self.candidate.kind, Kind::Clause | Kind::Sentence)
    }

    /// What is named at the head, or what the words there stand for.
    fn entity(&self) -> Option<EntityKind> {
        let named = self.passage.grammar.entity_at(self.head()).map(|entity| entity.kind);
        named.or_else(|| self.passage.referent_at(self.head()).map(|referent| referent.kind))
    }

    /// "An *Irish* academic": only tells where somebody is from.
    fn is_nationality(&self) -> bool {
        self.candidate.kind == Kind::Name
            && self.candidate.first == self.candidate.last
            && self.passage.grammar.tokens[self.head()].tag.is_adjective()
            && self.passage.grammar.entity_at(self.head()).is_none()
    }

    fn noun(&self) -> NounKind {
        self.passage.meaning(self.head()).kind
    }

    fn is_person_noun(&self) -> bool {
        matches!(self.noun(), NounKind::Person | NounKind::Role)
    }

    fn text(&self) -> String {
        fold(self.passage.words(self.candidate.first.into(), self.candidate.last.into()))
    }

    fn is_causal(&self) -> bool {
        self.sign() == Sign::Surely
    }

    /// Whether its first words give a reason.
    fn sign(&self) -> Sign {
        self.candidate.notes.sign
    }

    /// "A builder *based in the capital*": no reason for anything.
    fn only_describes(&self) -> bool {
        let head = self.passage.grammar.tokens[self.head()];
        head.relation == Relation::Acl && head.tag == Tag::VBN
    }

    /// "Are trying *to reach the ship*": what somebody tries, and not what for.
    fn is_tried(&self) -> bool {
        const TRYING: [&str; 10] = [
            "try", "begin", "start", "continue", "fail", "manage", "refuse", "seem", "appear",
            "need",
        ];
        let grammar = &self.passage.grammar;
        let above = grammar.head(self.head());
        grammar.tokens[self.head()].relation == Relation::Xcomp
            && above.is_some_and(|above| {
                TRYING.contains(&grammar.lemma(above))
                    && grammar.child(above, Relation::Obj).is_none()
            })
    }

    fn is_purpose(&self) -> bool {
        let grammar = &self.passage.grammar;
        let first = usize::from(self.candidate.first);
        let marked = grammar.tokens[first].tag == Tag::TO;
        let verb = grammar.tokens[self.head()].tag == Tag::VB;
        self.candidate.kind == Kind::Clause
            && verb
            && (marked || grammar.tokens[self.head()].relation == Relation::Advcl)
    }

    fn reason(&self) -> f32 {
        match self.candidate.kind {
            Kind::Date => -1.0,
            _ if self.is_causal() => 1.0,
            // "Asked why there was no tender" is the question again.
            Kind::Clause if self.tokens().any(|token| self.passage.word(token) == "why") => -1.0,
            Kind::Clause if self.is_tried() => 0.1,
            _ if self.is_purpose() || self.sign() == Sign::Perhaps => 0.8,
            Kind::Phrase | Kind::Name | Kind::Prepositional
                if cause::is_told_cause(self.passage, self.head()) =>
            {
                0.8
            }
            Kind::Clause if self.only_describes() => -0.3,
            Kind::Clause => 0.4,
            Kind::Sentence => 0.3,
            Kind::Quotation => 0.3,
            Kind::Prepositional => 0.0,
            _ => -1.0,
        }
    }

    fn manner(&self) -> f32 {
        let by = cause::opens_means(self.passage, self.candidate);
        let grammar = &self.passage.grammar;
        match self.candidate.kind {
            Kind::Clause | Kind::Prepositional if by => 1.0,
            Kind::Prepositional if grammar.tokens[self.head()].tag.is_adverb() => 0.8,
            Kind::Clause => 0.5,
            Kind::Sentence => 0.3,
            Kind::Prepositional if self.is_setting() => -1.0,
            Kind::Prepositional if self.passage.word(self.candidate.first.into()) == "in" => 0.4,
            Kind::Prepositional => 0.2,
            Kind::Date | Kind::Name => -1.0,
            _ => -0.2,
        }
    }

    /// "In May", "in Ghent": when or where, and not how.
    fn is_setting(&self) -> bool {
        self.passage.date_at(self.head()).is_some() || self.entity() == Some(EntityKind::Place)
    }

    fn definition(&self) -> f32 {
        match self.candidate.kind {
            Kind::Phrase => 0.7,
            Kind::Clause | Kind::Prepositional | Kind::Date | Kind::Number => -1.0,
            Kind::Sentence => 0.0,
            Kind::Name | Kind::Quotation => 0.0,
        }
    }

    fn name(&self) -> f32 {
        match self.candidate.kind {
            Kind::Quotation => 1.0,
            Kind::Name => 0.6,
            Kind::Phrase if self.may_be_name() => 0.3,
            Kind::Phrase => -0.5,
            Kind::Date | Kind::Sentence => -1.0,
            _ => -0.3,
        }
    }

    /// Whether it has a capital, is quoted, or stands where a name does: "a public body" is none.
    fn may_be_name(&self) -> bool {
        let proper = |token: usize| self.passage.grammar.tokens[token].tag.is_proper();
        let first = usize::from(self.candidate.first);
        self.tokens().any(proper)
            || self.passage.is_quoted(self.head())
            || naming::tells_name(self.passage, first)
    }

    /// A time, or a clause that tells when, why or which: nothing that "what" asks for.
    fn is_circumstance(&self) -> bool {
        let head = self.head();
        let relation = self.passage.grammar.tokens[head].relation;
        let dated = matches!(self.candidate.kind, Kind::Phrase | Kind::Prepositional)
            && (self.passage.date_at(head).is_some()
                || relation == Relation::OblUnmarked && self.noun() == NounKind::Time);
        let first = self.passage.word(self.candidate.first.into());
        let causal = matches!(first, "because" | "due" | "amid" | "owing" | "citing" | "lest");
        dated
            || causal
            || self.is_clause() && matches!(relation, Relation::Advcl | Relation::AclRelcl)
    }

    fn thing(&self) -> f32 {
        match (self.candidate.kind, self.entity()) {
            (Kind::Date, _) => -0.6,
            (Kind::Prepositional, _) => -1.0,
            _ if self.is_circumstance() => -0.4,
            (Kind::Phrase | Kind::Name, Some(EntityKind::Person)) => -1.0,
            (Kind::Phrase | Kind::Name, Some(EntityKind::Place)) => 0.2,
            (Kind::Phrase, _) if self.is_person_noun() => 0.3,
            (Kind::Phrase | Kind::Name, _) => 0.6,
            _ => 0.2,
        }
    }
}
