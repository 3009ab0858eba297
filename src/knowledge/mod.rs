//! The knowledge on disk: finding, reading and writing it, so that the core needs no file access.
//!
//! Folders go in; documents for the engine come out, and the problems of files that could not be
//! served. A broken file never takes others with it.

mod articles;
mod built_in;
mod check;
mod extract;
mod files;
mod load;

pub use articles::{SavedArticle, read_article};
pub use check::{Report, check};
pub use extract::{Extracted, Shelf};
pub use files::articles_under;
pub use load::{Knowledge, document};

use std::io;
use std::path::{Path, PathBuf};

use crate::article::Warning;
use crate::toml_reader::Problem;

/// Why there is nothing to work on. The texts are for the person at the keyboard; what the system
/// says is the source of the error and stands in none of them.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A folder or file that was named is not there.
    #[error("{} cannot be read, check the path", path.display())]
    Unreadable {
        /// What was named.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file is neither an article nor a fact file.
    #[error("{} is no article: save it as .txt, .md, .html or .htm.", .0.display())]
    NoArticle(PathBuf),
    /// There is no article in a file that is one by its name.
    #[error("{} holds no article: {why}.", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
        /// What is missing.
        why: Warning,
    },
    /// Fact files were found, and all are broken.
    #[error("{}\nno file of the knowledge can be used: mend these first.", lines(.0))]
    AllBroken(Vec<Problem>),
    /// A fact file cannot be written.
    #[error("{} cannot be written, name another folder with --out", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A fact file is broken, so that it cannot be brought up to date.
    #[error("{0} The file is left as it is: mend it first.")]
    Broken(Problem),
}

impl Error {
    /// The same as a problem of the file at `path`, with the cause.
    fn problem_of(&self, path: &Path) -> Problem {
        let message = match self {
            Self::Unreadable { source, .. } => format!("cannot be read ({source})."),
            Self::Empty { why, .. } => format!("no article is here: {why}."),
            other => other.to_string(),
        };
        Problem::of_file(path.display(), message)
    }
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;

    use super::*;

    #[test]
    fn a_cause_is_the_source_of_an_error_and_is_told_once() {
        let error = read_article("no/such.txt".as_ref()).unwrap_err();
        let cause = error.source().expect("the system says why").to_string();
        assert!(!error.to_string().contains(&cause), "{error}");
        let told = format!("{:#}", anyhow::Error::from(error));
        assert_eq!(told.matches(&cause).count(), 1, "{told}");
    }
}
