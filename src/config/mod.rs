//! The settings: built-in defaults, over them `config.toml`, over that the environment.
//!
//! What each place says is read into a [`Layer`], with all that is wrong with it; the layers
//! together make a [`Config`], in which everything is checked. Nothing is read after the start.

mod discord;
mod environment;
mod file;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::toml_reader::{self, Problem};
pub use discord::{Discord, Pace};

/// The file that is read where no other is named, if it is there.
pub const DEFAULT_FILE: &str = "config.toml";

/// The knowledge folder of the defaults.
pub const DEFAULT_FOLDER: &str = "knowledge";

/// When to write in colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// Where standard output is a terminal and `NO_COLOR` is not set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Colour {
    /// Every value with its word.
    const WORDS: [(Self, &'static str); 3] =
        [(Self::Auto, "auto"), (Self::Always, "always"), (Self::Never, "never")];

    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, known)| *known == word).map(|(colour, _)| *colour)
    }
}

/// The checked settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Folders of fact files and articles. Empty for the default: [`DEFAULT_FOLDER`] where it is
    /// there, else the knowledge that is built in.
    pub knowledge: Vec<PathBuf>,
    /// When to write in colour.
    pub colour: Colour,
    /// Whether the chat remembers what was typed.
    pub history: bool,
    /// How the bot behaves on Discord.
    pub discord: Discord,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            knowledge: Vec::new(),
            colour: Colour::Auto,
            history: true,
            discord: Discord::default(),
        }
    }
}

/// What one place says; `None` where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Layer {
    knowledge: Option<Vec<PathBuf>>,
    colour: Option<Colour>,
    history: Option<bool>,
    discord: discord::Layer,
}

impl Config {
    /// Reads the settings: from `file`, else from [`DEFAULT_FILE`] where it is there; then from the
    /// variables of `environment`.
    ///
    /// # Errors
    ///
    /// Every problem of the file and the environment at once.
    pub fn load(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Result<Self, Vec<Problem>> {
        let (said, mut problems) = match read(file) {
            Ok(Some((path, text))) => file::read(&path, &text),
            Ok(None) => (Layer::default(), Vec::new()),
            Err(problem) => (Layer::default(), vec![problem]),
        };
        let (overriding, more) = environment::read(environment);
        problems.extend(more);
        if problems.is_empty() {
            Ok(Self::default().overlaid(said).overlaid(overriding))
        } else {
            Err(problems)
        }
    }

    fn overlaid(self, layer: Layer) -> Self {
        Self {
            knowledge: layer.knowledge.unwrap_or(self.knowledge),
            colour: layer.colour.unwrap_or(self.colour),
            history: layer.history.unwrap_or(self.history),
            discord: self.discord.overlaid(&layer.discord),
        }
    }
}

/// The file's path and text; `None` where none was named and the default one is not there.
fn read(file: Option<&Path>) -> Result<Option<(PathBuf, String)>, Problem> {
    let path = file.unwrap_or(Path::new(DEFAULT_FILE));
    match fs::read(path) {
        Ok(bytes) => Ok(Some((path.to_owned(), toml_reader::utf8(path.display(), bytes)?))),
        Err(error) if file.is_none() && error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let message = format!("cannot be read ({error}): name another file with --config.");
            Err(Problem::of_file(path.display(), message))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_file_says_the_defaults_and_every_setting() {
        let (layer, problems) =
            file::read(Path::new("config.toml"), include_str!("../../config.toml"));
        assert_eq!(problems, []);
        let Layer { knowledge, colour, history, discord } = layer.clone();
        assert!(knowledge.is_some() && colour.is_some() && history.is_some());
        assert!(!format!("{discord:?}").contains("None"), "{discord:?}");
        assert_eq!(Config::default().overlaid(layer), Config::default());
    }

    #[test]
    fn a_file_that_is_named_must_be_there() {
        let problems = Config::load(Some(Path::new("no/such.toml")), []).unwrap_err();
        assert!(problems[0].to_string().starts_with("no/such.toml: cannot be read"));
    }

    #[test]
    fn the_environment_overrides_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.toml");
        fs::write(&path, "colour = 'never'\nhistory = false\n").unwrap();
        let variables = [("DATELINE_COLOUR".into(), "always".into())];
        let config = Config::load(Some(&path), variables).unwrap();
        assert_eq!((config.colour, config.history), (Colour::Always, false));
    }

    #[test]
    fn problems_of_file_and_environment_are_told_together() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.toml");
        fs::write(&path, "color = 'never'\nhistory = 1\n").unwrap();
        let variables = [("DATELINE_COLOUR".into(), "pink".into())];
        assert_eq!(Config::load(Some(&path), variables).unwrap_err().len(), 3);
    }
}
