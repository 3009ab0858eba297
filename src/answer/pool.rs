//! All candidates of a question with what was measured of each, and the best of them.
//!
//! Measuring is for all, but whether one is excluded is only looked at from the best downwards,
//! until as many are found as are kept.

use crate::fact::Base;
use crate::question::Query;

use super::candidate::{self, Candidate};
use super::features::{self, Exclusion, FeatureVector, Limits};
use super::ranking::Rank;
use super::scene::Scene;
use super::search::Ranked;

/// How many candidates are kept, at most.
const KEPT: usize = 60;

/// The candidates found so far.
#[derive(Debug)]
pub(super) struct Pool<'a> {
    scenes: Vec<Scene<'a>>,
    entries: Vec<Entry>,
    measures: Vec<FeatureVector>,
}

/// A candidate, beside its measures.
#[derive(Clone, Copy, Debug)]
struct Entry {
    candidate: Candidate,
    score: f32,
    /// Its place among the measures.
    at: u32,
    /// Its passage's among the scenes.
    scene: u32,
}

impl<'a> Pool<'a> {
    /// A pool with room for about `count` candidates.
    pub(super) fn with_capacity(count: usize) -> Self {
        Pool {
            scenes: Vec::new(),
            entries: Vec::with_capacity(count),
            measures: Vec::with_capacity(count),
        }
    }

    /// Adds the candidates of a passage; `shared` is what they all share.
    pub(super) fn add(&mut self, scene: Scene<'a>, base: &Base, shared: &FeatureVector) {
        let mut heads = features::Heads::new(&scene);
        let candidates = candidate::of(base, scene.hit.passage);
        for &candidate in candidates {
            let fits = features::type_fit(scene.query, scene.passage, &candidate);
            if fits <= features::IMPOSSIBLE {
                continue;
            }
            let at = self.measures.len();
            self.measures.push(shared.clone());
            features::measure(&scene, &candidate, fits, &mut heads, &mut self.measures[at]);
            if features::is_ruled_out(&self.measures[at]) {
                self.measures.truncate(at);
                continue;
            }
            let score = Rank::fitted().score(&self.measures[at], scene.query.expects);
            let (at, of) = (at as u32, self.scenes.len() as u32);
            self.entries.push(Entry { candidate, score, at, scene: of });
        }
        self.scenes.push(scene);
    }

    /// The best candidates, best first, of those as good the one that was found first; and whether
    /// one that certainly is no answer would have come before them all.
    pub(super) fn best(mut self, query: &Query) -> (Vec<Ranked>, bool) {
        let limits = Limits::of(query, &self.scenes);
        self.entries.sort_unstable_by(|a, b| b.score.total_cmp(&a.score).then(a.at.cmp(&b.at)));
        let mut exclusions: Vec<Option<Exclusion>> = vec![None; self.scenes.len()];
        let mut excluded: Vec<(Candidate, f32)> = Vec::new();
        let mut ranked: Vec<Ranked> = Vec::with_capacity(KEPT.min(self.entries.len()));
        for Entry { candidate, score, at, scene } in self.entries {
            if ranked.len() == KEPT {
                break;
            }
            let (scene, own) = (&self.scenes[scene as usize], &mut exclusions[scene as usize]);
            if own.get_or_insert_with(|| Exclusion::new(scene, &limits)).has(scene, &candidate) {
                if ranked.is_empty() {
                    excluded.push((candidate, score));
                }
                continue;
            }
            let measures = Box::new(self.measures[at as usize].clone());
            ranked.push(Ranked { candidate, measures, score });
        }
        // "Called for an inquiry" would have said what "an inquiry" does.
        let holds = |whole: &Candidate, part: &Candidate| {
            whole.passage == part.passage && whole.first <= part.first && part.last <= whole.last
        };
        let is_second = ranked.first().is_some_and(|first| {
            excluded
                .iter()
                .any(|(other, score)| *score > first.score && !holds(other, &first.candidate))
        });
        (ranked, is_second)
    }
}
