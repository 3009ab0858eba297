//! Words that an operator says mean the same, beyond those that the lexicon knows.

use std::collections::HashMap;

use crate::text::{Span, fold, syntax};

/// Groups of words and phrases of one meaning.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    /// For every word or phrase, by its base form, the others of its groups.
    others: HashMap<String, Vec<String>>,
    /// The base forms of every phrase of more than one word.
    phrases: Vec<Vec<String>>,
}

impl Synonyms {
    /// Reads groups as they were written.
    pub fn new(groups: &[Vec<String>]) -> Self {
        let mut synonyms = Self::default();
        for group in groups {
            let forms: Vec<Vec<String>> = group.iter().map(|word| base_forms(word)).collect();
            for (index, own) in forms.iter().enumerate().filter(|(_, own)| !own.is_empty()) {
                if own.len() > 1 {
                    synonyms.phrases.push(own.clone());
                }
                let others = forms.iter().enumerate().filter(|(other, _)| *other != index);
                let others = others.map(|(_, other)| other.join(" "));
                synonyms.others.entry(own.join(" ")).or_default().extend(others);
            }
        }
        synonyms
    }

    /// The words that mean the same as a base form.
    pub fn of(&self, lemma: &str) -> &[String] {
        self.others.get(lemma).map_or(&[], Vec::as_slice)
    }

    /// Calls `found(first, phrase)` for every phrase in a sentence, given its base forms.
    pub(super) fn find(&self, lemmas: &[&str], found: &mut dyn FnMut(usize, &str)) {
        for phrase in &self.phrases {
            let is_here = |window: &&[&str]| window.iter().zip(phrase).all(|(a, b)| fold(a) == *b);
            let windows = lemmas.windows(phrase.len()).enumerate();
            for (first, _) in windows.filter(|(_, window)| is_here(window)) {
                found(first, &phrase.join(" "));
            }
        }
    }
}

fn base_forms(text: &str) -> Vec<String> {
    let grammar = syntax::analyse(text, Span::new(0..text.len()));
    (0..grammar.tokens.len()).map(|token| fold(grammar.lemma(token))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn synonyms() -> Synonyms {
        Synonyms::new(&[vec!["powwows".into(), "talks".into(), "get-together of chiefs".into()]])
    }

    #[test]
    fn a_word_has_the_others_of_its_group() {
        assert!(synonyms().of("powwow").contains(&"talk".to_owned()));
        assert!(synonyms().of("summit").is_empty());
    }

    #[test]
    fn phrases_are_found_where_all_their_words_stand() {
        let synonyms = Synonyms::new(&[vec!["bury the hatchet".into(), "reconcile".into()]]);
        let mut found = Vec::new();
        synonyms.find(&["they", "bury", "the", "hatchet"], &mut |first, phrase| {
            found.push((first, phrase.to_owned()));
        });
        assert_eq!(found, [(1, "bury the hatchet".to_owned())]);
    }
}
