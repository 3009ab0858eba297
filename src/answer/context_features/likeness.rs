//! How the words of a candidate, and those around it, are used beside those of the question.

use crate::fact::Passage;
use crate::lexicon::{LexemeId, Lexicon};
use crate::question::Query;

use super::super::candidate::Candidate;

/// How many words on each side of a candidate stand beside it.
const BESIDE: usize = 4;

/// The words of a question, as far as the lexicon knows them.
#[derive(Debug)]
pub(super) struct Asked {
    words: Vec<LexemeId>,
    focus: Option<LexemeId>,
    verb: Option<LexemeId>,
}

impl Asked {
    pub(super) fn new(query: &Query) -> Self {
        let word = |lemma: &str| Lexicon::builtin().word(lemma);
        Asked {
            words: query.terms.iter().filter_map(|term| word(&term.lemma)).collect(),
            focus: query.focus.as_ref().and_then(|focus| word(&focus.lemma)),
            verb: word(query.predicate_lemma()),
        }
    }

    /// How near each word comes to each noun, verb and adjective of a passage.
    pub(super) fn near(&self, passage: &Passage) -> Near {
        let near = |asked: &LexemeId| {
            let tokens = passage.grammar.tokens.iter().zip(&passage.meanings);
            let asked = *asked;
            tokens.map(move |(token, meaning)| {
                let tag = token.tag;
                let tells = tag.is_noun() || tag.is_verb() || tag.is_adjective();
                let word = meaning.word.filter(|_| tells);
                word.map_or(0.0, |word| Lexicon::builtin().used_alike(asked, word))
            })
        };
        Near(self.words.iter().flat_map(near).collect())
    }

    /// How near the candidate's head comes to the noun asked for, and the verb of its clause and
    /// what it hangs on to the main verb.
    pub(super) fn heads(&self, passage: &Passage, candidate: &Candidate) -> [f32; 3] {
        let head = usize::from(candidate.head);
        let alike = |asked: Option<LexemeId>, token: u16| {
            let word = passage.meanings[usize::from(token)].word;
            asked.zip(word).map_or(0.0, |(a, b)| Lexicon::builtin().used_alike(a, b))
        };
        [
            alike(self.focus, candidate.head),
            alike(self.verb, passage.clauses[head]),
            alike(self.verb, passage.grammar.tokens[head].head),
        ]
    }
}

/// How near each word of a question comes to each token of a passage, word by word.
#[derive(Debug)]
pub(super) struct Near(Vec<f32>);

impl Near {
    /// The mean and the least of how near the words come to any of a candidate's clause, of the
    /// words beside it, and of its own.
    pub(super) fn at(&self, passage: &Passage, candidate: &Candidate) -> [f32; 6] {
        let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
        let length = passage.len();
        let clause = passage.clauses[usize::from(candidate.head)];
        let outside = |token: &usize| !(first..=last).contains(token);
        let in_clause = (0..length).filter(|&token| passage.clauses[token] == clause);
        let beside = first.saturating_sub(BESIDE)..length.min(last + 1 + BESIDE);
        let [mean, least] = self.met(length, in_clause.filter(outside));
        let [mean_beside, least_beside] = self.met(length, beside.filter(outside));
        let [mean_own, least_own] = self.met(length, first..=last);
        [mean, least, mean_beside, least_beside, mean_own, least_own]
    }

    /// The mean and the least of how near the words come to any of some tokens of a passage that is
    /// `length` tokens long.
    fn met(&self, length: usize, tokens: impl Iterator<Item = usize> + Clone) -> [f32; 2] {
        let (mut sum, mut least, mut count) = (0.0f32, 1.0f32, 0.0f32);
        for row in self.0.chunks_exact(length.max(1)) {
            let best = tokens.clone().map(|token| row[token]).fold(0.0, f32::max);
            sum += best;
            least = least.min(best);
            count += 1.0;
        }
        [sum / count.max(1.0), least]
    }
}
