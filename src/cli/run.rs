//! `dateline run`: the bot, which also runs without a command where `DISCORD_TOKEN` is set.

use std::env;

use super::Outcome;
use super::setup::Setup;

/// The variable with the bot's token.
const TOKEN: &str = "DISCORD_TOKEN";

/// Whether the environment asks for the bot.
pub(super) fn is_wanted() -> bool {
    env::var_os(TOKEN).is_some_and(|token| !token.is_empty())
}

/// Runs the bot until it is told to stop.
#[cfg(not(feature = "discord"))]
pub(super) fn run(_: &Setup) -> anyhow::Result<Outcome> {
    anyhow::bail!("this build has no Discord: build it with the feature `discord`, or chat here.");
}

#[cfg(feature = "discord")]
pub(super) use bot::run;

#[cfg(feature = "discord")]
mod bot {
    //! The bot's surroundings: environment, log, threads and signals.

    use std::io::{self, Write};
    use std::sync::Arc;
    use std::time::Duration;

    use anyhow::{Context, bail};

    use super::{Outcome, Setup, TOKEN, env};
    use crate::discord::{self, ApiBase, Bot, Options, Token};
    use crate::render::harmless;

    /// Names a server on this machine in Discord's place.
    const API_BASE: &str = "DISCORD_API_BASE";

    /// How long a question that hangs may hold up the end.
    const LAST_WAIT: Duration = Duration::from_millis(500);

    /// Runs the bot until it is told to stop.
    pub(in crate::cli) fn run(setup: &Setup) -> anyhow::Result<Outcome> {
        let Some(token) = variable(TOKEN) else {
            bail!("{TOKEN} is not set: give it the bot's token, from the portal under Bot.");
        };
        let token = Token::new(&token);
        let api_base = variable(API_BASE).map(|base| base.parse::<ApiBase>()).transpose()?;
        discord::start_log(&token);
        let mut options = Options::new(token.clone(), Arc::new(setup.engine()?));
        options.api_base = api_base;
        options.settings = setup.config.discord.clone();
        options.today = setup.day();
        options.announce = Arc::new(announce);
        let runtime = tokio::runtime::Runtime::new().context("no threads can be started")?;
        let ended = runtime.block_on(async { Bot::new(options)?.run(stop_signal()).await });
        runtime.shutdown_timeout(LAST_WAIT);
        ended.map_err(|failure| anyhow::anyhow!(token.scrub(&failure.to_string())))?;
        Ok(Outcome::Done)
    }

    /// Shows a start-up line; one that nobody can read is no failure.
    fn announce(line: &str) {
        let _ = writeln!(io::stdout().lock(), "{}", harmless(line));
    }

    fn variable(name: &str) -> Option<String> {
        let value = env::var_os(name)?.to_string_lossy().trim().to_owned();
        (!value.is_empty()).then_some(value)
    }

    /// Ready when the program is told to stop: by Ctrl-C, or by whoever looks after it.
    async fn stop_signal() {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            () = terminated() => {}
        }
    }

    #[cfg(unix)]
    async fn terminated() {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                terminate.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    }

    #[cfg(not(unix))]
    async fn terminated() {
        std::future::pending().await
    }
}
