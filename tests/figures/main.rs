//! How good the program is, measured on `../shared`, and never below `floors.toml`.
//!
//! `cargo test --release --test figures -- --nocapture` prints every figure; with `FIGURES=verbose`
//! also every case that goes wrong. What is measured is told at the head of each module.

#![allow(clippy::expect_used, reason = "a panic is how a test fails")]

#[path = "../../examples/fit_brief/score.rs"]
mod score;
#[path = "../shared/mod.rs"]
mod shared;

mod brief;
mod dates;
mod figure;
mod leaning;
mod pairs;
mod questions;
mod sentences;

use figure::{Bounds, Figure};

#[test]
fn every_figure_keeps_its_bound() {
    let verbose = std::env::var("FIGURES").is_ok_and(|it| it == "verbose");
    let bounds: Bounds = toml::from_str(include_str!("floors.toml")).expect("the bounds are TOML");
    let measures = [
        questions::measure,
        brief::measure,
        dates::measure,
        leaning::measure,
        sentences::measure,
        pairs::measure,
    ];
    let figures: Vec<Figure> = measures.iter().flat_map(|measure| measure(verbose)).collect();
    let rows: Vec<(String, bool)> = figures.iter().map(|figure| bounds.row(figure)).collect();
    println!("| figure | here | bound |\n|---|---|---|");
    rows.iter().for_each(|(row, _)| println!("{row}"));
    let broken: Vec<&String> =
        rows.iter().filter(|(_, holds)| !holds).map(|(row, _)| row).collect();
    assert!(broken.is_empty(), "out of bounds: {broken:#?}");
}
