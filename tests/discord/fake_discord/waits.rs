//! Waiting for what the bot does, as long as it takes and no longer than a person would wait.

use std::time::Duration;

use super::acts::Asked;
use super::rest;
use super::state::{Request, State};
use super::view::{Modal, Seen};
use super::{Discord, Place};
use crate::{log, rules};

/// How long a test waits before it says what it waits for.
const PATIENCE: Duration = Duration::from_secs(15);

impl Discord {
    /// Waits until `look` finds something.
    pub(crate) async fn until<T>(&self, what: &str, look: impl Fn(&State) -> Option<T>) -> T {
        let wait = async {
            loop {
                let changed = self.world.changed.notified();
                tokio::pin!(changed);
                changed.as_mut().enable();
                if let Some(found) = self.world.look(&look) {
                    return found;
                }
                changed.await;
            }
        };
        match tokio::time::timeout(PATIENCE, wait).await {
            Ok(found) => found,
            Err(_) => panic!("waited for {what} in vain; {}", self.story()),
        }
    }

    /// The last requests, for whoever reads why a test failed.
    fn story(&self) -> String {
        self.world.look(|state| {
            let told =
                |it: &Request| format!("  {} {} {} {}", it.status, it.method, it.path, it.body);
            let last = state.requests.iter().rev().take(12).rev().map(told);
            let last = last.collect::<Vec<_>>().join("\n");
            format!("the last requests:\n{last}\nwrong so far: {:#?}", state.violations)
        })
    }

    /// The first message that answers.
    pub(crate) async fn answer(&self, asked: &Asked) -> Seen {
        self.nth_answer(asked, 0).await
    }

    /// The message that answers after `before` others.
    pub(crate) async fn nth_answer(&self, asked: &Asked, before: usize) -> Seen {
        let what = format!("answer {before} to {}", asked.id);
        self.until(&what, |state| {
            let id = *state.exchanges[&asked.id].answers.get(before)?;
            let message = &state.messages[&id];
            let stands = !message.is_thinking && !message.is_deleted;
            stands.then(|| Seen::new(id, message, state, Some(asked.id)))
        })
        .await
    }

    /// The first message that answers and that everybody sees.
    pub(crate) async fn answered_openly(&self, asked: &Asked) -> Seen {
        self.until("an open answer", |state| {
            let mut answers = state.exchanges[&asked.id].answers.iter();
            let open = |id: &&u64| {
                let message = &state.messages[*id];
                message.only_for.is_none() && !message.is_thinking
            };
            let id = *answers.find(|id| open(id))?;
            Some(Seen::new(id, &state.messages[&id], state, Some(asked.id)))
        })
        .await
    }

    /// How many messages answered so far.
    pub(crate) fn answers(&self, asked: &Asked) -> usize {
        self.world.look(|state| state.exchanges[&asked.id].answers.len())
    }

    /// Whether anything came back so far.
    pub(crate) fn was_answered(&self, asked: &Asked) -> bool {
        self.world.look(|state| state.exchanges[&asked.id].first.is_some())
    }

    /// Waits until anything came back.
    pub(crate) async fn response(&self, asked: &Asked) -> Duration {
        let look = |state: &State| {
            let exchange = &state.exchanges[&asked.id];
            Some(exchange.first?.duration_since(exchange.at))
        };
        self.until("a response", look).await
    }

    /// What is offered for what was typed.
    pub(crate) async fn choices(&self, asked: &Asked) -> Vec<String> {
        let data = self.until("choices", |state| state.interaction(asked.id)?.data.clone()).await;
        let choices = data["choices"].as_array().cloned().unwrap_or_default();
        choices.iter().filter_map(|it| Some(it["name"].as_str()?.to_owned())).collect()
    }

    /// The form that pops up.
    pub(crate) async fn modal(&self, asked: &Asked) -> Modal {
        let data = self.until("a modal", |state| state.interaction(asked.id)?.data.clone()).await;
        Modal::new(*asked, &data)
    }

    /// The message `id` as it is now, if it stands.
    pub(crate) fn sees(&self, id: u64) -> Option<Seen> {
        self.world.look(|state| {
            let message = state.messages.get(&id).filter(|message| !message.is_deleted)?;
            Some(Seen::new(id, message, state, None))
        })
    }

    /// Waits until the message `id` is gone.
    pub(crate) async fn vanishes(&self, id: u64) {
        self.until("a message to go", |state| state.messages[&id].is_deleted.then_some(())).await;
    }

    /// Waits until somebody types in `place`.
    pub(crate) async fn types_in(&self, place: &Place) -> Duration {
        let look = |state: &State| {
            let typed = state.typing.iter().find(|(channel, _)| *channel == place.id)?.1;
            let asked = state.exchanges.values().map(|it| it.at).filter(|at| *at < typed).max()?;
            Some(typed.duration_since(asked))
        };
        self.until("typing", look).await
    }

    /// How often the bot showed that it types in `place`.
    pub(crate) fn typed_in(&self, place: &Place) -> usize {
        let count = |state: &State| state.typing.iter().filter(|it| it.0 == place.id).count();
        self.world.look(count)
    }

    /// Waits until the bot is connected and its commands are known.
    pub(crate) async fn ready(&self) {
        self.until("the bot", |state| {
            let is_connected = state.sessions.iter().any(|session| session.wire.is_some());
            (is_connected && !state.commands.is_empty()).then_some(())
        })
        .await;
    }

    /// Waits until the bot has identified so often.
    pub(crate) async fn identified(&self, times: usize) {
        self.until("IDENTIFY", |state| (state.identified >= times).then_some(())).await;
    }

    /// Waits until the bot has resumed so often.
    pub(crate) async fn resumed(&self, times: usize) {
        self.until("RESUME", |state| (state.resumed >= times).then_some(())).await;
    }

    /// How often the bot identified, and how often it resumed.
    pub(crate) fn connections(&self) -> (usize, usize) {
        self.world.look(|state| (state.identified, state.resumed))
    }

    /// Waits until so many heartbeats came.
    pub(crate) async fn beats(&self, times: usize) {
        self.until("heartbeats", |state| (state.heartbeats >= times).then_some(())).await;
    }

    /// Waits until no bot is connected.
    pub(crate) async fn deserted(&self) {
        let is_gone =
            |state: &State| state.sessions.iter().all(|it| it.wire.is_none()).then_some(());
        self.until("the bot to go", is_gone).await;
    }

    /// The requests to one endpoint, in order.
    pub(crate) fn requests(&self, (method, path): super::acts::Endpoint) -> Vec<Request> {
        let fits = |it: &&Request| it.method == method && it.path == path;
        self.world.look(|state| state.requests.iter().filter(fits).cloned().collect())
    }

    /// Every request so far.
    pub(crate) fn all_requests(&self) -> Vec<Request> {
        self.world.look(|state| state.requests.clone())
    }

    /// The presence that the bot shows.
    pub(crate) fn presence(&self) -> String {
        self.world.look(|state| state.presences.last().map(ToString::to_string).unwrap_or_default())
    }

    /// Takes the notes about what was wrong: for tests of the fake Discord itself.
    pub(crate) fn take_violations(&self) -> Vec<String> {
        self.world.change(|state| std::mem::take(&mut state.violations))
    }

    /// Fails if anything was wrong so far.
    pub(super) fn assert_clean(&self) {
        let mut wrong = self.take_violations();
        if !self.world.settings.checks_at_once {
            for request in self.all_requests() {
                let (method, path, body) = (request.method, request.path, &request.body);
                let problems = rules::request_problems(method, path, body);
                if !problems.is_empty() {
                    wrong.push(rest::told(method, path, body, &problems));
                }
            }
        }
        wrong.extend(log::unknown_events());
        wrong.extend(log::panics());
        assert!(wrong.is_empty(), "the bot broke Discord's rules:\n{}", wrong.join("\n"));
    }
}
