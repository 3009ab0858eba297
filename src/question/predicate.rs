//! The main verb of a question, or the noun or adjective that serves as one.

use crate::text::syntax::{Relation, Tag};

use super::focus::{is_mere_name, is_naming};
use super::query::leads_to_verb;
use super::question_type::QuestionType;
use super::words::Words;

/// The main verb: the root where it is one, else the first verb that is no
/// auxiliary, else the root.
pub(super) fn of(words: Words, phrase: Option<(usize, usize)>, start: usize) -> Option<usize> {
    let outside =
        |at: usize| at >= start && phrase.is_none_or(|(first, last)| at < first || at > last);
    if is_naming(words)
        && let Some(called) = (0..words.len()).find(|&at| words.word(at) == "called")
    {
        return Some(called);
    }
    let behind = phrase.map_or(start, |(_, last)| last + 1);
    let asks_what_like = words.len() > behind + 2
        && words.is_be(behind)
        && words.last().is_some_and(|last| words.word(last) == "like");
    if asks_what_like {
        return Some(behind);
    }
    if let Some(be) = copula_before_clause(words, behind) {
        return Some(be);
    }
    if let Some(verb) = behind_relative(words, behind).or_else(|| before_relative(words, behind)) {
        return Some(verb);
    }
    if let Some(verb) = embedded(words, phrase) {
        return Some(verb);
    }
    let fronted = words.grammar.root().is_some_and(|root| root < behind);
    if fronted && let Some(verb) = (behind..words.len()).find(|at| full_verb(words, *at)) {
        return Some(verb);
    }
    let is_name = words.grammar.root().is_some_and(|root| is_mere_name(words, root));
    if is_name && words.is_be(behind) && !(behind..words.len()).any(|at| full_verb(words, at)) {
        return Some(behind);
    }
    let full = |at: &usize| full_verb(words, *at);
    let root = words.grammar.root().filter(|&root| outside(root));
    let main = root.filter(&full).or_else(|| (0..words.len()).find(|at| outside(*at) && full(at)));
    base_form(words, behind, main)
        .or(main)
        .or(root.filter(|&root| !words.is_do_or_have(root) && !is_auxiliary(words, root)))
        .or_else(|| (start..words.len()).find(|&at| words.is_be(at)))
        .or(root)
}

/// "Where did the tourists saved from the fire *sleep*": behind "did" the main verb has its base
/// form, and what the tree took for it is a participle.
fn base_form(words: Words, did: usize, main: Option<usize>) -> Option<usize> {
    let participle = |at: &usize| matches!(words.tag(*at), Tag::VBN | Tag::VBG | Tag::VBD);
    let is_base = |at: usize| words.grammar.lemma(at) == words.word(at);
    let misread = main.filter(participle).filter(|&main| main > did && !is_base(main))?;
    if !words.is_one_of(did, &["did", "does", "do", "didnt", "doesnt"]) {
        return None;
    }
    let opens = |at: &usize| {
        words.is_one_of(*at, &["who", "that", "which", "when", "while", "before", "after", "if"])
    };
    let clause = (did + 1..words.len()).find(opens).unwrap_or(words.len());
    let base = |at: &usize| words.tag(*at) == Tag::VB && full_verb(words, *at);
    (did + 2..clause).filter(|&at| at != misread).find(base)
}

/// The verb of what is said to be so, where a time, place or number of that is asked for: "when did
/// she say the votes would be *counted*".
///
/// Of a time that is asked only of what is still to come then: "when did she say it was sold" may
/// well ask when she said so.
pub(super) fn reported(words: Words, saying: usize, asks: QuestionType) -> Option<usize> {
    const REPORTING: [&str; 8] =
        ["say", "think", "believe", "claim", "reckon", "estimate", "expect", "suspect"];
    let tells = REPORTING.contains(&words.grammar.lemma(saying)) && words.tag(saying).is_verb();
    let finite =
        (saying + 1..words.len()).find(|&at| words.tag(at).is_finite()).filter(|_| tells)?;
    let aside =
        |at: usize| words.is_one_of(at, &["while", "when", "as", "after", "before", "that"]);
    let ahead = words.is_one_of(finite, &["will", "'ll", "wo", "would", "could", "might", "may"]);
    if (saying + 1..finite).any(aside) || asks == QuestionType::When && !ahead {
        return None;
    }
    (finite..words.len()).find(|&at| full_verb(words, at))
}

/// "Where *was* the minister while parliament was voting": the verb of a clause that only tells
/// when is not what is asked about.
fn copula_before_clause(words: Words, behind: usize) -> Option<usize> {
    let opens = |at: &usize| words.is_one_of(*at, &["while", "when", "as", "after", "before"]);
    let clause = (behind + 1..words.len()).find(opens)?;
    let verb = (behind..clause).any(|at| full_verb(words, at));
    let later = (clause..words.len()).any(|at| words.tag(at).is_finite());
    (words.is_be(behind) && !verb && later).then_some(behind)
}

/// "Where does the man who won the race *train*": the verb behind a relative clause, or
/// the "be" before it.
fn behind_relative(words: Words, behind: usize) -> Option<usize> {
    let helper = words.is_be(behind) || words.is_do_or_have(behind);
    let link = (behind + 2..words.len()).find(|&at| {
        words.is_one_of(at, &["who", "that", "which"]) && words.tag(at - 1).is_noun()
    })?;
    let first = (link + 1..words.len()).find(|&at| full_verb(words, at))?;
    let before = (behind + 1..link).any(|at| full_verb(words, at));
    if !helper || before || !words.tag(first).is_finite() {
        return None;
    }
    let fits = |at: usize| match words.is_be(behind) {
        true => matches!(words.tag(at), Tag::VBN | Tag::VBG),
        false => matches!(words.tag(at), Tag::VB | Tag::VBP),
    };
    let main = (first + 1..words.len()).rev().find(|&at| fits(at) && full_verb(words, at));
    main.or(words.is_be(behind).then_some(behind))
}

/// "Who was *flying* the jet that crashed": the verb before a relative clause whose own the tree
/// took for the root.
fn before_relative(words: Words, behind: usize) -> Option<usize> {
    let opens =
        |at: &usize| words.is_one_of(*at, &["who", "that", "which"]) && words.tag(at - 1).is_noun();
    let link = (behind + 1..words.len()).find(opens)?;
    let verb = (behind..link).find(|&at| full_verb(words, at))?;
    words.grammar.root().filter(|&root| root > link)?;
    Some(verb)
}

/// "What did the envoy say Brussels would *pay* for": where a clause is said or thought, the gap is
/// in it. Not so of time, which may well be that of the saying, and not where the clause has no
/// verb but "do": then all that is said answers.
pub(super) fn embedded(words: Words, phrase: Option<(usize, usize)>) -> Option<usize> {
    const HOLDING: [&str; 9] =
        ["say", "think", "claim", "believe", "reckon", "suspect", "argue", "admit", "insist"];
    let (first, last) = phrase?;
    let says = (last + 2..words.len()).find(|&at| full_verb(words, at))?;
    let holds = HOLDING.contains(&words.grammar.lemma(says))
        && words.is_one_of(last + 1, &["did", "does", "do"])
        && !words.is_one_of(first, &["when", "why", "how"])
        && !matches!(words.tag(says + 1), Tag::IN | Tag::TO | Tag::WRB | Tag::WP | Tag::RP);
    let verb = (says + 1..words.len()).find(|&at| full_verb(words, at)).filter(|_| holds)?;
    let before = (says + 1..verb)
        .any(|at| words.tag(at).is_noun() || words.tag(at) == Tag::PRP || words.tag(at) == Tag::DT);
    let finite = (says + 1..=verb).any(|at| words.tag(at).is_finite() || words.tag(at) == Tag::MD);
    let empty = matches!(words.grammar.lemma(verb), "do" | "happen" | "be" | "say" | "tell");
    let linked = (says + 1..verb)
        .any(|at| words.tag(at) == Tag::IN || words.tag(at).is_wh() || words.tag(at) == Tag::TO);
    (finite && !empty && !linked && (before || verb == says + 1)).then_some(verb)
}

fn full_verb(words: Words, at: usize) -> bool {
    let is_account = words.word(at) == "according" && words.word(at + 1) == "to";
    words.tag(at).is_verb() && !is_account && !is_auxiliary(words, at) && !is_attribute(words, at)
}

/// A participle before its noun: "where was the *crashed* plane coming from", "the most densely
/// *populated* district".
fn is_attribute(words: Words, at: usize) -> bool {
    let compares = |at: usize| matches!(words.tag(at), Tag::RBS | Tag::RBR | Tag::DT);
    let determined = at > 0
        && (matches!(words.tag(at - 1), Tag::DT | Tag::PRPS | Tag::POS)
            || words.tag(at - 1).is_adjective()
            || at > 1 && words.tag(at - 1).is_adverb() && compares(at - 2));
    let participle = matches!(words.tag(at), Tag::VBN | Tag::VBG | Tag::VBD);
    let noun = words.tag(at + 1).is_noun() || words.tag(at + 1).is_adjective();
    participle && determined && noun
}

/// Whether a verb only helps another one: "did", "is going to", "was supposed to".
pub(super) fn is_auxiliary(words: Words, at: usize) -> bool {
    let relation = words.grammar.tokens[at].relation;
    let word = words.word(at);
    let verb_behind = || (at + 1..words.len()).any(|later| words.tag(later).is_verb());
    let helps = matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Cop);
    let leads = matches!(word, "going" | "used" | "supposed" | "meant" | "gonna")
        && (leads_to_verb(words, at) || word == "gonna");
    let had_to = words.is_do_or_have(at) && words.tag(at + 1) == Tag::TO;
    (helps && !is_full_verb_by_mistake(words, at))
        || matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "'s" | "'re" | "am" | "s")
        || (matches!(word, "did" | "does" | "do" | "has" | "have" | "had")
            && verb_behind()
            && !is_main_do(words, at))
        || leads
        || had_to
}

/// "What did she *do* after losing", "what do they want to *do*": a "do" that another verb helps.
fn is_main_do(words: Words, at: usize) -> bool {
    words.word(at) == "do"
        && (1..at).any(|before| {
            (words.is_do_or_have(before) || words.tag(before) == Tag::MD) && before + 1 < at
        })
}

/// A verb that the tree calls an auxiliary because it took the real one for a noun.
fn is_full_verb_by_mistake(words: Words, at: usize) -> bool {
    words.tag(at) == Tag::VB
        && !words.is_be(at)
        && !words.is_one_of(at, &["be", "have", "do", "get"])
}
