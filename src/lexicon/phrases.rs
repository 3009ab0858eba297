//! Words of several parts in running text: "pull out of" in "to pull out of the deal".
//!
//! In go the base forms of a sentence and its words as they stand, out come the places where a word
//! of several parts stands. Any of "my", "his", "their" and so on counts as "one's". Never joins
//! parts that stand apart ("call the game off"): ask for the verb with its particle instead.

use super::words::{LexemeId, Words};
use crate::text::quick::{QuickSet, hash};
use std::ops::Range;

/// The most parts that a word of the tables has.
const LONGEST: usize = 7;

const POSSESSIVES: [&str; 8] = ["my", "your", "his", "her", "its", "our", "their", "one's"];

/// A word of several parts in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseMatch {
    /// Which of the sentence's tokens.
    pub tokens: Range<usize>,
    /// The word that they make.
    pub word: LexemeId,
}

/// Which words begin a longer one.
#[derive(Clone, Debug)]
pub(super) struct Phrases {
    /// For every word, the parts of the longest word that begins with it; 0 for most.
    longest: Vec<u8>,
    /// How words of several parts begin: few of the pairs in a text begin one, though many words
    /// do.
    openings: QuickSet<u64>,
}

impl Phrases {
    pub(super) fn new(words: &Words) -> Self {
        let mut longest = vec![0; words.len()];
        let mut openings = QuickSet::default();
        for (_, text) in words.iter().filter(|(_, text)| text.contains(' ')) {
            let parts = text.split(' ').count().min(LONGEST);
            let mut opening = text.split(' ');
            openings.extend(opening.next().zip(opening.next()).map(|(a, b)| pair(a, b)));
            let first = text.split(' ').next().and_then(|first| words.find(first));
            if let Some(slot) = first.and_then(|first| longest.get_mut(first.0 as usize)) {
                *slot = u8::try_from(parts).map_or(*slot, |parts| parts.max(*slot));
            }
        }
        Self { longest, openings }
    }

    /// The words of several parts in a sentence, given its base forms and its folded words: the
    /// leftmost first, of those the longest, none over another.
    pub(super) fn find(
        &self,
        words: &Words,
        lemmas: &[&str],
        written: &[String],
    ) -> Vec<PhraseMatch> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < lemmas.len() {
            let Some((parts, word)) = self.longest_at(words, lemmas, written, at) else {
                at += 1;
                continue;
            };
            // "Be losing" says little where "lose money" begins with its last part.
            let last = at + parts - 1;
            if lemmas[at] == "be" && self.longest_at(words, lemmas, written, last).is_some() {
                at = last;
                continue;
            }
            found.push(PhraseMatch { tokens: at..at + parts, word });
            at += parts;
        }
        found
    }

    /// The longest word that begins at a token, and of how many parts.
    fn longest_at(
        &self,
        words: &Words,
        lemmas: &[&str],
        written: &[String],
        at: usize,
    ) -> Option<(usize, LexemeId)> {
        let mut longest: Option<(usize, LexemeId)> = None;
        self.each_at(words, (lemmas, written), at, &mut |parts, word| {
            longest = longest.filter(|(known, _)| *known >= parts).or(Some((parts, word)));
        });
        longest
    }

    /// Calls `found` with the longest words of several parts that begin at each token, overlapping
    /// ones too.
    pub(super) fn each(
        &self,
        words: &Words,
        lemmas: &[&str],
        written: &[String],
        found: &mut dyn FnMut(usize, LexemeId),
    ) {
        for at in 0..lemmas.len() {
            self.each_at(words, (lemmas, written), at, &mut |_, word| found(at, word));
        }
    }

    /// Calls `found` with the longest word that begins at a token in base forms, and with the
    /// longest in which the first part or the others are as they stand: "be sworn in", "arms deal",
    /// "go to the polls".
    fn each_at(
        &self,
        words: &Words,
        (lemmas, written): (&[&str], &[String]),
        at: usize,
        found: &mut dyn FnMut(usize, LexemeId),
    ) {
        let end = lemmas.len().min(written.len()).min(at + LONGEST);
        if at + 1 >= end {
            return;
        }
        let (base, own) = (lemmas[at], written[at].as_str());
        let firsts = [Some(base), Some(own).filter(|own| *own != base)];
        let mut known: Option<LexemeId> = None;
        for first in firsts.into_iter().flatten() {
            for as_written in [false, true] {
                let part = |at: usize| if as_written { written[at].as_str() } else { lemmas[at] };
                if !self.opens(first, part(at + 1)) {
                    continue;
                }
                let parts: Vec<&str> =
                    std::iter::once(first).chain((at + 1..end).map(part)).collect();
                let longest = self.longest_of(words, &parts, self.most_at(words, first));
                if let Some((length, word)) = longest.filter(|(_, word)| Some(*word) != known) {
                    known = Some(word);
                    found(length, word);
                }
            }
        }
    }

    /// The longest word that is made of the first of `parts`, `most` at most, and of how many.
    fn longest_of(&self, words: &Words, parts: &[&str], most: usize) -> Option<(usize, LexemeId)> {
        (2..=most.min(parts.len()))
            .rev()
            .find_map(|length| Some((length, words.find(&joined(&parts[..length]))?)))
    }

    /// Whether a word of several parts may begin with these two.
    fn opens(&self, first: &str, second: &str) -> bool {
        let second = if POSSESSIVES.contains(&second) { "one's" } else { second };
        self.openings.contains(&pair(first, second))
    }

    /// How many parts the longest word has that begins with `first`; 0 where none does.
    fn most_at(&self, words: &Words, first: &str) -> usize {
        let longest = words.find(first).and_then(|first| self.longest.get(first.0 as usize));
        longest.map_or(0, |longest| usize::from(*longest))
    }
}

/// A number for two words side by side; two pairs with one number only cost a vain search.
fn pair(first: &str, second: &str) -> u64 {
    hash(first.as_bytes()).rotate_left(17) ^ hash(second.as_bytes())
}

/// The parts as the tables write them.
fn joined(parts: &[&str]) -> String {
    let mut joined = String::new();
    for (at, part) in parts.iter().enumerate() {
        let possessive = at > 0 && POSSESSIVES.contains(part);
        joined.push_str(if at > 0 { " " } else { "" });
        joined.push_str(if possessive { "one's" } else { part });
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::super::groups::Groups;
    use super::*;

    fn found(sentence: &str) -> Vec<String> {
        let words = Groups::new().vocabulary();
        let lemmas: Vec<_> = sentence.split(' ').collect();
        let written: Vec<_> = lemmas.iter().map(|&lemma| lemma.to_owned()).collect();
        let matches = Phrases::new(&words).find(&words, &lemmas, &written);
        matches.iter().map(|found| words.text(found.word).to_owned()).collect()
    }

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(found("britain want to pull out of the deal"), ["pull out of"]);
        assert_eq!(found("they take part in it"), ["take part in"]);
    }

    #[test]
    fn any_possessive_stands_for_one_s() {
        assert_eq!(found("forty people lose their life"), ["lose one's life"]);
    }

    #[test]
    fn several_words_of_several_parts_are_found() {
        assert_eq!(found("he step down and pass away"), ["step down", "pass away"]);
    }

    #[test]
    fn participles_behind_be_are_found_as_they_are_written() {
        let words = Groups::new().vocabulary();
        let written = ["she", "was", "sworn", "in"].map(str::to_owned);
        let mut found = Vec::new();
        Phrases::new(&words).each(
            &words,
            &["she", "be", "swear", "in"],
            &written,
            &mut |at, word| {
                found.push((at, words.text(word).to_owned()));
            },
        );
        assert_eq!(found, [(1, "be sworn in".to_owned()), (2, "swear in".to_owned())]);
    }

    #[test]
    fn parts_may_stand_as_they_are_written() {
        let words = Groups::new().vocabulary();
        let phrases = Phrases::new(&words);
        let first = |lemmas: &[&str], written: &[&str]| {
            let written: Vec<_> = written.iter().map(|&word| word.to_owned()).collect();
            let matches = phrases.find(&words, lemmas, &written);
            matches.first().map(|found| words.text(found.word).to_owned())
        };
        let polls = first(&["go", "to", "the", "poll"], &["went", "to", "the", "polls"]);
        assert_eq!(polls.as_deref(), Some("go to the polls"));
        assert_eq!(first(&["arm", "deal"], &["arms", "deal"]).as_deref(), Some("arms deal"));
    }

    #[test]
    fn parts_alone_are_no_word() {
        assert_eq!(found("pull the cart"), Vec::<String>::new());
        assert_eq!(found(""), Vec::<String>::new());
    }
}
