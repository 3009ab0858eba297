//! When the articles do not say: which part of the question is missing, and the nearest thing that
//! they do say.

use crate::question::{Asks, Query};

use super::search::Found;
use super::types::{Answer, Choice, Status};
use super::wording;

/// What is nearest has to cover at least this share of the question to be named.
const NEAR: f32 = 0.35;

/// "The articles do not say", with what is missing and what is nearest.
pub(crate) fn answer(query: &Query, found: &Found) -> Answer {
    let mut text = missing(query, found);
    let nearest =
        found.hits.first().filter(|hit| hit.own >= NEAR).map(|hit| found.base.passage(hit.passage));
    let mut choices = Vec::new();
    if let Some(passage) = nearest {
        text.push_str(&format!(
            " The nearest they say: “{}”",
            wording::shortened(passage.text.trim(), 220)
        ));
        choices.push(Choice {
            label: wording::shortened(passage.text.trim(), 80),
            question: passage.text.clone(),
        });
    }
    Answer {
        status: Status::NotInArticles,
        text: wording::shortened(&text, wording::LONGEST),
        choices,
        ..Answer::default()
    }
}

fn missing(query: &Query, found: &Found) -> String {
    let around = |want: &&super::matching::Wanted| !want.is_known() && want.weight > 0.4;
    let unknown = found.wanted.iter().filter(around).max_by(|a, b| a.weight.total_cmp(&b.weight));
    if let Some(want) = unknown {
        let typed = query.grammar.tokens.get(want.term.token);
        let word = typed.map_or(want.term.word.as_str(), |token| token.span.of(&query.text));
        return format!("The articles do not mention “{word}”.");
    }
    let part = match query.asks {
        Asks::When => "when",
        Asks::Where => "where",
        Asks::Who => "who",
        Asks::Why => "why",
        Asks::How => "how",
        Asks::HowMany => "how many",
        Asks::YesNo | Asks::Claim => "whether that is so",
        _ => "that",
    };
    format!("The articles do not say {part}.")
}
