//! A question set against one passage: which words meet where.

use jiff::civil::Date;

use crate::extract::arguments;
use crate::fact::{Base, Passage};
use crate::lexicon::Lexicon;
use crate::question::Query;

use super::features::focus::Likenesses;
use super::features::identity::Traits;
use super::features::occurrence;
use super::features::placing::{self, Direction};
use super::features::role::Roles;
use super::features::timing;
use super::matching::{self, Met, Variants, Wanted};
use super::retrieval::{self, Hit};

/// What a conversation is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Talk {
    /// The article that answered last.
    pub(crate) source: u32,
    /// The sentence of it that did, where it is one.
    pub(crate) sentence: Option<Spoken>,
    /// Whether the question has no words of its own and asks for more of what that sentence says.
    pub(crate) asks_on: bool,
    /// Whether the question asks of something else what that sentence answered: "and the brother?"
    pub(crate) exchanges: bool,
}

/// The sentence that a conversation is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spoken {
    /// Its passage.
    pub(crate) passage: u32,
    /// The paragraph of that passage.
    pub(crate) paragraph: u32,
    /// Where in the passage the answer stands, as bytes from and to.
    pub(crate) answer: Option<(u32, u32)>,
}

impl Talk {
    /// A conversation about an article, and no sentence of it.
    pub(crate) fn about(source: u32) -> Self {
        Talk { source, sentence: None, asks_on: false, exchanges: false }
    }
}

/// A question among the passages that were found for it.
#[derive(Debug)]
pub(crate) struct Setting<'a> {
    query: &'a Query,
    wanted: &'a [Wanted],
    base: &'a Base,
    talk: Option<Talk>,
    /// The score of the best passage.
    best_score: f32,
    articles: Vec<Around>,
    variants: Variants<'a>,
    likenesses: Likenesses<'a>,
    direction: Direction,
    traits: Traits,
    asks_of_before: bool,
    looks_ahead: bool,
    asks_words: bool,
}

/// How an article as a whole has each of the question's words.
#[derive(Debug)]
struct Around {
    source: u32,
    /// How well each is met anywhere in it.
    met: Vec<f32>,
    /// How well each tells its passages apart, 0 to 1.
    telling: Vec<f32>,
}

impl<'a> Setting<'a> {
    /// Sets `query` among `hits`, best first.
    pub(crate) fn new(
        query: &'a Query,
        wanted: &'a [Wanted],
        base: &'a Base,
        hits: &[Hit],
        talk: Option<Talk>,
    ) -> Self {
        let mut articles: Vec<Around> = Vec::new();
        for hit in hits {
            let source = base.place(hit.passage).source;
            if articles.iter().all(|around| around.source != source) {
                articles.push(Around::new(wanted, base, source, articles.len() < NEAR));
            }
        }
        let best_score = hits.first().map_or(0.0, |hit| hit.score);
        let variants = Variants::new(wanted);
        let likenesses = Likenesses::new(query.focus.as_ref());
        Setting {
            direction: placing::direction(query),
            traits: Traits::of(query),
            asks_of_before: occurrence::asks_of_before(query),
            looks_ahead: occurrence::looks_ahead(query),
            asks_words: timing::asks_words(query),
            query,
            wanted,
            base,
            talk,
            best_score,
            articles,
            variants,
            likenesses,
        }
    }
}

/// A question and a passage, with all that the two share.
#[derive(Debug)]
pub(crate) struct Scene<'a> {
    /// The question.
    pub(crate) query: &'a Query,
    /// Its words.
    pub(crate) wanted: &'a [Wanted],
    /// They with all their variants.
    pub(crate) variants: &'a Variants<'a>,
    /// The passage.
    pub(crate) passage: &'a Passage,
    /// How the passage was found.
    pub(crate) hit: Hit,
    /// Where each of the words is, by index in `wanted`.
    pub(crate) met: Vec<Met>,
    /// Where each of the words is in the passage's article as a whole: strength only.
    pub(crate) met_around: &'a [f32],
    /// How well each of the words tells the passages of this article apart, 0 to 1.
    pub(crate) telling: &'a [f32],
    /// For each token, how near it is to the noun asked for; empty where none is.
    likenesses: Vec<f32>,
    /// Which tokens name the role asked for, and which its owner; nothing where none is.
    pub(crate) roles: Roles,
    /// Whether the one who the question asks about speaks here.
    pub(crate) speaks: bool,
    /// For each token, the verb that heads its clause.
    pub(crate) clauses: &'a [u16],
    /// Which way the question asks.
    pub(crate) direction: Direction,
    /// What the question says of the one asked for.
    pub(crate) traits: &'a Traits,
    /// Whether the question itself asks for what was before.
    pub(crate) asks_of_before: bool,
    /// Whether it says in so many words that it asks for what is to come.
    pub(crate) looks_ahead: bool,
    /// Whether it asks for words, or when they were said.
    pub(crate) asks_words: bool,
    /// The score of the best passage for this question.
    pub(crate) best_score: f32,
    /// What the conversation is about, where it is this article.
    pub(crate) talk: Option<Talk>,
    /// The day that the article is of.
    pub(crate) published: Option<Date>,
}

/// From which strength on a word counts as met, 0 to 1.
pub(crate) const MET: f32 = 0.4;

impl<'a> Scene<'a> {
    /// Sets the question against the passage of `hit`, which is one of an article found.
    pub(crate) fn new(setting: &'a Setting<'a>, hit: Hit) -> Self {
        let &Setting { query, wanted, base, talk, best_score, .. } = setting;
        let passage = base.passage(hit.passage);
        let met = setting.variants.meet(base, hit.passage);
        let around = setting.articles.iter().find(|around| around.source == passage.source);
        let (met_around, telling): (&[f32], &[f32]) =
            around.map_or((&[], &[]), |around| (&around.met, &around.telling));
        let likenesses = setting.likenesses.of(passage);
        let roles = Roles::new(query, wanted, base, hit.passage, &likenesses);
        let mut scene = Scene {
            speaks: false,
            roles,
            likenesses,
            query,
            wanted,
            variants: &setting.variants,
            passage,
            hit,
            met,
            clauses: &passage.clauses,
            met_around,
            telling,
            best_score,
            direction: setting.direction,
            traits: &setting.traits,
            asks_of_before: setting.asks_of_before,
            looks_ahead: setting.looks_ahead,
            asks_words: setting.asks_words,
            talk: talk.filter(|talk| talk.source == passage.source),
            published: base.source_of(hit.passage).published,
        };
        scene.speaks = super::features::speaker::speaks(&scene);
        scene
    }

    /// Where the question's main verb is met.
    pub(crate) fn predicate(&self) -> Option<Met> {
        let predicate = self.query.predicate?;
        self.met_of(predicate)
    }

    /// Where a token of the question is met.
    pub(crate) fn met_of(&self, question_token: usize) -> Option<Met> {
        let index = self.wanted.iter().position(|want| want.term.token == question_token)?;
        Some(self.met[index]).filter(|met| met.strength >= MET)
    }

    /// The token of the question that heads the subject of its main verb.
    pub(crate) fn question_subject(&self) -> Option<usize> {
        arguments::subject(&self.query.grammar, self.query.predicate?)
    }

    /// How well the article, here or elsewhere, has a wanted word, by its index.
    pub(crate) fn heard(&self, index: usize) -> f32 {
        self.met_around.get(index).copied().unwrap_or(0.0).max(self.met[index].strength)
    }

    /// How near a token is to the noun asked for, 0 to 1.
    pub(crate) fn likeness(&self, token: usize) -> f32 {
        self.likenesses.get(token).copied().unwrap_or(0.0)
    }

    /// The wanted words with where they are met.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&Wanted, Met)> + '_ {
        self.wanted.iter().zip(self.met.iter().copied())
    }

    /// Whether a token of the passage is where one of the question's words is met.
    pub(crate) fn is_met(&self, token: usize) -> bool {
        self.met.iter().any(|met| met.strength >= MET && usize::from(met.token) == token)
    }
}

/// In how many articles, the best, a country is found by the places in it.
const NEAR: usize = 2;

/// How well an article has a country that it only has places of, 0 to 1.
const BY_PLACES: f32 = 0.5;

/// The country that a name of the question stands for, where it is one: "Rwandan", "Paris".
pub(super) fn country_of(want: &Wanted) -> Option<&'static str> {
    let found = want.term.is_name.then(|| Lexicon::builtin().country(&want.term.word)).flatten();
    found.map(|found| found.country.code)
}

/// Whether an article speaks of a place in a country.
pub(super) fn has_place_in(base: &Base, source: u32, code: &str) -> bool {
    let lexicon = Lexicon::builtin();
    base.passages_of(source as usize).any(|number| {
        let passage = base.passage(number);
        passage.grammar.entities.iter().any(|entity| {
            let name = passage.words(entity.first.into(), entity.last.into());
            let inside = |found: &str| found.split('-').next() == Some(code);
            lexicon.country(name).is_some_and(|found| found.country.code == code)
                || lexicon.place(name).is_some_and(|it| it.place.countries().any(inside))
        })
    })
}

impl Around {
    fn new(wanted: &[Wanted], base: &Base, source: u32, is_near: bool) -> Self {
        let range = base.passages_of(source as usize);
        let of_word = |want: &Wanted| {
            let (mut best, mut count) = (0.0f32, 0.0f32);
            for &(word, strength) in &want.variants {
                let having = base.postings(word);
                let start = having.partition_point(|&passage| passage < range.start);
                let here = having[start..].iter().take_while(|&passage| range.contains(passage));
                for &passage in here {
                    best = best.max(want.fit_in(base, passage, (word, strength)));
                    let counts = if strength < matching::SAME { 0.0 } else { strength };
                    count += counts * if base.place(passage).is_title { 3.0 } else { 1.0 };
                }
            }
            if is_near && best < BY_PLACES {
                let code = country_of(want).filter(|code| has_place_in(base, source, code));
                best = code.map_or(best, |_| BY_PLACES);
            }
            let telling = if count > 0.0 { retrieval::telling(count, range.len()) } else { 1.0 };
            (best, telling)
        };
        let (met, telling) = wanted.iter().map(of_word).unzip();
        Around { source, met, telling }
    }
}
