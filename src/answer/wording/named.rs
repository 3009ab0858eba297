//! Who or what is meant: names in the place of words that only stand for them.

use crate::answer::candidate::Candidate;
use crate::extract::arguments;
use crate::fact::{Passage, Referent};
use crate::text::syntax::Tag;

use super::span;

/// The longest description of a speaker that is told beside an answer, in characters.
const LONGEST_SPEAKER: usize = 60;

/// The candidate's words; where they only stand for a name, the name with the words beside it.
pub(super) fn short(passage: &Passage, candidate: &Candidate) -> String {
    let words = span(passage, candidate);
    let (first, last) = (candidate.first, candidate.last);
    let referents = || passage.referents.iter();
    if let Some(referent) = referents().find(|found| found.first == first && found.last == last) {
        return whole(passage, referent, words);
    }
    let opening = referents().find(|found| found.first == first && found.last < last);
    match opening.filter(|found| is_possessive(passage, found)) {
        Some(owner) => {
            let rest = passage.words(usize::from(owner.last) + 1, last.into());
            format!("{} {rest}", possessive(&owner.name))
        }
        None => told(passage, first.into(), last.into()),
    }
}

fn whole(passage: &Passage, referent: &Referent, words: &str) -> String {
    let token = usize::from(referent.last);
    let pronoun = passage
        .grammar
        .tokens
        .get(token)
        .is_some_and(|token| matches!(token.tag, Tag::PRP | Tag::PRPS | Tag::WP | Tag::WDT));
    if pronoun || referent.name.contains(words) {
        referent.name.clone()
    } else {
        format!("{} (“{words}”)", referent.name)
    }
}

/// "His", "its": a pronoun of one word. "Their" is left: whom it means is too unsure.
fn is_possessive(passage: &Passage, referent: &Referent) -> bool {
    referent.first == referent.last
        && !passage.word(referent.first.into()).eq_ignore_ascii_case("their")
        && passage.grammar.tokens[usize::from(referent.first)].tag == Tag::PRPS
        && referent.name.chars().count() <= 40
}

fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}’") } else { format!("{name}’s") }
}

/// The words from `first` to `last`, with the speaker's name where "he" or "she" says it.
pub(super) fn told(passage: &Passage, first: usize, last: usize) -> String {
    let text = passage.words(first, last);
    let Some(speaker) = &passage.speaker else { return text.to_owned() };
    let says = |found: &&Referent| {
        let token = usize::from(found.first);
        let here = (first..=last).contains(&token) && found.first == found.last;
        here && found.name == *speaker
            && passage.grammar.tokens[token].tag == Tag::PRP
            && arguments::is_speaker(&passage.grammar, token)
            && !passage.is_quoted(token)
    };
    let last_name = speaker.split_whitespace().last().unwrap_or(speaker);
    match passage.referents.iter().find(says).filter(|_| !text.contains(last_name)) {
        Some(found) => {
            let start = passage.grammar.span(first, last).start as usize;
            let pronoun = passage.grammar.tokens[usize::from(found.first)].span;
            let (from, to) = (pronoun.start as usize - start, pronoun.end as usize - start);
            format!("{}{speaker}{}", &text[..from], &text[to..])
        }
        None => text.to_owned(),
    }
}

/// "Ann Lee said", where the words shown do not name her.
pub(super) fn speaker(passage: &Passage, shown: &str) -> Option<String> {
    let speaker = known_speaker(passage)?;
    let last_name = speaker.split_whitespace().last().unwrap_or(speaker);
    (!shown.contains(last_name)).then(|| format!("{speaker} said"))
}

/// The speaker of a passage, where the article tells more of them than "who" or "they".
pub(super) fn known_speaker(passage: &Passage) -> Option<&str> {
    const NOBODY: [&str; 10] =
        ["who", "which", "that", "he", "she", "it", "they", "we", "i", "you"];
    let speaker = passage.speaker.as_deref()?;
    let named = !NOBODY.contains(&crate::text::fold(speaker).as_str());
    (named && speaker.chars().count() <= LONGEST_SPEAKER).then_some(speaker)
}
