//! How alike two words are used: a small vector for every word of the vocabulary.
//!
//! How the vectors were made, and from what, is told in `data/README.md`. They are read where
//! they lie in the program: the mark "DLVC", how many words and how many figures each as u32; the
//! figures, a signed byte each; 64 times the length of every word's vector as u16; all
//! little-endian. Never allocates.

use super::words::LexemeId;

static BYTES: &[u8] = include_bytes!("data/vectors.bin");

/// How long the mark and the two numbers behind it are.
const HEAD: usize = 12;

/// How many figures a word's vector has.
pub const FIGURES: usize = 56;

/// How many words have one; none where the file is of another form.
const WORDS: usize = words(BYTES);

/// The cosine of the angle between two words' vectors, from -1 to 1; `None` where one has none.
pub(super) fn cosine(a: LexemeId, b: LexemeId) -> Option<f32> {
    let ((a, a_length), (b, b_length)) = (row(a)?, row(b)?);
    let products =
        a.iter().zip(b).map(|(a, b)| i32::from(i16::from(*a as i8) * i16::from(*b as i8)));
    let lengths = a_length * b_length;
    (lengths > 0.0).then(|| products.sum::<i32>() as f32 / lengths)
}

/// A word's vector, of unit length; `None` where it has none.
pub(super) fn of(word: LexemeId) -> Option<[f32; FIGURES]> {
    let (row, length) = row(word)?;
    Some(row.map(|figure| f32::from(figure as i8) / length.max(f32::EPSILON)))
}

/// A word's figures, and the length of its vector.
fn row(word: LexemeId) -> Option<(&'static [u8; FIGURES], f32)> {
    let word = Some(word.0 as usize).filter(|word| *word < WORDS)?;
    let row = BYTES.get(HEAD + word * FIGURES..)?.first_chunk()?;
    let length = BYTES.get(HEAD + WORDS * FIGURES + 2 * word..)?.first_chunk::<2>()?;
    Some((row, f32::from(u16::from_le_bytes(*length)) / 64.0))
}

/// How many words the file is about.
const fn words(file: &[u8]) -> usize {
    let Some((head, _)) = file.split_first_chunk::<HEAD>() else { return 0 };
    let [b'D', b'L', b'V', b'C', a, b, c, d, e, f, g, h] = *head else { return 0 };
    if u32::from_le_bytes([e, f, g, h]) as usize != FIGURES {
        return 0;
    }
    u32::from_le_bytes([a, b, c, d]) as usize
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
        assert_eq!(WORDS, Words::new().len());
        assert_eq!(BYTES.len(), HEAD + WORDS * (FIGURES + 2));
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
