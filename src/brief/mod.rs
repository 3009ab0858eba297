//! The main event of an article: who, what, when, where, why and how, each as a short phrase in the
//! article's own words.
//!
//! In go the passages of one article, out comes a [`Brief`]. The way of the data:
//!
//! ```text
//! passages ── story ──▶ finders ──▶ candidates ── shape: measures ──▶ ranking ──▶ choice
//! ```
//!
//! Finders bring phrases and know nothing of each other; measures and one linear model choose. What
//! is answered always stands word for word in the article; nothing here reads a file or fails.
//!
//! The modules that are public are for `examples/fit_brief`, which fits the weights.

pub(crate) mod about;
pub mod candidate;
pub mod choice;
mod finder;
mod headline;
pub mod measure;
pub mod ranking;
mod shape;
pub mod story;
#[cfg(test)]
mod testing;
mod whole;

use jiff::civil::Date;

use crate::fact::Passage;

use candidate::{Candidate, Candidates};
use choice::Weighed;
use ranking::Weights;
use story::Story;

/// The main event of an article, each in a short phrase of the article's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brief {
    /// Who acted, or whom it happened to.
    pub who: Option<String>,
    /// What happened.
    pub what: Option<String>,
    /// When.
    pub when: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// How.
    pub how: Option<String>,
}

/// A question about the main event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Slot {
    /// Who acted, or whom it happened to.
    Who,
    /// What happened.
    What,
    /// When.
    When,
    /// Where.
    Where,
    /// Why.
    Why,
    /// How.
    How,
}

impl Slot {
    /// Every question, in the order of the columns of weights.
    pub const ALL: [Slot; 6] =
        [Slot::Who, Slot::What, Slot::When, Slot::Where, Slot::Why, Slot::How];

    /// The question word, in lower case.
    pub fn as_str(self) -> &'static str {
        match self {
            Slot::Who => "who",
            Slot::What => "what",
            Slot::When => "when",
            Slot::Where => "where",
            Slot::Why => "why",
            Slot::How => "how",
        }
    }
}

/// The main event of the article with these passages and this day of publication.
///
/// Takes time linear in the number of its sentences, of which only the first are read.
pub fn of<'a>(passages: impl IntoIterator<Item = &'a Passage>, published: Option<Date>) -> Brief {
    let story = Story::new(passages, published);
    let weights = Weights::builtin();
    let best = |slot| best(&story, slot, weights);
    Brief {
        who: best(Slot::Who),
        what: best(Slot::What),
        when: best(Slot::When),
        place: best(Slot::Where),
        why: best(Slot::Why),
        how: best(Slot::How),
    }
}

fn best(story: &Story, slot: Slot, weights: &Weights) -> Option<String> {
    let candidates = candidates(story, slot);
    let weigh = |candidate: &Candidate| Weighed {
        score: weights.score(&candidate.measures, slot),
        words: story.terms(candidate.passage, candidate.first, candidate.last),
    };
    let weighed: Vec<Weighed> = candidates.iter().map(weigh).collect();
    let best = &candidates[choice::choose(&weighed)?];
    Some(phrase(story, best).to_owned())
}

/// The words of a candidate.
pub fn phrase<'a>(story: &Story<'a>, candidate: &Candidate) -> &'a str {
    story.passage(candidate.passage).words(candidate.first, candidate.last)
}

/// Everything that may answer a question, measured.
pub fn candidates(story: &Story, slot: Slot) -> Vec<Candidate> {
    let mut found = Candidates::default();
    finder::finders(slot).iter().for_each(|find| find(story, &mut found));
    let mut candidates = found.into_vec();
    candidates.retain_mut(|candidate| {
        let number = candidate.passage;
        whole::complete(story.passage(number), story.quotations(number), candidate)
    });
    candidates.iter_mut().for_each(|candidate| shape::measure(story, candidate));
    candidates
}

#[cfg(test)]
mod tests {
    use super::testing::{FIRE, passages};
    use super::*;

    #[test]
    fn the_main_event_of_a_short_article_is_told() {
        let brief = of(&passages(FIRE), None);
        assert_eq!(brief.when.as_deref(), Some("Saturday"));
        assert_eq!(brief.place.as_deref(), Some("Larkham"));
        assert!(brief.what.is_some_and(|what| what.contains("damages")));
        assert!(brief.who.is_some() && brief.why.is_some() && brief.how.is_some());
    }

    #[test]
    fn every_answer_stands_in_its_article() {
        let brief = of(&passages(FIRE), None);
        let answers = [brief.who, brief.what, brief.when, brief.place, brief.why, brief.how];
        assert!(answers.into_iter().flatten().all(|answer| FIRE.contains(&answer)));
    }

    #[test]
    fn an_article_of_nothing_has_no_main_event() {
        assert_eq!(of(&[], None), Brief::default());
        assert_eq!(of(&[Passage::default()], None), Brief::default());
    }

    #[test]
    fn odd_texts_do_no_harm() {
        let odd = [
            "?",
            ": : :",
            "\u{202e}\u{0}\u{fffd}",
            "\"\"\"''",
            "in in in at at",
            "99999999999 1/1/1 of of",
            "1 '",
        ];
        for odd in odd {
            of(&passages(odd), None);
            of(&passages(&format!("{odd}\n\n{odd}\n\n{}", odd.repeat(300))), None);
            of(&passages(&format!("Larkham {odd} ").repeat(3000)), None);
        }
    }
}
