//! Days with a name: "Christmas Eve", "St. Patrick's Day 2020".

use super::super::expression::{Date, Expression, Unit};
use super::super::holiday;
use super::super::lexicon::{Key, Term};
use super::super::token::Case;
use super::{Found, Reader};

impl Reader<'_> {
    /// Whether the word could begin the name of a feast.
    pub(super) fn begins_feast(&self, at: usize) -> bool {
        matches!(self.term(at), Term::Feast | Term::Month(5) | Term::Key(Key::All))
    }

    /// A feast by its longest name, with the year that follows it.
    pub(super) fn feast(&self, at: usize) -> Found {
        let (feast, end) = self.feast_name(at)?;
        let feast = Expression::Holiday(feast);
        if self.term(end) == Term::Unit(Unit::Weekend) {
            let (day, end) = self.feast_of_year(feast, end + 1);
            return Some((weekend_of(day), end));
        }
        let (day, end) = self.feast_of_year(feast, end);
        match self.term(end) {
            Term::Unit(Unit::Weekend) => Some((weekend_of(day), end + 1)),
            _ => Some((day, end)),
        }
    }

    fn feast_of_year(&self, feast: Expression, end: usize) -> (Expression, usize) {
        let Term::Digits { value, digits: 4 } = self.term(end) else { return (feast, end) };
        let year = i16::try_from(value).ok().filter(|year| (1500..2200).contains(year));
        match year.filter(|_| self.is_whole(end)) {
            Some(year) => {
                let outer = Box::new(Expression::Date(Date::year(year)));
                (Expression::Within { inner: Box::new(feast), outer }, end + 1)
            }
            None => (feast, end),
        }
    }

    fn feast_name(&self, at: usize) -> Found<super::super::expression::Holiday> {
        if !self.begins_feast(at) {
            return None;
        }
        let (mut name, mut end, mut best) = (String::new(), at, None);
        for _ in 0..holiday::LONGEST {
            let word = self.word(end);
            let wordy = word.bytes().all(|b| b.is_ascii_alphabetic())
                && !word.is_empty()
                && word.len() <= 16;
            if !wordy {
                break;
            }
            name.push_str(if name.is_empty() { "" } else { " " });
            name.push_str(&word.to_ascii_lowercase());
            end = self.after_possessive(end + 1, &mut name);
            if let Some(feast) = holiday::named(&name) {
                best = Some((feast, end));
            }
        }
        best.filter(|_| self.case(at) != Case::Lower || name.contains(' ') || name != "new")
    }

    /// The place after "'s", a bare apostrophe or the full stop of "St.", adding an s to the name.
    fn after_possessive(&self, at: usize, name: &mut String) -> usize {
        match (self.term(at), self.term(at + 1)) {
            (Term::Mark(b'\''), Term::Key(Key::S)) if self.glued(at) && self.glued(at + 1) => {
                name.push('s');
                at + 2
            }
            (Term::Mark(b'\''), _) if self.glued(at) && name.ends_with('s') => at + 1,
            (Term::Mark(b'.'), _) if name == "st" => at + 1,
            _ => at,
        }
    }
}

fn weekend_of(day: Expression) -> Expression {
    Expression::Around { unit: Unit::Weekend, day: Box::new(day) }
}
