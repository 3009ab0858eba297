//! Word lists that help to tell names: places, given names, titles, words of organizations.
//!
//! A word can be on several lists. Entries of several words match as a whole.

use std::sync::LazyLock;

use crate::text::Span;
use crate::text::quick::QuickMap;
use crate::text::syntax::features::both;
use crate::text::syntax::words::Words;
use crate::text::syntax::{Tag, tokenise};

/// The lists, each with its bit: one entry a line.
static LISTS: [(u8, &str); 5] = [
    (PLACE, include_str!("../model/places.txt")),
    (GIVEN_NAME, include_str!("../model/given_names.txt")),
    (TITLE, include_str!("../model/titles.txt")),
    (ORGANIZATION, include_str!("../model/organizations.txt")),
    (ORGANIZATION_WORD, include_str!("../model/organization_words.txt")),
];

/// Countries, cities, regions.
const PLACE: u8 = 1;
/// Given names of persons.
const GIVEN_NAME: u8 = 2;
/// What stands before a person's name.
const TITLE: u8 = 4;
/// Organizations that are much in the news.
const ORGANIZATION: u8 = 8;
/// Words that names of organizations hold: "ministry", "party", "inc".
const ORGANIZATION_WORD: u8 = 16;
/// Set on all words of an entry but the first.
const INNER: u8 = 32;

/// The longest entry, in words.
const LONGEST: usize = 3;

/// Entries by hash.
static ENTRIES: LazyLock<QuickMap<u64, u8>> = LazyLock::new(|| {
    let mut entries = QuickMap::default();
    for (bit, list) in LISTS {
        for entry in list.lines().filter(|line| !line.is_empty()) {
            let words = Words::new(entry, &tokenise(entry, Span::new(0..entry.len())));
            let hash = (0..words.len()).fold(0, |hash, at| both(hash, words.at(at, 0).form));
            *entries.entry(hash).or_default() |= bit;
        }
    }
    entries
});

/// On which lists the words of a sentence are, and which run of proper nouns they stand in.
pub struct Marks {
    lists: Vec<u8>,
    /// The first and the last word of the run; the word itself where it is no proper noun.
    runs: Vec<(usize, usize)>,
}

impl Marks {
    /// The marks of the words of a sentence.
    pub fn new(words: &Words, tags: &[Tag]) -> Self {
        let mut marks = Self { lists: vec![0; words.len()], runs: runs(tags) };
        for first in (0..words.len()).filter(|&at| !tags[at].is_punctuation()) {
            marks.mark(words, first);
        }
        marks
    }

    fn mark(&mut self, words: &Words, first: usize) {
        let mut hash = 0;
        for last in first..words.len().min(first + LONGEST) {
            hash = both(hash, words.at(last, 0).form);
            let Some(&bits) = ENTRIES.get(&hash) else { continue };
            self.lists[first] |= bits;
            self.lists[first + 1..=last].iter_mut().for_each(|inner| *inner |= bits | INNER);
        }
    }

    /// The marks of the word at an index, as bits; 0 outside of the sentence.
    pub(super) fn at(&self, index: Option<usize>) -> u64 {
        index.and_then(|at| self.lists.get(at)).copied().unwrap_or_default().into()
    }

    /// Whether the word is a title by itself, or ends one.
    pub(super) fn is_title(&self, index: usize) -> bool {
        self.lists.get(index).is_some_and(|&bits| bits & TITLE != 0 && bits & GIVEN_NAME == 0)
    }

    /// The first and the last word of the run of proper nouns that the word stands in.
    pub(super) fn run(&self, index: usize) -> (usize, usize) {
        self.runs.get(index).copied().unwrap_or((index, index))
    }
}

fn runs(tags: &[Tag]) -> Vec<(usize, usize)> {
    let mut runs = Vec::with_capacity(tags.len());
    for chunk in tags.chunk_by(|a, b| a.is_proper() && b.is_proper()) {
        let first = runs.len();
        let last = first + chunk.len() - 1;
        runs.extend(std::iter::repeat_n((first, last), chunk.len()));
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_of_several_words_mark_all_of_them() {
        let text = "in New Zealand";
        let words = Words::new(text, &tokenise(text, Span::new(0..text.len())));
        let marks = Marks::new(&words, &[Tag::IN, Tag::NNP, Tag::NNP]);
        assert_eq!(marks.at(Some(1)) & u64::from(PLACE), 1);
        assert_eq!(marks.at(Some(2)) & u64::from(INNER), u64::from(INNER));
        assert_eq!(marks.at(Some(0)) & u64::from(PLACE), 0);
    }

    #[test]
    fn no_entry_is_longer_than_what_is_looked_up() {
        for entry in LISTS.iter().flat_map(|(_, list)| list.lines()) {
            let words = tokenise(entry, Span::new(0..entry.len()));
            assert!(words.len() <= LONGEST, "{entry}");
        }
    }
}
