//! Whether an expression that was found has the value that the specification expects.

use dateline::text::date::{Expression, Leaning, Mention, When, resolve};
use jiff::civil::DateTime;

use super::case::{Gold, Reading, moment};

/// Whether a found expression has the expected value.
pub(super) fn meets(
    gold: &Gold,
    reading: &Reading,
    mention: &Mention,
    reference: Option<DateTime>,
) -> bool {
    let expression = &mention.expression;
    match gold.kind.as_str() {
        "duration" => {
            let seconds: Option<f64> = reading.start.as_ref().and_then(|text| text.parse().ok());
            matches!(expression, Expression::Duration(amount) if Some(amount.seconds()) == seconds)
        }
        "time" | "timerange" => {
            let day: DateTime = "2000-01-03T00:00".parse().expect("a date that exists");
            let today = Expression::Now;
            let placed =
                Expression::At { day: Box::new(today), time: Box::new(expression.clone()) };
            let at = |text: &Option<String>| text.as_ref().map(|text| format!("2000-01-03 {text}"));
            let reading = Reading { start: at(&reading.start), end: at(&reading.end) };
            resolve(&placed, Some(day), Leaning::Past)
                .is_some_and(|when| covers(&gold.kind, &reading, &when, None))
        }
        kind => {
            let inner = match expression {
                Expression::Bounded { of, .. } => resolve(of, reference, Leaning::Past),
                _ => None,
            };
            resolve(expression, reference, Leaning::Past)
                .is_some_and(|when| covers(kind, reading, &when, inner.as_ref()))
        }
    }
}

fn covers(kind: &str, reading: &Reading, when: &When, inner: Option<&When>) -> bool {
    let (start, end) =
        (reading.start.as_deref().and_then(moment), reading.end.as_deref().and_then(moment));
    let edge = |gold: Option<DateTime>, ours: DateTime| {
        gold == Some(ours)
            || inner.is_some_and(|inner| gold == Some(inner.start) || gold == Some(inner.end))
    };
    if when.is_open() {
        return match (start, end) {
            (Some(_), None) => when.end == DateTime::MAX && edge(start, when.start),
            (None, Some(_)) => when.start == DateTime::MIN && edge(end, when.end),
            _ => false,
        };
    }
    match kind {
        "date" => start == Some(when.start) && when.last_day() == when.start.date(),
        "datetime" | "time" => {
            let last_second =
                when.end.checked_sub(jiff::Span::new().seconds(1)).ok() == Some(when.start);
            start == Some(when.start) || (last_second && start == Some(when.end))
        }
        _ => start == Some(when.start) && end.is_some_and(|end| ends_with(end, when)),
    }
}

/// Whether the expected end is ours, or the beginning of our last piece.
fn ends_with(end: DateTime, when: &When) -> bool {
    end == when.end || when.last_piece().is_some_and(|last| end == last)
}
