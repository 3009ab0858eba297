//! What a sentence tells of somebody: by a title before the name, an apposition, a
//! predicate, or what they do.

use crate::answer::candidate::Candidate;
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::fact::Passage;
use crate::text::syntax::{Relation, Tag};

/// How far the last word before a comma and a name is trusted to tell of the name.
const BEFORE_COMMA: f32 = 0.7;
/// Calls `tell` with every token that tells what a candidate is or does.
pub(super) fn told(scene: &Scene, candidate: &Candidate, tell: &mut dyn FnMut(usize, f32)) {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let name = grammar.entity_at(head).map(|it| (usize::from(it.first), usize::from(it.last)));
    let (first, last) = name.unwrap_or((head, head));
    if name.is_none() {
        tell(head, 1.0);
        comma_before(scene.passage, candidate.first.into(), tell);
    } else {
        title_before(scene.passage, first, tell);
        after_comma(scene.passage, last, tell);
    }
    for token in first..=last {
        for child in grammar.children(token).filter(|child| !(first..=last).contains(child)) {
            if beside(grammar.tokens[child].relation) {
                tell(child, 1.0);
                grammar
                    .children(child)
                    .filter(|&it| grammar.tokens[it].relation == Relation::Conj)
                    .for_each(|it| tell(it, 1.0));
            }
        }
        let above = grammar.head(token).filter(|above| !(first..=last).contains(above));
        if let Some(above) = above {
            from_above(scene, token, above, tell);
        }
        if grammar.child(token, Relation::Cop).is_some() {
            grammar
                .children(token)
                .filter(|&it| grammar.tokens[it].relation.is_subject())
                .for_each(|it| tell(it, 1.0));
        }
    }
    by_deed(scene, first, last, tell);
}

fn beside(relation: Relation) -> bool {
    matches!(relation, Relation::Appos | Relation::NmodDesc | Relation::Compound | Relation::Flat)
}

/// What the word above a name says of it: "the president, *Ann Lee*", "*Ann Lee* is the president",
/// "the chairmanship of *Ann Lee*".
fn from_above(scene: &Scene, token: usize, above: usize, tell: &mut dyn FnMut(usize, f32)) {
    let grammar = &scene.passage.grammar;
    let relation = grammar.tokens[token].relation;
    let predicate = relation.is_subject() && grammar.child(above, Relation::Cop).is_some();
    let state = matches!(relation, Relation::Nmod | Relation::NmodPoss)
        && !scene.passage.meaning(above).kind.is_person()
        && !grammar.tokens[above].tag.is_verb();
    if predicate || state || matches!(relation, Relation::Appos | Relation::Flat) {
        tell(above, 1.0);
    }
}

/// The nouns right before a name; the last of them says what the named one is.
fn title_before(passage: &Passage, first: usize, tell: &mut dyn FnMut(usize, f32)) {
    let grammar = &passage.grammar;
    let mut trust = 1.0;
    for token in (first.saturating_sub(6)..first).rev() {
        let tag = grammar.tokens[token].tag;
        if tag.is_noun() {
            tell(token, trust);
            trust = 0.6;
        } else if !tag.is_adjective() && tag != Tag::HYPH {
            break;
        }
    }
    comma_before(passage, first, tell);
}

/// The noun before a comma: "the *owners* of the land, the Boro clan".
fn comma_before(passage: &Passage, first: usize, tell: &mut dyn FnMut(usize, f32)) {
    let grammar = &passage.grammar;
    let comma = first.checked_sub(1).filter(|&at| grammar.tokens[at].tag == Tag::Comma);
    if let Some(noun) = comma.and_then(|comma| comma.checked_sub(1)) {
        tell(head_before(passage, noun), BEFORE_COMMA);
    }
}

/// The noun that heads a phrase ending at `last`: "the *head* of the commission".
fn head_before(passage: &Passage, last: usize) -> usize {
    let mut head = last;
    for token in (last.saturating_sub(8)..last).rev() {
        let tag = passage.grammar.tokens[token].tag;
        if matches!(passage.word(token), "of" | "at" | "for") {
            head = token.saturating_sub(1);
        } else if !(tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::DT | Tag::POS | Tag::PRPS | Tag::HYPH))
        {
            break;
        }
    }
    head
}

/// The nouns of an apposition: "Ann Lee, 41, *head* of the commission".
fn after_comma(passage: &Passage, last: usize, tell: &mut dyn FnMut(usize, f32)) {
    let grammar = &passage.grammar;
    let tag = |at: usize| grammar.tokens.get(at).map(|token| token.tag);
    if tag(last + 1) != Some(Tag::Comma) {
        return;
    }
    let mut at = last + 2;
    if tag(at) == Some(Tag::CD) && tag(at + 1) == Some(Tag::Comma) {
        at += 2;
    }
    let inside = |tag: Tag| {
        tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::DT | Tag::PRPS | Tag::POS | Tag::HYPH | Tag::CD | Tag::CC)
    };
    let end =
        (at..(at + 9).min(passage.len())).take_while(|&at| tag(at).is_some_and(inside)).last();
    for token in at..end.map_or(at, |end| end + 1) {
        if tag(token).is_some_and(Tag::is_noun) && grammar.entity_at(token).is_none() {
            tell(token, 0.95);
        }
    }
}

/// What one does: "runs the team", "was elected president", "with her as mediator".
fn by_deed(scene: &Scene, first: usize, last: usize, tell: &mut dyn FnMut(usize, f32)) {
    let grammar = &scene.passage.grammar;
    let own = |token: Option<usize>| token.is_some_and(|token| (first..=last).contains(&token));
    for token in (0..scene.passage.len()).filter(|&token| scene.roles.fit(token) > 0.0) {
        if grammar.tokens[token].tag.is_verb() {
            if own(arguments::doer(grammar, token)) {
                tell(token, 1.0);
            }
            continue;
        }
        let Some(verb) = grammar.head(token) else { continue };
        let as_role = arguments::case(grammar, token) == Some("as");
        let made = matches!(
            grammar.lemma(verb),
            "name" | "appoint" | "elect" | "make" | "become" | "remain" | "nominate" | "choose"
        );
        if as_role && own(Some(verb)) {
            tell(token, 1.0);
        } else if as_role || made {
            let object = arguments::undergoer(grammar, verb).filter(|&object| object != token);
            if own(object.or_else(|| arguments::doer(grammar, verb))) {
                tell(token, 1.0);
            }
        }
    }
}
