//! The time for an answer.

use std::sync::LazyLock;

use dateline::engine::{Additions, Conversation, Document, Engine};
use dateline::knowledge::Knowledge;
use dateline::question;
use divan::{Bencher, black_box};
use jiff::civil::{Date, date};

use super::corpus;

const TODAY: Date = date(2021, 1, 1);

/// The sentences of the large base.
const SENTENCES: usize = 100_000;

/// What people may ask of the shipped knowledge: every kind of question, with slips and without,
/// answered and not.
const QUESTIONS: [&str; 30] = [
    "When will the security dialogue be held?",
    "wen are the talks",
    "Where will the dialogue take place?",
    "wheres the dialouge",
    "Who will attend the talks?",
    "who is Liu Jianchao?",
    "Which countries take part?",
    "What was agreed on in November?",
    "how many points does the agreement have",
    "When was the four-point agreement signed?",
    "Why were the talks suspended?",
    "Why is the relationship tense?",
    "How long were there no talks?",
    "What did the spokeswoman say?",
    "who said the two sides should improve relations",
    "Is the dialogue in Beijing?",
    "the talks are in April",
    "Did Japan welcome the talks?",
    "what does Washington think of it",
    "attendees?",
    "four-point agreement date",
    "Who wrote the article?",
    "when was the report published",
    "What happened in 1993?",
    "How often was the dialogue held before?",
    "which hotel do the delegates stay in",
    "Who won the football match?",
    "how much does the bridge cost",
    "What is the East China Sea Crisis Managment Mechanism?",
    "hello",
];

/// The same of an encyclopedia's paragraphs, or of our own articles.
const GENERAL: [&str; 24] = [
    "When was the university founded?",
    "Who discovered the planet?",
    "How many people live in the city?",
    "Where is the headquarters of the company?",
    "why did the empire collapse",
    "What is the capital of the province?",
    "Which river flows through the valley?",
    "How long did the war last?",
    "who led the expedition",
    "What does the treaty forbid?",
    "when did the strike begin",
    "How much did the repairs cost?",
    "Was the king crowned in 1820?",
    "What causes the disease?",
    "who wrote the first dictionary",
    "Which language do most of the inhabitants speak?",
    "what is photosynthesis",
    "How did the scientists measure the temperature?",
    "Where was the agreement signed?",
    "who replaced the prime minister",
    "What happened after the revolution?",
    "how many students study engineering",
    "When does the parliament meet?",
    "What kind of government did the colony have?",
];

static SHIPPED: LazyLock<Engine> = LazyLock::new(|| Knowledge::built_in().into_engine());

static LARGE: LazyLock<Engine> = LazyLock::new(|| {
    let documents = corpus::articles(SENTENCES).into_iter().map(Document::Article);
    Engine::new(documents.collect(), Additions::default())
});

/// Asks one question after the other, so that the median is that of all questions.
fn ask_in_turn(bencher: Bencher, engine: &Engine, questions: &[&str]) {
    let mut turn = questions.iter().cycle();
    bencher.with_inputs(|| *turn.next().unwrap()).bench_local_values(|question| {
        engine.ask(black_box(question), &mut Conversation::default(), TODAY)
    });
}

#[divan::bench(sample_count = 1500, sample_size = 1)]
fn over_the_shipped_knowledge(bencher: Bencher) {
    ask_in_turn(bencher, &SHIPPED, &QUESTIONS);
}

#[divan::bench(sample_count = 240, sample_size = 1)]
fn over_100_000_sentences(bencher: Bencher) {
    ask_in_turn(bencher, &LARGE, &GENERAL);
}

/// The first stage of an answer: spelling, grammar, what is asked for.
#[divan::bench(sample_count = 1500, sample_size = 1)]
fn reading_a_question(bencher: Bencher) {
    let mut turn = QUESTIONS.iter().cycle();
    bencher
        .with_inputs(|| *turn.next().unwrap())
        .bench_local_values(|question| question::read(black_box(question), &*SHIPPED));
}

/// The same where the words of the articles are many.
#[divan::bench(sample_count = 240, sample_size = 1)]
fn reading_a_question_over_100_000_sentences(bencher: Bencher) {
    let mut turn = GENERAL.iter().cycle();
    bencher
        .with_inputs(|| *turn.next().unwrap())
        .bench_local_values(|question| question::read(black_box(question), &*LARGE));
}

/// What has to be searched for slips: a word that is near to none and one that is near to some.
#[divan::bench(args = ["wjat", "agrement", "internationel"])]
fn mending_a_word(bencher: Bencher, word: &str) {
    // Built before anything is measured.
    let engine = &*LARGE;
    bencher.bench(|| question::read(black_box(word), engine));
}
