//! From a query to the answer that a person sees.

use crate::fact::Base;
use crate::question::{Asks, Query, SmallTalk};

use super::about_articles;
use super::listing;
use super::missing;
use super::ranking::{Weights, chance};
use super::search::{self, Found, Ranked};
use super::types::{Answer, Citation, Explanation, Status};
use super::verdict::{self, Verdict};
use super::wording;

/// The least chance to be right at which an answer is given.
const ENOUGH: f32 = 0.4;

/// Answers a question. `in_talk` is the source that the conversation is about.
pub(crate) fn respond(query: &Query, base: &Base, in_talk: Option<u32>) -> Answer {
    if let Some(answer) = about_articles::answer(query, base, in_talk) {
        return answer;
    }
    let found = search::search(query, base, in_talk);
    let answer = if query.asks.wants_verdict() {
        by_verdict(query, &found, in_talk)
    } else {
        by_candidate(query, &found)
    };
    answer.unwrap_or_else(|| missing::answer(query, &found))
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

fn by_verdict(query: &Query, found: &Found, in_talk: Option<u32>) -> Option<Answer> {
    let Verdict { holds, passage, .. } = verdict::judge(query, found, in_talk)?;
    let word = if holds { "Yes" } else { "No" };
    let words = wording::statement(found.base.passage(passage));
    Some(Answer {
        status: Status::Answered,
        text: wording::shortened(&format!("{word} — {words}"), wording::LONGEST),
        span: Some(word.to_owned()),
        citations: vec![wording::citation(found.base, passage)],
        also: also(found, passage, &[]),
        ..Answer::default()
    })
}

fn by_candidate(query: &Query, found: &Found) -> Option<Answer> {
    let best = found.ranked.first()?;
    if trust(query, best) < ENOUGH {
        return None;
    }
    let passage = found.base.passage(best.candidate.passage);
    let whole = listing::widened(query, passage, &best.candidate);
    let span = wording::span(passage, &whole);
    Some(Answer {
        status: Status::Answered,
        text: wording::sentence(query, found.base, &whole),
        span: Some(span.to_owned()),
        citations: vec![wording::citation(found.base, best.candidate.passage)],
        also: also(found, best.candidate.passage, &[span]),
        ..Answer::default()
    })
}

/// The chance that the best candidate is right, 0 to 1.
pub(crate) fn trust(query: &Query, best: &Ranked) -> f32 {
    chance(Weights::trust().score(&best.measures, query.expects))
}

/// Other articles whose well-found passages hold the same words.
fn also(found: &Found, passage: u32, words: &[&str]) -> Vec<Citation> {
    let own = found.base.passage(passage).source;
    let mut sources = vec![own];
    let mut also = Vec::new();
    for hit in found.hits.iter().filter(|hit| hit.own > 0.5) {
        let other = found.base.passage(hit.passage);
        let same = !words.is_empty() && words.iter().all(|word| other.text.contains(word));
        if same && !sources.contains(&other.source) {
            sources.push(other.source);
            also.push(wording::citation(found.base, hit.passage));
        }
    }
    also
}

/// How the question was read and which candidates competed.
pub(crate) fn explain(query: &Query, base: &Base, in_talk: Option<u32>) -> Explanation {
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
        let variants = variants.map(|(id, fits)| format!("{} {fits:.2}", base.words().written(*id)));
        let variants = variants.collect::<Vec<_>>().join(" ");
        format!("{} {:.2} ({variants})", want.term.word, want.weight)
    });
    lines.push(format!("words: {}", words.collect::<Vec<_>>().join(", ")));
    if query.asks == Asks::YesNo || query.asks == Asks::Claim {
        lines.push(format!("verdict: {:?}", verdict::judge(query, &found, in_talk)));
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
    let reasons = Weights::rank().reasons(&ranked.measures, query.expects, 9).join(", ");
    format!(
        "candidate {:.2} (trust {:.2}, {:?}): “{}”: {reasons}",
        ranked.score,
        trust(query, ranked),
        ranked.candidate.kind,
        wording::span(passage, &ranked.candidate),
    )
}
