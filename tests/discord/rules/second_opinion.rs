//! A second opinion on requests: twilight's models and checks, kept by other people.

use serde_json::{Value, json};
use twilight_model::application::command::Command;
use twilight_model::channel::message::{Component, Embed};
use twilight_validate::{command, message};

use super::{Kind, list};

/// What twilight finds wrong.
pub(super) fn problems(kind: Kind, body: &Value) -> Vec<String> {
    let found = match kind {
        Kind::Message | Kind::Edit => message_problems(body),
        Kind::Callback if body["type"] == 4 || body["type"] == 7 => message_problems(&body["data"]),
        Kind::Commands => list(body).iter().flat_map(command_problems).collect(),
        Kind::Callback | Kind::Other => Vec::new(),
    };
    found.into_iter().map(|problem| format!("twilight: {problem}")).collect()
}

fn message_problems(body: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    if let Some(content) = body["content"].as_str() {
        problems.extend(message::content(content).err().map(|error| error.to_string()));
    }
    match read::<Component>(list(&body["components"]).to_vec()) {
        Ok(rows) => {
            problems.extend(message::components(&rows, false).err().map(|it| it.to_string()));
        }
        Err(problem) => problems.push(problem),
    }
    let embeds = list(&body["embeds"]).iter().map(|embed| with(embed, "type", &json!("rich")));
    match read::<Embed>(embeds.collect()) {
        Ok(embeds) => problems.extend(message::embeds(&embeds).err().map(|it| it.to_string())),
        Err(problem) => problems.push(problem),
    }
    problems
}

fn command_problems(body: &Value) -> Vec<String> {
    let mut body = with(body, "version", &json!("1"));
    for (key, instead) in [("type", json!(1)), ("description", json!(""))] {
        if body[key].is_null() {
            body = with(&body, key, &instead);
        }
    }
    let is_slash = body["type"] == 1;
    match read::<Command>(vec![body]) {
        // A command of a menu has no description and may have capitals and spaces in its name.
        Ok(commands) if is_slash => {
            commands.iter().filter_map(|it| Some(command::command(it).err()?.to_string())).collect()
        }
        Ok(commands) => {
            let names = commands.iter().map(|it| command::name(&it.name));
            names.filter_map(|it| Some(it.err()?.to_string())).collect()
        }
        Err(problem) => vec![problem],
    }
}

fn with(object: &Value, key: &str, value: &Value) -> Value {
    let mut object = object.clone();
    object[key] = value.clone();
    object
}

fn read<T: serde::de::DeserializeOwned>(values: Vec<Value>) -> Result<Vec<T>, String> {
    serde_json::from_value(Value::Array(values)).map_err(|error| error.to_string())
}
