//! Dateline answers questions about the news from the articles it was given,
//! with the article's own words as proof.
//!
//! The way of the data, which is also the order of the modules:
//!
//! ```text
//! file ── article ──▶ text ──▶ extract ──▶ facts ─┐
//!                                                 ├─▶ answer ──▶ render
//! question ──────────▶ text ──▶ question ─────────┘
//! ```

pub mod text;
pub mod toml_reader;

pub mod lexicon;

pub mod article;
pub mod fact;

pub mod extract;

pub mod brief;

pub mod question;

pub mod answer;
pub mod engine;

pub mod render;

pub mod config;
pub mod knowledge;
pub mod terminal;

#[cfg(feature = "discord")]
pub mod discord;

pub mod cli;
