//! Stretches that are open on one side: "since 1993", "by Friday", "2018 or later".

use super::super::expression::{Bound, Expression};
use super::super::lexicon::{Key, Term};
use super::{Found, Reader};

impl Reader<'_> {
    /// "since 1993", "until Friday", "by the end of March", "2018 or later", "before 2pm".
    pub(super) fn bounded(&self, at: usize) -> Found {
        let (bound, rest) = self.bound_word(at)?;
        let (of, end) = self.nested(self.skip(rest, &[Key::Around]))?;
        if matches!(bound, Bound::After | Bound::Before) && self.is_owner(end) {
            return None;
        }
        Some((Expression::Bounded { bound, of: Box::new(of) }, end))
    }

    /// "After *yesterday's* crash": the bound is what happened then.
    fn is_owner(&self, end: usize) -> bool {
        self.is_mark(end, b'\'') && self.glued(end) && self.is(end + 1, Key::S)
    }

    /// "2018 or later", "3 pm or later", "1/1/2016 and after".
    pub(super) fn bound_after(&self, of: &Expression, rest: usize) -> Found {
        let bound = match (self.term(rest), self.term(rest + 1)) {
            (Term::Key(Key::Or | Key::And), Term::Key(Key::Later | Key::After | Key::Greater)) => {
                Bound::NotBefore
            }
            (Term::Key(Key::Or | Key::And), Term::Key(Key::Earlier | Key::Before)) => Bound::Until,
            _ => return None,
        };
        let ends = matches!(self.term(rest + 2), Term::Break | Term::Mark(_) | Term::Key(Key::On));
        ends.then(|| (Expression::Bounded { bound, of: Box::new(of.clone()) }, rest + 2))
    }

    /// The words that open a bound.
    pub(super) fn bound_word(&self, at: usize) -> Option<(Bound, usize)> {
        if let Some(found) = self.bound_sign(at) {
            return Some(found);
        }
        let next = |key| self.is(at + 1, key);
        let (bound, end) = match self.term(at) {
            Term::Key(Key::Since) => (Bound::Since, at + 1),
            Term::Key(Key::Starting | Key::Beginning) => {
                (Bound::Since, self.skip(at + 1, &[Key::From, Key::On, Key::In]))
            }
            Term::Key(Key::Until) => (Bound::Until, at + 1),
            Term::Key(Key::By) => (Bound::By, at + 1),
            Term::Key(Key::Before) => (Bound::Before, at + 1),
            Term::Key(Key::Prior) if next(Key::To) => (Bound::Before, at + 2),
            Term::Key(Key::After) => (Bound::After, at + 1),
            Term::Key(Key::Later | Key::Greater) if next(Key::Than) => (Bound::After, at + 2),
            Term::Key(Key::Earlier) if next(Key::Than) => (Bound::Before, at + 2),
            Term::Key(Key::No) if self.is(at + 2, Key::Than) && next(Key::Later) => {
                (Bound::By, at + 3)
            }
            Term::Key(Key::No) if self.is(at + 2, Key::Than) && next(Key::Earlier) => {
                (Bound::NotBefore, at + 3)
            }
            Term::Key(Key::As) if self.is(at + 2, Key::As) && next(Key::Early) => {
                (Bound::NotBefore, at + 3)
            }
            Term::Key(Key::As) if self.is(at + 2, Key::As) && next(Key::Late) => {
                (Bound::Until, at + 3)
            }
            Term::Key(Key::Ending) => (Bound::Until, self.skip(at + 1, &[Key::On, Key::In])),
            Term::Key(Key::On | Key::At | Key::In) if next(Key::Or) => {
                return self.inclusive_bound(at + 2);
            }
            _ => return None,
        };
        Some(self.or_equal(bound, end))
    }

    /// "on or before", "at or after".
    pub(super) fn inclusive_bound(&self, at: usize) -> Option<(Bound, usize)> {
        let end = self.skip(at + 1, &[Key::Than]);
        match self.term(at) {
            Term::Key(Key::Before | Key::Earlier) => Some((Bound::Until, end)),
            Term::Key(Key::After | Key::Later) => Some((Bound::Since, end)),
            _ => None,
        }
    }

    /// "before or on", "later than or in": the point itself counts too.
    pub(super) fn or_equal(&self, bound: Bound, end: usize) -> (Bound, usize) {
        let equal = self.is(end, Key::Or) && self.is_any(end + 1, &[Key::On, Key::In, Key::At]);
        match bound {
            Bound::Before if equal => (Bound::Until, end + 2),
            Bound::After if equal => (Bound::Since, end + 2),
            _ => (bound, end),
        }
    }

    /// ">=2019", "< 6pm".
    pub(super) fn bound_sign(&self, at: usize) -> Option<(Bound, usize)> {
        let equal = self.is_mark(at + 1, b'=');
        let bound = match (self.term(at), equal) {
            (Term::Mark(b'>'), true) => Bound::Since,
            (Term::Mark(b'>'), false) if !self.glued(at) => Bound::After,
            (Term::Mark(b'<'), true) => Bound::Until,
            (Term::Mark(b'<'), false) => Bound::Before,
            _ => return None,
        };
        Some((bound, at + 1 + usize::from(equal)))
    }
}
