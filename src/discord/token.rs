//! The bot's token, which nothing ever shows.

use std::fmt;

/// A token of Discord's portal.
#[derive(Clone)]
pub struct Token(String);

/// What is shown in its place.
const HIDDEN: &str = "[token]";

/// A shorter text is no token; taking it out of other texts would only hide their words.
const SHORTEST: usize = 8;

impl Token {
    /// Takes the token as an operator pastes it: with white space around it, in quotation marks,
    /// or behind the word "Bot".
    pub fn new(pasted: &str) -> Self {
        let token = pasted.trim().trim_matches(['"', '\'']);
        Self(token.strip_prefix("Bot ").unwrap_or(token).trim().to_owned())
    }

    /// The token itself: for the connection and nothing else.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether an HTTP header can hold it; what cannot be sent is no token.
    pub(super) fn is_possible(&self) -> bool {
        !self.0.is_empty() && self.0.chars().all(|c| c.is_ascii_graphic())
    }

    /// `text` without the token, wherever it came from.
    pub fn scrub(&self, text: &str) -> String {
        if self.0.len() < SHORTEST { text.to_owned() } else { text.replace(&self.0, HIDDEN) }
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(HIDDEN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_never_shows_in_what_is_printed() {
        let token = Token::new("  \"Bot abcdefgh.ij\" \n");
        assert_eq!(token.reveal(), "abcdefgh.ij");
        assert_eq!(format!("{token:?}"), "[token]");
        assert_eq!(token.scrub("to abcdefgh.ij it"), "to [token] it");
    }

    #[test]
    fn what_no_header_can_hold_is_no_token() {
        assert!(!Token::new("").is_possible());
        assert!(!Token::new("a b").is_possible());
        assert!(!Token::new("päss").is_possible());
        assert!(Token::new("abc.def-_").is_possible());
    }
}
