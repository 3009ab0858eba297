//! What the gateway tells: READY, the server, messages and interactions, each for those sessions
//! alone that asked for it.

use serde_json::{Value, json};

use super::objects;
use super::people::{BOT, GUILD, PlaceKind};
use super::sessions::Session;
use super::state::State;
use crate::rules::object_problems;

const GUILDS: u64 = 1;
const GUILD_MESSAGES: u64 = 1 << 9;
const DIRECT_MESSAGES: u64 = 1 << 12;
const MESSAGE_CONTENT: u64 = 1 << 15;

/// The first events of a session.
pub(super) fn welcome(state: &mut State, session: &mut Session, gateway: &str) {
    let guilds = if session.has_guild() {
        json!([{ "id": GUILD.to_string(), "unavailable": true }])
    } else {
        json!([])
    };
    let mut user = objects::user(&objects::bot());
    user["verified"] = json!(true);
    user["mfa_enabled"] = json!(false);
    user["email"] = Value::Null;
    let ready = json!({
        "v": 10, "user": user, "guilds": guilds, "session_id": session.id,
        "session_type": "normal", "resume_gateway_url": gateway, "shard": session.shard,
        "application": { "id": BOT.to_string(), "flags": 0 }, "user_settings": {},
        "relationships": [], "private_channels": [], "presences": [], "guild_join_requests": [],
        "geo_ordered_rtc_regions": [], "auth": {}, "_trace": [],
    });
    session.dispatch("READY", &ready);
    if session.intents & GUILDS != 0 && session.has_guild() {
        session.dispatch("GUILD_CREATE", &guild(state));
    }
}

fn guild(state: &mut State) -> Value {
    let of = |is_thread: bool| -> Vec<Value> {
        let places = state.places.values().filter(|place| match place.kind {
            PlaceKind::Channel => !is_thread,
            PlaceKind::Thread { .. } => is_thread,
            _ => false,
        });
        places.map(|place| place_of(state, place.id)).collect()
    };
    let (channels, threads) = (of(false), of(true));
    for channel in &channels {
        verify(state, "GuildChannelResponse", channel);
    }
    for thread in &threads {
        verify(state, "ThreadResponse", thread);
    }
    verify(state, "GuildRoleResponse", &objects::everyone());
    objects::guild(&channels, &threads, state.people.len())
}

/// A place with the people in it.
pub(super) fn place_of(state: &State, id: u64) -> Value {
    let people = |id: u64| objects::user(&state.people[&id]);
    objects::place(&state.places[&id], &people)
}

/// A new message.
pub(super) fn message_created(state: &mut State, id: u64) {
    message_event(state, "MESSAGE_CREATE", id);
}

/// A changed message.
pub(super) fn message_changed(state: &mut State, id: u64) {
    message_event(state, "MESSAGE_UPDATE", id);
}

fn message_event(state: &mut State, name: &str, id: u64) {
    let message = state.messages[&id].body.clone();
    verify(state, "MessageResponse", &message);
    let place = state.places[&state.messages[&id].channel].clone();
    let mut open = message.clone();
    if let Some(guild) = place.guild() {
        open["guild_id"] = json!(guild.to_string());
        open["member"] = objects::bare_member();
    }
    let mut closed = open.clone();
    closed["content"] = json!("");
    let is_open = is_readable(&message) || place.guild().is_none();
    send(state, place.guild(), name, |session| {
        let wanted = if place.guild().is_some() { GUILD_MESSAGES } else { DIRECT_MESSAGES };
        if session.intents & wanted == 0 {
            return None;
        }
        Some(if is_open || session.intents & MESSAGE_CONTENT != 0 { &open } else { &closed })
    });
}

/// Whether the bot may read a message of the server without the privileged intent: one that mentions
/// it, also by a reply, but not by one to its answer to a command.
pub(super) fn is_readable(message: &Value) -> bool {
    let own = BOT.to_string();
    let mut mentions = message["mentions"].as_array().into_iter().flatten();
    let text = message["content"].as_str().unwrap_or_default();
    let is_named = objects::mentioned(text).contains(&BOT);
    let is_to_command = !message["referenced_message"]["interaction_metadata"].is_null();
    let is_mentioned = mentions.any(|user| user["id"] == own);
    objects::is_own(message) || is_mentioned && (is_named || !is_to_command)
}

/// A message that is no more.
pub(super) fn message_deleted(state: &mut State, id: u64) {
    let channel = state.messages[&id].channel;
    let guild = state.places[&channel].guild();
    let mut gone = json!({ "id": id.to_string(), "channel_id": channel.to_string() });
    if let Some(guild) = guild {
        gone["guild_id"] = json!(guild.to_string());
    }
    send(state, guild, "MESSAGE_DELETE", |_| Some(&gone));
}

/// An interaction; it needs no intent.
pub(super) fn interaction_created(state: &mut State, interaction: &Value) {
    let person = interaction.get("user").unwrap_or(&interaction["member"]["user"]);
    verify(state, "UserResponse", person);
    if let Some(member) = interaction.get("member") {
        verify(state, "GuildMemberResponse", member);
    }
    if let Some(message) = interaction.get("message") {
        verify(state, "MessageResponse", message);
    }
    for message in interaction["data"]["resolved"]["messages"].as_object().into_iter().flatten() {
        verify(state, "MessageResponse", message.1);
    }
    let guild = interaction["guild_id"].as_str().and_then(|id| id.parse().ok());
    let guild = guild.filter(|guild| *guild == GUILD);
    send(state, guild, "INTERACTION_CREATE", |_| Some(interaction));
}

fn send<'a>(
    state: &mut State,
    guild: Option<u64>,
    name: &str,
    data: impl Fn(&Session) -> Option<&'a Value>,
) {
    for session in state.sessions.iter_mut().filter(|session| session.serves(guild)) {
        if let Some(data) = data(session) {
            session.dispatch(name, data);
        }
    }
}

/// Our own objects must be as Discord describes them, or the bot is tested against a fancy.
fn verify(state: &mut State, schema: &str, object: &Value) {
    if !state.is_verifying {
        return;
    }
    let problems = object_problems(schema, object);
    let told = problems.into_iter().map(|it| format!("the fake Discord's {schema}: {it}"));
    state.violations.extend(told);
}
