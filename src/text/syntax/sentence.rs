//! A sentence with its grammar, and how to walk through it.
//!
//! Nothing here looks into the models; it is the data that [`super::analyse`] gives.

mod part;

use super::{Relation, Tag};
use crate::text::Span;
pub use part::Stretch;

/// One word or mark of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text that was given (not in the sentence).
    pub span: Span,
    /// Its part of speech.
    pub tag: Tag,
    /// What it is to its head.
    pub relation: Relation,
    /// The index of its head in the sentence; its own index where it is the root.
    pub head: u16,
    /// The index in [`Sentence::entities`] of the name it belongs to.
    pub entity: Option<u16>,
    /// Where its lemma stands in the sentence's lemmas, in bytes.
    pub(super) lemma: Span,
}

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum EntityKind {
    /// A person, or several of one family.
    Person,
    /// A company, party, ministry, team, court, newspaper, band.
    Organization,
    /// A country, city, region, river, building, planet.
    Place,
    /// A war, match, festival, storm, treaty conference.
    Event,
    /// Any other name: works, products, ships, laws, languages.
    Other,
}

impl EntityKind {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 5] =
        [Self::Person, Self::Organization, Self::Place, Self::Event, Self::Other];
}

/// A name in a sentence, without title and article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Index of its first token.
    pub first: u16,
    /// Index of its last token, which belongs to it.
    pub last: u16,
    /// What it names.
    pub kind: EntityKind,
}

/// A sentence with its grammar.
///
/// The heads of its tokens form one tree: following them always ends at the one root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Its words and marks, in order; at most 65,535.
    pub tokens: Vec<Token>,
    /// Its names, in order, not overlapping.
    pub entities: Vec<Entity>,
    /// The lemmas of all tokens, one after the other.
    pub(super) lemmas: String,
    /// For each token, where the words below it are; follows from the heads.
    below: Vec<Below>,
}

/// Where the words below a token are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Below {
    /// The first and last word of all that hangs below it, itself included.
    first: u16,
    last: u16,
    /// Its first child, and the next child of its own head; [`NONE`] where there is none.
    child: u16,
    next: u16,
}

/// No token.
const NONE: u16 = u16::MAX;

impl Sentence {
    /// A sentence of tokens whose heads form a tree without crossing arcs.
    pub(super) fn new(tokens: Vec<Token>, entities: Vec<Entity>, lemmas: String) -> Self {
        let below = below(&tokens);
        Sentence { tokens, entities, lemmas, below }
    }

    /// Puts other names in the place of those that were found; in order, and not overlapping.
    pub fn set_entities(&mut self, entities: Vec<Entity>) {
        self.tokens.iter_mut().for_each(|token| token.entity = None);
        for (number, entity) in entities.iter().enumerate() {
            let inside = usize::from(entity.first)..=usize::from(entity.last);
            for token in self.tokens.get_mut(inside).into_iter().flatten() {
                token.entity = Some(number as u16);
            }
        }
        self.entities = entities;
    }

    /// Takes the last token off; what hung on it hangs on itself from then on.
    pub fn pop(&mut self) -> Option<Token> {
        let last = self.tokens.pop()?;
        let gone = self.tokens.len();
        for (index, token) in self.tokens.iter_mut().enumerate() {
            if usize::from(token.head) == gone {
                token.head = index as u16;
            }
        }
        self.below = below(&self.tokens);
        Some(last)
    }

    /// The base form of a token in lower case ("was" → "be", "Ministers" → "minister");
    /// empty for an index that does not exist.
    pub fn lemma(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| token.lemma.of(&self.lemmas))
    }

    /// The index of the root; `None` where there are no tokens.
    pub fn root(&self) -> Option<usize> {
        (0..self.tokens.len()).find(|&index| self.is_root(index))
    }

    /// Whether a token is the root.
    pub fn is_root(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|found| usize::from(found.head) == token)
    }

    /// The indices of the words that hang on a token, in order.
    pub fn children(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        let link = |at: usize| self.below.get(at);
        let some = |at: u16| (at != NONE).then_some(usize::from(at));
        let first = link(token).and_then(|found| some(found.child));
        std::iter::successors(first, move |&child| link(child).and_then(|found| some(found.next)))
    }

    /// The first child of a token with this relation.
    pub fn child(&self, token: usize, relation: Relation) -> Option<usize> {
        self.children(token).find(|&child| self.tokens[child].relation == relation)
    }

    /// The heads above a token, nearest first, up to the root.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.head(token), |&above| self.head(above))
    }

    /// The head of a token; `None` for the root.
    pub fn head(&self, token: usize) -> Option<usize> {
        let head = usize::from(self.tokens.get(token)?.head);
        (head != token).then_some(head)
    }

    /// The token of a stretch that hangs on nothing within it: the first, where several do.
    pub fn top(&self, first: usize, last: usize) -> Option<usize> {
        let inside = |head: usize| (first..=last).contains(&head);
        (first..=last).find(|&token| !self.head(token).is_some_and(inside))
    }

    /// Whether `token` is `top` or hangs below it, however deep.
    pub fn is_below(&self, token: usize, top: usize) -> bool {
        token == top || self.ancestors(token).any(|above| above == top)
    }

    /// The indices of a token and of all that hangs below it, first to last (inclusive).
    pub fn subtree(&self, top: usize) -> (usize, usize) {
        self.below.get(top).map_or((top, top), |found| (found.first.into(), found.last.into()))
    }

    /// The bytes of the text from one token to another, both included.
    pub fn span(&self, first: usize, last: usize) -> Span {
        let at = |index: usize| self.tokens.get(index).map_or(Span::default(), |token| token.span);
        at(first).joined(at(last))
    }

    /// The first and the last token that share a byte with `span`.
    pub fn tokens_in(&self, span: Span) -> Option<(usize, usize)> {
        let first = self.tokens.partition_point(|token| token.span.end <= span.start);
        let behind = self.tokens.partition_point(|token| token.span.start < span.end);
        let last = behind.checked_sub(1)?;
        (first <= last && !span.is_empty()).then_some((first, last))
    }

    /// The bytes of the text that a name covers.
    pub fn entity_span(&self, entity: Entity) -> Span {
        self.span(usize::from(entity.first), usize::from(entity.last))
    }

    /// The name that a token belongs to.
    pub fn entity_at(&self, token: usize) -> Option<Entity> {
        let index = self.tokens.get(token)?.entity?;
        self.entities.get(usize::from(index)).copied()
    }

    /// The first and the last token of the name that a token belongs to; of no name, the token
    /// alone.
    pub fn name_around(&self, token: usize) -> (usize, usize) {
        let name = self.entity_at(token);
        name.map_or((token, token), |name| (name.first.into(), name.last.into()))
    }

    /// The sentence as a table for people: one token a line, with everything known of it.
    pub fn to_table(&self, text: &str) -> String {
        let lines = (0..self.tokens.len()).map(|index| self.to_line(index, text));
        lines.collect()
    }

    fn to_line(&self, index: usize, text: &str) -> String {
        let token = &self.tokens[index];
        let head = self.head(index).map_or("-", |head| self.tokens[head].span.of(text));
        let name = self.entity_at(index).map_or(String::new(), |name| format!("{:?}", name.kind));
        format!(
            "{index:>3} {:<18} {:<16} {:<6} {:<14} {:<18} {name}\n",
            token.span.of(text),
            self.lemma(index),
            token.tag.as_str(),
            token.relation.as_str(),
            head,
        )
    }
}

/// Where the words below each token are. Each token widens the reach of all above it, which takes
/// time linear in the words times the depth of the tree.
fn below(tokens: &[Token]) -> Vec<Below> {
    let own =
        |index: usize| Below { first: index as u16, last: index as u16, child: NONE, next: NONE };
    let mut below: Vec<Below> = (0..tokens.len()).map(own).collect();
    for index in (0..tokens.len()).rev() {
        let head = usize::from(tokens[index].head);
        if head != index && head < tokens.len() {
            below[index].next = below[head].child;
            below[head].child = index as u16;
        }
    }
    widen(tokens, &mut below);
    below
}

fn widen(tokens: &[Token], below: &mut [Below]) {
    for index in 0..tokens.len() {
        let mut at = index;
        for _ in 0..DEEPEST {
            let head = usize::from(tokens[at].head);
            if head == at || head >= tokens.len() {
                break;
            }
            let reach = (below[head].first.min(index as u16), below[head].last.max(index as u16));
            if reach == (below[head].first, below[head].last) {
                break;
            }
            (below[head].first, below[head].last) = reach;
            at = head;
        }
    }
}

/// How far up a word widens the reach of those above it; deeper trees are no sentences.
const DEEPEST: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    /// "Anna Lee left Oslo": heads 2, 0, itself, 2.
    fn sentence() -> (Sentence, &'static str) {
        let text = "Anna Lee left Oslo";
        let token = |start: usize, end, tag, relation, head, entity| Token {
            span: Span::new(start..end),
            tag,
            relation,
            head,
            entity,
            lemma: Span::new(start..end),
        };
        let tokens = vec![
            token(0, 4, Tag::NNP, Relation::Nsubj, 2, Some(0)),
            token(5, 8, Tag::NNP, Relation::Flat, 0, Some(0)),
            token(9, 13, Tag::VBD, Relation::Root, 2, None),
            token(14, 18, Tag::NNP, Relation::Obj, 2, Some(1)),
        ];
        let entities = vec![
            Entity { first: 0, last: 1, kind: EntityKind::Person },
            Entity { first: 3, last: 3, kind: EntityKind::Place },
        ];
        (Sentence::new(tokens, entities, "anna lee leave oslo".to_owned()), text)
    }

    #[test]
    fn the_tree_can_be_walked_up_and_down() {
        let (sentence, _) = sentence();
        assert_eq!(sentence.root(), Some(2));
        assert_eq!(sentence.head(2), None);
        assert_eq!(sentence.children(2).collect::<Vec<_>>(), [0, 3]);
        assert_eq!(sentence.child(2, Relation::Obj), Some(3));
        assert_eq!(sentence.ancestors(1).collect::<Vec<_>>(), [0, 2]);
        assert_eq!(sentence.subtree(0), (0, 1));
        assert!(sentence.is_below(1, 2) && !sentence.is_below(2, 1));
    }

    #[test]
    fn names_know_their_words() {
        let (sentence, text) = sentence();
        let name = sentence.entity_at(1).map(|name| sentence.entity_span(name).of(text));
        assert_eq!(name, Some("Anna Lee"));
        assert_eq!(sentence.entity_at(2), None);
    }

    #[test]
    fn the_tokens_of_a_span_share_a_byte_with_it() {
        let (sentence, _) = sentence();
        let tokens_in = |range| sentence.tokens_in(Span::new(range));
        assert_eq!(tokens_in(2..6), Some((0, 1)));
        assert_eq!(tokens_in(0..18), Some((0, 3)));
        assert_eq!(tokens_in(4..5), None, "a blank is no token");
        assert_eq!((tokens_in(18..30), tokens_in(6..6)), (None, None));
    }

    #[test]
    fn what_does_not_exist_is_empty() {
        let (sentence, _) = sentence();
        assert_eq!(sentence.lemma(99), "");
        assert_eq!(sentence.head(99), None);
        assert_eq!(Sentence::default().root(), None);
    }

    #[test]
    fn the_table_has_a_line_for_every_token() {
        let (sentence, text) = sentence();
        let table = sentence.to_table(text);
        assert_eq!(table.lines().count(), 4);
        assert!(table.lines().all(|line| line.contains("NNP") || line.contains("VBD")));
    }
}
