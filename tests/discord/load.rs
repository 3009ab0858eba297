//! Many people at once: nothing is lost, nothing is answered twice, and what the bot adds to a bare
//! one that answers a constant is little.

use std::fmt::{self, Display, Formatter};
use std::sync::Arc;
use std::time::Duration;

use dateline::engine::Engine;
use serde_json::json;

use crate::bare;
use crate::fake_discord::{Discord, Settings};
use crate::stage::{QUESTION, Script, Stage};

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

/// How often everything is measured.
const ROUNDS: usize = if IS_SLOW { 1 } else { 3 };

/// Where nothing is optimised, only what is lost or doubled can be told.
const IS_SLOW: bool = cfg!(debug_assertions);

/// What the bot may take beside a bare one, where people ask the same few questions, as they do.
const MOST: f64 = 1.3;

/// What it may take where every single question is thought about anew. On two cores that the fake
/// Discord and 200 people share, the engine's own time counts 200 times over.
const MOST_THINKING: f64 = 2.5;

/// Who answers in the whole bot.
#[derive(Clone, Copy)]
enum Answering {
    /// Nobody: a constant, as the bare bot's.
    Constant,
    /// Who does in production.
    Usual,
    /// The engine, every time.
    Anew,
}

/// The settings of a fake Discord that costs as little as it can.
fn quick() -> Settings {
    Settings { compresses: false, checks_at_once: false, ..Settings::default() }
}

/// Lets all ask at once, each as soon as the answer before is there; gives the times from a question
/// to its first response, in order.
async fn run(discord: &Discord, each: usize) -> Vec<Duration> {
    let news: Vec<_> = (0..20).map(|at| discord.channel(&format!("news-{at}"))).collect();
    let people: Vec<_> = (0..PEOPLE).map(|at| discord.person(&format!("Person {at}"))).collect();
    let ask = |at: usize| {
        let (person, place) = (&people[at], &news[at % news.len()]);
        async move {
            let mut all = Vec::new();
            for round in 0..each {
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
    assert_eq!(times.len(), PEOPLE * each);
    times.sort_unstable();
    times
}

/// Lets all ask once for nothing, so that every connection stands, and measures after it.
async fn measure(discord: &Discord) -> Figures {
    run(discord, 1).await;
    Figures::of(&run(discord, EACH).await)
}

async fn bare_run() -> Figures {
    let discord = Discord::start_with(quick()).await;
    let bot = bare::start(&discord).await;
    discord.ready().await;
    let figures = measure(&discord).await;
    bot.abort();
    figures
}

async fn whole_run(answering: Answering) -> Figures {
    let stage = Stage::on(quick(), |options| match answering {
        Answering::Constant => options.answerer = Arc::new(Script::default()),
        Answering::Usual => {}
        Answering::Anew => options.answerer = Arc::<Engine>::clone(&options.engine),
    })
    .await;
    let figures = measure(&stage.discord).await;
    assert!(figures.slowest < Duration::from_secs(3), "{figures}");
    figures
}

/// What is told of a run.
#[derive(Clone, Copy)]
struct Figures {
    median: Duration,
    /// The time that 99 of 100 do not exceed.
    slowest: Duration,
}

impl Figures {
    fn of(times: &[Duration]) -> Self {
        Self { median: times[times.len() / 2], slowest: times[times.len() * 99 / 100 - 1] }
    }

    fn beside(self, bare: Self) -> f64 {
        self.slowest.as_secs_f64() / bare.slowest.as_secs_f64()
    }
}

impl Display for Figures {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "median {:.1?}, 99th percentile {:.1?}", self.median, self.slowest)
    }
}

/// The better of two runs of the same: what else the machine does only makes it worse.
fn better(one: Option<Figures>, other: Figures) -> Option<Figures> {
    Some(one.filter(|one| one.slowest < other.slowest).unwrap_or(other))
}

#[tokio::test(flavor = "multi_thread")]
async fn many_people_at_once_are_all_answered_once() {
    let (mut bare, mut constant, mut usual, mut anew) = (None, None, None, None);
    for _ in 0..ROUNDS {
        bare = better(bare, bare_run().await);
        constant = better(constant, whole_run(Answering::Constant).await);
        usual = better(usual, whole_run(Answering::Usual).await);
        anew = better(anew, whole_run(Answering::Anew).await);
    }
    let [bare, constant, usual, anew] = [bare, constant, usual, anew].map(Option::unwrap);
    let ratio = |figures: Figures| format!("{figures}, ratio {:.2}", figures.beside(bare));
    println!("{} questions by {PEOPLE} people, from dispatch to first response:", PEOPLE * EACH);
    println!("  a bare bot             {bare}");
    println!("  the whole bot          {}", ratio(usual));
    println!("  a constant for answers {}", ratio(constant));
    println!("  every answer anew      {}", ratio(anew));
    if !IS_SLOW {
        for (found, most) in [(constant, MOST), (usual, MOST), (anew, MOST_THINKING)] {
            let ratio = found.beside(bare);
            assert!(ratio <= most, "the bot takes {ratio:.2} times what a bare one takes");
        }
    }
}
