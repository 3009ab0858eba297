//! The words that the lexicon knows, each with a number, and how rare each is.
//!
//! The vocabulary is `data/vocabulary.tsv`, searched where it lies in the program; words that only
//! the hand-made tables know come after it. In goes a base form ("take part" is one word here), out
//! comes a [`LexemeId`]. Never lemmatises: "sold" is not found.

use super::fold::fold;
use super::keys::Keys;
use super::slots::Slots;
use crate::text::quick::hash;
use crate::text::{letters, may_be_near};

const VOCABULARY: &str = include_str!("data/vocabulary.tsv");

/// What stands for a word that is not in the vocabulary, of 255.
const UNKNOWN: u8 = 240;

/// A word of one [`Lexicon`](super::Lexicon); of no meaning in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LexemeId(pub(super) u32);

impl LexemeId {
    /// Its number, counted from 0.
    pub fn number(self) -> usize {
        self.0 as usize
    }
}

/// Where a word of the vocabulary is, and its rarity.
#[derive(Clone, Copy, Debug)]
struct Entry {
    start: u32,
    len: u8,
    rarity: u8,
    letters: u32,
}

/// The vocabulary, and the words that the tables add to it.
#[derive(Clone, Debug)]
pub(super) struct Words {
    entries: Vec<Entry>,
    slots: Slots,
    extra: Vec<String>,
    keys: Keys,
}

impl Words {
    /// Reads the built-in vocabulary.
    pub(super) fn new() -> Self {
        let mut start = 0;
        let mut entries = Vec::with_capacity(VOCABULARY.len() / 12);
        for line in VOCABULARY.split('\n') {
            entries.extend(entry(line, start));
            start += line.len() + 1;
        }
        let mut slots = Slots::for_words(entries.len());
        for (number, entry) in (0u32..).zip(&entries) {
            slots.replace(hash(entry.text().as_bytes()), number, |_| false);
        }
        Self { entries, slots, extra: Vec::new(), keys: Keys::default() }
    }

    /// How many words there are in all.
    pub(super) fn len(&self) -> usize {
        self.entries.len() + self.extra.len()
    }

    /// The number of `word`; case and accents do not matter.
    pub(super) fn find(&self, word: &str) -> Option<LexemeId> {
        let folded = fold(word);
        let is_it = |number: u32| self.entries[number as usize].text() == folded;
        let known = self.slots.find(hash(folded.as_bytes()), is_it);
        known.or_else(|| self.keys.first(&folded)).map(LexemeId)
    }

    /// The words of a table that are not there yet get a number; no word is given two.
    pub(super) fn add_all<'a>(&mut self, words: impl Iterator<Item = &'a str>) {
        let mut new: Vec<_> = words.filter(|word| self.find(word).is_none()).map(fold).collect();
        if new.is_empty() {
            return;
        }
        new.sort_unstable();
        new.dedup();
        for word in new {
            let Ok(number) = u32::try_from(self.len()) else { return };
            self.keys.add(&word, number);
            self.extra.push(word.into_owned());
        }
        self.keys.index();
    }

    /// Calls `visit` with every common word that begins like `folded` and may be at most `slips`
    /// slips away from it, and with such plurals, and forms in "-ed" or "-ing" where `folded` ends
    /// so.
    pub(super) fn like(&self, folded: &str, slips: u32, visit: &mut dyn FnMut(&str)) {
        const COMMON: u8 = 215;
        let own = letters(folded);
        let plural = letters("s");
        let ending = ["ed", "ing"].into_iter().find(|ending| folded.ends_with(ending));
        let stem = letters(ending.and_then(|it| folded.strip_suffix(it)).unwrap_or(folded));
        let Some(first) = folded.bytes().next() else { return };
        let begins = |entry: &Entry| entry.text().bytes().next();
        let start = self.entries.partition_point(|entry| begins(entry) < Some(first));
        let end = self.entries.partition_point(|entry| begins(entry) <= Some(first));
        let same = self.entries[start..end].iter();
        let about_as_long = |entry: &&Entry| {
            entry.rarity < COMMON && usize::from(entry.len).abs_diff(folded.len()) <= 4
        };
        for entry in same.filter(about_as_long) {
            let letters = entry.letters;
            if may_be_near(own, letters, slips) {
                visit(entry.text());
            }
            if may_be_near(own, letters | plural, slips) {
                visit(&plural_of(entry.text()));
            }
            let is_base = !entry.text().ends_with("ed") && !entry.text().ends_with("ing");
            let ending = ending.filter(|_| is_base && may_be_near(stem, letters, slips + 1));
            if let Some(ending) = ending {
                visit(&with_ending(entry.text(), ending));
            }
        }
    }

    /// The word of a number; empty for a number of another lexicon.
    pub(super) fn text(&self, word: LexemeId) -> &str {
        let at = word.0 as usize;
        match self.entries.get(at) {
            Some(entry) => entry.text(),
            None => self.extra.get(at - self.entries.len()).map_or("", String::as_str),
        }
    }

    /// Every word with its number.
    pub(super) fn iter(&self) -> impl Iterator<Item = (LexemeId, &str)> {
        (0u32..).take(self.len()).map(|number| (LexemeId(number), self.text(LexemeId(number))))
    }

    /// How rare a word is: 0 for "the", 1 for what is met once in a blue moon.
    pub(super) fn rarity(&self, word: Option<LexemeId>) -> f32 {
        let entry = word.and_then(|word| self.entries.get(word.0 as usize));
        f32::from(entry.map_or(UNKNOWN, |entry| entry.rarity)) / 255.0
    }
}

/// "Ministries", "talks".
fn plural_of(word: &str) -> String {
    match before_y(word) {
        Some(stem) => format!("{stem}ies"),
        None => format!("{word}s"),
    }
}

/// What stands before the "y" of a word that has "ie" for it in other forms: "famil" of "family",
/// nothing of "boy".
pub fn before_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

/// "Partied", "closed", "grabbed": a word with "-ed" or "-ing".
fn with_ending(word: &str, ending: &str) -> String {
    let stem = word.strip_suffix('e').unwrap_or(word);
    match before_y(stem).filter(|_| ending == "ed") {
        Some(stem) => format!("{stem}ied"),
        None if doubles(word) => format!("{stem}{}{ending}", &word[word.len() - 1..]),
        None => format!("{stem}{ending}"),
    }
}

/// Whether a short word's last letter is doubled before an ending: "grab".
pub fn doubles(word: &str) -> bool {
    let letters = word.as_bytes();
    let is_vowel = |at: usize| matches!(letters[at], b'a' | b'e' | b'i' | b'o' | b'u');
    let end = letters.len();
    (3..=5).contains(&end)
        && matches!(letters[end - 1], b'b' | b'd' | b'g' | b'm' | b'n' | b'p' | b't')
        && is_vowel(end - 2)
        && !is_vowel(end - 3)
}

impl Entry {
    fn text(self) -> &'static str {
        let start = self.start as usize;
        VOCABULARY.get(start..start + self.len as usize).unwrap_or_default()
    }
}

/// A line of the vocabulary, which begins at byte `start`.
fn entry(line: &str, start: usize) -> Option<Entry> {
    if line.starts_with('#') {
        return None;
    }
    let (word, rarity) = line.split_once('\t')?;
    Some(Entry {
        start: start.try_into().ok()?,
        len: word.len().try_into().ok()?,
        rarity: rarity.parse().ok()?,
        letters: letters(word),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vocabulary_is_sorted_and_folded() {
        let words = Words::new();
        assert!(words.len() > 25_000);
        assert!(words.entries.is_sorted_by(|a, b| a.text() < b.text()));
        assert!(words.entries.iter().all(|entry| fold(entry.text()) == entry.text()));
    }

    #[test]
    fn a_word_is_found_by_its_base_form() {
        let words = Words::new();
        let found = words.find("Sell").expect("it is in the vocabulary");
        assert_eq!(words.text(found), "sell");
        assert_eq!(words.find("take part").map(|word| words.text(word)), Some("take part"));
        assert_eq!(words.find("xqzzt"), None);
    }

    #[test]
    fn a_word_of_a_table_is_added_once() {
        let mut words = Words::new();
        words.add_all(["Flurbish", "flurbish", "sell"].into_iter());
        assert_eq!(words.len(), Words::new().len() + 1);
        assert_eq!(words.find("FLURBISH").map(|word| words.text(word)), Some("flurbish"));
    }

    #[test]
    fn rare_words_weigh_more() {
        let words = Words::new();
        let rarity = |word| words.rarity(words.find(word));
        assert!(rarity("the") < rarity("say") && rarity("say") < rarity("minister"));
        assert!(rarity("minister") < rarity("signatory"));
        assert!(rarity("signatory") < rarity("xqzzt"));
    }
}
