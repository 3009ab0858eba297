//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;

/// Answers questions about the news from the articles it was given, with their own words as proof.
///
/// Without a command it opens a chat or, where DISCORD_TOKEN is set, runs the Discord bot.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, arg_required_else_help = false)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What holds for every command.
    #[command(flatten)]
    pub common: Common,
}

/// What holds for every command.
#[derive(Args, Debug, Default)]
pub struct Common {
    /// A folder of fact files and articles; may be given more than once
    #[arg(long, global = true, value_name = "DIR")]
    pub knowledge: Vec<PathBuf>,
    /// The settings [default: config.toml, where it is there]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The day that questions are asked on [default: the clock's]
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
}

/// What `dateline` can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the Discord bot, with the token in DISCORD_TOKEN
    ///
    /// DISCORD_API_BASE names a server on this machine to try it out on, in Discord's place.
    Run,
    /// Chat in the terminal
    Chat,
    /// Answer one question
    ///
    /// Exit status: 0 answered, 1 not in the articles or unclear, 2 misuse or broken knowledge.
    Ask(Ask),
    /// Tell who, what, when, where, why and how of an article's main event
    Brief(Brief),
    /// List the dated events in order
    Timeline(Timeline),
    /// List the articles behind the answers
    Sources,
    /// Write the facts of articles into fact files
    Extract(Extract),
    /// Tell everything that is wrong with fact files
    ///
    /// Exit status: 0 all is well, 2 something is wrong.
    Check(Check),
}

/// Arguments of `ask`.
#[derive(Args, Debug)]
pub struct Ask {
    /// The question; with --json it may be left out
    #[arg(required_unless_present = "json", num_args = 1..)]
    pub question: Vec<String>,
    /// Write JSON; without a question, read one a line, a blank line beginning a new conversation
    #[arg(long)]
    pub json: bool,
    /// Tell how the question was read, which facts competed and why one won
    #[arg(long, conflicts_with = "json")]
    pub explain: bool,
}

/// Arguments of `brief`.
#[derive(Args, Debug)]
pub struct Brief {
    /// An article's file, or what it is about [default: the newest article]
    #[arg(value_name = "ARTICLE or TOPIC")]
    pub about: Vec<String>,
    /// Write JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `timeline`.
#[derive(Args, Debug)]
pub struct Timeline {
    /// The first day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub from: Option<Date>,
    /// The last day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub to: Option<Date>,
    /// A person, place, body or event
    #[arg(long, value_name = "TOPIC")]
    pub about: Option<String>,
}

/// Arguments of `extract`.
#[derive(Args, Debug)]
pub struct Extract {
    /// Articles, or folders of articles
    #[arg(required = true, value_name = "ARTICLE")]
    pub articles: Vec<PathBuf>,
    /// Where the fact files go [default: the knowledge]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// Arguments of `check`.
#[derive(Args, Debug)]
pub struct Check {
    /// The folder of fact files [default: the knowledge]
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Where else the articles lie that quotes are held against; may be given more than once
    #[arg(long, value_name = "DIR")]
    pub articles: Vec<PathBuf>,
}

/// A day of the calendar.
fn day(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a day of the calendar, like 2015-03-07".to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_well_formed() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn flags_may_stand_before_and_behind_the_command() {
        let check = |line: &str| {
            let arguments = Arguments::try_parse_from(line.split(' ')).unwrap();
            assert_eq!(arguments.common.knowledge, [PathBuf::from("a")], "{line}");
            assert_eq!(arguments.common.today, Some(jiff::civil::date(2015, 3, 7)), "{line}");
        };
        check("dateline --knowledge a --today 2015-03-07 ask when");
        check("dateline ask when is it --knowledge a --today 2015-03-07");
    }

    #[test]
    fn a_day_that_is_none_is_misuse() {
        assert!(Arguments::try_parse_from(["dateline", "--today", "2015-02-30"]).is_err());
        assert!(Arguments::try_parse_from(["dateline", "ask"]).is_err());
    }
}
