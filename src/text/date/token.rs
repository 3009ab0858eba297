//! From text to the tokens that the date grammar reads.
//!
//! In: any text. Out: words, runs of digits and single marks, each with the meaning the word list
//! gives it and its place in the text. White space leaves nothing but the gap between two places; a
//! blank line leaves a [`Term::Break`]. It never fails and never looks at more than one character
//! at a time.

use super::lexicon::{Lexicon, Term};

/// How a word was written, for words that are also something else in lower case ("may", "sun").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    Capital,
    Upper,
}

/// One word, run of digits, or mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) term: Term,
    pub(super) case: Case,
}

/// Splits `text`, of at most 4 GiB, into tokens; anything beyond is left unread.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { bytes: text.as_bytes(), at: 0, lexicon: Lexicon::english() };
    let mut tokens = Vec::with_capacity(text.len() / 5 + 1);
    while lexer.at < text.len().min(u32::MAX as usize) {
        if let Some(token) = lexer.step(text) {
            tokens.push(token);
        }
    }
    tokens
}

struct Lexer<'t> {
    bytes: &'t [u8],
    at: usize,
    lexicon: &'static Lexicon,
}

impl Lexer<'_> {
    /// Reads one token, or the white space before one.
    fn step(&mut self, text: &str) -> Option<Token> {
        match self.bytes[self.at] {
            b'a'..=b'z' | b'A'..=b'Z' => Some(self.word()),
            b'0'..=b'9' => Some(self.digits()),
            b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c => self.space(),
            byte if byte.is_ascii() => Some(self.mark(1, Term::Mark(byte))),
            _ => self.wide(text),
        }
    }

    fn word(&mut self) -> Token {
        let start = self.at;
        let rest = &self.bytes[start..];
        let mut length = rest.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(rest.len());
        let mut term = self.lexicon.look_up(&rest[..length]);
        if rest.get(length).is_some_and(|b| !b.is_ascii()) && !is_wide_mark(&rest[length..]) {
            length += rest[length..].iter().position(u8::is_ascii).unwrap_or(rest.len() - length);
            term = Term::Other;
        }
        self.at = start + length;
        Token { start: offset(start), end: offset(self.at), term, case: case_of(&rest[..length]) }
    }

    fn digits(&mut self) -> Token {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|b| !b.is_ascii_digit()).unwrap_or(rest.len());
        let value = rest[..length.min(9)].iter().fold(0, |n, b| n * 10 + u32::from(b - b'0'));
        let digits = u8::try_from(length).unwrap_or(u8::MAX);
        self.mark(length, Term::Digits { value, digits })
    }

    /// Skips white space; a blank line ends whatever expression was under way.
    fn space(&mut self) -> Option<Token> {
        let rest = &self.bytes[self.at..];
        let length =
            rest.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(rest.len()).max(1);
        let lines = rest[..length].iter().filter(|&&b| b == b'\n').take(2).count();
        let token = self.mark(length, Term::Break);
        (lines > 1).then_some(token)
    }

    /// A character beyond ASCII: a dash, an apostrophe, a space, or a piece of a word.
    fn wide(&mut self, text: &str) -> Option<Token> {
        let Some(character) = text.get(self.at..).and_then(|rest| rest.chars().next()) else {
            self.at += 1;
            return None;
        };
        let length = character.len_utf8();
        let mark = match character {
            '\u{2010}'..='\u{2013}' | '\u{2212}' => Term::Mark(b'-'),
            '\u{2018}' | '\u{2019}' | '\u{2032}' => Term::Mark(b'\''),
            '½' => Term::Half,
            space if space.is_whitespace() => {
                self.at += length;
                return None;
            }
            _ => Term::Other,
        };
        Some(self.mark(length, mark))
    }

    fn mark(&mut self, length: usize, term: Term) -> Token {
        let start = self.at;
        self.at += length;
        Token { start: offset(start), end: offset(self.at), term, case: Case::Lower }
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Whether `bytes` begin with a mark or space of three bytes (U+2000 to U+2FFF) or two (U+0080 to
/// U+00BF).
fn is_wide_mark(bytes: &[u8]) -> bool {
    matches!(bytes, [0xe2, ..] | [0xc2, ..])
}

fn case_of(word: &[u8]) -> Case {
    match word {
        [first, ..] if first.is_ascii_lowercase() => Case::Lower,
        [_, second, ..] if second.is_ascii_uppercase() => Case::Upper,
        _ => Case::Capital,
    }
}
