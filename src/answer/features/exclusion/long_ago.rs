//! Figures of an earlier event of the same sort, where the report opens with its own: "four died
//! when it exploded; in 2009, *one worker* died there".

use crate::answer::candidate::Candidate;
use crate::answer::matching::SAME;
use crate::answer::scene::Scene;
use crate::question::Query;
use crate::text::syntax::Tag;

use super::circumstance::year;

/// The articles that open with figures of what is asked about; none where the question names a year
/// or asks for what was before.
pub(super) fn opened(query: &Query, scenes: &[Scene]) -> Vec<u32> {
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
    scenes.iter().filter(opens).map(|scene| scene.passage.source).collect()
}

/// Whether a candidate is a figure of long ago in an article that opens with a new one.
pub(super) fn is_figure(scene: &Scene, candidate: &Candidate, opened: &[u32]) -> bool {
    /// The fewest years that lie between the two.
    const LONG: i16 = 2;
    if !opened.contains(&scene.passage.source) || scene.passage.paragraph == 1 {
        return false;
    }
    // "Hurricane *Joan*" may well be of long ago.
    let is_named = scene.pairs().any(|(want, met)| want.term.is_name && met.strength >= SAME);
    if is_named {
        return false;
    }
    let told = year_before(scene, candidate.first.into());
    told.zip(scene.published).is_some_and(|(told, day)| day.year() - told >= LONG)
}

/// The year that is named last before a token.
fn year_before(scene: &Scene, end: usize) -> Option<i16> {
    let is_date = |at: &usize| scene.passage.date_at(*at).is_some();
    (0..end).rev().filter(is_date).find_map(|at| year(scene.passage.word(at)))
}
