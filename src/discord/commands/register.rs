//! What Discord is told of the commands, and whether it knows them so already.

use serde_json::{Map, Value};
use serenity::all::{
    CommandOptionType, CommandType, CreateCommand, CreateCommandOption, InstallationContext,
    InteractionContext,
};

use super::{COMMANDS, Command, MENUS, Menu, PRIVATE, Takes};
use crate::discord::limits;
use crate::discord::locale::{Locale, Named};

/// All commands as Discord wants to be told of them.
pub(in crate::discord) fn registration() -> Vec<CreateCommand> {
    COMMANDS.iter().map(slash).chain(MENUS.iter().map(menu)).collect()
}

fn slash(command: &Command) -> CreateCommand {
    let english = named(Locale::English, command.name);
    let mut create = everywhere(CreateCommand::new(command.name).kind(CommandType::ChatInput));
    create = create.description(english.map_or("", |named| &named.description));
    for (code, locale) in Locale::translations() {
        let Some(named) = named(locale, command.name) else { continue };
        create = create.name_localized(code, &named.name);
        create = create.description_localized(code, &named.description);
    }
    let options = command.takes.iter().map(text_option);
    create.set_options(options.chain([private_option()]).collect())
}

fn named(locale: Locale, command: &str) -> Option<&'static Named> {
    locale.words().commands.get(command)
}

fn text_option(takes: &Takes) -> CreateCommandOption {
    let create = option(CommandOptionType::String, takes.name).required(takes.is_required);
    if takes.completes {
        // A longer name could not be among the choices, where what was typed comes first.
        return create.set_autocomplete(true).max_length(limits::CHOICE as u16);
    }
    create.max_length(limits::QUESTION as u16)
}

fn private_option() -> CreateCommandOption {
    option(CommandOptionType::Boolean, PRIVATE)
}

fn option(kind: CommandOptionType, name: &str) -> CreateCommandOption {
    let named = |locale: Locale| locale.words().options.get(name);
    let description = named(Locale::English).map_or("", |named| &named.description);
    let mut create = CreateCommandOption::new(kind, name, description);
    for (code, locale) in Locale::translations() {
        let Some(named) = named(locale) else { continue };
        create = create.name_localized(code, &named.name);
        create = create.description_localized(code, &named.description);
    }
    create
}

fn menu(menu: &Menu) -> CreateCommand {
    let create = CreateCommand::new(menu.name(Locale::English)).kind(CommandType::Message);
    let translations = Locale::translations();
    let create = translations
        .fold(create, |create, (code, locale)| create.name_localized(code, menu.name(locale)));
    everywhere(create)
}

/// For servers and for people, in servers, with the bot, and between people.
fn everywhere(create: CreateCommand) -> CreateCommand {
    create.integration_types(vec![InstallationContext::Guild, InstallationContext::User]).contexts(
        vec![
            InteractionContext::Guild,
            InteractionContext::BotDm,
            InteractionContext::PrivateChannel,
        ],
    )
}

/// Whether the commands that Discord knows are others than those to be registered.
pub(in crate::discord) fn differ(known: &impl serde::Serialize, wanted: &[CreateCommand]) -> bool {
    let commands = |value: Result<Value, _>| -> Option<Vec<Value>> {
        let value: Value = value.ok()?;
        let mut commands: Vec<Value> = value.as_array()?.iter().map(essence).collect();
        commands.sort_by_key(Value::to_string);
        Some(commands)
    };
    let known = commands(serde_json::to_value(known));
    known.is_none() || known != commands(serde_json::to_value(wanted))
}

/// What of a command, or of a part of it, is ours to say.
const OURS: [&str; 16] = [
    "name",
    "type",
    "description",
    "name_localizations",
    "description_localizations",
    "options",
    "required",
    "autocomplete",
    "max_length",
    "min_length",
    "choices",
    "value",
    "integration_types",
    "contexts",
    "nsfw",
    "default_member_permissions",
];

/// The same without what Discord adds, and without what says nothing.
fn essence(value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let ours = object.iter().filter(|(key, _)| OURS.contains(&key.as_str()));
            let parts = ours.map(|(key, value)| match key.as_str() {
                "name_localizations" | "description_localizations" => (key.clone(), value.clone()),
                _ => (key.clone(), essence(value)),
            });
            Value::Object(parts.filter(|(_, value)| !says_nothing(value)).collect::<Map<_, _>>())
        }
        Value::Array(list) => Value::Array(list.iter().map(essence).collect()),
        other => other.clone(),
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn json() -> Vec<Value> {
        let value = serde_json::to_value(registration()).unwrap();
        value.as_array().unwrap().clone()
    }

    /// Every text of `key` in a command or option: its own, and those of other languages.
    fn texts(object: &Value, key: &str) -> Vec<String> {
        let foreign = object[format!("{key}_localizations")].as_object();
        let foreign = foreign.into_iter().flat_map(|map| map.values());
        let all = object[key].as_str().into_iter().chain(foreign.filter_map(Value::as_str));
        all.map(str::to_owned).collect()
    }

    fn is_name(name: &str) -> bool {
        let is_letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
        (1..=32).contains(&name.chars().count())
            && name.chars().all(is_letter)
            && name == name.to_lowercase()
    }

    #[test]
    fn names_and_descriptions_keep_discords_rules() {
        for command in json() {
            let is_slash = command["type"] == 1;
            let options = command["options"].as_array().cloned().unwrap_or_default();
            for part in std::iter::once(&command).chain(&options) {
                for name in texts(part, "name") {
                    let is_right =
                        if is_slash { is_name(&name) } else { name.chars().count() <= 32 };
                    assert!(is_right && !name.is_empty(), "{name}");
                }
                for description in texts(part, "description") {
                    assert!((1..=100).contains(&description.chars().count()), "{description}");
                }
            }
            assert!(options.len() <= 25);
            assert!(is_slash != command["description"].is_null());
            assert!(command.to_string().chars().count() < 8_000);
        }
    }

    #[test]
    fn no_two_commands_have_one_name_in_any_language() {
        let codes = Locale::translations().map(|(code, _)| Some(code)).chain([None]);
        for code in codes {
            let name = |command: &Value| match code {
                Some(code) => command["name_localizations"][code].clone(),
                None => command["name"].clone(),
            };
            let names: BTreeSet<String> = json()
                .iter()
                .map(|command| format!("{} {}", command["type"], name(command)))
                .collect();
            assert_eq!(names.len(), json().len(), "in {code:?}: {names:?}");
        }
    }

    #[test]
    fn options_of_one_command_differ_in_every_language() {
        for command in json() {
            let options = command["options"].as_array().cloned().unwrap_or_default();
            for (code, _) in Locale::translations() {
                let name = |option: &Value| option["name_localizations"][code].to_string();
                let names: BTreeSet<String> = options.iter().map(name).collect();
                assert_eq!(names.len(), options.len(), "{} in {code}", command["name"]);
            }
        }
    }

    #[test]
    fn what_must_be_given_comes_first() {
        for command in COMMANDS {
            let required: Vec<_> = command.takes.iter().map(|takes| takes.is_required).collect();
            assert!(required.is_sorted_by(|a, b| a >= b), "{}", command.name);
        }
    }

    #[test]
    fn every_command_has_words_in_every_language() {
        let codes: BTreeSet<_> = Locale::translations().map(|(code, _)| code).collect();
        for command in json() {
            let translated = command["name_localizations"].as_object().unwrap();
            assert_eq!(translated.keys().map(String::as_str).collect::<BTreeSet<_>>(), codes);
        }
    }

    #[test]
    fn what_discord_adds_is_no_difference() {
        let mut known = json();
        for (number, command) in known.iter_mut().enumerate() {
            let object = command.as_object_mut().unwrap();
            object.insert("id".into(), number.to_string().into());
            object.insert("version".into(), "1".into());
            object.insert("default_member_permissions".into(), Value::Null);
            object.insert("dm_permission".into(), true.into());
        }
        known.reverse();
        assert!(!differ(&known, &registration()));
    }

    #[test]
    fn another_word_is_a_difference() {
        let mut known = json();
        known[0]["description_localizations"]["de"] = "anders".into();
        assert!(differ(&known, &registration()));
        known.pop();
        assert!(differ(&known, &registration()));
        assert!(differ(&Vec::<Value>::new(), &registration()));
    }
}
