//! The names that can be asked about, and those that something typed may be the beginning of.

use std::collections::HashMap;

use crate::fact::{Base, Passage};
use crate::text::fold;
use crate::text::syntax::{Relation, Tag};

use super::Topic;

/// How alike a misspelt name is at least, 0 to 1.
const NEAR: f64 = 0.78;

/// How often things that are no names ("security dialogue") are mentioned at least.
const COMMON: usize = 2;

/// The names of the articles, most mentioned first.
#[derive(Debug, Default)]
pub(super) struct Topics {
    topics: Vec<(String, Topic)>,
    /// Other names, with the index of what they name.
    aliases: Vec<(String, usize)>,
}

impl Topics {
    /// Gathers the names of `base`; each of `groups` holds names of one and the same thing.
    pub(super) fn of(base: &Base, groups: &[Vec<String>]) -> Self {
        let mut tally = Tally::default();
        base.passages().iter().for_each(|passage| tally.add(passage));
        let topics = tally.into_topics();
        let position = |name: &String| topics.iter().position(|(folded, _)| *folded == fold(name));
        let named = |group: &Vec<String>| group.iter().find_map(position);
        let with_index = groups.iter().filter_map(|group| Some((group, named(group)?)));
        let aliases =
            with_index.flat_map(|(group, index)| group.iter().map(move |name| (fold(name), index)));
        let aliases = aliases.collect();
        Topics { topics, aliases }
    }

    /// The names that `typed` may begin: the same, then those that begin so, then those of which a
    /// later word does, then by another name, then near misses; most mentioned first in each.
    pub(super) fn complete(&self, typed: &str, limit: usize) -> Vec<Topic> {
        let typed = fold(typed.trim());
        let mut found: Vec<(u8, usize)> = (0..self.topics.len())
            .filter_map(|index| Some((self.rank(index, &typed)?, index)))
            .collect();
        found.sort_unstable();
        found.into_iter().take(limit).map(|(_, index)| self.topics[index].1.clone()).collect()
    }

    fn rank(&self, index: usize, typed: &str) -> Option<u8> {
        let name = &self.topics[index].0;
        let alias =
            || self.aliases.iter().any(|(alias, of)| *of == index && alias.starts_with(typed));
        let later = || name.split([' ', '-']).skip(1).any(|word| word.starts_with(typed));
        if name == typed {
            Some(0)
        } else if name.starts_with(typed) {
            Some(1)
        } else if later() {
            Some(2)
        } else if alias() {
            Some(3)
        } else if is_near(name, typed) {
            Some(4)
        } else {
            None
        }
    }
}

/// Whether the name, or its beginning or a word of it, is `typed` with a slip or two.
fn is_near(name: &str, typed: &str) -> bool {
    let length = typed.chars().count();
    let beginning: String = name.chars().take(length).collect();
    let words = name.split(' ');
    length > 3
        && words
            .chain([beginning.as_str()])
            .any(|part| strsim::normalized_damerau_levenshtein(part, typed) >= NEAR)
}

/// Counts what passages mention, by folded name.
#[derive(Default)]
struct Tally {
    counts: HashMap<String, Count>,
}

#[derive(Default)]
struct Count {
    written: HashMap<String, usize>,
    mentions: usize,
    is_name: bool,
}

impl Tally {
    fn add(&mut self, passage: &Passage) {
        for entity in &passage.grammar.entities {
            let referent = passage.referent_at(entity.last.into());
            let name = passage.words(entity.first.into(), entity.last.into());
            self.count(referent.map_or(name, |referent| &referent.name), true);
        }
        for referent in passage
            .referents
            .iter()
            .filter(|referent| passage.grammar.entity_at(referent.last.into()).is_none())
        {
            self.mention(&referent.name);
        }
        for (first, last) in things(passage) {
            self.count(passage.words(first, last), false);
        }
    }

    fn count(&mut self, name: &str, is_name: bool) {
        let count = self.counts.entry(fold(name)).or_default();
        *count.written.entry(name.to_owned()).or_default() += 1;
        count.mentions += 1;
        count.is_name |= is_name;
    }

    /// Counts a mention by another word of what is named somewhere.
    fn mention(&mut self, name: &str) {
        if let Some(count) = self.counts.get_mut(&fold(name)) {
            count.mentions += 1;
        }
    }

    fn into_topics(self) -> Vec<(String, Topic)> {
        let known = |(_, count): &(String, Count)| count.is_name || count.mentions >= COMMON;
        let mut topics: Vec<(String, Topic)> =
            self.counts.into_iter().filter(known).map(topic).collect();
        topics.sort_by(|(a, one), (b, other)| {
            other.mentions.cmp(&one.mentions).then_with(|| a.cmp(b))
        });
        topics
    }
}

/// A name as it is mostly written.
fn topic((folded, count): (String, Count)) -> (String, Topic) {
    let mostly = count.written.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
    let name = mostly.map_or_else(|| folded.clone(), |(name, _)| name);
    (folded, Topic { name, mentions: count.mentions })
}

/// Things of two or three words that are no names: "security dialogue", "nine-point agreement".
fn things(passage: &Passage) -> Vec<(usize, usize)> {
    let grammar = &passage.grammar;
    let is_head = |&token: &usize| {
        let found = grammar.tokens[token];
        found.tag == Tag::NN
            && found.relation != Relation::Compound
            && grammar.entity_at(token).is_none()
    };
    let modifies = |token: usize| {
        let found = grammar.tokens[token];
        let compound = found.relation == Relation::Compound || passage.word(token).contains('-');
        compound
            && !found.tag.is_punctuation()
            && grammar.entity_at(token).is_none()
            && passage.date_at(token).is_none()
    };
    let first = |last: usize| {
        (last.saturating_sub(2)..last).rev().take_while(|&token| modifies(token)).last()
    };
    (0..passage.len()).filter(is_head).filter_map(|last| Some((first(last)?, last))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topics() -> Topics {
        let topic = |name: &str, mentions| (fold(name), Topic { name: name.into(), mentions });
        let topics = vec![
            topic("China", 9),
            topic("Mira Tolan", 4),
            topic("Kessel Islands", 3),
            topic("Chi", 1),
        ];
        Topics { topics, aliases: vec![("norrland islands".into(), 2)] }
    }

    #[track_caller]
    fn check(typed: &str, expected: &[&str]) {
        let names: Vec<_> =
            topics().complete(typed, 9).into_iter().map(|topic| topic.name).collect();
        assert_eq!(names, expected, "for {typed}");
    }

    #[test]
    fn the_same_name_comes_before_longer_ones() {
        check("chi", &["Chi", "China"]);
    }

    #[test]
    fn a_later_word_may_be_typed() {
        check("tola", &["Mira Tolan"]);
    }

    #[test]
    fn another_name_is_found() {
        check("norr", &["Kessel Islands"]);
    }

    #[test]
    fn a_slip_is_forgiven() {
        check("kesesl islands", &["Kessel Islands"]);
        check("xyzw", &[]);
    }

    #[test]
    fn nothing_typed_gives_what_is_mentioned_most() {
        assert_eq!(topics().complete("", 1)[0].name, "China");
    }
}
