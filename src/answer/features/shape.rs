//! What a candidate looks like, whatever is asked.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::scene::{MET, Scene};
use crate::fact::Passage;
use crate::question::QuestionType;
use crate::text::syntax::{Relation, Sentence, Tag};

use super::{Feature, FeatureVector};

pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    let grammar = &scene.passage.grammar;
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let length = last + 1 - first;
    let head = grammar.tokens[usize::from(candidate.head)];
    measures.set(Feature::Length, (length as f32 / 10.0).min(3.0));
    measures.flag(Feature::Single, length == 1);
    measures.set(kind_feature(candidate.kind), 1.0);
    measures.flag(
        Feature::IsPronoun,
        matches!(head.tag, Tag::PRP | Tag::PRPS | Tag::EX) || head.tag.is_wh(),
    );
    measures.flag(Feature::StandsFor, candidate.notes.stands_for);
    measures.flag(Feature::Determiner, matches!(grammar.tokens[first].tag, Tag::DT | Tag::PRPS));
    measures.flag(Feature::IsSubject, head.relation.is_subject());
    measures.flag(Feature::IsObject, matches!(head.relation, Relation::Obj | Relation::Iobj));
    measures.flag(Feature::Whole, candidate.notes.is_whole);
    repeats(scene, candidate, measures);
}

fn kind_feature(kind: Kind) -> Feature {
    match kind {
        Kind::Name => Feature::IsName,
        Kind::Phrase => Feature::IsPhrase,
        Kind::Prepositional => Feature::IsPrepositional,
        Kind::Date => Feature::IsDate,
        Kind::Number => Feature::IsNumber,
        Kind::Clause => Feature::IsClause,
        Kind::Quotation => Feature::IsQuotation,
        Kind::Sentence => Feature::IsSentence,
    }
}

/// Whether a proper noun is in a candidate.
pub(super) fn has_name(passage: &Passage, candidate: &Candidate) -> bool {
    (candidate.first..=candidate.last)
        .any(|token| passage.grammar.tokens[usize::from(token)].tag.is_proper())
}

/// The words of a candidate that say something by themselves: nouns, verbs, adjectives, numbers.
pub(super) fn open_words(grammar: &Sentence, candidate: &Candidate) -> impl Iterator<Item = usize> {
    (usize::from(candidate.first)..=usize::from(candidate.last)).filter(|&token| {
        let tag = grammar.tokens[token].tag;
        tag.is_noun() || tag.is_verb() || tag.is_adjective() || tag == Tag::CD
    })
}

/// How much of the candidate the question says itself. The noun after "which" or "how many" may be
/// part of the answer; the one in "who is the president" may not.
fn repeats(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    let grammar = &scene.passage.grammar;
    let open = matches!(scene.query.asks, QuestionType::Which | QuestionType::HowMany);
    let (mut all, mut met) = (0u32, 0u32);
    for token in open_words(grammar, candidate) {
        all += 1;
        let said = scene.pairs().any(|(want, met)| {
            met.strength >= MET && !(open && want.term.is_focus) && usize::from(met.token) == token
        });
        met += u32::from(said);
    }
    measures.set(Feature::Repeats, if all == 0 { 0.0 } else { met as f32 / all as f32 });
    measures.flag(Feature::RepeatsAll, all == met);
}
