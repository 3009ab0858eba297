//! From saved articles to fact files, without overwriting what a person wrote.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::files::{self, Kind};
use super::{Error, read_article};
use crate::article::Warning;
use crate::extract;
use crate::fact::Source;
use crate::fact::file::{self, FactFile, slug, source_id};

/// What became of one article.
#[derive(Clone, Debug)]
pub struct Extracted {
    /// The fact file.
    pub file: PathBuf,
    /// How many facts it holds.
    pub facts: usize,
    /// How many of them a person wrote or corrected.
    pub by_hand: usize,
    /// What is missing or doubtful about the article.
    pub warnings: Vec<Warning>,
    /// Whether the file is another than before.
    pub is_changed: bool,
}

/// A folder of fact files that articles are extracted into.
#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
    /// The fact file of each article, by the hash of its text.
    files: HashMap<String, PathBuf>,
}

impl Shelf {
    /// Opens `folder`, which need not be there yet.
    ///
    /// # Errors
    ///
    /// A folder that is there and cannot be read.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        let mut shelf = Self { folder: folder.to_owned(), files: HashMap::new() };
        if !folder.exists() {
            return Ok(shelf);
        }
        for (path, kind) in files::walk(folder)? {
            if kind == Kind::Facts
                && let Some(hash) = hash_of_source(&path)
            {
                shelf.files.insert(hash, path);
            }
        }
        Ok(shelf)
    }

    /// Extracts the article at `path` into its fact file.
    ///
    /// # Errors
    ///
    /// An article that cannot be read or a file without one, a fact file that cannot be written, or
    /// one with problems, which is left as it is.
    pub fn extract(&mut self, path: &Path) -> Result<Extracted, Error> {
        let saved = read_article(path)?.without(path, &[Warning::NoText, Warning::NoBody])?;
        let (mut source, facts) = extract::facts(&saved.article);
        source.sha256 = Some(saved.sha256.clone());
        let file = self.file_of(path, &source);
        let (stored, before) = read_stored(&file)?;
        let merged = file::merge(stored, source, facts, &saved.text);
        let after = file::write(&merged);
        let is_changed = before != after;
        if is_changed {
            write_whole(&file, &after)
                .map_err(|source| Error::Unwritable { path: file.clone(), source })?;
        }
        let warnings = saved.article.warnings;
        self.files.insert(saved.sha256, file.clone());
        let by_hand = merged.facts.iter().filter(|entry| entry.is_by_hand()).count();
        Ok(Extracted { file, facts: merged.facts.len(), by_hand, warnings, is_changed })
    }

    /// The file for the article at `path`: the one that has it already, whatever its name; else the
    /// one that is called after its title, unless another article has that.
    fn file_of(&self, path: &Path, source: &Source) -> PathBuf {
        let hash = source.sha256.as_deref().unwrap_or_default();
        if let Some(file) = self.files.get(hash) {
            return file.clone();
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let names = [slug(&source.title), slug(&stem), "article".to_owned()];
        let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        let file = self.folder.join(format!("{name}.toml"));
        if !file.exists() || is_of(&file, source) {
            return file;
        }
        let short: String = hash.chars().take(8).collect();
        self.folder.join(format!("{name}-{short}.toml"))
    }
}

/// Whether the fact file at `path` is of an earlier version of the article behind `source`, or may
/// be: a broken one is better mended than passed over.
fn is_of(path: &Path, source: &Source) -> bool {
    let text = files::text(path).unwrap_or_default();
    let (FactFile { source: Some(stored), .. }, problems) = file::read("", &text) else {
        return true;
    };
    !problems.is_empty()
        || stored.id.unwrap_or_else(|| source_id(&stored.source)) == source_id(source)
}

fn hash_of_source(path: &Path) -> Option<String> {
    let text = files::text(path).ok()?;
    file::read("", &text).0.source?.source.sha256
}

/// The fact file at `path` and its text; empty where there is none yet.
fn read_stored(path: &Path) -> Result<(FactFile, String), Error> {
    if !path.exists() {
        return Ok((FactFile::default(), String::new()));
    }
    let text = files::text(path).map_err(Error::Broken)?;
    let (stored, problems) = file::read(&path.display().to_string(), &text);
    match problems.into_iter().next() {
        Some(problem) => Err(Error::Broken(problem)),
        None => Ok((stored, text)),
    }
}

/// Writes a file in one step, so that nobody ever reads half of it.
fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let draft = path.with_extension("toml.new");
    fs::write(&draft, text)?;
    fs::rename(&draft, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str =
        "Bridge closed\n\nBy Jane Doe | 3 May 2020\n\nThe mayor closed the old bridge on Friday.\n";

    struct Desk {
        folder: tempfile::TempDir,
    }

    impl Desk {
        fn new() -> Self {
            Self { folder: tempfile::tempdir().unwrap() }
        }

        fn path(&self, name: &str) -> PathBuf {
            self.folder.path().join(name)
        }

        fn write(&self, name: &str, text: &str) {
            fs::write(self.path(name), text).unwrap();
        }

        fn extract(&self, name: &str) -> Result<Extracted, Error> {
            Shelf::open(&self.path("out"))?.extract(&self.path(name))
        }
    }

    #[test]
    fn a_fact_file_is_called_after_its_article_and_written_when_it_changes() {
        let desk = Desk::new();
        desk.write("a.txt", ARTICLE);
        let first = desk.extract("a.txt").unwrap();
        assert_eq!(first.file, desk.path("out/bridge-closed.toml"));
        assert!(first.is_changed);
        assert!(!desk.extract("a.txt").unwrap().is_changed);
    }

    #[test]
    fn a_file_that_a_person_renamed_stays_the_file_of_its_article() {
        let desk = Desk::new();
        desk.write("a.txt", ARTICLE);
        let first = desk.extract("a.txt").unwrap();
        fs::rename(first.file, desk.path("out/mine.toml")).unwrap();
        assert_eq!(desk.extract("a.txt").unwrap().file, desk.path("out/mine.toml"));
    }

    #[test]
    fn another_article_with_the_same_title_gets_a_file_of_its_own() {
        let desk = Desk::new();
        desk.write("a.txt", ARTICLE);
        desk.write("b.txt", &ARTICLE.replace("Jane", "June").replace("Friday", "Monday"));
        let one = desk.extract("a.txt").unwrap().file;
        let other = desk.extract("b.txt").unwrap().file;
        assert_ne!(one, other);
        assert!(!desk.extract("b.txt").unwrap().is_changed);
        assert!(!desk.extract("a.txt").unwrap().is_changed);
    }

    #[test]
    fn a_corrected_article_stays_in_its_file() {
        let desk = Desk::new();
        desk.write("a.txt", ARTICLE);
        let one = desk.extract("a.txt").unwrap().file;
        desk.write("a.txt", &ARTICLE.replace("Friday", "Monday"));
        assert_eq!(desk.extract("a.txt").unwrap().file, one);
    }

    #[test]
    fn a_file_without_an_article_gets_no_fact_file() {
        let desk = Desk::new();
        desk.write("empty.txt", "");
        fs::write(desk.path("bytes.txt"), [0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0]).unwrap();
        for name in ["empty.txt", "bytes.txt"] {
            assert!(matches!(desk.extract(name), Err(Error::Empty { .. })), "{name}");
        }
        assert!(!desk.path("out").exists());
    }

    #[test]
    fn a_broken_fact_file_is_left_as_it_is() {
        let desk = Desk::new();
        desk.write("a.txt", ARTICLE);
        let file = desk.extract("a.txt").unwrap().file;
        fs::write(&file, "[source]\ntitel = 'x'").unwrap();
        assert!(matches!(desk.extract("a.txt"), Err(Error::Broken(_))));
        assert_eq!(fs::read_to_string(file).unwrap(), "[source]\ntitel = 'x'");
    }
}
