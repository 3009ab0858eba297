//! Asking the engine without ever waiting for it in vain: aside, for so long and no longer, and a
//! panic in it is the loss of one answer.

use std::time::Duration;

use jiff::civil::Date;

use crate::answer::Answer;
use crate::engine::{Conversation, Engine};

/// What answers questions. The engine does; a test may put something in its place that panics or
/// hangs.
pub trait Answerer: Send + Sync + 'static {
    /// Answers `question`, which is asked on the day `today`.
    fn ask(&self, question: &str, conversation: &mut Conversation, today: Date) -> Answer;
}

impl Answerer for Engine {
    fn ask(&self, question: &str, conversation: &mut Conversation, today: Date) -> Answer {
        Engine::ask(self, question, conversation, today)
    }
}

/// Why work has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// It panicked.
    Panicked,
    /// It took too long. It goes on aside, and its result is not looked at.
    TooSlow,
}

impl Lost {
    /// The word for it in the log.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Panicked => "panicked",
            Self::TooSlow => "too_slow",
        }
    }
}

/// Does `work` on a thread for what may take long.
pub(super) async fn aside<T: Send + 'static>(
    patience: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Lost> {
    match tokio::time::timeout(patience, tokio::task::spawn_blocking(work)).await {
        Ok(Ok(result)) => Ok(result),
        Ok(Err(_)) => Err(Lost::Panicked),
        Err(_) => Err(Lost::TooSlow),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn work_gives_its_result() {
        assert_eq!(aside(Duration::from_secs(5), || 7).await, Ok(7));
    }

    #[tokio::test]
    async fn a_panic_is_a_loss_and_nothing_more() {
        let lost = aside(Duration::from_secs(5), || panic!("as injected")).await;
        assert_eq!(lost.map(|(): ()| ()), Err(Lost::Panicked));
        assert_eq!(aside(Duration::from_secs(5), || 7).await, Ok(7));
    }

    #[tokio::test]
    async fn what_hangs_is_given_up() {
        let hang = || std::thread::sleep(Duration::from_millis(300));
        assert_eq!(aside(Duration::from_millis(10), hang).await, Err(Lost::TooSlow));
    }
}
