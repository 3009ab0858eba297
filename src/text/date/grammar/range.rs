//! Stretches with two ends, or with one: "from March to May", "2012-2014", "since 1993", "by
//! Friday".

use super::super::expression::{Date, Expression};
use super::super::lexicon::{Key, Term};
use super::{Found, Reader, longest};

/// So many tokens after the beginning of a range the word that joins its ends stands at the latest.
const FARTHEST_JOINT: usize = 14;

impl Reader<'_> {
    /// From one point to another, with what both share: "from 4 to 22 January 1995".
    pub(super) fn range(&self, at: usize) -> Found {
        if !self.joint_is_near(at) {
            return None;
        }
        longest([self.date_range(at), self.month_days(at), self.weekday_range_in(at)])
    }

    /// Whether anything that could join two ends stands in the next tokens.
    pub(super) fn joint_is_near(&self, at: usize) -> bool {
        (at + 1..at + FARTHEST_JOINT).any(|at| {
            matches!(self.term(at), Term::Mark(b'-' | b'~'))
                || self.is_any(at, &[Key::To, Key::Until, Key::Through, Key::And])
        })
    }

    /// "from 7 to 9 March", "Monday through Friday", "1998–2004".
    pub(super) fn date_range(&self, at: usize) -> Found {
        let opening = match self.term(at) {
            Term::Key(Key::From | Key::Between) => Some(self.term(at)),
            _ => None,
        };
        let start = at + usize::from(opening.is_some());
        let between = opening == Some(Term::Key(Key::Between));
        let (from, rest) = self.range_end(start, opening.is_some())?;
        let (joint, rest) = self.joint(rest, between)?;
        let (to, end) = self.range_end(rest, true)?;
        let loose = joint == Joint::Dash && !self.glued(rest) && opening.is_none();
        let numbered = is_bare(&from) && is_bare(&to);
        if numbered && opening.is_none() && joint == Joint::Dash && loose {
            return None;
        }
        if joint == Joint::Dash && !self.is_dashed_range(&from, &to, end) {
            return None;
        }
        let (from, to) = fill(from, to);
        let (from, to, end) = self.framed_range(from, to, end);
        let whole = !is_bare(&from) && !is_bare(&to) && are_alike(&from, &to);
        whole.then(|| (Expression::Range { from: Box::new(from), to: Box::new(to) }, end))
    }

    /// Whether what a dash joins is a range, and not a code: "2010-2015-86", "2017-13-12".
    pub(super) fn is_dashed_range(&self, from: &Expression, to: &Expression, end: usize) -> bool {
        let goes_on = self.is_mark(end, b'-')
            && self.glued(end)
            && matches!(self.term(end + 1), Term::Digits { .. });
        let year = |end: &Expression| {
            matches!(end, Expression::Date(Date { year: Some(_), month: None, .. }))
        };
        let month = |end: &Expression| {
            matches!(end, Expression::Date(Date { day: Some(_), year: None, .. }))
        };
        !(goes_on || year(from) && month(to))
    }

    /// One end: anything with a place in the calendar, or a bare day number.
    pub(super) fn range_end(&self, at: usize, bare: bool) -> Found {
        let at = self.skip(at, &[Key::The]);
        let present = match self.term(at) {
            Term::Key(Key::Now) | Term::Key(Key::Date) => Some((Expression::Now, at + 1)),
            Term::Key(Key::Current) if self.is(at + 1, Key::Date) => {
                Some((Expression::Now, at + 2))
            }
            _ => None,
        };
        let day = || {
            let (day, end) = self.ordinal(at).or_else(|| self.day_number(at))?;
            let free =
                !self.is_clock(end) && !matches!(self.term(end), Term::Unit(_) | Term::Scale(_));
            let date = Date { day: Some(day), ..Date::default() };
            free.then_some((Expression::Date(date), end))
        };
        let year = || {
            let Term::Digits { value, digits: 4 } = self.term(at) else { return None };
            let year = i16::try_from(value)
                .ok()
                .filter(|year| (1000..2200).contains(year) && self.is_whole(at))?;
            Some((Expression::Date(Date::year(year)), at + 1))
        };
        let month = || {
            let Term::Month(month) = self.term(at) else { return None };
            Some((Expression::Date(Date::month(month)), at + 1))
        };
        let stated = longest([present, self.nested_dates(at), self.amount_later(at)]);
        stated.or_else(|| {
            if bare { longest([year(), month(), day()]) } else { longest([year(), day()]) }
        })
    }

    /// "two and a half days later" as the end of a range.
    pub(super) fn amount_later(&self, at: usize) -> Found {
        self.measured(at).filter(|(found, _)| matches!(found, Expression::Offset { .. }))
    }

    /// "to", "until", "through", "-"; "and" after "between".
    pub(super) fn joint(&self, at: usize, between: bool) -> Option<(Joint, usize)> {
        match self.term(at) {
            Term::Key(Key::To | Key::Until | Key::Through) => Some((Joint::Word, at + 1)),
            Term::Key(Key::And) if between => Some((Joint::Word, at + 1)),
            Term::Mark(b'-' | b'~') => Some((Joint::Dash, at + 1)),
            _ => None,
        }
    }

    /// A month or year that follows a range and belongs to both ends: "... this month", "... of
    /// Sept".
    pub(super) fn framed_range(
        &self,
        from: Expression,
        to: Expression,
        end: usize,
    ) -> (Expression, Expression, usize) {
        if !is_bare(&from) || !is_bare(&to) {
            return (from, to, end);
        }
        let word = self.skip(end, &[Key::Of, Key::In]);
        let Some((outer, end)) = self.turned(word) else { return (from, to, end) };
        let within =
            |inner| Expression::Within { inner: Box::new(inner), outer: Box::new(outer.clone()) };
        (within(from), within(to), end)
    }

    /// "November 19-20", "April 9th through 17th", "November between 19 and 20", "Feb between 2-7
    /// 2018".
    pub(super) fn month_days(&self, at: usize) -> Found {
        let start = self.skip(at, &[Key::From]);
        let Term::Month(month) = self.term(start) else { return None };
        let between = self.is(start + 1, Key::Between);
        let first = self.skip(self.skip_mark(start + 1, b'.'), &[Key::Between]);
        let number = |at| {
            let at = self.skip(at, &[Key::The]);
            self.ordinal(at).or_else(|| self.day_number(at))
        };
        let (from, rest) = number(first)?;
        let listed =
            self.is(rest, Key::And) && number(rest + 1).is_some_and(|(to, _)| to == from + 1);
        let (_, rest) = self.joint(rest, between || listed)?;
        let (to, end) = number(rest)
            .filter(|&(_, end)| !self.is_clock(end) && !matches!(self.term(end), Term::Month(_)))?;
        let day = |day| Date { month: Some(month), day: Some(day), ..Date::default() };
        let (last, end) = self.with_year(day(to), end);
        let last = if to < from { Date { month: Some(month % 12 + 1), ..last } } else { last };
        let first = Expression::Date(Date { year: last.year, ..day(from) });
        Some((
            Expression::Range { from: Box::new(first), to: Box::new(Expression::Date(last)) },
            end,
        ))
    }

    /// "next week between Wednesday and Friday", "this week from Tue to Thur".
    pub(super) fn weekday_range_in(&self, at: usize) -> Found {
        let (outer, rest) = self.turned(at)?;
        let opened = self.is_any(rest, &[Key::Between, Key::From]);
        let (from, end) = opened.then(|| self.weekday_alone(rest + 1)).flatten()?;
        let (_, rest) = self.joint(end, self.is(rest, Key::Between))?;
        let (to, end) = self.weekday_alone(rest)?;
        let within = |inner| {
            Box::new(Expression::Within { inner: Box::new(inner), outer: Box::new(outer.clone()) })
        };
        Some((Expression::Range { from: within(from), to: within(to) }, end))
    }

    pub(super) fn weekday_alone(&self, at: usize) -> Found {
        let Term::Weekday(weekday) = self.term(at) else { return None };
        Some((Expression::Date(Date::weekday(weekday)), at + 1))
    }
}

/// What stands between the two ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Word,
    Dash,
}

/// Whether an end is no more than a day number.
fn is_bare(end: &Expression) -> bool {
    matches!(end, Expression::Date(Date { year: None, month: None, weekday: None, day: Some(_) }))
}

/// Whether two ends can make a range: a time of day alone cannot end one that begins with a day.
fn are_alike(from: &Expression, to: &Expression) -> bool {
    let timed = |end: &Expression| matches!(end, Expression::Clock(_) | Expression::DayPart(_));
    timed(from) == timed(to)
        || matches!(from, Expression::Now | Expression::At { .. })
        || matches!(to, Expression::Now)
}

/// What one end leaves out and the other says.
fn fill(from: Expression, to: Expression) -> (Expression, Expression) {
    let (&Expression::Date(mut a), &Expression::Date(mut b)) = (&from, &to) else {
        return fill_frames(from, to);
    };
    if a.month.is_none() && a.day.is_some() && a.weekday.is_none() {
        (a.month, a.year) = (b.month, a.year.or(b.year));
    } else if a.year.is_none() && a.month.is_some() && b.year.is_some() {
        let later = (a.month, a.day) > (b.month, b.day.or(a.day));
        a.year = b.year.map(|year| year - i16::from(later && b.month.is_some()));
    }
    if b.month.is_none() && b.day.is_some() && b.weekday.is_none() && a.month.is_some() {
        let wraps = b.day < a.day;
        (b.month, b.year) = (a.month.map(|m| if wraps { m % 12 + 1 } else { m }), a.year);
    }
    (Expression::Date(a), Expression::Date(b))
}

/// "4 to 22 this month": the first end is framed as the second is.
fn fill_frames(from: Expression, to: Expression) -> (Expression, Expression) {
    match (&from, &to) {
        (_, Expression::Within { outer, inner }) if is_bare(&from) && is_bare(inner) => {
            (Expression::Within { inner: Box::new(from), outer: outer.clone() }, to)
        }
        _ => (from, to),
    }
}
