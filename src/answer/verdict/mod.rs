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

use crate::question::Query;

use super::retrieval::Hit;
use super::scene::Scene;
use super::search::Found;
use alignment::Pair;
use exchange::Exchange;

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

/// What is measured of a passage.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Measures {
    /// The share of the question that the passage has, or its article as a whole.
    support: f32,
    /// The share of what tells passages apart that this one has.
    telling: f32,
    /// How well it has what is said of the subject.
    predicate: f32,
    /// Whether it is denied, one way or another.
    is_denied: bool,
    /// Whether something else stands in the place of what is asked.
    is_exchanged: bool,
    /// Whether its numbers bear the question out.
    quantity: Option<bool>,
}

/// How plain a passage must be for Yes, and for No.
const PLAIN_YES: f32 = 0.56;
const PLAIN_NO: f32 = 0.46;

/// How many articles are looked at whole, and how many passages of each.
const ARTICLES: usize = 2;
const PASSAGES: usize = 80;

/// The verdict of the passage that speaks most plainly, if any does.
pub(crate) fn judge(query: &Query, found: &Found, in_talk: Option<u32>) -> Option<Verdict> {
    let best = found.hits.first()?.score;
    let verdicts = candidates(found).into_iter().filter_map(|hit| {
        of_scene(&Scene::new(query, &found.wanted, found.base, hit, best, in_talk))
    });
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
            let new = others.filter(|other| found.hits.iter().all(|known| known.passage != *other));
            hits.extend(new.map(|passage| Hit { passage, own: 0.0, ..*hit }));
        }
    }
    hits
}

/// The verdict of one passage.
fn of_scene(scene: &Scene) -> Option<Verdict> {
    let mut pairs = alignment::align(scene);
    let mut anchor = alignment::anchor(scene, &pairs);
    let is_exchanged = fill_in(scene, &mut pairs, anchor.as_ref());
    if lacks_name(scene, &pairs) && !is_exchanged {
        return None;
    }
    if anchor.is_none() {
        anchor = alignment::anchor(scene, &pairs);
    }
    let anchor = anchor?;
    let quantity = quantity(scene, &mut pairs);
    let is_denied = is_denied(scene, &pairs, &anchor);
    let predicate = alignment::predicate(scene.query);
    let predicate = pairs.iter().find(|pair| Some(pair.asked) == predicate);
    let measures = Measures {
        support: support(&pairs),
        telling: telling(&pairs),
        predicate: predicate.map_or(0.0, |pair| pair.strength),
        is_denied,
        is_exchanged: is_exchanged || is_another(scene, &pairs, &anchor),
        quantity,
    };
    let holds = !measures.is_exchanged && (quantity.unwrap_or(true) != is_denied);
    Some(Verdict { holds, passage: scene.hit.passage, plainness: plainness(scene, &measures), measures })
}

fn plainness(scene: &Scene, measures: &Measures) -> f32 {
    let Measures { support, telling, predicate, is_denied, is_exchanged, quantity } = *measures;
    let cue = if is_denied || is_exchanged || quantity.is_some() { 0.08 } else { 0.0 };
    let title = if scene.passage.is_title { 0.06 } else { 0.0 };
    0.45 * support + 0.35 * telling + 0.2 * predicate + cue - title
}

/// The share of the question that the passage covers. What an article is about counts as said in
/// every passage of it.
fn support(pairs: &[Pair]) -> f32 {
    let (mut total, mut covered) = (f32::EPSILON, 0.0);
    for pair in pairs {
        let elsewhere = if pair.telling < 0.6 { 0.9 } else { 0.35 };
        total += pair.weight;
        covered += pair.weight * pair.strength.max(pair.around * elsewhere);
    }
    covered / total
}

/// The share of what tells the passages of its article apart that this one has.
fn telling(pairs: &[Pair]) -> f32 {
    let (mut total, mut covered) = (f32::EPSILON, 0.0);
    for pair in pairs {
        total += pair.weight * pair.telling;
        covered += pair.weight * pair.telling * pair.strength;
    }
    covered / total
}

/// Sets places and days that are said with other words as met; tells whether another stands in the
/// place of one.
fn fill_in(scene: &Scene, pairs: &mut [Pair], anchor: Option<&Pair>) -> bool {
    let asked_time = exchange::asked_time(&scene.query.grammar, &scene.query.words);
    let time = asked_time.as_ref().map_or(Exchange::Silent, |asked| exchange::time(scene, asked, anchor));
    let mut differs = time == Exchange::Differs;
    for index in 0..pairs.len() {
        let pair = pairs[index];
        let in_time = asked_time.as_ref().is_some_and(|asked| asked.has(pair.asked));
        let is_name = scene.wanted[index].term.is_name;
        let found = match () {
            () if in_time => time,
            () if is_name && !pair.is_met() => exchange::place(scene, &pair, anchor),
            () => Exchange::Silent,
        };
        if found == Exchange::Fits {
            pairs[index].strength = pair.strength.max(0.8);
        }
        differs |= found == Exchange::Differs && pair.around < 0.4;
        differs |= found == Exchange::Differs && !in_time;
    }
    differs
}

/// Whether the article has no part of some name in the question.
fn lacks_name(scene: &Scene, pairs: &[Pair]) -> bool {
    let mut names: Vec<(usize, f32)> = Vec::new();
    for (want, pair) in scene.wanted.iter().zip(pairs) {
        if !want.term.is_name || want.term.is_context {
            continue;
        }
        let near = pair.around.max(pair.strength);
        match names.last_mut() {
            Some((last, best)) if pair.asked == *last + 1 => (*last, *best) = (pair.asked, best.max(near)),
            _ => names.push((pair.asked, near)),
        }
    }
    names.iter().any(|(_, near)| *near < 0.4)
}

/// Whether the passage's numbers bear out those of the question.
fn quantity(scene: &Scene, pairs: &mut [Pair]) -> Option<bool> {
    let (query, passage) = (scene.query, scene.passage);
    let time = exchange::asked_time(&query.grammar, &query.words);
    let in_time = |token: usize| time.as_ref().is_some_and(|time| time.has(token));
    let asked = quantity::asked(&query.grammar, &query.text, in_time)?;
    let figures =
        quantity::figures(&passage.grammar, &passage.text, |token| passage.date_at(token).is_some());
    let noun = pairs.iter().find(|pair| pair.asked == asked.noun && pair.is_met()).copied();
    let counts = |token: usize| noun.is_some_and(|pair| pair.found == token);
    let borne_out = quantity::borne_out(asked.quantity, &passage.grammar, &passage.text, &figures, counts);
    if borne_out.is_some()
        && let Some(pair) = pairs.iter_mut().find(|pair| pair.asked == asked.token)
    {
        pair.strength = pair.strength.max(0.8);
    }
    borne_out
}

/// Whether just one of the question and the passage denies what the two speak of.
fn is_denied(scene: &Scene, pairs: &[Pair], anchor: &Pair) -> bool {
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    let in_question = if anchor.asked < asked.tokens.len() { polarity::turns(asked, anchor.asked) } else { 0 };
    let mut in_passage = polarity::turns(found, anchor.found);
    in_passage += usize::from(polarity::is_set_right(found, anchor.found));
    let same_clause = |pair: &&Pair| {
        pair.is_opposed && scene.clauses[pair.found] == scene.clauses[anchor.found]
    };
    let opposed = pairs.iter().filter(same_clause).count().min(1);
    (in_question + in_passage + opposed) % 2 == 1
}

/// Whether somebody or something else stands where the question has its own.
fn is_another(scene: &Scene, pairs: &[Pair], anchor: &Pair) -> bool {
    exchange::is_turned_round(scene, pairs, anchor)
        || exchange::is_done_by_another(scene, pairs, anchor)
        || exchange::is_only_another(scene, pairs)
}
