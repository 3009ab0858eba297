//! The one place where text leaves for Discord: every message goes out with mentions closed, with
//! no preview unfolded, and within the limits.

use std::collections::HashSet;

use serenity::all::ButtonStyle;
use serenity::all::{
    ChannelId, CreateActionRow, CreateAllowedMentions, CreateButton, CreateInputText,
    CreateInteractionResponse, CreateInteractionResponseFollowup, CreateInteractionResponseMessage,
    CreateMessage, CreateModal, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
    EditInteractionResponse, InputTextStyle, InteractionResponseFlags, MessageFlags, MessageId,
    MessageReference, MessageReferenceKind, Nonce,
};

use super::custom_id::Action;
use super::limits;
use super::locale::Words;
use super::reply::{Button, Menu, Reply, Row};

/// An ordinary message that answers the message `to`.
pub(super) fn message(reply: &Reply, channel: ChannelId, to: MessageId) -> CreateMessage {
    let reference = MessageReference::new(MessageReferenceKind::Default, channel)
        .message_id(to)
        .fail_if_not_exists(false);
    CreateMessage::new()
        .content(content(reply))
        .components(rows(reply))
        .allowed_mentions(closed())
        .flags(MessageFlags::SUPPRESS_EMBEDS)
        .reference_message(reference)
        // A second try of the same answer is known by this, and not sent twice.
        .nonce(Nonce::String(to.to_string()))
        .enforce_nonce(true)
}

/// The first response to a command, a button or a modal.
pub(super) fn response(reply: &Reply, is_private: bool) -> CreateInteractionResponse {
    CreateInteractionResponse::Message(response_message(reply, is_private))
}

/// What stands in the place of the message whose button was pressed.
pub(super) fn replacement(reply: &Reply) -> CreateInteractionResponse {
    CreateInteractionResponse::UpdateMessage(response_message(reply, false))
}

/// "Thinking", to be edited later. Who sees the answer is decided here.
pub(super) fn deferral(is_private: bool) -> CreateInteractionResponse {
    let message = CreateInteractionResponseMessage::new().allowed_mentions(closed());
    CreateInteractionResponse::Defer(message.flags(flags(is_private)))
}

/// The answer in the place of a deferral.
pub(super) fn edit(reply: &Reply) -> EditInteractionResponse {
    EditInteractionResponse::new()
        .content(content(reply))
        .components(rows(reply))
        .allowed_mentions(closed())
}

/// A private message after the first response.
pub(super) fn addition(reply: &Reply) -> CreateInteractionResponseFollowup {
    CreateInteractionResponseFollowup::new()
        .content(content(reply))
        .allowed_mentions(closed())
        .flags(MessageFlags::SUPPRESS_EMBEDS | MessageFlags::EPHEMERAL)
}

/// A modal with one field for a line of text, which is called `field` when it comes back.
pub(super) fn modal(action: &Action, field: &str, words: &Words) -> CreateInteractionResponse {
    let label = label(&words.follow_up_label, limits::MODAL);
    let input = CreateInputText::new(InputTextStyle::Short, label, field)
        .placeholder(limits::cut(&words.follow_up_hint, limits::FIELD_HINT))
        .max_length(limits::QUESTION as u16)
        .required(true);
    let title = limits::cut(&words.follow_up_title, limits::MODAL);
    let modal = CreateModal::new(action.write(), title);
    CreateInteractionResponse::Modal(modal.components(vec![CreateActionRow::InputText(input)]))
}

fn response_message(reply: &Reply, is_private: bool) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new()
        .content(content(reply))
        .components(rows(reply))
        .allowed_mentions(closed())
        .flags(flags(is_private))
}

fn flags(is_private: bool) -> InteractionResponseFlags {
    let mut flags = InteractionResponseFlags::SUPPRESS_EMBEDS;
    flags.set(InteractionResponseFlags::EPHEMERAL, is_private);
    flags
}

fn closed() -> CreateAllowedMentions {
    CreateAllowedMentions::new().replied_user(false)
}

/// The text within its limit. An empty one is refused by Discord, so it never is.
fn content(reply: &Reply) -> String {
    let content = limits::cut(reply.content.trim_end(), limits::CONTENT);
    if content.is_empty() { "…".to_owned() } else { content }
}

fn rows(reply: &Reply) -> Vec<CreateActionRow> {
    reply.rows.iter().take(limits::ROWS).filter_map(row).collect()
}

fn row(row: &Row) -> Option<CreateActionRow> {
    match row {
        Row::Buttons(buttons) if buttons.is_empty() => None,
        Row::Buttons(buttons) => {
            let buttons = buttons.iter().take(limits::BUTTONS);
            Some(CreateActionRow::Buttons(buttons.map(button).collect()))
        }
        Row::Menu(menu) if menu.options.is_empty() => None,
        Row::Menu(menu) => Some(CreateActionRow::SelectMenu(select(menu))),
    }
}

fn button(button: &Button) -> CreateButton {
    CreateButton::new(button.action.write())
        .label(label(&button.label, limits::BUTTON))
        .style(ButtonStyle::Secondary)
}

/// A menu. Discord refuses one in which a value stands twice, so the first stays.
fn select(menu: &Menu) -> CreateSelectMenu {
    let option = |(text, value): &(String, String)| {
        CreateSelectMenuOption::new(label(text, limits::OPTION), limits::cut(value, limits::OPTION))
    };
    let mut values = HashSet::new();
    let distinct = menu.options.iter().filter(|(_, value)| values.insert(value));
    let options = distinct.take(limits::OPTIONS).map(option).collect();
    CreateSelectMenu::new(menu.action.write(), CreateSelectMenuKind::String { options })
        .placeholder(limits::cut(&menu.placeholder, limits::PLACEHOLDER))
}

/// A label within its limit; an empty one is refused by Discord, so it never is.
fn label(text: &str, longest: usize) -> String {
    let label = limits::cut(&super::escape::plain(text), longest);
    if label.is_empty() { "…".to_owned() } else { label }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::discord::custom_id::ChoiceId;

    fn hostile() -> Reply {
        let button = |at| Button::new(&"😀".repeat(90), Action::Choose(at, ChoiceId(1)));
        let options = (0..40).map(|at| ("x".repeat(120), format!("{at:0120}"))).collect();
        let menu = Menu { placeholder: "p".repeat(200), options, action: Action::Pick };
        let mut rows = vec![Row::Menu(menu), Row::Buttons(Vec::new())];
        rows.extend((0..8).map(|_| Row::Buttons((0..9).map(button).collect())));
        Reply { rows, ..Reply::of("😀".repeat(4_000)) }
    }

    fn message_json(reply: &Reply) -> Value {
        serde_json::to_value(message(reply, ChannelId::new(1), MessageId::new(2))).unwrap()
    }

    #[test]
    fn nothing_goes_out_beyond_the_limits() {
        let sent = message_json(&hostile());
        assert!(limits::length(sent["content"].as_str().unwrap()) <= limits::CONTENT);
        let rows = sent["components"].as_array().unwrap();
        assert!(rows.len() <= limits::ROWS);
        for row in rows {
            let parts = row["components"].as_array().unwrap();
            assert!((1..=limits::BUTTONS).contains(&parts.len()));
            for part in parts {
                assert!(limits::length(part["label"].as_str().unwrap_or("x")) <= limits::BUTTON);
                for option in part["options"].as_array().into_iter().flatten() {
                    assert!(limits::length(option["label"].as_str().unwrap()) <= limits::OPTION);
                    assert!(limits::length(option["value"].as_str().unwrap()) <= limits::OPTION);
                }
            }
        }
    }

    #[test]
    fn no_value_stands_twice_in_a_menu() {
        let option = |label: &str| (label.to_owned(), "1".to_owned());
        let options = vec![option("a"), option("b")];
        let menu = Menu { placeholder: "p".into(), options, action: Action::Pick };
        let sent = message_json(&Reply { rows: vec![Row::Menu(menu)], ..Reply::of("which?") });
        let options = &sent["components"][0]["components"][0]["options"];
        assert_eq!(options.as_array().map(Vec::len), Some(1), "{options}");
    }

    #[test]
    fn every_way_out_has_its_mentions_closed() {
        let reply = Reply::of("@everyone");
        let data = |response: CreateInteractionResponse| {
            serde_json::to_value(response).unwrap()["data"].clone()
        };
        let sent = [
            message_json(&reply),
            data(response(&reply, false)),
            data(replacement(&reply)),
            data(deferral(true)),
            serde_json::to_value(addition(&reply)).unwrap(),
            serde_json::to_value(edit(&reply)).unwrap(),
        ];
        for sent in sent {
            assert_eq!(sent["allowed_mentions"]["parse"], json!([]), "{sent}");
            assert_eq!(sent["allowed_mentions"]["users"], json!([]), "{sent}");
        }
    }

    #[test]
    fn a_private_answer_is_private_from_its_deferral_on() {
        for response in [response(&Reply::of("a"), true), deferral(true)] {
            let flags = serde_json::to_value(response).unwrap()["data"]["flags"].as_u64();
            assert_eq!(flags.map(|flags| flags & 64), Some(64));
        }
    }

    #[test]
    fn no_message_is_empty() {
        assert_eq!(message_json(&Reply::of("  "))["content"], "…");
    }
}
