//! The bot: what `dateline` runs without a command where `DISCORD_TOKEN` is set.

use std::env;

use anyhow::bail;

use super::Outcome;
use super::setup::Setup;

/// The variable with the bot's token.
const TOKEN: &str = "DISCORD_TOKEN";

/// Whether the environment asks for the bot.
pub(super) fn is_wanted() -> bool {
    env::var_os(TOKEN).is_some_and(|token| !token.is_empty())
}

/// Runs the bot until it is told to stop.
// SEAM: the bot is connected here.
pub(super) fn run(_setup: &Setup) -> anyhow::Result<Outcome> {
    bail!("{TOKEN} is set, but this build has no Discord: open the chat with `dateline chat`.");
}
