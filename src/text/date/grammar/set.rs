//! What comes again: "every Monday", "weekly", "once a year". Only that it does, and where it says
//! so.

use super::super::expression::Expression;
use super::super::lexicon::{Key, Term};
use super::{Found, Reader};

impl Reader<'_> {
    /// An expression for something that comes again.
    pub(super) fn set(&self, at: usize) -> Found {
        let end = self
            .every(at)
            .or_else(|| self.adverb(at))
            .or_else(|| self.once_a(at))
            .or_else(|| self.plural(at))?;
        let timed = self.skip(end, &[Key::At]);
        let end = self.time(timed).map_or(end, |(_, end)| end);
        Some((Expression::Set, end))
    }

    /// "every day", "each two weeks", "every other Friday".
    fn every(&self, at: usize) -> Option<usize> {
        let mut word = self.is_any(at, &[Key::Every, Key::Any]).then_some(at + 1)?;
        word = self.skip(word, &[Key::Other]);
        word = self
            .cardinal(word)
            .or(self.ordinal(word).map(|(n, end)| (u32::from(n.unsigned_abs()), end)))
            .map_or(word, |(_, end)| end);
        match self.term(word) {
            Term::Unit(_) | Term::Weekday(_) | Term::Part(_) | Term::Season(_) => Some(word + 1),
            Term::Month(_) => Some(word + 1),
            _ => self.unit(word).map(|(_, end)| end),
        }
    }

    /// "weekly", "annual", "everyday".
    fn adverb(&self, at: usize) -> Option<usize> {
        self.is_any(at, &[Key::Daily, Key::Everyday]).then_some(at + 1)
    }

    /// "once a week", "twice a year", "per day".
    fn once_a(&self, at: usize) -> Option<usize> {
        let word = match self.term(at) {
            Term::Key(Key::Once | Key::Twice) if self.is(at + 1, Key::A) => at + 2,
            Term::Key(Key::Per) => at + 1,
            _ => return None,
        };
        matches!(self.term(word), Term::Unit(_)).then_some(word + 1)
    }

    /// "Mondays", "Friday mornings", "weekends".
    fn plural(&self, at: usize) -> Option<usize> {
        match (self.term(at), self.term(at + 1)) {
            (Term::Weekdays(_), _) => Some(at + 1),
            (Term::Weekday(_), Term::Parts(_)) => Some(at + 2),
            _ => None,
        }
    }
}
