//! Which letters a word has, to tell quickly that two words cannot be near each other.

/// The letters of a word, a bit each; what is no letter from a to z shares a few bits.
pub fn letters(word: &str) -> u32 {
    let bit = |c: char| match c {
        'a'..='z' => c as u32 - 'a' as u32,
        _ => 26 + c as u32 % 6,
    };
    word.chars().fold(0, |letters, c| letters | 1 << bit(c))
}

/// Whether `slips` of the keys may make one word of the other, given their [`letters`].
///
/// A slip takes one letter away at most, and brings one in at most.
pub fn may_be_near(one: u32, other: u32, slips: u32) -> bool {
    (one & !other).count_ones() <= slips && (other & !one).count_ones() <= slips
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_of_other_letters_are_not_near() {
        assert!(!may_be_near(letters("harbour"), letters("minister"), 2));
        assert!(may_be_near(letters("harbour"), letters("habror"), 2));
    }

    proptest! {
        #[test]
        fn words_that_are_near_may_be_near(one in "[a-e'é]{0,8}", other in "[a-e'é]{0,8}") {
            let slips = strsim::osa_distance(&one, &other) as u32;
            prop_assert!(may_be_near(letters(&one), letters(&other), slips));
        }
    }
}
