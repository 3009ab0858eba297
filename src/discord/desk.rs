//! The desk that all questions come to: the knowledge, what is remembered for a while, and how an
//! answer is made and noted in the log. It knows nothing of how it is asked or where answers go.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use jiff::civil::Date;
use tracing::{info, warn};

use super::answering::{Answerer, Lost, Workers};
use super::cooldown::{Cooldown, Wait};
use super::custom_id::ChoiceId;
use super::layout::{self, Reader};
use super::limits;
use super::locale::Locale;
use super::reply::Reply;
use super::running::Running;
use super::shelf::Shelf;
use super::{Options, Timing, Today};
use crate::answer::Answer;
use crate::config;
use crate::engine::{Claim, Conversation, Engine, ProofId};

/// The most people, channels or events that anything is remembered of.
const MOST: usize = 20_000;

/// How long a channel is left alone that the bot may not write to.
const LEFT_ALONE: Duration = Duration::from_secs(600);

/// How long an event is known, so that one that is sent again is not answered again.
const KNOWN: Duration = Duration::from_secs(900);

/// How long a reader's language is remembered.
const READER: Duration = Duration::from_secs(24 * 3600);

/// How long the questions are remembered that a menu or a button stands for.
const CHOICES: Duration = Duration::from_secs(900);

/// How long it is known that a private answer was shared.
const SHARED: Duration = Duration::from_secs(24 * 3600);

/// All that the parts of the bot share.
pub(super) struct Desk {
    pub(super) engine: Arc<Engine>,
    answerer: Arc<dyn Answerer>,
    today: Today,
    pub(super) settings: config::Discord,
    pub(super) timing: Timing,
    pub(super) running: Running,
    pub(super) workers: Workers,
    cooldown: Cooldown,
    /// What was said by a person in a channel: last, and up to the answer with this quote.
    talks: Shelf<(u64, u64, Option<ProofId>), Conversation>,
    choices: Shelf<ChoiceId, String>,
    readers: Shelf<u64, Locale>,
    closed: Shelf<u64, ()>,
    /// Who was told to wait: a person in a channel, or all of it.
    waiting: Shelf<(Option<u64>, u64), ()>,
    seen: Shelf<u64, ()>,
    shared: Shelf<u64, ()>,
    upcoming: Shelf<Date, Arc<Vec<String>>>,
    /// The numbers of the commands, once Discord has told them.
    pub(super) command_ids: OnceLock<HashMap<String, u64>>,
}

/// Who asks, where, and by which command.
#[derive(Clone, Copy, Debug)]
pub(super) struct Job {
    pub(super) person: u64,
    pub(super) channel: u64,
    pub(super) guild: Option<u64>,
    /// The number of the message or the press that it came by.
    pub(super) event: u64,
    pub(super) command: &'static str,
    pub(super) reader: Reader,
}

/// A question with what it may follow up.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) text: String,
    /// The quote of the answer that it follows up; the last answer, where none is named.
    pub(super) about: Option<ProofId>,
}

/// A reply, and the word for it in the log.
pub(super) type Outcome = (Reply, &'static str);

impl Desk {
    pub(super) fn new(options: &Options) -> Self {
        let settings = options.settings.clone();
        let minutes = Duration::from_secs(60 * u64::from(settings.follow_up_minutes));
        Self {
            engine: Arc::clone(&options.engine),
            answerer: Arc::clone(&options.answerer),
            today: Arc::clone(&options.today),
            timing: options.timing,
            running: Running::new(),
            workers: Workers::new(options.timing.patience),
            cooldown: Cooldown::new(&settings, governor::clock::DefaultClock::default()),
            talks: Shelf::new(minutes, MOST),
            choices: Shelf::new(CHOICES, MOST),
            readers: Shelf::new(READER, MOST),
            closed: Shelf::new(LEFT_ALONE, MOST),
            waiting: Shelf::new(Duration::ZERO, MOST),
            seen: Shelf::new(KNOWN, MOST),
            shared: Shelf::new(SHARED, MOST),
            upcoming: Shelf::new(KNOWN, 2),
            command_ids: OnceLock::new(),
            settings,
        }
    }

    /// The day that it is.
    pub(super) fn today(&self) -> Date {
        (self.today)()
    }

    /// Whether an event is new. After a lost connection Discord may send one again.
    pub(super) fn is_new(&self, event: u64) -> bool {
        self.seen.put_new(event, ())
    }

    /// Counts a question, or whatever else somebody makes the bot say; how long to wait where it is
    /// one too many.
    pub(super) fn may_ask(&self, person: u64, channel: u64) -> Result<(), Wait> {
        self.cooldown.ask(person, channel)?;
        self.waiting.forget(&(Some(person), channel));
        Ok(())
    }

    /// Whether it is to be told how long to wait: once in that time, to the person or, where the
    /// whole channel has to, to whoever is the first.
    pub(super) fn tells_to_wait(&self, person: u64, channel: u64, wait: Wait) -> bool {
        let who = matches!(wait, Wait::Person(_)).then_some(person);
        self.waiting.put_new_for(Duration::from_secs(wait.seconds()), (who, channel), ())
    }

    /// Whether a private answer was not shared yet; from now on it was.
    pub(super) fn is_first_share(&self, message: u64) -> bool {
        self.shared.put_new(message, ())
    }

    /// Notes that a private answer could not be shared.
    pub(super) fn was_not_shared(&self, message: u64) {
        self.shared.forget(&message);
    }

    /// Whether the bot may write to a channel, as far as is known.
    pub(super) fn is_open(&self, channel: u64) -> bool {
        self.closed.get(&channel).is_none()
    }

    /// Leaves a channel alone that refused a message for want of a permission.
    pub(super) fn leave_alone(&self, channel: u64, permission: &str) {
        self.closed.put(channel, ());
        let minutes = LEFT_ALONE.as_secs() / 60;
        warn!(
            channel,
            permission,
            "a channel refuses the bot: give it the permission; it is left alone for {minutes} minutes"
        );
    }

    /// Remembers what a person reads, as only commands and buttons tell it.
    pub(super) fn remember_reader(&self, person: u64, locale: Locale) {
        self.readers.put(person, locale);
    }

    /// The language to answer a message in.
    pub(super) fn reader_of(&self, person: u64, text: &str) -> Locale {
        let known = self.readers.get(&person);
        known.or_else(|| Locale::of_text(text)).unwrap_or_default()
    }

    /// The question that a choice stands for: as it is remembered, or as `asked` leads to it again,
    /// which is what was asked when it was offered. The number of a choice is made of its words, so
    /// this is never another question.
    pub(super) async fn choice(
        self: &Arc<Self>,
        choice: ChoiceId,
        asked: Option<String>,
    ) -> Option<String> {
        if let Some(question) = self.choices.get(&choice) {
            return Some(question);
        }
        let (desk, asked) = (Arc::clone(self), asked?);
        let again = self.workers.aside(move || desk.answer_alone(&asked).choices).await;
        let mut offered = again.ok()?.into_iter().map(|choice| choice.question);
        offered.find(|question| ChoiceId::of(question) == choice)
    }

    /// What happens from today on, in the articles' words.
    pub(super) fn upcoming(&self) -> Arc<Vec<String>> {
        let today = self.today();
        self.upcoming.get(&today).unwrap_or_else(|| {
            let entries = self.engine.timeline(Some(today), None, None);
            let events: Vec<String> = entries.into_iter().map(|entry| entry.what).collect();
            let events = Arc::new(events);
            self.upcoming.put(today, Arc::clone(&events));
            events
        })
    }

    /// Answers a question.
    pub(super) async fn ask(self: &Arc<Self>, job: Job, question: Question) -> Reply {
        let text = self.settings.log_questions.then(|| question.text.clone());
        self.work(job, text, move |desk| {
            let answer = desk.answer(job, &question);
            let asked = limits::cut(&question.text, limits::QUESTION);
            (layout::answer(&answer, &asked, &desk.engine, job.reader), answer.status.as_str())
        })
        .await
    }

    /// The engine's answer in the conversation of the person in the channel.
    fn answer(&self, job: Job, question: &Question) -> Answer {
        let key = |about| (job.person, job.channel, about);
        let kept = self.talks.get(&key(question.about));
        let anew = || self.engine.conversation_about(question.about?);
        let mut talk = kept.or_else(anew).unwrap_or_default();
        let text = limits::cut(&question.text, limits::QUESTION);
        let answer = self.answerer.ask(&text, &mut talk, self.today());
        if let Some(proof) = answer.citations.first() {
            self.talks.put(key(Some(ProofId::of(proof))), talk.clone());
        }
        self.talks.put(key(None), talk);
        for choice in &answer.choices {
            self.choices.put(ChoiceId::of(&choice.question), choice.question.clone());
        }
        answer
    }

    /// What a text claims, and what the articles say to it.
    pub(super) fn check_claims(&self, text: &str) -> Vec<Claim> {
        self.answerer.check_claims(text, self.today())
    }

    /// An answer that is no part of a conversation.
    fn answer_alone(&self, text: &str) -> Answer {
        self.answerer.ask(text, &mut Conversation::default(), self.today())
    }

    /// Does work aside and notes it in the log; an apology where it is lost. The text of a question
    /// is noted only where the operator asks for it.
    pub(super) async fn work(
        self: &Arc<Self>,
        job: Job,
        text: Option<String>,
        work: impl FnOnce(&Self) -> Outcome + Send + 'static,
    ) -> Reply {
        let start = Instant::now();
        let desk = Arc::clone(self);
        let done = self.workers.aside(move || work(&desk)).await;
        let status = done.as_ref().map_or_else(|lost| lost.as_str(), |(_, status)| *status);
        let Job { person, channel, guild, event, command, reader } = job;
        let micros = start.elapsed().as_micros() as u64;
        info!(command, status, micros, event, person, channel, guild, text, "answered");
        let words = reader.locale.words();
        done.map_or_else(
            |lost| {
                let is_slow = lost == Lost::TooSlow;
                layout::note(if is_slow { &words.too_slow } else { &words.apology }, reader)
            },
            |(reply, _)| reply,
        )
    }
}

#[cfg(test)]
mod tests;
