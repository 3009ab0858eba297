//! From answers to text: JSON for programs, lines for a terminal.
//!
//! Plain data goes in, text comes out. This is the edge where text leaves: what an article or a
//! question holds is made harmless here, once, and nowhere else. Nothing is written from here.

mod clean;
pub mod json;

pub use clean::{cut, harmless};
