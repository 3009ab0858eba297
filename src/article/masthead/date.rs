//! Absolute dates in masthead lines: "2015-03-07 17:53", "March 7, 2015", "Sat 7 Mar 2015".
//!
//! Strict on purpose: a date needs day, month and year, and figures alone count only where their
//! order is certain ("03/07/2015" is left alone). Relative dates are not read here.

use std::ops::Range;

use jiff::civil::{Date, Time};

use crate::text::date::month_meant;

/// A date in a line, and the time that stands next to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::article) struct Found {
    /// The bytes of the line that the date and its time cover.
    pub(in crate::article) range: Range<usize>,
    pub(in crate::article) date: Date,
    pub(in crate::article) time: Option<Time>,
}

/// The dates in `line`, in their order.
pub(in crate::article) fn all(line: &str) -> Vec<Found> {
    let tokens = tokens(line);
    let (mut found, mut free) = (Vec::new(), 0);
    let mut at = 0;
    while at < tokens.len() {
        let Some((date, length)) = date_at(&tokens[at..]) else {
            at += 1;
            continue;
        };
        let clock = clock_near(&tokens, free, at..at + length);
        found.push(joined(&tokens, at..at + length, date, clock.clone()));
        at = clock.map_or(at + length, |(place, _)| place.end.max(at + length));
        free = at;
    }
    found
}

/// The first date in `text`, as in the metadata of a page ("2015-03-07T17:53:00+08:00").
pub(in crate::article) fn first(text: &str) -> Option<Found> {
    all(text).into_iter().next()
}

/// A word or number of the line, with the bytes that it covers and the mark right before it.
#[derive(Clone, Copy)]
struct Token<'t> {
    text: &'t str,
    start: usize,
    before: char,
}

impl Token<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The value of a number of `digits` digits.
    fn number(&self, digits: Range<usize>) -> Option<i16> {
        let fits = digits.contains(&self.text.len());
        self.text.parse().ok().filter(|_| fits && self.text.is_ascii())
    }

    fn year(&self) -> Option<i16> {
        self.number(4..5).filter(|year| (1900..=2199).contains(year))
    }

    /// Whether it says what the date behind it is the day of.
    fn is_label(&self) -> bool {
        const LABELS: [&str; 6] = ["updated", "modified", "published", "posted", "edited", "last"];
        LABELS.iter().any(|label| self.text.eq_ignore_ascii_case(label))
    }

    /// A day of the month, with or without its ending ("7th").
    fn day(&self) -> Option<i16> {
        let bare =
            ["st", "nd", "rd", "th"].iter().find_map(|ending| self.text.strip_suffix(ending));
        Token { text: bare.unwrap_or(self.text), ..*self }.number(1..3)
    }
}

/// Runs of letters and runs of digits; "7th" and "17h53" stay whole, "07T17" and "15pm" do not.
fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = 0;
    while let Some(offset) = line[rest..].find(char::is_alphanumeric) {
        let start = rest + offset;
        let length =
            line[start..].find(|c: char| !c.is_alphanumeric()).unwrap_or(line.len() - start);
        let before = line[..start].chars().next_back().unwrap_or(' ');
        let token = Token { text: &line[start..start + length], start, before };
        match split_at_t(token).or_else(|| split_at_half(token)) {
            Some((one, other)) => tokens.extend([one, other]),
            None => tokens.push(token),
        }
        rest = start + length;
    }
    tokens
}

/// "07T17" is the day and the hour of an ISO date.
fn split_at_t(token: Token<'_>) -> Option<(Token<'_>, Token<'_>)> {
    let (day, hour) = token.text.split_once('T')?;
    let digits = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let split = digits(day) && digits(hour);
    let hour = Token { text: hour, start: token.start + 3, before: ' ' };
    split.then_some((Token { text: day, ..token }, hour))
}

/// "15pm" is the minute of a time and the half of the day.
fn split_at_half(token: Token<'_>) -> Option<(Token<'_>, Token<'_>)> {
    let (figure, half) = token.text.split_at_checked(token.text.len().checked_sub(2)?)?;
    let is_half = half.eq_ignore_ascii_case("am") || half.eq_ignore_ascii_case("pm");
    let digits = !figure.is_empty() && figure.bytes().all(|byte| byte.is_ascii_digit());
    let half = Token { text: half, start: token.start + figure.len(), before: ' ' };
    (is_half && digits).then_some((Token { text: figure, ..token }, half))
}

/// The date that `tokens` begin with, and how many of them it takes.
fn date_at(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let [first, second, third] = tokens.get(..3)? else { return None };
    let marked = |token: &Token<'_>| "-/.".contains(token.before);
    let figures = marked(second) && marked(third);
    let (year, month, day) = if figures && first.year().is_some() {
        (first.year()?, second.number(1..3)?, third.number(1..3)?)
    } else if let Some(month) = month_meant(first.text) {
        (third.year()?, i16::from(month), second.day()?)
    } else if let Some(month) = month_meant(second.text) {
        (third.year()?, i16::from(month), first.day()?)
    } else if second.text == "of" {
        let date = Date::new(
            tokens.get(3)?.year()?,
            month_meant(third.text)?,
            first.day()?.try_into().ok()?,
        );
        return Some((date.ok()?, 4));
    } else {
        let (day, month) = certain(second.before, first.number(1..3)?, second.number(1..3)?)?;
        (third.year().filter(|_| figures)?, month, day)
    };
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    Some((date, 3))
}

/// Day and month of two figures whose order is certain: stops mean day first, and beyond 12 is
/// a day.
fn certain(mark: char, first: i16, second: i16) -> Option<(i16, i16)> {
    if mark == '.' || first > 12 || first == second {
        Some((first, second))
    } else if second > 12 {
        Some((second, first))
    } else {
        None
    }
}

/// The time next to the date at the tokens `date`: up to three tokens behind it, or up to six
/// in front of it, of those from `free` on; with the tokens that it takes. Behind a label
/// ("updated") begins what is of another date.
fn clock_near(
    tokens: &[Token<'_>],
    free: usize,
    date: Range<usize>,
) -> Option<(Range<usize>, Time)> {
    let near = |at: usize| {
        let (time, length) = tokens.get(at..).and_then(clock_at)?;
        Some((at..at + length, time))
    };
    let own = |at: &usize| !tokens[*at].is_label();
    let behind = (date.end..(date.end + 3).min(tokens.len())).take_while(own).find_map(near);
    let front = || (free.max(date.start.saturating_sub(6))..date.start).find_map(near);
    behind.or_else(|| front().filter(|(place, _)| place.end <= date.start))
}

/// What was found, with the bytes that date and time cover together.
fn joined(
    tokens: &[Token<'_>],
    at: Range<usize>,
    date: Date,
    clock: Option<(Range<usize>, Time)>,
) -> Found {
    let whole = clock
        .as_ref()
        .map_or(at.clone(), |(place, _)| at.start.min(place.start)..at.end.max(place.end));
    let range = tokens[whole.start].start..tokens[whole.end - 1].end();
    Found { range, date, time: clock.map(|(_, time)| time) }
}

/// The time zones that stand behind a time of day; "UK" is one on pages that give both.
const ZONES: [&str; 40] = [
    "GMT", "UTC", "Z", "UK", "BST", "WET", "WEST", "CET", "CEST", "EET", "EEST", "MSK", "EST",
    "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "AKST", "HST", "IST",
    "PKT", "WIB", "PHT", "SGT", "HKT", "JST", "KST", "AEST", "AEDT", "ACST", "AWST", "NZST",
    "NZDT",
];

/// The time that `tokens` begin with and how many they take with its zone, and with the same time
/// in another zone ("16:42 GMT 17:42 UK").
fn clock_at(tokens: &[Token<'_>]) -> Option<(Time, usize)> {
    let zoned = |from: usize| {
        let (time, length) = tokens.get(from..).and_then(time_at)?;
        let zone = tokens.get(from + length).is_some_and(|token| ZONES.contains(&token.text));
        Some((time, from + length + usize::from(zone), zone))
    };
    let (time, length, zone) = zoned(0)?;
    let other = zoned(length).filter(|(_, _, other)| zone && *other);
    Some((time, other.map_or(length, |(_, length, _)| length)))
}

/// The time that `tokens` begin with ("17:53", "5:53 p.m.", "1405 GMT"), and how many it takes.
fn time_at(tokens: &[Token<'_>]) -> Option<(Time, usize)> {
    let first = tokens.first()?;
    let second = tokens.get(1);
    let apart = second.is_some_and(|token| token.before == ':' || token.before == '.');
    let minutes = second.filter(|_| apart).and_then(|token| token.number(2..3));
    if let Some(minute) = minutes {
        let seconds = tokens.get(2).filter(|token| token.before == ':' && token.text.len() == 2);
        let length = 2 + usize::from(seconds.is_some());
        let (hour, more) = on_the_clock(first.number(1..3)?, &tokens[length..]);
        return Some((civil(hour, minute)?, length + more));
    }
    let zone = second.is_some_and(|token| ["GMT", "UTC", "Z"].contains(&token.text));
    let figure = first.number(4..5).filter(|_| zone)?;
    Some((civil(figure / 100, figure % 100)?, 1))
}

/// The hour of the day, by the "am", "pm", "a.m." or "p.m." that follows, and its tokens.
fn on_the_clock(hour: i16, following: &[Token<'_>]) -> (i16, usize) {
    let word = |at: usize| following.get(at).map(|token| token.text.to_ascii_lowercase());
    let (half, length) = match (word(0).as_deref(), word(1).as_deref()) {
        (Some("am"), _) => (Some(0), 1),
        (Some("pm"), _) => (Some(12), 1),
        (Some("a"), Some("m")) => (Some(0), 2),
        (Some("p"), Some("m")) => (Some(12), 2),
        _ => (None, 0),
    };
    (half.map_or(hour, |half| hour % 12 + half), length)
}

fn civil(hour: i16, minute: i16) -> Option<Time> {
    Time::new(hour.try_into().ok()?, minute.try_into().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn the_usual_forms_are_read() {
        let day = date(2015, 3, 7);
        for line in [
            "2015-03-07",
            "2015/03/07",
            "March 7, 2015",
            "Mar. 7, 2015",
            "7 March 2015",
            "Saturday 7th March, 2015",
            "MARCH 7 2015",
            "7th of March 2015",
            "07.03.2015",
            "7-Mar-2015",
        ] {
            assert_eq!(first(line).map(|found| found.date), Some(day), "{line}");
        }
    }

    #[test]
    fn times_next_to_a_date_are_read() {
        for line in [
            "2015-03-07 17:53",
            "2015-03-07T17:53:00+08:00",
            "March 7, 2015 at 5:53 p.m. EST",
            "5:53 PM ET, Sat March 7, 2015",
            "17:53 GMT 7 March 2015",
            "7 March 2015 1753 GMT",
            "7 March 2015, 5:53pm",
            "7 March 2015, 17:53 GMT 18:53 UK",
            "5:53 p.m. EST, Sat March 7, 2015",
            "Saturday 7 March 2015 | 17:53",
            "7 Mar 2015 17.53 GMT",
        ] {
            let found = first(line).map(|found| (found.date, found.time));
            assert_eq!(found, Some((date(2015, 3, 7), Some(time(17, 53, 0, 0)))), "{line}");
        }
    }

    #[test]
    fn a_time_and_its_zones_belong_to_the_date() {
        let whole = |line: &str| first(line).map(|found| line[found.range].to_owned());
        for line in ["7 March 2015, 17:53 GMT 18:53 UK", "17:53 EST, 7 March 2015"] {
            assert_eq!(whole(line).as_deref(), Some(line));
        }
        let line = "7 March 2015 17:53 GMT 04.05.2015";
        assert_eq!(all(line).len(), 2, "a figure without a zone is no second time");
    }

    #[test]
    fn a_time_behind_a_label_is_of_the_next_date() {
        let line = "Published: 17:53 EST, 7 March 2015 | Updated: 18:00 EST, 8 March 2015";
        let found: Vec<_> = all(line).into_iter().map(|it| (it.date, it.time)).collect();
        let expected = [
            (date(2015, 3, 7), Some(time(17, 53, 0, 0))),
            (date(2015, 3, 8), Some(time(18, 0, 0, 0))),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn figures_of_uncertain_order_are_left_alone() {
        assert_eq!(first("03/07/2015"), None);
        assert_eq!(first("25/07/2015").map(|found| found.date), Some(date(2015, 7, 25)));
        assert_eq!(first("07/25/2015").map(|found| found.date), Some(date(2015, 7, 25)));
    }

    #[test]
    fn impossible_dates_are_none() {
        for line in
            ["February 30, 2015", "2015-13-01", "99999999999999999999 May 2015", "May 2015", ""]
        {
            assert_eq!(first(line), None, "{line}");
        }
    }

    #[test]
    fn a_line_may_have_two_dates() {
        let dates: Vec<Date> = all("Published 3 Feb 2021 14:05, updated 4 Feb 2021")
            .into_iter()
            .map(|f| f.date)
            .collect();
        assert_eq!(dates, [date(2021, 2, 3), date(2021, 2, 4)]);
    }
}
