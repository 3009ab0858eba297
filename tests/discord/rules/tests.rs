//! Each rule refuses what breaks it and lets pass what does not.

use serde_json::{Value, json};

use super::request_problems;

const MESSAGES: (&str, &str) = ("post", "/channels/{channel_id}/messages");
const CALLBACK: (&str, &str) =
    ("post", "/interactions/{interaction_id}/{interaction_token}/callback");
const COMMANDS: (&str, &str) = ("put", "/applications/{application_id}/commands");

/// A message that breaks nothing, with `key` set to `value`.
fn message(key: &str, value: Value) -> Value {
    let mut message = json!({
        "content": "On Friday.", "allowed_mentions": { "parse": [] }, "tts": false,
        "message_reference": { "message_id": 12, "channel_id": "13", "fail_if_not_exists": false },
        "components": [{ "type": 1, "components": [
            { "type": 2, "style": 2, "label": "Context", "custom_id": "v1:context" },
            { "type": 2, "style": 5, "label": "Read", "url": "https://example.org" },
        ] }],
        "embeds": [{ "title": "Talks", "fields": [{ "name": "When", "value": "On Friday" }] }],
        "attachments": [],
    });
    message[key] = value;
    message
}

fn button(id: &str) -> Value {
    json!({ "type": 2, "style": 1, "label": "Go", "custom_id": id })
}

fn row(parts: Value) -> Value {
    json!({ "type": 1, "components": parts })
}

/// A command that breaks nothing, with `key` set to `value`.
fn command(key: &str, value: Value) -> Value {
    let mut command = json!({
        "name": "ask", "description": "Asks", "type": 1, "default_member_permissions": "8",
        "name_localizations": { "de": "frage", "ja": "質問" },
        "description_localizations": { "fr": "Pose une question" },
        "integration_types": [0, 1], "contexts": [0, 1, 2],
        "options": [
            { "type": 3, "name": "question", "description": "What", "required": true },
            { "type": 5, "name": "private", "description": "For you" },
        ],
    });
    command[key] = value;
    command
}

/// That the body is refused with words that hold `words`, or passes if there are none.
fn check((method, path): (&str, &str), body: &Value, words: &str) {
    let problems = request_problems(method, path, body);
    if words.is_empty() {
        assert!(problems.is_empty(), "{body}\n{problems:#?}");
    } else {
        let told = problems.iter().any(|problem| problem.contains(words));
        assert!(told, "nothing says {words:?} of {body}\n{problems:#?}");
    }
}

#[test]
fn what_breaks_no_rule_passes() {
    check(MESSAGES, &message("tts", json!(false)), "");
    check(COMMANDS, &json!([command("type", json!(1))]), "");
    check(COMMANDS, &json!([{ "name": "Check against the articles", "type": 3 }]), "");
    let reply = json!({ "content": "Yes", "flags": 64, "allowed_mentions": { "parse": [] } });
    for (kind, data) in [(4, reply), (5, json!({ "flags": 64 })), (6, Value::Null)] {
        check(CALLBACK, &json!({ "type": kind, "data": data }), "");
    }
    let choices = json!([{ "name": "Talks", "value": "Talks" }]);
    check(CALLBACK, &json!({ "type": 8, "data": { "choices": choices } }), "");
}

#[test]
fn a_message_that_breaks_a_rule_is_refused() {
    let long_field = json!({ "name": "n", "value": "v".repeat(1000) });
    let long_embed = json!({ "description": "d".repeat(3000), "fields": [long_field] });
    let cases = [
        ("content", json!("x".repeat(2_001)), "2000 are allowed"),
        ("content", json!("x".repeat(4_001)), "4001 characters"),
        ("embeds", json!([long_embed, long_embed]), "6000 are allowed"),
        ("embeds", json!([{ "fields": [{ "name": "", "value": "v" }] }]), "empty name"),
        ("embeds", json!([{ "title": "t".repeat(257) }]), "longer than 256"),
        ("allowed_mentions", Value::Null, "not closed"),
        ("allowed_mentions", json!({ "parse": ["everyone"] }), "not closed"),
        ("allowed_mentions", json!({ "parse": [], "users": ["1"] }), "not closed"),
        ("allowed_mentions", json!({ "parse": [], "replied_user": true }), "not closed"),
        ("components", json!(vec![row(json!([button("a")])); 6]), "6 rows"),
        ("components", json!([row(json!([button("a"), button("a")]))]), "stands twice"),
        ("components", json!([row(json!(vec![button("a"); 6]))]), "6 buttons"),
        ("components", json!([row(json!([]))]), "row without components"),
        ("components", json!([row(json!([button("")]))]), "button without id"),
        ("components", json!([row(json!([button(&"a".repeat(101))]))]), "longer than 100"),
        ("colour", json!("red"), "/colour: Discord knows no such key"),
        ("allowed_mentions", json!({ "parse": [], "Parse": [] }), "/allowed_mentions/Parse"),
        ("tts", json!("no"), "is not of type"),
    ];
    for (key, value, words) in cases {
        check(MESSAGES, &message(key, value), words);
    }
    let empty = json!({ "content": " ", "allowed_mentions": { "parse": [] } });
    check(MESSAGES, &empty, "an empty message");
    let edit = ("patch", "/channels/{channel_id}/messages/{message_id}");
    check(edit, &json!({ "components": [] }), "");
    check(edit, &json!({ "content": "@everyone" }), "not closed");
}

#[test]
fn a_menu_that_breaks_a_rule_is_refused() {
    let menu = |options: Value| {
        let menu = json!({ "type": 3, "custom_id": "m", "options": options });
        message("components", json!([row(json!([menu]))]))
    };
    let option = |name: &str, value: &str| json!({ "label": name, "value": value });
    check(MESSAGES, &menu(json!([option("The talks", "1"), option("The vote", "2")])), "");
    check(MESSAGES, &menu(json!([])), "menu of 0 options");
    check(MESSAGES, &menu(json!([option("a", "1"), option("b", "1")])), "option 1 stands twice");
    check(MESSAGES, &menu(json!([option(" ", "1")])), "without words");
    let many: Vec<Value> = (0..26).map(|at| option("a", &at.to_string())).collect();
    check(MESSAGES, &menu(json!(many)), "menu of 26 options");
}

#[test]
fn a_command_that_breaks_a_rule_is_refused() {
    let option = |name: &str| json!({ "type": 3, "name": name, "description": "d" });
    let required = json!({ "type": 3, "name": "r", "description": "d", "required": true });
    let choice = json!({ "name": "c".repeat(101), "value": "c" });
    let cases = [
        ("name", json!("Ask"), "is no name"),
        ("name", json!("two words"), "is no name"),
        ("name", json!(""), "is no name"),
        ("description", json!(""), "is no description"),
        ("description", json!("d".repeat(101)), "is no description"),
        ("name_localizations", json!({ "de": "Frage" }), "is no name"),
        ("name_localizations", json!({ "xx": "frage" }), "xx is no locale"),
        ("description_localizations", json!({ "de": "" }), "is no description"),
        ("options", json!([option("o"), required]), "required option after an optional"),
        ("options", json!([option("o"), option("o")]), "two options o"),
        ("options", json!([option("O")]), "is no name"),
        ("options", json!(vec![option("o"); 26]), "25"),
        (
            "options",
            json!([{ "type": 3, "name": "o", "description": "d", "choices": [choice] }]),
            "1 to 100",
        ),
        ("colour", json!(1), "/0/colour: Discord knows no such key"),
    ];
    for (key, value, words) in cases {
        check(COMMANDS, &json!([command(key, value)]), words);
    }
    let mut twice = command("type", json!(1));
    check(COMMANDS, &json!([twice, twice]), "two commands /ask");
    let choice = json!({ "name": "c".repeat(100), "value": "v".repeat(100) });
    let with_choices = |name: &str| json!({ "type": 3, "name": name, "description": "d", "choices": vec![choice.clone(); 25] });
    twice["options"] = json!([with_choices("a"), with_choices("b")]);
    check(COMMANDS, &json!([twice]), "8000 are allowed");
    check(COMMANDS, &json!([{ "name": "Check", "type": 3, "description": "d" }]), "only a slash");
    let many: Vec<Value> =
        (0..16).map(|at| json!({ "name": format!("c{at}"), "type": 3 })).collect();
    check(COMMANDS, &json!(many), "16 commands of type 3");
}

#[test]
fn a_first_response_that_breaks_a_rule_is_refused() {
    let choice = |name: &str| json!({ "name": name, "value": "v" });
    let many = json!({ "choices": vec![choice("c"); 26] });
    let input = json!({ "type": 4, "custom_id": "text", "style": 1, "label": "Question" });
    let modal =
        |title: &str, rows: Value| json!({ "custom_id": "m", "title": title, "components": rows });
    let no_label = json!({ "type": 4, "custom_id": "text", "style": 1 });
    let cases = [
        (8, many, "26 choices"),
        (8, json!({ "choices": [choice("")] }), "1 to 100"),
        (4, json!({ "content": "", "allowed_mentions": { "parse": [] } }), "an empty message"),
        (4, json!({ "content": "x" }), "not closed"),
        (7, json!({ "content": "x" }), "not closed"),
        (9, modal("Ask", json!([row(json!([input]))])), ""),
        (9, modal("", json!([row(json!([input]))])), "title"),
        (9, modal("Ask", json!([row(json!([no_label]))])), "without label"),
        (9, modal("Ask", json!([row(json!([button("b")]))])), "one text input"),
    ];
    for (kind, data, words) in cases {
        check(CALLBACK, &json!({ "type": kind, "data": data }), words);
    }
    check(CALLBACK, &json!({ "type": 99 }), "is not valid");
}

#[test]
fn a_path_that_is_not_there_is_refused() {
    check(("post", "/channels/{channel_id}/shout"), &json!({}), "Discord has no post");
}
