//! All that the fake Discord remembers.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::Instant;

use serde_json::Value;

use super::faults::Script;
use super::people::{Person, Place};
use super::sessions::Session;

/// What there is, what was said, and what the bot asked for.
#[derive(Default)]
pub(crate) struct State {
    pub(super) people: BTreeMap<u64, Person>,
    pub(super) places: BTreeMap<u64, Place>,
    pub(super) messages: BTreeMap<u64, Message>,
    pub(super) interactions: HashMap<String, Interaction>,
    pub(super) exchanges: HashMap<u64, Exchange>,
    pub(super) commands: Vec<Value>,
    pub(super) sessions: Vec<Session>,
    pub(super) scripts: Vec<Script>,
    /// Channels that the bot may not write to.
    pub(super) forbidden: BTreeSet<u64>,
    pub(super) requests: Vec<Request>,
    pub(super) typing: Vec<(u64, Instant)>,
    pub(super) presences: Vec<Value>,
    /// Sentences that say what was wrong; a test with one fails.
    pub(super) violations: Vec<String>,
    pub(super) identified: usize,
    pub(super) resumed: usize,
    /// The close code for whoever identifies.
    pub(super) refusal: Option<u16>,
    pub(super) is_deaf_to_heartbeats: bool,
    pub(super) heartbeats: usize,
    /// Whether each request and object is checked as it passes.
    pub(super) is_verifying: bool,
}

/// A message that stands in a channel.
#[derive(Clone, Debug)]
pub(super) struct Message {
    /// The object as the interface gives it.
    pub(super) body: Value,
    pub(super) channel: u64,
    /// The one person who sees it, if it is private.
    pub(super) only_for: Option<u64>,
    /// Whether it is only the promise of a message.
    pub(super) is_thinking: bool,
    pub(super) is_deleted: bool,
}

/// Something a person did that waits for, or has, a response.
#[derive(Clone, Debug)]
pub(super) struct Exchange {
    pub(super) at: Instant,
    /// When the first response came.
    pub(super) first: Option<Instant>,
    /// Messages that answer it, in order; a changed message stands here too.
    pub(super) answers: Vec<u64>,
    pub(super) was_deferred: bool,
}

/// How far an interaction is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// No response yet.
    Waiting,
    /// A response came.
    Acknowledged,
}

/// A command, a click, a modal or something typed.
#[derive(Clone, Debug)]
pub(super) struct Interaction {
    pub(super) id: u64,
    pub(super) token: String,
    /// As in the dispatch: 2 command, 3 component, 4 autocomplete, 5 modal.
    pub(super) kind: u64,
    pub(super) person: u64,
    pub(super) channel: u64,
    pub(super) at: Instant,
    pub(super) phase: Phase,
    /// The message whose component was used.
    pub(super) source: Option<u64>,
    /// The message that `@original` means.
    pub(super) original: Option<u64>,
    pub(super) follow_ups: usize,
    /// The metadata that its messages carry.
    pub(super) metadata: Value,
    /// What came back, other than a message: choices or a modal.
    pub(super) data: Option<Value>,
}

/// A request as it came.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: &'static str,
    /// Its path as a template.
    pub(crate) path: &'static str,
    pub(crate) body: Value,
    pub(crate) status: u16,
}

impl State {
    /// Notes that `message` answers `cause`.
    pub(super) fn answered(&mut self, cause: u64, message: u64) {
        if let Some(exchange) = self.exchanges.get_mut(&cause) {
            exchange.first.get_or_insert_with(Instant::now);
            exchange.answers.push(message);
        }
    }

    /// Notes that something without a message answers `cause`.
    pub(super) fn responded(&mut self, cause: u64, is_deferral: bool) {
        if let Some(exchange) = self.exchanges.get_mut(&cause) {
            exchange.first.get_or_insert_with(Instant::now);
            exchange.was_deferred |= is_deferral;
        }
    }

    /// The interaction with this id.
    pub(super) fn interaction(&self, id: u64) -> Option<&Interaction> {
        self.interactions.values().find(|interaction| interaction.id == id)
    }
}

impl Exchange {
    pub(super) fn begun() -> Self {
        Self { at: Instant::now(), first: None, answers: Vec::new(), was_deferred: false }
    }
}

impl State {
    /// Whether a request to this endpoint ended with `status`.
    pub(crate) fn refused(&self, (method, path): super::acts::Endpoint, status: u16) -> Option<()> {
        let fits = |it: &Request| it.method == method && it.path == path && it.status == status;
        self.requests.iter().any(fits).then_some(())
    }
}

impl State {
    /// How many requests came to this endpoint.
    pub(crate) fn request_count(&self, (method, path): super::acts::Endpoint) -> usize {
        self.requests.iter().filter(|it| it.method == method && it.path == path).count()
    }

    /// How many messages answer this.
    pub(crate) fn answer_count(&self, id: u64) -> usize {
        self.exchanges.get(&id).map_or(0, |exchange| exchange.answers.len())
    }
}
