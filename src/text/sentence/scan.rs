//! The walk through one unit of text, from one punctuation mark to the next.

use std::ops::Range;

use super::{enclosure, stop};

/// Calls `found` with the byte range of every sentence of `unit`, white space trimmed.
pub(super) fn sentences(unit: &str, mut found: impl FnMut(Range<usize>)) {
    let (mut start, mut at) = (0, 0);
    while let Some(mark) = next_mark(unit, at) {
        let enclosure = enclosure::opened_at(unit, mark);
        let stop = enclosure.map_or(Some(mark), |enclosure| enclosure.stop);
        let verdict = stop.and_then(|stop| stop::judge(unit, start, stop));
        if let Some(end) = verdict.filter(|verdict| verdict.ends).map(|verdict| verdict.at) {
            found(trimmed(unit, start..end));
            start = end;
        }
        let resume = verdict.map(|verdict| verdict.at);
        at = resume
            .max(enclosure.map(|enclosure| enclosure.end))
            .unwrap_or(mark + width(unit, mark));
    }
    let rest = trimmed(unit, start..unit.len());
    if !rest.is_empty() {
        found(rest);
    }
}

/// The next byte at or after `from` that opens an enclosure or may end a sentence.
fn next_mark(unit: &str, from: usize) -> Option<usize> {
    let bytes = unit.as_bytes();
    let found = bytes[from..].iter().position(|&byte| MARKS[byte as usize])?;
    Some(from + found)
}

/// The first bytes of the marks: ASCII ones, and the lead bytes of « and of “ ‘ ….
const MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    let leads = b".!?\"'([\xC2\xE2";
    let mut at = 0;
    while at < leads.len() {
        marks[leads[at] as usize] = true;
        at += 1;
    }
    marks
};

fn width(unit: &str, at: usize) -> usize {
    unit[at..].chars().next().map_or(1, char::len_utf8)
}

fn trimmed(unit: &str, range: Range<usize>) -> Range<usize> {
    let text = &unit[range.clone()];
    let start = range.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}
