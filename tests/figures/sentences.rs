//! Sentence boundaries: the rules of Pragmatic Segmenter, of which 52 are "golden".

use std::fs;

use dateline::text::sentence;
use serde::Deserialize;

use super::figure::{Figure, share};
use super::shared::shared;

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

/// The shares of golden rules and of all cases that hold, in per cent; what does not hold is printed
/// where `verbose`.
pub(crate) fn measure(verbose: bool) -> Vec<Figure> {
    let Some(path) = shared("benchmarks/sentences.jsonl") else { return Vec::new() };
    let lines = fs::read_to_string(path).expect("the benchmark is text");
    let read = |line: &str| serde_json::from_str::<Case>(line).expect("a case a line");
    let cases: Vec<Case> = lines.lines().map(read).collect();
    for case in cases.iter().filter(|case| verbose && !case.holds()) {
        println!("sentences: {}: wanted {:?}, found {:?}", case.name, case.expected, case.found());
    }
    let of = |cases: Vec<&Case>| share(cases.iter().filter(|it| it.holds()).count(), cases.len());
    let golden = of(cases.iter().filter(|case| case.golden_rule).collect());
    let all = of(cases.iter().collect());
    vec![Figure::new("sentences, golden rules", golden), Figure::new("sentences, all cases", all)]
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
