//! Which way dates look that leave out their year, in the invented reports of `tests/reports/lessons`.
//!
//! What is asked with "when did" has been by the day of its report, what is asked with "when will" has
//! not: a right answer that is resolved to the other side is wrong. Some of these dates are of plans that
//! failed ("had been planned for Friday"), so not all can be right.

use std::fs;
use std::path::{Path, PathBuf};

use dateline::article;
use dateline::extract;
use dateline::fact::Passage;
use jiff::civil::Date;

use super::figure::{Figure, share};

/// On which side of its report a date lies.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Side {
    Behind,
    Ahead,
}

/// The share of such dates that look the right way, in per cent; the others are printed where `verbose`.
pub(crate) fn measure(verbose: bool) -> Vec<Figure> {
    let (mut right, mut all) = (0, 0);
    for path in tables() {
        let text = fs::read(path.with_extension("txt")).unwrap_or_default();
        let article = article::read(&text, &path);
        let Some(published) = article.published else { continue };
        let passages = extract::passages(&article);
        for line in fs::read_to_string(&path).unwrap_or_default().lines() {
            let Some(holds) = looks_right(line, &passages, published) else { continue };
            all += 1;
            right += usize::from(holds);
            if verbose && !holds {
                println!("leaning: {line}");
            }
        }
    }
    vec![Figure::new("dates that look the right way", share(right, all))]
}

/// The tables of questions, in the order of their names.
fn tables() -> Vec<PathBuf> {
    let folders = fs::read_dir("tests/reports/lessons").into_iter().flatten().flatten();
    let files = folders.flat_map(|folder| fs::read_dir(folder.path()).into_iter().flatten());
    let paths = files.flatten().map(|file| file.path());
    let mut tables: Vec<PathBuf> = paths.filter(|path| is_table(path)).collect();
    tables.sort();
    tables
}

fn is_table(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "tsv")
}

/// Whether the date that answers the question of a line looks the right way; nothing where the question
/// does not tell which, or the date needs no telling.
fn looks_right(line: &str, passages: &[Passage], published: Date) -> Option<bool> {
    let mut cells = line.split('\t');
    let (question, answers, proofs) = (cells.next()?, cells.next()?, cells.next()?);
    let side = side(question.rsplit(" >> ").next()?)?;
    let proven = |passage: &&Passage| proofs.split('|').any(|proof| passage.text.contains(proof));
    let passage = passages.iter().find(proven)?;
    let date = passage.dates.iter().find(|date| {
        let written = date.span.of(&passage.text);
        let has_year = written.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
        !has_year && answers.split('|').any(|answer| same(answer, written))
    })?;
    let when = date.when.as_ref()?;
    Some(match side {
        Side::Behind => when.start.date() <= published,
        Side::Ahead => when.last_day() >= published,
    })
}

/// "On Friday" is "Friday".
fn same(answer: &str, written: &str) -> bool {
    let bare = ["on ", "in ", "at "].iter().find_map(|word| answer.strip_prefix(word));
    bare.unwrap_or(answer).eq_ignore_ascii_case(written)
}

/// What the first words of a question tell.
fn side(question: &str) -> Option<Side> {
    let question = question.to_lowercase();
    let mut words = question.split(' ').skip_while(|word| matches!(*word, "by" | "until" | "from"));
    match (words.next()?, words.next()?) {
        ("when", "did" | "was" | "were" | "had") => Some(Side::Behind),
        ("when", "will" | "do" | "does") => Some(Side::Ahead),
        _ => None,
    }
}
