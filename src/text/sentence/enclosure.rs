//! Quotes and brackets, inside which no sentence of the outside ends.
//!
//! In goes the position of an opening mark, out comes where its enclosure ends. A quote stays
//! with the sentence that introduces it, so that what was said stays with who said it; one
//! longer than [`LONGEST`] bytes is a speech, and is split like any other text.

/// The longest enclosure, in bytes, that is kept whole.
const LONGEST: usize = 400;

/// A piece of text between two marks that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Enclosure {
    /// Where the punctuation before the closing mark begins, if a sentence may end with it.
    pub(super) stop: Option<usize>,
    /// The byte after the closing mark.
    pub(super) end: usize,
}

/// The enclosure that the mark at byte `at` opens, if it opens one that closes soon enough.
pub(super) fn opened_at(text: &str, at: usize) -> Option<Enclosure> {
    let mark = text[at..].chars().next()?;
    let inside = at + mark.len_utf8();
    let window = &text[inside..limit(text, inside)];
    let before = text[..at].chars().next_back();
    let length = match mark {
        '(' => bracket(window, '(', ')'),
        '[' => bracket(window, '[', ']'),
        '"' if may_open(before) => straight_quote(window),
        '\'' if may_open(before) => single_quote(window, '\''),
        '‘' if may_open(before) => single_quote(window, '’'),
        '“' => window.find('”'),
        '«' => window.find('»'),
        _ => None,
    }?;
    let close = inside + length;
    let closing = text[close..].chars().next()?;
    Some(Enclosure { stop: last_stop(text, inside, close), end: close + closing.len_utf8() })
}

/// The character boundary at, or right after, the [`LONGEST`] reach from `inside`.
fn limit(text: &str, inside: usize) -> usize {
    let reach = inside.saturating_add(LONGEST).min(text.len());
    (reach..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

/// A quote opens at the start, after white space, or after another opening mark or a dash.
fn may_open(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || "([{\"'“‘—–-/".contains(c))
}

/// The length up to the bracket that closes this one, brackets of the same kind inside counted.
fn bracket(window: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in window.char_indices() {
        if c == open {
            depth += 1;
        } else if c == close && depth == 0 {
            return Some(at);
        } else if c == close {
            depth -= 1;
        }
    }
    None
}

/// The length up to the next straight quote, unless that one opens again: then this one was
/// never closed, as in a speech of several paragraphs.
fn straight_quote(window: &str) -> Option<usize> {
    let close = window.find('"')?;
    let before = window[..close].chars().next_back()?;
    let after = window[close + 1..].chars().next();
    let opens = before.is_whitespace() && after.is_some_and(char::is_alphanumeric);
    (!opens).then_some(close)
}

/// The length up to the single quote that closes a whole sentence: it stands after punctuation,
/// which no apostrophe does.
fn single_quote(window: &str, close: char) -> Option<usize> {
    window.chars().next().filter(|c| c.is_uppercase())?;
    let mut from = 0;
    while let Some(found) = window[from..].find(close) {
        let at = from + found;
        from = at + close.len_utf8();
        let punctuated = window[..at].ends_with(['.', ',', '!', '?', '…']);
        let apart = window[from..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        if punctuated && apart {
            return Some(at);
        }
    }
    None
}

/// Where the punctuation at the end of the enclosed text begins. An enclosure of dots alone,
/// "[...]", marks something left out and ends nothing.
fn last_stop(text: &str, inside: usize, close: usize) -> Option<usize> {
    let enclosed = &text[inside..close];
    let bare = enclosed.trim_end_matches(['.', '!', '?', '…', '-', '—', '–']);
    let punctuation = &enclosed[bare.len()..];
    let hyphen = punctuation == "-";
    (!punctuation.is_empty() && !bare.is_empty() && !hyphen).then_some(inside + bare.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enclosed(text: &str) -> Option<&str> {
        let at = text.find(['"', '\'', '(', '[', '“', '‘'])?;
        opened_at(text, at).map(|enclosure| &text[at..enclosure.end])
    }

    #[test]
    fn a_quote_reaches_to_its_closing_mark() {
        assert_eq!(enclosed("He said: \"Go. Now.\" So I went."), Some("\"Go. Now.\""));
        assert_eq!(enclosed("He said: “Go. Now.” So I went."), Some("“Go. Now.”"));
    }

    #[test]
    fn brackets_may_stand_in_brackets() {
        assert_eq!(
            enclosed("Then (as told (twice) here) it ended."),
            Some("(as told (twice) here)")
        );
    }

    #[test]
    fn a_quote_that_opens_twice_was_never_closed() {
        assert_eq!(enclosed("\"We came. We saw. He said \"go\" then."), None);
    }

    #[test]
    fn an_apostrophe_does_not_open_a_quote() {
        assert_eq!(enclosed("It's the '90s. He's the boss.'"), None);
        assert_eq!(enclosed("in the 'nineties. It has four.'"), None);
    }

    #[test]
    fn dots_alone_in_brackets_end_nothing() {
        let text = "one [...] two";
        assert_eq!(opened_at(text, 4), Some(Enclosure { stop: None, end: 9 }));
    }

    #[test]
    fn a_long_speech_is_not_kept_whole() {
        let speech = format!("\"{}\"", "We shall see. ".repeat(60));
        assert_eq!(opened_at(&speech, 0), None);
    }
}
