//! The reports of November 2016 that `tests/reports/november-2016.toml` asks about; their texts stand in
//! a public data set, `5w1h.jsonl`.

use std::path::Path;

use serde_json::Value;

/// Name and text of each report, as a page of text: title, outlet and day, body.
pub(crate) fn reports(index: &Path, set: &Path) -> Vec<(String, String)> {
    let set = std::fs::read_to_string(set).unwrap_or_default();
    let rows: Vec<Value> = set.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let index = std::fs::read_to_string(index).unwrap_or_default();
    index.lines().filter_map(|line| report(line, &rows)).collect()
}

fn report(line: &str, rows: &[Value]) -> Option<(String, String)> {
    let mut cells = line.split('\t');
    let (name, outlet, id) = (cells.next()?, cells.next()?, cells.next()?);
    let row = rows.iter().find(|row| row["id"] == id)?;
    let day = row["pub_date"].as_str()?.split(' ').next()?;
    let (title, body) = (row["title"].as_str()?, row["text"].as_str()?);
    Some((format!("{name}.txt"), format!("{title}\n\n{outlet}, {day}\n\n{body}\n")))
}
