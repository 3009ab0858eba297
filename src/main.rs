//! The `dateline` program: parses the arguments, runs one command, and alone says how it ended.

use std::io;
use std::process::ExitCode;

use clap::Parser;
use dateline::cli::{self, Arguments, Outcome};

fn main() -> ExitCode {
    match cli::run(Arguments::parse()) {
        Ok(outcome) => outcome.into(),
        Err(error) if is_closed_pipe(&error) => Outcome::Done.into(),
        Err(error) => {
            cli::tell(&format!("dateline: {error:#}"));
            Outcome::Broken.into()
        }
    }
}

/// Whether the reader of our output has gone, as `head` does.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|it| it.kind() == io::ErrorKind::BrokenPipe)
}
