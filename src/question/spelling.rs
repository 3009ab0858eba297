//! Typing mistakes: each word that neither the articles nor the language know becomes the known
//! word that it was most likely meant to be.

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{Table, fold};

/// What the articles' words are, as far as reading a question needs to know.
pub trait Vocabulary {
    /// The word of the articles that `folded` is, as they usually write it ("japan" → "Japan").
    fn written(&self, folded: &str) -> Option<&str>;

    /// Whether `folded` is an English word, in the articles or not.
    fn is_word(&self, folded: &str) -> bool;

    /// What chat shorthand stands for ("wen" → "when").
    fn shorthand(&self, folded: &str) -> Option<&str>;

    /// Every known word that may be at most `slips` slips of the keys away from `folded`, with how
    /// often the articles have it.
    fn near(&self, folded: &str, slips: u32, visit: &mut dyn FnMut(&str, usize));

    /// How much a word tells, 0 to 1.
    fn weight(&self, folded: &str, lemma: &str) -> f32;

    /// Calls `found(first, last, key)` for every name in `words` that goes by several forms.
    fn name_keys(&self, words: &[&str], found: &mut dyn FnMut(usize, usize, &str));
}

/// `question` with its typing mistakes mended, names written as the articles write them.
pub(super) fn mend(question: &str, vocabulary: &dyn Vocabulary) -> String {
    let mut mended = String::with_capacity(question.len() + 8);
    for word in question.trim().split_word_bounds() {
        if word.chars().any(char::is_alphabetic) {
            mended.push_str(&mend_word(word, vocabulary));
        } else {
            mended.push_str(word);
        }
    }
    wherever(mended)
}

/// "Were will it be" asks where: "were" is never followed by another auxiliary.
fn wherever(question: String) -> String {
    let mut words = question.splitn(3, ' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let auxiliary = matches!(
        fold(second).as_str(),
        "will" | "is" | "are" | "was" | "were" | "did" | "does" | "do" | "has" | "can" | "should"
    );
    match fold(first).as_str() {
        "were" | "wear" | "ware" if auxiliary => format!("where{}", &question[first.len()..]),
        _ => question,
    }
}

fn mend_word(word: &str, vocabulary: &dyn Vocabulary) -> String {
    let folded = fold(word);
    if let Some(meant) = vocabulary.shorthand(&folded) {
        return as_typed(word, meant);
    }
    let (stem, ending) = match folded.strip_suffix("'s") {
        Some(stem) => (stem, "'s"),
        None => (folded.as_str(), ""),
    };
    if let Some(written) = vocabulary.written(stem) {
        return if is_shouted(word) || word == folded {
            format!("{written}{ending}")
        } else {
            word.to_owned()
        };
    }
    static FUNCTION_WORDS: Table = Table::new(include_str!("data/function_words.txt"));
    if FUNCTION_WORDS.has(stem)
        || vocabulary.is_word(stem)
        || stem.chars().count() < 4
        || stem.chars().any(|c| c.is_ascii_digit())
    {
        return if is_shouted(word) && word.len() > 4 { folded } else { word.to_owned() };
    }
    match nearest(stem, vocabulary) {
        Some(meant) => format!("{}{ending}", vocabulary.written(&meant).unwrap_or(&meant)),
        None => word.to_owned(),
    }
}

/// The known word that `folded` was most likely meant to be.
///
/// A reading counts when it is one slip away (two in words of seven letters and more), by the
/// optimal string alignment distance, in which swapping two neighbours is one slip.
fn nearest(folded: &str, vocabulary: &dyn Vocabulary) -> Option<String> {
    let allowed = if folded.chars().count() >= 7 { 2 } else { 1 };
    let mut best: Option<(f64, String)> = None;
    vocabulary.near(folded, allowed, &mut |word, count| {
        let slips = strsim::osa_distance(folded, word) as u32;
        if slips > allowed {
            return;
        }
        let likeness = strsim::jaro_winkler(folded, word) - f64::from(slips) * 0.1;
        let score = likeness + (count as f64 + 1.0).ln() * 0.004;
        if best.as_ref().is_none_or(|(other, _)| score > *other) {
            best = Some((score, word.to_owned()));
        }
    });
    best.map(|(_, word)| word)
}

fn is_shouted(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && word.chars().count() > 3
}

fn as_typed(word: &str, meant: &str) -> String {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let mut letters = meant.chars();
    match letters.next() {
        Some(first) if capital => first.to_uppercase().chain(letters).collect(),
        _ => meant.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Words(&'static [&'static str]);

    impl Vocabulary for Words {
        fn written(&self, folded: &str) -> Option<&str> {
            self.0.iter().copied().find(|word| fold(word) == folded)
        }
        fn is_word(&self, folded: &str) -> bool {
            ["where", "will", "the", "be", "was"].contains(&folded)
        }
        fn shorthand(&self, folded: &str) -> Option<&str> {
            (folded == "wen").then_some("when")
        }
        fn near(&self, _: &str, _: u32, visit: &mut dyn FnMut(&str, usize)) {
            self.0.iter().for_each(|word| visit(&fold(word), 1));
        }
        fn weight(&self, _: &str, _: &str) -> f32 {
            1.0
        }
        fn name_keys(&self, _: &[&str], _: &mut dyn FnMut(usize, usize, &str)) {}
    }

    #[test]
    fn slips_are_mended_and_names_get_their_capitals() {
        let words = Words(&["harbour", "Marisol", "treaty"]);
        let mended = |question| mend(question, &words);
        assert_eq!(mended("wen was teh traety"), "when was teh treaty");
        assert_eq!(mended("where will marisol's harbor be"), "where will Marisol's harbour be");
        assert_eq!(mended("WHERE WILL MARISOL BE"), "where WILL Marisol BE");
    }

    #[test]
    fn a_word_that_is_near_to_none_stays() {
        assert_eq!(mend("Quetzalcoatl?", &Words(&["harbour"])), "Quetzalcoatl?");
    }
}
