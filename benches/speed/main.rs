//! How fast Dateline is and how much memory it takes: `cargo bench`.
//!
//! Everything runs on the articles beside this file and the shipped knowledge, so that it works on
//! any machine; what needs `../shared` says so where it is skipped. Divan measures: it builds in
//! seconds, gives the median of questions that differ, and needs nothing but a function and a name.

#![allow(clippy::unwrap_used, reason = "a panic is how a bench fails")]

mod answers;
mod corpus;
mod extraction;
mod footprint;
mod language;

fn main() {
    divan::main();
    let narrowed = std::env::args().skip(1).any(|argument| argument != "--bench");
    if !narrowed {
        footprint::report();
    }
}
