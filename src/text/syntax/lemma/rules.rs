//! The rules of English spelling that endings follow, taken back.
//!
//! Every rule gives how many bytes of the word stay and what follows them. They look at bytes:
//! where a word is not ASCII they leave it alone, so that no character is cut.

/// What stays of a word, and what follows it.
type Base = Option<(usize, &'static str)>;

/// "companies" → "company".
pub(super) fn singular(word: &str) -> Base {
    let length = word.len();
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if length < 4 || !word.is_ascii() || !word.ends_with('s') || ends(&["ss", "us", "is", "'s"]) {
        return None;
    }
    if word.ends_with("ies") && length > 4 {
        return Some((length - 3, "y"));
    }
    if word.ends_with("men") {
        return Some((length - 3, "man"));
    }
    let latin = word.ends_with("uses") && !ends(&["auses", "ouses"]) && length > 6;
    if latin || ends(&["sses", "xes", "ches", "shes", "oes"]) {
        return Some((length - 2, ""));
    }
    Some((length - 1, ""))
}

/// "announces" → "announce", "tries" → "try".
pub(super) fn third_person(word: &str) -> Base {
    let length = word.len();
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if length < 3 || !word.is_ascii() || !word.ends_with('s') || ends(&["ss"]) {
        return None;
    }
    if word.ends_with("ies") {
        return Some((length - 3, if length > 4 { "y" } else { "ie" }));
    }
    if ends(&["sses", "xes", "ches", "shes", "oes", "zzes"]) {
        return Some((length - 2, ""));
    }
    Some((length - 1, ""))
}

/// Base forms that end as if they were past: "speed", not "agreed".
const LIKE_PAST: [&str; 11] = [
    "bleed", "breed", "exceed", "feed", "heed", "need", "proceed", "seed", "speed", "succeed",
    "weed",
];

/// "announced" without "ed" → "announce"; also for "ing", "er" and "est".
pub(super) fn without(word: &str, ending: &str) -> Base {
    if ending == "ed" && LIKE_PAST.contains(&word) {
        return None;
    }
    let stem = word.strip_suffix(ending).filter(|stem| stem.is_ascii() && has_vowel(stem))?;
    let length = stem.len();
    if stem.ends_with('i') && ending != "ing" {
        return Some((length - 1, "y"));
    }
    if is_doubled(stem.as_bytes()) {
        return Some((length - 1, ""));
    }
    Some((length, if lacks_e(stem.as_bytes()) { "e" } else { "" }))
}

fn has_vowel(stem: &str) -> bool {
    stem.len() > 1 && stem.bytes().any(is_vowel_or_y)
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn is_vowel_or_y(byte: u8) -> bool {
    is_vowel(byte) || byte == b'y'
}

/// "stopp", but not "pass", "call", "add".
fn is_doubled(stem: &[u8]) -> bool {
    match stem {
        [.., before, a, b] => {
            a == b && b"bdgmnprt".contains(a) && is_vowel_or_y(*before) && stem.len() > 3
        }
        _ => false,
    }
}

/// Whether the stem is spelt with a final "e" when it stands alone: "announc", "mak", "rul".
fn lacks_e(stem: &[u8]) -> bool {
    let [.., third, second, last] = stem else {
        // "us", "ow", "di"
        return matches!(stem, [first, last] if is_vowel(*first) && b"skcrm".contains(last));
    };
    let (third, second, last) = (*third, *second, *last);
    // One vowel before one consonant: "mak", but not "break".
    let single = is_vowel_or_y(second) && !is_vowel(third)
        || (third == b'u' && stem[..stem.len() - 2].ends_with(b"qu"));
    match last {
        b'v' | b'c' | b'u' => true,
        b'z' => second != b'z' && second != b't',
        b's' => second != b's' && !stem.ends_with(b"ocus"),
        b'e' => second != b'e',
        b'g' => {
            matches!(second, b'd' | b'r' | b'l')
                || (second == b'n' && matches!(third, b'a' | b'e'))
                || single
                || matches!(stem, [.., b'i' | b'a', b'e' | b'a', b'g'])
        }
        b'l' => b"bcdfgkptz".contains(&second) || (single && matches!(second, b'i' | b'u' | b'y')),
        b't' => lacks_e_after_t(stem, third, second, single),
        b'r' => {
            single
                && matches!(second, b'i' | b'u' | b'a' | b'o' | b'y')
                && !stem.ends_with(b"itor")
                && !stem.ends_with(b"avor")
        }
        b'n' => single && matches!(second, b'i' | b'u' | b'a'),
        b'm' => single && matches!(second, b'i' | b'a' | b'o' | b'u'),
        b'k' => single,
        b'p' => single && matches!(second, b'a' | b'i' | b'o' | b'y') && !stem.ends_with(b"velop"),
        b'd' => single && second != b'e',
        b'b' => single,
        b'f' => single && second == b'a',
        _ => false,
    }
}

/// "creat", "invit" and "quot" lack an "e"; "visit", "treat" and "target" do not.
fn lacks_e_after_t(stem: &[u8], third: u8, second: u8, single: bool) -> bool {
    match second {
        b'a' => single || matches!(third, b'i' | b'u') || stem.ends_with(b"creat"),
        b'o' => single,
        b'u' => single && third != b'p' || stem.ends_with(b"put") && stem.len() > 5,
        b'i' => stem.len() < 5 && single,
        _ => false,
    }
}
