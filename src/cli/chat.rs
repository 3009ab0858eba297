//! `dateline chat`: the terminal chat over the knowledge.

use super::Outcome;
use super::setup::Setup;
use crate::terminal::{self, Chat};

/// Chats until the person leaves.
pub(super) fn run(setup: &Setup) -> anyhow::Result<Outcome> {
    let engine = setup.engine()?;
    let chat = Chat {
        engine: &engine,
        screen: setup.screen(),
        today: &|| setup.today(),
        keeps_history: setup.config.history,
    };
    terminal::run(&chat)?;
    Ok(Outcome::Done)
}
