//! From a page to the text that a terminal shows.

use super::page::{Line, Page, Piece, Tone, width};

/// What is known of the place that text is shown in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Screen {
    /// Whether it shows colour.
    pub colour: bool,
    /// Its width in columns, where lines are to be broken.
    pub width: Option<usize>,
}

/// The narrowest text that lines are broken to, in columns.
const NARROWEST: usize = 20;

impl Screen {
    /// `page` as text, each line closed by a line end.
    pub fn paint(&self, page: &Page) -> String {
        let mut text = String::new();
        for line in &page.lines {
            self.paint_line(line, &mut text);
            text.push('\n');
        }
        text
    }

    fn paint_line(&self, line: &Line, out: &mut String) {
        if !line.pieces.is_empty() {
            out.push_str(&" ".repeat(line.indent));
        }
        let Some(columns) = self.width else {
            line.pieces.iter().for_each(|piece| self.paint_piece(piece.tone, &piece.text, out));
            return;
        };
        let mut row = Row { used: line.indent, fresh: true };
        let room = columns.max(line.hang + NARROWEST);
        for Piece { tone, text } in &line.pieces {
            let broken = row.broken(text, room, line.hang);
            self.paint_piece(*tone, &broken, out);
        }
    }

    fn paint_piece(&self, tone: Tone, text: &str, out: &mut String) {
        match code(tone) {
            Some(code) if self.colour => {
                out.push_str("\u{1b}[");
                out.push_str(code);
                out.push('m');
                out.push_str(text);
                out.push_str("\u{1b}[0m");
            }
            _ => out.push_str(text),
        }
    }
}

/// The row of the screen that is being filled.
struct Row {
    /// Columns that are taken.
    used: usize,
    /// Whether it holds no word yet.
    fresh: bool,
}

impl Row {
    /// `text` with line ends and `hang` columns where the next word would reach beyond `room`.
    fn broken(&mut self, text: &str, room: usize, hang: usize) -> String {
        let mut broken = String::with_capacity(text.len());
        for word in text.split_inclusive(' ') {
            let columns = width(word.trim_end());
            if self.used + columns > room && !self.fresh {
                broken.truncate(broken.trim_end().len());
                broken.push('\n');
                broken.push_str(&" ".repeat(hang));
                self.used = hang;
            }
            broken.push_str(word);
            self.used += width(word);
            self.fresh = false;
        }
        broken
    }
}

/// The parameters of the escape sequence for a tone (ECMA-48, "select graphic rendition").
fn code(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Strong => Some("1"),
        Tone::Quote => Some("36"),
        Tone::Faint => Some("2"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page {
        let mut page = Page::default();
        page.line(2, Tone::Quote, "one two three four five six seven");
        page
    }

    #[test]
    fn lines_are_broken_between_words_and_keep_their_indent() {
        let screen = Screen { colour: false, width: Some(22) };
        assert_eq!(screen.paint(&page()), "  one two three four\n  five six seven\n");
    }

    #[test]
    fn a_narrow_screen_gets_words_all_the_same() {
        let screen = Screen { colour: false, width: Some(0) };
        assert_eq!(screen.paint(&page()).split_whitespace().count(), 7);
        let mut long = Page::default();
        long.line(0, Tone::Plain, &"x".repeat(50));
        assert_eq!(screen.paint(&long), format!("{}\n", "x".repeat(50)));
    }

    #[test]
    fn colour_is_only_where_it_is_shown() {
        let screen = Screen { colour: true, width: None };
        assert!(screen.paint(&page()).starts_with("  \u{1b}[36mone"));
        assert!(!Screen::default().paint(&page()).contains('\u{1b}'));
    }
}
