//! `dateline brief`: the main event of one article.

use std::io::{self, Write};
use std::path::Path;

use super::Outcome;
use super::args::Brief;
use super::setup::Setup;
use crate::engine::{Additions, Engine};
use crate::knowledge;
use crate::render::{self, NO_ARTICLES, Page};

/// Tells the main event of the article that the arguments name, else of the newest one.
pub(super) fn run(arguments: &Brief, setup: &Setup) -> anyhow::Result<Outcome> {
    let about = arguments.about.join(" ");
    if is_file(&about) {
        let document = knowledge::document(Path::new(&about))?;
        let engine = Engine::new(vec![document], Additions::default());
        return show(&engine, Some(0), arguments, setup);
    }
    let engine = setup.engine()?;
    let source =
        if about.is_empty() { engine.newest_source() } else { engine.source_about(&about) };
    show(&engine, source, arguments, setup)
}

/// Whether a file is meant rather than a topic; it may be missing all the same.
fn is_file(about: &str) -> bool {
    let path = Path::new(about);
    path.is_file() || path.extension().is_some() && !about.contains(' ') || about.contains('/')
}

fn show(
    engine: &Engine,
    source: Option<usize>,
    arguments: &Brief,
    setup: &Setup,
) -> anyhow::Result<Outcome> {
    let brief = source.map(|source| engine.brief(source));
    let outcome = if brief.is_some() { Outcome::Done } else { Outcome::Withheld };
    if arguments.json {
        let line = render::json::brief(&brief.unwrap_or_default());
        writeln!(io::stdout().lock(), "{line}")?;
        return Ok(outcome);
    }
    setup.show(&match brief {
        Some(brief) => render::brief(&brief, source.and_then(|it| engine.sources().get(it))),
        None if engine.sources().is_empty() => Page::of(NO_ARTICLES),
        None => Page::of("No article is about that: `dateline sources` lists them all."),
    })?;
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_from_a_topic() {
        let check = |about, expected| assert_eq!(is_file(about), expected, "{about}");
        check("missing/talks.txt", true);
        check("talks.html", true);
        check("Cargo.toml", true);
        check("security dialogue", false);
        check("Dr. Smith", false);
        check("", false);
    }
}
