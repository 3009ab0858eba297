//! The people, bodies and places of one article: one member a name, however it is shortened.

use std::collections::HashMap;

use crate::fact::Passage;
use crate::lexicon::{Gender, Lexicon};
use crate::text::fold;
use crate::text::syntax::{EntityKind, Tag};

/// Somebody or something that an article names.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// Its longest name.
    pub(crate) name: String,
    /// What it is.
    pub(crate) kind: EntityKind,
    /// He or she, where a title, role or given name tells.
    pub(crate) gender: Option<Gender>,
    /// The base forms of the words said of it before or after its name ("foreign", "minister").
    pub(crate) roles: Vec<String>,
    parts: Vec<String>,
}

/// A place where an article names a member.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Naming {
    /// Index of the passage.
    pub(crate) passage: usize,
    /// The first token of the name.
    pub(crate) first: usize,
    /// The last token, inclusive.
    pub(crate) last: usize,
    /// Index of the member.
    pub(crate) member: usize,
}

/// All that one article names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cast {
    /// The members, in order of first mention.
    pub(crate) members: Vec<Member>,
    /// Every naming, in order.
    pub(crate) namings: Vec<Naming>,
    /// The members that have a word as the first or the last of their name, or had it.
    by_edge: HashMap<String, Vec<usize>>,
}

impl Cast {
    /// Gathers the names of the passages of one article.
    pub(crate) fn of(passages: &[Passage]) -> Self {
        let mut cast = Cast::default();
        let title_last = passages.iter().enumerate().filter(|(_, p)| !p.is_title);
        let titles = passages.iter().enumerate().filter(|(_, p)| p.is_title);
        for (index, passage) in title_last.chain(titles) {
            cast.add_passage(index, passage);
        }
        cast.namings.sort_by_key(|naming| (naming.passage, naming.first));
        cast
    }

    fn add_passage(&mut self, index: usize, passage: &Passage) {
        for entity in &passage.grammar.entities {
            let (first, last) = (usize::from(entity.first), usize::from(entity.last));
            let member = self.member(passage.words(first, last), entity.kind);
            self.note_roles(member, passage, first, last);
            self.namings.push(Naming { passage: index, first, last, member });
        }
    }

    fn member(&mut self, name: &str, kind: EntityKind) -> usize {
        let parts: Vec<String> = fold(name).split_whitespace().map(str::to_owned).collect();
        let alike = self.alike(&parts);
        let same = |known: &usize| is_same(&self.members[*known], &parts, kind);
        if let Some(known) = alike.into_iter().rev().find(same) {
            if parts.len() > self.members[known].parts.len() {
                self.note_edges(&parts, known);
                let member = &mut self.members[known];
                member.name = name.to_owned();
                member.parts = parts;
                member.gender = member.gender.or_else(|| gender_of(&member.parts));
            }
            return known;
        }
        self.note_edges(&parts, self.members.len());
        let gender = (kind == EntityKind::Person).then(|| gender_of(&parts)).flatten();
        self.members.push(Member { name: name.to_owned(), kind, gender, roles: Vec::new(), parts });
        self.members.len() - 1
    }

    fn note_edges(&mut self, parts: &[String], member: usize) {
        for edge in edges(parts) {
            let known = self.by_edge.entry(edge.to_owned()).or_default();
            if known.last() != Some(&member) {
                known.push(member);
            }
        }
    }

    /// The members, in order, that share the first or the last word of a name: nobody else goes by
    /// it.
    fn alike(&self, parts: &[String]) -> Vec<usize> {
        let known = edges(parts).into_iter().filter_map(|edge| self.by_edge.get(edge));
        let mut alike: Vec<usize> = known.flatten().copied().collect();
        alike.sort_unstable();
        alike.dedup();
        alike
    }

    fn note_roles(&mut self, member: usize, passage: &Passage, first: usize, last: usize) {
        let before = (first.saturating_sub(6)..first)
            .rev()
            .take_while(|&index| is_role_word(passage, index));
        let appositive = apposition(passage, first, last);
        let roles: Vec<String> =
            before.chain(appositive).map(|index| passage.grammar.lemma(index).to_owned()).collect();
        let member = &mut self.members[member];
        for role in roles {
            if member.kind == EntityKind::Person {
                member.gender = member.gender.or_else(|| {
                    Lexicon::builtin()
                        .title(&role)
                        .map(|title| title.gender)
                        .filter(|gender| *gender != Gender::Either)
                });
            }
            if !member.roles.contains(&role) {
                member.roles.push(role);
            }
        }
    }

    /// Notes the roles of people wherever they are named or referred to.
    pub(crate) fn give_roles(&self, passages: &mut [Passage]) {
        for passage in passages {
            let named = passage.grammar.entities.iter().map(|entity| {
                (entity.last, passage.words(entity.first.into(), entity.last.into()))
            });
            let referred =
                passage.referents.iter().map(|referent| (referent.last, referent.name.as_str()));
            let people: Vec<(u16, &Member)> = named
                .chain(referred)
                .filter_map(|(token, name)| Some((token, self.person(name)?)))
                .collect();
            let roles: Vec<(u16, String)> = people
                .iter()
                .flat_map(|(token, member)| member.roles.iter().map(|role| (*token, fold(role))))
                .collect();
            passage.roles = roles;
        }
    }

    fn person(&self, name: &str) -> Option<&Member> {
        self.called(name, |member| member.kind == EntityKind::Person)
    }

    /// The full name of whoever is called `name` here.
    pub(crate) fn full_name(&self, name: &str) -> Option<String> {
        self.called(name, |_| true).map(|member| member.name.clone())
    }

    /// The first fitting member that goes by a name.
    fn called(&self, name: &str, fits: impl Fn(&Member) -> bool) -> Option<&Member> {
        let parts: Vec<String> = fold(name).split_whitespace().map(str::to_owned).collect();
        let alike = self.alike(&parts).into_iter().map(|member| &self.members[member]);
        alike.into_iter().find(|member| fits(member) && is_same(member, &parts, member.kind))
    }

    /// The member that is named at a token, where one is.
    pub(crate) fn at(&self, passage: usize, token: usize) -> Option<usize> {
        let before = |naming: &Naming| (naming.passage, naming.last) < (passage, token);
        let naming = self.namings.get(self.namings.partition_point(before))?;
        (naming.passage == passage && naming.first <= token).then_some(naming.member)
    }
}

/// "Archer" is Tom Archer: all parts of the shorter name are in the longer one. Only people are
/// called by a part of their name; other names are the same when they are equal.
fn is_same(member: &Member, parts: &[String], kind: EntityKind) -> bool {
    if member.parts == parts {
        return true;
    }
    let (short, long) = if parts.len() < member.parts.len() {
        (parts, &member.parts[..])
    } else {
        (&member.parts[..], parts)
    };
    let people =
        member.kind == EntityKind::Person && (kind == EntityKind::Person || parts.len() == 1);
    let contained = !short.is_empty() && short.iter().all(|part| long.contains(part));
    let edge = short.first() == long.first() || short.last() == long.last();
    people && contained && edge && short.len() < long.len()
}

/// The first and the last word of a name.
fn edges(parts: &[String]) -> [&str; 2] {
    [parts.first(), parts.last()].map(|edge| edge.map_or("", String::as_str))
}

fn gender_of(parts: &[String]) -> Option<Gender> {
    parts.iter().take(2).find_map(|part| Lexicon::builtin().given_name(part))
}

fn is_role_word(passage: &Passage, index: usize) -> bool {
    let tag = passage.grammar.tokens[index].tag;
    tag.is_noun() || tag == Tag::JJ
}

/// The tokens of "…, a political advisor and general, …" after a name.
fn apposition(passage: &Passage, first: usize, last: usize) -> Vec<usize> {
    let opens = passage.grammar.tokens.get(last + 1).is_some_and(|token| token.tag == Tag::Comma);
    let article = |index: usize| {
        passage
            .grammar
            .tokens
            .get(index)
            .is_some_and(|token| matches!(token.tag, Tag::DT | Tag::PRPS | Tag::JJ | Tag::NN))
    };
    if !opens || !article(last + 2) || first > last {
        return Vec::new();
    }
    let ends = |index: &usize| {
        let tag = passage.grammar.tokens[*index].tag;
        !(tag.is_verb() || tag == Tag::Comma || tag.is_wh() || tag == Tag::IN)
    };
    let words = (last + 2..passage.len().min(last + 9)).take_while(ends);
    words.filter(|&index| is_role_word(passage, index)).collect()
}
