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
pub mod parser;
mod relation;
mod sentence;
mod tag;
pub mod tagger;
mod tokens;
pub mod weights;
pub mod words;

pub use relation::Relation;
pub use sentence::{Entity, EntityKind, Sentence, Token};
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
    let tags = tagger::tag(&words, tagger::MODEL);
    let parse = parser::parse(&words, &tags, parser::MODELS);
    let mut lemmas = String::new();
    let mut tokens = Vec::with_capacity(spans.len());
    for (index, span) in spans.into_iter().enumerate() {
        let start = lemmas.len();
        lemmas.extend(span.of(text).chars().flat_map(char::to_lowercase));
        let lemma = Span::new(start..lemmas.len());
        let (head, relation) = arc(&parse, index);
        tokens.push(Token { span, tag: tags[index], relation, head, entity: None, lemma });
    }
    Sentence { tokens, entities: Vec::new(), lemmas }
}

/// The head and the relation of a token, the root having itself as head.
fn arc(parse: &State, index: usize) -> (u16, Relation) {
    let node = &parse.nodes[index];
    node.head.map_or((index as u16, Relation::Root), |head| (head, node.relation))
}
