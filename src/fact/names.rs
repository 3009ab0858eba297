//! One key for all names of a country, a body, or anything that an operator gave several names.

use std::collections::HashMap;

use crate::lexicon::{Lexicon, Relation};
use crate::text::fold;

use super::base::NameKeys;

/// The longest name that is looked for, in words.
const LONGEST: usize = 9;

/// The longest that may be typed small.
const LONGEST_SMALL: usize = 5;

/// Finds names that go by several forms.
#[derive(Clone, Debug, Default)]
pub struct Names {
    aliases: HashMap<String, String>,
}

impl Names {
    /// The built-in names, and groups of names of one and the same thing each.
    pub fn new(groups: &[Vec<String>]) -> Self {
        let mut aliases = HashMap::new();
        for group in groups {
            let Some(first) = group.first() else { continue };
            let key = format!("={}", fold(first));
            aliases.extend(group.iter().map(|name| (fold(name), key.clone())));
        }
        Names { aliases }
    }

    /// The key of a name, where it is one of several.
    pub fn key(&self, name: &str) -> Option<String> {
        if let Some(key) = self.aliases.get(&fold(name)) {
            return Some(key.clone());
        }
        let lexicon = Lexicon::builtin();
        if let Some(found) = lexicon.country(name) {
            // A capital is a place of its own as well: "in Tokyo" is no "in Japan".
            let same = found.relation != Relation::Capital;
            return same.then(|| format!("={}", fold(found.country.name)));
        }
        if let Some(found) = lexicon.organisation(name) {
            return Some(format!("={}", fold(found.name)));
        }
        let found = lexicon.place(name).filter(|found| found.place.has_other_names())?;
        Some(format!("={}", fold(found.place.name)))
    }
}

impl NameKeys for Names {
    fn find(&self, words: &[&str], found: &mut dyn FnMut(usize, usize, &str)) {
        let mut at = 0;
        while at < words.len() {
            let longest = (1..=LONGEST.min(words.len() - at)).rev().find_map(|length| {
                let name = &words[at..at + length];
                may_be_name(name)
                    .then(|| self.key(&name.join(" ")))
                    .flatten()
                    .map(|key| (length, key))
            });
            match longest {
                Some((length, key)) => {
                    found(at, at + length - 1, &key);
                    at += length;
                }
                None => at += 1,
            }
        }
    }
}

/// Names begin and end with a capital, or are typed small but long enough not to be "us" or "who".
fn may_be_name(words: &[&str]) -> bool {
    let capital = |word: &&str| word.chars().any(char::is_uppercase);
    let may_be_small = words.len() <= LONGEST_SMALL;
    let is_long = |word: &&str| may_be_small && word.chars().count() > 3;
    let edge = |word: Option<&&str>| word.is_some_and(|word| capital(word) || is_long(word));
    edge(words.first()) && edge(words.last())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut keys = Vec::new();
        Names::new(&[vec!["Old Bridge".into(), "Pont Vieux".into()]])
            .find(&words, &mut |_, _, key| keys.push(key.to_owned()));
        keys
    }

    #[test]
    fn all_names_of_a_country_share_a_key() {
        assert_eq!(keys("the United States and American ships"), keys("U.S. and US ships"));
        assert!(keys("tell us who it is").is_empty());
    }

    #[test]
    fn a_body_of_many_words_goes_by_its_initials() {
        let whole = keys("the Organization for Security and Co-operation in Europe sent them");
        assert_eq!(whole, keys("the OSCE sent them"));
        assert_eq!(whole.len(), 1);
    }

    #[test]
    fn an_operator_s_names_share_a_key() {
        assert_eq!(keys("on the Pont Vieux"), keys("under the Old Bridge"));
    }
}
