//! Fills the fields of a fact from its clause. A field that is in doubt stays empty.

use crate::fact::{Dated, Fact, Referent};
use crate::lexicon::Lexicon;
use crate::text::syntax::{EntityKind, Relation, Tag};

use super::super::{arguments, reference};
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
    let asides: Vec<Range> = [when.map(|(_, range)| range), place, why, how].into_iter().flatten().collect();
    Fact {
        quote: passage.text.clone(),
        who: who(piece, verb),
        what: what(piece, verb, &asides),
        place: place.map(|range| without_preposition(piece, range)),
        when: when.map(|(date, _)| dates::of(passage, date)),
        why: why.map(|(first, last)| in_full(passage, first, last)),
        how: how.map(|(first, last)| in_full(passage, first, last)),
        refers: refers(piece),
        ..Fact::default()
    }
}

/// What can be told of a clause whose verb and subject the grammar does not name; `None` where
/// it names nothing and counts nothing either, or asks.
pub(super) fn read_loosely(piece: &Piece) -> Option<Fact> {
    let grammar = &piece.passage.grammar;
    let verb = grammar.tokens.iter().position(|token| token.tag.is_verb());
    let counts = grammar.tokens.iter().any(|token| token.tag == Tag::CD);
    let says = grammar.tokens.len() > 4 && (verb.is_some() || counts || !grammar.entities.is_empty());
    let fact = read(piece, verb.unwrap_or(0));
    (says && !piece.passage.text.ends_with('?')).then_some(Fact { who: None, what: None, ..fact })
}

/// First and last token, both included.
type Range = (usize, usize);

/// The words of the piece that stand for names, each with its name, in order.
pub(super) fn refers(piece: &Piece) -> Vec<(String, String)> {
    let pair = |referent: &Referent| {
        let words = piece.words(referent.first.into(), referent.last.into());
        (words.to_owned(), referent.name.clone())
    };
    piece.passage.referents.iter().map(pair).collect()
}

/// Who acts, or what the clause is about.
pub(super) fn who(piece: &Piece, verb: usize) -> Option<String> {
    let passage = &piece.passage;
    let subject = arguments::subject(&passage.grammar, verb)?;
    if let Some(name) = person(piece, subject) {
        return Some(name);
    }
    let (first, last) = noun_phrase(piece, subject);
    if let Some(name) = titled(piece, first, verb) {
        return Some(name);
    }
    let tag = passage.grammar.tokens[subject].tag;
    let nameless = tag == Tag::PRP || tag.is_wh() || tag == Tag::DT || tag == Tag::EX;
    let opens = passage.grammar.tokens[first].tag;
    let prepositional = matches!(opens, Tag::IN | Tag::TO | Tag::VBG | Tag::MD) || opens.is_finite();
    let told = !prepositional && (passage.referent_at(subject).is_some() || !nameless);
    (told && last - first < LONGEST_SUBJECT).then(|| in_full(passage, first, last))
}

/// The person whose title begins at `first`: nothing but nouns and adjectives up to the name, and the
/// verb right behind it.
fn titled(piece: &Piece, first: usize, verb: usize) -> Option<String> {
    let grammar = &piece.passage.grammar;
    let begins = |token: &usize| grammar.entity_at(*token).is_some_and(|entity| entity.kind == EntityKind::Person);
    let start = (first..verb).find(begins)?;
    let title = (first..start).all(|token| grammar.tokens[token].tag.is_noun() || grammar.tokens[token].tag.is_adjective());
    let last = usize::from(grammar.entity_at(start)?.last);
    let behind = grammar.tokens.get(last + 1).map(|token| token.tag);
    let verbal = behind.is_some_and(|tag| tag.is_verb() || tag.is_adverb() || tag == Tag::MD);
    (title && verbal).then(|| in_full(&piece.passage, start, last))
}

/// The full name of a single person at `token`, without the titles around it.
fn person(piece: &Piece, token: usize) -> Option<String> {
    let passage = &piece.passage;
    let joined = passage.grammar.children(token).any(|child| passage.grammar.tokens[child].relation == Relation::Conj);
    let entity = passage.grammar.entity_at(token).filter(|entity| entity.kind == EntityKind::Person && !joined)?;
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
        *child > head && matches!(grammar.tokens[*child].relation, Flat | Compound | Nmod | Conj | NmodUnmarked | Nummod | Case | NmodDesc)
    };
    let last = grammar.children(head).filter(keeps).map(|child| grammar.subtree(child).1).fold(head, usize::max);
    let last = (head + 1..=last).find(|&token| is_break(piece, token)).map_or(last, |stop| stop - 1);
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
    tag.is_finite() || tag.is_wh() || matches!(tag, Tag::Colon | Tag::LeftQuote | Tag::RightQuote | Tag::LeftBracket)
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
            None if last > verb && grammar.tokens[last].tag.is_punctuation() && !is_closing(piece, last) => last -= 1,
            None => break,
        }
    }
    (last >= verb).then(|| in_full(&piece.passage, first, last))
}

fn is_closing(piece: &Piece, token: usize) -> bool {
    let word = piece.words(token, token);
    let opened = |mark: &str| (0..token).filter(|&before| piece.words(before, before) == mark).count();
    match word {
        "\"" => opened("\"") % 2 == 1 && opened("\"") > usize::from(piece.passage.text.starts_with('"')),
        "”" => opened("“") > opened("”") && !piece.passage.text.starts_with('“'),
        _ => matches!(word, ")" | "%"),
    }
}

/// The date nearest to the verb, and its words with the preposition.
fn when(piece: &Piece, verb: usize) -> Option<(&Dated, Range)> {
    let grammar = &piece.passage.grammar;
    let first_in = |date: &Dated| grammar.lemma(date.first.into()) == "in" && has_superlative(piece);
    let names_thing = |date: &Dated| {
        let last = usize::from(date.last);
        let head = grammar.head(last).filter(|&head| head > last && grammar.tokens[head].tag.is_noun());
        head.is_some() && matches!(grammar.tokens[last].relation, Relation::Compound | Relation::Amod)
    };
    let dates = piece.passage.dates.iter().filter(|date| dates::tells_when(date) && !first_in(date) && !names_thing(date));
    let distance = |date: &&Dated| {
        let away = |token: usize| arguments::distance(grammar, token, verb, 12);
        (date.when.is_none(), (date.first..=date.last).map(|token| away(token.into())).min())
    };
    let date = dates.min_by_key(distance)?;
    let first = usize::from(date.first);
    let preposition = first > 0 && grammar.tokens[first - 1].tag == Tag::IN;
    Some((date, (first - usize::from(preposition), date.last.into())))
}

/// "The first in four years", "the worst in a decade": a span of comparison, no date.
fn has_superlative(piece: &Piece) -> bool {
    let grammar = &piece.passage.grammar;
    (0..grammar.tokens.len()).any(|token| {
        matches!(grammar.tokens[token].tag, Tag::JJS | Tag::RBS) || grammar.lemma(token) == "first"
    })
}

/// The first phrase that names a place: its preposition to its last word.
fn place(piece: &Piece) -> Option<Range> {
    let grammar = &piece.passage.grammar;
    (0..grammar.tokens.len()).find_map(|token| {
        let preposition = matches!(grammar.lemma(token), "in" | "at" | "on" | "near" | "outside" | "across" | "to");
        let noun = grammar.head(token).filter(|&noun| preposition && noun > token)?;
        let case = grammar.tokens[token].relation == Relation::Case;
        let end = noun_phrase(piece, noun).1.min(token + 8);
        let dated = (noun + 1..=end).find(|&token| piece.passage.date_at(token).is_some());
        let range = (token, dated.map_or(end, |dated| dated - 1));
        let fits = match grammar.lemma(token) {
            "to" => is_journey(piece, noun),
            "on" => grammar.tokens[noun].relation == Relation::Obl && grammar.head(noun) == piece.predicate(),
            _ => true,
        };
        (case && fits && is_place(piece, token, noun)).then_some(range)
    })
}

/// "to" leads to where something happens only behind verbs of going.
fn is_journey(piece: &Piece, noun: usize) -> bool {
    let grammar = &piece.passage.grammar;
    let goes = |verb: usize| {
        matches!(grammar.lemma(verb), "go" | "travel" | "come" | "fly" | "return" | "move" | "head" | "sail" | "visit" | "trip")
    };
    grammar.head(noun).is_some_and(goes)
}

fn is_place(piece: &Piece, preposition: usize, noun: usize) -> bool {
    let passage = &piece.passage;
    if passage.date_at(noun).is_some() {
        return false;
    }
    if let Some(referent) = passage.referent_at(noun) {
        return referent.kind == EntityKind::Place;
    }
    if let Some(entity) = passage.grammar.entity_at(noun) {
        return entity.kind == EntityKind::Place;
    }
    let name = piece.words(preposition + 1, noun);
    let name = name.strip_prefix("the ").unwrap_or(name);
    let proper = passage.grammar.tokens[noun].tag.is_proper();
    let lexicon = Lexicon::builtin();
    let known = proper && (lexicon.country(name).is_some() || lexicon.place(name).is_some());
    let lemma = passage.grammar.lemma(noun);
    known || reference::is_place_noun(lemma) || (grammar_at(piece, preposition) && is_occasion(lemma))
}

fn grammar_at(piece: &Piece, preposition: usize) -> bool {
    piece.passage.grammar.lemma(preposition) == "at"
}

/// Whether a noun is something that people come together for: "briefing".
fn is_occasion(lemma: &str) -> bool {
    const TABLE: &str = include_str!("../data/occasions.txt");
    reference::is_event_noun(lemma) || TABLE.lines().any(|noun| noun == lemma)
}

fn without_preposition(piece: &Piece, (first, last): Range) -> String {
    in_full(&piece.passage, first + 1, last)
}

/// A reason or purpose that certain words open, to the end of its clause.
fn why(piece: &Piece) -> Option<Range> {
    const OPENERS: [&str; 10] = [
        "because", "due to", "owing to", "thanks to", "in order to", "so that", "amid", "as a result of", "so as to", "in protest",
    ];
    opened_by(piece, &OPENERS)
}

/// A means that certain words open, to the end of its phrase.
fn how(piece: &Piece) -> Option<Range> {
    const OPENERS: [&str; 3] = ["by means of", "through", "via"];
    opened_by(piece, &OPENERS).or_else(|| by_doing(piece))
}

/// "by raising taxes".
fn by_doing(piece: &Piece) -> Option<Range> {
    let grammar = &piece.passage.grammar;
    let at = (0..grammar.tokens.len().saturating_sub(1)).find(|&token| {
        grammar.lemma(token) == "by" && grammar.tokens[token + 1].tag == Tag::VBG && piece.passage.date_at(token).is_none()
    })?;
    Some((at, phrase_end(piece, at)))
}

fn opened_by(piece: &Piece, openers: &[&str]) -> Option<Range> {
    let words: Vec<String> = (0..piece.passage.len()).map(|token| piece.words(token, token).to_lowercase()).collect();
    let opens = |at: usize| openers.iter().any(|opener| opener.split(' ').enumerate().all(|(offset, word)| words.get(at + offset).is_some_and(|found| found == word)));
    let free = |at: usize| words[at - 1] != "including" && piece.passage.date_at(at).is_none();
    let at = (1..words.len()).find(|&at| opens(at) && free(at))?;
    let last = phrase_end(piece, at);
    (last > at + 1).then_some((at, last))
}

/// The last token of the phrase that begins at `first`: up to a comma behind it that is not one of
/// a list, else to the end.
fn phrase_end(piece: &Piece, first: usize) -> usize {
    let grammar = &piece.passage.grammar;
    let length = grammar.tokens.len();
    let stop = (first + 1..length).find(|&token| {
        let tag = grammar.tokens[token].tag;
        matches!(tag, Tag::Colon | Tag::Period) || (tag == Tag::Comma && !is_list_comma(piece, token))
    });
    stop.unwrap_or(length) - 1
}

/// Whether "and" or another comma follows soon with nothing but nouns and adjectives before it.
fn is_list_comma(piece: &Piece, comma: usize) -> bool {
    let grammar = &piece.passage.grammar;
    let plain = |tag: Tag| tag.is_noun() || tag.is_adjective() || tag == Tag::DT;
    let next = (comma + 1..grammar.tokens.len()).find(|&token| !plain(grammar.tokens[token].tag));
    next.is_some_and(|next| next > comma + 1 && next <= comma + 5 && matches!(grammar.tokens[next].tag, Tag::CC | Tag::Comma))
}
