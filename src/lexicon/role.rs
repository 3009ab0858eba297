//! Roles: which of two names of a post may mean the same person, and what one who has it does.
//!
//! "The boss of the union" is its president or chairman; "who runs the team" asks for its manager.
//! A president and a chairman are not the same where both words are said of one body.

use super::tsv::{rows, values};
use crate::text::quick::QuickMap;

/// How well a name of the same sense fits, 0 to 1.
const SAME: f32 = 0.95;

/// How well a special name fits where a general one is asked for, 0 to 1.
const SPECIAL: f32 = 0.85;

/// How well a general name fits where a special one is asked for, 0 to 1.
const GENERAL: f32 = 0.45;

/// In which rows of the table a word stands, as bits.
#[derive(Clone, Copy, Debug, Default)]
struct Marks {
    general: u64,
    special: u64,
    verb: u64,
    state: u64,
}

/// The table of roles.
#[derive(Clone, Debug)]
pub(super) struct Roles {
    rows: Vec<[&'static str; 4]>,
    words: QuickMap<&'static str, Marks>,
}

impl Roles {
    /// Reads the built-in table.
    pub(super) fn new() -> Self {
        let table = rows(include_str!("data/roles.tsv"));
        let mut roles = Self { rows: table.collect(), words: QuickMap::default() };
        for (row, &[general, special, verbs, states]) in roles.rows.iter().enumerate() {
            let mut mark = |field: &'static str, of: fn(&mut Marks) -> &mut u64| {
                values(field).for_each(|word| {
                    *of(roles.words.entry(word).or_default()) |= 1 << row;
                });
            };
            mark(general, |marks| &mut marks.general);
            mark(special, |marks| &mut marks.special);
            mark(verbs, |marks| &mut marks.verb);
            mark(states, |marks| &mut marks.state);
        }
        roles
    }

    fn marks(&self, word: &str) -> Marks {
        self.words.get(word).copied().unwrap_or_default()
    }

    /// How well somebody who is called `borne` answers a question for `asked`, 0 to 1.
    pub(super) fn fit(&self, asked: &str, borne: &str) -> f32 {
        if asked == borne {
            return 1.0;
        }
        let (asked, borne) = (self.marks(asked), self.marks(borne));
        if asked.general & borne.general != 0 {
            SAME
        } else if asked.general & (borne.special | borne.state) != 0 {
            SPECIAL
        } else if asked.special & borne.general != 0 {
            GENERAL
        } else {
            0.0
        }
    }

    /// How well somebody who does what `verb` says answers a question for the role `asked`.
    pub(super) fn fit_of_verb(&self, asked: &str, verb: &str) -> f32 {
        if self.marks(asked).general & self.marks(verb).verb != 0 { SPECIAL } else { 0.0 }
    }

    /// The general name of the role that one has who does what `verb` says.
    pub(super) fn of_verb(&self, verb: &str) -> Option<&'static str> {
        let row = self.words.get(verb)?.verb;
        let row = self.rows.get(row.trailing_zeros() as usize)?;
        values(row[0]).next()
    }

    /// Every other name of a role with how well it fits.
    pub(super) fn names(&self, asked: &str) -> impl Iterator<Item = (&'static str, f32)> + '_ {
        let asked = self.marks(asked);
        let rows = self.rows.iter().enumerate().filter_map(move |(row, fields)| {
            let bit = 1u64 << row;
            if asked.general & bit != 0 {
                Some((fields, true))
            } else {
                (asked.special & bit != 0).then_some((fields, false))
            }
        });
        rows.flat_map(|(fields, general)| {
            let (generals, specials) = if general { (SAME, SPECIAL) } else { (GENERAL, 0.0) };
            let first = values(fields[0]).map(move |name| (name, generals));
            first.chain(values(fields[1]).map(move |name| (name, specials)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_boss_may_be_a_president_but_a_president_is_no_prime_minister() {
        let roles = Roles::new();
        assert!(roles.fit("boss", "president") > 0.8);
        assert!(roles.fit("president", "head") > 0.4);
        assert_eq!(roles.fit("president", "prime minister"), 0.0);
        assert!(roles.fit("chairman", "chairmanship") > 0.8);
    }

    #[test]
    fn what_somebody_does_says_what_they_are() {
        let roles = Roles::new();
        assert_eq!(roles.of_verb("coach"), Some("coach"));
        assert_eq!(roles.of_verb("paint"), Some("painter"));
        assert!(roles.fit_of_verb("owner", "own") > 0.8);
        assert_eq!(roles.of_verb("walk"), None);
    }

    #[test]
    fn the_rows_fit_into_the_bits() {
        assert!(Roles::new().rows.len() <= 64);
    }
}
