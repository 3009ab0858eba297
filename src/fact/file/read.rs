//! From the text of a fact file to what it holds, and all that is wrong with it.

use std::collections::HashMap;

use super::block::Blocks;
use super::{FactEntry, FactFile, SourceEntry, fact_id};
use crate::fact::{Fact, FactDate, Factuality, Source};
use crate::toml_reader::{Problem, Sheet, Table};

/// Reads `text`; `name` is what problems call it.
///
/// What could be read is there in any case; whoever serves a file with problems does so knowingly.
pub fn read(name: &str, text: &str) -> (FactFile, Vec<Problem>) {
    let sheet = Sheet::new(name, text);
    let file = read_file(&sheet);
    (file, sheet.into_problems())
}

fn read_file(sheet: &Sheet<'_>) -> FactFile {
    let mut root = sheet.root();
    let source = root.table("source");
    let facts = root.tables("fact");
    let aliases = root.tables("alias");
    let synonyms = root.tables("synonym");
    root.finish();
    if let (None, Some(fact)) = (&source, facts.first()) {
        fact.tell(fact.at(), "a fact without a source: write [source] and its title on top.");
    }
    let tables = source.iter().chain(&facts).chain(&aliases).chain(&synonyms);
    let mut blocks = Blocks::of(sheet.text(), headers(sheet.text(), tables));
    FactFile {
        source: source.map(|table| read_source(table, &mut blocks)),
        facts: read_facts(facts, sheet, &mut blocks),
        aliases: aliases.into_iter().filter_map(|table| read_list(table, "names")).collect(),
        synonyms: synonyms.into_iter().filter_map(|table| read_list(table, "words")).collect(),
        preface: blocks.preface(),
        lists: blocks.rest(),
    }
}

/// Where the tables begin. A table without a header of its own is told, since a file that is
/// written again could not keep it as it stands.
fn headers<'a, 's: 'a>(text: &str, tables: impl Iterator<Item = &'a Table<'s>>) -> Vec<usize> {
    let mut starts = Vec::new();
    for table in tables {
        if text.as_bytes().get(table.at()) == Some(&b'[') {
            starts.push(table.at());
        } else {
            table.tell(table.at(), "write this under a header: [source], [[fact]], [[alias]].");
        }
    }
    starts
}

fn read_source(mut table: Table<'_>, blocks: &mut Blocks) -> SourceEntry {
    table.need("title", "title = \"…\"");
    let source = Source {
        title: words(&mut table, "title").unwrap_or_default(),
        outlet: words(&mut table, "outlet"),
        author: words(&mut table, "author"),
        published: table.date("published").map(|said| said.value),
        url: words(&mut table, "url"),
        sha256: words(&mut table, "sha256"),
    };
    let rejected = table.texts("rejected").into_iter().map(|said| said.value).collect();
    let id = words(&mut table, "id");
    let at = table.at();
    table.finish();
    SourceEntry { source, rejected, id, at, written: blocks.take(at) }
}

fn read_facts(tables: Vec<Table<'_>>, sheet: &Sheet<'_>, blocks: &mut Blocks) -> Vec<FactEntry> {
    let mut seen = HashMap::new();
    let mut entries = Vec::new();
    for mut table in tables {
        let Some(mut entry) = read_fact(&mut table) else {
            table.finish();
            continue;
        };
        entry.written = blocks.take(table.at());
        if let Some(before) = seen.insert(fact_id(&entry.fact), table.at()) {
            let line = sheet.line(before);
            table.tell(table.at(), format!("the same fact stands in line {line}: remove one."));
        }
        table.finish();
        entries.push(entry);
    }
    entries
}

fn read_fact(table: &mut Table<'_>) -> Option<FactEntry> {
    table.need("quote", "quote = \"…\", word for word from the article");
    let quote = table.text("quote");
    let fact = Fact {
        quote: quote.as_ref().map(|said| said.value.clone()).unwrap_or_default(),
        standing: read_standing(table),
        said_by: words(table, "said_by"),
        who: words(table, "who"),
        what: words(table, "what"),
        place: words(table, "where"),
        when: table.table("when").and_then(read_when),
        why: words(table, "why"),
        how: words(table, "how"),
        refers: read_refers(table),
    };
    let id = words(table, "id");
    Some(FactEntry { fact, id, quote_at: quote?.at, written: String::new() })
}

fn read_standing(table: &mut Table<'_>) -> Factuality {
    let Some(said) = table.text("standing") else { return Factuality::default() };
    Factuality::from_word(&said.value).unwrap_or_else(|| {
        let known = Factuality::ALL.map(Factuality::as_str).join(", ");
        table.tell(said.at, format!("`standing` must be one of {known}."));
        Factuality::default()
    })
}

fn read_when(mut table: Table<'_>) -> Option<FactDate> {
    table.need("text", "text = \"…\", the article's own words for the date");
    let text = words(&mut table, "text");
    let start = table.date("start");
    let end = table.date("end");
    match (&start, &end) {
        (None, Some(end)) => table.tell(end.at, "`end` needs a `start` before it."),
        (Some(start), Some(end)) if end.value < start.value => {
            table.tell(end.at, "`end` must not be before `start`.");
        }
        _ => {}
    }
    table.finish();
    let start = start.map(|said| said.value);
    Some(FactDate { text: text?, start, end: end.map(|said| said.value).or(start) })
}

fn read_refers(table: &mut Table<'_>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for said in table.lists("refers") {
        match <[String; 2]>::try_from(said.value) {
            Ok([words, name]) => pairs.push((words, name)),
            Err(_) => {
                let advice = "`refers` takes pairs: the words of the quote, then the name.";
                table.tell(said.at, advice);
            }
        }
    }
    pairs
}

fn read_list(mut table: Table<'_>, key: &'static str) -> Option<Vec<String>> {
    table.need(key, &format!("{key} = [\"…\", \"…\"]"));
    let has_list = table.has(key);
    let list: Vec<_> = table.texts(key).into_iter().map(|said| said.value).collect();
    if has_list && list.len() < 2 {
        table
            .tell(table.at(), format!("`{key}` must hold two or more: they stand for each other."));
    }
    table.finish();
    (list.len() >= 2).then_some(list)
}

fn words(table: &mut Table<'_>, key: &'static str) -> Option<String> {
    table.text(key).map(|said| said.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "[source]\ntitle = 'Talks'\n";

    /// Holds the problems of `SOURCE` with `text` below it against `expected`, one a line.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let (_, problems) = read("a.toml", &format!("{SOURCE}{text}"));
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, expected, "for {text}");
    }

    #[test]
    fn a_good_file_has_no_problems() {
        check("[[fact]]\nquote = 'a'\nwhen = { text = 'Friday', start = 2015-03-06 }", &[]);
        check("[[fact]]\nquote = 'a'\nrefers = [['he', 'Tom']]\n[fact.when]\ntext = 'soon'", &[]);
        check("[[alias]]\nnames = ['a', 'b']\n[[synonym]]\nwords = ['c', 'd', 'e']", &[]);
        assert_eq!(read("a.toml", "").1, []);
    }

    #[test]
    fn one_day_is_a_date_without_an_end() {
        let text = "[[fact]]\nquote = 'a'\nwhen = { text = 'Friday', start = 2015-03-06 }";
        let (file, _) = read("a.toml", &format!("{SOURCE}{text}"));
        let when = file.facts[0].fact.when.clone().unwrap();
        assert_eq!(when.end, when.start);
    }

    #[test]
    fn every_problem_is_told_at_once() {
        check(
            "[[fact]]\nqoute = 'a'\n[[fact]]\nquote = ''\nstanding = 'true'\n[[alias]]\nnames = 1",
            &[
                "a.toml:3:1: `quote` is missing: write quote = \"…\", word for word from the article.",
                "a.toml:4:1: unknown key `qoute`: did you mean `quote`?",
                "a.toml:6:9: `quote` must be some words; leave the key out where there are none.",
                "a.toml:7:12: `standing` must be one of stated, said, planned, denied, in doubt.",
                "a.toml:8:1: `names` must hold two or more: they stand for each other.",
                "a.toml:9:9: `names` must be a list of words: [\"…\", \"…\"].",
            ],
        );
    }

    #[test]
    fn an_interval_must_run_forward() {
        let fact = "[[fact]]\nquote = 'a'\n";
        check(
            &format!("{fact}when = {{ text = 'b', start = 2015-03-07, end = 2015-03-06 }}"),
            &["a.toml:5:48: `end` must not be before `start`."],
        );
        check(
            &format!("{fact}when = {{ text = 'b', end = 2015-03-06 }}"),
            &["a.toml:5:28: `end` needs a `start` before it."],
        );
    }

    #[test]
    fn a_fact_needs_a_source() {
        let (_, problems) = read("a.toml", "\n[[fact]]\nquote = 'a'");
        assert_eq!(
            problems[0].to_string(),
            "a.toml:2:1: a fact without a source: write [source] and its title on top."
        );
    }

    #[test]
    fn the_same_fact_twice_is_told() {
        check(
            "[[fact]]\nquote = 'a'\n[[fact]]\nquote = 'a'\n[[fact]]\nquote = 'a'\nwho = 'b'",
            &["a.toml:5:1: the same fact stands in line 3: remove one."],
        );
    }

    #[test]
    fn a_table_on_one_line_is_told() {
        let (_, problems) = read("a.toml", "source = { title = 'Talks' }");
        assert!(problems[0].message.starts_with("write this under a header"), "{problems:?}");
    }

    proptest::proptest! {
        #[test]
        fn nothing_panics(text in "(\\PC|[\\[\\]\\n='\"#]|\\[\\[fact\\]\\]|\\[source\\]|quote|when = ){0,60}") {
            let _ = super::super::write(&read("a.toml", &text).0);
        }
    }
}
