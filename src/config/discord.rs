//! How the bot behaves on Discord. The token is no setting: it comes from the environment alone.

use crate::toml_reader::Table;

/// How often something may be asked: `questions` at once, and as many again after `seconds`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How many.
    pub questions: u32,
    /// In how many seconds.
    pub seconds: u32,
}

/// The checked settings of `[discord]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discord {
    /// How often one person may ask.
    pub person: Pace,
    /// How often all people of a channel may ask together.
    pub channel: Pace,
    /// For how many minutes a follow-up keeps its subject.
    pub follow_up_minutes: u32,
    /// Whether the log holds the words of questions.
    pub log_questions: bool,
}

impl Default for Discord {
    fn default() -> Self {
        Self {
            person: Pace { questions: 5, seconds: 10 },
            channel: Pace { questions: 30, seconds: 10 },
            follow_up_minutes: 15,
            log_questions: false,
        }
    }
}

/// What a file says of them; `None` where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layer {
    pub(super) person_questions: Option<u32>,
    pub(super) person_seconds: Option<u32>,
    pub(super) channel_questions: Option<u32>,
    pub(super) channel_seconds: Option<u32>,
    pub(super) follow_up_minutes: Option<u32>,
    pub(super) log_questions: Option<bool>,
}

/// The most questions at once that can be allowed.
const MOST: u32 = 1_000_000;

/// Reads the table.
pub(super) fn read(mut table: Table<'_>) -> Layer {
    let layer = Layer {
        person_questions: table.number("person_questions", 1..=MOST),
        person_seconds: table.number("person_seconds", 1..=3600),
        channel_questions: table.number("channel_questions", 1..=MOST),
        channel_seconds: table.number("channel_seconds", 1..=3600),
        follow_up_minutes: table.number("follow_up_minutes", 0..=120),
        log_questions: table.flag("log_questions"),
    };
    table.finish();
    layer
}

impl Discord {
    pub(super) fn overlaid(self, layer: &Layer) -> Self {
        Self {
            person: self.person.overlaid(layer.person_questions, layer.person_seconds),
            channel: self.channel.overlaid(layer.channel_questions, layer.channel_seconds),
            follow_up_minutes: layer.follow_up_minutes.unwrap_or(self.follow_up_minutes),
            log_questions: layer.log_questions.unwrap_or(self.log_questions),
        }
    }
}

impl Pace {
    fn overlaid(self, questions: Option<u32>, seconds: Option<u32>) -> Self {
        Self {
            questions: questions.unwrap_or(self.questions),
            seconds: seconds.unwrap_or(self.seconds),
        }
    }
}
