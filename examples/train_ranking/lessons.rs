//! Reads questions that were written for training: for each report NAME.txt a table NAME.tsv of
//! question (or several of one conversation, `>>` between them), accepted answers and words of the
//! sentence that proves them, `-` where none does.

use std::path::Path;

use dateline::answer::tuning;
use dateline::engine::Engine;
use dateline::text::date::{self, Expression};

use crate::cases;
use crate::fit::{Candidate, Example};
use crate::pairs::{f1, squeeze};
use crate::reports::{self, NEXT, Reports, reports_in};

/// How much a question counts, and how much one in a conversation: those are few, and alone tell what
/// a conversation is worth.
const WEIGHT: f32 = 3.0;
const WEIGHT_IN_TALK: f32 = 5.0;

/// The column of the tables of weights that questions of when belong to.
const DATES: &str = "date";
/// Words of a question that asks for an hour.
const HOURS: [&str; 3] = ["time", "hour", "o'clock"];
/// How much an hour without its day is worth where a day is asked for.
const HOUR_FOR_DAY: f32 = 0.4;

/// "Around 6 p.m.": no day.
fn is_hour(text: &str) -> bool {
    let clock = |mention: &date::Mention| {
        matches!(mention.expression, Expression::Clock(_) | Expression::DayPart(_))
    };
    let mut dates = date::find(text).into_iter().peekable();
    dates.peek().is_some() && dates.all(|mention| clock(&mention))
}

/// Examples of the questions about the reports in `folder`, `shelf` of them loaded at once: few
/// reports leave more unsaid in a question than many. Questions of yes or no are left out.
pub(crate) fn examples(folder: &Path, shelf: usize) -> Vec<Example> {
    let shelves = reports::shelves(folder, shelf);
    shelves.iter().flat_map(|shelf| of_reports(folder, shelf)).collect()
}

/// The same where the reports stand elsewhere.
pub(crate) fn of_reports(folder: &Path, reports: &Reports) -> Vec<Example> {
    let engine = reports::engine(reports);
    let lines = lines(folder, reports);
    lines.iter().filter_map(|line| example(&engine, line)).collect()
}

/// Questions that stand alone, each asked of a shelf that does not have the report that it is about:
/// no answer to one is right. What people ask of a few reports is often not in them at all.
pub(crate) fn of_other_shelves(folder: &Path, shelf: usize) -> Vec<Example> {
    let shelves = reports::shelves(folder, shelf);
    let asked = |(shelf, other): (&Reports, &Reports)| {
        let engine = reports::engine(shelf);
        let questions = lines(folder, other);
        let alone = questions.iter().filter_map(|line| line.split('\t').next());
        let alone = alone.filter(|question| !question.contains(NEXT));
        let unanswered = alone.map(|question| format!("{question}\t-\t-"));
        unanswered.filter_map(|line| example(&engine, &line)).collect::<Vec<_>>()
    };
    reports::with_next(&shelves).flat_map(asked).collect()
}

/// The questions that stand alone, each asked after one about another report, as people do who ask
/// one thing after another: nothing of that may be taken for what they are about.
pub(crate) fn after_others(folder: &Path) -> Vec<Example> {
    const APART: usize = 61;
    let reports = reports_in(folder);
    let engine = reports::engine(&reports);
    let mut lines = lines(folder, &reports);
    lines.retain(|line| !line.contains(NEXT));
    let other = |at: usize| lines[(at + APART) % lines.len()].split('\t').next();
    let after = |at: usize| Some(format!("{}{NEXT}{}", other(at)?, lines[at]));
    (0..lines.len()).filter_map(|at| example(&engine, &after(at)?)).collect()
}

/// The lines of the tables of questions about these reports.
fn lines(folder: &Path, reports: &Reports) -> Vec<String> {
    let table = |name: &String| {
        let path = folder.join(name).with_extension("tsv");
        std::fs::read_to_string(path).unwrap_or_default()
    };
    let tables: Vec<String> = reports.iter().map(|(name, _)| table(name)).collect();
    tables.iter().flat_map(|table| table.lines()).map(str::to_owned).collect()
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
    let last = question.rsplit(NEXT).next().unwrap_or(question);
    let asks_day = tuning::column_names()[measured.column] == DATES
        && !HOURS.iter().any(|word| last.contains(word));
    let candidates = measured.candidates.into_iter().map(|candidate| {
        let passage = squeeze(&candidate.passage);
        let at_home = proofs.iter().any(|proof| passage.contains(proof));
        let gain = answers.iter().map(|answer| f1(&candidate.text, answer)).fold(0.0, f32::max);
        let gain = if asks_day && is_hour(&candidate.text) { gain * HOUR_FOR_DAY } else { gain };
        Candidate::judged(candidate, if at_home { gain } else { 0.0 }, at_home)
    });
    let candidates: Vec<Candidate> = candidates.collect();
    (!candidates.is_empty()).then_some(
        Example {
            question: question.into(),
            read: measured.read,
            text: measured.text,
            column: measured.column,
            candidates,
            weight: if question.contains(NEXT) { WEIGHT_IN_TALK } else { WEIGHT },
        }
        .trimmed(),
    )
}
