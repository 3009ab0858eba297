//! How well a word that may be meant by the question's is meant by it where it stands: "the match
//! takes place" takes nothing.

use crate::fact::{Base, Key};
use crate::question::Term;
use crate::text::syntax::{Relation, Sentence, Tag};

/// How well a word fits that only stands for what is meant ("he").
const REFERENCE: f32 = 0.9;
/// How well a noun fits that only modifies another ("election commission" for "election").
const MODIFIER: f32 = 0.75;

/// How well a word at a place fits that fits so well by itself.
pub(super) fn strength(term: &Term, key: &Key, fits: f32, base: &Base, grammar: &Sentence) -> f32 {
    let token = grammar.tokens[usize::from(key.token)];
    let modifies = token.relation == Relation::Compound;
    // Who "bests" somebody beats them; "the best" beats nobody.
    if term.is_verb && matches!(token.tag, Tag::JJS | Tag::RBS) {
        return 0.0;
    }
    if term.lemma == "use" && is_used_to(grammar, key.token.into()) {
        return 0.0;
    }
    if term.lemma != "take" && is_held(base, key, grammar) {
        return 0.0;
    }
    let fits = if key.is_reference { fits * REFERENCE } else { fits };
    if modifies && term.is_head { fits * MODIFIER } else { fits }
}

/// "The match *takes* place": nothing is taken there.
fn is_held(base: &Base, key: &Key, grammar: &Sentence) -> bool {
    let token = usize::from(key.token);
    grammar.lemma(token) == "take"
        && grammar.lemma(token + 1) == "place"
        && base.words().id("take") == Some(key.word)
}

/// "He *used* to hope": nothing is used there.
fn is_used_to(grammar: &Sentence, token: usize) -> bool {
    let tag = |at: usize| grammar.tokens.get(at).map(|token| token.tag);
    let helped = || grammar.child(token, Relation::AuxPass).is_some();
    tag(token).is_some_and(|tag| matches!(tag, Tag::VBD | Tag::VBN))
        && tag(token + 1) == Some(Tag::TO)
        && tag(token + 2) == Some(Tag::VB)
        && !helped()
}
