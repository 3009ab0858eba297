//! Reads the articles in `../shared/articles` and holds what was found against `SOURCES.md`.
//!
//! Skipped where that folder is not there, except in CI.

#![allow(clippy::expect_used, reason = "a panic is how a test fails")]

mod shared;

use std::fs;
use std::path::Path;

use dateline::article::{self, Article, Warning};
use shared::shared;

fn read(path: &Path) -> (String, Article) {
    let bytes = fs::read(path).expect("a listed file can be read");
    (folded(&String::from_utf8_lossy(&bytes)), article::read(&bytes, path))
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// File name, title and day of every row of the table in `SOURCES.md`.
fn rows(sources: &str) -> Vec<[String; 3]> {
    sources
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains(".txt"))
        .map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let file = cells[1].trim_end_matches([' ', '*']);
            [file.to_owned(), cells[2].to_owned(), cells[3].to_owned()]
        })
        .collect()
}

#[test]
fn titles_and_days_are_found() {
    let Some(folder) = shared("articles") else { return };
    let sources = fs::read_to_string(folder.join("SOURCES.md")).expect("the list is there");
    for [file, title, day] in rows(&sources) {
        let (_, article) = read(&folder.join("wikinews").join(&file));
        assert_eq!(article.title, title);
        assert_eq!(article.published.map(|day| day.to_string()), Some(day), "{file}");
        assert_eq!(article.warnings, [] as [Warning; 0], "{file}");
    }
}

#[test]
fn the_talks_are_of_the_same_day() {
    let Some(folder) = shared("articles") else { return };
    let outlets =
        [("000_46212c8fb64ce597.txt", None), ("002_6ead09efa1f0c386.txt", Some("Xinhua"))];
    for (file, outlet) in outlets {
        let (_, article) = read(&folder.join("talks").join(file));
        assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2015-03-07"));
        assert_eq!(article.outlet.as_deref(), outlet);
    }
}

#[test]
fn every_paragraph_stands_in_its_file_and_none_is_boilerplate() {
    const FURNITURE: [&str; 8] = [
        "cookies",
        "Share this",
        "Related news",
        "Image:",
        "Retrieved from",
        "Privacy policy",
        "newsletter",
        "Endite",
    ];
    let Some(folder) = shared("articles") else { return };
    for kind in ["talks", "wikinews"] {
        for entry in fs::read_dir(folder.join(kind)).expect("the folder is there").flatten() {
            let (source, article) = read(&entry.path());
            for paragraph in &article.paragraphs {
                let words = paragraph.span.of(&article.body);
                assert!(source.contains(words), "{words}");
                assert!(FURNITURE.iter().all(|phrase| !words.contains(phrase)), "{words}");
            }
            assert!(article.sentences().len() > 5, "{}", article.title);
        }
    }
}
