//! Finds the date expressions of an article's passages and resolves them.
//!
//! The anchor is the day of publication, never the clock. Which Friday is meant follows from the
//! tense of the verb that the date belongs to; "the following day" goes on from the last day that
//! the article spoke of.

use jiff::civil::DateTime;

use crate::fact::{DateKind, Dated, Passage};
use crate::text::date::{self, Expression, Precision, When};

use super::leaning::Mention;

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
        let leaning = Mention { passage, first, last, expression: &mention.expression }.leaning();
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
