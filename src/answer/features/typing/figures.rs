//! Whether a candidate is a number, a sum, a share, an age, a measure or a length of time.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::answer::candidate::{Candidate, Kind, numbers};
use crate::extract::arguments;
use crate::fact::{DateKind, Passage};
use crate::lexicon::NounKind;
use crate::text::date::Bound;
use crate::text::syntax::{Relation, Tag};

use super::Words;
use crate::answer::features::measures::{self, LENGTH, TIME, is_one_of};

impl Words<'_> {
    /// Whether it is a length of time; where it is asked `since_when`, a day serves as well.
    pub(super) fn duration(&self, since_when: bool) -> f32 {
        let date = self.passage.date_at(self.head());
        let dated = date.is_some_and(|date| date.kind == DateKind::Duration);
        let is_date = self.candidate.kind == Kind::Date;
        let bound = date.and_then(|date| date.when.as_ref()).and_then(|when| when.bound);
        let has_unit = self.has_unit_of_time() && !self.text().contains("-century");
        match (dated, has_unit && self.has_numeral() && !self.is_clause()) {
            (true, _) => 1.0,
            (_, true) => 0.9,
            _ if is_date && bound == Some(Bound::Since) => 0.5,
            _ if is_date && (since_when || self.is_until()) => -0.5,
            // "How long is the bridge": 361 metres.
            _ if self.has_figure() && self.is_length() => 0.0,
            _ => -1.0,
        }
    }

    /// "Until midnight".
    fn is_until(&self) -> bool {
        matches!(self.passage.word(self.candidate.first.into()), "until" | "till" | "Until")
    }

    fn has_numeral(&self) -> bool {
        self.tokens().any(|token| self.passage.grammar.tokens[token].tag == Tag::CD)
    }

    /// "225 metres", "248-page".
    fn is_length(&self) -> bool {
        let is_unit = |word: &str| is_one_of(LENGTH, word) || is_one_of(&["page"], word);
        self.text().split(|mark: char| !mark.is_alphabetic()).any(is_unit)
    }

    pub(super) fn frequency(&self) -> f32 {
        if self.candidate.kind == Kind::Name {
            return -1.0;
        }
        let text = self.text();
        let repeated =
            self.passage.date_at(self.head()).is_some_and(|date| date.kind == DateKind::Repeated);
        let times = ["times", "twice", "once", "every", "daily", "weekly", "monthly", "annual"]
            .iter()
            .any(|word| text.contains(word));
        match repeated || (times && !self.is_clause()) {
            true => 1.0,
            false if self.has_figure() => -0.5,
            false => -1.0,
        }
    }

    pub(super) fn has_figure(&self) -> bool {
        self.candidate.kind == Kind::Number
    }

    pub(super) fn number(&self) -> f32 {
        match self.has_figure() {
            true if self.is_money() || self.text().contains('%') => 0.5,
            true => 1.0,
            false => -1.0,
        }
    }

    pub(super) fn is_money(&self) -> bool {
        let text = self.text();
        let sign = text.contains(['$', '£', '€', '¥', '₹']);
        let unit = text.split_whitespace().any(|word| CURRENCIES.contains(word));
        sign || unit || self.tokens().any(|token| is_priced(self.passage.word(token)))
    }

    pub(super) fn money(&self) -> f32 {
        match self.has_figure() {
            true if self.is_money() => 1.0,
            true if self.has_unknown_unit() => 0.3,
            true if self.is_share() => -0.4,
            true if self.is_counted() || self.is_spelled() || self.is_measured() => -1.0,
            true => -0.3,
            false => -1.0,
        }
    }

    /// "150g", "40km": a figure with a unit that is none of money. "10m" may be millions.
    fn is_measured(&self) -> bool {
        let figure = |mark: char| mark.is_ascii_digit() || matches!(mark, '.' | ',');
        let word = self.passage.word(self.head());
        let unit = word.trim_start_matches(figure);
        unit.len() < word.len() && unit != "m" && measures::is_unit(unit)
    }

    /// "46 million bolivianos": a word that is no name and that nothing is known of
    /// may be a currency.
    fn has_unknown_unit(&self) -> bool {
        let last = usize::from(self.candidate.last);
        let found = self.passage.grammar.tokens[last];
        let unknown = self.passage.meaning(last).word.is_none()
            && found.tag.is_noun()
            && !found.tag.is_proper()
            && self.passage.word(last).chars().all(char::is_lowercase);
        unknown && self.text().contains(|mark: char| mark.is_ascii_digit())
    }

    /// "Two": no sum is spelled out so and without its currency.
    fn is_spelled(&self) -> bool {
        !self.text().contains(|mark: char| mark.is_ascii_digit()) && !self.text().contains("illion")
    }

    /// A figure that counts a noun: "five weeks", "2,000 Thai and 74 Malaysian shops", "24-hour".
    fn is_counted(&self) -> bool {
        let grammar = &self.passage.grammar;
        let head = self.head();
        let noun = grammar.head(head).filter(|&noun| {
            grammar.tokens[head].relation == Relation::Nummod && grammar.tokens[noun].tag.is_noun()
        });
        let amount = |noun: usize| {
            matches!(self.passage.meaning(noun).kind, NounKind::Money | NounKind::Quantity)
                || matches!(grammar.lemma(noun), "million" | "billion" | "trillion" | "thousand")
        };
        let behind = usize::from(self.candidate.last) + 1;
        let goes_on = grammar
            .tokens
            .get(behind)
            .is_some_and(|next| (next.tag.is_noun() || next.tag.is_adjective()) && !amount(behind));
        noun.is_some_and(|noun| !amount(noun)) || goes_on || self.passage.word(head).contains('-')
    }

    pub(super) fn percent(&self) -> f32 {
        match self.has_figure() {
            true if self.is_share() => 1.0,
            true => -0.3,
            false => -1.0,
        }
    }

    /// "85 %", "a third".
    fn is_share(&self) -> bool {
        let text = self.text();
        ["%", "percent", "per cent"].iter().any(|sign| text.contains(sign))
            || self.tokens().any(|token| numbers::is_fraction(self.passage, token))
    }

    pub(super) fn age(&self) -> f32 {
        let grammar = &self.passage.grammar;
        let text = self.text();
        let aged = text.contains("year-old")
            || text.contains("years old")
            || text.contains("aged")
            || text.contains("years of age")
            || text.contains("age of ") && self.has_numeral();
        let between_commas = self.candidate.first == self.candidate.last
            && self.candidate.first > 0
            && grammar.tokens[usize::from(self.candidate.first) - 1].tag == Tag::Comma
            && grammar
                .tokens
                .get(usize::from(self.candidate.last) + 1)
                .is_some_and(|token| token.tag.is_punctuation())
            && text.parse::<u32>().is_ok_and(|age| age < 120);
        let turned = text.parse::<u32>().is_ok_and(|age| age < 120)
            && arguments::case(grammar, self.head()).is_none_or(|case| case == "at");
        match (!self.is_clause(), aged || between_commas) {
            (true, true) if self.is_of_old_thing() => 0.2,
            (true, true) => 1.0,
            _ if !self.has_figure() || self.is_of_name() => -1.0,
            _ if self.is_of_somebody() && !self.counts_else() => 0.8,
            _ if !self.is_counted() && turned => 0.2,
            _ if self.has_unit_of_time() => 0.0,
            _ if self.is_counted() => -0.8,
            _ => -0.4,
        }
    }

    /// "The *2,000-year-old* throne": nobody lives that long.
    fn is_of_old_thing(&self) -> bool {
        const OLDEST: u32 = 125;
        let text = self.text();
        let (figure, _) =
            text.split_once("-year").or_else(|| text.split_once(" year")).unwrap_or_default();
        let digits: String = figure.chars().filter(char::is_ascii_digit).collect();
        digits.parse::<u32>().is_ok_and(|years| years > OLDEST)
    }

    /// "A woman of *29*".
    fn is_of_somebody(&self) -> bool {
        let grammar = &self.passage.grammar;
        let above = grammar.head(self.head());
        arguments::case(grammar, self.head()) == Some("of")
            && above.is_some_and(|above| self.passage.meaning(above).kind.is_person())
            && self.text().parse::<u32>().is_ok_and(|age| age < 120)
    }

    /// The "11" of "Apollo 11".
    fn is_of_name(&self) -> bool {
        let before = usize::from(self.candidate.first).checked_sub(1);
        before.is_some_and(|before| self.passage.grammar.tokens[before].tag.is_proper())
    }

    /// "36 witnesses": the figure ends in a noun of its own, which is none of time.
    fn counts_else(&self) -> bool {
        let last = usize::from(self.candidate.last);
        self.passage.grammar.tokens[last].tag == Tag::NNS && !self.has_unit_of_time()
    }

    fn has_unit_of_time(&self) -> bool {
        let is_unit = |word: &str| is_one_of(TIME, word);
        self.text().split(|mark: char| !mark.is_alphabetic()).any(is_unit)
    }

    pub(super) fn measure(&self) -> f32 {
        match self.has_figure() {
            true if self.text().contains("-year") => 0.0,
            true if self.candidate.first < self.candidate.last => 1.0,
            true if is_number_in_brackets(self.passage, self.candidate) => -0.6,
            true => 0.4,
            false if self.candidate.kind == Kind::Date => -0.6,
            false => -1.0,
        }
    }
}

/// "(4711)": a number that something goes by.
pub(in crate::answer::features) fn is_number_in_brackets(
    passage: &Passage,
    candidate: &Candidate,
) -> bool {
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let is = |at: usize, bracket: &str| at < passage.len() && passage.word(at) == bracket;
    first > 0 && is(first - 1, "(") && is(last + 1, ")")
}

/// "R95", "Rs500", "kr40": a sign of letters before the figure.
fn is_priced(word: &str) -> bool {
    const SIGNS: [&str; 9] = ["R", "Rs", "kr", "RM", "S/", "P", "K", "Fr", "CHF"];
    let digit = word.find(|mark: char| mark.is_ascii_digit());
    digit.is_some_and(|at| SIGNS.contains(&word[..at].trim_end_matches('.')))
}

static CURRENCIES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    include_str!("currencies.txt").lines().filter(|line| !line.starts_with('#')).collect()
});
