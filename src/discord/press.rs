//! Buttons, menus and modals. All they need they carry, so they work after a restart too.

use std::sync::Arc;

use serenity::all::{
    ActionRow, ActionRowComponent, ButtonKind, ComponentInteraction, ComponentInteractionDataKind,
    CreateInteractionResponse, Message, MessageFlags, ModalInteraction,
};
use serenity::http::Http;
use tracing::info;

use super::custom_id::{Action, ChoiceId, MOST_OTHERS, Reason};
use super::desk::{Desk, Question};
use super::layout;
use super::reply::{Button, Menu, Reply, Row};
use super::respond::{Caller, trying};
use super::{send, slash};
use crate::engine::{Engine, ProofId};

/// The field of the modal.
const FIELD: &str = "question";

/// Does what a button or menu stands for.
pub(super) async fn press(desk: &Arc<Desk>, http: &Arc<Http>, press: &ComponentInteraction) {
    let caller = Caller::of_button(http, press);
    desk.remember_reader(caller.person, caller.locale);
    let words = caller.locale.words();
    let message = &press.message;
    let is_private = is_private(message);
    let Some(action) = Action::read(&press.data.custom_id) else {
        return caller.tell(&words.old_button).await;
    };
    match action {
        Action::Context(proof) => {
            show(desk, &caller, "context", true, move |engine, caller| {
                context(engine, caller, proof)
            })
            .await;
        }
        Action::Others(proof, others) => {
            let show_others =
                move |engine: &Engine, caller: &Caller| reports(engine, caller, proof, &others);
            show(desk, &caller, "others", true, show_others).await;
        }
        Action::Tell(proof) => {
            show(desk, &caller, "nearest", is_private, move |engine, caller| {
                said(engine, caller, proof, is_private)
            })
            .await;
        }
        Action::FollowUp(proof) => ask_for_follow_up(&caller, proof).await,
        Action::Share(_) => share(&caller, message).await,
        Action::NotRight(proof) => {
            let reply = layout::not_right(proof, message.id.get(), caller.locale);
            caller.say(&reply, true).await;
        }
        Action::Reason(reason, proof, answer) => note(&caller, reason, proof, answer).await,
        Action::Delete(asker) => delete(&caller, message, asker).await,
        Action::Choose(place, choice) => {
            let label = labels(message, place);
            choose(desk, &caller, choice, label, is_private).await;
        }
        Action::Pick => {
            if let Some((choice, label)) = picked(press) {
                choose(desk, &caller, choice, Some(label), is_private).await;
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
    let text = field(&modal.data.components).unwrap_or_default();
    if text.trim().is_empty() {
        return caller.tell(&caller.locale.words().how_to_ask).await;
    }
    let is_private = modal.message.as_deref().is_some_and(is_private);
    ask(desk, &caller, Question { text, about }, "follow_up", is_private).await;
}

/// The actions of what stands below a message.
pub(super) fn actions(message: &Message) -> impl Iterator<Item = Action> + '_ {
    let parts = message.components.iter().flat_map(|row| &row.components);
    parts.filter_map(|part| match part {
        ActionRowComponent::Button(button) => match &button.data {
            ButtonKind::NonLink { custom_id, .. } => Action::read(custom_id),
            _ => None,
        },
        _ => None,
    })
}

fn is_private(message: &Message) -> bool {
    message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

/// Shows something that is looked up.
async fn show(
    desk: &Arc<Desk>,
    caller: &Caller,
    command: &'static str,
    is_private: bool,
    look_up: impl FnOnce(&Engine, &Caller) -> Option<Reply> + Send + 'static,
) {
    let job = slash::job(caller, command, is_private);
    let asking = caller.clone();
    let work = desk.work(job, None, move |desk| match look_up(&desk.engine, &asking) {
        Some(reply) => (reply, "shown"),
        None => (layout::note(&asking.locale.words().gone), "gone"),
    });
    caller.answer(desk.timing.watchdog, is_private, work).await;
}

fn context(engine: &Engine, caller: &Caller, proof: ProofId) -> Option<Reply> {
    engine.proof(proof).map(|citation| layout::context(&citation, caller.locale))
}

/// The reports that an answer named, then those that are likest, an article only once.
fn reports(engine: &Engine, caller: &Caller, proof: ProofId, named: &[ProofId]) -> Option<Reply> {
    let own = engine.proof(proof)?;
    let mut reports: Vec<_> = named.iter().filter_map(|id| engine.proof(*id)).collect();
    reports.extend(engine.other_reports(proof, MOST_OTHERS));
    let mut titles = vec![own.title];
    reports.retain(|report| {
        let is_new = !titles.contains(&report.title);
        titles.push(report.title.clone());
        is_new
    });
    Some(layout::others(&reports, caller.locale))
}

fn said(engine: &Engine, caller: &Caller, proof: ProofId, is_private: bool) -> Option<Reply> {
    let reader = slash::job(caller, "nearest", is_private).reader;
    engine.proof(proof).map(|citation| layout::said(&citation, reader))
}

async fn ask_for_follow_up(caller: &Caller, proof: Option<ProofId>) {
    let modal = send::modal(&Action::FollowUp(proof), FIELD, caller.locale.words());
    // A failure is in the log; the person can press again.
    let _ = caller.first(&modal).await;
}

/// Sends a private answer once more, for everybody.
async fn share(caller: &Caller, message: &Message) {
    let reader = slash::job(caller, "share", true).reader;
    let rows = message.components.iter().map(row).collect();
    caller.say(&layout::shared(&message.content, rows, &caller.name, reader), false).await;
}

/// A row of a message as it was sent.
fn row(row: &ActionRow) -> Row {
    let mut buttons = Vec::new();
    for part in &row.components {
        match part {
            ActionRowComponent::Button(button) => {
                let ButtonKind::NonLink { custom_id, .. } = &button.data else { continue };
                let Some(action) = Action::read(custom_id) else { continue };
                buttons.push(Button::new(button.label.as_deref().unwrap_or_default(), action));
            }
            ActionRowComponent::SelectMenu(menu) => {
                let options = menu.options.iter();
                return Row::Menu(Menu {
                    placeholder: menu.placeholder.clone().unwrap_or_default(),
                    options: options.map(|it| (it.label.clone(), it.value.clone())).collect(),
                    action: Action::Pick,
                });
            }
            _ => {}
        }
    }
    Row::Buttons(buttons)
}

/// Notes what is not right, by numbers alone.
async fn note(caller: &Caller, reason: Reason, proof: Option<ProofId>, message: u64) {
    let quote = proof.map(|proof| format!("{:016x}", proof.0));
    let Caller { person, channel, guild, .. } = *caller;
    info!(reason = reason.word(), message, quote, person, channel, guild, "not right");
    let thanks = layout::note(&caller.locale.words().noted);
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

/// Asks what was chosen: as it was offered or, when that is forgotten, as it is labelled.
async fn choose(
    desk: &Arc<Desk>,
    caller: &Caller,
    choice: ChoiceId,
    label: Option<String>,
    is_private: bool,
) {
    let Some(text) = desk.choice(choice).or(label) else {
        return caller.tell(&caller.locale.words().gone).await;
    };
    ask(desk, caller, Question { text, about: None }, "choice", is_private).await;
}

async fn ask(
    desk: &Arc<Desk>,
    caller: &Caller,
    question: Question,
    command: &'static str,
    is_private: bool,
) {
    if let Err(seconds) = desk.may_ask(caller.person, caller.channel) {
        return slash::wait(caller, seconds).await;
    }
    let reply = desk.ask(slash::job(caller, command, is_private), question);
    caller.answer(desk.timing.watchdog, is_private, reply).await;
}

/// What stands on the button that asks the choice at `place`.
fn labels(message: &Message, place: usize) -> Option<String> {
    let parts = message.components.iter().flat_map(|row| &row.components);
    parts.into_iter().find_map(|part| {
        let ActionRowComponent::Button(button) = part else { return None };
        let ButtonKind::NonLink { custom_id, .. } = &button.data else { return None };
        let is_it = matches!(Action::read(custom_id), Some(Action::Choose(at, _)) if at == place);
        button.label.clone().filter(|_| is_it)
    })
}

/// What was chosen in a menu, with what stands there.
fn picked(press: &ComponentInteraction) -> Option<(ChoiceId, String)> {
    let ComponentInteractionDataKind::StringSelect { values } = &press.data.kind else {
        return None;
    };
    let value = values.first()?;
    let parts = press.message.components.iter().flat_map(|row| &row.components);
    let label = parts.into_iter().find_map(|part| match part {
        ActionRowComponent::SelectMenu(menu) => {
            menu.options.iter().find(|option| option.value == *value).map(|it| it.label.clone())
        }
        _ => None,
    });
    Some((ChoiceId::read(value)?, label.unwrap_or_default()))
}

/// What was typed into the modal.
fn field(rows: &[ActionRow]) -> Option<String> {
    rows.iter().flat_map(|row| &row.components).find_map(|part| match part {
        ActionRowComponent::InputText(input) if input.custom_id == FIELD => input.value.clone(),
        _ => None,
    })
}
