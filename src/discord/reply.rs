//! What the bot says, as plain data: text, and what can be pressed or chosen below it.

use super::custom_id::Action;

/// A message before it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reply {
    /// The text; what others wrote in it is escaped already.
    pub(super) content: String,
    /// What stands below.
    pub(super) rows: Vec<Row>,
    /// Whether it helps nobody but who asked: then others do not see it, where that is not decided
    /// already.
    pub(super) is_aside: bool,
}

/// A row below a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// Buttons, side by side.
    Buttons(Vec<Button>),
    /// A menu in which one thing is chosen.
    Menu(Menu),
}

/// A button with words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Button {
    pub(super) label: String,
    pub(super) action: Action,
}

/// A menu below a reply, of which one option can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Menu {
    pub(super) placeholder: String,
    /// What is seen, and what it carries.
    pub(super) options: Vec<(String, String)>,
    pub(super) action: Action,
}

impl Reply {
    /// Text alone.
    pub(super) fn of(content: impl Into<String>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// The same for who asked alone. What nobody else sees, nobody has to delete.
    pub(super) fn aside(self) -> Self {
        Self { is_aside: true, ..self }
    }

    /// The same text with nothing below.
    pub(super) fn bare(&self) -> Self {
        Self { rows: Vec::new(), ..self.clone() }
    }

    /// The same with a row of buttons below.
    pub(super) fn with_buttons(mut self, buttons: Vec<Button>) -> Self {
        if !buttons.is_empty() {
            self.rows.push(Row::Buttons(buttons));
        }
        self
    }
}

impl Button {
    pub(super) fn new(label: &str, action: Action) -> Self {
        Self { label: label.to_owned(), action }
    }
}
