//! "The spokeswoman", "the island country", "the two sides": nouns that stand for what was named
//! before.

use crate::fact::Passage;
use crate::lexicon::{Lexicon, NounKind};
use crate::text::syntax::{EntityKind, Relation, Tag};
use crate::text::{Table, fold};

use super::cast::{Cast, Member};
use super::coreference::{Mention, REACH};

/// "The spokeswoman", "the company", "the island country", "the city": its first token and what it
/// stands for.
pub(super) fn description(
    passage: &Passage,
    index: usize,
    token: usize,
    cast: &Cast,
    mentions: &[Mention],
) -> Option<(usize, Mention)> {
    let first = definite_article_before(passage, token)?;
    let lemma = passage.grammar.lemma(token).to_owned();
    let kind = DescribedKind::of(&lemma)?;
    let near = mentions.iter().rev().filter(|m| m.passage < index || m.token < first);
    let found = match kind {
        DescribedKind::Role => {
            let has = |m: &&Mention| {
                let same = |member: &&Member| member.name == m.name;
                cast.members.iter().filter(same).any(|member| member.roles.contains(&lemma))
            };
            let mut people = near.filter(|m| m.kind == EntityKind::Person);
            if is_new(passage, token) {
                people.find(|m| !has(m) && m.often > 1)
            } else {
                people.find(has)
            }
        }
        DescribedKind::Of(kind) => {
            let named = |m: &&Mention| !m.is_nameless || m.name.ends_with(&lemma);
            near.take_while(|m| m.passage + REACH >= index)
                .find(|m| m.kind == kind && !m.is_group && named(m))
        }
    };
    found.cloned().map(|mention| (first, mention))
}

/// "The *new* president": not the one who has been called so until now.
fn is_new(passage: &Passage, token: usize) -> bool {
    let grammar = &passage.grammar;
    grammar.children(token).any(|child| matches!(grammar.lemma(child), "new" | "incoming" | "next"))
}

/// "23-year-old", as a noun.
pub(super) fn is_age(passage: &Passage, token: usize) -> bool {
    let next = passage.grammar.tokens.get(token + 1);
    passage.word(token).ends_with("-year-old")
        && !next.is_some_and(|next| next.tag.is_noun() || next.tag.is_adjective())
}

/// "The 23-year-old": the one whose age the article gives, else the person last spoken of.
pub(super) fn of_age(
    passages: &[Passage],
    index: usize,
    token: usize,
    cast: &Cast,
    mentions: &[Mention],
) -> Option<(usize, Mention)> {
    let first = token.checked_sub(1)?;
    let age = passages[index].word(token).split('-').next()?;
    if fold(passages[index].word(first)) != "the" {
        return None;
    }
    let mut people = mentions
        .iter()
        .rev()
        .take_while(|m| m.passage + REACH >= index)
        .filter(|m| m.kind == EntityKind::Person && !m.is_group);
    let told = |m: &&Mention| {
        let passage = &passages[m.passage];
        cast.at(m.passage, m.token).is_some()
            && (m.token + 1..m.token + 3).any(|at| at < passage.len() && passage.word(at) == age)
    };
    let found = people.clone().find(told).or_else(|| people.next())?;
    Some((first, found.clone()))
}

/// Whether a noun is a role of people: "spokeswoman".
pub(super) fn is_role_noun(lemma: &str) -> bool {
    matches!(DescribedKind::of(lemma), Some(DescribedKind::Role))
}

/// Whether a noun is a kind of place: "city".
pub(super) fn is_place_noun(lemma: &str) -> bool {
    kind_of_noun(lemma) == Some(EntityKind::Place)
}

/// Whether a noun is a kind of event: "summit".
pub(super) fn is_event_noun(lemma: &str) -> bool {
    kind_of_noun(lemma) == Some(EntityKind::Event)
}

/// What kind of thing a noun describes, where it describes one.
pub(super) fn kind_of_noun(lemma: &str) -> Option<EntityKind> {
    match DescribedKind::of(lemma)? {
        DescribedKind::Role => Some(EntityKind::Person),
        DescribedKind::Of(kind) => Some(kind),
    }
}

/// "The two countries", "both sides": two places or bodies that "and" joined, the last ones before.
pub(super) fn pair(passages: &[Passage], index: usize, token: usize) -> Option<(usize, Mention)> {
    let passage = &passages[index];
    let lemma = passage.grammar.lemma(token);
    let described =
        matches!(lemma, "side" | "neighbor" | "neighbour" | "government" | "party" | "capital")
            || is_place_noun(lemma);
    let opens =
        token.checked_sub(1).filter(|&before| fold(passage.word(before)) == "two").unwrap_or(token);
    let first = opens.checked_sub(1).filter(|&before| {
        matches!(fold(passage.word(before)).as_str(), "the" | "these" | "those" | "both")
    })?;
    if !described {
        return None;
    }
    let before = passages[..index].iter().rev().take(REACH).map(|passage| (passage, passage.len()));
    let mut before = std::iter::once((passage, first)).chain(before);
    let name = before.find_map(|(passage, end)| last_pair(passage, end))?;
    let kind = EntityKind::Place;
    Some((
        first,
        Mention {
            passage: index,
            token,
            name,
            kind,
            gender: None,
            is_subject: false,
            is_group: true,
            is_nameless: false,
            says: false,
            often: 0,
        },
    ))
}

/// The last two places or bodies before `end` with "and" between them: "China and Japan".
fn last_pair(passage: &Passage, end: usize) -> Option<String> {
    let fits = |kind: EntityKind| matches!(kind, EntityKind::Place | EntityKind::Organization);
    passage.grammar.entities.windows(2).rev().find_map(|pair| {
        let (first, second) = (pair[0], pair[1]);
        let joined = second.first == first.last + 2
            && fold(passage.word(usize::from(first.last) + 1)) == "and";
        let near = usize::from(second.last) < end && first.kind == second.kind && fits(first.kind);
        (joined && near).then(|| passage.words(first.first.into(), second.last.into()).to_owned())
    })
}

/// What kind of thing a common noun after "the" describes.
enum DescribedKind {
    Role,
    Of(EntityKind),
}

impl DescribedKind {
    fn of(lemma: &str) -> Option<Self> {
        static TABLE: Table = Table::new(include_str!("data/descriptions.tsv"));
        let Some(kind) = TABLE.get(lemma) else {
            let role = Lexicon::builtin().kind_of(lemma) == NounKind::Role;
            return role.then_some(Self::Role);
        };
        match kind {
            "person" => Some(Self::Role),
            "organisation" => Some(Self::Of(EntityKind::Organization)),
            "place" => Some(Self::Of(EntityKind::Place)),
            "event" => Some(Self::Of(EntityKind::Event)),
            _ => None,
        }
    }
}

/// The "the" or "this" that opens the noun phrase ending at `token`, when nothing in between is a
/// name and nothing after it completes the description ("the minister of X").
fn definite_article_before(passage: &Passage, token: usize) -> Option<usize> {
    let grammar = &passage.grammar;
    let plain = |index: &usize| {
        let found = grammar.tokens[*index];
        found.entity.is_none()
            && (found.tag.is_adjective() || found.tag == Tag::NN || found.tag == Tag::HYPH)
    };
    let opens = (0..token).rev().take(4).find(|index| !plain(index))?;
    let article = matches!(fold(passage.word(opens)).as_str(), "the" | "this" | "that");
    let completed = grammar.children(token).any(|child| {
        child > token
            && matches!(
                grammar.tokens[child].relation,
                Relation::Nmod | Relation::AclRelcl | Relation::Acl
            )
    });
    let followed = grammar.tokens.get(token + 1).is_some_and(|next| next.tag.is_noun());
    (article && !completed && !followed).then_some(opens)
}
