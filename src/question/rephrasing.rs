//! Other ways to ask what a plain question word asks for: "on what grounds" is "why", "what number
//! of people" "how many people", "how did they view it" "what did they think of it".

use std::sync::LazyLock;

use super::cut::{self, Word};

/// The most phrases that are put plainly in one question.
const MOST: usize = 3;

/// The most words that a phrase leaves open.
const LONGEST_OPEN: usize = 12;

/// The fewest words behind a phrase: "who was it that time?" asks for no clause.
const FEWEST_BEHIND: usize = 2;

static REPHRASINGS: LazyLock<Vec<Rephrasing>> = LazyLock::new(|| {
    let lines = include_str!("data/rephrasings.tsv").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).map(Rephrasing::new).collect()
});

/// A phrase, and what stands for it.
struct Rephrasing {
    opens: bool,
    ends: bool,
    phrase: Vec<Part>,
    plain: &'static str,
}

/// A part of a phrase.
enum Part {
    /// One of these words.
    Word(Vec<&'static str>),
    /// Any words up to the next part.
    Some,
}

/// Where a phrase stands: its first word, the one behind it, and the words that it leaves open.
struct Found {
    first: usize,
    end: usize,
    open: Option<(usize, usize)>,
}

impl Rephrasing {
    fn new((phrase, plain): (&'static str, &'static str)) -> Self {
        let part = |word: &'static str| match word {
            "_" => Part::Some,
            word => Part::Word(word.split('|').collect()),
        };
        let words = phrase.strip_prefix("^ ").unwrap_or(phrase);
        let words = words.strip_suffix(" $").unwrap_or(words);
        Rephrasing {
            opens: phrase.starts_with('^'),
            ends: phrase.ends_with('$'),
            phrase: words.split(' ').map(part).collect(),
            plain,
        }
    }

    fn find(&self, words: &[Word]) -> Option<Found> {
        let last = if self.opens { 0 } else { words.len() };
        (0..=last).find_map(|first| self.find_at(words, first))
    }

    fn find_at(&self, words: &[Word], first: usize) -> Option<Found> {
        let mut at = first;
        let mut open = None;
        for (number, part) in self.phrase.iter().enumerate() {
            match part {
                Part::Word(any) => {
                    let word = words.get(at)?;
                    if !any.contains(&word.folded.as_str()) {
                        return None;
                    }
                    at += 1;
                }
                Part::Some => {
                    let Some(Part::Word(next)) = self.phrase.get(number + 1) else { return None };
                    // "According *to* the police".
                    let is_fixed = |at: usize| words[at - 1].folded == "according";
                    let is_next =
                        |&at: &usize| next.contains(&words[at].folded.as_str()) && !is_fixed(at);
                    let furthest = words.len().min(at + LONGEST_OPEN + 1);
                    let end = (at + 1..furthest).find(is_next)?;
                    open = Some((at, end - 1));
                    at = end;
                }
            }
        }
        let ends = !self.ends || at == words.len();
        (ends && (open.is_some() || at + FEWEST_BEHIND <= words.len())).then_some(Found {
            first,
            end: at,
            open,
        })
    }
}

/// The question put plainly, where a phrase of it can be.
pub(super) fn plain(question: &str) -> Option<String> {
    let mut plain = None;
    for _ in 0..MOST {
        let Some(next) = once(plain.as_deref().unwrap_or(question)) else { break };
        plain = Some(next);
    }
    plain
}

fn once(question: &str) -> Option<String> {
    let words = cut::words(question);
    let (found, plain) = REPHRASINGS.iter().find_map(|it| Some((it.find(&words)?, it.plain)))?;
    let open =
        found.open.map_or("", |(first, last)| &question[words[first].start..words[last].end]);
    let before = &question[..words[found.first].start];
    let behind = &question[words[found.end - 1].end..];
    Some(format!("{before}{}{behind}", plain.replace('_', open)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_put_plainly_and_the_rest_stays() {
        for (question, expected) in [
            ("On what grounds was it closed?", "why was it closed?"),
            ("What number of people were hurt?", "how many people were hurt?"),
            ("so who was it that sank it", "so who sank it"),
            ("How did the mayor of Oslo view it?", "what did the mayor of Oslo think of it?"),
            ("Whereabouts was it?", "where was it?"),
            ("Tell me, when it was that it sank", "Tell me, when it sank"),
            ("How many lives has the flu claimed?", "how many people have been killed in the flu?"),
            ("Is the strike at the docks over?", "has the strike at the docks ended?"),
        ] {
            assert_eq!(plain(question).as_deref(), Some(expected), "{question}");
        }
    }

    #[test]
    fn other_questions_stay() {
        for question in [
            "",
            "?",
            "who won",
            "who was it that day",
            "on what grounds?",
            "how did view it",
            "what caused the crash according to the police?",
        ] {
            assert_eq!(plain(question), None, "{question}");
        }
    }

    #[test]
    fn every_plain_way_is_plain() {
        for rephrasing in REPHRASINGS.iter() {
            let plain = format!("{} were they", rephrasing.plain.replace('_', "the boys"));
            assert_eq!(once(&plain), None);
        }
    }
}
