//! A compact index from names to numbers: all keys in one string, found by their hash.
//!
//! Keys are folded (see [`fold`]), so case and accents do not matter, but for those added with a
//! leading `=`: they are found only as written. A leading "the" is tried with and without.
//! Entries under one key come out in the order in which they went in.

use super::fold::fold;
use super::slots::Slots;
use crate::text::quick::hash;

/// Where a key's text is, and what is under it.
#[derive(Clone, Copy, Debug)]
struct Entry {
    start: u32,
    len: u16,
    /// Bytes of the exact spelling, which follows the key; 0 where any case will do.
    exact: u16,
    value: u32,
    /// The next entry under the same key, or [`NONE`].
    next: u32,
}

/// No entry.
const NONE: u32 = u32::MAX;

/// Names and the numbers under them.
#[derive(Clone, Debug, Default)]
pub(super) struct Keys {
    text: String,
    entries: Vec<Entry>,
    /// The first entry of every key.
    slots: Slots,
}

impl Keys {
    /// Puts `value` under `name`; `=` before the name keeps its case. Names over 64 KiB are left
    /// out.
    pub(super) fn add(&mut self, name: &str, value: u32) {
        let (exact, name) = match name.strip_prefix('=') {
            Some(name) => (name, name),
            None => ("", name),
        };
        let key = fold(name);
        let (Ok(len), Ok(exact_len)) = (key.len().try_into(), exact.len().try_into()) else {
            return;
        };
        let Ok(start) = self.text.len().try_into() else { return };
        self.text.push_str(&key);
        self.text.push_str(exact);
        self.entries.push(Entry { start, len, exact: exact_len, value, next: NONE });
    }

    /// Makes what was added so far ready to be found.
    pub(super) fn index(&mut self) {
        self.slots = Slots::for_words(self.entries.len());
        // From the last to the first, so that each stands before those that came after it.
        for number in (0..self.entries.len()).rev() {
            self.entries[number].next = self.place(number);
        }
        self.text.shrink_to_fit();
        self.entries.shrink_to_fit();
    }

    /// Puts an entry into its slot; gives the one that stood there.
    fn place(&mut self, number: usize) -> u32 {
        let (text, entries) = (&self.text, &self.entries);
        let own = key(text, entries[number]);
        let same = |other: u32| key(text, entries[other as usize]) == own;
        self.slots.replace(hash(own.as_bytes()), number as u32, same).unwrap_or(NONE)
    }

    /// What is under `name`: all of it under the full name, else all of it without a leading "the".
    pub(super) fn find<'a>(&'a self, name: &'a str) -> impl Iterator<Item = u32> + 'a {
        let folded = fold(name);
        let bare = || folded.strip_prefix("the ").and_then(|rest| self.entry(rest));
        let first = self.entry(&folded).or_else(bare);
        let next = move |entry: &&Entry| self.entries.get(entry.next as usize);
        std::iter::successors(first, next)
            .filter(move |entry| entry.exact == 0 || name.ends_with(self.exact(**entry)))
            .map(|entry| entry.value)
    }

    /// The first of what is under `name`.
    pub(super) fn first(&self, name: &str) -> Option<u32> {
        self.find(name).next()
    }

    /// Every key.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|&entry| key(&self.text, entry))
    }

    /// The first entry whose key is exactly `folded`.
    fn entry(&self, folded: &str) -> Option<&Entry> {
        let is_it = |number: u32| key(&self.text, self.entries[number as usize]) == folded;
        let number = self.slots.find(hash(folded.as_bytes()), is_it)?;
        self.entries.get(number as usize)
    }

    fn exact(&self, entry: Entry) -> &str {
        let start = entry.start as usize + entry.len as usize;
        self.text.get(start..start + entry.exact as usize).unwrap_or_default()
    }
}

fn key(text: &str, entry: Entry) -> &str {
    let start = entry.start as usize;
    text.get(start..start + entry.len as usize).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(names: &[(&str, u32)]) -> Keys {
        let mut keys = Keys::default();
        names.iter().for_each(|(name, value)| keys.add(name, *value));
        keys.index();
        keys
    }

    #[test]
    fn case_and_accents_do_not_matter() {
        let keys = keys(&[("Türkiye", 7)]);
        assert_eq!(keys.first("TURKIYE"), Some(7));
        assert_eq!(keys.first("turkiyes"), None);
    }

    #[test]
    fn a_name_with_an_equals_sign_keeps_its_case() {
        let keys = keys(&[("=US", 1)]);
        assert_eq!(keys.first("US"), Some(1));
        assert_eq!(keys.first("the US"), Some(1));
        assert_eq!(keys.first("us"), None);
    }

    #[test]
    fn entries_under_one_key_keep_their_order() {
        let keys = keys(&[("Georgia", 2), ("georgia", 1), ("a", 9)]);
        assert_eq!(keys.find("Georgia").collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn the_article_is_optional() {
        let keys = keys(&[("the House", 1), ("Kremlin", 2)]);
        assert_eq!(keys.first("the kremlin"), Some(2));
        assert_eq!(keys.first("house"), None);
    }
}
