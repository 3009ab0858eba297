//! Finds the passages that a question may be about.
//!
//! A passage scores by the wanted words that it has, each by its weight and fit, and, less, by
//! those that its neighbours and the rest of its article have: what an article is about need not
//! be said again in every sentence.

use crate::fact::Base;

use super::matching::Wanted;

/// A passage found, with the shares of the question that it covers, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Hit {
    /// The passage.
    pub(crate) passage: u32,
    /// What its own words cover.
    pub(crate) own: f32,
    /// What its whole article covers.
    pub(crate) article: f32,
    /// By what it is ranked.
    pub(crate) score: f32,
}

/// What an article adds to a passage's own words, and the bonus of the article in talk.
const ARTICLE: f32 = 0.45;
const NEIGHBOUR: f32 = 0.15;
const IN_TALK: f32 = 0.12;

/// The best `limit` passages, best first. `in_talk` is the source that the conversation is about.
pub(crate) fn find(wanted: &[Wanted], base: &Base, in_talk: Option<u32>, limit: usize) -> Vec<Hit> {
    let total: f32 = wanted.iter().map(|want| want.weight).sum::<f32>().max(f32::EPSILON);
    let own = own_scores(wanted, base);
    let articles = article_scores(wanted, base);
    let mut hits: Vec<Hit> = Vec::new();
    for (index, &score) in own.iter().enumerate() {
        if score <= 0.0 {
            continue;
        }
        let source = base.passage(index as u32).source;
        let article = articles[source as usize];
        let beside = neighbour(&own, base, index);
        let talk = if in_talk == Some(source) { IN_TALK * total } else { 0.0 };
        let ranked = score + ARTICLE * (article - score).max(0.0) + NEIGHBOUR * beside + talk;
        hits.push(Hit { passage: index as u32, own: score / total, article: article / total, score: ranked / total });
    }
    let limit = limit.min(hits.len());
    if limit > 0 && limit < hits.len() {
        hits.select_nth_unstable_by(limit - 1, |a, b| b.score.total_cmp(&a.score));
        hits.truncate(limit);
    }
    hits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.passage.cmp(&b.passage)));
    hits
}

fn own_scores(wanted: &[Wanted], base: &Base) -> Vec<f32> {
    let mut scores = vec![0.0f32; base.passages().len()];
    let mut best = Vec::new();
    for want in wanted {
        best.clear();
        for &(word, strength) in &want.variants {
            best.extend(base.having(word).iter().map(|&passage| (passage, strength)));
        }
        best.sort_by(|a: &(u32, f32), b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
        best.dedup_by_key(|(passage, _)| *passage);
        for &(passage, strength) in &best {
            scores[passage as usize] += strength * want.weight;
        }
    }
    scores
}

fn article_scores(wanted: &[Wanted], base: &Base) -> Vec<f32> {
    let mut scores = vec![0.0f32; base.sources().len()];
    let mut best = vec![0.0f32; base.sources().len()];
    for want in wanted {
        best.fill(0.0);
        for &(word, strength) in &want.variants {
            for &passage in base.having(word) {
                let source = base.passage(passage).source as usize;
                best[source] = best[source].max(strength);
            }
        }
        for (score, best) in scores.iter_mut().zip(&best) {
            *score += best * want.weight;
        }
    }
    scores
}

/// The better of the passages before and after, in the same article.
fn neighbour(own: &[f32], base: &Base, index: usize) -> f32 {
    let source = base.passage(index as u32).source;
    let beside = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
    let same = beside.filter(|&other| base.passages().get(other).is_some_and(|passage| passage.source == source));
    same.map(|other| own[other]).fold(0.0, f32::max)
}
