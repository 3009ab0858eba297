//! Word lists that are built into the program: a line an entry, a tab before its value.

use std::sync::OnceLock;

use super::quick::QuickMap;

/// A word list, read at its first use.
#[derive(Debug)]
pub struct Table {
    lines: &'static str,
    entries: OnceLock<QuickMap<&'static str, &'static str>>,
}

impl Table {
    /// The list in `lines`: "word", or "word TAB value"; lines that begin with "#" are remarks.
    pub const fn new(lines: &'static str) -> Self {
        Table { lines, entries: OnceLock::new() }
    }

    /// The value of a word, empty where it has none; `None` where the list does not have the word.
    pub fn get(&self, word: &str) -> Option<&'static str> {
        let entries = self.entries.get_or_init(|| {
            let lines =
                self.lines.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
            lines.map(|line| line.split_once('\t').unwrap_or((line, ""))).collect()
        });
        entries.get(word).copied()
    }

    /// Whether the list has a word.
    pub fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_values_and_remarks_are_none() {
        static TABLE: Table = Table::new("# kinds\noak\ttree\nmoss\n");
        assert_eq!(TABLE.get("oak"), Some("tree"));
        assert_eq!(TABLE.get("moss"), Some(""));
        assert!(!TABLE.has("# kinds") && !TABLE.has("elm"));
    }
}
