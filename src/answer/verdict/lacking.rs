//! Words of lack, wherever they stand: "the barge was *unmanned*", "it had *no* crew".
//!
//! Grammar alone does not tell that "were the names kept secret?" is borne out by "neither is
//! named", nor that "did the post find a taker?" is not by "it stayed empty". Which of the two
//! sentences has a word of lack tells something of it, whatever the word belongs to.

use crate::answer::matching::SAME;
use crate::answer::scene::{MET, Scene};
use crate::lexicon::Lexicon;
use crate::question::Query;
use crate::text::Table;
use crate::text::syntax::{Relation, Sentence, Tag};

use super::measures::{Measure, Measures};
use super::scope;

/// A passage of so few words that says "no" says it of what is asked.
const SHORT: usize = 12;

/// What a question lacks or asks for any of, the same whatever passage it is held against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    lacks: bool,
    any: bool,
}

impl Asked {
    /// Of `query`.
    pub(super) fn of(query: &Query) -> Self {
        let grammar = &query.grammar;
        Asked {
            lacks: (0..grammar.tokens.len()).any(|token| is_of_lack(grammar, token)),
            any: query.words.iter().any(|word| is_any(word)),
        }
    }
}

/// What question and passage lack.
pub(super) fn measure(scene: &Scene, asked: Asked, measures: &mut Measures) {
    let found = &scene.passage.grammar;
    // A word of lack that is the question's own in other words lacks nothing.
    let is_met = |token: usize| {
        scene.met.iter().any(|met| met.strength >= SAME && usize::from(met.token) == token)
    };
    let is_like = |token: usize| {
        let mut asked = scene.wanted.iter().filter(|want| !want.term.is_name);
        asked.any(|want| Lexicon::builtin().similar(&want.term.lemma, found.lemma(token)) >= SAME)
    };
    let own = |token: usize| {
        let is_said = || scene.query.words.iter().any(|word| word == found.lemma(token));
        !is_met(token) && !is_said() && !is_like(token)
    };
    let denies = (0..found.tokens.len()).any(|token| scope::is_denying(found, token));
    let here =
        denies || (0..found.tokens.len()).any(|token| is_of_lack(found, token) && own(token));
    measures.flag(Measure::LackHere, here && !asked.lacks);
    let few = if here && !asked.lacks { 1.0 - measures.of(Measure::Length) } else { 0.0 };
    measures.set(Measure::LackInFew, few);
    measures.flag(Measure::LackAsked, asked.lacks && !here);
    measures.flag(Measure::ShortDenial, denies && found.tokens.len() <= SHORT);
    measures.flag(Measure::AsksAny, asked.any);
    measures.flag(Measure::AnyDenied, asked.any && here);
}

/// "Was *anybody* hurt?"
fn is_any(word: &str) -> bool {
    matches!(word, "any" | "anyone" | "anybody" | "anything" | "anywhere" | "ever")
}

/// Whether a word tells by itself that something is not there, or not so.
pub(in crate::answer) fn is_of_lack(grammar: &Sentence, token: usize) -> bool {
    static LACKING: Table = Table::new(include_str!("data/lacking.txt"));
    scope::is_denying(grammar, token)
        || LACKING.has(grammar.lemma(token))
        || is_denied_quality(grammar, token)
}

/// "Unmanned", "homeless": a quality with a prefix or an ending that denies.
fn is_denied_quality(grammar: &Sentence, token: usize) -> bool {
    const OTHERS: [&str; 7] = ["under", "uni", "unan", "until", "unless", "regardless", "unto"];
    let tag = grammar.tokens[token].tag;
    let lemma = grammar.lemma(token);
    let is_quality = tag.is_adjective() || tag.is_adverb() || tag == Tag::VBN;
    is_quality
        && lemma.len() > 5
        && (lemma.starts_with("un") || lemma.ends_with("less"))
        && !OTHERS.iter().any(|other| lemma.starts_with(other))
}

/// "Is it an *E-type* asteroid?": whether a passage lacks the name of the sort that something is
/// asked to be of, and so tells nothing of it.
pub(super) fn lacks_sort(scene: &Scene) -> bool {
    let asked = &scene.query.grammar;
    let linked =
        |at: &usize| asked.tokens[*at].tag.is_noun() && asked.child(*at, Relation::Cop).is_some();
    let Some(sort) = (0..asked.tokens.len()).find(linked) else { return false };
    let article = asked.child(sort, Relation::Det).unwrap_or(sort);
    let tells = |child: usize| {
        let token = asked.tokens[child];
        matches!(token.relation, Relation::Amod | Relation::Compound)
            && child > article
            && asked.entity_at(child).is_none()
    };
    let is_lacking = |child: usize| {
        let index = scene.wanted.iter().position(|want| want.term.token == child);
        index.is_some_and(|at| scene.wanted[at].term.is_name && scene.met[at].strength < MET)
    };
    asked.children(sort).any(|child| tells(child) && is_lacking(child))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::verdict::testing::sentence;

    #[test]
    fn words_of_lack_are_told_by_list_and_by_prefix() {
        let lacks = |text: &str| {
            let grammar = sentence(text);
            (0..grammar.tokens.len()).any(|token| is_of_lack(&grammar, token))
        };
        assert!(lacks("The barge was unmanned."));
        assert!(lacks("The barge had no crew."));
        assert!(lacks("The names were kept secret."));
        assert!(!lacks("The united parties signed a unique treaty."));
    }
}
