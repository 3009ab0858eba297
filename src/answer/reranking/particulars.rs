//! What the second look sees of a candidate beside its measures: what the question has, by which words
//! the candidate is framed, where it stands in its article and how often it comes back there, and how
//! its words and those around it are used beside the question's.
//!
//! None of it speaks for or against a candidate by itself, so the sum of the ranking has no use for
//! it; beside the measures it tells how much they count.

use crate::extract::arguments;
use crate::fact::{Base, Passage};
use crate::lexicon::{Lexicon, WordId};
use crate::question::{Query, Time};
use crate::text::fold;

use super::super::candidate::Candidate;

/// What the question has.
const QUESTION: [&str; 9] = [
    "question has a noun asked for",
    "question has a role",
    "question has a main verb",
    "words of the question",
    "names of the question",
    "weight of the question",
    "length of the question",
    "question of the past",
    "question of the future",
];

/// The candidate's own preposition.
const PREPOSITIONS: [&str; 12] =
    ["in", "on", "at", "to", "from", "by", "with", "for", "of", "as", "about", "after"];

/// Where it stands in its article, and how often its head does.
const PLACE: [&str; 7] = [
    "share of the article before",
    "sentences before",
    "sentences of the article",
    "sentences that have its head",
    "share of sentences that have its head",
    "its head stands nowhere else",
    "its head stands in the headline",
];

/// The words right before it, by their base forms.
const BEFORE: [&str; 7] = [",", "(", "\"", "and", "be", "the", "“"];

/// Those right behind it; none at the end of a sentence.
const BEHIND: [&str; 9] = [",", "(", "\"", "and", "be", "of", "who", ".", ""];

/// How words are used beside those of the question: the mean and the least of how near each word of
/// the question comes to any of them.
const LIKENESS: [&str; 9] = [
    "use of its clause",
    "least use of its clause",
    "use of the words beside",
    "least use of the words beside",
    "use of its words",
    "least use of its words",
    "use of its head and the noun asked for",
    "use of the verb of its clause and the main verb",
    "use of what it hangs on and the main verb",
];

/// How many particulars there are.
pub(crate) const COUNT: usize = QUESTION.len()
    + PREPOSITIONS.len()
    + PLACE.len()
    + BEFORE.len()
    + BEHIND.len()
    + LIKENESS.len();

/// The particulars of one candidate, in the order of [`names`].
pub(crate) type Particulars = [f32; COUNT];

/// The name of each, as the table of weights has it.
pub(crate) fn names() -> impl Iterator<Item = String> {
    let plain = |names: &'static [&str]| names.iter().map(|name| (*name).to_owned());
    let each = |kind: &'static str, words: &'static [&str]| {
        words.iter().map(move |word| format!("{kind} {}", if word.is_empty() { "end" } else { word }))
    };
    plain(&QUESTION)
        .chain(each("preposition", &PREPOSITIONS))
        .chain(plain(&PLACE))
        .chain(each("behind", &BEFORE))
        .chain(each("before", &BEHIND))
        .chain(plain(&LIKENESS))
}

/// How many words on each side of a candidate stand beside it.
const BESIDE: usize = 4;

/// A question that looks at candidates, and what it has found of their passages.
#[derive(Debug)]
pub(crate) struct Look<'a> {
    base: &'a Base,
    question: [f32; QUESTION.len()],
    /// Its words, as far as the lexicon knows them.
    words: Vec<WordId>,
    focus: Option<WordId>,
    verb: Option<WordId>,
    /// For each passage seen how near each of the words comes to each token, word by word.
    seen: Vec<(u32, Vec<f32>)>,
}

impl<'a> Look<'a> {
    /// Of a question over some facts.
    pub(crate) fn new(query: &Query, base: &'a Base) -> Self {
        let word = |lemma: &str| Lexicon::builtin().word(lemma);
        Look {
            base,
            question: of_question(query),
            words: query.terms.iter().filter_map(|term| word(&term.lemma)).collect(),
            focus: query.focus.as_ref().and_then(|focus| word(&focus.lemma)),
            verb: word(query.predicate_lemma()),
            seen: Vec::new(),
        }
    }

    /// The particulars of a candidate.
    pub(crate) fn at(&mut self, candidate: &Candidate) -> Particulars {
        let passage = self.base.passage(candidate.passage);
        let (preposition, before, behind) = framed(passage, candidate);
        let all = (self.question.into_iter())
            .chain(preposition)
            .chain(placed(self.base, passage, candidate))
            .chain(before)
            .chain(behind)
            .chain(self.alike(passage, candidate));
        let mut particulars = [0.0; COUNT];
        particulars.iter_mut().zip(all).for_each(|(particular, value)| *particular = value);
        particulars
    }

    fn alike(&mut self, passage: &Passage, candidate: &Candidate) -> [f32; LIKENESS.len()] {
        let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
        let (head, length) = (usize::from(candidate.head), passage.len());
        let clause = passage.clauses[head];
        let word = |token: usize| passage.meanings[token].word;
        let alike = |asked: Option<WordId>, token: usize| {
            asked.zip(word(token)).map_or(0.0, |(a, b)| Lexicon::builtin().used_alike(a, b))
        };
        let of_noun = alike(self.focus, head);
        let of_clause = alike(self.verb, usize::from(clause));
        let of_upper = alike(self.verb, usize::from(passage.grammar.tokens[head].head));
        let near = self.near(candidate.passage, passage);
        let outside = |token: &usize| !(first..=last).contains(token);
        let in_clause = (0..length).filter(|&token| passage.clauses[token] == clause);
        let [mean, least] = met(near, length, in_clause.filter(outside));
        let beside = first.saturating_sub(BESIDE)..length.min(last + 1 + BESIDE);
        let [mean_beside, least_beside] = met(near, length, beside.filter(outside));
        let [mean_own, least_own] = met(near, length, first..=last);
        [
            mean,
            least,
            mean_beside,
            least_beside,
            mean_own,
            least_own,
            of_noun,
            of_clause,
            of_upper,
        ]
    }

    /// How near each word of the question comes to each noun, verb and adjective of a passage, word by
    /// word.
    fn near(&mut self, number: u32, passage: &Passage) -> &[f32] {
        let at = self.seen.iter().position(|(seen, _)| *seen == number);
        let at = at.unwrap_or_else(|| {
            let near = |asked: &WordId| {
                let tokens = passage.grammar.tokens.iter().zip(&passage.meanings);
                let asked = *asked;
                tokens.map(move |(token, meaning)| {
                    let tag = token.tag;
                    let tells = tag.is_noun() || tag.is_verb() || tag.is_adjective();
                    let word = meaning.word.filter(|_| tells);
                    word.map_or(0.0, |word| Lexicon::builtin().used_alike(asked, word))
                })
            };
            self.seen.push((number, self.words.iter().flat_map(near).collect()));
            self.seen.len() - 1
        });
        &self.seen[at].1
    }
}

/// The mean and the least of how near the words of a question come to any of some tokens, given how
/// near they come to each of a passage that is `length` tokens long.
fn met(near: &[f32], length: usize, tokens: impl Iterator<Item = usize> + Clone) -> [f32; 2] {
    let (mut sum, mut least, mut count) = (0.0f32, 1.0f32, 0.0f32);
    for row in near.chunks_exact(length.max(1)) {
        let best = tokens.clone().map(|token| row[token]).fold(0.0, f32::max);
        sum += best;
        least = least.min(best);
        count += 1.0;
    }
    [sum / count.max(1.0), least]
}

fn of_question(query: &Query) -> [f32; QUESTION.len()] {
    let names = query.terms.iter().filter(|term| term.is_name).count();
    let weight: f32 = query.terms.iter().map(|term| term.weight).sum();
    [
        flag(query.focus.is_some()),
        flag(query.role.is_some()),
        flag(query.predicate.is_some()),
        query.terms.len() as f32 / 8.0,
        names as f32 / 4.0,
        weight / 5.0,
        query.grammar.tokens.len() as f32 / 12.0,
        flag(query.time == Time::Past),
        flag(query.time == Time::Future),
    ]
}

/// Which preposition is the candidate's, and which words stand before and behind it.
fn framed(
    passage: &Passage,
    candidate: &Candidate,
) -> ([f32; PREPOSITIONS.len()], [f32; BEFORE.len()], [f32; BEHIND.len()]) {
    let grammar = &passage.grammar;
    let preposition = arguments::case(grammar, candidate.head.into()).unwrap_or_default();
    let before = candidate.first.checked_sub(1).map(|token| grammar.lemma(token.into()));
    let behind = grammar.lemma(usize::from(candidate.last) + 1);
    (
        PREPOSITIONS.map(|word| flag(word == preposition)),
        BEFORE.map(|word| flag(before == Some(word))),
        BEHIND.map(|word| flag(word == behind)),
    )
}

/// Where a candidate stands in its article, and how often its head does.
fn placed(base: &Base, passage: &Passage, candidate: &Candidate) -> [f32; PLACE.len()] {
    let article = base.passages_of(passage.source as usize);
    let (before, length) = ((candidate.passage - article.start) as f32, article.len() as f32);
    let having = |word: &str| {
        let having = base.words().id(&fold(word)).map_or(&[][..], |id| base.having(id));
        let from = having.partition_point(|&passage| passage < article.start);
        let count = having[from..].partition_point(|&passage| passage < article.end);
        (count, having.get(from) == Some(&article.start))
    };
    let head = usize::from(candidate.head);
    let (as_written, in_headline) = having(passage.word(head));
    let count = as_written.max(having(passage.grammar.lemma(head)).0);
    [
        before / length,
        (before / 10.0).min(3.0),
        length / 30.0,
        (count as f32 / 5.0).min(3.0),
        count as f32 / length,
        flag(count <= 1),
        flag(in_headline),
    ]
}

fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}
