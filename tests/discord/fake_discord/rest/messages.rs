//! Messages in channels, as the bot writes, changes and deletes them.

use std::time::Instant;

use serde_json::{Value, json};

use super::{Call, Reply};
use crate::fake_discord::dispatches;
use crate::fake_discord::objects;
use crate::fake_discord::state::{Message, State};

pub(super) fn create(state: &mut State, call: &Call<'_>) -> Reply {
    let channel = call.id(0);
    if let Some(refusal) = refusal(state, channel) {
        return refusal;
    }
    if let Some(known) = sent_before(state, channel, call.body) {
        return Reply::new(200, known);
    }
    let id = call.world.next_id();
    let place = &state.places[&channel];
    let mut body = objects::message(id, place, &objects::bot());
    objects::fill(&mut body, call.body);
    if !call.body["nonce"].is_null() {
        body["nonce"] = call.body["nonce"].clone();
    }
    let reference = &call.body["message_reference"];
    let cause = reference["message_id"].as_str().map(str::to_owned);
    let cause = cause.or_else(|| Some(reference["message_id"].as_u64()?.to_string()));
    let cause: Option<u64> = cause.and_then(|id| id.parse().ok());
    if let Some(cause) = cause {
        let known = state.messages.get(&cause).filter(|it| stands_in(it, channel));
        match known {
            Some(message) => objects::refer(&mut body, &message.body, place.guild()),
            None if reference["fail_if_not_exists"] != false => {
                return Reply::error(400, 50035, "Invalid Form Body");
            }
            None => {}
        }
    }
    let message = Message {
        body: body.clone(),
        channel,
        only_for: None,
        is_thinking: false,
        is_deleted: false,
    };
    state.messages.insert(id, message);
    if let Some(cause) = cause {
        state.answered(cause, id);
    }
    dispatches::message_created(state, id);
    Reply::new(200, body)
}

/// The message that was sent with this nonce already, where the bot asked that there be one only.
fn sent_before(state: &State, channel: u64, sent: &Value) -> Option<Value> {
    let nonce =
        sent.get("nonce").filter(|nonce| !nonce.is_null() && sent["enforce_nonce"] == true)?;
    let mut latest = state.messages.values().rev().filter(|it| it.channel == channel);
    Some(latest.find(|message| message.body["nonce"] == *nonce)?.body.clone())
}

/// Why the bot may not write in a channel.
fn refusal(state: &State, channel: u64) -> Option<Reply> {
    if !state.places.contains_key(&channel) {
        return Some(Reply::error(404, 10003, "Unknown Channel"));
    }
    let is_forbidden = state.forbidden.contains(&channel);
    is_forbidden.then(|| Reply::error(403, 50013, "Missing Permissions"))
}

fn stands_in(message: &Message, channel: u64) -> bool {
    message.channel == channel && !message.is_deleted && message.only_for.is_none()
}

fn unknown() -> Reply {
    Reply::error(404, 10008, "Unknown Message")
}

/// The message of a path with a channel and a message, where everybody sees it.
fn open_message<'a>(state: &'a mut State, call: &Call<'_>) -> Option<&'a mut Message> {
    let channel = call.id(0);
    state.messages.get_mut(&call.id(1)).filter(|message| stands_in(message, channel))
}

pub(super) fn get(state: &mut State, call: &Call<'_>) -> Reply {
    open_message(state, call).map_or_else(unknown, |message| {
        let mut body = message.body.clone();
        if !dispatches::is_readable(&body) {
            body["content"] = json!("");
        }
        Reply::new(200, body)
    })
}

pub(super) fn edit(state: &mut State, call: &Call<'_>) -> Reply {
    let Some(message) = open_message(state, call) else { return unknown() };
    if !objects::is_own(&message.body) {
        return Reply::error(403, 50005, "Cannot edit a message authored by another user");
    }
    change(state, call.id(1), call.body)
}

/// Puts what was sent into a message and tells it.
pub(super) fn change(state: &mut State, id: u64, sent: &Value) -> Reply {
    let Some(message) = state.messages.get_mut(&id) else { return unknown() };
    objects::fill(&mut message.body, sent);
    message.body["edited_timestamp"] = json!(objects::now());
    message.is_thinking = false;
    let (body, is_open) = (message.body.clone(), message.only_for.is_none());
    if is_open {
        dispatches::message_changed(state, id);
    }
    Reply::new(200, body)
}

pub(super) fn delete(state: &mut State, call: &Call<'_>) -> Reply {
    let Some(message) = open_message(state, call) else { return unknown() };
    if !objects::is_own(&message.body) {
        return Reply::error(403, 50013, "Missing Permissions");
    }
    remove(state, call.id(1))
}

/// Takes a message away and tells it.
pub(super) fn remove(state: &mut State, id: u64) -> Reply {
    let Some(message) = state.messages.get_mut(&id) else { return unknown() };
    message.is_deleted = true;
    if message.only_for.is_none() {
        dispatches::message_deleted(state, id);
    }
    Reply::nothing()
}

pub(super) fn typing(state: &mut State, call: &Call<'_>) -> Reply {
    if let Some(refusal) = refusal(state, call.id(0)) {
        return refusal;
    }
    state.typing.push((call.id(0), Instant::now()));
    Reply::nothing()
}
