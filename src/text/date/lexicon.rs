//! What single words mean to the date grammar, read once from `data/words.txt`.
//!
//! In: a word of ASCII letters, in any case. Out: a [`Term`], [`Term::Other`] for most words. It
//! knows nothing of grammar: "may" is a month here, whatever stands around it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::expression::{DayPart, Season, Unit};
use super::holiday;

/// The meaning of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// A word that dates are not made of.
    Other,
    /// A blank line.
    Break,
    /// A mark of punctuation, as its ASCII byte; dashes and apostrophes are made ASCII.
    Mark(u8),
    /// A run of digits: the value of the first nine, and how many there are.
    Digits {
        value: u32,
        digits: u8,
    },
    /// ½.
    Half,
    Month(i8),
    Weekday(i8),
    Weekdays(i8),
    Unit(Unit),
    Letter(Unit),
    Card(u32),
    Scale(u32),
    Ord(i8),
    Decade(i16),
    Season(Season),
    /// The first word of a day with a name, where it is no other word of the list.
    Feast,
    /// The abbreviation of a time zone.
    Zone,
    Part(DayPart),
    Parts(DayPart),
    Key(Key),
}

/// Declares the words of the grammar and finds them by the name that the word list uses.
macro_rules! keys {
    ($($key:ident)*) => {
        /// A word of the grammar; its forms stand in the word list.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Key { $($key),* }

        impl Key {
            fn named(name: &str) -> Option<Key> {
                [$((stringify!($key), Key::$key)),*]
                    .into_iter()
                    .find_map(|(known, key)| known.eq_ignore_ascii_case(name).then_some(key))
            }
        }
    };
}

keys! {
    Last Previous Prior Past This Current Next Coming Following Same That The My A Another
    Of In On At By To From Between And Or Until Through Since Before After Afterwards Ago Back
    Later Earlier Greater Early Mid Late End Ending Beginning Start Starting Middle Rest Half
    Now Present Moment Right Today Yesterday Tomorrow Tonight Midnight Noon Oclock Am Pm Ampm
    Local Time Clock Ish Every Any All Full Other Everyday Once Twice Per Daily Soon Recently
    Few Couple Several Dozen Than No Not More Less Least As Within During For Around Hence Away
    Future Business Fiscal Calendar School Date Then Be Sometime St S O P M Q Ad Bc Which Eod Eom Eoy
}

impl Term {
    /// Whether every expression has at least one such token.
    pub(super) fn is_core(self) -> bool {
        match self {
            Term::Digits { .. }
            | Term::Month(_)
            | Term::Weekday(_)
            | Term::Weekdays(_)
            | Term::Unit(_) => true,
            Term::Card(_)
            | Term::Ord(_)
            | Term::Decade(_)
            | Term::Season(_)
            | Term::Part(_)
            | Term::Parts(_) => true,
            Term::Half | Term::Feast | Term::Letter(_) => true,
            Term::Key(key) => key.is_core(),
            Term::Other | Term::Break | Term::Mark(_) | Term::Scale(_) | Term::Zone => false,
        }
    }
}

impl Key {
    /// Whether the word is an expression by itself.
    fn is_core(self) -> bool {
        use Key::{
            Daily, Eod, Eom, Eoy, Everyday, Midnight, Moment, Noon, Now, Present, Recently, Soon,
        };
        let named =
            [Daily, Eod, Eom, Eoy, Everyday, Midnight, Moment, Noon, Now, Present, Recently, Soon];
        named.contains(&self)
            || matches!(
                self,
                Key::Today | Key::Yesterday | Key::Tomorrow | Key::Tonight | Key::Time
            )
    }
}

/// The longest word of the list, in bytes.
const LONGEST: usize = 15;

/// The word list, with a quick way to tell that a word is not in it.
pub(super) struct Lexicon {
    terms: HashMap<u128, Term, BuildHasherDefault<Mix>>,
    /// For every first letter, a bit for every length that a listed word has.
    lengths: [u16; 26],
}

impl Lexicon {
    /// The English list.
    pub(super) fn english() -> &'static Lexicon {
        static ENGLISH: LazyLock<Lexicon> =
            LazyLock::new(|| Lexicon::read(include_str!("data/words.txt")));
        &ENGLISH
    }

    /// What `word`, of ASCII letters, means.
    pub(super) fn look_up(&self, word: &[u8]) -> Term {
        let first = usize::from(word[0].to_ascii_lowercase().wrapping_sub(b'a'));
        let listed = word.len() <= LONGEST
            && self.lengths.get(first).is_some_and(|bits| bits >> word.len() & 1 == 1);
        if !listed {
            return Term::Other;
        }
        self.terms.get(&packed(word)).copied().unwrap_or(Term::Other)
    }

    fn read(list: &str) -> Lexicon {
        let mut lexicon = Lexicon { terms: HashMap::default(), lengths: [0; 26] };
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let Some((head, words)) = line.split_once(": ") else { continue };
            let Some(term) = head.split_once(' ').and_then(|(kind, value)| term_of(kind, value))
            else {
                continue;
            };
            words.split(", ").for_each(|word| lexicon.add(word, term));
        }
        for word in holiday::first_words() {
            if lexicon.look_up(word.as_bytes()) == Term::Other {
                lexicon.add(word, Term::Feast);
            }
        }
        lexicon
    }

    fn add(&mut self, word: &str, term: Term) {
        self.terms.insert(packed(word.as_bytes()), term);
        if let Some(bits) = self.lengths.get_mut(usize::from(word.as_bytes()[0].wrapping_sub(b'a')))
        {
            *bits |= 1 << word.len();
        }
    }
}

fn term_of(kind: &str, value: &str) -> Option<Term> {
    let number = value.parse::<u32>().unwrap_or_default();
    let small = i8::try_from(number).unwrap_or_default();
    Some(match kind {
        "month" => Term::Month(small),
        "weekday" => Term::Weekday(small),
        "weekdays" => Term::Weekdays(small),
        "unit" => Term::Unit(Unit::named(value)?),
        "letter" => Term::Letter(Unit::named(value)?),
        "card" => Term::Card(number),
        "scale" => Term::Scale(number),
        "ord" => Term::Ord(small),
        "decade" => Term::Decade(small.into()),
        "season" => Term::Season(Season::named(value)?),
        "part" => Term::Part(DayPart::named(value)?),
        "parts" => Term::Parts(DayPart::named(value)?),
        "zone" => Term::Zone,
        "key" => Term::Key(Key::named(value)?),
        _ => return None,
    })
}

/// A word of at most [`LONGEST`] bytes as one number, in lower case, with its length.
fn packed(word: &[u8]) -> u128 {
    word.iter().take(LONGEST).fold(word.len() as u128, |sum, &b| sum << 8 | u128::from(b | 0x20))
}

/// A hash of one number by multiplication: the words are ours, so nobody can choose collisions.
#[derive(Default)]
struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u128(byte.into()));
    }

    fn write_u128(&mut self, number: u128) {
        let folded = (number as u64) ^ ((number >> 64) as u64).rotate_left(23) ^ self.0;
        let spread = folded.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = spread ^ (spread >> 32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_word_list_means_something() {
        for line in include_str!("data/words.txt").lines() {
            let Some((head, words)) = line.split_once(": ").filter(|_| !line.starts_with('#'))
            else {
                continue;
            };
            let known = head.split_once(' ').and_then(|(kind, value)| term_of(kind, value));
            assert!(known.is_some(), "{line}");
            assert!(words.split(", ").all(|word| word.len() <= LONGEST), "{line}");
        }
    }

    #[test]
    fn case_does_not_matter() {
        let lexicon = Lexicon::english();
        assert_eq!(lexicon.look_up(b"MARCH"), Term::Month(3));
        assert_eq!(lexicon.look_up(b"Yesterday"), Term::Key(Key::Yesterday));
        assert_eq!(lexicon.look_up(b"yesterdayish"), Term::Other);
    }
}
