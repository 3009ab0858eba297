//! Whether a passage goes on with what a conversation is about: people ask on about the sentence
//! that answered them, and about the next one.

use crate::answer::candidate::Candidate;
use crate::answer::scene::Scene;

use super::{Feature, FeatureVector};

/// Measures how near a passage is to the one that answered last.
pub(super) fn measure_passage(scene: &Scene, measures: &mut FeatureVector) {
    let Some(talk) = scene.talk else { return };
    measures.flag(Feature::InTalk, true);
    let Some(said) = talk.sentence else { return };
    let number = scene.hit.passage;
    let away = said.passage.abs_diff(number) as f32;
    measures.set(Feature::NearTalk, 1.0 / (1.0 + away));
    measures.flag(Feature::AtTalk, number == said.passage);
    measures.flag(Feature::AtTalkAskedOn, number == said.passage && talk.asks_on);
    measures.flag(Feature::AfterTalk, number == said.passage + 1);
    measures.flag(Feature::ParagraphOfTalk, scene.passage.paragraph == said.paragraph);
}

/// Measures how much of the last answer a candidate says again.
pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    let Some(talk) = scene.talk else { return };
    let said = talk.sentence.filter(|said| said.passage == candidate.passage);
    let Some((first, end)) = said.and_then(|said| said.answer) else { return };
    let span = scene.passage.grammar.span(candidate.first.into(), candidate.last.into());
    let shared = span.end.min(end).saturating_sub(span.start.max(first));
    let length = (end - first).max(span.end - span.start).max(1);
    let again = shared as f32 / length as f32;
    measures.set(Feature::AgainInTalk, again);
    measures.set(Feature::AgainOfAnother, if talk.exchanges { again } else { 0.0 });
}
