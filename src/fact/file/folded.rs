//! A text to look quotes up in, with its white space folded.

use std::collections::HashMap;

/// How many bytes a quote is first told by.
const OPENING: usize = 16;

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

    /// The same for many quotes, in time linear in the text: all are looked for at once by their
    /// first bytes.
    pub fn positions<'q>(&self, quotes: impl Iterator<Item = &'q str>) -> Vec<Option<usize>> {
        let quotes: Vec<String> = quotes.map(fold).collect();
        let is_long = |quote: &str| quote.len() >= OPENING;
        let short =
            |quote: &String| if is_long(quote) { None } else { self.0.find(quote.as_str()) };
        let mut positions: Vec<Option<usize>> = quotes.iter().map(short).collect();
        let mut sought: HashMap<&[u8], Vec<usize>> = HashMap::new();
        for (number, quote) in quotes.iter().enumerate().filter(|(_, quote)| is_long(quote)) {
            sought.entry(&quote.as_bytes()[..OPENING]).or_default().push(number);
        }
        for (at, opening) in self.0.as_bytes().windows(OPENING).enumerate() {
            let Some(numbers) = sought.get_mut(opening) else { continue };
            let rest = &self.0.as_bytes()[at..];
            numbers.retain(|&number| {
                let is_here = rest.starts_with(quotes[number].as_bytes());
                positions[number] = is_here.then_some(at);
                !is_here
            });
        }
        positions
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

    #[test]
    fn many_quotes_are_found_where_each_is_found_alone() {
        let text = Folded::new("He said that he said that he will go. He said that he won’t.");
        let quotes = [
            "he said that he will go",
            "He said that he won’t",
            "He said that  he",
            "go",
            "’t.",
            "He said that he will stay",
            "",
        ];
        let alone: Vec<_> = quotes.iter().map(|quote| text.position(quote)).collect();
        assert_eq!(text.positions(quotes.into_iter()), alone);
    }
}
