//! One file of TOML, and the problems found in it so far.

use std::cell::RefCell;
use std::collections::BTreeSet;

use toml::de::DeTable;

use super::{Lines, Problem, Table};

/// How many problems of one file are told; a file with more is no file of ours.
const MOST_PROBLEMS: usize = 200;

/// A text under reading. Its tables hold a reference to it and tell it what is wrong with them.
#[derive(Debug)]
pub struct Sheet<'t> {
    name: &'t str,
    text: &'t str,
    lines: Lines<'t>,
    problems: RefCell<Vec<Problem>>,
    /// The lines with an error of the syntax.
    wrong_lines: RefCell<BTreeSet<usize>>,
}

impl<'t> Sheet<'t> {
    /// A sheet called `name` in its problems.
    pub fn new(name: &'t str, text: &'t str) -> Self {
        Self {
            name,
            text,
            lines: Lines::of(text),
            problems: RefCell::default(),
            wrong_lines: RefCell::default(),
        }
    }

    /// Parses the text, and tells each error of its syntax.
    ///
    /// The parser goes on behind an error, so that the table holds all that could be read.
    pub fn root(&self) -> Table<'_> {
        let (root, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            let at = error.span().unwrap_or_default().start;
            self.wrong_lines.borrow_mut().insert(self.line(at));
            self.tell(at, format!("{}.", error.message()));
        }
        Table::new(self, 0, root.into_inner())
    }

    /// The text itself.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The line of byte `at`, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.lines.line(at)
    }

    /// Notes that something is wrong at byte `at`.
    pub fn tell(&self, at: usize, message: impl Into<String>) {
        let mut problems = self.problems.borrow_mut();
        if problems.len() < MOST_PROBLEMS {
            let place = Some(self.lines.place(at));
            problems.push(Problem { file: self.name.to_owned(), place, message: message.into() });
        }
    }

    /// Whether the syntax is right throughout.
    pub fn is_sound(&self) -> bool {
        self.wrong_lines.borrow().is_empty()
    }

    /// Whether byte `at` stands below a header that could not be read, so that what is there was
    /// taken for a part of the table above.
    pub fn is_displaced(&self, at: usize) -> bool {
        let above = self.text.get(..at).unwrap_or_default();
        let headed = |(_, line): &(usize, &str)| line.trim_start().starts_with('[');
        let header = above.lines().enumerate().filter(headed).last();
        header.is_some_and(|(index, _)| self.wrong_lines.borrow().contains(&(index + 1)))
    }

    /// The problems, from top to bottom, each once.
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort();
        problems.dedup();
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_of_syntax_is_told_and_the_rest_is_read() {
        let sheet = Sheet::new("a.toml", "one = = 1\ntwo = 2015-02-30\nthree = \"read\"\n");
        let mut root = sheet.root();
        assert_eq!(root.text("three").map(|said| said.value).as_deref(), Some("read"));
        let problems = sheet.into_problems();
        let lines: Vec<_> = problems.iter().filter_map(|it| it.place).map(|it| it.line).collect();
        assert!(lines.contains(&1) && lines.contains(&2), "{problems:?}");
    }
}
