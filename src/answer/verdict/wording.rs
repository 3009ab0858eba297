//! Single words that question and passage have alike or differently: figures, places in a row, who
//! accepts and who refuses, "before", "still", "only", denying words wherever they stand.

use crate::answer::scene::Scene;
use crate::extract::factuality;
use crate::lexicon::Lexicon;
use crate::text::Table;
use crate::text::syntax::Sentence;

use super::alignment::{self, Pair};
use super::attitude::{self, Attitude};
use super::figures::{self, Figures};
use super::growth::{self, Growth};
use super::measures::{Measure, Measures};
use super::scope::Shared;
use super::sequence::{self, Before};
use super::{polarity, quantity, scope, unsaid, weighing};

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
    let near = measures.of(Measure::ContentTelling).max(UNNAMED);
    let here = || attitude::of(found).or_else(|| attitude::above(found, anchor.found));
    if let Some(a) = attitude::of(asked)
        && !attitude::is_asked_for(found)
        && let Some(b) = here()
    {
        measures.set(Measure::SameAttitude, if a == b { near } else { 0.0 });
        measures.set(Measure::OtherAttitude, if a != b { near } else { 0.0 });
    }
    let has = |words: &[String], list: &[&str]| words.iter().any(|w| list.contains(&w.as_str()));
    const ONLY: [&str; 6] = ["only", "just", "alone", "merely", "barely", "sole"];
    const STILL: [&str; 4] = ["yet", "must", "until", "pending"];
    measures.flag(Measure::Only, has(&words, &ONLY) && !has(&scene.query.words, &ONLY));
    let is_pending = has(&words, &STILL)
        || is_awaited(found, anchor.found)
        || polarity::has_yet_to(found, anchor.found);
    measures.flag(Measure::Pending, is_pending && !has(&scene.query.words, &STILL));
    measure_standing(scene, anchor, &words, measures);
    let unsaid = if unsaid::is_unsaid(scene) { near } else { 0.0 };
    measures.set(Measure::Unsaid, unsaid);
    let refers = measures.of(Measure::Refers) * weighing::telling_before(pairs);
    measures.set(Measure::Refers, refers);
    let in_clause = |token: usize| scene.clauses[token] == scene.clauses[anchor.found];
    let shared = Shared(pairs);
    let denied = denies(asked, |token| !shared.in_question(token));
    let denies_here = |counts: &dyn Fn(usize) -> bool| {
        denies(found, |token| !shared.here(token) && counts(token))
    };
    measures.flag(Measure::DenialInClause, denied != denies_here(&in_clause));
    measures.flag(Measure::DenialAnywhere, denied != denies_here(&|_| true));
    let contrast = contrast(scene, pairs);
    measures.flag(Measure::Contrast, contrast.is_some());
    measures.flag(Measure::ContrastInPlace, contrast == Some(true));
    let growth = growth::compare(asked, found, pairs);
    measures.flag(Measure::SameGrowth, growth == Some(Growth::Same));
    measures.flag(Measure::OtherGrowth, growth == Some(Growth::Other));
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

/// Whether the passage has another word of a set of which only one can be true, "Monday" to
/// "Tuesday", and if so, whether said of a word that the question has it said of.
fn contrast(scene: &Scene, pairs: &[Pair]) -> Option<bool> {
    let asked = &scene.query.grammar;
    let lexicon = Lexicon::builtin();
    let unmet = |pair: &Pair| pair.strength < 0.6 && pair.asked < asked.tokens.len();
    let mut in_place = None;
    for (index, pair) in pairs.iter().enumerate().filter(|(_, pair)| unmet(pair)) {
        let Some(word) = lexicon.word(asked.lemma(pair.asked)) else { continue };
        for (token, meaning) in scene.passage.meanings.iter().enumerate() {
            let is_other = meaning.word.is_some_and(|other| lexicon.contrasted(word, other));
            if is_other {
                let here = alignment::is_linked(scene, pairs, index, token);
                in_place = Some(in_place.unwrap_or(false) || here);
            }
        }
    }
    in_place
}

/// "Needs the *approval* of the commission", "is subject to *approval*".
fn is_awaited(grammar: &Sentence, at: usize) -> bool {
    const AWAITING: [&str; 7] = ["need", "require", "await", "seek", "lack", "subject", "pending"];
    let noun = grammar.tokens[at].tag.is_noun();
    let above = grammar.head(at).filter(|_| noun);
    above.is_some_and(|above| AWAITING.contains(&grammar.lemma(above)))
}

/// Whether it is so still, or already.
fn measure_standing(scene: &Scene, anchor: &Pair, words: &[String], measures: &mut Measures) {
    let asks = |list: &[&str]| scene.query.words.iter().any(|w| list.contains(&w.as_str()));
    let grammar = &scene.passage.grammar;
    static ENDING: Table = Table::new(include_str!("data/ending.txt"));
    let ends =
        |token: usize| ENDING.has(grammar.lemma(token)) || polarity::is_no_longer(grammar, token);
    let still = asks(&["still", "remain", "remains"]);
    measures.flag(Measure::AsksStill, still);
    let ended =
        (0..grammar.tokens.len()).any(ends) || polarity::is_set_right(grammar, anchor.found);
    measures.flag(Measure::StillEnded, still && ended);
    let ahead = factuality::is_ahead(scene.passage, anchor.found)
        || words
            .iter()
            .any(|word| matches!(word.as_str(), "must" | "yet" | "plans" | "intends" | "will"));
    let already = asks(&["already", "yet"]) || (asks(&["has", "have"]) && !asks(&["to"]));
    let ahead =
        ahead || is_awaited(grammar, anchor.found) || polarity::has_yet_to(grammar, anchor.found);
    measures.flag(Measure::AlreadyAhead, already && ahead);
    let accepts = attitude::of(&scene.query.grammar) == Some(Attitude::Accepts);
    measures.flag(Measure::AsksAdmission, accepts);
    const ALL: [&str; 5] = ["all", "both", "every", "entire", "everyone"];
    let is_all = words.iter().any(|word| ALL.contains(&word.as_str()));
    let query = &scene.query.words;
    let counts = |at: usize| {
        let before = at.checked_sub(1).map_or("", |before| query[before].as_str());
        ALL.contains(&query[at].as_str()) && !quantity::is_emphatic(before)
    };
    measures.flag(Measure::AsksAll, (0..query.len()).any(counts) && !is_all);
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
