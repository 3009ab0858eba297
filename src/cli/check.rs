//! `dateline check`: everything that is wrong with fact files.

use std::io::{self, Write};

use super::Outcome;
use super::args::Check;
use super::setup::Setup;
use crate::knowledge::{self, Report};
use crate::render::{harmless, many};

/// Checks the folder of the arguments, else the knowledge.
pub(super) fn run(arguments: &Check, setup: &Setup) -> anyhow::Result<Outcome> {
    let folders = arguments.folder.clone().map_or_else(|| setup.folders(), |folder| vec![folder]);
    if folders.is_empty() {
        anyhow::bail!("there is no knowledge folder here: name one, as in `dateline check DIR`.");
    }
    let report = knowledge::check(&folders, &arguments.articles)?;
    let mut out = io::stdout().lock();
    for problem in &report.problems {
        writeln!(out, "{}", harmless(&problem.to_string()))?;
    }
    writeln!(out, "{}", summary(&report))?;
    Ok(if report.problems.is_empty() { Outcome::Done } else { Outcome::Broken })
}

fn summary(report: &Report) -> String {
    let Report { problems, files, facts, compared } = report;
    let verdict = match problems.len() {
        0 => "All is well".to_owned(),
        count => many(count, "problem"),
    };
    let (files, facts) = (many(*files, "file"), many(*facts, "fact"));
    format!("{verdict}: {files}, {facts}, {} held against articles.", many(*compared, "quote"))
}
