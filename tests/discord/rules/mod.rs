//! What Discord asks of every request, told three ways: by its own description of its interface,
//! by `twilight-validate`, and by rules of ours where both are silent.
//!
//! In goes a request as it came over the wire, out come sentences that say what is wrong with it.

mod commands;
mod interface;
mod messages;
mod second_opinion;
#[cfg(test)]
mod tests;

use serde_json::Value;

pub(crate) use interface::{answer_problems, object_problems};

/// What a request body is, as far as the rules care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A message that is new.
    Message,
    /// A change to a message that is there.
    Edit,
    /// The first response to an interaction.
    Callback,
    /// All commands at once.
    Commands,
    /// Anything else.
    Other,
}

impl Kind {
    /// The kind of a request, by its method and path.
    pub(crate) fn of(method: &str, path: &str) -> Self {
        let is_webhook = path.starts_with("/webhooks/");
        match method {
            "post" if path.ends_with("/callback") => Self::Callback,
            "post" if path == "/channels/{channel_id}/messages" || is_webhook => Self::Message,
            "patch" if path.contains("/messages/") => Self::Edit,
            "put" if path.ends_with("/commands") => Self::Commands,
            _ => Self::Other,
        }
    }
}

/// Everything that is wrong with `body`, sent by `method` to the path with this template.
pub(crate) fn request_problems(method: &str, path: &str, body: &Value) -> Vec<String> {
    let kind = Kind::of(method, path);
    let mut problems = interface::request_problems(method, path, body);
    problems.extend(second_opinion::problems(kind, body));
    problems.extend(match kind {
        Kind::Message => messages::problems(body, true),
        Kind::Edit => messages::problems(body, false),
        Kind::Callback => callback_problems(body),
        Kind::Commands => commands::problems(body),
        Kind::Other => Vec::new(),
    });
    problems
}

fn callback_problems(body: &Value) -> Vec<String> {
    let data = &body["data"];
    match body["type"].as_u64() {
        Some(4) => messages::problems(data, true),
        Some(7) => messages::problems(data, false),
        Some(8) => commands::choice_problems(&data["choices"]),
        Some(9) => messages::modal_problems(data),
        _ => Vec::new(),
    }
}

/// The elements of a list; none where it is no list.
fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The characters of a text; none where it is no text.
fn characters(value: &Value) -> usize {
    value.as_str().map_or(0, |text| text.chars().count())
}

/// What stands more than once, each once.
fn doubled<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = Vec::new();
    let mut twice = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        } else if !twice.contains(&name) {
            twice.push(name);
        }
    }
    twice
}
