//! Finds the date expressions of an article's passages and resolves them.
//!
//! The anchor is the day of publication, never the clock. Which Friday is meant follows from the
//! tense of the verb that the date belongs to; "the following day" goes on from the last day that
//! the article spoke of.

use jiff::civil::DateTime;

use crate::fact::{DateKind, Dated, Passage};
use crate::lexicon::Lexicon;
use crate::text::date::{self, Bound, Expression, Leaning, Precision, When};
use crate::text::syntax::{Relation, Tag};

use super::standing;

/// Fills in [`Passage::dates`] for the passages of one article, in order.
pub(super) fn date_passages(passages: &mut [Passage], anchor: Option<DateTime>) {
    let mut story: Option<DateTime> = None;
    for passage in passages {
        let dates = date_passage(passage, anchor, &mut story);
        passage.dates = dates;
    }
}

fn date_passage(
    passage: &Passage,
    anchor: Option<DateTime>,
    story: &mut Option<DateTime>,
) -> Vec<Dated> {
    let mut dates = Vec::new();
    for mention in date::find(&passage.text) {
        let Some((first, last)) = passage.grammar.tokens_in(mention.span) else { continue };
        let leaning = leaning(passage, first, last, &mention.expression);
        let from = if mention.expression.needs_story() { story.or(anchor) } else { anchor };
        let when = date::resolve(&mention.expression, from, leaning);
        if let Some(when) = when.as_ref().filter(|when| is_day(when)) {
            *story = Some(when.start);
        }
        let kind = kind(&mention.expression);
        dates.push(Dated {
            span: mention.span,
            first: first as u16,
            last: last as u16,
            when,
            kind,
        });
    }
    dates
}

fn is_day(when: &When) -> bool {
    when.precision <= Precision::Day && !when.is_open()
}

/// Which way a date looks: the nearest verb above it decides, by its tense.
fn leaning(passage: &Passage, first: usize, last: usize, expression: &Expression) -> Leaning {
    let grammar = &passage.grammar;
    let inside = |token: usize| (first..=last).contains(&token);
    let top =
        (first..=last).find(|&token| !grammar.head(token).is_some_and(inside)).unwrap_or(last);
    let verb = grammar.ancestors(top).find(|&above| grammar.tokens[above].tag.is_verb());
    let Some(verb) = verb else { return by_words(passage, first, last) };
    let ahead = is_ahead(passage, verb) || is_presently(passage, verb) || is_due(passage, verb);
    if ahead || is_set_for(passage, first, expression) || is_until_then(passage, verb, expression) {
        Leaning::Future
    } else if begins(passage, first, verb) {
        Leaning::Nearest
    } else {
        Leaning::Report
    }
}

/// "The squad *leaves* on Monday": of what has been a report speaks in the past tense, and only its
/// headline in the present.
fn is_presently(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    let full = match grammar.lemma(verb) {
        "be" | "have" | "stand" | "date" | "follow" => false,
        // "Comes into force on 1 January", but "the warning comes days after the flood".
        "come" => passage.word((verb + 1).min(passage.len() - 1)) == "into",
        _ => true,
    };
    matches!(grammar.tokens[verb].tag, Tag::VBZ | Tag::VBP)
        && full
        && !passage.is_title
        && Lexicon::builtin().saying(grammar.lemma(verb)).is_none()
}

/// "Work *must* pause at Christmas": what is still to be done.
fn is_due(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    let due = |child: usize| {
        grammar.tokens[child].relation == Relation::Aux
            && matches!(grammar.lemma(child), "must" | "should" | "may")
    };
    let over = |child: usize| grammar.lemma(child) == "have";
    grammar.children(verb).any(due) && !grammar.children(verb).any(over)
}

/// "Set elections *for* 27 April": a day is fixed before it comes.
fn is_set_for(passage: &Passage, first: usize, expression: &Expression) -> bool {
    let Expression::Date(date) = expression else { return false };
    let day = date.day.is_some() || date.weekday.is_some();
    day && (passage.word(first) == "for" || first > 0 && passage.word(first - 1) == "for")
}

/// "Three days of mourning, *starting* on Thursday".
fn begins(passage: &Passage, first: usize, verb: usize) -> bool {
    let starting = |token: usize| {
        passage.grammar.tokens[token].tag == Tag::VBG
            && matches!(passage.word(token), "starting" | "beginning" | "commencing")
    };
    starting(verb) || starting(first)
}

/// "Is demanding the money *by Sunday*": a limit of what is not past.
fn is_until_then(passage: &Passage, verb: usize, expression: &Expression) -> bool {
    let past = |token: usize| {
        matches!(passage.grammar.tokens[token].tag, Tag::VBD | Tag::VBN)
            || passage.grammar.lemma(token) == "have"
    };
    let bound = matches!(expression, Expression::Bounded { bound: Bound::By | Bound::Until, .. });
    bound && !past(verb) && !passage.grammar.children(verb).any(past)
}

/// Whether a verb speaks of what is to come, itself or as part of a plan ("plans *to open*").
fn is_ahead(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    if standing::is_ahead(passage, verb) {
        return true;
    }

    grammar.tokens[verb].tag == Tag::VB
        && grammar.children(verb).any(|child| grammar.tokens[child].tag == Tag::TO)
}

fn by_words(passage: &Passage, first: usize, last: usize) -> Leaning {
    let span = passage.grammar.span(first, last);
    let (before, after) =
        (&passage.text[..span.start as usize], &passage.text[span.end as usize..]);
    Leaning::of_context(before, after)
}

fn kind(expression: &Expression) -> DateKind {
    match expression {
        Expression::Clock(_) | Expression::DayPart(_) => DateKind::Clock,
        Expression::At { time, .. }
            if matches!(**time, Expression::Clock(_) | Expression::Range { .. }) =>
        {
            DateKind::Clock
        }
        Expression::Duration(_) | Expression::Window { .. } => DateKind::Duration,
        Expression::Set => DateKind::Repeated,
        _ => DateKind::Calendar,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jiff::civil::{Date, date};

    /// The days of the dates in an article of Wednesday, 24 June 1998.
    fn days(text: &str) -> Vec<Date> {
        let text = format!("Ferry sinks off the island\n\n24 June 1998\n\n{text}\n");
        let article = crate::article::read(text.as_bytes(), Path::new("article.txt"));
        let passages = crate::extract::passages(&article);
        let dates = passages.iter().flat_map(|passage| &passage.dates);
        let edge =
            |when: &super::When| when.start.date().max(when.end.date().yesterday().ok()?).into();
        dates.filter_map(|date| date.when.as_ref().and_then(edge)).collect()
    }

    #[test]
    fn what_is_to_come_lies_ahead() {
        for sentence in [
            "The group is demanding four million by Sunday.",
            "The exhibition opens on Sunday.",
            "The contract comes into force on Sunday.",
            "The miners must be heard on Sunday.",
            "The emir set an election for Sunday.",
        ] {
            assert_eq!(days(sentence), [date(1998, 6, 28)], "{sentence}");
        }
    }

    #[test]
    fn what_has_been_lies_behind() {
        for sentence in
            ["The exhibition opened on Sunday.", "The squad left for the island on Sunday."]
        {
            assert_eq!(days(sentence), [date(1998, 6, 21)], "{sentence}");
        }
    }
}
