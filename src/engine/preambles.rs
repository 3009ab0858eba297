//! Questions with something told before them, which stands for a question before.

use jiff::civil::Date;

use crate::answer::{self, Answer, Asking, Status, Talk};
use crate::question;

use super::talking::Read;
use super::{Conversation, Engine};

impl Engine {
    /// Answers what is asked behind what is told, as if this had been said in a conversation; by
    /// the article alone that has most of the words of both. Only where the whole has no answer, or
    /// where only one of the two asks for Yes or No.
    pub(super) fn behind_preamble(
        &self,
        question: &str,
        conversation: &Conversation,
        today: Date,
        (answer, whole): (&Answer, &Read),
    ) -> Option<(Answer, Read)> {
        let (told, asked) = question::preamble(question)?;
        let mut before = conversation.clone();
        let heard = self.read(&question::without_courtesies(told), &before, None);
        let asking = Asking { in_talk: heard.in_talk, only: None, today };
        let reply = answer::respond(&heard.query, &self.base, &asking);
        self.remember(&mut before, &heard, &reply);
        let read = self.read(&question::without_courtesies(asked), &before, None);
        let is_other = read.query.asks.wants_verdict() != whole.query.asks.wants_verdict();
        if answer.status != Status::NotInArticles && !is_other {
            return None;
        }
        let home = self.home(&read.query, before.turn.as_ref()?, before.talk)?.source;
        let in_talk = read.in_talk.or(before.talk).filter(|talk| talk.source == home);
        let in_talk = in_talk.unwrap_or_else(|| Talk::about(home));
        let asking = Asking { in_talk: Some(in_talk), only: Some(home), today };
        Some((answer::respond(&read.query, &self.base, &asking), read))
    }
}
