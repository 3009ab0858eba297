//! The table of relations between the words of the vocabulary.
//!
//! Layout, little-endian: "DLRL", the number of words as u32; a byte of kind for every word; for
//! every word and once more the number of relations before it, as u32; the relations, three bytes
//! each: the other word as u16, then three bits of which relation and five of its weight.

use crate::kinds::{Kinds, above};
use crate::wordnet::{Sense, SynsetId, Wordnet};
use std::collections::{BTreeMap, HashMap};

/// Which relation; the same numbers are in `src/lexicon/relations.rs`.
mod tag {
    pub(crate) const SYNONYM: u8 = 0;
    pub(crate) const SIMILAR: u8 = 1;
    pub(crate) const DERIVED: u8 = 2;
    pub(crate) const OPPOSITE: u8 = 3;
    pub(crate) const IS_A: u8 = 4;
}

/// How many levels of what a noun is a kind of are kept, and for how many senses.
const LEVELS: u8 = 4;
const SENSES: usize = 4;

/// Senses with a smaller share of a word's uses are left out.
const LEAST_SHARE: f32 = 0.12;
const LEAST_DERIVED_SHARE: f32 = 0.03;
/// How many levels there must be above what a noun is said to be a kind of.
const LEAST_DEPTH: u8 = 4;
/// Synonyms that are less often meant are left out.
const LEAST_WEIGHT: f32 = 0.15;

/// The relations of one word: which word and relation, and how strong.
type Relations = BTreeMap<(u8, u16), f32>;

/// The whole table as bytes.
pub(crate) fn table(wordnet: &Wordnet, words: &[&str], kinds: &Kinds) -> Vec<u8> {
    let numbers: HashMap<&str, u16> = words.iter().copied().zip(0..).collect();
    let builder = Builder { wordnet, numbers };
    let mut bytes = b"DLRL".to_vec();
    bytes.extend((words.len() as u32).to_le_bytes());
    bytes.extend(words.iter().map(|word| kinds.of(word, wordnet)));
    let (mut starts, mut items) = (Vec::new(), Vec::new());
    for word in words {
        starts.extend((items.len() as u32 / 3).to_le_bytes());
        for ((tag, other), weight) in builder.of(word) {
            items.extend(other.to_le_bytes());
            items.push(tag << 5 | (weight.clamp(0.0, 1.0) * 31.0).round() as u8);
        }
    }
    starts.extend((items.len() as u32 / 3).to_le_bytes());
    bytes.extend(starts);
    bytes.extend(items);
    bytes
}

struct Builder<'a> {
    wordnet: &'a Wordnet,
    numbers: HashMap<&'a str, u16>,
}

impl Builder<'_> {
    fn of(&self, word: &str) -> Relations {
        let mut relations = Relations::new();
        for sense in self.wordnet.senses(word) {
            if sense.share >= LEAST_SHARE {
                self.add_synonyms(word, *sense, &mut relations);
                self.add_similar(*sense, &mut relations);
            }
            if sense.share >= LEAST_DERIVED_SHARE {
                self.add_lexical(word, *sense, &mut relations);
            }
        }
        let frequent = self.wordnet.senses(word).iter().take(SENSES);
        for sense in frequent.filter(|sense| sense.share >= LEAST_SHARE) {
            self.add_above(*sense, &mut relations);
        }
        if let Some(own) = self.numbers.get(word) {
            relations.retain(|(_, other), _| other != own);
        }
        relations
    }

    /// The other words of the synset, weighted by how often both words mean it.
    fn add_synonyms(&self, word: &str, sense: Sense, to: &mut Relations) {
        for other in self.words(sense.synset).iter().filter(|other| *other != word) {
            self.add(tag::SYNONYM, other, self.joint(sense, other), to);
        }
    }

    /// Words of synsets that WordNet calls similar, or groups with this one.
    fn add_similar(&self, sense: Sense, to: &mut Relations) {
        for target in self.targets(sense.synset, &["&", "$"]) {
            for other in self.words(target) {
                let sense = Sense { synset: target, share: sense.share };
                self.add(tag::SIMILAR, other, self.joint(sense, other), to);
            }
        }
    }

    /// What belongs to the word and not to its synset: derived words and opposites.
    fn add_lexical(&self, word: &str, sense: Sense, to: &mut Relations) {
        let Some(synset) = self.wordnet.synsets.get(&sense.synset) else { return };
        for pointer in &synset.pointers {
            let tag = match pointer.symbol.as_str() {
                "+" | "\\" | "<" | "=" => tag::DERIVED,
                "!" => tag::OPPOSITE,
                _ => continue,
            };
            let others = self.words(pointer.target);
            match pointer.words {
                Some((from, other)) if synset.words.get(from).is_some_and(|it| it == word) => {
                    if let Some(other) = others.get(other) {
                        self.add(tag, other, sense.share.sqrt().max(LEAST_WEIGHT), to);
                    }
                }
                None if pointer.symbol == "=" => {
                    others.iter().for_each(|other| self.add(tag, other, sense.share.sqrt(), to));
                }
                _ => {}
            }
        }
    }

    /// What the sense is a kind of, level by level.
    fn add_above(&self, sense: Sense, to: &mut Relations) {
        let levels = if sense.synset.0 == 'n' { LEVELS } else { 1 };
        let mut level = vec![sense.synset];
        for tag in tag::IS_A..tag::IS_A + levels {
            level = level.iter().flat_map(|synset| above(*synset, self.wordnet)).collect();
            for synset in level.iter().filter(|synset| !self.is_general(**synset)) {
                let words = self.words(*synset).iter().filter(|other| self.means(other, *synset));
                words.for_each(|other| {
                    self.add(tag, other, sense.share.sqrt().max(LEAST_WEIGHT), to);
                });
            }
        }
    }

    fn add(&self, tag: u8, other: &str, weight: f32, to: &mut Relations) {
        if weight < LEAST_WEIGHT {
            return;
        }
        if let Some(number) = self.numbers.get(other) {
            let known = to.entry((tag, *number)).or_default();
            *known = known.max(weight);
        }
    }

    /// How often a word in `sense` and `other` mean the same: the mean of their shares of it.
    fn joint(&self, sense: Sense, other: &str) -> f32 {
        let senses = self.wordnet.senses(other).iter();
        let share = senses.filter(|it| it.synset == sense.synset).map(|it| it.share).sum::<f32>();
        (sense.share * share).sqrt()
    }

    /// Whether `word` means `synset` often enough to be understood so.
    fn means(&self, word: &str, synset: SynsetId) -> bool {
        let senses = self.wordnet.senses(word).iter();
        senses.filter(|it| it.synset == synset).any(|it| it.share >= LEAST_SHARE)
    }

    /// Whether a noun's synset is so near the root that it says nothing: "entity", "object".
    fn is_general(&self, synset: SynsetId) -> bool {
        let mut level = vec![synset];
        for _ in 0..LEAST_DEPTH {
            level = level.iter().flat_map(|synset| above(*synset, self.wordnet)).collect();
        }
        synset.0 == 'n' && level.is_empty() && !self.words(synset).iter().any(|it| it == "person")
    }

    fn words(&self, synset: SynsetId) -> &[String] {
        self.wordnet.synsets.get(&synset).map_or(&[], |synset| &synset.words)
    }

    fn targets(&self, synset: SynsetId, symbols: &[&str]) -> Vec<SynsetId> {
        let pointers = self.wordnet.synsets.get(&synset).map_or(&[][..], |it| &it.pointers);
        let wanted = pointers.iter().filter(|it| symbols.contains(&it.symbol.as_str()));
        wanted.map(|pointer| pointer.target).collect()
    }
}
