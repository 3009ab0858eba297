//! The bot against a fake Discord of the project's own: what people do goes in, what they would
//! see comes out.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod bare;
mod fake_discord;
mod log;
mod rendering;
mod rules;
#[path = "../shared/mod.rs"]
mod shared;
mod stage;

mod asking;
mod buttons;
mod commands;
mod connection;
mod fake_discord_itself;
mod hostile;
mod load;
mod manners;
mod program;
