//! Many people at once: nothing is lost, nothing is answered twice, and what the bot adds to a bare
//! one that answers a constant is little.

use std::time::Duration;

use serde_json::json;

use crate::bare;
use crate::small::{Discord, Settings};
use crate::stage::{QUESTION, Stage};

/// What is asked, in turn.
const QUESTIONS: [&str; 6] = [
    QUESTION,
    "Who is Liu Jianchao?",
    "Where will the security dialogue be held?",
    "What did China and Japan sign in November last year?",
    "Who will win the cricket match?",
    "When was the last security dialogue?",
];

/// How many people ask, and how often each.
const PEOPLE: usize = if IS_SLOW { 20 } else { 200 };
const EACH: usize = 10;

/// Where nothing is optimised, only what is lost or doubled can be told.
const IS_SLOW: bool = cfg!(debug_assertions);

/// What the whole bot may take beside a bare one.
const MOST: f64 = 1.3;

/// The settings of a small Discord that costs as little as it can.
fn quick() -> Settings {
    Settings { compresses: false, checks_at_once: false, ..Settings::default() }
}

/// Lets all ask at once, each as soon as the answer before is there; gives the times from a question
/// to its first response, in order.
async fn run(discord: &Discord) -> Vec<Duration> {
    let news: Vec<_> = (0..20).map(|at| discord.channel(&format!("news-{at}"))).collect();
    let people: Vec<_> = (0..PEOPLE).map(|at| discord.person(&format!("Person {at}"))).collect();
    let ask = |at: usize| {
        let (person, place) = (&people[at], &news[at % news.len()]);
        async move {
            let mut all = Vec::new();
            for round in 0..EACH {
                let question = QUESTIONS[(at + round) % QUESTIONS.len()];
                let asked = if (at + round).is_multiple_of(2) {
                    discord.says(person, place, &format!("@Dateline {question}"))
                } else {
                    discord.slash(person, place, "ask", &[("question", json!(question))])
                };
                all.push((asked, discord.response(&asked).await));
            }
            all
        }
    };
    let all = futures::future::join_all((0..PEOPLE).map(ask)).await;
    let mut times = Vec::new();
    for (asked, time) in all.into_iter().flatten() {
        assert_eq!(discord.answers(&asked), 1, "{asked:?}");
        times.push(time);
    }
    assert_eq!(times.len(), PEOPLE * EACH);
    times.sort_unstable();
    times
}

/// The time that 99 of 100 do not exceed.
fn slowest_of_most(times: &[Duration]) -> Duration {
    times[times.len() * 99 / 100 - 1]
}

async fn bare_run() -> Vec<Duration> {
    let discord = Discord::start_with(quick()).await;
    let bot = bare::start(&discord).await;
    discord.ready().await;
    let times = run(&discord).await;
    bot.abort();
    times
}

async fn whole_run() -> Vec<Duration> {
    let stage = Stage::on(quick(), |_| {}).await;
    stage.settles().await;
    let times = run(&stage.discord).await;
    let first = slowest_of_most(&times);
    assert!(first < Duration::from_secs(3), "{first:?}");
    times
}

#[tokio::test(flavor = "multi_thread")]
async fn many_people_at_once_are_all_answered_once() {
    let (bare, whole) = (bare_run().await, whole_run().await);
    let [bare, whole] =
        [bare, whole].map(|times| (times[times.len() / 2], slowest_of_most(&times)));
    let ratio = whole.1.as_secs_f64() / bare.1.as_secs_f64();
    println!(
        "{} questions by {PEOPLE} people: median {:.1?}, 99th percentile {:.1?}; a bare bot {:.1?}, {:.1?}; ratio {ratio:.2}",
        PEOPLE * EACH,
        whole.0,
        whole.1,
        bare.0,
        bare.1,
    );
    if !IS_SLOW {
        assert!(ratio <= MOST, "the whole bot takes {ratio:.2} times what a bare one takes");
    }
}
