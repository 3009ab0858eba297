//! Shows how questions are read: reads one a line, prints each with what it asks for.
//!
//! `echo "Who won the race?" | cargo run --release --example read_question -- ARTICLES...`; the
//! articles tell which words and names there are. Questions of one line divided by " / " are a
//! conversation.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use dateline::article;
use dateline::engine::{Additions, Document, Engine};
use dateline::question::{Query, Term, Turn, Typed, follow_up, read, without_courtesies};

fn main() -> std::io::Result<()> {
    let folders = std::env::args().skip(1);
    let documents = folders.flat_map(|folder| documents(Path::new(&folder))).collect();
    let engine = Engine::new(documents, Additions::default());
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        show(line, &engine);
    }
    Ok(())
}

fn documents(folder: &Path) -> Vec<Document> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = files.map(|entry| entry.path()).collect();
    paths.sort();
    let read = |path: &PathBuf| {
        Document::Article(article::read(&std::fs::read(path).unwrap_or_default(), path))
    };
    paths.iter().map(read).collect()
}

fn show(line: &str, engine: &Engine) {
    let mut before: Option<Turn> = None;
    for typed in line.split(" / ") {
        let bare = without_courtesies(typed);
        let followed = before.as_ref().and_then(|turn| follow_up(&Typed::new(&bare, engine), turn));
        let asked = followed.as_ref().map_or(typed, |followed| &followed.question);
        let mut query = read(asked, engine);
        if let Some(followed) = &followed {
            println!("  subject: {}; context: {}", followed.subject, words(&followed.context));
            query.add_context(&followed.context);
        }
        println!("{typed}\n  {}", told(&query));
        before = Some(Turn::after(&query, None));
    }
}

fn words(terms: &[Term]) -> String {
    terms.iter().map(|term| term.word.as_str()).collect::<Vec<_>>().join(" ")
}

fn told(query: &Query) -> String {
    let focus = query.focus.as_ref().map_or("-", |focus| &focus.lemma);
    let terms = query.terms.iter().map(|term| {
        let name = if term.is_name { "*" } else { "" };
        let context = if term.is_context { "^" } else { "" };
        format!("{context}{name}{}:{:.2}", term.lemma, term.weight)
    });
    format!(
        "{}\n  {:?} {:?} focus {focus} slot {:?} verb {} time {:?} | {}",
        query.text,
        query.asks,
        query.expects,
        query.slot,
        query.predicate_lemma(),
        query.time,
        terms.collect::<Vec<_>>().join(" ")
    )
}
