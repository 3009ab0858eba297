//! The rules of a message, its parts and of a modal that neither the description nor twilight has.

use serde_json::Value;

use super::{characters, doubled, list};

const CONTENT: usize = 2_000;
const EMBEDS: usize = 6_000;
const ROWS: usize = 5;
const BUTTONS: usize = 5;
const OPTIONS: usize = 25;

/// What is wrong with a message; only a new one may not be empty.
pub(super) fn problems(message: &Value, is_new: bool) -> Vec<String> {
    let mut problems = Vec::new();
    let content = characters(&message["content"]);
    if content > CONTENT {
        problems.push(format!("content: {content} characters, {CONTENT} are allowed"));
    }
    if is_new && is_empty(message) {
        problems.push("an empty message".to_owned());
    }
    if is_new || message.get("content").is_some() {
        problems.extend(open_mentions(message));
    }
    problems.extend(embed_problems(list(&message["embeds"])));
    problems.extend(component_problems(list(&message["components"])));
    problems
}

fn is_empty(message: &Value) -> bool {
    let is_blank = message["content"].as_str().is_none_or(|text| text.trim().is_empty());
    let has_no = |part: &str| list(&message[part]).is_empty();
    is_blank && ["embeds", "components", "attachments", "sticker_ids"].into_iter().all(has_no)
}

/// Whether somebody could be notified.
fn open_mentions(message: &Value) -> Option<String> {
    let allowed = &message["allowed_mentions"];
    let is_closed = allowed["parse"].as_array().is_some_and(Vec::is_empty)
        && list(&allowed["users"]).is_empty()
        && list(&allowed["roles"]).is_empty()
        && allowed["replied_user"] != true;
    (!is_closed).then(|| format!("allowed_mentions is not closed: {allowed}"))
}

fn embed_problems(embeds: &[Value]) -> Vec<String> {
    let mut problems = Vec::new();
    let total: usize = embeds.iter().map(embed_characters).sum();
    if total > EMBEDS {
        problems.push(format!("embeds: {total} characters in all, {EMBEDS} are allowed"));
    }
    for field in embeds.iter().flat_map(|embed| list(&embed["fields"])) {
        for part in ["name", "value"] {
            if field[part].as_str().is_none_or(|text| text.trim().is_empty()) {
                problems.push(format!("an embed's field has an empty {part}"));
            }
        }
    }
    problems
}

fn embed_characters(embed: &Value) -> usize {
    let fields = list(&embed["fields"]).iter();
    characters(&embed["title"])
        + characters(&embed["description"])
        + characters(&embed["footer"]["text"])
        + characters(&embed["author"]["name"])
        + fields.map(|it| characters(&it["name"]) + characters(&it["value"])).sum::<usize>()
}

fn component_problems(rows: &[Value]) -> Vec<String> {
    let mut problems = Vec::new();
    if rows.len() > ROWS {
        problems.push(format!("components: {} rows, {ROWS} are allowed", rows.len()));
    }
    let parts = || rows.iter().flat_map(|row| list(&row["components"]));
    let ids = parts().filter_map(|part| part["custom_id"].as_str());
    problems.extend(doubled(ids).into_iter().map(|id| format!("custom_id {id} stands twice")));
    problems.extend(rows.iter().filter_map(row_problem));
    problems.extend(parts().filter_map(part_problem));
    problems
}

fn row_problem(row: &Value) -> Option<String> {
    let parts = list(&row["components"]);
    let buttons = parts.iter().filter(|part| part["type"] == 2).count();
    if parts.is_empty() {
        Some("a row without components".to_owned())
    } else if buttons > BUTTONS {
        Some(format!("a row of {buttons} buttons, {BUTTONS} are allowed"))
    } else if buttons != parts.len() && parts.len() > 1 {
        Some("a row with something beside a select menu or an input".to_owned())
    } else {
        None
    }
}

fn part_problem(part: &Value) -> Option<String> {
    let has = |key: &str| part[key].as_str().is_some_and(|text| !text.trim().is_empty());
    match part["type"].as_u64() {
        Some(2) if !has("label") => Some("a button without words".to_owned()),
        Some(2) if part["style"] == 5 && !has("url") => Some("a link button without url".into()),
        Some(2) if part["style"] != 5 && !has("custom_id") => Some("a button without id".into()),
        Some(3) => select_problem(list(&part["options"])),
        _ => None,
    }
}

fn select_problem(options: &[Value]) -> Option<String> {
    if options.is_empty() || options.len() > OPTIONS {
        return Some(format!("a select menu of {} options", options.len()));
    }
    let values = options.iter().filter_map(|option| option["value"].as_str());
    let twice = doubled(values).first().map(|value| format!("option {value} stands twice"));
    twice.or_else(|| {
        let blank = |option: &&Value| option["label"].as_str().is_none_or(|it| it.trim() == "");
        options.iter().find(blank).map(|_| "a select option without words".to_owned())
    })
}

/// What is wrong with a modal.
pub(super) fn modal_problems(modal: &Value) -> Vec<String> {
    let rows = list(&modal["components"]);
    let mut problems = component_problems(rows);
    if characters(&modal["title"]) > 45 || modal["title"].as_str().is_none_or(str::is_empty) {
        problems.push("a modal's title has 1 to 45 characters".to_owned());
    }
    for row in rows {
        let inputs = list(&row["components"]);
        if row["type"] != 1 || inputs.len() != 1 || inputs[0]["type"] != 4 {
            problems.push("a modal's row holds one text input".to_owned());
        } else if inputs[0]["label"].as_str().is_none_or(|label| label.trim().is_empty()) {
            problems.push("a text input without label".to_owned());
        }
    }
    problems
}
