//! Who "he", "the spokeswoman", "the company" and "they" are.
//!
//! One pass through an article in reading order. Every word that may stand for something named
//! earlier gets the most salient member that fits: near before far, subjects before objects, the
//! right gender and kind always. What fits nothing stays as it is.

mod lead;
mod pronoun;

use crate::fact::{Passage, Referent};
use crate::lexicon::{Gender, Lexicon, NounKind};
use crate::text::fold;
use crate::text::syntax::{EntityKind, Relation, Tag};

use super::arguments;
use super::cast::Cast;
use super::description::{description, is_age, of_age, pair};
use pronoun::{Spot, pronoun};

/// How many sentences back a pronoun may reach.
pub(super) const REACH: usize = 4;

/// From how many mentions on somebody stands out no further.
const OFTEN: u8 = 6;
/// How many mentions back it may reach: more than sentences that a person writes ever hold.
const FARTHEST: usize = 500;

/// Something mentioned, by name or by a word that stands for it.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Index of its passage.
    pub(super) passage: usize,
    /// Its last token.
    pub(super) token: usize,
    /// The full name.
    pub(super) name: String,
    /// What it is.
    pub(super) kind: EntityKind,
    /// He or she, where known.
    pub(super) gender: Option<Gender>,
    /// Whether it is the subject of a verb.
    pub(super) is_subject: bool,
    /// Whether it is several.
    pub(super) is_group: bool,
    /// Whether it is a body or thing without a name: "the pilots' union".
    pub(super) is_nameless: bool,
    /// Whether it is who says something.
    pub(super) says: bool,
    /// How often it was mentioned up to here, at most [`OFTEN`].
    pub(super) often: u8,
}

impl Mention {
    /// Counts it after the mentions before it.
    fn counted(self, mentions: &[Mention]) -> Self {
        let mut near = mentions.iter().rev().take(FARTHEST);
        let before = near.find(|other| other.name == self.name).map_or(0, |other| other.often);
        Mention { often: (before + 1).min(OFTEN), ..self }
    }
}

/// Fills in [`Passage::referents`] for the passages of one article.
pub(super) fn resolve(passages: &mut [Passage], cast: &Cast) {
    let mut mentions = Vec::new();
    for index in 0..passages.len() {
        if passages[index].is_title {
            continue;
        }
        let referents = resolve_passage(passages, index, cast, &mut mentions);
        passages[index].referents = referents;
    }
    lead::resolve(passages, cast);
}

fn resolve_passage(
    passages: &[Passage],
    index: usize,
    cast: &Cast,
    mentions: &mut Vec<Mention>,
) -> Vec<Referent> {
    let passage = &passages[index];
    let mut referents = Vec::new();
    for token in 0..passage.len() {
        if let Some(mention) = named(passage, index, token, cast, mentions) {
            refer_in_full(passage, token, cast, index, &mut referents);
            mentions.push(mention.counted(mentions));
        } else if let Some((first, mention)) = referring(passages, index, token, cast, mentions) {
            learn_gender(passage, token, &mention, mentions);
            let (first, last) = (first as u16, token as u16);
            referents.push(Referent {
                first,
                last,
                name: mention.name.clone(),
                kind: mention.kind,
            });
            mentions.push(mention.counted(mentions));
        } else if let Some(mention) = group(passage, index, token, cast) {
            mentions.push(mention.counted(mentions));
        }
    }
    referents
}

/// Whom a sentence calls "she" is a woman in the sentences that follow, too.
fn learn_gender(passage: &Passage, token: usize, mention: &Mention, mentions: &mut [Mention]) {
    let gender = match fold(passage.word(token)).as_str() {
        "he" | "him" | "his" | "himself" => Gender::Male,
        "she" | "her" | "hers" | "herself" => Gender::Female,
        _ => return,
    };
    let near = mentions.iter_mut().rev().take(FARTHEST);
    for known in near.filter(|known| known.name == mention.name) {
        known.gender.get_or_insert(gender);
    }
}

fn known_gender(name: &str, mentions: &[Mention]) -> Option<Gender> {
    let mut near = mentions.iter().rev().take(FARTHEST);
    near.find(|mention| mention.name == name).and_then(|mention| mention.gender)
}

/// A shortened name refers to the full one: "Archer" to Tom Archer.
fn refer_in_full(
    passage: &Passage,
    token: usize,
    cast: &Cast,
    index: usize,
    referents: &mut Vec<Referent>,
) {
    let Some(member) = cast.at(index, token).map(|member| &cast.members[member]) else { return };
    let Some(entity) = passage.grammar.entity_at(token) else { return };
    let shown = passage.words(entity.first.into(), entity.last.into());
    if fold(shown) != fold(&member.name) {
        let name = member.name.clone();
        referents.push(Referent {
            first: entity.first,
            last: entity.last,
            name,
            kind: member.kind,
        });
    }
}

/// The member whose name ends at `token`.
fn named(
    passage: &Passage,
    index: usize,
    token: usize,
    cast: &Cast,
    mentions: &[Mention],
) -> Option<Mention> {
    let entity =
        passage.grammar.entity_at(token).filter(|entity| usize::from(entity.last) == token)?;
    let member = &cast.members[cast.at(index, token)?];
    Some(Mention {
        passage: index,
        token,
        name: member.name.clone(),
        kind: member.kind,
        gender: member.gender.or_else(|| known_gender(&member.name, mentions)),
        is_subject: (entity.first.saturating_sub(1)..=entity.last)
            .any(|at| is_subject(passage, at.into()))
            || opens_as_root(passage, entity.first.into()),
        is_group: false,
        is_nameless: false,
        says: (entity.first..=entity.last)
            .any(|at| arguments::is_speaker(&passage.grammar, at.into())),
        often: 0,
    })
}

fn is_subject(passage: &Passage, token: usize) -> bool {
    passage.grammar.tokens[token].relation.is_subject()
}

/// "*Ann Lee*, of the union, travelled to Oslo", where the parser took the verb for a participle.
fn opens_as_root(passage: &Passage, token: usize) -> bool {
    token == 0 && passage.grammar.tokens[0].relation == Relation::Root
}

/// Two names joined by "and", or a plural noun as subject: what "they" may be.
fn group(passage: &Passage, index: usize, token: usize, _cast: &Cast) -> Option<Mention> {
    let grammar = &passage.grammar;
    let found = grammar.tokens[token];
    if found.relation.is_subject() && found.tag == Tag::NNS {
        let (first, last) = grammar.subtree(token);
        let breaks = |&token: &usize| {
            let tag = grammar.tokens[token].tag;
            tag.is_punctuation() || tag.is_finite() || tag.is_wh()
        };
        let last = (token + 1..=last).find(breaks).map_or(last, |stop| stop - 1);
        let name = passage.words(first, last.min(first + 8)).to_owned();
        let mention = Mention {
            passage: index,
            token,
            name,
            kind: EntityKind::Organization,
            gender: None,
            is_subject: true,
            is_group: true,
            is_nameless: false,
            says: false,
            often: 0,
        };
        return Some(mention);
    }
    body(passage, index, token)
}

/// A body or thing that is only described: what "it" may be, as in "the pilots' union … its
/// president", "the quake hit at noon … it lasted". A thing has to be what a sentence is about.
fn body(passage: &Passage, index: usize, token: usize) -> Option<Mention> {
    let grammar = &passage.grammar;
    let found = grammar.tokens[token];
    let inner = matches!(found.relation, Relation::Compound | Relation::Amod | Relation::Flat);
    if found.tag != Tag::NN || found.entity.is_some() || inner {
        return None;
    }
    let is_subject = found.relation.is_subject();
    let kind = match Lexicon::builtin().kind_of(grammar.lemma(token)) {
        // "Left school" is of no school in particular.
        NounKind::Organisation if is_definite(passage, token) => EntityKind::Organization,
        kind if is_subject && is_thing(kind) && is_definite(passage, token) => EntityKind::Other,
        _ => return None,
    };
    let (first, _) = grammar.subtree(token);
    let name = passage.words(first.max(token.saturating_sub(6)), token).to_owned();
    Some(Mention {
        passage: index,
        token,
        name,
        kind,
        gender: None,
        is_subject,
        is_group: false,
        is_nameless: true,
        says: arguments::is_speaker(grammar, token),
        often: 0,
    })
}

/// Whether "it" may be a noun of this kind.
fn is_thing(kind: NounKind) -> bool {
    matches!(
        kind,
        NounKind::Vehicle
            | NounKind::Building
            | NounKind::Event
            | NounKind::Document
            | NounKind::Work
            | NounKind::Device
            | NounKind::Weapon
    )
}

/// "The quake", "her book", "a ferry".
fn is_definite(passage: &Passage, token: usize) -> bool {
    let grammar = &passage.grammar;
    grammar
        .children(token)
        .any(|child| matches!(grammar.tokens[child].relation, Relation::Det | Relation::NmodPoss))
}

/// A pronoun or description that ends at `token`: its first token, and what it stands for.
fn referring(
    passages: &[Passage],
    index: usize,
    token: usize,
    cast: &Cast,
    mentions: &[Mention],
) -> Option<(usize, Mention)> {
    let passage = &passages[index];
    let tag = passage.grammar.tokens[token].tag;
    let (first, found) = match tag {
        Tag::PRP | Tag::PRPS => {
            let same = |&at: &usize| passages[at].paragraph == passage.paragraph;
            let near = (0..index).rev().take(REACH);
            let opening = near.take_while(same).last().unwrap_or(index);
            (token, pronoun(passage, Spot { passage: index, opening, token }, cast, mentions)?)
        }
        _ if is_age(passage, token) => of_age(passages, index, token, cast, mentions)?,
        Tag::NN => description(passage, index, token, cast, mentions)?,
        Tag::NNS => pair(passages, index, token)?,
        _ => return None,
    };
    let is_subject = is_subject(passage, token);
    Some((first, Mention { passage: index, token, is_subject, ..found }))
}
