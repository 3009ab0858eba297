//! What Discord's clients make of a message's text: mentions, links, markdown.
//!
//! It finds what takes effect, not how it looks: a test that wants nothing to happen finds nothing.

use std::sync::LazyLock;

use regex::Regex;

/// What takes effect in a text, by what it is called.
const EFFECTS: [(&str, &str); 19] = [
    ("mention", r"<@[!&]?\d+>"),
    ("everyone", r"@(everyone|here)"),
    ("channel", r"<#\d+>"),
    ("place", r"<id:\w+>"),
    ("emoji", r"<a?:\w+:\d+>"),
    ("time", r"<t:-?\d+(:\w)?>"),
    ("command", r"</[^<>]+:\d+>"),
    ("link", r"https?://[^\s<>]+"),
    ("masked link", r"\[[^\[\]]+\]\([^()]+\)"),
    ("invite", r"(?i)\b(discord\.gg|discord(app)?\.com/invite|dsc\.gg)/\w+"),
    ("bold", r"\*\*[^*]+\*\*"),
    ("italic", r"\*[^*\s][^*]*\*"),
    ("underlined", r"\b_[^_]+_\b|__[^_]+__"),
    ("struck", r"~~[^~]+~~"),
    ("spoiler", r"\|\|[^|]+\|\|"),
    ("code", r"`[^`]+`"),
    ("heading", r"(?m)^(> )?(#{1,3}|-#) +\S.*$"),
    ("list", r"(?m)^(> )?\s*([-*+]|\d+[.)]) +\S.*$"),
    ("long quote", r"(?m)^>>> .*$"),
];

/// Marks that turn, join or hide what stands around them. A space without width may stand where the
/// bot breaks a word.
const HIDDEN: [char; 14] = [
    '\u{200e}',
    '\u{200f}',
    '\u{202a}',
    '\u{202b}',
    '\u{202c}',
    '\u{202d}',
    '\u{202e}',
    '\u{2066}',
    '\u{2067}',
    '\u{2068}',
    '\u{2069}',
    '\u{feff}',
    '\u{ad}',
    '\u{e0041}',
];

static FINDERS: LazyLock<Vec<(&str, Regex)>> =
    LazyLock::new(|| EFFECTS.map(|(name, regex)| (name, Regex::new(regex).unwrap())).to_vec());

static BRACKETED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<https?://[^\s<>]+>").unwrap());

/// Everything in `text` that takes effect: what it is, and the words it holds.
pub(crate) fn effects(text: &str) -> Vec<(&'static str, String)> {
    let bare = without_escaped(text);
    // In a link in angle brackets nothing else takes effect.
    let without_links = BRACKETED.replace_all(&bare, " ");
    // One star has its own meaning only where it is not one of two.
    let without_bold = without_links.replace("**", " ");
    let mut found = Vec::new();
    for (name, finder) in FINDERS.iter() {
        let text = match *name {
            "link" => bare.as_str(),
            "italic" => &without_bold,
            _ => &without_links,
        };
        found.extend(finder.find_iter(text).map(|it| (*name, it.as_str().to_owned())));
    }
    let hidden = text.chars().filter(|c| HIDDEN.contains(c));
    found.extend(hidden.map(|c| ("hidden mark", c.escape_unicode().to_string())));
    found
}

/// What a person reads: without the backslashes and breaks that Discord does not show.
pub(crate) fn read(text: &str) -> String {
    let mut read = String::new();
    let mut characters = text.chars().filter(|c| *c != '\u{200b}').peekable();
    while let Some(c) = characters.next() {
        if c != '\\' || !characters.peek().is_some_and(char::is_ascii_punctuation) {
            read.push(c);
        } else if let Some(literal) = characters.next() {
            read.push(literal);
        }
    }
    read
}

/// The text with an inert letter in the place of every escaped character.
fn without_escaped(text: &str) -> String {
    let mut bare = String::new();
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        if c == '\\' && characters.peek().is_some_and(char::is_ascii_punctuation) {
            characters.next();
            bare.push('\u{e000}');
        } else {
            bare.push(c);
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_effect_is_found() {
        let cases = [
            ("<@12>", "mention"),
            ("<@&12>", "mention"),
            ("a @everyone", "everyone"),
            ("<#12>", "channel"),
            ("<a:x:12>", "emoji"),
            ("<t:12:R>", "time"),
            ("</ask:12>", "command"),
            ("see https://x.example/", "link"),
            ("[here](https://x.example)", "masked link"),
            ("discord.gg/abc", "invite"),
            ("**b**", "bold"),
            ("*i*", "italic"),
            ("an _i_ word", "underlined"),
            ("~~s~~", "struck"),
            ("||s||", "spoiler"),
            ("`c`", "code"),
            ("# big", "heading"),
            ("- one", "list"),
            (">>> all", "long quote"),
            ("a\u{202e}b", "hidden mark"),
        ];
        for (text, name) in cases {
            assert!(effects(text).iter().any(|effect| effect.0 == name), "{text}: {name}");
        }
    }

    #[test]
    fn what_is_escaped_is_only_read() {
        let text = r"\*\*b\*\* \<\@12\> \`c\` \|\|s\|\| \~\~s\~\~ \[a\]\(b\) snake_case_word 2 * 3";
        assert_eq!(effects(text), []);
        assert_eq!(read(r"\*\*b\*\* C:\x"), r"**b** C:\x");
        assert_eq!(read("@\u{200b}here"), "@here");
    }
}
