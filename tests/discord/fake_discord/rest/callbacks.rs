//! The first response to an interaction: within three seconds, and once.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Call, Reply, messages};
use crate::fake_discord::dispatches;
use crate::fake_discord::faults::already_acknowledged;
use crate::fake_discord::objects;
use crate::fake_discord::state::{Interaction, Message, Phase, State};

/// How long Discord waits.
const LIMIT: Duration = Duration::from_secs(3);

const COMMAND: u64 = 2;
const COMPONENT: u64 = 3;
const AUTOCOMPLETE: u64 = 4;
const MODAL: u64 = 5;

pub(super) fn create(state: &mut State, call: &Call<'_>) -> Reply {
    let token = &call.values[1];
    let known = state.interactions.get(token).filter(|it| it.id == call.id(0));
    let Some(interaction) = known.cloned() else { return too_late() };
    if interaction.phase != Phase::Waiting {
        return already_acknowledged();
    }
    if interaction.at.elapsed() > LIMIT {
        return too_late();
    }
    let (kind, data) = (call.body["type"].as_u64().unwrap_or(0), &call.body["data"]);
    if !fits(interaction.kind, kind, interaction.source.is_some()) {
        return Reply::error(400, 50035, "Invalid Form Body");
    }
    if let Some(mine) = state.interactions.get_mut(token) {
        mine.phase = Phase::Acknowledged;
        mine.data = (kind == 8 || kind == 9).then(|| data.clone());
        mine.original = interaction.source.filter(|_| kind == 6 || kind == 7);
    }
    respond(state, call, &interaction, kind, data)
}

fn too_late() -> Reply {
    Reply::error(404, 10062, "Unknown interaction")
}

/// Whether an interaction may get a response of this type.
fn fits(interaction: u64, response: u64, has_message: bool) -> bool {
    match response {
        4 | 5 => interaction != AUTOCOMPLETE,
        6 | 7 => interaction == COMPONENT || interaction == MODAL && has_message,
        8 => interaction == AUTOCOMPLETE,
        9 => interaction == COMMAND || interaction == COMPONENT,
        _ => false,
    }
}

fn respond(
    state: &mut State,
    call: &Call<'_>,
    interaction: &Interaction,
    kind: u64,
    data: &Value,
) -> Reply {
    let mut message = None;
    match kind {
        4 | 5 => message = Some(add(state, call, interaction, data, kind == 5)),
        7 => {
            let source = interaction.source.unwrap_or_default();
            messages::change(state, source, data);
            state.answered(interaction.id, source);
            message = Some(source);
        }
        _ => state.responded(interaction.id, kind == 6),
    }
    if let (5, Some(_)) = (kind, message) {
        state.responded(interaction.id, true);
    }
    if !call.query.contains("with_response=true") {
        return Reply::nothing();
    }
    Reply::new(200, outcome(state, interaction, kind, message))
}

/// Writes a message that belongs to an interaction; also for follow-ups.
pub(super) fn add(
    state: &mut State,
    call: &Call<'_>,
    interaction: &Interaction,
    data: &Value,
    is_thinking: bool,
) -> u64 {
    let id = call.world.next_id();
    let mut body = objects::message(id, &state.places[&interaction.channel], &objects::bot());
    objects::fill(&mut body, data);
    body["type"] = json!(if interaction.kind == COMMAND { 20 } else { 0 });
    body["application_id"] = body["author"]["id"].clone();
    body["webhook_id"] = body["author"]["id"].clone();
    body["interaction_metadata"] = interaction.metadata.clone();
    let is_private = data["flags"].as_u64().unwrap_or(0) & objects::PRIVATE != 0;
    let only_for = is_private.then_some(interaction.person);
    let message =
        Message { body, channel: interaction.channel, only_for, is_thinking, is_deleted: false };
    state.messages.insert(id, message);
    if let Some(mine) = state.interactions.get_mut(&interaction.token) {
        mine.original.get_or_insert(id);
    }
    state.answered(interaction.id, id);
    if only_for.is_none() {
        dispatches::message_created(state, id);
    }
    id
}

fn outcome(state: &State, interaction: &Interaction, kind: u64, message: Option<u64>) -> Value {
    let mut told =
        json!({ "interaction": { "id": interaction.id.to_string(), "type": interaction.kind } });
    if let Some(message) = message.and_then(|id| state.messages.get(&id)) {
        told["interaction"]["response_message_id"] = message.body["id"].clone();
        told["interaction"]["response_message_loading"] = json!(message.is_thinking);
        told["interaction"]["response_message_ephemeral"] = json!(message.only_for.is_some());
        if kind == 4 || kind == 7 {
            told["resource"] = json!({ "type": kind, "message": message.body });
        }
    }
    told
}
