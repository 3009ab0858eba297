//! Places in a row, in words and figures.

const ORDINALS: [&str; 14] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
];

/// The places in a row that folded words name: "the *sixth* summit", "the *3rd*".
pub fn ordinals<'a>(words: impl Iterator<Item = &'a str> + 'a) -> impl Iterator<Item = u32> + 'a {
    words.filter_map(|word| {
        let named = ORDINALS.iter().position(|ordinal| *ordinal == word).map(|at| at as u32 + 1);
        let written = || {
            let ending = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))?;
            ending.parse().ok()
        };
        named.or_else(written)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_a_row_are_told_in_words_and_figures() {
        let found = |text: &str| ordinals(text.split(' ')).collect::<Vec<_>>();
        assert_eq!(found("the fifth nation and the 22nd summit"), [5, 22]);
        assert!(found("five nations at the summit of 1st-time hosts").is_empty());
    }
}
