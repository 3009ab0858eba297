//! A question as data: what it asks for, the words it asks about, and the place in the clause that
//! the answer has to fill.

use crate::lexicon::{Lexicon, NounKind};
use crate::text::syntax::{Sentence, Tag};

use super::answer_type::AnswerType;
use super::courtesy;
use super::question_type::{self, QuestionType};
use super::role::{self, Other, Role};
use super::spelling::Vocabulary;
use super::terms::{self, Term};
use super::typed::Typed;
use super::words::Words;
use super::{denial, focus, phrase, predicate, slot, tags};

/// A question, read.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// The question with its typing mistakes mended.
    pub text: String,
    /// Its grammar; spans are bytes of `text`.
    pub grammar: Sentence,
    /// Its words, folded, one for each token.
    pub words: Vec<String>,
    /// What kind of question it is.
    pub asks: QuestionType,
    /// What kind of thing answers it.
    pub expects: AnswerType,
    /// The first token of the question itself, behind "do you know" and the like.
    pub start: usize,
    /// The tokens of the question phrase, inclusive.
    pub phrase: Option<(usize, usize)>,
    /// The noun that the answer is one of ("which *minister*").
    pub focus: Option<Focus>,
    /// Whether a sort of the focus noun is asked for: "what kind of *plane*".
    pub asks_sort: bool,
    /// The role of the one asked for ("who is the *boss*").
    pub role: Option<Role>,
    /// The people whom it names by what they are beside the one asked for.
    pub others: Vec<Other>,
    /// The place in the clause that the answer fills.
    pub slot: Slot,
    /// The token of the main verb, or of the noun or adjective that serves as predicate.
    pub predicate: Option<usize>,
    /// What it is about, in order.
    pub terms: Vec<Term>,
    /// Whether it is negated.
    pub negated: bool,
    /// Whether it denies what `text` says, which is without its denial: the opposite of what the
    /// articles say to that is the answer.
    pub is_denial: bool,
    /// Which time it speaks of.
    pub time: Time,
}

/// Which time a question speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Time {
    /// What has been.
    Past,
    /// What is to come.
    Future,
    /// Either, or what is.
    #[default]
    Any,
}

/// The noun that the answer is one of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    /// Its place among the tokens of the question.
    pub token: usize,
    /// Its base form.
    pub lemma: String,
}

/// The place in the clause that the answer fills.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Slot {
    /// Who or what does it.
    Subject,
    /// Who or what it is done to, as subject of a passive.
    PassiveSubject,
    /// Who or what it is done to.
    Object,
    /// After this preposition.
    Oblique(String),
    /// After the copula: "who is X".
    Complement,
    /// Beside the clause: when, where, why, how.
    Adverbial,
    /// None that can be told.
    #[default]
    Unknown,
}

/// Reads a question as somebody typed it. `vocabulary` knows the words of the articles.
pub fn read(question: &str, vocabulary: &dyn Vocabulary) -> Query {
    read_typed(Typed::new(&courtesy::without(question), vocabulary), vocabulary)
}

/// Reads a question that is parsed already.
pub fn read_typed(mut typed: Typed, vocabulary: &dyn Vocabulary) -> Query {
    tags::mend(&mut typed.grammar, &typed.text, &typed.folded);
    let (asks, phrase) = question_type::of(typed.words());
    let start = phrase::start(typed.words(), phrase.map(|(first, _)| first));
    let asks = if asks == QuestionType::Claim && start > 0 { QuestionType::YesNo } else { asks };
    let affirmed = asks.wants_verdict().then(|| denial::affirmed(&typed, start)).flatten();
    if let Some(affirmed) = affirmed {
        let query = read_typed(Typed::parsed(affirmed.text), vocabulary);
        return Query { is_denial: affirmed.is_opposite != query.is_denial, ..query };
    }
    let Typed { text, grammar, folded, is_tense_open } = typed;
    let words = Words { text: &text, grammar: &grammar, folded: &folded };
    let mut query = Query { asks, phrase, start, ..Query::default() };
    query.predicate = predicate::of(words, phrase, start);
    let reported = query.predicate.filter(|_| asks_of_reported(asks));
    let reported = reported.and_then(|verb| predicate::reported(words, verb, asks));
    query.predicate = reported.or(query.predicate);
    query.focus = focus::of(words, asks, phrase);
    query.asks_sort = phrase.is_some_and(|(_, last)| {
        (last..words.len().min(last + 4))
            .any(|at| focus::is_sort(words, at) && !words.is_one_of(at, &["name", "names"]))
    });
    query.slot = slot::of(words, asks, phrase);
    query.negated = words.has(&["not", "n't", "never", "no"]);
    query.time = match reported {
        _ if is_tense_open => Time::Any,
        Some(_) if words.has(&["would", "will", "wo"]) => Time::Future,
        _ => time(words, asks),
    };
    query.text = text;
    query.grammar = grammar;
    query.words = folded;
    query.role = role::of(&query);
    query.expects = super::answer_type::of(&query);
    if let Some(counted) = counted(query.parts(), asks, query.focus.as_ref()) {
        query.asks = QuestionType::HowMany;
        query.focus = Some(counted);
    }
    if matches!(query.expects, AnswerType::Date | AnswerType::Clock) {
        fit_to_time(&mut query);
    }
    if matches!(query.expects, AnswerType::Date | AnswerType::Clock | AnswerType::Place) {
        fit_to_event(&mut query);
    }
    query.others = role::others(&query);
    query.terms = terms::of(&query, vocabulary);
    query
}

impl Query {
    /// The word at `token`, folded.
    pub fn word(&self, token: usize) -> &str {
        self.words.get(token).map_or("", String::as_str)
    }

    /// What kind of thing the noun asked for is.
    pub fn focus_kind(&self) -> Option<NounKind> {
        self.focus.as_ref().map(|focus| Lexicon::builtin().kind_of(&focus.lemma))
    }

    /// The word at `token` as it is typed.
    pub fn typed(&self, token: usize) -> &str {
        self.parts().typed(token)
    }

    /// Whether `token` belongs to the question phrase.
    pub fn in_phrase(&self, token: usize) -> bool {
        self.phrase.is_some_and(|(first, last)| (first..=last).contains(&token))
    }

    /// Its words with their grammar.
    pub(super) fn parts(&self) -> Words<'_> {
        Words { text: &self.text, grammar: &self.grammar, folded: &self.words }
    }

    /// Adds words of a conversation that narrow the search, at half their weight.
    pub fn add_context(&mut self, context: &[Term]) {
        for term in context {
            let known =
                self.terms.iter().any(|own| own.lemma == term.lemma || own.word == term.word);
            if !known {
                self.terms.push(Term {
                    token: Term::NOWHERE,
                    is_context: true,
                    weight: term.weight * 0.5,
                    ..term.clone()
                });
            }
        }
    }

    /// Whether it asks how long ago something was: "how long has it been since the last round".
    pub fn counts_since(&self) -> bool {
        self.expects == AnswerType::Duration && self.words.iter().any(|word| word == "since")
    }

    /// Whether it asks for a place in a row: "what *place* did the team *come* in?"
    pub fn asks_rank(&self) -> bool {
        let is_place =
            |focus: &Focus| matches!(focus.lemma.as_str(), "place" | "position" | "spot");
        self.focus.as_ref().is_some_and(is_place)
            && matches!(self.predicate_lemma(), "come" | "finish" | "rank")
            && !self.words.iter().any(|word| matches!(word.as_str(), "from" | "to"))
    }

    /// What the question is about, in its own words: its names and nouns.
    pub fn topic(&self) -> String {
        let words: Vec<&str> = self.topic_terms().map(|term| self.typed(term.token)).collect();
        words.join(" ")
    }

    /// Its own names and nouns.
    pub(super) fn topic_terms(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| !term.is_context && !term.is_focus && !term.is_verb)
    }

    /// The base form of the predicate.
    pub fn predicate_lemma(&self) -> &str {
        self.predicate.map_or("", |token| self.grammar.lemma(token))
    }
}

/// Whether "when did she say that it would open" asks when it is to open, and not when she spoke.
fn asks_of_reported(asks: QuestionType) -> bool {
    matches!(
        asks,
        QuestionType::When
            | QuestionType::Where
            | QuestionType::HowMany
            | QuestionType::HowMeasured
    )
}

fn time(words: Words, asks: QuestionType) -> Time {
    const PLANNED: [&str; 7] =
        ["supposed", "meant", "planned", "scheduled", "expected", "slated", "originally"];
    let going =
        (0..words.len()).any(|at| words.is_one_of(at, &["going"]) && leads_to_verb(words, at));
    let ahead =
        words.has(&["will", "shall", "'ll", "wo", "due", "upcoming", "next", "gonna"]) || going;
    let past = words.has(&["did", "was", "were", "had", "didn't", "wasn't"])
        || words.grammar.tokens.iter().any(|token| token.tag == Tag::VBD);
    let last = words.has(&["last", "previous", "previously", "ago", "before"]);
    let copular = words.has(&["is", "are", "'s", "'re", "s"])
        && (matches!(asks, QuestionType::When | QuestionType::Where) || asks_day(words, asks));
    if words.has(&PLANNED) {
        Time::Any
    } else if ahead && !past {
        Time::Future
    } else if past {
        Time::Past
    } else if copular && words.grammar.tokens.iter().any(|it| it.tag == Tag::VBG) {
        // "When is it *going* up for its last flight?"
        Time::Future
    } else if last {
        Time::Past
    } else if copular {
        Time::Future
    } else {
        Time::Any
    }
}

/// "On what *date*", "which *year*": another way to ask when.
fn asks_day(words: Words, asks: QuestionType) -> bool {
    asks == QuestionType::Which
        && (0..4)
            .any(|at| words.is_one_of(at, &["date", "day", "weekday", "month", "year", "time"]))
}

/// "Number of *people* hurt", "death toll": another way to ask how many.
fn counted(words: Words, asks: QuestionType, focus: Option<&Focus>) -> Option<Focus> {
    let focus = focus.filter(|_| {
        matches!(asks, QuestionType::Topic | QuestionType::What | QuestionType::Which)
    })?;
    if focus.lemma == "toll" {
        return Some(Focus { token: focus.token, lemma: "people".to_owned() });
    }
    let of = focus.lemma == "number" && words.word(focus.token + 1) == "of";
    let token = focus::head_of_phrase(words, focus.token + 2).filter(|_| of)?;
    Some(Focus { token, lemma: words.grammar.lemma(token).to_owned() })
}

/// "What day does it *begin*" asks for what stands beside the clause, and for a day to come: of
/// what has been people ask in the past tense.
fn fit_to_time(query: &mut Query) {
    if query.slot == Slot::Object {
        query.slot = Slot::Adverbial;
    }
    let words = query.parts();
    let behind = query.phrase.map_or(0, |(_, last)| last + 1);
    let ahead = words.is_one_of(behind, &["do", "does", "can", "must", "should", "is", "are"]);
    let since = matches!(&query.slot, Slot::Oblique(preposition) if preposition == "since");
    let perfect = words.has(&["been", "planned", "supposed", "meant"]);
    let leads = words.is_one_of(behind, &["do", "does", "can", "must", "should"]);
    if (query.time == Time::Any && ahead || leads) && !since && !perfect {
        query.time = Time::Future;
    }
}

/// "When was the *crash*": with no verb but "be", the noun serves as one.
fn fit_to_event(query: &mut Query) {
    let words = query.parts();
    let behind = query.phrase.map_or(0, |(_, last)| last + 1);
    let only_be = query.predicate.is_none_or(|at| words.is_be(at)) && words.is_be(behind);
    let inside = |at: &usize| {
        let tag = words.tag(*at);
        tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::DT | Tag::CD | Tag::POS | Tag::PRPS | Tag::VBN | Tag::VBG)
    };
    let head = (behind + 1..words.len())
        .take_while(inside)
        .filter(|&at| words.tag(at).is_noun() && words.tag(at + 1) != Tag::POS)
        .last();
    let happens = |at: usize| {
        let kind = Lexicon::builtin().kind_of(words.grammar.lemma(at));
        (query.expects == AnswerType::Place && !kind.is_person())
            || matches!(kind, NounKind::Event | NounKind::Act)
    };
    if let Some(head) = head.filter(|&at| only_be && !words.tag(at).is_proper() && happens(at)) {
        query.predicate = Some(head);
    }
}

/// Whether the word at `at` only leads to the verb behind it: "*going* to host", "*used* to play".
pub(super) fn leads_to_verb(words: Words, at: usize) -> bool {
    words.word(at + 1) == "to" && words.tag(at + 2) == Tag::VB
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::testing::read as asked;

    #[test]
    fn the_verb_of_another_clause_is_not_what_is_asked_about() {
        for (question, verb) in [
            ("Where was the minister while parliament was voting?", "be"),
            ("Where was the nurse who won the race born?", "bear"),
            ("Where was the stolen car coming from?", "come"),
            ("Where was the shooting near the station?", "shooting"),
            ("What did the envoy say the union would pay for?", "pay"),
            ("What did the baker do after losing his shop?", "do"),
            ("What did the envoy say about the money they paid?", "say"),
            ("When did the mayor say the votes would be counted?", "count"),
            ("When did the mayor say that?", "say"),
            ("Who was flying the plane that crashed?", "fly"),
            ("Where did the tourists rescued on the island have to sleep?", "sleep"),
            ("Where did the governor work before joining the bank?", "work"),
        ] {
            assert_eq!(asked(question).predicate_lemma(), verb, "{question}");
        }
    }

    #[test]
    fn nobody_is_asked_for_with_what() {
        for question in [
            "What was the electrician at the harbour doing there?",
            "What are the owner and his brother accused of?",
            "What was the patient carried out on?",
            "What are teachers in the valley hoarding?",
        ] {
            assert_eq!(asked(question).focus, None, "{question}");
            assert_ne!(asked(question).expects, AnswerType::Person, "{question}");
        }
        assert_eq!(asked("What is the name of the electrician?").expects, AnswerType::Person);
    }

    #[test]
    fn what_is_asked_in_the_present_is_to_come() {
        for (question, time) in [
            ("When do the talks resume?", Time::Future),
            ("When is the shuttle going up for its last flight?", Time::Future),
            ("When is the last time they met?", Time::Past),
            ("When can she sit the tests she missed?", Time::Future),
            ("When did the talks resume?", Time::Past),
            ("Since when has the road been shut?", Time::Any),
        ] {
            assert_eq!(asked(question).time, time, "{question}");
        }
    }

    #[test]
    fn causes_and_opinions_are_told_from_other_things() {
        for (question, expects) in [
            ("What kept the boat from sailing?", AnswerType::Reason),
            ("What held up the train?", AnswerType::Reason),
            ("What made the crane topple over in the storm?", AnswerType::Reason),
            ("What did the girls call their robot?", AnswerType::Name),
            ("Which part of Norway did they sail to?", AnswerType::Place),
            ("Which part of the engine broke?", AnswerType::Thing),
            ("What did the baker keep in the box?", AnswerType::Thing),
            ("What did the minister call the vote?", AnswerType::Opinion),
            ("What did they make of the plan?", AnswerType::Opinion),
            ("What did the envoy say the union would pay for?", AnswerType::Thing),
        ] {
            assert_eq!(asked(question).expects, expects, "{question}");
        }
    }

    #[test]
    fn a_toll_is_a_count() {
        let query = asked("death toll of the ferry fire?");
        assert_eq!((query.asks, query.expects), (QuestionType::HowMany, AnswerType::Number));
        let query = asked("number of children hurt in the fire?");
        assert_eq!(query.focus.map(|focus| focus.lemma).as_deref(), Some("child"));
    }
}
