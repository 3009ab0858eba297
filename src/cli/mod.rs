//! The commands. This is where the edges are put together: arguments, settings, knowledge, and one
//! front end. A command decides what is shown and how it ends; what is true, the engine decides.

mod args;
mod ask;
mod brief;
mod chat;
mod check;
mod extract;
mod listing;
mod run;
mod setup;

pub use args::Arguments;

use std::io::{self, Write};
use std::process::ExitCode;

use crate::render::harmless;
use args::Command;
use setup::Setup;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// What was asked for is there.
    Done,
    /// The articles do not say, or more than one thing fits.
    Withheld,
    /// Something is broken: what it is, was told.
    Broken,
}

impl From<Outcome> for ExitCode {
    /// 0, 1 and 2, in their order.
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Withheld => ExitCode::from(1),
            Outcome::Broken => ExitCode::from(2),
        }
    }
}

/// Writes a message to standard error, made harmless; one that nobody can read is no failure.
pub fn tell(message: &str) {
    for line in message.lines() {
        let _ = writeln!(io::stderr(), "{}", harmless(line));
    }
}

/// Runs what the arguments say.
///
/// # Errors
///
/// What keeps it from running, as a sentence for the person at the keyboard.
pub fn run(arguments: Arguments) -> anyhow::Result<Outcome> {
    let setup = Setup::new(arguments.common)?;
    match arguments.command {
        None if run::is_wanted() => run::run(&setup),
        Some(Command::Run) => run::run(&setup),
        None | Some(Command::Chat) => chat::run(&setup),
        Some(Command::Ask(arguments)) => ask::run(&arguments, &setup),
        Some(Command::Brief(arguments)) => brief::run(&arguments, &setup),
        Some(Command::Timeline(arguments)) => listing::timeline(&arguments, &setup),
        Some(Command::Sources) => listing::sources(&setup),
        Some(Command::Extract(arguments)) => extract::run(&arguments, &setup),
        Some(Command::Check(arguments)) => check::run(&arguments, &setup),
    }
}
