//! The bot, built as in production, on a fake Discord.

use std::sync::{Arc, Condvar, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use dateline::answer::{Answer, Choice, Status};
use dateline::config;
use dateline::discord::{Answerer, Bot, Failure, Options, Token};
use dateline::engine::{Claim, Conversation, Engine};
use dateline::knowledge::Knowledge;
use jiff::civil::Date;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::fake_discord::{Discord, Settings, TOKEN};

/// A question that the built-in articles answer: in March 2015.
pub(crate) const QUESTION: &str = "When will the security dialogue be held?";

static ENGINE: LazyLock<Arc<Engine>> =
    LazyLock::new(|| Arc::new(Knowledge::built_in().into_engine()));

/// The bot and the fake Discord that it is connected to.
pub(crate) struct Stage {
    pub(crate) discord: Discord,
    options: Options,
    running: Option<Running>,
    script: Arc<Script>,
}

struct Running {
    stop: oneshot::Sender<()>,
    bot: JoinHandle<Result<(), Failure>>,
}

impl Stage {
    /// A bot that may be asked as often as one likes.
    pub(crate) async fn new() -> Self {
        Self::on(Settings::default(), |_| {}).await
    }

    /// A bot with the pace that a person meets.
    pub(crate) async fn with_usual_pace() -> Self {
        Self::on(Settings::default(), |options| options.settings = config::Discord::default()).await
    }

    /// A bot whose answers are scripted: see [`Script`].
    pub(crate) async fn scripted() -> Self {
        let script = Arc::new(Script::default());
        let mut stage = Self::on(Settings::default(), |options| {
            options.answerer = Arc::<Script>::clone(&script);
            options.timing.patience = Duration::from_secs(3);
        })
        .await;
        stage.script = script;
        stage
    }

    /// A bot that knows what `engine` knows.
    pub(crate) async fn knowing(engine: Engine) -> Self {
        let engine = Arc::new(engine);
        Self::on(Settings::default(), |options| {
            let knowing = Options::new(options.token.clone(), engine);
            options.answerer = knowing.answerer;
            options.engine = knowing.engine;
        })
        .await
    }

    /// A bot on a fake Discord that behaves as `settings` say.
    pub(crate) async fn on(settings: Settings, adapt: impl FnOnce(&mut Options)) -> Self {
        let discord = Discord::start_with(settings).await;
        discord.channel("general");
        let options = options(&discord, adapt);
        let script = Arc::new(Script::default());
        let mut stage = Self { discord, options, running: None, script };
        stage.start().await;
        stage
    }

    async fn start(&mut self) {
        self.running = Some(run(self.options.clone()));
        self.discord.ready().await;
    }

    /// Stops the bot and starts another: as after a new version.
    pub(crate) async fn restart(&mut self) {
        self.stop().await.unwrap();
        self.start().await;
    }

    /// Stops the bot, and says how it ended.
    pub(crate) async fn stop(&mut self) -> Result<(), Failure> {
        let Running { stop, bot } = self.running.take().unwrap();
        // A bot that has ended already is told how below.
        let _ = stop.send(());
        let ended = bot.await.unwrap();
        self.discord.deserted().await;
        ended
    }

    /// Waits until the bot has had time for all that came before: by a question of somebody who
    /// comes after it, and the answer to it.
    pub(crate) async fn settles(&self) {
        for _ in 0..3 {
            let stranger = self.discord.person("Somebody");
            let direct = self.discord.direct(&stranger);
            let asked = self.discord.says(&stranger, &direct, "Hello?");
            self.discord.answer(&asked).await;
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.script.release();
        if let Some(running) = &self.running {
            running.bot.abort();
        }
    }
}

/// The options of production, towards `discord`, with a pace that no test meets by accident.
pub(crate) fn options(discord: &Discord, adapt: impl FnOnce(&mut Options)) -> Options {
    let mut options = Options::new(Token::new(TOKEN), Arc::<Engine>::clone(&ENGINE));
    options.api_base = Some(discord.address().parse().unwrap());
    for pace in [&mut options.settings.person, &mut options.settings.channel] {
        pace.questions = 100_000;
    }
    adapt(&mut options);
    options
}

fn run(options: Options) -> Running {
    let (stop, stopped) = oneshot::channel();
    let bot = Bot::new(options).unwrap();
    let bot = tokio::spawn(bot.run(async move { stopped.await.unwrap_or_default() }));
    Running { stop, bot }
}

/// Runs a bot until it ends by itself.
pub(crate) async fn run_to_end(options: Options) -> Result<(), Failure> {
    Bot::new(options)?.run(std::future::pending()).await
}

/// Answers by what the question asks for: to panic, to hang until the test is over, to be slow, to be
/// unclear or missing, or nothing of it.
#[derive(Default)]
pub(crate) struct Script {
    is_over: Mutex<bool>,
    over: Condvar,
}

impl Script {
    fn release(&self) {
        *self.is_over.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.over.notify_all();
    }

    fn hang(&self) {
        let is_over = self.is_over.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.over.wait_while(is_over, |is_over| !*is_over));
    }
}

impl Answerer for Script {
    fn ask(&self, question: &str, _: &mut Conversation, _: Date) -> Answer {
        if question.contains("panic") {
            panic!("as the script says");
        } else if question.contains("hang") {
            self.hang();
        } else if question.contains("slow") {
            std::thread::sleep(Duration::from_millis(2_000));
        }
        let choice = |label: &str| Choice { label: label.into(), question: format!("{label}?") };
        let (status, choices) = if question.contains("which") {
            (Status::Unclear, vec![choice("The March talks"), choice("The May talks")])
        } else if question.contains("missing") {
            (Status::NotInArticles, vec![choice("Where the talks are"), choice("Who talks")])
        } else {
            (Status::Answered, Vec::new())
        };
        let text = format!("The scripted answer to {question}");
        Answer { status, text, choices, ..Answer::default() }
    }

    fn check_claims(&self, text: &str, today: Date) -> Vec<Claim> {
        self.ask(text, &mut Conversation::default(), today);
        Vec::new()
    }
}
