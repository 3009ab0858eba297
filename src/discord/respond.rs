//! Responding to whoever used a command, a button or a modal: within three seconds, in any case.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use serenity::all::{
    CommandInteraction, ComponentInteraction, CreateInteractionResponse, InteractionId, Member,
    ModalInteraction, Permissions, User,
};
use serenity::http::Http;
use tokio::time::{sleep, timeout};
use tracing::warn;

use super::failure::{Trouble, describe};
use super::locale::Locale;
use super::reply::Reply;
use super::send;

/// Whoever waits for a response.
#[derive(Clone, Debug)]
pub(super) struct Caller {
    http: Arc<Http>,
    id: InteractionId,
    token: String,
    pub(super) person: u64,
    pub(super) name: String,
    pub(super) channel: u64,
    pub(super) guild: Option<u64>,
    pub(super) locale: Locale,
    /// Whether this person may delete the messages of others here.
    pub(super) moderates: bool,
}

/// How long to wait before each further try.
const TRIES: [Duration; 4] = [
    Duration::from_millis(250),
    Duration::from_millis(500),
    Duration::from_secs(1),
    Duration::from_secs(2),
];

impl Caller {
    /// Responds with what `work` gives: at once, or, where that takes longer than `watchdog`, with
    /// a deferral first.
    pub(super) async fn answer(
        &self,
        watchdog: Duration,
        is_private: bool,
        work: impl Future<Output = Reply>,
    ) {
        let mut work = pin!(work);
        let Ok(reply) = timeout(watchdog, &mut work).await else {
            let deferred = self.first(&send::deferral(is_private)).await;
            let reply = work.await;
            if deferred != Err(Trouble::Gone) {
                self.edit(&reply).await;
            }
            return;
        };
        let said = match reply.is_aside && !is_private {
            true => self.say(&reply.bare(), true).await,
            false => self.say(&reply, is_private).await,
        };
        if said == Err(Trouble::AlreadyAnswered) {
            self.edit(&reply).await;
        }
    }

    /// Says something that only this person sees.
    pub(super) async fn tell(&self, text: &str) {
        // What goes wrong is in the log; there is nothing else to do.
        let _ = self.say(&Reply::of(text), true).await;
    }

    /// Responds with what is at hand; with the text alone, where Discord does not take the rest.
    pub(super) async fn say(&self, reply: &Reply, is_private: bool) -> Result<(), Trouble> {
        let said = self.first(&send::response(reply, is_private)).await;
        if said != Err(Trouble::Refused) || reply.rows.is_empty() {
            return said;
        }
        self.first(&send::response(&reply.bare(), is_private)).await
    }

    /// Sends the first response.
    pub(super) async fn first(&self, response: &CreateInteractionResponse) -> Result<(), Trouble> {
        let send =
            || self.http.create_interaction_response(self.id, &self.token, response, Vec::new());
        trying("respond", send).await
    }

    /// Puts the answer in the place of the deferral; the text alone, where Discord does not take
    /// the rest.
    async fn edit(&self, reply: &Reply) {
        for reply in [reply, &reply.bare()] {
            let edit = send::edit(reply);
            let send =
                || self.http.edit_original_interaction_response(&self.token, &edit, Vec::new());
            // What else goes wrong is in the log; there is nothing else to do.
            if trying("edit", send).await.err() != Some(Trouble::Refused) {
                return;
            }
        }
    }

    /// Deletes the message whose button was pressed, after the press was acknowledged.
    pub(super) async fn delete_message(&self) -> Result<(), Trouble> {
        trying("delete", || self.http.delete_original_interaction_response(&self.token)).await
    }

    /// Says something more to this person alone, after the response.
    pub(super) async fn add(&self, text: &str) {
        let note = send::addition(&Reply::of(text));
        let send = || self.http.create_followup_message(&self.token, &note, Vec::new());
        // What goes wrong is in the log; there is nothing else to do.
        let _ = trying("add", send).await;
    }

    /// The number of the press or the command.
    pub(super) fn event(&self) -> u64 {
        self.id.get()
    }

    /// The connection, for what is no response.
    pub(super) fn http(&self) -> &Http {
        &self.http
    }

    fn new(http: &Arc<Http>, id: InteractionId, token: &str, locale: &str, user: &User) -> Self {
        Self {
            http: Arc::clone(http),
            id,
            token: token.to_owned(),
            person: user.id.get(),
            name: user.display_name().to_owned(),
            channel: 0,
            guild: None,
            locale: Locale::of(locale),
            moderates: false,
        }
    }

    pub(super) fn of_command(http: &Arc<Http>, it: &CommandInteraction) -> Self {
        Self {
            channel: it.channel_id.get(),
            guild: it.guild_id.map(Into::into),
            ..Self::new(http, it.id, &it.token, &it.locale, &it.user)
        }
    }

    pub(super) fn of_button(http: &Arc<Http>, it: &ComponentInteraction) -> Self {
        Self {
            channel: it.channel_id.get(),
            guild: it.guild_id.map(Into::into),
            moderates: it.member.as_ref().is_some_and(moderates),
            ..Self::new(http, it.id, &it.token, &it.locale, &it.user)
        }
    }

    pub(super) fn of_modal(http: &Arc<Http>, it: &ModalInteraction) -> Self {
        Self {
            channel: it.channel_id.get(),
            guild: it.guild_id.map(Into::into),
            ..Self::new(http, it.id, &it.token, &it.locale, &it.user)
        }
    }
}

fn moderates(member: &Member) -> bool {
    member.permissions.is_some_and(|it| it.intersects(Permissions::MANAGE_MESSAGES))
}

/// Makes a request, again where it may do another time; what goes wrong is noted in the log, where
/// `what` names the request.
pub(super) async fn trying<T, F>(what: &str, request: impl Fn() -> F) -> Result<T, Trouble>
where
    F: Future<Output = serenity::Result<T>>,
{
    persisting(request).await.map_err(|error| {
        warn!(what, error = describe(&error), "Discord refuses");
        Trouble::of(&error)
    })
}

/// Makes a request, again where it may do another time.
pub(super) async fn persisting<T, F>(request: impl Fn() -> F) -> serenity::Result<T>
where
    F: Future<Output = serenity::Result<T>>,
{
    for wait in TRIES {
        match request().await {
            Err(error) if Trouble::of(&error) == Trouble::Passing => sleep(wait).await,
            done => return done,
        }
    }
    request().await
}
