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
pub mod article;
