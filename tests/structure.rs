//! The rules of the code that a compiler does not hold: which module may see which, what the core
//! never does, how files begin, and that nothing in them was made for one article.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod shared;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use shared::shared;

/// The modules that may touch files, streams, the environment and the clock.
const EDGES: [&str; 5] = ["config", "knowledge", "terminal", "discord", "cli"];

/// Pairs that stand in an order and do not see each other all the same.
const STRANGERS: [[&str; 2]; 6] = [
    ["extract", "question"],
    ["config", "knowledge"],
    ["config", "terminal"],
    ["knowledge", "terminal"],
    ["knowledge", "discord"],
    ["terminal", "discord"],
];

/// What reaches out of the process, or reads a clock.
const REACHES_OUT: [&str; 12] = [
    "std::fs",
    "std::env",
    "std::io",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "SystemTime",
    "Instant::now",
    "Zoned::now",
    "Timestamp::now",
    "println!",
];

/// A source file.
struct File {
    /// From `src`, with `/` between.
    path: String,
    text: String,
}

impl File {
    /// The module of `lib.rs` that it belongs to.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Its lines without tests and comments, with their numbers.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().take_while(|line| *line != "#[cfg(test)]");
        let numbered = lines.enumerate().map(|(at, line)| (at + 1, line));
        numbered.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Whether it holds tests alone.
    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs")
    }
}

/// All files under `src`, in order.
fn files() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = BTreeSet::new();
    collect(&root, &mut paths);
    let file = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let parts = path.strip_prefix(&root).unwrap().iter().map(|part| part.to_string_lossy());
        File { path: parts.collect::<Vec<_>>().join("/"), text }
    };
    let files: Vec<File> = paths.into_iter().map(file).collect();
    assert!(files.len() > 100, "the sources are found");
    files
}

fn collect(folder: &Path, paths: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.insert(path);
        }
    }
}

/// The modules in the order of `lib.rs`, which is the way of the data.
fn order(files: &[File]) -> Vec<String> {
    let root = files.iter().find(|file| file.path == "lib.rs").unwrap();
    let name = |line: &str| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    root.text.lines().filter_map(name).collect()
}

/// The modules that a line names.
fn named(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
        &rest[..end.unwrap_or(rest.len())]
    })
}

fn check(problems: &[String]) {
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn a_module_uses_only_what_stands_above_it_in_lib_rs() {
    let files = files();
    let order = order(&files);
    let rank = |module: &str| order.iter().position(|it| it == module);
    let mut problems = Vec::new();
    for file in files.iter().filter(|file| !file.is_test()) {
        let Some(own) = rank(file.module()) else { continue };
        for (number, line) in file.code() {
            for other in named(line).filter(|other| rank(other).is_none_or(|it| it > own)) {
                problems.push(format!("src/{}:{number} uses `{other}`", file.path));
            }
        }
    }
    check(&problems);
}

#[test]
fn strangers_do_not_see_each_other() {
    let mut problems = Vec::new();
    for file in files().iter().filter(|file| !file.is_test()) {
        for pair in STRANGERS.iter().filter(|pair| pair.contains(&file.module())) {
            let other = if pair[0] == file.module() { pair[1] } else { pair[0] };
            for (number, _) in file.code().filter(|(_, line)| named(line).any(|it| it == other)) {
                problems.push(format!("src/{}:{number} uses `{other}`", file.path));
            }
        }
    }
    check(&problems);
}

#[test]
fn the_core_does_no_input_or_output_and_reads_no_clock() {
    let mut problems = Vec::new();
    for file in
        files().iter().filter(|file| !EDGES.contains(&file.module()) && file.path != "main.rs")
    {
        for (number, line) in file.code() {
            for reach in REACHES_OUT.iter().filter(|reach| line.contains(**reach)) {
                problems.push(format!("src/{}:{number} has `{reach}`", file.path));
            }
        }
    }
    check(&problems);
}

/// What belongs to the Discord front end alone; the rest builds without it.
const DISCORDS: [&str; 4] = ["serenity", "reqwest", "governor", "tracing"];

#[test]
fn discord_is_spoken_in_one_place() {
    let mut problems = Vec::new();
    for file in files().iter().filter(|file| file.module() != "discord") {
        for (number, line) in file.code() {
            for word in DISCORDS.iter().filter(|word| line.contains(&format!("{word}::"))) {
                problems.push(format!("src/{}:{number} says `{word}`", file.path));
            }
        }
    }
    check(&problems);
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let is_silent = |file: &&File| !file.text.starts_with("//! ") && !file.is_test();
    let told = |file: &File| format!("src/{} does not open with `//!`", file.path);
    check(&files().iter().filter(is_silent).map(told).collect::<Vec<_>>());
}

/// Lines of code, without blanks, comments and tests.
const LONGEST_FILE: usize = 300;

#[test]
fn no_file_is_longer_than_a_person_reads_at_once() {
    let length = |file: &File| file.code().filter(|(_, line)| !line.trim().is_empty()).count();
    let is_tests = |file: &File| file.path.ends_with("tests.rs");
    let long =
        files().into_iter().filter(|file| !is_tests(file)).map(|file| (length(&file), file.path));
    let long = long.filter(|(length, _)| *length > LONGEST_FILE);
    check(&long.map(|(length, path)| format!("src/{path} has {length} lines")).collect::<Vec<_>>());
}

/// The columns of a line, as in `rustfmt.toml`: rustfmt holds only code to it.
const WIDEST_LINE: usize = 100;

#[test]
fn no_comment_is_wider_than_the_code() {
    let is_wide =
        |line: &str| line.trim_start().starts_with("//") && line.chars().count() > WIDEST_LINE;
    let mut problems = Vec::new();
    for file in &files() {
        let lines = file.text.lines().enumerate().filter(|(_, line)| is_wide(line));
        problems.extend(lines.map(|(at, _)| format!("src/{}:{} is wide", file.path, at + 1)));
    }
    check(&problems);
}

#[test]
fn nothing_is_made_for_one_article() {
    let Some(folder) = shared("articles") else { return };
    let mut words = BTreeSet::new();
    for kind in ["talks", "wikinews"] {
        for entry in fs::read_dir(folder.join(kind)).unwrap().flatten() {
            words.extend(names(&fs::read_to_string(entry.path()).unwrap()));
        }
    }
    let mut problems = Vec::new();
    for file in files().iter().filter(|file| !file.is_test()) {
        for (number, line) in file.code() {
            for name in words.iter().filter(|name| line.contains(name.as_str())) {
                problems.push(format!("src/{}:{number} names {name}", file.path));
            }
        }
    }
    check(&problems);
}

/// Names of two words and more: each begins with a capital and goes on in small letters.
fn names(text: &str) -> BTreeSet<String> {
    let is_name = |word: &&str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && word.chars().count() > 2
            && letters.all(char::is_lowercase)
    };
    let words: Vec<&str> = text.split([' ', '\n']).collect();
    let pairs = words.windows(2).filter(|pair| pair.iter().all(&is_name));
    pairs.map(|pair| pair.join(" ")).collect()
}
