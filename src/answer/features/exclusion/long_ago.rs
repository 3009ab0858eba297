//! Figures of an earlier event of the same sort, where the report opens with its own: "four died
//! when it exploded; in 2009, *one worker* died there".

use crate::answer::candidate::Candidate;
use crate::answer::matching::SAME;
use crate::answer::scene::Scene;
use crate::question::Query;
use crate::text::syntax::Tag;

use super::circumstance::year;

/// An article that opens with figures of what is asked about.
#[derive(Debug)]
pub(super) struct Opening {
    source: u32,
    /// The names of the question that it opens with, by index among the wanted words.
    names: Vec<usize>,
}

/// The articles that open with figures of what is asked about; none where the question names a year
/// or asks for what was before.
pub(super) fn openings(query: &Query, scenes: &[Scene]) -> Vec<Opening> {
    if !query.expects.is_figure() || query.words.iter().any(|word| year(word).is_some()) {
        return Vec::new();
    }
    let opens = |scene: &&Scene| {
        let passage = scene.passage;
        let is_told = scene.predicate().is_some_and(|met| met.strength >= SAME);
        let counts =
            |at: usize| passage.grammar.tokens[at].tag == Tag::CD && passage.date_at(at).is_none();
        passage.paragraph == 1
            && is_told
            && !scene.asks_of_before
            && year_before(scene, passage.len()).is_none()
            && (0..passage.len()).any(counts)
    };
    let opening =
        |scene: &Scene| Opening { source: scene.passage.source, names: names(scene).collect() };
    scenes.iter().filter(opens).map(opening).collect()
}

/// Whether a candidate is a figure of long ago in an article that opens with a new one of the same
/// names.
pub(super) fn is_figure(scene: &Scene, candidate: &Candidate, openings: &[Opening]) -> bool {
    /// The fewest years that lie between the two.
    const LONG: i16 = 2;
    let own = openings.iter().find(|opening| opening.source == scene.passage.source);
    let Some(opening) = own.filter(|_| scene.passage.paragraph != 1) else { return false };
    let told = year_before(scene, candidate.first.into());
    told.zip(scene.published).is_some_and(|(told, day)| day.year() - told >= LONG)
        && names(scene).all(|name| opening.names.contains(&name))
}

/// The names of the question that a passage has, by index among the wanted words.
fn names<'a>(scene: &'a Scene) -> impl Iterator<Item = usize> + 'a {
    let is_met = |at: &usize| scene.wanted[*at].term.is_name && scene.met[*at].strength >= SAME;
    (0..scene.wanted.len()).filter(is_met)
}

/// The year that is named last before a token.
fn year_before(scene: &Scene, end: usize) -> Option<i16> {
    let is_date = |at: &usize| scene.passage.date_at(*at).is_some();
    (0..end).rev().filter(is_date).find_map(|at| year(scene.passage.word(at)))
}
