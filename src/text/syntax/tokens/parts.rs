//! Cuts what was written as one word into its tokens: clitics, fused words, units.

use std::ops::Range;
use std::sync::LazyLock;

use crate::text::quick::QuickMap;

/// What can follow an apostrophe as a token of its own.
const CLITICS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];

/// Words written as one that are two, lower case: the word, and the length of its first part.
static FUSED: LazyLock<QuickMap<u64, usize>> = LazyLock::new(|| {
    let lines = include_str!("../model/fused.txt").lines();
    let entry = |line: &str| {
        let (fused, first) = line.split_once(' ')?;
        Some((packed(fused)?, first.parse().ok()?))
    };
    lines.filter_map(entry).collect()
});

/// Units that are cut off the number before them.
const UNITS: [&str; 24] = [
    "am", "pm", "a.m.", "p.m.", "km", "kg", "cm", "mm", "m", "mph", "kph", "km/h", "ft", "lb",
    "lbs", "bn", "mn", "tn", "k", "gb", "mb", "tb", "mw", "gw",
];

/// Gives the parts of `word`, first to last, as bytes of it.
pub(super) fn cut(word: &str, mut give: impl FnMut(Range<usize>)) {
    let mut end = word.len();
    let mut cuts = [0; 3];
    let mut count = 0;
    while let Some(at) = last_cut(&word[..end]).filter(|_| count < cuts.len()) {
        cuts[count] = at;
        count += 1;
        end = at;
    }
    let mut start = 0;
    for &at in cuts[..count].iter().rev().chain([&word.len()]) {
        give(start..at);
        start = at;
    }
}

/// Where the last part of `word` begins, if it has more than one.
fn last_cut(word: &str) -> Option<usize> {
    let at = clitic_at(word).or_else(|| unit_at(word)).or_else(|| fused_at(word))?;
    (at > 0 && at < word.len() && word.is_char_boundary(at)).then_some(at)
}

/// The length of the clitic, apostrophe included, that `rest` begins with; 0 if there is none.
pub(super) fn clitic_length(rest: &str) -> usize {
    let Some(apostrophe) = rest.chars().next().filter(|&c| is_apostrophe(c)) else { return 0 };
    let tail = &rest[apostrophe.len_utf8()..];
    let letters = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
    let known = CLITICS.iter().any(|clitic| clitic.eq_ignore_ascii_case(&tail[..letters]));
    if known { apostrophe.len_utf8() + letters } else { 0 }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

fn clitic_at(word: &str) -> Option<usize> {
    let (at, _) = word.char_indices().rev().take(4).find(|&(_, c)| is_apostrophe(c))?;
    if clitic_length(&word[at..]) > 0 {
        return Some(at);
    }
    let tail = word[at..].trim_start_matches(is_apostrophe);
    let negated = word[..at].ends_with(['n', 'N']) && tail.eq_ignore_ascii_case("t");
    negated.then(|| at - 1)
}

fn unit_at(word: &str) -> Option<usize> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let at = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','))?;
    let unit = &word[at..];
    UNITS.iter().any(|known| known.eq_ignore_ascii_case(unit)).then_some(at)
}

fn fused_at(word: &str) -> Option<usize> {
    FUSED.get(&packed(word)?).copied()
}

/// A word of at most eight bytes as one number, whatever its case.
pub(super) fn packed(word: &str) -> Option<u64> {
    let join = |sum, byte: u8| sum << 8 | u64::from(byte.to_ascii_lowercase());
    (word.len() <= 8).then(|| word.bytes().fold(0, join))
}
