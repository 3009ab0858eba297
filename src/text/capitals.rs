//! Capital letters.

/// A text with its first letter in upper case.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_alone_changes() {
        assert_eq!(
            ["ferry Ann", "élan", "12 boats", ""].map(capitalised),
            ["Ferry Ann", "Élan", "12 boats", ""]
        );
    }
}
