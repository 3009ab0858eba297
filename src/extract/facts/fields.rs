//! Fills the fields of a fact from its clause. A field that is in doubt stays empty.

use crate::fact::{Fact, Passage, Referent};
use crate::text::syntax::{Entity, EntityKind, Relation, Tag};

use super::super::arguments;
use super::circumstances::{how, place, when, why};
use super::dates;
use super::piece::{Piece, in_full};

/// The longest subject, in words; what is longer was read wrongly more often than not.
const LONGEST_SUBJECT: usize = 16;

/// The fact of a clause with the verb (or predicate noun) `verb`; who says it is told elsewhere.
pub(super) fn read(piece: &Piece, verb: usize) -> Fact {
    let passage = &piece.passage;
    let when = when(piece, verb);
    let place = place(piece);
    let (why, how) = (why(piece), how(piece));
    let asides: Vec<Range> =
        [when.map(|(_, range)| range), place, why, how].into_iter().flatten().collect();
    Fact {
        quote: passage.text.clone(),
        who: who(piece, verb),
        what: what(piece, verb, &asides),
        place: place.map(|range| without_preposition(piece, range)),
        when: when.map(|(date, _)| dates::of(passage, date)),
        why: why.map(|(first, last)| in_full(passage, first, last)),
        how: how.map(|(first, last)| in_full(passage, first, last)),
        ..Fact::default()
    }
}

/// What can be told of a clause whose verb and subject the grammar does not name; `None` where
/// it names nothing and counts nothing either.
pub(super) fn read_loosely(piece: &Piece) -> Option<Fact> {
    let grammar = &piece.passage.grammar;
    let verb = grammar.tokens.iter().position(|token| token.tag.is_verb());
    let counts = grammar.tokens.iter().any(|token| token.tag == Tag::CD);
    let says =
        grammar.tokens.len() > 4 && (verb.is_some() || counts || !grammar.entities.is_empty());
    let fact = read(piece, verb.unwrap_or(0));
    says.then_some(Fact { who: None, what: None, ..fact })
}

/// First and last token, both included.
pub(super) type Range = (usize, usize);

/// The words in a range that stand for names, each with its name, in order.
pub(super) fn refers(passage: &Passage, (first, last): Range) -> Vec<(String, String)> {
    let inside = |referent: &&Referent| {
        usize::from(referent.first) >= first && usize::from(referent.last) <= last
    };
    let pair = |referent: &Referent| {
        let words = passage.words(referent.first.into(), referent.last.into());
        (words.to_owned(), referent.name.clone())
    };
    passage.referents.iter().filter(inside).map(pair).collect()
}

/// Who acts, or what the clause is about.
pub(super) fn who(piece: &Piece, verb: usize) -> Option<String> {
    let passage = &piece.passage;
    let subject = arguments::subject(&passage.grammar, verb)?;
    if let Some(name) = person(piece, subject) {
        return Some(name);
    }
    let (first, last) = noun_phrase(piece, subject);
    if let Some(name) = titled(piece, (first, last), verb) {
        return Some(name);
    }
    let tag = passage.grammar.tokens[subject].tag;
    let nameless = tag == Tag::PRP || tag.is_wh() || tag == Tag::DT || tag == Tag::EX;
    let opens = passage.grammar.tokens[first].tag;
    let prepositional =
        matches!(opens, Tag::IN | Tag::TO | Tag::VBG | Tag::MD) || opens.is_finite();
    let told = !prepositional && (passage.referent_at(subject).is_some() || !nameless);
    (told && last - first < LONGEST_SUBJECT).then(|| in_full(passage, first, last))
}

/// The person whose title the phrase begins with: nothing but nouns and adjectives up to the name,
/// and the verb right behind it or nothing more.
fn titled(piece: &Piece, (first, last): Range, verb: usize) -> Option<String> {
    let grammar = &piece.passage.grammar;
    let is_titled = |name: &&Entity| {
        let (start, end) = (usize::from(name.first), usize::from(name.last));
        let title = |token: usize| {
            let tag = grammar.tokens[token].tag;
            tag.is_noun() || tag.is_adjective()
        };
        let verbal = || {
            let behind = grammar.tokens.get(end + 1).map(|token| token.tag);
            behind.is_some_and(|tag| tag.is_verb() || tag.is_adverb() || tag == Tag::MD)
        };
        name.kind == EntityKind::Person
            && start >= first
            && (first..start).all(title)
            && (end == last || start < verb && verbal())
    };
    let name = grammar.entities.iter().find(is_titled)?;
    Some(in_full(&piece.passage, name.first.into(), name.last.into()))
}

/// The full name of a single person at `token`, without the titles around it.
fn person(piece: &Piece, token: usize) -> Option<String> {
    let passage = &piece.passage;
    let joined = passage
        .grammar
        .children(token)
        .any(|child| passage.grammar.tokens[child].relation == Relation::Conj);
    let entity = passage
        .grammar
        .entity_at(token)
        .filter(|entity| entity.kind == EntityKind::Person && !joined)?;
    let (first, last) = (usize::from(entity.first), usize::from(entity.last));
    Some(in_full(passage, first, last))
}

/// A noun with what stands before it, its "of …" and what "and" joins to it.
pub(super) fn noun_phrase(piece: &Piece, head: usize) -> Range {
    let grammar = &piece.passage.grammar;
    let (first, _) = grammar.subtree(head);
    let first = (first..=head).find(|&token| !is_edge(piece, token)).unwrap_or(head);
    let keeps = |child: &usize| {
        use Relation::*;
        *child > head
            && matches!(
                grammar.tokens[*child].relation,
                Flat | Compound | Nmod | Conj | NmodUnmarked | Nummod | Case | NmodDesc
            )
    };
    let last = grammar
        .children(head)
        .filter(keeps)
        .map(|child| grammar.subtree(child).1)
        .fold(head, usize::max);
    let last =
        (head + 1..=last).find(|&token| is_break(piece, token)).map_or(last, |stop| stop - 1);
    (first, last)
}

/// Words that a phrase does not begin with: marks, "and", an adverb before the whole clause.
fn is_edge(piece: &Piece, token: usize) -> bool {
    let found = piece.passage.grammar.tokens[token];
    found.tag.is_punctuation() || matches!(found.tag, Tag::CC | Tag::RB)
}

/// Where the words behind a noun stop to belong to it.
fn is_break(piece: &Piece, token: usize) -> bool {
    let tag = piece.passage.grammar.tokens[token].tag;
    tag.is_finite()
        || tag.is_wh()
        || matches!(tag, Tag::Colon | Tag::LeftQuote | Tag::RightQuote | Tag::LeftBracket)
}

/// The verb with its helpers and complements: all words behind them but the `asides` at the end.
fn what(piece: &Piece, verb: usize, asides: &[Range]) -> Option<String> {
    let grammar = &piece.passage.grammar;
    let helper = |&child: &usize| {
        use Relation::*;
        child < verb && matches!(grammar.tokens[child].relation, Aux | AuxPass | Cop)
    };
    let first = grammar.children(verb).find(helper).unwrap_or(verb);
    let mut last = grammar.tokens.len() - 1;
    loop {
        let aside = asides.iter().find(|aside| aside.1 == last && aside.0 > verb);
        match aside {
            Some(aside) => last = aside.0 - 1,
            None if last > verb
                && grammar.tokens[last].tag.is_punctuation()
                && !is_closing(piece, last) =>
            {
                last -= 1
            }
            None => break,
        }
    }
    (last >= verb).then(|| in_full(&piece.passage, first, last))
}

fn is_closing(piece: &Piece, token: usize) -> bool {
    let word = piece.words(token, token);
    let opened =
        |mark: &str| (0..token).filter(|&before| piece.words(before, before) == mark).count();
    match word {
        "\"" => {
            opened("\"") % 2 == 1 && opened("\"") > usize::from(piece.passage.text.starts_with('"'))
        }
        "”" => opened("“") > opened("”") && !piece.passage.text.starts_with('“'),
        _ => matches!(word, ")" | "%"),
    }
}

fn without_preposition(piece: &Piece, (first, last): Range) -> String {
    in_full(&piece.passage, first + 1, last)
}
