//! From saved articles to fact files, without overwriting what a person wrote.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::files::{self, Kind};
use super::{Error, read_article};
use crate::extract;
use crate::fact::Source;
use crate::fact::file::{self, FactFile, slug, source_id};

/// What became of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extracted {
    /// The fact file.
    pub file: PathBuf,
    /// How many facts it holds.
    pub facts: usize,
    /// How many of them a person wrote or corrected.
    pub by_hand: usize,
    /// Whether the article says when it was published; else relative dates stay unresolved.
    pub is_dated: bool,
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
    /// An article that cannot be read, a fact file that cannot be written, or one with problems,
    /// which is left as it is.
    pub fn extract(&mut self, path: &Path) -> Result<Extracted, Error> {
        let saved = read_article(path)?;
        let (mut source, facts) = extract::facts(&saved.article);
        source.sha256 = Some(saved.sha256.clone());
        let is_dated = source.published.is_some();
        let file = self.file_of(path, &source);
        let (stored, before) = read_stored(&file)?;
        let merged = file::merge(stored, source, facts, saved.text());
        let after = file::write(&merged);
        let is_changed = before != after;
        if is_changed {
            write_whole(&file, &after)
                .map_err(|cause| Error::Unwritable { path: file.clone(), cause })?;
        }
        self.files.insert(saved.sha256, file.clone());
        let by_hand = merged.facts.iter().filter(|entry| entry.is_by_hand()).count();
        Ok(Extracted { file, facts: merged.facts.len(), by_hand, is_dated, is_changed })
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

/// Whether the fact file at `path` is of an earlier version of the article behind `source`.
fn is_of(path: &Path, source: &Source) -> bool {
    let Some(stored) = read_source(path) else { return true };
    stored.id.unwrap_or_else(|| source_id(&stored.source)) == source_id(source)
}

fn read_source(path: &Path) -> Option<file::SourceEntry> {
    let text = files::text(path).ok()?;
    file::read("", &text).0.source
}

fn hash_of_source(path: &Path) -> Option<String> {
    read_source(path)?.source.sha256
}

/// The fact file at `path` and its text; empty where there is none yet.
fn read_stored(path: &Path) -> Result<(FactFile, String), Error> {
    if !path.exists() {
        return Ok((FactFile::default(), String::new()));
    }
    let unreadable = |cause| Error::Unreadable { path: path.to_owned(), cause };
    let text = files::text(path).map_err(unreadable)?;
    let (stored, problems) = file::read(&path.display().to_string(), &text);
    match problems.into_iter().next() {
        Some(problem) => Err(Error::Broken { path: path.to_owned(), problem }),
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
