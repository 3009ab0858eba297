//! Finds the names in a treebank's marks of entities.
//!
//! GUM marks whole noun phrases ("NASA Administrator Charles Bolden"); a name is what belongs
//! to the name of their head, without titles, articles and descriptions. UNER marks the names
//! of persons, organizations and places themselves.

use std::collections::BTreeSet;

use dateline::text::syntax::EntityKind;

use crate::conllu::{Node, Tree};

/// Titles, which do not make a name.
const TITLES: &str = include_str!("../../src/text/syntax/model/titles.txt");

/// Words that are no names alone, though they begin with a capital: "the University".
const WORDS: &str = include_str!("../../src/text/syntax/model/organization_words.txt");

/// A name: first and last token (or word of the treebank), both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) kind: EntityKind,
}

/// The names of a sentence, by words of the treebank. Nothing inside: it is not marked for
/// names. Nothing at all: the marks cannot be read.
pub(crate) fn of(tree: &Tree) -> Option<Option<Vec<Name>>> {
    if let Some(labels) = &tree.labels {
        return Some(Some(of_labels(labels)));
    }
    if !tree.id.starts_with("GUM_") {
        return Some(None);
    }
    let phrases = phrases(tree);
    let names = phrases.iter().filter_map(|phrase| core(tree, phrase, &phrases)).collect();
    Some(Some(without_overlap(names)))
}

fn of_labels(labels: &[String]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let kind = match label.get(2..) {
            Some("PER") => EntityKind::Person,
            Some("ORG") => EntityKind::Organization,
            Some("LOC") => EntityKind::Place,
            Some("MISC") => EntityKind::Other,
            _ => continue,
        };
        match names.last_mut() {
            Some(name) if label.starts_with("I-") && name.last + 1 == at => name.last = at,
            _ => names.push(Name { first: at, last: at, kind }),
        }
    }
    names
}

/// The names as tokens, given the words that every token is made of.
pub(crate) fn to_tokens(names: &[Name], groups: &[BTreeSet<usize>]) -> Vec<Name> {
    let whole = |name: &Name| {
        let inside = |node: &usize| (name.first..=name.last).contains(node);
        let first = groups.iter().position(|group| group.contains(&name.first))?;
        let last = groups.iter().position(|group| group.contains(&name.last))?;
        let fits = groups[first].iter().all(inside) && groups[last].iter().all(inside);
        fits.then_some(Name { first, last, kind: name.kind })
    };
    names.iter().filter_map(whole).collect()
}

/// The marked noun phrases, as (first, last, kind); without those that are no things.
fn phrases(tree: &Tree) -> Vec<Name> {
    let mut open: Vec<(String, usize, Option<EntityKind>)> = Vec::new();
    let mut closed = Vec::new();
    for (at, node) in tree.nodes.iter().enumerate() {
        let Some(marks) = node.notes.split('|').find_map(|n| n.strip_prefix("Entity=")) else {
            continue;
        };
        for mark in pieces(marks) {
            if let Some(opening) = mark.strip_prefix('(') {
                let mut parts = opening.trim_end_matches(')').split('-');
                let id = parts.next().unwrap_or_default().to_owned();
                open.push((id, at, kind(parts.next().unwrap_or_default())));
            }
            if let Some(id) = mark.strip_suffix(')') {
                let found = open.iter().rposition(|(open, ..)| mark.starts_with('(') || open == id);
                let Some((_, first, kind)) = found.map(|found| open.remove(found)) else {
                    continue;
                };
                closed.extend(kind.map(|kind| Name { first, last: at, kind }));
            }
        }
    }
    closed
}

/// `(a-b(c-d)4)` as `(a-b`, `(c-d)`, `4)`.
fn pieces(marks: &str) -> Vec<String> {
    marks
        .replace('(', "\n(")
        .replace(')', ")\n")
        .split('\n')
        .filter(|piece| !piece.is_empty())
        .map(str::to_owned)
        .collect()
}

fn kind(name: &str) -> Option<EntityKind> {
    match name {
        "person" => Some(EntityKind::Person),
        "organization" => Some(EntityKind::Organization),
        "place" => Some(EntityKind::Place),
        "event" => Some(EntityKind::Event),
        "object" | "abstract" | "substance" | "animal" | "plant" => Some(EntityKind::Other),
        _ => None,
    }
}

/// The name of the head of a phrase.
fn core(tree: &Tree, phrase: &Name, phrases: &[Name]) -> Option<Name> {
    let inside = |at: usize| (phrase.first..=phrase.last).contains(&at);
    let is_head = |&at: &usize| tree.nodes[at].head.is_none_or(|head| !inside(head));
    let head = (phrase.first..=phrase.last).find(is_head)?;
    tree.nodes[head].tag.starts_with("NNP").then_some(())?;
    let mut taken = BTreeSet::from([head]);
    loop {
        let belongs =
            |&at: &usize| !taken.contains(&at) && joins(tree, at, &taken, phrase, phrases);
        let more: Vec<usize> = (phrase.first..=phrase.last).filter(belongs).collect();
        if more.is_empty() {
            break;
        }
        taken.extend(more);
    }
    let mut first = (phrase.first..=head).rev().take_while(|at| taken.contains(at)).last()?;
    let mut last = (head..=phrase.last).take_while(|at| taken.contains(at)).last()?;
    while first < head && tree.nodes[first].tag == "DT" {
        first += 1;
    }
    while last > head && matches!(tree.nodes[last].tag.as_str(), "POS" | "." | ",") {
        last -= 1;
    }
    let form = tree.nodes[head].form.to_lowercase();
    let on = |list: &str| list.lines().any(|entry| entry == form);
    let title = last == head && phrase.kind == EntityKind::Person && on(TITLES);
    let word = first == last && phrase.kind != EntityKind::Person && on(WORDS);
    (!title && !word).then_some(Name { first, last, kind: phrase.kind })
}

/// Whether the word at `at` belongs to the name that `taken` is part of.
fn joins(tree: &Tree, at: usize, taken: &BTreeSet<usize>, phrase: &Name, all: &[Name]) -> bool {
    let node = &tree.nodes[at];
    let Some(head) = node.head.filter(|head| taken.contains(head)) else { return false };
    let capital = node.form.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let proper = node.tag.starts_with("NNP");
    let person = phrase.kind == EntityKind::Person;
    let other_thing = || all.iter().any(|other| other != phrase && other.last == at && !person);
    let below_top = tree.nodes[head].relation.starts_with("nmod") && taken.len() > 1;
    match node.relation.as_str() {
        "flat" | "goeswith" => true,
        "compound" | "amod" => capital,
        "nummod" => !person && at > head,
        "punct" => matches!(node.form.as_str(), "-" | "." | "–" | "'" | "&"),
        "nmod" => !person && proper && introduced_by_of(tree, at),
        "nmod:poss" => !person && proper && !other_thing(),
        "case" | "det" => !person && head != at && (below_top || node.tag == "POS"),
        "cc" | "conj" => {
            !person
                && (proper || node.tag == "CC")
                && tree.nodes[head].tag.starts_with("NNP")
                && below_top
        }
        _ => false,
    }
}

fn introduced_by_of(tree: &Tree, at: usize) -> bool {
    let of = |node: &&Node| {
        node.head == Some(at) && matches!(node.form.as_str(), "of" | "for" | "de" | "du" | "del")
    };
    tree.nodes.iter().any(|node| of(&node))
}

/// The longest of names that overlap.
fn without_overlap(mut names: Vec<Name>) -> Vec<Name> {
    names.sort_by_key(|name| std::cmp::Reverse(name.last - name.first));
    let mut kept: Vec<Name> = Vec::new();
    for name in names {
        if kept.iter().all(|other| name.last < other.first || other.last < name.first) {
            kept.push(name);
        }
    }
    kept.sort_by_key(|name| name.first);
    kept
}
