//! From the facts of a file back to passages, for answers.
//!
//! A quote is read again, and then the file decides: what its words stand for, which days it
//! means, who says it and how firmly. A person may have corrected these. Where a quote lies within
//! another, the two make one passage, so that nothing is said twice; what the fields of a fact
//! know beyond its quote makes it findable.

use crate::fact::{DateKind, Dated, Fact, FactDate, Passage, Referent, Source};
use crate::text::fold;
use crate::text::syntax::{EntityKind, Tag};

use super::super::cast::Cast;
use super::super::{dating, passage, quotations};
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
    passages.extend(
        groups
            .iter()
            .enumerate()
            .map(|(number, (top, _))| quoted(&facts[*top].quote, number as u32 + 1)),
    );
    quotations::mark_quotes(&mut passages);
    let anchor = source.published.map(|day| day.to_datetime(jiff::civil::Time::midnight()));
    dating::date_passages(&mut passages, anchor);
    for (passage, (top, members)) in passages.iter_mut().skip(1).zip(&groups) {
        for &member in members {
            apply_words(passage, &facts[member], source);
        }
        passage.referents.sort_by_key(|referent| referent.first);
        members.iter().for_each(|&member| add_context(passage, &facts[member]));
        passage.speaker = facts[*top].said_by.clone();
        passage.standing = facts[*top].standing;
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
    holding
        .max_by_key(|&other| (facts[other].quote.len(), std::cmp::Reverse(other)))
        .unwrap_or(index)
}

fn apply_words(passage: &mut Passage, fact: &Fact, source: &Source) {
    let Some(start) = passage.text.find(&fact.quote) else { return };
    let within = start..start + fact.quote.len();
    for (order, (words, name)) in fact.refers.iter().enumerate() {
        let before = fact.refers[..order].iter().filter(|(other, _)| other == words).count();
        refer(passage, within.clone(), words, before, name);
    }
    if let Some(who) = &fact.who {
        name_subject(passage, within.clone(), who);
    }
    if let Some(when) = &fact.when {
        set_date(passage, within, when, source);
    }
}

/// Makes the words stand for the name, where they stand in the passage for the `nth` time (from 0).
fn refer(
    passage: &mut Passage,
    within: std::ops::Range<usize>,
    words: &str,
    nth: usize,
    name: &str,
) {
    let Some((first, last)) = tokens_of(passage, within, words, nth) else { return };
    let (first, last) = (first as u16, last as u16);
    let kind = kind_of(passage, first.into(), last.into(), name);
    passage.referents.retain(|old| old.last < first || old.first > last);
    passage.referents.push(Referent { first, last, name: name.to_owned(), kind });
}

/// Lets a pronoun as subject stand for whom the fact names, where `refers` does not say: a person
/// who writes a fact need not say it twice.
fn name_subject(passage: &mut Passage, within: std::ops::Range<usize>, who: &str) {
    let known = passage.text.contains(who);
    let tokens = &passage.grammar.tokens;
    let is_pronoun = |&token: &usize| {
        let found = tokens[token];
        let unnamed = passage.referent_at(token).is_none();
        unnamed
            && within.contains(&(found.span.start as usize))
            && found.tag == Tag::PRP
            && found.relation.is_subject()
    };
    let mut pronouns = (0..tokens.len()).filter(is_pronoun);
    let Some(token) = pronouns.next().filter(|_| !known && pronouns.next().is_none()) else {
        return;
    };
    let kind = kind_of(passage, token, token, who);
    let (first, last) = (token as u16, token as u16);
    passage.referents.push(Referent { first, last, name: who.to_owned(), kind });
}

/// The first and last token of the `nth` place within some bytes that has these words, from 0.
/// Tokens stand in order, so that their places in the text are found without looking at each.
fn tokens_of(
    passage: &Passage,
    within: std::ops::Range<usize>,
    words: &str,
    nth: usize,
) -> Option<(usize, usize)> {
    let tokens = &passage.grammar.tokens;
    let from = |byte: usize| tokens.partition_point(|it| (it.span.start as usize) < byte);
    let (opening, closing) = (from(within.start), from(within.end));
    let found = (opening..closing).filter_map(|first| {
        let begin = tokens[first].span.start as usize;
        let end = begin + words.len();
        if passage.text.get(begin..end) != Some(words) {
            return None;
        }
        let last = tokens.partition_point(|it| (it.span.end as usize) < end);
        tokens.get(last).filter(|it| it.span.end as usize == end && last >= first)?;
        Some((first, last))
    });
    found.into_iter().nth(nth)
}

/// What kind of thing a name is that words stand for: as the words tell, else the name.
fn kind_of(passage: &Passage, first: usize, last: usize, name: &str) -> EntityKind {
    let word = fold(passage.words(first, last));
    if matches!(
        word.as_str(),
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" | "i" | "me" | "my"
    ) {
        return EntityKind::Person;
    }
    let entity = passage.grammar.entity_at(last).map(|entity| entity.kind);
    let described = super::super::description::kind_of_noun(passage.grammar.lemma(last));
    entity.or(described).unwrap_or_else(|| kind_of_name(name))
}

fn kind_of_name(name: &str) -> EntityKind {
    let grammar = super::super::passage(name, 0, false).grammar;
    grammar.entities.first().map_or(EntityKind::Other, |entity| entity.kind)
}

/// Gives the date of a fact its days.
fn set_date(
    passage: &mut Passage,
    within: std::ops::Range<usize>,
    date: &FactDate,
    source: &Source,
) {
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
    let fields = [
        said,
        fact.who.as_deref(),
        fact.what.as_deref(),
        fact.place.as_deref(),
        fact.why.as_deref(),
        fact.how.as_deref(),
    ];
    for words in fields.into_iter().flatten() {
        let known = passage.text.contains(words)
            || passage.referents.iter().any(|referent| referent.name == words);
        if !known {
            passage.context.push((root, words.to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn source() -> Source {
        Source { title: "Talks".into(), published: Some(date(2015, 3, 7)), ..Source::default() }
    }

    fn fact(quote: &str) -> Fact {
        Fact { quote: quote.into(), ..Fact::default() }
    }

    fn only(fact: Fact) -> Passage {
        passages(&source(), &[fact]).pop().unwrap()
    }

    fn names(passage: &Passage) -> Vec<(&str, &str)> {
        let pair =
            |referent: &'_ Referent| (usize::from(referent.first), usize::from(referent.last));
        passage
            .referents
            .iter()
            .map(|referent| {
                let (first, last) = pair(referent);
                (passage.words(first, last), referent.name.as_str())
            })
            .collect()
    }

    #[test]
    fn words_stand_for_what_the_file_says_and_for_nothing_else() {
        let refers = vec![
            ("She".into(), "Ann Lee".into()),
            ("the two countries".into(), "China and Japan".into()),
        ];
        let passage = only(Fact { refers, ..fact("She visited the two countries before he did") });
        assert_eq!(names(&passage), [("She", "Ann Lee"), ("the two countries", "China and Japan")]);
        assert_eq!(passage.referents[0].kind, EntityKind::Person);
    }

    #[test]
    fn the_same_words_may_stand_for_two() {
        let refers = vec![("his".into(), "Ann's son".into()), ("his".into(), "Bob".into())];
        let passage = only(Fact { refers, ..fact("They sold his car and his house") });
        assert_eq!(names(&passage), [("his", "Ann's son"), ("his", "Bob")]);
    }

    #[test]
    fn a_corrected_subject_is_whom_the_pronoun_means() {
        let passage = only(Fact { who: Some("Ann Lee".into()), ..fact("She resigned on Monday") });
        assert_eq!(names(&passage), [("She", "Ann Lee")]);
    }

    #[test]
    fn days_and_speaker_and_standing_are_those_of_the_file() {
        let when = FactDate {
            text: "Friday".into(),
            start: Some(date(2015, 3, 13)),
            end: Some(date(2015, 3, 13)),
        };
        let stored = Fact {
            when: Some(when),
            said_by: Some("Ann Lee".into()),
            standing: crate::fact::Factuality::Doubted,
            ..fact("They met on Friday")
        };
        let passage = only(stored.clone());
        assert_eq!(
            passage.dates[0].when.as_ref().map(|when| when.start.date()),
            Some(date(2015, 3, 13))
        );
        assert_eq!((passage.speaker, passage.standing), (stored.said_by, stored.standing));
    }

    #[test]
    fn a_date_without_days_has_none() {
        let when = FactDate { text: "Friday".into(), start: None, end: None };
        assert_eq!(
            only(Fact { when: Some(when), ..fact("They met on Friday") }).dates[0].when,
            None
        );
    }

    #[test]
    fn a_quote_within_another_makes_no_passage_of_its_own() {
        let facts =
            [fact("Ann Lee, a judge"), fact("Ann Lee, a judge, resigned"), fact("Nobody else did")];
        let texts: Vec<String> =
            passages(&source(), &facts).into_iter().map(|passage| passage.text).collect();
        assert_eq!(texts, ["Talks", "Ann Lee, a judge, resigned", "Nobody else did"]);
    }

    #[test]
    fn what_the_fields_know_beyond_the_quote_is_kept() {
        let passage = only(Fact { place: Some("Tokyo".into()), ..fact("They met on Friday") });
        assert_eq!(passage.context[0].1, "Tokyo");
    }
}
