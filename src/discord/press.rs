//! Buttons, menus and modals. All they need they carry, so they work after a restart too.

use std::sync::Arc;

use serenity::all::{
    ComponentInteraction, CreateInteractionResponse, Message, MessageFlags, ModalInteraction,
};
use serenity::http::Http;
use tracing::info;

use super::below;
use super::custom_id::{Action, ChoiceId, MOST_OTHERS, Reason};
use super::desk::{Desk, Question};
use super::failure::Trouble;
use super::layout::{self, Reader};
use super::reply::Reply;
use super::respond::{Caller, trying};
use super::{send, slash};
use crate::answer::Citation;
use crate::engine::{Engine, ProofId};

/// The field of the modal.
const FIELD: &str = "question";

/// Does what a button or menu stands for.
pub(super) async fn press(desk: &Arc<Desk>, http: &Arc<Http>, press: &ComponentInteraction) {
    let caller = Caller::of_button(http, press);
    desk.remember_reader(caller.person, caller.locale);
    match Action::read(&press.data.custom_id) {
        Some(action) => act(desk, &caller, press, action).await,
        None => caller.tell(&caller.locale.words().old_button).await,
    }
}

async fn act(desk: &Arc<Desk>, caller: &Caller, press: &ComponentInteraction, action: Action) {
    let message = &press.message;
    let is_private = is_private(message);
    match action {
        Action::Context(_) | Action::Others(..) => show(desk, caller, action, true).await,
        Action::Tell(_) => match desk.may_ask(caller.person, caller.channel) {
            Ok(()) => show(desk, caller, action, is_private).await,
            Err(wait) => slash::tell_to_wait(caller, wait).await,
        },
        Action::FollowUp(proof) => ask_for_follow_up(caller, proof).await,
        Action::Share(_) => share(desk, caller, message).await,
        Action::NotRight(proof) => {
            let reply = layout::not_right(proof, message.id.get(), caller.locale);
            // A failure is in the log; the person can press again.
            let _ = caller.say(&reply, true).await;
        }
        Action::Reason(reason, proof, answer) => note(caller, reason, proof, answer).await,
        Action::Delete(asker) => delete(caller, message, asker).await,
        Action::Choose(_, choice) => choose(desk, caller, message, choice).await,
        Action::Pick => {
            if let Some(choice) = below::picked(press) {
                choose(desk, caller, message, choice).await;
            }
        }
    }
}

/// Answers the follow-up that a modal holds.
pub(super) async fn submit(desk: &Arc<Desk>, http: &Arc<Http>, modal: &ModalInteraction) {
    let caller = Caller::of_modal(http, modal);
    let Some(Action::FollowUp(about)) = Action::read(&modal.data.custom_id) else {
        return caller.tell(&caller.locale.words().old_button).await;
    };
    let text = below::field(&modal.data.components, FIELD).unwrap_or_default();
    if text.trim().is_empty() {
        return caller.tell(&caller.locale.words().how_to_ask).await;
    }
    if let Err(wait) = desk.may_ask(caller.person, caller.channel) {
        return slash::tell_to_wait(&caller, wait).await;
    }
    let is_private = modal.message.as_deref().is_some_and(is_private);
    let reply = desk.ask(slash::job(&caller, "follow_up", is_private), Question { text, about });
    caller.answer(desk.timing.watchdog, is_private, reply).await;
}

fn is_private(message: &Message) -> bool {
    message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

/// Shows what is known of a quote.
async fn show(desk: &Arc<Desk>, caller: &Caller, action: Action, is_private: bool) {
    let command = match action {
        Action::Context(_) => "context",
        Action::Others(..) => "others",
        _ => "nearest",
    };
    let job = slash::job(caller, command, is_private);
    let work = desk.work(job, None, move |desk| match look_up(&desk.engine, &action, job.reader) {
        Some(reply) => (reply, "shown"),
        None => (layout::note(&job.reader.locale.words().gone, job.reader), "gone"),
    });
    caller.answer(desk.timing.watchdog, is_private, work).await;
}

/// `None` where the knowledge does not have the quote any more.
fn look_up(engine: &Engine, action: &Action, reader: Reader) -> Option<Reply> {
    match action {
        Action::Context(proof) => {
            engine.proof(*proof).map(|citation| layout::context(&citation, reader.locale))
        }
        Action::Others(proof, named) => {
            reports(engine, *proof, named).map(|reports| layout::others(&reports, reader.locale))
        }
        Action::Tell(proof) => engine.proof(*proof).map(|citation| layout::said(&citation, reader)),
        _ => None,
    }
}

/// The reports that an answer named, then those that are likest, an article only once.
fn reports(engine: &Engine, proof: ProofId, named: &[ProofId]) -> Option<Vec<Citation>> {
    let own = engine.proof(proof)?;
    let mut reports: Vec<_> = named.iter().filter_map(|id| engine.proof(*id)).collect();
    reports.extend(engine.other_reports(proof, MOST_OTHERS));
    let mut titles = vec![own.title];
    reports.retain(|report| {
        let is_new = !titles.contains(&report.title);
        titles.push(report.title.clone());
        is_new
    });
    Some(reports)
}

async fn ask_for_follow_up(caller: &Caller, proof: Option<ProofId>) {
    let modal = send::modal(&Action::FollowUp(proof), FIELD, caller.locale.words());
    // A failure is in the log; the person can press again.
    let _ = caller.first(&modal).await;
}

/// Sends a private answer once more, for everybody; and no answer twice.
async fn share(desk: &Desk, caller: &Caller, message: &Message) {
    if let Err(wait) = desk.may_ask(caller.person, caller.channel) {
        return slash::tell_to_wait(caller, wait).await;
    }
    if !desk.is_first_share(message.id.get()) {
        return caller.tell(&caller.locale.words().shared_already).await;
    }
    let reader = slash::job(caller, "share", true).reader;
    let rows = below::rows(message);
    let shared = layout::shared(&message.content, rows, &caller.name, reader);
    match caller.say(&shared, false).await {
        Ok(()) | Err(Trouble::AlreadyAnswered) => {}
        Err(_) => desk.was_not_shared(message.id.get()),
    }
}

/// Notes what is not right, by numbers alone.
async fn note(caller: &Caller, reason: Reason, proof: Option<ProofId>, message: u64) {
    let quote = proof.map(|proof| format!("{:016x}", proof.0));
    let Caller { person, channel, guild, .. } = *caller;
    info!(reason = reason.as_str(), message, quote, person, channel, guild, "not right");
    let thanks = Reply::of(&caller.locale.words().noted);
    // A failure is in the log; what was to be noted, is.
    let _ = caller.first(&send::replacement(&thanks)).await;
}

/// Deletes an answer for who asked for it, or for a moderator.
async fn delete(caller: &Caller, message: &Message, asker: u64) {
    let words = caller.locale.words();
    if caller.person != asker && !caller.moderates {
        return caller.tell(&words.not_yours).await;
    }
    if caller.first(&CreateInteractionResponse::Acknowledge).await.is_err() {
        return;
    }
    if caller.delete_message().await.is_err() {
        // The message is not of this interaction's kind: then it is one of the channel.
        let (channel, id) = (message.channel_id, message.id);
        if trying("delete", || caller.http().delete_message(channel, id, None)).await.is_err() {
            caller.add(&words.not_deleted).await;
        }
    }
}

/// Asks what was chosen below a message. What its label says is not asked: it lacks what
/// was asked of it.
async fn choose(desk: &Arc<Desk>, caller: &Caller, message: &Message, choice: ChoiceId) {
    if let Err(wait) = desk.may_ask(caller.person, caller.channel) {
        return slash::tell_to_wait(caller, wait).await;
    }
    let is_private = is_private(message);
    let job = slash::job(caller, "choice", is_private);
    let asked = layout::asked(&message.content);
    let reply = async {
        match desk.choice(choice, asked).await {
            Some(text) => desk.ask(job, Question { text, about: None }).await,
            None => layout::note(&job.reader.locale.words().choice_gone, job.reader),
        }
    };
    caller.answer(desk.timing.watchdog, is_private, reply).await;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discord::layout::testing::{reader, show};
    use crate::engine::{Additions, Document};

    /// Two reports of one event, and the proof of an answer from one of them.
    fn engine_and_proof() -> (Engine, ProofId) {
        let report = |title: &str| {
            let text = format!(
                "{title}\n\n7 March 2015\n\n\
                 A fire in the Lumen factory in Harwick killed 12 people on Monday, police said.\n"
            );
            let path = std::path::Path::new("report.txt");
            Document::Article(crate::article::read(text.as_bytes(), path))
        };
        let reports = vec![report("Fire in Harwick kills 12"), report("Harwick mourns its dead")];
        let engine = Engine::new(reports, Additions::default());
        let answer = engine.ask(
            "How many people did the fire in the Lumen factory kill?",
            &mut crate::engine::Conversation::default(),
            jiff::civil::date(2015, 3, 9),
        );
        let proof = ProofId::of(&answer.citations[0]);
        (engine, proof)
    }

    #[test]
    fn a_button_shows_the_same_over_knowledge_that_was_loaded_anew() {
        let (engine, proof) = engine_and_proof();
        for action in [Action::Context(proof), Action::Others(proof, vec![]), Action::Tell(proof)] {
            let action = Action::read(&action.write()).unwrap();
            let before = look_up(&engine, &action, reader()).unwrap();
            assert_eq!(Some(before), look_up(&engine_and_proof().0, &action, reader()));
        }
    }

    #[test]
    fn other_reports_do_not_name_the_article_itself() {
        let (engine, proof) = engine_and_proof();
        let text = show(&look_up(&engine, &Action::Others(proof, vec![proof]), reader()).unwrap());
        let own = engine.proof(proof).unwrap().title;
        assert!(!text.contains(&own) && text.contains("7 March 2015"), "{text}");
    }

    #[test]
    fn a_quote_that_is_gone_shows_nothing() {
        let (engine, _) = engine_and_proof();
        assert_eq!(look_up(&engine, &Action::Context(ProofId(1)), reader()), None);
    }
}
