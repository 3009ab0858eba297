//! `dateline extract`: from articles to fact files.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Outcome;
use super::args::Extract;
use super::setup::Setup;
use crate::config::DEFAULT_FOLDER;
use crate::knowledge::{self, Extracted, Shelf};
use crate::render::{harmless, many};

/// Extracts every article that the arguments name. One that fails is told, and the rest goes on.
pub(super) fn run(arguments: &Extract, setup: &Setup) -> anyhow::Result<Outcome> {
    let (articles, errors) = knowledge::articles_under(&arguments.articles);
    if articles.is_empty() && errors.is_empty() {
        anyhow::bail!("no articles there: they end in .txt, .md, .html or .htm.");
    }
    let mut outcome = if errors.is_empty() { Outcome::Done } else { Outcome::Broken };
    errors.into_iter().for_each(tell);
    let default = || setup.folders().into_iter().next().unwrap_or(DEFAULT_FOLDER.into());
    let mut shelf = Shelf::open(&arguments.out.clone().unwrap_or_else(default))?;
    let progress = progress(articles.len());
    for article in &articles {
        match shelf.extract(article) {
            Ok(extracted) => {
                // The files are the result; that nobody reads the report is no reason to stop.
                let _ = progress.suspend(|| report(article, &extracted));
            }
            Err(error) => {
                outcome = Outcome::Broken;
                progress.suspend(|| tell(error));
            }
        }
        progress.inc(1);
    }
    progress.finish_and_clear();
    Ok(outcome)
}

fn tell(error: knowledge::Error) {
    super::tell(&format!("dateline: {:#}", anyhow::Error::from(error)));
}

/// What the bar shows, in the words of indicatif.
const BAR: &str = "{bar:30} {pos} of {len} articles, {eta} left";

/// A bar where a person watches and there is something to wait for.
fn progress(articles: usize) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(articles).unwrap_or(u64::MAX));
    if articles < 2 || !io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    bar.with_style(ProgressStyle::with_template(BAR).unwrap_or(ProgressStyle::default_bar()))
}

fn report(article: &Path, extracted: &Extracted) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", harmless(&summary(extracted)))?;
    for warning in &extracted.warnings {
        writeln!(out, "  {}: {warning}.", harmless(&article.display().to_string()))?;
    }
    Ok(())
}

fn summary(extracted: &Extracted) -> String {
    let Extracted { file, facts, by_hand, is_changed, .. } = extracted;
    let by_hand = match by_hand {
        0 => String::new(),
        count => format!(", {count} by hand"),
    };
    let state = if *is_changed { "written" } else { "unchanged" };
    format!("{}: {}{by_hand}, {state}.", file.display(), many(*facts, "fact"))
}
