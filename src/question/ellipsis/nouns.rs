//! A noun for what is asked of the rest: "ferry fire date?", "venue of the fair", "the mayor's view
//! on it".

use crate::question::answer_type::AnswerType;
use crate::question::words::Words;
use crate::text::Table;
use crate::text::syntax::Tag;

use super::{be, is_verb};

/// Nouns for what is asked of the rest of a question, and what asks for it in full; `_` stands for
/// the rest.
static ASKED: Table = Table::new(include_str!("../data/asked_nouns.tsv"));

/// "Ferry fire date?", "venue of the fair", "the king's name".
pub(super) fn of_noun(words: Words, last: usize) -> Option<String> {
    let named =
        |at: usize| ASKED.get(words.grammar.lemma(at)).or_else(|| ASKED.get(words.word(at)));
    let is_joined = words.is_one_of(last - 1, &["and", "or"]);
    if words.tag(last).is_noun()
        && !is_joined
        && let Some(asked) = named(last)
    {
        let in_two = usize::from(words.word(last - 1) == "death");
        let end = (last - in_two).checked_sub(1)?;
        let end = end.checked_sub(usize::from(words.tag(end) == Tag::POS))?;
        let has_clause = (0..=end).any(|at| words.is_auxiliary(at));
        // "The union president's name": who that is.
        let asked =
            if words.word(last) == "name" && words.is_person(end) { "who is _" } else { asked };
        return if has_clause { None } else { in_full(asked, words, (0, end)) };
    }
    let first = usize::from(words.tag(0) == Tag::DT);
    let plain = |at: &usize| words.tag(*at).is_noun() || words.tag(*at).is_adjective();
    let head = (first..last).take_while(plain).last()?;
    let start = head + 2;
    let asked = named(head)?;
    let is_of = words.word(head + 1) == "of";
    if !is_of && (words.word(head + 1) != "for" || !asked.contains("sentence")) || start > last {
        return None;
    }
    if head == first {
        return in_full(asked, words, (start, last));
    }
    let place = AnswerType::of_noun(words.grammar.lemma(head)) == Some(AnswerType::Place);
    place.then(|| format!("where was {}?", words.stretch(0, last)))
}

/// What asks in full, with the words from `first` to `last` in their place; of what is written the
/// day of its signing is asked for.
fn in_full(asked: &str, words: Words, (first, last): (usize, usize)) -> Option<String> {
    const WRITTEN: [&str; 8] =
        ["agreement", "treaty", "deal", "contract", "pact", "accord", "truce", "ceasefire"];
    let (before, after) = asked.split_once('_')?;
    let before =
        before.replace(" be ", &format!(" {} ", be(words, first, last, !is_ahead(words, first))));
    let is_written = WRITTEN.contains(&words.grammar.lemma(last));
    let signed = if is_written && before.starts_with("when") { " signed" } else { "" };
    Some(format!("{before}{}{after}{signed}?", words.stretch(first, last)))
}

/// "The *next* election": what is still to come.
fn is_ahead(words: Words, first: usize) -> bool {
    let opens = first + usize::from(words.tag(first) == Tag::DT);
    words.is_one_of(opens, &["next", "upcoming", "coming", "forthcoming"])
}

/// "The king's view on the law", "union's take on it".
pub(super) fn opinion(words: Words, last: usize) -> Option<String> {
    const OPINIONS: [&str; 9] = [
        "view", "views", "opinion", "opinions", "take", "thoughts", "stance", "position", "verdict",
    ];
    let at = (1..last).find(|&at| words.is_one_of(at, &OPINIONS))?;
    let end = at.checked_sub(1 + usize::from(words.tag(at - 1) == Tag::POS))?;
    let owned = words.tag(at - 1) == Tag::POS || words.word(end).ends_with('s') && end == 0;
    let about = words.is_one_of(at + 1, &["on", "about", "of", "regarding"]) && at + 2 <= last;
    let clause = (0..=end).any(|at| is_verb(words, at));
    (owned && about && !clause).then(|| {
        let who = words.stretch(0, end);
        let who =
            if words.tag(at - 1) == Tag::POS { who } else { who.strip_suffix('s').unwrap_or(who) };
        format!("what does {who} think of {}?", words.stretch(at + 2, last))
    })
}
