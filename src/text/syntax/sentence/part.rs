//! Stretches of a sentence as a sentence of their own, without reading them again.

use super::{Entity, NONE, Sentence, Token};
use crate::text::Span;
use crate::text::syntax::Relation;

/// Tokens of a sentence, one behind the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Index of its first token.
    pub first: usize,
    /// Index of its last token, which belongs to it.
    pub last: usize,
    /// The byte of the new text at which it begins.
    pub begins: usize,
}

impl Sentence {
    /// The sentence that some stretches of this one make, which are in order and apart: its words
    /// with the grammar that they have here.
    ///
    /// `None` where they do not hang together in one tree, or where a name is cut.
    pub fn part(&self, stretches: &[Stretch]) -> Option<Sentence> {
        let places = self.places(stretches)?;
        let entities = self.names_in(&places)?;
        let mut part = Part::default();
        for stretch in stretches {
            let from = self.tokens.get(stretch.first)?.span.start as usize;
            for token in self.tokens.get(stretch.first..=stretch.last)? {
                let span = token.span.moved(from, stretch.begins);
                let head = places[usize::from(token.head)];
                part.push(Token { span, head, ..*token }, token.lemma.of(&self.lemmas));
            }
        }
        if part.tops != 1 {
            return None;
        }
        let mut sentence = Sentence::new(part.tokens, Vec::new(), part.lemmas);
        sentence.set_entities(entities);
        Some(sentence)
    }

    /// For every token its index in the part, [`NONE`] where it is not in it.
    fn places(&self, stretches: &[Stretch]) -> Option<Vec<u16>> {
        let mut places = vec![NONE; self.tokens.len()];
        let kept = stretches.iter().flat_map(|stretch| stretch.first..=stretch.last);
        for (index, token) in (0..NONE).zip(kept) {
            *places.get_mut(token)? = index;
        }
        Some(places)
    }

    /// The names of a part; `None` where one is only partly in it.
    fn names_in(&self, places: &[u16]) -> Option<Vec<Entity>> {
        let mut names = Vec::new();
        for name in &self.entities {
            let own = places.get(name.first.into()..=name.last.into())?;
            let kept = own.iter().filter(|&&place| place != NONE).count();
            match (own, kept) {
                (_, 0) => {}
                (&[first, .., last] | &[first @ last], _) if kept == own.len() => {
                    names.push(Entity { first, last, ..*name });
                }
                _ => return None,
            }
        }
        Some(names)
    }
}

/// A part under way.
#[derive(Default)]
struct Part {
    tokens: Vec<Token>,
    lemmas: String,
    /// How many of its tokens have no head in it.
    tops: usize,
}

impl Part {
    /// Adds a token; without a head in the part it is a root.
    fn push(&mut self, token: Token, lemma: &str) {
        let index = self.tokens.len() as u16;
        let start = self.lemmas.len();
        self.lemmas.push_str(lemma);
        let is_top = token.head == NONE || token.head == index;
        self.tops += usize::from(is_top);
        self.tokens.push(Token {
            head: if is_top { index } else { token.head },
            relation: if is_top { Relation::Root } else { token.relation },
            entity: None,
            lemma: Span::new(start..self.lemmas.len()),
            ..token
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::syntax::{EntityKind, analyse};
    use proptest::prelude::*;

    const TEXT: &str = "Ann Lee, a former judge, visited Norway, and nobody followed her.";

    fn stretch(words: &str, begins: usize) -> (Sentence, Stretch) {
        let sentence = analyse(TEXT, Span::new(0..TEXT.len()));
        let start = TEXT.find(words).unwrap();
        let (first, last) = sentence.tokens_in(Span::new(start..start + words.len())).unwrap();
        (sentence, Stretch { first, last, begins })
    }

    #[test]
    fn a_clause_of_its_own_keeps_its_grammar() {
        let (sentence, clause) = stretch("nobody followed her", 0);
        let part = sentence.part(&[clause]).unwrap();
        let text = "nobody followed her";
        let words: Vec<&str> = part.tokens.iter().map(|token| token.span.of(text)).collect();
        assert_eq!(words, ["nobody", "followed", "her"]);
        assert_eq!((part.root(), part.lemma(1)), (Some(1), "follow"));
        assert_eq!(part.child(1, Relation::Obj), Some(2));
    }

    #[test]
    fn what_is_between_two_stretches_is_left_out() {
        let (sentence, name) = stretch("Ann Lee", 0);
        let (_, rest) = stretch("visited Norway", 8);
        let part = sentence.part(&[name, rest]).unwrap();
        let text = "Ann Lee visited Norway";
        let names = part.entities.iter().map(|name| part.entity_span(*name).of(text));
        assert_eq!(names.collect::<Vec<_>>(), ["Ann Lee", "Norway"]);
        assert_eq!(part.entities[0].kind, EntityKind::Person);
        assert_eq!(part.subtree(2), (0, 3));
    }

    #[test]
    fn what_does_not_hang_together_is_no_part() {
        let (sentence, two) = stretch("Norway, and nobody", 0);
        assert_eq!(sentence.part(&[two]), None);
        let (sentence, half) = stretch("Lee", 0);
        assert_eq!(sentence.part(&[half]), None, "a name is cut");
        assert_eq!(sentence.part(&[]), None);
        assert_eq!(sentence.part(&[Stretch { first: 5, last: 900, begins: 0 }]), None);
    }

    proptest! {
        #[test]
        fn a_part_has_the_words_of_its_stretch_in_one_tree(
            text in "([A-Za-z]{1,6}[ ,.]){1,14}",
            first in 0_usize..20,
            more in 0_usize..20,
        ) {
            let whole = analyse(&text, Span::new(0..text.len()));
            let last = first + more;
            if let Some(part) = whole.part(&[Stretch { first, last, begins: 0 }]) {
                let cut = whole.span(first, last).of(&text);
                for (at, token) in part.tokens.iter().enumerate() {
                    let old = whole.tokens[first + at].span.of(&text);
                    prop_assert_eq!(token.span.of(cut), old);
                    prop_assert_eq!(part.lemma(at), whole.lemma(first + at));
                    prop_assert!(part.ancestors(at).take(more + 2).count() <= more);
                }
                let roots = (0..part.tokens.len()).filter(|&at| part.is_root(at)).count();
                prop_assert_eq!((part.tokens.len(), roots), (more + 1, 1));
            }
        }
    }
}
