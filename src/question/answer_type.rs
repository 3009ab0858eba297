//! What kind of thing the answer has to be.

/// The kind of thing that answers a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AnswerType {
    /// A day, month or year.
    Date,
    /// A time of day.
    Clock,
    /// A length of time.
    Duration,
    /// How often something happens.
    Frequency,
    /// A place of any size.
    Place,
    /// A person.
    Person,
    /// A person, or a body or country that acts like one.
    Actor,
    /// A company, party, ministry or other body.
    Organisation,
    /// A bare count.
    Number,
    /// A sum of money.
    Money,
    /// A share of a whole.
    Percent,
    /// A person's age.
    Age,
    /// A length, weight, speed or other measure.
    Measure,
    /// Why something is so.
    Reason,
    /// How something is done.
    Manner,
    /// What somebody said.
    Speech,
    /// What somebody said or thinks of a thing, be it but a word: "a farce".
    Opinion,
    /// What somebody does or did, or what happened.
    Action,
    /// What something is, or who somebody is.
    Definition,
    /// What something is called.
    Name,
    /// Yes or no.
    Verdict,
    /// Anything that the rest of the question fits.
    #[default]
    Thing,
}

use crate::lexicon::{Lexicon, NounKind, Relation};
use crate::text::Table;
use crate::text::syntax::Tag;

use super::amount;
use super::deed;
use super::focus::{head_of_phrase, is_naming};
use super::inscription::asks_inscription;
use super::query::{Query, Slot};
use super::question_type::QuestionType;
use super::words::Words;

impl AnswerType {
    fn named(word: &str) -> Option<Self> {
        Some(match word {
            "date" => Self::Date,
            "clock" => Self::Clock,
            "duration" => Self::Duration,
            "frequency" => Self::Frequency,
            "place" => Self::Place,
            "person" => Self::Person,
            "actor" => Self::Actor,
            "organisation" => Self::Organisation,
            "number" => Self::Number,
            "money" => Self::Money,
            "percent" => Self::Percent,
            "age" => Self::Age,
            "measure" => Self::Measure,
            "reason" => Self::Reason,
            "manner" => Self::Manner,
            "name" => Self::Name,
            "speech" => Self::Speech,
            "action" => Self::Action,
            "thing" => Self::Thing,
            _ => return None,
        })
    }

    /// Whether somebody is asked for: a person, or a body or country that acts like one.
    pub fn is_somebody(self) -> bool {
        matches!(self, Self::Person | Self::Actor | Self::Organisation)
    }

    /// Whether a figure is asked for, be it a date.
    pub fn is_figure(self) -> bool {
        matches!(
            self,
            Self::Date
                | Self::Clock
                | Self::Duration
                | Self::Frequency
                | Self::Number
                | Self::Money
                | Self::Percent
                | Self::Age
                | Self::Measure
        )
    }

    /// Whether somebody's words are asked for.
    pub fn is_said(self) -> bool {
        matches!(self, Self::Speech | Self::Opinion)
    }

    /// What a noun asks for, by the word list.
    pub fn of_noun(lemma: &str) -> Option<Self> {
        static NOUNS: Table = Table::new(include_str!("data/nouns.tsv"));
        NOUNS.get(lemma).and_then(Self::named)
    }
}

/// What kind of thing answers the query.
pub(super) fn of(query: &Query) -> AnswerType {
    match query.asks {
        QuestionType::When => AnswerType::Date,
        QuestionType::Where => AnswerType::Place,
        QuestionType::Who => who(query),
        QuestionType::Why => AnswerType::Reason,
        QuestionType::How if has_verb(query, &ANSWERING) => AnswerType::Opinion,
        QuestionType::How => AnswerType::Manner,
        QuestionType::YesNo | QuestionType::Claim => AnswerType::Verdict,
        QuestionType::HowMany => amount::how_many(query),
        QuestionType::HowMeasured => amount::measured(query),
        QuestionType::Which => focused(query).unwrap_or(AnswerType::Thing),
        QuestionType::Topic => topic(query).or_else(|| focused(query)).unwrap_or(AnswerType::Thing),
        QuestionType::What => what(query),
    }
}

/// How somebody answers is told by what they say.
const ANSWERING: [&str; 5] = ["react", "respond", "describe", "rate", "comment"];

/// "Who is in charge", "what was on the capsule", "who is responsible": no name is explained.
pub(super) fn is_somewhere(query: &Query) -> bool {
    let words = query.parts();
    let next = query.phrase.map_or(0, |(_, last)| super::phrase::clause_after(words, last));
    let behind = (next + 1..words.len()).find(|&at| !words.tag(at).is_adverb());
    words.is_be(next)
        && behind.is_some_and(|at| words.tag(at) == Tag::IN || is_mere_adjective(words, at))
}

/// "Who is *responsible* for it", "who was *present*": an adjective with no noun behind it.
fn is_mere_adjective(words: Words, at: usize) -> bool {
    let next = words.tag(at + 1);
    words.tag(at).is_adjective()
        && !words.is_capital(at)
        && !(next.is_noun() || next.is_adjective() || next == Tag::CD)
}

pub(super) fn has_verb(query: &Query, lemmas: &[&str]) -> bool {
    (0..query.words.len()).any(|token| lemmas.contains(&query.grammar.lemma(token)))
}

fn who(query: &Query) -> AnswerType {
    let names_somebody =
        query.focus.is_none() && query.slot == Slot::Complement && !is_somewhere(query);
    if names_somebody {
        AnswerType::Definition
    } else if is_human(query) {
        AnswerType::Person
    } else {
        AnswerType::Actor
    }
}

/// Whether only a person can be what is asked for: a captain, or who painted something. A winner or
/// an owner may be a body or a country, too.
fn is_human(query: &Query) -> bool {
    const HUMAN: [&str; 8] =
        ["painter", "captain", "chairman", "teacher", "coach", "composer", "referee", "spokesman"];
    static BODIES: Table = Table::new(include_str!("data/bodies_too.txt"));
    query.role.as_ref().is_some_and(|role| {
        if role.verb.is_empty() { !BODIES.has(&role.noun) } else { HUMAN.contains(&&*role.noun) }
    })
}

fn focused(query: &Query) -> Option<AnswerType> {
    let focus = query.focus.as_ref()?;
    let words = query.parts();
    if focus.lemma == "time" && query.asks == QuestionType::What {
        let owned = (0..focus.token).any(|at| words.tag(at) == Tag::POS);
        return Some(if owned { AnswerType::Duration } else { AnswerType::Thing });
    }
    let of = |nouns: &[&str]| {
        words.word(focus.token + 1) == "of" && words.is_one_of(focus.token + 2, nouns)
    };
    // "What time of year", "in historical times": no time of day.
    if focus.lemma == "time"
        && (of(&["year", "history", "life"]) || words.word(focus.token) == "times")
    {
        return Some(AnswerType::Date);
    }
    if focus.lemma == "group" && of(&["people"]) {
        return Some(AnswerType::Actor);
    }
    if focus.lemma == "body" && of(&["water"]) {
        return Some(AnswerType::Place);
    }
    // "What *values* do they hold": only one value is a sum of money.
    let is_no_sum = focus.lemma == "value" && words.word(focus.token) == "values";
    if query.asks_rank() || is_no_sum {
        return Some(AnswerType::Thing);
    }
    if JOBS.contains(&focus.lemma.as_str()) {
        return Some(AnswerType::Definition);
    }
    if is_compatriot(query, focus.token) {
        return Some(AnswerType::Person);
    }
    if focus.lemma == "part" {
        let of_place = is_part_of_place(query, focus.token);
        return Some(if of_place { AnswerType::Place } else { AnswerType::Thing });
    }
    AnswerType::of_noun(&focus.lemma)
        .or_else(|| AnswerType::of_noun(query.word(focus.token)))
        .or_else(|| by_kind(Lexicon::builtin().kind_of(&focus.lemma)))
}

/// "Which part of *Indonesia*", "what part of *the city*", not "what part of *the engine*".
fn is_part_of_place(query: &Query, part: usize) -> bool {
    let words = query.parts();
    let whole = (words.word(part + 1) == "of").then(|| head_of_phrase(words, part + 2)).flatten();
    whole.is_some_and(|whole| {
        let (lexicon, name) = (Lexicon::builtin(), words.typed(whole));
        let lemma = words.grammar.lemma(whole);
        let asked = || AnswerType::of_noun(lemma).or_else(|| by_kind(lexicon.kind_of(lemma)));
        words.tag(whole).is_proper()
            || lexicon.country(name).is_some()
            || lexicon.place(name).is_some()
            || asked() == Some(AnswerType::Place)
    })
}

/// What somebody is by trade tells who they are.
const JOBS: [&str; 5] = ["job", "profession", "occupation", "trade", "career"];

/// "Which Fijian scored": the people of a country with nothing behind them.
fn is_compatriot(query: &Query, token: usize) -> bool {
    let words = query.parts();
    let found = Lexicon::builtin().country(words.typed(token));
    query.asks == QuestionType::Which
        && !words.tag(token + 1).is_noun()
        && found
            .is_some_and(|found| matches!(found.relation, Relation::People | Relation::Adjective))
}

/// What a noun that no list has asks for, by the kind of thing that it stands for.
fn by_kind(kind: NounKind) -> Option<AnswerType> {
    match kind {
        NounKind::Role | NounKind::Person => Some(AnswerType::Person),
        NounKind::Organisation => Some(AnswerType::Organisation),
        NounKind::Country | NounKind::City | NounKind::Building => Some(AnswerType::Place),
        _ => None,
    }
}

/// What a noun that is a question by itself asks for: "attendees?", "motive?".
fn topic(query: &Query) -> Option<AnswerType> {
    let (question, _) = super::terms::topic_question(query)?;
    Some(match question {
        "when" => AnswerType::Date,
        "where" => AnswerType::Place,
        "who" => AnswerType::Actor,
        "why" => AnswerType::Reason,
        _ => AnswerType::Thing,
    })
}

fn what(query: &Query) -> AnswerType {
    let words = query.parts();
    if is_naming(words) {
        return if names_person(query) { AnswerType::Person } else { AnswerType::Name };
    }
    if asks_inscription(query) {
        return AnswerType::Name;
    }
    if words.has(&["worth"]) && words.is_be(query.phrase.map_or(0, |(_, last)| last + 1)) {
        return AnswerType::Money;
    }
    let named = words.has(&["name", "names"]);
    // "What was the name of the *79-year-old*?"
    if named && query.words.iter().any(|word| word.ends_with("-year-old")) {
        return AnswerType::Person;
    }
    let explained = || {
        let focus = query.focus.as_ref().filter(|_| !named);
        focus.is_some_and(|focus| super::focus::is_all(words, focus.token))
    };
    match focused(query) {
        None if explained() => return AnswerType::Definition,
        Some(expect) => return expect,
        None => {}
    }
    let asks_name = query.words.iter().any(|word| word == "name" || word == "names");
    if let Some(focus) = query.focus.as_ref().filter(|_| asks_name) {
        return if Lexicon::builtin().kind_of(&focus.lemma).is_person() {
            AnswerType::Person
        } else {
            AnswerType::Name
        };
    }
    deed::by_verb(query)
}

/// "What was the bomber called": a person's name is asked for; not "what is a doctor called who
/// …", "what is it called when a player …".
fn names_person(query: &Query) -> bool {
    let words = query.parts();
    let behind = query.phrase.map_or(0, |(_, last)| last + 2);
    let is_any = words.is_one_of(behind, &["it", "a", "an", "individuals", "people", "citizens"])
        || matches!(words.tag(behind), Tag::NNS);
    if words.has(&["called"]) && is_any {
        return false;
    }
    let named = (1..words.len()).find(|&at| {
        words.tag(at).is_noun() && !words.tag(at + 1).is_noun() && words.tag(at + 1) != Tag::POS
    });
    named.is_some_and(|at| {
        let person = words.is_person(at)
            || AnswerType::of_noun(words.grammar.lemma(at)) == Some(AnswerType::Person);
        person && !words.tag(at).is_proper()
    })
}
