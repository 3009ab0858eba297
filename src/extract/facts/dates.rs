//! Between the dates of a passage and those of a fact, which have days alone.

use jiff::civil::Date;

use crate::fact::{DateKind, Dated, FactDate, Passage};
use crate::text::date::{self, Bound, Leaning, When};

/// A date of a passage as a fact keeps it.
pub(super) fn of(passage: &Passage, date: &Dated) -> FactDate {
    let days = date.when.as_ref().map(days);
    FactDate {
        text: date.span.of(&passage.text).to_owned(),
        start: days.map(|(start, _)| start),
        end: days.map(|(_, end)| end),
    }
}

/// Whether a date can say when something happens.
pub(super) fn tells_when(date: &Dated) -> bool {
    date.kind == DateKind::Calendar
}

/// The first and the last day of an interval; of one with a single edge, the days of that edge.
fn days(when: &When) -> (Date, Date) {
    match when.bound {
        Some(Bound::Since | Bound::NotBefore | Bound::After) => {
            (when.start.date(), when.start.date())
        }
        Some(_) => (when.last_day(), when.last_day()),
        None => (when.start.date(), when.last_day()),
    }
}

/// The interval that a fact's date stands for: as its words resolve, where that gives the days that
/// the fact has; else those days, as a person wrote them.
pub(crate) fn resolved(date: &FactDate, published: Option<Date>) -> Option<When> {
    let start = date.start?;
    let asked = (start, date.end.unwrap_or(start));
    let as_said = readings(&date.text, published).into_iter().find(|when| days(when) == asked);
    as_said.or_else(|| of_days(asked.0, asked.1))
}

fn readings(text: &str, published: Option<Date>) -> Vec<When> {
    let anchor = published.map(|day| day.to_datetime(jiff::civil::Time::midnight()));
    let mentions = date::find_near(text, published);
    let leanings = [Leaning::Past, Leaning::Future, Leaning::Nearest];
    let resolve = |mention: &date::Mention| {
        leanings.map(|leaning| date::resolve(&mention.expression, anchor, leaning))
    };
    mentions.iter().flat_map(resolve).flatten().collect()
}

/// From one day to another; whole months and years as such.
fn of_days(start: Date, end: Date) -> Option<When> {
    let month = date::month_name(start.month());
    let words = [
        format!("{}", start.year()),
        format!("{month} {}", start.year()),
        format!("{start}"),
        format!("from {start} to {end}"),
    ];
    let readings = words.iter().flat_map(|words| readings(words, None));
    readings.into_iter().find(|when| days(when) == (start, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn written(text: &str, start: Date, end: Date) -> Option<String> {
        let date = FactDate { text: text.into(), start: Some(start), end: Some(end) };
        resolved(&date, Some(jiff::civil::date(2015, 3, 7))).map(|when| when.written())
    }

    #[test]
    fn words_that_give_the_days_speak_for_them() {
        assert_eq!(
            written("Friday", date(2015, 3, 6), date(2015, 3, 6)).as_deref(),
            Some("6 March 2015")
        );
        assert_eq!(
            written("November", date(2014, 11, 1), date(2014, 11, 30)).as_deref(),
            Some("November 2014")
        );
    }

    #[test]
    fn days_that_a_person_wrote_go_before_the_words() {
        assert_eq!(
            written("Friday", date(2015, 3, 5), date(2015, 3, 5)).as_deref(),
            Some("5 March 2015")
        );
        assert_eq!(written("soon", date(2016, 1, 1), date(2016, 12, 31)).as_deref(), Some("2016"));
        assert!(written("soon", date(2016, 1, 3), date(2016, 2, 5)).is_some());
    }
}
