//! What one passage says to a question: everything that is measured of it.

use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::fact::Base;
use crate::lexicon::{Lexicon, NounKind};

use super::alignment::{self, Pair};
use super::exchange::{self, Exchange};
use super::measures::{Measure, Measures};
use super::polarity::{self, Opposable};
use super::scope::Shared;
use super::{another_time, doubt, holder, quantity, scope, sequence, unreal, weighing, wording};

/// The least of the question's other words, besides its names, that a passage must have.
const CONTENT: f32 = 0.15;

/// What is measured of a passage; nothing where it has no word that the question could be held to.
pub(super) fn of_scene(
    scene: &Scene,
    base: &Base,
    opposables: &[(usize, Opposable)],
) -> Option<Measures> {
    let mut measures = Measures::default();
    let mut pairs = alignment::align(scene, base, opposables);
    let mut anchor = alignment::anchor(scene, &pairs);
    let time = fill_in(scene, base, &mut pairs, anchor.as_ref(), &mut measures);
    let is_exchanged = time == Exchange::Differs;
    measures.flag(Measure::MissingName, !is_exchanged && lacks_name(scene, &pairs, base));
    if anchor.is_none() {
        anchor = alignment::anchor(scene, &pairs);
    }
    let anchor = anchor.or_else(|| alignment::root(scene))?;
    if another_time::is_of_the_last(scene, &pairs) || holder::is_another(scene, &pairs, &anchor) {
        return None;
    }
    let is_undecided = anchor.is_opposed && doubt::is_only_held(scene, &anchor);
    if is_undecided || unreal::is_open(scene, &anchor) {
        return None;
    }
    let quantity = quantity(scene, &mut pairs);
    let is_only = exchange::is_only_another(scene, &pairs);
    if is_only {
        let unmet = pairs.iter_mut().filter(|pair| !pair.is_met() && !pair.is_name);
        unmet.for_each(|pair| pair.strength = 0.8);
    }
    measures.flag(Measure::NumberHolds, quantity == Some(true));
    measures.flag(Measure::NumberFails, quantity == Some(false));
    measures.flag(Measure::Exchanged, is_exchanged && measures.of(Measure::TimeDiffers) == 0.0);
    measures.flag(Measure::OtherDoer, is_another(scene, &pairs, &anchor));
    measures.flag(Measure::OnlyAnother, is_only);
    measures.flag(Measure::Unreal, unreal::is_unreal(scene, &anchor));
    measures.flag(Measure::Supposed, unreal::is_supposed(scene, &anchor));
    let is_of_another = exchange::is_of_another_person(scene, &pairs, &anchor)
        || exchange::is_of_another_place(scene, &pairs, &anchor);
    let only_one_can = measures.of(Measure::OtherDoer) > 0.0;
    measures.flag(Measure::OtherPerson, is_of_another && !only_one_can);
    if !only_one_can && exchange::is_of_another_beside(scene, &pairs, &anchor) {
        measures.set(Measure::OtherPerson, BESIDE);
    }
    measure_fit(scene, &pairs, &anchor, &mut measures);
    wording::measure(scene, &pairs, &anchor, &mut measures);
    measure_scope(scene, &pairs, &anchor, &mut measures);
    measure_turns(scene, &pairs, &anchor, quantity, &mut measures);
    sequence::settle(scene, &mut measures);
    Some(measures)
}

/// How much it counts that another does it where the one asked about stands beside:
/// all else fits then.
const BESIDE: f32 = 3.0;

/// How well the passage has what the question says.
fn measure_fit(scene: &Scene, pairs: &[Pair], anchor: &Pair, measures: &mut Measures) {
    let predicate = alignment::predicate(scene.query);
    let predicate = pairs.iter().find(|pair| Some(pair.asked) == predicate);
    let met = predicate.map_or(0.0, |pair| pair.strength);
    let roles = weighing::roles(scene, pairs, anchor);
    let content = weighing::content(pairs);
    measures.set(Measure::Bias, 1.0);
    measures.set(Measure::Support, weighing::support(pairs));
    measures.set(Measure::Telling, weighing::telling(pairs));
    measures.set(Measure::Content, content);
    let (telling, foremost) = weighing::content_telling(pairs);
    measures.set(Measure::ContentTelling, telling);
    measures.set(Measure::Foremost, foremost);
    measures.set(Measure::Length, (scene.passage.len() as f32 / 50.0).min(1.0));
    measures.set(Measure::Predicate, met);
    measures.flag(Measure::NoPredicate, predicate.is_some_and(|pair| !pair.is_met()));
    measures.set(Measure::Together, weighing::together(scene, pairs, anchor));
    measures.set(Measure::SameActors, roles.max(0.0));
    measures.set(Measure::OtherActors, (-roles).max(0.0));
    measures.set(Measure::MissingNameHere, weighing::missing_name(pairs));
    measures.set(Measure::Missing, weighing::heaviest_missing(pairs));
    measures.flag(Measure::Thin, content < CONTENT);
    measures.flag(Measure::Headline, scene.passage.is_title);
    measures.flag(Measure::Doubted, doubt::is_only_held(scene, anchor));
    measures.flag(Measure::TooEarly, another_time::is_too_early(scene, anchor));
    measures.flag(Measure::Over, another_time::is_over(scene, anchor));
    let of_others = is_of_others(scene, pairs, met, measures);
    measures.flag(Measure::OfOthers, of_others);
    measures.set(Measure::Own, scene.hit.own);
    let found = if scene.hit.own > 0.0 { 1.0 / (1.0 + scene.hit.place as f32) } else { 0.0 };
    measures.set(Measure::Place, found);
    measures.set(Measure::Article, scene.hit.article);
}

/// How much of what the two share only one of them denies.
fn measure_scope(scene: &Scene, pairs: &[Pair], anchor: &Pair, measures: &mut Measures) {
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    let shared = Shared(pairs);
    let in_question = scope::denied(asked, |token| shared.in_question(token));
    let here = scope::denied(found, |token| shared.here(token));
    measures.set(Measure::DeniedShare, scope::share(pairs, &in_question, &here));
    let differs = scope::differs(anchor, &in_question, &here);
    measures.flag(Measure::DeniedAnchor, differs && anchor.is_met());
    let whole = (
        scope::is_denial(asked, &in_question, |token| shared.in_question(token)),
        scope::is_denial(found, &here, |token| shared.here(token)),
    );
    measures.flag(Measure::DenialAsWhole, whole.0 != whole.1);
    measures.flag(Measure::BothDeny, whole.0 && whole.1);
}

/// Which of the two denies, and what the rules make of it.
fn measure_turns(
    scene: &Scene,
    pairs: &[Pair],
    anchor: &Pair,
    quantity: Option<bool>,
    measures: &mut Measures,
) {
    let [in_question, in_passage, opposed] = turns(scene, pairs, anchor);
    let is_denied = (in_question + in_passage + opposed) % 2 == 1;
    let instead =
        [Measure::Exchanged, Measure::TimeDiffers, Measure::OtherDoer, Measure::OnlyAnother];
    let is_exchanged = instead.into_iter().any(|measure| measures.of(measure) > 0.0);
    let holds = !is_exchanged && (quantity.unwrap_or(true) != is_denied);
    measures.flag(Measure::QuestionTurned, in_question % 2 == 1);
    measures.flag(Measure::Turned, (in_question + in_passage) % 2 == 1);
    measures.flag(Measure::Opposed, opposed % 2 == 1);
    measures.set_rule(holds);
}

/// Sets places and days that are said with other words as met; tells whether another stands
/// in the place of one.
fn fill_in(
    scene: &Scene,
    base: &Base,
    pairs: &mut [Pair],
    anchor: Option<&Pair>,
    measures: &mut Measures,
) -> Exchange {
    let asked_time = exchange::asked_time(&scene.query.grammar, &scene.query.words);
    let time =
        asked_time.as_ref().map_or(Exchange::Silent, |asked| exchange::time(scene, asked, anchor));
    let published = base.source_of(scene.hit.passage).published;
    let of_report =
        asked_time.as_ref().zip(published).is_some_and(|(asked, day)| asked.may_be(day));
    measures.flag(Measure::TimeFits, time == Exchange::Fits);
    measures.flag(Measure::TimeDiffers, time == Exchange::Differs);
    let mut differs = time == Exchange::Differs;
    for (want, pair) in scene.wanted.iter().zip(pairs) {
        let in_time = asked_time.as_ref().is_some_and(|asked| asked.has(pair.asked));
        let is_name = want.term.is_name;
        let found = if in_time {
            time
        } else if is_name
            && !anchor.is_some_and(|anchor| another_time::is_over(scene, anchor))
            && (!pair.is_met() || exchange::is_elsewhere(scene, pair))
        {
            exchange::place(scene, pair, anchor)
        } else {
            Exchange::Silent
        };
        if in_time && time == Exchange::Silent && of_report {
            pair.strength = pair.strength.max(0.6);
        }
        if found != Exchange::Silent {
            pair.strength = pair.strength.max(0.8);
        }
        differs |= found == Exchange::Differs;
    }
    if differs { Exchange::Differs } else { Exchange::Silent }
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
    if noun.is_some_and(|pair| polarity::is_left_out(&passage.grammar, pair.found)) {
        return None;
    }
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

/// Whether the passage says the like of somebody or something else than the question does.
fn is_of_others(scene: &Scene, pairs: &[Pair], predicate: f32, measures: &Measures) -> bool {
    let asked = &scene.query.grammar;
    let object =
        alignment::predicate(scene.query).and_then(|verb| arguments::undergoer(asked, verb));
    let no_object = pairs.iter().any(|pair| {
        Some(pair.asked) == object
            && asked.tokens.get(pair.asked).is_some_and(|token| token.tag.is_noun())
            && predicate < 0.95
            && pair.strength.max(pair.around) < 0.4
            && pair.weight > 0.5
    });
    let apart = measures.of(Measure::OtherActors) > 0.0
        && predicate > 0.0
        && (measures.of(Measure::Together) < 0.2 || predicate < 0.7);
    no_object || apart
}

/// How often the question, the passage, and words of the opposite sense turn what the two speak
/// of.
fn turns(scene: &Scene, pairs: &[Pair], anchor: &Pair) -> [usize; 3] {
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    let in_question =
        if anchor.asked < asked.tokens.len() { polarity::turns(asked, anchor.asked) } else { 0 };
    let mut in_passage = polarity::turns(found, anchor.found);
    in_passage += usize::from(polarity::is_set_right(found, anchor.found));
    // "Has it *already* been approved?"
    let asks_if_done =
        scene.query.words.iter().any(|word| matches!(word.as_str(), "already" | "yet"));
    in_passage += usize::from(asks_if_done && polarity::has_yet_to(found, anchor.found));
    let same_clause =
        |pair: &&Pair| pair.is_opposed && scene.clauses[pair.found] == scene.clauses[anchor.found];
    let counts = |pair: &Pair| pair.is_opposed && pair.asked != anchor.asked;
    let turned_there = |pair: &Pair| {
        polarity::is_denied_itself(asked, pair.asked)
            != polarity::is_denied_itself(found, pair.found)
    };
    let opposed = match anchor.is_opposed {
        true => 1,
        false if doubt::is_held(found, anchor.found) => 0,
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
