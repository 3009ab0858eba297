//! How alike two words are used: a small vector for every word of the vocabulary.
//!
//! How the vectors were made, and from what, is told in `data/README.md`. They are read where
//! they lie in the program: the mark "DLVC", how many words and how many figures each as u32; the
//! figures, a signed byte each; 64 times the length of every word's vector as u16; all
//! little-endian. Never allocates.

use super::words::LexemeId;

static BYTES: &[u8] = include_bytes!("data/vectors.bin");

const MARK: &[u8] = b"DLVC";
const HEAD: usize = MARK.len() + 8;

/// How many figures a word's vector has.
pub const FIGURES: usize = 56;

/// The cosine of the angle between two words' vectors, from -1 to 1; `None` where one has none.
pub(super) fn cosine(a: LexemeId, b: LexemeId) -> Option<f32> {
    let ((a, a_length), (b, b_length)) = (row(a)?, row(b)?);
    let product: i32 =
        a.iter().zip(b).map(|(a, b)| i32::from(*a as i8) * i32::from(*b as i8)).sum();
    let lengths = a_length * b_length;
    (lengths > 0.0).then(|| product as f32 / lengths)
}

/// A word's vector, of unit length; `None` where it has none.
pub(super) fn of(word: LexemeId) -> Option<[f32; FIGURES]> {
    let (row, length) = row(word).filter(|(row, _)| row.len() == FIGURES)?;
    let figure = |at: usize| f32::from(row[at] as i8) / length.max(f32::EPSILON);
    Some(std::array::from_fn(figure))
}

/// A word's figures, and the length of its vector.
fn row(word: LexemeId) -> Option<(&'static [u8], f32)> {
    let (words, figures) = size();
    let start = HEAD + word.0 as usize * figures;
    let row = BYTES.get(start..start + figures).filter(|_| (word.0 as usize) < words)?;
    let length = BYTES.get(HEAD + words * figures + 2 * word.0 as usize..)?.first_chunk::<2>()?;
    Some((row, f32::from(u16::from_le_bytes(*length)) / 64.0))
}

/// How many words there are, and how many figures each has.
fn size() -> (usize, usize) {
    let number = |at: usize| {
        let bytes = BYTES.get(at..).and_then(|rest| rest.first_chunk::<4>());
        bytes.map_or(0, |bytes| u32::from_le_bytes(*bytes) as usize)
    };
    if BYTES.starts_with(MARK) { (number(MARK.len()), number(MARK.len() + 4)) } else { (0, 0) }
}

#[cfg(test)]
mod tests {
    use super::super::words::Words;
    use super::*;

    fn alike(a: &str, b: &str) -> f32 {
        let words = Words::new();
        let find = |word| words.find(word).expect("it is in the vocabulary");
        cosine(find(a), find(b)).expect("every word has a vector")
    }

    #[test]
    fn the_file_is_of_this_vocabulary() {
        let (words, figures) = size();
        assert_eq!(words, Words::new().len());
        assert_eq!(figures, FIGURES);
        assert_eq!(BYTES.len(), HEAD + words * (figures + 2));
    }

    #[test]
    fn a_word_is_used_like_itself() {
        assert!((alike("treaty", "treaty") - 1.0).abs() < 0.01);
    }

    #[test]
    fn words_of_one_meaning_are_used_more_alike_than_others() {
        assert!(alike("pact", "treaty") > alike("pact", "soldier") + 0.3);
        assert!(alike("famous", "renowned") > alike("famous", "orange") + 0.3);
    }

    #[test]
    fn a_number_beyond_the_vocabulary_has_no_vector() {
        assert_eq!(cosine(LexemeId(u32::MAX), LexemeId(0)), None);
        assert_eq!(cosine(LexemeId(1 << 20), LexemeId(0)), None);
    }
}
