//! Where lines come from: an editor on a terminal, else standard input as it is.

use std::io::{self, BufRead, IsTerminal};
use std::path::PathBuf;
use std::{env, fs};

use rustyline::Editor;
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;

use super::completion::Completion;
use crate::engine::Engine;

const PROMPT: &str = "› ";

/// How many lines the history holds.
const HISTORY: usize = 500;

/// A source of lines.
pub(super) enum Input<'a> {
    /// A person types.
    Editor {
        /// Edits the line.
        editor: Box<Editor<Completion<'a>, FileHistory>>,
        /// Where typed lines are kept; `None` where they are not.
        history: Option<PathBuf>,
    },
    /// A program or a file.
    Plain,
}

impl<'a> Input<'a> {
    /// An editor where standard input and output are a terminal that can be edited on.
    pub(super) fn new(engine: &'a Engine, keeps_history: bool) -> Self {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Self::Plain;
        }
        let history = keeps_history.then(history_file).flatten();
        match editor(engine, history.as_ref()) {
            Ok(editor) => Self::Editor { editor: Box::new(editor), history },
            Err(_) => Self::Plain,
        }
    }

    /// The next line; `None` at the end of the input, or when the person gives up.
    pub(super) fn line(&mut self) -> io::Result<Option<String>> {
        let Self::Editor { editor, .. } = self else { return plain_line() };
        match editor.readline(PROMPT) {
            Ok(line) => {
                // A line that cannot be remembered is answered all the same.
                let _ = editor.add_history_entry(&line);
                Ok(Some(line))
            }
            Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(None),
            Err(ReadlineError::Io(error)) => Err(error),
            Err(error) => Err(io::Error::other(error)),
        }
    }

    /// Keeps the history, where it can be kept.
    pub(super) fn close(self) {
        if let Self::Editor { mut editor, history: Some(path) } = self {
            let _ = path.parent().map(fs::create_dir_all);
            let _ = editor.save_history(&path);
        }
    }
}

fn editor<'a>(
    engine: &'a Engine,
    history: Option<&PathBuf>,
) -> rustyline::Result<Editor<Completion<'a>, FileHistory>> {
    let config = rustyline::Config::builder()
        .max_history_size(HISTORY)?
        .completion_type(rustyline::CompletionType::List)
        .build();
    let mut editor = Editor::with_config(config)?;
    editor.set_helper(Some(Completion { engine }));
    if let Some(path) = history {
        // The first chat has no history yet, and one that cannot be read is no reason not to chat.
        let _ = editor.load_history(path);
    }
    Ok(editor)
}

/// One line of standard input; what is no UTF-8 becomes U+FFFD.
fn plain_line() -> io::Result<Option<String>> {
    let mut line = Vec::new();
    let read = io::stdin().lock().read_until(b'\n', &mut line)?;
    Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
}

/// `dateline/history` in the folder that the system has for the state of programs.
fn history_file() -> Option<PathBuf> {
    let variable = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let state = variable("XDG_STATE_HOME")
        .or_else(|| variable("LOCALAPPDATA"))
        .or_else(|| variable("HOME").map(|home| home.join(".local/state")))?;
    Some(state.join("dateline/history"))
}
