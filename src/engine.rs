//! `Engine`: the only thing a front end talks to. It holds the knowledge and answers questions
//! over it; it does no I/O, reads no clock and cannot fail.

use jiff::civil::Date;

use crate::answer::Answer;
use crate::article::Article;
use crate::fact::{Fact, Source};

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
#[derive(Debug)]
pub struct Engine {}

/// What was said before, by one person in one place.
#[derive(Clone, Debug, Default)]
pub struct Conversation {}

/// The main event of an article, each in a short phrase of the article's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brief {
    /// Who acted, or whom it happened to.
    pub who: Option<String>,
    /// What happened.
    pub what: Option<String>,
    /// When.
    pub when: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// How.
    pub how: Option<String>,
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
        let _ = (documents, additions);
        Self {}
    }

    /// Answers `question`; `today` is the day that it is asked on.
    pub fn ask(&self, question: &str, conversation: &mut Conversation, today: Date) -> Answer {
        let _ = (question, conversation, today);
        Answer::default()
    }

    /// The same with [`Answer::explanation`] filled in.
    pub fn explain(&self, question: &str, conversation: &mut Conversation, today: Date) -> Answer {
        self.ask(question, conversation, today)
    }

    /// The main event of the article at `source`.
    pub fn brief(&self, source: usize) -> Brief {
        let _ = source;
        Brief::default()
    }

    /// The source whose main event is nearest to `topic`, where one is near.
    pub fn source_about(&self, topic: &str) -> Option<usize> {
        let _ = topic;
        None
    }

    /// All dated events between `from` and `to` (both inclusive) that speak of `about`, in order.
    pub fn timeline(
        &self,
        from: Option<Date>,
        to: Option<Date>,
        about: Option<&str>,
    ) -> Vec<TimelineEntry> {
        let _ = (from, to, about);
        Vec::new()
    }

    /// Every article behind the facts, newest first.
    pub fn sources(&self) -> &[Source] {
        &[]
    }

    /// How many facts it holds.
    pub fn fact_count(&self) -> usize {
        0
    }

    /// The names that `typed` may be the beginning of: exact, prefix, alias, then near misses.
    pub fn complete(&self, typed: &str, limit: usize) -> Vec<Topic> {
        let _ = (typed, limit);
        Vec::new()
    }
}
