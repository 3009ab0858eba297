//! Whether a candidate is a date or a time of day that is asked for.

use crate::answer::candidate::Kind;
use crate::fact::{DateKind, Dated, Passage};
use crate::lexicon::NounKind;
use crate::text::date::Precision;
use crate::text::syntax::Relation;

use super::Words;

impl Words<'_> {
    pub(super) fn date(&self, wanted: DateKind) -> f32 {
        let whole = self.candidate.kind == Kind::Date;
        let Some(date) = self.passage.date_at(self.head()).filter(|_| whole) else {
            let calendar = wanted == DateKind::Calendar;
            return if calendar && self.is_long_ago() { 0.8 } else { -1.0 };
        };
        match (wanted, date.kind) {
            (DateKind::Clock, _) if self.is_counted_on() => -1.0,
            _ if self.is_vague() || self.is_counted_on() => -0.5,
            (DateKind::Calendar, _) if self.is_record() || self.is_model() => -1.0,
            (DateKind::Calendar, _) if is_hour(self.passage, date) => 0.6,
            (wanted, kind) if wanted == kind => 1.0,
            (DateKind::Calendar, DateKind::Clock) if date.when.is_some() => 0.9,
            (DateKind::Calendar, DateKind::Clock) => 0.2,
            (DateKind::Calendar, _) => -0.5,
            _ => -1.0,
        }
    }

    /// "Some 15 million years ago", "in AD 293", "around 120 BC": no day of the calendar.
    fn is_long_ago(&self) -> bool {
        let (first, last) = (usize::from(self.candidate.first), usize::from(self.candidate.last));
        let word = |at: usize| self.passage.word(at);
        let figure = |at: usize| word(at).contains(|mark: char| mark.is_ascii_digit());
        last > first
            && last - first < 6
            && match word(last) {
                "ago" => word(last - 1) == "years" && (first..last).any(figure),
                "BC" | "AD" | "BCE" | "CE" => figure(last - 1),
                _ => word(last - 1) == "AD" && figure(last),
            }
    }

    /// "A recalled *2005* Opel": the year of a thing that is one of many.
    fn is_model(&self) -> bool {
        let grammar = &self.passage.grammar;
        let before = matches!(
            grammar.tokens[self.head()].relation,
            Relation::Nummod | Relation::Compound | Relation::Amod
        );
        let Some(noun) = grammar.head(self.head()).filter(|_| before) else { return false };
        let one_of_many = grammar
            .child(noun, Relation::Det)
            .is_some_and(|det| matches!(grammar.lemma(det), "a" | "an"));
        let made = matches!(
            self.passage.meaning(noun).kind,
            NounKind::Vehicle | NounKind::Device | NounKind::Weapon
        );
        made || one_of_many && grammar.tokens[noun].tag.is_proper()
    }

    /// "40 minutes later": counted from a time that another sentence tells.
    fn is_counted_on(&self) -> bool {
        let text = self.text();
        text.ends_with(" later")
            && ["minute", "hour", "second"].iter().any(|unit| text.contains(unit))
    }

    /// "At present", "this day": no time that anybody asks for.
    fn is_vague(&self) -> bool {
        const VAGUE: [&str; 14] = [
            "now",
            "at present",
            "currently",
            "this day",
            "that day",
            "the day",
            "shortly",
            "soon",
            "at the moment",
            "these days",
            "nowadays",
            "recently",
            "later",
            "at the time",
        ];
        VAGUE.contains(&self.text().as_str())
    }

    /// "In 7 minutes 52.11 seconds" says how fast.
    fn is_record(&self) -> bool {
        let text = self.text();
        text.starts_with("in ") && text.contains("second")
    }
}

/// "Before midnight", "at 9": an hour without its day.
fn is_hour(passage: &Passage, date: &Dated) -> bool {
    let exact = date.when.as_ref().is_some_and(|when| when.precision <= Precision::Hour);
    let named = matches!(passage.word(date.last.into()), "midnight" | "noon" | "midday");
    (exact || named) && date.last - date.first < 2
}
