//! A piece of a passage that may be the answer, and the finders that propose such pieces.
//!
//! Finders know nothing of each other nor of the ranking: each looks at a passage and names spans.
//! A finder of another making joins by a line in [`FINDERS`].

mod clauses;
mod dates;
mod descriptions;
mod notes;
pub(super) mod numbers;
mod phrases;
mod quotations;
pub(super) mod sign;

use crate::fact::{Base, Notes, Passage};
use crate::lexicon::{Lexicon, TitleKind};
use crate::text::syntax::Tag;

pub(crate) use crate::fact::{Piece as Candidate, PieceKind as Kind};

/// Proposes pieces of a passage: `propose(first, last, head, kind)`.
type Finder = fn(&Passage, &mut dyn FnMut(usize, usize, usize, Kind));

const FINDERS: [Finder; 8] = [
    dates::find,
    numbers::find,
    phrases::names,
    phrases::nationalities,
    descriptions::find,
    phrases::noun_phrases,
    clauses::find,
    quotations::find,
];

/// Every piece that a finder proposes in a passage, each once; found the first time that the
/// passage is looked at.
pub(crate) fn of(base: &Base, passage: u32) -> &[Candidate] {
    base.pieces(passage, |it| find(it, passage))
}

pub(super) fn find(passage: &Passage, number: u32) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let length = passage.len();
    for finder in FINDERS {
        finder(passage, &mut |first, last, head, kind| {
            let (first, last) = trimmed(passage, first, last);
            let is_mere = |at: usize| is_mere_title(passage, at) || is_mere_particle(passage, at);
            if first > last || last >= length || first == last && is_mere(first) {
                return;
            }
            let new = Candidate {
                passage: number,
                first: first as u16,
                last: last as u16,
                head: head as u16,
                kind,
                notes: Notes::default(),
            };
            add(&mut found, new);
        });
    }
    for piece in &mut found {
        piece.notes = Notes { is_twin: piece.notes.is_twin, ..notes::of(passage, piece) };
    }
    found
}

/// Adds a piece where its words are not known yet, or were only known as a number with what it
/// counts: "two banks" is a count, and those whose tower it is.
fn add(found: &mut Vec<Candidate>, new: Candidate) {
    let known = |old: &&mut Candidate| (old.first, old.last) == (new.first, new.last);
    match found.iter_mut().find(known) {
        None => found.push(new),
        Some(old) if old.kind == Kind::Number && is_counted(old, &new) => {
            old.notes.is_twin = true;
            let notes = Notes { is_twin: true, ..Notes::default() };
            found.push(Candidate { notes, ..new });
        }
        Some(_) => {}
    }
}

/// Whether a phrase of the same words as a number is what that counts.
fn is_counted(number: &Candidate, phrase: &Candidate) -> bool {
    !number.notes.is_twin && phrase.kind == Kind::Phrase && phrase.head != number.head
}

/// "Mr" in "Mr Lee", "Father" in "Father Brown": who that is tells the name.
fn is_mere_title(passage: &Passage, at: usize) -> bool {
    let proper =
        |at: usize| passage.grammar.tokens.get(at).is_some_and(|token| token.tag.is_proper());
    let title = || Lexicon::builtin().title(passage.word(at));
    proper(at)
        && proper(at + 1)
        && title()
            .is_some_and(|title| matches!(title.kind, TitleKind::Honorific | TitleKind::Clergy))
}

/// The "on" of "go on": no answer to anything.
fn is_mere_particle(passage: &Passage, at: usize) -> bool {
    const PARTICLES: [&str; 8] = ["on", "up", "out", "off", "in", "down", "over", "by"];
    let tag = passage.grammar.tokens[at].tag;
    matches!(tag, Tag::IN | Tag::RP | Tag::TO)
        || tag.is_adverb() && PARTICLES.contains(&passage.word(at))
}

/// The span without the marks at its edges; a closing mark stays when its opening one is inside.
fn trimmed(passage: &Passage, mut first: usize, mut last: usize) -> (usize, usize) {
    let mark = |index: usize| {
        passage
            .grammar
            .tokens
            .get(index)
            .is_some_and(|token| token.tag.is_punctuation() && !is_symbol(passage.word(index)))
    };
    while first < last && mark(first) {
        first += 1;
    }
    let hangs = |index: usize| {
        let tag = passage.grammar.tokens.get(index).map(|token| token.tag);
        matches!(tag, Some(Tag::IN | Tag::TO | Tag::CC | Tag::DT | Tag::WDT | Tag::PRPS))
    };
    while last > first && (hangs(last) || (mark(last) && !closes(passage, first, last))) {
        last -= 1;
    }
    if mark(first) && first == last { (1, 0) } else { (first, last) }
}

fn is_symbol(word: &str) -> bool {
    matches!(word, "%" | "$" | "£" | "€" | "#")
}

fn closes(passage: &Passage, first: usize, last: usize) -> bool {
    let opening = match passage.word(last) {
        ")" => "(",
        "]" => "[",
        "”" => "“",
        _ => return false,
    };
    (first..last).any(|index| passage.word(index) == opening)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, syntax};

    #[test]
    fn what_is_counted_is_a_count_and_a_thing() {
        let text = "The firm shares the tower with two banks.";
        let grammar = syntax::analyse(text, Span::new(0..text.len()));
        let passage = Passage { text: text.to_owned(), grammar, ..Passage::default() };
        let found = find(&passage, 0);
        let banks = found
            .iter()
            .filter(|piece| passage.words(piece.first.into(), piece.last.into()) == "two banks");
        let banks: Vec<(Kind, bool)> = banks.map(|it| (it.kind, it.notes.is_twin)).collect();
        assert_eq!(banks, [(Kind::Number, true), (Kind::Phrase, true)]);
    }
}
