//! What kind of thing the answer has to be.

/// The kind of thing that answers a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Expect {
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

use crate::lexicon::Lexicon;
use crate::text::Table;

use super::asks::Asks;
use super::query::{Query, Slot};

impl Expect {
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
            "thing" => Self::Thing,
            _ => return None,
        })
    }

    /// What a noun asks for, by the word list.
    pub fn of_noun(lemma: &str) -> Option<Self> {
        static NOUNS: Table = Table::new(include_str!("data/nouns.tsv"));
        NOUNS.get(lemma).and_then(Self::named)
    }
}

/// What kind of thing answers the query.
pub(super) fn of(query: &Query) -> Expect {
    match query.asks {
        Asks::When => Expect::Date,
        Asks::Where => Expect::Place,
        Asks::Who => who(query),
        Asks::Why => Expect::Reason,
        Asks::How => Expect::Manner,
        Asks::YesNo | Asks::Claim => Expect::Verdict,
        Asks::HowMany => how_many(query),
        Asks::HowMeasured => measured(query),
        Asks::Which => focused(query).unwrap_or(Expect::Thing),
        Asks::What | Asks::Topic => what(query),
    }
}

fn who(query: &Query) -> Expect {
    let names_somebody = query.focus.is_none() && query.slot == Slot::Complement;
    if names_somebody { Expect::Definition } else { Expect::Actor }
}

fn how_many(query: &Query) -> Expect {
    let much = query.phrase.is_some_and(|(first, _)| query.word(first + 1) == "much");
    let noun = query.focus.as_ref().map_or("", |focus| focus.lemma.as_str());
    match (much, noun) {
        (_, "percent" | "percentage") => Expect::Percent,
        (true, "" | "money" | "cash") if speaks_of_money(query) || !noun.is_empty() => {
            Expect::Money
        }
        (true, "time") => Expect::Duration,
        (true, _) => Expect::Measure,
        (false, "time") => Expect::Frequency,
        _ => Expect::Number,
    }
}

fn speaks_of_money(query: &Query) -> bool {
    const VERBS: [&str; 19] = [
        "cost", "pay", "spend", "earn", "raise", "donate", "sell", "buy", "owe", "charge", "worth",
        "invest", "fine", "lose", "make", "give", "fetch", "get", "value",
    ];
    (0..query.words.len()).any(|token| VERBS.contains(&query.grammar.lemma(token)))
}

fn measured(query: &Query) -> Expect {
    let adjective = query.phrase.map_or("", |(_, last)| query.word(last));
    match adjective {
        "long" => Expect::Duration,
        "old" | "young" => Expect::Age,
        "often" | "frequently" => Expect::Frequency,
        "soon" | "late" | "early" => Expect::Date,
        "expensive" => Expect::Money,
        _ => Expect::Measure,
    }
}

fn focused(query: &Query) -> Option<Expect> {
    let focus = query.focus.as_ref()?;
    let known = Expect::of_noun(&focus.lemma);
    if known == Some(Expect::Clock) && query.asks != Asks::Which {
        return Some(Expect::Thing);
    }
    known.or_else(|| Expect::of_noun(query.word(focus.token)))
}

fn what(query: &Query) -> Expect {
    if let Some(expect) = focused(query) {
        return expect;
    }
    let asks_name = query.words.iter().any(|word| word == "name");
    if let Some(focus) = query.focus.as_ref().filter(|_| asks_name) {
        return if Lexicon::builtin().kind_of(&focus.lemma).is_person() {
            Expect::Person
        } else {
            Expect::Name
        };
    }
    const SAYING: [&str; 22] = [
        "say",
        "tell",
        "claim",
        "argue",
        "announce",
        "promise",
        "warn",
        "think",
        "suggest",
        "call",
        "describe",
        "explain",
        "tweet",
        "write",
        "state",
        "comment",
        "believe",
        "admit",
        "ask",
        "add",
        "recommend",
        "demand",
    ];
    let verb = query.predicate_lemma();
    match query.slot {
        Slot::Object if SAYING.contains(&verb) => Expect::Speech,
        Slot::Object if matches!(verb, "pay" | "cost" | "charge" | "earn") => Expect::Money,
        Slot::Object | Slot::Subject if matches!(verb, "do" | "happen" | "occur") => Expect::Action,
        Slot::Complement if query.focus.is_none() => Expect::Definition,
        _ => Expect::Thing,
    }
}
