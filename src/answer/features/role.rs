//! Whether a candidate has the role asked for, and has it for the one asked about.
//!
//! "Who is the boss of the rail union?": one whom the article calls its president, by a title before
//! the name, an apposition, a predicate, or what they do.

use crate::answer::candidate::Candidate;
use crate::answer::matching::Wanted;
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::fact::{Base, Passage};
use crate::lexicon::{Lexicon, NounKind};
use crate::question::{Asks, Query, Role, Since};
use crate::text::fold;
use crate::text::syntax::{Relation, Tag};

use super::{Feature, Measures};

/// From which fit on somebody counts as having a role.
const HAS: f32 = 0.5;
/// How far a role is trusted that the article tells elsewhere.
const ELSEWHERE: f32 = 0.75;
/// How far the last word before a comma and a name is trusted to tell of the name.
const BEFORE_COMMA: f32 = 0.7;
/// How well what somebody is answers a question for what they do, where nothing says for whom.
const BY_NOUN: f32 = 0.5;
/// From which likeness on a noun that the table of roles does not have says the same.
const ALIKE: f32 = 0.7;
/// How well "successor" and "predecessor" fit where one is asked for who is or was next.
const BY_TIME: f32 = 0.8;
/// How well a title fits that has the noun asked for in it, but is of another rank.
const OTHER_RANK: f32 = 0.3;

/// What a passage has of the role that is asked for; empty where none is.
#[derive(Clone, Debug, Default)]
pub(in crate::answer) struct Roles {
    /// For each token, how well it names the role asked for.
    fits: Vec<f32>,
    /// For each token, whether it is a word of whom the role is asked of.
    owners: Vec<bool>,
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
        let mut owners = vec![false; passage.len()];
        let owning =
            || wanted.iter().filter(|want| want.term.token != role.token && !want.term.is_verb);
        for key in base.keys(number) {
            let met = |want: &Wanted| {
                want.variants.iter().any(|(id, strength)| *id == key.word && *strength >= MET)
            };
            if owning().any(met) {
                owners[usize::from(key.token)] = true;
            }
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

/// For each token, whether it says that somebody is one of the people of the question who are not
/// asked for.
fn others(query: &Query, wanted: &[Wanted], base: &Base, number: u32) -> Vec<bool> {
    if query.others.is_empty() {
        return Vec::new();
    }
    let passage = base.passage(number);
    let mut found = vec![false; passage.len()];
    for other in &query.others {
        let Some(want) = wanted.iter().find(|want| want.term.token == other.token) else {
            continue;
        };
        let says = |key: &&crate::fact::Key| {
            let surely = |(id, strength): &(_, f32)| *id == key.word && *strength >= SURELY;
            want.variants.iter().any(surely)
        };
        for key in base.keys(number).iter().filter(says) {
            let token = usize::from(key.token);
            let same = || title(passage, token) == other.title && !key.is_reference;
            if other.title.is_none() || same() {
                found[token] = true;
            }
        }
    }
    found
}

/// How well a token names the role: a noun that is it, or a verb of it.
fn fit(role: &Role, passage: &Passage, token: usize, likeness: f32) -> f32 {
    let tag = passage.grammar.tokens[token].tag;
    let lemma = passage.grammar.lemma(token);
    let lexicon = Lexicon::builtin();
    if tag.is_verb() {
        let same = !role.verb.is_empty() && lemma == role.verb;
        return if same { 1.0 } else { lexicon.role_fit_of_verb(&role.noun, lemma) };
    }
    if !tag.is_noun()
        || passage.grammar.tokens[token + 1..].first().is_some_and(|it| it.tag == Tag::POS)
    {
        return 0.0;
    }
    let likeness = if likeness >= ALIKE { 0.9 * likeness } else { 0.0 };
    let alone = lexicon.role_fit(&role.noun, lemma).max(likeness).max(by_time(role, lemma));
    let whole = title(passage, token);
    let fit = match (role.title, whole) {
        (Some(asked), Some(title)) if asked == title => 1.0,
        (Some(asked), Some(title)) => lexicon.role_fit(asked, title),
        (Some(asked), None) => lexicon.role_fit(asked, lemma).max(OTHER_RANK * alone),
        (None, Some(title)) if ranks_apart(title) => {
            lexicon.role_fit(&role.noun, title).max(OTHER_RANK * alone)
        }
        (None, Some(title)) => lexicon.role_fit(&role.noun, title).max(alone),
        (None, None) => alone,
    };
    let lower = is_deputy(passage, token)
        || is_of_department(role, passage, token)
        || is_of_state(role, passage, token);
    if lower { OTHER_RANK * fit } else { fit }
}

/// A predecessor had the role before, a successor has it next.
fn by_time(role: &Role, lemma: &str) -> f32 {
    let fits = match role.since {
        Since::Former => lemma == "predecessor",
        Since::Next => matches!(lemma, "successor" | "replacement" | "caretaker"),
        Since::Now | Since::Any => false,
    };
    if fits { BY_TIME } else { 0.0 }
}

/// A finance director is a director, but not the boss.
fn is_of_department(role: &Role, passage: &Passage, token: usize) -> bool {
    const DEPARTMENTS: [&str; 22] = [
        "operations",
        "operation",
        "finance",
        "financial",
        "sales",
        "marketing",
        "press",
        "project",
        "technical",
        "regional",
        "branch",
        "sporting",
        "sports",
        "artistic",
        "art",
        "medical",
        "music",
        "research",
        "security",
        "campaign",
        "communications",
        "site",
    ];
    let wide = matches!(
        passage.grammar.lemma(token),
        "director" | "manager" | "officer" | "head" | "chief"
    );
    let before = token.checked_sub(1).map(|at| passage.grammar.lemma(at)).unwrap_or_default();
    wide && role.modifiers.is_empty() && DEPARTMENTS.contains(&before)
}

/// "President Ann Lee", without a word of what: the president of a country, and no other boss.
fn is_of_state(role: &Role, passage: &Passage, token: usize) -> bool {
    let grammar = &passage.grammar;
    let before = token.checked_sub(1).map(|at| grammar.tokens[at].tag);
    let of_what = before.is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::POS | Tag::PRPS));
    grammar.lemma(token) == "president"
        && role.noun != "president"
        && passage.word(token).starts_with('P')
        && grammar.entity_at(token + 1).is_some()
        && !of_what
}

/// The title of two or three words that ends at a token: "prime minister".
fn title(passage: &Passage, token: usize) -> Option<&'static str> {
    let before = token.checked_sub(1)?;
    let joins = |at: usize| {
        let tag = passage.grammar.tokens[at].tag;
        tag.is_noun() || tag.is_adjective()
    };
    if !joins(before) {
        return None;
    }
    let title = |first: usize| {
        Lexicon::builtin().title(passage.words(first, token)).map(|title| title.name)
    };
    let longer = before.checked_sub(1).filter(|&at| joins(at)).and_then(title);
    longer.or_else(|| title(before))
}

/// A prime minister is no minister of those who are asked for by "which minister".
fn ranks_apart(title: &str) -> bool {
    matches!(title, "prime minister" | "chief minister" | "first minister")
        || ["vice", "deputy", "under", "assistant"].iter().any(|rank| title.starts_with(rank))
}

fn is_deputy(passage: &Passage, token: usize) -> bool {
    (token.saturating_sub(2)..token).any(|at| {
        let word = passage.grammar.lemma(at);
        matches!(word, "deputy" | "vice" | "assistant" | "would-be")
    })
}

/// What these measures are where they hold: few questions have them, and what is rare is given
/// little weight where it is small.
const COUNTS: f32 = 2.5;

fn flag(measures: &mut Measures, feature: Feature, holds: bool) {
    measures.set(feature, if holds { COUNTS } else { 0.0 });
}

pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut Measures) {
    flag(measures, Feature::SomebodyElse, is_somebody_else(scene, candidate));
    let Some(role) = &scene.query.role else { return };
    let (fit, token) = best(scene, candidate);
    let owner = token.filter(|_| fit > 0.0).and_then(|token| owner(scene, token));
    let unsure = !role.verb.is_empty() && fit < 1.0 && owner != Some(true);
    let fit = if unsure { BY_NOUN * fit } else { fit };
    measures.set(Feature::Role, COUNTS * fit);
    if scene.query.asks == Asks::Which {
        measures.set(Feature::Focus, fit);
    }
    let only = role.is_strict || scene.query.asks == Asks::Which;
    flag(measures, Feature::NoRole, only && fit < HAS);
    measures.set(Feature::RoleModifiers, COUNTS * modifiers_missing(scene, role));
    measures.flag(Feature::Nameless, role.asks_name && !has_name(scene.passage, candidate));
    let Some(token) = token.filter(|_| fit >= HAS) else {
        return;
    };
    flag(measures, Feature::RoleOwner, owner == Some(true));
    measures.flag(Feature::WrongOwner, owner == Some(false) && is_of_another(scene, role, token));
    let former =
        is_former(scene.passage, token) || scene.passage.grammar.lemma(token) == "predecessor";
    flag(measures, Feature::OtherTime, role.since == Since::Former && !former);
    let gone = role.since == Since::Next && leaves(scene, candidate);
    measures.flag(Feature::NoLonger, (role.since == Since::Now && former) || gone);
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

/// "Ghana's coach" where the coach of Algeria is asked for: both are named.
fn is_of_another(scene: &Scene, role: &Role, token: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let asked =
        scene.wanted.iter().any(|want| role.owner.contains(&want.term.token) && names_owner(want));
    let named = grammar.children(token).any(|child| {
        let relation = grammar.tokens[child].relation;
        let of = relation == Relation::Nmod && arguments::case(grammar, child) == Some("of");
        (of || relation == Relation::NmodPoss) && grammar.entity_at(child).is_some()
    });
    asked && named
}

fn names_owner(want: &Wanted) -> bool {
    want.term.is_name || Lexicon::builtin().country(&want.term.word).is_some()
}

/// Whether somebody gives up a post: "resigned on Wednesday", "was dismissed".
fn leaves(scene: &Scene, candidate: &Candidate) -> bool {
    const GOES: [&str; 7] = ["resign", "quit", "step", "retire", "die", "leave", "depart"];
    const SENT: [&str; 7] = ["dismiss", "sack", "fire", "oust", "remove", "replace", "dump"];
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let (first, last) =
        grammar.entity_at(head).map_or((head, head), |name| (name.first.into(), name.last.into()));
    let own = |token: Option<usize>| {
        token.is_some_and(|token| {
            let (from, to) = grammar.subtree(token);
            from <= first && last <= to
        })
    };
    (0..scene.passage.len()).any(|verb| {
        let lemma = grammar.lemma(verb);
        (GOES.contains(&lemma) && own(arguments::doer(grammar, verb)))
            || (SENT.contains(&lemma) && own(arguments::undergoer(grammar, verb)))
    })
}

/// Whether a proper noun is in it.
fn has_name(passage: &Passage, candidate: &Candidate) -> bool {
    (candidate.first..=candidate.last)
        .any(|at| passage.grammar.tokens[usize::from(at)].tag.is_proper())
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

/// Calls `tell` with every token that tells what a candidate is or does.
fn told(scene: &Scene, candidate: &Candidate, tell: &mut dyn FnMut(usize, f32)) {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let name = grammar.entity_at(head).map(|it| (usize::from(it.first), usize::from(it.last)));
    let (first, last) = name.unwrap_or((head, head));
    if name.is_none() {
        tell(head, 1.0);
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

/// How well the role fits that the article elsewhere says the named one has.
fn told_elsewhere(scene: &Scene, candidate: &Candidate) -> f32 {
    let Some(role) = &scene.query.role else { return 0.0 };
    if role.title.is_some() {
        return 0.0;
    }
    let (head, last) = (usize::from(candidate.head), usize::from(candidate.last));
    let end = scene.passage.grammar.entity_at(head).map_or(last, |name| name.last.into());
    let fits = scene.passage.roles.iter().filter(|(token, _)| usize::from(*token) == end);
    let fit = |noun: &str| Lexicon::builtin().role_fit(&role.noun, noun);
    fits.map(|(_, noun)| fit(noun)).fold(0.0, f32::max)
}

/// Whether the role that a token names is had for the one asked about; `None` where nothing tells.
fn owner(scene: &Scene, token: usize) -> Option<bool> {
    let grammar = &scene.passage.grammar;
    if grammar.tokens[token].tag.is_verb() {
        return None;
    }
    let owned = |&child: &usize| {
        matches!(
            grammar.tokens[child].relation,
            Relation::NmodPoss | Relation::Nmod | Relation::Compound | Relation::Amod
        )
    };
    let mut tells = None;
    let mut see = |at: usize| {
        if scene.roles.owners.get(at).copied().unwrap_or_default() {
            tells = Some(true);
        } else if tells.is_none() && names_somebody(scene.passage, at) {
            tells = Some(false);
        }
    };
    for child in grammar.children(token).filter(owned) {
        let (first, last) = grammar.subtree(child);
        (first..=last).for_each(&mut see);
    }
    let before = |&at: &usize| {
        let tag = grammar.tokens[at].tag;
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::POS | Tag::PRPS | Tag::HYPH)
    };
    (token.saturating_sub(6)..token).rev().take_while(before).for_each(see);
    tells
}

/// Whether a word may be the owner of a role: a name, a body, or what stands for one.
fn names_somebody(passage: &Passage, at: usize) -> bool {
    let kind = passage.meaning(at).kind;
    passage.grammar.entity_at(at).is_some()
        || passage.referent_at(at).is_some()
        || matches!(kind, NounKind::Organisation | NounKind::Group)
}

/// "The *former* president", "the *ex*-boss".
fn is_former(passage: &Passage, token: usize) -> bool {
    let before = (token.saturating_sub(5)..token).rev().take_while(|&at| {
        let tag = passage.grammar.tokens[at].tag;
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::HYPH | Tag::RB)
    });
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
    before.chain([token]).any(marks)
}
