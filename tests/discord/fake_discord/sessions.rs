//! Sessions of the gateway: what was dispatched in each, so that it can be replayed.

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::people::GUILD;

/// What goes out on a connection.
#[derive(Clone, Debug)]
pub(super) enum Frame {
    /// A payload.
    Payload(String),
    /// A close frame with its code.
    Close(u16),
    /// The connection ends without a word.
    Cut,
}

/// A session, with or without a connection.
pub(super) struct Session {
    pub(super) id: String,
    pub(super) intents: u64,
    /// Number of the shard, and of all shards.
    pub(super) shard: (u64, u64),
    /// Every dispatch so far, as it was sent; the first has number 1.
    log: Vec<String>,
    /// The open connection.
    pub(super) wire: Option<UnboundedSender<Frame>>,
}

impl Session {
    pub(super) fn new(
        id: String,
        intents: u64,
        shard: (u64, u64),
        wire: UnboundedSender<Frame>,
    ) -> Self {
        Self { id, intents, shard, log: Vec::new(), wire: Some(wire) }
    }

    /// Whether events of `guild`, or of a conversation, belong to its shard.
    pub(super) fn serves(&self, guild: Option<u64>) -> bool {
        self.shard.0 == guild.map_or(0, |guild| (guild >> 22) % self.shard.1)
    }

    /// Whether it serves the server.
    pub(super) fn has_guild(&self) -> bool {
        self.serves(Some(GUILD))
    }

    /// Sends an event, now or when the session is resumed.
    pub(super) fn dispatch(&mut self, name: &str, data: &Value) {
        let number = self.log.len() + 1;
        let payload = json!({ "op": 0, "t": name, "s": number, "d": data }).to_string();
        self.dispatch_raw(payload.replace(LONE_SURROGATE, r"\ud83d"));
    }

    fn dispatch_raw(&mut self, payload: String) {
        self.send(Frame::Payload(payload.clone()));
        self.log.push(payload);
    }

    pub(super) fn send(&self, frame: Frame) {
        if let Some(wire) = &self.wire {
            // A connection that has just gone: the event stays in the log.
            let _ = wire.send(frame);
        }
    }

    /// Tells what was told once more, but for the welcome.
    pub(super) fn repeat(&mut self) {
        for payload in self.log.clone() {
            let mut again: Value = serde_json::from_str(&payload).unwrap();
            if again["t"] == "MESSAGE_CREATE" || again["t"] == "INTERACTION_CREATE" {
                let name = again["t"].as_str().unwrap_or_default().to_owned();
                self.dispatch(&name, &again["d"].take());
            }
        }
    }

    /// Takes a new connection and sends what it missed after `seen`.
    pub(super) fn resume(&mut self, wire: UnboundedSender<Frame>, seen: usize) {
        self.wire = Some(wire);
        for payload in self.log.iter().skip(seen) {
            self.send(Frame::Payload(payload.clone()));
        }
        self.dispatch("RESUMED", &json!({}));
    }
}

/// Stands in a text for half of a surrogate pair, which JSON can hold and a string cannot.
pub(crate) const LONE_SURROGATE: &str = "\u{f8ff}";
