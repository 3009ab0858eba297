//! The chat in the terminal: lines in, pages out, until the person leaves.
//!
//! What a line means is decided in [`Session`], which neither reads nor writes; this module and its
//! `input` do, and nothing else. No line that is typed is written anywhere but into the history.

mod banner;
mod command;
mod completion;
mod input;
mod session;

use std::io::{self, Write};

use jiff::civil::Date;

use crate::engine::Engine;
use crate::render::{Page, Screen};
use input::Input;
use session::{Reply, Session};

/// What a chat needs.
pub struct Chat<'a> {
    /// What answers.
    pub engine: &'a Engine,
    /// What shows.
    pub screen: Screen,
    /// The day, asked anew with every question, since chats last.
    pub today: &'a dyn Fn() -> Date,
    /// Whether typed lines are kept for the next chat.
    pub keeps_history: bool,
}

/// Chats until the input ends or the person leaves.
///
/// # Errors
///
/// Where standard input or output fail.
pub fn run(chat: &Chat<'_>) -> io::Result<()> {
    let mut input = Input::new(chat.engine, chat.keeps_history);
    let mut session = Session::new(chat.engine);
    show(chat, &banner::page(chat.engine))?;
    while let Some(line) = input.line()? {
        match session.reply(&line, (chat.today)()) {
            Reply::Page(page) => show(chat, &page)?,
            Reply::Nothing => {}
            Reply::Leave => break,
        }
    }
    input.close();
    Ok(())
}

/// Writes `page` and an empty line below it.
fn show(chat: &Chat<'_>, page: &Page) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", chat.screen.paint(page))?;
    out.flush()
}
