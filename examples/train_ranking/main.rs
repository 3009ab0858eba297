//! Fits the weights of the ranking: `cargo run --release --example train_ranking -- FOLDER`.
//!
//! FOLDER holds question and answer pairs: `qamr.jsonl` and `squad_new_wiki.json`, both public data
//! sets. Writes `src/answer/rank.tsv` and `src/answer/trust.tsv`.
//!
//! The ranking is a conditional log-linear model over all candidates of a question: its weights
//! maximise the likelihood of the candidates that share most words with an accepted answer. The
//! trust is a logistic regression on the best candidate, with questions whose passage was taken
//! away as examples of what the articles do not say.

mod fit;
mod pairs;

use std::path::PathBuf;

use dateline::answer::tuning;

use fit::{Example, Table};

fn main() {
    let folder: PathBuf = std::env::args().nth(1).unwrap_or_else(|| "../shared/benchmarks".into()).into();
    let limit: usize = std::env::args().nth(2).and_then(|n| n.parse().ok()).unwrap_or(usize::MAX);
    let examples = pairs::examples(&folder, limit);
    let (train, held): (Vec<_>, Vec<_>) = examples.into_iter().enumerate().partition(|(index, _)| index % 10 != 0);
    let train: Vec<Example> = train.into_iter().map(|(_, example)| example).collect();
    let held: Vec<Example> = held.into_iter().map(|(_, example)| example).collect();
    let rank = fit::rank(&read("src/answer/rank.tsv"), &train, &held);
    let trust = fit::trust(&rank, &read("src/answer/trust.tsv"), &train, &held);
    write("src/answer/rank.tsv", &rank);
    write("src/answer/trust.tsv", &trust);
}

/// The table as it is now; rows that it lacks are zero.
fn read(path: &str) -> Table {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let names = tuning::feature_names();
    let mut table = vec![vec![0.0; names.len()]; tuning::column_names().len()];
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('\t');
        let name = cells.next().unwrap_or_default();
        let Some(row) = names.iter().position(|known| *known == name) else { continue };
        for (column, cell) in table.iter_mut().zip(cells) {
            column[row] = cell.parse().unwrap_or(0.0);
        }
    }
    table
}

fn write(path: &str, table: &Table) {
    let mut text = format!("# measure\t{}\n", tuning::column_names().join("\t"));
    for (row, name) in tuning::feature_names().iter().enumerate() {
        let cells: Vec<String> = table.iter().map(|column| format!("{:.2}", column[row])).collect();
        text.push_str(&format!("{name}\t{}\n", cells.join("\t")));
    }
    if let Err(error) = std::fs::write(path, text) {
        eprintln!("{path}: {error}");
    }
}
