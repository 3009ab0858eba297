//! Reads questions that were written for training: for each report NAME.txt a table NAME.tsv of
//! question (or several of one conversation, `>>` between them), accepted answers and words of the
//! sentence that proves them, `-` where none does.

use std::path::Path;

use dateline::engine::Engine;

use crate::cases;
use crate::fit::{Candidate, Example};
use crate::pairs::{f1, squeeze};
use crate::reports::{self, Reports, reports_in};

/// How much a question counts.
const WEIGHT: f32 = 3.0;

/// Examples of the questions about the reports in `folder`, `shelf` of them loaded at once: few
/// reports leave more unsaid in a question than many. Questions of yes or no are left out.
pub(crate) fn examples(folder: &Path, shelf: usize) -> Vec<Example> {
    let reports = reports_in(folder);
    reports.chunks(shelf).flat_map(|shelf| of_reports(folder, &shelf.to_vec())).collect()
}

/// The same where the reports stand elsewhere.
pub(crate) fn of_reports(folder: &Path, reports: &Reports) -> Vec<Example> {
    let engine = reports::engine(reports);
    let table = |name: &String| {
        let path = folder.join(name).with_extension("tsv");
        std::fs::read_to_string(path).unwrap_or_default()
    };
    let tables: Vec<String> = reports.iter().map(|(name, _)| table(name)).collect();
    let lines = tables.iter().flat_map(|table| table.lines());
    lines.filter_map(|line| example(&engine, line)).collect()
}

fn example(engine: &Engine, line: &str) -> Option<Example> {
    let mut cells = line.split('\t');
    let (question, answers, proofs) = (cells.next()?, cells.next()?, cells.next()?);
    if matches!(answers, "yes" | "no") {
        return None;
    }
    let answers: Vec<&str> = answers.split('|').filter(|answer| *answer != "-").collect();
    let proofs: Vec<String> =
        proofs.split('|').filter(|proof| *proof != "-").map(squeeze).collect();
    let measured = cases::measured(engine, question);
    let candidates = measured.candidates.into_iter().map(|candidate| {
        let passage = squeeze(&candidate.passage);
        let at_home = proofs.iter().any(|proof| passage.contains(proof));
        let gain = answers.iter().map(|answer| f1(&candidate.text, answer)).fold(0.0, f32::max);
        Candidate::judged(candidate, if at_home { gain } else { 0.0 }, at_home)
    });
    let candidates: Vec<Candidate> = candidates.collect();
    (!candidates.is_empty()).then_some(
        Example { question: question.into(), column: measured.column, candidates, weight: WEIGHT }
            .trimmed(),
    )
}
