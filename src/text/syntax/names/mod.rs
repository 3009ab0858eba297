//! Finds names: of persons, organizations, places, events, and others.
//!
//! In go the words and their tags, out come names that do not overlap, without titles and
//! articles. A linear model labels every word from left to right as outside, the first, or a
//! later word of a name of some kind; it looks at word lists too. Nothing here resolves who is
//! meant.

pub mod lists;
mod rules;

use super::features::{Features, both, three};
use super::weights::{Weights, built_in};
use super::words::{Word, Words};
use super::{Entity, EntityKind, Tag};
use lists::Marks;

/// The model that is built in.
pub static MODEL: Weights = built_in!("../model/names.bin");

/// What a word is to a name: outside, its first word, or a later one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Label {
    /// In no name.
    #[default]
    Outside,
    /// The first word of a name.
    First(EntityKind),
    /// A later word of a name.
    Later(EntityKind),
}

impl Label {
    /// How many labels there are.
    pub const COUNT: usize = 1 + 2 * EntityKind::ALL.len();

    /// Its number in the model.
    pub fn number(self) -> usize {
        match self {
            Self::Outside => 0,
            Self::First(kind) => 1 + 2 * kind as usize,
            Self::Later(kind) => 2 + 2 * kind as usize,
        }
    }

    /// The label with this number.
    pub fn numbered(number: usize) -> Self {
        let kind = number.checked_sub(1).and_then(|rest| EntityKind::ALL.get(rest / 2));
        match kind {
            Some(&kind) if number % 2 == 1 => Self::First(kind),
            Some(&kind) => Self::Later(kind),
            None => Self::Outside,
        }
    }

    /// Whether it can stand after `before`.
    pub fn follows(self, before: Label) -> bool {
        match self {
            Self::Later(kind) => before == Self::First(kind) || before == Self::Later(kind),
            _ => true,
        }
    }
}

/// The names in a sentence, as `model` finds them.
pub fn find(words: &Words, tags: &[Tag], model: Weights) -> Vec<Entity> {
    let marks = Marks::new(words, tags);
    let mut found = Features::default();
    let mut labels = Vec::with_capacity(words.len());
    for index in 0..words.len() {
        labels.push(label(words, tags, &marks, &labels, index, model, &mut found));
    }
    rules::mend(entities(&labels), tags, &marks)
}

fn label(
    words: &Words,
    tags: &[Tag],
    marks: &Marks,
    labels: &[Label],
    index: usize,
    model: Weights,
    found: &mut Features,
) -> Label {
    let before = labels.last().copied().unwrap_or_default();
    if !can_belong(words.at(index, 0), tags[index], before) {
        return Label::Outside;
    }
    features(words, tags, marks, labels, index, found);
    best(&model.scores(found.hashes()), before)
}

/// Whether a word with this tag is looked at: outside of names most kinds of words begin none. Nor
/// do words in small letters where names have capitals, but for those like the "de" of a surname.
pub fn can_belong(word: &Word, tag: Tag, before: Label) -> bool {
    let begins = tag.is_noun()
        || tag.is_adjective()
        || matches!(tag, Tag::CD | Tag::FW | Tag::ADD | Tag::VBG | Tag::VBN | Tag::UH | Tag::DT);
    let small = word.small && !tag.is_proper();
    begins && !small || before != Label::Outside
}

/// The label with the best score that can follow `before`.
pub fn best(scores: &[i32], before: Label) -> Label {
    let allowed = (0..Label::COUNT).filter(|&number| Label::numbered(number).follows(before));
    let better = |a: usize, b: usize| if scores[b] > scores[a] { b } else { a };
    Label::numbered(allowed.reduce(better).unwrap_or_default())
}

/// The names that the labels spell.
pub fn entities(labels: &[Label]) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    for (index, &label) in labels.iter().enumerate() {
        let at = index as u16;
        match (label, entities.last_mut()) {
            (Label::First(kind), _) => entities.push(Entity { first: at, last: at, kind }),
            (Label::Later(_), Some(entity)) => entity.last = at,
            _ => {}
        }
    }
    entities
}

/// What the model looks at to label the word at `index`, `labels` being those before it.
pub fn features(
    words: &Words,
    tags: &[Tag],
    marks: &Marks,
    labels: &[Label],
    index: usize,
    found: &mut Features,
) {
    let label = |back: usize| index.checked_sub(back).map_or(99, |at| labels[at].number() as u64);
    let (last, earlier) = (label(1), both(label(2), label(1)));
    let tag = |by: isize| {
        let at = index.checked_add_signed(by).and_then(|at| tags.get(at));
        at.map_or(255, |&tag| tag as u64)
    };
    let mark = |by: isize| marks.at(index.checked_add_signed(by));
    let [before2, before, word, next, next2] = [-2, -1, 0, 1, 2].map(|by| words.at(index, by));
    let (start, end) = marks.run(index);
    let [run_first, run_last] = [start, end].map(|at| words.at(at, 0));
    let [first_mark, last_mark] = [start, end].map(|at| marks.at(Some(at)));
    let place = both((end - index).min(4) as u64, (index - start).min(4) as u64);
    found.clear();
    let template = found.add_all(
        0,
        &[
            0,
            both(run_last.form, last),
            both(last_mark, three(last, place, tag(0))),
            three(first_mark, last_mark, last),
            three(run_last.suffixes[2], place, last),
            three(run_first.form, place, last),
            three(words.at(start, -1).form, last, place),
            three(words.at(end, 1).form, last, place),
            both(word.form, last),
            word.form,
            both(before.form, last),
            both(before2.form, last),
            both(next.form, tag(0)),
            both(next2.form, tag(0)),
            both(before.form, word.form),
            both(word.form, next.form),
            both(word.suffixes[2], last),
            both(word.suffixes[3], tag(0)),
            both(word.suffixes[1], tag(0)),
            both(word.prefixes[1], tag(0)),
            three(word.shape, last, tag(0)),
            three(word.shape, tag(-1), tag(1)),
            both(earlier, tag(0)),
        ],
    );
    found.add_all(
        template,
        &[
            three(tag(-1), tag(0), last),
            three(tag(0), tag(1), last),
            three(tag(-1), tag(0), tag(1)),
            three(tag(0), tag(1), both(tag(2), last)),
            both(mark(0), last),
            three(mark(0), mark(1), last),
            three(mark(-1), mark(0), last),
            three(mark(-1), tag(0), last),
            three(mark(1), tag(0), last),
            three(mark(2), mark(1), both(tag(0), last)),
            three(before.form, tag(0), next.form),
            three(next.shape, word.shape, last),
            three(before.form, tag(0), tag(1)),
            both(next.suffixes[2], both(tag(0), last)),
            both(u64::from(word.first), both(word.shape, mark(0))),
        ],
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_numbers_belong_together() {
        for number in 0..Label::COUNT {
            assert_eq!(Label::numbered(number).number(), number);
        }
    }

    #[test]
    fn of_words_in_small_letters_only_proper_nouns_can_begin_a_name() {
        let small = Word { small: true, ..Word::default() };
        let inside = Label::First(EntityKind::Place);
        assert!(!can_belong(&small, Tag::NN, Label::Outside));
        assert!(can_belong(&small, Tag::NNP, Label::Outside));
        assert!(can_belong(&small, Tag::NN, inside));
        assert!(can_belong(&Word::default(), Tag::NN, Label::Outside));
    }

    #[test]
    fn a_name_goes_on_only_in_its_own_kind() {
        let person = Label::First(EntityKind::Person);
        assert!(Label::Later(EntityKind::Person).follows(person));
        assert!(!Label::Later(EntityKind::Place).follows(person));
        assert!(!Label::Later(EntityKind::Person).follows(Label::Outside));
    }
}
