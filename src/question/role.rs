//! The role of the one asked for: "who is the *boss* of the union", "who *chaired* the talks".

use crate::lexicon::Lexicon;
use crate::text::syntax::Tag;

use super::answer_type::AnswerType;
use super::query::{Query, Slot};
use super::question_type::QuestionType;
use super::words::Words;

/// The role of the one asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Role {
    /// The token that says it, a noun or a verb.
    pub token: usize,
    /// What one who has it is called, as a base form: "boss".
    pub noun: String,
    /// The verb that says it, as a base form; empty where a noun does.
    pub verb: String,
    /// The title of several words that it is part of: "prime minister".
    pub title: Option<&'static str>,
    /// The tokens of the words that say what kind of it, as "rail union" in "rail union boss".
    pub modifiers: Vec<usize>,
    /// The words that say whose: "rail union" in "the boss of the rail union".
    pub owner: Vec<usize>,
    /// Whether nobody else than one of that role answers: "who is the boss", not "who chaired".
    pub is_strict: bool,
    /// Whether the name is asked for: "what is the name of the pilot".
    pub asks_name: bool,
    /// Whether one is asked for who has the role now, once had it, or is to have it.
    pub since: Since,
}

/// Somebody whom a question names by what they are, beside the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other {
    /// The token of the noun that says what they are.
    pub token: usize,
    /// The title of several words that it is part of.
    pub title: Option<&'static str>,
}

/// When somebody has a role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Since {
    /// Now.
    Now,
    /// No longer: "former", "used to be".
    Former,
    /// From now on: "new", "next", "takes over".
    Next,
    /// Not told.
    #[default]
    Any,
}

/// The role that a question asks for, where it does.
pub(super) fn of(query: &Query) -> Option<Role> {
    let words = query.parts();
    let by_noun = || {
        let token = query.focus.as_ref().map(|focus| focus.token).or_else(|| post(query))?;
        is_person(words, token).then_some((token, query.grammar.lemma(token), true))
    };
    let found = match query.asks {
        QuestionType::Who if words.word(query.phrase?.0) == "whose" => None,
        QuestionType::Who => by_noun().or_else(|| by_verb(query)),
        QuestionType::Which | QuestionType::What | QuestionType::Topic => by_noun(),
        _ => None,
    };
    let (token, noun, by_noun) = found?;
    let verb = if by_noun {
        ""
    } else if words.word(token) == "charge" {
        IN_CHARGE
    } else {
        query.grammar.lemma(token)
    };
    Some(Role {
        token,
        noun: noun.to_owned(),
        verb: verb.to_owned(),
        asks_name: by_noun
            && query.asks == QuestionType::What
            && words.has(&["name", "names", "called"]),
        title: title(words, token).filter(|_| by_noun),
        modifiers: if by_noun { modifiers(words, token) } else { Vec::new() },
        owner: match by_noun || verb == IN_CHARGE {
            true => owner(words, token),
            false => behind(words, token),
        },
        is_strict: by_noun && query.asks != QuestionType::Which,
        since: since(words),
    })
}

/// The post in "who was picked as *president* of the council", "who was named *captain*".
fn post(query: &Query) -> Option<usize> {
    const GIVING: [&str; 12] = [
        "appoint", "choose", "crown", "elect", "hire", "install", "make", "name", "nominate",
        "pick", "select", "vote",
    ];
    let words = query.parts();
    let given = query.slot == Slot::PassiveSubject && GIVING.contains(&query.predicate_lemma());
    let verb = query.predicate.filter(|_| given)?;
    let skipped = |at: usize| words.is_one_of(at, &["as", "in", "the", "a", "its", "their"]);
    let first = (verb + 1..words.len()).find(|&at| !skipped(at))?;
    let inside = |at: &usize| words.tag(*at).is_noun() || words.tag(*at).is_adjective();
    (first..words.len()).take_while(inside).last().filter(|&at| words.tag(at).is_noun())
}

/// Who does what only one of some role does: "who paints".
fn by_verb(query: &Query) -> Option<(usize, &str, bool)> {
    if let Some(charge) = in_charge(query.parts()) {
        return Some((charge, "boss", false));
    }
    let verb = query.predicate.filter(|_| query.slot == Slot::Subject)?;
    let lemma = query.grammar.lemma(verb);
    let words = query.parts();
    let for_others = lemma == "speak" && words.word(verb + 1) == "for";
    let noun = if for_others { Some("spokesman") } else { Lexicon::builtin().role_of_verb(lemma) };
    noun.map(|noun| (verb, noun, false))
}

/// What one does who is in charge.
const IN_CHARGE: &str = "be in charge of";

/// "Charge" in "who is in *charge* of the club".
fn in_charge(words: Words) -> Option<usize> {
    let charge = |&at: &usize| words.word(at) == "charge" && words.word(at - 1) == "in";
    let found = (1..words.len()).find(charge)?;
    (0..found).any(|at| words.is_be(at)).then_some(found)
}

fn is_person(words: Words, token: usize) -> bool {
    let noun = words.tag(token).is_noun();
    let asks = AnswerType::of_noun(words.grammar.lemma(token));
    noun && asks.is_none_or(|asks| asks == AnswerType::Person) && words.is_person(token)
}

/// The adjectives and nouns right before a noun.
fn modifiers(words: Words, token: usize) -> Vec<usize> {
    let before = (0..token).rev();
    before.take_while(|&at| words.tag(at).is_adjective() || words.tag(at).is_noun()).collect()
}

/// The words of the phrase behind a verb: "the Algerian team" in "who coaches the Algerian team".
fn behind(words: Words, verb: usize) -> Vec<usize> {
    let inside = |at: &usize| {
        let tag = words.tag(*at);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::DT | Tag::POS)
    };
    (verb + 1..words.len()).take_while(inside).collect()
}

/// Verbs whose object may have the same role as the one asked for: "who replaced the coach".
const BECOMING: [&str; 19] = [
    "become", "be", "remain", "elect", "name", "appoint", "call", "serve", "make", "act", "play",
    "replace", "succeed", "follow", "beat", "defeat", "join", "take", "oust",
];

/// The people whom a question names by what they are beside the one asked for: in "who rang the
/// *minister*" the minister rang nobody.
pub(super) fn others(query: &Query) -> Vec<Other> {
    let words = query.parts();
    let becomes = BECOMING.contains(&query.predicate_lemma());
    let asks = matches!(query.asks, QuestionType::Who | QuestionType::Which)
        && matches!(query.expects, AnswerType::Person | AnswerType::Actor);
    // "The name of the vicar's spaniel" is not the vicar's; "the killer's name" is the killer's.
    let names = query.expects == AnswerType::Name
        && query.focus.as_ref().is_some_and(|focus| focus.lemma != "name");
    if !names && (!asks || becomes) {
        return Vec::new();
    }
    let own = |at: usize| {
        query.role.as_ref().is_some_and(|role| role.token == at || role.modifiers.contains(&at))
            || query.focus.as_ref().is_some_and(|focus| focus.token == at)
            || query.in_phrase(at)
    };
    let other = |&at: &usize| {
        let tag = words.tag(at);
        let single = tag.is_noun() && tag != Tag::NNS && tag != Tag::NNPS;
        let modifies = words.tag(at + 1).is_noun();
        let tail = (0..at).any(|before| words.word(before) == ",");
        let as_one = (at.saturating_sub(3)..at).any(|before| words.word(before) == "as");
        single && !modifies && !tail && !as_one && !own(at) && words.is_person(at)
    };
    let found = (0..words.len()).filter(other);
    found.map(|at| Other { token: at, title: title(words, at) }).collect()
}

/// The words of whom a role is had: "the union's boss", "the boss of the union".
fn owner(words: Words, token: usize) -> Vec<usize> {
    let inside = |at: &usize| {
        let tag = words.tag(*at);
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::DT | Tag::POS | Tag::IN)
    };
    let links = words.is_one_of(token + 1, &["of", "at", "for"]);
    let behind = (token + 2..words.len()).take_while(|at| links && inside(at));
    let before = (0..token).rev().take_while(|at| inside(at) && words.tag(*at) != Tag::IN);
    let owned = before.clone().any(|at| words.tag(at) == Tag::POS);
    before.filter(|_| owned).chain(behind).collect()
}

/// The title of two or three words that ends at `token`.
fn title(words: Words, token: usize) -> Option<&'static str> {
    let title = |first: usize| {
        let parts: Vec<&str> = (first..=token).map(|at| words.word(at)).collect();
        Lexicon::builtin().title(&parts.join(" ")).map(|title| title.name)
    };
    (token.saturating_sub(2)..token).find_map(title)
}

fn since(words: Words) -> Since {
    const FORMER: [&str; 7] =
        ["former", "ex", "previous", "previously", "formerly", "predecessor", "once"];
    const NEXT: [&str; 5] = ["new", "next", "incoming", "replacement", "takes"];
    let used = (0..words.len()).any(|at| words.word(at) == "used" && words.word(at + 1) == "to");
    let present = (0..words.len())
        .any(|at| words.is_one_of(at, &["is", "'s", "s", "runs", "leads", "heads"]))
        && !words.grammar.tokens.iter().any(|token| token.tag == Tag::VBD);
    if used || words.has(&FORMER) {
        Since::Former
    } else if words.has(&NEXT) {
        Since::Next
    } else if present || words.has(&["now", "current", "currently"]) {
        Since::Now
    } else {
        Since::Any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::testing::read;

    fn role(question: &str) -> Option<Role> {
        read(question).role
    }

    #[test]
    fn a_noun_or_a_verb_says_which_role_is_asked_for() {
        let noun = |question| role(question).map(|role| role.noun);
        assert_eq!(noun("Who is the boss of the dockers' union?").as_deref(), Some("boss"));
        assert_eq!(noun("Who chaired the talks in Oslo?").as_deref(), Some("chairman"));
        assert_eq!(noun("What is the name of the pilot?").as_deref(), Some("pilot"));
        assert_eq!(noun("Who walked home?"), None);
        assert_eq!(noun("Who is in charge of the port?").as_deref(), Some("boss"));
        assert_eq!(noun("Who was charged over the fire?"), None);
        assert_eq!(noun("Who was picked as captain of the team?").as_deref(), Some("captain"));
        assert_eq!(noun("Who was elected on Sunday?"), None);
    }

    #[test]
    fn former_and_new_holders_are_told_apart() {
        let since = |question| role(question).map(|role| role.since);
        assert_eq!(since("Who is the mayor of Oakham?"), Some(Since::Now));
        assert_eq!(since("Who was the former mayor of Oakham?"), Some(Since::Former));
        assert_eq!(since("Who is the new mayor of Oakham?"), Some(Since::Next));
    }

    #[test]
    fn whoever_is_named_by_what_they_are_is_not_asked_for() {
        let others = |question| read(question).others.len();
        assert_eq!(others("Who rang the minister on Monday?"), 1);
        assert_eq!(others("Who became minister on Monday?"), 0);
        assert_eq!(others("What is the name of the vicar's spaniel?"), 1);
        assert_eq!(others("What is the killer's name?"), 0);
    }
}
