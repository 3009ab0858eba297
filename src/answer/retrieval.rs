//! Finds the passages that a question may be about.
//!
//! Two things count: how much of the question an article covers, and how much of what tells its
//! passages apart a passage covers. A word that the headline or many sentences of an article have
//! chooses the article, but says little about which of its passages is meant: what an article is
//! about need not be said again in every sentence.

use crate::fact::Base;

use super::matching::{SAME, Wanted};

/// A passage found, with the shares of the question that it covers, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Hit {
    /// The passage.
    pub(crate) passage: u32,
    /// What its own words cover.
    pub(crate) own: f32,
    /// What its whole article covers.
    pub(crate) article: f32,
    /// What the better of the passages beside it covers.
    pub(crate) beside: f32,
    /// What the headline of its article covers.
    pub(crate) headline: f32,
    /// Its place among the passages found, from 0.
    pub(crate) place: usize,
    /// By what it is ranked.
    pub(crate) score: f32,
}

/// How much of what its article covers counts beside what a passage itself does, 0 to 1.
const ARTICLE: f32 = 0.8;

/// How much of what the better passage beside it covers counts, 0 to 1.
const NEIGHBOUR: f32 = 0.15;

/// What a passage of the article in talk has before others, as a share of the question's weight.
const IN_TALK: f32 = 0.6;

/// What a headline loses, as a share of the question's weight: the body says the
/// same, and more exactly.
const HEADLINE: f32 = 0.12;

/// The most passages that are found.
const MOST: usize = 20;

/// Of how many articles, the best, all of these are kept, however few passages are wanted.
const WHOLE: usize = 2;

/// In how many articles words are looked for that are only used like the question's.
const NEAREST: usize = 4;

/// The best `limit` passages, best first, and all good ones of the articles that are best.
/// `in_talk` is the source that the conversation is about.
pub(crate) fn find(wanted: &[Wanted], base: &Base, in_talk: Option<u32>, limit: usize) -> Vec<Hit> {
    let marks = Marks::new(wanted, base, in_talk);
    let passages = 0..base.passages().len() as u32;
    let scored = passages.filter(|&passage| marks.may_answer(passage));
    let best = best(scored.map(|passage| (marks.score(passage), passage)).collect());
    let whole = best_articles(&best, base);
    let is_whole = |passage: u32| whole.contains(&base.place(passage).source);
    let mut place = 0..;
    let kept = best.into_iter().filter(|&(_, it)| place.next() < Some(limit) || is_whole(it));
    kept.enumerate().map(|(place, (score, passage))| marks.hit(passage, place, score)).collect()
}

/// What each passage and article covers of a question, in weight.
struct Marks<'a> {
    base: &'a Base,
    in_talk: Option<u32>,
    /// What all covers.
    total: f32,
    articles: Articles,
    /// What the passages cover.
    own: Vec<f32>,
}

impl<'a> Marks<'a> {
    fn new(wanted: &[Wanted], base: &'a Base, in_talk: Option<u32>) -> Self {
        let total = wanted.iter().map(|want| want.weight).sum::<f32>().max(f32::EPSILON);
        let articles = Articles::new(wanted, base);
        let own = own_scores(wanted, base, &articles);
        Marks { base, in_talk, total, articles, own }
    }

    fn article(&self, passage: u32) -> f32 {
        self.articles.covered[self.base.place(passage).source as usize]
    }

    fn may_answer(&self, passage: u32) -> bool {
        let covers = self.own[passage as usize] > 0.0 || self.article(passage) >= 0.5 * self.total;
        covers && !self.base.place(passage).is_endless
    }

    fn score(&self, passage: u32) -> f32 {
        let place = self.base.place(passage);
        let talk = if self.in_talk == Some(place.source) { IN_TALK * self.total } else { 0.0 };
        let title = if place.is_title { HEADLINE * self.total } else { 0.0 };
        let around = ARTICLE * self.article(passage) + NEIGHBOUR * self.beside(passage);
        self.own[passage as usize] + around + talk - title
    }

    /// The better of the passages before and after, in the same article.
    fn beside(&self, passage: u32) -> f32 {
        let source = self.base.place(passage).source;
        let beside = [passage.checked_sub(1), Some(passage + 1)].into_iter().flatten();
        let covered = beside.filter_map(|it| Some((it, *self.own.get(it as usize)?)));
        let same = covered.filter(|&(it, own)| own > 0.0 && self.base.place(it).source == source);
        same.map(|(_, own)| own).fold(0.0, f32::max)
    }

    /// What the headline of its article covers.
    fn headline(&self, passage: u32) -> f32 {
        let source = self.base.place(passage).source as usize;
        let first = self.base.passages_of(source).next();
        let title = first.filter(|&first| self.base.place(first).is_title);
        title.map_or(0.0, |title| self.own[title as usize])
    }

    fn hit(&self, passage: u32, place: usize, score: f32) -> Hit {
        Hit {
            passage,
            place,
            own: self.own[passage as usize] / self.total,
            article: self.article(passage) / self.total,
            beside: self.beside(passage) / self.total,
            headline: self.headline(passage) / self.total,
            score: score / self.total,
        }
    }
}

/// The [`MOST`] best of scored passages, best first.
fn best(mut scored: Vec<(f32, u32)>) -> Vec<(f32, u32)> {
    let better = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    if scored.len() > MOST {
        scored.select_nth_unstable_by(MOST, better);
        scored.truncate(MOST);
    }
    scored.sort_unstable_by(better);
    scored
}

/// The articles that cover most of a question, and the one in talk: at most [`NEAREST`] and one.
pub(crate) fn nearest_articles(wanted: &[Wanted], base: &Base, in_talk: Option<u32>) -> Vec<u32> {
    let covered = Articles::new(wanted, base).covered;
    let mut order: Vec<u32> = (0..covered.len() as u32).collect();
    let better = |a: &u32, b: &u32| covered[*b as usize].total_cmp(&covered[*a as usize]);
    if order.len() > NEAREST {
        order.select_nth_unstable_by(NEAREST, better);
        order.truncate(NEAREST);
    }
    order.extend(in_talk.filter(|source| !order.contains(source)));
    order
}

/// The article that a conversation goes on with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Home {
    /// The article.
    pub(crate) source: u32,
    /// How much more of the question's own words another article has, in weight.
    pub(crate) missing: f32,
    /// How much of them any article has at most.
    pub(crate) own: f32,
    /// The share of the words of before that it has.
    pub(crate) context: f32,
    /// The share of the question's own words that another article has at most; 1 where it has none.
    pub(crate) elsewhere: f32,
    /// The articles that have about as much of all these words: those that tell of the same.
    pub(crate) alike: Vec<u32>,
}

/// What the article in talk has before others, in weight of words: a telling word has about 1.
const TALKED_OF: f32 = 0.4;

/// The share of the words of the best article that another one has which tells of the same.
const ALIKE: f32 = 0.8;

/// The article that has most of a question's words and of those of the question before; of
/// several the one in talk.
pub(crate) fn home(wanted: Vec<Wanted>, base: &Base, in_talk: Option<u32>) -> Option<Home> {
    let (context, own): (Vec<Wanted>, Vec<Wanted>) =
        wanted.into_iter().partition(|want| want.term.is_context);
    let weight =
        |wanted: &[Wanted]| wanted.iter().map(|want| want.weight).sum::<f32>().max(f32::EPSILON);
    let (all_own, all_context) = (weight(&own), weight(&context));
    let says_nothing = own.is_empty();
    let own = Articles::new(&own, base).covered;
    let context = Articles::new(&context, base).covered;
    let all = |source: u32| own[source as usize] + context[source as usize];
    let talked_of = |source: u32| if in_talk == Some(source) { TALKED_OF } else { 0.0 };
    let score = |source: u32| all(source) + talked_of(source);
    let source =
        (0..own.len() as u32).max_by(|a, b| score(*a).total_cmp(&score(*b)).then(b.cmp(a)))?;
    let is_alike = |&other: &u32| all(other) >= ALIKE * all(source);
    let alike = (0..own.len() as u32).filter(is_alike).collect();
    let best = most(&own, |_| true);
    let elsewhere = most(&own, |other| other != source as usize);
    Some(Home {
        source,
        missing: best - own[source as usize],
        own: best,
        context: context[source as usize] / all_context,
        alike,
        elsewhere: if says_nothing { 1.0 } else { elsewhere / all_own },
    })
}

/// The most that any of some articles has.
fn most(covered: &[f32], counts: impl Fn(usize) -> bool) -> f32 {
    let some = covered.iter().enumerate().filter(|(at, _)| counts(*at));
    some.map(|(_, covered)| *covered).fold(0.0, f32::max)
}

/// The articles of the best passages.
fn best_articles(best: &[(f32, u32)], base: &Base) -> Vec<u32> {
    let mut articles: Vec<u32> = Vec::with_capacity(WHOLE);
    for &(_, passage) in best {
        let source = base.place(passage).source;
        if !articles.contains(&source) {
            articles.push(source);
        }
        if articles.len() == WHOLE {
            break;
        }
    }
    articles
}

fn own_scores(wanted: &[Wanted], base: &Base, articles: &Articles) -> Vec<f32> {
    let mut scores = vec![0.0f32; base.passages().len()];
    // For every passage the word, counted from 1, that it was last found by: the best variant of
    // a word comes first, and alone counts.
    let mut found_by = vec![0u32; scores.len()];
    for ((index, want), number) in wanted.iter().enumerate().zip(1..) {
        for &(word, strength) in &want.variants {
            for &passage in base.postings(word) {
                let at = passage as usize;
                if found_by[at] != number {
                    found_by[at] = number;
                    let source = base.place(passage).source as usize;
                    scores[at] += strength * want.weight * articles.telling(source, index);
                }
            }
        }
    }
    scores
}

/// How each article has each of the wanted words.
struct Articles {
    words: usize,
    /// What an article covers of the question, in weight.
    covered: Vec<f32>,
    /// How well each word of the question tells the passages of an article apart, 0 to 1.
    telling: Vec<f32>,
}

impl Articles {
    fn new(wanted: &[Wanted], base: &Base) -> Self {
        let sources = base.sources().len();
        let mut articles = Articles {
            words: wanted.len(),
            covered: vec![0.0; sources],
            telling: vec![1.0; sources * wanted.len()],
        };
        let mut counts = vec![(0.0f32, 0.0f32); sources];
        for (index, want) in wanted.iter().enumerate() {
            counts.fill((0.0, 0.0));
            for &(word, strength) in &want.variants {
                for &passage in base.postings(word) {
                    let passage = base.place(passage);
                    let (best, count) = &mut counts[passage.source as usize];
                    *best = best.max(strength);
                    let counts = if strength < SAME { 0.0 } else { strength };
                    *count += counts * if passage.is_title { 3.0 } else { 1.0 };
                }
            }
            for (source, &(best, count)) in
                counts.iter().enumerate().filter(|(_, (best, _))| *best > 0.0)
            {
                articles.covered[source] += best * want.weight;
                articles.telling[source * wanted.len() + index] =
                    telling(count, base.passages_of(source).len());
            }
        }
        articles
    }

    fn telling(&self, source: usize, word: usize) -> f32 {
        self.telling[source * self.words + word]
    }
}

/// The inverse frequency of a word among the passages of its article, scaled to 0 to 1.
pub(super) fn telling(count: f32, passages: usize) -> f32 {
    let passages = passages as f32 + 1.0;
    ((passages / (count + 0.5)).ln() / (passages / 1.5).max(1.5).ln()).clamp(0.12, 1.0)
}
