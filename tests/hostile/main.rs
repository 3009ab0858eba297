//! Whatever the articles and the questions: every quote that is given stands word for word in its
//! article, and nothing panics.
//!
//! Files go through the whole pipeline, once as articles and once as the facts extracted from them;
//! what comes out is held against them by [`World`].

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod texts;
mod world;

use std::time::{Duration, Instant};

use proptest::prelude::*;

use world::World;

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 40,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn invented_articles_are_quoted_word_for_word(
        files in prop::collection::vec(texts::article(), 1..3),
        questions in prop::collection::vec(texts::question(), 1..6),
    ) {
        World::of_texts(&files).ask_all(&questions);
    }

    #[test]
    fn any_text_is_quoted_word_for_word(
        files in prop::collection::vec(texts::anything(), 1..3),
        questions in prop::collection::vec(texts::anything(), 1..4),
    ) {
        World::of_texts(&files).ask_all(&questions);
    }

    #[test]
    fn any_bytes_at_all_are_an_article(
        bytes in prop::collection::vec(any::<u8>(), 0..600),
        name in prop::sample::select(vec!["a.txt", "a.md", "a.html", "a", ".txt"]),
    ) {
        World::of_files(&[(name, &bytes)]).ask_all(&["what happened?", "when was it published?"]);
    }
}

#[test]
fn hostile_questions_get_an_answer_that_holds() {
    World::of_texts(&[texts::ARTICLE]).ask_all(&texts::hostile_questions());
}

#[test]
fn hostile_files_are_read_in_every_format() {
    for piece in texts::hostile_pieces() {
        let saved = texts::ARTICLE.replace("bridge", &piece);
        for name in ["a.txt", "a.md", "a.html"] {
            let world = World::of_files(&[(name, saved.as_bytes()), ("b.txt", piece.as_bytes())]);
            world.ask_all(&["who closed it?", "when did the mayor close it?", &piece]);
        }
    }
}

#[test]
fn every_cut_of_a_page_is_an_article() {
    for end in 0..=texts::PAGE.len() {
        let cut = &texts::PAGE.as_bytes()[..end];
        World::of_files(&[("a.html", cut)]).ask_all(&["who closed the bridge?"]);
    }
}

/// How long the largest file may take.
const LONGEST: Duration = Duration::from_secs(120);

/// Checks that `size` bytes of `text` on one line are read within bounds.
fn check_long_line(text: &str, size: usize) {
    let line = text.repeat(size / text.len());
    let start = Instant::now();
    World::of_files(&[("a.txt", line.as_bytes())]).ask_all(&["who closed the bridge?"]);
    assert!(start.elapsed() < LONGEST, "{text:?} took {:?}", start.elapsed());
}

#[test]
fn ten_million_letters_without_a_blank_are_bounded() {
    check_long_line("x", 10_000_000);
}

#[test]
fn megabytes_of_sentences_on_one_line_are_bounded() {
    // Without optimisation the grammar is about twenty times slower.
    let size = if cfg!(debug_assertions) { 1_000_000 } else { 10_000_000 };
    check_long_line("The mayor closed the old bridge on Friday. ", size);
}

#[test]
fn a_sentence_without_an_end_is_bounded() {
    // What looks through a whole sentence for each of its dates, names or pronouns shows here.
    let size = if cfg!(debug_assertions) { 500_000 } else { 10_000_000 };
    check_long_line("On Friday the mayor told Ann Lee that they met her in May 2014 ", size);
}
