//! What a person sees: messages with their words and buttons, choices, modals.

use std::time::Duration;

use serde_json::Value;

use super::acts::Asked;
use super::state::{Message, State};

/// A message as a person sees it.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) id: u64,
    pub(crate) content: String,
    /// The labels of its buttons that can be clicked.
    pub(crate) buttons: Vec<String>,
    /// The labels of its menu.
    pub(crate) options: Vec<String>,
    /// The one person who sees it, if it is private.
    pub(crate) only_for: Option<u64>,
    /// The message that it replies to.
    pub(crate) replies_to: Option<u64>,
    /// From what was done to the first response.
    pub(crate) first_response: Duration,
    /// Whether Discord showed that the bot is thinking.
    pub(crate) was_deferred: bool,
    body: Value,
}

/// A form that pops up.
#[derive(Clone, Debug)]
pub(crate) struct Modal {
    pub(crate) title: String,
    /// The label of its first field.
    pub(crate) label: String,
    pub(super) custom_id: String,
    pub(super) field: String,
    pub(super) opener: Asked,
}

impl Seen {
    pub(super) fn new(id: u64, message: &Message, state: &State, cause: Option<u64>) -> Self {
        let body = message.body.clone();
        let exchange = cause.and_then(|cause| state.exchanges.get(&cause));
        let first = exchange.and_then(|it| Some(it.first?.duration_since(it.at)));
        let labels = |kind: u64| -> Vec<String> {
            let parts = parts(&body).filter(|it| it["type"] == kind && it["disabled"] != true);
            let labelled: Vec<&Value> = match kind {
                2 => parts.collect(),
                _ => parts.flat_map(|it| it["options"].as_array().into_iter().flatten()).collect(),
            };
            labelled.iter().filter_map(|it| Some(it["label"].as_str()?.to_owned())).collect()
        };
        Self {
            id,
            content: body["content"].as_str().unwrap_or_default().to_owned(),
            buttons: labels(2),
            options: labels(3),
            only_for: message.only_for,
            replies_to: body["message_reference"]["message_id"]
                .as_str()
                .and_then(|it| it.parse().ok()),
            first_response: first.unwrap_or_default(),
            was_deferred: exchange.is_some_and(|it| it.was_deferred),
            body,
        }
    }

    /// The `custom_id` of the button with this label.
    pub(crate) fn button(&self, label: &str) -> String {
        let button = parts(&self.body)
            .find(|part| part["type"] == 2 && part["label"] == label && part["disabled"] != true);
        let id = button.and_then(|button| button["custom_id"].as_str());
        id.unwrap_or_else(|| panic!("there is no button {label:?} on {self:#?}")).to_owned()
    }

    /// The `custom_id` of the menu and the value of the option with this label.
    pub(super) fn option(&self, label: &str) -> (String, String) {
        for menu in parts(&self.body).filter(|part| part["type"] == 3) {
            let mut options = menu["options"].as_array().into_iter().flatten();
            if let Some(option) = options.find(|option| option["label"] == label) {
                let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
                return (text(&menu["custom_id"]), text(&option["value"]));
            }
        }
        panic!("there is no option {label:?} on {self:#?}")
    }

    /// All `custom_id`s on it.
    pub(crate) fn custom_ids(&self) -> Vec<String> {
        parts(&self.body).filter_map(|it| Some(it["custom_id"].as_str()?.to_owned())).collect()
    }
}

impl Modal {
    pub(super) fn new(opener: Asked, data: &Value) -> Self {
        let input = &data["components"][0]["components"][0];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        Self {
            title: text(&data["title"]),
            label: text(&input["label"]),
            custom_id: text(&data["custom_id"]),
            field: text(&input["custom_id"]),
            opener,
        }
    }
}

fn parts(body: &Value) -> impl Iterator<Item = &Value> {
    let rows = body["components"].as_array().into_iter().flatten();
    rows.flat_map(|row| row["components"].as_array().into_iter().flatten())
}
