//! The grammar of English dates: from tokens to the longest expression at each place.
//!
//! Every rule is a method of [`Reader`] that takes a place and returns what it found there with the
//! place after it, or nothing. Rules look ahead a fixed number of tokens, so reading stays linear.

mod bound;
mod calendar;
mod clock;
mod day_part;
mod feast;
mod guard;
mod hours;
mod number;
mod numeric;
mod point;
mod range;
mod relative;
mod rough;
mod set;
mod timed;
mod turn;
mod year;

use std::cell::Cell;

use super::Order;
use super::expression::{Expression, Unit};
use super::lexicon::{Key, Term};
use super::token::{Case, Token};

/// What a rule found and the place of the token after it.
pub(super) type Found<T = Expression> = Option<(T, usize)>;

/// The tokens of a text and the way to read dates that are all numbers.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    pub(super) order: Order,
    /// How deep the rule under way is nested.
    pub(super) depth: Cell<u8>,
}

impl Reader<'_> {
    /// The longest expression that begins with the token at `at`.
    pub(super) fn expression(&self, at: usize) -> Found {
        if !self.may_begin(at) {
            return None;
        }
        let point = self.point(at);
        let open = point.as_ref().and_then(|(point, end)| self.bound_after(point, *end));
        longest([
            self.set(at),
            self.bounded(at),
            self.range(at),
            self.lasting(at),
            open,
            point,
            self.duration(at),
        ])
    }

    /// A quick look whether any rule could begin here.
    fn may_begin(&self, at: usize) -> bool {
        match self.term(at) {
            Term::Other | Term::Break | Term::Scale(_) | Term::Zone => false,
            Term::Mark(mark) => matches!(mark, b'\'' | b'=' | b'<' | b'>'),
            Term::Digits { .. } => !self.continues_code(at),
            Term::Key(Key::A) => (at + 1..at + 4).any(|at| self.term(at).is_core()),
            Term::Key(key) => !NEVER_FIRST.contains(&key),
            _ => true,
        }
    }

    /// Whether digits stand right before, with a dash between, that were no beginning of a date.
    fn continues_code(&self, at: usize) -> bool {
        let digits = |at| matches!(self.term(at), Term::Digits { .. });
        at > 1
            && self.glued(at)
            && self.glued(at - 1)
            && self.is_mark(at - 1, b'-')
            && digits(at - 2)
    }

    /// The token's meaning; a break beyond the end.
    fn term(&self, at: usize) -> Term {
        self.tokens.get(at).map_or(Term::Break, |token| token.term)
    }

    /// The meaning of the token before; a break before the first.
    fn term_before(&self, at: usize) -> Term {
        at.checked_sub(1).map_or(Term::Break, |before| self.term(before))
    }

    fn is(&self, at: usize, key: Key) -> bool {
        self.term(at) == Term::Key(key)
    }

    fn is_any(&self, at: usize, keys: &[Key]) -> bool {
        matches!(self.term(at), Term::Key(key) if keys.contains(&key))
    }

    fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.term(at) == Term::Mark(mark)
    }

    /// `at`, or the place after it where the token is one of `keys`.
    fn skip(&self, at: usize, keys: &[Key]) -> usize {
        at + usize::from(self.is_any(at, keys))
    }

    /// `at`, or the place after it where the token is `mark`.
    fn skip_mark(&self, at: usize, mark: u8) -> usize {
        at + usize::from(self.is_mark(at, mark))
    }

    /// Whether nothing stands between the token and the one before it.
    fn glued(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            match (self.tokens.get(before), self.tokens.get(at)) {
                (Some(before), Some(token)) => before.end == token.start,
                _ => false,
            }
        })
    }

    fn case(&self, at: usize) -> Case {
        self.tokens.get(at).map_or(Case::Lower, |token| token.case)
    }

    /// The token as it stands in the text.
    fn word(&self, at: usize) -> &str {
        let token = self.tokens.get(at);
        token.and_then(|t| self.text.get(t.start as usize..t.end as usize)).unwrap_or_default()
    }

    /// A unit of time; "night" counts as a day, "business day" as its own unit.
    fn unit(&self, at: usize) -> Found<Unit> {
        match self.term(at) {
            Term::Unit(unit) => Some((unit, at + 1)),
            Term::Ord(2) if self.word(at).eq_ignore_ascii_case("second") => {
                Some((Unit::Second, at + 1))
            }
            Term::Letter(unit) if self.glued(at) => Some((unit, at + 1)),
            Term::Key(Key::Business) => match self.term(at + 1) {
                Term::Unit(Unit::Day) => Some((Unit::BusinessDay, at + 2)),
                Term::Unit(Unit::Week) => Some((Unit::Workweek, at + 2)),
                _ => None,
            },
            Term::Key(Key::Calendar | Key::Fiscal | Key::School) => match self.term(at + 1) {
                Term::Unit(Unit::Year) => Some((Unit::Year, at + 2)),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Words of the grammar that no expression begins with.
const NEVER_FIRST: [Key; 20] = [
    Key::And,
    Key::Or,
    Key::To,
    Key::Of,
    Key::S,
    Key::St,
    Key::Than,
    Key::Not,
    Key::Which,
    Key::Then,
    Key::Be,
    Key::Other,
    Key::Ago,
    Key::Back,
    Key::Hence,
    Key::Away,
    Key::Future,
    Key::Time,
    Key::Clock,
    Key::Or,
];

/// The reading that reaches farthest, the first of those that reach equally far.
fn longest<T, const N: usize>(found: [Found<T>; N]) -> Found<T> {
    found.into_iter().flatten().reduce(|best, next| if next.1 > best.1 { next } else { best })
}
