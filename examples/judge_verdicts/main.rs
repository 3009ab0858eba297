//! Tells how well questions of yes or no are judged, and fits the weights that judge them:
//! `cargo run --release --example judge_verdicts`.
//!
//! Asks every question of the tables in `tests/reports/lessons` whose answer is `yes` or `no`, all
//! reports of a folder loaded at once, and counts how many are answered rightly (the right word,
//! proven by the right sentence), wrongly, or not at all. The reports are parted in two halves by
//! their names: look at and fit on the first only, the second tells how far that carries. The
//! questions of yes or no of `tests/reports/dev.toml` and of `../shared/questions` are fitted to as
//! well, and, for less, questions of yes or no that are made of others (`made`) and those about
//! other reports than are at hand, which nothing answers.
//!
//! | flag | what it does |
//! |---|---|
//! | none | what the program answers, with the weights that it was built with |
//! | `--list` | also lists the mistakes in the first half, with what was right |
//! | `--list-made` | the same of the questions that were made |
//! | `--fit` | fits new weights to the first half, tells how well they do, writes nothing |
//! | `--write` | the same, and writes `src/answer/verdict/data/weights.tsv` |
//! | `--both` | with one of the last two: fits to both halves |
//! | `--table FILE` | writes the measures of all passages, one a line, to look at elsewhere |

#[path = "../train_ranking/adam.rs"]
mod adam;
mod fit;
mod lessons;
mod made;
#[expect(dead_code, reason = "only some of its reports are read here")]
#[path = "../train_ranking/november.rs"]
mod november;
#[path = "../train_ranking/reports.rs"]
mod reports;
mod sign;
mod tally;

use std::fmt::Write as _;

use dateline::answer::tuning;

use fit::Weights;
use lessons::{Case, Part};
use tally::Tally;

/// The parts of the questions by name.
const PARTS: [(&str, Part); 7] = [
    ("fitted to", Part::Fitted),
    ("kept apart", Part::Apart),
    ("files", Part::Files),
    ("made", Part::Made),
    ("made, apart", Part::MadeApart),
    ("elsewhere", Part::Elsewhere),
    ("elsewhere, apart", Part::ElsewhereApart),
];

const WEIGHTS: &str = "src/answer/verdict/data/weights.tsv";

fn main() {
    let flags: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| flags.iter().any(|given| given == flag);
    let cases = lessons::cases();
    if let Some(at) = flags.iter().position(|flag| flag == "--table") {
        write(flags.get(at + 1).map_or("verdicts.tsv", String::as_str), &measures(&cases));
    }
    report("as the program answers", &cases, |case| case.answered.clone());
    if has("--list") {
        let looked_at = |case: &&Case| matches!(case.part, Part::Fitted | Part::Files);
        cases.iter().filter(looked_at).for_each(tally::list_mistake);
    }
    if has("--list-made") {
        cases.iter().filter(|case| case.part == Part::Made).for_each(tally::list_mistake);
    }
    if has("--fit") || has("--write") {
        let fitted: Vec<&Case> =
            cases.iter().filter(|case| has("--both") || !case.part.is_apart()).collect();
        let weights = fit::fit(&fitted);
        for enough in [0.0, 0.4, 0.45, 0.47, 0.49, 0.52, 0.55, 0.6] {
            report(&format!("fitted anew, from {enough} on"), &cases, |case| {
                weights.judge(case).filter(|judged| judged.confidence >= enough)
            });
        }
        if has("--write") {
            write(WEIGHTS, &table(&weights));
        }
    }
}

/// How well each part is judged.
fn report(title: &str, cases: &[Case], judged: impl Fn(&Case) -> Option<lessons::Judged>) {
    println!("{title}:");
    for (name, part) in PARTS {
        let mut tally = Tally::default();
        for case in cases.iter().filter(|case| case.part == part) {
            tally.count(case, judged(case).as_ref());
        }
        println!("  {name:<17}{tally}");
    }
}

fn table(weights: &Weights) -> String {
    let mut text = format!("# measure\t{}\n", tuning::verdict_column_names().join("\t"));
    for (name, [speaks, against]) in tuning::verdict_measure_names().iter().zip(&weights.rows) {
        let _ = writeln!(text, "{name}\t{speaks:.2}\t{against:.2}");
    }
    text
}

/// Half, number and word of the case, whether the passage is the proof, its measures and its words,
/// and the question.
fn measures(cases: &[Case]) -> String {
    let mut text = format!(
        "half\tcase\tword\tproof\t{}\tpassage\tquestion\n",
        tuning::verdict_measure_names().join("\t")
    );
    for (number, case) in cases.iter().enumerate() {
        for passage in &case.passages {
            let values: Vec<String> = passage.measures.iter().map(|v| format!("{v:.3}")).collect();
            let (half, proof) = (case.part as u8, u8::from(passage.is_proof));
            let words = passage.text.split_whitespace().collect::<Vec<_>>().join(" ");
            let (word, values, asked) = (case.word(), values.join("\t"), &case.question);
            let _ = writeln!(text, "{half}\t{number}\t{word}\t{proof}\t{values}\t{words}\t{asked}");
        }
    }
    text
}

fn write(path: &str, text: &str) {
    if let Err(error) = std::fs::write(path, text) {
        eprintln!("{path}: {error}");
    }
}
