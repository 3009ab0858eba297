//! The words of a sentence as the models see them: hashes of their forms, and their shapes.

use super::features::{both, hash};
use crate::text::Span;

/// How the letters of a sentence are cased, which says how much a capital letter means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Case {
    /// As in running text.
    #[default]
    Mixed,
    /// No capitals, as in hurried questions.
    Lower,
    /// Capitals only.
    Upper,
    /// Nearly every word begins with a capital, as in headlines.
    Title,
}

/// One word as the models see it. All hashes are of the lower-case form with digits as `0`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// The whole form.
    pub form: u64,
    /// The first two and three bytes.
    pub prefixes: [u64; 2],
    /// The last one to four bytes.
    pub suffixes: [u64; 4],
    /// Letters, digits and marks, with what the case of the sentence makes of them.
    pub shape: u64,
    /// Whether it is the first word of the sentence, marks not counted.
    pub first: bool,
    /// Whether it begins with a small letter in a sentence where capitals tell names.
    pub small: bool,
}

/// What stands before the first word.
pub(crate) static BEFORE: Word = outside(1);

/// What stands after the last word.
pub(crate) static AFTER: Word = outside(2);

const fn outside(number: u64) -> Word {
    Word {
        form: number,
        prefixes: [0; 2],
        suffixes: [number; 4],
        shape: number,
        first: false,
        small: false,
    }
}

/// The words of a sentence.
#[derive(Debug, Default)]
pub struct Words {
    words: Vec<Word>,
}

impl Words {
    /// The words that the `tokens` of `text` are.
    pub fn new(text: &str, tokens: &[Span]) -> Self {
        let case = case_of(text, tokens);
        let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
        let mut form = Vec::new();
        let mut first = true;
        for token in tokens {
            let written = token.of(text);
            let mut word = word(written, case, &mut form);
            word.first = first;
            first &= !written.chars().any(char::is_alphanumeric);
            words.push(word);
        }
        Self { words }
    }

    /// The word at `index + offset`, or what stands for the outside of the sentence.
    pub fn at(&self, index: usize, offset: isize) -> &Word {
        match index.checked_add_signed(offset) {
            Some(at) => self.words.get(at).unwrap_or(&AFTER),
            None => &BEFORE,
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

fn word(written: &str, case: Case, form: &mut Vec<u8>) -> Word {
    normalise(written, form);
    let tail = |length: usize| hash(form[form.len().saturating_sub(length)..].iter().copied());
    let head = |length: usize| hash(form[..form.len().min(length)].iter().copied());
    Word {
        form: hash(form.iter().copied()),
        prefixes: [head(2), head(3)],
        suffixes: [tail(1), tail(2), tail(3), tail(4)],
        shape: both(shape(written), case as u64),
        first: false,
        small: case == Case::Mixed && written.starts_with(char::is_lowercase),
    }
}

/// Lower case, digits as `0`, apostrophes straight.
fn normalise(written: &str, form: &mut Vec<u8>) {
    form.clear();
    for c in written.chars() {
        match c {
            '0'..='9' => form.push(b'0'),
            '’' => form.push(b'\''),
            _ if c.is_ascii() => form.push(c.to_ascii_lowercase() as u8),
            _ => c.to_lowercase().for_each(|lower| {
                form.extend_from_slice(lower.encode_utf8(&mut [0; 4]).as_bytes());
            }),
        }
    }
}

/// What the characters are, as bits: case of the first, what comes later, which marks.
fn shape(written: &str) -> u64 {
    let mut bits = 0;
    for (index, c) in written.chars().enumerate() {
        bits |= match c {
            _ if c.is_uppercase() && index == 0 => 1,
            _ if c.is_uppercase() => 2,
            _ if c.is_lowercase() => 4,
            _ if c.is_alphabetic() => 8,
            _ if c.is_numeric() && index == 0 => 16,
            _ if c.is_numeric() => 32,
            '-' => 64,
            '.' => 128,
            _ => 256,
        };
    }
    bits
}

/// How the longer words of a sentence are cased.
fn case_of(text: &str, tokens: &[Span]) -> Case {
    let (mut long, mut capital, mut later_capital, mut loud) = (0, 0, 0, 0);
    for (index, token) in tokens.iter().enumerate() {
        let word = token.of(text);
        let starts_capital = word.starts_with(char::is_uppercase);
        later_capital += usize::from(index > 0 && starts_capital);
        if word.len() < 4 || !word.starts_with(char::is_alphabetic) {
            continue;
        }
        long += 1;
        capital += usize::from(starts_capital);
        loud += usize::from(!word.contains(char::is_lowercase));
    }
    if later_capital == 0 {
        Case::Lower
    } else if long > 1 && loud * 5 >= long * 4 {
        Case::Upper
    } else if long > 3 && capital * 5 >= long * 4 {
        Case::Title
    } else {
        Case::Mixed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::syntax::tokenise;

    fn words(text: &str) -> Words {
        Words::new(text, &tokenise(text, Span::new(0..text.len())))
    }

    fn case(text: &str) -> Case {
        case_of(text, &tokenise(text, Span::new(0..text.len())))
    }

    #[test]
    fn case_and_digits_do_not_change_the_form() {
        let words = words("Élan élan 1990s 2010s don’t don't");
        assert_eq!(words.at(0, 0).form, words.at(0, 1).form);
        assert_eq!(words.at(2, 0).form, words.at(3, 0).form);
        assert_eq!(words.at(5, 0).form, words.at(7, 0).form);
        assert_ne!(words.at(0, 0).shape, words.at(1, 0).shape);
    }

    #[test]
    fn sentences_know_how_they_are_cased() {
        assert_eq!(case("The minister met Anna Lee in Oslo."), Case::Mixed);
        assert_eq!(case("who is the minister of norway"), Case::Lower);
        assert_eq!(case("MINISTER QUITS AFTER VOTE"), Case::Upper);
        assert_eq!(case("Minister Quits After Lost Vote of Confidence"), Case::Title);
    }

    #[test]
    fn outside_the_sentence_stand_two_special_words() {
        let words = words("one");
        assert_eq!(words.at(0, -1).form, BEFORE.form);
        assert_eq!(words.at(0, 1).form, AFTER.form);
        assert_ne!(BEFORE.form, AFTER.form);
    }
}
