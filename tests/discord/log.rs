//! What is logged while the tests run, caught where it is made.
//!
//! serenity drops an event that it cannot read with one line for debugging; with such a line the
//! fake Discord has forgotten something, and the bot only looks deaf.

use std::fmt::{Debug, Write};
use std::panic::{self, PanicHookInfo};
use std::sync::{Mutex, Once, PoisonError};

use tracing::field::{Field, Visit};
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

/// How the line begins.
const UNKNOWN_EVENT: &str = "An unknown event was received";

static UNKNOWN: Mutex<Vec<String>> = Mutex::new(Vec::new());
static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());
static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Begins to listen, once.
pub(crate) fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let subscriber = tracing_subscriber::registry().with(Ear);
        // Another listener would be a second test harness in this process: there is none.
        tracing::subscriber::set_global_default(subscriber).unwrap();
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            note_panic(panic);
            before(panic);
        }));
    });
}

/// The events that serenity could not read.
pub(crate) fn unknown_events() -> Vec<String> {
    UNKNOWN.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// The places in the bot's own sources that panicked: none may, whatever a test is about.
pub(crate) fn panics() -> Vec<String> {
    PANICS.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

fn note_panic(panic: &PanicHookInfo<'_>) {
    let place = panic.location().filter(|it| it.file().starts_with("src/"));
    if let Some(place) = place {
        let told = format!("a panic at {place}");
        PANICS.lock().unwrap_or_else(PoisonError::into_inner).push(told);
    }
}

/// The bot's own lines so far.
pub(crate) fn lines() -> Vec<String> {
    LINES.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

struct Ear;

impl<S: Subscriber> Layer<S> for Ear {
    fn enabled(&self, metadata: &Metadata<'_>, _: Context<'_, S>) -> bool {
        let is_own = metadata.target().starts_with("dateline");
        is_own
            || metadata.is_event()
                && metadata.target().starts_with("serenity::client::dispatch")
                && *metadata.level() == Level::DEBUG
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut line = Line(String::new());
        event.record(&mut line);
        if event.metadata().target().starts_with("dateline") {
            LINES.lock().unwrap_or_else(PoisonError::into_inner).push(line.0);
        } else if line.0.contains(UNKNOWN_EVENT) {
            UNKNOWN.lock().unwrap_or_else(PoisonError::into_inner).push(line.0);
        }
    }
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        // Writing to a text does not fail.
        let _ = write!(self.0, "{}={value:?} ", field.name());
    }
}
