//! The commands of the chat: one table for running them, for `/help`, and for completion.

use jiff::civil::Date;

use super::session::{Reply, Session};
use crate::render::{self, NO_ARTICLES, Page, Tone};

/// What begins with a slash.
pub(super) struct Command {
    /// Its name, without the slash.
    pub(super) name: &'static str,
    /// What may stand behind it.
    argument: &'static str,
    /// What it does, for `/help`.
    help: &'static str,
    run: fn(&mut Session<'_>, &str, Date) -> Reply,
}

/// Every command, in the order of `/help`.
pub(super) const COMMANDS: &[Command] = &[
    Command { name: "help", argument: "", help: "What can be typed here", run: help },
    Command {
        name: "sources",
        argument: "",
        help: "The articles behind the answers",
        run: sources,
    },
    Command { name: "timeline", argument: "[about]", help: "Dated events in order", run: timeline },
    Command {
        name: "brief",
        argument: "[topic]",
        help: "Who, what, when, where, why and how of an article",
        run: brief,
    },
    Command {
        name: "explain",
        argument: "[question]",
        help: "How an answer came about; by itself, the last one",
        run: explain,
    },
    Command { name: "quit", argument: "", help: "Leave", run: |_, _, _| Reply::Leave },
];

/// Runs `line`, which stood behind a slash.
pub(super) fn run(session: &mut Session<'_>, line: &str, today: Date) -> Reply {
    let (name, argument) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    match COMMANDS.iter().find(|command| command.name.eq_ignore_ascii_case(name)) {
        Some(command) => (command.run)(session, argument.trim(), today),
        None => Reply::Page(Page::of(&unknown(name))),
    }
}

fn unknown(name: &str) -> String {
    let likeness = |command: &Command| strsim::jaro_winkler(command.name, name);
    let nearest = COMMANDS.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    match nearest {
        Some(command) if likeness(command) > 0.7 => {
            format!("There is no /{name}: did you mean /{}?", command.name)
        }
        _ => format!("There is no /{name}: /help lists what there is."),
    }
}

fn help(_: &mut Session<'_>, _: &str, _: Date) -> Reply {
    let mut page = Page::of("Type a question, or the number of a choice, or one of these:");
    let row = |command: &Command| {
        let usage = format!("  /{} {}", command.name, command.argument);
        vec![(Tone::Strong, usage), (Tone::Plain, command.help.to_owned())]
    };
    page.table(&COMMANDS.iter().map(row).collect::<Vec<_>>());
    Reply::Page(page)
}

fn sources(session: &mut Session<'_>, _: &str, _: Date) -> Reply {
    let sources = session.engine.sources();
    if sources.is_empty() {
        return Reply::Page(Page::of(NO_ARTICLES));
    }
    Reply::Page(render::sources(sources))
}

fn timeline(session: &mut Session<'_>, about: &str, _: Date) -> Reply {
    let topic = (!about.is_empty()).then_some(about);
    let entries = session.engine.timeline(None, None, topic);
    if !entries.is_empty() {
        return Reply::Page(render::timeline(&entries, session.engine.sources()));
    }
    Reply::Page(Page::of(match topic {
        _ if session.engine.sources().is_empty() => NO_ARTICLES,
        Some(_) => "The articles date nothing like that: /timeline alone shows all they date.",
        None => "The articles date nothing: ask a question, or see /sources.",
    }))
}

fn brief(session: &mut Session<'_>, topic: &str, _: Date) -> Reply {
    let engine = session.engine;
    let source = if topic.is_empty() { engine.newest_source() } else { engine.source_about(topic) };
    match source.and_then(|index| Some((index, engine.sources().get(index)?))) {
        Some((index, source)) => Reply::Page(render::brief(&engine.brief(index), Some(source))),
        None if engine.sources().is_empty() => Reply::Page(Page::of(NO_ARTICLES)),
        None => Reply::Page(Page::of("No article is about that: /sources lists them all.")),
    }
}

fn explain(session: &mut Session<'_>, question: &str, today: Date) -> Reply {
    if !question.is_empty() {
        session.ask(question, today);
    }
    match session.explain_last(today) {
        Some(page) => Reply::Page(page),
        None => Reply::Page(Page::of("Nothing was asked yet: type a question behind /explain.")),
    }
}
