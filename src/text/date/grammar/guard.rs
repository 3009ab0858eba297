//! What keeps words and numbers that only look like dates out: "you may", "Theresa May", "2020
//! people".
//!
//! Every guard looks at the neighbours of a token only, never at the whole sentence.

use super::super::lexicon::{Key, Term};
use super::super::token::Case;
use super::Reader;

impl Reader<'_> {
    /// Whether a month that stands alone, without a day or a year, is one.
    pub(super) fn month_stands_alone(&self, at: usize, end: usize) -> bool {
        let word = self.word(at);
        let called = self.calls_for_month(at);
        let abbreviated = word.len() <= 4
            && !matches!(word.to_ascii_lowercase().as_str(), "june" | "july" | "may");
        if at > 0 && self.glued(at) && self.is_mark(at - 1, b'$') {
            return false;
        }
        let first_name = self.term(end) == Term::Other
            && self.case(end) == Case::Capital
            && !self.follows_the(at);
        match (word.to_ascii_lowercase().as_str(), self.case(at)) {
            ("may" | "april" | "june" | "august", Case::Capital) if first_name && !called => false,
            ("may", Case::Lower) => {
                let subject = self.is_any(at.saturating_sub(1), &[Key::This, Key::That]);
                called
                    && !self.is_any(end, &[Key::Be, Key::Or, Key::Not])
                    && (!subject || self.ends_clause(end))
            }
            ("may", _) => called || (!self.starts_sentence(at) && !self.follows_name(at)),
            ("march" | "august", Case::Lower) => called,
            ("march", _) if self.starts_sentence(at) => self.ends_clause(end) || called,
            _ if abbreviated && self.case(at) != Case::Capital => called,
            _ if abbreviated => called || self.is_mark(at + 1, b'.') || self.ends_clause(end),
            _ => !self.follows_name(at) || called,
        }
    }

    /// Whether the words before lead up to a month.
    fn calls_for_month(&self, at: usize) -> bool {
        use Key::*;
        let keys = [
            In, Last, Next, This, Of, Since, Until, By, Early, Mid, Late, During, From, Before,
            After, Previous, Following, Past, Coming, Between, Through, That, Every,
        ];
        let before =
            at.checked_sub(1).map_or(0, |at| at - usize::from(self.is_mark(at, b'-') && at > 0));
        at > 0 && self.is_any(before, &keys)
    }

    /// Whether a sentence begins with this token, as far as the mark before tells.
    pub(super) fn starts_sentence(&self, at: usize) -> bool {
        matches!(
            self.term_before(at),
            Term::Break | Term::Mark(b'.' | b'!' | b'?' | b'"' | b':' | b'(') | Term::Mark(b'\'')
        ) || at.checked_sub(1).is_some_and(|at| self.is_mark(at, b','))
    }

    /// Whether a capitalised word that is no date stands right before: a first name, or "Mr".
    fn follows_name(&self, at: usize) -> bool {
        at > 0 && self.term(at - 1) == Term::Other && self.case(at - 1) != Case::Lower
    }

    /// Whether the clause ends here, or goes on with a word of the grammar.
    fn ends_clause(&self, at: usize) -> bool {
        matches!(self.term(at), Term::Break | Term::Mark(_) | Term::Key(_))
    }

    /// Whether an abbreviated weekday is one: "Sat", "sun", "wed" are other words too.
    pub(super) fn weekday_stands(&self, at: usize) -> bool {
        use Key::*;
        let word = self.word(at);
        if word.len() >= 6 {
            return true;
        }
        let keys = [
            On, Last, Next, This, By, Until, Since, Past, Coming, Following, Previous, Before,
            After, From, Between, To, Through, Or,
        ];
        let called = at > 0 && self.is_any(at - 1, &keys);
        let dated = self.date_follows(self.skip_mark(self.skip_mark(at + 1, b'.'), b','));
        let week = matches!(self.term_before(at), Term::Unit(_));
        called
            || dated
            || week
            || (self.case(at) != Case::Lower && self.ends_clause(at + 1) && !self.follows_the(at))
                && !self.starts_sentence(at)
    }

    /// Whether a superlative leads up to this place: "the largest rally in a decade" looks back.
    pub(super) fn follows_superlative(&self, at: usize) -> bool {
        let clause = (at.saturating_sub(8)..at)
            .rev()
            .take_while(|&at| !matches!(self.term(at), Term::Break | Term::Mark(b'.' | b';')));
        clause.map(|at| self.word(at)).any(|word| {
            matches!(word, "first" | "worst" | "most" | "least" | "only")
                || (word.len() > 5 && word.ends_with("est"))
        })
    }

    /// Whether a word stands before that makes "last" a verb: "will last two hours".
    pub(super) fn follows_modal(&self, at: usize) -> bool {
        const MODALS: [&str; 12] = [
            "will", "would", "can", "could", "should", "must", "may", "might", "to", "not", "t",
            "shall",
        ];
        let before = at.checked_sub(1).map_or("", |at| self.word(at)).to_ascii_lowercase();
        MODALS.contains(&before.as_str())
    }

    fn follows_the(&self, at: usize) -> bool {
        at > 0 && self.is(at - 1, Key::The)
    }

    fn date_follows(&self, at: usize) -> bool {
        matches!(self.term(at), Term::Month(_) | Term::Digits { digits: 1 | 2, .. })
    }

    /// Whether four digits that stand alone are a year.
    pub(super) fn year_stands_alone(&self, at: usize, end: usize, year: i16) -> bool {
        let called = self.calls_for_year(at);
        let likely = (1700..=2100).contains(&year);
        let (before, after) = (self.term_before(at), self.term(end));
        if at > 0
            && self.glued(at)
            && !matches!(before, Term::Mark(b'(' | b'"' | b'\'' | b'[' | b'=' | b'-'))
        {
            return false;
        }
        let joined = self.glued(end)
            && matches!(after, Term::Mark(b'-' | b'/' | b':' | b'%' | b'+' | b'@') | Term::Other);
        let dashed = joined && self.is_mark(end, b'-') && matches!(self.term(end + 1), Term::Other);
        if joined && !dashed {
            return false;
        }
        let counted = after == Term::Other && self.case(end) == Case::Lower;
        if self.is_estimated(at) && after == Term::Other {
            return false;
        }
        match (likely, called, counted) {
            (_, true, true) => likely && !self.is_counted(end),
            (_, true, false) => (1000..=2200).contains(&year) && !matches!(after, Term::Unit(_)),
            (true, false, true) => self.follows_the(at) && !self.is_counted(end),
            (true, false, false) => {
                !matches!(after, Term::Unit(_) | Term::Key(Key::More | Key::Less))
                    && !self.is_numbered(at)
            }
            _ => false,
        }
    }

    fn calls_for_year(&self, at: usize) -> bool {
        use Key::*;
        let listed = at > 1
            && self.is_any(at - 1, &[And, Or])
            && matches!(self.term(at - 2), Term::Digits { digits: 4, .. });
        if listed {
            return true;
        }
        let keys = [
            In, Since, Until, By, From, During, Before, After, Of, Early, Mid, Late, To, Through,
            Between, Around,
        ];
        at > 0 && self.is_any(at - 1, &keys)
    }

    /// Whether words stand before that make a number an estimate: "roughly 2000", "at least 1900".
    fn is_estimated(&self, at: usize) -> bool {
        at > 0
            && self.is_any(
                at - 1,
                &[Key::Around, Key::Several, Key::More, Key::Less, Key::Least, Key::Than],
            )
    }

    /// Whether a plural follows, so that the number before says how many.
    fn is_counted(&self, at: usize) -> bool {
        let word = self.word(at);
        let plural =
            word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
        plural
            || matches!(
                word,
                "people" | "men" | "women" | "children" | "pieces" | "km" | "miles" | "percent"
            )
    }

    /// Whether a word before makes it the number of something: "flight 1549", "No 2010", "Boeing
    /// 2000".
    fn is_numbered(&self, at: usize) -> bool {
        const NUMBERED: [&str; 12] = [
            "flight", "route", "highway", "page", "number", "no", "room", "chapter", "section",
            "line", "issue", "model",
        ];
        let before = at.checked_sub(1).map_or("", |at| self.word(at)).to_ascii_lowercase();
        NUMBERED.contains(&before.as_str())
    }
}
