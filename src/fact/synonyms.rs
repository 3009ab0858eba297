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
            let words: Vec<(Vec<String>, Vec<String>)> =
                group.iter().map(|word| (base_forms(word), forms(word))).collect();
            for (index, (own, keys)) in words.iter().enumerate() {
                if own.len() > 1 {
                    synonyms.phrases.push(own.clone());
                }
                let others = words.iter().enumerate().filter(|(other, _)| *other != index);
                let others: Vec<String> =
                    others.flat_map(|(_, (_, forms))| forms.clone()).collect();
                for key in keys {
                    synonyms.others.entry(key.clone()).or_default().extend_from_slice(&others);
                }
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

/// The ways in which an index may have a word or phrase: by its base form, and as it is written,
/// for a word alone may be taken for another part of speech than in its sentence.
fn forms(text: &str) -> Vec<String> {
    let mut forms = vec![base_forms(text).join(" "), fold(text.trim())];
    forms.retain(|form| !form.is_empty());
    forms.dedup();
    forms
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
        for word in ["talk", "talks", "get-together of chief"] {
            assert!(synonyms().of("powwow").contains(&word.to_owned()), "{word}");
        }
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
