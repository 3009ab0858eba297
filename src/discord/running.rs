//! What is under way, so that a stop can wait for it.

use tokio::sync::watch;

/// Counts what is under way, until it is closed.
#[derive(Debug)]
pub(super) struct Running {
    state: watch::Sender<State>,
}

#[derive(Clone, Copy, Debug, Default)]
struct State {
    count: usize,
    is_closed: bool,
}

/// Something that is under way as long as this is there.
#[derive(Debug)]
pub(super) struct Ticket<'a>(&'a Running);

impl Running {
    pub(super) fn new() -> Self {
        Self { state: watch::Sender::default() }
    }

    /// Begins something, unless the bot is about to stop.
    pub(super) fn begin(&self) -> Option<Ticket<'_>> {
        let mut has_begun = false;
        self.state.send_modify(|state| {
            has_begun = !state.is_closed;
            state.count += usize::from(has_begun);
        });
        // Not `then_some`: a ticket that was made for nothing would count down when it is dropped.
        has_begun.then(|| Ticket(self))
    }

    /// Lets nothing more begin, and waits for what has.
    pub(super) async fn close(&self) {
        self.state.send_modify(|state| state.is_closed = true);
        let mut changes = self.state.subscribe();
        // It fails only where the sender is gone, and that is `self`.
        let _ = changes.wait_for(|state| state.count == 0).await;
    }
}

impl Drop for Ticket<'_> {
    fn drop(&mut self) {
        self.0.state.send_modify(|state| state.count -= 1);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::timeout;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn closing_waits_for_what_is_under_way() {
        let running = Running::new();
        let ticket = running.begin();
        assert!(timeout(Duration::from_secs(9), running.close()).await.is_err());
        assert!(running.begin().is_none(), "nothing begins any more");
        drop(ticket);
        assert!(timeout(Duration::from_secs(1), running.close()).await.is_ok());
    }
}
