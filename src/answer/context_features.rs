//! What stands beside the measures of a candidate: what the question is like, by which words the
//! candidate is framed, where it stands in its sentence and article, how often it comes back there,
//! and how its words and those around it are used beside the question's.
//!
//! None of it speaks for or against a candidate by itself, so the sum of the ranking has no use for
//! it; it tells the second look and the confidence how much the measures count.

mod frame;
mod likeness;

use crate::fact::{Base, Passage};
use crate::question::{AnswerType, Query, QuestionType, Slot, Time};
use crate::text::syntax::{EntityKind, Relation};

use super::candidate::Candidate;
use likeness::{Asked, Near};

/// What the question asks for.
const EXPECTS: [AnswerType; 21] = [
    AnswerType::Date,
    AnswerType::Clock,
    AnswerType::Duration,
    AnswerType::Frequency,
    AnswerType::Place,
    AnswerType::Person,
    AnswerType::Actor,
    AnswerType::Organisation,
    AnswerType::Number,
    AnswerType::Money,
    AnswerType::Percent,
    AnswerType::Age,
    AnswerType::Measure,
    AnswerType::Reason,
    AnswerType::Manner,
    AnswerType::Speech,
    AnswerType::Opinion,
    AnswerType::Action,
    AnswerType::Definition,
    AnswerType::Name,
    AnswerType::Thing,
];

/// Which place in the clause the answer fills.
const SLOTS: [&str; 7] =
    ["subject", "passive subject", "object", "oblique", "complement", "adverbial", "unknown"];

/// What the question has.
const QUESTION: [&str; 9] = [
    "question has a noun asked for",
    "question has a role",
    "question has a main verb",
    "words of the question",
    "names of the question",
    "weight of the question",
    "length of the question",
    "question of the past",
    "question of the future",
];

/// What the candidate's head is.
const HEAD: [&str; 5] = [
    "head is a noun",
    "head is a name's",
    "head is a verb",
    "head is an adjective",
    "head is a number",
];

/// What its head is to the word that it hangs on.
const RELATIONS: [Relation; 7] = [
    Relation::Obl,
    Relation::Nmod,
    Relation::Appos,
    Relation::Conj,
    Relation::Compound,
    Relation::Root,
    Relation::Nummod,
];

/// The candidate's own preposition.
const PREPOSITIONS: [&str; 12] =
    ["in", "on", "at", "to", "from", "by", "with", "for", "of", "as", "about", "after"];

/// Where it stands in its sentence, and what that is like.
const SENTENCE: [&str; 11] = [
    "words of the sentence before",
    "share of the sentence before",
    "words of the sentence behind",
    "inside quotation marks",
    "sentence of a speaker",
    "sentence has a quotation",
    "sentence tells what was said",
    "words of the sentence",
    "sentence is short",
    "dates of the sentence",
    "names of the sentence",
];

/// Where it stands in its article, and how often its head does.
const ARTICLE: [&str; 7] = [
    "share of the article before",
    "sentences before",
    "sentences of the article",
    "sentences that have its head",
    "share of sentences that have its head",
    "its head stands nowhere else",
    "its head stands in the headline",
];

/// The words right before it, by their base forms.
const BEFORE: [&str; 7] = [",", "(", "\"", "and", "be", "the", "“"];

/// Those right behind it; none at the end of a sentence.
const BEHIND: [&str; 9] = [",", "(", "\"", "and", "be", "of", "who", ".", ""];

/// How words are used beside those of the question: the mean and the least of how near each word of
/// the question comes to any of them.
const LIKENESS: [&str; 9] = [
    "use of its clause",
    "least use of its clause",
    "use of the words beside",
    "least use of the words beside",
    "use of its words",
    "least use of its words",
    "use of its head and the noun asked for",
    "use of the verb of its clause and the main verb",
    "use of what it hangs on and the main verb",
];

/// How many are the question's, the same for all candidates; they come first.
pub(crate) const OF_QUESTION: usize =
    EXPECTS.len() + QuestionType::ALL.len() + SLOTS.len() + QUESTION.len();

/// How many are the candidate's own.
pub(crate) const OF_CANDIDATE: usize = EntityKind::ALL.len()
    + HEAD.len()
    + RELATIONS.len()
    + PREPOSITIONS.len()
    + SENTENCE.len()
    + ARTICLE.len()
    + BEFORE.len()
    + BEHIND.len()
    + LIKENESS.len();

/// How many context features there are.
pub(crate) const COUNT: usize = OF_QUESTION + OF_CANDIDATE;

/// The context features of a question, and those of one candidate, in the order of [`names`].
pub(crate) type Question = [f32; OF_QUESTION];
pub(crate) type Own = [f32; OF_CANDIDATE];

/// The name of each, as the tables of weights have it.
pub(crate) fn names() -> Vec<String> {
    let expects = EXPECTS.iter().map(|expects| format!("expects {expects:?}"));
    let asks = QuestionType::ALL.iter().map(|asks| format!("asks {asks:?}"));
    let kinds = EntityKind::ALL.iter().map(|kind| format!("head is of a {kind:?}"));
    let relations = RELATIONS.iter().map(|relation| format!("head is a {relation:?}"));
    let plain = |names: &'static [&str]| names.iter().map(|name| (*name).to_owned());
    let each = |kind: &'static str, words: &'static [&str]| {
        words
            .iter()
            .map(move |word| format!("{kind} {}", if word.is_empty() { "end" } else { word }))
    };
    expects
        .chain(asks)
        .chain(each("slot", &SLOTS))
        .chain(plain(&QUESTION))
        .chain(kinds)
        .chain(plain(&HEAD))
        .chain(relations)
        .chain(each("preposition", &PREPOSITIONS))
        .chain(plain(&SENTENCE))
        .chain(plain(&ARTICLE))
        .chain(each("behind", &BEFORE))
        .chain(each("before", &BEHIND))
        .chain(plain(&LIKENESS))
        .map(|name| name.to_lowercase())
        .collect()
}

/// A question that looks at candidates, and what it has found of their passages.
#[derive(Debug)]
pub(crate) struct ContextFeatures<'a> {
    base: &'a Base,
    question: Question,
    asked: Asked,
    /// What was found of each passage seen.
    seen: Vec<(u32, Seen)>,
}

/// What all candidates of a passage share.
#[derive(Debug)]
struct Seen {
    near: Near,
    /// Whether it tells what somebody said.
    tells_said: bool,
}

impl<'a> ContextFeatures<'a> {
    /// Of a question over some facts.
    pub(crate) fn new(query: &Query, base: &'a Base) -> Self {
        ContextFeatures {
            base,
            question: of_question(query),
            asked: Asked::new(query),
            seen: Vec::new(),
        }
    }

    /// The context features of the question.
    pub(crate) fn question(&self) -> &Question {
        &self.question
    }

    /// Those of a candidate.
    pub(crate) fn at(&mut self, candidate: &Candidate) -> Own {
        let base = self.base;
        let passage = base.passage(candidate.passage);
        let (tells_said, alike) = {
            let Seen { near, tells_said } = self.seen(candidate.passage, passage);
            (*tells_said, near.at(passage, candidate))
        };
        joined(&[
            &frame::headed(passage, candidate),
            &frame::preposition(passage, candidate),
            &frame::in_sentence(passage, candidate, tells_said),
            &frame::in_article(base, passage, candidate),
            &frame::framed(passage, candidate),
            &alike,
            &self.asked.heads(passage, candidate),
        ])
    }

    /// What was found of a passage, now or before.
    fn seen(&mut self, number: u32, passage: &Passage) -> &Seen {
        let at = self.seen.iter().position(|(seen, _)| *seen == number);
        let at = at.unwrap_or_else(|| {
            let tells_said = frame::tells_said(passage);
            self.seen.push((number, Seen { near: self.asked.near(passage), tells_said }));
            self.seen.len() - 1
        });
        &self.seen[at].1
    }
}

/// Several rows, one after the other.
fn joined<const N: usize>(rows: &[&[f32]]) -> [f32; N] {
    let mut all = [0.0; N];
    let mut rest = &mut all[..];
    for row in rows {
        let (own, others) = rest.split_at_mut(row.len());
        own.copy_from_slice(row);
        rest = others;
    }
    all
}

fn of_question(query: &Query) -> Question {
    let names = query.terms.iter().filter(|term| term.is_name).count();
    let weight: f32 = query.terms.iter().map(|term| term.weight).sum();
    let slot = slot(&query.slot);
    let has = [
        flag(query.focus.is_some()),
        flag(query.role.is_some()),
        flag(query.predicate.is_some()),
        query.terms.len() as f32 / 8.0,
        names as f32 / 4.0,
        weight / 5.0,
        query.grammar.tokens.len() as f32 / 12.0,
        flag(query.time == Time::Past),
        flag(query.time == Time::Future),
    ];
    joined(&[
        &EXPECTS.map(|expects| flag(query.expects == expects)),
        &QuestionType::ALL.map(|asks| flag(query.asks == asks)),
        &std::array::from_fn::<f32, { SLOTS.len() }, _>(|at| flag(at == slot)),
        &has,
    ])
}

/// Which of [`SLOTS`] it is.
fn slot(slot: &Slot) -> usize {
    match slot {
        Slot::Subject => 0,
        Slot::PassiveSubject => 1,
        Slot::Object => 2,
        Slot::Oblique(_) => 3,
        Slot::Complement => 4,
        Slot::Adverbial => 5,
        Slot::Unknown => 6,
    }
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::candidate;
    use crate::fact::{Names, Source};
    use crate::question::testing;
    use crate::text::{Span, syntax};

    const HEADLINE: &str = "Ferry sinks off Batu";
    const FIRST: &str = "A ferry with forty people sank near the harbour of Batu, the port said.";
    const SECOND: &str = "The harbour has a lighthouse.";

    fn base() -> Base {
        let passage = |(number, sentence): (usize, &str)| Passage {
            text: sentence.to_owned(),
            grammar: syntax::analyse(sentence, Span::new(0..sentence.len())),
            is_title: number == 0,
            ..Passage::default()
        };
        let mut base = Base::default();
        let sentences = [HEADLINE, FIRST, SECOND].into_iter().enumerate();
        base.add(Source::default(), sentences.map(passage).collect());
        base.index(&Names::default());
        base
    }

    /// The context features of the candidate that has these words, by their names.
    fn of(question: &str, passage: u32, words: &str) -> impl Fn(&str) -> f32 {
        let base = base();
        let query = testing::read(question);
        let has_words = |candidate: &&Candidate| {
            let text = base.passage(passage);
            text.words(candidate.first.into(), candidate.last.into()) == words
        };
        let candidate = candidate::of(&base, passage).iter().find(has_words);
        let candidate = *candidate.unwrap_or_else(|| panic!("no candidate {words:?}"));
        let mut look = ContextFeatures::new(&query, &base);
        let own = look.at(&candidate);
        let all = [&look.question()[..], &own[..]].concat();
        move |name| {
            let at = names().iter().position(|known| known == name);
            all[at.unwrap_or_else(|| panic!("no context feature {name:?}"))]
        }
    }

    #[test]
    fn every_context_feature_has_a_name_of_its_own() {
        let mut names = names();
        assert_eq!(names.len(), COUNT);
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), COUNT);
    }

    #[test]
    fn a_question_is_told_by_what_it_asks_for() {
        let place = of("Where did the ferry sink?", 1, "Batu");
        assert_eq!((place("expects place"), place("asks where")), (1.0, 1.0));
        assert_eq!((place("expects date"), place("asks when")), (0.0, 0.0));
        assert_eq!((place("slot adverbial"), place("question of the past")), (1.0, 1.0));
        let which = of("Which port spoke of the sinking?", 1, "the port");
        assert_eq!(which("question has a noun asked for"), 1.0);
        assert_eq!(place("question has a noun asked for"), 0.0);
    }

    #[test]
    fn a_candidate_is_told_by_the_words_that_frame_it() {
        let batu = of("Where did the ferry sink?", 1, "Batu");
        assert_eq!((batu("preposition of"), batu("preposition in")), (1.0, 0.0));
        assert_eq!((batu("before ,"), batu("before .")), (1.0, 0.0));
        let lighthouse = of("What does the harbour have?", 2, "a lighthouse");
        assert_eq!((lighthouse("before ."), lighthouse("behind be")), (1.0, 0.0));
        assert_eq!(lighthouse("sentence tells what was said"), 0.0);
        assert_eq!(batu("sentence tells what was said"), 1.0);
    }

    #[test]
    fn a_candidate_is_told_by_how_often_its_head_comes_back() {
        let (batu, lighthouse) =
            (of("Where?", 1, "Batu"), of("What does the harbour have?", 2, "a lighthouse"));
        assert_eq!(batu("its head stands in the headline"), 1.0);
        assert_eq!(batu("its head stands nowhere else"), 0.0);
        assert_eq!(lighthouse("its head stands in the headline"), 0.0);
        assert_eq!(lighthouse("its head stands nowhere else"), 1.0);
        assert_eq!(lighthouse("share of the article before"), 2.0 / 3.0);
    }

    #[test]
    fn words_are_near_that_are_used_alike() {
        let said = of("Where did the boat go down?", 1, "Batu");
        let other = of("Where did the boat go down?", 2, "a lighthouse");
        assert!(said("use of its clause") > other("use of its clause"));
        assert!(said("least use of its clause") <= said("use of its clause"));
    }
}
