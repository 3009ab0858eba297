//! Words run together or torn apart: "manystudents", "ground water".

use super::{Vocabulary, is_light};

/// The two words that `typed` is, run together.
pub(super) fn parted(typed: &str, vocabulary: &dyn Vocabulary) -> Option<(String, String)> {
    let is_part = |part: &str| {
        let letters = part.chars().count();
        let light = letters > 1 && is_light(part) && super::is_known(part, vocabulary);
        light || letters > 2 && vocabulary.written(part).is_some()
    };
    let mut best: Option<(usize, (&str, &str))> = None;
    for (at, _) in typed.char_indices().skip(2) {
        let (first, second) = typed.split_at(at);
        let shortest = first.len().min(second.len());
        if shortest < 2 || !is_part(first) || !is_part(second) || first.len().max(second.len()) < 4
        {
            continue;
        }
        let beside = vocabulary.is_beside(first, second);
        let score = shortest + if beside { 10 } else { 0 };
        if best.is_none_or(|(other, _)| score > other)
            && (shortest > 2 || beside || is_closed(first) || is_closed(second))
        {
            best = Some((score, (first, second)));
        }
    }
    best.map(|(_, (first, second))| (first.to_owned(), second.to_owned()))
}

/// Words of two letters that people run together with others.
fn is_closed(part: &str) -> bool {
    matches!(part, "of" | "in" | "to" | "on" | "is" | "at" | "by" | "he" | "it")
}

/// The word of the articles that two words are, which somebody tore apart.
pub(super) fn joined(first: &str, second: &str, vocabulary: &dyn Vocabulary) -> Option<String> {
    if is_light(first) || is_light(second) || first.len() + second.len() < 6 {
        return None;
    }
    let whole = format!("{first}{second}");
    let unknown = |word: &str| vocabulary.written(word).is_none();
    let fits = vocabulary.written(&whole).is_some() && (unknown(first) || unknown(second));
    fits.then_some(whole)
}
