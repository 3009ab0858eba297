//! The commands: one table for what Discord is told of them, for running them, for `/help`, and for
//! the list in the README. What they are called and described as is in the files of words.

mod register;

pub(super) use register::{differ, registration};

use super::locale::Locale;

/// A command that begins with a slash.
#[derive(Debug)]
pub(super) struct Command {
    /// Its name in English, under which its words are found.
    pub(super) name: &'static str,
    /// What it takes, besides `private`, which every command takes.
    pub(super) takes: &'static [Takes],
    /// What it does.
    pub(super) does: Does,
}

/// Something that a command takes.
#[derive(Debug)]
pub(super) struct Takes {
    /// Its name in English, under which its words are found.
    pub(super) name: &'static str,
    /// Whether it must be given.
    pub(super) is_required: bool,
    /// Whether names are completed while typing.
    pub(super) completes: bool,
}

/// What a command does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    /// Answers the question that is given.
    Ask,
    /// Answers a question about a topic: these words before it, and a question mark.
    AskAbout(&'static str),
    /// Tells the main event of the article about a topic.
    Brief,
    /// Lists dated events.
    Timeline,
    /// Lists the articles.
    Sources,
    /// Says what can be asked.
    Help,
}

const TOPIC: &[Takes] = &[Takes { name: "topic", is_required: true, completes: true }];

const QUESTION: &[Takes] = &[Takes { name: "question", is_required: true, completes: false }];

const DAYS: &[Takes] = &[
    Takes { name: "from", is_required: false, completes: false },
    Takes { name: "to", is_required: false, completes: false },
    Takes { name: "about", is_required: false, completes: true },
];

/// Every command, in the order of `/help`.
pub(super) const COMMANDS: &[Command] = &[
    Command { name: "ask", takes: QUESTION, does: Does::Ask },
    Command { name: "when", takes: TOPIC, does: Does::AskAbout("When is") },
    Command { name: "where", takes: TOPIC, does: Does::AskAbout("Where is") },
    Command { name: "who", takes: TOPIC, does: Does::AskAbout("Who is") },
    Command { name: "what", takes: TOPIC, does: Does::AskAbout("What is") },
    Command { name: "why", takes: TOPIC, does: Does::AskAbout("Why") },
    Command { name: "brief", takes: TOPIC, does: Does::Brief },
    Command { name: "timeline", takes: DAYS, does: Does::Timeline },
    Command { name: "sources", takes: &[], does: Does::Sources },
    Command { name: "help", takes: &[], does: Does::Help },
];

/// A command of a message's own menu.
#[derive(Debug)]
pub(super) struct Menu {
    /// Under this its words are found.
    pub(super) key: &'static str,
    /// What it does.
    pub(super) does: OnMessage,
}

/// What a command does with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OnMessage {
    /// Takes its text as a question.
    Ask,
    /// Holds what it says against the articles.
    Check,
}

/// Every command of a message's menu.
pub(super) const MENUS: &[Menu] =
    &[Menu { key: "ask", does: OnMessage::Ask }, Menu { key: "check", does: OnMessage::Check }];

/// The option that every command takes.
pub(super) const PRIVATE: &str = "private";

impl Command {
    /// The command with this English name.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        COMMANDS.iter().find(|command| command.name == name)
    }

    /// How it is written, with what it takes: optional things in brackets.
    pub(super) fn usage(&self) -> String {
        let takes = self.takes.iter().map(|takes| match takes.is_required {
            true => format!(" {}", takes.name),
            false => format!(" [{}]", takes.name),
        });
        format!("/{}{}", self.name, takes.collect::<String>())
    }

    /// What it is for.
    pub(super) fn description(&self, locale: Locale) -> &'static str {
        locale.words().commands.get(self.name).map_or("", |named| &named.description)
    }
}

impl Menu {
    /// The command whose English name this is.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        MENUS.iter().find(|menu| menu.name(Locale::English) == name)
    }

    /// What it is called.
    pub(super) fn name(&self, locale: Locale) -> &'static str {
        locale.words().menus.get(self.key).map_or("", String::as_str)
    }
}

/// The question that stands for a topic: the topic itself where somebody typed a whole question.
pub(super) fn question_about(words: &str, topic: &str) -> String {
    let topic = topic.trim();
    let first = topic.split_whitespace().next().unwrap_or_default().to_lowercase();
    let is_question = topic.ends_with('?')
        || ["when", "where", "who", "what", "why", "how", "which"].contains(&first.as_str());
    if is_question { topic.to_owned() } else { format!("{words} {topic}?") }
}

/// The list of the README.
pub fn readme() -> String {
    let english = Locale::English;
    let row = |command: &Command| {
        format!("| `{}` | {} |\n", command.usage(), command.description(english))
    };
    let menu = |menu: &Menu| format!("| *{}* | on a message, under Apps |\n", menu.name(english));
    let rows = COMMANDS.iter().map(row).chain(MENUS.iter().map(menu));
    format!("| command | what it does |\n|---|---|\n{}", rows.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_question_is_taken_as_it_is() {
        assert_eq!(question_about("When is", " the dialogue "), "When is the dialogue?");
        assert_eq!(question_about("When is", "when was it signed"), "when was it signed");
        assert_eq!(question_about("When is", "it signed?"), "it signed?");
    }

    #[test]
    fn usage_tells_what_may_be_left_out() {
        let usage = |name| Command::named(name).unwrap().usage();
        assert_eq!(usage("ask"), "/ask question");
        assert_eq!(usage("timeline"), "/timeline [from] [to] [about]");
    }

    #[test]
    fn the_list_in_the_readme_is_current() {
        let readme = include_str!("../../../README.md");
        assert!(readme.contains(&super::readme()), "the README should have:\n{}", super::readme());
    }
}
