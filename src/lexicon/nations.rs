//! Which words are of which country, so that "Greek" is near "Greece" and far from "Turkish".
//!
//! Never says that two words are far apart where one of them belongs to several countries.

use super::country::Countries;
use super::words::{LexemeId, Words};

/// Belongs to no country.
const NONE: u16 = 0;
/// Belongs to several.
const SEVERAL: u16 = u16::MAX;

/// For every word the country that it is of.
#[derive(Clone, Debug)]
pub(super) struct Nations(Vec<u16>);

impl Nations {
    /// The countries' names, adjectives, people and capitals among `words`.
    pub(super) fn new(words: &Words, countries: &Countries) -> Self {
        let mut nations = vec![NONE; words.len()];
        for (country, number) in countries.iter().zip(1..SEVERAL) {
            for word in country.words().filter_map(|word| words.find(word)) {
                let Some(slot) = nations.get_mut(word.0 as usize) else { continue };
                *slot = if *slot == NONE || *slot == number { number } else { SEVERAL };
            }
        }
        Self(nations)
    }

    /// Whether two words are of the same country, or of different ones; `None` where one is of no
    /// country, or of several.
    pub(super) fn same(&self, a: LexemeId, b: LexemeId) -> Option<bool> {
        let (a, b) = (self.of(a)?, self.of(b)?);
        Some(a == b)
    }

    fn of(&self, word: LexemeId) -> Option<u16> {
        let nation = self.0.get(word.0 as usize).copied();
        nation.filter(|nation| ![NONE, SEVERAL].contains(nation))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_country_are_told_from_those_of_others() {
        let words = Words::new();
        let nations = Nations::new(&words, &Countries::new());
        let same = |a, b| nations.same(words.find(a)?, words.find(b)?);
        assert_eq!(same("greek", "greece"), Some(true));
        assert_eq!(same("greece", "turkey"), Some(false));
        assert_eq!(same("greece", "minister"), None);
        assert_eq!(same("dominican", "cuba"), None, "it is of two countries");
    }
}
