//! Fits the weights of `dateline brief` to articles with the phrases that people marked, and tells
//! how well such weights do on articles that they were not fitted to.
//!
//! `cargo run --release --example fit_brief [TABLE]` reads `../shared/benchmarks/5w1h.jsonl`,
//! prints for every question and layout the F1 of the fit and of ten-fold cross-validation, by
//! article and by event, and writes the table of weights where a file is named.

mod corpus;
mod fit;
mod score;

use std::fmt::Write;

use anyhow::Context;
use corpus::{Choice, Item, LAYOUTS, WIDTH};
use dateline::brief::Slot;
use dateline::brief::measure::Measure;
use serde_json::Value;

/// The layouts that are fitted to; the others only measure.
const FITTED: [usize; 2] = [0, 2];
/// How many parts the articles are cut into for cross-validation.
const FOLDS: usize = 10;

/// The weight of the penalty on large weights: the fewer answers stand in plain sight, the more.
fn ridge(slot: Slot) -> f32 {
    match slot {
        Slot::Who => 0.003,
        Slot::Where | Slot::When => 0.03,
        Slot::What | Slot::Why | Slot::How => 0.01,
    }
}

fn main() -> anyhow::Result<()> {
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/benchmarks/5w1h.jsonl");
    let text =
        std::fs::read_to_string(&path).with_context(|| format!("{} is needed", path.display()))?;
    let lines: Vec<Value> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let items = corpus::items(&lines);
    let by_article: Vec<usize> =
        (0..lines.len()).map(|article| (article * 37 + 11) % FOLDS).collect();
    let by_event: Vec<usize> =
        numbered(&corpus::events(&lines)).iter().map(|event| event % FOLDS).collect();
    println!("layouts: {LAYOUTS:?}");
    let mut columns = Vec::new();
    for slot in Slot::ALL {
        let weights = fit::fit(&lists(&items, slot, |_| true), ridge(slot));
        print!("{:<6}fit{}", slot.as_str(), figures(&items, slot, |_| &weights));
        for (name, folds) in [("by article", &by_article), ("by event", &by_event)] {
            let without = |fold| {
                fit::fit(&lists(&items, slot, |item| folds[item.article] != fold), ridge(slot))
            };
            let models: Vec<[f32; WIDTH]> = (0..FOLDS).map(without).collect();
            print!("   {name}{}", figures(&items, slot, |item| &models[folds[item.article]]));
        }
        println!();
        columns.push(weights);
    }
    match std::env::args().nth(1) {
        Some(path) => std::fs::write(&path, table(&columns)).with_context(|| path),
        None => Ok(()),
    }
}

/// The choices of the items that are fitted to.
fn lists(items: &[Item], slot: Slot, keep: impl Fn(&Item) -> bool) -> Vec<&[Choice]> {
    let fitted = items.iter().filter(|item| FITTED.contains(&item.layout) && keep(item));
    fitted
        .map(|item| item.choices[slot as usize].as_slice())
        .filter(|list| !list.is_empty())
        .collect()
}

/// The mean F1 in each layout.
fn figures<'a>(items: &[Item], slot: Slot, weights: impl Fn(&Item) -> &'a [f32; WIDTH]) -> String {
    let mut line = String::new();
    for layout in 0..LAYOUTS.len() {
        let asked = items
            .iter()
            .filter(|item| item.layout == layout && !item.choices[slot as usize].is_empty());
        let rewards: Vec<f32> =
            asked.map(|item| fit::reward(&item.choices[slot as usize], weights(item))).collect();
        let mean = rewards.iter().sum::<f32>() / rewards.len().max(1) as f32;
        write!(line, " {mean:.3}").unwrap_or_default();
    }
    line
}

/// The same groups, numbered from 0.
fn numbered(groups: &[usize]) -> Vec<usize> {
    let mut known = Vec::new();
    let number = |group: &usize| {
        known.iter().position(|other| other == group).unwrap_or_else(|| {
            known.push(*group);
            known.len() - 1
        })
    };
    groups.iter().map(number).collect()
}

fn table(columns: &[[f32; WIDTH]]) -> String {
    let heads: Vec<&str> = Slot::ALL.iter().map(|slot| slot.as_str()).collect();
    let mut table = format!(
        "# fitted by examples/fit_brief; what is not here counts nothing\n# measure\t{}\n",
        heads.join("\t")
    );
    for (index, measure) in Measure::ALL.iter().enumerate() {
        let cells: Vec<String> = columns.iter().map(|column| cell(column[index])).collect();
        if cells.iter().any(|cell| cell != "0") {
            table.push_str(&format!("{}\t{}\n", measure.as_str(), cells.join("\t")));
        }
    }
    table
}

fn cell(weight: f32) -> String {
    if weight.abs() < 0.005 { "0".to_owned() } else { format!("{weight:.2}") }
}
