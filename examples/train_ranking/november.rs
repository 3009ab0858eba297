//! The reports of November 2016 that `tests/reports/november-2016.toml` and
//! `tests/reports/lessons/november` ask about; their texts stand in a public data set, `5w1h.jsonl`.

use std::path::Path;

use serde_json::Value;

use crate::reports::Reports;

/// Name and text of each report, as a page of text: title, outlet and day, body.
pub(crate) fn reports(index: &Path, set: &Path) -> Reports {
    let rows = rows(set);
    let index = std::fs::read_to_string(index).unwrap_or_default();
    index.lines().filter_map(|line| report(line, &rows)).collect()
}

/// The reports that `folder` has a table of questions for, named by the beginnings of their numbers.
pub(crate) fn reports_asked_about(folder: &Path, set: &Path) -> Reports {
    let mut reports: Reports = rows(set)
        .iter()
        .filter_map(|row| {
            let name = row["id"].as_str()?.get(..12)?;
            let outlet = row["publisher"].as_str()?;
            let asked = folder.join(name).with_extension("tsv").exists();
            asked.then(|| page(name, outlet, row)).flatten()
        })
        .collect();
    reports.sort();
    reports
}

fn rows(set: &Path) -> Vec<Value> {
    let set = std::fs::read_to_string(set).unwrap_or_default();
    set.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()
}

fn report(line: &str, rows: &[Value]) -> Option<(String, Vec<u8>)> {
    let mut cells = line.split('\t');
    let (name, outlet, id) = (cells.next()?, cells.next()?, cells.next()?);
    page(name, outlet, rows.iter().find(|row| row["id"] == id)?)
}

fn page(name: &str, outlet: &str, row: &Value) -> Option<(String, Vec<u8>)> {
    let (title, body) = (row["title"].as_str()?, row["text"].as_str()?);
    let day = row["pub_date"].as_str().and_then(|time| time.split(' ').next()).unwrap_or_default();
    let page = format!("{title}\n\n{outlet}, {day}\n\n{body}\n");
    Some((format!("{name}.txt"), page.into_bytes()))
}
