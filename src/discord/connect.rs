//! Connecting and staying connected, until the bot is told to stop or cannot go on.

use std::sync::Arc;
use std::time::Duration;

use serenity::all::{ActivityData, GatewayIntents, ShardManager};
use serenity::http::{Http, HttpBuilder};
use serenity::{Client, client::ClientBuilder};
use tokio::sync::mpsc;
use tokio::time::timeout;
use tracing::{info, warn};

use super::address::is_local_gateway;
use super::desk::Desk;
use super::failure::Failure;
use super::handler::Handler;
use super::respond::persisting;
use super::{Bot, Options, announce};

/// What the bot hears of: messages in servers and direct ones. Neither is privileged, so of the
/// former it reads only those that mention it. Commands and buttons need no intent.
const INTENTS: GatewayIntents =
    GatewayIntents::GUILD_MESSAGES.union(GatewayIntents::DIRECT_MESSAGES);

/// How long to wait for a connection.
const CONNECTING: Duration = Duration::from_secs(5);

/// How long to wait for the answer to a request.
const REQUEST: Duration = Duration::from_secs(20);

impl Bot {
    /// Runs until `shutdown` is ready, then finishes what is under way and closes.
    ///
    /// # Errors
    ///
    /// Why the bot cannot run: one line for the person who started it.
    pub async fn run(self, shutdown: impl Future<Output = ()>) -> Result<(), Failure> {
        let options = self.options;
        let (failures, mut failed) = mpsc::unbounded_channel();
        let desk = Arc::new(Desk::new(&options));
        (options.announce)(&announce::knowledge(&options.engine, desk.today()));
        let shards = shards(&self.http).await?;
        warm_up(&desk);
        let handler = Handler::new(Arc::clone(&desk), Arc::clone(&options.announce), failures);
        let mut client = client(self.http, &options, handler).await?;
        let manager = Arc::clone(&client.shard_manager);
        tokio::select! {
            ended = client.start_shards(shards) => ended.map_err(|error| Failure::at_start(&error)),
            Some(failure) = failed.recv() => {
                close(&desk, &manager, options.timing.closing).await;
                Err(failure)
            }
            () = shutdown => {
                close(&desk, &manager, options.timing.closing).await;
                Ok(())
            }
        }
    }
}

/// The connection for requests. Another server in Discord's place and no rate limiter are one
/// switch: with the limiter on, serenity sends its requests, and the token, to Discord all the
/// same.
pub(super) fn http(options: &Options) -> Result<Http, Failure> {
    let client = options.http_client.clone().map_or_else(|| http_client(options), Ok)?;
    let builder = HttpBuilder::new(options.token.reveal()).client(client);
    Ok(match &options.api_base {
        Some(base) => builder.proxy(base.to_string()).ratelimiter_disabled(true).build(),
        None => builder.build(),
    })
}

/// A client that does not wait for ever. What is meant for this machine goes through no proxy of
/// the environment, since it holds the token.
fn http_client(options: &Options) -> Result<reqwest::Client, Failure> {
    let mut builder =
        reqwest::Client::builder().use_rustls_tls().connect_timeout(CONNECTING).timeout(REQUEST);
    if options.api_base.is_some() {
        builder = builder.no_proxy();
    }
    builder.build().map_err(|error| Failure::Unreachable(error.without_url().to_string()))
}

/// How many shards Discord asks for. This is also where a wrong token shows.
async fn shards(http: &Http) -> Result<u32, Failure> {
    let gateway = persisting(|| http.get_bot_gateway()).await;
    let gateway = gateway.map_err(|error| Failure::at_start(&error))?;
    let limit = gateway.session_start_limit;
    if limit.total > 0 && limit.remaining == 0 {
        return Err(Failure::TooManyStarts(limit.reset_after.div_ceil(60_000)));
    }
    Ok(gateway.shards.max(1))
}

async fn client(http: Http, options: &Options, handler: Handler) -> Result<Client, Failure> {
    let presence = ActivityData::custom(announce::presence(&options.engine));
    let builder = ClientBuilder::new_with_http(http, INTENTS).activity(presence);
    let client = builder.event_handler(handler).await;
    let client = client.map_err(|error| Failure::at_start(&error))?;
    // Where `GET /gateway` fails, serenity takes Discord's own gateway.
    let gateway = client.ws_url.lock().await.clone();
    if options.api_base.is_some() && !is_local_gateway(&gateway) {
        return Err(Failure::ForeignGateway);
    }
    Ok(client)
}

/// Looks up once what the first to ask would wait for.
fn warm_up(desk: &Arc<Desk>) {
    let desk = Arc::clone(desk);
    tokio::task::spawn_blocking(move || {
        desk.engine.complete("", 1);
        desk.engine.quoted("");
        desk.upcoming();
    });
}

/// Closes the gateway and waits for the answers that are under way, both at once and for so long.
/// The shards are not waited for in vain: a shard that is not yet connected never says that it has
/// closed.
async fn close(desk: &Desk, manager: &ShardManager, patience: Duration) {
    info!("closing");
    let shards = timeout(patience, manager.shutdown_all());
    let answers = timeout(patience, desk.running.close());
    let (shards, answers) = tokio::join!(shards, answers);
    if shards.is_err() {
        warn!("the gateway did not close in time");
    }
    if answers.is_err() {
        warn!("answers were still under way");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_intent_is_privileged() {
        assert!(!INTENTS.is_privileged());
        assert_eq!(INTENTS.bits(), 1 << 9 | 1 << 12);
    }
}
