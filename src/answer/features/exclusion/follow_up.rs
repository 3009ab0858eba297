//! What has nothing of what a follow-up adds to its conversation.

use crate::answer::matching::Wanted;
use crate::answer::scene::{MET, Scene};
use crate::lexicon::Lexicon;
use crate::text::syntax::{Relation, Tag};

/// "And how many *in Lund*?", "what happened to *her husband*?": a sentence without the one word
/// that the question adds to the conversation, where its article has that elsewhere.
pub(super) fn is_beside(scene: &Scene) -> bool {
    const ITSELF: f32 = 0.85;
    // "One", "now", "thing" weigh less.
    const TELLING: f32 = 0.65;
    let Some(talk) = scene.talk else { return false };
    if !talk.exchanges && !scene.wanted.iter().any(|want| want.term.is_context) {
        return false;
    }
    let is_added = |want: &Wanted| {
        let term = &want.term;
        !term.is_context && !term.is_focus && (term.is_name || term.is_head)
    };
    let tells = |want: &Wanted| want.term.is_name || want.weight > TELLING;
    let added = || (0..scene.wanted.len()).filter(|&at| is_added(&scene.wanted[at]));
    let mut telling = added().filter(|&at| tells(&scene.wanted[at])).peekable();
    let is_unmet = |at: usize| scene.met[at].strength < MET;
    let is_elsewhere = |at: usize| scene.met_around.get(at) >= Some(&ITSELF);
    // "Her husband", and not "its customers", who may be "they" there.
    let is_owned = |at: usize| {
        let (token, asked) = (scene.wanted[at].term.token, &scene.query.grammar);
        token < asked.tokens.len()
            && asked.tokens[token].tag == Tag::NN
            && asked.child(token, Relation::NmodPoss).is_some()
            && Lexicon::builtin().kind_of(asked.lemma(token)).is_person()
    };
    telling.clone().any(|at| is_owned(at) && is_unmet(at) && is_elsewhere(at))
        || telling.peek().is_some() && added().all(is_unmet) && telling.all(is_elsewhere)
}
