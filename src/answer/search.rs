//! Finds and ranks everything in the fact base that may answer a question.

use std::cell::OnceCell;

use crate::fact::Base;
use crate::question::Query;

use super::candidate::Candidate;
use super::context_features::ContextFeatures;
use super::features::{self, Feature, FeatureVector};
use super::matching::{self, Wanted};
use super::pool::Pool;
use super::ranking::{self, Rank};
use super::reader::{self, Reader};
use super::reranking::{self, Network};
use super::retrieval::{self, Home};
use super::scene::{Scene, Setting, Talk};
use super::value::{self, Value};

/// A passage that is so much worse than the best one as a whole has no candidate that could win.
const HOPELESS: f32 = 5.0;
/// How many passages are looked at closely.
const PASSAGES: usize = 10;

/// How many candidates most questions have, at most.
const USUAL: usize = 192;

/// By how much a candidate may be behind the best to have its passage read.
const WORTH_READING: f32 = 4.0;

/// A candidate with what was measured of it.
#[derive(Clone, Debug)]
pub(crate) struct Ranked {
    /// The candidate.
    pub(crate) candidate: Candidate,
    /// Its measures.
    pub(crate) measures: Box<FeatureVector>,
    /// Its weighted sum: higher is better.
    pub(crate) score: f32,
}

/// A question with all that was found for it.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    /// The question's words.
    pub(crate) wanted: Vec<Wanted>,
    /// The passages, best first.
    pub(crate) hits: Vec<retrieval::Hit>,
    /// The candidates, best first.
    pub(crate) ranked: Vec<Ranked>,
    /// Whether one that certainly is no answer would have come before them all.
    pub(crate) is_second: bool,
    /// The facts.
    pub(crate) base: &'a Base,
}

/// Searches `base` and ranks what is found; `in_talk` is what the conversation is about.
pub(crate) fn search<'a>(query: &Query, base: &'a Base, in_talk: Option<Talk>) -> Found<'a> {
    let found = find(query, base, in_talk);
    let (ranked, is_second) = ranked(query, &found, in_talk);
    Found { ranked, is_second, ..found }
}

/// Searches `base` for passages and ranks nothing.
pub(crate) fn find<'a>(query: &Query, base: &'a Base, in_talk: Option<Talk>) -> Found<'a> {
    let mut wanted = matching::wanted(query, base);
    let source = in_talk.map(|talk| talk.source);
    let near = retrieval::nearest_articles(&wanted, base, source);
    matching::widen(&mut wanted, base, &near);
    let hits = retrieval::find(&wanted, base, source, PASSAGES);
    Found { wanted, hits, ranked: Vec::new(), is_second: false, base }
}

/// The candidates of the passages found, best first, and whether an excluded one
/// would have come before.
fn ranked(query: &Query, found: &Found, in_talk: Option<Talk>) -> (Vec<Ranked>, bool) {
    let base = found.base;
    let setting = Setting::new(query, &found.wanted, base, &found.hits, in_talk);
    let (mut pool, mut best_shared) = (Pool::with_capacity(USUAL), f32::MIN);
    for &hit in &found.hits {
        let scene = Scene::new(&setting, hit);
        let shared = features::of_passage(&scene);
        let score = Rank::fitted().score(&shared, query.expects);
        best_shared = best_shared.max(score);
        if score > best_shared - HOPELESS {
            pool.add(scene, base, &shared);
        }
    }
    let (mut ranked, is_second) = pool.best(query);
    let column = ranking::column(query.expects);
    let worth = reranking::rerank_depth(ranked.iter().map(|ranked| ranked.score));
    let (seen, others) = ranked.split_at_mut(worth);
    rerank(seen, ContextFeatures::new(query, base), column);
    read(seen, query, base, column);
    prefer_sentences(seen, query, base);
    measure_lead(seen, query, base);
    keep_behind(seen, others);
    (ranked, is_second)
}

/// The article that a conversation goes on with by this question; `in_talk` is the one in talk.
pub(crate) fn home(query: &Query, base: &Base, in_talk: Option<u32>) -> Option<Home> {
    let mut wanted = matching::wanted(query, base);
    wanted.retain(|want| !want.term.is_focus);
    retrieval::home(wanted, base, in_talk)
}

/// Ranks the best candidates anew.
fn rerank(seen: &mut [Ranked], mut look: ContextFeatures, column: usize) {
    let best = seen.first().map_or(0.0, |best| best.score);
    let asked = Network::fitted().asked(look.question(), column);
    for ranked in seen.iter_mut() {
        let behind = reranking::behind(ranked.score, best);
        ranked.score += asked.adjustment(&ranked.measures, &look.at(&ranked.candidate), behind);
    }
    seen.sort_by(|a, b| b.score.total_cmp(&a.score));
}

/// Adds to each of the best candidates what the reader makes of its passage.
fn read(seen: &mut [Ranked], query: &Query, base: &Base, column: usize) {
    let reading = Reader::fitted().open(reader::words(query, base), column);
    let mut marks: Vec<(u32, f32)> = Vec::new();
    let least = seen.first().map_or(0.0, |best| best.score - WORTH_READING);
    for ranked in seen.iter_mut().filter(|ranked| ranked.score >= least) {
        let passage = ranked.candidate.passage;
        let known = marks.iter().find(|(known, _)| *known == passage).map(|(_, mark)| *mark);
        let mark = known.unwrap_or_else(|| {
            let mark = reading.mark(base, passage);
            marks.push((passage, mark));
            mark
        });
        ranked.score += mark;
        ranked.measures.set(Feature::Read, mark / reader::READ_BY);
    }
    seen.sort_by(|a, b| b.score.total_cmp(&a.score));
    if let Some(best) = seen.first_mut() {
        best.measures.set(Feature::ReadAhead, read_ahead(best.candidate.passage, &marks));
    }
}

/// Where the best candidate is of a headline, puts the same answer of a sentence of its article
/// first, if there is one: that tells more, and is the proof.
fn prefer_sentences(seen: &mut [Ranked], query: &Query, base: &Base) {
    let Some(best) = seen.first() else { return };
    let headline = base.passage(best.candidate.passage);
    if !headline.is_title {
        return;
    }
    let value = value::of(query, base, &best.candidate);
    let says_same = |ranked: &Ranked| {
        let passage = base.passage(ranked.candidate.passage);
        !passage.is_title
            && passage.source == headline.source
            && value::of(query, base, &ranked.candidate) == value
    };
    let near = seen.iter().take_while(|ranked| ranked.score >= best.score - WORTH_READING);
    if let Some(at) = near.skip(1).position(says_same) {
        let scores = (seen[at + 1].score, best.score);
        (seen[0].score, seen[at + 1].score) = scores;
        seen.sort_by(|a, b| b.score.total_cmp(&a.score));
    }
}

/// How much more the reader makes of a passage than of any other, by
/// [`reader::READ_BY`], at most 1.
pub(crate) fn read_ahead(passage: u32, marks: &[(u32, f32)]) -> f32 {
    let (own, others): (Vec<_>, Vec<_>) = marks.iter().partition(|(of, _)| *of == passage);
    let most = |marks: Vec<(u32, f32)>| marks.iter().map(|it| it.1).fold(f32::MIN, f32::max);
    ((most(own) - most(others)) / reader::READ_BY).min(1.0)
}

/// Keeps candidates that were not looked at again behind those that were.
fn keep_behind(seen: &[Ranked], others: &mut [Ranked]) {
    let Some(last) = seen.last() else { return };
    let drop = others.first().map_or(0.0, |first| (first.score - last.score).max(0.0));
    others.iter_mut().for_each(|ranked| ranked.score -= drop);
}

fn measure_lead(seen: &mut [Ranked], query: &Query, base: &Base) {
    /// By how much a rival may be behind that is asked whether it says the same.
    const CLOSE: f32 = 3.0;
    let Some(best) = seen.first() else { return };
    let (score, own) = (best.score, best.candidate);
    let said = OnceCell::new();
    // A number that another passage has, too, is no rival.
    let agrees = |rival: &Ranked| {
        let near = rival.candidate.passage != own.passage && score - rival.score < CLOSE;
        let said = || said.get_or_init(|| value::of(query, base, &own));
        near && query.expects.is_figure()
            && matches!(said(), Value::Number(_))
            && value::agree(said(), &value::of(query, base, &rival.candidate))
    };
    let rivals = seen.iter().filter(|ranked| !agrees(ranked));
    let scores: Vec<(f32, u32)> =
        rivals.map(|ranked| (ranked.score, ranked.candidate.passage)).collect();
    for (feature, value) in lead(&scores) {
        seen[0].measures.set(feature, value);
    }
}

/// How far the best of several scores is ahead: each with the passage it belongs to, best first.
pub(crate) fn lead(scores: &[(f32, u32)]) -> [(Feature, f32); 4] {
    let (score, passage) = scores.first().copied().unwrap_or_default();
    let (mut all, mut own, mut other) = (0.0, 0.0, f32::MIN);
    for (rival, of) in scores {
        let chance = (rival - score).exp();
        all += chance;
        if *of == passage {
            own += chance;
        } else {
            other = other.max(*rival);
        }
    }
    [
        (Feature::Share, 1.0 / all),
        (Feature::PassageShare, own / all),
        (Feature::Ahead, ((score - other) / 5.0).min(1.0)),
        (Feature::Height, (score - 20.0) / 5.0),
    ]
}
