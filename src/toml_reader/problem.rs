//! What is wrong with a file, told so that an editor can jump to it.

use std::fmt;

/// A position in a text, as people count: both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
}

/// A text whose lines were counted once, so that places in it are found quickly.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    /// The first byte of each line.
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Counts the lines of `text`.
    pub fn of(text: &'t str) -> Self {
        let behind_newline = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(behind_newline).collect() }
    }

    /// The line of byte `at`, from 1; the last one where it is beyond.
    pub fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|&start| start <= at)
    }

    /// The place of byte `at`; the end of the text where it is beyond.
    pub fn place(&self, at: usize) -> Place {
        let line = self.line(at);
        let start = self.starts[line - 1];
        let before = self.text.get(start..at).unwrap_or(&self.text[start..]);
        Place { line, column: before.chars().count() + 1 }
    }
}

/// One thing that is wrong, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, or the environment variable.
    pub file: String,
    /// Where in it; `None` where the whole of it is meant.
    pub place: Option<Place>,
    /// One sentence for a person.
    pub message: String,
}

impl Problem {
    /// A problem of a file as a whole.
    pub fn of_file(file: impl fmt::Display, message: impl Into<String>) -> Self {
        Self { file: file.to_string(), place: None, message: message.into() }
    }
}

/// The text of a file, or where it is not UTF-8: TOML is nothing else.
///
/// # Errors
///
/// The place of the first byte that does not belong there.
pub fn utf8(file: impl fmt::Display, bytes: Vec<u8>) -> Result<String, Problem> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        let place = Some(Lines::of(&valid).place(valid.len()));
        let message = "this byte is not UTF-8: save the file in that encoding.";
        Problem { place, ..Problem::of_file(file, message) }
    })
}

impl fmt::Display for Problem {
    /// `file:line:column: message`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:", self.file)?;
        if let Some(Place { line, column }) = self.place {
            write!(out, "{line}:{column}:")?;
        }
        write!(out, " {}", self.message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one() {
        let text = "one\nzwölf = 3\r\nend";
        let lines = Lines::of(text);
        let check = |at, line, column| assert_eq!(lines.place(at), Place { line, column });
        check(0, 1, 1);
        check(4, 2, 1);
        check(text.find('=').unwrap_or_default(), 2, 7);
        check(9_999, 3, 4);
    }

    #[test]
    fn the_first_byte_that_is_not_utf_8_is_told() {
        assert_eq!(utf8("a.toml", "zwölf".into()), Ok("zwölf".to_owned()));
        let told = |bytes: &[u8]| utf8("a.toml", bytes.to_vec()).unwrap_err().to_string();
        let start = "this byte is not UTF-8: save the file in that encoding.";
        assert_eq!(told(b"one\nzw\xc3\xb6lf = caf\xe9"), format!("a.toml:2:12: {start}"));
        assert_eq!(told(b"\xff\xfe["), format!("a.toml:1:1: {start}"));
    }

    #[test]
    fn a_problem_names_file_line_and_column() {
        let place = Some(Place { line: 3, column: 7 });
        let mut problem = Problem { place, ..Problem::of_file("a.toml", "no date.") };
        assert_eq!(problem.to_string(), "a.toml:3:7: no date.");
        problem.place = None;
        assert_eq!(problem.to_string(), "a.toml: no date.");
    }
}
