//! Yes or No: whether the articles say what a question or claim supposes.
//!
//! The question is laid against every passage of the articles that it may be about (`alignment`),
//! and each is measured (`opinion`): how much of the question it has in one place, whether it
//! affirms or denies, by how often each of the two is turned round (`polarity`) and by how much
//! of what they share only one of them denies (`scope`), whether only one has a word of lack
//! (`lacking`), whether its numbers (`quantity`, `figures`) and places in a row (`sequence`,
//! `wording`) bear the question out, whether it is what somebody else holds (`holder`), whether
//! one accepts what the other refuses (`attitude`) or has grow what the other has shrink
//! (`growth`), whether it only supposes (`unreal`) or holds (`doubt`) it, or tells that nothing
//! was told (`unsaid`), whether it has something else in the place of what is asked (`exchange`),
//! whether it speaks of another time (`another_time`) or says of the same that it is another thing
//! (`contrary`), what is told where one of the question's
//! own words is asked for (`otherwise`). Fitted weights (`weights`) make chances of Yes, No and
//! silence of it.

mod alignment;
mod another_time;
mod attitude;
mod contrary;
mod doubt;
mod exchange;
mod figures;
mod growth;
mod holder;
mod lacking;
mod measures;
mod opinion;
mod otherwise;
mod polarity;
mod quantity;
mod scope;
mod sequence;
#[cfg(test)]
pub(super) mod testing;
mod unreal;
mod unsaid;
mod weighing;
mod weights;
mod wording;

use crate::question::Query;

use super::features;
use super::ranking;
use super::reader::{self, Reader};
use super::retrieval::Hit;
use super::scene::{Scene, Setting, Talk};
use super::search::Found;
use super::types::Verdict;
pub(super) use attitude::refuses;
pub(super) use lacking::is_of_lack;
pub(crate) use measures::{Measure, Measures};
use otherwise::Told;
use weights::Weighed;
pub(crate) use weights::{COLUMNS, Weights};

/// What the passages say to a question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Judged {
    /// Whether it is so.
    pub(crate) verdict: Verdict,
    /// The passage that says so most plainly.
    pub(crate) passage: u32,
    /// How sure that is, 0 to 1.
    pub(crate) confidence: f32,
    /// Whether somebody else may do there what the question says.
    pub(crate) is_of_another: bool,
}

/// How sure Yes or No must be. Of 74 questions about reports that nothing was fitted to, 37 are
/// answered rightly and 15 wrongly; 29 and 12 from 0.5 on.
const ENOUGH: f32 = 0.44;

/// How sure where somebody else may do in the passage what the question says.
const SURELY: f32 = 0.5;

/// How many articles, the best, are looked at whole.
const ARTICLES: usize = 2;

/// How many passages of each are, its first ones.
const PASSAGES: usize = 80;

/// The verdict that is sure enough, if one is.
pub(crate) fn judge(query: &Query, found: &Found, in_talk: Option<Talk>) -> Option<Judged> {
    weigh(query, found, in_talk)
        .filter(|judged| judged.confidence >= if judged.is_of_another { SURELY } else { ENOUGH })
}

/// The likelier verdict, however sure it is.
pub(crate) fn weigh(query: &Query, found: &Found, in_talk: Option<Talk>) -> Option<Judged> {
    let told = otherwise::told(query, found.base, in_talk);
    if let Some(told) = otherwise::decisive(&told) {
        let holds = (told.measure? == Measure::ToldSame) != otherwise::denies(query);
        let verdict = Verdict::of(holds);
        return Some(Judged {
            verdict,
            passage: told.passage,
            confidence: told.trust,
            is_of_another: false,
        });
    }
    if let Some(passage) = contrary::find(query, found, in_talk) {
        return Some(Judged {
            verdict: Verdict::No,
            passage,
            confidence: contrary::SURE,
            is_of_another: false,
        });
    }
    let (passages, measures): (Vec<u32>, Vec<Measures>) =
        measure(query, found, in_talk, &told).into_iter().unzip();
    let weighed = Weights::fitted().weigh(&measures)?;
    let outright = (0..measures.len()).filter(|&at| says_it_outright(&measures[at]));
    let alone = outright.filter_map(|at| {
        let alone = Weights::fitted().weigh(&measures[at..=at])?;
        Some(Weighed { best: at, ..alone })
    });
    let weighed = alone.fold(weighed, |best, alone| match alone.confidence > best.confidence {
        true => alone,
        false => best,
    });
    let is_supposed = measures[weighed.best].of(Measure::Supposed) > 0.0;
    if weighed.holds && (is_supposed || told.iter().any(otherwise::speaks_against)) {
        return None;
    }
    let others = [Measure::OtherActors, Measure::OfOthers];
    let is_of_another = others.iter().any(|it| measures[weighed.best].of(*it) > 0.0);
    Some(Judged {
        verdict: Verdict::of(weighed.holds),
        passage: passages[weighed.best],
        confidence: weighed.confidence,
        is_of_another,
    })
}

/// Whether a passage has the whole question in one clause, said of the same: then what others
/// say counts for less.
fn says_it_outright(measures: &Measures) -> bool {
    const WHOLLY: f32 = 0.98;
    let whole = [
        Measure::Support,
        Measure::ContentTelling,
        Measure::Predicate,
        Measure::Together,
        Measure::SameActors,
    ];
    whole.iter().all(|&measure| measures.of(measure) >= WHOLLY)
}

/// What is measured of every passage that may say something.
pub(crate) fn measured(
    query: &Query,
    found: &Found,
    in_talk: Option<Talk>,
) -> Vec<(u32, Measures)> {
    measure(query, found, in_talk, &otherwise::told(query, found.base, in_talk))
}

/// Every passage that may say something, with what is measured of it.
fn measure(
    query: &Query,
    found: &Found,
    in_talk: Option<Talk>,
    told: &[Told],
) -> Vec<(u32, Measures)> {
    let setting = Setting::new(query, &found.wanted, found.base, &found.hits, in_talk);
    let best_source = found.hits.first().map(|hit| found.base.place(hit.passage).source);
    let lacks = lacking::Asked::of(query);
    let opposables = alignment::opposables(query, &found.wanted);
    let mut best_score = f32::MIN;
    let mut silent: Vec<u32> = Vec::new();
    let reading =
        Reader::fitted().open(reader::words(query, found.base), ranking::column(query.expects));
    let measured = candidates(found).into_iter().filter_map(|hit| {
        let scene = Scene::new(&setting, hit);
        let mut measures = opinion::of_scene(&scene, found.base, &opposables)?;
        set_told(told, hit.passage, &mut measures);
        if !tells_something(&measures) {
            return None;
        }
        lacking::measure(&scene, lacks, &mut measures);
        if lacking::lacks_sort(&scene) {
            silent.push(hit.passage);
        }
        let shared = features::of_passage(&scene);
        let score = ranking::Rank::fitted().score(&shared, query.expects);
        best_score = best_score.max(score);
        measures.set(Measure::Behind, score);
        measures.flag(Measure::BestArticle, Some(scene.passage.source) == best_source);
        let source = scene.passage.source as usize;
        let mut body = found.base.passages_of(source).filter(|at| !found.base.place(*at).is_title);
        measures.flag(Measure::Opening, body.next() == Some(hit.passage));
        measures.set(Measure::Read, reading.mark(found.base, hit.passage) / reader::READ_BY);
        Some((hit.passage, measures))
    });
    let mut measured: Vec<(u32, Measures)> = measured.collect();
    for (_, measures) in &mut measured {
        let behind = (measures.of(Measure::Behind) - best_score) / FAR;
        measures.set(Measure::Behind, behind.max(-1.0));
    }
    set_behind(&mut measured);
    measured.retain(|(passage, _)| !silent.contains(passage));
    measured
}

/// What a passage tells where one of the question's words is asked for.
fn set_told(told: &[Told], passage: u32, measures: &mut Measures) {
    for told in told.iter().filter(|told| told.passage == passage) {
        let Some(measure) = told.measure else { continue };
        // Who has to approve it is told, and not that they have.
        let is_ahead = measures.of(Measure::AlreadyAhead) > 0.0;
        if measure == Measure::ToldSame && is_ahead {
            continue;
        }
        // "One died in 2009 and three in 2014" tells of both.
        if measure == Measure::ToldOtherTime && measures.of(Measure::TimeFits) > 0.0 {
            continue;
        }
        measures.set(measure, measures.of(measure).max(told.trust));
        if measure == Measure::ToldOtherPlace {
            // A place may well be asked about that no report has; somebody unheard of is not.
            measures.set(Measure::MissingName, 0.0);
        }
    }
}

/// A passage that has little but the question's names tells nothing of what they did, and an
/// article that lacks one of them nothing of who bears it.
fn tells_something(measures: &Measures) -> bool {
    [Measure::Thin, Measure::MissingName].iter().all(|lack| measures.of(*lack) <= 0.0)
}

/// What a passage has, beside how far it is behind the one that has most of it.
const BEHIND: [(Measure, Measure); 7] = [
    (Measure::Support, Measure::BehindInSupport),
    (Measure::Telling, Measure::BehindInTelling),
    (Measure::ContentTelling, Measure::BehindInContent),
    (Measure::SameActors, Measure::BehindInActors),
    (Measure::Together, Measure::BehindInTogether),
    (Measure::Predicate, Measure::BehindInPredicate),
    (Measure::Read, Measure::BehindInRead),
];

/// Sets how far each passage is behind the best, -1 to 0: what another one says better, this
/// one hardly proves.
fn set_behind(measured: &mut [(u32, Measures)]) {
    for (has, behind) in BEHIND {
        let most = measured.iter().map(|(_, measures)| measures.of(has)).fold(f32::MIN, f32::max);
        for (_, measures) in &mut *measured {
            measures.set(behind, (measures.of(has) - most).max(-1.0));
        }
    }
    let missing = |(_, measures): &(u32, Measures)| measures.of(Measure::Missing);
    let least = measured.iter().map(missing).fold(f32::MAX, f32::min);
    for (_, measures) in measured {
        measures.set(Measure::BehindInMissing, least - measures.of(Measure::Missing));
    }
}

/// By how much a passage is behind that has no hope.
const FAR: f32 = 5.0;

/// The passages found, and all others of the best articles.
fn candidates(found: &Found) -> Vec<Hit> {
    let mut hits = found.hits.clone();
    let mut sources: Vec<u32> = Vec::new();
    for hit in &found.hits {
        let source = found.base.passage(hit.passage).source;
        if sources.len() < ARTICLES && !sources.contains(&source) {
            sources.push(source);
            let others = found.base.passages_of(source as usize).take(PASSAGES);
            let others = others.filter(|other| !found.base.place(*other).is_endless);
            let new = others.filter(|other| found.hits.iter().all(|known| known.passage != *other));
            hits.extend(new.map(|passage| Hit { passage, own: 0.0, ..*hit }));
        }
    }
    hits
}

#[cfg(test)]
mod tests;
