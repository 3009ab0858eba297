//! Names that only share a word: whoever asks for the World Bank asks for no "African Development
//! Bank", nor for Jane Lee where "Robert Lee" is told of.

use crate::fact::{Base, Passage};
use crate::lexicon::Lexicon;
use crate::question::{Query, Term};
use crate::text::fold;
use crate::text::syntax::Sentence;

/// The other words of the name in the question that a term is part of, titles apart.
pub(super) fn companions(query: &Query, term: &Term) -> Vec<String> {
    match term.is_name {
        true => others(&query.grammar, &query.text, term.token),
        false => Vec::new(),
    }
}

/// Whether the name at `token` of a passage is another than that which has `word` and its
/// `companions`: it has other words beside this one and none of theirs, and no name in its article
/// has both.
pub(super) fn is_another(
    base: &Base,
    passage: &Passage,
    token: usize,
    (word, companions): (&str, &[String]),
) -> bool {
    if companions.is_empty() || !is_written(passage, token, word) {
        return false;
    }
    let own = others(&passage.grammar, &passage.text, token);
    !own.is_empty()
        && !is_shared(&own, companions)
        && !is_known(base, passage.source, word, companions)
}

/// Whether a token is this very word: "Japan" may stand for "Japanese", which is no part of a name.
fn is_written(passage: &Passage, token: usize, word: &str) -> bool {
    passage.word(token).eq_ignore_ascii_case(word)
}

/// Whether a name in an article has a word and one of its companions.
fn is_known(base: &Base, source: u32, word: &str, companions: &[String]) -> bool {
    let Some(word) = base.words().id(word) else { return false };
    let range = base.passages_of(source as usize);
    let mut having = base.postings(word).iter().filter(|passage| range.contains(passage));
    having.any(|&number| {
        let passage = base.passage(number);
        let mut at = base.keys(number).iter().filter(|key| key.word == word && !key.is_reference);
        at.any(|key| {
            is_shared(&others(&passage.grammar, &passage.text, key.token.into()), companions)
        })
    })
}

/// Whether two names share a word besides, be it cut short: "Win XP".
fn is_shared(own: &[String], companions: &[String]) -> bool {
    let same = |own: &String, other: &String| own.starts_with(other) || other.starts_with(own);
    own.iter().any(|own| companions.iter().any(|other| same(own, other)))
}

/// The proper nouns that stand in one name with a token, folded, titles apart.
fn others(grammar: &Sentence, text: &str, token: usize) -> Vec<String> {
    let Some(name) = grammar.entity_at(token) else { return Vec::new() };
    let tokens = (usize::from(name.first)..=usize::from(name.last)).filter(|&at| at != token);
    let proper = tokens.filter(|&at| grammar.tokens[at].tag.is_proper());
    let words = proper.map(|at| fold(grammar.tokens[at].span.of(text)));
    words
        .filter(|word| word.chars().count() > 2 && Lexicon::builtin().title(word).is_none())
        .collect()
}
