//! A trained reader: how well the words of a passage answer those of a question.
//!
//! The measures say which words of the question a passage has. The reader takes both as they stand,
//! function words and all: each word of the question looks for the words of the passage that go
//! with it, by how words are used, and a small layer judges what it found, whether "heading" found
//! "left … for" or "how heavy" found "kilograms". What it makes of a passage is added to the score
//! of each of its candidates.
//!
//! This is the decomposable attention of Parikh, Täckström, Das and Uszkoreit (2016), "A
//! Decomposable Attention Model for Natural Language Inference", from the question's side only,
//! over the vectors of the lexicon. Fitted by `examples/train_ranking` to what the ranking
//! before it gets wrong.

use std::sync::OnceLock;

use crate::fact::{Base, TermId};
use crate::lexicon::{LexemeId, Lexicon, VECTOR};
use crate::question::Query;
use crate::text::fold;

use super::ranking::COLUMNS;

/// How many figures a word has here.
pub const DEPTH: usize = 24;

/// How many units judge what a word found.
pub const UNITS: usize = 24;

/// How many words of a question are read, its last ones.
const ASKED: usize = 18;

/// How many words of a passage are read, its first ones: one for each bit of a `u64`.
const HEARD: usize = 64;

/// Of how many words of a passage the nearness is summed side by side, which the processor does at
/// once; [`HEARD`] is a multiple of it.
const AT_ONCE: usize = 8;

/// How far, in the exponent, a word is behind the best that counts nothing in the mean: there it
/// would have less than a thousandth of the best one's share.
const UNHEARD: f32 = 7.0;

/// A word as the reader sees it.
type Vector = [f32; DEPTH];

/// What each unit has.
type Units = [f32; UNITS];

/// By what a mark, which has no bounds, is divided to be a measure: so a mark of 5 counts as 1.
pub const READ_BY: f32 = 5.0;

/// A word of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// What the lexicon knows it as.
    pub(crate) meaning: Option<LexemeId>,
    /// What the articles know it as.
    id: Option<TermId>,
}

/// The words of a question, those that a conversation adds last.
pub(crate) fn words(query: &Query, base: &Base) -> Vec<Word> {
    let grammar = &query.grammar;
    let own = (0..grammar.tokens.len()).filter(|&at| !grammar.tokens[at].tag.is_punctuation());
    let context = query.terms.iter().filter(|term| term.is_context);
    let lemmas = own.map(|at| grammar.lemma(at)).chain(context.map(|term| term.lemma.as_str()));
    let word = |lemma: &str| Word {
        meaning: Lexicon::builtin().word(lemma),
        id: base.words().id(&fold(lemma)),
    };
    let words: Vec<Word> = lemmas.map(word).collect();
    words[words.len().saturating_sub(ASKED)..].to_vec()
}

/// For each word of a question the tokens of a passage that are the same word, a bit a token.
pub(crate) fn same(words: &[Word], base: &Base, passage: u32) -> Vec<u64> {
    let mut same = vec![0; words.len()];
    let own = base.keys(passage).iter().filter(|key| !key.is_reference);
    for key in own.filter(|key| usize::from(key.token) < HEARD) {
        for (bits, word) in same.iter_mut().zip(words) {
            *bits |= u64::from(word.id == Some(key.word)) << key.token;
        }
    }
    same
}

/// The meanings of the words of a passage that are read.
pub(crate) fn heard(base: &Base, passage: u32) -> impl Iterator<Item = Option<LexemeId>> + '_ {
    base.passage(passage).meanings.iter().take(HEARD).map(|meaning| meaning.word)
}

/// The reader's weights.
#[derive(Debug)]
pub(crate) struct Reader {
    /// Makes the figures of a word of those that the lexicon has of it.
    project: [Vector; VECTOR],
    /// How much nearer the same word is than another that is used alike.
    same: f32,
    /// What the units make of the question's word, of what it found, and of both multiplied.
    asked: [Units; DEPTH],
    found: [Units; DEPTH],
    both: [Units; DEPTH],
    /// What they make of it that the very same word was found.
    exact: Units,
    /// What they make of the kind of question.
    kinds: [Units; COLUMNS.len()],
    before: Units,
    after: Units,
    /// The words that were met, as they come.
    known: Box<[OnceLock<Box<Vector>>]>,
}

/// A question as the reader has it.
#[derive(Debug)]
pub(crate) struct Reading<'a> {
    reader: &'a Reader,
    words: Vec<Word>,
    opened: Vec<Opened>,
}

/// A word of a question, ready to look for others.
#[derive(Debug)]
struct Opened {
    /// Its figures, by which the others are nearer or farther.
    looks: Vector,
    /// What the units have before it found anything, and what they make of each figure found.
    before: Units,
    of_found: [Units; DEPTH],
}

/// The words of a passage, one by one and figure by figure.
struct Heard<'a> {
    words: Vec<&'a Vector>,
    columns: [[f32; HEARD]; DEPTH],
}

impl<'a> Heard<'a> {
    fn new(words: impl Iterator<Item = &'a Vector>) -> Self {
        let mut heard = Heard { words: words.collect(), columns: [[0.0; HEARD]; DEPTH] };
        for (at, word) in heard.words.iter().enumerate() {
            word.iter().zip(&mut heard.columns).for_each(|(figure, column)| column[at] = *figure);
        }
        heard
    }
}

/// A word that the reader does not know.
const NO_WORD: &Vector = &[0.0; DEPTH];

impl Reader {
    /// The weights that were fitted.
    pub(crate) fn fitted() -> &'static Reader {
        static FITTED: OnceLock<Reader> = OnceLock::new();
        FITTED.get_or_init(|| Reader::parse(include_str!("data/reader.tsv")))
    }

    /// Reads a table: a line a row, its name and its numbers; rows of one name in their order. What
    /// is unknown or missing counts nothing.
    pub(crate) fn parse(table: &str) -> Self {
        Reader {
            project: rows(table, "project"),
            same: first::<1>(table, "same")[0],
            asked: rows(table, "asked"),
            found: rows(table, "found"),
            both: rows(table, "both"),
            exact: first(table, "exact"),
            kinds: COLUMNS.map(|column| first(table, &format!("asks for {column}"))),
            before: first(table, "before"),
            after: first(table, "after"),
            known: (0..Lexicon::builtin().size()).map(|_| OnceLock::new()).collect(),
        }
    }

    /// A word as the reader sees it: of one that it does not know, nothing.
    fn vector(&self, word: Option<LexemeId>) -> &Vector {
        let Some(word) = word else { return NO_WORD };
        let Some(known) = self.known.get(word.number()) else { return NO_WORD };
        known.get_or_init(|| Box::new(self.projected(word)))
    }

    fn projected(&self, word: LexemeId) -> Vector {
        let mut sum = [0.0; DEPTH];
        let figures = Lexicon::builtin().vector(word).unwrap_or([0.0; VECTOR]);
        figures.iter().zip(&self.project).for_each(|(value, row)| add(&mut sum, row, *value));
        sum
    }

    /// Opens a question: `column` is that of its kind.
    pub(crate) fn open(&self, words: Vec<Word>, column: usize) -> Reading<'_> {
        let open = |word: &Word| self.opened(self.vector(word.meaning), column);
        Reading { reader: self, opened: words.iter().map(open).collect(), words }
    }

    fn opened(&self, word: &Vector, column: usize) -> Opened {
        let shrink = 1.0 / (DEPTH as f32).sqrt();
        let (mut before, mut of_found) = (self.before, self.found);
        add(&mut before, &self.kinds[column], 1.0);
        for (at, value) in word.iter().enumerate() {
            add(&mut before, &self.asked[at], *value);
            add(&mut of_found[at], &self.both[at], *value);
        }
        Opened { looks: word.map(|figure| figure * shrink), before, of_found }
    }

    /// What a word of the question makes of what it finds; `same` tells where it finds itself.
    fn judge(&self, word: &Opened, heard: &Heard, same: u64) -> f32 {
        let found = self.look(&word.looks, heard, same);
        let mut units = word.before;
        found.iter().zip(&word.of_found).for_each(|(value, row)| add(&mut units, row, *value));
        if same != 0 {
            add(&mut units, &self.exact, 1.0);
        }
        units.iter().zip(&self.after).map(|(unit, after)| unit.max(0.0) * after).sum()
    }

    /// The mean of the words heard, each by how well it goes with what is looked for.
    fn look(&self, looks: &Vector, heard: &Heard, same: u64) -> Vector {
        let mut near = [0.0; HEARD];
        let near = &mut near[..heard.words.len()];
        for (near, at) in near.chunks_mut(AT_ONCE).zip((0..).step_by(AT_ONCE)) {
            let mut sums = [0.0; AT_ONCE];
            for (figure, column) in looks.iter().zip(&heard.columns) {
                let column = &column[at..at + AT_ONCE];
                sums.iter_mut().zip(column).for_each(|(sum, other)| *sum += figure * other);
            }
            near.copy_from_slice(&sums[..near.len()]);
        }
        for (at, near) in near.iter_mut().enumerate() {
            *near += if same >> at & 1 == 1 { self.same } else { 0.0 };
        }
        let most = near.iter().copied().fold(f32::MIN, f32::max);
        let (mut sum, mut total) = ([0.0; DEPTH], 0.0);
        for (near, other) in near.iter().zip(&heard.words) {
            if *near > most - UNHEARD {
                let share = (near - most).exp();
                total += share;
                add(&mut sum, other, share);
            }
        }
        sum.map(|value| value / total)
    }
}

impl Reading<'_> {
    /// What the reader makes of a passage: higher is better.
    pub(crate) fn mark(&self, base: &Base, passage: u32) -> f32 {
        let heard = Heard::new(heard(base, passage).map(|word| self.reader.vector(word)));
        if heard.words.is_empty() {
            return 0.0;
        }
        let same = same(&self.words, base, passage);
        let judged = self.opened.iter().zip(same);
        judged.map(|(word, same)| self.reader.judge(word, &heard, same)).sum()
    }
}

/// The rows of a table that have a name, in their order.
fn rows<const N: usize, const M: usize>(table: &str, name: &str) -> [[f32; N]; M] {
    let mut named =
        table.lines().filter_map(|line| line.split_once('\t')).filter(|row| row.0 == name);
    std::array::from_fn(|_| {
        let numbers = named.next().map_or("", |(_, numbers)| numbers).split('\t');
        let mut numbers = numbers.map(|number| number.trim().parse().unwrap_or(0.0));
        std::array::from_fn(|_| numbers.next().unwrap_or(0.0))
    })
}

/// The first row of a name.
fn first<const N: usize>(table: &str, name: &str) -> [f32; N] {
    let [row] = rows(table, name);
    row
}

fn add<const N: usize>(sum: &mut [f32; N], row: &[f32; N], value: f32) {
    for at in 0..N {
        sum[at] += row[at] * value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::{Names, Passage, Source};
    use crate::text::{Span, syntax};

    /// One figure a word, the lexicon's first, and one unit.
    fn small(rows: &str) -> Reader {
        Reader::parse(&format!("project\t1\n{rows}"))
    }

    fn vector(first: f32) -> Vector {
        std::array::from_fn(|at| if at == 0 { first } else { 0.0 })
    }

    #[test]
    fn every_row_of_the_table_is_read() {
        let table = include_str!("data/reader.tsv");
        let count = |name: &str| table.lines().filter(|line| line.starts_with(name)).count();
        assert_eq!(count("project\t"), VECTOR);
        for name in ["asked\t", "found\t", "both\t"] {
            assert_eq!(count(name), DEPTH, "{name}");
        }
        for name in ["same\t", "exact\t", "before\t", "after\t"] {
            assert_eq!(count(name), 1, "{name}");
        }
        for column in COLUMNS {
            assert_eq!(count(&format!("asks for {column}\t")), 1, "{column}");
        }
        assert_eq!(table.lines().count(), 1 + VECTOR + 3 * DEPTH + 4 + COLUMNS.len());
    }

    #[test]
    fn a_word_finds_what_goes_with_it() {
        let reader = small("same\t100");
        let (near, far) = (vector(9.0), vector(-9.0));
        let heard = Heard::new([&far, &near].into_iter());
        let found = reader.look(&vector(9.0), &heard, 0);
        assert!(found[0] > 8.9, "{found:?}");
        let found = reader.look(&vector(2.0), &heard, 1);
        assert!(found[0] < -8.9, "the very same word comes first: {found:?}");
        let found = reader.look(&vector(0.0), &heard, 0);
        assert!(found[0].abs() < 1e-4, "what goes with all alike finds their mean: {found:?}");
    }

    #[test]
    fn units_judge_what_was_found() {
        let reader = small("both\t2\nexact\t3\nafter\t0.5");
        let word = reader.opened(&vector(1.0), 0);
        let judge =
            |found: f32, same| reader.judge(&word, &Heard::new([&vector(found)].into_iter()), same);
        assert_eq!(judge(4.0, 0), 0.5 * 2.0 * 4.0);
        assert_eq!(judge(4.0, 1), 0.5 * (2.0 * 4.0 + 3.0));
        assert_eq!(judge(-4.0, 0), 0.0);
    }

    fn base(sentence: &str) -> Base {
        let grammar = syntax::analyse(sentence, Span::new(0..sentence.len()));
        let passage = Passage { text: sentence.to_owned(), grammar, ..Passage::default() };
        let mut base = Base::default();
        base.add(Source::default(), vec![passage]);
        base.index(&Names::default());
        base
    }

    #[test]
    fn the_same_word_is_found_in_any_form() {
        let base = base("The ferries left the harbour.");
        let known = |lemma: &str| Word { meaning: None, id: base.words().id(lemma) };
        let words = [known("ferry"), known("leave"), known("bridge"), known("the")];
        assert_eq!(same(&words, &base, 0), [0b10, 0b100, 0, 0b1001]);
    }

    #[test]
    fn a_passage_without_words_is_worth_nothing() {
        let words = vec![Word { meaning: None, id: None }];
        assert_eq!(Reader::fitted().open(words, 0).mark(&base(""), 0), 0.0);
    }
}
