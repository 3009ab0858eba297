//! The inputs of the specification and the values that it expects.

use jiff::civil::{Date, DateTime};
use serde_json::Value;

/// One input with what is expected of it.
pub(super) struct Case {
    pub spec: String,
    pub input: String,
    pub reference: Option<DateTime>,
    pub results: Vec<Gold>,
}

/// One expected result.
pub(super) struct Gold {
    pub text: String,
    pub kind: String,
    /// In bytes.
    pub span: (usize, usize),
    pub values: Vec<Reading>,
}

/// One value of a result.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub start: Option<String>,
    pub end: Option<String>,
}

impl Case {
    /// The case in a line of JSON.
    pub(super) fn read(line: &str) -> Option<Case> {
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
    pub(super) fn expected(&self) -> Option<Vec<(&Gold, &Reading)>> {
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
        return values.iter().map(|value| Reading::read(value, "value", "start", "end")).collect();
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
        let reading = Reading::read(&value[side], fields.0, fields.1, fields.2);
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
    fn read(json: &Value, value: &str, start: &str, end: &str) -> Reading {
        let text = |key: &str| json[key].as_str().map(str::to_owned);
        Reading { start: text(value).or_else(|| text(start)), end: text(end) }
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
pub(super) fn moment(text: &str) -> Option<DateTime> {
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
