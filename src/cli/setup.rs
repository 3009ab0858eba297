//! What every command starts from: the checked settings, the knowledge, the day.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::bail;
use jiff::civil::Date;

use super::args::Common;
use super::tell;
use crate::config::{Colour, Config, DEFAULT_FOLDER};
use crate::engine::Engine;
use crate::knowledge::Knowledge;
use crate::render::{Page, Screen};

/// The settings as arguments, environment and file give them.
#[derive(Debug)]
pub(super) struct Setup {
    /// The settings.
    pub(super) config: Config,
    today: Option<Date>,
}

impl Setup {
    /// Reads the settings.
    pub(super) fn new(common: Common) -> anyhow::Result<Self> {
        let mut config = match Config::load(common.config.as_deref(), env::vars_os()) {
            Ok(config) => config,
            Err(problems) => {
                problems.iter().for_each(|problem| tell(&problem.to_string()));
                bail!("the settings cannot be used: mend what is told above.");
            }
        };
        if !common.knowledge.is_empty() {
            config.knowledge = common.knowledge;
        }
        Ok(Self { config, today: common.today })
    }

    /// The day that questions are asked on: the one that was given, else the clock's.
    pub(super) fn today(&self) -> Date {
        self.today.unwrap_or_else(|| jiff::Zoned::now().date())
    }

    /// The same as something to ask again and again, by who lives longer than the settings.
    #[cfg(feature = "discord")]
    pub(super) fn day(&self) -> crate::discord::Today {
        let today = self.today;
        std::sync::Arc::new(move || today.unwrap_or_else(|| jiff::Zoned::now().date()))
    }

    /// The folders of the knowledge; none where the built-in knowledge stands in for them.
    pub(super) fn folders(&self) -> Vec<PathBuf> {
        let default = Path::new(DEFAULT_FOLDER);
        if self.config.knowledge.is_empty() && default.is_dir() {
            return vec![default.to_owned()];
        }
        self.config.knowledge.clone()
    }

    /// The engine over the knowledge. Files that are left out are named on standard error.
    pub(super) fn engine(&self) -> anyhow::Result<Engine> {
        let folders = self.folders();
        let knowledge =
            if folders.is_empty() { Knowledge::built_in() } else { Knowledge::load(&folders)? };
        for problem in &knowledge.broken {
            tell(&format!("{problem} The file is left out: see `dateline check`."));
        }
        Ok(knowledge.into_engine())
    }

    /// What is known of the screen behind standard output.
    pub(super) fn screen(&self) -> Screen {
        let is_terminal = io::stdout().is_terminal();
        let colour = match self.config.colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => is_terminal && !is_set("NO_COLOR") && !is_dumb(),
        };
        let size = is_terminal.then(terminal_size::terminal_size).flatten();
        Screen { colour, width: size.map(|(width, _)| usize::from(width.0).min(WIDEST)) }
    }

    /// Writes `page` to standard output.
    pub(super) fn show(&self, page: &Page) -> io::Result<()> {
        io::stdout().lock().write_all(self.screen().paint(page).as_bytes())
    }
}

/// The longest lines that are pleasant to read, in columns.
const WIDEST: usize = 100;

/// Whether the variable is there and not empty, as <https://no-color.org> asks.
fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|terminal| terminal == "dumb")
}
