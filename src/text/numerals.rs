//! Numbers in one word: "twelve", "sixty".

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/// Up to which number the news writes words.
const LARGEST_IN_WORDS: usize = 12;

/// What a folded word counts, from 0 to 90: "sixty" is 60.
pub fn value(word: &str) -> Option<u32> {
    let at = |words: &[&str]| words.iter().position(|known| *known == word);
    let tens = || at(&TENS).map(|tens| 10 * (tens + 2));
    at(&SMALL).or_else(tens).and_then(|value| u32::try_from(value).ok())
}

/// The year that four figures tell, from 1000 to 2999.
pub fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1000..=2999).contains(year))
}

/// A count as the news writes it: in words up to twelve, then in figures.
pub fn written(count: usize) -> String {
    let word = SMALL.get(count).filter(|_| count <= LARGEST_IN_WORDS);
    word.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_worth_what_they_say() {
        let words = ["zero", "twelve", "nineteen", "twenty", "ninety", "hundred", "tent"];
        let values = [Some(0), Some(12), Some(19), Some(20), Some(90), None, None];
        assert_eq!(words.map(value), values);
    }

    #[test]
    fn four_figures_of_a_written_year_tell_it() {
        let words = ["1000", "2016", "2999", "0999", "3000", "201", "20161", "+999", "year"];
        let years = words.map(year);
        assert_eq!(years[..3], [Some(1000), Some(2016), Some(2999)]);
        assert_eq!(years[3..], [None; 6]);
    }

    #[test]
    fn counts_are_written_as_the_news_writes_them() {
        assert_eq!([2, 12, 13].map(written), ["two", "twelve", "13"]);
    }
}
