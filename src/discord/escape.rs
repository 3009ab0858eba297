//! Text of articles and people made harmless for Discord: what they wrote is read, and does
//! nothing.
//!
//! No mention pings, no markdown renders, no link unfolds, no invite invites, and nothing is hidden
//! by characters without width or by marks that turn the direction of writing. Quotes stay word for
//! word: what is added is a backslash that Discord does not show, or a space without width.

use super::limits;

/// Breaks words that Discord would act on; nobody sees it.
const BREAK: char = '\u{200b}';

/// Characters before which a backslash takes the meaning away.
const MARKDOWN: &str = "\\*_~`|[]<>#";

/// `text` as Discord shows it literally, in one line.
pub(super) fn escape(text: &str) -> String {
    escape_within(text, usize::MAX)
}

/// The same with at most `longest` units, cut before it is escaped.
pub(super) fn escape_within(text: &str, longest: usize) -> String {
    let broken = without_beginnings(without_links(plain(text)));
    limits::cut_as(&broken, longest, write_escaped)
}

/// The same, cut from its front.
pub(super) fn escape_end_within(text: &str, longest: usize) -> String {
    let broken = without_beginnings(without_links(plain(text)));
    limits::cut_front_as(&broken, longest, write_escaped)
}

/// What was escaped, as it was written.
pub(super) fn unescape(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut is_escaped = false;
    for c in text.chars().filter(|c| *c != BREAK) {
        is_escaped = c == '\\' && !is_escaped;
        written.extend((!is_escaped).then_some(c));
    }
    written
}

/// `text` without what cannot be seen, in one line: for labels, which know no markdown.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_whitespace() => {
                if !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            '\u{200d}' if plain.ends_with(is_pictograph) => plain.push(c),
            c if is_hidden(c) => {}
            c => plain.push(c),
        }
    }
    plain.trim().to_owned()
}

/// An address as a link that does not unfold; `None` where it is none that can be shown safely.
pub(super) fn link(url: &str) -> Option<String> {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    let is_safe =
        |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '`' | '|' | '\\' | '@');
    let leads_away = is_web && url.chars().all(is_safe) && url.len() <= 400 && !is_invite(url);
    leads_away.then(|| format!("<{url}>"))
}

fn write_escaped(text: &str, escaped: &mut String) {
    for c in text.chars() {
        if MARKDOWN.contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
        if c == '@' {
            escaped.push(BREAK);
        }
    }
}

/// Whether `c` is not seen itself, but hides, turns or steers what is.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Whether `c` may be the beginning of a picture that is joined of several.
fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

/// Breaks addresses, so that they neither become links nor unfold.
fn without_links(text: String) -> String {
    let lower = text.to_ascii_lowercase();
    if !lower.contains("://") && !lower.contains("discord") {
        return text;
    }
    let mut broken = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        broken.push(c);
        let before = &lower[..at];
        let is_scheme = c == ':' && lower[at..].starts_with("://");
        let is_discord =
            c == '.' && ["discord", "discordapp"].iter().any(|it| before.ends_with(it));
        if is_scheme || is_discord {
            broken.push(BREAK);
        }
    }
    broken
}

fn is_invite(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    ["discord.", "discordapp.", "dsc.gg"].iter().any(|host| url.contains(host))
}

/// Takes from the beginning of a line what makes a list of it.
fn without_beginnings(text: String) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let is_list = match text[digits..].chars().next() {
        Some('.' | ')') => digits > 0,
        Some('-' | '+') => digits == 0,
        _ => false,
    };
    if is_list { format!("{}{BREAK}{}", &text[..digits], &text[digits..]) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(escape(text), expected, "for {text:?}");
    }

    #[test]
    fn plain_words_stay_as_they_are() {
        check("“later this month”, naïve 中国 (2.5%)", "“later this month”, naïve 中国 (2.5%)");
    }

    #[test]
    fn markdown_shows_as_it_is_written() {
        check("**b** _i_ ~~s~~ `c` ||s||", r"\*\*b\*\* \_i\_ \~\~s\~\~ \`c\` \|\|s\|\|");
        check("[here](x)", r"\[here\](x)");
        check("# big", r"\# big");
        check("> quote", r"\> quote");
        check(r"\*", r"\\\*");
    }

    #[test]
    fn nobody_is_mentioned() {
        check(
            "@everyone <@1> <#2> </ask:3> <t:4>",
            "@\u{200b}everyone \\<@\u{200b}1\\> \\<\\#2\\> \\</ask:3\\> \\<t:4\\>",
        );
    }

    #[test]
    fn no_address_is_a_link_or_an_invite() {
        check("https://evil.example/x", "https:\u{200b}//evil.example/x");
        check("DISCORD.gg/abc", "DISCORD.\u{200b}gg/abc");
        check("discordapp.com/invite/a", "discordapp.\u{200b}com/invite/a");
    }

    #[test]
    fn no_line_becomes_a_list() {
        check("- a", "\u{200b}- a");
        check("1. a", "1\u{200b}. a");
        check("1.5 million", "1\u{200b}.5 million");
        check("12 days", "12 days");
    }

    #[test]
    fn what_cannot_be_seen_is_gone() {
        check("a\u{202E}b\u{200b}c\u{feff}\u{1b}[0m", r"abc\[0m");
        check("a\r\n\r\n  b\t", "a b");
        check("\u{200d}x\u{200d}", "x");
    }

    #[test]
    fn joined_pictures_stay_joined() {
        let family = "👩\u{200d}👩\u{200d}👧";
        check(family, family);
    }

    #[test]
    fn a_cut_leaves_no_half_of_an_escape() {
        assert_eq!(escape_within("****", 6), r"\*\*…");
        assert_eq!(escape_within("****", 8), r"\*\*\*\*");
    }

    #[test]
    fn a_link_is_shown_only_where_it_is_safe() {
        assert_eq!(link("https://a.example/b?c=d"), Some("<https://a.example/b?c=d>".to_owned()));
        for bad in
            ["javascript:x", "https://a> <@1>", "https://discord.gg/x", "https://a.example/ü"]
        {
            assert_eq!(link(bad), None, "{bad}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_was_escaped_comes_back(text in "[a-z@*_`|~<>#\\\\:/.]{0,40}") {
            proptest::prop_assert_eq!(unescape(&escape(&text)), text);
        }

        #[test]
        fn no_markdown_is_left_unescaped(text in "[a-z@*_`|~<>#\\\\ ]{0,40}") {
            let mut characters = escape(&text).chars().collect::<Vec<_>>().into_iter();
            while let Some(c) = characters.next() {
                if c == '\\' {
                    proptest::prop_assert!(characters.next().is_some_and(|c| MARKDOWN.contains(c)));
                } else {
                    proptest::prop_assert!(!MARKDOWN.contains(c));
                }
            }
        }
    }
}
