//! Reads the questions of yes or no about the reports of `tests/reports/lessons`, and has them
//! measured and answered.

use std::path::Path;

use dateline::answer::Status;
use dateline::engine::Engine;
use jiff::civil::date;

use crate::november;
use crate::reports::{self, Reports};

/// A question with everything that may answer it.
pub(crate) struct Case {
    /// The question, or several of one conversation.
    pub(crate) question: String,
    /// Whether Yes is right; nothing where the report does not say.
    pub(crate) holds: Option<bool>,
    /// The sentence that proves it.
    pub(crate) proof: String,
    /// Whether its report is of the half that is not fitted to.
    pub(crate) is_apart: bool,
    /// What the program answers.
    pub(crate) answered: Option<Judged>,
    /// The passages that may say it.
    pub(crate) passages: Vec<Passage>,
}

/// A passage that may say Yes or No.
pub(crate) struct Passage {
    /// Its words.
    pub(crate) text: String,
    /// Its measures.
    pub(crate) measures: Vec<f32>,
    /// Whether it proves the answer.
    pub(crate) is_proof: bool,
}

/// A verdict and what it is proven by.
#[derive(Clone)]
pub(crate) struct Judged {
    pub(crate) holds: bool,
    pub(crate) chance: f32,
    pub(crate) is_proven: bool,
    pub(crate) quote: String,
}

impl Case {
    /// The right word.
    pub(crate) fn word(&self) -> &'static str {
        match self.holds {
            Some(true) => "yes",
            Some(false) => "no",
            None => "-",
        }
    }
}

/// All cases, folder by folder.
pub(crate) fn cases() -> Vec<Case> {
    let lessons = Path::new("tests/reports/lessons");
    let mut cases = Vec::new();
    for name in ["a", "b", "c", "d", "e"] {
        let folder = lessons.join(name);
        cases.extend(of_folder(&folder, &reports::reports_in(&folder)));
    }
    let folder = lessons.join("november");
    let texts = Path::new("../shared/benchmarks/5w1h.jsonl");
    cases.extend(of_folder(&folder, &november::reports_asked_about(&folder, texts)));
    cases
}

fn of_folder(folder: &Path, reports: &Reports) -> Vec<Case> {
    let engine = reports::engine(reports);
    let mut cases = Vec::new();
    for (name, _) in reports {
        let table = std::fs::read_to_string(folder.join(name).with_extension("tsv"));
        let table = table.unwrap_or_default();
        let of_report = table.lines().filter_map(|line| case(&engine, line));
        let is_apart = is_apart(name.trim_end_matches(".txt"));
        cases.extend(of_report.map(|case| Case { is_apart, ..case }));
    }
    cases
}

/// Whether a report is of the second half: a bit of its name's hash (FNV-1a) tells.
fn is_apart(name: &str) -> bool {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    (name.bytes().fold(0xcbf2_9ce4_8422_2325, mix) >> 7) & 1 == 1
}

/// Questions that are not answered in the report, told from others by how they open.
const OPENINGS: [&str; 18] = [
    "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "will",
    "would", "should", "isn't", "wasn't", "didn't",
];

fn case(engine: &Engine, line: &str) -> Option<Case> {
    let mut cells = line.split('\t');
    let (questions, answer, proof) = (cells.next()?, cells.next()?, cells.next()?);
    let (question, mut conversation) = reports::last_of(engine, questions);
    let opening = question.split_whitespace().next().unwrap_or_default().to_lowercase();
    let holds = match answer {
        "yes" => Some(true),
        "no" => Some(false),
        "-" if OPENINGS.contains(&opening.as_str()) => None,
        _ => return None,
    };
    let proofs: Vec<String> = proof.split('|').filter(|proof| *proof != "-").map(squeeze).collect();
    let proves = |text: &str| proofs.iter().any(|proof| squeeze(text).contains(proof));
    let passages = engine.measure_verdict(question, &conversation).into_iter();
    let passages = passages.map(|passage| Passage {
        is_proof: holds.is_some() && proves(&passage.text),
        text: passage.text,
        measures: passage.measures,
    });
    let passages = passages.collect();
    let answer = engine.ask(question, &mut conversation, date(2026, 1, 1));
    let answered = (answer.status == Status::Answered).then(|| Judged {
        holds: answer.span.as_deref() == Some("Yes"),
        chance: 1.0,
        is_proven: answer.citations.iter().any(|citation| proves(&citation.quote)),
        quote: answer.citations.first().map(|proof| proof.quote.clone()).unwrap_or_default(),
    });
    let (question, proof) = (questions.to_owned(), proof.to_owned());
    Some(Case { question, holds, proof, is_apart: false, answered, passages })
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
