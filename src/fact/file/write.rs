//! From the contents of a fact file to its text: the same bytes every time.

use jiff::civil::Date;

use super::{FactEntry, FactFile, SourceEntry};
use crate::fact::FactDate;

/// The text of `file`. A table that a person wrote stands in it as they wrote it.
pub fn write(file: &FactFile) -> String {
    let mut blocks = vec![file.preface.clone()];
    blocks.extend(file.source.as_ref().map(source_block));
    blocks.extend(file.facts.iter().map(fact_block));
    blocks.extend(file.lists.iter().cloned());
    blocks.retain(|block| !block.is_empty());
    let mut text = blocks.join("\n\n");
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn source_block(entry: &SourceEntry) -> String {
    if entry.is_by_hand() && !entry.written.is_empty() {
        return entry.written.clone();
    }
    let source = &entry.source;
    let mut block = Block::new("[source]");
    block.text("title", Some(&source.title));
    block.text("outlet", source.outlet.as_deref());
    block.text("author", source.author.as_deref());
    block.bare("published", source.published);
    block.text("url", source.url.as_deref());
    block.text("sha256", source.sha256.as_deref());
    if !entry.rejected.is_empty() {
        let ids: Vec<_> = entry.rejected.iter().map(|id| quoted(id)).collect();
        block.bare("rejected", Some(format!("[{}]", ids.join(", "))));
    }
    block.text("id", entry.id.as_deref());
    block.lines
}

fn fact_block(entry: &FactEntry) -> String {
    if entry.is_by_hand() && !entry.written.is_empty() {
        return entry.written.clone();
    }
    let fact = &entry.fact;
    let mut block = Block::new("[[fact]]");
    block.text("quote", Some(&fact.quote));
    block.text("standing", Some(fact.standing.as_str()));
    block.text("said_by", fact.said_by.as_deref());
    block.text("who", fact.who.as_deref());
    block.text("what", fact.what.as_deref());
    block.text("where", fact.place.as_deref());
    block.bare("when", fact.when.as_ref().map(inline_date));
    block.text("why", fact.why.as_deref());
    block.text("how", fact.how.as_deref());
    block.bare("refers", (!fact.refers.is_empty()).then(|| inline_pairs(&fact.refers)));
    block.text("id", entry.id.as_deref());
    block.lines
}

/// The lines of one table.
struct Block {
    lines: String,
}

impl Block {
    fn new(header: &str) -> Self {
        Self { lines: header.to_owned() }
    }

    /// Adds words. Blank ones are left out, as the reader takes none.
    fn text(&mut self, key: &str, value: Option<&str>) {
        self.bare(key, value.filter(|value| !value.trim().is_empty()).map(quoted));
    }

    fn bare(&mut self, key: &str, value: Option<impl std::fmt::Display>) {
        if let Some(value) = value {
            self.lines.push_str(&format!("\n{key} = {value}"));
        }
    }
}

fn inline_date(when: &FactDate) -> String {
    let day = |key: &str, day: Option<Date>| day.map(|day| format!("{key} = {day}"));
    let text = format!("text = {}", quoted(&when.text));
    let parts = [Some(text), day("start", when.start), day("end", when.end)];
    format!("{{ {} }}", parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn inline_pairs(pairs: &[(String, String)]) -> String {
    let pair = |(words, name): &(String, String)| format!("[{}, {}]", quoted(words), quoted(name));
    format!("[{}]", pairs.iter().map(pair).collect::<Vec<_>>().join(", "))
}

/// `text` as a TOML string on one line: in single quotation marks where that spares escapes.
fn quoted(text: &str) -> String {
    let needs_escape = |c: char| matches!(c, '"' | '\\') || c.is_control();
    if !text.contains(needs_escape) {
        return format!("\"{text}\"");
    }
    if !text.contains(|c: char| c == '\'' || c.is_control()) {
        return format!("'{text}'");
    }
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::super::{fact_id, read};
    use super::*;
    use crate::fact::{Fact, Factuality, Source};

    fn file() -> FactFile {
        let day = |day| Some(jiff::civil::date(2015, 3, day));
        let source = Source {
            title: "Talks to be held".into(),
            outlet: Some("China Daily".into()),
            published: day(7),
            sha256: Some("ab".repeat(32)),
            ..Source::default()
        };
        let fact = Fact {
            quote: "\"We'll meet\\talk\" later this month".into(),
            standing: Factuality::Planned,
            who: Some("China \"and\" Japan".into()),
            when: Some(FactDate { text: "later this month".into(), start: day(7), end: day(31) }),
            refers: vec![("We".into(), "China and Japan".into())],
            ..Fact::default()
        };
        FactFile {
            source: Some(SourceEntry {
                rejected: vec!["0b5c1d2e".into()],
                ..SourceEntry::extracted(source)
            }),
            facts: vec![FactEntry::extracted(fact)],
            ..FactFile::default()
        }
    }

    #[test]
    fn a_fact_file_is_readable() {
        insta::assert_snapshot!(write(&file()), @r#"
        [source]
        title = "Talks to be held"
        outlet = "China Daily"
        published = 2015-03-07
        sha256 = "abababababababababababababababababababababababababababababababab"
        rejected = ["0b5c1d2e"]
        id = "1db61b85"

        [[fact]]
        quote = "\"We'll meet\\talk\" later this month"
        standing = "planned"
        who = 'China "and" Japan'
        when = { text = "later this month", start = 2015-03-07, end = 2015-03-31 }
        refers = [["We", "China and Japan"]]
        id = "77c7dbed"
        "#);
    }

    #[test]
    fn what_is_written_reads_as_what_it_was() {
        let file = file();
        let (again, problems) = read("a.toml", &write(&file));
        assert_eq!(problems, []);
        assert_eq!(again.facts[0].fact, file.facts[0].fact);
        assert_eq!(
            again.source.as_ref().map(|it| &it.source),
            file.source.as_ref().map(|it| &it.source)
        );
        assert!(!again.facts[0].is_by_hand());
        assert!(!again.source.as_ref().is_some_and(SourceEntry::is_by_hand));
        assert_eq!(write(&again), write(&file));
    }

    proptest::proptest! {
        #[test]
        fn any_words_survive(quote in ".*[a-z].*", who in "\\PC*[a-z]", note in "[\"'\\\\\\n\\t a]*b") {
            let fact = Fact { quote, who: Some(who), why: Some(note), ..Fact::default() };
            let file = FactFile {
                facts: vec![FactEntry::extracted(fact.clone())],
                ..file()
            };
            let (again, problems) = read("a.toml", &write(&file));
            proptest::prop_assert_eq!(problems, vec![]);
            proptest::prop_assert_eq!(fact_id(&again.facts[0].fact), fact_id(&fact));
        }
    }
}
