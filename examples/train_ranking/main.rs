//! Fits the weights of the ranking: `cargo run --release --example train_ranking`.
//!
//! Learns from question and answer pairs (`qamr.jsonl` and `squad_new_wiki.json` in
//! `../shared/benchmarks`), from the question files of `../shared/questions`, and from the reports
//! of `tests/reports`, all but `held-out`; writes `src/answer/rank.tsv` and `src/answer/trust.tsv`.
//! With the name of a set (`wikinews`, `dev`, `november-2016`) or several with commas between, these
//! are left out too, nothing is written, and how well it goes there is told.
//!
//! The ranking is a conditional log-linear model over all candidates of a question: its weights
//! maximise the likelihood of the candidates that share most words with an accepted answer. The
//! trust is a logistic regression on the best candidate.

mod cases;
mod fit;
mod lessons;
mod november;
mod pairs;
mod sign;

use std::path::Path;

use dateline::answer::tuning;

use fit::{Example, Table};

/// How many of the pairs are learnt from.
const PAIRS: usize = 1500;

fn main() {
    let held = std::env::args().nth(1);
    let is_held = |name: &str| held.iter().any(|held| held.split(',').any(|held| held == name));
    let sets = sets();
    let (train, apart): (Vec<_>, Vec<_>) = sets
        .into_iter()
        .partition(|(name, _)| *name != "held-out" && !is_held(name));
    let (names, columns) = (tuning::feature_names(), tuning::column_names().len());
    let questions: Vec<Example> =
        train.iter().flat_map(|(_, examples)| examples.iter().cloned()).collect();
    let mut all = questions.clone();
    all.extend(pairs::examples(Path::new("../shared/benchmarks"), PAIRS));
    println!("{} questions and {} pairs", questions.len(), all.len() - questions.len());
    let rank = fit::rank(&names, columns, &all);
    let trust = fit::trust(&names, &rank, &questions);
    for (name, examples) in &apart {
        fit::judge(&format!("{name}, not learnt from"), &names, &rank, &trust, examples);
        if is_held(name) {
            fit::list_mistakes(&names, &rank, &trust, examples);
        }
    }
    for (name, examples) in &train {
        fit::judge(name, &names, &rank, &trust, examples);
    }
    if held.is_none() {
        write("src/answer/rank.tsv", &rank);
        write("src/answer/trust.tsv", &trust);
    }
}

/// Every set of questions by its name.
fn sets() -> Vec<(&'static str, Vec<Example>)> {
    let (shared, own) = (Path::new("../shared"), Path::new("tests/reports"));
    let questions = |name: &str| shared.join("questions").join(name).with_extension("toml");
    let of_shared = |name: &'static str| {
        let reports = cases::reports_in(&shared.join("articles").join(name));
        (name, cases::examples(&questions(name), &reports))
    };
    let of_own = |name: &'static str| {
        let questions = own.join(name).with_extension("toml");
        (name, cases::examples(&questions, &cases::reports_in(&own.join(name))))
    };
    let lessons = |name: &'static str| (name, lessons::examples(&own.join("lessons").join(name)));
    vec![
        of_shared("talks"),
        of_shared("wikinews"),
        of_own("dev"),
        november(shared, own),
        of_own("held-out"),
        lessons("a"),
        lessons("b"),
        lessons("c"),
        lessons("d"),
        november_lessons(shared, own),
    ]
}

fn november_lessons(shared: &Path, own: &Path) -> (&'static str, Vec<Example>) {
    let folder = own.join("lessons/november");
    let reports = november::reports_asked_about(&folder, &shared.join("benchmarks/5w1h.jsonl"));
    ("lessons/november", lessons::of_reports(&folder, &reports))
}

fn november(shared: &Path, own: &Path) -> (&'static str, Vec<Example>) {
    let set = shared.join("benchmarks/5w1h.jsonl");
    let reports = november::reports(&own.join("november-2016.tsv"), &set);
    ("november-2016", cases::examples(&own.join("november-2016.toml"), &reports))
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
