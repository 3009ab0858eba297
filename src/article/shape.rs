//! How a block reads: like prose, like a heading, like a row of links.
//!
//! Looks at length, case and punctuation only; knows no phrases.

/// Marks that a sentence may end with.
const STOPS: [char; 5] = ['.', '!', '?', '…', ';'];

/// Marks that may close behind the stop.
const CLOSERS: [char; 6] = ['"', '\'', '”', '’', ')', ']'];

/// Whether `text` ends as a sentence does.
pub(super) fn ends_as_sentence(text: &str) -> bool {
    text.trim_end_matches(CLOSERS).ends_with(STOPS)
}

/// How many words `text` has.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether `text` reads like at least one whole sentence: it ends as one, or is far too long for
/// a heading, and most of its words are in small letters.
pub(super) fn is_prose(text: &str) -> bool {
    let words = text.split_whitespace().take(200).count();
    let ended = ends_as_sentence(text) && words >= 5;
    (ended || words > 35) && has_small_words(text)
}

/// Whether at least a third of the first words begin small, as in prose but not in a row of
/// names or headlines in title case.
fn has_small_words(text: &str) -> bool {
    let (mut small, mut all) = (0, 0);
    for word in text.split_whitespace().take(40) {
        let first = word.chars().find(|c| c.is_alphabetic());
        small += usize::from(first.is_some_and(|c| !c.is_uppercase()));
        all += usize::from(first.is_some());
    }
    small * 3 >= all && small > 0
}

/// Whether `text` speaks to the reader: it says "you", "our" and the like outside of quotes.
pub(super) fn speaks_to_reader(text: &str) -> bool {
    const WORDS: [&str; 12] = [
        "you", "your", "our", "we", "us", "here", "below", "click", "please", "website", "site",
        "page",
    ];
    let word = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        WORDS.iter().any(|known| bare.eq_ignore_ascii_case(known))
    };
    !text.contains(['"', '“', '”']) && text.split_whitespace().any(word)
}

/// Whether `line`, with its white space as it was saved, is three or more short names with wide
/// gaps between them: "Home   Launches   Moon".
pub(super) fn is_spaced_menu(line: &str) -> bool {
    let line = line.replace('\t', "  ").replace(char::is_whitespace, " ");
    let entries = || line.split("  ").map(str::trim).filter(|entry| !entry.is_empty());
    entries().nth(2).is_some() && entries().all(is_menu_entry)
}

/// One or two words without a figure or a stop, the first with a capital.
fn is_menu_entry(entry: &str) -> bool {
    entry.starts_with(char::is_uppercase)
        && words(entry) <= 2
        && !ends_as_sentence(entry)
        && !entry.contains(|c: char| c.is_numeric() || ",:\"“”".contains(c))
}

/// Whether `text` is short pieces set apart by marks: a menu or a row of headlines.
pub(super) fn is_row_of_links(text: &str) -> bool {
    is_marked_menu(text) || is_row_of_headlines(text)
}

/// Whether `text` is three or more short names with marks between them that headlines have, too
/// ("Home - Launches - Moon"), or that stand close to them ("Home|Launches|Moon").
fn is_marked_menu(text: &str) -> bool {
    const MARKS: [&str; 10] = ["|", "•", "·", ">", "»", "›", " - ", " – ", " — ", " ~ "];
    MARKS.iter().any(|mark| {
        let entries = || text.split(mark).map(str::trim).filter(|entry| !entry.is_empty());
        entries().nth(2).is_some() && entries().all(is_menu_entry)
    })
}

/// Whether `text` is pieces set apart by marks, such as "World > Europe > News": at least one mark
/// for every twenty words, and few sentences among the pieces.
fn is_row_of_headlines(text: &str) -> bool {
    const MARKS: [&str; 8] = [" | ", " • ", " · ", " > ", " » ", " / ", " › ", " :: "];
    let (mark, count) = MARKS
        .iter()
        .map(|mark| (mark, text.matches(mark).take(100).count()))
        .max_by_key(|&(_, count)| count)
        .unwrap_or((&MARKS[0], 0));
    let ended = || text.split(mark).filter(|piece| ends_as_sentence(piece.trim())).count();
    count > 0 && words(text) <= 20 * (count + 1) && ended() * 3 <= count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_ends_in_a_stop_and_has_small_words() {
        assert!(is_prose("The mayor said that he would go."));
        assert!(is_prose("\"We are ready to go now,\" he said. \"We know it.\""));
        assert!(!is_prose("Mayor to resign after vote"));
        assert!(!is_prose("World. Europe. Politics. Business. Sport. Culture."));
    }

    #[test]
    fn rows_of_links_have_marks_and_no_sentences() {
        assert!(is_row_of_links("China / Government"));
        assert!(is_row_of_links("Oil slips on ample supply • Dollar soars on upbeat figures •"));
        assert!(!is_row_of_links("The mayor said that he would go."));
        assert!(!is_row_of_links("He paid 5 francs. | She paid 6 francs."));
    }

    #[test]
    fn a_menu_is_short_names_with_gaps_or_marks_between_them() {
        for line in
            ["Home  Launches  Moon", "Home\tLaunches\tMoon", "Home\u{a0} \u{a0}Space Race   Moon "]
        {
            assert!(is_spaced_menu(line), "{line}");
        }
        for line in [
            "Home Launches Moon",
            "Probe reaches  the moon  at last",
            "Bridge  Closed",
            "Ann Lee   3 May 2020   The Bugle",
            "He  Left.  They  Stayed.",
        ] {
            assert!(!is_spaced_menu(line), "{line}");
        }
        assert!(is_row_of_links("Home|Launches|Moon") && is_row_of_links("Home - Launches - Moon"));
        assert!(!is_row_of_links("Bridge closed - ferry runs - nobody hurt"));
        assert!(!is_row_of_links("» Launches"));
    }

    #[test]
    fn a_quote_does_not_speak_to_the_reader() {
        assert!(speaks_to_reader("Tell us what you think."));
        assert!(!speaks_to_reader("\"Tell us what you think,\" he said."));
    }
}
