//! Messages that are meant for the bot: those that mention it, replies to its answers that do, and
//! direct ones. All others it does not read; Discord does not even show it their text.

use std::convert::Infallible;
use std::sync::Arc;

use serenity::all::{ChannelId, Embed, Message, MessageType, UserId};
use serenity::http::Http;
use tokio::time::{Duration, sleep};

use super::below;
use super::custom_id::Action;
use super::desk::{Desk, Job, Question};
use super::failure::Trouble;
use super::layout::{self, Reader};
use super::reply::Reply;
use super::respond::trying;
use super::send;
use crate::engine::ProofId;

/// How long Discord shows that somebody types.
const TYPING_LASTS: Duration = Duration::from_secs(8);

/// Answers a message, where it is a question to the bot, whose number is `me`.
pub(super) async fn answer(desk: &Arc<Desk>, http: &Http, message: &Message, me: UserId) {
    let channel = message.channel_id;
    let Some(text) = question(message, me).filter(|_| desk.is_open(channel.get())) else { return };
    if !desk.is_new(message.id.get()) {
        return;
    }
    let person = message.author.id.get();
    let locale = desk.reader_of(person, &text);
    let words = locale.words();
    let reader = Reader { locale, is_private: false, person };
    let reply = if let Err(wait) = desk.may_ask(person, channel.get()) {
        if !desk.tells_to_wait(person, channel.get(), wait) {
            return;
        }
        layout::wait(wait.seconds(), reader)
    } else if text.is_empty() {
        let is_hidden = replies_to_command(message, me);
        layout::note(if is_hidden { &words.hidden_reply } else { &words.how_to_ask }, reader)
    } else {
        let job = Job {
            person,
            channel: channel.get(),
            guild: message.guild_id.map(Into::into),
            event: message.id.get(),
            command: "message",
            reader,
        };
        let question = Question { text, about: subject(message, me) };
        typing_meanwhile(desk, http, channel, desk.ask(job, question)).await
    };
    send(desk, http, message, &reply).await;
}

/// Waits for a reply, and shows that it is being written where it takes long.
async fn typing_meanwhile(
    desk: &Desk,
    http: &Http,
    channel: ChannelId,
    work: impl Future<Output = Reply>,
) -> Reply {
    tokio::select! {
        reply = work => reply,
        // Beside the work, so that a sign that comes late holds up no answer.
        never = typing(http, channel, desk.timing.typing) => match never {},
    }
}

/// Shows that something is being written, after `wait` and as long as nobody stops it.
async fn typing(http: &Http, channel: ChannelId, mut wait: Duration) -> Infallible {
    loop {
        sleep(wait).await;
        // Only a sign; whether the channel can be written to shows with the answer.
        let _ = http.broadcast_typing(channel).await;
        wait = TYPING_LASTS;
    }
}

/// Sends a reply; its text alone, where Discord does not take the rest.
async fn send(desk: &Desk, http: &Http, message: &Message, reply: &Reply) {
    let channel = message.channel_id;
    for reply in [reply, &reply.bare()] {
        let sent = send::message(reply, channel, message.id);
        match trying("reply", || http.send_message(channel, Vec::new(), &sent)).await {
            Err(Trouble::Refused) => {}
            Err(Trouble::Forbidden(permission)) => {
                return desk.leave_alone(channel.get(), permission);
            }
            _ => return,
        }
    }
}

/// What the message asks; `None` where it is not for the bot, an empty text where it says nothing.
fn question(message: &Message, me: UserId) -> Option<String> {
    let is_written = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    let is_machine = message.author.bot || message.webhook_id.is_some() || message.author.id == me;
    let is_for_me =
        message.guild_id.is_none() || message.mentions.iter().any(|mentioned| mentioned.id == me);
    (is_written && !is_machine && is_for_me).then(|| spoken(message, &message.content, me))
}

/// Whether a message replies to the bot's answer to a command. Discord hides the text of such a
/// one.
fn replies_to_command(message: &Message, me: UserId) -> bool {
    let answered = message.referenced_message.as_deref().filter(|it| it.author.id == me);
    answered.is_some_and(|it| it.interaction_metadata.is_some())
}

/// The lines of a message that a command is used on, as they would be read out: what its author
/// wrote, what is forwarded, and what the embeds of both say.
pub(super) fn lines(message: &Message, me: UserId) -> String {
    let forwarded = message.message_snapshots.iter();
    let forwarded =
        forwarded.flat_map(|it| [it.content.as_str()].into_iter().chain(embedded(&it.embeds)));
    let texts = [message.content.as_str()].into_iter().chain(embedded(&message.embeds));
    let lines = texts.chain(forwarded).flat_map(str::lines);
    let lines = lines.map(|line| spoken(message, line, me)).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// What embeds say: titles, descriptions and fields.
fn embedded(embeds: &[Embed]) -> impl Iterator<Item = &str> {
    embeds.iter().flat_map(|embed| {
        let fields = embed.fields.iter().flat_map(|field| [&field.name, &field.value]);
        [&embed.title, &embed.description].into_iter().flatten().chain(fields).map(String::as_str)
    })
}

/// Some text of the message as it would be read out: people by their names, the bot's own left out,
/// and nothing of channels, roles and pictures.
fn spoken(message: &Message, content: &str, me: UserId) -> String {
    let mut text = String::with_capacity(content.len());
    let mut rest = content;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        match after.split_once('>').filter(|(inner, _)| is_reference(inner)) {
            Some((inner, behind)) => {
                text.push_str(&name(message, me, inner));
                rest = behind;
            }
            None => {
                text.push('<');
                rest = after;
            }
        }
    }
    text.push_str(rest);
    super::escape::plain(&text)
}

/// Whether Discord shows something else for what stands in angle brackets.
fn is_reference(inner: &str) -> bool {
    let begins = ["@", "#", ":", "a:", "t:", "/", "id:"];
    begins.iter().any(|beginning| inner.starts_with(beginning)) && !inner.contains([' ', '<'])
}

/// The name of the person that stands in angle brackets; nothing for what is no other person.
fn name(message: &Message, me: UserId, inner: &str) -> String {
    let id = inner.strip_prefix('@').map(|id| id.trim_start_matches('!'));
    let person = id.and_then(|id| message.mentions.iter().find(|it| it.id.to_string() == id));
    match person.filter(|person| person.id != me) {
        Some(person) => format!(" {} ", person.display_name()),
        None => " ".to_owned(),
    }
}

/// The quote of the bot's answer that the message replies to.
fn subject(message: &Message, me: UserId) -> Option<ProofId> {
    let answered = message.referenced_message.as_deref().filter(|it| it.author.id == me)?;
    below::buttons(answered).find_map(|button| match button.action {
        Action::Context(proof) => Some(proof),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const ME: UserId = UserId::new(7);

    fn user(id: u64, name: &str) -> Value {
        json!({"id": id.to_string(), "username": name, "discriminator": "0", "avatar": null})
    }

    fn message(changes: &Value) -> Message {
        let mut message = json!({
            "id": "1", "channel_id": "2", "guild_id": "3", "author": user(4, "ann"),
            "content": "<@7> when is it?", "timestamp": "2026-01-01T00:00:00Z",
            "edited_timestamp": null, "tts": false, "mention_everyone": false,
            "mentions": [user(7, "dateline")], "mention_roles": [], "attachments": [],
            "embeds": [], "pinned": false, "type": 0,
        });
        let changes = changes.as_object().unwrap().clone();
        message.as_object_mut().unwrap().extend(changes);
        serde_json::from_value(message).unwrap()
    }

    #[track_caller]
    fn check(changes: Value, expected: Option<&str>) {
        assert_eq!(question(&message(&changes), ME).as_deref(), expected, "{changes}");
    }

    #[test]
    fn a_mention_is_a_question_without_the_mention() {
        check(json!({}), Some("when is it?"));
        check(json!({"content": "when <@!7> is it?"}), Some("when is it?"));
        check(json!({"content": "<@7>"}), Some(""));
    }

    #[test]
    fn other_people_are_named_and_other_things_left_out() {
        let mentions = json!([user(7, "dateline"), user(8, "bob")]);
        let content = "<@7> what does <@8> say in <#9> <:smile:10> <t:1> 1 < 2 <b>?";
        check(
            json!({"content": content, "mentions": mentions}),
            Some("what does bob say in 1 < 2 <b>?"),
        );
    }

    #[test]
    fn the_lines_of_a_message_stay_apart() {
        let given = message(&json!({"content": "<@7> They met.\nThey  talked."}));
        assert_eq!(lines(&given, ME), "They met.\nThey talked.");
    }

    #[test]
    fn embeds_and_what_is_forwarded_are_read_too() {
        let embed = |title: &str| {
            let field = json!({"name": "Where", "value": "In Oslo.", "inline": false});
            json!({"title": title, "description": "They met.", "fields": [field]})
        };
        let snapshot = json!({
            "content": "They talked.", "embeds": [embed("Later")], "timestamp": "2026-01-01T00:00:00Z",
            "edited_timestamp": null, "mentions": [], "mention_roles": [], "attachments": [],
            "type": 0, "flags": 0,
        });
        let given = json!({
            "content": "", "embeds": [embed("Talks")], "message_snapshots": [{"message": snapshot}],
        });
        assert_eq!(
            lines(&message(&given), ME),
            "Talks\nThey met.\nWhere\nIn Oslo.\nThey talked.\nLater\nThey met.\nWhere\nIn Oslo."
        );
    }

    #[test]
    fn a_direct_message_needs_no_mention() {
        check(json!({"guild_id": null, "mentions": [], "content": "when?"}), Some("when?"));
    }

    #[test]
    fn what_is_for_others_is_left_alone() {
        check(json!({"mentions": []}), None);
        check(json!({"mentions": [], "mention_everyone": true, "content": "@everyone"}), None);
        check(json!({"type": 7}), None);
    }

    #[test]
    fn bots_and_webhooks_get_no_answer() {
        let mut bot = user(4, "bot");
        bot["bot"] = true.into();
        check(json!({"author": bot}), None);
        check(json!({"webhook_id": "5"}), None);
        check(json!({"author": user(7, "dateline"), "guild_id": null}), None);
    }

    #[test]
    fn a_reply_is_about_the_quote_of_the_answer() {
        let custom_id = Action::Context(ProofId(5)).write();
        let button = json!({"type": 2, "style": 2, "label": "Context", "custom_id": custom_id});
        let mut answer =
            serde_json::to_value(message(&json!({"author": user(7, "dateline")}))).unwrap();
        answer["components"] = json!([{"type": 1, "components": [button]}]);
        let reply = message(&json!({"type": 19, "referenced_message": answer}));
        assert_eq!(subject(&reply, ME), Some(ProofId(5)));
        assert_eq!(subject(&message(&json!({})), ME), None);
    }
}
