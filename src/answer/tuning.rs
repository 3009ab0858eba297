//! What the ranking sees of a question, for whoever fits its weights.

use crate::fact::Base;
use crate::lexicon::{LexemeId, Lexicon};
use crate::question::Query;

use super::context_features::ContextFeatures;
use super::features::Feature;
use super::ranking;
use super::reader;
use super::reranking;
use super::scene::Talk;
use super::search;
use super::verdict;

/// The candidates of a question with their measures.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// Which column of the tables of weights the question belongs to.
    pub column: usize,
    /// The candidates in no particular order.
    pub candidates: Vec<MeasuredCandidate>,
    /// The question as it was understood.
    pub read: String,
    /// The words of the question and of the candidates' passages.
    pub text: Text,
}

/// The words of a question and of passages, as the reader sees them: by their numbers in the
/// lexicon, where it knows them.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// The question's.
    pub words: Vec<Option<u32>>,
    /// Those of the passages.
    pub passages: Vec<PassageText>,
}

/// The words of a passage.
#[derive(Clone, Debug)]
pub struct PassageText {
    /// The passage's number.
    pub number: u32,
    /// Its words.
    pub words: Vec<Option<u32>>,
    /// For each word of the question where it stands here, a bit a word.
    pub same: Vec<u64>,
}

/// A candidate with its measures, in the order of [`feature_names`].
#[derive(Clone, Debug)]
pub struct MeasuredCandidate {
    /// Its words.
    pub text: String,
    /// The answer as it would be worded.
    pub worded: String,
    /// The words of its passage.
    pub passage: String,
    /// Its measures.
    pub measures: Vec<f32>,
    /// What the second look sees beside them.
    pub context_features: Vec<f32>,
    /// Its passage's number.
    pub number: u32,
    /// Its score by the present weights.
    pub score: f32,
}

/// The names of the measures, as the tables of weights have them.
pub fn feature_names() -> Vec<&'static str> {
    Feature::ALL.iter().map(|feature| feature.as_str()).collect()
}

/// The names of the rows of the table that tells how far a candidate can be trusted: the measures,
/// then the context features.
pub fn confidence_names() -> Vec<String> {
    ranking::confidence_names()
}

/// The names of the columns of the tables of weights.
pub fn column_names() -> &'static [&'static str] {
    &ranking::COLUMNS
}

/// By how many units candidates are looked at again.
pub use super::reranking::HIDDEN;

/// How many figures a word has for the reader and in the lexicon, and how many units judge.
pub use super::reader::{DEPTH, READ_BY, UNITS};
pub use crate::lexicon::VECTOR;

/// The names of the inputs of the second look, in order: the measures, then how far a candidate is
/// behind, then the columns, then the context features.
pub fn network_inputs() -> Vec<String> {
    reranking::input_names()
}

/// How many of some candidates are looked at again, given their scores, the best first.
pub fn rerank_depth(scores: impl Iterator<Item = f32>) -> usize {
    reranking::rerank_depth(scores)
}

/// A score less the best one, as an input of the second look.
pub fn behind(less: f32) -> f32 {
    reranking::behind(less, 0.0)
}

/// How far the best of several scores is ahead: each with the number of its passage, best first.
/// The measures that say so, by index, and their values.
pub fn lead(scores: &[(f32, u32)]) -> [(usize, f32); 4] {
    search::lead(scores).map(|(feature, value)| (feature as usize, value))
}

/// What tells that a question was understood as part of a conversation.
pub const IN_TALK: &str = " | in talk of: ";

/// Which measure holds what the reader makes of a candidate's passage, divided by [`READ_BY`].
pub const READ: usize = Feature::Read as usize;

/// Which measure holds how much more that is than of any other passage, and its value where the
/// reader made so much of each passage.
pub fn read_ahead(passage: u32, marks: &[(u32, f32)]) -> (usize, f32) {
    (Feature::ReadAhead as usize, search::read_ahead(passage, marks))
}

/// The lexicon's figures of a word; zeros where it has none.
pub fn word_vector(word: Option<u32>) -> [f32; VECTOR] {
    let word = word.and_then(|number| Lexicon::builtin().numbered(number));
    word.and_then(|word| Lexicon::builtin().vector(word)).unwrap_or([0.0; VECTOR])
}

fn text(query: &Query, found: &search::Found) -> Text {
    let number = |word: Option<LexemeId>| word.map(|word| word.number() as u32);
    let words = reader::words(query, found.base);
    let mut passages: Vec<u32> = found.ranked.iter().map(|it| it.candidate.passage).collect();
    passages.sort_unstable();
    passages.dedup();
    let heard = |passage: u32| PassageText {
        number: passage,
        words: reader::heard(found.base, passage).map(number).collect(),
        same: reader::same(&words, found.base, passage),
    };
    Text {
        passages: passages.into_iter().map(heard).collect(),
        words: words.iter().map(|word| number(word.meaning)).collect(),
    }
}

/// How a query was understood: its text, and what a conversation adds.
fn understood(query: &Query, base: &Base, in_talk: Option<Talk>) -> String {
    let context = query.terms.iter().filter(|term| term.is_context);
    let context: Vec<&str> = context.map(|term| term.word.as_str()).collect();
    match in_talk {
        Some(talk) => {
            let said = match talk.sentence {
                Some(sentence) => &base.passage(sentence.passage).text,
                None => &base.sources()[talk.source as usize].title,
            };
            format!("{}{IN_TALK}{} @ {said}", query.text, context.join(" "))
        }
        None => query.text.clone(),
    }
}

/// Everything that may answer a query in a conversation about something.
pub(crate) fn measure(query: &Query, base: &Base, in_talk: Option<Talk>) -> Measured {
    let found = search::search(query, base, in_talk);
    let mut look = ContextFeatures::new(query, base);
    let question = *look.question();
    let candidates = found.ranked.iter().map(|ranked| {
        let passage = base.passage(ranked.candidate.passage);
        MeasuredCandidate {
            text: super::wording::span(passage, &ranked.candidate).to_owned(),
            worded: super::wording::sentence(query, base, &ranked.candidate, None),
            passage: passage.text.clone(),
            measures: ranked.measures.0.to_vec(),
            context_features: [&question[..], &look.at(&ranked.candidate)[..]].concat(),
            number: ranked.candidate.passage,
            score: ranked.score,
        }
    });
    Measured {
        column: ranking::column(query.expects),
        candidates: candidates.collect(),
        read: understood(query, base, in_talk),
        text: text(query, &found),
    }
}

/// What may say Yes or No to a question.
#[derive(Clone, Debug)]
pub struct MeasuredVerdict {
    /// Whether the question denies what the passages are measured for: then the opposite is right.
    pub is_denial: bool,
    /// The passages.
    pub passages: Vec<MeasuredPassage>,
}

/// A passage that may say Yes or No, with its measures in the order of [`verdict_measure_names`].
#[derive(Clone, Debug)]
pub struct MeasuredPassage {
    /// Its words.
    pub text: String,
    /// Its measures.
    pub measures: Vec<f32>,
}

/// The names of the measures of a passage that may say Yes or No, as the table of weights has them.
pub fn verdict_measure_names() -> Vec<&'static str> {
    verdict::Measure::ALL.iter().map(|measure| measure.as_str()).collect()
}

/// The columns of that table.
pub fn verdict_column_names() -> &'static [&'static str] {
    &verdict::COLUMNS
}

/// Everything that may say Yes or No to a query in a conversation about something.
pub(crate) fn measure_verdict(
    query: &Query,
    base: &Base,
    in_talk: Option<Talk>,
) -> MeasuredVerdict {
    let found = search::find(query, base, in_talk);
    let passages = verdict::measured(query, &found, in_talk).into_iter();
    let measured = passages.map(|(passage, measures)| MeasuredPassage {
        text: base.passage(passage).text.clone(),
        measures: measures.0.to_vec(),
    });
    MeasuredVerdict { is_denial: query.is_denial, passages: measured.collect() }
}
