//! Typing mistakes: each word that neither the articles nor the language know becomes the known
//! word that it was most likely meant to be.

use unicode_segmentation::UnicodeSegmentation;

use crate::lexicon::{Lexicon, NounKind};
use crate::text::{Table, fold};

use super::confusion;

/// What the articles' words are, as far as reading a question needs to know.
pub trait Vocabulary {
    /// The word of the articles that `folded` is, as they usually write it ("japan" → "Japan").
    fn written(&self, folded: &str) -> Option<&str>;

    /// Whether the articles write `folded` with a capital every time.
    fn is_always_capital(&self, folded: &str) -> bool;

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
    let shouted = is_shouted(question);
    let mut mended = String::with_capacity(question.len() + 8);
    let pieces: Vec<&str> = question.trim().split_word_bounds().collect();
    let mut first = true;
    for (at, word) in pieces.iter().enumerate() {
        if word.chars().any(char::is_alphabetic) {
            let word = if shouted { word.to_lowercase() } else { (*word).to_owned() };
            let next = pieces.get(at + 2).map(|next| fold(next));
            mended.push_str(&mend_word(&word, first, next.as_deref(), vocabulary));
            first = false;
        } else {
            mended.push_str(word);
        }
    }
    confusion::mend(&mended)
}

/// A word set right; `opens` tells that it is the first, whose capital says nothing.
fn mend_word(word: &str, opens: bool, next: Option<&str>, vocabulary: &dyn Vocabulary) -> String {
    let folded = fold(word);
    let typed_as_name = !opens && word.chars().next().is_some_and(char::is_uppercase);
    let (stem, ending) = split_ending(&folded);
    let written = vocabulary.written(stem);
    let shorthand = vocabulary.shorthand(&folded);
    if let Some(meant) = shorthand.filter(|_| !typed_as_name || written.is_none()) {
        return as_typed(word, meant);
    }
    if let Some(written) = written.or_else(|| is_known(stem, vocabulary).then_some(stem)) {
        return if word == folded {
            cased(written, stem, ending, vocabulary)
        } else {
            word.to_owned()
        };
    }
    if let Some(owner) = owner(stem, next, vocabulary) {
        return owner;
    }
    match nearest(stem, typed_as_name, vocabulary) {
        Some(meant) => {
            if let Some(owner) = owner(&meant, next, vocabulary) {
                return owner;
            }
            let written = vocabulary.written(&meant).unwrap_or(&meant);
            let mended = cased(written, &meant, ending, vocabulary);
            if opens { as_typed(word, &mended) } else { mended }
        }
        None => word.to_owned(),
    }
}

/// A word without "'s", "n't" and the like, and that ending.
fn split_ending(folded: &str) -> (&str, &str) {
    const ENDINGS: [&str; 7] = ["'s", "n't", "'d", "'ll", "'re", "'ve", "s'"];
    let ending = ENDINGS.iter().find(|ending| folded.ends_with(*ending));
    match ending {
        Some(&"s'") => folded.split_at(folded.len() - 1),
        Some(ending) => folded.split_at(folded.len() - ending.len()),
        None => (folded, ""),
    }
}

/// Whether a word needs no mending, or is too short to tell.
fn is_known(stem: &str, vocabulary: &dyn Vocabulary) -> bool {
    static FUNCTION_WORDS: Table = Table::new(include_str!("data/function_words.txt"));
    FUNCTION_WORDS.has(stem)
        || vocabulary.is_word(stem)
        || stem.chars().count() < 3
        || stem.chars().any(|c| c.is_ascii_digit())
}

/// A word typed small as the articles write it: a name with its capital, another word without one.
fn cased(written: &str, folded: &str, ending: &str, vocabulary: &dyn Vocabulary) -> String {
    let lexicon = Lexicon::builtin();
    let named = lexicon.country(folded).is_some() && folded.len() > 3;
    let is_lower = written == folded;
    if is_lower && named {
        return format!("{}{ending}", capitalised(written));
    }
    let common = !is_lower
        && !named
        && lexicon.given_name(folded).is_none()
        && lexicon.place(folded).is_none()
        && lexicon.organisation(folded).is_none()
        && !vocabulary.is_always_capital(folded)
        && is_common(folded)
        || !is_lower && lexicon.title(folded).is_some();
    format!("{}{ending}", if common { folded } else { written })
}

/// Whether a word is an English noun with a meaning of its own: "worker", not "Kosgei".
fn is_common(folded: &str) -> bool {
    let lexicon = Lexicon::builtin();
    let known = |word: &str| !matches!(lexicon.kind_of(word), NounKind::Other);
    let time = lexicon.kind_of(folded) == NounKind::Time && folded.len() > 2;
    !time && (known(folded) || folded.strip_suffix('s').is_some_and(known))
}

/// "Boeings", "womens": the owner's mark was left out.
fn owner(stem: &str, next: Option<&str>, vocabulary: &dyn Vocabulary) -> Option<String> {
    let owner = stem.strip_suffix('s').filter(|owner| owner.len() > 2 && !owner.ends_with('s'))?;
    let written = vocabulary.written(owner).filter(|_| vocabulary.written(stem).is_none())?;
    const AFTER_PLURAL: [&str; 16] = [
        "in", "on", "at", "to", "from", "by", "for", "with", "of", "is", "are", "was", "were",
        "and", "will", "did",
    ];
    next.filter(|next| next.chars().any(char::is_alphanumeric) && !AFTER_PLURAL.contains(next))?;
    let plural = matches!(owner, "men" | "women" | "children" | "people");
    let name = written.chars().next().is_some_and(char::is_uppercase);
    (plural || name).then(|| format!("{}'s", cased(written, owner, "", vocabulary)))
}

/// The known word that `folded` was most likely meant to be; a name where it is typed as one.
///
/// A reading counts when it is one slip away (two in words of seven letters and more), by the
/// optimal string alignment distance, in which swapping two neighbours is one slip; in words of three
/// letters only swapping is.
fn nearest(folded: &str, as_name: bool, vocabulary: &dyn Vocabulary) -> Option<String> {
    let letters = folded.chars().count();
    let allowed = if letters >= 7 { 2 } else { 1 };
    let mut best: Option<(f64, String)> = None;
    let mut consider = |word: &str, count: usize, bonus: f64| {
        let slips = strsim::osa_distance(folded, word);
        let sure = letters > 3
            || same_letters(folded, word)
            || doubled(word, folded)
            || (count > 0 && lacks_vowel(folded));
        if slips > allowed || !sure {
            return;
        }
        let likeness = strsim::jaro_winkler(folded, word) - slips as f64 * 0.1;
        let swapped = if same_letters(folded, word) { 0.05 } else { 0.0 };
        let score = likeness + (count as f64 + 1.0).ln() * 0.004 + bonus + swapped;
        if best.as_ref().is_none_or(|(other, _)| score > *other) {
            best = Some((score, word.to_owned()));
        }
    };
    vocabulary.near(folded, allowed as u32, &mut |word, count| {
        let named = || {
            vocabulary
                .written(word)
                .is_some_and(|written| written.chars().next().is_some_and(char::is_uppercase))
        };
        if !as_name || named() {
            consider(word, count, 0.0);
        }
    });
    if !as_name {
        COMMON.iter().for_each(|word| consider(word, 0, 0.04));
    }
    best.map(|(_, word)| word)
}

/// Words that most questions are made of: they are what a slip was most likely meant to be.
const COMMON: [&str; 40] = [
    "what", "when", "where", "which", "who", "whom", "whose", "why", "how", "many", "much", "did",
    "does", "have", "has", "had", "was", "were", "will", "would", "could", "should", "been",
    "from", "with", "about", "after", "before", "said", "took", "held", "made", "they", "their",
    "that", "this", "there", "people", "happen", "happened",
];

/// Whether a word cannot be said as it stands: "kty".
fn lacks_vowel(word: &str) -> bool {
    !word.contains(['a', 'e', 'i', 'o', 'u'])
}

/// Whether `word` is `typed` with a letter doubled: "hill" for "hil".
fn doubled(word: &str, typed: &str) -> bool {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.iter().collect::<String>() == typed
}

fn same_letters(a: &str, b: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    a.len() == b.len() && sorted(a) == sorted(b)
}

/// Whether a whole question of some length is typed in capitals.
fn is_shouted(question: &str) -> bool {
    let letters = || question.chars().filter(|c| c.is_alphabetic());
    letters().count() > 8 && letters().all(char::is_uppercase)
}

fn as_typed(word: &str, meant: &str) -> String {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    if capital { capitalised(meant) } else { meant.to_owned() }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Words(&'static [&'static str]);

    impl Vocabulary for Words {
        fn written(&self, folded: &str) -> Option<&str> {
            self.0.iter().copied().find(|word| fold(word) == folded)
        }
        fn is_always_capital(&self, folded: &str) -> bool {
            self.written(folded).is_some_and(|word| word.starts_with(char::is_uppercase))
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
        assert_eq!(mended("WHERE WILL MARISOL BE"), "where will Marisol be");
        assert_eq!(mended("is Marisols traety the harbour"), "is Marisol's treaty the harbour");
    }

    #[test]
    fn a_word_that_is_near_to_none_stays() {
        assert_eq!(mend("Quetzalcoatl?", &Words(&["harbour"])), "Quetzalcoatl?");
    }
}
