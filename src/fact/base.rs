//! The fact base: passages with their sources, and an index from words to passages.
//!
//! Built once, then only read. A word is found under its base form, under itself, under the parts
//! of a hyphenated word, and, where it stands for a name ("he", "the company", "Archer"), under the
//! words of that name. A country or body is also found under one key for all its names.

use std::sync::{Arc, OnceLock};

use super::memo::Memo;
use super::parted;
use super::synonyms::Synonyms;
use super::words::{TermId, Words};
use super::{Passage, Piece, Source};
use crate::lexicon::{LexemeId, Lexicon};
use crate::text::fold;

/// All that is known.
#[derive(Debug, Default)]
pub struct Base {
    sources: Vec<Source>,
    passages: Vec<Passage>,
    ranges: Vec<(u32, u32)>,
    places: Vec<Place>,
    words: Words,
    keys: Vec<Box<[Key]>>,
    postings: Vec<Vec<u32>>,
    meant: Vec<Box<[(TermId, LexemeId)]>>,
    synonyms: Synonyms,
    /// The different words of all sources, as in `meant`.
    all_meant: Box<[(TermId, LexemeId)]>,
    alike: Memo,
    /// The pieces of each passage that was looked at.
    pieces: Box<[OnceLock<Box<[Piece]>>]>,
}

/// Where a passage stands: what looking through many passages needs to know of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index of its source.
    pub source: u32,
    /// Whether it is the headline.
    pub is_title: bool,
    /// Whether it is too long for a sentence that somebody wrote: such are left out.
    pub is_endless: bool,
}

/// How many tokens a sentence has at most.
const LONGEST: usize = 600;

/// A word under which a token of a passage is found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Key {
    /// The number of the word.
    pub word: TermId,
    /// The token, by its place in the passage.
    pub token: u16,
    /// Whether the token only stands for it.
    pub is_reference: bool,
}

/// Finds the names of countries, bodies and other things that go by several names among words as
/// they are written: the first and last word of each, and its key.
pub trait NameKeys {
    /// Calls `found(first, last, key)` for every name in `words`.
    fn find(&self, words: &[&str], found: &mut dyn FnMut(usize, usize, &str));
}

impl Base {
    /// Adds a source with its passages; their `source` is set here.
    pub fn add(&mut self, source: Source, passages: Vec<Passage>) {
        let number = self.sources.len() as u32;
        let first = self.passages.len() as u32;
        self.sources.push(source);
        self.passages
            .extend(passages.into_iter().map(|passage| Passage { source: number, ..passage }));
        self.ranges.push((first, self.passages.len() as u32));
    }

    /// Words of one meaning, by which passages are found as well.
    pub fn set_synonyms(&mut self, synonyms: Synonyms) {
        self.synonyms = synonyms;
    }

    /// The words that mean the same as a base form, by what an operator says.
    pub fn synonyms(&self, lemma: &str) -> &[String] {
        self.synonyms.of(lemma)
    }

    /// Makes everything that was added findable.
    pub fn index(&mut self, names: &dyn NameKeys) {
        self.passages.iter_mut().for_each(Passage::look_up);
        let place = |it: &Passage| Place {
            source: it.source,
            is_title: it.is_title,
            is_endless: it.len() > LONGEST,
        };
        self.places = self.passages.iter().map(place).collect();
        for number in 0..self.passages.len() {
            let keys = self.keys_of(number as u32, names);
            self.post(number as u32, &keys);
            self.keys.push(keys.into_boxed_slice());
        }
        self.pieces = self.passages.iter().map(|_| OnceLock::new()).collect();
        self.words.finish();
        self.meant = (0..self.sources.len()).map(|source| self.meant_by(source)).collect();
        let mut all: Vec<_> = self.meant.iter().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        self.all_meant = all.into_boxed_slice();
    }

    /// The different words of a source that are no names and that the lexicon knows.
    fn meant_by(&self, source: usize) -> Box<[(TermId, LexemeId)]> {
        let keys = self.passages_of(source).flat_map(|passage| self.keys(passage));
        let mut ids: Vec<TermId> =
            keys.filter(|key| !key.is_reference).map(|key| key.word).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter().filter_map(|id| Some((id, self.words.meaning(id)?))).collect()
    }

    /// The different words of a source that are no names, with their numbers in the lexicon.
    pub fn meant_in(&self, source: u32) -> &[(TermId, LexemeId)] {
        self.meant.get(source as usize).map_or(&[], |meant| meant)
    }

    /// The different words of all sources that are no names, with their numbers in the lexicon.
    pub fn all_meant(&self) -> &[(TermId, LexemeId)] {
        &self.all_meant
    }

    /// The words that are like `word`, as `find` found them the first time that it was asked for.
    pub fn alike(
        &self,
        word: LexemeId,
        find: impl FnOnce() -> Vec<(TermId, f32)>,
    ) -> Arc<[(TermId, f32)]> {
        self.alike.get(word, find)
    }

    /// The pieces of a passage, as `find` found them the first time that it was looked at.
    pub fn pieces(&self, passage: u32, find: impl FnOnce(&Passage) -> Vec<Piece>) -> &[Piece] {
        let found = || find(self.passage(passage)).into_boxed_slice();
        self.pieces.get(passage as usize).map_or(&[], |known| known.get_or_init(found))
    }

    fn post(&mut self, passage: u32, keys: &[Key]) {
        self.postings.resize(self.words.len(), Vec::new());
        for key in keys {
            let list = &mut self.postings[key.word as usize];
            if list.last() != Some(&passage) {
                list.push(passage);
            }
        }
    }

    fn keys_of(&mut self, number: u32, names: &dyn NameKeys) -> Vec<Key> {
        let passage = &self.passages[number as usize];
        let words = &mut self.words;
        let folded: Vec<String> =
            (0..passage.len()).map(|token| fold(passage.word(token))).collect();
        let mut keys = Vec::with_capacity(folded.len() * 2);
        for (token, word) in folded.iter().enumerate() {
            own_keys(words, &mut keys, passage, token, word, number);
        }
        for referent in &passage.referents {
            for part in fold(&referent.name).split_whitespace() {
                keys.push(Key {
                    word: words.intern(part),
                    token: referent.last,
                    is_reference: true,
                });
            }
            name_keys(words, &mut keys, names, &referent.name, referent.last);
        }
        for (token, known) in &passage.context {
            for part in fold(known)
                .split(|c: char| !c.is_alphanumeric() && c != '-')
                .filter(|part| !part.is_empty())
            {
                keys.push(Key { word: words.intern(part), token: *token, is_reference: true });
            }
            name_keys(words, &mut keys, names, known, *token);
        }
        for (token, role) in &passage.roles {
            keys.push(Key { word: words.intern(role), token: *token, is_reference: true });
        }
        let lemmas: Vec<&str> =
            (0..passage.len()).map(|token| passage.grammar.lemma(token)).collect();
        let lexicon = Lexicon::builtin();
        let mut add = |token: usize, word: &str| {
            keys.push(Key { word: words.intern(word), token: token as u16, is_reference: false });
        };
        lexicon
            .each_phrase(&lemmas, &folded, &mut |first, phrase| add(first, lexicon.text(phrase)));
        parted::verbs(&passage.grammar, &mut |verb, _, phrase| add(verb, phrase));
        parted::counted(&passage.grammar, &mut |verb, phrase| add(verb, phrase));
        parted::posts(&passage.grammar, &mut |noun, phrase| add(noun, phrase));
        self.synonyms.find(&lemmas, &mut |first, phrase| add(first, phrase));
        let written: Vec<&str> = (0..passage.len()).map(|token| passage.word(token)).collect();
        names.find(&written, &mut |_, last, key| add(last, key));
        keys
    }

    /// The sources, in the order they were added.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The passages, source after source.
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// The passage with this number; panics where there is none.
    pub fn passage(&self, number: u32) -> &Passage {
        &self.passages[number as usize]
    }

    /// Where the passage with this number stands; panics where there is none, or no index yet.
    pub fn place(&self, number: u32) -> Place {
        self.places[number as usize]
    }

    /// The source of a passage.
    pub fn source_of(&self, passage: u32) -> &Source {
        &self.sources[self.passage(passage).source as usize]
    }

    /// The number of a source's first passage.
    pub fn first_of(&self, source: u32) -> u32 {
        self.passages_of(source as usize).start
    }

    /// The numbers of a source's passages.
    pub fn passages_of(&self, source: usize) -> std::ops::Range<u32> {
        self.ranges.get(source).map_or(0..0, |&(first, end)| first..end)
    }

    /// The words of all passages.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The words under which a passage is found, in no particular order.
    pub fn keys(&self, passage: u32) -> &[Key] {
        self.keys.get(passage as usize).map_or(&[], |keys| keys)
    }

    /// The passages that have a word, in order.
    pub fn postings(&self, word: TermId) -> &[u32] {
        self.postings.get(word as usize).map_or(&[], Vec::as_slice)
    }
}

/// Up to this rarity a word is so common that it is no name where its capital says nothing.
const USUAL: f32 = 0.62;

fn own_keys(
    words: &mut Words,
    keys: &mut Vec<Key>,
    passage: &Passage,
    token: usize,
    word: &str,
    number: u32,
) {
    if !word.chars().any(char::is_alphanumeric) {
        return;
    }
    let mut add = |words: &mut Words, text: &str| {
        let word = words.intern(text);
        keys.push(Key { word, token: token as u16, is_reference: false });
        word
    };
    let surface = add(words, word);
    let written = passage.word(token);
    let tells = !is_capital_for_its_place(passage, token);
    let is_usual = |word: &str| Lexicon::builtin().rarity(word) < USUAL;
    let small = || is_usual(word).then_some(word);
    words.count(surface, number, if tells { Some(written) } else { small() });
    let lemma = fold(passage.grammar.lemma(token));
    if lemma != word && !lemma.is_empty() {
        let id = add(words, &lemma);
        let is_small = tells && !written.starts_with(char::is_uppercase) || is_usual(&lemma);
        words.count(id, number, is_small.then_some(&lemma));
    }
    if let Some(tagged) = word.strip_prefix(['#', '@']).filter(|tagged| !tagged.is_empty()) {
        add(words, tagged);
    }
    if word.contains('-') {
        let parts = word.split('-').zip(written.split('-'));
        parts.filter(|(part, _)| part.len() > 1).for_each(|(part, written)| {
            let id = add(words, part);
            words.count(id, number, tells.then_some(written));
        });
    }
}

/// The first word of a sentence and the words of a headline may have a capital that is not theirs.
fn is_capital_for_its_place(passage: &Passage, token: usize) -> bool {
    let in_place = token == 0 || passage.is_title;
    in_place && passage.grammar.entity_at(token).is_none()
}

fn name_keys(words: &mut Words, keys: &mut Vec<Key>, names: &dyn NameKeys, name: &str, token: u16) {
    let parts: Vec<&str> = name.split_whitespace().collect();
    names.find(&parts, &mut |_, _, key| {
        keys.push(Key { word: words.intern(key), token, is_reference: true });
    });
}
