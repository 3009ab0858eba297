//! The bot: Dateline on Discord. This is the only place that says `serenity`.
//!
//! A message or a command comes in at [`handler`]; [`message`], [`slash`] and [`press`] tell what
//! is asked; the [`desk`] has it answered, aside and for so long and no longer; a [`layout`] turns
//! the answer into a [`reply`]; and [`send`] gives it to Discord, escaped, within the limits and
//! with mentions closed. Nothing is written to a disk, and what is remembered is forgotten after a
//! while.
//!
//! ```text
//! gateway ─ handler ─▶ message ─┐                      ┌─▶ respond ─┐
//!                      slash  ──┼─▶ desk ─▶ layout ────┤            ├─ send ─▶ Discord
//!                      press  ──┘   (engine)  (reply)  └─▶ message ─┘
//! ```
//!
//! # Running it
//!
//! The program and the tests build the bot in the same way:
//!
//! ```no_run
//! # use std::sync::Arc;
//! # use dateline::discord::{Bot, Failure, Options, Token};
//! # use dateline::knowledge::Knowledge;
//! # async fn run() -> Result<(), Failure> {
//! let engine = Arc::new(Knowledge::built_in().into_engine());
//! let mut options = Options::new(Token::new("a token of the portal"), engine);
//! options.api_base = Some("http://127.0.0.1:8080".parse()?); // only for trying it out
//! let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
//! let bot = Bot::new(options)?;
//! bot.run(async move { stopped.await.unwrap_or_default() }).await?;
//! # let _ = stop;
//! # Ok(())
//! # }
//! ```
//!
//! Everything from outside is handed in by [`Options`]: the day, the address, the HTTP client, what
//! answers ([`Answerer`]), how long things may take ([`Timing`]), and where start-up lines go.
//! [`start_log`] is the program's; tests bring a log of their own.

mod address;
mod announce;
mod answering;
mod below;
mod commands;
mod complete;
mod connect;
mod cooldown;
mod custom_id;
mod desk;
mod escape;
mod failure;
mod handler;
mod layout;
mod limits;
mod locale;
mod log;
mod message;
mod press;
mod recent;
mod reply;
mod respond;
mod running;
mod send;
mod shelf;
mod slash;
mod token;

pub use address::ApiBase;
pub use announce::PERMISSIONS;
pub use answering::Answerer;
pub use commands::readme;
pub use failure::Failure;
pub use log::start as start_log;
pub use token::Token;

use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;
use serenity::http::Http;

use self::recent::Recent;
use crate::config;
use crate::engine::Engine;

/// Tells what day it is.
pub type Today = Arc<dyn Fn() -> Date + Send + Sync>;

/// Takes a line that is meant for the operator at the start.
pub type Announce = Arc<dyn Fn(&str) + Send + Sync>;

/// How long things may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// After this an interaction is deferred; Discord waits for three seconds.
    pub watchdog: Duration,
    /// After this it is shown in a channel that an answer is being written.
    pub typing: Duration,
    /// After this a question is given up.
    pub patience: Duration,
    /// So long a stop waits for what is under way.
    pub closing: Duration,
    /// So long it is waited before commands that Discord did not take are registered again; twice
    /// as long the next time.
    pub registering: Duration,
}

impl Default for Timing {
    fn default() -> Self {
        Self {
            watchdog: Duration::from_millis(1_500),
            typing: Duration::from_millis(500),
            patience: Duration::from_secs(10),
            closing: Duration::from_secs(4),
            registering: Duration::from_secs(15),
        }
    }
}

/// Everything that a bot needs.
#[derive(Clone)]
pub struct Options {
    /// The bot's token.
    pub token: Token,
    /// A server on this machine in Discord's place; with it, serenity's rate limiter is off.
    pub api_base: Option<ApiBase>,
    /// An HTTP client in the place of serenity's own: a test's, that trusts a certificate of its
    /// own and finds Discord's name on this machine.
    pub http_client: Option<reqwest::Client>,
    /// What commands and buttons look the knowledge up in.
    pub engine: Arc<Engine>,
    /// What answers questions: the engine, which is not asked again what it was asked lately,
    /// unless a test puts something in its place.
    pub answerer: Arc<dyn Answerer>,
    /// The settings of `[discord]`.
    pub settings: config::Discord,
    /// What day it is.
    pub today: Today,
    /// Where start-up lines go.
    pub announce: Announce,
    /// How long things may take.
    pub timing: Timing,
}

impl Options {
    /// The options of production: over `engine`, with the clock's day, saying nothing at the start.
    pub fn new(token: Token, engine: Arc<Engine>) -> Self {
        let answerer = Arc::new(Recent::new(Arc::<Engine>::clone(&engine)));
        Self {
            token,
            api_base: None,
            http_client: None,
            engine,
            answerer,
            settings: config::Discord::default(),
            today: Arc::new(|| jiff::Zoned::now().date()),
            announce: Arc::new(|_| {}),
            timing: Timing::default(),
        }
    }
}

/// A bot that is ready to connect: see [`Bot::run`].
pub struct Bot {
    options: Options,
    http: Http,
}

impl Bot {
    /// Builds the bot. Nothing is sent yet.
    ///
    /// # Errors
    ///
    /// Where the token cannot be one, or no connection can be prepared.
    pub fn new(options: Options) -> Result<Self, Failure> {
        if !options.token.is_possible() {
            return Err(Failure::WrongToken);
        }
        let http = connect::http(&options)?;
        Ok(Self { options, http })
    }
}
