//! Cuts a sentence into words and marks, much as the English treebanks do.
//!
//! In goes a sentence, out come the byte spans of its tokens, in order, never empty and never
//! overlapping; only white space lies between them. Unlike the treebanks, words joined by
//! hyphens stay whole ("nine-point", "Jean-Yves", "2010-11"). Nothing is normalised here.

mod parts;
mod word;

use crate::text::Span;

/// The spans of the tokens of one sentence of `text`, as bytes of `text`.
pub fn tokenise(text: &str, sentence: Span) -> Vec<Span> {
    let words = sentence.of(text);
    let mut tokens = Vec::with_capacity(words.len() / 5 + 2);
    let mut at = 0;
    while let Some(start) = words[at..].find(|c| !is_space(c)).map(|skip| at + skip) {
        let glued = at == start && at > 0;
        let end = start + token_length(&words[start..], glued);
        let base = sentence.start as usize;
        parts::cut(&words[start..end], |part| {
            tokens.push(Span::new(base + start + part.start..base + start + part.end));
        });
        at = end;
    }
    tokens
}

/// The length in bytes of the token that `rest` begins with; `glued` where no space is before.
fn token_length(rest: &str, glued: bool) -> usize {
    let mut chars = rest.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return rest.len() };
    if word::is_part(first) {
        return word::length(rest);
    }
    let after = second.is_some_and(word::is_part);
    let digit = second.is_some_and(|c| c.is_ascii_digit());
    let prefix = first.len_utf8();
    match first {
        '\'' | '’' if parts::clitic_length(rest) > 0 => parts::clitic_length(rest),
        '#' | '@' if after && !glued => prefix + word::length(&rest[prefix..]),
        '\'' | '’' | '-' | '+' | '−' if digit && !glued => {
            prefix + word::length(&rest[prefix..])
        }
        '.' | '-' | '*' | '_' | '=' | '~' => run_length(rest, |c| c == first),
        '!' | '?' => run_length(rest, |c| matches!(c, '!' | '?')),
        _ => prefix + run_length(&rest[prefix..], word::is_mark),
    }
}

fn run_length(rest: &str, in_run: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !in_run(c)).unwrap_or(rest.len())
}

/// White space, and the invisible characters that web pages hold.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tokens(text: &str) -> String {
        let spans = tokenise(text, Span::new(0..text.len()));
        spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn punctuation_and_brackets_stand_alone() {
        assert_eq!(tokens("(Yes), he said: \"No!\""), "( Yes ) , he said : \" No ! \"");
        assert_eq!(tokens("“Well…” – he—paused..."), "“ Well … ” – he — paused ...");
        assert_eq!(tokens("and/or what?!"), "and / or what ?!");
    }

    #[test]
    fn clitics_are_cut_off_in_both_kinds_of_apostrophe() {
        assert_eq!(tokens("It's Sam’s; they don't, can’t"), "It 's Sam ’s ; they do n't , ca n’t");
        assert_eq!(tokens("We'll've O'Brien's"), "We 'll 've O'Brien 's");
        assert_eq!(tokens("the workers' rights in '90s"), "the workers ' rights in '90s");
        assert_eq!(tokens("\"Today\"'s"), "\" Today \" 's");
    }

    #[test]
    fn fused_and_hurried_words_are_cut() {
        assert_eq!(tokens("cannot whats didnt"), "can not what s did nt");
    }

    #[test]
    fn hyphenated_words_stay_whole() {
        let text = "Jean-Yves's nine-point half-back pre- and U.S.-based 2010-11 3–2";
        let expected = "Jean-Yves 's nine-point half-back pre - and U.S.-based 2010-11 3–2";
        assert_eq!(tokens(text), expected);
    }

    #[test]
    fn money_and_measures_are_cut_at_their_units() {
        assert_eq!(tokens("US$1.5bn, £3,000 and 5%"), "US$ 1.5 bn , £ 3,000 and 5 %");
        assert_eq!(tokens("5pm 10km 12th 1960s -5 9:30"), "5 pm 10 km 12th 1960s -5 9:30");
    }

    #[test]
    fn periods_stay_with_abbreviations_and_initials_only() {
        assert_eq!(tokens("Mr. J. Smith of the U.S. left."), "Mr. J. Smith of the U.S. left .");
        assert_eq!(tokens("In the U.S."), "In the U.S.");
        assert_eq!(
            tokens("at 5 a.m. Jan. 3. No. 5 said no."),
            "at 5 a.m. Jan. 3 . No. 5 said no ."
        );
        assert_eq!(tokens("He ended.Then bbc.com"), "He ended . Then bbc.com");
    }

    #[test]
    fn addresses_stay_whole() {
        let text = "See http://a.org/b?c=(1), me@x.org or @name.";
        assert_eq!(tokens(text), "See http://a.org/b?c= ( 1 ) , me@x.org or @name .");
    }

    #[test]
    fn a_sentence_is_cut_within_its_bounds() {
        let text = "One two. Three four.";
        let spans = tokenise(text, Span::new(9..20));
        assert_eq!(spans.first().map(|span| span.of(text)), Some("Three"));
        assert_eq!(spans.len(), 3);
    }

    proptest! {
        #[test]
        fn nothing_but_space_is_lost(text in any::<String>()) {
            let kept: String = tokens(&text).chars().filter(|&c| !is_space(c)).collect();
            let all: String = text.chars().filter(|&c| !is_space(c)).collect();
            prop_assert_eq!(kept, all);
        }
    }
}
