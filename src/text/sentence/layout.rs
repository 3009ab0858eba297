//! What the layout says about sentences, before any word is looked at.
//!
//! In goes a text, out come its units: paragraphs between blank lines, the lines of a list, the
//! items of a list written in one line. No sentence reaches over the end of a unit. Line breaks
//! inside a unit mean nothing, for lines may be wrapped.

use std::ops::Range;

/// Lines at least this long, in bytes, are wrapped prose rather than the items of a list.
const LONG_LINE: usize = 60;

/// Marks that open an item of a list wherever they stand.
const BULLETS: [char; 7] = ['•', '⁃', '‣', '◦', '▪', '●', '■'];

/// The units of `text` as byte ranges, in their order; white space may stand at both ends.
pub(super) fn units(text: &str) -> Vec<Range<usize>> {
    let mut units = Vec::new();
    for block in blocks(text) {
        if is_list_of_lines(&text[block.clone()]) {
            units.extend(lines(text, block));
        } else {
            items(text, block, &mut units);
        }
    }
    units
}

/// The stretches between blank lines.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for line in lines(text, 0..text.len()) {
        let blank = text[line.clone()].trim().is_empty();
        match blocks.last_mut() {
            Some(block) if open && !blank => block.end = line.end,
            _ if !blank => blocks.push(line),
            _ => {}
        }
        open = !blank;
    }
    blocks
}

fn lines(text: &str, within: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    text[within.clone()].split_inclusive('\n').scan(within.start, |at, line| {
        let start = *at;
        *at += line.len();
        Some(start..*at)
    })
}

/// Short lines of which none ends as a sentence does.
fn is_list_of_lines(block: &str) -> bool {
    let block = block.trim_end();
    let short = |line: &str| {
        let line = line.trim_end();
        line.len() < LONG_LINE && !line.ends_with(['.', '!', '?', '"', '”', ')', ',', '…'])
    };
    block.contains('\n') && block.lines().all(short)
}

/// The items of a list in one line: each opens with a bullet, or with the marker that follows
/// on the one before. A block that is no list is one unit.
fn items(text: &str, block: Range<usize>, units: &mut Vec<Range<usize>>) {
    let mut start = block.start;
    for at in bullets(&text[block.clone()]).chain(markers(&text[block.clone()])) {
        units.push(start..block.start + at);
        start = block.start + at;
    }
    units.push(start..block.end);
}

/// Where bullets stand in `block` after white space.
fn bullets(block: &str) -> impl Iterator<Item = usize> {
    let after_space = |at: usize| block[..at].ends_with(char::is_whitespace);
    let listed = block.trim_start().starts_with(BULLETS);
    let source = if listed { block } else { "" };
    source.match_indices(BULLETS).map(|(at, _)| at).filter(move |&at| at > 0 && after_space(at))
}

/// Where the second, third, ... marker stands in a `block` that begins with the first.
fn markers(block: &str) -> impl Iterator<Item = usize> {
    let mut expected = Marker::first(block);
    let mut from = 0;
    std::iter::from_fn(move || {
        let next = expected?.next()?;
        let at = from + block[from..].find(&format!(" {next} "))? + 1;
        (expected, from) = (Some(next), at);
        Some(at)
    })
}

/// What counts the items of a list: a number or a letter, with the punctuation after it.
#[derive(Clone, Copy)]
struct Marker {
    count: u32,
    letter: bool,
    suffix: &'static str,
}

impl Marker {
    /// The marker that `block` begins with, if it is the first of a list.
    fn first(block: &str) -> Option<Self> {
        let word = block.split_whitespace().next()?;
        [".)", ")", "."].into_iter().find_map(|suffix| match word.strip_suffix(suffix)? {
            "1" => Some(Self { count: 1, letter: false, suffix }),
            "a" => Some(Self { count: 1, letter: true, suffix }),
            _ => None,
        })
    }

    fn next(self) -> Option<Self> {
        let count = self.count + 1;
        (!self.letter || count <= 26).then_some(Self { count, ..self })
    }
}

impl std::fmt::Display for Marker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match char::from_digit(self.count + 9, 36).filter(|_| self.letter) {
            Some(letter) => write!(f, "{letter}{}", self.suffix),
            None => write!(f, "{}{}", self.count, self.suffix),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<&str> {
        units(text).into_iter().map(|unit| text[unit].trim()).collect()
    }

    #[test]
    fn blank_lines_part_units_and_single_breaks_do_not() {
        assert_eq!(shown("One\ntwo.\n \r\nThree."), ["One\ntwo.", "Three."]);
    }

    #[test]
    fn short_lines_without_full_stops_are_a_list() {
        assert_eq!(shown("milk\nbread\nolive oil"), ["milk", "bread", "olive oil"]);
    }

    #[test]
    fn a_list_in_one_line_is_parted_at_its_markers() {
        assert_eq!(shown("1) ham 2) eggs"), ["1) ham", "2) eggs"]);
        assert_eq!(shown("a. ham b. eggs"), ["a. ham", "b. eggs"]);
        assert_eq!(shown("• ham • eggs"), ["• ham", "• eggs"]);
    }

    #[test]
    fn a_number_in_a_sentence_is_no_marker() {
        assert_eq!(shown("They had 1) ham and 2) eggs.").len(), 1);
    }
}
