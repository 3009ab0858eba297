//! Answers what asks for whatever there is to tell of something, by the main event of the article
//! about it: "tell me about the talks", "any news?"

use super::talking::Read;
use super::{Conversation, Engine};
use crate::answer::{self, Answer, Status, Talk};
use crate::brief::about;
use crate::fact::Passage;
use crate::question::{self, Query, QuestionType};
use crate::text::fold;

/// The share of a topic that an article must have to be about it, in weight.
const WHOLLY: f32 = 0.9;

impl Engine {
    /// The answer to `question`, where it asks for no more than to be told of something that an
    /// article is about, and how it was read.
    pub(super) fn overview(
        &self,
        question: &str,
        conversation: &Conversation,
        only: Option<u32>,
    ) -> Option<(Answer, Read)> {
        let topic = question::overview(question)?;
        let in_talk = only.or(conversation.talk.map(|talk| talk.source));
        let source = match topic.words.as_str() {
            "" => in_talk.map(|source| source as usize).or(self.newest_source())?,
            _ if only.is_some() => only? as usize,
            words => about::source_about(&self.base, &self.names, words, WHOLLY)
                .or_else(|| topic.is_article.then(|| self.newest_by(words)).flatten())?,
        };
        let query = question::read(&topic.words, self);
        let wanted = if topic.is_article { &Query::default() } else { &query };
        let answer = self.overview_of(source, wanted)?;
        Some((answer, Read::whole(query, Some(Talk::about(source as u32)))))
    }

    /// What happened, where a question is but a few words of the headline of an article.
    pub(super) fn overview_of_headline(&self, query: &Query) -> Option<Answer> {
        let is_topic = query.asks == QuestionType::Topic && !query.terms.is_empty();
        let source = is_topic.then(|| self.newest_about(query)).flatten()?;
        self.overview_of(source, query)
    }

    /// The article of an outlet; of several the newest.
    fn newest_by(&self, outlet: &str) -> Option<usize> {
        let outlet = fold(outlet);
        self.newest_of(|source| source.outlet.as_deref().is_some_and(|own| fold(own) == outlet))
    }

    /// The article whose headline has all words of a query; of several the newest.
    fn newest_about(&self, query: &Query) -> Option<usize> {
        let has_all = |title: &str| {
            let title = fold(title);
            let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric()).collect();
            query.terms.iter().all(|term| {
                words.contains(&term.word.as_str()) || words.contains(&term.lemma.as_str())
            })
        };
        self.newest_of(|source| has_all(&source.title))
    }

    /// The sentence of an article that tells its main event, or else the first one that has all
    /// words of the topic.
    fn overview_of(&self, source: usize, topic: &Query) -> Option<Answer> {
        let what = self.brief(source).what;
        let passages = self.base.passages_of(source);
        let mut body = passages.filter(|&number| !self.base.passage(number).is_title);
        let passage = |number: &u32| self.base.passage(*number);
        let says_what = |number: &u32| {
            what.as_ref().is_some_and(|what| passage(number).text.contains(what.as_str()))
        };
        let main = body.clone().find(says_what).or_else(|| body.clone().next())?;
        let number = match has_all(topic, passage(&main)) {
            true => main,
            false => body.find(|number| has_all(topic, passage(number))).unwrap_or(main),
        };
        Some(Answer {
            status: Status::Answered,
            text: answer::statement(self.base.passage(number)),
            citations: vec![answer::citation(&self.base, number)],
            ..Answer::default()
        })
    }
}

/// Whether a passage has every word of a topic.
fn has_all(topic: &Query, passage: &Passage) -> bool {
    topic.terms.iter().all(|term| {
        (0..passage.len()).any(|at| {
            passage.grammar.lemma(at) == term.lemma || fold(passage.word(at)) == term.word
        })
    })
}
