//! When the articles do not say: which part of the question is missing, and the nearest thing that
//! they do say.

use crate::fact::Base;
use crate::question::{Asks, Query};

use super::indirect;
use super::matching::Wanted;
use super::search::Found;
use super::types::{Answer, Choice, Status};
use super::wording;

/// What is nearest has to cover at least this share of the question to be named.
const NEAR: f32 = 0.35;

/// The longest question that is told again, in characters.
const LONGEST_QUESTION: usize = 140;

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
    if let Some(name) = unknown_name(query, found) {
        return format!("The articles do not mention {name}.");
    }
    if let Some(noun) = unknown_noun(query, found) {
        return format!("The articles name no {noun}.");
    }
    let whole = indirect::of(query).filter(|asked| asked.chars().count() <= LONGEST_QUESTION);
    let part = whole.unwrap_or_else(|| part(query.asks).to_owned());
    format!("The articles do not say {part}.")
}

/// A name of the question of which the articles have no word, as it was typed.
fn unknown_name(query: &Query, found: &Found) -> Option<String> {
    let is_unknown = |want: &&Wanted| {
        let written = query.grammar.tokens.get(want.term.token);
        want.term.is_name && !want.term.is_context && written.is_some() && want.variants.is_empty()
    };
    let want = found.wanted.iter().find(is_unknown)?;
    let Some(entity) = query.grammar.entity_at(want.term.token) else {
        return Some(query.grammar.tokens[want.term.token].span.of(&query.text).to_owned());
    };
    let known = |token: usize| {
        found.wanted.iter().any(|other| other.term.token == token && !other.variants.is_empty())
    };
    let parts: Vec<&str> = (usize::from(entity.first)..=usize::from(entity.last))
        .filter(|&token| !known(token))
        .map(|token| query.grammar.tokens[token].span.of(&query.text))
        .collect();
    Some(parts.join(" "))
}

/// The noun asked for, where the articles have neither it nor a word for the same: "hotel" of
/// "which hotel will they stay at?".
fn unknown_noun(query: &Query, found: &Found) -> Option<String> {
    let focus = query.focus.as_ref().filter(|_| query.asks == Asks::Which)?;
    let tag = query.grammar.tokens.get(focus.token)?.tag;
    let says =
        found.wanted.iter().any(|want| want.term.token == focus.token && is_said(want, found.base));
    let noun = !says && tag.is_noun() && !tag.is_proper();
    noun.then(|| focus.lemma.clone())
}

fn is_said(want: &Wanted, base: &Base) -> bool {
    want.variants.iter().any(|(word, strength)| *strength > 0.6 && !base.having(*word).is_empty())
}

fn part(asks: Asks) -> &'static str {
    match asks {
        Asks::When => "when",
        Asks::Where => "where",
        Asks::Who => "who",
        Asks::Why => "why",
        Asks::How => "how",
        Asks::HowMany => "how many",
        Asks::HowMeasured => "how much",
        Asks::YesNo | Asks::Claim => "whether that is so",
        _ => "that",
    }
}
