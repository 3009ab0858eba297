//! Questions that leave a choice: each thing is asked about alone, and the one that the articles
//! affirm is the answer.

use super::Engine;
use crate::answer::{self, Answer, Asking, Verdict};
use crate::fact::Passage;
use crate::question::{self, Alternative, Query};
use crate::text::{capitalised, fold, shortened};

impl Engine {
    /// The one of two things that a question leaves the choice between, where the articles affirm
    /// it and not the other.
    pub(super) fn alternative(&self, query: &Query, asking: &Asking) -> Option<Answer> {
        let [first, second] = question::alternatives(query)?;
        let said = |alternative: &Alternative| {
            let answer =
                answer::respond(&question::read(&alternative.question, self), &self.base, asking);
            Some(answer).filter(|answer| answer.verdict == Some(Verdict::Yes))
        };
        // A sentence that affirms both may still have the words of one alone.
        let has = |answer: &Answer, alternative: &Alternative| {
            let number = answer.citations.first().and_then(|proof| proof.passage);
            number.is_some_and(|number| has_all(self.base.passage(number), &alternative.words))
        };
        let (chosen, answer) = match (said(&first), said(&second)) {
            (Some(answer), None) => (first, answer),
            (None, Some(answer)) => (second, answer),
            (Some(own), Some(other)) => match (has(&own, &first), has(&other, &second)) {
                (true, false) => (first, own),
                (false, true) => (second, other),
                _ => return None,
            },
            (None, None) => return None,
        };
        let passage = self.base.passage(answer.citations.first()?.passage?);
        let span = passage.text.contains(&chosen.words).then(|| chosen.words.clone());
        let told = answer::statement(passage);
        let text = format!("{} — {told}", capitalised(&chosen.words));
        let text = shortened(&text, answer::LONGEST);
        Some(Answer { text, span, verdict: None, ..answer })
    }
}

/// Whether a passage has every word in this or its base form.
fn has_all(passage: &Passage, words: &str) -> bool {
    let has = |word: &str| {
        let mut tokens = 0..passage.len();
        tokens.any(|at| fold(passage.word(at)) == word || passage.grammar.lemma(at) == word)
    };
    words.split_whitespace().all(|word| has(&fold(word)))
}
