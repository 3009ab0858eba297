//! Fits the weights of the ranking: `cargo run --release --example train_ranking`.
//!
//! Learns from question and answer pairs (`qamr.jsonl` and `squad_new_wiki.json` in
//! `../shared/benchmarks`), from the question files of `../shared/questions` (those about the talks
//! over the shipped facts, too), and from the reports of `tests/reports`, all but `held-out`; writes
//! `rank.tsv`, `rerank.tsv`, `reader.tsv` and `confidence.tsv` in `src/answer`.
//! With the name of a set (`wikinews`, `dev`, `november-2016`) or several with commas between, these
//! are left out too, nothing is written, and how well it goes there is told.
//!
//! The ranking is a conditional log-linear model over all candidates of a question: its weights
//! maximise the likelihood of the candidates that share most words with an accepted answer. A small
//! network is fitted to what it leaves undone, the reader to what both do; the confidence is a logistic
//! regression on the best candidate.

mod adam;
mod cases;
mod fit;
mod lessons;
mod network;
mod november;
mod pairs;
mod reader;
mod reports;
mod sign;

use std::path::Path;

use dateline::answer::tuning;
use dateline::engine::Engine;
use dateline::knowledge::Knowledge;

use fit::{Example, Model, Ranked, Table};

/// How many of the pairs are learnt from.
const PAIRS: usize = 6000;

fn main() {
    let held = std::env::args().nth(1);
    let is_held = |name: &str| held.iter().any(|held| held.split(',').any(|held| held == name));
    let sets = sets();
    let (train, apart): (Vec<_>, Vec<_>) =
        sets.into_iter().partition(|(name, _)| *name != "held-out" && !is_held(name));
    let (names, columns) = (tuning::feature_names(), tuning::column_names().len());
    let questions: Vec<Example> =
        train.iter().flat_map(|(_, examples)| examples.iter().cloned()).collect();
    let mut all = questions.clone();
    all.extend(pairs::examples(Path::new("../shared/benchmarks"), PAIRS));
    println!("{} questions and {} pairs", questions.len(), all.len() - questions.len());
    let rank = fit::rank(&names, columns, &all);
    let others = of_other_shelves();
    println!("{} questions that no report at hand answers", others.len());
    let model = fit_model(rank, &all, &questions, &others);
    fit::judge("asked of other reports", &model, &others);
    for (name, examples) in &apart {
        fit::judge(&format!("{name}, not learnt from"), &model, examples);
        if is_held(name) {
            fit::list_mistakes(&model, examples);
            let folder = Path::new("tests/reports/lessons").join(name);
            let after = lessons::after_others(&folder);
            fit::judge(&format!("{name}, each after another question"), &model, &after);
            fit::list_taken(&after);
        }
    }
    for (name, examples) in &train {
        fit::judge(name, &model, examples);
    }
    if held.is_none() {
        let measures: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        write("src/answer/data/rank.tsv", &table(&measures, &model.rank));
        write("src/answer/data/rerank.tsv", &model.network.table());
        write("src/answer/data/reader.tsv", &model.reader.table());
        write(
            "src/answer/data/confidence.tsv",
            &table(&tuning::confidence_names(), &model.confidence),
        );
    }
}

/// How many networks are fitted to judge each question by one that has not learnt from it.
const FOLDS: usize = 4;

/// Fits the network, the reader, and the confidence in what both rank: how far they go on questions that
/// they know tells nothing, so each question is ranked by a network and a reader that were fitted to
/// others.
/// `others`, which have no answer, tell how far it goes where the reports are about something else.
fn fit_model(rank: Table, all: &[Example], questions: &[Example], others: &[Example]) -> Model {
    let sums: Vec<Vec<f32>> = all.iter().map(|example| example.sums(&rank)).collect();
    let mut networks = each_without(all.len(), |kept| {
        let (examples, sums): (Vec<&Example>, Vec<Vec<f32>>) =
            kept.iter().map(|&at| (&all[at], sums[at].clone())).unzip();
        network::fit(&examples, &sums)
    });
    let ranked: Vec<Vec<(f32, usize)>> = (all.iter().enumerate())
        .map(|(at, example)| example.ranked(&rank, &networks[at % FOLDS]))
        .collect();
    let mut readers = each_without(all.len(), |kept| {
        reader::fit(kept.iter().map(|&at| (&all[at], ranked[at].as_slice())))
    });
    let (network, reader) = (networks.swap_remove(FOLDS), readers.swap_remove(FOLDS));
    let mut read: Vec<Vec<Ranked>> = (questions.iter().enumerate())
        .map(|(at, question)| question.read(&ranked[at], &readers[at % FOLDS]))
        .collect();
    let of_other = |other: &Example| other.read(&other.ranked(&rank, &network), &reader);
    read.extend(others.iter().map(of_other));
    let confidence_names = tuning::confidence_names();
    let confidence_names: Vec<&str> = confidence_names.iter().map(String::as_str).collect();
    let confidence =
        fit::confidence(&confidence_names, rank.len(), questions.iter().chain(others), &read);
    Model { rank, network, reader, confidence }
}

/// What is fitted to all but those of each fold, in the order of the folds, then to all; two at a
/// time.
fn each_without<T: Send>(count: usize, fit: impl Fn(&[usize]) -> T + Sync) -> Vec<T> {
    const AT_ONCE: usize = 2;
    let kept = |fold: usize| (0..count).filter(|at| at % FOLDS != fold).collect::<Vec<usize>>();
    let folds: Vec<usize> = (0..=FOLDS).collect();
    let mut fitted = Vec::new();
    for folds in folds.chunks(AT_ONCE) {
        std::thread::scope(|scope| {
            let started: Vec<_> = folds
                .iter()
                .map(|&fold| {
                    let fit = &fit;
                    scope.spawn(move || fit(&kept(fold)))
                })
                .collect();
            fitted.extend(started.into_iter().filter_map(|one| one.join().ok()));
        });
    }
    fitted
}

/// Every set of questions by its name.
fn sets() -> Vec<(&'static str, Vec<Example>)> {
    let (shared, own) = (Path::new("../shared"), Path::new("tests/reports"));
    let questions = |name: &str| shared.join("questions").join(name).with_extension("toml");
    let of_shared = |name: &'static str| {
        let reports = reports::reports_in(&shared.join("articles").join(name));
        (name, cases::examples(&questions(name), &reports::engine(&reports)))
    };
    let of_own = |name: &'static str| {
        let questions = own.join(name).with_extension("toml");
        let reports = reports::reports_in(&own.join(name));
        (name, cases::examples(&questions, &reports::engine(&reports)))
    };
    let lessons = |name: &'static str, shelf: usize| {
        (name, lessons::examples(&own.join("lessons").join(name), shelf))
    };
    let mut sets = vec![
        weighed(of_shared("talks"), TALKS),
        weighed(("knowledge", cases::examples(&questions("talks"), &shipped())), TALKS),
        of_shared("wikinews"),
        of_own("dev"),
        november(shared, own),
        of_own("held-out"),
        november_lessons(shared, own),
    ];
    sets.extend(reports::SHELVES.map(|(name, shelf)| {
        let by = if LIKE_ASKED.contains(&name) { AS_ASKED } else { 1.0 };
        weighed(lessons(name, shelf), by)
    }));
    sets
}

/// How much a question counts that is asked of reports about something else.
const ELSEWHERE: f32 = 0.4;

fn of_other_shelves() -> Vec<Example> {
    let lessons = Path::new("tests/reports/lessons");
    let of = |(name, shelf)| lessons::of_other_shelves(&lessons.join(name), shelf);
    let mut others: Vec<Example> = reports::SHELVES.into_iter().flat_map(of).collect();
    others.iter_mut().for_each(|other| other.weight *= ELSEWHERE);
    others
}

/// The lessons whose questions are most like those that people ask, and how much more each counts: the
/// others ask for more details, in other words than their reports.
const LIKE_ASKED: [&str; 3] = ["n", "o", "p"];
const AS_ASKED: f32 = 3.0;

/// The facts that the program ships with: of the same two articles as `talks`, which are asked about
/// as facts and as whole articles.
fn shipped() -> Engine {
    Knowledge::built_in().into_engine()
}

/// How much more each of the few questions about the first two articles counts: what is known of so
/// few articles is asked about in fewer words than anything else.
const TALKS: f32 = 10.0;

fn weighed((name, mut set): (&'static str, Vec<Example>), by: f32) -> (&'static str, Vec<Example>) {
    set.iter_mut().for_each(|example| example.weight *= by);
    (name, set)
}

fn november_lessons(shared: &Path, own: &Path) -> (&'static str, Vec<Example>) {
    let folder = own.join("lessons/november");
    let reports = november::reports_asked_about(&folder, &shared.join("benchmarks/5w1h.jsonl"));
    // Each report by itself: many tell of the same events, and a table knows the answers in one.
    let each = reports.into_iter().map(|report| lessons::of_reports(&folder, &vec![report]));
    ("lessons/november", each.flatten().collect())
}

fn november(shared: &Path, own: &Path) -> (&'static str, Vec<Example>) {
    let set = shared.join("benchmarks/5w1h.jsonl");
    let reports = november::reports(&own.join("november-2016.tsv"), &set);
    let engine = reports::engine(&reports);
    ("november-2016", cases::examples(&own.join("november-2016.toml"), &engine))
}

fn table(names: &[String], table: &Table) -> String {
    let mut text = format!("# measure\t{}\n", tuning::column_names().join("\t"));
    for (row, name) in names.iter().enumerate() {
        let cells: Vec<String> = table.iter().map(|column| format!("{:.2}", column[row])).collect();
        text.push_str(&format!("{name}\t{}\n", cells.join("\t")));
    }
    text
}

fn write(path: &str, text: &str) {
    if let Err(error) = std::fs::write(path, text) {
        eprintln!("{path}: {error}");
    }
}
