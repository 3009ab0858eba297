//! Measures the lexicon: how long it takes to build and to compare, and how well it tells pairs
//! of words that a question may mean from pairs that it must not mix up.
//!
//! ```text
//! cargo run --release --example near_words            # the measure
//! cargo run --release --example near_words -- A B     # how near two words are
//! ```
//!
//! The pairs are in `src/lexicon/data/pairs.tsv`; the figures in that folder's README.md come
//! from here.

use dateline::lexicon::{LexemeId, Lexicon};
use std::hint::black_box;
use std::time::Instant;

/// From here on two words are taken to be near.
const NEAR: f32 = 0.5;

fn main() {
    let words: Vec<_> = std::env::args().skip(1).collect();
    let start = Instant::now();
    let lexicon = Lexicon::builtin();
    println!("built in {:.1} ms", start.elapsed().as_secs_f64() * 1e3);
    match &words[..] {
        [a, b] => println!("{a}, {b}: {:.2}", lexicon.similar(a, b)),
        _ => measure(lexicon),
    }
}

fn measure(lexicon: &Lexicon) {
    let pairs: Vec<_> = include_str!("../src/lexicon/data/pairs.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(sort, pair)| Some((sort, pair.split_once('\t')?)))
        .collect();
    for sort in ["near", "far"] {
        let figures: Vec<_> = pairs
            .iter()
            .filter(|(of, _)| *of == sort)
            .map(|(_, (a, b))| (lexicon.similar(a, b), a, b))
            .collect();
        let taken = figures.iter().filter(|(figure, _, _)| *figure >= NEAR).count();
        println!("{sort}: {taken} of {} taken for near", figures.len());
        let wrong = figures.iter().filter(|(figure, _, _)| (*figure >= NEAR) != (sort == "near"));
        wrong.for_each(|(figure, a, b)| println!("  {a}, {b}: {figure:.2}"));
    }
    time(lexicon, &pairs.iter().map(|(_, pair)| *pair).collect::<Vec<_>>());
}

fn time(lexicon: &Lexicon, pairs: &[(&str, &str)]) {
    let known: Vec<(LexemeId, LexemeId)> =
        pairs.iter().filter_map(|(a, b)| Some((lexicon.word(a)?, lexicon.word(b)?))).collect();
    let start = Instant::now();
    const ROUNDS: u32 = 10_000;
    for (a, b) in (0..ROUNDS).flat_map(|_| &known) {
        black_box(lexicon.similarity(black_box(*a), black_box(*b)));
    }
    let each = start.elapsed().as_secs_f64() * 1e9 / f64::from(ROUNDS) / known.len() as f64;
    println!("{each:.0} ns a comparison");
}
