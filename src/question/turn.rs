//! What a conversation remembers of its last question: what "he", "it", "there" may stand for.

use crate::lexicon::{Gender, Lexicon};
use crate::text::syntax::{EntityKind, Tag};
use crate::text::{Table, fold};

use super::answer_type::AnswerType;
use super::query::Query;
use super::question_type::QuestionType;
use super::reply::{Name, Reply, names_in};
use super::terms::Term;
use super::words::Words;

/// The longest answer, in words, that a pronoun may stand for.
const SHORT: usize = 8;

/// What a conversation remembers of its last question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Turn {
    /// The question, as it was understood.
    pub question: String,
    /// The people that it and its answer name, the likeliest to be meant by "he" first.
    pub people: Vec<String>,
    /// The thing that the question was about: "the last round".
    pub thing: Option<String>,
    /// What something is said or done about where that is no body: of "who spoke for the union
    /// about the strike?" the strike.
    pub matter: Option<String>,
    /// Several that were asked for or about, whom "they" may stand for.
    pub several: Option<String>,
    /// The place or body that was asked for, where it was found.
    pub place: Option<String>,
    /// What was done, from the verb on: "suspend parliament".
    pub deed: String,
    /// What the question was about, in its own words.
    pub topic: String,
    /// The same, word by word.
    pub terms: Vec<Term>,
}

impl Turn {
    /// What is remembered of a question that was read, and of the words that answered it.
    pub fn after(query: &Query, reply: Option<&Reply>) -> Self {
        let reply = reply.filter(|reply| reply.words.split_whitespace().count() <= SHORT);
        let answer = reply.map(|reply| reply.words);
        let asked = asked_noun(query);
        let asked_person = asked.as_ref().is_some_and(|noun| noun.is_person && !noun.is_plural);
        let asked_who =
            matches!(query.expects, AnswerType::Person | AnswerType::Actor | AnswerType::Name)
                || asked_person;
        let asked_body = matches!(query.expects, AnswerType::Organisation | AnswerType::Actor);
        let about = about(query);
        let found = reply.map_or(&[][..], |reply| &reply.names);
        let mut people: Vec<String> = Vec::new();
        if asked_who {
            people.extend(named(found, true));
            let is_somebody = query.expects == AnswerType::Person || asked_person;
            let called = answer.filter(|_| is_somebody && people.is_empty());
            people.extend(called.map(without_more));
        }
        let single = about.clone().filter(|noun| !noun.is_plural);
        people.extend(single.clone().filter(|noun| noun.is_person).map(|noun| noun.text));
        people.extend(named(&names_in(&query.grammar, &query.text), true));
        people.extend(single.filter(|noun| noun.may_be_name && !asked_who).map(|noun| noun.text));
        people.extend(roles(query));
        people.extend(named(found, true));
        let body = answer.filter(|_| {
            query.expects == AnswerType::Organisation
                || (asked_body && named(found, true).is_empty())
        });
        Turn {
            question: query.text.clone(),
            people: distinct(people),
            matter: matter(query).filter(|_| body.is_none()),
            thing: body
                .map(str::to_owned)
                .or_else(|| asked_thing(asked, answer))
                .or_else(|| thing(query)),
            several: several(query, reply.filter(|_| asked_who), about.as_ref()),
            place: answer
                .filter(|_| matches!(query.expects, AnswerType::Place | AnswerType::Organisation))
                .map(str::to_owned),
            deed: deed(query),
            topic: query.topic(),
            terms: query.topic_terms().cloned().collect(),
        }
    }

    /// The person whom a pronoun of this gender stands for.
    pub(super) fn person(&self, gender: Gender) -> Option<&str> {
        self.people.iter().map(String::as_str).find(|name| may_be(name, gender))
    }
}

/// A noun phrase of a question.
#[derive(Clone, Debug)]
struct Noun {
    text: String,
    is_person: bool,
    is_plural: bool,
    /// Whether it is a name of nothing known, which may be a person's.
    may_be_name: bool,
    /// Whether it names a place.
    is_place: bool,
}

/// The phrase that the question is about: its subject, else its object.
fn about(query: &Query) -> Option<Noun> {
    nouns(query).next()
}

/// The noun phrases behind the question phrase, in order; none that is a time.
fn nouns(query: &Query) -> impl Iterator<Item = Noun> + '_ {
    let words = query.parts();
    let behind = query.phrase.map_or(query.start, |(_, last)| last + 1);
    let starts = (behind..words.len()).filter(move |&at| begins_phrase(words, at));
    let phrases = starts.filter_map(move |first| {
        let (last, head) = whole_phrase(words, first)?;
        Some((first, last, head))
    });
    phrases.filter(move |&(_, _, head)| !is_date(words, head)).map(move |(first, last, head)| {
        let is_name = words.tag(head).is_proper();
        let mut entities = query.grammar.entities.iter();
        let entity = entities
            .find(|entity| (usize::from(entity.first)..=entity.last.into()).contains(&head));
        let kind = entity.map(|entity| entity.kind);
        let known = kind.is_some_and(|kind| kind != EntityKind::Person);
        let text = query.grammar.span(first, last).of(&query.text);
        let opens = first == 0 && !words.tag(first).is_proper();
        Noun {
            text: if opens { text.to_lowercase() } else { text.to_owned() },
            is_person: words.is_person(head),
            is_place: kind == Some(EntityKind::Place),
            is_plural: matches!(words.tag(head), Tag::NNS | Tag::NNPS),
            may_be_name: is_name
                && !known
                && Lexicon::builtin().country(words.typed(head)).is_none(),
        }
    })
}

/// What "which crofter …?", "what firm …?" asks for.
fn asked_noun(query: &Query) -> Option<Noun> {
    let words = query.parts();
    let (first, last) = query.phrase?;
    let is_asked = (first..last).find(|&at| words.is_one_of(at, &["which", "what"]))?;
    if is_asked + 1 > last || !words.tag(last).is_noun() || is_date(words, last) {
        return None;
    }
    Some(Noun {
        text: format!("the {}", query.grammar.span(is_asked + 1, last).of(&query.text)),
        is_person: words.is_person(last),
        is_plural: matches!(words.tag(last), Tag::NNS | Tag::NNPS),
        may_be_name: false,
        is_place: false,
    })
}

/// The one thing that was asked for: by its name where that was found, else as it was asked for.
fn asked_thing(asked: Option<Noun>, answer: Option<&str>) -> Option<String> {
    let asked = asked.filter(|noun| !noun.is_person && !noun.is_plural)?;
    let name = answer.filter(|words| words.chars().next().is_some_and(char::is_uppercase));
    Some(name.map_or(asked.text, str::to_owned))
}

/// The last thing that the question names by a common noun: what something is said or done about.
fn matter(query: &Query) -> Option<String> {
    let fits = |noun: &Noun| {
        let last = noun.text.split_whitespace().last().unwrap_or_default();
        let is_common = last.chars().next().is_some_and(char::is_lowercase);
        is_common && !noun.is_person && !noun.is_plural && !noun.is_place && !noun.may_be_name
    };
    nouns(query).filter(fits).last().map(|noun| noun.text)
}

/// The first of the names of somebody, without what is told of them: "a cook, 34".
fn without_more(answer: &str) -> String {
    answer.split(',').next().unwrap_or(answer).trim().to_owned()
}

fn is_date(words: Words, head: usize) -> bool {
    use crate::lexicon::NounKind;
    Lexicon::builtin().kind_of(words.grammar.lemma(head)) == NounKind::Time
}

fn begins_phrase(words: Words, at: usize) -> bool {
    let tag = words.tag(at);
    let opens = tag.is_noun()
        || tag.is_adjective()
        || matches!(tag, Tag::DT | Tag::CD | Tag::PRPS | Tag::VBN | Tag::VBG);
    let inside = at > 0 && {
        let before = words.tag(at - 1);
        before.is_noun() || before.is_adjective() || matches!(before, Tag::DT | Tag::POS | Tag::CD)
    };
    opens && !inside && words.word(at) != "there"
}

/// The last word of the noun phrase that begins at `first`, "of the …" included, and its head.
fn whole_phrase(words: Words, first: usize) -> Option<(usize, usize)> {
    let (mut last, head) = phrase(words, first)?;
    let links: &[&str] = match words.tag(head).is_proper() {
        true => &["of"],
        false => &["of", "with", "between", "on", "against", "for"],
    };
    while words.is_one_of(last + 1, links) {
        let Some((next, _)) = phrase(words, last + 2).filter(|(next, _)| next - first < SHORT)
        else {
            break;
        };
        last = next;
    }
    Some((last, head))
}

/// The last word of the noun phrase that begins at `first`, without what hangs on it, and its head.
pub(super) fn phrase(words: Words, first: usize) -> Option<(usize, usize)> {
    let inside = |at: &usize| {
        let tag = words.tag(*at);
        let participle = matches!(tag, Tag::VBN | Tag::VBG) && words.tag(at + 1).is_noun();
        let determiner = *at == first && matches!(tag, Tag::DT | Tag::PRPS);
        tag.is_noun()
            || (tag.is_adjective() && words.tag(at + 1).is_noun()
                || tag.is_adjective() && words.tag(at + 1).is_adjective())
            || matches!(tag, Tag::CD | Tag::POS)
            || participle
            || determiner
    };
    let end = (first..words.len()).take_while(inside).last()?;
    let last = if words.tag(end) == Tag::POS { end.checked_sub(1)? } else { end };
    let head =
        (first..=last).rev().find(|&at| words.tag(at).is_noun() || words.tag(at) == Tag::CD)?;
    Some((last, head))
}

/// What "it" stands for: the first thing that the question says, nothing that may be a person where
/// it says anything else.
fn thing(query: &Query) -> Option<String> {
    let fits = |noun: &Noun| {
        let owned = ["its ", "his ", "her ", "their "];
        let is_owned = owned.iter().any(|owner| noun.text.starts_with(owner));
        !noun.is_person && !noun.is_plural && !noun.is_place && !is_owned
    };
    let first = nouns(query).filter(fits).find(|noun| !noun.may_be_name);
    let bodies = query
        .grammar
        .entities
        .iter()
        .filter(|entity| !matches!(entity.kind, EntityKind::Person | EntityKind::Place));
    let name =
        || bodies.map(|body| query.grammar.entity_span(*body).of(&query.text).to_owned()).next();
    first.map(|noun| noun.text).or_else(name)
}

/// Whom "they" stands for: those who were asked for, else several people whom the question names.
fn several(query: &Query, reply: Option<&Reply>, about: Option<&Noun>) -> Option<String> {
    let plural = about.filter(|noun| noun.is_plural && noun.is_person).map(|noun| &noun.text);
    let many = || nouns(query).find(|noun| noun.is_plural && noun.is_person);
    let asked = query.asks == QuestionType::Who || query.asks == QuestionType::Which;
    let is_one =
        |names: &[Name]| names.is_empty() || names.len() == 1 && names[0].1 && many().is_some();
    let named = reply.filter(|reply| asked && !is_one(&reply.names));
    named
        .map(|reply| reply.words.to_owned())
        .or_else(|| plural.cloned())
        .or_else(|| reply.and(many()).map(|noun| noun.text))
}

/// People whom the question names by what they are: "the Queen", "the driver".
fn roles(query: &Query) -> Vec<String> {
    let words = query.parts();
    let role = |at: &usize| {
        words.is_person(*at)
            && words.tag(*at).is_noun()
            && !words.tag(at + 1).is_noun()
            && words.tag(*at) != Tag::NNS
    };
    let whole = |at: usize| {
        let before =
            (0..at).rev().take_while(|&at| words.tag(at).is_noun() || words.tag(at).is_adjective());
        let first = before.last().unwrap_or(at);
        format!("the {}", query.grammar.span(first, at).of(&query.text))
    };
    (0..words.len()).filter(role).map(whole).collect()
}

/// The clause from its verb on, in the verb's base form.
fn deed(query: &Query) -> String {
    // Nobody does what only happens.
    const HAPPENS: [&str; 5] = ["be", "have", "happen", "occur", "exist"];
    let is_done = |&verb: &usize| {
        query.grammar.tokens[verb].tag.is_verb() && !HAPPENS.contains(&query.grammar.lemma(verb))
    };
    let Some(verb) = query.predicate.filter(is_done) else {
        return String::new();
    };
    let rest = query
        .grammar
        .tokens
        .get(verb + 1)
        .map_or("", |next| query.text.get(next.span.start as usize..).unwrap_or_default());
    let rest = rest.trim_end_matches(['?', '!', '.', ' ']);
    format!("{} {rest}", query.grammar.lemma(verb))
}

fn named(names: &[Name], person: bool) -> Vec<String> {
    names.iter().filter(|(_, kind)| *kind == person).map(|(name, _)| name.clone()).collect()
}

fn distinct(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        if !kept.contains(&name) {
            kept.push(name);
        }
    }
    kept
}

/// Whether somebody so called may be "he" or "she": what is not known may be either.
pub(super) fn may_be(name: &str, gender: Gender) -> bool {
    let lexicon = Lexicon::builtin();
    let known = |word: &str| {
        static NOUNS: Table = Table::new(include_str!("data/genders.tsv"));
        match NOUNS.get(word) {
            Some("m") => return Some(Gender::Male),
            Some("f") => return Some(Gender::Female),
            _ => {}
        }
        let title = lexicon.title(word).map(|title| title.gender);
        title.or_else(|| lexicon.given_name(word)).filter(|known| is_one(*known))
    };
    let last = name.split_whitespace().last().and_then(|word| known(&fold(word)));
    let first =
        name.split_whitespace().find(|word| *word != "the").and_then(|word| known(&fold(word)));
    let role = name.starts_with("the ") || name.contains("'s ");
    let found = if role { last } else { first };
    found.is_none_or(|known| known == gender)
}

fn is_one(gender: Gender) -> bool {
    matches!(gender, Gender::Male | Gender::Female)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::testing;

    fn after(asked: &str, answer: Option<&str>) -> Turn {
        Turn::after(&testing::read(asked), answer.map(Reply::from).as_ref())
    }

    #[test]
    fn it_is_what_was_asked_for() {
        let thing = |answer| after("Which ferry was hit by the storm?", answer).thing;
        assert_eq!(thing(None).as_deref(), Some("the ferry"));
        assert_eq!(thing(Some("Ocean Pride")).as_deref(), Some("Ocean Pride"));
    }

    #[test]
    fn they_are_no_single_person() {
        let turn = after("Who wrote about the drivers?", Some("Jane Doe"));
        assert_eq!(turn.several.as_deref(), Some("the drivers"));
    }
}
