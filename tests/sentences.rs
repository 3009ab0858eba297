//! Measures the sentence splitter on the rules in `../shared/benchmarks/sentences.jsonl`.
//!
//! Skipped, with a line on the error output, where that file is not there.

use std::path::Path;

use dateline::text::sentence;
use serde::Deserialize;

/// How many of the 52 golden rules must hold.
const GOLDEN_FLOOR: usize = 52;

/// How many of all 85 cases must hold.
const FLOOR: usize = 85;

#[derive(Deserialize)]
struct Case {
    name: String,
    golden_rule: bool,
    text: String,
    expected: Vec<String>,
}

impl Case {
    fn found(&self) -> Vec<String> {
        let spans = sentence::split(&self.text);
        spans.into_iter().map(|span| folded(span.of(&self.text))).collect()
    }

    fn holds(&self) -> bool {
        self.found() == self.expected.iter().map(|text| folded(text)).collect::<Vec<_>>()
    }
}

#[test]
fn the_golden_rules_hold() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/benchmarks/sentences.jsonl");
    let Ok(file) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return;
    };
    let read = |line: &str| serde_json::from_str::<Case>(line).expect("a case a line");
    let cases: Vec<Case> = file.lines().map(read).collect();
    for case in cases.iter().filter(|case| !case.holds()) {
        println!("{}\n  wanted {:?}\n  found  {:?}", case.name, case.expected, case.found());
    }
    let golden = cases.iter().filter(|case| case.golden_rule && case.holds()).count();
    let all = cases.iter().filter(|case| case.holds()).count();
    println!("golden rules: {golden} of 52; all: {all} of {}", cases.len());
    assert!(golden >= GOLDEN_FLOOR, "{golden} golden rules hold");
    assert!(all >= FLOOR, "{all} cases hold");
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
