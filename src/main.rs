//! The `dateline` program: parses arguments, loads the knowledge, runs one front end.

fn main() {}
