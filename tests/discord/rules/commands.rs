//! The rules of commands and of what is offered while typing, where neither the description nor
//! twilight has them.

use serde_json::Value;

use super::{characters, doubled, list};

/// How many commands of each type there may be: slash, user, message.
const MOST: [(u64, usize); 3] = [(1, 100), (2, 15), (3, 15)];
const CHARACTERS: usize = 8_000;
const CHOICES: usize = 25;
const LOCALES: [&str; 34] = [
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
    "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th",
    "zh-CN", "ja", "zh-TW", "ko", "ar", "he",
];

/// What is wrong with a whole set of commands.
pub(super) fn problems(commands: &Value) -> Vec<String> {
    let commands = list(commands);
    let mut problems: Vec<String> = commands.iter().flat_map(command_problems).collect();
    for (kind, most) in MOST {
        let of_kind = || commands.iter().filter(|command| kind_of(command) == kind);
        if of_kind().count() > most {
            problems.push(format!("{} commands of type {kind}", of_kind().count()));
        }
        let names = of_kind().filter_map(|command| command["name"].as_str());
        problems.extend(doubled(names).into_iter().map(|name| format!("two commands /{name}")));
    }
    problems
}

fn kind_of(command: &Value) -> u64 {
    command["type"].as_u64().unwrap_or(1)
}

fn command_problems(command: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    if kind_of(command) == 1 {
        problems.extend(named_problems(command));
        problems.extend(option_problems(list(&command["options"])));
    } else {
        if characters(&command["description"]) > 0 {
            problems.push("only a slash command has a description".to_owned());
        }
        if !(1..=32).contains(&characters(&command["name"])) {
            problems.push("a name has 1 to 32 characters".to_owned());
        }
    }
    let total = all_characters(command);
    if total > CHARACTERS {
        problems.push(format!("{total} characters in all, {CHARACTERS} are allowed"));
    }
    let name = command["name"].as_str().unwrap_or("?");
    problems.into_iter().map(|problem| format!("command {name}: {problem}")).collect()
}

/// What is wrong with the names and descriptions of a command or an option, in every language.
fn named_problems(named: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    for name in std::iter::once(&named["name"]).chain(localized(named, "name")) {
        if !is_name(name.as_str().unwrap_or_default()) {
            problems.push(format!("{name} is no name"));
        }
    }
    for text in std::iter::once(&named["description"]).chain(localized(named, "description")) {
        if !(1..=100).contains(&characters(text)) {
            problems.push(format!("{text} is no description"));
        }
    }
    for key in ["name_localizations", "description_localizations"] {
        let locales = named[key].as_object().into_iter().flat_map(serde_json::Map::keys);
        let unknown = locales.filter(|locale| !LOCALES.contains(&locale.as_str()));
        problems.extend(unknown.map(|locale| format!("{locale} is no locale")));
    }
    problems
}

fn localized<'a>(named: &'a Value, part: &str) -> impl Iterator<Item = &'a Value> {
    named[format!("{part}_localizations")].as_object().into_iter().flat_map(serde_json::Map::values)
}

/// Letters and digits of any script, `-`, `_` and `'`; small where there is a small form.
fn is_name(name: &str) -> bool {
    let is_allowed = |c: char| c.is_alphanumeric() || "-_'".contains(c) || is_mark(c);
    (1..=32).contains(&name.chars().count())
        && name.chars().all(is_allowed)
        && name.to_lowercase() == name
}

/// Vowel signs of Devanagari and Thai, which Discord takes too.
fn is_mark(c: char) -> bool {
    ('\u{900}'..='\u{97f}').contains(&c) || ('\u{e00}'..='\u{e7f}').contains(&c)
}

fn option_problems(options: &[Value]) -> Vec<String> {
    let mut problems: Vec<String> = options.iter().flat_map(named_problems).collect();
    let required = |option: &Value| option["required"] == true;
    if options.windows(2).any(|pair| !required(&pair[0]) && required(&pair[1])) {
        problems.push("a required option after an optional one".to_owned());
    }
    let names = options.iter().filter_map(|option| option["name"].as_str());
    problems.extend(doubled(names).into_iter().map(|name| format!("two options {name}")));
    for option in options {
        problems.extend(choice_problems(&option["choices"]));
        if option["autocomplete"] == true && !list(&option["choices"]).is_empty() {
            problems.push("an option with choices and completion".to_owned());
        }
        problems.extend(option_problems(list(&option["options"])));
    }
    problems
}

/// What is wrong with choices, of an option or while typing.
pub(super) fn choice_problems(choices: &Value) -> Vec<String> {
    let choices = list(choices);
    let mut problems = Vec::new();
    if choices.len() > CHOICES {
        problems.push(format!("{} choices, {CHOICES} are allowed", choices.len()));
    }
    for choice in choices {
        if !(1..=100).contains(&characters(&choice["name"])) {
            problems.push(format!("a choice's name has 1 to 100 characters: {}", choice["name"]));
        }
        if characters(&choice["value"]) > 100 {
            problems.push(format!("a choice's value has up to 100 characters: {choice}"));
        }
    }
    problems
}

/// Names, descriptions and values of a command, the longest language of each counted.
fn all_characters(named: &Value) -> usize {
    let longest = |part: &str| {
        let texts = std::iter::once(&named[part]).chain(localized(named, part));
        texts.map(characters).max().unwrap_or(0)
    };
    let choices = list(&named["choices"]).iter();
    longest("name")
        + longest("description")
        + choices.map(|it| characters(&it["name"]) + characters(&it["value"])).sum::<usize>()
        + list(&named["options"]).iter().map(all_characters).sum::<usize>()
}
