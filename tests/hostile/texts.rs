//! Articles and questions that nobody wrote in good faith, and some that are merely invented.

use proptest::prelude::*;
use proptest::sample::select;

/// A small article that other texts are put into.
pub(crate) const ARTICLE: &str = "Mayor closes old bridge\n\nBy Jane Doe | 3 May 2020\n\n\
    The mayor of Northaven, Ada Hill, closed the old bridge on Friday, the council said. \
    \"It is not safe,\" she told reporters.\n\n\
    About 2,500 cars cross it every day because there is no other way to the harbour.\n";

/// The same as a page.
pub(crate) const PAGE: &str = "<!doctype html><html><head><title>Mayor closes bridge</title>\
    <meta property=\"article:published_time\" content=\"2020-05-03T10:00:00Z\"></head><body><article>\
    <h1>Mayor closes bridge</h1><p>The mayor closed the &ldquo;old&rdquo; bridge on Friday &amp; left.</p>\
    <!-- no --><script>if (a < b) {}</script><p>It is not safe.</p></article></body></html>";

/// Pieces of text that break what is written carelessly.
const PIECES: [&str; 40] = [
    "",
    " ",
    "\n",
    "\0",
    "\u{feff}",
    "\u{fffd}",
    "“",
    "\"'\"'“”„«»‘",
    "((((((((",
    "\u{202e}egdirb eht\u{202c}",
    "\u{200b}br\u{200d}id\u{2060}ge\u{ad}",
    "جسر",
    "הגשר נסגר ביום שישי.",
    "橋梁關閉。他說：「不安全」。",
    "🌉👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "Z\u{300}\u{301}\u{302}\u{303}a\u{300}\u{300}l\u{300}go",
    "İstanbul ſtraße ǅ ﬁn",
    "99999999999999999999999999999999",
    "-0.0000000001 1e400 0x7fffffff ½ ٣ Ⅳ 1,00,00,000.0.0",
    "31 February 2015, 30/30/3000, 0000-00-00, 9999-12-31",
    "in 99999999999 years, 99999 months ago, at 25:61 a.m.",
    "the 1000000th century BC",
    "last next last Friday of the first week before the year 10000",
    "....... . . . !?!?!? ;;; --- … ——",
    "Mr. Dr. U.S. a.m. e.g. St. No. v.",
    "A. B. C. D. E. F. G. H. I. J. K.",
    "said said said said, he said she said",
    "who whom whose which what when where why how",
    "not never no nobody none neither nor",
    "<p><b><table><tr><td></b></p></script>&amp;&#0;&#x110000;&bogus;",
    "# * _ ` [a](b) ![c](d) > | --- ```",
    "[[fact]]\nquote = '''",
    "\\ \\u0000 \\x1b[2J \u{1b}[2J \u{7f} \u{9b}",
    "%s %n {} {0} $1 \\1 ${jndi:x}",
    "' OR 1=1; --",
    "../../etc/passwd",
    "@everyone <@1> https://a.b/?c=d#e a@b.c",
    "\r\r\n\t\u{b}\u{c}\u{85}\u{2028}\u{2029}",
    "’s 's s' n't '",
    "CAPITALS WITHOUT END IN EVERY SINGLE WORD OF THIS LINE",
];

/// The pieces, and what is too long to be written down.
pub(crate) fn hostile_pieces() -> Vec<String> {
    let long = ["x", "a ", "“", "(", ". ", "1", "and ", "\u{301}", "the mayor of ", "Ada Hill "];
    let repeated = long.map(|piece| piece.repeat(3_000 / piece.len()));
    PIECES.iter().map(|piece| (*piece).to_owned()).chain(repeated).collect()
}

/// Every piece alone, and put into questions of every kind.
pub(crate) fn hostile_questions() -> Vec<String> {
    let shapes = [
        "",
        "who closed {}?",
        "when did {} close the bridge",
        "and {}?",
        "is {} in {}?",
        "how many {}",
    ];
    let filled =
        |piece: String| shapes.map(|shape| shape.replace("{}", &piece)).into_iter().chain([piece]);
    hostile_pieces().into_iter().flat_map(filled).collect()
}

const PEOPLE: [&str; 8] = [
    "Ada Hill",
    "the mayor",
    "Foreign Minister Li Na",
    "Kenya",
    "the United Nations",
    "she",
    "they",
    "spokesman Omar Diaz",
];
const DEEDS: [&str; 9] = [
    "will visit Paris",
    "closed the old bridge",
    "signed a four-point agreement with Peru",
    "said that talks would resume",
    "did not attend the summit",
    "was elected president",
    "killed at least 12 people",
    "denied the report",
    "told reporters \"it is over\"",
];
const REST: [&str; 8] = [
    "on Friday",
    "later this month",
    "in January 2011",
    "because of the flood",
    "by train",
    "since 1993",
    "for the first time in four years",
    "in the island country",
];
const HEADS: [&str; 4] =
    ["", "Ada Hill closes bridge\n\n", "Talks\n\nBy Jo Roe\n3 May 2020\n\n", "PARIS (AP) — "];

fn sentence() -> impl Strategy<Value = String> {
    (
        select(&PEOPLE[..]),
        select(&DEEDS[..]),
        select(&REST[..]),
        select(vec![". ", ", ", "? ", "\n\n", " "]),
    )
        .prop_map(|(who, what, rest, end)| format!("{who} {what} {rest}{end}"))
}

/// A small article of invented sentences, some of them spoilt.
pub(crate) fn article() -> impl Strategy<Value = String> {
    let piece = prop_oneof![6 => sentence(), 1 => select(&PIECES[..]).prop_map(str::to_owned)];
    (select(&HEADS[..]), prop::collection::vec(piece, 1..8))
        .prop_map(|(head, sentences)| head.to_owned() + &sentences.concat())
}

/// A question about what such articles say.
pub(crate) fn question() -> impl Strategy<Value = String> {
    let asks = vec![
        "who",
        "when will",
        "where did",
        "why did",
        "how many people did",
        "what did",
        "did",
        "how long has",
        "and",
        "",
    ];
    let words = (select(asks), select(&PEOPLE[..]), select(&DEEDS[..]), select(&REST[..]), 0..4u8);
    words.prop_map(|(asks, who, what, rest, form)| match form {
        0 => format!("{asks} {who} {what}?"),
        1 => format!("{asks} {what} {rest}"),
        2 => format!("{asks} {who}"),
        _ => format!("{who} {what} {rest}"),
    })
}

/// Any text: of any characters, or of pieces.
pub(crate) fn anything() -> impl Strategy<Value = String> {
    let pieces =
        prop::collection::vec(select(&PIECES[..]), 0..6).prop_map(|pieces| pieces.concat());
    prop_oneof![any::<String>(), "[ -~\n]{0,200}", pieces]
}
