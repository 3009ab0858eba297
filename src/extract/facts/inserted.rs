//! What is said of somebody or something right beside its name: the title before it ("Foreign
//! Minister Ann Lee"), the apposition behind it ("Ann Lee, a former judge, …"), the participle or
//! relative clause behind it ("the treaty, signed in May 1998, …").

use crate::fact::{Fact, Passage};
use crate::lexicon::Lexicon;
use crate::text::syntax::{Entity, EntityKind, Relation, Tag};

use super::super::{description, factuality};
use super::piece::{Piece, in_full};
use super::{dates, fields};

/// The longest insertion, in words.
const LONGEST: usize = 28;

/// Words between two commas that are said of the noun before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Insertion {
    noun: usize,
    first: usize,
    last: usize,
}

impl Insertion {
    /// Its first and last token, the commas included.
    pub(super) fn with_commas(&self) -> (usize, usize) {
        (self.first - 1, self.last + 1)
    }
}

/// Every insertion of a clause, in order.
pub(super) fn find(piece: &Piece) -> Vec<Insertion> {
    let mut found: Vec<Insertion> = Vec::new();
    for comma in 1..piece.passage.len() {
        let free = found.last().is_none_or(|before| comma > before.last + 1);
        found.extend(behind(piece, comma).filter(|_| free));
    }
    found
}

/// Every fact beside a name or noun of a clause.
pub(super) fn facts(piece: &Piece, insertions: &[Insertion]) -> Vec<Fact> {
    let entities = &piece.passage.grammar.entities;
    let people = entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let titles = people.filter_map(|entity| title(&piece.passage, *entity));
    let behind = insertions.iter().filter_map(|insertion| fact(piece, insertion));
    titles.chain(behind).collect()
}

/// "Foreign Minister Ann Lee": she is foreign minister.
fn title(passage: &Passage, entity: Entity) -> Option<Fact> {
    let (first, last) = (usize::from(entity.first), usize::from(entity.last));
    let start = title_start(passage, first);
    let role = (start..first).any(|token| is_role(passage.grammar.lemma(token)));
    if !role || first - start > 8 {
        return None;
    }
    Some(Fact {
        quote: passage.words(start, last).to_owned(),
        who: Some(in_full(passage, first, last)),
        what: Some(passage.words(start, first - 1).to_owned()),
        refers: fields::refers(passage, (start, last)),
        ..Fact::default()
    })
}

/// Where the run of nouns and adjectives before a name begins.
fn title_start(passage: &Passage, first: usize) -> usize {
    let joins = |&token: &usize| {
        let tag = passage.grammar.tokens[token].tag;
        let dated = passage.date_at(token).is_some();
        !dated && (tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::POS | Tag::HYPH))
    };
    let start = (0..first).rev().take_while(joins).last().unwrap_or(first);
    let loose = passage
        .grammar
        .tokens
        .get(start)
        .is_some_and(|token| matches!(token.tag, Tag::POS | Tag::HYPH));
    if loose { start + 1 } else { start }
}

fn is_role(lemma: &str) -> bool {
    let honorific =
        matches!(lemma, "mr" | "mr." | "mrs" | "mrs." | "ms" | "ms." | "dr" | "dr." | "sir");
    !honorific && (description::is_role_noun(lemma) || Lexicon::builtin().title(lemma).is_some())
}

/// What stands between the comma at `comma` and the next one, where it is said of the noun before.
fn behind(piece: &Piece, comma: usize) -> Option<Insertion> {
    let passage = &piece.passage;
    let grammar = &passage.grammar;
    if grammar.tokens[comma].tag != Tag::Comma || passage.is_quoted(comma) {
        return None;
    }
    let head = (0..comma).rev().find(|&token| grammar.tokens[token].tag.is_noun())?;
    let last = inserted_end(passage, comma)?;
    let is_near = comma - head == 1;
    let told = is_near && says_something(passage, comma + 1, last);
    let noun = top_noun(passage, head);
    if !told || inserts_adverbial(passage, noun) {
        return None;
    }
    Some(Insertion { noun, first: comma + 1, last })
}

/// The head of the phrase that ends with `token`: of "office under the ministry" the office.
fn top_noun(passage: &Passage, token: usize) -> usize {
    use Relation::{Compound, Flat, Nmod, NmodUnmarked};
    let grammar = &passage.grammar;
    let above = |&token: &usize| {
        let inner = matches!(grammar.tokens[token].relation, Flat | Compound | Nmod | NmodUnmarked);
        grammar
            .head(token)
            .filter(|&head| inner && head < token && grammar.tokens[head].tag.is_noun())
    };
    std::iter::successors(Some(token), above).last().unwrap_or(token)
}

/// A noun that is only the place or day of a clause ("In May, …") has nothing said of it.
fn inserts_adverbial(passage: &Passage, noun: usize) -> bool {
    let leads = passage.grammar.tokens[noun].relation;
    passage.date_at(noun).is_some()
        || matches!(leads, Relation::OblUnmarked | Relation::NmodUnmarked)
}

/// The end of an insertion that a comma opens: before the next comma that a verb follows, or that
/// ends a "who" clause; `None` where the words go on.
fn inserted_end(passage: &Passage, comma: usize) -> Option<usize> {
    let grammar = &passage.grammar;
    let limit = passage.len().min(comma + LONGEST);
    let next = (comma + 2..limit).find(|&token| grammar.tokens[token].tag == Tag::Comma)?;
    let verb = grammar
        .tokens
        .get(next + 1)
        .is_some_and(|token| token.tag.is_finite() || token.tag.is_adverb());
    verb.then_some(next - 1)
}

/// Whether an insertion is an apposition with an article or a role, a participle, or a "who"
/// clause.
fn says_something(passage: &Passage, first: usize, last: usize) -> bool {
    let grammar = &passage.grammar;
    let tag = grammar.tokens[first].tag;
    let relative = matches!(tag, Tag::WP | Tag::WDT);
    let finite = (first..=last).any(|token| grammar.tokens[token].tag.is_finite());
    let nested = (first + 1..=last).any(|token| grammar.tokens[token].tag.is_wh());
    let opens =
        matches!(tag, Tag::DT | Tag::VBN | Tag::VBD) || is_role_phrase(passage, first, last);
    last > first && (relative || (opens && (!finite || nested || tag == Tag::VBD)))
}

fn is_role_phrase(passage: &Passage, first: usize, last: usize) -> bool {
    let grammar = &passage.grammar;
    let words = (first..=last).take_while(|&token| {
        grammar.tokens[token].tag.is_noun() || grammar.tokens[token].tag.is_adjective()
    });
    words.into_iter().any(|token| is_role(grammar.lemma(token)))
}

fn fact(piece: &Piece, insertion: &Insertion) -> Option<Fact> {
    let passage = &piece.passage;
    let &Insertion { noun, first, last } = insertion;
    let (start, end) = fields::noun_phrase(piece, noun);
    if end >= first || start >= first {
        return None;
    }
    let dated = passage
        .dates
        .iter()
        .find(|date| (first..=last).contains(&usize::from(date.first)) && dates::tells_when(date));
    let who = name_in(passage, start, end).unwrap_or_else(|| in_full(passage, start, end));
    let relative = matches!(passage.grammar.tokens[first].tag, Tag::WP | Tag::WDT);
    Some(Fact {
        quote: passage.words(start, last).to_owned(),
        standing: standing_within(passage, first, last),
        who: Some(who),
        what: Some(what(passage, first + usize::from(relative), last)),
        when: dated.map(|date| dates::of(passage, date)),
        refers: fields::refers(passage, (start, last)),
        ..Fact::default()
    })
}

/// The insertion with its names in full, unless it stands for a name as a whole.
fn what(passage: &Passage, first: usize, last: usize) -> String {
    let whole = passage.referents.iter().any(|referent| {
        usize::from(referent.first) == first && passage.grammar.tokens[first].tag == Tag::DT
    });
    if whole { passage.words(first, last).to_owned() } else { in_full(passage, first, last) }
}

fn name_in(passage: &Passage, start: usize, end: usize) -> Option<String> {
    let entity =
        passage.grammar.entity_at(end).filter(|entity| entity.kind == EntityKind::Person)?;
    let first = usize::from(entity.first);
    (first >= start).then(|| in_full(passage, first, end))
}

/// The standing of the first verb of an insertion.
fn standing_within(passage: &Passage, first: usize, last: usize) -> crate::fact::Factuality {
    let verb = (first..=last).find(|&token| passage.grammar.tokens[token].tag.is_verb());
    verb.map_or_else(Default::default, |verb| factuality::of_clause(passage, verb))
}
