//! One connection of the gateway: hello, identify or resume, heartbeats, and what is dispatched.

use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use serde_json::{Value, json};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::World;
use super::dispatches;
use super::sessions::{Frame, Session};

/// Server members, presences and the content of messages: intents to be asked for.
const PRIVILEGED: u64 = 1 << 1 | 1 << 8 | 1 << 15;
/// Longer payloads are compressed, as Discord does if it is asked to.
const LONG: usize = 512;

/// A connection and the session that it belongs to.
struct Connection {
    world: Arc<World>,
    socket: WebSocket,
    wire: UnboundedSender<Frame>,
    session: Option<String>,
    is_compressed: bool,
}

/// Why a connection ends.
struct End {
    /// Whether the session may be resumed.
    is_resumable: bool,
}

/// Serves one connection until it ends.
pub(super) async fn serve(socket: WebSocket, world: Arc<World>) {
    let (wire, frames) = unbounded_channel();
    let mut connection = Connection { world, socket, wire, session: None, is_compressed: false };
    let interval = connection.world.settings.heartbeat.as_millis() as u64;
    connection
        .send(&json!({ "op": 10, "d": { "heartbeat_interval": interval } }).to_string())
        .await;
    let end = connection.run(frames).await;
    connection.leave(end);
}

impl Connection {
    async fn run(&mut self, mut frames: UnboundedReceiver<Frame>) -> End {
        loop {
            let end = tokio::select! {
                frame = frames.recv() => self.pass(frame).await,
                message = self.socket.recv() => match message {
                    Some(Ok(message)) => self.hear(message).await,
                    _ => Some(End { is_resumable: true }),
                },
            };
            if let Some(end) = end {
                return end;
            }
        }
    }

    async fn pass(&mut self, frame: Option<Frame>) -> Option<End> {
        match frame? {
            Frame::Payload(payload) => self.send(&payload).await,
            Frame::Close(code) => {
                self.close(code).await;
                return Some(End { is_resumable: !matches!(code, 4004 | 4007 | 4009 | 4014) });
            }
            Frame::Cut => return Some(End { is_resumable: true }),
        }
        None
    }

    async fn send(&mut self, payload: &str) {
        let message = if self.is_compressed && payload.len() > LONG {
            let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
            encoder.write_all(payload.as_bytes()).unwrap();
            Message::Binary(encoder.finish().unwrap().into())
        } else {
            Message::Text(payload.into())
        };
        // Who has gone is noticed when nothing more is heard.
        let _ = self.socket.send(message).await;
    }

    async fn close(&mut self, code: u16) {
        let frame = CloseFrame { code, reason: "".into() };
        let _ = self.socket.send(Message::Close(Some(frame))).await;
        let heard = async { while let Some(Ok(_)) = self.socket.recv().await {} };
        let _ = tokio::time::timeout(Duration::from_secs(1), heard).await;
    }

    async fn hear(&mut self, message: Message) -> Option<End> {
        let text = match message {
            Message::Text(text) => text,
            Message::Close(frame) => {
                let code = frame.map_or(1000, |frame| frame.code);
                return Some(End { is_resumable: code != 1000 && code != 1001 });
            }
            _ => return None,
        };
        let payload: Value = serde_json::from_str(&text).unwrap();
        match payload["op"].as_u64() {
            Some(1) => self.beat().await,
            Some(2) => return self.identify(&payload["d"]).await,
            Some(3) => self.world.change(|state| state.presences.push(payload["d"].clone())),
            Some(6) => self.resume(&payload["d"]).await,
            _ => {
                self.close(4001).await;
                return Some(End { is_resumable: true });
            }
        }
        None
    }

    async fn beat(&mut self) {
        let is_deaf = self.world.change(|state| {
            state.heartbeats += 1;
            state.is_deaf_to_heartbeats
        });
        if !is_deaf {
            self.send(&json!({ "op": 11 }).to_string()).await;
        }
    }

    async fn identify(&mut self, asked: &Value) -> Option<End> {
        let intents = asked["intents"].as_u64().unwrap_or(0);
        let refusal = self.world.look(|state| state.refusal);
        let refusal = if refusal.is_some() {
            refusal
        } else if !self.knows(&asked["token"]) {
            Some(4004)
        } else if intents & PRIVILEGED & !self.world.settings.granted != 0 {
            Some(4014)
        } else {
            None
        };
        if let Some(code) = refusal {
            self.close(code).await;
            return Some(End { is_resumable: false });
        }
        self.is_compressed = asked["compress"] == true && self.world.settings.compresses;
        let shard =
            (asked["shard"][0].as_u64().unwrap_or(0), asked["shard"][1].as_u64().unwrap_or(1));
        let id = format!("session-{}", self.world.next_id());
        let mut session = Session::new(id.clone(), intents, shard, self.wire.clone());
        let gateway = format!("ws://{}", self.world.address);
        self.session = Some(id);
        self.world.change(|state| {
            dispatches::welcome(state, &mut session, &gateway);
            state.presences.push(asked["presence"].clone());
            state.identified += 1;
            state.sessions.push(session);
        });
        None
    }

    /// Whether this is the token, with or without the word before it.
    fn knows(&self, token: &Value) -> bool {
        let token = token.as_str().unwrap_or_default();
        token.strip_prefix("Bot ").unwrap_or(token) == self.world.settings.token
    }

    async fn resume(&mut self, asked: &Value) {
        let token_fits = self.knows(&asked["token"]);
        let seen = asked["seq"].as_u64().unwrap_or(0) as usize;
        // Whoever resumes has asked for compression when the session began.
        self.is_compressed = self.world.settings.compresses;
        let (wire, world) = (self.wire.clone(), Arc::clone(&self.world));
        let id = asked["session_id"].as_str().filter(|_| token_fits).unwrap_or_default();
        let is_known = world.change(|state| {
            let session = state.sessions.iter_mut().find(|session| session.id == id)?;
            session.resume(wire, seen);
            state.resumed += 1;
            Some(())
        });
        if is_known.is_some() {
            self.session = Some(id.to_owned());
        } else {
            self.send(&json!({ "op": 9, "d": false }).to_string()).await;
        }
    }

    fn leave(self, end: End) {
        let Some(id) = self.session else { return };
        self.world.change(|state| {
            let Some(at) = state.sessions.iter().position(|session| session.id == id) else {
                return;
            };
            let is_ours = |wire: &UnboundedSender<Frame>| wire.same_channel(&self.wire);
            if !state.sessions[at].wire.as_ref().is_some_and(is_ours) {
                return;
            }
            state.sessions[at].wire = None;
            if !end.is_resumable {
                state.sessions.remove(at);
            }
        });
    }
}
