//! What stands below a message that Discord sends back: the buttons and menus, as they were sent,
//! and what was chosen or typed.

use serenity::all::{
    ActionRow, ActionRowComponent, ButtonKind, ComponentInteraction, ComponentInteractionDataKind,
    Message,
};

use super::custom_id::{Action, ChoiceId};
use super::reply::{Button, Menu, Row};

/// The buttons of ours below a message.
pub(super) fn buttons(message: &Message) -> impl Iterator<Item = Button> + '_ {
    parts(message).filter_map(button)
}

/// What stands below a message, row for row.
pub(super) fn rows(message: &Message) -> Vec<Row> {
    message.components.iter().map(row).collect()
}

/// What was chosen in a menu.
pub(super) fn picked(press: &ComponentInteraction) -> Option<ChoiceId> {
    let ComponentInteractionDataKind::StringSelect { values } = &press.data.kind else {
        return None;
    };
    ChoiceId::read(values.first()?)
}

/// What was typed into the field `name` of a modal.
pub(super) fn field(rows: &[ActionRow], name: &str) -> Option<String> {
    rows.iter().flat_map(|row| &row.components).find_map(|part| match part {
        ActionRowComponent::InputText(input) if input.custom_id == name => input.value.clone(),
        _ => None,
    })
}

fn parts(message: &Message) -> impl Iterator<Item = &ActionRowComponent> {
    message.components.iter().flat_map(|row| &row.components)
}

fn row(row: &ActionRow) -> Row {
    let menu = row.components.iter().find_map(menu);
    menu.map_or_else(|| Row::Buttons(row.components.iter().filter_map(button).collect()), Row::Menu)
}

fn button(part: &ActionRowComponent) -> Option<Button> {
    let ActionRowComponent::Button(button) = part else { return None };
    let ButtonKind::NonLink { custom_id, .. } = &button.data else { return None };
    Some(Button::new(button.label.as_deref().unwrap_or_default(), Action::read(custom_id)?))
}

fn menu(part: &ActionRowComponent) -> Option<Menu> {
    let ActionRowComponent::SelectMenu(menu) = part else { return None };
    let options = menu.options.iter().map(|option| (option.label.clone(), option.value.clone()));
    Some(Menu {
        placeholder: menu.placeholder.clone().unwrap_or_default(),
        options: options.collect(),
        action: Action::read(menu.custom_id.as_deref()?)?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::discord::reply::Reply;
    use crate::discord::send;

    /// A message of the bot's own as it comes back.
    fn message(rows: &[Row]) -> Message {
        let reply = Reply { rows: rows.to_vec(), ..Reply::of("text") };
        let sent = send::message(&reply, 1.into(), 2.into());
        let sent = serde_json::to_value(sent).unwrap();
        let author = json!({"id": "7", "username": "a", "discriminator": "0", "avatar": null});
        serde_json::from_value(json!({
            "id": "1", "channel_id": "2", "author": author, "content": sent["content"],
            "timestamp": "2026-01-01T00:00:00Z", "edited_timestamp": null, "tts": false,
            "mention_everyone": false, "mentions": [], "mention_roles": [], "attachments": [],
            "embeds": [], "pinned": false, "type": 0, "components": sent["components"],
        }))
        .unwrap()
    }

    #[test]
    fn what_was_sent_comes_back_as_it_was() {
        let choice = ChoiceId::of("when?");
        let rows = [
            Row::Buttons(vec![Button::new("when", Action::Choose(0, choice))]),
            Row::Menu(Menu {
                placeholder: "Which?".into(),
                options: vec![("the first".into(), choice.write())],
                action: Action::Pick,
            }),
            Row::Buttons(vec![Button::new("Delete", Action::Delete(5))]),
        ];
        let message = message(&rows);
        assert_eq!(super::rows(&message), rows);
        assert_eq!(buttons(&message).count(), 2);
    }
}
