//! Which files of a folder are knowledge.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::Error;
use crate::toml_reader::{self, Problem};

/// The most bytes of a file that are read: a newspaper's whole year is smaller.
const LARGEST: u64 = 64 << 20;

/// How deep folders are searched; links may lead in circles.
const DEEPEST: usize = 16;

/// What a file is, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Facts, aliases, synonyms.
    Facts,
    /// A saved page.
    Article,
}

/// What the file at `path` is, where it is knowledge at all.
pub(super) fn kind(path: &Path) -> Option<Kind> {
    let name = path.file_name()?.to_str().map(str::to_ascii_lowercase);
    if name.is_some_and(|name| name == "readme.md" || name.starts_with('.')) {
        return None;
    }
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "toml" => Some(Kind::Facts),
        "txt" | "md" | "html" | "htm" => Some(Kind::Article),
        _ => None,
    }
}

/// The knowledge files under `path`, sorted; `path` itself where it is such a file.
pub(super) fn walk(path: &Path) -> Result<Vec<(PathBuf, Kind)>, Error> {
    let mut found = BTreeSet::new();
    let unreadable = |source| Error::Unreadable { path: path.to_owned(), source };
    if fs::metadata(path).map_err(unreadable)?.is_dir() {
        collect(path, DEEPEST, &mut found).map_err(unreadable)?;
    } else {
        found.insert(path.to_owned());
    }
    Ok(found.into_iter().filter_map(|path| kind(&path).map(|kind| (path, kind))).collect())
}

/// The articles that `paths` name: files, or folders with articles in them. Sorted, each once.
/// Beside them every path that is not there, and every file that is no article by its name.
pub fn articles_under(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Error>) {
    let mut articles = BTreeSet::new();
    let mut errors = Vec::new();
    for path in paths {
        match articles_at(path) {
            Ok(found) => articles.extend(found),
            Err(error) => errors.push(error),
        }
    }
    (articles.into_iter().collect(), errors)
}

fn articles_at(path: &Path) -> Result<impl Iterator<Item = PathBuf> + use<>, Error> {
    if path.is_file() && kind(path) != Some(Kind::Article) {
        return Err(Error::NoArticle(path.to_owned()));
    }
    let found = walk(path)?.into_iter().filter(|(_, kind)| *kind == Kind::Article);
    Ok(found.map(|(path, _)| path))
}

/// The bytes of a file, up to [`LARGEST`].
pub(super) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text of a fact file, or why it cannot be read.
pub(super) fn text(path: &Path) -> Result<String, Problem> {
    let unreadable = |cause| Problem::of_file(path.display(), format!("cannot be read ({cause})."));
    toml_reader::utf8(path.display(), bytes(path).map_err(unreadable)?)
}

fn collect(folder: &Path, depth: usize, found: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            found.insert(path);
        } else if depth > 0 && path.is_dir() && !is_hidden(&path) {
            // A folder within that cannot be read is no reason to serve nothing.
            let _ = collect(&path, depth - 1, found);
        }
    }
    Ok(())
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_what_a_file_is() {
        let check = |name, expected| assert_eq!(kind(Path::new(name)), expected, "{name}");
        check("a/talks.toml", Some(Kind::Facts));
        check("a/talks.TXT", Some(Kind::Article));
        check("talks.htm", Some(Kind::Article));
        check("a/README.md", None);
        check("a/.hidden.txt", None);
        check("talks.pdf", None);
        check("talks", None);
    }

    #[test]
    fn folders_are_searched_to_the_bottom_and_in_order() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir_all(root.path().join("b/c")).unwrap();
        fs::create_dir_all(root.path().join(".git")).unwrap();
        for name in ["b/c/2.md", "1.txt", "b/readme.md", "3.pdf", ".git/4.txt", "9.toml"] {
            fs::write(root.path().join(name), "").unwrap();
        }
        let found = walk(root.path()).unwrap();
        let names: Vec<_> = found.iter().map(|(path, _)| path.strip_prefix(root.path())).collect();
        assert_eq!(names, ["1.txt", "9.toml", "b/c/2.md"].map(|name| Ok(Path::new(name))));
    }

    #[test]
    fn what_is_not_there_is_an_error_and_so_is_another_kind_of_file() {
        assert!(walk(Path::new("no/such")).is_err());
        let root = tempfile::tempdir().unwrap();
        let pdf = root.path().join("a.pdf");
        fs::write(&pdf, "").unwrap();
        let good = root.path().join("b.txt");
        fs::write(&good, "").unwrap();
        let (articles, errors) = articles_under(&[pdf, root.path().join("no.txt"), good.clone()]);
        assert_eq!(articles, [good], "one that is wrong takes no other with it");
        assert!(matches!(errors[..], [Error::NoArticle(_), Error::Unreadable { .. }]));
    }
}
