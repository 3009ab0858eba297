//! From articles to facts.

use std::path::{Path, PathBuf};

use dateline::article::{self, Article};
use dateline::engine::{Additions, Document, Engine};
use dateline::extract;
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

use super::corpus;

/// Our own articles, and the news of `../shared` where they are there.
fn files() -> Vec<(PathBuf, Vec<u8>)> {
    let own = corpus::OWN.map(|(name, text)| (PathBuf::from(name), text.as_bytes().to_vec()));
    let folders = ["articles/talks", "articles/wikinews"];
    own.into_iter().chain(folders.into_iter().flat_map(corpus::shared_files)).collect()
}

fn read(files: &[(PathBuf, Vec<u8>)]) -> Vec<Article> {
    files.iter().map(|(path, bytes)| article::read(bytes, path)).collect()
}

/// Bytes to facts; the items are articles.
#[divan::bench]
fn articles_to_facts(bencher: Bencher) {
    let files = files();
    bencher.counter(ItemsCount::new(files.len())).bench(|| {
        let read = |(path, bytes): &(PathBuf, Vec<u8>)| article::read(bytes, path);
        files.iter().map(|file| extract::facts(&read(file)).1.len()).sum::<usize>()
    });
}

/// Bytes to title, date and paragraphs.
#[divan::bench]
fn reading_articles(bencher: Bencher) {
    let files = files();
    bencher.counter(ItemsCount::new(files.len())).bench(|| read(black_box(&files)));
}

/// Paragraphs to sentences with all that is resolved in them.
#[divan::bench]
fn understanding_sentences(bencher: Bencher) {
    let articles = read(&files());
    let sentences: usize = articles.iter().map(|it| extract::passages(it).len()).sum();
    bencher
        .counter(ItemsCount::new(sentences))
        .bench(|| articles.iter().map(|it| extract::passages(it).len()).sum::<usize>());
}

/// From articles to an engine that answers; the items are sentences.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn building_an_engine(bencher: Bencher) {
    let articles = corpus::articles(1000);
    bencher.counter(ItemsCount::new(1000usize)).with_inputs(|| articles.clone()).bench_values(
        |articles| {
            let documents = articles.into_iter().map(Document::Article);
            Engine::new(documents.collect(), Additions::default())
        },
    );
}

/// One endless line: what is quadratic shows here.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn ten_megabytes_on_one_line(bencher: Bencher) {
    let line = "The ministers met in Oslo and signed it, ".repeat(250_000);
    bencher.bench(|| {
        extract::facts(&article::read(black_box(line.as_bytes()), Path::new("line.txt"))).1.len()
    });
}
