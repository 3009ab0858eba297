//! The word lists that the rules about full stops rest on, read from the files under `data/`.
//!
//! In goes a word without its last stop, out comes what kind of abbreviation it is. Knows
//! nothing about positions or about what stands around the word.

use std::sync::LazyLock;

use crate::text::quick::{QuickMap, QuickSet};

/// What a full stop after a word can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// No abbreviation: the stop ends the sentence.
    Ordinary,
    /// A title and the like: the stop never ends the sentence.
    BeforeName,
    /// The stop ends the sentence unless a number follows ("Jan. 5", "No. 10").
    BeforeNumber,
    /// The stop ends the sentence only before a word that opens sentences ("Inc.", "U.S.").
    Within,
    /// A single capital letter, as in "John F. Kennedy".
    Initial,
    /// "a.m." or "p.m.".
    Clock,
}

static ABBREVIATIONS: LazyLock<QuickMap<&str, Kind>> =
    LazyLock::new(|| abbreviations(include_str!("data/abbreviations.txt")));
static OPENERS: LazyLock<QuickSet<&str>> =
    LazyLock::new(|| words(include_str!("data/openers.txt")));
static SPEECH_VERBS: LazyLock<QuickSet<&str>> =
    LazyLock::new(|| words(include_str!("data/speech_verbs.txt")));
static CLOCK_FOLLOWERS: LazyLock<QuickSet<&str>> =
    LazyLock::new(|| words(include_str!("data/clock_followers.txt")));

/// The longest word, in bytes, that can be an abbreviation; longer ones are not looked up.
const LONGEST: usize = 12;

/// The kind of `word`, which is written without the stop that is in question.
pub(super) fn kind(word: &str) -> Kind {
    if word.len() > LONGEST {
        return Kind::Ordinary;
    }
    if word.eq_ignore_ascii_case("a.m") || word.eq_ignore_ascii_case("p.m") {
        return Kind::Clock;
    }
    listed(word).unwrap_or_else(|| by_shape(word))
}

/// Whether `word` opens a sentence far more often than it goes on a name.
pub(super) fn opens_sentences(word: &str) -> bool {
    OPENERS.contains(word.to_lowercase().as_str())
}

/// Whether `word` is a verb that names the speaker of a quote.
pub(super) fn is_speech_verb(word: &str) -> bool {
    SPEECH_VERBS.contains(word)
}

/// Whether `word` goes on a time of day, as a day or a time zone does.
pub(super) fn goes_on_a_clock(word: &str) -> bool {
    CLOCK_FOLLOWERS.contains(word.to_lowercase().as_str())
}

/// The kind that the list gives: for the word as it stands, in small letters, or, where it is
/// all capitals, capitalised.
fn listed(word: &str) -> Option<Kind> {
    let small = word.to_lowercase();
    let known = ABBREVIATIONS.get(word).or_else(|| ABBREVIATIONS.get(small.as_str()));
    if known.is_some() || word.chars().any(char::is_lowercase) {
        return known.copied();
    }
    let mut letters = small.chars();
    let capitalised: String =
        letters.next()?.to_uppercase().chain(letters.as_str().chars()).collect();
    ABBREVIATIONS.get(capitalised.as_str()).copied()
}

/// Single capitals are initials; pieces of one to three letters with stops between them are
/// abbreviations ("U.S", "i.v", "Ph.D").
fn by_shape(word: &str) -> Kind {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(only), None) if only.is_uppercase() => Kind::Initial,
        _ if is_dotted(word) => Kind::Within,
        _ => Kind::Ordinary,
    }
}

fn is_dotted(word: &str) -> bool {
    let short = |piece: &str| {
        piece.chars().all(char::is_alphabetic) && (1..=3).contains(&piece.chars().count())
    };
    let single = |piece: &str| piece.chars().count() == 1;
    word.contains('.') && word.split('.').all(short) && word.split('.').any(single)
}

/// The words of a list file: set apart by white space, `#` opens a comment line.
fn words(file: &'static str) -> QuickSet<&'static str> {
    file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

/// The sections of the abbreviation file, each under a heading in brackets.
fn abbreviations(file: &'static str) -> QuickMap<&'static str, Kind> {
    let mut kind = Kind::Ordinary;
    let mut known = QuickMap::default();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some(heading) = line.strip_prefix('[') {
            kind = section(heading);
        } else {
            known.extend(line.split_whitespace().map(|word| (word, kind)));
        }
    }
    known
}

fn section(heading: &str) -> Kind {
    match heading {
        _ if heading.starts_with("before a name") => Kind::BeforeName,
        _ if heading.starts_with("before a number") => Kind::BeforeNumber,
        _ => Kind::Within,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_tells_titles_from_places_and_states() {
        assert_eq!(kind("Mr"), Kind::BeforeName);
        assert_eq!(kind("MR"), Kind::BeforeName);
        assert_eq!(kind("Sept"), Kind::BeforeNumber);
        assert_eq!(kind("Calif"), Kind::Within);
    }

    #[test]
    fn a_capitalised_entry_does_not_stand_for_the_small_word() {
        assert_eq!(kind("Miss"), Kind::Within);
        assert_eq!(kind("miss"), Kind::Ordinary);
        assert_eq!(kind("sat"), Kind::Ordinary);
    }

    #[test]
    fn letters_with_stops_between_them_are_known_by_their_shape() {
        assert_eq!(kind("U.S"), Kind::Within);
        assert_eq!(kind("Ph.D"), Kind::Within);
        assert_eq!(kind("F"), Kind::Initial);
        assert_eq!(kind("P.M"), Kind::Clock);
        assert_eq!(kind("home.page"), Kind::Ordinary);
    }

    #[test]
    fn every_heading_of_the_file_is_known() {
        let headings =
            include_str!("data/abbreviations.txt").lines().filter(|line| line.starts_with('['));
        let kinds: Vec<Kind> = headings.map(|line| section(&line[1..])).collect();
        assert_eq!(kinds, [Kind::BeforeName, Kind::BeforeNumber, Kind::Within]);
    }
}
