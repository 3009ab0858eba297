//! What can be asked, from the table of commands.

use super::Reader;
use crate::config;
use crate::discord::commands::{COMMANDS, Command, MENUS};
use crate::discord::limits;
use crate::discord::locale::{Locale, fill};
use crate::discord::reply::Reply;

/// The help, as the settings are. `id` gives the number of a command, where Discord has told it:
/// then it can be clicked.
pub(in crate::discord) fn help(
    id: impl Fn(&str) -> Option<u64>,
    settings: &config::Discord,
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
    lines.push(privacy(settings, reader.locale));
    Reply::of(limits::lines_within(lines.iter().map(String::as_str), limits::CONTENT).0).aside()
}

/// What is kept of what people ask.
fn privacy(settings: &config::Discord, locale: Locale) -> String {
    let words = locale.words();
    let questions = if settings.log_questions { &words.help_logged } else { &words.help_unlogged };
    let conversation = match usize::try_from(settings.follow_up_minutes) {
        Ok(minutes) if minutes > 0 => locale.count(&words.help_follow_up, minutes),
        _ => words.help_no_follow_up.clone(),
    };
    format!("{questions} {conversation}")
}

#[cfg(test)]
mod tests {
    use super::super::testing::reader;
    use super::*;

    #[test]
    fn every_command_is_told_in_every_language_and_fits() {
        let locales = Locale::translations().map(|(_, locale)| locale).chain([Locale::English]);
        for locale in locales {
            let settings = config::Discord::default();
            let reader = Reader { locale, ..reader() };
            let content = help(|_| Some(u64::MAX), &settings, reader).content;
            for command in COMMANDS {
                assert!(content.contains(&format!("</{}:", command.name)), "{content}");
            }
            assert!(content.contains("15"), "{content}");
        }
    }

    #[test]
    fn what_is_said_to_be_kept_is_what_the_settings_keep() {
        let kept = |log_questions, follow_up_minutes| {
            let settings =
                config::Discord { log_questions, follow_up_minutes, ..config::Discord::default() };
            privacy(&settings, Locale::English)
        };
        assert!(
            kept(false, 15).contains("keep no questions") && kept(false, 15).contains("15 minutes")
        );
        assert!(kept(true, 1).contains("log") && kept(true, 1).contains("1 minute,"));
        assert!(!kept(true, 0).contains("keep no questions") && !kept(true, 0).contains('0'));
    }

    #[test]
    fn without_its_number_a_command_is_written_out() {
        let content = help(|_| None, &config::Discord::default(), reader()).content;
        assert!(content.contains("- `/timeline [from] [to] [about]` Dated events"), "{content}");
    }
}
