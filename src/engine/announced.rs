//! Questions whether something announced is over by now, or how long it is until then.

use jiff::civil::Date;

use super::talking::Read;
use super::{Conversation, Engine};
use crate::answer::{self, Answer, Asking};
use crate::question::{self, Announced};

impl Engine {
    /// The answer to `question`, where it asks that of something that the articles announced, and
    /// how it was read; with `begins`, where it asks when that begins.
    pub(super) fn announced(
        &self,
        question: &str,
        conversation: &Conversation,
        today: Date,
        begins: bool,
    ) -> Option<(Answer, Read)> {
        let (asked, when) = question::announced(question)?;
        if (asked == Announced::Begins) != begins {
            return None;
        }
        let read = self.read(&when, conversation, None);
        let asking = Asking { in_talk: read.in_talk, only: None, today };
        let answer = answer::announced(asked, &read.query, &self.base, &asking)?;
        Some((answer, read))
    }
}
