//! Capital letters.

/// A text with its first letter in upper case; a name such as "iPhone" stays as it is.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return String::new() };
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_uppercase().chain(letters).collect()
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

    #[test]
    fn a_name_that_begins_small_stays_so() {
        assert_eq!(["iPhone", "UN", "a"].map(capitalised), ["iPhone", "UN", "A"]);
    }
}
