//! `Engine`: the only thing a front end talks to. It holds the knowledge and answers questions
//! over it; it does no I/O, reads no clock and cannot fail.

mod alternatives;
mod announced;
mod choosing;
mod claims;
mod known;
mod overviews;
mod preambles;
mod proofs;
mod talking;
mod timeline;
mod topics;
mod vocabulary;

use std::cmp::Reverse;
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::answer::{self, Answer, Asking, Choice, Citation, Status, Talk};
use crate::article::Article;
use crate::brief;
use crate::extract;
use crate::fact::{Base, Fact, Names, Source, Synonyms};
use crate::question::{self, Announced, Turn};
use crate::text::{date, fold};

pub use crate::brief::Brief;
pub use claims::{Claim, Finding};
use known::KnownFacts;
pub use proofs::ProofId;
use proofs::Proofs;
use talking::Read;
use timeline::Wanted;
use topics::Topics;

/// The longest question that is read, in characters: that of the longest message on Discord. What
/// is beyond is left out, as time grows faster than length.
const LONGEST_QUESTION: usize = 4_000;

/// What an article or a fact file gives the engine.
#[derive(Clone, Debug)]
pub enum Document {
    /// A whole article, to be read now.
    Article(Article),
    /// Facts that were extracted before.
    Facts(Source, Vec<Fact>),
}

/// What an operator adds to the built-in word lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Additions {
    /// Names of one and the same thing; the first is the one that answers use.
    pub aliases: Vec<Vec<String>>,
    /// Words that mean the same.
    pub synonyms: Vec<Vec<String>>,
}

/// The knowledge and all that can be asked of it. Cheap to share behind an `Arc`.
#[derive(Debug, Default)]
pub struct Engine {
    base: Base,
    names: Names,
    facts: KnownFacts,
    aliases: Vec<Vec<String>>,
    topics: OnceLock<Topics>,
    proofs: OnceLock<Proofs>,
}

/// What was said before, by one person in one place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conversation {
    turn: Option<Turn>,
    talk: Option<Talk>,
    /// What there was to choose from, where the last answer was "which one?".
    choices: Vec<Choice>,
}

/// A dated event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The first day.
    pub start: Date,
    /// The last day, inclusive.
    pub end: Date,
    /// The days in words: "March 2015".
    pub when: String,
    /// What happened, in the article's words.
    pub what: String,
    /// Index of its source in [`Engine::sources`].
    pub source: usize,
}

/// A person, place, body or event that can be asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its name as the articles write it.
    pub name: String,
    /// How often the articles mention it.
    pub mentions: usize,
}

impl Engine {
    /// Builds the fact base from `documents`.
    pub fn new(documents: Vec<Document>, additions: Additions) -> Self {
        let names = Names::new(&additions.aliases);
        let (mut base, mut known) = (Base::default(), KnownFacts::default());
        for document in documents {
            let (source, passages, facts) = match document {
                Document::Article(article) => {
                    (extract::source(&article), extract::passages(&article), None)
                }
                Document::Facts(source, facts) => {
                    let passages = extract::passages_of_facts(&source, &facts);
                    (source, passages, Some(facts))
                }
            };
            base.add(source, passages);
            known.add(facts);
        }
        base.set_synonyms(Synonyms::new(&additions.synonyms));
        base.index(&names);
        Engine { base, names, facts: known, aliases: additions.aliases, ..Engine::default() }
    }

    /// Answers `question`; `today` is the day that it is asked on.
    pub fn ask(&self, question: &str, conversation: &mut Conversation, today: Date) -> Answer {
        self.respond(question, conversation, today, false)
    }

    /// The same with [`Answer::explanation`] filled in.
    pub fn explain(&self, question: &str, conversation: &mut Conversation, today: Date) -> Answer {
        self.respond(question, conversation, today, true)
    }

    fn respond(
        &self,
        question: &str,
        conversation: &mut Conversation,
        today: Date,
        explain: bool,
    ) -> Answer {
        let cut = question.char_indices().nth(LONGEST_QUESTION);
        let question = cut.map_or(question, |(end, _)| &question[..end]);
        if let Some(said) = question::small_talk(question) {
            return answer::small_talk(said, self.example().as_deref());
        }
        let chosen = choosing::chosen(question, &conversation.choices);
        let (question, only) = self.of_one_source(chosen.unwrap_or(question));
        let bare = question::without_courtesies(question);
        if let Some((told, read)) = self.overview(&bare, conversation, only) {
            self.remember(conversation, &read, &told);
            return told;
        }
        let announced = only.is_none().then(|| question::announced(&bare)).flatten();
        let announced = |begins: bool| {
            let (asked, when) = announced.as_ref()?;
            let fits = (*asked == Announced::Begins) == begins;
            fits.then(|| self.announced((*asked, when), conversation, today)).flatten()
        };
        if let Some((told, read)) = announced(false) {
            self.remember(conversation, &read, &told);
            return told;
        }
        let read = self.read(&bare, conversation, only);
        let Read { query, in_talk, .. } = &read;
        let asking = Asking { in_talk: *in_talk, only, today };
        let mut answer = self
            .alone(&read, &asking)
            .unwrap_or_else(|| answer::respond(query, &self.base, &asking));
        answer = self.alternative(query, &asking).unwrap_or(answer);
        // The question has its subject by now, and other reports may tell of it, too.
        if answer.status == Status::NotInArticles && read.may_be_elsewhere(only) {
            let elsewhere = Asking { in_talk: None, ..asking };
            let other = answer::respond(query, &self.base, &elsewhere);
            answer = if other.status == Status::Answered { other } else { answer };
        }
        if answer.status == Status::NotInArticles && read.subject.is_none() && only.is_none() {
            answer = self.overview_of_headline(query).unwrap_or(answer);
        }
        let other = only.is_none().then(|| {
            let behind = self.behind_preamble(question, conversation, today, (&answer, &read));
            let is_unanswered = answer.status == Status::NotInArticles;
            behind.or_else(|| is_unanswered.then(|| announced(true)).flatten())
        });
        let (mut answer, read) = other.flatten().unwrap_or((answer, read));
        if explain {
            answer.explanation = answer::explain(&read.query, &self.base, read.in_talk);
        }
        self.remember(conversation, &read, &answer);
        answer.subject = read.subject;
        answer
    }

    /// The answer to a question that could stand alone, where it needs nothing of the conversation:
    /// what was said before can only lead away from it. One that says enough and is not answered
    /// alone is not answered by what it goes on with, either.
    fn alone(&self, read: &Read, asking: &Asking) -> Option<Answer> {
        let alone = read.alone.as_ref()?;
        let asking = Asking { in_talk: None, ..*asking };
        let answer = answer::respond(&alone.query, &self.base, &asking);
        let source = |proof: &Citation| Some(self.base.passage(proof.passage?).source);
        let own = answer.citations.first().and_then(source);
        let is_of_talk = own.is_some_and(|own| alone.sources.contains(&own));
        let says_enough = read.subject.is_none();
        let is_unanswered = says_enough && answer.status == Status::NotInArticles;
        (is_of_talk || is_unanswered).then_some(answer)
    }

    /// A question that ends in the title of an article, as [`crate::answer::Choice`] puts it, with
    /// its outlet and day where another has the same title: the question without it, and the
    /// source that it is about.
    fn of_one_source<'a>(&self, question: &'a str) -> (&'a str, Option<u32>) {
        let named = question.trim_end_matches(['?', ' ']).strip_suffix(')');
        let Some((asked, name)) = named.and_then(|text| text.rsplit_once("(“")) else {
            return (question, None);
        };
        let whole = fold(&format!("“{name}"));
        let title = name.strip_suffix('”').map(fold);
        let is_whole = |source: &Source| fold(&answer::named_fully(source)) == whole;
        let is_title = |source: &Source| Some(fold(&source.title)) == title;
        let mut sources = self.base.sources().iter();
        let found = sources.position(is_whole);
        match found.or_else(|| self.base.sources().iter().position(is_title)) {
            Some(source) => (asked.trim_end(), Some(source as u32)),
            None => (question, None),
        }
    }

    /// The candidates for a question with their measures, for fitting the ranking's weights.
    pub fn measure(&self, question: &str, conversation: &Conversation) -> answer::tuning::Measured {
        let bare = question::without_courtesies(question);
        let Read { query, in_talk, .. } = self.read(&bare, conversation, None);
        answer::tuning::measure(&query, &self.base, in_talk)
    }

    /// The passages that may say Yes or No to a question with their measures, for fitting the
    /// weights of verdicts.
    pub fn measure_verdict(
        &self,
        question: &str,
        conversation: &Conversation,
    ) -> answer::tuning::MeasuredVerdict {
        let bare = question::without_courtesies(question);
        let Read { query, in_talk, .. } = self.read(&bare, conversation, None);
        answer::tuning::measure_verdict(&query, &self.base, in_talk)
    }

    fn example(&self) -> Option<String> {
        let source = &self.base.sources()[self.newest_source()?];
        Some(format!("what happened in “{}”?", source.title))
    }

    /// The source that was published last, the first of several; one without a day
    /// comes after all others.
    pub fn newest_source(&self) -> Option<usize> {
        self.newest_of(|_| true)
    }

    /// The same of some sources.
    fn newest_of(&self, counts: impl Fn(&Source) -> bool) -> Option<usize> {
        let sources = self.base.sources().iter().enumerate();
        sources
            .filter(|(_, source)| counts(source))
            .min_by_key(|(_, source)| Reverse(source.published))
            .map(|(index, _)| index)
    }

    /// The main event of the article at `source`.
    pub fn brief(&self, source: usize) -> Brief {
        let published = self.base.sources().get(source).and_then(|source| source.published);
        let passages = self.base.passages_of(source).map(|number| self.base.passage(number));
        brief::of(passages, published)
    }

    /// The source whose main event is nearest to `topic`, where one is near.
    pub fn source_about(&self, topic: &str) -> Option<usize> {
        brief::about::source_about(&self.base, &self.names, topic, brief::about::NEAR)
    }

    /// All dated events between `from` and `to` (both inclusive) that speak of `about`, in order.
    pub fn timeline(
        &self,
        from: Option<Date>,
        to: Option<Date>,
        about: Option<&str>,
    ) -> Vec<TimelineEntry> {
        let wanted = Wanted { from, to, about };
        timeline::entries(&self.base, &self.facts, &self.names, &wanted)
    }

    /// The first and the last day of a time that somebody types: "7 March 2015", "March 2015",
    /// and, told from the day `today`, "last week". `None` where `text` is no such time, or
    /// leaves its days open.
    pub fn days(&self, text: &str, today: Date) -> Option<(Date, Date)> {
        let [mention] = <[_; 1]>::try_from(date::find(text)).ok()?;
        let is_all = mention.span.of(text).trim() == text.trim();
        let anchor = Some(today.at(0, 0, 0, 0));
        let when = date::resolve(&mention.expression, anchor, date::Leaning::Past);
        let when = when.filter(|when| is_all && !when.is_open() && !when.approximate)?;
        Some((when.start.date(), when.last_day()))
    }

    /// Every article behind the facts, in the order they were given.
    pub fn sources(&self) -> &[Source] {
        self.base.sources()
    }

    /// How many facts it holds; of an article that was read whole, how many clauses.
    pub fn fact_count(&self) -> usize {
        self.facts.count(&self.base)
    }

    /// The names that `typed` may be the beginning of: exact, prefix, alias, then near misses.
    pub fn complete(&self, typed: &str, limit: usize) -> Vec<Topic> {
        let topics = self.topics.get_or_init(|| Topics::of(&self.base, &self.aliases));
        topics.complete(typed, limit)
    }

    /// The quote with this number, where the knowledge still has it.
    pub fn proof(&self, id: ProofId) -> Option<Citation> {
        self.passage_of(id).map(|passage| answer::citation(&self.base, passage))
    }

    /// A conversation in which the quote with this number has just answered, for a follow-up to an
    /// answer whose own conversation is forgotten.
    pub fn conversation_about(&self, id: ProofId) -> Option<Conversation> {
        self.passage_of(id).map(|passage| self.talk_from(passage))
    }

    /// What other articles have that is likest to the quote with this number, one quote an article.
    pub fn other_reports(&self, id: ProofId, most: usize) -> Vec<Citation> {
        let others = |passage| proofs::other_reports(&self.base, passage, most);
        self.passage_of(id).map(others).unwrap_or_default()
    }

    /// The number of the quote that is `words` and nothing else.
    pub fn quoted(&self, words: &str) -> Option<ProofId> {
        let mut passages = self.base.passages().iter();
        let number = passages.position(|passage| passage.text == words)? as u32;
        Some(ProofId::of(&answer::citation(&self.base, number)))
    }

    fn passage_of(&self, id: ProofId) -> Option<u32> {
        self.proofs.get_or_init(|| Proofs::of(&self.base)).passage(id)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn engine(days: &[Option<Date>]) -> Engine {
        let source = |(at, day): (usize, &Option<Date>)| {
            let source =
                Source { title: format!("Report {at}"), published: *day, ..Source::default() };
            Document::Facts(source, Vec::new())
        };
        Engine::new(days.iter().enumerate().map(source).collect(), Additions::default())
    }

    #[test]
    fn the_newest_source_has_the_last_day_and_the_first_place_among_equals() {
        let (old, new) = (Some(date(2020, 5, 3)), Some(date(2020, 6, 1)));
        let check = |days: &[Option<Date>], expected| {
            assert_eq!(engine(days).newest_source(), expected, "{days:?}");
        };
        check(&[old, new, old], Some(1));
        check(&[None, old, new, new], Some(2));
        check(&[None, None], Some(0));
        check(&[], None);
    }

    #[test]
    fn of_an_endless_question_only_the_beginning_is_read() {
        let engine = engine(&[Some(date(2020, 6, 1))]);
        for question in ["what led é ", "talks ", "Who did it, and why? "] {
            let mut conversation = Conversation::default();
            engine.ask(&question.repeat(1_000_000), &mut conversation, date(2020, 6, 2));
            let kept = conversation.turn.map_or(0, |turn| turn.question.chars().count());
            assert!((1..=2 * LONGEST_QUESTION).contains(&kept), "{kept}");
        }
    }

    #[test]
    fn the_example_is_of_the_newest_source() {
        let engine = engine(&[Some(date(2020, 6, 1)), Some(date(2020, 5, 3))]);
        assert_eq!(engine.example().as_deref(), Some("what happened in “Report 0”?"));
    }

    #[test]
    fn days_are_read_as_the_articles_dates_are() {
        let (engine, today) = (Engine::default(), jiff::civil::date(2015, 3, 9));
        let day = |month, day| jiff::civil::date(2015, month, day);
        let read = |text| engine.days(text, today);
        assert_eq!(read("7 March 2015"), Some((day(3, 7), day(3, 7))));
        assert_eq!(read(" 2015-03-07 "), Some((day(3, 7), day(3, 7))));
        assert_eq!(read("February 2015"), Some((day(2, 1), day(2, 28))));
        assert_eq!(read("yesterday"), Some((day(3, 8), day(3, 8))));
        for nonsense in ["", "soon", "2015-02-30", "the talks of 7 March 2015", "7 to 9"] {
            assert_eq!(read(nonsense), None, "{nonsense}");
        }
    }
}
