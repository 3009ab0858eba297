//! Everything that is wrong with fact files, their quotes held against the articles that are there.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::files::{self, Kind};
use super::{Error, read_article};
use crate::fact::file::{self, FactFile, Folded, SourceEntry};
use crate::toml_reader::{Lines, Problem};

/// What a check found.
#[derive(Debug, Default)]
pub struct Report {
    /// Every problem, in the order of the files.
    pub problems: Vec<Problem>,
    /// How many fact files there are.
    pub files: usize,
    /// How many facts they hold.
    pub facts: usize,
    /// How many of the facts' quotes were held against an article.
    pub compared: usize,
}

/// Checks all fact files under `folders`. Articles are looked for there and under `articles`.
///
/// # Errors
///
/// A folder that cannot be read.
pub fn check(folders: &[PathBuf], articles: &[PathBuf]) -> Result<Report, Error> {
    let mut check = Check::default();
    for folder in folders.iter().chain(articles) {
        check.read_articles(folder)?;
    }
    for folder in folders {
        for (path, kind) in files::walk(folder)? {
            if kind == Kind::Facts {
                check.read_facts(&path);
            }
        }
    }
    Ok(check.report)
}

#[derive(Default)]
struct Check {
    report: Report,
    /// The texts of articles, by hash and by title.
    texts: HashMap<String, Vec<Folded>>,
    /// The first fact file of each article, by the hash of its text.
    sources: HashMap<String, String>,
}

impl Check {
    fn read_articles(&mut self, folder: &Path) -> Result<(), Error> {
        for (path, kind) in files::walk(folder)? {
            if kind != Kind::Article {
                continue;
            }
            match read_article(&path) {
                Ok(saved) => {
                    let text = Folded::new(&saved.text);
                    self.texts.entry(saved.article.title.clone()).or_default().push(text.clone());
                    self.texts.entry(saved.sha256).or_default().push(text);
                }
                Err(error) => self.report.problems.push(error.problem_of(&path)),
            }
        }
        Ok(())
    }

    fn read_facts(&mut self, path: &Path) {
        let name = path.display().to_string();
        self.report.files += 1;
        match files::text(path) {
            Ok(text) => self.check_text(&name, &text),
            Err(problem) => self.report.problems.push(problem),
        }
    }

    fn check_text(&mut self, name: &str, text: &str) {
        let (file, mut problems) = file::read(name, text);
        let lines = Lines::of(text);
        let mut tell = |at, message: String| {
            let place = Some(lines.place(at));
            problems.push(Problem { file: name.to_owned(), place, message });
        };
        if let Some(source) = &file.source {
            if let Some(other) = self.other_file(name, source) {
                let message = format!("{other} has the same article: keep one of the two files.");
                tell(source.at, message);
            }
            self.check_quotes(source, &file, &mut tell);
        }
        problems.sort();
        self.report.facts += file.facts.len();
        self.report.problems.extend(problems);
    }

    /// The file that had this article before `name` did.
    fn other_file(&mut self, name: &str, source: &SourceEntry) -> Option<String> {
        let sha256 = source.source.sha256.clone()?;
        self.sources.insert(sha256, name.to_owned())
    }

    fn check_quotes(
        &mut self,
        source: &SourceEntry,
        file: &FactFile,
        tell: &mut impl FnMut(usize, String),
    ) {
        let by_hash = source.source.sha256.as_ref().and_then(|hash| self.texts.get(hash));
        let Some(texts) = by_hash.or_else(|| self.texts.get(&source.source.title)) else { return };
        self.report.compared += file.facts.len();
        for entry in &file.facts {
            if !texts.iter().any(|text| text.holds(&entry.fact.quote)) {
                let advice = "the article does not hold this quote: copy its words as they stand.";
                tell(entry.quote_at, advice.to_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn check_files(files: &[(&str, &str)]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let report = check(&[folder.path().to_owned()], &[]).unwrap();
        let home = format!("{}/", folder.path().display());
        report.problems.iter().map(|it| it.to_string().replace(&home, "")).collect()
    }

    #[test]
    fn problems_of_all_files_are_told_at_once() {
        let told = check_files(&[
            ("a.toml", "[source]\ntitel = 'x'\n"),
            ("b.toml", "[[fact]]\nquote = ''\n"),
            ("c.toml", "[[alias]]\nnames = ['x', 'y']\n"),
        ]);
        let places: Vec<_> = told.iter().map(|it| &it[..10]).collect();
        assert_eq!(places, ["a.toml:1:1", "a.toml:2:1", "b.toml:1:1", "b.toml:2:9"]);
    }

    #[test]
    fn a_quote_that_its_article_does_not_hold_is_told() {
        let article = "Bridge closed\n\nBy Jane Doe | 3 May 2020\n\nThe mayor closed the old bridge on Friday.\n";
        let facts =
            |quote| format!("[source]\ntitle = 'Bridge closed'\n[[fact]]\nquote = '{quote}'");
        let told = |quote| check_files(&[("a.txt", article), ("b.toml", &facts(quote))]);
        assert_eq!(told("closed  the old bridge"), [""; 0]);
        assert_eq!(
            told("closed the bridge"),
            ["b.toml:4:9: the article does not hold this quote: copy its words as they stand."]
        );
    }

    #[test]
    fn a_file_in_another_encoding_is_told_with_its_first_such_byte() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        fs::write(&path, b"[source]\ntitle = 'Caf\xe9 closed'\n").unwrap();
        let report = check(&[folder.path().to_owned()], &[]).unwrap();
        let told: Vec<_> = report.problems.iter().map(ToString::to_string).collect();
        let place = format!("{}:2:13: this byte is not UTF-8", path.display());
        assert!(matches!(&told[..], [one] if one.starts_with(&place)), "{told:?}");
    }

    #[test]
    fn two_files_of_one_article_are_told() {
        let source = "[source]\ntitle = 'x'\nsha256 = 'ab'\n";
        let told = check_files(&[("a.toml", source), ("b.toml", source)]);
        assert_eq!(told, ["b.toml:1:1: a.toml has the same article: keep one of the two files."]);
    }
}
