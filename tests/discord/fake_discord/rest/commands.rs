//! The commands that the bot registers.

use serde_json::{Map, Value, json};

use super::{Call, Reply};
use crate::fake_discord::people::BOT;
use crate::fake_discord::state::State;

pub(super) fn list(state: &mut State, call: &Call<'_>) -> Reply {
    if call.id(0) != BOT {
        return Reply::error(
            403,
            20012,
            "You are not authorized to perform this action on this application",
        );
    }
    let with_languages = call.query.contains("with_localizations=true");
    let told = state
        .commands
        .iter()
        .map(|command| if with_languages { command.clone() } else { without_languages(command) });
    Reply::new(200, told.collect())
}

/// Without `with_localizations`, the languages are left out.
fn without_languages(command: &Value) -> Value {
    match command {
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(key, _)| !key.ends_with("_localizations"));
            Value::Object(kept.map(|(key, it)| (key.clone(), without_languages(it))).collect())
        }
        Value::Array(elements) => elements.iter().map(without_languages).collect(),
        other => other.clone(),
    }
}

pub(super) fn overwrite(state: &mut State, call: &Call<'_>) -> Reply {
    if call.id(0) != BOT {
        return Reply::error(
            403,
            20012,
            "You are not authorized to perform this action on this application",
        );
    }
    let sent = call.body.as_array().cloned().unwrap_or_default();
    let stored = sent.iter().map(|command| stored(state, call, command)).collect();
    state.commands = stored;
    Reply::new(200, Value::Array(state.commands.clone()))
}

/// A command as Discord keeps it: the id of one with this name stays, what was left out is filled.
fn stored(state: &State, call: &Call<'_>, sent: &Value) -> Value {
    let mut kept = sent.as_object().cloned().unwrap_or_default();
    let kind = kept.get("type").filter(|kind| !kind.is_null()).cloned().unwrap_or(json!(1));
    let before = state.commands.iter().find(|it| it["name"] == sent["name"] && it["type"] == kind);
    let id = before.map_or_else(|| json!(call.world.next_id().to_string()), |it| it["id"].clone());
    let mut set = |key: &str, value: Value| kept.insert(key.to_owned(), value);
    set("type", kind);
    set("id", id);
    set("application_id", json!(BOT.to_string()));
    set("version", json!(call.world.next_id().to_string()));
    fill(&mut kept, "description", json!(""));
    fill(&mut kept, "default_member_permissions", Value::Null);
    fill(&mut kept, "name_localizations", Value::Null);
    fill(&mut kept, "description_localizations", Value::Null);
    fill(&mut kept, "dm_permission", json!(true));
    fill(&mut kept, "contexts", Value::Null);
    fill(&mut kept, "integration_types", json!([0]));
    fill(&mut kept, "nsfw", json!(false));
    for option in kept.get_mut("options").and_then(Value::as_array_mut).into_iter().flatten() {
        tidy(option);
    }
    if kept.get("options").is_some_and(|options| options.as_array().is_none_or(Vec::is_empty)) {
        kept.remove("options");
    }
    Value::Object(kept)
}

fn fill(kept: &mut Map<String, Value>, key: &str, usual: Value) {
    let value = kept.entry(key).or_insert(Value::Null);
    if value.is_null() {
        *value = usual;
    }
}

/// An option as Discord gives it back: what is false or empty is not there.
fn tidy(option: &mut Value) {
    let Some(fields) = option.as_object_mut() else { return };
    fields.retain(|key, value| {
        let is_usual = *value == json!(false) || *value == json!([]) || value.is_null();
        !is_usual || key.ends_with("_localizations") && value.is_null()
    });
}
