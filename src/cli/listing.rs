//! `dateline timeline` and `dateline sources`.

use super::Outcome;
use super::args::Timeline;
use super::setup::Setup;
use crate::render::{self, NO_ARTICLES, Page};

/// Lists the dated events that the arguments ask for.
pub(super) fn timeline(arguments: &Timeline, setup: &Setup) -> anyhow::Result<Outcome> {
    if let (Some(from), Some(to)) = (arguments.from, arguments.to)
        && to < from
    {
        anyhow::bail!("{to} is before {from}: turn --from and --to round.");
    }
    let engine = setup.engine()?;
    if engine.sources().is_empty() {
        setup.show(&Page::of(NO_ARTICLES))?;
        return Ok(Outcome::Withheld);
    }
    let entries = engine.timeline(arguments.from, arguments.to, arguments.about.as_deref());
    if entries.is_empty() {
        setup.show(&Page::of("The articles date nothing like that: ask for more days or less."))?;
        return Ok(Outcome::Withheld);
    }
    setup.show(&render::timeline(&entries, engine.sources()))?;
    Ok(Outcome::Done)
}

/// Lists all articles.
pub(super) fn sources(setup: &Setup) -> anyhow::Result<Outcome> {
    let engine = setup.engine()?;
    if engine.sources().is_empty() {
        setup.show(&Page::of(NO_ARTICLES))?;
        return Ok(Outcome::Withheld);
    }
    setup.show(&render::sources(engine.sources()))?;
    Ok(Outcome::Done)
}
