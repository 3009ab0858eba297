//! What people do with what the bot offers: commands, buttons, menus, completion and modals.

use std::time::Instant;

use serde_json::{Value, json};

use super::acts::Asked;
use super::people::{BOT, GUILD, MEMBER, Person, Place, PlaceKind};
use super::state::{Exchange, Interaction, Phase, State};
use super::view::{Modal, Seen};
use super::{Discord, dispatches, objects};

/// An argument of a command.
pub(crate) type Argument<'a> = (&'a str, Value);

/// What a new interaction is about.
struct Act {
    kind: u64,
    data: Value,
    source: Option<u64>,
}

impl Discord {
    /// `person` sends the command `/name` with its arguments.
    pub(crate) fn slash(
        &self,
        person: &Person,
        place: &Place,
        name: &str,
        arguments: &[Argument<'_>],
    ) -> Asked {
        let data = self.command_data(name, arguments, None);
        self.interact(person, place.id, Act { kind: 2, data, source: None })
    }

    /// `person` types `text` for the argument `option` of `/name`.
    pub(crate) fn types(
        &self,
        person: &Person,
        place: &Place,
        (name, option): (&str, &str),
        text: &str,
    ) -> Asked {
        let data = self.command_data(name, &[(option, json!(text))], Some(option));
        self.interact(person, place.id, Act { kind: 4, data, source: None })
    }

    fn command_data(&self, name: &str, arguments: &[Argument<'_>], focused: Option<&str>) -> Value {
        let command = self.registered(name, 1);
        let known = command["options"].as_array().cloned().unwrap_or_default();
        let option = |(name, value): &Argument<'_>| {
            let known = known.iter().find(|option| option["name"] == *name);
            let known =
                known.unwrap_or_else(|| panic!("the command has no argument {name}: {command}"));
            let mut option = json!({ "name": name, "type": known["type"], "value": value });
            if focused == Some(*name) {
                assert!(known["autocomplete"] == true, "nothing is completed for {name}");
                option["focused"] = json!(true);
            }
            option
        };
        let options: Vec<Value> = arguments.iter().map(option).collect();
        let is_given = |wanted: &Value| options.iter().any(|is| is["name"] == wanted["name"]);
        let is_missing = |it: &&Value| it["required"] == true && !is_given(it);
        let missing = known.iter().find(is_missing).filter(|_| focused.is_none());
        assert!(missing.is_none(), "a person cannot send the command without {missing:?}");
        json!({ "id": command["id"], "name": name, "type": 1, "options": options })
    }

    /// The registered command of this name and type.
    fn registered(&self, name: &str, kind: u64) -> Value {
        self.world.look(|state| {
            let fits = |command: &&Value| command["name"] == name && command["type"] == kind;
            let found = state.commands.iter().find(fits).cloned();
            found.unwrap_or_else(|| panic!("the bot registered no command {name} of type {kind}"))
        })
    }

    /// `person` uses the message command `name` on the message `target`.
    pub(crate) fn uses_on(&self, person: &Person, place: &Place, target: u64, name: &str) -> Asked {
        let command = self.registered(name, 3);
        let message = self.world.look(|state| state.messages[&target].body.clone());
        let data = json!({
            "id": command["id"], "name": name, "type": 3, "target_id": target.to_string(),
            "resolved": { "messages": { target.to_string(): message } },
        });
        self.interact(person, place.id, Act { kind: 2, data, source: None })
    }

    /// `person` clicks the button with this label on what is seen.
    pub(crate) fn clicks(&self, person: &Person, seen: &Seen, label: &str) -> Asked {
        let id = seen.button(label);
        self.presses(person, seen.id, &id)
    }

    /// `person` uses the button with this `custom_id`, however it came to them.
    pub(crate) fn presses(&self, person: &Person, message: u64, custom_id: &str) -> Asked {
        let data = json!({ "custom_id": custom_id, "component_type": 2, "id": 2 });
        let channel = self.world.look(|state| state.messages[&message].channel);
        self.interact(person, channel, Act { kind: 3, data, source: Some(message) })
    }

    /// `person` chooses the option with this label.
    pub(crate) fn chooses(&self, person: &Person, seen: &Seen, label: &str) -> Asked {
        let (id, value) = seen.option(label);
        let data = json!({ "custom_id": id, "component_type": 3, "values": [value], "id": 2 });
        let channel = self.world.look(|state| state.messages[&seen.id].channel);
        self.interact(person, channel, Act { kind: 3, data, source: Some(seen.id) })
    }

    /// `person` fills the first field of a modal and sends it.
    pub(crate) fn submits(&self, person: &Person, modal: &Modal, text: &str) -> Asked {
        let input = json!({ "type": 4, "id": 2, "custom_id": modal.field, "value": text });
        let rows = json!([{ "type": 1, "id": 1, "components": [input] }]);
        let data = json!({ "custom_id": modal.custom_id, "components": rows });
        let (channel, source) = self.world.look(|state| {
            let opener = state.interaction(modal.opener.id).unwrap();
            (opener.channel, opener.source)
        });
        self.interact(person, channel, Act { kind: 5, data, source })
    }

    fn interact(&self, person: &Person, channel: u64, act: Act) -> Asked {
        let id = self.world.next_id();
        self.world.change(|state| {
            let place = state.places[&channel].clone();
            let token = format!("interaction-token-{id}");
            let dispatch = dispatch(state, id, &token, person, &place, &act);
            let interaction = Interaction {
                id,
                token: token.clone(),
                kind: act.kind,
                person: person.id,
                channel,
                at: Instant::now(),
                phase: Phase::Waiting,
                source: act.source,
                original: None,
                follow_ups: 0,
                metadata: metadata(id, person, &place, &act),
                data: None,
            };
            state.interactions.insert(token, interaction);
            state.exchanges.insert(id, Exchange::begun());
            dispatches::interaction_created(state, &dispatch);
        });
        Asked { id }
    }
}

/// An interaction as the gateway tells it.
fn dispatch(
    state: &State,
    id: u64,
    token: &str,
    person: &Person,
    place: &Place,
    act: &Act,
) -> Value {
    let mut channel = dispatches::place_of(state, place.id);
    channel["permissions"] = json!(MEMBER.to_string());
    let mut told = json!({
        "id": id.to_string(), "application_id": BOT.to_string(), "type": act.kind,
        "data": act.data, "channel_id": place.id.to_string(), "channel": channel, "token": token,
        "version": 1, "app_permissions": MEMBER.to_string(), "locale": person.locale,
        "entitlements": [], "authorizing_integration_owners": owners(person, place),
        "context": context(place), "attachment_size_limit": 10_485_760,
    });
    if let Some(guild) = place.guild() {
        told["guild_id"] = json!(guild.to_string());
        told["guild_locale"] = json!("en-US");
        told["guild"] = json!({ "id": guild.to_string(), "locale": "en-US", "features": [] });
        told["member"] = objects::member(person);
    } else {
        told["user"] = objects::user(person);
    }
    if let Some(source) = act.source {
        told["message"] = state.messages[&source].body.clone();
    }
    told
}

fn owners(person: &Person, place: &Place) -> Value {
    match place.kind {
        PlaceKind::Channel | PlaceKind::Thread { .. } => json!({ "0": GUILD.to_string() }),
        PlaceKind::Direct { .. } => json!({ "0": "0" }),
        PlaceKind::Elsewhere { .. } => json!({ "1": person.id.to_string() }),
    }
}

/// Where an interaction is: 0 in a server, 1 in a conversation with the bot.
fn context(place: &Place) -> u64 {
    u64::from(matches!(place.kind, PlaceKind::Direct { .. }))
}

/// What the messages of an interaction say about it.
fn metadata(id: u64, person: &Person, place: &Place, act: &Act) -> Value {
    let mut told = json!({
        "id": id.to_string(), "type": act.kind, "user": objects::user(person),
        "authorizing_integration_owners": owners(person, place),
    });
    match (act.kind, act.source) {
        (3, Some(source)) => told["interacted_message_id"] = json!(source.to_string()),
        (5, _) => {
            told["triggering_interaction_metadata"] = json!({
                "id": id.to_string(), "type": 2, "user": objects::user(person), "command_type": 1,
                "authorizing_integration_owners": owners(person, place), "name": "ask",
            });
        }
        _ => {
            told["name"] = act.data["name"].clone();
            told["command_type"] = act.data["type"].clone();
        }
    }
    told
}

impl Discord {
    /// `person` clicks the button or chooses the option with this label, whichever is there.
    pub(crate) fn picks(&self, person: &Person, seen: &Seen, label: &str) -> Asked {
        if seen.options.iter().any(|option| option == label) {
            self.chooses(person, seen, label)
        } else {
            self.clicks(person, seen, label)
        }
    }
}
