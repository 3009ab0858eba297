//! Sentences, grammar, dates, and the word lists.

use dateline::lexicon::Lexicon;
use dateline::text::syntax::{self, tokenise};
use dateline::text::{Span, date, sentence};
use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

use super::corpus;

fn texts() -> Vec<&'static str> {
    corpus::OWN.map(|(_, text)| text).to_vec()
}

fn sentences() -> Vec<&'static str> {
    texts()
        .into_iter()
        .flat_map(|text| sentence::split(text).into_iter().map(|it| it.of(text)))
        .collect()
}

#[divan::bench]
fn splitting_sentences(bencher: Bencher) {
    let texts = texts();
    bencher
        .counter(ItemsCount::new(sentences().len()))
        .bench(|| texts.iter().map(|text| sentence::split(black_box(text)).len()).sum::<usize>());
}

#[divan::bench]
fn cutting_words(bencher: Bencher) {
    let sentences = sentences();
    bencher.counter(ItemsCount::new(sentences.len())).bench(|| {
        let cut = |text: &&str| tokenise(black_box(text), Span::new(0..text.len())).len();
        sentences.iter().map(cut).sum::<usize>()
    });
}

#[divan::bench]
fn grammar(bencher: Bencher) {
    let sentences = sentences();
    bencher.counter(ItemsCount::new(sentences.len())).bench(|| {
        let read =
            |text: &&str| syntax::analyse(black_box(text), Span::new(0..text.len())).tokens.len();
        sentences.iter().map(read).sum::<usize>()
    });
}

#[divan::bench]
fn finding_dates(bencher: Bencher) {
    let texts = texts();
    bencher
        .counter(ItemsCount::new(sentences().len()))
        .bench(|| texts.iter().map(|text| date::find(black_box(text)).len()).sum::<usize>());
}

#[divan::bench(sample_count = 20, sample_size = 1)]
fn loading_the_lexicon() -> Lexicon {
    Lexicon::new()
}

/// A word that is in the lexicon, one that is not, and a name.
#[divan::bench(args = ["minister", "flurbish", "New York"])]
fn looking_up(word: &str) -> bool {
    let lexicon = Lexicon::builtin();
    lexicon.word(word).is_some() || lexicon.place(word).is_some()
}

#[divan::bench]
fn similarity_of_two_words(bencher: Bencher) {
    let lexicon = Lexicon::builtin();
    let (a, b) = (lexicon.word("treaty").unwrap(), lexicon.word("deal").unwrap());
    bencher.bench(|| lexicon.similarity(black_box(a), black_box(b)));
}
