//! Fits the weights of the ranking: `cargo run --release --example train_ranking -- FOLDER`.
//!
//! A second argument limits the pairs of each set, a third (0 or 1) holds out that half of the cases
//! and writes nothing.
//!
//! FOLDER holds question and answer pairs: `qamr.jsonl` and `squad_new_wiki.json`, both public data
//! sets. Writes `src/answer/rank.tsv` and `src/answer/trust.tsv`.
//!
//! The ranking is a conditional log-linear model over all candidates of a question: its weights
//! maximise the likelihood of the candidates that share most words with an accepted answer. The
//! trust is a logistic regression on the best candidate, with questions whose passage was taken
//! away as examples of what the articles do not say.

mod cases;
mod dump;
mod fit;
mod lessons;
mod pairs;

use std::path::PathBuf;

use dateline::answer::tuning;

use fit::{Example, Table};

/// How often each case of the question files counts beside the pairs.
const WEIGHT: usize = 6;
/// The same for the trust, which has to know what reports leave out.
const WEIGHT_IN_TRUST: usize = 20;

fn main() {
    if std::env::args().nth(1).as_deref() == Some("dump") {
        let mut all: Vec<(u8, Example)> = Vec::new();
        let bench: PathBuf = "../shared/benchmarks".into();
        let limit = std::env::args().nth(2).and_then(|n| n.parse().ok()).unwrap_or(usize::MAX);
        if limit > 0 { all.extend(pairs::examples(&bench, limit).into_iter().map(|e| (0, e))); }
        for (number, (file, folder)) in [
            ("../shared/questions/talks.toml", "../shared/articles/talks"),
            ("../shared/questions/wikinews.toml", "../shared/articles/wikinews"),
            ("../wt/qa-a/questions.toml", "../wt/qa-a/articles"),
            ("../wt/qa-c/questions.toml", "../wt/qa-c/articles"),
            ("../wt/qa-b/questions.toml", "../wt/qa-b/articles"),
        ].into_iter().enumerate() {
            let found = cases::examples(std::path::Path::new(file), std::path::Path::new(folder));
            eprintln!("{file}: {}", found.len());
            all.extend(found.into_iter().map(|e| (number as u8 + 1, e)));
        }
        for folder in ["../wt/train-1", "../wt/train-2", "../wt/train-3"] {
            let found = lessons::examples(std::path::Path::new(folder));
            eprintln!("{folder}: {}", found.len());
            all.extend(found.into_iter().map(|e| (6, e)));
        }
        dump::dump(&std::env::args().nth(3).unwrap(), &all);
        return;
    }
    let folder: PathBuf =
        std::env::args().nth(1).unwrap_or_else(|| "../shared/benchmarks".into()).into();
    let limit: usize = std::env::args().nth(2).and_then(|n| n.parse().ok()).unwrap_or(usize::MAX);
    let fold: Option<usize> = std::env::args().nth(3).and_then(|n| n.parse().ok());
    let examples = pairs::examples(&folder, limit);
    let shared = folder.parent().unwrap_or(&folder).to_owned();
    let of = |name: &str| {
        cases::examples(
            &shared.join("questions").join(format!("{name}.toml")),
            &shared.join("articles").join(name),
        )
    };
    let reports: Vec<Example> = of("talks").into_iter().chain(of("wikinews")).collect();
    eprintln!("{} cases", reports.len());
    let (train, held): (Vec<_>, Vec<_>) =
        examples.into_iter().enumerate().partition(|(index, _)| index % 11 != 0);
    let mut train: Vec<Example> = train.into_iter().map(|(_, example)| example).collect();
    let held: Vec<Example> = held.into_iter().map(|(_, example)| example).collect();
    let (own, other): (Vec<_>, Vec<_>) = reports
        .into_iter()
        .enumerate()
        .partition(|(index, _)| fold.is_none_or(|fold| index / 10 % 2 != fold));
    let own: Vec<Example> = own.into_iter().map(|(_, example)| example).collect();
    let other: Vec<Example> = other.into_iter().map(|(_, example)| example).collect();
    let pairs = train.clone();
    fit::mix(&mut train, &own, WEIGHT);
    let rank = fit::rank(&read("src/answer/rank.tsv"), &train, &held);
    let mut train = pairs;
    fit::mix(&mut train, &own, WEIGHT_IN_TRUST);
    let trust = fit::trust(&rank, &read("src/answer/trust.tsv"), &train, &held);
    fit::judge(&rank, &trust, "cases fitted to", &own);
    if fold.is_some() {
        fit::judge(&rank, &trust, "cases held out", &other);
        return;
    }
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
