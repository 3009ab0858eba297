//! Whom the first sentence of a report only describes: "a court sentenced *the former head of a
//! bank* … Peter Hale, 61, was also fined".

use crate::fact::{Passage, Referent};
use crate::lexicon::{Gender, Lexicon};
use crate::text::syntax::{Entity, EntityKind, Relation, Sentence, Tag};

use crate::extract::arguments;
use crate::extract::cast::{Cast, Member};
use crate::extract::description::is_role_noun;

/// How many sentences after the first the name may stand.
const NEAR: usize = 3;

/// Ties the one person whom the first sentence describes without a name to the first person whom
/// the next ones name, where that name introduces somebody.
pub(super) fn resolve(passages: &mut [Passage], cast: &Cast) {
    let Some(first) = passages.iter().position(|passage| !passage.is_title) else { return };
    // "Kenyans" are no one.
    let is_person = |passage: &Passage, name: &Entity| {
        let words = passage.words(name.first.into(), name.last.into());
        name.kind == EntityKind::Person
            && Lexicon::builtin().country(words.trim_end_matches('s')).is_none()
    };
    let is_named =
        |passage: &Passage| passage.grammar.entities.iter().any(|name| is_person(passage, name));
    if is_named(&passages[first]) {
        return;
    }
    let near = first + 1..passages.len().min(first + 1 + NEAR);
    let Some(next) = near.into_iter().find(|&next| is_named(&passages[next])) else { return };
    let Some(member) = opening(passages, next, cast) else { return };
    let described: Vec<(u16, u16)> = described(&passages[first].grammar, member).collect();
    let [(from, to)] = described[..] else { return };
    let referents = &mut passages[first].referents;
    let (name, kind) = (member.name.clone(), member.kind);
    referents.push(Referent { first: from, last: to, name, kind });
    referents.sort_by_key(|referent| referent.last);
}

/// The person whose whole name opens a sentence, with an age behind it or, with nothing set off
/// behind it, as the subject of what the sentence tells.
fn opening<'a>(passages: &[Passage], index: usize, cast: &'a Cast) -> Option<&'a Member> {
    let passage = &passages[index];
    let grammar = &passage.grammar;
    let name = grammar.entities.first()?;
    let is_age = |at: usize| {
        let word = passage.word(at);
        word.parse::<u8>().is_ok_and(|age| (5..=110).contains(&age)) || word.ends_with("-year-old")
    };
    let last = usize::from(name.last);
    let is_comma = grammar.tokens.get(last + 1).is_some_and(|token| token.tag == Tag::Comma);
    let told = match is_comma {
        true => (last + 2..(last + 4).min(grammar.tokens.len())).any(is_age),
        false => {
            let mut own = (0..=last).filter(|&at| grammar.tokens[at].relation.is_subject());
            own.any(|at| is_of_event(grammar, at))
        }
    };
    let member = &cast.members[cast.at(index, last)?];
    (name.first == 0 && name.last > 0 && member.kind == EntityKind::Person && told)
        .then_some(member)
}

/// The nouns of people that a sentence describes as one that the member may be, each with the first
/// token of its phrase; who only tells something is left out.
fn described<'a>(
    grammar: &'a Sentence,
    member: &'a Member,
) -> impl Iterator<Item = (u16, u16)> + 'a {
    (0..grammar.tokens.len()).filter_map(move |token| {
        let found = grammar.tokens[token];
        let is_part = found.relation.is_subject()
            || matches!(found.relation, Relation::Obj | Relation::Obl | Relation::Root);
        let is_one = found.tag == Tag::NN && found.entity.is_none();
        let lemma = grammar.lemma(token);
        let is_person = is_human(lemma, member.gender);
        if !is_part || !is_one || !is_person || !is_of_event(grammar, token) {
            return None;
        }
        let opens = |child: &usize| {
            *child < token
                && matches!(grammar.tokens[*child].relation, Relation::Det | Relation::Amod)
        };
        let first = grammar.children(token).filter(opens).min()?;
        Some((first as u16, token as u16))
    })
}

/// Whether a noun is what the sentence as a whole tells of, and not who only tells it.
fn is_of_event(grammar: &Sentence, noun: usize) -> bool {
    let Some(verb) = grammar.head(noun) else { return true };
    let is_told = |verb: usize| {
        matches!(grammar.tokens[verb].relation, Relation::Ccomp | Relation::Parataxis)
            && grammar.head(verb).is_some_and(|above| grammar.is_root(above))
    };
    (grammar.is_root(verb) || is_told(verb)) && !arguments::is_speaker(grammar, noun)
}

/// Whether a noun may stand for somebody of a gender.
fn is_human(lemma: &str, gender: Option<Gender>) -> bool {
    match lemma {
        "man" | "boy" | "father" | "son" | "husband" => gender != Some(Gender::Female),
        "woman" | "girl" | "mother" | "daughter" | "wife" => gender != Some(Gender::Male),
        _ => is_role_noun(lemma) || Lexicon::builtin().kind_of(lemma).is_person(),
    }
}
