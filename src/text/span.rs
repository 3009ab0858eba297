//! A piece of a text, as byte offsets into it.

use std::ops::Range;

/// A half-open range of bytes of some text, always on character boundaries.
///
/// Texts are limited to 4 GiB (offsets are 32 bits).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span of `range`, in bytes.
    pub fn new(range: Range<usize>) -> Self {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: offset(range.start), end: offset(range.end) }
    }

    /// The words that the span covers; empty where it does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The span as a range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its length in bytes.
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether every byte of `other` is in it.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span moved to the right by `by` bytes.
    pub fn shifted(self, by: usize) -> Span {
        let range = self.range();
        Span::new(range.start + by..range.end + by)
    }

    /// The span as it lies where the text that begins at byte `from` begins at byte `to` instead.
    pub fn moved(self, from: usize, to: usize) -> Span {
        let range = self.range();
        let at = |offset: usize| offset.saturating_sub(from) + to;
        Span::new(at(range.start)..at(range.end))
    }

    /// The smallest span that covers both.
    pub fn joined(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_that_does_not_fit_its_text_covers_nothing() {
        assert_eq!(Span::new(2..9).of("short"), "");
        assert_eq!(Span::new(1..2).of("é"), "");
        assert_eq!(Span::new(0..5).of("short"), "short");
    }
}
