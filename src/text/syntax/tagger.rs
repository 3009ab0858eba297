//! Finds the part of speech of every word, from left to right.
//!
//! A linear model over the word, its neighbours and the two tags before (after Collins 2002,
//! "Discriminative training methods for hidden Markov models", decoded greedily).

use super::Tag;
use super::features::{Features, both, three};
use super::weights::{Weights, built_in};
use super::words::Words;

/// The model that is built in.
pub static MODEL: Weights = built_in!("model/tagger.bin");

/// The tags of all words, as `model` finds them.
pub fn tag(words: &Words, model: Weights) -> Vec<Tag> {
    let mut tags = Vec::with_capacity(words.len());
    let mut found = Features::default();
    for index in 0..words.len() {
        let tag = model.class(certainty(words.at(index, 0).form)).unwrap_or_else(|| {
            features(words, &tags, index, &mut found);
            model.best(found.hashes(), Tag::ALL.len())
        });
        tags.push(Tag::numbered(tag));
    }
    tags
}

/// The feature under which the model keeps the tag of a word that always has the same: "the".
pub fn certainty(form: u64) -> u64 {
    both(form, 0x00ce_47a1)
}

/// What the model looks at to tag the word at `index`, `tags` being those of the words before.
pub fn features(words: &Words, tags: &[Tag], index: usize, found: &mut Features) {
    let tag = |back: usize| index.checked_sub(back).map_or(255, |at| tags[at] as u64);
    let (last, earlier) = (tag(1), both(tag(2), tag(1)));
    let [before2, before, word, next, next2] = [-2, -1, 0, 1, 2].map(|by| words.at(index, by));
    let [s1, s2, s3, s4] = word.suffixes;
    found.clear();
    let template = found.add_all(
        0,
        &[
            0,
            word.form,
            both(word.form, word.shape),
            s1,
            s2,
            s3,
            s4,
            both(s3, word.shape),
            word.prefixes[0],
            word.prefixes[1],
            both(word.shape, u64::from(word.first)),
            last,
            earlier,
        ],
    );
    found.add_all(
        template,
        &[
            both(word.form, last),
            both(word.form, earlier),
            before.form,
            next.form,
            before2.form,
            next2.form,
            both(before.form, word.form),
            both(word.form, next.form),
            both(before.form, next.form),
            next.suffixes[2],
            next.suffixes[1],
            next.shape,
            three(word.shape, last, next.shape),
            three(s3, last, next.suffixes[1]),
            both(s2, earlier),
            both(next.form, last),
            both(word.form, next.suffixes[2]),
        ],
    );
}
