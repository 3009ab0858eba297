//! Quotation marks and who speaks.

use crate::fact::Passage;
use crate::lexicon::{Lexicon, Saying};
use crate::text::syntax::{Relation, Sentence};

/// Finds the quoted tokens of the passages of one article, in order. A quotation that is still open
/// at the end of a sentence goes on in the next one of the same paragraph.
pub(super) fn mark_quotes(passages: &mut [Passage]) {
    let mut open = false;
    let mut paragraph = 0;
    for passage in passages {
        if passage.paragraph != paragraph {
            open = false;
            paragraph = passage.paragraph;
        }
        passage.quoted = quoted(passage, &mut open);
    }
}

fn quoted(passage: &Passage, open: &mut bool) -> Vec<(u16, u16)> {
    let mut ranges = Vec::new();
    let mut first = open.then_some(0u16);
    for index in 0..passage.len() {
        match side(passage, index, first.is_some()) {
            Some(Side::Opening) => first = Some(index as u16 + 1),
            // A mark that closes what no mark opened: the paragraph goes on with words quoted
            // before.
            Some(Side::Closing) if first.is_none() && ranges.is_empty() => {
                first = Some(0);
                close(&mut ranges, &mut first, index);
            }
            Some(Side::Closing) => close(&mut ranges, &mut first, index),
            None => {}
        }
    }
    *open = first.is_some();
    if *open {
        close(&mut ranges, &mut first, passage.len());
    }
    ranges
}

/// Which end of a quotation a mark is.
enum Side {
    Opening,
    Closing,
}

/// Which end of a quotation a token is, if any: one that looks the same at both ends closes what is
/// `open`, and else opens one unless it hangs on the word before it; behind a figure it stands for
/// inches.
fn side(passage: &Passage, index: usize, open: bool) -> Option<Side> {
    match passage.word(index) {
        "“" | "«" | "„" => Some(Side::Opening),
        "”" | "»" => Some(Side::Closing),
        "\"" | "''" | "``" if open && is_before_word(passage, index) => Some(Side::Opening),
        "\"" | "''" | "``" if open => Some(Side::Closing),
        "\"" | "''" | "``" => match before(passage, index) {
            _ if touches_word_behind(passage, index) => Some(Side::Opening),
            Some(mark) if mark.is_ascii_digit() => None,
            Some(mark) if !mark.is_whitespace() => Some(Side::Closing),
            _ => Some(Side::Opening),
        },
        _ => None,
    }
}

/// Whether a mark stands apart from the word before it and touches the one behind: then it opens,
/// and what seemed to be open lacked its end.
fn is_before_word(passage: &Passage, index: usize) -> bool {
    before(passage, index).is_none_or(char::is_whitespace) && touches_word_behind(passage, index)
}

/// What stands right before a token.
fn before(passage: &Passage, index: usize) -> Option<char> {
    let start = passage.grammar.tokens[index].span.start as usize;
    passage.text[..start].chars().next_back()
}

fn touches_word_behind(passage: &Passage, index: usize) -> bool {
    let end = passage.grammar.tokens[index].span.end as usize;
    passage.text[end..].starts_with(char::is_alphanumeric)
}

fn close(ranges: &mut Vec<(u16, u16)>, first: &mut Option<u16>, end: usize) {
    if let Some(start) = first.take().filter(|&start| usize::from(start) < end) {
        ranges.push((start, end as u16 - 1));
    }
}

/// The verb of saying in a sentence that has a speaker, and the token of that speaker.
///
/// The topmost one outside quotation marks wins: "Larsen said that Archer told …" is Larsen's.
pub(crate) fn saying(passage: &Passage) -> Option<(usize, usize)> {
    let grammar = &passage.grammar;
    let says = |&verb: &usize| {
        grammar.tokens[verb].tag.is_verb()
            && !passage.is_quoted(verb)
            && is_saying(grammar, verb)
            && (has_content(grammar, verb) || !passage.quoted.is_empty())
    };
    let speaker = |verb: usize| {
        let quoted = matches!(grammar.lemma(verb), "quote" | "cite");
        let fits = |relation| {
            if quoted { relation == Relation::NsubjPass } else { relation == Relation::Nsubj }
        };
        let subject = grammar.children(verb).find(|&child| fits(grammar.tokens[child].relation))?;
        (!passage.is_quoted(subject)).then_some((verb, subject))
    };
    let mut verbs: Vec<usize> = (0..passage.len()).filter(says).collect();
    verbs.sort_by_key(|&verb| grammar.ancestors(verb).take(32).count());
    verbs.into_iter().find_map(speaker)
}

/// Verbs of thinking ("hold") report words only with a clause: "holds that …".
fn is_saying(grammar: &Sentence, verb: usize) -> bool {
    Lexicon::builtin().saying(grammar.lemma(verb)).is_some_and(|saying| {
        !matches!(saying, Saying::Think | Saying::Learn)
            || grammar.child(verb, Relation::Ccomp).is_some()
    })
}

fn has_content(grammar: &Sentence, verb: usize) -> bool {
    let above = grammar.tokens[verb].relation;
    above == Relation::Parataxis
        || grammar.children(verb).any(|child| {
            matches!(
                grammar.tokens[child].relation,
                Relation::Ccomp | Relation::Parataxis | Relation::Obj | Relation::Obl
            )
        })
}

/// Names the speaker of every passage of one article that reports or quotes somebody's words.
/// `name_of` gives the full name that a token stands for.
pub(super) fn name_speakers(passages: &mut [Passage], name_of: impl Fn(&Passage, usize) -> String) {
    for passage in passages.iter_mut() {
        passage.speaker = saying(passage).map(|(_, subject)| name_of(passage, subject));
    }
    for index in 0..passages.len() {
        if passages[index].speaker.is_none() && is_all_quoted(&passages[index]) {
            passages[index].speaker = speaker_beside(passages, index);
        }
    }
}

fn is_all_quoted(passage: &Passage) -> bool {
    let quoted: usize =
        passage.quoted.iter().map(|&(first, last)| usize::from(last - first) + 1).sum();
    quoted * 5 > passage.len() * 4
}

/// A quotation of several sentences has its speaker named once in its paragraph, or just before it.
fn speaker_beside(passages: &[Passage], index: usize) -> Option<String> {
    let paragraph = passages[index].paragraph;
    let same = |other: &&Passage| other.paragraph == paragraph && other.speaker.is_some();
    let before = passages[..index].iter().rev().take(4).find(same);
    let after = passages[index + 1..].iter().take(4).find(same);
    let colon = |other: &&Passage| other.text.trim_end().ends_with(':') || other.speaker.is_some();
    let last = passages[..index].last().filter(colon);
    before.or(after).or(last).and_then(|found| found.speaker.clone())
}

#[cfg(test)]
mod tests {
    use crate::article;
    use crate::extract;

    /// The words in quotation marks of each sentence of a text.
    fn quoted(text: &str) -> Vec<Vec<String>> {
        let file = format!("A headline of some words\n\n5 May 2014\n\n{text}\n");
        let passages = extract::passages(&article::read(file.as_bytes(), "article.txt".as_ref()));
        let ranges = |passage: &crate::fact::Passage| {
            let words = |&(first, last): &(u16, u16)| passage.words(first.into(), last.into());
            passage.quoted.iter().map(|range| words(range).to_owned()).collect()
        };
        passages.iter().filter(|passage| !passage.is_title).map(ranges).collect()
    }

    #[test]
    fn quotations_go_on_to_the_end_of_their_paragraph() {
        let found = quoted("The miller said: \"We had no boats. We had to swim.\" Nobody came.");
        let words: Vec<String> = found.concat();
        assert_eq!(words.join(" "), "We had no boats. We had to swim.");
    }

    #[test]
    fn a_mark_before_a_word_opens_whatever_lacked_its_end() {
        let found = quoted("The miller said \"no. She held a sign reading: \"Save the mill.\"");
        assert_eq!(found.last(), Some(&vec!["Save the mill.".to_owned()]));
    }

    #[test]
    fn a_mark_that_opens_nothing_closes_what_was_said_before() {
        let found = quoted("We had to swim.\" The miller said, \"Nobody came to help us.\"");
        assert_eq!(found, [vec!["We had to swim."], vec!["Nobody came to help us."]]);
        assert_eq!(quoted("The door is 30\" wide and was built by a miller."), [[""; 0]]);
    }
}
