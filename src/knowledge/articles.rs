//! Articles as files.

use std::path::Path;

use super::{Error, files};
use crate::article::{self, Article, Warning};
use crate::fact::file::digest;

/// An article as it was saved.
#[derive(Clone, Debug)]
pub struct SavedArticle {
    /// The article that was read from it.
    pub article: Article,
    /// What quotes are held against: the title, and below it the body.
    pub text: String,
    /// SHA-256 of `text`, in hexadecimal.
    pub sha256: String,
}

impl SavedArticle {
    /// The article at `path`, unless it has one of these warnings.
    pub(super) fn without(self, path: &Path, warnings: &[Warning]) -> Result<Self, Error> {
        match warnings.iter().find(|warning| self.article.warnings.contains(warning)) {
            Some(&why) => Err(Error::Empty { path: path.to_owned(), why }),
            None => Ok(self),
        }
    }
}

/// Reads the article at `path`, in whatever encoding it was saved.
///
/// # Errors
///
/// Where the file cannot be read; a page without any article in it is an empty article.
pub fn read_article(path: &Path) -> Result<SavedArticle, Error> {
    let unreadable = |source| Error::Unreadable { path: path.to_owned(), source };
    let bytes = files::bytes(path).map_err(unreadable)?;
    let article = article::read(&bytes, path);
    let text = format!("{}\n\n{}", article.title, article.body);
    let sha256 = digest(&text);
    Ok(SavedArticle { article, text, sha256 })
}
