//! What reading a question needs to know of words: whether one is English, and which ones the
//! articles have side by side or in one sentence.

use crate::fact::{Base, NameKeys, Passage};
use crate::lexicon::{Lexicon, NounKind, before_y, doubles};
use crate::question::Vocabulary;
use crate::text::{fold, syntax::lemma};

use super::Engine;

impl Vocabulary for Engine {
    fn written(&self, folded: &str) -> Option<&str> {
        let words = self.base.words();
        words.id(folded).filter(|&id| words.occurrences(id) > 0).map(|id| words.written(id))
    }

    fn is_always_capital(&self, folded: &str) -> bool {
        self.base.words().id(folded).is_some_and(|id| self.base.words().is_always_capital(id))
    }

    fn is_word(&self, folded: &str) -> bool {
        is_word(folded, &self.base)
    }

    fn is_made(&self, folded: &str) -> bool {
        is_made(folded, &self.base)
    }

    fn shorthand(&self, folded: &str) -> Option<&str> {
        Lexicon::builtin().normalise_chat(folded)
    }

    fn near(&self, folded: &str, slips: u32, visit: &mut dyn FnMut(&str, usize)) {
        self.base.words().like(folded, slips, visit);
    }

    fn near_in_language(&self, folded: &str, slips: u32, visit: &mut dyn FnMut(&str)) {
        Lexicon::builtin().words_like(folded, slips, visit);
    }

    fn near_in_countries(&self, folded: &str, slips: u32, visit: &mut dyn FnMut(&str)) {
        Lexicon::builtin().countries_like(folded, slips, visit);
    }

    fn is_beside(&self, first: &str, second: &str) -> bool {
        is_beside(&self.base, first, second)
    }

    fn name_of_two(&self, first: &str, second: &str) -> Option<(String, String)> {
        name_of_two(&self.base, first, second)
    }

    fn is_lone_name(&self, folded: &str) -> bool {
        is_lone_name(&self.base, folded)
    }

    fn shared(&self, word: &str, others: &[&str]) -> f32 {
        shared(&self.base, word, others)
    }

    fn weight(&self, folded: &str, lemma: &str) -> f32 {
        let lexicon = Lexicon::builtin();
        lexicon.rarity(&fold(lemma)).min(lexicon.rarity(folded))
    }

    fn name_keys(&self, words: &[&str], found: &mut dyn FnMut(usize, usize, &str)) {
        NameKeys::find(&self.names, words, found);
    }
}

/// Endings of English words, and what the base form has instead.
const ENDINGS: [(&str, &str); 16] = [
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("est", ""),
    ("est", "e"),
    ("ier", "y"),
    ("iest", "y"),
    ("ily", "y"),
    ("ness", ""),
    ("less", ""),
];

/// Whether `folded` is an English word or the name of a country or its people.
fn is_word(folded: &str, base: &Base) -> bool {
    let known = |word: &str| is_known(word, base);
    known(folded) || is_form(folded, &known) || is_of_country(folded)
}

/// Whether `folded` may be a word that somebody made of others: "cellmate", "unwashed", "camper".
fn is_made(folded: &str, base: &Base) -> bool {
    const BEFORE: [&str; 8] = ["un", "re", "non", "anti", "under", "over", "out", "mis"];
    let known = |word: &str| is_known(word, base);
    let simple = |word: &str| known(word) || is_form(word, &known);
    let led = |prefix: &&str| {
        folded.strip_prefix(*prefix).is_some_and(|rest| rest.len() > 2 && simple(rest))
    };
    is_doer(folded, &known) || BEFORE.iter().any(led) || is_compound(folded)
}

fn is_known(word: &str, base: &Base) -> bool {
    Lexicon::builtin().word(word).is_some() || !base.synonyms(word).is_empty()
}

/// Whether a word is a form of one that is known: "grabbed", "busier", "marksmen", "campers".
fn is_form(folded: &str, known: &dyn Fn(&str) -> bool) -> bool {
    let ending = |&(ending, instead): &(&str, &str)| {
        folded.strip_suffix(ending).is_some_and(|stem| {
            let hisses = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| stem.ends_with(end));
            let long = stem.len() + instead.len() > 2 || ending == "es" && stem.ends_with('o');
            long && (ending != "es" || hisses)
                && (ending != "s" || !stem.ends_with('s') && before_y(stem).is_none())
                && (known(&format!("{stem}{instead}")) && !lacks_double(stem, ending, instead)
                    || matches!(ending, "ed" | "ing" | "est") && once(stem).is_some_and(known))
        })
    };
    let irregular = || lemma::irregular(folded).is_some_and(known);
    let men = || {
        let one = folded.strip_suffix("men").map(|stem| format!("{stem}man"));
        one.is_some_and(|one| one.len() > 4 && known(&one))
    };
    let compared = || {
        let stem = folded.strip_suffix("er").filter(|stem| stem.len() < 7);
        stem.is_some_and(|stem| {
            const PLAIN: f32 = 0.55;
            let whole = format!("{stem}e");
            let from = known(stem) && !doubles(stem)
                || once(stem).is_some_and(known)
                || Lexicon::builtin().rarity(&whole) < PLAIN;
            from && !known(&format!("{stem}or"))
        })
    };
    ENDINGS.iter().any(ending) || irregular() || men() || compared()
}

/// "Geting": the last letter of the stem has to stand twice before this ending.
fn lacks_double(stem: &str, ending: &str, instead: &str) -> bool {
    let vowels = stem.bytes().filter(|byte| b"aeiou".contains(byte)).count();
    let doubling = ending == "est" || matches!(ending, "ed" | "ing") && vowels == 1;
    doubling && instead.is_empty() && doubles(stem)
}

/// "Campers", "runner": who does something, or what is more so; not "directer".
fn is_doer(folded: &str, known: &dyn Fn(&str) -> bool) -> bool {
    let one = folded.strip_suffix('s').unwrap_or(folded);
    one.strip_suffix("er").filter(|stem| stem.len() > 2).is_some_and(|stem| {
        let from = known(stem) && !doubles(stem)
            || known(&format!("{stem}e"))
            || once(stem).is_some_and(known);
        from && !known(&format!("{stem}or")) && !known(&format!("{stem}ar"))
    })
}

/// A stem without its second last letter where that doubles the last: "grab" of "grabb".
fn once(stem: &str) -> Option<&str> {
    let letters = stem.as_bytes();
    let is_vowel = |letter: u8| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let doubled = letters.len() > 3
        && letters[letters.len() - 1] == letters[letters.len() - 2]
        && letters[letters.len() - 1].is_ascii_alphabetic()
        && is_vowel(letters[letters.len() - 3]);
    stem.get(..stem.len() - 1).filter(|_| doubled)
}

/// "Icelandic", "Tajiks".
fn is_of_country(folded: &str) -> bool {
    let country = |name: &str| Lexicon::builtin().country(name).is_some();
    folded.len() > 3
        && (country(folded)
            || folded.strip_suffix('s').is_some_and(|one| one.len() > 3 && country(one)))
}

/// "Towboat", "cellmates": two nouns written as one.
fn is_compound(folded: &str) -> bool {
    const COMMON: f32 = 0.72;
    let lexicon = Lexicon::builtin();
    let noun =
        |word: &str| lexicon.kind_of(word) != NounKind::Other && lexicon.rarity(word) < COMMON;
    let many = |word: &str| noun(word.strip_suffix('s').unwrap_or(word)) || word == "men";
    folded.is_ascii()
        && folded.len() > 6
        && (3..=folded.len() - 3).any(|at| {
            let (first, second) = folded.split_at(at);
            noun(first) && many(second)
        })
}

/// How many passages are looked at for two words.
const LOOKED_AT: usize = 24;

/// Whether the articles have two words side by side.
fn is_beside(base: &Base, first: &str, second: &str) -> bool {
    both(base, first, second).next().is_some()
}

/// Where the articles have two words side by side: passage and first token.
fn both<'a>(
    base: &'a Base,
    first: &'a str,
    second: &'a str,
) -> impl Iterator<Item = (&'a Passage, usize)> + 'a {
    let words = base.words();
    let ids = words.id(first).zip(words.id(second));
    let (one, other) = ids.unwrap_or((u32::MAX, u32::MAX));
    let (few, many) = match (base.postings(one), base.postings(other)) {
        (a, b) if a.len() <= b.len() => (a, b),
        (a, b) => (b, a),
    };
    let shared = few.iter().filter(|passage| many.binary_search(passage).is_ok());
    shared.take(LOOKED_AT).filter_map(move |&number| {
        let keys = base.keys(number);
        let next = |token: u16| {
            keys.iter().any(|key| key.word == other && key.token == token + 1 && !key.is_reference)
        };
        let at = keys.iter().find(|key| key.word == one && !key.is_reference && next(key.token))?;
        let (passage, token) = (base.passage(number), usize::from(at.token));
        // The word itself, no form of it.
        let is_itself =
            fold(passage.word(token)) == first && fold(passage.word(token + 1)) == second;
        is_itself.then_some((passage, token))
    })
}

/// Two words side by side as the articles write them, where they mostly have capitals.
fn name_of_two(base: &Base, first: &str, second: &str) -> Option<(String, String)> {
    let mut name = None;
    let mut lead = 0;
    for (passage, token) in both(base, first, second).filter(|(passage, _)| !passage.is_title) {
        let written = [passage.word(token), passage.word(token + 1)];
        let is_name = written.iter().all(|word| word.starts_with(char::is_uppercase));
        lead += if is_name { 1 } else { -1 };
        if is_name {
            name = Some(written);
        }
    }
    let [first, second] = name.filter(|_| lead > 0)?;
    Some((first.to_owned(), second.to_owned()))
}

/// Whether the articles have a word as a name by itself: "the *Pioneer* sank", not "*Dead* Sea".
fn is_lone_name(base: &Base, word: &str) -> bool {
    let Some(id) = base.words().id(word) else {
        return false;
    };
    base.postings(id).iter().take(LOOKED_AT).any(|&number| {
        let passage = base.passage(number);
        let is_capital = |token: usize| passage.word(token).starts_with(char::is_uppercase);
        let mut keys = base.keys(number).iter();
        !passage.is_title
            && keys.any(|key| {
                let token = usize::from(key.token);
                let at_edge = token < 2 || token + 1 >= passage.len();
                key.word == id
                    && !key.is_reference
                    && !at_edge
                    && is_capital(token)
                    && passage.grammar.tokens[token].tag.is_proper()
                    && !is_capital(token - 1)
                    && !is_capital(token + 1)
            })
    })
}

/// How much of `others` stands in one passage with `word` at most, by how much each tells.
fn shared(base: &Base, word: &str, others: &[&str]) -> f32 {
    let lexicon = Lexicon::builtin();
    let Some(id) = base.words().id(word) else {
        return 0.0;
    };
    let lists = others.iter().map(|other| {
        let list = base.words().id(other).map_or(&[][..], |id| base.postings(id));
        (list, lexicon.rarity(other))
    });
    let lists: Vec<(&[u32], f32)> = lists.collect();
    let all: f32 = lists.iter().map(|(_, weight)| weight).sum();
    let share = |passage: &u32| -> f32 {
        let has = lists.iter().filter(|(list, _)| list.binary_search(passage).is_ok());
        has.map(|(_, weight)| weight).sum()
    };
    let most = base.postings(id).iter().take(LOOKED_AT).map(share).fold(0.0, f32::max);
    if all > 0.0 { most / all } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question;

    #[test]
    fn forms_and_compounds_of_english_words_are_words() {
        let base = Base::default();
        for word in ["grabbed", "swapping", "busier", "marksmen", "Icelandic", "Tajiks"] {
            assert!(is_word(&fold(word), &base), "{word}");
        }
        for word in ["menders", "unwashed", "towboat", "retested"] {
            assert!(is_made(word, &base), "{word}");
        }
        for word in ["rebles", "directer", "comittee", "strikrs", "anounced", "familys"] {
            assert!(!is_word(word, &base), "{word}");
        }
    }

    #[test]
    fn words_that_no_article_has_stay_as_they_are_typed() {
        for word in [
            "died", "sued", "hanged", "tasted", "rusted", "licked", "humming", "sewing", "suing",
            "remanded", "piloted", "widest", "gravest", "holed", "paid", "tied", "fled", "led",
        ] {
            let question = format!("Which of the two was {word}?");
            assert_eq!(question::read(&question, &Engine::default()).text, question);
        }
        let slip = question::read("What was discused there?", &Engine::default());
        assert_eq!(slip.text, "What was discussed there?");
    }
}
