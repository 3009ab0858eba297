//! Measures date understanding on the English specifications of Microsoft's Recognizers-Text, where they
//! are at hand in `../shared/benchmarks`, and holds the figure above a floor.
//!
//! What is counted: inputs whose every expected result has one right reading for news, that is one value, or
//! several of which exactly one begins at or before the reference time (the past reading). Left out are
//! inputs with no result, with values the specification does not resolve (sets, seasons, fiscal years), and
//! with several past values ("at 5": morning or evening?). An input is right when every expected result is
//! met by a found expression that overlaps it and has its value:
//!
//! - a date: the same day; a date with a time: the same beginning, to the second;
//! - a range: the same beginning and end. Our ends are the first moment after; the specification writes the
//!   end of "from X to Y" and of "the rest of X" as the beginning (or the day) of its last piece, so that is
//!   taken too, and 23:59:59 is taken as midnight;
//! - "since", "before" and the like: the one edge it gives, which it writes as either end of the day or month
//!   named;
//! - a time of day: the same times on any day; a duration: the same number of seconds.
//!
//! Dates in numbers are read as in the United States here, as the specification does. Run with
//! `DATES_VERBOSE=1` to see what is missed.

use std::collections::BTreeMap;

use dateline::text::date::{Expression, Leaning, Mention, Order, When, find_ordered, resolve};
use jiff::civil::{Date, DateTime};
use serde_json::Value;

const BENCHMARK: &str = "../shared/benchmarks/dates.jsonl";
/// The least share of right inputs, in per cent.
const FLOOR: f64 = 88.0;

#[test]
fn most_expressions_of_the_specification_resolve_to_its_values() {
    let Ok(lines) = std::fs::read_to_string(BENCHMARK) else {
        eprintln!("skipped: {BENCHMARK} is not here");
        return;
    };
    let verbose = std::env::var_os("DATES_VERBOSE").is_some();
    let mut tally = Tally::default();
    for case in lines.lines().filter_map(Case::read) {
        tally.count(&case, verbose);
    }
    println!("{tally}");
    assert!(tally.share() >= FLOOR, "{tally}");
}

/// One input with what is expected of it.
struct Case {
    spec: String,
    input: String,
    reference: Option<DateTime>,
    results: Vec<Gold>,
}

/// One expected result.
struct Gold {
    text: String,
    kind: String,
    /// In bytes.
    span: (usize, usize),
    values: Vec<Reading>,
}

/// One value of a result.
#[derive(Clone, Debug)]
struct Reading {
    modifier: String,
    start: Option<String>,
    end: Option<String>,
}

impl Case {
    fn read(line: &str) -> Option<Case> {
        let json: Value = serde_json::from_str(line).ok()?;
        let input = json["input"].as_str()?.to_owned();
        let results =
            json["results"].as_array()?.iter().map(|result| Gold::read(result, &input)).collect();
        Some(Case {
            spec: json["spec"].as_str()?.to_owned(),
            reference: json["reference"].as_str().and_then(|text| text.parse().ok()),
            results,
            input,
        })
    }

    /// The one reading of every result, where each has one.
    fn expected(&self) -> Option<Vec<(&Gold, &Reading)>> {
        let all: Option<Vec<_>> =
            self.results.iter().map(|gold| Some((gold, gold.single(self.reference)?))).collect();
        all.filter(|all| !all.is_empty())
    }
}

impl Gold {
    fn read(json: &Value, input: &str) -> Gold {
        let text = json["Text"].as_str().unwrap_or_default().to_owned();
        let kind = ["TypeName", "Typename", "Type"]
            .iter()
            .find_map(|key| json[*key].as_str())
            .unwrap_or_default();
        let first = json["Start"].as_u64().unwrap_or(0) as usize;
        let start = input.char_indices().nth(first).map_or(input.len(), |(at, _)| at);
        let span = (start, start + text.len());
        let kind = kind.trim_start_matches("datetimeV2.").to_owned();
        Gold { values: readings(json, &kind), kind, text, span }
    }

    fn single(&self, reference: Option<DateTime>) -> Option<&Reading> {
        if matches!(self.kind.as_str(), "set" | "timezone")
            || self.values.iter().any(|value| !value.is_resolved())
        {
            return None;
        }
        match self.values.as_slice() {
            [one] => Some(one),
            several => {
                let mut past = several.iter().filter(|value| value.begins_by(reference));
                past.next().filter(|_| past.next().is_none())
            }
        }
    }
}

/// The values of a result, in either of the two forms that the specification has.
fn readings(json: &Value, kind: &str) -> Vec<Reading> {
    let lists = [&json["Resolution"]["values"], &json["Value"]["values"]];
    if let Some(values) = lists.iter().find_map(|list| list.as_array()) {
        return values
            .iter()
            .map(|value| Reading::read(value, "value", "start", "end", value["Mod"].as_str()))
            .collect();
    }
    let value = &json["Value"];
    let mut readings: Vec<Reading> = Vec::new();
    for side in ["PastResolution", "FutureResolution"] {
        let fields = match kind {
            "daterange" => ("date", "startDate", "endDate"),
            "datetimerange" => ("dateTime", "startDateTime", "endDateTime"),
            "duration" => ("duration", "", ""),
            _ => ("date", "", ""),
        };
        let reading =
            Reading::read(&value[side], fields.0, fields.1, fields.2, value["Mod"].as_str());
        if !readings
            .iter()
            .any(|known| (&known.start, &known.end) == (&reading.start, &reading.end))
        {
            readings.push(reading);
        }
    }
    readings
}

impl Reading {
    fn read(json: &Value, value: &str, start: &str, end: &str, modifier: Option<&str>) -> Reading {
        let text = |key: &str| json[key].as_str().map(str::to_owned);
        Reading {
            modifier: modifier.unwrap_or_default().to_owned(),
            start: text(value).or_else(|| text(start)),
            end: text(end),
        }
    }

    fn is_resolved(&self) -> bool {
        let texts = [&self.start, &self.end];
        texts.iter().any(|text| text.is_some())
            && texts
                .into_iter()
                .flatten()
                .all(|text| text != "not resolved" && text != "0001-01-01")
    }

    fn begins_by(&self, reference: Option<DateTime>) -> bool {
        let edge = self.start.as_deref().or(self.end.as_deref()).and_then(moment);
        edge.zip(reference).is_some_and(|(edge, reference)| edge <= reference)
    }
}

/// A day or a day with a time.
fn moment(text: &str) -> Option<DateTime> {
    if !text.contains(':') {
        return Some(text.parse::<Date>().ok()?.at(0, 0, 0, 0));
    }
    let moment = text.parse::<DateTime>().ok()?;
    let last_second = moment.hour() == 23 && moment.minute() == 59 && moment.second() == 59;
    if last_second {
        moment.date().tomorrow().ok().map(|day| day.at(0, 0, 0, 0))
    } else {
        Some(moment)
    }
}

/// Whether a found expression has the expected value.
fn meets(gold: &Gold, reading: &Reading, mention: &Mention, reference: Option<DateTime>) -> bool {
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
            let reading =
                Reading { start: at(&reading.start), end: at(&reading.end), ..reading.clone() };
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

#[derive(Default)]
struct Tally {
    counted: usize,
    right: usize,
    /// Right and nothing else found in the input.
    clean: usize,
    nothing: usize,
    nothing_right: usize,
    kinds: BTreeMap<String, (usize, usize)>,
    specs: BTreeMap<String, (usize, usize)>,
}

impl Tally {
    fn count(&mut self, case: &Case, verbose: bool) {
        let mentions = find_ordered(&case.input, Order::MonthFirst);
        if case.results.is_empty() {
            self.nothing += 1;
            self.nothing_right += usize::from(mentions.is_empty());
            if verbose && !mentions.is_empty() {
                println!("EXTRA {:?} {:?}", case.input, texts(&case.input, &mentions));
            }
            return;
        }
        let Some(expected) = case.expected() else { return };
        let mut right = true;
        for (gold, reading) in expected {
            let overlapping = |mention: &&Mention| overlaps(mention, gold.span);
            let met = mentions
                .iter()
                .filter(overlapping)
                .any(|mention| meets(gold, reading, mention, case.reference));
            let kind = self.kinds.entry(gold.kind.clone()).or_default();
            *kind = (kind.0 + usize::from(met), kind.1 + 1);
            right &= met;
            if verbose && !met {
                report(case, gold, reading, &mentions);
            }
        }
        let extra = mentions
            .iter()
            .any(|mention| !case.results.iter().any(|gold| overlaps(mention, gold.span)));
        let spec = self.specs.entry(case.spec.clone()).or_default();
        *spec = (spec.0 + usize::from(right), spec.1 + 1);
        self.counted += 1;
        self.right += usize::from(right);
        self.clean += usize::from(right && !extra);
        if verbose && extra {
            println!("MORE {:?} {:?}", case.input, texts(&case.input, &mentions));
        }
    }

    fn share(&self) -> f64 {
        100.0 * self.right as f64 / self.counted.max(1) as f64
    }
}

fn overlaps(mention: &Mention, span: (usize, usize)) -> bool {
    let range = mention.span.range();
    range.start < span.1 && span.0 < range.end
}

fn texts<'t>(input: &'t str, mentions: &[Mention]) -> Vec<&'t str> {
    mentions.iter().map(|mention| mention.span.of(input)).collect()
}

fn report(case: &Case, gold: &Gold, reading: &Reading, mentions: &[Mention]) {
    println!(
        "MISS {} | {} | {:?}",
        case.reference.map_or("-".into(), |r| r.to_string()),
        case.input,
        gold.text
    );
    println!("     {} {} {:?} {:?}", gold.kind, reading.modifier, reading.start, reading.end);
    for mention in mentions.iter().filter(|mention| overlaps(mention, gold.span)) {
        let when = resolve(&mention.expression, case.reference, Leaning::Past);
        let when = when.map(|when| format!("{} .. {}", when.start, when.end));
        println!("     {:?} {:?} {:?}", mention.span.of(&case.input), when, mention.expression);
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(
            f,
            "inputs with one reading: {} of {} right, {:.1} %",
            self.right,
            self.counted,
            self.share()
        )?;
        writeln!(f, "  of these nothing more was found in {}", self.clean)?;
        writeln!(
            f,
            "inputs without any date: {} of {} left alone",
            self.nothing_right, self.nothing
        )?;
        for (name, (right, all)) in self.kinds.iter().chain(&self.specs) {
            writeln!(f, "  {name:20} {right:4} of {all:4}")?;
        }
        Ok(())
    }
}
