//! Every word of the articles, each with a number, how often it stands there, and how the articles
//! usually write it.

use std::collections::HashMap;

use crate::lexicon::{LexemeId, Lexicon};
use crate::text::{letters, may_be_near};

/// The number of a word in [`Words`].
pub type TermId = u32;

/// The words of a fact base.
#[derive(Clone, Debug, Default)]
pub struct Words {
    ids: HashMap<Box<str>, TermId>,
    entries: Vec<Entry>,
    /// For every length the words of that length, each with its letters.
    by_length: Vec<Vec<(u32, TermId)>>,
}

#[derive(Clone, Debug)]
struct Entry {
    folded: Box<str>,
    written: Box<str>,
    /// How often it stands as `written`, less how often it stands otherwise; chooses `written`.
    lead: i32,
    count: u32,
    /// How often it stands where its capital says something.
    votes: u32,
    passages: u32,
    last_passage: u32,
}

impl Entry {
    /// Whether it is a word of the language, as it is written, and no name.
    fn is_plain(&self) -> bool {
        self.count > 0 && self.folded.len() > 2 && !self.written.starts_with(char::is_uppercase)
    }
}

impl Words {
    /// The number of `folded`, given it if it has none.
    pub(super) fn intern(&mut self, folded: &str) -> TermId {
        if let Some(&id) = self.ids.get(folded) {
            return id;
        }
        let id = self.entries.len() as TermId;
        self.ids.insert(folded.into(), id);
        let folded: Box<str> = folded.into();
        self.entries.push(Entry {
            written: folded.clone(),
            folded,
            lead: 0,
            count: 0,
            votes: 0,
            passages: 0,
            last_passage: u32::MAX,
        });
        id
    }

    /// Counts a word of a passage as it is written there; `None` where its place tells nothing of
    /// its capital.
    pub(super) fn count(&mut self, id: TermId, passage: u32, written: Option<&str>) {
        let entry = &mut self.entries[id as usize];
        entry.count += 1;
        if entry.last_passage != passage {
            entry.last_passage = passage;
            entry.passages += 1;
        }
        let Some(written) = written else { return };
        entry.votes += 1;
        entry.lead += if *entry.written == *written { 1 } else { -1 };
        if entry.lead < 0 {
            entry.written = written.into();
            entry.lead = 1;
        }
    }

    /// Makes words findable by their length; to be called when all are counted.
    pub(super) fn finish(&mut self) {
        for (id, entry) in self.entries.iter().enumerate() {
            let length = entry.folded.chars().count();
            if self.by_length.len() <= length {
                self.by_length.resize(length + 1, Vec::new());
            }
            if entry.count > 0 && length > 2 {
                self.by_length[length].push((letters(&entry.folded), id as TermId));
            }
        }
    }

    /// What a word means by the lexicon, where it is no name and the lexicon knows it.
    pub(super) fn meaning(&self, id: TermId) -> Option<LexemeId> {
        let entry = self.entries.get(id as usize).filter(|entry| entry.is_plain())?;
        Lexicon::builtin().word(&entry.folded)
    }

    /// The number of a folded word, where the articles have it.
    pub fn id(&self, folded: &str) -> Option<TermId> {
        self.ids.get(folded).copied()
    }

    /// A word as the articles mostly write it.
    pub fn written(&self, id: TermId) -> &str {
        self.entries.get(id as usize).map_or("", |entry| &entry.written)
    }

    /// Whether the articles write it with a capital every time, several times over.
    pub fn is_always_capital(&self, id: TermId) -> bool {
        const SEVERAL: u32 = 4;
        self.entries.get(id as usize).is_some_and(|entry| {
            entry.votes >= SEVERAL
                && entry.lead >= entry.votes as i32
                && entry.written.starts_with(char::is_uppercase)
        })
    }

    /// How many times the articles have it.
    pub fn occurrences(&self, id: TermId) -> usize {
        self.entries.get(id as usize).map_or(0, |entry| entry.count as usize)
    }

    /// In how many passages it stands.
    pub fn passages(&self, id: TermId) -> usize {
        self.entries.get(id as usize).map_or(0, |entry| entry.passages as usize)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Calls `visit` with every word that may be at most `slips` slips of the keys away.
    pub fn like(&self, folded: &str, slips: u32, visit: &mut dyn FnMut(&str, usize)) {
        let (length, own) = (folded.chars().count(), letters(folded));
        let lengths = length.saturating_sub(slips as usize)..=length + slips as usize;
        let about_as_long = lengths.filter_map(|length| self.by_length.get(length)).flatten();
        for &(_, id) in about_as_long.filter(|(other, _)| may_be_near(own, *other, slips)) {
            let entry = &self.entries[id as usize];
            visit(&entry.folded, entry.count as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_slips_may_have_made_are_visited_and_others_are_not() {
        let mut words = Words::default();
        for word in ["harbour", "harbours", "minister", "garden"] {
            let id = words.intern(word);
            words.count(id, 0, Some(word));
        }
        words.finish();
        let mut found = Vec::new();
        words.like("habrour", 1, &mut |word, _| found.push(word.to_owned()));
        found.sort();
        assert_eq!(found, ["harbour", "harbours"]);
    }
}
