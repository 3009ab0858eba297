//! From the facts of a file back to passages, for answers.
//!
//! A quote is read again, and then the file decides: what its words stand for, which days it
//! means, who says it and how firmly. A person may have corrected these. Where a quote lies within
//! another, the two make one passage, so that nothing is said twice; what the fields of a fact
//! know beyond its quote makes it findable.

use crate::fact::{DateKind, Dated, Fact, FactDate, Passage, Referent, Source};
use crate::text::fold;
use crate::text::syntax::EntityKind;

use super::super::cast::Cast;
use super::super::{dating, passage, quoting};
use super::{dates, piece};

/// How far apart in a file facts of one sentence may stand.
const NEAR: usize = 12;

/// The passages of the facts of one source: its headline, then the quotes.
pub(in crate::extract) fn passages(source: &Source, facts: &[Fact]) -> Vec<Passage> {
    let mut passages = vec![passage(&source.title, 0, true)];
    let mut groups: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut group_of = vec![usize::MAX; facts.len()];
    for index in 0..facts.len() {
        let top = widest(facts, index);
        if group_of[top] == usize::MAX {
            group_of[top] = groups.len();
            groups.push((top, Vec::new()));
        }
        groups[group_of[top]].1.push(index);
    }
    passages.extend(groups.iter().enumerate().map(|(number, (top, _))| quoted(&facts[*top].quote, number as u32 + 1)));
    quoting::mark_quotes(&mut passages);
    let anchor = source.published.map(|day| day.to_datetime(jiff::civil::Time::midnight()));
    dating::date_passages(&mut passages, anchor);
    for (passage, (top, members)) in passages.iter_mut().skip(1).zip(&groups) {
        for &member in members {
            apply_words(passage, &facts[member], source);
        }
        apply_standing(passage, &facts[*top]);
        passage.referents.sort_by_key(|referent| referent.first);
    }
    Cast::of(&passages).give_roles(&mut passages);
    passages.retain(|passage| !passage.is_empty());
    passages
}

fn quoted(quote: &str, paragraph: u32) -> Passage {
    Passage { paragraph, text: quote.to_owned(), grammar: piece::read(quote), ..Passage::default() }
}

/// The fact nearby whose quote holds this one's and most besides; itself where there is none.
fn widest(facts: &[Fact], index: usize) -> usize {
    let quote = &facts[index].quote;
    let near = index.saturating_sub(NEAR)..facts.len().min(index + NEAR + 1);
    let holding = near.filter(|&other| facts[other].quote.contains(quote.as_str()));
    holding.max_by_key(|&other| (facts[other].quote.len(), std::cmp::Reverse(other))).unwrap_or(index)
}

fn apply_standing(passage: &mut Passage, fact: &Fact) {
    passage.speaker = fact.said_by.clone();
    passage.standing = fact.standing;
}

fn apply_words(passage: &mut Passage, fact: &Fact, source: &Source) {
    let Some(start) = passage.text.find(&fact.quote) else { return };
    let within = start..start + fact.quote.len();
    for (order, (words, name)) in fact.refers.iter().enumerate() {
        let before = fact.refers[..order].iter().filter(|(other, _)| other == words).count();
        refer(passage, within.clone(), words, before, name);
    }
    if let Some(when) = &fact.when {
        set_date(passage, within, when, source);
    }
    add_context(passage, fact);
}

/// Makes the words stand for the name, where they stand in the passage for the `nth` time (from 0).
fn refer(passage: &mut Passage, within: std::ops::Range<usize>, words: &str, nth: usize, name: &str) {
    let Some((first, last)) = tokens_of(passage, within, words, nth) else { return };
    let (first, last) = (first as u16, last as u16);
    let kind = kind_of(passage, first.into(), last.into(), name);
    passage.referents.retain(|old| old.last < first || old.first > last);
    passage.referents.push(Referent { first, last, name: name.to_owned(), kind });
}

fn tokens_of(passage: &Passage, within: std::ops::Range<usize>, words: &str, nth: usize) -> Option<(usize, usize)> {
    let tokens = &passage.grammar.tokens;
    let starts = (0..tokens.len()).filter(|&first| within.contains(&(tokens[first].span.start as usize)));
    let found = starts.filter_map(|first| {
        let begin = tokens[first].span.start as usize;
        let end = begin + words.len();
        let last = (first..tokens.len()).find(|&last| tokens[last].span.end as usize == end)?;
        (passage.text.get(begin..end) == Some(words)).then_some((first, last))
    });
    found.into_iter().nth(nth)
}

/// What kind of thing a name is that words stand for: as the words tell, else the name.
fn kind_of(passage: &Passage, first: usize, last: usize, name: &str) -> EntityKind {
    let word = fold(passage.words(first, last));
    if matches!(word.as_str(), "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" | "i" | "me" | "my") {
        return EntityKind::Person;
    }
    let entity = passage.grammar.entity_at(last).map(|entity| entity.kind);
    let described = super::super::reference::kind_of_noun(passage.grammar.lemma(last));
    entity.or(described).unwrap_or_else(|| kind_of_name(name))
}

fn kind_of_name(name: &str) -> EntityKind {
    let grammar = super::super::passage(name, 0, false).grammar;
    grammar.entities.first().map_or(EntityKind::Other, |entity| entity.kind)
}

/// Gives the date of a fact its days.
fn set_date(passage: &mut Passage, within: std::ops::Range<usize>, date: &FactDate, source: &Source) {
    let when = dates::resolved(date, source.published);
    let Some((first, last)) = tokens_of(passage, within, &date.text, 0) else { return };
    let (first, last) = (first as u16, last as u16);
    let same = |old: &&mut Dated| old.first <= last && old.last >= first;
    if let Some(old) = passage.dates.iter_mut().find(same) {
        old.when = when;
        return;
    }
    let span = passage.grammar.span(first.into(), last.into());
    passage.dates.push(Dated { span, first, last, when, kind: DateKind::Calendar });
    passage.dates.sort_by_key(|date| date.first);
}

/// What the fields know beyond the words of the passage.
fn add_context(passage: &mut Passage, fact: &Fact) {
    let root = passage.grammar.root().unwrap_or(0) as u16;
    let said = fact.said_by.as_deref();
    let fields = [said, fact.who.as_deref(), fact.what.as_deref(), fact.place.as_deref(), fact.why.as_deref(), fact.how.as_deref()];
    for words in fields.into_iter().flatten() {
        if !passage.text.contains(words) {
            passage.context.push((root, words.to_owned()));
        }
    }
}
