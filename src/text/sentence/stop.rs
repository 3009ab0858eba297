//! Whether a stop ends the sentence.
//!
//! In goes the unit, where the sentence began and where the stop is, out comes a [`Verdict`].
//! Looks at the word before the stop, the marks that close around it, and what follows; never
//! at a sentence as a whole, nor farther than [`REACH`], so that a text of any shape is split in a
//! time that grows with its length alone.

use super::words::{self, Kind};
use super::{ellipsis, following};

/// What was decided about a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verdict {
    /// The byte after the stop and all that closes with it; the walk goes on here.
    pub(super) at: usize,
    /// Whether the sentence ends there.
    pub(super) ends: bool,
}

/// The verdict about the mark at byte `stop` of `unit`, where the sentence began at `start`;
/// nothing where the mark is no stop.
pub(super) fn judge(unit: &str, start: usize, stop: usize) -> Option<Verdict> {
    if let Some(verdict) = ellipsis::judge(unit, stop) {
        return Some(verdict);
    }
    let run = run_length(&unit[stop..]);
    if run == 0 {
        return None;
    }
    let at = closers(unit, stop + run);
    let context = Context { unit, start, stop, run: &unit[stop..stop + run], at };
    Some(Verdict { at, ends: context.ends() })
}

/// The length of the stops, in bytes, that `text` begins with. Dashes count where speech breaks
/// off with them, which only their place before a closing quote tells.
fn run_length(text: &str) -> usize {
    let stops = text.len() - text.trim_start_matches(['.', '!', '?', '…']).len();
    let dashes = text.len() - text.trim_start_matches(['-', '—', '–']).len();
    let broken_off = dashes > 0 && text[dashes..].starts_with(['"', '”']);
    if broken_off { dashes } else { stops }
}

/// The byte after the closing marks, and the footnote numbers in brackets, that follow `at`.
fn closers(unit: &str, mut at: usize) -> usize {
    while let Some(mark) = unit[at..].chars().next() {
        let width = mark.len_utf8();
        match mark {
            '"' | '\'' | '’' if following::goes_on(&unit[at + width..]) => break,
            ')' | ']' | '”' | '’' | '»' | '"' | '\'' => at += width,
            '[' => match footnote(&unit[at..]) {
                Some(length) => at += length,
                None => break,
            },
            _ => break,
        }
    }
    at
}

/// The length of a footnote mark, `[12]`.
fn footnote(text: &str) -> Option<usize> {
    let close = text.bytes().take(5).position(|byte| byte == b']').filter(|&close| close > 1)?;
    text[1..close].bytes().all(|byte| byte.is_ascii_digit()).then_some(close + 1)
}

/// How far before and behind a stop is looked, in bytes.
const REACH: usize = 120;

/// The last [`REACH`] bytes of `text`.
fn last(text: &str) -> &str {
    let from = text.len().saturating_sub(REACH);
    (from..=text.len()).find_map(|at| text.get(at..)).unwrap_or_default()
}

/// The first [`REACH`] bytes of `text`.
fn first(text: &str) -> &str {
    let to = text.len().min(REACH);
    (0..=to).rev().find_map(|at| text.get(..at)).unwrap_or_default()
}

/// A stop and what stands around it.
struct Context<'t> {
    unit: &'t str,
    start: usize,
    stop: usize,
    run: &'t str,
    at: usize,
}

impl<'t> Context<'t> {
    fn ends(&self) -> bool {
        let rest = &self.unit[self.at..];
        let next = rest.trim_start();
        if next.is_empty() {
            return true;
        }
        let spaced = next.len() < rest.len();
        let next = first(next);
        if !spaced {
            return self.ends_without_space(next);
        }
        following::may_open(next) && self.word_allows(next)
    }

    /// What the word before the stop, and the stop itself, say.
    fn word_allows(&self, next: &str) -> bool {
        match self.run {
            "." => self.full_stop_ends(next),
            "!" if words::kind(self.word(1)) == Kind::Within => following::is_opener(next),
            _ if self.closes_a_quote() => !following::is_attribution(next),
            _ => true,
        }
    }

    fn full_stop_ends(&self, next: &str) -> bool {
        let word = self.word(0);
        if self.is_list_marker(word) {
            return false;
        }
        match words::kind(word) {
            Kind::Ordinary => true,
            Kind::BeforeName => false,
            Kind::BeforeNumber => !following::is_number(next),
            Kind::Within => following::is_opener(next) || following::is_quote(next),
            Kind::Initial => following::is_opener(next) && !self.in_a_name(word),
            Kind::Clock => !following::goes_on_a_clock(next) && !self.is_fronted_time(),
        }
    }

    /// The word before the stop, with `more` bytes of the stop itself.
    fn word(&self, more: usize) -> &'t str {
        let before = last(&self.unit[self.start..self.stop + more]);
        let apart = |c: char| c.is_whitespace() || "\"'“‘([«—–/•⁃‣◦▪●■".contains(c);
        before.rfind(apart).map_or(before, |at| {
            let width = before[at..].chars().next().map_or(1, char::len_utf8);
            &before[at + width..]
        })
    }

    /// "1." or "a." at the head of the sentence counts an item of a list.
    fn is_list_marker(&self, word: &str) -> bool {
        if self.stop - self.start > REACH {
            return false;
        }
        let head = self.unit[self.start..self.stop].trim_start();
        let head = head.trim_start_matches(|c: char| !c.is_alphanumeric());
        let counts = word.bytes().all(|byte| byte.is_ascii_digit()) && word.len() <= 2;
        head.len() == word.len() && (counts || word.len() == 1)
    }

    /// Whether the initial stands after another piece of a name: "Albert I." but not "and I.".
    fn in_a_name(&self, initial: &str) -> bool {
        let before = last(&self.unit[self.start..self.stop - initial.len()]).trim_end();
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        initial == "I" && word.starts_with(char::is_uppercase)
    }

    /// A time that opens the sentence goes on with it: "At 5 a.m. Mr. Hill left."
    fn is_fronted_time(&self) -> bool {
        const OPEN: [&str; 12] = [
            "At", "By", "Around", "About", "Until", "Since", "From", "Before", "After", "Between",
            "Shortly", "Just",
        ];
        let mut words = self.unit[self.start..self.stop].split_whitespace();
        words.next().is_some_and(|word| OPEN.contains(&word)) && words.take(6).count() < 6
    }

    fn closes_a_quote(&self) -> bool {
        self.unit[self.stop + self.run.len()..self.at].contains(['"', '”', '\'', '’'])
    }

    /// Two sentences with no space between them: "the end.The next". Addresses and names of
    /// files look alike, so both words must look like words.
    fn ends_without_space(&self, next: &str) -> bool {
        let word = self.word(0);
        let token = following::token(next);
        let address = word.contains(['@', '/']) || token.contains(['@', '/']);
        let last = word.chars().next_back();
        let counted = last.is_some_and(char::is_numeric) && !self.is_list_marker(word);
        let plain = counted || last.is_some_and(char::is_lowercase) && word.len() > 1;
        let listed = words::kind(word) != Kind::Ordinary || word.starts_with("www");
        plain && !listed && !address && following::is_capitalised(token)
    }
}
