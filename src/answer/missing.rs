//! When the articles do not say: which part of the question is missing, and the nearest
//! thing that they do say.

use crate::fact::Base;
use crate::question::{AnswerType, Query, QuestionType};

use super::indirect;
use super::matching::Wanted;
use super::scene;
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
    let fits = |asked: &String| asked.chars().count() <= LONGEST_QUESTION;
    let asked = indirect::of(query).or_else(|| indirect::phrase(query)).filter(fits);
    let asked = asked.unwrap_or_else(|| part(query.asks).to_owned());
    format!("The articles do not say {asked}.")
}

/// A name of the question of which the articles have no word, as it was typed.
fn unknown_name(query: &Query, found: &Found) -> Option<String> {
    let is_unknown = |want: &&Wanted| {
        let written = query.grammar.tokens.get(want.term.token);
        want.term.is_name
            && !want.term.is_context
            && written.is_some()
            && !want.is_known()
            && !has_place_of(want, found)
    };
    let token = found.wanted.iter().find(is_unknown)?.term.token;
    let known = |token: usize| {
        found.wanted.iter().any(|other| other.term.token == token && other.is_known())
    };
    let of_name = |&token: &usize| {
        let found = query.grammar.tokens.get(token).filter(|found| found.tag.is_proper());
        let capital =
            found.is_some_and(|found| found.span.of(&query.text).starts_with(char::is_uppercase));
        capital && !known(token)
    };
    let first = (0..token).rev().take_while(of_name).last().unwrap_or(token);
    let last = (token + 1..query.words.len()).take_while(of_name).last().unwrap_or(token);
    Some(query.grammar.span(first, last).of(&query.text).to_owned())
}

/// Whether the article found first speaks of a place in the country that a name stands for.
fn has_place_of(want: &Wanted, found: &Found) -> bool {
    let source = found.hits.first().map(|hit| found.base.place(hit.passage).source);
    let code = scene::country_of(want);
    source.zip(code).is_some_and(|(source, code)| scene::has_place_in(found.base, source, code))
}

/// The noun asked for, where nothing of that sort is found and the articles have neither it nor a
/// word for the same: "hotel" of "which hotel will they stay at?".
fn unknown_noun(query: &Query, found: &Found) -> Option<String> {
    let focus = query.focus.as_ref().filter(|_| query.asks == QuestionType::Which)?;
    let tag = query.grammar.tokens.get(focus.token)?.tag;
    let says = |want: &Wanted| want.term.token == focus.token && is_said(want, found.base);
    let named = !matches!(
        query.expects,
        AnswerType::Date
            | AnswerType::Clock
            | AnswerType::Number
            | AnswerType::Duration
            | AnswerType::Frequency
    );
    let noun = tag.is_noun() && !tag.is_proper() && named;
    let unheard = found.ranked.is_empty() && !found.wanted.iter().any(says);
    (noun && unheard).then(|| focus.lemma.clone())
}

fn is_said(want: &Wanted, base: &Base) -> bool {
    want.variants.iter().any(|(word, strength)| *strength > 0.6 && !base.postings(*word).is_empty())
}

fn part(asks: QuestionType) -> &'static str {
    match asks {
        QuestionType::When => "when",
        QuestionType::Where => "where",
        QuestionType::Who => "who",
        QuestionType::Why => "why",
        QuestionType::How => "how",
        QuestionType::HowMany => "how many",
        QuestionType::HowMeasured => "how much",
        QuestionType::YesNo | QuestionType::Claim => "whether that is so",
        _ => "that",
    }
}
