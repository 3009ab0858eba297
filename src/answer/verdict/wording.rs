//! Single words that question and passage have alike or differently: figures, places in a row, who
//! accepts and who refuses, "before", "still", "only", denying words wherever they stand.

use crate::answer::scene::Scene;
use crate::extract::standing;
use crate::lexicon::Lexicon;
use crate::text::syntax::{Relation, Sentence};

use super::alignment::Pair;
use super::attitude::{self, Attitude};
use super::figures::{self, Figures};
use super::measures::{Measure, Measures};
use super::sequence::{self, Before};
use super::{polarity, scope, weighing};

/// How much an attitude counts at least, where what it is about is not named: "he refused this".
const UNNAMED: f32 = 0.4;

/// Figures, places in a row, attitudes and single words that say the same or another thing.
pub(super) fn measure(scene: &Scene, pairs: &[Pair], anchor: &Pair, measures: &mut Measures) {
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    let words = sequence::words(scene);
    let figures = figures::compare(&scene.query.words, &words);
    measures.flag(Measure::SameFigure, figures == Figures::Same);
    measures.flag(Measure::OtherFigure, figures == Figures::Others);
    let place = sequence::same_place(scene, &words);
    measures.flag(Measure::SameOrdinal, place == Some(true));
    measures.flag(Measure::OtherOrdinal, place == Some(false));
    let before = (sequence::before(asked, &scene.query.words), sequence::before(found, &words));
    measures.flag(Measure::FirstTime, before == (Some(Before::One), Some(Before::None)));
    measures.flag(Measure::NotFirstTime, before == (Some(Before::None), Some(Before::One)));
    if let Some((a, b)) = attitude::of(asked).zip(attitude::of(found)) {
        let near = measures.of(Measure::ContentTelling).max(UNNAMED);
        measures.set(Measure::SameAttitude, if a == b { near } else { 0.0 });
        measures.set(Measure::OtherAttitude, if a != b { near } else { 0.0 });
    }
    let has = |words: &[String], list: &[&str]| words.iter().any(|w| list.contains(&w.as_str()));
    const ONLY: [&str; 6] = ["only", "just", "alone", "merely", "barely", "sole"];
    const STILL: [&str; 4] = ["yet", "must", "until", "pending"];
    measures.flag(Measure::Only, has(&words, &ONLY) && !has(&scene.query.words, &ONLY));
    measures.flag(Measure::Pending, has(&words, &STILL) && !has(&scene.query.words, &STILL));
    measure_standing(scene, anchor, &words, measures);
    let refers = measures.of(Measure::Refers) * weighing::telling_before(pairs);
    measures.set(Measure::Refers, refers);
    let in_clause = |token: usize| scene.clauses[token] == scene.clauses[anchor.found];
    let denied = denies(asked, |_| true);
    measures.flag(Measure::DenialInClause, denied != denies(found, in_clause));
    measures.flag(Measure::DenialAnywhere, denied != denies(found, |_| true));
    measures.flag(Measure::Contrast, has_contrast(scene, pairs));
    measures.flag(Measure::OppositeNearby, pairs.iter().any(|pair| pair.opposite_nearby));
}

/// Whether a sentence has a denying word, whatever it belongs to.
fn denies(grammar: &Sentence, counts: impl Fn(usize) -> bool) -> bool {
    let undoes = |token: usize| {
        polarity::is_negating(grammar, token)
            && grammar.children(token).any(|child| polarity::is_undone(grammar, child, token))
    };
    let is_without = |token: usize| grammar.lemma(token) == "without";
    (0..grammar.tokens.len()).any(|token| {
        let denies = scope::is_denying(grammar, token) && !is_without(token);
        (denies || undoes(token)) && counts(token)
    })
}

/// "Should have rung", "would have been safe": it was not, where the question has no such word.
pub(super) fn is_unreal(scene: &Scene, anchor: &Pair) -> bool {
    let grammar = &scene.passage.grammar;
    let modal = |word: &str| matches!(word, "should" | "would" | "could" | "ought");
    let asked = scene.query.words.iter().any(|word| modal(word));
    let auxiliaries = || {
        grammar
            .children(anchor.found)
            .filter(|&child| grammar.tokens[child].relation == Relation::Aux)
            .map(|child| grammar.lemma(child))
    };
    !asked && auxiliaries().any(modal) && auxiliaries().any(|lemma| lemma == "have")
}

/// Whether the passage has another word of a set of which only one can be true.
fn has_contrast(scene: &Scene, pairs: &[Pair]) -> bool {
    let asked = &scene.query.grammar;
    let lexicon = Lexicon::builtin();
    let unmet = pairs.iter().filter(|pair| pair.strength < 0.6 && pair.asked < asked.tokens.len());
    unmet.filter_map(|pair| lexicon.word(asked.lemma(pair.asked))).any(|word| {
        let mut others = scene.passage.meanings.iter().filter_map(|meaning| meaning.word);
        others.any(|other| lexicon.contrasted(word, other))
    })
}

/// Whether it is so still, or already.
fn measure_standing(scene: &Scene, anchor: &Pair, words: &[String], measures: &mut Measures) {
    let asks = |list: &[&str]| scene.query.words.iter().any(|w| list.contains(&w.as_str()));
    let grammar = &scene.passage.grammar;
    let ends = |token: usize| {
        matches!(
            grammar.lemma(token),
            "leave"
                | "die"
                | "end"
                | "close"
                | "release"
                | "former"
                | "retire"
                | "quit"
                | "cease"
                | "withdraw"
                | "resign"
                | "free"
                | "stop"
                | "lift"
                | "until"
                | "past"
        )
    };
    let still = asks(&["still", "remain", "remains"]);
    measures.flag(Measure::AsksStill, still);
    let ended = (0..grammar.tokens.len()).any(ends);
    measures.flag(Measure::StillEnded, still && ended);
    let ahead = standing::is_ahead(scene.passage, anchor.found)
        || words
            .iter()
            .any(|word| matches!(word.as_str(), "must" | "yet" | "plans" | "intends" | "will"));
    let already = asks(&["already", "yet"]) || (asks(&["has", "have"]) && !asks(&["to"]));
    measures.flag(Measure::AlreadyAhead, already && ahead);
    let accepts = attitude::of(&scene.query.grammar) == Some(Attitude::Accepts);
    measures.flag(Measure::AsksAdmission, accepts);
    const ALL: [&str; 5] = ["all", "both", "every", "entire", "everyone"];
    let is_all = words.iter().any(|word| ALL.contains(&word.as_str()));
    measures.flag(Measure::AsksAll, asks(&ALL) && !is_all);
    let pronoun = |token: usize| {
        matches!(
            words.get(token).map(String::as_str),
            Some(
                "he" | "she"
                    | "it"
                    | "they"
                    | "this"
                    | "that"
                    | "these"
                    | "its"
                    | "their"
                    | "his"
                    | "her"
                    | "both"
                    | "neither"
                    | "none"
                    | "all"
                    | "one"
                    | "another"
                    | "some"
            )
        )
    };
    measures.flag(Measure::Refers, (0..2).any(pronoun));
}
