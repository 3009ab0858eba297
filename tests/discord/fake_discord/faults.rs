//! What can be made to go wrong with a request.

use std::time::Duration;

use serde_json::{Value, json};

use super::rest::Reply;

/// Something that goes wrong.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fault {
    /// 429, to be tried again after so many seconds.
    RateLimited { seconds: f64, is_global: bool },
    /// 500.
    ServerError,
    /// 403 with code 50013.
    MissingPermission,
    /// 404 with code 10062.
    UnknownInteraction,
    /// 400 with code 40060.
    AlreadyAcknowledged,
    /// 400 with code 50035.
    InvalidForm,
    /// The answer comes late.
    Delay(Duration),
    /// What is asked is done, and 500 is answered.
    LostAnswer,
}

/// A fault that waits for its request.
#[derive(Clone, Debug)]
pub(super) struct Script {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    pub(super) times: usize,
    pub(super) fault: Fault,
}

impl Fault {
    /// The answer instead of the right one; none if it only comes late.
    pub(super) fn reply(self) -> Option<Reply> {
        Some(match self {
            Self::RateLimited { seconds, is_global } => limited(seconds, is_global),
            Self::ServerError => server_error(),
            Self::MissingPermission => Reply::error(403, 50013, "Missing Permissions"),
            Self::UnknownInteraction => Reply::error(404, 10062, "Unknown interaction"),
            Self::AlreadyAcknowledged => already_acknowledged(),
            Self::InvalidForm => Reply::error(400, 50035, "Invalid Form Body"),
            Self::Delay(_) | Self::LostAnswer => return None,
        })
    }
}

/// What an answer is that went wrong inside Discord.
pub(super) fn server_error() -> Reply {
    Reply::error(500, 0, "500: Internal Server Error")
}

/// What a second first response gets.
pub(super) fn already_acknowledged() -> Reply {
    Reply::error(400, 40060, "Interaction has already been acknowledged.")
}

fn limited(seconds: f64, is_global: bool) -> Reply {
    let body: Value = json!({
        "message": "You are being rate limited.", "retry_after": seconds, "global": is_global, "code": 0,
    });
    let scope = if is_global { "global" } else { "user" };
    let mut reply = Reply::new(429, body)
        .with("retry-after", &format!("{seconds}"))
        .with("x-ratelimit-scope", scope);
    if is_global {
        reply = reply.with("x-ratelimit-global", "true");
    } else {
        let after = format!("{seconds:.3}");
        reply = reply.with("x-ratelimit-limit", "5").with("x-ratelimit-remaining", "0");
        reply = reply.with("x-ratelimit-reset-after", &after).with("x-ratelimit-bucket", "small");
    }
    reply
}
