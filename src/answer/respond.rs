//! From a query to the answer that a person sees.

use jiff::civil::Date;

use crate::fact::Base;
use crate::question::{AnswerType, Query, QuestionType, SmallTalk};

use super::about_articles;
use super::asked_time::{self, AskedTime, Fit};
use super::bare;
use super::context_features::ContextFeatures;
use super::features::Feature;
use super::listing;
use super::long_form;
use super::missing;
use super::name_part;
use super::premise;
use super::ranking::{Confidence, Rank};
use super::reports;
use super::scene::Talk;
use super::search::{self, Found, Ranked};
use super::timed;
use super::types::{Answer, Citation, Explanation, Status, Verdict};
use super::verdict::{self, Judged};
use super::wording;

/// The least chance to be right at which an answer is given, 0 to 1. It was fitted with questions
/// that nothing at hand answers, so it runs a little low for those that something does.
pub(super) const ENOUGH: f32 = 0.48;

/// The least where a reason is asked for and nothing says that this is one, or where what would
/// have come first certainly is no answer: then the articles mostly do not say.
const SURE: f32 = 0.7;

/// What an article covers of a question that is about it, at least.
const ABOUT: f32 = 0.5;

/// The least of a question that an article must cover to answer it outside a conversation.
pub(crate) const COVERED: f32 = 0.35;

/// How much better a candidate is for being of the time that the question names.
const OF_TIME_ASKED: f32 = 0.8;

/// When and in which conversation a question is asked.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asking {
    /// What the conversation is about.
    pub(crate) in_talk: Option<Talk>,
    /// The source that alone may answer.
    pub(crate) only: Option<u32>,
    /// The day that it is asked on.
    pub(crate) today: Date,
}

/// Answers a question.
pub(crate) fn respond(query: &Query, base: &Base, asking: &Asking) -> Answer {
    if let Some(answer) =
        about_articles::answer(query, base, asking.in_talk.map(|talk| talk.source))
    {
        return answer;
    }
    if let Some(answer) = long_form::answer(query, base, asking) {
        return answer;
    }
    if let Some(answer) = name_part::answer(query, base, asking) {
        return answer;
    }
    if let Some(answer) = timed::answer(query, base, asking) {
        return answer;
    }
    let mut found = match query.asks.wants_verdict() {
        true => search::find(query, base, asking.in_talk),
        false => search::search(query, base, asking.in_talk),
    };
    if let Some(only) = asking.only {
        found.ranked.retain(|ranked| base.passage(ranked.candidate.passage).source == only);
        found.hits.retain(|hit| base.passage(hit.passage).source == only);
    }
    let answer = if query.asks.wants_verdict() {
        by_verdict(query, &found, asking)
    } else {
        by_candidate(query, &found, asking)
    };
    let near = found.hits.first().filter(|hit| hit.article >= ABOUT).map(|hit| hit.passage);
    Answer { near, ..answer.unwrap_or_else(|| missing::answer(query, &found)) }
}

/// A friendly line for what is no question.
pub(crate) fn small_talk(said: SmallTalk, example: Option<&str>) -> Answer {
    let line = match said {
        SmallTalk::Greeting => "Hello! Ask me about the news in my articles",
        SmallTalk::Thanks => "You are welcome! Ask me anything else about the news in my articles",
        SmallTalk::Farewell => "Goodbye! Come back with a question about the news in my articles",
        SmallTalk::Assent => "Good. Ask me more about the news in my articles",
        SmallTalk::Help => {
            "I answer questions about the news in my articles, with their own words as proof. Ask me"
        }
    };
    let text = example
        .map_or_else(|| format!("{line}."), |example| format!("{line}, for example: {example}"));
    Answer {
        status: Status::SmallTalk,
        text: wording::shortened(&text, wording::LONGEST),
        ..Answer::default()
    }
}

/// The verdict that the passages give, and whether what its passage announced is past by now.
fn by_verdict(query: &Query, found: &Found, asking: &Asking) -> Option<Answer> {
    let Judged { verdict, passage, .. } = verdict::judge(query, found, asking.in_talk)?;
    let note = wording::passed(query, found.base, (passage, None), asking.today);
    let answer = self::verdict(query, found, verdict, passage);
    Some(Answer { text: wording::with_note(answer.text, note.as_deref()), ..answer })
}

/// Yes or No to what a query says, with the passage that says so; the other where it is denied.
pub(super) fn verdict(query: &Query, found: &Found, verdict: Verdict, passage: u32) -> Answer {
    let verdict = Verdict::of((verdict == Verdict::Yes) != query.is_denial);
    let word = verdict.as_str();
    let words = wording::statement(found.base.passage(passage));
    Answer {
        status: Status::Answered,
        text: wording::shortened(&format!("{word} — {words}"), wording::LONGEST),
        span: Some(bare::said(found.base.passage(passage)).to_owned()),
        verdict: Some(verdict),
        citations: vec![wording::citation(found.base, passage)],
        also: also(found, passage, &[]),
        ..Answer::default()
    }
}

/// The best candidate, where it can be trusted to answer.
pub(super) fn trusted<'a>(query: &Query, found: &'a Found, asking: &Asking) -> Option<&'a Ranked> {
    let best = best_of_time(query, found, asking.today)?;
    let needed = if found.is_second || gives_no_reason(query, best) { SURE } else { ENOUGH };
    let covered = best.measures.0[Feature::ArticleCoverage as usize];
    let is_about = covered >= COVERED || asking.in_talk.is_some();
    if confidence(query, found.base, best) < needed || !is_about || only_restates(query, best) {
        return None;
    }
    let grammar = &found.base.passage(best.candidate.passage).grammar;
    (!premise::is_false(query, grammar)).then_some(best)
}

fn by_candidate(query: &Query, found: &Found, asking: &Asking) -> Option<Answer> {
    let best = trusted(query, found, asking)?;
    if let Some(unclear) = reports::unclear(query, found, best, asking) {
        return Some(unclear);
    }
    Some(match reports::differing(query, found, best) {
        rivals if rivals.is_empty() => answered(query, found, best, asking),
        rivals => reports::side_by_side(query, found, best, &rivals),
    })
}

/// The best candidate; where the question names a time, those of that time go before others.
fn best_of_time<'a>(query: &Query, found: &'a Found, today: Date) -> Option<&'a Ranked> {
    let Some((time, _)) = asked_time::of(query, today) else { return found.ranked.first() };
    let score = |ranked: &Ranked| ranked.score + bonus(&time, found, ranked);
    found.ranked.iter().max_by(|a, b| score(a).total_cmp(&score(b)))
}

fn bonus(time: &AskedTime, found: &Found, ranked: &Ranked) -> f32 {
    match time.fit(found.base.passage(ranked.candidate.passage), |_| true) {
        Fit::Within => OF_TIME_ASKED,
        Fit::Perhaps | Fit::Outside => 0.0,
    }
}

/// The answer that a candidate is.
pub(super) fn answered(query: &Query, found: &Found, best: &Ranked, asking: &Asking) -> Answer {
    let (base, number) = (found.base, best.candidate.passage);
    let passage = base.passage(number);
    let whole = listing::widened(query, passage, &best.candidate);
    let whole = wording::trimmed(query, passage, &whole);
    let span = bare::span(query, passage, &whole);
    Answer {
        status: Status::Answered,
        text: wording::sentence(query, base, &whole, Some(asking.today)),
        span: Some(span.to_owned()),
        citations: vec![wording::citation(base, number)],
        also: also(found, number, &reports::agreeing(query, found, best)),
        ..Answer::default()
    }
}

/// Whether a reason is asked for and nothing says that this is one.
fn gives_no_reason(query: &Query, best: &Ranked) -> bool {
    let signs = [Feature::Causal, Feature::MayCause, Feature::NamesCause, Feature::Purpose];
    let given = signs.iter().any(|&sign| best.measures.0[sign as usize] > 0.0);
    query.expects == AnswerType::Reason && !given
}

/// Whether a reason is asked for and this only says again that it is so.
fn only_restates(query: &Query, best: &Ranked) -> bool {
    const AGAIN: f32 = 0.55;
    gives_no_reason(query, best) && best.measures.0[Feature::Restates as usize] > AGAIN
}

/// The chance that the best candidate is right, 0 to 1.
pub(crate) fn confidence(query: &Query, base: &Base, best: &Ranked) -> f32 {
    let mut look = ContextFeatures::new(query, base);
    let own = look.at(&best.candidate);
    Confidence::fitted().chance(&best.measures, look.question(), &own, query.expects)
}

/// The proof of other articles that say the same, each once.
fn also(found: &Found, passage: u32, agreeing: &[u32]) -> Vec<Citation> {
    let mut sources = vec![found.base.passage(passage).source];
    let mut also = Vec::new();
    for &other in agreeing {
        let source = found.base.passage(other).source;
        if !sources.contains(&source) {
            sources.push(source);
            also.push(wording::citation(found.base, other));
        }
    }
    also
}

/// How the question was read and which candidates competed.
pub(crate) fn explain(query: &Query, base: &Base, in_talk: Option<Talk>) -> Explanation {
    let found = search::search(query, base, in_talk);
    let mut lines = vec![
        format!("read as: {}", query.text),
        format!(
            "asks {:?}, expects {:?}, slot {:?}, main verb {:?}",
            query.asks,
            query.expects,
            query.slot,
            query.predicate_lemma()
        ),
    ];
    let words = found.wanted.iter().map(|want| {
        let variants = want.variants.iter().take(8);
        let variants =
            variants.map(|(id, fits)| format!("{} {fits:.2}", base.words().written(*id)));
        let variants = variants.collect::<Vec<_>>().join(" ");
        format!("{} {:.2} ({variants})", want.term.word, want.weight)
    });
    lines.push(format!("words: {}", words.collect::<Vec<_>>().join(", ")));
    if query.asks == QuestionType::YesNo || query.asks == QuestionType::Claim {
        lines.push(format!("verdict: {:?}", verdict::weigh(query, &found, in_talk)));
    }
    lines.extend(found.hits.iter().take(5).map(|hit| {
        format!(
            "passage {:.2} (own {:.2}, article {:.2}): {}",
            hit.score,
            hit.own,
            hit.article,
            base.passage(hit.passage).text
        )
    }));
    lines.extend(found.ranked.iter().take(6).map(|ranked| explain_candidate(query, base, ranked)));
    Explanation { lines }
}

fn explain_candidate(query: &Query, base: &Base, ranked: &Ranked) -> String {
    let passage = base.passage(ranked.candidate.passage);
    let reasons = Rank::fitted().reasons(&ranked.measures, query.expects, 9).join(", ");
    let of = |feature: Feature| ranked.measures.0[feature as usize];
    format!(
        "candidate {:.2} (confidence {:.2}, covers {:.2}, words {:.2}, verb {:.2}, {:?}): “{}”: {reasons}",
        ranked.score,
        confidence(query, base, ranked),
        of(Feature::Coverage),
        of(Feature::WordsCovered),
        of(Feature::Predicate),
        ranked.candidate.kind,
        wording::span(passage, &ranked.candidate),
    )
}
