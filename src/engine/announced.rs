//! Questions whether something announced is over by now, or how long it is until then.

use jiff::civil::Date;

use super::talking::Read;
use super::{Conversation, Engine};
use crate::answer::{self, Answer, Asking};
use crate::question::Announced;

impl Engine {
    /// The answer to what is `asked` of something that the articles announced, and how it was read;
    /// `when` is the question when that is.
    pub(super) fn announced(
        &self,
        (asked, when): (Announced, &str),
        conversation: &Conversation,
        today: Date,
    ) -> Option<(Answer, Read)> {
        let read = self.read(when, conversation, None);
        let asking = Asking { in_talk: read.in_talk, only: None, today };
        let answer = answer::announced(asked, &read.query, &self.base, &asking)?;
        Some((answer, read))
    }
}
