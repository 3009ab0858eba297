//! Asking the engine without ever waiting for it in vain: aside, for so long and no longer, and a
//! panic in it is the loss of one answer.

use std::thread;
use std::time::Duration;

use jiff::civil::Date;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::answer::Answer;
use crate::engine::{Claim, Conversation, Engine};

/// What answers questions. The engine does; a test may put something in its place that panics or
/// hangs.
pub trait Answerer: Send + Sync + 'static {
    /// Answers `question`, which is asked on the day `today`.
    fn ask(&self, question: &str, conversation: &mut Conversation, today: Date) -> Answer;

    /// Holds every statement of `text` against the articles, on the day `today`.
    fn check_claims(&self, text: &str, today: Date) -> Vec<Claim>;
}

impl Answerer for Engine {
    fn ask(&self, question: &str, conversation: &mut Conversation, today: Date) -> Answer {
        Engine::ask(self, question, conversation, today)
    }

    fn check_claims(&self, text: &str, today: Date) -> Vec<Claim> {
        Engine::check_claims(self, text, today)
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
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Panicked => "panicked",
            Self::TooSlow => "too_slow",
        }
    }
}

/// Threads for what may take long: so few at once that the connection is never starved of the
/// processor, and so many that a question that hangs holds up no other.
#[derive(Debug)]
pub(super) struct Workers {
    free: Semaphore,
    patience: Duration,
}

impl Workers {
    /// Workers that give a piece of work up after `patience`.
    pub(super) fn new(patience: Duration) -> Self {
        let processors = thread::available_parallelism().map_or(1, usize::from);
        Self { free: Semaphore::new(FEWEST.max(2 * processors)), patience }
    }

    /// Does `work` aside. What is given up is counted no more, even where it still runs; waiting
    /// for a turn counts too, so that questions that hang make nobody wait longer than one would.
    pub(super) async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Lost> {
        let in_turn = async {
            // It fails only where the semaphore is closed, which nobody does.
            let _turn = self.free.acquire().await;
            spawn_blocking(work).await
        };
        match timeout(self.patience, in_turn).await {
            Ok(Ok(result)) => Ok(result),
            Ok(Err(_)) => Err(Lost::Panicked),
            Err(_) => Err(Lost::TooSlow),
        }
    }
}

/// The fewest threads.
const FEWEST: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn work_gives_its_result() {
        assert_eq!(Workers::new(Duration::from_secs(5)).aside(|| 7).await, Ok(7));
    }

    #[tokio::test]
    async fn a_panic_is_a_loss_and_nothing_more() {
        let workers = Workers::new(Duration::from_secs(5));
        let lost = workers.aside(|| panic!("as injected")).await;
        assert_eq!(lost.map(|(): ()| ()), Err(Lost::Panicked));
        assert_eq!(workers.aside(|| 7).await, Ok(7));
    }

    #[tokio::test]
    async fn what_hangs_is_given_up_and_holds_up_nobody() {
        let workers = Workers::new(Duration::from_millis(20));
        let hang = || thread::sleep(Duration::from_millis(400));
        for _ in 0..3 {
            let hanging = workers.aside(hang);
            let (lost, done) = tokio::join!(hanging, workers.aside(|| 7));
            assert_eq!((lost, done), (Err(Lost::TooSlow), Ok(7)));
        }
    }

    #[tokio::test]
    async fn nobody_waits_for_a_turn_longer_than_for_an_answer() {
        let workers = Workers::new(Duration::from_millis(100));
        let turns = workers.free.available_permits();
        let hang = || workers.aside(|| thread::sleep(Duration::from_millis(400)));
        let start = std::time::Instant::now();
        let hanging = std::iter::repeat_with(hang).take(4 * turns);
        let lost = futures::future::join_all(hanging).await;
        assert!(lost.iter().all(|lost| *lost == Err(Lost::TooSlow)));
        assert!(start.elapsed() < Duration::from_millis(200), "{:?}", start.elapsed());
    }
}
