//! Mends tags that the grammar, trained on whole sentences, gives to the words of questions: in
//! "when did the plane crash" the last word is a verb, though a plane crash is a thing.

use crate::lexicon::Lexicon;
use crate::text::syntax::{Relation, Sentence, Tag};

use super::words::Words;

/// Sets right the tags of a question that has the words `folded`.
pub(super) fn mend(grammar: &mut Sentence, text: &str, folded: &[String]) {
    let changes: Vec<(usize, Tag)> = {
        let words = Words { text, grammar, folded };
        let names = (0..words.len()).filter(|&at| is_name(words, at)).map(|at| (at, Tag::NNP));
        let roles = (0..words.len()).filter(|&at| is_role(words, at)).map(|at| (at, Tag::NN));
        let transitive = transitive(words);
        let misread = misread_end(words);
        let object = transitive.and_then(|at| misread_object(words, at));
        let object = object.or(misread.map(|(_, end)| end)).map(|at| (at, Tag::NN));
        let verb = transitive.or(misread.map(|(verb, _)| verb)).or_else(|| infinitive(words));
        let verb = verb.map(|at| (at, Tag::VB));
        let third = third_person(words).map(|at| (at, Tag::VBZ));
        let parts = (0..words.len()).filter(|&at| is_part(words, at)).map(|at| (at, Tag::NN));
        names.chain(parts).chain(roles).chain(verb).chain(object).chain(third).collect()
    };
    for (at, tag) in changes {
        grammar.tokens[at].tag = tag;
    }
}

/// A word with a capital of its own is no verb, unless it is an English word: "is Salling paying".
fn is_name(words: Words, at: usize) -> bool {
    words.tag(at).is_verb()
        && words.is_capital(at)
        && !words.typed(at).chars().skip(1).any(char::is_uppercase)
        && (words.is_capital(at + 1) || Lexicon::builtin().word(words.grammar.lemma(at)).is_none())
}

/// "*Pond* hockey": the first part of a compound is a noun.
fn is_part(words: Words, at: usize) -> bool {
    words.tag(at) == Tag::VB && words.grammar.tokens[at].relation == Relation::Compound
}

/// "The finance minister of": a noun of office is no verb after a noun or adjective.
fn is_role(words: Words, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| words.tag(before));
    words.tag(at).is_verb()
        && before.is_some_and(|tag| tag.is_noun() || tag.is_adjective() || tag == Tag::POS)
        && (words.is_end(at + 1) || words.is_one_of(at + 1, &["of", "in", "at", "for"]))
        && Lexicon::builtin().title(words.word(at)).is_some()
}

/// The verb of a question with "did" that has none: the second of two nouns that stand side by
/// side, else the noun before what can follow a verb alone.
fn infinitive(words: Words) -> Option<usize> {
    let did = (0..words.len()).find(|&at| words.is_one_of(at, &["did", "does", "do"]))?;
    // Behind "did" a verb has its base form: "working", "rescued" are of another clause.
    let base = |at: usize| words.tag(at).is_verb() && words.grammar.lemma(at) == words.word(at);
    if (did + 1..words.len()).any(base) || words.last()? <= did + 1 {
        return None;
    }
    let bare = |at: &usize| {
        matches!(words.tag(*at), Tag::NN | Tag::JJ | Tag::NNP)
            && !words.is_capital(*at)
            && words.grammar.lemma(*at) == words.word(*at)
            && may_end_clause(words, at + 1)
    };
    let beside = |at: &usize| words.tag(at - 1).is_noun() || words.tag(at - 1) == Tag::PRP;
    let object = |at: &usize| {
        matches!(words.tag(at + 1), Tag::DT | Tag::PRPS) || is_reflexive(words, at + 1)
    };
    let root = words.grammar.root();
    let mut found = (did + 2..words.len()).filter(bare);
    found
        .clone()
        .find(object)
        .or_else(|| found.clone().find(|&at| Some(at) == root))
        .or_else(|| found.clone().find(beside))
        .or_else(|| found.next_back())
}

/// "Who did police *arrest* over the tram *crash*": the noun that "did" hangs on, which is the
/// verb, and the last word of a phrase, which was taken for it.
fn misread_end(words: Words) -> Option<(usize, usize)> {
    let did = (0..words.len()).find(|&at| words.is_one_of(at, &["did", "does", "do"]))?;
    let verb = words.grammar.head(did).filter(|&verb| verb > did + 1)?;
    let is_verb = words.tag(verb) == Tag::NN
        && words.grammar.tokens[did].relation == Relation::Aux
        && words.grammar.lemma(verb) == words.word(verb)
        && matches!(words.tag(verb + 1), Tag::IN | Tag::DT);
    let end = words.last().filter(|&end| is_verb && words.tag(end) == Tag::VB)?;
    let mut before = (verb + 1..end).rev();
    let opens = before.find(|&at| !words.tag(at).is_noun() && !words.tag(at).is_adjective())?;
    (matches!(words.tag(opens), Tag::DT | Tag::PRPS) && opens + 1 < end).then_some((verb, end))
}

/// "Did the bank *lower* its rate": an adjective between a noun and an article is a verb.
fn transitive(words: Words) -> Option<usize> {
    let did = (0..words.len()).find(|&at| words.is_one_of(at, &["did", "does", "do"]))?;
    let before = |at: usize| words.tag(at - 1).is_noun() || words.tag(at - 1) == Tag::PRP;
    (did + 2..words.len()).find(|&at| {
        matches!(words.tag(at), Tag::JJ | Tag::JJR)
            && matches!(words.tag(at + 1), Tag::DT | Tag::PRPS)
            && before(at)
            && (did + 1..at).all(|inside| !words.tag(inside).is_verb())
    })
}

/// The noun of its object, where that was taken for the verb: "lower its *rate*".
fn misread_object(words: Words, verb: usize) -> Option<usize> {
    (words.tag(verb + 2) == Tag::VB && !words.is_capital(verb + 2)).then_some(verb + 2)
}

fn may_end_clause(words: Words, at: usize) -> bool {
    let tag = words.tag(at);
    words.is_end(at)
        || matches!(tag, Tag::IN | Tag::TO | Tag::RP | Tag::DT)
        || tag.is_adverb()
        || is_reflexive(words, at)
        || words.word(at) == "according"
}

fn is_reflexive(words: Words, at: usize) -> bool {
    ["self", "selves"].iter().any(|ending| words.word(at).ends_with(ending))
}

/// "Which company owns Clarus": the word in -s between a noun and a name, where no other verb is.
fn third_person(words: Words) -> Option<usize> {
    let asks = words.is_one_of(0, &["which", "what", "whose"]);
    let has_verb = (0..words.len()).any(|at| words.tag(at).is_finite());
    let verb = |at: &usize| {
        words.tag(*at) == Tag::NNS
            && words.tag(at - 1).is_noun()
            && (words.is_capital(at + 1) || words.tag(at + 1) == Tag::DT)
    };
    if !asks || has_verb { None } else { (2..words.len()).find(verb) }
}
