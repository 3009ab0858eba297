//! Words and their grammar: tokens, parts of speech, lemmas, dependencies, names.
//!
//! In goes one sentence of a text, out comes a [`Sentence`]. The models are small linear ones,
//! trained by `examples/train_syntax` and built into the program; `model/README.md` names
//! their sources and how well they do. Nothing here knows about news, reads a file, or fails:
//! any text at all has tokens and a tree.
//!
//! ```text
//! text ── tokens ──▶ words ── tagger ──▶ tags ──┬─ parser ─▶ heads, relations
//!                                               ├─ names ──▶ entities
//!                                               └─ lemmas
//! ```
//!
//! The modules that are public beside [`analyse`] are for the trainer.

pub mod features;
mod finite;
pub mod lemma;
pub mod names;
pub mod parser;
mod relation;
mod sentence;
mod tag;
pub mod tagger;
mod tokens;
pub mod weights;
pub mod words;

pub use relation::Relation;
pub use sentence::{Entity, EntityKind, Sentence, Stretch, Token};
pub use tag::Tag;
pub use tokens::tokenise;

use super::Span;
use parser::State;
use words::Words;

/// The grammar of one sentence of `text`.
///
/// Takes time linear in the length of the sentence. Words beyond the 65,535th are left out.
pub fn analyse(text: &str, sentence: Span) -> Sentence {
    let mut spans = tokenise(text, sentence);
    spans.truncate(usize::from(u16::MAX));
    let words = Words::new(text, &spans);
    let mut tags = tagger::tag(&words, tagger::MODEL);
    mend_points(text, &spans, &mut tags);
    mend_moves(text, &spans, &mut tags);
    let mut parse = parser::parse(&words, &tags, parser::MODELS);
    let asks = spans.iter().rev().take(2).any(|span| span.of(text) == "?");
    if !asks {
        (tags, parse) = finite::mended(&words, tags, parse);
    }
    let entities = names::find(&words, &tags, names::MODEL);
    let mut lemmas = String::with_capacity(sentence.len());
    let mut tokens = Vec::with_capacity(spans.len());
    for (index, span) in spans.into_iter().enumerate() {
        let start = lemmas.len();
        lemma::push(&mut lemmas, span.of(text), tags[index]);
        let lemma = Span::new(start..lemmas.len());
        let (head, relation) = arc(&parse, index);
        tokens.push(Token { span, tag: tags[index], relation, head, entity: None, lemma });
    }
    for (number, name) in entities.iter().enumerate() {
        for token in &mut tokens[usize::from(name.first)..=usize::from(name.last)] {
            token.entity = Some(number as u16);
        }
    }
    Sentence::new(tokens, entities, lemmas)
}

/// "By 150 basis *points*": these are no verb, which the tagger takes them for.
fn mend_points(text: &str, spans: &[Span], tags: &mut [Tag]) {
    let is_unit = |span: &Span| matches!(span.of(text), "basis" | "percentage");
    for at in 1..spans.len() {
        let is_verb = tags[at] == Tag::VBZ;
        if is_verb && is_unit(&spans[at - 1]) && spans[at].of(text) == "points" {
            tags[at] = Tag::NNS;
        }
    }
}

/// "Deaths *rose* by a third", "the price of wheat *fell* to a low": no flowers and no hills, which
/// the tagger takes them for.
fn mend_moves(text: &str, spans: &[Span], tags: &mut [Tag]) {
    const BEHIND: [&str; 8] = ["by", "to", "from", "above", "below", "nearly", "almost", "about"];
    for at in 1..spans.len().saturating_sub(1) {
        let next = spans[at + 1].of(text);
        let moves = matches!(spans[at].of(text), "rose" | "fell");
        let before = tags[at - 1];
        let is_described = before.is_adjective()
            || matches!(before, Tag::DT | Tag::PRPS | Tag::POS | Tag::IN | Tag::TO);
        let counts = BEHIND.contains(&next) || matches!(tags[at + 1], Tag::CD | Tag::RB);
        if moves && !is_described && counts {
            tags[at] = Tag::VBD;
        }
    }
}

/// The head and the relation of a token, the root having itself as head.
fn arc(parse: &State, index: usize) -> (u16, Relation) {
    let node = &parse.nodes[index];
    node.head.map_or((index as u16, Relation::Root), |head| (head, node.relation))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn analysed(text: &str) -> Sentence {
        analyse(text, Span::new(0..text.len()))
    }

    /// The word with this relation, and its head.
    fn arc_of(text: &str, relation: Relation) -> Option<(&str, &str)> {
        let sentence = analysed(text);
        let at = sentence.tokens.iter().position(|token| token.relation == relation)?;
        let word = |at: usize| sentence.tokens[at].span.of(text);
        Some((word(at), word(sentence.head(at).unwrap_or(at))))
    }

    #[test]
    fn subjects_and_objects_are_found() {
        let text = "The minister rejected the proposal on Tuesday.";
        assert_eq!(arc_of(text, Relation::Nsubj), Some(("minister", "rejected")));
        assert_eq!(arc_of(text, Relation::Obj), Some(("proposal", "rejected")));
        assert_eq!(arc_of(text, Relation::Root), Some(("rejected", "rejected")));
    }

    #[test]
    fn what_rose_by_a_figure_is_no_flower() {
        for text in [
            "The number of deaths rose by a third.",
            "The price of wheat fell to a low.",
            "Output fell by 5 percent and rose by 2 percent.",
        ] {
            let tags: Vec<Tag> = analysed(text).tokens.iter().map(|token| token.tag).collect();
            assert!(tags.contains(&Tag::VBD), "{text}: {tags:?}");
            assert!(!tags.contains(&Tag::VB), "{text}: {tags:?}");
        }
        let flower = analysed("She gave a red rose to him.");
        assert_eq!(flower.tokens[4].tag, Tag::NN);
    }

    #[test]
    fn passives_are_told_from_actives() {
        let text = "Three men were arrested by police in Minsk.";
        assert_eq!(arc_of(text, Relation::NsubjPass), Some(("men", "arrested")));
        assert_eq!(arc_of(text, Relation::OblAgent), Some(("police", "arrested")));
    }

    #[test]
    fn hurried_questions_are_understood_too() {
        let text = "how many people were killed in the earthquake";
        assert_eq!(arc_of(text, Relation::NsubjPass), Some(("people", "killed")));
        assert_eq!(arc_of(text, Relation::Amod), Some(("many", "people")));
    }

    #[test]
    fn names_of_persons_and_places_are_found() {
        let text = "Foreign ministry spokesman Tom Archer met Kyriakos Delis in Geneva.";
        let sentence = analysed(text);
        let names = sentence.entities.iter();
        let names: Vec<_> = names.map(|n| (sentence.entity_span(*n).of(text), n.kind)).collect();
        let (person, place) = (EntityKind::Person, EntityKind::Place);
        let expected = [("Tom Archer", person), ("Kyriakos Delis", person), ("Geneva", place)];
        assert_eq!(names, expected);
    }

    #[test]
    fn spans_are_bytes_of_the_whole_text() {
        let text = "One came. She left Oslo.";
        let sentence = analyse(text, Span::new(10..24));
        assert_eq!(sentence.tokens[0].span.of(text), "She");
        assert_eq!(sentence.lemma(1), "leave");
    }

    #[test]
    fn a_sentence_without_end_takes_no_more_than_its_share() {
        let words = "word ".repeat(66_000);
        assert_eq!(analysed(&words).tokens.len(), usize::from(u16::MAX));
        let letters = "x".repeat(10_000_000);
        assert_eq!(analysed(&letters).tokens.len(), 1);
        assert!(analysed("").tokens.is_empty() && analysed(" \n ").tokens.is_empty());
    }

    proptest! {
        #[test]
        fn any_text_has_one_tree(text in any::<String>()) {
            let sentence = analysed(&text);
            let length = sentence.tokens.len();
            let roots = (0..length).filter(|&at| sentence.is_root(at)).count();
            prop_assert_eq!(roots, length.min(1));
            for at in 0..length {
                prop_assert!(sentence.ancestors(at).take(length + 1).count() <= length);
            }
        }
    }
}
