//! Which kind of thing a noun stands for.

use crate::wordnet::{SynsetId, Wordnet};
use anyhow::{Context, Result};
use std::collections::HashMap;

/// The table of kinds; a kind is its number in the table, from 1.
pub(crate) struct Kinds {
    synsets: HashMap<SynsetId, u8>,
    files: HashMap<u8, u8>,
    words: HashMap<String, u8>,
}

impl Kinds {
    /// Reads the table `kinds.tsv`.
    pub(crate) fn parse(table: &str, wordnet: &Wordnet) -> Result<Self> {
        let mut kinds =
            Self { synsets: HashMap::new(), files: HashMap::new(), words: HashMap::new() };
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        for (line, kind) in lines.zip(1..) {
            let fields: Vec<_> = line.split('\t').collect();
            let values = |at: usize| {
                let field = fields.get(at).copied().unwrap_or_default();
                field.split('|').filter(|value| !value.is_empty())
            };
            for name in values(1) {
                let synset = wordnet.noun_sense(name).with_context(|| name.to_owned())?;
                kinds.synsets.entry(synset).or_insert(kind);
            }
            for file in values(2) {
                kinds.files.insert(file.parse()?, kind);
            }
            kinds.words.extend(values(3).map(|word| (word.to_owned(), kind)));
        }
        Ok(kinds)
    }

    /// The kind of `word`: that which most of its uses as a noun are of; 0 for what is no noun.
    pub(crate) fn of(&self, word: &str, wordnet: &Wordnet) -> u8 {
        if let Some(kind) = self.words.get(word) {
            return *kind;
        }
        let mut shares = [0.0_f32; 256];
        for sense in wordnet.senses(word).iter().filter(|sense| sense.synset.0 == 'n') {
            shares[usize::from(self.of_synset(sense.synset, wordnet))] += sense.share;
        }
        let best = (1..=u8::MAX).max_by(|a, b| {
            shares[usize::from(*a)].total_cmp(&shares[usize::from(*b)]).then(b.cmp(a))
        });
        best.filter(|kind| shares[usize::from(*kind)] > 0.0).unwrap_or_default()
    }

    /// The kind of the nearest listed synset above, else of the lexicographer file.
    fn of_synset(&self, synset: SynsetId, wordnet: &Wordnet) -> u8 {
        let mut level = vec![synset];
        for _ in 0..20 {
            if let Some(kind) = level.iter().find_map(|synset| self.synsets.get(synset)) {
                return *kind;
            }
            level = level.iter().flat_map(|synset| above(*synset, wordnet)).collect();
        }
        let file = wordnet.synsets.get(&synset).map(|synset| synset.file);
        file.and_then(|file| self.files.get(&file)).copied().unwrap_or_default()
    }
}

/// The synsets right above one: what it is a kind or an instance of.
pub(crate) fn above(synset: SynsetId, wordnet: &Wordnet) -> impl Iterator<Item = SynsetId> {
    let pointers = wordnet.synsets.get(&synset).map_or(&[][..], |synset| &synset.pointers);
    let above = pointers.iter().filter(|pointer| matches!(pointer.symbol.as_str(), "@" | "@i"));
    above.map(|pointer| pointer.target)
}
