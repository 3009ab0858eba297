//! The base form of a word: "was" → "be", "companies" → "company", "'ve" → "have".
//!
//! In go a form and its tag, out comes the lemma in lower case. Exceptions come from lists, most
//! of them learnt from the treebanks; all else follows the rules of spelling. Proper nouns stay
//! as they are, but for their case.

mod rules;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Tag;
use crate::text::quick::QuickMap;

/// The longest word that is looked at, in bytes; longer ones stay as they are.
const LONGEST: usize = 40;

/// Exceptions, one a line: form, tag, lemma.
static LISTS: [&str; 3] = [
    include_str!("../model/lemmas.txt"),
    include_str!("../model/regular.txt"),
    include_str!("../model/irregular.txt"),
];

/// Exceptions by form and tag; what comes later in the lists counts.
static EXCEPTIONS: LazyLock<QuickMap<(&str, Tag), &str>> = LazyLock::new(|| {
    let lines = LISTS.iter().flat_map(|list| list.lines());
    lines.filter_map(exception).collect()
});

fn exception(line: &'static str) -> Option<((&'static str, Tag), &'static str)> {
    let mut columns = line.split(' ');
    let (form, tag, lemma) = (columns.next()?, columns.next()?, columns.next()?);
    Some(((form, Tag::named(tag)?), lemma))
}

/// Adds the lemma of a form to the end of `lemmas`.
pub(super) fn push(lemmas: &mut String, form: &str, tag: Tag) {
    let start = lemmas.len();
    for c in form.chars() {
        match c {
            '’' => lemmas.push('\''),
            _ if c.is_ascii() => lemmas.push(c.to_ascii_lowercase()),
            _ => lemmas.extend(c.to_lowercase()),
        }
    }
    let word = &lemmas[start..];
    if word.len() > LONGEST || tag.is_punctuation() || tag.is_proper() {
        return;
    }
    let exception: Option<&'static str> = EXCEPTIONS.get(&(word, tag)).copied();
    if let Some(lemma) = exception {
        lemmas.truncate(start);
        lemmas.push_str(lemma);
    } else if let Some((kept, ending)) = by_rule(word, tag) {
        lemmas.truncate(start + kept);
        lemmas.push_str(ending);
    }
}

/// The base form of a form that the lists have, whatever its tag: "flew" → "fly", "men" → "man".
pub fn irregular(word: &str) -> Option<&'static str> {
    const TAGS: [Tag; 6] = [Tag::VBD, Tag::VBN, Tag::NNS, Tag::VBZ, Tag::JJR, Tag::JJS];
    TAGS.iter().find_map(|&tag| EXCEPTIONS.get(&(word, tag)).copied())
}

/// A form of a verb: "hold" in the past is "held", in the third person "holds".
pub fn inflected(lemma: &str, tag: Tag) -> String {
    static FORMS: LazyLock<HashMap<(&str, Tag), &str>> = LazyLock::new(|| {
        let mut forms: HashMap<(&str, Tag), &str> = HashMap::new();
        let all = LISTS.iter().flat_map(|list| list.lines()).filter_map(exception);
        // "'ve" hangs on a pronoun.
        for ((form, tag), lemma) in all.filter(|((form, _), _)| !form.starts_with('\'')) {
            let known = forms.entry((lemma, tag)).or_insert(form);
            if like_participle(form, lemma) < like_participle(known, lemma) {
                *known = form;
            }
        }
        forms
    });
    if let Some(form) = FORMS.get(&(lemma, tag)) {
        return (*form).to_owned();
    }
    let consonant_y = lemma.ends_with('y') && !ends_in_vowel_y(lemma);
    match tag {
        Tag::VBD | Tag::VBN if lemma.ends_with('e') => format!("{lemma}d"),
        Tag::VBD | Tag::VBN if consonant_y => format!("{}ied", &lemma[..lemma.len() - 1]),
        Tag::VBD | Tag::VBN if doubles(lemma) => {
            format!("{lemma}{}ed", &lemma[lemma.len() - 1..])
        }
        Tag::VBD | Tag::VBN => format!("{lemma}ed"),
        Tag::VBZ if consonant_y => format!("{}ies", &lemma[..lemma.len() - 1]),
        Tag::VBZ if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end)) => {
            format!("{lemma}es")
        }
        Tag::VBZ => format!("{lemma}s"),
        _ => lemma.to_owned(),
    }
}

/// How much a form looks like a participle, which the lists have among the past forms: "gone",
/// "begun", "come" and not "went", "began", "came".
fn like_participle(form: &str, lemma: &str) -> u8 {
    let ending = ["en", "wn", "ne", "rn"].iter().any(|end| form.ends_with(end));
    let vowel = form.contains('u') && lemma.contains('i');
    4 * u8::from(form.contains('\''))
        + u8::from(form == lemma)
        + 2 * u8::from(ending)
        + u8::from(vowel)
}

/// "Stop" doubles its last letter: one syllable that ends in a single consonant after a single
/// vowel.
fn doubles(lemma: &str) -> bool {
    let vowel = |byte: &u8| b"aeiou".contains(byte);
    let bytes = lemma.as_bytes();
    let vowels = bytes.iter().filter(|byte| vowel(byte)).count();
    match bytes {
        [.., before, last] => {
            vowels == 1 && vowel(before) && last.is_ascii_lowercase() && !b"aeiouwxy".contains(last)
        }
        _ => false,
    }
}

fn ends_in_vowel_y(lemma: &str) -> bool {
    ["ay", "ey", "oy", "uy"].iter().any(|end| lemma.ends_with(end))
}

/// What the rules make of a word in lower case: how many bytes stay, and what follows them.
pub fn by_rule(word: &str, tag: Tag) -> Option<(usize, &'static str)> {
    match tag {
        Tag::NNS => rules::singular(word),
        Tag::VBZ => rules::third_person(word),
        Tag::VBG => rules::without(word, "ing"),
        Tag::VBD | Tag::VBN => rules::without(word, "ed"),
        Tag::JJR | Tag::RBR => rules::without(word, "er"),
        Tag::JJS | Tag::RBS => rules::without(word, "est"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: Tag, pairs: &[(&str, &str)]) {
        for (form, lemma) in pairs {
            let mut found = String::from("x");
            push(&mut found, form, tag);
            assert_eq!(&found[1..], *lemma, "{form} as {}", tag.as_str());
        }
    }

    #[test]
    fn verbs_are_inflected() {
        let past = |lemma| inflected(lemma, Tag::VBD);
        assert_eq!(
            ["arrive", "hold", "carry", "win", "play"].map(past),
            ["arrived", "held", "carried", "won", "played"]
        );
        let third = |lemma| inflected(lemma, Tag::VBZ);
        assert_eq!(
            ["lead", "carry", "reach", "go"].map(third),
            ["leads", "carries", "reaches", "goes"]
        );
    }

    #[test]
    fn nouns_become_singular() {
        let ministers = [("Ministers", "minister"), ("companies", "company"), ("losses", "loss")];
        check(Tag::NNS, &ministers);
        check(Tag::NNS, &[("wives", "wife"), ("men", "man"), ("children", "child")]);
        check(Tag::NNS, &[("crises", "crisis"), ("viruses", "virus"), ("houses", "house")]);
        check(Tag::NNS, &[("matches", "match"), ("series", "series"), ("heroes", "hero")]);
    }

    #[test]
    fn verbs_become_infinitives() {
        check(Tag::VBZ, &[("says", "say"), ("goes", "go"), ("tries", "try"), ("’s", "be")]);
        check(Tag::VBD, &[("won", "win"), ("announced", "announce"), ("stopped", "stop")]);
        check(Tag::VBN, &[("elected", "elect"), ("beaten", "beat"), ("carried", "carry")]);
        check(Tag::VBG, &[("making", "make"), ("running", "run"), ("saying", "say")]);
        check(Tag::VBG, &[("dying", "die"), ("visiting", "visit"), ("creating", "create")]);
        check(Tag::VBD, &[("agreed", "agree"), ("appeared", "appear"), ("called", "call")]);
        check(Tag::VBD, &[("speed", "speed"), ("freed", "free"), ("feed", "feed")]);
        check(Tag::VBN, &[("extradited", "extradite"), ("edited", "edit"), ("guided", "guide")]);
    }

    #[test]
    fn clitics_become_words() {
        check(Tag::RB, &[("n’t", "not"), ("nt", "not")]);
        check(Tag::MD, &[("wo", "will"), ("ca", "can"), ("'d", "would"), ("'ll", "will")]);
        check(Tag::VBP, &[("'ve", "have"), ("'re", "be"), ("am", "be")]);
    }

    #[test]
    fn comparatives_and_superlatives_become_the_plain_adjective() {
        check(Tag::JJR, &[("bigger", "big"), ("larger", "large"), ("better", "good")]);
        check(Tag::JJS, &[("happiest", "happy"), ("latest", "late"), ("highest", "high")]);
    }

    #[test]
    fn names_only_lose_their_capitals() {
        check(Tag::NNP, &[("Reuters", "reuters")]);
        check(Tag::NNPS, &[("States", "states")]);
    }
}
