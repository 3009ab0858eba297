//! Times of day: "2:49 a.m.", "15:30 local time (1430 UTC)", "half past seven", "noon", "early
//! morning".

use super::super::expression::{Clock, DayPart, Expression, Unit};
use super::super::lexicon::{Key, Term};
use super::day_part::in_day_part;
use super::{Found, Reader, longest};

/// Which half of the day a time is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meridiem {
    Am,
    Pm,
    /// "ampm": either.
    Both,
}

impl Reader<'_> {
    /// A time of day that stands for itself, with what tells morning from evening and its time
    /// zone.
    pub(super) fn time(&self, at: usize) -> Found {
        let about = self.skip(at, &[Key::Around]);
        let (clock, end) = longest([
            self.digital(about),
            self.spelled_time(about),
            self.noon(about),
            self.part_first(about),
            self.bare_in_part(about),
        ])?;
        let (clock, end) = self.in_part(clock, end);
        let (clock, end) = self.zoned(clock, end);
        let (clock, end) =
            if clock.zone.is_some() { self.in_part(clock, end) } else { (clock, end) };
        Some((Expression::Clock(Clock { approximate: about > at, ..clock }), end))
    }

    /// A bare hour where a time is expected: "8", "seven", "7.30", "seven thirty".
    pub(super) fn bare_time(&self, at: usize) -> Found<Clock> {
        let about = self.skip(at, &[Key::Around]);
        let (clock, end) =
            longest([self.pointed(about), self.bare_digits(about), self.bare_words(about)])?;
        let (clock, end) = self.in_part(clock, end);
        Some((Clock { approximate: about > at, ..clock }, end))
    }

    /// "five in the morning", "8 at night".
    pub(super) fn bare_in_part(&self, at: usize) -> Found<Clock> {
        let (clock, end) = longest([self.bare_digits(at), self.bare_words(at)])?;
        let called =
            self.is_any(end, &[Key::In, Key::At]) && !self.is_mark(at.saturating_sub(1), b'.');
        (called && self.part_of_day(end).is_some() && !clock.sure).then_some((clock, end))
    }

    pub(super) fn bare_digits(&self, at: usize) -> Found<Clock> {
        let Term::Digits { value, digits: 1 | 2 } = self.term(at) else { return None };
        let free = self.is_whole(at) && !self.is_mark(at + 1, b'%') && !self.is_mark(at + 1, b'/');
        let unglued =
            !self.glued(at + 1) || !matches!(self.term(at + 1), Term::Other | Term::Key(_));
        (free && unglued && value <= 24)
            .then(|| clock(value, None))
            .flatten()
            .map(|clock| (clock, at + 1))
    }

    pub(super) fn bare_words(&self, at: usize) -> Found<Clock> {
        let Term::Card(hour @ 1..=12) = self.term(at) else { return None };
        let minutes = self
            .below_hundred(self.skip_mark(at + 1, b'-'))
            .filter(|&(n, _)| (10..60).contains(&n));
        let (minute, end) = minutes.map_or((None, at + 1), |(n, end)| (Some(n), end));
        Some((clock(hour, minute)?, end))
    }

    /// Digits that can only be a time: "7:38 pm", "18:00", "6am", "1430 UTC", "11ish".
    pub(super) fn digital(&self, at: usize) -> Found<Clock> {
        let Term::Digits { .. } = self.term(at) else { return None };
        longest([
            self.colon(at),
            self.pointed_with_half(at),
            self.hour_with_half(at),
            self.military(at),
            self.about_hour(at),
        ])
    }

    /// "7:38", "7:38:10", with "am" or "pm" or without.
    pub(super) fn colon(&self, at: usize) -> Found<Clock> {
        let Term::Digits { value: hour, digits: 1 | 2 } = self.term(at) else { return None };
        let (minute, mut end) = self.two_digits_after(at, b':')?;
        let mut time = clock(hour, Some(minute))?;
        if let Some((second, after)) = self.two_digits_after(end - 1, b':') {
            (time.second, end) = (i8::try_from(second).ok(), after);
        }
        let leading = self.word(at).starts_with('0');
        time.sure |= leading;
        Some(self.halved(time, end))
    }

    pub(super) fn two_digits_after(&self, at: usize, mark: u8) -> Found<u32> {
        let glued = self.glued(at + 1) && self.glued(at + 2);
        match self.term(at + 2) {
            Term::Digits { value, digits: 2 }
                if glued && self.is_mark(at + 1, mark) && value < 60 =>
            {
                Some((value, at + 3))
            }
            _ => None,
        }
    }

    /// "8.30": a time only where one is expected.
    pub(super) fn pointed(&self, at: usize) -> Found<Clock> {
        let Term::Digits { value: hour, digits: 1 | 2 } = self.term(at) else { return None };
        let (minute, end) = self.two_digits_after(at, b'.')?;
        Some(self.halved(clock(hour, Some(minute))?, end))
    }

    pub(super) fn pointed_with_half(&self, at: usize) -> Found<Clock> {
        let (clock, end) = self.pointed(at)?;
        (end > at + 3).then_some((clock, end))
    }

    /// "6am", "6 p.m.", "1140 a.m.", "715pm".
    pub(super) fn hour_with_half(&self, at: usize) -> Found<Clock> {
        let Term::Digits { value, digits } = self.term(at) else { return None };
        let rest = if self.is_mark(at + 1, b'.') && self.glued(at + 1) && self.glued(at + 2) {
            at + 2
        } else {
            at + 1
        };
        self.meridiem(rest)?;
        let (hour, minute) =
            if digits > 2 { (value / 100, Some(value % 100)) } else { (value, None) };
        let fits = digits <= 4 && hour <= 12 && self.is_whole(at);
        fits.then(|| clock(hour, minute)).flatten().map(|clock| self.halved(clock, rest))
    }

    /// "1430 UTC", "1430 hours": four digits that a time zone follows.
    pub(super) fn military(&self, at: usize) -> Found<Clock> {
        let Term::Digits { value, digits: 4 } = self.term(at) else { return None };
        let zone = self.zone(at + 1).is_some();
        let time = clock(value / 100, Some(value % 100)).filter(|_| zone && value < 2400)?;
        Some((Clock { sure: true, ..time }, at + 1))
    }

    /// "11ish".
    pub(super) fn about_hour(&self, at: usize) -> Found<Clock> {
        let Term::Digits { value, digits: 1 | 2 } = self.term(at) else { return None };
        let ish = self.is(at + 1, Key::Ish) && self.glued(at + 1);
        let time = clock(value, None).filter(|_| ish)?;
        Some((Clock { approximate: true, ..time }, at + 2))
    }

    /// "am", "a.m.", "p. m.", "a m", a glued "a" or "p".
    pub(super) fn meridiem(&self, at: usize) -> Found<Meridiem> {
        let half = match self.term(at) {
            Term::Key(Key::Am) => return Some((Meridiem::Am, self.abbreviated(at + 1))),
            Term::Key(Key::Pm) => return Some((Meridiem::Pm, self.abbreviated(at + 1))),
            Term::Key(Key::Ampm) => return Some((Meridiem::Both, at + 1)),
            Term::Key(Key::A) if self.word(at).len() == 1 => Meridiem::Am,
            Term::Key(Key::P) => Meridiem::Pm,
            _ => return None,
        };
        let letter = self.skip_mark(at + 1, b'.');
        if self.is(letter, Key::M) {
            let end = if self.glued(letter + 1) || letter > at + 1 {
                self.skip_mark(letter + 1, b'.')
            } else {
                letter + 1
            };
            return Some((half, end));
        }
        (self.glued(at) && !self.glued(at + 1)
            || self.glued(at) && matches!(self.term(at + 1), Term::Mark(_)))
        .then_some((half, at + 1))
    }

    /// The place after "pm"; a full stop there ends the sentence and is left alone.
    pub(super) fn abbreviated(&self, end: usize) -> usize {
        end
    }

    /// The clock with the half of the day that follows it, if one does.
    pub(super) fn halved(&self, clock: Clock, end: usize) -> (Clock, usize) {
        match self.meridiem(end) {
            Some((half, after)) if clock.hour <= 12 => (with_half(clock, half), after),
            _ => (clock, end),
        }
    }

    /// "six pm", "half past seven o'clock", "twenty minutes past eight", "quarter to five".
    pub(super) fn spelled_time(&self, at: usize) -> Found<Clock> {
        longest([self.spelled_hour(at), self.past_the_hour(at)])
    }

    pub(super) fn spelled_hour(&self, at: usize) -> Found<Clock> {
        let (time, end) = longest([self.bare_words(at), self.bare_digits(at)])?;
        match self.oclock(end) {
            Some(after) => Some(self.halved(time, after)),
            None => self.meridiem(end).map(|_| self.halved(time, end)),
        }
    }

    pub(super) fn oclock(&self, at: usize) -> Option<usize> {
        if self.is(at, Key::Oclock) {
            return Some(at + 1);
        }
        let mark = self.skip_mark(at + 1, b'\'');
        (self.is(at, Key::O) && self.is(mark, Key::Clock)).then_some(mark + 1)
    }

    pub(super) fn past_the_hour(&self, at: usize) -> Found<Clock> {
        let (minutes, rest) = self.minutes(at)?;
        let past = self.is_any(rest, &[Key::Past, Key::After]);
        if !past && !self.is(rest, Key::To) {
            return None;
        }
        let (time, end) = longest([self.bare_words(rest + 1), self.bare_digits(rest + 1)])?;
        let (time, end) = self.halved(time, self.oclock(end).unwrap_or(end));
        let total = i32::from(time.hour) * 60 + if past { minutes } else { -minutes };
        let (hour, minute) = (total.rem_euclid(1440) / 60, total.rem_euclid(60));
        Some((
            Clock { hour: i8::try_from(hour).ok()?, minute: i8::try_from(minute).ok(), ..time },
            end,
        ))
    }

    /// "half", "a quarter", "20", "twenty minutes": only where "past" or "to" an hour follows.
    pub(super) fn minutes(&self, at: usize) -> Found<i32> {
        let word = self.skip(at, &[Key::A]);
        match self.term(word) {
            Term::Key(Key::Half) if word == at => Some((30, at + 1)),
            Term::Unit(Unit::Quarter) => Some((15, word + 1)),
            _ => {
                let (n, end) = self.cardinal(at).filter(|&(n, _)| n < 60)?;
                let unit = self.term(end) == Term::Unit(Unit::Minute);
                let past = self.is(end, Key::Past);
                (unit || past).then_some((i32::try_from(n).ok()?, end + usize::from(unit)))
            }
        }
    }

    /// "noon", "12 noon", "midnight", "mid night".
    pub(super) fn noon(&self, at: usize) -> Found<Clock> {
        let word = at
            + usize::from(matches!(self.term(at), Term::Digits { value: 12, .. } | Term::Card(12)));
        let split = self.is(word, Key::Mid) && self.term(word + 1) == Term::Part(DayPart::Night);
        match self.term(word) {
            Term::Key(Key::Noon) => Some((Clock { sure: true, ..clock(12, None)? }, word + 1)),
            Term::Key(Key::Midnight) => Some((Clock { sure: true, ..clock(0, None)? }, word + 1)),
            _ if split => Some((Clock { sure: true, ..clock(0, None)? }, word + 2)),
            _ => None,
        }
    }

    /// "in the morning at 7", "early morning at 8:00".
    pub(super) fn part_first(&self, at: usize) -> Found<Clock> {
        let (part, rest) = self.part_of_day(at)?;
        let rest = self.skip_mark(rest, b',');
        let called = self.skip(rest, &[Key::At]);
        let (time, end) =
            longest([self.digital(called), self.spelled_time(called), self.bare_time(called)])?;
        let hinted =
            called > rest || self.oclock(end.saturating_sub(1)).is_some() || time.minute.is_some();
        hinted.then(|| (in_day_part(time, part), end))
    }
}

/// A time of day, where there is such a one.
fn clock(hour: u32, minute: Option<u32>) -> Option<Clock> {
    let fits = hour <= 24 && minute.is_none_or(|minute| minute < 60);
    fits.then(|| Clock {
        hour: i8::try_from(hour % 24).unwrap_or_default(),
        minute: minute.and_then(|minute| i8::try_from(minute).ok()),
        second: None,
        sure: hour == 0 || hour > 12,
        approximate: false,
        zone: None,
        utc: None,
    })
}

fn with_half(clock: Clock, half: Meridiem) -> Clock {
    let hour = match half {
        Meridiem::Am => clock.hour % 12,
        Meridiem::Pm => clock.hour % 12 + 12,
        Meridiem::Both => return clock,
    };
    Clock { hour, sure: true, ..clock }
}
