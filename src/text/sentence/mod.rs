//! Where sentences begin and end.
//!
//! In goes a paragraph or a whole text, out come the spans of its sentences, in order, without
//! the white space around them. Headings and list items come out as sentences too: whoever
//! knows the layout keeps them apart. The text itself is never changed, and nothing but white
//! space is left out.
//!
//! How it works: [`layout`] cuts the text where no sentence can go on; in what is left, [`scan`]
//! walks from mark to mark, skips quotes and brackets ([`enclosure`]), and asks [`stop`] about
//! every full stop, question mark, exclamation mark and ellipsis. Abbreviations and other words
//! that decide are data files, read by [`words`].

mod ellipsis;
mod enclosure;
mod following;
mod layout;
mod scan;
mod stop;
mod words;

use super::Span;

/// The sentences of `text`, as spans without the white space around them.
///
/// A quote stays with the sentence that introduces it, unless it is longer than 400 bytes.
///
/// ```
/// use dateline::text::sentence;
/// let text = "U.S. stocks fell at 4 p.m. Friday. \"It was bad. Very bad,\" said Mr. Hill.";
/// let sentences: Vec<&str> = sentence::split(text).into_iter().map(|s| s.of(text)).collect();
/// assert_eq!(sentences, [
///     "U.S. stocks fell at 4 p.m. Friday.",
///     "\"It was bad. Very bad,\" said Mr. Hill.",
/// ]);
/// ```
pub fn split(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    for unit in layout::units(text) {
        scan::sentences(&text[unit.clone()], |sentence| {
            sentences.push(Span::new(sentence).shifted(unit.start));
        });
    }
    sentences
}

#[cfg(test)]
mod tests;
