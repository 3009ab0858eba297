//! Reads the questions of yes or no about the reports of `tests/reports/lessons`, and those of two
//! files of questions, and has them measured and answered.

use std::path::Path;

use dateline::answer::{Status, Verdict};
use dateline::engine::{Conversation, Engine};
use jiff::civil::date;
use regex::{Regex, RegexBuilder};
use toml::{Table, Value};

use crate::made;
use crate::november;
use crate::reports::{self, NEXT, Reports};

/// A question with everything that may answer it.
pub(crate) struct Case {
    /// The question, or several of one conversation.
    pub(crate) question: String,
    /// Whether Yes is right; nothing where the report does not say.
    pub(crate) holds: Option<bool>,
    /// Whether it denies what its passages are measured for.
    pub(crate) is_denial: bool,
    /// The sentence that proves it.
    pub(crate) proof: String,
    /// Which part of the questions it is of.
    pub(crate) part: Part,
    /// What the program answers.
    pub(crate) answered: Option<Judged>,
    /// The passages that may say it.
    pub(crate) passages: Vec<Passage>,
}

/// A part of the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The half of the lessons that is fitted to.
    Fitted,
    /// The other half.
    Apart,
    /// `dev.toml`, `wikinews.toml` and `talks.toml`, which are fitted to as well.
    Files,
    /// Made of other questions of the half that is fitted to.
    Made,
    /// The same of the other half.
    MadeApart,
    /// Of the half that is fitted to, asked of reports about something else: silence is right.
    Elsewhere,
    /// The same of the other half.
    ElsewhereApart,
}

impl Part {
    /// Whether it is of the half that tells how far the weights carry.
    pub(crate) fn is_apart(self) -> bool {
        matches!(self, Part::Apart | Part::MadeApart | Part::ElsewhereApart)
    }
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
    pub(crate) confidence: f32,
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
    for (name, shelf) in reports::SHELVES {
        let folder = lessons.join(name);
        let shelves = reports::shelves(&folder, shelf);
        cases.extend(shelves.iter().flat_map(|shelf| of_folder(&folder, shelf)));
        let others = reports::with_next(&shelves);
        cases.extend(others.flat_map(|(shelf, other)| of_another(&folder, shelf, other)));
    }
    let folder = lessons.join("november");
    let texts = Path::new("../shared/benchmarks/5w1h.jsonl");
    cases.extend(of_folder(&folder, &november::reports_asked_about(&folder, texts)));
    let wikinews = Path::new("../shared/questions/wikinews.toml");
    cases.extend(of_file(wikinews, Path::new("../shared/articles/wikinews")));
    let talks = Path::new("../shared/questions/talks.toml");
    cases.extend(of_file(talks, Path::new("../shared/articles/talks")));
    let dev = Path::new("tests/reports/dev");
    cases.extend(of_file(&dev.with_extension("toml"), dev));
    cases
}

/// The table of questions about a report.
fn table(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name).with_extension("tsv")).unwrap_or_default()
}

/// The questions about `other`, each asked of `reports`, which do not answer it.
fn of_another(folder: &Path, reports: &Reports, other: &Reports) -> Vec<Case> {
    let engine = reports::engine(reports);
    let mut cases = Vec::new();
    for (name, _) in other {
        let part = match is_apart(name.trim_end_matches(".txt")) {
            true => Part::ElsewhereApart,
            false => Part::Elsewhere,
        };
        let table = table(folder, name);
        for line in table.lines().filter(|line| !line.contains(NEXT)) {
            let mut cells = line.split('\t');
            let (Some(question), Some("yes" | "no")) = (cells.next(), cells.next()) else {
                continue;
            };
            let case = judged(&engine, question, &mut Conversation::default(), None, |_| false);
            cases.push(Case { part, ..case });
        }
    }
    cases
}

fn of_folder(folder: &Path, reports: &Reports) -> Vec<Case> {
    let engine = reports::engine(reports);
    let places: Vec<String> =
        reports.iter().flat_map(|(name, _)| made::places(&table(folder, name))).collect();
    let mut cases = Vec::new();
    for (name, bytes) in reports {
        let (table, text) = (table(folder, name), String::from_utf8_lossy(bytes));
        let parts = match is_apart(name.trim_end_matches(".txt")) {
            true => (Part::Apart, Part::MadeApart),
            false => (Part::Fitted, Part::Made),
        };
        let own = table.lines().filter_map(|line| case(&engine, line));
        cases.extend(own.map(|own| Case { part: parts.0, ..own }));
        let made = made::lines(&table, &text, &places);
        let made = made.iter().filter_map(|line| case(&engine, line));
        cases.extend(made.map(|made| Case { part: parts.1, ..made }));
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
    let case = judged(engine, question, &mut conversation, holds, proves);
    Some(Case { question: questions.to_owned(), proof: proof.to_owned(), ..case })
}

/// Has a question measured and answered.
fn judged(
    engine: &Engine,
    question: &str,
    conversation: &mut Conversation,
    holds: Option<bool>,
    proves: impl Fn(&str) -> bool,
) -> Case {
    let measured = engine.measure_verdict(question, conversation);
    let is_denial = measured.is_denial;
    let passages = measured.passages.into_iter().map(|passage| Passage {
        is_proof: holds.is_some() && proves(&passage.text),
        text: passage.text,
        measures: passage.measures,
    });
    let passages = passages.collect();
    let answer = engine.ask(question, conversation, date(2026, 1, 1));
    let answered = (answer.status == Status::Answered).then(|| Judged {
        holds: answer.verdict == Some(Verdict::Yes),
        confidence: 1.0,
        is_proven: answer.citations.iter().any(|citation| proves(&citation.quote)),
        quote: answer.citations.first().map(|proof| proof.quote.clone()).unwrap_or_default(),
    });
    let (question, proof) = (question.to_owned(), String::new());
    Case { question, holds, is_denial, proof, part: Part::Files, answered, passages }
}

/// The questions of yes or no in a file of questions about the reports in `folder`.
fn of_file(file: &Path, folder: &Path) -> Vec<Case> {
    let engine = reports::engine(&reports::reports_in(folder));
    let table: Table =
        std::fs::read_to_string(file).unwrap_or_default().parse().unwrap_or_default();
    let cases = table.get("case").and_then(Value::as_array).cloned().unwrap_or_default();
    cases.iter().filter_map(|case| of_entry(&engine, case.as_table()?)).collect()
}

fn of_entry(engine: &Engine, entry: &Table) -> Option<Case> {
    let is_asked = entry.get("kind").and_then(Value::as_str) == Some("yes-no");
    let question = entry.get("ask")?.as_str().filter(|_| is_asked)?;
    let patterns = |key: &str| {
        let given = entry.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let given = given.iter().filter_map(Value::as_str);
        given.map(|pattern| pattern.to_lowercase()).collect::<Vec<String>>()
    };
    let holds = patterns("any").iter().any(|pattern| pattern.contains("yes"));
    let quotes: Vec<Regex> = patterns("quote")
        .iter()
        .filter_map(|pattern| RegexBuilder::new(pattern).case_insensitive(true).build().ok())
        .collect();
    let proves = |text: &str| quotes.iter().any(|quote| quote.is_match(text));
    Some(judged(engine, question, &mut Conversation::default(), Some(holds), proves))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
