//! What people do: they come, talk, reply, and what befalls the connection meanwhile.

use serde_json::{Value, json};

use super::faults::{Fault, Script};
use super::people::{BOT, Person, Place, PlaceKind};
use super::sessions::{Frame, Session};
use super::state::{Exchange, Message, State};
use super::{Discord, dispatches, objects};

/// Something that was done and may be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// The id of the message or the interaction.
    pub(crate) id: u64,
}

impl Discord {
    /// Somebody who is there from now on.
    pub(crate) fn person(&self, name: &str) -> Person {
        self.welcome(Person::new(self.world.next_id(), name))
    }

    /// Takes in how somebody is now.
    pub(crate) fn welcome(&self, person: Person) -> Person {
        self.world.change(|state| state.people.insert(person.id, person.clone()));
        person
    }

    /// A channel of the server.
    pub(crate) fn channel(&self, name: &str) -> Place {
        self.place(name, PlaceKind::Channel)
    }

    /// A thread below `channel`.
    pub(crate) fn thread(&self, channel: &Place, name: &str) -> Place {
        self.place(name, PlaceKind::Thread { parent: channel.id })
    }

    /// The conversation of `person` with the bot.
    pub(crate) fn direct(&self, person: &Person) -> Place {
        self.place(&person.name, PlaceKind::Direct { person: person.id })
    }

    /// A channel of a server where the bot is no member.
    pub(crate) fn elsewhere(&self, name: &str) -> Place {
        self.place(name, PlaceKind::Elsewhere { guild: self.world.next_id() })
    }

    fn place(&self, name: &str, kind: PlaceKind) -> Place {
        let place = Place { id: self.world.next_id(), name: name.to_owned(), kind };
        self.world.change(|state| state.places.insert(place.id, place.clone()));
        place
    }

    /// `person` writes `text`; "@Dateline" in it mentions the bot.
    pub(crate) fn says(&self, person: &Person, place: &Place, text: &str) -> Asked {
        self.writes(person, place, text, None, true)
    }

    /// `person` replies to the message `to`, which pings whoever wrote it.
    pub(crate) fn replies(&self, person: &Person, place: &Place, to: u64, text: &str) -> Asked {
        self.writes(person, place, text, Some(to), true)
    }

    /// The same without the ping.
    pub(crate) fn replies_quietly(
        &self,
        person: &Person,
        place: &Place,
        to: u64,
        text: &str,
    ) -> Asked {
        self.writes(person, place, text, Some(to), false)
    }

    fn writes(
        &self,
        person: &Person,
        place: &Place,
        text: &str,
        to: Option<u64>,
        pings: bool,
    ) -> Asked {
        let id = self.world.next_id();
        let text = text.replace("@Dateline", &format!("<@{BOT}>"));
        self.world.change(|state| {
            let mut body = objects::message(id, place, person);
            body["content"] = json!(text);
            body["mention_everyone"] = json!(text.contains("@everyone") || text.contains("@here"));
            let mut mentioned = objects::mentioned(&text);
            if let Some(other) = to.and_then(|to| state.messages.get(&to)) {
                objects::refer(&mut body, &other.body, place.guild());
                if pings {
                    mentioned.extend(
                        other.body["author"]["id"].as_str().and_then(|it| it.parse::<u64>().ok()),
                    );
                }
            }
            body["mentions"] = users(state, &mentioned);
            let message = Message {
                body,
                channel: place.id,
                only_for: None,
                is_thinking: false,
                is_deleted: false,
            };
            state.messages.insert(id, message);
            state.exchanges.insert(id, Exchange::begun());
            dispatches::message_created(state, id);
        });
        Asked { id }
    }

    /// The message `id` has these embeds, and forwards the message with this text and these embeds.
    pub(crate) fn embeds(&self, id: u64, embeds: &Value, forwarded: (&str, &Value)) {
        self.world.change(|state| {
            let Some(message) = state.messages.get_mut(&id) else { return };
            message.body["embeds"] = embeds.clone();
            let mut snapshot = json!({ "content": forwarded.0, "embeds": forwarded.1 });
            for key in [
                "type",
                "timestamp",
                "edited_timestamp",
                "flags",
                "mentions",
                "mention_roles",
                "attachments",
                "components",
            ] {
                snapshot[key] = message.body[key].clone();
            }
            message.body["message_snapshots"] = json!([{ "message": snapshot }]);
        });
    }

    /// The next `times` requests of this kind go wrong.
    pub(crate) fn fails(&self, (method, path): Endpoint, times: usize, fault: Fault) {
        self.world.change(|state| state.scripts.push(Script { method, path, times, fault }));
    }

    /// The bot may not write in `place` any more.
    pub(crate) fn forbids(&self, place: &Place) {
        self.world.change(|state| state.forbidden.insert(place.id));
    }

    /// Asks the bot to connect again (op 7).
    pub(crate) fn asks_to_reconnect(&self) {
        self.to_all(&Frame::Payload(json!({ "op": 7, "d": null }).to_string()));
    }

    /// Tells the bot that its session is invalid (op 9).
    pub(crate) fn invalidates(&self, is_resumable: bool) {
        let payload = json!({ "op": 9, "d": is_resumable }).to_string();
        self.to_all(&Frame::Payload(payload));
        if !is_resumable {
            self.world.change(|state| state.sessions.clear());
        }
    }

    /// Closes every connection with `code`.
    pub(crate) fn closes(&self, code: u16) {
        self.to_all(&Frame::Close(code));
    }

    /// Ends every connection without a word.
    pub(crate) fn cuts(&self) {
        self.to_all(&Frame::Cut);
    }

    /// Every IDENTIFY is refused with this close code from now on.
    pub(crate) fn refuses_with(&self, code: u16) {
        self.world.change(|state| state.refusal = Some(code));
    }

    /// One of the commands is not as the bot registered it.
    pub(crate) fn forgets_a_command(&self) {
        self.world.change(|state| state.commands.pop());
    }

    /// Every event of every session is told once more.
    pub(crate) fn repeats_all(&self) {
        self.world.change(|state| state.sessions.iter_mut().for_each(Session::repeat));
    }

    /// Whether heartbeats are left without an answer.
    pub(crate) fn ignores_heartbeats(&self, ignores: bool) {
        self.world.change(|state| state.is_deaf_to_heartbeats = ignores);
    }

    fn to_all(&self, frame: &Frame) {
        self.world.change(|state| {
            for session in &state.sessions {
                session.send(frame.clone());
            }
        });
    }
}

fn users(state: &State, ids: &[u64]) -> Value {
    let mut users: Vec<Value> = Vec::new();
    for id in ids {
        let user = if *id == BOT {
            objects::user(&objects::bot())
        } else if let Some(person) = state.people.get(id) {
            objects::user(person)
        } else {
            continue;
        };
        if !users.contains(&user) {
            users.push(user);
        }
    }
    Value::Array(users)
}

/// A method and the template of a path.
pub(crate) type Endpoint = (&'static str, &'static str);
pub(crate) const GATEWAY_OF_BOT: Endpoint = ("get", "/gateway/bot");
pub(crate) const WRITE: Endpoint = ("post", "/channels/{channel_id}/messages");
pub(crate) const TYPING: Endpoint = ("post", "/channels/{channel_id}/typing");
pub(crate) const OVERWRITE: Endpoint = ("put", "/applications/{application_id}/commands");
pub(crate) const RESPOND: Endpoint =
    ("post", "/interactions/{interaction_id}/{interaction_token}/callback");
pub(crate) const EDIT_RESPONSE: Endpoint =
    ("patch", "/webhooks/{webhook_id}/{webhook_token}/messages/@original");
