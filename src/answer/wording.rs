//! Puts an answer into words: first the answer, then as much of the article as makes it clear.

use crate::fact::{Base, DateKind, Passage};
use crate::question::{Expect, Query};
use crate::text::syntax::Relation;

use super::candidate::{Candidate, Kind};
use super::types::Citation;

/// The longest answer, in characters.
pub(crate) const LONGEST: usize = 400;
/// The longest clause that is shown beside a short answer, in characters.
const CLAUSE: usize = 230;

/// The bare answer in the article's words.
pub(crate) fn span<'a>(passage: &'a Passage, candidate: &Candidate) -> &'a str {
    passage.words(candidate.first.into(), candidate.last.into())
}

/// The answer as a sentence.
pub(crate) fn sentence(query: &Query, base: &Base, candidate: &Candidate) -> String {
    let passage = base.passage(candidate.passage);
    if let Some(dated) = dated(query, base, passage, candidate) {
        return shortened(&dated, LONGEST);
    }
    let short = named(passage, candidate);
    let clause = clause_around(passage, candidate);
    let says_more = clause.chars().count() > short.chars().count() + 8;
    let text = if says_more && short.chars().count() < 120 {
        format!("{} — {clause}", capitalised(&short))
    } else {
        capitalised(&short)
    };
    let text = with_speaker(passage, candidate, text);
    shortened(&text, LONGEST)
}

/// A date with both its forms, the day it was reported and how exact it is.
fn dated(query: &Query, base: &Base, passage: &Passage, candidate: &Candidate) -> Option<String> {
    let asks_time = matches!(query.expects, Expect::Date | Expect::Clock);
    let date = passage
        .date_at(candidate.head.into())
        .filter(|_| candidate.kind == Kind::Date && asks_time)?;
    let words = span(passage, candidate);
    if date.kind == DateKind::Duration || date.kind == DateKind::Repeated {
        return None;
    }
    let Some(when) = &date.when else {
        return Some(format!(
            "{} — the article has no date of publication to tell which day that is",
            capitalised(words)
        ));
    };
    let written = when.written();
    let reported = base
        .source_of(candidate.passage)
        .published
        .map(|day| format!(", reported {}", written_day(day)));
    let exactness = when.exactness().map(|exact| format!("; {exact}")).unwrap_or_default();
    let clear = crate::text::fold(&written) == crate::text::fold(words);
    Some(match clear {
        true => format!(
            "{written} (reported{})",
            reported.map(|r| r.replace(", reported", "")).unwrap_or_default()
        ),
        false => format!(
            "{} (“{words}”{}{exactness})",
            capitalised(&written),
            reported.unwrap_or_default()
        ),
    })
}

/// A day as answers write it: "6 March 2015".
pub(crate) fn written_day(day: jiff::civil::Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS[(day.month() as usize).clamp(1, 12) - 1];
    format!("{} {month} {}", day.day(), day.year())
}

/// What a passage says, as the second half of an answer.
pub(crate) fn statement(passage: &Passage) -> String {
    tidy(&shortened(passage.text.trim(), LONGEST - 20))
}

/// The candidate's words; where they only stand for a name, the name with the words beside it.
fn named(passage: &Passage, candidate: &Candidate) -> String {
    let words = span(passage, candidate);
    let (first, last) = (candidate.first, candidate.last);
    let whole =
        passage.referents.iter().find(|referent| referent.first == first && referent.last == last);
    match whole {
        Some(referent) if is_shorter_name(words, &referent.name) => referent.name.clone(),
        Some(referent) => format!("{} (“{words}”)", referent.name),
        None => words.to_owned(),
    }
}

fn is_shorter_name(words: &str, name: &str) -> bool {
    name.contains(words)
}

/// The smallest clause around the candidate that has a subject, without what is only inserted.
pub(crate) fn clause_around(passage: &Passage, candidate: &Candidate) -> String {
    let grammar = &passage.grammar;
    let length = passage.len();
    let head = usize::from(candidate.head);
    let up = std::iter::once(head).chain(grammar.ancestors(head));
    let has_subject = |token: &usize| {
        grammar.children(*token).any(|child| grammar.tokens[child].relation.is_subject())
    };
    let clause = up.into_iter().find(|token| {
        has_subject(token)
            && !matches!(grammar.tokens[*token].relation, Relation::AclRelcl | Relation::Acl)
    });
    let (mut first, mut last) =
        clause.map_or((0, length.saturating_sub(1)), |clause| grammar.subtree(clause));
    first = first.min(candidate.first.into());
    last = last.max(candidate.last.into());
    let text = passage.words(first, last);
    let whole = passage.text.trim();
    let text = if whole.chars().count() <= CLAUSE { whole } else { text };
    if text.chars().count() <= CLAUSE {
        return tidy(text);
    }
    window(passage, candidate)
}

/// As many words around the candidate as fit.
fn window(passage: &Passage, candidate: &Candidate) -> String {
    let (mut first, mut last) = (usize::from(candidate.first), usize::from(candidate.last));
    loop {
        let before = (first.saturating_sub(1), first.saturating_sub(1) < first);
        let after = (last + 1, last + 1 < passage.len());
        let wider = (if before.1 { before.0 } else { first }, if after.1 { after.0 } else { last });
        if wider == (first, last) || passage.words(wider.0, wider.1).chars().count() > CLAUSE {
            break;
        }
        (first, last) = wider;
    }
    let text = passage.words(first, last);
    let opening = if first > 0 { "…" } else { "" };
    let closing = if last + 1 < passage.len() { "…" } else { "" };
    format!("{opening}{text}{closing}")
}

fn tidy(text: &str) -> String {
    text.trim()
        .trim_end_matches(['.', ',', ';', ':'])
        .trim_start_matches([',', ';'])
        .trim()
        .to_owned()
}

/// Names who said it, where the words shown do not.
fn with_speaker(passage: &Passage, candidate: &Candidate, text: String) -> String {
    let Some(speaker) = passage.speaker.as_deref() else { return text };
    let last_name = speaker.split_whitespace().last().unwrap_or(speaker);
    let _ = candidate;
    if text.contains(last_name) { text } else { format!("{text} ({speaker} said)") }
}

/// `text` with its first letter in upper case.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// `text` cut at a word so that it has at most `most` characters, "…" included.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    let end = cut.rfind(' ').filter(|&at| at > most / 2).unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end())
}

/// The proof of a candidate: its passage, quoted whole.
pub(crate) fn citation(base: &Base, passage: u32) -> Citation {
    let source = base.source_of(passage);
    Citation {
        title: source.title.clone(),
        outlet: source.outlet.clone(),
        published: source.published,
        url: source.url.clone(),
        quote: base.passage(passage).text.clone(),
        context: context(base, passage),
    }
}

fn context(base: &Base, number: u32) -> String {
    let passage = base.passage(number);
    let range = base.passages_of(passage.source as usize);
    let around = number.saturating_sub(1).max(range.start)..(number + 2).min(range.end);
    let texts: Vec<&str> = around
        .map(|other| base.passage(other))
        .filter(|other| other.is_title == passage.is_title)
        .map(|other| other.text.as_str())
        .collect();
    texts.join(" ")
}
