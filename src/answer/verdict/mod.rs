//! Yes or No: whether the articles say what a question or claim supposes.
//!
//! The question is laid against every passage of the articles that it may be about. The passage
//! that has most of it in one place is the one that decides: it affirms or denies, by how often
//! each of the two is turned round (`polarity`), by its numbers (`quantity`), or because it has
//! something else in the place of what is asked (`exchange`). Silence is neither.

mod alignment;
mod exchange;
mod polarity;
mod quantity;
mod weighing;

use crate::extract::{arguments, standing};
use crate::fact::Base;
use crate::lexicon::{Lexicon, NounKind};
use crate::question::{Query, Time};
use crate::text::syntax::Tag;

use super::retrieval::{ENDLESS, Hit};
use super::scene::{Scene, Setting, Talk};
use super::search::Found;
use alignment::Pair;
use exchange::Exchange;
use weighing::Measures;

/// What a passage says to a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Verdict {
    /// Whether it is so.
    pub(crate) holds: bool,
    /// The passage that says so.
    pub(crate) passage: u32,
    /// How plainly it does, 0 to 1.
    pub(crate) plainness: f32,
    /// What it was judged by.
    measures: Measures,
}

/// How plain a passage must be for Yes, and for No.
const PLAIN_YES: f32 = 0.56;
const PLAIN_NO: f32 = 0.5;

/// The least of the question's other words, besides its names, that a passage must have.
const CONTENT: f32 = 0.15;

/// How many articles are looked at whole, and how many passages of each.
const ARTICLES: usize = 2;
const PASSAGES: usize = 80;

/// The verdict of the passage that speaks most plainly, if any does.
pub(crate) fn judge(query: &Query, found: &Found, in_talk: Option<Talk>) -> Option<Verdict> {
    let setting = Setting::new(query, &found.wanted, found.base, &found.hits, in_talk);
    let hits = candidates(found).into_iter();
    let verdicts = hits.filter_map(|hit| of_scene(&Scene::new(&setting, hit), found.base));
    let verdict = verdicts.max_by(|a, b| a.plainness.total_cmp(&b.plainness))?;
    let plain = if verdict.holds { PLAIN_YES } else { PLAIN_NO };
    (verdict.plainness >= plain).then_some(verdict)
}

/// The passages found, and all others of the best articles.
fn candidates(found: &Found) -> Vec<Hit> {
    let mut hits = found.hits.clone();
    let mut sources: Vec<u32> = Vec::new();
    for hit in &found.hits {
        let source = found.base.passage(hit.passage).source;
        if sources.len() < ARTICLES && !sources.contains(&source) {
            sources.push(source);
            let others = found.base.passages_of(source as usize).take(PASSAGES);
            let others = others.filter(|other| found.base.passage(*other).len() <= ENDLESS);
            let new = others.filter(|other| found.hits.iter().all(|known| known.passage != *other));
            hits.extend(new.map(|passage| Hit { passage, own: 0.0, ..*hit }));
        }
    }
    hits
}

/// The verdict of one passage.
fn of_scene(scene: &Scene, base: &Base) -> Option<Verdict> {
    let mut pairs = alignment::align(scene, base);
    let mut anchor = alignment::anchor(scene, &pairs);
    let is_exchanged = fill_in(scene, base, &mut pairs, anchor.as_ref());
    if lacks_name(scene, &pairs, base) && !is_exchanged {
        return None;
    }
    if anchor.is_none() {
        anchor = alignment::anchor(scene, &pairs);
    }
    let anchor = anchor?;
    let quantity = quantity(scene, &mut pairs);
    let is_only = exchange::is_only_another(scene, &pairs);
    if is_only {
        let unmet = pairs.iter_mut().filter(|pair| !pair.is_met() && !pair.is_name);
        unmet.for_each(|pair| pair.strength = 0.8);
    }
    if weighing::content(&pairs) < CONTENT && !is_exchanged {
        return None;
    }
    let turns = turns(scene, &pairs, &anchor);
    let is_denied = turns.iter().sum::<usize>() % 2 == 1;
    let predicate = alignment::predicate(scene.query);
    let predicate = pairs.iter().find(|pair| Some(pair.asked) == predicate);
    let measures = Measures {
        support: weighing::support(&pairs),
        telling: weighing::telling(&pairs),
        predicate: predicate.map_or(0.0, |pair| pair.strength),
        together: weighing::together(scene, &pairs, &anchor),
        roles: weighing::roles(scene, &pairs, &anchor),
        is_doubted: is_doubted(scene, &anchor),
        turns,
        is_denied,
        is_exchanged: is_exchanged || is_only || is_another(scene, &pairs, &anchor),
        quantity,
    };
    let holds = !measures.is_exchanged && (quantity.unwrap_or(true) != is_denied);
    let unsure = measures.is_doubted || is_too_early(scene, &anchor);
    if (anchor.is_opposed && unsure)
        || (holds && quantity.is_none() && is_too_early(scene, &anchor))
        || (holds && is_of_others(scene, &pairs, &measures))
    {
        return None;
    }
    Some(Verdict {
        holds,
        passage: scene.hit.passage,
        plainness: weighing::plainness(scene, &measures),
        measures,
    })
}

/// Sets places and days that are said with other words as met; tells whether another stands in the
/// place of one.
fn fill_in(scene: &Scene, base: &Base, pairs: &mut [Pair], anchor: Option<&Pair>) -> bool {
    let asked_time = exchange::asked_time(&scene.query.grammar, &scene.query.words);
    let time =
        asked_time.as_ref().map_or(Exchange::Silent, |asked| exchange::time(scene, asked, anchor));
    let published = base.source_of(scene.hit.passage).published;
    let of_report =
        asked_time.as_ref().zip(published).is_some_and(|(asked, day)| asked.may_be(day));
    let mut differs = time == Exchange::Differs;
    for (want, pair) in scene.wanted.iter().zip(pairs) {
        let in_time = asked_time.as_ref().is_some_and(|asked| asked.has(pair.asked));
        let is_name = want.term.is_name;
        let found = match () {
            () if in_time => time,
            () if is_name
                && !anchor.is_some_and(|anchor| is_over(scene, anchor))
                && (!pair.is_met() || exchange::is_elsewhere(scene, pair)) =>
            {
                exchange::place(scene, pair, anchor)
            }
            () => Exchange::Silent,
        };
        if in_time && time == Exchange::Silent && of_report {
            pair.strength = pair.strength.max(0.6);
        }
        if found != Exchange::Silent {
            pair.strength = pair.strength.max(0.8);
        }
        differs |= found == Exchange::Differs;
    }
    differs
}

/// Whether the article has no part of some name in the question.
fn lacks_name(scene: &Scene, pairs: &[Pair], base: &Base) -> bool {
    let time = exchange::asked_time(&scene.query.grammar, &scene.query.words);
    // Of each name its last token, how well it is met, and whether by more than a common noun.
    let mut names: Vec<(usize, f32, bool)> = Vec::new();
    for (want, pair) in scene.wanted.iter().zip(pairs) {
        let in_time = time.as_ref().is_some_and(|time| time.has(pair.asked));
        if !want.term.is_name || want.term.is_context || in_time {
            continue;
        }
        let mut near = pair.around.max(pair.strength);
        if near < 0.4 && exchange::is_inside(scene, base, pair.asked) {
            near = 0.8;
        }
        let is_own = is_name_alone(scene, pair.asked);
        match names.last_mut() {
            Some((last, best, own)) if pair.asked == *last + 1 => {
                *last = pair.asked;
                match (*own, is_own) {
                    (true, false) => {}
                    (false, true) => (*best, *own) = (near, true),
                    _ => *best = best.max(near),
                }
            }
            _ => names.push((pair.asked, near, is_own)),
        }
    }
    names.iter().any(|(_, near, _)| *near < 0.4)
}

/// Whether a word of a name is no common noun as well: of "Nobel Prize" the first.
fn is_name_alone(scene: &Scene, asked: usize) -> bool {
    let kind = Lexicon::builtin().kind_of(&scene.query.word(asked).to_lowercase());
    kind == NounKind::Other
}

/// Whether the passage's numbers bear out those of the question.
fn quantity(scene: &Scene, pairs: &mut [Pair]) -> Option<bool> {
    let (query, passage) = (scene.query, scene.passage);
    let time = exchange::asked_time(&query.grammar, &query.words);
    let in_time = |token: usize| time.as_ref().is_some_and(|time| time.has(token));
    let asked = quantity::asked(&query.grammar, &query.text, in_time)?;
    let figures = quantity::figures(&passage.grammar, &passage.text, |token| {
        passage.date_at(token).is_some()
    });
    let noun = pairs.iter().find(|pair| pair.asked == asked.noun && pair.is_met()).copied();
    let counts = |token: usize| noun.is_some_and(|pair| pair.found == token);
    let borne_out =
        quantity::borne_out(asked.quantity, &passage.grammar, &passage.text, &figures, counts);
    if borne_out.is_some()
        && let Some(pair) = pairs.iter_mut().find(|pair| pair.asked == asked.token)
    {
        pair.strength = pair.strength.max(0.8);
    }
    borne_out
}

/// Whether the passage only has it feared, hoped or possible, and the question does not.
fn is_doubted(scene: &Scene, anchor: &Pair) -> bool {
    let asked = &scene.query.grammar;
    let modal =
        |word: &String| matches!(word.as_str(), "would" | "could" | "may" | "might" | "should");
    let in_question =
        anchor.asked < asked.tokens.len() && polarity::is_doubted(asked, anchor.asked);
    polarity::is_doubted(&scene.passage.grammar, anchor.found)
        && !in_question
        && !scene.query.words.iter().any(modal)
        && !asks_for_plan(&scene.query.words)
}

/// "Is X planning to", "does X want to".
fn asks_for_plan(words: &[String]) -> bool {
    const PLANS: [&str; 9] =
        ["plan", "planning", "plans", "going", "intend", "want", "wants", "supposed", "expected"];
    words.iter().any(|word| PLANS.contains(&word.as_str()))
}

/// Whether the question asks for what has been, and the passage speaks of what is to come.
fn is_too_early(scene: &Scene, anchor: &Pair) -> bool {
    scene.query.time == Time::Past
        && !anchor.is_name
        && standing::is_ahead(scene.passage, anchor.found)
}

/// Whether the question asks for what is to come, and the passage speaks of what has been: that the
/// last round was elsewhere says nothing of the next.
fn is_over(scene: &Scene, anchor: &Pair) -> bool {
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[anchor.found]);
    scene.query.time == Time::Future
        && matches!(grammar.tokens[verb].tag, Tag::VBD | Tag::VBN)
        && !standing::is_ahead(scene.passage, verb)
}

/// Whether the passage says the like of somebody or something else than the question does.
fn is_of_others(scene: &Scene, pairs: &[Pair], measures: &Measures) -> bool {
    let asked = &scene.query.grammar;
    let object =
        alignment::predicate(scene.query).and_then(|verb| arguments::undergoer(asked, verb));
    let no_object = pairs.iter().any(|pair| {
        Some(pair.asked) == object
            && asked.tokens.get(pair.asked).is_some_and(|token| token.tag.is_noun())
            && measures.predicate < 0.95
            && pair.strength.max(pair.around) < 0.4
            && pair.weight > 0.5
    });
    let apart = measures.roles < 0.0
        && measures.predicate > 0.0
        && (measures.together < 0.2 || measures.predicate < 0.7);
    no_object || apart
}

/// How often the question, the passage, and words of the opposite sense turn what the two speak of.
fn turns(scene: &Scene, pairs: &[Pair], anchor: &Pair) -> [usize; 3] {
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    let in_question =
        if anchor.asked < asked.tokens.len() { polarity::turns(asked, anchor.asked) } else { 0 };
    let mut in_passage = polarity::turns(found, anchor.found);
    in_passage += usize::from(polarity::is_set_right(found, anchor.found));
    let same_clause =
        |pair: &&Pair| pair.is_opposed && scene.clauses[pair.found] == scene.clauses[anchor.found];
    let counts = |pair: &Pair| pair.is_opposed && pair.asked != anchor.asked;
    let turned_there = |pair: &Pair| {
        polarity::is_denied_itself(asked, pair.asked)
            != polarity::is_denied_itself(found, pair.found)
    };
    let opposed = match anchor.is_opposed {
        true => 1,
        false if polarity::is_doubted(found, anchor.found) => 0,
        false => pairs
            .iter()
            .filter(same_clause)
            .find(|pair| counts(pair))
            .map_or(0, |pair| 1 + usize::from(turned_there(pair))),
    };
    let left_out = pairs.iter().any(|pair| {
        pair.is_met()
            && pair.found != anchor.found
            && arguments::distance(found, pair.found, anchor.found, 4) <= 3
            && polarity::is_left_out(found, pair.found)
            && !(pair.asked < asked.tokens.len() && polarity::is_left_out(asked, pair.asked))
    });
    let opposed = opposed
        + usize::from(left_out)
        + usize::from(polarity::is_of_other_side(asked, found, anchor.asked, anchor.found));
    [in_question, in_passage, opposed]
}

/// Whether somebody or something else stands where the question has its own.
fn is_another(scene: &Scene, pairs: &[Pair], anchor: &Pair) -> bool {
    exchange::is_turned_round(scene, pairs, anchor)
        || exchange::is_done_by_another(scene, pairs, anchor)
}

#[cfg(test)]
mod tests;
