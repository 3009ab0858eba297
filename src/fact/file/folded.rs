//! A text to look quotes up in, with its white space folded.

/// A text in which every run of white space is one space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded(String);

impl Folded {
    /// Folds `text`.
    pub fn new(text: &str) -> Self {
        Self(fold(text))
    }

    /// The byte of the folded text where `quote` begins, word for word.
    pub fn position(&self, quote: &str) -> Option<usize> {
        self.0.find(&fold(quote))
    }

    /// Whether `quote` stands in the text word for word.
    pub fn holds(&self, quote: &str) -> bool {
        self.position(quote).is_some()
    }
}

fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_found_across_line_ends_and_not_with_other_words() {
        let text = Folded::new("The talks\n  will be\theld in Tokyo.\u{a0}He said so.");
        assert!(text.holds("talks will be held"));
        assert!(text.holds("Tokyo. He"));
        assert!(!text.holds("the talks"));
        assert_eq!(text.position("talks"), Some(4));
    }
}
