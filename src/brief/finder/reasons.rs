//! Why, and how: what stands after words that open a reason or a way, listed in
//! `data/openers.tsv`.

use std::sync::OnceLock;

use crate::brief::candidate::Candidates;
use crate::brief::measure::Measure;
use crate::brief::story::Story;
use crate::fact::Passage;
use crate::text::fold;
use crate::text::syntax::Tag;

use super::phrase::{ends, noun_phrases};

/// How many sentences are looked through.
const SENTENCES: usize = 10;

/// Brings what stands after words that open a reason.
pub(super) fn causes(story: &Story, found: &mut Candidates) {
    opened(story, "why", found);
}

/// Brings what stands after words that open a way.
pub(super) fn means(story: &Story, found: &mut Candidates) {
    opened(story, "how", found);
}

/// Brings the noun phrases of the headline and lead: what happened is often told by its cause.
pub(super) fn phrases(story: &Story, found: &mut Candidates) {
    for number in story.top(4) {
        let passage = story.passage(number);
        for phrase in noun_phrases(passage) {
            found.add(number, phrase, &[Measure::NounPhrase]);
        }
        let verbs = (0..passage.len()).filter(|&token| passage.grammar.tokens[token].tag.is_verb());
        for verb in verbs {
            for end in ends(passage, verb) {
                found.add(number, (verb, end), &[Measure::Action]);
            }
        }
    }
}

fn opened(story: &Story, question: &str, found: &mut Candidates) {
    for number in story.top(SENTENCES) {
        let passage = story.passage(number);
        let words: Vec<String> =
            (0..passage.len()).map(|token| fold(passage.word(token))).collect();
        for first in 0..words.len() {
            let Some(opener) = opener_at(&words[first..], question) else { continue };
            let begin = first + opener.words.len();
            if begin < words.len() && fits(passage, begin, opener) {
                bring(passage, number, (first, begin), opener.tells, found);
            }
        }
    }
}

fn bring(
    passage: &Passage,
    number: usize,
    (first, begin): (usize, usize),
    tells: Measure,
    found: &mut Candidates,
) {
    for end in ends(passage, begin) {
        found.add(number, (begin, end), &[tells]);
        found.add(number, (first, end), &[tells, Measure::WithOpener]);
    }
}

/// Whether what follows is of the kind that the opening word asks for.
fn fits(passage: &Passage, begin: usize, opener: &Opener) -> bool {
    let tag = passage.grammar.tokens[begin].tag;
    match opener.tells {
        Measure::Purpose => tag == Tag::VB,
        Measure::Means => tag == Tag::VBG,
        _ => !tag.is_punctuation(),
    }
}

/// Words that open a reason or a way.
struct Opener {
    words: Vec<&'static str>,
    tells: Measure,
    question: &'static str,
}

/// The longest opener that stands at the beginning of some words.
fn opener_at(words: &[String], question: &str) -> Option<&'static Opener> {
    let asked = |opener: &&Opener| opener.question == question || opener.question == "both";
    let stands = |opener: &&Opener| {
        opener.words.len() <= words.len() && opener.words.iter().zip(words).all(|(a, b)| a == b)
    };
    openers().iter().filter(asked).filter(stands).max_by_key(|opener| opener.words.len())
}

fn openers() -> &'static [Opener] {
    static OPENERS: OnceLock<Vec<Opener>> = OnceLock::new();
    OPENERS.get_or_init(|| include_str!("../data/openers.tsv").lines().filter_map(read).collect())
}

fn read(line: &'static str) -> Option<Opener> {
    let mut cells = line.split('\t');
    let (words, tells, question) = (cells.next()?, cells.next()?, cells.next()?);
    let tells = *Measure::ALL.iter().find(|measure| measure.as_str() == tells)?;
    Some(Opener { words: words.split(' ').collect(), tells, question })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::testing::brings;

    #[test]
    fn reasons_come_with_and_without_their_opening_word() {
        brings(
            causes,
            &["heavy rain", "after heavy rain", "to protect drivers", "protect drivers"],
        );
    }

    #[test]
    fn every_line_of_the_openers_is_read() {
        let lines = include_str!("../data/openers.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .count();
        assert_eq!(openers().len(), lines);
    }

    #[test]
    fn the_longest_opener_counts() {
        let words: Vec<String> = ["because", "of", "rain"].map(str::to_owned).to_vec();
        assert_eq!(opener_at(&words, "why").map(|opener| opener.words.len()), Some(2));
        assert!(opener_at(&words, "how").is_none());
    }
}
