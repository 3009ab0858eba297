//! People, places, messages and the server as Discord writes them down.

use serde_json::{Value, json};

use super::people::{BOT, GUILD, MEMBER, Person, Place, PlaceKind};

/// A user.
pub(super) fn user(person: &Person) -> Value {
    let mut user = json!({
        "id": person.id.to_string(), "username": person.name.to_lowercase(),
        "global_name": person.name, "avatar": null, "discriminator": "0", "public_flags": 0,
        "flags": 0, "primary_guild": null, "banner": null, "accent_color": null,
    });
    if person.is_bot {
        user["bot"] = json!(true);
    }
    user
}

/// Whether the bot wrote a message.
pub(super) fn is_own(message: &Value) -> bool {
    message["author"]["id"].as_str().is_some_and(|id| id.parse() == Ok(BOT))
}

/// The bot's own user.
pub(super) fn bot() -> Person {
    Person::new(BOT, "Dateline").automated()
}

/// A member with the user, as interactions carry it.
pub(super) fn member(person: &Person) -> Value {
    let mut member = bare_member();
    member["user"] = user(person);
    member["permissions"] = json!(person.permissions.to_string());
    member
}

/// A member without the user, as messages carry it.
pub(super) fn bare_member() -> Value {
    json!({
        "nick": null, "avatar": null, "banner": null, "roles": [], "joined_at": LONG_AGO,
        "premium_since": null, "deaf": false, "mute": false, "flags": 0, "pending": false,
        "communication_disabled_until": null,
    })
}

/// The flag of a message that one person sees.
pub(super) const PRIVATE: u64 = 64;

const LONG_AGO: &str = "2020-02-20T20:20:20.000000+00:00";

/// Now, as Discord writes it.
pub(super) fn now() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S.%6f+00:00").to_string()
}

/// A channel, thread or conversation.
pub(super) fn place(place: &Place, people: &impl Fn(u64) -> Value) -> Value {
    let mut body = json!({ "id": place.id.to_string(), "flags": 0, "last_message_id": null });
    let mut set = |key: &str, value: Value| body[key] = value;
    if let Some(guild) = place.guild() {
        set("guild_id", json!(guild.to_string()));
        set("name", json!(place.name));
        set("rate_limit_per_user", json!(0));
    }
    match place.kind {
        PlaceKind::Channel | PlaceKind::Elsewhere { .. } => {
            set("type", json!(0));
            set("position", json!(0));
            set("permission_overwrites", json!([]));
            set("nsfw", json!(false));
            set("topic", Value::Null);
            set("parent_id", Value::Null);
        }
        PlaceKind::Thread { parent } => {
            set("type", json!(11));
            set("parent_id", json!(parent.to_string()));
            set("owner_id", json!(BOT.to_string()));
            set("message_count", json!(1));
            set("member_count", json!(1));
            set("total_message_sent", json!(1));
            set(
                "thread_metadata",
                json!({
                    "archived": false, "auto_archive_duration": 1440, "locked": false,
                    "archive_timestamp": LONG_AGO, "create_timestamp": LONG_AGO,
                }),
            );
        }
        PlaceKind::Direct { person } => {
            set("type", json!(1));
            set("recipients", json!([people(person)]));
        }
    }
    body
}

/// The server, as it comes after READY.
pub(super) fn guild(channels: &[Value], threads: &[Value], people: usize) -> Value {
    json!({
        "id": GUILD.to_string(), "name": "The newsroom", "icon": null, "splash": null,
        "discovery_splash": null, "owner_id": "1000000000000000009", "afk_channel_id": null,
        "afk_timeout": 300, "verification_level": 0, "default_message_notifications": 0,
        "explicit_content_filter": 0, "roles": [everyone()], "emojis": [], "features": [],
        "mfa_level": 0, "application_id": null, "system_channel_id": null,
        "system_channel_flags": 0, "rules_channel_id": null, "vanity_url_code": null,
        "description": null, "banner": null, "premium_tier": 0, "premium_subscription_count": 0,
        "preferred_locale": "en-US", "public_updates_channel_id": null, "nsfw_level": 0,
        "stickers": [], "premium_progress_bar_enabled": false, "joined_at": LONG_AGO,
        "large": false, "unavailable": false, "member_count": people + 1, "voice_states": [],
        "members": [member(&bot())], "channels": channels, "threads": threads, "presences": [],
        "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [],
    })
}

/// The role that everybody has.
pub(super) fn everyone() -> Value {
    json!({
        "id": GUILD.to_string(), "name": "@everyone", "permissions": MEMBER.to_string(),
        "position": 0, "color": 0, "hoist": false, "managed": false, "mentionable": false,
        "icon": null, "unicode_emoji": null, "flags": 0,
        "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
    })
}

/// A message without what its author gave it.
pub(super) fn message(id: u64, place: &Place, author: &Person) -> Value {
    json!({
        "id": id.to_string(), "channel_id": place.id.to_string(), "type": 0, "content": "",
        "mentions": [], "mention_roles": [], "attachments": [], "embeds": [],
        "timestamp": now(), "edited_timestamp": null, "flags": 0, "components": [],
        "author": user(author), "pinned": false, "mention_everyone": false, "tts": false,
    })
}

/// Puts what the bot sent into a message: only the keys that are there.
pub(super) fn fill(message: &mut Value, sent: &Value) {
    if let Some(content) = sent.get("content") {
        message["content"] = json!(content.as_str().unwrap_or_default());
    }
    if let Some(embeds) = sent["embeds"].as_array() {
        message["embeds"] = embeds.iter().map(embed).collect();
    }
    if let Some(rows) = sent["components"].as_array() {
        message["components"] = numbered(rows);
    }
    if let Some(flags) = sent["flags"].as_u64() {
        // What was private once stays it.
        message["flags"] = json!(flags | message["flags"].as_u64().unwrap_or(0) & PRIVATE);
    }
}

fn embed(sent: &Value) -> Value {
    let mut embed = sent.clone();
    embed["type"] = json!("rich");
    embed
}

/// Rows whose parts have the numbers that Discord gives them.
fn numbered(rows: &[Value]) -> Value {
    let mut next = 0;
    let mut number = || {
        next += 1;
        json!(next)
    };
    let mut rows = rows.to_vec();
    for row in &mut rows {
        row["id"] = number();
        for part in row["components"].as_array_mut().into_iter().flatten() {
            part["id"] = number();
            complete(part);
        }
    }
    Value::Array(rows)
}

/// Puts what Discord adds to a button and a menu.
fn complete(part: &mut Value) {
    if part["disabled"].is_null() && part["type"] != 4 {
        part["disabled"] = json!(false);
    }
    if part["type"] == 3 {
        for (key, usual) in [("min_values", json!(1)), ("max_values", json!(1))] {
            if part[key].is_null() {
                part[key] = usual;
            }
        }
    }
}

/// Makes `body` a reply to `other`.
pub(super) fn refer(body: &mut Value, other: &Value, guild: Option<u64>) {
    body["type"] = json!(19);
    let mut reference =
        json!({ "type": 0, "message_id": other["id"], "channel_id": other["channel_id"] });
    if let Some(guild) = guild {
        reference["guild_id"] = json!(guild.to_string());
    }
    body["message_reference"] = reference;
    let mut other = other.clone();
    if let Some(fields) = other.as_object_mut() {
        fields.remove("referenced_message");
    }
    body["referenced_message"] = other;
}

/// A guild message's or conversation's mentions in `text`, as ids.
pub(super) fn mentioned(text: &str) -> Vec<u64> {
    let after = text.split("<@").skip(1);
    let id = |rest: &str| rest.trim_start_matches('!').split_once('>')?.0.parse().ok();
    after.filter_map(id).collect()
}
