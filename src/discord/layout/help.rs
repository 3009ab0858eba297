//! What can be asked, from the table of commands.

use super::Reader;
use crate::discord::commands::{COMMANDS, Command, MENUS};
use crate::discord::limits;
use crate::discord::locale::fill;
use crate::discord::reply::Reply;

/// The help. `id` gives the number of a command, where Discord has told it: then it can be clicked.
pub(in crate::discord) fn help(
    id: impl Fn(&str) -> Option<u64>,
    minutes: u32,
    reader: Reader,
) -> Reply {
    let words = reader.locale.words();
    let line = |command: &Command| {
        let written = match id(command.name) {
            Some(id) => format!("</{}:{id}>", command.name),
            None => format!("`{}`", command.usage()),
        };
        format!("- {written} {}", command.description(reader.locale))
    };
    let menus: Vec<String> =
        MENUS.iter().map(|menu| format!("*{}*", menu.name(reader.locale))).collect();
    let mut lines = vec![words.help.clone()];
    lines.extend(COMMANDS.iter().map(line));
    lines.push(fill(&words.help_messages, &[("names", &menus.join(", "))]));
    lines.push(words.help_private.clone());
    lines.push(fill(&words.help_privacy, &[("minutes", &minutes.to_string())]));
    Reply::of(limits::lines_within(lines.iter().map(String::as_str), limits::CONTENT).0)
}

#[cfg(test)]
mod tests {
    use super::super::testing::reader;
    use super::*;
    use crate::discord::locale::Locale;

    #[test]
    fn every_command_is_told_in_every_language_and_fits() {
        let locales = Locale::translations().map(|(_, locale)| locale).chain([Locale::English]);
        for locale in locales {
            let content = help(|_| Some(u64::MAX), 15, Reader { locale, ..reader() }).content;
            for command in COMMANDS {
                assert!(content.contains(&format!("</{}:", command.name)), "{content}");
            }
            assert!(content.contains("15"), "{content}");
        }
    }

    #[test]
    fn without_its_number_a_command_is_written_out() {
        let content = help(|_| None, 15, reader()).content;
        assert!(content.contains("- `/timeline [from] [to] [about]` Dated events"), "{content}");
    }
}
