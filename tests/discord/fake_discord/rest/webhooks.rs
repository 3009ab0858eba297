//! What the bot says after its first response: follow-ups, and changes to what it said.

use super::{Call, Reply, callbacks, messages};
use crate::fake_discord::people::{BOT, PlaceKind};
use crate::fake_discord::state::{Interaction, Phase, State};

/// How many follow-ups there are where the bot is not a member.
const FOLLOW_UPS_ELSEWHERE: usize = 5;

fn unknown() -> Reply {
    Reply::error(404, 10015, "Unknown Webhook")
}

fn missing() -> Reply {
    Reply::error(404, 10008, "Unknown Message")
}

/// The interaction of a path, if it had its first response.
fn interaction(state: &State, call: &Call<'_>) -> Option<Interaction> {
    let found = state.interactions.get(&call.values[1]).filter(|_| call.id(0) == BOT)?;
    (found.phase == Phase::Acknowledged).then(|| found.clone())
}

pub(super) fn create(state: &mut State, call: &Call<'_>) -> Reply {
    let Some(interaction) = interaction(state, call) else { return unknown() };
    // The first follow-up after a deferral is what was promised.
    let promised = interaction.original.filter(|id| is_thinking(state, *id));
    if let Some(promised) = promised {
        return messages::change(state, promised, call.body);
    }
    let is_elsewhere =
        matches!(state.places[&interaction.channel].kind, PlaceKind::Elsewhere { .. });
    if is_elsewhere && interaction.follow_ups >= FOLLOW_UPS_ELSEWHERE {
        return Reply::error(
            400,
            40094,
            "This interaction has reached the maximum number of follow up messages",
        );
    }
    if let Some(mine) = state.interactions.get_mut(&call.values[1]) {
        mine.follow_ups += 1;
    }
    let id = callbacks::add(state, call, &interaction, call.body, false);
    let body = state.messages[&id].body.clone();
    if call.query.contains("wait=false") { Reply::nothing() } else { Reply::new(200, body) }
}

fn is_thinking(state: &State, id: u64) -> bool {
    state.messages.get(&id).is_some_and(|message| message.is_thinking)
}

fn original(state: &State, call: &Call<'_>) -> Result<u64, Reply> {
    let interaction = interaction(state, call).ok_or_else(unknown)?;
    interaction.original.filter(|id| stands(state, *id)).ok_or_else(missing)
}

fn numbered(state: &State, call: &Call<'_>) -> Result<u64, Reply> {
    interaction(state, call).ok_or_else(unknown)?;
    Some(call.id(2)).filter(|id| stands(state, *id)).ok_or_else(missing)
}

fn stands(state: &State, id: u64) -> bool {
    state.messages.get(&id).is_some_and(|message| !message.is_deleted)
}

fn tell(state: &State, id: u64) -> Reply {
    Reply::new(200, state.messages[&id].body.clone())
}

/// Changes a message; if it is the one whose part was used, that is the response.
fn alter(state: &mut State, call: &Call<'_>, id: u64) -> Reply {
    if let Some(interaction) = interaction(state, call).filter(|it| it.source == Some(id)) {
        state.answered(interaction.id, id);
    }
    messages::change(state, id, call.body)
}

pub(super) fn get_original(state: &mut State, call: &Call<'_>) -> Reply {
    original(state, call).map_or_else(|refusal| refusal, |id| tell(state, id))
}

pub(super) fn edit_original(state: &mut State, call: &Call<'_>) -> Reply {
    original(state, call).map_or_else(|refusal| refusal, |id| alter(state, call, id))
}

pub(super) fn delete_original(state: &mut State, call: &Call<'_>) -> Reply {
    original(state, call).map_or_else(|refusal| refusal, |id| messages::remove(state, id))
}

pub(super) fn get(state: &mut State, call: &Call<'_>) -> Reply {
    numbered(state, call).map_or_else(|refusal| refusal, |id| tell(state, id))
}

pub(super) fn edit(state: &mut State, call: &Call<'_>) -> Reply {
    numbered(state, call).map_or_else(|refusal| refusal, |id| alter(state, call, id))
}

pub(super) fn delete(state: &mut State, call: &Call<'_>) -> Reply {
    numbered(state, call).map_or_else(|refusal| refusal, |id| messages::remove(state, id))
}
