//! Finds the date expressions of an article's passages and resolves them.
//!
//! The anchor is the day of publication, never the clock. Which Friday is meant follows from the
//! tense of the verb that the date belongs to; "the following day" goes on from the last day that
//! the article spoke of.

use jiff::civil::DateTime;

use crate::fact::{DateKind, Dated, Passage};
use crate::text::date::{self, Base, Bound, Expression, Leaning, Precision, Side, Unit, When};

use super::leaning::Mention;

/// The point that a story has reached.
#[derive(Clone, Copy, Debug, Default)]
struct Story {
    /// The last day or time of day that it named.
    day: Option<DateTime>,
    /// The beginning of the last day, month or year that it named: "a year later" goes on from 2031
    /// too.
    year: Option<DateTime>,
}

impl Story {
    /// What an expression goes on from that counts in these units.
    fn reached(self, unit: Unit) -> Option<DateTime> {
        if unit >= Unit::Year { self.year.or(self.day) } else { self.day }
    }

    fn goes_on_to(&mut self, when: &When) {
        let begins = matches!(when.bound, None | Some(Bound::Since | Bound::NotBefore));
        if when.precision <= Precision::Year && begins {
            self.year = Some(when.start);
        }
        if when.precision <= Precision::Day && !when.is_open() {
            self.day = Some(when.start);
        }
    }
}

/// Fills in [`Passage::dates`] for the passages of one article, in order.
pub(super) fn date_passages(passages: &mut [Passage], anchor: Option<DateTime>) {
    let mut story = Story::default();
    for passage in passages {
        let dates = date_passage(passage, anchor, &mut story);
        passage.dates = dates;
    }
}

fn date_passage(passage: &Passage, anchor: Option<DateTime>, story: &mut Story) -> Vec<Dated> {
    let mut dates = Vec::new();
    for mention in date::find_near(&passage.text, anchor.map(DateTime::date)) {
        let Some((first, last)) = passage.grammar.tokens_in(mention.span) else { continue };
        let expression = &mention.expression;
        let seen = Mention { passage, first, last, expression };
        let leaning = seen.leaning();
        let expression = seen.put_off_to().unwrap_or(expression);
        let lasted = leaning == Leaning::Past && is_ahead(expression);
        let from = expression.story_unit().and_then(|unit| story.reached(unit)).or(anchor);
        let when = date::resolve(expression, from, leaning).filter(|_| !lasted);
        if let Some(when) = &when {
            story.goes_on_to(when);
        }
        let kind = if lasted { DateKind::Duration } else { kind(expression) };
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

/// "In five days": a point ahead of the report, or, of what has been, how long it took.
fn is_ahead(expression: &Expression) -> bool {
    let Expression::Offset { side, base, .. } = expression else { return false };
    *side == Side::After && *base == Base::Publication
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
