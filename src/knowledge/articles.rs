//! Articles as files.

use std::path::Path;

use super::{Error, files};
use crate::article::{self, Article};
use crate::fact::file::digest;

/// An article with the hash of its text.
#[derive(Clone, Debug)]
pub struct SavedArticle {
    /// The article.
    pub article: Article,
    /// SHA-256 of its text, in hexadecimal.
    pub sha256: String,
}

impl SavedArticle {
    /// The text that quotes stand in.
    pub fn text(&self) -> &str {
        text(&self.article)
    }
}

/// Reads the article at `path`, in whatever encoding it was saved.
///
/// # Errors
///
/// Where the file cannot be read; a page without any article in it is an empty article.
pub fn read_article(path: &Path) -> Result<SavedArticle, Error> {
    let unreadable = |cause| Error::Unreadable { path: path.to_owned(), cause };
    let bytes = files::bytes(path).map_err(unreadable)?;
    let article = article::read(&bytes, path);
    let sha256 = digest(text(&article));
    Ok(SavedArticle { article, sha256 })
}

// SEAM: the text of the article, once `Article` has one.
fn text(article: &Article) -> &str {
    &article.title
}
