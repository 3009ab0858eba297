//! WordNet's relations between the words of the vocabulary, read where they lie in the program.
//!
//! The layout is told in `examples/build_lexicon/relations.rs`, which writes the file. Words that
//! are not in the vocabulary have no relations here. Never allocates.

use super::kind::NounKind;
use super::words::LexemeId;

static BYTES: &[u8] = include_bytes!("data/relations.bin");

const MARK: &[u8] = b"DLRL";

/// How one word is tied to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tie {
    /// A word of the same meaning.
    Synonym,
    /// A word of a similar meaning.
    Similar,
    /// A word of the same family: "resign", "resignation".
    Derived,
    /// A word that contradicts it.
    Opposite,
    /// What it is a kind of, that many levels up, from 1.
    IsA(u8),
}

impl Tie {
    fn numbered(number: u8) -> Self {
        match number {
            0 => Self::Synonym,
            1 => Self::Similar,
            2 => Self::Derived,
            3 => Self::Opposite,
            level => Self::IsA(level - 3),
        }
    }
}

/// How many words the file is about.
pub(super) fn len() -> usize {
    let marked = BYTES.starts_with(MARK);
    if marked { number(MARK.len()) } else { 0 }
}

/// The kind of thing that a word stands for as a noun.
pub(super) fn kind(word: LexemeId) -> NounKind {
    let at = MARK.len() + 4 + word.0 as usize;
    let number = BYTES.get(at).filter(|_| (word.0 as usize) < len());
    NounKind::numbered(number.copied().unwrap_or_default())
}

/// What `word` is tied to, how, and how strongly from 0 to 1.
pub(super) fn of(word: LexemeId) -> impl Iterator<Item = (LexemeId, Tie, f32)> {
    items(word).chunks_exact(3).map(|item| {
        let other = u16::from_le_bytes([item[0], item[1]]);
        (LexemeId(other.into()), Tie::numbered(item[2] >> 5), f32::from(item[2] & 31) / 31.0)
    })
}

/// How `a` is tied to `b`, and how strongly.
pub(super) fn between(a: LexemeId, b: LexemeId) -> impl Iterator<Item = (Tie, f32)> {
    of(a).filter(move |(other, _, _)| *other == b).map(|(_, tie, weight)| (tie, weight))
}

/// The bytes of a word's relations.
fn items(word: LexemeId) -> &'static [u8] {
    let (at, words) = (word.0 as usize, len());
    if at >= words {
        return &[];
    }
    let starts = MARK.len() + 4 + words;
    let base = starts + 4 * (words + 1);
    let start = |at: usize| base + 3 * number(starts + 4 * at);
    BYTES.get(start(at)..start(at + 1)).unwrap_or_default()
}

/// The number in the four bytes at `at`; 0 beyond the end.
fn number(at: usize) -> usize {
    let bytes = BYTES.get(at..).and_then(|rest| rest.first_chunk::<4>());
    bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes) as usize)
}

#[cfg(test)]
mod tests {
    use super::super::words::Words;
    use super::*;

    fn tied(a: &str, tie: Tie, b: &str) -> bool {
        let words = Words::new();
        let find = |word| words.find(word).expect("it is in the vocabulary");
        let (a, b) = (find(a), find(b));
        of(a).any(|(other, how, _)| other == b && how == tie)
    }

    #[test]
    fn the_file_is_of_this_vocabulary() {
        assert_eq!(len(), Words::new().len());
    }

    #[test]
    fn words_of_one_meaning_are_synonyms() {
        assert!(tied("buy", Tie::Synonym, "purchase"));
        assert!(tied("expel", Tie::Synonym, "kick out"));
    }

    #[test]
    fn words_of_one_family_are_derived() {
        assert!(tied("resign", Tie::Derived, "resignation"));
        assert!(tied("deep", Tie::Derived, "depth"));
        assert!(tied("egyptian", Tie::Derived, "egypt"));
    }

    #[test]
    fn a_noun_is_a_kind_of_what_stands_above_it() {
        assert!(tied("plane", Tie::IsA(2), "aircraft"));
        assert!(tied("plane", Tie::IsA(4), "vehicle"));
    }

    #[test]
    fn opposites_are_marked() {
        assert!(tied("sell", Tie::Opposite, "buy"));
    }

    #[test]
    fn a_number_beyond_the_vocabulary_has_no_relations() {
        assert_eq!(of(LexemeId(u32::MAX)).count(), 0);
        assert_eq!(kind(LexemeId(u32::MAX)), NounKind::Other);
    }
}
