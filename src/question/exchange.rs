//! "And in 2014?", "what about Greece?", "the one with SpaceX?": the question before with one of
//! its phrases exchanged for its like.

use crate::lexicon::{Lexicon, Relation as Named};
use crate::text::syntax::{self, EntityKind, Sentence, Tag};
use crate::text::{Span, fold};

use super::question_type::QuestionType;
use super::turn::{Turn, phrase};
use super::words::Words;

pub(super) const LINKS: [&str; 12] =
    ["and", "but", "or", "so", "also", "ok", "okay", "then", ",", "well", "now", "what"];

/// The phrase that stands alone in a follow-up, if all of it is one.
pub(super) fn fragment<'a>(words: Words<'a>, asks: QuestionType) -> Option<&'a str> {
    let about = about(words);
    if asks != QuestionType::Topic && about.is_none() {
        return None;
    }
    let start = about.unwrap_or_else(|| {
        (0..words.len()).find(|&at| !words.is_one_of(at, &LINKS)).unwrap_or(words.len())
    });
    let first = words.grammar.tokens.get(start)?;
    let text = words.text.get(first.span.start as usize..)?;
    Some(text.trim_end_matches(['?', '!', '.', ' '])).filter(|text| !text.is_empty())
}

/// Behind "what about", "how about", where they stand.
fn about(words: Words) -> Option<usize> {
    let at = (0..words.len()).find(|&at| !words.is_one_of(at, &LINKS[..11]))?;
    (words.is_one_of(at, &["what", "how"]) && words.word(at + 1) == "about").then_some(at + 2)
}

/// Whether it is told to hang on what was said before: "and …", "what about …".
pub(super) fn is_linked(words: Words) -> bool {
    about(words).is_some() || words.is_one_of(0, &["and", "but", "or", "also", "so"])
}

/// The question before with `fragment` added to it.
pub(super) fn appended(fragment: &str, before: &Turn) -> String {
    format!("{} {fragment}", before.question.trim_end_matches(['?', '!', '.', ' ']))
}

/// The question before with its like exchanged for `fragment`; `None` where it has none.
pub(super) fn exchanged(fragment: &str, before: &Turn) -> Option<String> {
    let old = before.question.as_str();
    let (new_grammar, new_folded) = analysed(fragment);
    let new = Words { text: fragment, grammar: &new_grammar, folded: &new_folded };
    let (old_grammar, old_folded) = analysed(old);
    let old = Words { text: old, grammar: &old_grammar, folded: &old_folded };
    let one = (0..new.len()).find(|&at| new.is_one_of(at, &["one", "ones"]));
    match one {
        Some(one) if !new.is_end(one + 1) => by_preposition(old, new, one + 1),
        Some(one) => by_modifier(old, new, one),
        None => by_number(old, new)
            .or_else(|| by_speaker(old, new))
            .or_else(|| by_preposition(old, new, 0))
            .or_else(|| by_name(old, new))
            .or_else(|| by_noun(old, new)),
    }
}

fn analysed(text: &str) -> (Sentence, Vec<String>) {
    let grammar = syntax::analyse(text, Span::new(0..text.len()));
    let folded = grammar.tokens.iter().map(|token| fold(token.span.of(text))).collect();
    (grammar, folded)
}

/// The old text with the tokens from `first` to `last` replaced.
fn put(old: Words, first: usize, last: usize, with: &str) -> Option<String> {
    let span = old.grammar.span(first, last);
    let (before, after) =
        (old.text.get(..span.start as usize)?, old.text.get(span.end as usize..)?);
    Some(format!("{before}{with}{after}"))
}

/// "In 2014" for "in the 2006 coup": a year for a year.
fn by_number(old: Words, new: Words) -> Option<String> {
    let is_number = |words: Words, at: usize| {
        words.tag(at) == Tag::CD && words.word(at).chars().all(|c| c.is_ascii_digit())
    };
    let number = (0..new.len()).find(|&at| is_number(new, at))?;
    let small = (0..new.len()).all(|at| at == number || new.tag(at) == Tag::IN);
    let same = |&at: &usize| is_number(old, at) && old.word(at).len() == new.word(number).len();
    let place = (0..old.len()).find(same).filter(|_| small)?;
    put(old, place, place, new.typed(number))
}

/// The phrase after the same preposition.
fn by_preposition(old: Words, new: Words, from: usize) -> Option<String> {
    let at = (from..new.len()).find(|&at| matches!(new.tag(at), Tag::IN | Tag::TO))?;
    if at != from {
        return None;
    }
    let with = new.text.get(new.grammar.tokens[at].span.start as usize..)?;
    let named = has_name(new, at + 1, new.len());
    let after_same = (0..old.len()).filter(|&place| old.word(place) == new.word(at));
    let phrases = after_same.filter_map(|place| Some((place, phrase(old, place + 1)?.0)));
    let fits = |&(place, last): &(usize, usize)| has_name(old, place + 1, last + 1) == named;
    if let Some((place, last)) = phrases.clone().find(fits).or_else(|| phrases.clone().next()) {
        return put(old, place, last, with);
    }
    let nation = (0..old.len()).find(|&token| named && is_national(old, token));
    let rest = match nation {
        Some(token) => put(old, token, token, "")?,
        None => old.text.to_owned(),
    };
    let rest = rest.trim_end_matches(['?', '!', '.', ' ']).replace("  ", " ");
    Some(format!("{rest} {with}"))
}

/// "And Ana Lopes?", "and the opposition?" after "what did the mayor say about the tax?": another
/// one who speaks, in the place of the first.
fn by_speaker(old: Words, new: Words) -> Option<String> {
    const SPEAKS: [&str; 12] = [
        "say", "think", "call", "tell", "reply", "answer", "announce", "claim", "demand", "want",
        "promise", "make",
    ];
    const BODIES: [&str; 9] = [
        "opposition",
        "government",
        "union",
        "ministry",
        "party",
        "police",
        "company",
        "council",
        "committee",
    ];
    let verb = (0..old.len())
        .find(|&at| old.tag(at).is_verb() && SPEAKS.contains(&old.grammar.lemma(at)))?;
    let (_, head) = phrase(new, 0)?;
    let speaks = new.is_person(head) || new.is_one_of(head, &BODIES) || new.tag(head).is_proper();
    let first = (0..verb).find(|&at| old.is_auxiliary(at)).filter(|_| speaks)? + 1;
    let is_one = (first..verb).any(|at| old.tag(at).is_noun() || old.tag(at) == Tag::PRP);
    let last = verb.checked_sub(1).filter(|&last| last >= first && is_one)?;
    put(old, first, last, new.text)
}

fn has_name(words: Words, first: usize, end: usize) -> bool {
    (first..end).any(|at| words.tag(at).is_proper())
}

fn is_national(words: Words, at: usize) -> bool {
    let found = Lexicon::builtin().country(words.typed(at));
    found.is_some_and(|found| found.relation == Named::Adjective)
}

/// "The last one": another ordinal or adjective before the same noun.
fn by_modifier(old: Words, new: Words, one: usize) -> Option<String> {
    let modifier =
        one.checked_sub(1).filter(|&at| new.tag(at) != Tag::DT && new.tag(at) != Tag::IN)?;
    let with = new.typed(modifier);
    let is_order = |words: Words, at: usize| {
        words.is_one_of(
            at,
            &[
                "first", "second", "third", "fourth", "fifth", "last", "next", "previous", "final",
                "latest", "new", "old", "other", "former", "current", "upcoming", "earlier",
            ],
        )
    };
    let order = is_order(new, modifier);
    let digits = |words: Words, at: usize| words.word(at).starts_with(|c: char| c.is_ascii_digit());
    let same = |&at: &usize| {
        (order && is_order(old, at))
            || (digits(new, modifier) && digits(old, at))
            || (!order && is_national(new, modifier) && is_national(old, at))
    };
    if let Some(place) = (0..old.len()).find(same) {
        return put(old, place, place, with);
    }
    let is_head = |&at: &usize| {
        old.tag(at).is_noun() && !old.tag(at).is_proper() && at > 1 && !old.tag(at + 1).is_noun()
    };
    let head = (1..old.len()).find(is_head)?;
    put(old, head, head, &format!("{with} {}", old.typed(head)))
}

/// A name for a name of the same kind: the subject's before others.
fn by_name(old: Words, new: Words) -> Option<String> {
    let Some(kind) = new.grammar.entities.first().map(|entity| entity.kind) else {
        return by_proper(old, new);
    };
    let country = Lexicon::builtin().country(new.text).is_some();
    let like = |entity: &&syntax::Entity| {
        let name = old.grammar.entity_span(**entity).of(old.text);
        let is_country = Lexicon::builtin().country(name).is_some();
        same_kind(kind, entity.kind) && (!country || is_country)
    };
    let Some(found) = old.grammar.entities.iter().find(like) else {
        return by_proper(old, new);
    };
    let mut with = new.text.to_owned();
    let name = old.grammar.entity_span(*found).of(old.text);
    if let Some(owned) = Lexicon::builtin().country(name) {
        let adjective = owned.relation == Named::Adjective && country;
        with = if adjective { format!("{with}'s") } else { with };
    }
    put(old, found.first.into(), found.last.into(), &with)
}

/// A name for the first name, whatever it is.
fn by_proper(old: Words, new: Words) -> Option<String> {
    let all_proper = (0..new.len()).all(|at| new.tag(at).is_proper() || new.is_end(at));
    let first = (1..old.len()).find(|&at| old.tag(at).is_proper()).filter(|_| all_proper)?;
    let last = (first..old.len()).take_while(|&at| old.tag(at).is_proper()).last()?;
    put(old, first, last, new.text)
}

fn same_kind(a: EntityKind, b: EntityKind) -> bool {
    a == b || (a != EntityKind::Person && b != EntityKind::Person)
}

/// "The points jersey" for "the mountains prize": the noun phrase whose head is of the same kind.
fn by_noun(old: Words, new: Words) -> Option<String> {
    let (last, head) = phrase(new, 0)?;
    if !new.is_end(last + 1) {
        return None;
    }
    let lexicon = Lexicon::builtin();
    let starts = (1..old.len()).filter(|&at| {
        let before = old.tag(at - 1);
        !(before.is_noun()
            || before.is_adjective()
            || matches!(before, Tag::DT | Tag::CD | Tag::POS))
    });
    let phrases =
        starts.filter_map(|first| phrase(old, first).map(|(last, head)| (first, last, head)));
    let like = |head_of: usize| {
        let (a, b) = (old.grammar.lemma(head_of), new.grammar.lemma(head));
        let kinds = lexicon.kind_of(a) == lexicon.kind_of(b);
        lexicon.similar(a, b) + if kinds { 0.3 } else { 0.0 }
    };
    let best = phrases
        .filter(|&(_, _, head)| !old.tag(head).is_proper())
        .max_by(|a, b| like(a.2).total_cmp(&like(b.2)))
        .filter(|&(_, _, head)| like(head) >= 0.3)?;
    put(old, best.0, best.1, new.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_speaker_takes_the_place_of_the_first() {
        let before = |question: &str| Turn { question: question.to_owned(), ..Turn::default() };
        let tax = before("What did Jane Doe say about the tax?");
        let asked = exchanged("Ana Lopes", &tax);
        assert_eq!(asked.as_deref(), Some("What did Ana Lopes say about the tax?"));
        let asked = exchanged("the opposition", &tax);
        assert_eq!(asked.as_deref(), Some("What did the opposition say about the tax?"));
    }
}
