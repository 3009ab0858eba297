//! The commands. This is where the edges are put together: arguments, settings, knowledge, and one
//! front end. A command decides what is shown and how it ends; what is true, the engine decides.

mod args;
mod ask;
mod brief;
mod setup;

pub use args::Arguments;

use std::process::ExitCode;

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
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Withheld => ExitCode::from(1),
            Outcome::Broken => ExitCode::from(2),
        }
    }
}

/// Runs what the arguments say.
///
/// # Errors
///
/// What keeps it from running, as a sentence for the person at the keyboard.
pub fn run(arguments: Arguments) -> anyhow::Result<Outcome> {
    let setup = Setup::new(arguments.common)?;
    match arguments.command.unwrap_or(Command::Chat) {
        Command::Ask(ask) => ask::run(&ask, &setup),
        Command::Brief(brief) => brief::run(&brief, &setup),
        _ => todo!(),
    }
}
