//! Of whom a role is had: "the boss *of the rail union*", "runs *the school*".

use std::collections::BTreeSet;

use crate::answer::matching::Wanted;
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::fact::Passage;
use crate::lexicon::{Lexicon, NounKind};
use crate::question::Role;
use crate::text::syntax::{EntityKind, Relation, Tag};

/// Whether the role that a token names is had for the one asked about; `None` where nothing tells.
pub(super) fn owner(scene: &Scene, token: usize) -> Option<bool> {
    let grammar = &scene.passage.grammar;
    if grammar.tokens[token].tag.is_verb() {
        return owner_of_deed(scene, token);
    }
    let owned = |&child: &usize| {
        matches!(
            grammar.tokens[child].relation,
            Relation::NmodPoss | Relation::Nmod | Relation::Compound | Relation::Amod
        )
    };
    let below = grammar.children(token).filter(owned).flat_map(|child| {
        let (first, last) = grammar.subtree(child);
        first..=last
    });
    let before = |&at: &usize| {
        let tag = grammar.tokens[at].tag;
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::POS | Tag::PRPS | Tag::HYPH)
    };
    let beside = (token.saturating_sub(6)..token).rev().take_while(before);
    let words: BTreeSet<usize> = below.chain(beside).collect();
    let share: f32 = words.iter().map(|&at| share_of_owner(scene, at)).sum();
    if share >= ENOUGH {
        Some(true)
    } else if words.iter().any(|&at| names_somebody(scene.passage, at)) {
        Some(false)
    } else {
        None
    }
}

/// The share of an owner's words, by weight, that has to be met: of "Iceland's coast guard",
/// "Iceland" is too little.
const ENOUGH: f32 = 0.33;

fn share_of_owner(scene: &Scene, at: usize) -> f32 {
    scene.roles.owners.get(at).copied().unwrap_or_default()
}

/// Whether what a verb is done to is what the role is asked of: "runs *the school*"; `None` where
/// it is done to nothing, or to something that is only referred to.
fn owner_of_deed(scene: &Scene, verb: usize) -> Option<bool> {
    let grammar = &scene.passage.grammar;
    let object = grammar.child(verb, Relation::Obj)?;
    let (first, last) = grammar.subtree(object);
    let named = (first..=last).any(|at| share_of_owner(scene, at) > 0.0);
    let refers = grammar.tokens[object].tag == Tag::PRP
        || (first..=last).any(|at| scene.passage.referent_at(at).is_some());
    (named || !refers).then_some(named)
}

/// Whether a word may be the owner of a role: a name, a body, or what stands for one.
fn names_somebody(passage: &Passage, at: usize) -> bool {
    let kind = passage.meaning(at).kind;
    passage.grammar.entity_at(at).is_some()
        || passage.referent_at(at).is_some()
        || matches!(kind, NounKind::Organisation | NounKind::Group)
}

/// Whether the article has nothing like what the role is asked of: of a report without any
/// delegation nobody leads one.
pub(super) fn owner_is_unheard(scene: &Scene, role: &Role) -> bool {
    let noun = role.owner.iter().rev().find(|&&at| scene.query.grammar.tokens[at].tag.is_noun());
    let want = noun.and_then(|&at| scene.wanted.iter().position(|want| want.term.token == at));
    want.is_some_and(|want| scene.heard(want) < MET)
}

/// "Ghana's coach" where the coach of Algeria is asked for: both are named.
pub(super) fn is_of_another(scene: &Scene, role: &Role, token: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let asked =
        scene.wanted.iter().any(|want| role.owner.contains(&want.term.token) && names_owner(want));
    let named = grammar.children(token).any(|child| {
        let relation = grammar.tokens[child].relation;
        let of = relation == Relation::Nmod && arguments::case(grammar, child) == Some("of");
        let kind = grammar.entity_at(child).map(|name| name.kind);
        // "Netherlands coach".
        let before = relation == Relation::Compound
            && matches!(kind, Some(EntityKind::Place | EntityKind::Organization));
        (of || relation == Relation::NmodPoss) && kind.is_some() || before
    });
    asked && named
}

fn names_owner(want: &Wanted) -> bool {
    want.term.is_name || Lexicon::builtin().country(&want.term.word).is_some()
}
