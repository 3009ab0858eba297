//! From bytes to text, whatever the encoding.
//!
//! A byte order mark decides; else every other byte is zero in UTF-16; else the bytes are UTF-8 if
//! they can be; else an HTML page may
//! name its encoding; else it is guessed from the bytes. Never fails: what cannot be decoded
//! becomes U+FFFD, and the caller is told.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How far into a page, in bytes, its declaration of an encoding is looked for.
const HEAD: usize = 4096;

/// The fewest pairs of bytes that are taken for UTF-16.
const SHORTEST_UTF16: usize = 4;

/// How many characters tell whether a file is text.
const SAMPLE: usize = 100_000;

/// A decoded file.
pub(super) struct Decoded<'b> {
    /// The text, without a byte order mark.
    pub(super) text: Cow<'b, str>,
    /// Whether bytes had to be replaced by U+FFFD.
    pub(super) damaged: bool,
}

/// The text of `bytes`.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = utf16(bytes) {
        return with(encoding, bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: Cow::Borrowed(text), damaged: false },
        Err(error) => with(other_than_utf8(bytes, error.valid_up_to()), bytes),
    }
}

/// UTF-16 without a mark: in languages with Latin letters, one byte of most pairs is zero, and
/// always the same one.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes[..bytes.len().min(HEAD)].chunks_exact(2);
    let count = pairs.len();
    let zeros = |at: usize| pairs.clone().filter(|pair| pair[at] == 0).count();
    let alternate = |many: usize, few: usize| many * 10 >= count * 7 && few * 20 <= count;
    let (high, low) = (zeros(0), zeros(1));
    if count < SHORTEST_UTF16 {
        None
    } else if alternate(low, high) {
        Some(UTF_16LE)
    } else if alternate(high, low) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether a decoded file is text at all, and not a picture or a program under another name: next
/// to none of its characters is a control character or could not be decoded.
pub(super) fn is_text(text: &str) -> bool {
    let is_odd = |c: &char| *c == '\u{FFFD}' || c.is_control() && !c.is_whitespace();
    let (mut odd, mut all) = (0, 0);
    for c in text.chars().take(SAMPLE) {
        odd += usize::from(is_odd(&c));
        all += 1;
    }
    odd * 30 <= all
}

fn with<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Decoded<'b> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, damaged }
}

/// The encoding of bytes that are UTF-8 only up to `valid`. A declared UTF-8 is believed: a
/// file that was cut inside a character is still UTF-8.
fn other_than_utf8(bytes: &[u8], valid: usize) -> &'static Encoding {
    if valid + 4 > bytes.len() && !bytes[..valid].is_ascii() {
        return UTF_8;
    }
    declared(&bytes[..bytes.len().min(HEAD)]).unwrap_or_else(|| guessed(bytes))
}

/// The encoding that an HTML page names in its head: `charset=...`.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let text = WINDOWS_1252.decode_without_bom_handling(head).0.to_ascii_lowercase();
    let label = text.split_once("charset=")?.1.trim_start_matches(['"', '\'', ' ']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c))?;
    Encoding::for_label(&label.as_bytes()[..end]).filter(|encoding| encoding.is_ascii_compatible())
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_decides() {
        assert_eq!(decode(b"\xEF\xBB\xBFcaf\xC3\xA9").text, "café");
        assert_eq!(decode(b"\xFF\xFEh\0i\0").text, "hi");
        assert_eq!(decode(b"\xFE\xFF\0h\0i").text, "hi");
    }

    #[test]
    fn utf_16_without_a_mark_is_known_by_its_zeros() {
        let text = "The mayor said “no” on Monday.";
        let bytes = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
            text.encode_utf16().flat_map(order).collect()
        };
        assert_eq!(decode(&bytes(u16::to_le_bytes)).text, text);
        assert_eq!(decode(&bytes(u16::to_be_bytes)).text, text);
        assert_eq!(decode(b"a\0b and so on").text, "a\0b and so on");
    }

    #[test]
    fn a_file_of_any_bytes_is_no_text() {
        let mut seed = 7_u32;
        let mut byte = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        };
        let bytes: Vec<u8> = (0..4096).map(|_| byte()).collect();
        assert!(!is_text(&decode(&bytes).text));
        assert!(!is_text(&decode(&[0; 64]).text));
        assert!(
            is_text("") && is_text("One\u{FFFD} slip in a line of text is no matter.\r\n\tAt all.")
        );
    }

    #[test]
    fn a_page_may_name_its_encoding() {
        let page = b"<meta charset=\"iso-8859-2\"><p>\xB9koda".as_slice();
        assert!(decode(page).text.ends_with("škoda"));
    }

    #[test]
    fn an_unnamed_encoding_is_guessed() {
        let smart = b"The mayor said \x93we\x92re done\x94 on Monday in caf\xE9s across town.";
        let decoded = decode(smart);
        assert!(decoded.text.contains("“we’re done”"), "{}", decoded.text);
        assert!(!decoded.damaged);
    }

    #[test]
    fn a_cut_character_does_not_make_the_file_another_encoding() {
        let decoded = decode("Zürich café".as_bytes().split_last().map_or(&[], |(_, rest)| rest));
        assert_eq!(decoded.text, "Zürich caf\u{FFFD}");
        assert!(decoded.damaged);
    }

    #[test]
    fn every_byte_is_read() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert!(!decode(&bytes).text.is_empty());
        assert_eq!(decode(b"").text, "");
    }
}
