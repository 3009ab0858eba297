//! Who is there and where they talk.

/// The bot's user, which is its application too.
pub(crate) const BOT: u64 = 1_100_000_000_000_000_001;
/// The server.
pub(crate) const GUILD: u64 = 1_200_000_000_000_000_001;

/// What a member may do, as bits.
pub(crate) const MEMBER: u64 = 1 << 6 | 1 << 10 | 1 << 11 | 1 << 14 | 1 << 16 | 1 << 31 | 1 << 38;
const MANAGE_MESSAGES: u64 = 1 << 13;

/// Somebody.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) locale: String,
    pub(super) permissions: u64,
    pub(super) is_bot: bool,
}

impl Person {
    pub(super) fn new(id: u64, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            locale: "en-US".to_owned(),
            permissions: MEMBER,
            is_bot: false,
        }
    }

    /// The same person, whose Discord speaks `locale`.
    pub(crate) fn reading(mut self, locale: &str) -> Self {
        locale.clone_into(&mut self.locale);
        self
    }

    /// The same person, who looks after the server.
    pub(crate) fn moderating(mut self) -> Self {
        self.permissions |= MANAGE_MESSAGES;
        self
    }

    /// The same, but a program.
    pub(crate) fn automated(mut self) -> Self {
        self.is_bot = true;
        self
    }
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PlaceKind {
    /// A channel of the server.
    Channel,
    /// A thread below a channel.
    Thread { parent: u64 },
    /// A conversation of one person with the bot.
    Direct { person: u64 },
    /// A channel of a server that the bot is not in: a person brought it along.
    Elsewhere { guild: u64 },
}

/// Where something is said.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) id: u64,
    pub(super) name: String,
    pub(super) kind: PlaceKind,
}

impl Place {
    /// The server it belongs to.
    pub(super) fn guild(&self) -> Option<u64> {
        match self.kind {
            PlaceKind::Channel | PlaceKind::Thread { .. } => Some(GUILD),
            PlaceKind::Elsewhere { guild } => Some(guild),
            PlaceKind::Direct { .. } => None,
        }
    }
}
