//! Whether a candidate has the role asked for, and has it for the one asked about.
//!
//! "Who is the boss of the rail union?": one whom the article calls its president, by a title
//! before the name, an apposition, a predicate, or what they do.

mod naming;
mod owning;
mod told;

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::matching::Wanted;
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::fact::{Base, Passage};
use crate::lexicon::{Lexicon, NounKind};
use crate::question::{Query, QuestionType, Role, Since};
use crate::text::fold;
use crate::text::syntax::Tag;

use super::shape::has_name;
use super::{Feature, FeatureVector};
use naming::{fit, title};
pub(super) use naming::{is_deputy, lowers_rank};
use owning::{is_of_another, owner, owner_is_unheard};
use told::told;

/// From which fit on somebody counts as having a role.
const HAS: f32 = 0.5;
/// How far a role is trusted that the article tells elsewhere.
const ELSEWHERE: f32 = 0.75;
/// How well what somebody is answers a question for what they do, where nothing says for whom.
const BY_NOUN: f32 = 0.5;
/// How well a verb of the role fits that is done to something else: "will *lead* the prayers".
const OTHER_DEED: f32 = 0.2;
/// What a passage has of the role that is asked for; empty where none is.
#[derive(Clone, Debug, Default)]
pub(in crate::answer) struct Roles {
    /// For each token, how well it names the role asked for.
    fits: Vec<f32>,
    /// For each token, its share in the words of whom the role is asked of, by their weight.
    owners: Vec<f32>,
    /// For each token, whether it says that somebody is another one of the question's people.
    others: Vec<bool>,
}

impl Roles {
    /// Looks for the role asked for in a passage.
    pub(in crate::answer) fn new(
        query: &Query,
        wanted: &[Wanted],
        base: &Base,
        number: u32,
        likenesses: &[f32],
    ) -> Self {
        let passage = base.passage(number);
        let others = others(query, wanted, base, number);
        let Some(role) = &query.role else { return Self { others, ..Self::default() } };
        let fit = |token: usize| {
            fit(role, passage, token, likenesses.get(token).copied().unwrap_or_default())
        };
        let fits: Vec<f32> = (0..passage.len()).map(fit).collect();
        let mut owners = vec![0.0; passage.len()];
        let owning =
            || wanted.iter().filter(|want| want.term.token != role.token && !want.term.is_verb);
        let all: f32 = owning().map(|want| want.weight).sum();
        for key in base.keys(number) {
            let met = |want: &&Wanted| {
                want.variants.iter().any(|(id, strength)| *id == key.word && *strength >= MET)
            };
            let most = owning().filter(met).map(|want| want.weight).fold(0.0, f32::max);
            let share = &mut owners[usize::from(key.token)];
            *share = f32::max(*share, most / all.max(f32::MIN_POSITIVE));
        }
        Self { fits, owners, others }
    }

    fn is_other(&self, token: usize) -> bool {
        self.others.get(token).copied().unwrap_or_default()
    }

    fn fit(&self, token: usize) -> f32 {
        self.fits.get(token).copied().unwrap_or_default()
    }
}

/// From which strength on a word says that somebody is one of the question's people.
const SURELY: f32 = 0.8;

/// For each token, whether it says that somebody is one of the people of the question who
/// are not asked for.
fn others(query: &Query, wanted: &[Wanted], base: &Base, number: u32) -> Vec<bool> {
    if query.others.is_empty() {
        return Vec::new();
    }
    let passage = base.passage(number);
    let mut found = vec![false; passage.len()];
    for other in &query.others {
        // "Sports minister" is one word of the question, at its first token.
        let parts = |want: &Wanted| want.term.lemma.matches(' ').count();
        let covers = |want: &&Wanted| {
            (want.term.token..=want.term.token + parts(want)).contains(&other.token)
        };
        let Some(want) = wanted.iter().find(covers) else { continue };
        let behind = other.token - want.term.token;
        let says = |key: &&crate::fact::Key| {
            let surely = |(id, strength): &(_, f32)| *id == key.word && *strength >= SURELY;
            want.variants.iter().any(surely)
        };
        for key in base.keys(number).iter().filter(says) {
            let token = (usize::from(key.token) + behind).min(passage.len() - 1);
            let same = || title(passage, token) == other.title && !key.is_reference;
            if other.title.is_none() || same() {
                found[token] = true;
            }
        }
    }
    found
}

/// What these measures are where they hold: few questions have them, and what is rare is given
/// little weight where it is small.
const COUNTS: f32 = 2.5;

fn flag(measures: &mut FeatureVector, feature: Feature, holds: bool) {
    measures.set(feature, if holds { COUNTS } else { 0.0 });
}

pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    flag(measures, Feature::SomebodyElse, is_somebody_else(scene, candidate));
    let Some(role) = &scene.query.role else {
        let nameless = asks_proper_name(scene.query) && !has_name(scene.passage, candidate);
        measures.flag(Feature::Nameless, nameless && candidate.kind != Kind::Quotation);
        return;
    };
    let (fit, token) = best(scene, candidate);
    let owner = token.filter(|_| fit > 0.0).and_then(|token| owner(scene, token));
    let unsure = !role.verb.is_empty() && fit < 1.0 && owner != Some(true);
    let other_deed = token.is_some_and(|token| {
        scene.passage.grammar.tokens[token].tag.is_verb() && owner == Some(false)
    });
    let fit = if other_deed {
        OTHER_DEED * fit
    } else if unsure {
        BY_NOUN * fit
    } else {
        fit
    };
    measures.set(Feature::Role, COUNTS * fit);
    if scene.query.asks == QuestionType::Which {
        measures.set(Feature::Focus, fit);
    }
    let only = role.is_strict || scene.query.asks == QuestionType::Which;
    flag(measures, Feature::NoRole, only && fit < HAS);
    measures.set(Feature::RoleModifiers, COUNTS * modifiers_missing(scene, role));
    let nameless = role.asks_name && !has_name(scene.passage, candidate);
    measures.flag(Feature::Nameless, nameless || owner_is_unheard(scene, role));
    let Some(token) = token.filter(|_| fit >= HAS) else {
        return;
    };
    flag(measures, Feature::RoleOwner, owner == Some(true));
    measures.flag(Feature::WrongOwner, owner == Some(false) && is_of_another(scene, role, token));
    let former =
        is_former(scene.passage, token) || scene.passage.grammar.lemma(token) == "predecessor";
    flag(measures, Feature::OtherTime, role.since == Since::Former && !former);
    let from_now = role.since == Since::Now && scene.query.words.iter().any(|word| word == "now");
    let gone = (role.since == Since::Next || from_now) && leaves(scene, candidate);
    let was_before = role.since == Since::Next && (former || is_acting(scene.passage, token));
    measures.flag(Feature::NoLonger, (role.since == Since::Now && former) || gone || was_before);
}

/// The share of the words before the role asked for that the passage does not have.
fn modifiers_missing(scene: &Scene, role: &Role) -> f32 {
    let own = || scene.pairs().filter(|(want, _)| role.modifiers.contains(&want.term.token));
    let total: f32 = own().map(|(want, _)| want.weight).sum();
    let missing: f32 =
        own().filter(|(_, met)| met.strength < MET).map(|(want, _)| want.weight).sum();
    if total > 0.0 { missing / total } else { 0.0 }
}

/// Whether a candidate is one of the question's people who are not asked for.
fn is_somebody_else(scene: &Scene, candidate: &Candidate) -> bool {
    if scene.roles.others.is_empty() {
        return false;
    }
    let head = usize::from(candidate.head);
    let end = scene.passage.grammar.entity_at(head).map_or(head, |name| name.last.into());
    let mut is = scene.roles.is_other(head) || scene.roles.is_other(end);
    told(scene, candidate, &mut |token, trust| {
        is |= trust >= SURELY && scene.roles.is_other(token)
    });
    is
}

/// Whether somebody gives up a post: "resigned on Wednesday", "was dismissed".
fn leaves(scene: &Scene, candidate: &Candidate) -> bool {
    const GOES: [&str; 7] = ["resign", "quit", "step", "retire", "die", "leave", "depart"];
    const SENT: [&str; 7] = ["dismiss", "sack", "fire", "oust", "remove", "replace", "dump"];
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let (first, last) = grammar.name_around(head);
    let own = |token: Option<usize>| {
        token.is_some_and(|token| {
            let (from, to) = grammar.subtree(token);
            from <= first && last <= to
        })
    };
    (0..scene.passage.len()).any(|verb| {
        let lemma = grammar.lemma(verb);
        (GOES.contains(&lemma) && own(arguments::subject(grammar, verb)))
            || (SENT.contains(&lemma) && own(arguments::undergoer(grammar, verb)))
    })
}

/// "What is the name of the *bakery*": of what always goes by a proper name.
fn asks_proper_name(query: &Query) -> bool {
    use NounKind as Is;
    let named = || query.words.iter().any(|word| word == "name" || word == "names");
    let kind = |lemma: &str| Lexicon::builtin().kind_of(lemma);
    let goes_by_name = |lemma: &str| {
        matches!(
            kind(lemma),
            Is::Person | Is::Role | Is::Organisation | Is::Building | Is::Vehicle | Is::City
        )
    };
    query.asks == QuestionType::What
        && query.focus.as_ref().is_some_and(|focus| goes_by_name(&focus.lemma))
        && named()
}

/// How well the best of what is said of a candidate fits the role, and the token that says it.
fn best(scene: &Scene, candidate: &Candidate) -> (f32, Option<usize>) {
    let mut best = (0.0, None);
    told(scene, candidate, &mut |token, trust| {
        let fit = scene.roles.fit(token) * trust;
        if fit > best.0 {
            best = (fit, Some(token));
        }
    });
    let elsewhere = ELSEWHERE * told_elsewhere(scene, candidate);
    if elsewhere > best.0 { (elsewhere, None) } else { best }
}

/// How well the role fits that the article elsewhere says the named one has.
fn told_elsewhere(scene: &Scene, candidate: &Candidate) -> f32 {
    let Some(role) = &scene.query.role else { return 0.0 };
    if role.title.is_some() {
        return 0.0;
    }
    let (head, last) = (usize::from(candidate.head), usize::from(candidate.last));
    let end = scene.passage.grammar.entity_at(head).map_or(last, |name| name.last.into());
    let told = || {
        let own = scene.passage.roles.iter().filter(|(token, _)| usize::from(*token) == end);
        own.map(|(_, word)| word.as_str())
    };
    // A prime minister is none of the ministers of whom "which minister" asks.
    if role.noun == "minister" && told().any(|word| matches!(word, "prime" | "chief")) {
        return 0.0;
    }
    told().map(|noun| Lexicon::builtin().role_fit(&role.noun, noun)).fold(0.0, f32::max)
}

/// The words right before a title, nearest first: "*acting* mayor", "*ex*-boss".
fn before(passage: &Passage, token: usize) -> impl Iterator<Item = usize> {
    (token.saturating_sub(5)..token).rev().take_while(|&at| {
        let tag = passage.grammar.tokens[at].tag;
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::HYPH | Tag::RB | Tag::VBG)
    })
}

/// "The *acting* mayor" is not the new one.
fn is_acting(passage: &Passage, token: usize) -> bool {
    const ACTING: [&str; 5] = ["acting", "interim", "caretaker", "incumbent", "current"];
    before(passage, token).any(|at| ACTING.contains(&fold(passage.word(at)).as_str()))
}

/// "The *former* president", "the *ex*-boss".
fn is_former(passage: &Passage, token: usize) -> bool {
    let marks = |at: usize| {
        let word = fold(passage.word(at));
        word.starts_with("ex-")
            || matches!(
                word.as_str(),
                "former"
                    | "ex"
                    | "late"
                    | "previous"
                    | "then"
                    | "outgoing"
                    | "ousted"
                    | "past"
                    | "onetime"
                    | "erstwhile"
            )
    };
    before(passage, token).chain([token]).any(marks)
}
