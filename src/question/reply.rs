//! The words that answered a question, as a conversation remembers them.

use crate::text::Span;
use crate::text::syntax::{self, Entity, EntityKind, Sentence};

/// A name, and whether it is a person's.
pub(super) type Name = (String, bool);

pub(super) fn names_in(grammar: &Sentence, text: &str) -> Vec<Name> {
    grammar.entities.iter().map(|entity| name(grammar, entity, text)).collect()
}

fn name(grammar: &Sentence, entity: &Entity, text: &str) -> Name {
    let name = grammar.entity_span(*entity).of(text).to_owned();
    (name, entity.kind == EntityKind::Person)
}

/// The words that answered a question, and the names among them.
#[derive(Clone, Debug)]
pub struct Reply<'a> {
    pub(super) words: &'a str,
    pub(super) names: Vec<Name>,
}

impl<'a> Reply<'a> {
    /// Words that stand in a text whose grammar is known, at `span`.
    pub fn within(text: &'a str, grammar: &Sentence, span: Span) -> Self {
        let mut names = Vec::new();
        for entity in &grammar.entities {
            let at = grammar.entity_span(*entity);
            if span.start <= at.start && at.end <= span.end {
                names.push(name(grammar, entity, text));
            }
        }
        Reply { words: span.of(text), names }
    }
}

impl<'a> From<&'a str> for Reply<'a> {
    fn from(words: &'a str) -> Self {
        let grammar = syntax::analyse(words, Span::new(0..words.len()));
        Reply { words, names: names_in(&grammar, words) }
    }
}
