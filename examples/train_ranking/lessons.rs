//! Reads questions that were written for training: for each report NAME.txt a table NAME.tsv of
//! question, accepted answers and words of the sentence that proves them, `-` where none does.

use std::path::{Path, PathBuf};

use dateline::article;
use dateline::engine::{Additions, Document, Engine};

use crate::fit::{Candidate, Example};
use crate::pairs::{f1, squeeze};

/// Examples of the questions about the reports in `folder`, all of them loaded at once; questions
/// of yes or no are left out.
pub(crate) fn examples(folder: &Path) -> Vec<Example> {
    let mut reports: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    reports.sort();
    let read = |path: &PathBuf| {
        Document::Article(article::read(&std::fs::read(path).unwrap_or_default(), path))
    };
    let engine = Engine::new(reports.iter().map(read).collect(), Additions::default());
    let tables = reports
        .iter()
        .map(|path| std::fs::read_to_string(path.with_extension("tsv")).unwrap_or_default());
    let tables: Vec<String> = tables.collect();
    tables
        .iter()
        .flat_map(|table| table.lines())
        .filter_map(|line| example(&engine, line))
        .collect()
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
    let measured = engine.measure(question);
    let candidates = measured.candidates.into_iter().map(|candidate| {
        let passage = squeeze(&candidate.passage);
        let at_home = proofs.iter().any(|proof| passage.contains(proof));
        let gain = answers.iter().map(|answer| f1(&candidate.text, answer)).fold(0.0, f32::max);
        Candidate {
            measures: candidate.measures,
            gain: if at_home { gain } else { 0.0 },
            at_home,
            number: candidate.number,
            score: candidate.score,
        }
    });
    let candidates: Vec<Candidate> = candidates.collect();
    (!candidates.is_empty()).then_some(Example { column: measured.column, candidates, id: 0 })
}
