//! Two rows told side by side: "finals in 2015 and 2017, lost to Ribe and Vejle *respectively*".

use std::ops::RangeInclusive;

use crate::answer::candidate::Candidate;
use crate::answer::scene::Scene;
use crate::fact::Passage;

/// How many tokens what stands in a row has, at most.
const LONGEST: usize = 6;

/// Whether a candidate stands in another place of its row than what the question names does in the
/// other one.
pub(super) fn is_of_another(scene: &Scene, candidate: &Candidate) -> bool {
    let passage = scene.passage;
    let told = (0..passage.len()).find(|&at| passage.word(at) == "respectively");
    let Some(end) = told else { return false };
    let Some(mut last) = Row::before(passage, end) else { return false };
    let and = (1..last.start).rev().find(|&at| passage.word(at) == "and");
    let Some(mut first) = and.map(|and| Row::around(passage, and)) else { return false };
    let length = first.borders.len().min(last.borders.len());
    for row in [&mut first, &mut last] {
        row.keep(length);
    }
    let own = usize::from(candidate.head);
    let named = |at: &usize| {
        let word = passage.word(*at);
        let tells = word.len() > 2 && scene.query.words.iter().any(|asked| asked == word);
        tells && !matches!(word, "the" | "and")
    };
    let pairs = [(&last, &first), (&first, &last)];
    pairs.into_iter().any(|(of_answer, of_question)| {
        let mut asked = of_question.tokens().filter(named).map(|at| of_question.place(at));
        let place = of_answer.tokens().contains(&own).then(|| of_answer.place(own));
        let asked_place = asked.next().filter(|one| asked.all(|other| other == *one));
        place.zip(asked_place).is_some_and(|(place, asked)| place != asked)
    })
}

/// Things in a row: "Ribe, Vejle and Skive".
#[derive(Debug)]
struct Row {
    start: usize,
    end: usize,
    /// Where one ends and the next begins.
    borders: Vec<usize>,
}

impl Row {
    /// The row that ends before a token.
    fn before(passage: &Passage, end: usize) -> Option<Self> {
        let and = (end.saturating_sub(LONGEST)..end).rev().find(|&at| passage.word(at) == "and")?;
        Some(Row::new(passage, and, end))
    }

    /// The row whose last two are joined by the "and" at a token.
    fn around(passage: &Passage, and: usize) -> Self {
        let closes =
            |&at: &usize| matches!(passage.word(at), "," | ";" | ":" | "." | "and" | "but");
        let end = (and + 1..passage.len()).find(closes).unwrap_or(passage.len());
        Row::new(passage, and, end.min(and + 1 + LONGEST))
    }

    fn new(passage: &Passage, and: usize, end: usize) -> Self {
        let mut borders = vec![and];
        let mut here = and;
        let comma = |from: usize| {
            let near = from.saturating_sub(LONGEST)..from;
            let mut near = near.rev().take_while(|&at| {
                !passage.grammar.tokens[at].tag.is_verb() && passage.word(at) != "and"
            });
            near.find(|&at| passage.word(at) == "," && at + 1 < from)
        };
        while let Some(at) = comma(here) {
            borders.push(at);
            here = at;
        }
        borders.reverse();
        let start = here.saturating_sub(LONGEST - 1);
        Row { start, end, borders }
    }

    /// Leaves out what is before the last `borders`: "in three finals, *in 2003, 2015 and 2017*".
    fn keep(&mut self, borders: usize) {
        self.borders.drain(..self.borders.len() - borders);
        self.start = self.borders.first().map_or(0, |at| at.saturating_sub(LONGEST - 1));
    }

    fn tokens(&self) -> RangeInclusive<usize> {
        self.start..=self.end.saturating_sub(1)
    }

    /// Which of them a token is of, from 0.
    fn place(&self, token: usize) -> usize {
        self.borders.iter().filter(|border| token > **border).count()
    }
}
