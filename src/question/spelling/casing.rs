//! Names that are typed small get the capitals that the articles give them.

use crate::lexicon::{Lexicon, NounKind, PlaceKind, Relation};
use crate::text::{capitalised, fold};

use super::{FUNCTION_WORDS, Vocabulary, Word, is_light};

/// A word typed small as the articles write it: a name with its capital, another word without one.
pub(super) fn cased(
    written: &str,
    folded: &str,
    ending: &str,
    vocabulary: &dyn Vocabulary,
) -> String {
    let lexicon = Lexicon::builtin();
    let named = folded.len() > 3
        && (lexicon.country(folded).is_some()
            || folded.strip_suffix('s').is_some_and(|one| lexicon.country(one).is_some()));
    let is_lower = written.chars().all(|letter| !letter.is_uppercase());
    if is_lower && named {
        return format!("{}{ending}", capitalised(written));
    }
    let common = !is_lower
        && !named
        && !is_abbreviation(written)
        && lexicon.given_name(folded).is_none()
        && lexicon.place(folded).is_none()
        && lexicon.organisation(folded).is_none()
        && (is_everywhere(folded) || !vocabulary.is_always_capital(folded) && is_common(folded))
        && !vocabulary.is_lone_name(folded)
        || !is_lower && lexicon.title(folded).is_some();
    format!("{}{ending}", if common { folded } else { written })
}

/// Whether the articles write a word in capitals throughout, and it is none that everybody
/// uses: "UN", not "IT".
fn is_abbreviation(written: &str) -> bool {
    let lower = written.to_lowercase();
    written.len() > 1
        && written.chars().all(|letter| letter.is_uppercase() || letter.is_ascii_digit())
        && !is_light(&lower)
        || written == "UN"
        || written == "EU"
}

/// An abbreviation typed small in its capitals: "hk", "dc", "fbi"; "us", "who", "car"
/// and "sec" are words.
pub(super) fn abbreviation(folded: &str) -> Option<String> {
    /// A word as common as this is meant by itself.
    const COMMON: f32 = 0.55;
    let lexicon = Lexicon::builtin();
    let is_word = FUNCTION_WORDS.has(folded) || lexicon.rarity(folded) < COMMON;
    if !(2..=4).contains(&folded.len()) || is_word {
        return None;
    }
    let upper = folded.to_uppercase();
    let is_country = || lexicon.country(&upper).is_some_and(|it| it.relation == Relation::Alias);
    let is_town = || {
        let found = lexicon.place(&upper).filter(|_| lexicon.place(folded).is_none());
        found.is_some_and(|it| matches!(it.place.kind, PlaceKind::City | PlaceKind::District))
    };
    let is_body = || folded.len() > 2 && lexicon.organisation(folded).is_some();
    (is_country() || is_town() || is_body()).then_some(upper)
}

/// Whether a word is so usual that it is meant by itself where it is typed small: "its new chief",
/// where the articles have nothing but New Zealand.
fn is_everywhere(folded: &str) -> bool {
    const USUAL: f32 = 0.4;
    let lexicon = Lexicon::builtin();
    lexicon.rarity(folded) < USUAL && lexicon.kind_of(folded) != NounKind::Time
}

/// Whether a word is an English noun with a meaning of its own: "worker", not "Kosgei".
fn is_common(folded: &str) -> bool {
    let lexicon = Lexicon::builtin();
    let known = |word: &str| !matches!(lexicon.kind_of(word), NounKind::Other);
    let time = lexicon.kind_of(folded) == NounKind::Time && folded.len() > 2;
    !time && (known(folded) || folded.strip_suffix('s').is_some_and(known))
}

/// Two words that are a name together get its capitals, where the whole question is typed small.
pub(super) fn name_pairs(words: &[Word], mended: &mut [String], vocabulary: &dyn Vocabulary) {
    let small = |word: &Word| word.typed.chars().all(|letter| !letter.is_uppercase());
    if !words.iter().skip(1).all(small) {
        return;
    }
    for at in (1..words.len()).filter(|&at| words[at - 1].gap == " ") {
        let (first, second) = (fold(&mended[at - 1]), fold(&mended[at]));
        if let Some((first, second)) = pair(&first, &second, vocabulary) {
            (mended[at - 1], mended[at]) = (first, second);
        }
    }
}

/// A title typed small right before a name gets its capital, as in print: "crown prince Naruhito".
pub(super) fn titles_before_names(words: &[Word], mended: &mut [String]) {
    let is_title = |phrase: &str| Lexicon::builtin().title(phrase).is_some();
    for at in (1..words.len()).rev().filter(|&at| words[at - 1].gap == " ") {
        let named = mended[at].starts_with(char::is_uppercase) && !is_title(&words[at].folded);
        if !named || !is_title(&words[at - 1].folded) {
            continue;
        }
        mended[at - 1] = capitalised(&mended[at - 1]);
        let first = at.checked_sub(2).filter(|&first| words[first].gap == " ");
        if let Some(first) = first
            && is_title(&format!("{} {}", words[first].folded, words[at - 1].folded))
        {
            mended[first] = capitalised(&mended[first]);
        }
    }
}

/// Two words side by side that are a name together, as they are written then: "dead
/// sea" as "Dead Sea".
fn pair(first: &str, second: &str, vocabulary: &dyn Vocabulary) -> Option<(String, String)> {
    let (stem, ending) = super::split_ending(second);
    let is_short = |word: &str| word.len() < 3 && !FUNCTION_WORDS.has(word);
    if is_short(stem) && !is_light(first) {
        // "Anna *Ek*".
        return vocabulary.name_of_two(first, stem).map(|(a, b)| (a, format!("{b}{ending}")));
    }
    if is_light(first) || is_light(second) {
        return None;
    }
    if Lexicon::builtin().title(stem).is_some() {
        return None;
    }
    if let Some((first, second)) = vocabulary.name_of_two(first, stem) {
        return Some((first, format!("{second}{ending}")));
    }
    let lexicon = Lexicon::builtin();
    let both = format!("{first} {stem}");
    let known = lexicon.country(&both).is_some() || lexicon.place(&both).is_some();
    known.then(|| (capitalised(first), format!("{}{ending}", capitalised(stem))))
}

#[cfg(test)]
mod tests {
    use super::abbreviation;

    #[test]
    fn abbreviations_get_their_capitals_and_words_do_not() {
        for short in ["hk", "dc", "uk", "nyc", "fbi", "uae"] {
            assert_eq!(abbreviation(short), Some(short.to_uppercase()));
        }
        for word in ["us", "who", "in", "or", "car", "sec", "oslo"] {
            assert_eq!(abbreviation(word), None, "{word}");
        }
    }
}
