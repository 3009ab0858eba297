//! Abbreviations and what an article says they stand for: "the Harbour Trade Union (*HTU*)".
//!
//! Short and long form are paired by their letters (Schwartz and Hearst 2003, "A simple
//! algorithm for identifying abbreviation definitions in biomedical text"), with the long
//! form on either side.

use crate::fact::Passage;
use crate::text::fold;

/// What may stand between a long form and the short one behind it.
const BEFORE: [&str; 10] = ["(", "[", "\"", "“", "'", ",", "or", "known", "as", "abbreviated"];

/// What may stand between a short form and the long one behind it.
const BEHIND: [&str; 17] = [
    ")", "(", "[", "\"", "”", "'", ",", "—", ":", "the", "which", "that", "stands", "stood",
    "short", "for", "or",
];

/// The most tokens that may stand between the two.
const BETWEEN: usize = 7;

/// Lets every passage with the short form be found by the long one too, and the other way round.
pub(super) fn spread(passages: &mut [Passage]) {
    let pairs: Vec<(String, Vec<String>)> = passages.iter().flat_map(in_brackets).collect();
    for passage in passages {
        let mut known: Vec<(u16, String)> = Vec::new();
        for (short, long) in &pairs {
            for at in 0..passage.len() {
                let end = at + long.len();
                if passage.word(at) == short {
                    known.push((at as u16, long.join(" ")));
                } else if end <= passage.len()
                    && (at..end).zip(long).all(|(at, word)| passage.word(at) == word)
                {
                    known.push((end as u16 - 1, short.clone()));
                }
            }
        }
        passage.context.append(&mut known);
    }
}

/// The short forms that a passage has in brackets behind long ones, with the words of these.
fn in_brackets(passage: &Passage) -> Vec<(String, Vec<String>)> {
    let short = |at: usize| {
        let closed =
            matches!((passage.word(at - 1), passage.word(at + 1)), ("(", ")") | ("[", "]"));
        let word = passage.word(at);
        let (first, last) =
            ends_before(passage, at, &letters(word)).filter(|_| closed && is_short_form(word))?;
        let long = (first..=last).map(|at| passage.word(at).to_owned()).collect();
        Some((word.to_owned(), long))
    };
    (1..passage.len().saturating_sub(1)).filter_map(short).collect()
}

/// "HTU", "AfCFTA", "G20": two capitals or more, and no long word.
fn is_short_form(word: &str) -> bool {
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    capitals > 1 && (2..=10).contains(&word.chars().count())
}

/// The long form beside the short one in a passage, as its first and last token.
pub(crate) fn long_form(passage: &Passage, short: &str) -> Option<(usize, usize)> {
    let mut at_short = (0..passage.len()).filter(|&at| letters(passage.word(at)) == short);
    at_short.find_map(|at| {
        ends_before(passage, at, short).or_else(|| begins_behind(passage, at, short))
    })
}

/// The letters and figures of a short form, folded; without the "s" of a plural.
pub(crate) fn letters(short: &str) -> String {
    fold(short).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// "International Atomic Energy Agency (*IAEA*".
fn ends_before(passage: &Passage, at: usize, short: &str) -> Option<(usize, usize)> {
    let between = (0..at).rev().take_while(|&token| BEFORE.contains(&passage.word(token))).count();
    let last = at.checked_sub(between + 1).filter(|_| (1..=BETWEEN).contains(&between))?;
    let first = start(passage, last, short).or_else(|| name_before(passage, last, at))?;
    Some((first, last))
}

/// "Republican People's Party (*CHP*": the name right before brackets, whose letters are those of
/// another language.
fn name_before(passage: &Passage, last: usize, at: usize) -> Option<usize> {
    let in_brackets = last + 2 == at && passage.word(last + 1) == "(" && is_closed(passage, at);
    let capital = |at: usize| passage.word(at).starts_with(char::is_uppercase);
    let belongs = |&at: &usize| capital(at) || matches!(passage.word(at), "'s" | "’s" | "of");
    let name = (0..=last).rev().take_while(belongs).filter(|&at| capital(at)).last()?;
    (in_brackets && is_short_form(passage.word(at)) && name < last).then_some(name)
}

/// Whether nothing else stands in the brackets.
fn is_closed(passage: &Passage, at: usize) -> bool {
    at + 1 < passage.len() && matches!(passage.word(at + 1), ")" | "]")
}

/// "*NASA*, the National Aeronautics and Space Administration", "*UAAR* (Union of Rationalists)".
fn begins_behind(passage: &Passage, at: usize, short: &str) -> Option<(usize, usize)> {
    let end = passage.len();
    let between = (at + 1..end).take_while(|&token| BEHIND.contains(&passage.word(token))).count();
    let first = Some(at + 1 + between).filter(|_| (1..=BETWEEN).contains(&between))?;
    let in_brackets = matches!(passage.word(first - 1), "(" | "[");
    let stops = |&token: &usize| match passage.word(token) {
        "-" => false,
        "," => !in_brackets,
        _ => passage.grammar.tokens[token].tag.is_punctuation(),
    };
    let stop = (first..end).find(stops).unwrap_or(end);
    let begins = |&last: &usize| start(passage, last, short) == Some(first);
    (first..stop).rev().find(begins).map(|last| (first, last)).or_else(|| {
        // Another language's order of words: whatever begins alike in brackets behind a name.
        let alike = letters(passage.word(first)).starts_with(short.chars().next()?);
        (in_brackets && alike && stop > first + 2).then_some((first, stop - 1))
    })
}

/// The first token of the long form that ends with `last`: read backwards, it has all letters of
/// the short form in their order, and its first word begins with the first of them.
fn start(passage: &Passage, last: usize, short: &str) -> Option<usize> {
    let most = (2 * short.len()).min(short.len() + 5);
    let mut wanted = short.chars().rev().peekable();
    for token in (0..=last).rev().take(most) {
        let word = letters(passage.word(token));
        let mut rest = word.chars().rev().peekable();
        while let Some(letter) = rest.next() {
            let is_first = rest.peek().is_none();
            let is_last_wanted = wanted.clone().count() == 1;
            if wanted.peek() == Some(&letter) && (is_first || !is_last_wanted) {
                wanted.next();
            }
        }
        if wanted.peek().is_none() {
            return (token < last).then_some(token);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, syntax};

    fn passage(text: &str) -> Passage {
        let grammar = syntax::analyse(text, Span::new(0..text.len()));
        Passage { text: text.to_owned(), grammar, ..Passage::default() }
    }

    #[test]
    fn what_an_article_shortens_is_known_by_both_forms() {
        let texts = [
            "The Harbour Trade Union (HTU) called a strike.",
            "Ann Lee, who leads the HTU, spoke on Monday.",
            "Members of the Harbour Trade Union voted (twice).",
        ];
        let mut passages = texts.map(passage);
        spread(&mut passages);
        assert_eq!(passages[1].context, [(6, "Harbour Trade Union".to_owned())]);
        assert_eq!(passages[2].context, [(5, "HTU".to_owned())]);
    }

    #[test]
    fn brackets_without_a_short_form_shorten_nothing() {
        let mut passages = ["The ship (built in Oslo) sank.", "He (Lee) came."].map(passage);
        spread(&mut passages);
        assert!(passages.iter().all(|passage| passage.context.is_empty()));
    }
}
