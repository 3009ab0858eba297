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

/// Whether `text` is short pieces set apart by marks, such as "World > Europe > News" or a row
/// of headlines: at least one mark for every ten words, and no sentence among the pieces.
pub(super) fn is_row_of_links(text: &str) -> bool {
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
    fn a_quote_does_not_speak_to_the_reader() {
        assert!(speaks_to_reader("Tell us what you think."));
        assert!(!speaks_to_reader("\"Tell us what you think,\" he said."));
    }
}
