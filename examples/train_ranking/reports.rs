//! Reads reports from folders, and loads them all at once.

use std::path::Path;

use dateline::article;
use dateline::engine::{Additions, Conversation, Document, Engine};
use jiff::civil::date;

/// Reports as name and bytes.
pub(crate) type Reports = Vec<(String, Vec<u8>)>;

/// The folders of lessons, and how many reports of each are loaded at once: few leave more unsaid in a
/// question than many.
pub(crate) const SHELVES: [(&str, usize); 16] = [
    ("a", 40),
    ("b", 2),
    ("c", 16),
    ("d", 16),
    ("e", 8),
    ("f", 3),
    ("g", 25),
    ("h", 10),
    ("i", 5),
    ("j", 50),
    ("k", 12),
    ("l", 3),
    ("m", 2),
    ("n", 16),
    ("o", 16),
    ("p", 16),
];

/// The reports in `folder`, in the order of their names.
pub(crate) fn reports_in(folder: &Path) -> Reports {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = files.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let named = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, std::fs::read(path).unwrap_or_default())
    };
    paths.iter().map(named).collect()
}

/// The reports of a folder, so many at a time.
pub(crate) fn shelves(folder: &Path, size: usize) -> Vec<Reports> {
    reports_in(folder).chunks(size).map(<[_]>::to_vec).collect()
}

/// Each shelf with the one after it, and the last with the first; nothing where there is only one.
pub(crate) fn with_next(shelves: &[Reports]) -> impl Iterator<Item = (&Reports, &Reports)> {
    let next = shelves.iter().cycle().skip(1);
    shelves.iter().zip(next).filter(|_| shelves.len() > 1)
}

/// An engine over reports.
pub(crate) fn engine(reports: &Reports) -> Engine {
    let read = |(name, bytes): &(String, Vec<u8>)| {
        Document::Article(article::read(bytes, Path::new(name)))
    };
    Engine::new(reports.iter().map(read).collect(), Additions::default())
}

/// What stands between the questions of one conversation.
pub(crate) const NEXT: &str = " >> ";

/// The last of several questions, and the conversation that the others make.
pub(crate) fn last_of<'a>(engine: &Engine, questions: &'a str) -> (&'a str, Conversation) {
    let mut conversation = Conversation::default();
    let (before, last) = questions.rsplit_once(NEXT).unwrap_or(("", questions));
    for question in before.split(NEXT).filter(|question| !question.is_empty()) {
        engine.ask(question, &mut conversation, date(2026, 1, 1));
    }
    (last, conversation)
}
