//! Completion of commands and of the names that can be asked about.

use rustyline::completion::Completer;
use rustyline::{Context, Helper, Highlighter, Hinter, Validator};

use super::command::COMMANDS;
use crate::engine::Engine;

/// The most names that are offered.
const MOST: usize = 12;

/// Names have no more words than this.
const LONGEST_NAME: usize = 5;

/// Completes what is typed, from the engine's names.
#[derive(Helper, Highlighter, Hinter, Validator)]
pub(super) struct Completion<'a> {
    pub(super) engine: &'a Engine,
}

impl Completer for Completion<'_> {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        position: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let typed = line.get(..position).unwrap_or(line);
        Ok(commands(typed).unwrap_or_else(|| self.names(typed)))
    }
}

impl Completion<'_> {
    /// Names for the longest end of `typed` that is the beginning of one.
    fn names(&self, typed: &str) -> (usize, Vec<String>) {
        for start in word_starts(typed) {
            let end = &typed[start..];
            let topics = self.engine.complete(end, MOST);
            let names = topics.into_iter().map(|topic| topic.name);
            let names: Vec<_> = names.filter(|name| begins(name, end)).collect();
            if !names.is_empty() {
                return (start, names);
            }
        }
        (typed.len(), Vec::new())
    }
}

/// Commands that begin with what is typed, where it begins with a slash and is one word.
fn commands(typed: &str) -> Option<(usize, Vec<String>)> {
    let name = typed.strip_prefix('/').filter(|name| !name.contains(char::is_whitespace))?;
    let fitting = COMMANDS.iter().filter(|command| command.name.starts_with(name));
    Some((0, fitting.map(|command| format!("/{}", command.name)).collect()))
}

/// Where the last few words of `typed` begin, the longest end first.
fn word_starts(typed: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut in_word = false;
    for (at, c) in typed.char_indices() {
        if !in_word && !c.is_whitespace() {
            starts.push(at);
        }
        in_word = !c.is_whitespace();
    }
    starts.split_off(starts.len().saturating_sub(LONGEST_NAME))
}

fn begins(name: &str, typed: &str) -> bool {
    name.to_lowercase().starts_with(&typed.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_completed_at_the_start_of_a_line() {
        assert_eq!(commands("/s"), Some((0, vec!["/sources".to_owned()])));
        assert_eq!(commands("/").map(|(_, names)| names.len()), Some(COMMANDS.len()));
        assert_eq!(commands("/brief ta"), None);
        assert_eq!(commands("when"), None);
    }

    #[test]
    fn the_longest_end_of_the_line_is_tried_first() {
        assert_eq!(word_starts("did  tom arch"), [0, 5, 9]);
        assert_eq!(word_starts("a b c d e f g"), [4, 6, 8, 10, 12]);
        assert_eq!(word_starts(""), [0; 0]);
    }

    #[test]
    fn case_does_not_matter() {
        assert!(begins("Tom Archer", "tom ar"));
        assert!(!begins("Tom Archer", "arch"));
    }
}
