//! Reading the TOML that people write: fact files, word lists, `config.toml`.
//!
//! Text goes in; values with the place where they stand come out, and beside them every problem of
//! the text, not only the first. Nothing here knows what the keys mean, and nothing here fails:
//! what cannot be read is told and left out.

mod problem;
mod sheet;
mod table;

pub use problem::{Lines, Place, Problem, utf8};
pub use sheet::Sheet;
pub use table::{Said, Table};
