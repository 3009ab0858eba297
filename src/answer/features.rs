//! What is measured of every candidate, the same for all: numbers from about -1 to 1 that the
//! ranking weighs. Each group of measures has its file.

mod calling;
mod cause;
mod counting;
mod exclusion;
mod feature;
pub(in crate::answer) mod focus;
pub(in crate::answer) mod identity;
mod listener;
mod measures;
mod naming;
pub(in crate::answer) mod occurrence;
mod owner;
mod passage;
pub(in crate::answer) mod placing;
mod preposition;
mod rescheduled;
pub(in crate::answer) mod role;
mod shape;
mod sort;
pub(in crate::answer) mod speaker;
mod structure;
mod subjects;
mod talk;
pub(in crate::answer) mod timing;
mod typing;

pub(crate) use exclusion::{Exclusion, Limits};
pub(crate) use feature::{Feature, FeatureVector};
pub(crate) use structure::Heads;
pub(crate) use typing::{IMPOSSIBLE, fit as type_fit};

use super::candidate::Candidate;
use super::scene::Scene;

/// What a measure that few questions have is where it holds: what is rare is given little weight
/// where it is small.
const RARE: f32 = 2.5;

/// The measures that all candidates of a passage share.
pub(crate) fn of_passage(scene: &Scene) -> FeatureVector {
    let mut measures = FeatureVector([0.0; Feature::ALL.len()]);
    measures.set(Feature::Bias, 1.0);
    passage::measure(scene, &mut measures);
    measures
}

/// Whether something is certainly not the answer, however well the rest fits: it counts the hurt
/// where the dead are asked for, the words are another's, it is no hotel where a hotel is asked
/// for, a former mayor where the mayor is, no name where a name is, somebody else whom the question
/// names, somebody of another nation, age or sex, or its article does not have a name of the
/// question. What is only likely to be no answer (a figure beside another noun, words whose speaker
/// is not told) is for the weights to judge.
pub(crate) fn is_ruled_out(measures: &FeatureVector) -> bool {
    let of = |feature: Feature| measures.0[feature as usize];
    of(Feature::CannotCount) > 0.0
        || of(Feature::OtherSpeaker) > 0.0
        || of(Feature::WrongSort) > 0.0
        || of(Feature::NoLonger) > 0.0
        || of(Feature::Nameless) > 0.0
        || of(Feature::WrongOwner) > 0.0
        || of(Feature::SomebodyElse) > 0.0
        || of(Feature::NotAsTold) > 0.0
        || of(Feature::MissingName) > 0.6
        || of(Feature::WrongTime) > 0.0
}

/// Measures a candidate, where `measures` has what its whole passage shares; `fits` is
/// [`type_fit`], `heads` are those of the passage.
pub(crate) fn measure(
    scene: &Scene,
    candidate: &Candidate,
    fits: f32,
    heads: &mut Heads,
    measures: &mut FeatureVector,
) {
    typing::measure(scene, candidate, fits, measures);
    focus::measure(scene, candidate, measures);
    role::measure(scene, candidate, measures);
    identity::measure(scene, candidate, measures);
    listener::measure(scene, candidate, measures);
    owner::measure(scene, candidate, measures);
    speaker::measure(scene, candidate, measures);
    timing::measure(scene, candidate, measures);
    occurrence::measure(scene, candidate, measures);
    structure::measure(scene, candidate, heads, measures);
    shape::measure(scene, candidate, measures);
    cause::measure(scene, candidate, measures);
    naming::measure(scene, candidate, measures);
    talk::measure(scene, candidate, measures);
    measures.set(Feature::Tense, passage::tense(scene, candidate));
}
