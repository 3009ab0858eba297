//! A fake Discord: its interface over HTTP and its gateway, on loopback, for one bot.
//!
//! What people do goes in as they would do it ([`Discord::says`], [`Discord::slash`],
//! [`Discord::clicks`]), and what comes out is what they would see ([`Discord::answer`]). Everything
//! that the bot sends is checked on its way; a test whose bot sent something wrong fails.

mod acts;
mod dispatches;
mod faults;
mod gateway;
mod interactions;
mod objects;
mod people;
mod rest;
mod sessions;
mod state;
mod tls;
mod view;
mod waits;

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::{State as Extract, WebSocketUpgrade};
use axum::response::Response;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

pub(crate) use acts::{EDIT_RESPONSE, GATEWAY_OF_BOT, OVERWRITE, RESPOND, TYPING, WRITE};
pub(crate) use faults::Fault;
pub(crate) use people::{Person, Place};
pub(crate) use sessions::LONE_SURROGATE;
pub(crate) use state::State;
pub(crate) use tls::Certificate;
pub(crate) use view::Seen;

use crate::log;

/// The token that the bot must show: in the form of a real one.
pub(crate) const TOKEN: &str =
    "MTEwMDAwMDAwMDAwMDAwMDAwMQ.GsmAll.0123456789abcdefghijklmnopqrstuvwxyzAB";

/// How a fake Discord behaves.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) token: String,
    pub(crate) heartbeat: Duration,
    /// Privileged intents that the portal granted.
    pub(crate) granted: u64,
    /// How many shards it asks for.
    pub(crate) shards: u64,
    /// Whether long payloads are compressed where the bot asks for it.
    pub(crate) compresses: bool,
    /// Whether requests are checked as they come, or when the test ends.
    pub(crate) checks_at_once: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            token: TOKEN.to_owned(),
            heartbeat: Duration::from_millis(41_250),
            granted: 0,
            shards: 1,
            compresses: true,
            checks_at_once: true,
        }
    }
}

/// A running fake Discord; it stops when it is dropped.
pub(crate) struct Discord {
    world: Arc<World>,
    servers: Vec<JoinHandle<()>>,
}

/// What all connections share.
pub(crate) struct World {
    settings: Settings,
    address: SocketAddr,
    state: Mutex<State>,
    changed: Notify,
}

/// Ids rise from here, so that they read as ids of one day.
static NEXT_ID: AtomicU64 = AtomicU64::new(1_300_000_000_000_000_001);

impl World {
    /// Changes the state, and wakes whoever waits for a change.
    fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.changed.notify_waiters();
        result
    }

    /// Looks at the state.
    fn look<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn next_id(&self) -> u64 {
        NEXT_ID.fetch_add(1, Ordering::Relaxed)
    }

    /// Notes that something was wrong.
    fn violate(&self, what: String) {
        self.change(|state| state.violations.push(what));
    }
}

impl Discord {
    /// Starts one with the usual settings.
    pub(crate) async fn start() -> Self {
        Self::start_with(Settings::default()).await
    }

    /// Starts one.
    pub(crate) async fn start_with(settings: Settings) -> Self {
        log::listen();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let state = State { is_verifying: settings.checks_at_once, ..State::default() };
        let world = World { settings, address, state: Mutex::new(state), changed: Notify::new() };
        let mut discord = Self { world: Arc::new(world), servers: Vec::new() };
        let router = discord.router();
        discord.serve(async move { axum::serve(listener, router).await.unwrap() });
        discord
    }

    /// Opens a second door with TLS; what is behind it is the same.
    pub(crate) async fn open_tls(&mut self, certificate: &Certificate) -> SocketAddr {
        let listener = tls::Listener::bind(certificate).await;
        let (address, router) = (listener.address, self.router());
        self.serve(async move { axum::serve(listener, router).await.unwrap() });
        address
    }

    fn router(&self) -> Router {
        let router = Router::new().route("/", get(upgrade)).fallback(rest::serve);
        router.with_state(Arc::clone(&self.world))
    }

    fn serve(&mut self, server: impl Future<Output = ()> + Send + 'static) {
        self.servers.push(tokio::spawn(server));
    }

    /// Where it stands: what a bot takes for `https://discord.com`.
    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.world.address)
    }
}

async fn upgrade(Extract(world): Extract<Arc<World>>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(|socket| gateway::serve(socket, world))
}

impl Drop for Discord {
    fn drop(&mut self) {
        self.servers.iter().for_each(JoinHandle::abort);
        if !std::thread::panicking() {
            self.assert_clean();
        }
    }
}
