//! Whether a candidate is told to be a name or words: "known as X", "a ring with the word X".

use crate::answer::candidate::Candidate;
use crate::answer::scene::Scene;
use crate::fact::Passage;
use crate::question::AnswerType;
use crate::text::syntax::Tag;

use super::{Feature, FeatureVector, calling};

/// Verbs whose last object is a name.
const NAMING: [&str; 14] = [
    "call", "name", "dub", "nickname", "title", "entitle", "christen", "baptise", "baptize",
    "rename", "codename", "bear", "style", "term",
];
/// Words before what is written or said.
const WRITTEN: [&str; 12] = [
    "read",
    "word",
    "inscription",
    "slogan",
    "motto",
    "title",
    "name",
    "say",
    "caption",
    "banner",
    "chant",
    "phrase",
];
/// Verbs that name with "as".
const KNOWN: [&str; 8] =
    ["know", "refer", "rename", "register", "market", "sell", "trade", "found"];
/// Words of the question that ask for a name of before, and words that tell one.
const ASKS_FORMER: [&str; 13] = [
    "before",
    "old",
    "former",
    "formerly",
    "previous",
    "previously",
    "original",
    "originally",
    "used",
    "maiden",
    "birth",
    "earlier",
    "first",
];
const FORMER: [&str; 12] = [
    "formerly",
    "previously",
    "until",
    "then",
    "born",
    "née",
    "nee",
    "once",
    "originally",
    "former",
    "earlier",
    "rename",
];
/// How far before a name the word may stand that tells it to be one of before.
const BEFORE: usize = 8;

/// Measures what tells a name, where one is asked for.
pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    match scene.query.expects {
        AnswerType::Name => {}
        AnswerType::Opinion => {
            let called = calling::verb(scene.passage, candidate).is_some();
            return measures.flag(Feature::Named, called);
        }
        _ => return,
    }
    let first = usize::from(candidate.first);
    let former = tells_former(scene.passage, first);
    let named = former.max(tells_name(scene.passage, first));
    measures.flag(Feature::Named, named);
    let asks = scene.query.words.iter().any(|word| ASKS_FORMER.contains(&word.as_str()));
    measures.flag(Feature::NamedBefore, asks && former);
    measures.flag(Feature::OtherTimeOfName, named && asks != former);
}

/// Whether the word right before a span names what follows.
pub(super) fn tells_name(passage: &Passage, first: usize) -> bool {
    let grammar = &passage.grammar;
    let skipped =
        |at: &usize| grammar.tokens[*at].tag.is_punctuation() || grammar.tokens[*at].tag == Tag::DT;
    let Some(before) = (0..first).rev().find(|at| !skipped(at)) else { return false };
    let lemma = grammar.lemma(before);
    let known = || (before.saturating_sub(5)..before).any(|at| KNOWN.contains(&grammar.lemma(at)));
    NAMING.contains(&lemma) || WRITTEN.contains(&lemma) || (matches!(lemma, "as" | "to") && known())
}

/// Whether what follows is told to be a name of before: "known until 2019 as",
/// "born", "renamed from".
fn tells_former(passage: &Passage, first: usize) -> bool {
    let grammar = &passage.grammar;
    let born =
        |at: usize| matches!(passage.word(at).to_lowercase().as_str(), "born" | "née" | "nee");
    if first > 0 && born(first - 1) {
        return true;
    }
    let near = first.saturating_sub(BEFORE)..first;
    let said = near
        .clone()
        .any(|at| FORMER.contains(&grammar.lemma(at)) || FORMER.contains(&passage.word(at)));
    said && tells_name(passage, first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, syntax};

    fn told(sentence: &str, name: &str) -> (bool, bool) {
        let grammar = syntax::analyse(sentence, Span::new(0..sentence.len()));
        let passage = Passage { text: sentence.to_owned(), grammar, ..Passage::default() };
        let first = (0..passage.len()).find(|&at| passage.word(at) == name).expect("it is there");
        (tells_name(&passage, first), tells_former(&passage, first))
    }

    #[test]
    fn a_name_is_told_by_the_words_before_it() {
        assert_eq!(
            told("Zentra, known until 2011 as Bluefield, is a bank.", "Bluefield"),
            (true, true)
        );
        assert_eq!(told("They called the boat Marigold.", "Marigold"), (false, false));
        assert_eq!(told("A boat called Marigold sank.", "Marigold"), (true, false));
        assert!(told("Born Ana Ruiz in 1950, she sang.", "Ana").1);
        assert_eq!(told("The bank moved to Bluefield.", "Bluefield"), (false, false));
    }
}
