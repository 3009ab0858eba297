//! What every command starts from: the checked settings, the knowledge, the day.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::bail;
use jiff::civil::Date;

use super::args::Common;
use crate::config::{Config, DEFAULT_FOLDER};
use crate::engine::Engine;
use crate::knowledge::Knowledge;
use crate::render::harmless;

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
        let text = |value: std::ffi::OsString| value.to_string_lossy().into_owned();
        let environment = env::vars_os().map(|(name, value)| (text(name), text(value)));
        let mut config = match Config::load(common.config.as_deref(), environment) {
            Ok(config) => config,
            Err(problems) => {
                problems.iter().for_each(|problem| eprintln!("{}", harmless(&problem.to_string())));
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
            eprintln!(
                "{}",
                harmless(&format!("{problem} The file is left out; see dateline check."))
            );
        }
        Ok(knowledge.into_engine())
    }
}
