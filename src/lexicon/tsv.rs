//! The hand-made tables as text: one entry a line, fields divided by tabs, values by `|`.
//!
//! Blank lines and lines that begin with `#` are left out. Never fails: a field that is not
//! there is empty.

/// The fields of every entry of `table`, always `N` of them.
pub(super) fn rows<const N: usize>(table: &str) -> impl Iterator<Item = [&str; N]> {
    let entries = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    entries.map(|line| {
        let mut fields = line.split('\t');
        std::array::from_fn(|_| fields.next().unwrap_or_default())
    })
}

/// The values of a field, without the empty ones.
pub(super) fn values(field: &str) -> impl Iterator<Item = &str> {
    field.split('|').filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_no_entries_and_missing_fields_are_empty() {
        let table = "# head\na\tb\n\nc\n";
        assert_eq!(rows::<2>(table).collect::<Vec<_>>(), [["a", "b"], ["c", ""]]);
    }

    #[test]
    fn an_empty_field_has_no_values() {
        assert_eq!(values("").count(), 0);
        assert_eq!(values("x|y").collect::<Vec<_>>(), ["x", "y"]);
    }
}
