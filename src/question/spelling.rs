//! Typing mistakes: each word that neither the articles nor the language know becomes the known
//! word that it was most likely meant to be; so does a word that is known and has no business where
//! it stands ("the *grin* train" where an article has a grain train).

mod casing;
mod meant;
mod owners;
mod parts;
mod slips;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{Table, capitalised, fold};

use super::confusion;
use casing::cased;
use meant::{Around, Candidate};
use owners::{of_country, of_name};

/// What the articles' words are, as far as reading a question needs to know.
pub trait Vocabulary {
    /// The word of the articles that `folded` is, as they usually write it ("japan" → "Japan").
    fn written(&self, folded: &str) -> Option<&str>;

    /// Whether the articles write `folded` with a capital every time.
    fn is_always_capital(&self, folded: &str) -> bool;

    /// Whether `folded` is an English word, in the articles or not.
    fn is_word(&self, folded: &str) -> bool;

    /// Whether `folded` may be a word that was made of others ("cellmate", "unwashed").
    fn is_made(&self, _folded: &str) -> bool {
        false
    }

    /// Whether the articles have `folded` as a name by itself.
    fn is_lone_name(&self, _folded: &str) -> bool {
        false
    }

    /// What chat shorthand stands for ("wen" → "when").
    fn shorthand(&self, folded: &str) -> Option<&str>;

    /// Every word of the articles that may be at most `slips` slips of the keys away from `folded`,
    /// with how often they have it.
    fn near(&self, folded: &str, slips: u32, visit: &mut dyn FnMut(&str, usize));

    /// The same for common words of the language.
    fn near_in_language(&self, _folded: &str, _slips: u32, _visit: &mut dyn FnMut(&str)) {}

    /// The same for names of countries, of their people and capitals.
    fn near_in_countries(&self, _folded: &str, _slips: u32, _visit: &mut dyn FnMut(&str)) {}

    /// Whether the articles have two words side by side.
    fn is_beside(&self, _first: &str, _second: &str) -> bool {
        false
    }

    /// Two words side by side as the articles write them, where they mostly have
    /// capitals: "Dead", "Sea".
    fn name_of_two(&self, _first: &str, _second: &str) -> Option<(String, String)> {
        None
    }

    /// How much of `others` the articles have in one sentence with `word` at most, 0 to 1.
    fn shared(&self, _word: &str, _others: &[&str]) -> f32 {
        0.0
    }

    /// How much a word tells, 0 to 1.
    fn weight(&self, folded: &str, lemma: &str) -> f32;

    /// Calls `found(first, last, key)` for every name in `words` that goes by several forms.
    fn name_keys(&self, words: &[&str], found: &mut dyn FnMut(usize, usize, &str));
}

/// A word of a question.
struct Word {
    /// Which piece of the question it is.
    piece: usize,
    typed: String,
    folded: String,
    /// Whether it is the first, whose capital says nothing.
    opens: bool,
    /// What stands behind it up to the next word: " ".
    gap: String,
}

/// `question` with its typing mistakes mended, names written as the articles write them.
pub(super) fn mend(question: &str, vocabulary: &dyn Vocabulary) -> String {
    let pieces: Vec<&str> = question.trim().split_word_bounds().collect();
    let words = words(&pieces, is_shouted(question), vocabulary);
    let mut settled: Vec<String> =
        words.iter().map(|word| settled(word, vocabulary).unwrap_or_default()).collect();
    let mut tells: Vec<bool> = settled.iter().map(|word| !is_light(word)).collect();
    let hurried = is_hurried(question, &words);
    let mut mended: Vec<String> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let around = Around { settled: &settled, tells: &tells, at, vocabulary, hurried };
        let text = mend_word(word, &around);
        if !text.eq_ignore_ascii_case(&word.typed) {
            settled[at] = split_ending(&fold(&text)).0.to_owned();
            tells[at] = !is_light(&settled[at]);
        }
        mended.push(text);
    }
    casing::name_pairs(&words, &mut mended, vocabulary);
    casing::titles_before_names(&words, &mut mended);
    let opening = words.first().map_or(pieces.len(), |word| word.piece);
    let mut text: String = pieces[..opening].concat();
    for (at, (word, own)) in words.iter().zip(&mended).enumerate() {
        text.push_str(own);
        let next = mended.get(at + 1).filter(|_| word.gap == "-");
        let is_pair = next.is_some_and(|next| are_two_names(own, next, vocabulary));
        text.push_str(if is_pair { " " } else { &word.gap });
    }
    as_question(confusion::mend(&text))
}

/// "The *Peru-Chile* game": whether two names are joined that the articles have, and never so.
fn are_two_names(first: &str, second: &str, vocabulary: &dyn Vocabulary) -> bool {
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase)
            && vocabulary.written(&fold(word)).is_some_and(|it| it.starts_with(char::is_uppercase))
    };
    let whole = fold(&format!("{first}-{second}"));
    is_name(first) && is_name(second) && vocabulary.written(&whole).is_none()
}

/// A question typed without its mark, or without a capital, gets them.
fn as_question(mut text: String) -> String {
    const ASKS: [&str; 25] = [
        "who", "whom", "whose", "who's", "what", "what's", "when", "when's", "where", "where's",
        "why", "how", "which", "is", "are", "was", "were", "did", "does", "do", "has", "have",
        "will", "can", "in which",
    ];
    let asks = |word: &&str| {
        let start = text.get(..word.len()).filter(|start| start.eq_ignore_ascii_case(word));
        start.is_some() && text[word.len()..].starts_with(' ')
    };
    if !ASKS.iter().any(asks) {
        return text;
    }
    if text.ends_with(char::is_alphanumeric) {
        text.push('?');
    }
    capitalised(&text)
}

/// Whether a question is typed carelessly: without its capital or its mark.
fn is_hurried(question: &str, words: &[Word]) -> bool {
    let small = words.first().is_some_and(|first| !first.typed.starts_with(char::is_uppercase));
    small || question.trim_end().ends_with(char::is_alphanumeric)
}

/// The words among the pieces of a question; those that were torn apart are one.
fn words(pieces: &[&str], shouted: bool, vocabulary: &dyn Vocabulary) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (piece, text) in pieces.iter().enumerate() {
        if text.chars().any(char::is_alphabetic) {
            let typed = if shouted { text.to_lowercase() } else { (*text).to_owned() };
            let (folded, opens) = (fold(&typed), words.is_empty());
            let last = words.last_mut().filter(|last| last.gap == " ");
            let whole = last.and_then(|last| {
                let whole = parts::joined(&last.folded, &folded, vocabulary)?;
                Some((last, whole))
            });
            match whole {
                Some((last, whole)) => {
                    last.typed.push_str(&typed);
                    (last.folded, last.gap) = (whole, String::new());
                }
                None => words.push(Word { piece, typed, folded, opens, gap: String::new() }),
            }
        } else if let Some(word) = words.last_mut() {
            word.gap.push_str(text);
        }
    }
    words
}

/// A word as it is known, folded, without "'s" and the like; `None` where it is not known.
fn settled(word: &Word, vocabulary: &dyn Vocabulary) -> Option<String> {
    let (stem, _) = split_ending(&word.folded);
    let short = || vocabulary.shorthand(&word.folded).map(str::to_owned);
    let known = || vocabulary.written(stem).is_some() || is_known(stem, vocabulary);
    short().or_else(|| known().then(|| stem.to_owned()))
}

/// A word set right.
fn mend_word(word: &Word, around: &Around) -> String {
    let vocabulary = around.vocabulary;
    if word.gap == "-" && PREFIXES.has(&word.folded) {
        return word.typed.clone();
    }
    let as_name = !word.opens && word.typed.starts_with(char::is_uppercase);
    let (stem, ending) = split_ending(&word.folded);
    let written = vocabulary.written(stem);
    let is_taken = || written.is_some() && (as_name || around.is_beside(stem));
    if let Some(meant) = shorthand(word, around, as_name).filter(|_| !is_taken()) {
        return as_typed(&word.typed, meant);
    }
    if let Some(measure) = around.measure(stem) {
        return measure.to_owned();
    }
    let is_small = word.typed.chars().all(|letter| !letter.is_uppercase());
    // "How *long*", and be it that a rocket is called Long March.
    let before = around.at.checked_sub(1).map(|at| around.settled[at].as_str());
    if is_small && before == Some("how") && is_known(stem, vocabulary) {
        return word.typed.clone();
    }
    if let Some(upper) = casing::abbreviation(stem).filter(|_| is_small && written.is_none()) {
        return format!("{upper}{ending}");
    }
    let next = (word.gap == " ").then(|| around.settled.get(around.at + 1)).flatten();
    let next = next.map(String::as_str);
    if let Some(owner) = of_country(stem, next).filter(|_| written.is_none()) {
        return owner;
    }
    let is_new = written.is_none();
    if let Some(written) = written.or_else(|| is_known(stem, vocabulary).then_some(stem)) {
        let form = || is_new.then(|| around.common_form(stem)).flatten();
        let meant = if as_name { None } else { around.misplaced(stem).or_else(form) };
        return match meant {
            Some(meant) => meant_as(&meant.word, word, ending, vocabulary),
            None if is_small => cased(written, stem, ending, vocabulary),
            None => word.typed.clone(),
        };
    }
    of_name(stem, next, vocabulary).unwrap_or_else(|| mend_unknown(word, around, as_name, next))
}

/// What chat shorthand stands for here.
fn shorthand<'a>(word: &'a Word, around: &'a Around, as_name: bool) -> Option<&'a str> {
    match word.folded.as_str() {
        "hwo" | "ohw" => Some(around.who_or_how()),
        "wer" if !word.opens => Some("were"),
        initial if initial.len() == 1 && as_name => None,
        short => around.vocabulary.shorthand(short),
    }
}

/// A word set right that is not known.
fn mend_unknown(word: &Word, around: &Around, as_name: bool, next: Option<&str>) -> String {
    let vocabulary = around.vocabulary;
    let (stem, ending) = split_ending(&word.folded);
    let meant = around.meant(stem, as_name);
    let is_easy = meant.as_ref().is_some_and(|meant| meant.cost < 0.9);
    let parted = if is_easy { None } else { parts::parted(stem, vocabulary) };
    let is_apart = parted.as_ref().is_some_and(|(one, two)| vocabulary.is_beside(one, two));
    let is_near = meant.as_ref().is_some_and(|meant| {
        let is_usual = || meant.cost <= 1.0 && vocabulary.weight(&meant.word, &meant.word) < USUAL;
        meant.cost < 0.7 || meant.count > 0 || is_usual()
    });
    if !is_apart && !is_near && vocabulary.is_made(stem) {
        return word.typed.clone();
    }
    if let Some((first, second)) = parted {
        let part =
            |part: &str| cased(vocabulary.written(part).unwrap_or(part), part, "", vocabulary);
        return as_typed(&word.typed, &format!("{} {}{ending}", part(&first), part(&second)));
    }
    let Some(Candidate { word: meant, .. }) = meant else {
        return word.typed.clone();
    };
    of_name(&meant, next, vocabulary).unwrap_or_else(|| meant_as(&meant, word, ending, vocabulary))
}

/// The word that was meant instead of one, as it is to be written there.
fn meant_as(meant: &str, word: &Word, ending: &str, vocabulary: &dyn Vocabulary) -> String {
    let written = vocabulary.written(meant).unwrap_or(meant);
    let mended = cased(written, meant, ending, vocabulary);
    as_typed(&word.typed, &mended)
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
    is_light(stem)
        || stem.chars().count() < 3
        || stem.chars().any(|c| c.is_ascii_digit())
        || vocabulary.is_word(stem)
}

static PREFIXES: Table = Table::new(include_str!("data/prefixes.txt"));
static FUNCTION_WORDS: Table = Table::new(include_str!("data/function_words.txt"));

/// Whether a word stands in so many sentences that its neighbours say nothing.
fn is_light(word: &str) -> bool {
    word.len() < 3 || FUNCTION_WORDS.has(word)
}

/// Up to this weight a word is so common that it was meant rather than one that somebody made.
const USUAL: f32 = 0.62;

/// Words that most questions are made of: they are what a slip was most likely meant to be.
const COMMON: [&str; 40] = [
    "what", "when", "where", "which", "who", "whom", "whose", "why", "how", "many", "much", "did",
    "does", "have", "has", "had", "was", "were", "will", "would", "could", "should", "been",
    "from", "with", "about", "after", "before", "said", "took", "held", "made", "they", "their",
    "that", "this", "there", "people", "happen", "happened",
];

/// Whether a whole question of some length is typed in capitals.
fn is_shouted(question: &str) -> bool {
    let letters = || question.chars().filter(|c| c.is_alphabetic());
    letters().count() > 8 && letters().all(char::is_uppercase)
}

fn as_typed(word: &str, meant: &str) -> String {
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    if capital { capitalised(meant) } else { meant.to_owned() }
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
        assert_eq!(mended("wen was teh traety"), "When was teh treaty?");
        assert_eq!(mended("where will marisol's harbor be"), "Where will Marisol's harbour be?");
        assert_eq!(mended("WHERE WILL MARISOL BE"), "Where will Marisol be?");
        assert_eq!(mended("is Marisols traety the harbour"), "Is Marisol's treaty the harbour?");
    }

    /// Mended where an article says so.
    fn mended(article: &str, question: &str) -> String {
        use crate::article;
        use crate::engine::{Additions, Document, Engine};
        let article = article::read(article.as_bytes(), std::path::Path::new("article.txt"));
        mend(question, &Engine::new(vec![Document::Article(article)], Additions::default()))
    }

    #[test]
    fn the_articles_tell_which_word_was_meant() {
        let article = "Trains collide\n\nOn Monday a grain train left the harbour of Belmar near the \
                       Dead Sea. A spokeswoman, Ana Petrosyan, said the boat captain was hurt.";
        for (typed, meant) in [
            ("wen did the grin train leave belmr", "When did the grain train leave Belmar?"),
            ("wher is the dead sea", "Where is the Dead Sea?"),
            ("who is petrosyans boat captin", "Who is Petrosyan's boat captain?"),
            ("how lung was the graintrain", "How long was the grain train?"),
            ("hwo many har bour trains", "How many harbour trains?"),
            ("Who grabbed the Texans in the towboat?", "Who grabbed the Texans in the towboat?"),
            ("who is geting the boat", "Who is getting the boat?"),
            ("wen was the train finshed", "When was the train finished?"),
            ("who goes to the harbour", "Who goes to the harbour?"),
            ("where did captain petrosyan go", "Where did Captain Petrosyan go?"),
        ] {
            assert_eq!(mended(article, typed), meant);
        }
    }

    #[test]
    fn a_word_that_is_near_to_none_stays() {
        assert_eq!(mend("Quetzalcoatl?", &Words(&["harbour"])), "Quetzalcoatl?");
    }
}
