//! Who "he", "it" and "they" are: the most salient of what was mentioned before and fits.

use crate::fact::Passage;
use crate::lexicon::{Gender, Lexicon};
use crate::text::fold;
use crate::text::syntax::{EntityKind, Tag};

use super::super::cast::Cast;
use super::{FARTHEST, Mention, REACH};

/// How much more what the same paragraph mentions stands out.
const SAME_PARAGRAPH: f32 = 0.15;
/// How much more the subject of a verb stands out.
const SUBJECT: f32 = 0.3;

/// A place in an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// Index of its passage.
    pub(super) passage: usize,
    /// Index of the first passage of its paragraph.
    pub(super) opening: usize,
    /// Its token.
    pub(super) token: usize,
}

/// Whom or what a pronoun stands for.
pub(super) fn pronoun(
    passage: &Passage,
    spot: Spot,
    cast: &Cast,
    mentions: &[Mention],
) -> Option<Mention> {
    let Spot { passage: index, token, .. } = spot;
    let word = fold(passage.word(token));
    let is_person = |m: &Mention| m.kind == EntityKind::Person && !m.is_group;
    let apart = |m: &Mention| !is_own_subject(passage, spot, m);
    let gendered = |gender: Gender| {
        move |m: &Mention| {
            is_person(m) && m.gender.is_none_or(|g| g == gender || g == Gender::Either) && apart(m)
        }
    };
    match word.as_str() {
        "he" | "him" | "his" | "himself" => salient(mentions, spot, &gendered(Gender::Male))
            .or_else(|| only_person(mentions, index, token, cast, Gender::Male)),
        "she" | "her" | "hers" | "herself" => salient(mentions, spot, &gendered(Gender::Female))
            .or_else(|| only_person(mentions, index, token, cast, Gender::Female)),
        "it" | "its" | "itself" => {
            let fits = |m: &Mention| !is_person(m) && !m.is_group && apart(m) && is_near(m, index);
            let silent = |m: &Mention| fits(m) && !(m.says && m.passage < index);
            salient(mentions, spot, &silent).or_else(|| salient(mentions, spot, &fits))
        }
        "they" | "them" | "their" | "theirs" | "themselves" => {
            salient(mentions, spot, &|m| m.is_group || m.kind == EntityKind::Organization)
        }
        "i" | "me" | "my" | "myself" if passage.is_quoted(token) => {
            speaker(passage, index, token, mentions)
        }
        _ => None,
    }
}

/// How many tokens lie between subject and object of one clause at most.
const CLAUSE: usize = 40;

/// Whether a mention is the subject of the clause that has a pronoun for its object: "Japan lost
/// contact with *it*" is not said of Japan (Chomsky 1981, principle B).
fn is_own_subject(passage: &Passage, spot: Spot, mention: &Mention) -> bool {
    let grammar = &passage.grammar;
    let verb = |token: usize| grammar.ancestors(token).find(|&at| grammar.tokens[at].tag.is_verb());
    let found = grammar.tokens[spot.token];
    let is_object = found.tag == Tag::PRP
        && !found.relation.is_subject()
        && !passage.word(spot.token).ends_with("self");
    is_object
        && mention.passage == spot.passage
        && mention.is_subject
        && spot.token.abs_diff(mention.token) < CLAUSE
        && verb(mention.token).is_some()
        && verb(mention.token) == verb(spot.token)
}

/// Whether "it" may reach back to a mention: to a place only from the next sentence.
fn is_near(mention: &Mention, index: usize) -> bool {
    mention.kind != EntityKind::Place || mention.passage + 1 >= index
}

/// The one person of the last sentence that has any, though the given name suggests another gender;
/// a title that does ("spokeswoman") decides.
fn only_person(
    mentions: &[Mention],
    index: usize,
    token: usize,
    cast: &Cast,
    gender: Gender,
) -> Option<Mention> {
    let near = nearest(mentions, index);
    let mut people = near.filter(|m| {
        m.kind == EntityKind::Person && !m.is_group && (m.passage < index || m.token < token)
    });
    let last = people.next()?;
    let alone = people
        .take_while(|other| other.passage == last.passage)
        .all(|other| other.name == last.name);
    let member = cast.members.iter().find(|member| member.name == last.name)?;
    let of_title = |role: &String| Lexicon::builtin().title(role).map(|title| title.gender);
    let other = member
        .roles
        .iter()
        .filter_map(of_title)
        .any(|told| told != gender && told != Gender::Either);
    (alone && !other).then(|| last.clone())
}

fn speaker(passage: &Passage, index: usize, token: usize, mentions: &[Mention]) -> Option<Mention> {
    let name = passage.speaker.clone()?;
    let gender = mentions.iter().rev().find(|m| m.name == name).and_then(|m| m.gender);
    Some(Mention {
        passage: index,
        token,
        name,
        kind: EntityKind::Person,
        gender,
        is_subject: true,
        is_group: false,
        is_nameless: false,
        says: true,
        often: 0,
    })
}

/// The mentions within reach of a passage, the last first.
fn nearest(mentions: &[Mention], index: usize) -> impl Iterator<Item = &Mention> {
    let near = move |m: &&Mention| m.passage + REACH >= index;
    mentions.iter().rev().take(FARTHEST).take_while(near)
}

/// The mention that fits and stands out most before a token.
fn salient(mentions: &[Mention], spot: Spot, fits: &dyn Fn(&Mention) -> bool) -> Option<Mention> {
    let Spot { passage: index, token, opening } = spot;
    let before = nearest(mentions, index)
        .filter(|m| m.passage < index || m.token < token)
        .filter(|m| fits(m));
    let weight = |m: &Mention| {
        let nearness = 1.0 / (1.0 + (index - m.passage) as f32);
        let subject = if m.is_subject { SUBJECT } else { 0.0 };
        let paragraph = if m.passage >= opening { SAME_PARAGRAPH } else { 0.0 };
        nearness + subject + paragraph + 0.04 * m.often as f32
    };
    before.max_by(|a, b| weight(a).total_cmp(&weight(b))).cloned()
}
