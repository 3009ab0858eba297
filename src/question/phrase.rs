//! Where the question word stands and how far its phrase reaches: "in *which city* did".

use crate::text::Table;
use crate::text::syntax::Tag;

use super::words::Words;

/// Words that ask for what their clause leaves open.
pub(super) const QUESTION_WORDS: [&str; 9] =
    ["when", "where", "who", "whom", "whose", "what", "which", "why", "how"];

/// Where the question word stands.
///
/// A relative "who" or "which" inside a noun phrase is none when an earlier question word or a
/// leading auxiliary has opened the question.
pub(super) fn question_word(words: Words) -> Option<usize> {
    let all = (0..words.len()).filter(|&at| words.is_one_of(at, &QUESTION_WORDS));
    let first = all.clone().next()?;
    if is_of_anyone(words, first) && all.clone().count() == 1 {
        return None;
    }
    if let Some(opening) = all.clone().find(|&at| opens(words, at)) {
        return Some(opening);
    }
    if first > 0 && opens_with_auxiliary(words) {
        return None;
    }
    let last = words.last().unwrap_or(first);
    let relative =
        first > 0 && (words.tag(first - 1).is_noun() || words.tag(first - 1) == Tag::Comma);
    let subordinate = (0..first).any(|at| words.tag(at).is_finite());
    (first == last || !(relative || subordinate)).then_some(first)
}

/// "Everyone *who* was there is safe": asks for nobody.
fn is_of_anyone(words: Words, at: usize) -> bool {
    const ANYONE: [&str; 8] =
        ["everyone", "everybody", "anyone", "anybody", "someone", "somebody", "nobody", "those"];
    at == 1 && words.word(at) == "who" && words.is_one_of(0, &ANYONE)
}

/// Whether a question begins at `at`: with nothing but lead-ins before it, or after another clause.
fn opens(words: Words, at: usize) -> bool {
    let led_in = (0..at).all(|before| is_lead_in(words.word(before))) || after_who_knows(words, at);
    let nothing_after_who = words.word(at) != "who" || !asks_who_knows(words, at);
    (led_in && nothing_after_who) || (follows_clause(words, at) && has_clause_of_its_own(words, at))
}

/// "Who knows when …", "who can tell me …" ask for the second question word.
fn asks_who_knows(words: Words, who: usize) -> bool {
    let knows = words.is_one_of(who + 1, &["knows", "remembers", "can", "could"])
        && (who + 2..words.len()).take(3).any(|at| words.is_one_of(at, &QUESTION_WORDS));
    knows
        && (who + 1..words.len())
            .take_while(|&at| !words.is_one_of(at, &QUESTION_WORDS))
            .all(|at| is_lead_in(words.word(at)))
}

fn after_who_knows(words: Words, at: usize) -> bool {
    at > 1
        && words.word(0) == "who"
        && asks_who_knows(words, 0)
        && (1..at).all(|before| is_lead_in(words.word(before)))
}

/// "Those three pictures, how much are they worth", "I read about it. When was that?"
fn follows_clause(words: Words, at: usize) -> bool {
    let mark =
        |at: usize| words.is_one_of(at, &[",", ".", "?", "!", ";", ":", "-", "–", "—", "..."]);
    let preposition = at > 1 && words.tag(at - 1) == Tag::IN && mark(at - 2);
    let link = at > 1 && words.is_one_of(at - 1, &["and", "but", "so"]) && mark(at - 2);
    at > 0 && (mark(at - 1) || preposition || link)
}

/// Whether an auxiliary follows soon, as in no relative clause.
fn has_clause_of_its_own(words: Words, at: usize) -> bool {
    let gap = if words.is_one_of(at, &["how", "what", "which", "whose"]) { 4 } else { 1 };
    let auxiliary = (at + 1..=at + gap).find(|&next| words.is_auxiliary(next));
    auxiliary.is_some_and(|found| {
        let between = (at + 1..found).all(|inside| {
            let tag = words.tag(inside);
            tag.is_noun() || tag.is_adjective() || tag.is_adverb() || tag == Tag::CD
        });
        let relative = matches!(words.word(at), "who" | "which")
            && found == at + 1
            && words.tag(found + 1).is_verb();
        between && !relative
    })
}

/// Words that ask for what follows them.
const IMPERATIVES: [&str; 11] = [
    "tell",
    "give",
    "list",
    "show",
    "describe",
    "explain",
    "summarise",
    "summarize",
    "name",
    "mention",
    "identify",
];

/// The first token that belongs to the question: behind "do you know", "any idea whether".
pub(super) fn start(words: Words, question_word: Option<usize>) -> usize {
    if question_word.is_none() && is_imperative(words) {
        return 1 + usize::from(words.is_one_of(1, &["me", "us"]));
    }
    let at = question_word.or_else(|| {
        let whether = (1..words.len()).find(|&at| words.is_one_of(at, &["if", "whether"]))?;
        Some(whether + 1)
    });
    at.filter(|&at| (0..at).all(|before| is_lead_in(words.word(before)) || before + 1 == at))
        .filter(|&at| at < words.len())
        .unwrap_or(0)
}

/// "Tell me about it", "list the members"; and not "name of the ship".
pub(super) fn is_imperative(words: Words) -> bool {
    words.is_one_of(0, &IMPERATIVES) && words.word(1) != "of"
}

/// Words that may stand before the question word without a clause of their own.
pub(super) fn is_lead_in(word: &str) -> bool {
    static LEAD_INS: Table = Table::new(include_str!("data/lead_ins.txt"));
    LEAD_INS.has(word)
}

/// Whether Yes or No is asked for: "did …", "and will …".
pub(super) fn opens_with_auxiliary(words: Words) -> bool {
    const AUXILIARIES: [&str; 29] = [
        "is", "are", "was", "were", "am", "do", "does", "did", "has", "have", "had", "will",
        "would", "can", "could", "shall", "should", "may", "might", "must", "ca", "wo", "ai",
        "isnt", "didnt", "wasnt", "doesnt", "arent", "hasnt",
    ];
    const LINKS: [&str; 13] = [
        "and", "but", "so", "ok", "okay", "well", "then", "also", "please", "hey", "hi", ",", "or",
    ];
    let first = (0..words.len()).find(|&at| !words.is_one_of(at, &LINKS));
    first.is_some_and(|at| words.is_one_of(at, &AUXILIARIES))
}

/// The head of the noun phrase that follows `at` directly; `at` where none does.
pub(super) fn noun_after(words: Words, at: usize) -> usize {
    let inside = |index: &usize| {
        let tag = words.tag(*index);
        let adverb = tag.is_adverb() && words.tag(index + 1).is_adjective();
        let name_after_noun = *index > at + 1
            && words.is_capital(*index)
            && words.tag(index - 1).is_noun()
            && !words.is_capital(index - 1);
        let open = tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::CD | Tag::VBN | Tag::VBG | Tag::POS);
        (open || adverb) && !name_after_noun
    };
    let last = (at + 1..words.len()).take_while(inside).last().unwrap_or(at);
    let noun = |index: &usize| words.tag(*index).is_noun();
    let found = (at + 1..=last).rev().find(noun).unwrap_or(at);
    if found == at { noun_before_auxiliary(words, at) } else { found }
}

/// Where the tags are no help, the word before the auxiliary: "how many district
/// council seats were".
fn noun_before_auxiliary(words: Words, at: usize) -> usize {
    const FURTHEST: usize = 5;
    let auxiliary = (at + 2..=at + FURTHEST).find(|&index| words.is_auxiliary(index));
    let plain = |index: usize| {
        let tag = words.tag(index);
        tag.is_noun() || tag.is_verb() || tag.is_adjective()
    };
    auxiliary
        .filter(|&found| {
            (at + 1..found).all(plain)
                && !words.is_auxiliary(at + 1)
                && words.tag(found - 1).is_noun()
        })
        .map_or(at, |found| found - 1)
}

/// Where the clause goes on behind the question phrase: behind "of the crash" in "how many
/// survivors of the crash are in hospital".
pub(super) fn clause_after(words: Words, last: usize) -> usize {
    let next = last + 1;
    if !words.is_one_of(next, &["of", "in", "from", "at", "on"]) {
        return (next..words.len())
            .find(|&at| !words.is_one_of(at, &["exactly", "else", "on", "the", "hell", "earth"]))
            .unwrap_or(next);
    }
    let verb = |at: &usize| words.is_auxiliary(*at) || words.tag(*at).is_verb();
    (next..words.len()).find(verb).unwrap_or(next)
}
