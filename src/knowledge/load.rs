//! From folders to what the engine is built of.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::files::Kind;
use super::{Error, SavedArticle, built_in, files, read_article};
use crate::article::Warning;
use crate::engine::{Additions, Document, Engine};
use crate::fact::file::{self, FactFile};
use crate::toml_reader::Problem;

/// What folders hold.
#[derive(Debug, Default)]
pub struct Knowledge {
    /// Facts and articles; an article whose facts are there is left to them, as a person may have
    /// corrected them.
    pub documents: Vec<Document>,
    /// Aliases and synonyms of all files.
    pub additions: Additions,
    /// The first problem of each file that is left out.
    pub broken: Vec<Problem>,
    /// Hashes of the articles that are there already.
    known: HashSet<String>,
}

impl Knowledge {
    /// Reads all knowledge files under `folders`, to the bottom.
    ///
    /// # Errors
    ///
    /// A folder that cannot be read, or only broken files.
    pub fn load(folders: &[PathBuf]) -> Result<Self, Error> {
        let mut paths = Vec::new();
        for folder in folders {
            paths.extend(files::walk(folder)?);
        }
        let mut knowledge = Self::default();
        let (facts, articles): (Vec<_>, Vec<_>) =
            paths.into_iter().partition(|(_, kind)| *kind == Kind::Facts);
        facts.iter().for_each(|(path, _)| knowledge.add_fact_file(path));
        articles.iter().for_each(|(path, _)| knowledge.add_article_file(path));
        if knowledge.is_empty() && !knowledge.broken.is_empty() {
            return Err(Error::AllBroken(knowledge.broken));
        }
        Ok(knowledge)
    }

    /// The knowledge that the program carries with it.
    pub fn built_in() -> Self {
        let mut knowledge = Self::default();
        for (name, text) in built_in::FILES {
            knowledge.add_facts(name, text);
        }
        knowledge
    }

    /// The engine over all of it.
    pub fn into_engine(self) -> Engine {
        Engine::new(self.documents, self.additions)
    }

    fn is_empty(&self) -> bool {
        self.documents.is_empty() && self.additions == Additions::default()
    }

    fn add_fact_file(&mut self, path: &Path) {
        match files::text(path) {
            Ok(text) => self.add_facts(&path.display().to_string(), &text),
            Err(problem) => self.broken.push(problem),
        }
    }

    fn add_facts(&mut self, name: &str, text: &str) {
        let (file, problems) = file::read(name, text);
        match problems.into_iter().next() {
            None => self.add(file),
            Some(first) => self.broken.push(first),
        }
    }

    fn add(&mut self, mut file: FactFile) {
        self.additions.aliases.append(&mut file.aliases);
        self.additions.synonyms.append(&mut file.synonyms);
        let Some(source) = file.source.as_ref().map(|entry| entry.source.clone()) else { return };
        self.known.extend(source.sha256.clone());
        self.documents.push(Document::Facts(source, file.into_facts()));
    }

    fn add_article_file(&mut self, path: &Path) {
        // An empty article harms nobody; letters made of a picture's bytes would be quoted.
        match read_article(path).and_then(|it| it.without(path, &[Warning::NoText])) {
            Ok(SavedArticle { article, sha256, .. }) => {
                if self.known.insert(sha256) {
                    self.documents.push(Document::Article(article));
                }
            }
            Err(error) => self.broken.push(error.problem_of(path)),
        }
    }
}

/// The one document in the file at `path`: an article, or facts.
///
/// # Errors
///
/// A file that cannot be read or is neither, or a broken fact file.
pub fn document(path: &Path) -> Result<Document, Error> {
    if files::kind(path) != Some(Kind::Facts) {
        return Ok(Document::Article(read_article(path)?.article));
    }
    let mut knowledge = Knowledge::load(&[path.to_owned()])?;
    knowledge.documents.pop().ok_or_else(|| Error::NoArticle(path.to_owned()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const GOOD: &str = "[source]\ntitle = 'Talks'\n[[fact]]\nquote = 'They met'\n";

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    fn load(files: &[(&str, &str)]) -> Result<Knowledge, Error> {
        Knowledge::load(&[folder(files).path().to_owned()])
    }

    #[test]
    fn facts_articles_and_word_lists_lie_side_by_side() {
        let lists = "[[alias]]\nnames = ['a', 'b']\n[[synonym]]\nwords = ['c', 'd']";
        let files =
            [("a.toml", GOOD), ("b.txt", "Title\n\nText."), ("c.toml", lists), ("README.md", "x")];
        let knowledge = load(&files).unwrap();
        assert_eq!(knowledge.documents.len(), 2);
        assert_eq!(knowledge.additions.aliases, [["a", "b"]]);
        assert_eq!(knowledge.additions.synonyms, [["c", "d"]]);
    }

    #[test]
    fn a_broken_file_is_named_and_the_rest_is_served() {
        let knowledge = load(&[("a.toml", "[[fact]]\nquote = "), ("b.toml", GOOD)]).unwrap();
        assert_eq!(knowledge.documents.len(), 1);
        assert_eq!(knowledge.broken.len(), 1);
        assert!(knowledge.broken[0].file.ends_with("a.toml"));
    }

    #[test]
    fn a_file_that_is_no_text_is_named_and_left_out() {
        let bytes = "\u{1}\u{2}\u{3} and \u{4} went home.".repeat(9);
        let knowledge = load(&[("a.txt", &bytes), ("b.toml", GOOD)]).unwrap();
        assert_eq!((knowledge.documents.len(), knowledge.broken.len()), (1, 1));
        assert!(knowledge.broken[0].message.contains("no text"), "{}", knowledge.broken[0]);
    }

    #[test]
    fn only_broken_files_are_an_error_and_an_empty_folder_is_none() {
        assert!(matches!(load(&[("a.toml", "=")]), Err(Error::AllBroken(_))));
        assert!(load(&[]).unwrap().documents.is_empty());
    }

    #[test]
    fn an_article_is_read_once() {
        let knowledge = load(&[("a.txt", "Title\n\nText."), ("b.txt", "Title\n\nText.")]).unwrap();
        assert_eq!(knowledge.documents.len(), 1);
    }

    #[test]
    fn the_built_in_knowledge_has_nothing_broken() {
        assert_eq!(Knowledge::built_in().broken, []);
    }
}
