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

/// Every piece that a finder proposes in a passage, each once; found the first time that the passage
/// is looked at.
pub(crate) fn of(base: &Base, passage: u32) -> &[Candidate] {
    base.pieces(passage, |it| find(it, passage))
}

pub(super) fn find(passage: &Passage, number: u32) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    let length = passage.len();
    for finder in FINDERS {
        finder(passage, &mut |first, last, head, kind| {
            let (first, last) = trimmed(passage, first, last);
            if first > last || last >= length || is_mere_title(passage, first, last) {
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
            let known = |old: &Candidate| (old.first, old.last) == (new.first, new.last);
            if !found.iter().any(known) {
                found.push(new);
            }
        });
    }
    for piece in &mut found {
        piece.notes = notes::of(passage, piece);
    }
    found
}

/// "Mr" in "Mr Lee", "Father" in "Father Brown": who that is tells the name.
fn is_mere_title(passage: &Passage, first: usize, last: usize) -> bool {
    let proper =
        |at: usize| passage.grammar.tokens.get(at).is_some_and(|token| token.tag.is_proper());
    let named = first == last && proper(first) && proper(first + 1);
    let title = || Lexicon::builtin().title(passage.word(first));
    named
        && title()
            .is_some_and(|title| matches!(title.kind, TitleKind::Honorific | TitleKind::Clergy))
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
        use crate::text::syntax::Tag;
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
