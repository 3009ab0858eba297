//! What the gateway tells, and who takes care of it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use serenity::all::{Context, EventHandler, Interaction, Message, Ready, UserId};
use serenity::async_trait;
use serenity::http::Http;
use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedSender;
use tokio::time::timeout;
use tracing::{info, warn};

use super::announce::invitation;
use super::commands::{differ, registration};
use super::desk::Desk;
use super::failure::{Failure, Trouble, describe};
use super::respond::persisting;
use super::{Announce, message, press, slash};

/// Takes the gateway's events. Each runs on its own, so that one that fails or hangs holds up no
/// other; the desk counts them, so that a stop can wait.
pub(super) struct Handler {
    pub(super) desk: Arc<Desk>,
    pub(super) announce: Announce,
    /// Where it is told that the bot cannot go on.
    pub(super) failures: UnboundedSender<Failure>,
    me: OnceLock<UserId>,
    has_started: AtomicBool,
    /// Tells whoever waits for it that the bot is connected again.
    connected: Notify,
}

/// The longest time between two tries to register the commands.
const LONGEST_WAIT: Duration = Duration::from_secs(600);

impl Handler {
    pub(super) fn new(
        desk: Arc<Desk>,
        announce: Announce,
        failures: UnboundedSender<Failure>,
    ) -> Self {
        Self {
            desk,
            announce,
            failures,
            me: OnceLock::new(),
            has_started: AtomicBool::new(false),
            connected: Notify::new(),
        }
    }

    /// Tells Discord the commands, where it knows others; until it has taken them, again and again,
    /// and at once when the bot is connected anew.
    async fn register(&self, http: &Http) {
        let mut wait = self.desk.timing.registering;
        loop {
            let error = match register(http).await {
                Ok(ids) => {
                    let _ = self.desk.command_ids.set(ids);
                    return;
                }
                Err(error) => error,
            };
            match Trouble::of(&error) {
                Trouble::Unauthorized => return self.fail(Failure::WrongToken),
                Trouble::Forbidden(_) => return self.fail(Failure::NoCommands),
                _ => warn!(error = describe(&error), "the commands could not be registered yet"),
            }
            // It is over when the wait is; only what comes first matters.
            let _ = timeout(wait, self.connected.notified()).await;
            if self.desk.running.begin().is_none() {
                return;
            }
            wait = LONGEST_WAIT.min(2 * wait);
        }
    }

    fn fail(&self, failure: Failure) {
        // Nobody listens where the bot is stopping already.
        let _ = self.failures.send(failure);
    }
}

#[async_trait]
impl EventHandler for Handler {
    /// Comes again whenever a session is lost; what is done at the start is done once.
    async fn ready(&self, context: Context, ready: Ready) {
        let _ = self.me.set(ready.user.id);
        if self.has_started.swap(true, Ordering::AcqRel) {
            info!("connected again");
            self.connected.notify_one();
            return;
        }
        (self.announce)(&format!("Connected to Discord as {}.", ready.user.name));
        invitation(ready.application.id.get()).iter().for_each(|line| (self.announce)(line));
        self.register(&context.http).await;
    }

    async fn message(&self, context: Context, message: Message) {
        let Some(_running) = self.desk.running.begin() else { return };
        let Some(me) = self.me.get() else { return };
        message::answer(&self.desk, &context.http, &message, *me).await;
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let Some(_running) = self.desk.running.begin() else { return };
        if !self.desk.is_new(interaction.id().get()) {
            return;
        }
        let (desk, http) = (&self.desk, &context.http);
        match &interaction {
            Interaction::Command(it) => slash::run(desk, http, it).await,
            Interaction::Autocomplete(it) => slash::complete(desk, http, it).await,
            Interaction::Component(it) => press::press(desk, http, it).await,
            Interaction::Modal(it) => press::submit(desk, http, it).await,
            _ => {}
        }
    }
}

/// The numbers of the commands by their names, after they were brought up to date.
async fn register(http: &Http) -> serenity::Result<HashMap<String, u64>> {
    let wanted = registration();
    let mut known = persisting(|| http.get_global_commands_with_localizations()).await?;
    if differ(&known, &wanted) {
        known = persisting(|| http.create_global_commands(&wanted)).await?;
        info!(count = known.len(), "the commands changed and were registered");
    }
    Ok(known.into_iter().map(|command| (command.name, command.id.get())).collect())
}
