//! Text for people, as lines of toned pieces; harmless from the moment that it is put in.

use unicode_segmentation::UnicodeSegmentation;

use super::clean::harmless;

/// The part that a piece of text plays. A screen without colour shows them all alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// The answer; a heading.
    Strong,
    /// An article's own words.
    Quote,
    /// Where it comes from; hints.
    Faint,
}

/// A piece of text in one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) tone: Tone,
    pub(super) text: String,
}

/// A line, before it is broken to the width of a screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Columns left free before it.
    pub(super) indent: usize,
    /// Columns left free before what does not fit into its first row.
    pub(super) hang: usize,
    pub(super) pieces: Vec<Piece>,
}

/// Lines of text. Whatever is put in, nothing of it can steer a terminal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    pub(super) lines: Vec<Line>,
}

impl Page {
    /// A page of one plain line.
    pub fn of(text: &str) -> Self {
        let mut page = Self::default();
        page.line(0, Tone::Plain, text);
        page
    }

    /// Adds a line in one tone, `indent` columns to the right.
    pub fn line(&mut self, indent: usize, tone: Tone, text: &str) {
        let pieces = vec![Piece { tone, text: harmless(text).into_owned() }];
        self.lines.push(Line { indent, hang: indent, pieces });
    }

    /// Adds an empty line, unless the page is empty or ends with one.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.pieces.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// Adds a table: a row for each list of cells, its columns as wide as their widest cell.
    pub fn table(&mut self, rows: &[Vec<(Tone, String)>]) {
        let clean = |(tone, text): &(Tone, String)| Piece {
            tone: *tone,
            text: harmless(text).into_owned(),
        };
        let rows: Vec<Vec<Piece>> =
            rows.iter().map(|row| row.iter().map(clean).collect()).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let widest = |column: usize| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| width(&cell.text)).max()
        };
        let widths: Vec<usize> =
            (0..columns).map(|column| widest(column).unwrap_or_default() + GUTTER).collect();
        self.lines.extend(rows.into_iter().map(|row| table_line(row, &widths)));
    }
}

/// Columns between the columns of a table.
const GUTTER: usize = 2;

/// A row with every cell but its last filled up to its column's width.
fn table_line(mut cells: Vec<Piece>, widths: &[usize]) -> Line {
    let all_but_last = cells.len().saturating_sub(1);
    let mut hang = 0;
    for (cell, &column) in cells.iter_mut().zip(widths).take(all_but_last) {
        cell.text.push_str(&" ".repeat(column - width(&cell.text)));
        hang += column;
    }
    Line { indent: 0, hang, pieces: cells }
}

/// How many characters a person sees in `text`.
pub(super) fn width(text: &str) -> usize {
    text.graphemes(true).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Screen;

    fn cell(text: &str) -> (Tone, String) {
        (Tone::Plain, text.to_owned())
    }

    #[test]
    fn the_columns_of_a_table_stand_under_each_other() {
        let mut page = Page::default();
        page.table(&[vec![cell("été"), cell("one")], vec![cell("x"), cell("two"), cell("three")]]);
        assert_eq!(Screen::default().paint(&page), "été  one\nx    two  three\n");
    }

    #[test]
    fn a_gap_is_one_empty_line_between_others() {
        let mut page = Page::default();
        page.gap();
        page.line(0, Tone::Plain, "a");
        page.gap();
        page.gap();
        page.line(2, Tone::Plain, "b");
        assert_eq!(Screen::default().paint(&page), "a\n\n  b\n");
    }

    #[test]
    fn nothing_put_in_can_steer_a_terminal() {
        let evil = "a\u{1b}[31m\nb\u{9b}";
        let mut page = Page::of(evil);
        page.line(0, Tone::Quote, evil);
        page.table(&[vec![cell(evil), cell(evil)]]);
        let text = Screen::default().paint(&page);
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
        assert_eq!(text.lines().count(), 3);
    }
}
