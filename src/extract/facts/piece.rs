//! Stretches of a sentence as a sentence of their own.
//!
//! A piece keeps the grammar of its sentence where its words hang together in one tree, and is
//! read again where they do not. What only the whole article tells (days, names behind pronouns)
//! is taken along.

use crate::fact::{Dated, Passage, Referent};
use crate::text::Span;
use crate::text::syntax::{self, Relation, Sentence, Stretch, Tag};

/// A clause or phrase of a passage as a passage.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Its words, grammar, dates and referents.
    pub(super) passage: Passage,
}

impl Piece {
    /// The tokens of a range, both ends included.
    pub(super) fn cut(passage: &Passage, range: (usize, usize)) -> Self {
        Self::join(passage, &[range])
    }

    /// The piece without the tokens of these ranges, which are in order and apart.
    pub(super) fn without(&self, ranges: &[(usize, usize)]) -> Self {
        let mut kept = Vec::new();
        let mut start = 0;
        for &(first, last) in ranges {
            kept.extend(first.checked_sub(1).filter(|&end| end >= start).map(|end| (start, end)));
            start = last + 1;
        }
        kept.extend(
            self.passage.len().checked_sub(1).filter(|&end| end >= start).map(|end| (start, end)),
        );
        Self::join(&self.passage, &kept)
    }

    fn join(passage: &Passage, ranges: &[(usize, usize)]) -> Self {
        let mut text = String::new();
        let mut parts = Vec::new();
        for &(first, last) in ranges {
            if !text.is_empty() {
                text.push(' ');
            }
            parts.push(Stretch { first, last, begins: text.len() });
            text.push_str(passage.words(first, last));
        }
        let grammar = passage.grammar.part(&parts).unwrap_or_else(|| read(&text));
        let place = |old: Span| place(passage, &grammar, &parts, old);
        let dates = passage.dates.iter().filter_map(|date| {
            let (span, first, last) = place(date.span)?;
            Some(Dated { span, first, last, ..date.clone() })
        });
        let referents = passage.referents.iter().filter_map(|referent| {
            let (_, first, last) =
                place(passage.grammar.span(referent.first.into(), referent.last.into()))?;
            Some(Referent { first, last, ..referent.clone() })
        });
        let (dates, referents) = (dates.collect(), referents.collect());
        Piece { passage: Passage { text, dates, referents, grammar, ..Passage::default() } }
    }

    /// The verb of its main clause, or the noun or adjective after its "is".
    pub(super) fn predicate(&self) -> Option<usize> {
        let grammar = &self.passage.grammar;
        let root = grammar.root()?;
        let below = (0..grammar.tokens.len()).filter(|&token| token != root);
        std::iter::once(root).chain(below).find(|&token| is_predicate(grammar, token))
    }

    /// The words of some tokens.
    pub(super) fn words(&self, first: usize, last: usize) -> &str {
        self.passage.words(first, last)
    }
}

/// The grammar of a clause or phrase. It is read with a full stop behind it, as sentences are.
pub(super) fn read(text: &str) -> Sentence {
    let stopped = format!("{text}.");
    let mut grammar = syntax::analyse(&stopped, Span::new(0..stopped.len()));
    let stop = grammar.tokens.len().saturating_sub(1);
    let apart = grammar.tokens.last().is_some_and(|token| token.span.start as usize == text.len());
    let leaf = grammar.children(stop).next().is_none() && !grammar.is_root(stop);
    if text.ends_with('.') || !apart || !leaf {
        return syntax::analyse(text, Span::new(0..text.len()));
    }
    grammar.pop();
    grammar
}

/// Whether a token is a finite verb, or a predicate, with a subject.
pub(super) fn is_predicate(grammar: &Sentence, token: usize) -> bool {
    let subject = grammar.children(token).any(|child| grammar.tokens[child].relation.is_subject());
    subject && is_finite(grammar, token)
}

fn is_finite(grammar: &Sentence, token: usize) -> bool {
    let carries = |token: usize| grammar.tokens[token].tag.is_finite();
    let helper = |&child: &usize| {
        matches!(grammar.tokens[child].relation, Relation::Aux | Relation::AuxPass | Relation::Cop)
    };
    carries(token) || grammar.children(token).filter(helper).any(carries)
}

/// Where a span of the whole lies in a piece of these parts: bytes, first and last token.
fn place(
    whole: &Passage,
    piece: &Sentence,
    parts: &[Stretch],
    old: Span,
) -> Option<(Span, u16, u16)> {
    let of = |part: &Stretch| whole.grammar.span(part.first, part.last);
    let part = parts.iter().find(|part| of(part).contains(old))?;
    let span = old.moved(of(part).start as usize, part.begins);
    let (first, last) = piece.tokens_in(span)?;
    Some((span, first as u16, last as u16))
}

/// The words from `first` to `last` with every pronoun and description replaced by its name; a
/// pronoun stays where the name stands beside it, which would read as if it were another's.
pub(super) fn in_full(passage: &Passage, first: usize, last: usize) -> String {
    let mut text = String::new();
    let mut at = passage.grammar.span(first, last).start as usize;
    for referent in &passage.referents {
        let (from, to) = (usize::from(referent.first), usize::from(referent.last));
        let span = passage.grammar.span(from, to);
        let stands_beside = || {
            let name = referent.name.split(' ').next_back().unwrap_or_default();
            from == to
                && matches!(passage.grammar.tokens[from].tag, Tag::PRP | Tag::PRPS)
                && (first..=last).any(|at| at != from && passage.word(at) == name)
        };
        if from < first || to > last || (span.start as usize) < at || stands_beside() {
            continue;
        }
        text.push_str(&passage.text[at..span.start as usize]);
        match referent.name.strip_prefix("The ").filter(|_| !text.is_empty()) {
            Some(name) => text.extend(["the ", name]),
            None => text.push_str(&referent.name),
        }
        at = span.end as usize;
        let owner = owner_mark(passage, to);
        if passage.grammar.tokens[to].tag == Tag::PRPS || owner.is_some() {
            text.push_str(if referent.name.ends_with('s') { "'" } else { "'s" });
            at = owner.unwrap_or(at);
        }
    }
    let end = passage.grammar.span(first, last).end as usize;
    text.push_str(passage.text.get(at..end).unwrap_or_default());
    text
}

/// The end of the "'s" or "'" behind a token, where one stands there.
fn owner_mark(passage: &Passage, token: usize) -> Option<usize> {
    let next = passage.grammar.tokens.get(token + 1)?;
    (next.tag == Tag::POS).then_some(next.span.end as usize)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::fact::DateKind;
    use crate::text::syntax::EntityKind;

    /// A sentence without anything resolved.
    pub(in crate::extract::facts) fn passage(text: &str) -> Passage {
        let grammar = syntax::analyse(text, Span::new(0..text.len()));
        Passage { text: text.to_owned(), grammar, ..Passage::default() }
    }

    #[test]
    fn dates_and_names_keep_their_places() {
        let mut whole = passage("Aides said she will resign on Friday.");
        let friday = Span::new(30..36);
        whole.dates =
            vec![Dated { span: friday, first: 6, last: 6, when: None, kind: DateKind::Calendar }];
        whole.referents =
            vec![Referent { first: 2, last: 2, name: "Ann Lee".into(), kind: EntityKind::Person }];
        let piece = Piece::cut(&whole, (2, 6));
        assert_eq!(piece.passage.dates[0].span.of(&piece.passage.text), "Friday");
        assert_eq!(piece.passage.referents[0].first, 0);
        assert_eq!(in_full(&piece.passage, 0, 2), "Ann Lee will resign");
    }

    #[test]
    fn a_possessive_pronoun_becomes_a_name_in_the_possessive() {
        let mut whole = passage("They met his aides.");
        whole.referents =
            vec![Referent { first: 2, last: 2, name: "Ann Lee".into(), kind: EntityKind::Person }];
        assert_eq!(in_full(&whole, 0, 3), "They met Ann Lee's aides");
    }
}
