//! A question as part of a conversation: what it goes on with, and what is remembered of it.

use crate::answer::{self, Answer, Citation, Home, Spoken, Status, Talk, Verdict};
use crate::question::{self, Bond, Query, Reply, Turn, Typed};
use crate::text::{Span, fold};

use super::{Conversation, Engine, timeline};

/// How much more of a question's words, in weight, another article may have where the conversation
/// goes on with the one in talk, and the question leaves open what it is about.
const PERHAPS: f32 = 0.45;
/// The same where the question tells what it is about.
const SURELY: f32 = 0.2;
/// The same where it surely goes on with what was said.
const ALWAYS: f32 = f32::MAX;
/// The share of the words of before that an article must have which did not answer then.
const OF_TOPIC: f32 = 0.9;
/// Of no more than this, in weight, a question says too little to stand alone.
const LIGHT: f32 = 0.75;

/// A question as it was understood.
pub(super) struct Read {
    /// What it asks.
    pub(super) query: Query,
    /// What the conversation is about, where it goes on.
    pub(super) in_talk: Option<Talk>,
    /// What a follow-up took from the conversation.
    pub(super) subject: Option<String>,
    /// The same question alone, where it could stand so in the conversation.
    pub(super) alone: Option<Alone>,
    /// The share of its own words that another article than the one in talk has at most.
    elsewhere: f32,
}

/// A question that could stand alone.
pub(super) struct Alone {
    /// What it asks.
    pub(super) query: Query,
    /// The article in talk, and those that tell of the same.
    pub(super) sources: Vec<u32>,
}

impl Read {
    /// A question that takes nothing from the conversation.
    pub(super) fn whole(query: Query, in_talk: Option<Talk>) -> Self {
        Read { query, in_talk, subject: None, alone: None, elsewhere: 0.0 }
    }

    /// Whether another article than the one in talk may say what this one does not of the subject
    /// that a follow-up took from the conversation.
    pub(super) fn may_be_elsewhere(&self, only: Option<u32>) -> bool {
        let goes_on = self.in_talk.is_some() && self.subject.is_some();
        goes_on && only.is_none() && self.elsewhere >= answer::COVERED
    }
}

impl Engine {
    /// Understands a question without courtesies as part of a conversation; one that is asked
    /// again stands alone again.
    pub(super) fn read(
        &self,
        question: &str,
        conversation: &Conversation,
        only: Option<u32>,
    ) -> Read {
        let again = |turn: &&Turn| fold(&turn.question) == fold(question);
        let before = conversation.turn.as_ref().filter(|turn| only.is_none() && !again(turn));
        let typed = Typed::new(question, self);
        let Some(before) = before else {
            let in_talk = only.map(Talk::about);
            return Read::whole(question::read_typed(typed, self), in_talk);
        };
        let Some(follow_up) = question::follow_up(&typed, before) else {
            let query = question::read_typed(typed, self);
            let home = self.home(&query, before, conversation.talk);
            let in_talk = home.as_ref().and_then(|home| stays(home, conversation.talk, SURELY));
            let sources = home.filter(|_| in_talk.is_some()).map(|home| home.alike);
            let alone = sources.map(|sources| Alone { query: query.clone(), sources });
            return Read { alone, ..Read::whole(query, in_talk) };
        };
        let (mut query, typed) = match follow_up.question == typed.text() {
            true => (question::read_typed(typed, self), None),
            false => (question::read(&follow_up.question, self), Some(typed)),
        };
        let home = self.home(&query, before, conversation.talk);
        let stays = |most| stays(home.as_ref()?, conversation.talk, most);
        let in_talk = match follow_up.bond {
            Bond::Sure | Bond::Bare => stays(ALWAYS).or(conversation.talk),
            Bond::Like => stays(SURELY),
            Bond::Loose => stays(PERHAPS),
        };
        let asks_on = follow_up.bond == Bond::Bare;
        let exchanges = follow_up.exchanges;
        let in_talk = in_talk.map(|talk| Talk { asks_on, exchanges, ..talk });
        let goes_on = in_talk.is_some() || follow_up.bond != Bond::Loose;
        let is_led = in_talk.is_some() || exchanges;
        let elsewhere = home.as_ref().map_or(0.0, |home| home.elsewhere);
        let alone = home.filter(|_| is_led && follow_up.may_stand_alone).map(|home| {
            let as_typed = typed.map(|typed| question::read_typed(typed, self));
            Alone { query: as_typed.unwrap_or_else(|| query.clone()), sources: home.alike }
        });
        if goes_on {
            query.add_context(&follow_up.context);
        }
        let subject = Some(follow_up.subject).filter(|subject| goes_on && !subject.is_empty());
        Read { query, in_talk, subject, alone, elsewhere }
    }

    /// The article that has most of a question's words and of those of the question before.
    pub(super) fn home(&self, query: &Query, before: &Turn, talk: Option<Talk>) -> Option<Home> {
        let mut wide = query.clone();
        wide.add_context(&before.terms);
        answer::home(&wide, &self.base, talk.map(|talk| talk.source))
    }

    /// Remembers what a question was about and which passage answered it, or was nearest.
    pub(super) fn remember(&self, conversation: &mut Conversation, read: &Read, answer: &Answer) {
        let span = answer.verdict.map(Verdict::as_str).or(answer.span.as_deref());
        let proven = answer.citations.first().and_then(|proof| self.talk_of(proof, span));
        let reply = proven.and_then(|talk| self.reply(talk)).or_else(|| span.map(Reply::from));
        conversation.turn = Some(Turn::after(&read.query, reply.as_ref()));
        let near = answer.near.filter(|_| proven.is_none());
        conversation.talk = proven.or(near.map(|near| self.talk_at(near, None))).or(read.in_talk);
        let unclear = answer.status == Status::Unclear;
        conversation.choices = if unclear { answer.choices.clone() } else { Vec::new() };
    }

    /// A conversation in which a passage has just answered, whatever it was that was asked: what it
    /// tells stands for the question.
    pub(super) fn talk_from(&self, passage: u32) -> Conversation {
        let query = question::read(&self.told_by(passage), self);
        Conversation {
            turn: Some(Turn::after(&query, None)),
            talk: Some(self.talk_at(passage, None)),
            choices: Vec::new(),
        }
    }

    /// What a passage tells, without when, where and who says so: a follow-up may ask for that.
    fn told_by(&self, passage: u32) -> String {
        let found = self.base.passage(passage);
        let facts = self.facts.of(&self.base, found.source as usize).iter();
        let mut own = facts.filter(|fact| found.text.contains(&fact.quote));
        own.find_map(timeline::description).unwrap_or_else(|| found.text.clone())
    }

    /// The words of the passage in talk that answered.
    fn reply(&self, talk: Talk) -> Option<Reply<'_>> {
        let said = talk.sentence?;
        let (start, end) = said.answer.filter(|(start, end)| start < end)?;
        let passage = self.base.passage(said.passage);
        let span = Span::new(start as usize..end as usize);
        Some(Reply::within(&passage.text, &passage.grammar, span))
    }

    /// A conversation about a passage; `answer` is where its words of the answer begin and end.
    fn talk_at(&self, passage: u32, answer: Option<(u32, u32)>) -> Talk {
        let found = self.base.passage(passage);
        let sentence = Spoken { passage, paragraph: found.paragraph, answer };
        Talk { sentence: Some(sentence), ..Talk::about(found.source) }
    }

    /// The passage that proves an answer, and where it has the words of the answer.
    fn talk_of(&self, proof: &Citation, span: Option<&str>) -> Option<Talk> {
        let passage = proof.passage?;
        let text = &self.base.passage(passage).text;
        let at = span.and_then(|span| Some((text.find(span)?, span.len())));
        let answer = at.map(|(at, length)| (at as u32, (at + length) as u32));
        Some(self.talk_at(passage, answer))
    }
}

/// What the conversation is still about where a question could stand alone: the article that has
/// its words and those of before, if no other article has more than `most` of its own words.
fn stays(home: &Home, talk: Option<Talk>, most: f32) -> Option<Talk> {
    let talk = talk.filter(|talk| talk.source == home.source);
    let near = match talk {
        Some(_) => home.missing <= most || most > SURELY && home.own <= LIGHT,
        None if most == ALWAYS => true,
        None => home.missing <= most && most > SURELY && home.context >= OF_TOPIC,
    };
    near.then(|| talk.unwrap_or_else(|| Talk::about(home.source)))
}

#[cfg(test)]
mod tests {
    use crate::answer;
    use crate::engine::{Additions, Document, Engine, ProofId};
    use crate::fact::Source;

    #[test]
    fn a_quote_that_is_gone_begins_no_conversation() {
        assert_eq!(Engine::default().conversation_about(ProofId(1)), None);
    }

    #[test]
    fn of_two_articles_with_the_same_words_the_one_that_answered_is_in_talk() {
        let source = Source { title: "Bridge opens".into(), ..Source::default() };
        let documents = vec![Document::Facts(source, Vec::new()); 2];
        let engine = Engine::new(documents, Additions::default());
        for passage in 0..2 {
            let talk = engine.talk_of(&answer::citation(&engine.base, passage), Some("Bridge"));
            assert_eq!(talk, Some(engine.talk_at(passage, Some((0, 6)))));
            assert_eq!(talk.map(|talk| talk.source), Some(passage));
        }
    }
}
