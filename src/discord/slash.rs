//! Commands: those that begin with a slash, those of a message's menu, and choices while typing.

use std::sync::Arc;

use jiff::civil::Date;
use serenity::all::{
    AutocompleteChoice, CommandData, CommandInteraction, CommandType, CreateAutocompleteResponse,
    CreateInteractionResponse, ResolvedTarget, UserId,
};
use serenity::http::Http;
use tokio::time::timeout;

use super::answering::Lost;
use super::commands::{Command, Does, Menu, OnMessage, PRIVATE, question_about};
use super::complete;
use super::cooldown::Wait;
use super::desk::{Desk, Job, Outcome, Question};
use super::layout::{self, Reader};
use super::locale::Locale;
use super::message;
use super::reply::Reply;
use super::respond::Caller;

/// Runs a command.
pub(super) async fn run(desk: &Arc<Desk>, http: &Arc<Http>, interaction: &CommandInteraction) {
    let caller = Caller::of_command(http, interaction);
    desk.remember_reader(caller.person, caller.locale);
    if let Err(wait) = desk.may_ask(caller.person, caller.channel) {
        return tell_to_wait(&caller, wait).await;
    }
    match interaction.data.kind {
        CommandType::Message => on_message(desk, &caller, interaction).await,
        _ => match Command::named(&interaction.data.name) {
            Some(command) => slash(desk, &caller, command, &interaction.data).await,
            None => caller.tell(&caller.locale.words().how_to_ask).await,
        },
    }
}

/// Tells how long to wait, to who has to.
pub(super) async fn tell_to_wait(caller: &Caller, wait: Wait) {
    let reader = Reader { locale: caller.locale, is_private: true, person: caller.person };
    caller.tell(&layout::wait(wait.seconds(), reader).content).await;
}

/// Gives choices for what is being typed.
pub(super) async fn complete(desk: &Arc<Desk>, http: &Arc<Http>, interaction: &CommandInteraction) {
    let Some(option) = interaction.data.autocomplete() else { return };
    let (typed, at_desk) = (option.value.to_owned(), Arc::clone(desk));
    let work = move || complete::choices(&at_desk.engine, &at_desk.upcoming(), &typed);
    let choices = timeout(desk.timing.watchdog, desk.workers.aside(work)).await;
    let choices = choices.unwrap_or(Err(Lost::TooSlow)).unwrap_or_default();
    let choices = choices.into_iter().map(AutocompleteChoice::from).collect();
    let response = CreateAutocompleteResponse::new().set_choices(choices);
    let response = CreateInteractionResponse::Autocomplete(response);
    // A failure is in the log; the person goes on typing.
    let _ = Caller::of_command(http, interaction).first(&response).await;
}

async fn slash(desk: &Arc<Desk>, caller: &Caller, command: &'static Command, data: &CommandData) {
    // The help helps nobody but who asks for it.
    let is_private = flag(data, PRIVATE) || command.does == Does::Help;
    let job = job(caller, command.name, is_private);
    let text = |name| text(data, name).unwrap_or_default().to_owned();
    let reply = async {
        match command.does {
            Does::Ask => ask(desk, job, text("question")).await,
            Does::AskAbout(words) => ask(desk, job, question_about(words, &text("topic"))).await,
            Does::Brief => {
                let topic = text("topic");
                desk.work(job, None, move |desk| brief(desk, &topic, job.reader)).await
            }
            Does::Timeline => {
                let days = [text("from"), text("to")];
                let about = text("about");
                desk.work(job, None, move |desk| timeline(desk, &days, &about, job.reader)).await
            }
            Does::Sources => {
                let sources = move |desk: &Desk| {
                    (layout::sources(desk.engine.sources(), job.reader), "listed")
                };
                desk.work(job, None, sources).await
            }
            Does::Help => {
                let help = move |desk: &Desk| (help(desk, job.reader), "helped");
                desk.work(job, None, help).await
            }
        }
    };
    caller.answer(desk.timing.watchdog, is_private, reply).await;
}

async fn ask(desk: &Arc<Desk>, job: Job, text: String) -> Reply {
    desk.ask(job, Question { text, about: None }).await
}

/// What a command is asked by, and for whom.
pub(super) fn job(caller: &Caller, command: &'static str, is_private: bool) -> Job {
    let reader = Reader { locale: caller.locale, is_private, person: caller.person };
    let Caller { person, channel, guild, .. } = *caller;
    Job { person, channel, guild, event: caller.event(), command, reader }
}

/// A command of a message's menu. Its answer is private: who wrote the message did not ask; it can
/// be shared.
async fn on_message(desk: &Arc<Desk>, caller: &Caller, interaction: &CommandInteraction) {
    let data = &interaction.data;
    let (Some(menu), Some(ResolvedTarget::Message(message))) =
        (Menu::named(&data.name), data.target())
    else {
        return caller.tell(&caller.locale.words().how_to_ask).await;
    };
    // A bot has the number of its application.
    let text = message::lines(message, UserId::new(interaction.application_id.get()));
    if text.trim().is_empty() {
        return caller.tell(&caller.locale.words().no_claims).await;
    }
    let job = job(caller, menu.key, true);
    let reply = async {
        match menu.does {
            OnMessage::Ask => ask(desk, job, text).await,
            OnMessage::Check => {
                let check = move |desk: &Desk| {
                    (layout::check(&desk.check_claims(&text), job.reader), "checked")
                };
                desk.work(job, None, check).await
            }
        }
    };
    caller.answer(desk.timing.watchdog, true, reply).await;
}

fn brief(desk: &Desk, topic: &str, reader: Reader) -> Outcome {
    let engine = &desk.engine;
    let found = engine.source_about(topic);
    match found.and_then(|index| Some((index, engine.sources().get(index)?))) {
        Some((index, source)) => (layout::brief(&engine.brief(index), source, reader), "answered"),
        None => (layout::note(&reader.locale.words().no_brief, reader), "not_in_articles"),
    }
}

fn timeline(desk: &Desk, days: &[String; 2], about: &str, reader: Reader) -> Outcome {
    let words = reader.locale.words();
    let [from, to] = days.each_ref().map(|text| text.trim());
    let (first, last) = (span(desk, from, reader.locale), span(desk, to, reader.locale));
    if !from.is_empty() && first.is_none() || !to.is_empty() && last.is_none() {
        return (layout::note(&words.bad_day, reader), "misused");
    }
    let (first, last) = (first.map(|(first, _)| first), last.map(|(_, last)| last));
    if first.zip(last).is_some_and(|(first, last)| last < first) {
        return (layout::note(&words.days_turned, reader), "misused");
    }
    let about = Some(about.trim()).filter(|about| !about.is_empty());
    let entries = desk.engine.timeline(first, last, about);
    let around = Some(desk.today()).filter(|_| first.is_none() && last.is_none());
    (layout::timeline(&entries, around, desk.engine.sources(), reader), "listed")
}

/// The first and the last day of a time that is typed in English, or as the bot writes it for this
/// reader.
fn span(desk: &Desk, text: &str, locale: Locale) -> Option<(Date, Date)> {
    desk.engine.days(text, desk.today()).or_else(|| locale.days(text))
}

fn help(desk: &Desk, reader: Reader) -> Reply {
    let id = |name: &str| desk.command_ids.get().and_then(|ids| ids.get(name).copied());
    layout::help(id, &desk.settings, reader)
}

fn text<'a>(data: &'a CommandData, name: &str) -> Option<&'a str> {
    data.options.iter().find(|option| option.name == name)?.value.as_str()
}

fn flag(data: &CommandData, name: &str) -> bool {
    let option = data.options.iter().find(|option| option.name == name);
    option.and_then(|option| option.value.as_bool()).unwrap_or_default()
}
