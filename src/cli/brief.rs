//! `dateline brief`: the main event of one article.

use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use super::args::Brief;
use super::setup::Setup;
use crate::engine::{Additions, Engine};
use crate::{knowledge, render};

/// Tells the main event of the article that the arguments name.
pub(super) fn run(arguments: &Brief, setup: &Setup) -> anyhow::Result<Outcome> {
    let about = arguments.about.join(" ");
    let engine = Engine::new(vec![knowledge::document(Path::new(&about))?], Additions::default());
    let brief = engine.brief(0);
    let mut out = io::stdout().lock();
    writeln!(out, "{}", render::json::brief(&brief))?;
    Ok(Outcome::Done)
}
