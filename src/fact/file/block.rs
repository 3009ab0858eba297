//! The text of a file in blocks, one a table, so that what a person wrote can be kept as it stands.

use std::collections::BTreeMap;

/// What stands above the first table, and the tables.
pub(super) struct Blocks {
    preface: String,
    /// Each table's text by the first byte of its header.
    tables: BTreeMap<usize, String>,
}

impl Blocks {
    /// Splits `text` before each byte of `starts`, the first bytes of the tables' headers.
    ///
    /// The comment lines right above a header belong to its table.
    pub(super) fn of(text: &str, mut starts: Vec<usize>) -> Self {
        starts.sort_unstable();
        starts.dedup();
        let heads: Vec<usize> = starts.iter().map(|&start| with_comments(text, start)).collect();
        let ends = heads.iter().skip(1).copied().chain([text.len()]);
        let piece = |from, to| text.get(from..to).unwrap_or_default().trim().to_owned();
        let preface = piece(0, heads.first().copied().unwrap_or(text.len()));
        let blocks = heads.iter().zip(ends).map(|(&head, end)| piece(head, end));
        Self { preface, tables: starts.into_iter().zip(blocks).collect() }
    }

    /// Takes the text of the table whose header begins at `start`; empty where there is none.
    pub(super) fn take(&mut self, start: usize) -> String {
        self.tables.remove(&start).unwrap_or_default()
    }

    /// What stands above the first table.
    pub(super) fn preface(&self) -> String {
        self.preface.clone()
    }

    /// The tables that were not taken, from top to bottom.
    pub(super) fn rest(self) -> Vec<String> {
        self.tables.into_values().collect()
    }
}

/// The start of the comment lines that stand right above the line of `start`.
fn with_comments(text: &str, start: usize) -> usize {
    let above = text.get(..start).unwrap_or_default();
    let mut head = above.rfind('\n').map_or(0, |newline| newline + 1);
    while let Some(above) = above.get(..head).filter(|above| !above.is_empty()) {
        let line = above[..head - 1].rfind('\n').map_or(0, |newline| newline + 1);
        if !above[line..].trim_start().starts_with('#') {
            break;
        }
        head = line;
    }
    head
}

/// Whether a comment stands in `block`, which is TOML without errors.
pub(super) fn has_comment(block: &str) -> bool {
    let mut quote = None;
    let mut chars = block.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (None, '#') => return true,
            (None, '"' | '\'') => quote = Some(c),
            (Some('"'), '\\') => drop(chars.next()),
            (Some(open), _) if c == open => quote = None,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_with_the_table_below_them() {
        let text =
            "# top\n\n# mine\n# too\n[source]\na = 1\n# inside\nb = 2\n\n# why\n[[fact]]\nc = 3\n";
        let starts = [text.find("[[").unwrap(), text.find("[s").unwrap()];
        let mut blocks = Blocks::of(text, starts.to_vec());
        assert_eq!(blocks.preface(), "# top");
        assert_eq!(blocks.take(starts[0]), "# why\n[[fact]]\nc = 3");
        assert_eq!(blocks.rest(), ["# mine\n# too\n[source]\na = 1\n# inside\nb = 2"]);
    }

    #[test]
    fn a_text_without_tables_is_all_preface() {
        assert_eq!(Blocks::of("# nothing\n", vec![]).preface(), "# nothing");
    }

    #[test]
    fn a_hash_in_quotation_marks_is_no_comment() {
        let check = |block, expected| assert_eq!(has_comment(block), expected, "{block}");
        check("a = \"say \\\"#1\\\"\"", false);
        check("a = 'no. \"#1'", false);
        check("a = 1 # one", true);
        check("# above\na = 'x'", true);
        check("a = 'x'\nb = \"\"\"it's # here\"\"\"", false);
    }
}
