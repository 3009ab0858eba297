//! Pieces of a sentence that several finders cut: noun phrases, and where a phrase may end.

use crate::fact::Passage;
use crate::text::syntax::Tag;

/// The longest phrase, in tokens.
pub(super) const LONGEST: usize = 24;

/// A run of tokens, both ends included.
pub(super) type Run = (usize, usize);

/// The noun phrases of a passage without what follows their noun: "at least seven people".
pub(super) fn noun_phrases(passage: &Passage) -> Vec<Run> {
    let mut phrases = Vec::new();
    let mut at = 0;
    while at < passage.len() {
        let end = (at..passage.len())
            .find(|&token| !belongs(passage, at, token))
            .unwrap_or(passage.len());
        if let Some(last) = (at..end).rev().find(|&token| is_head(passage, token)) {
            phrases.push((opening(passage, at), last));
        }
        at = end.max(at + 1);
    }
    phrases
}

fn is_head(passage: &Passage, token: usize) -> bool {
    let tag = passage.grammar.tokens[token].tag;
    tag.is_noun() || tag == Tag::CD
}

/// Whether a token goes on with the noun phrase that begins at `first`.
fn belongs(passage: &Passage, first: usize, token: usize) -> bool {
    let tag = passage.grammar.tokens[token].tag;
    match tag {
        Tag::DT | Tag::PRPS | Tag::PDT => token == first,
        Tag::VBG | Tag::VBN => {
            let next = passage.grammar.tokens.get(token + 1);
            token > first && next.is_some_and(|next| next.tag.is_noun() || next.tag.is_adjective())
        }
        Tag::POS => token > first,
        Tag::CD | Tag::Dollar | Tag::HYPH | Tag::AFX => true,
        _ => tag.is_noun() || tag.is_adjective(),
    }
}

/// Where a phrase begins that has "at least" or "more than" before its number.
fn opening(passage: &Passage, first: usize) -> usize {
    let tag =
        |token: usize| passage.grammar.tokens.get(token).map_or(Tag::Period, |token| token.tag);
    let before = |steps: usize| first.checked_sub(steps).map_or(Tag::Period, tag);
    let least = tag(first) == Tag::JJS && tag(first + 1) == Tag::CD && before(1) == Tag::IN;
    let more = tag(first) == Tag::CD
        && matches!(
            (before(2), before(1)),
            (Tag::JJR | Tag::RBR | Tag::IN, Tag::IN | Tag::RBS | Tag::TO)
        );
    first - if least { 1 } else { usize::from(more) * 2 }
}

/// The tokens where a phrase from `first` on may end, nearest first; none beyond the end of its
/// sentence or segment.
pub(super) fn ends(passage: &Passage, first: usize) -> Vec<usize> {
    let limit = passage.len().min(first + LONGEST);
    let mut ends = Vec::new();
    for token in first..limit {
        if may_end(passage, token) {
            ends.push(token);
        }
        if matches!(passage.grammar.tokens[token].tag, Tag::Colon | Tag::Period) {
            break;
        }
    }
    ends
}

fn may_end(passage: &Passage, token: usize) -> bool {
    let tag = passage.grammar.tokens[token].tag;
    let open = tag.is_punctuation()
        || matches!(tag, Tag::DT | Tag::PRPS | Tag::TO | Tag::CC | Tag::POS | Tag::MD | Tag::IN)
        || tag.is_wh();
    !open
        && passage.grammar.tokens.get(token + 1).is_none_or(|next| opens(next.tag) || tag.is_verb())
}

/// Whether a word of this kind begins something new.
fn opens(tag: Tag) -> bool {
    tag.is_punctuation()
        || tag.is_wh()
        || tag.is_verb()
        || matches!(tag, Tag::IN | Tag::TO | Tag::CC | Tag::MD | Tag::RB | Tag::DT | Tag::PRP)
}

/// Where the group of a verb begins: "has been arrested", "narrowly avoids".
pub(super) fn verb_group_start(passage: &Passage, verb: usize) -> usize {
    let auxiliary = |token: &usize| {
        let tag = passage.grammar.tokens[*token].tag;
        tag == Tag::MD || tag.is_adverb() || tag.is_verb() && is_auxiliary(passage, *token)
    };
    (0..verb).rev().take_while(auxiliary).last().unwrap_or(verb)
}

/// Whether a verb only helps another.
pub(in crate::brief) fn is_auxiliary(passage: &Passage, token: usize) -> bool {
    use crate::text::syntax::Relation::{Aux, AuxPass, Cop};
    matches!(passage.grammar.tokens[token].relation, Aux | AuxPass | Cop)
}

/// The end of the noun phrase that begins right after `token`, a determiner included.
pub(super) fn phrase_after(phrases: &[Run], token: usize) -> Option<Run> {
    phrases.iter().copied().find(|&(first, _)| first == token + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::testing::passages;

    fn lead(sentence: &str) -> Passage {
        let all = passages(&format!("A headline of some words\n\n{sentence}\n"));
        all.into_iter().find(|passage| !passage.is_title).unwrap_or_default()
    }

    #[test]
    fn noun_phrases_keep_what_stands_before_their_noun() {
        let passage = lead("At least seven people were hurt near the old bridge.");
        let phrases: Vec<&str> = noun_phrases(&passage)
            .iter()
            .map(|&(first, last)| passage.words(first, last))
            .collect();
        assert_eq!(phrases, ["At least seven people", "the old bridge"]);
    }

    #[test]
    fn a_phrase_may_end_before_prepositions_and_marks() {
        let passage = lead("The mayor closed the bridge in Larkham, the police said.");
        let ends: Vec<&str> =
            ends(&passage, 2).iter().map(|&end| passage.words(2, end)).take(3).collect();
        assert_eq!(ends, ["closed", "closed the bridge", "closed the bridge in Larkham"]);
    }

    #[test]
    fn auxiliaries_belong_to_their_verb() {
        let passage = lead("The bridge has been closed.");
        assert_eq!(verb_group_start(&passage, 4), 2);
    }
}
