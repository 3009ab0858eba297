//! When: the article's date expressions.

use crate::brief::candidate::Candidates;
use crate::brief::measure::Measure;
use crate::brief::story::Story;
use crate::fact::{DateKind, Dated, Passage};
use crate::text::date::{Precision, When};
use crate::text::syntax::Tag;

use super::phrase::{Run, noun_phrases};

/// How many sentences are looked through.
const SENTENCES: usize = 60;

/// Brings every date expression.
pub(super) fn find(story: &Story, found: &mut Candidates) {
    let mut is_first = true;
    let dates = || story.top(SENTENCES).flat_map(|number| &story.passage(number).dates);
    let has_day = dates().any(tells_when);
    for number in story.top(SENTENCES) {
        let passage = story.passage(number);
        for date in passage.dates.iter().filter(|date| !has_day || tells_when(date)) {
            let run = (usize::from(date.first), usize::from(date.last));
            let text = date.span.of(&passage.text);
            let mut noticed = noticed(date, text);
            noticed.extend(distance(story, date));
            if !passage.is_title && std::mem::take(&mut is_first) {
                noticed.push(Measure::FirstDate);
            }
            found.add(number, run, &noticed);
            found.set(number, run, Measure::SameDay, share_of_day(story, date));
            for (longer, measure) in extended(passage, run) {
                noticed.push(measure);
                found.add(number, longer, &noticed);
                noticed.pop();
            }
        }
    }
}

/// Whether a date expression tells when, and not how long or how often.
fn tells_when(date: &Dated) -> bool {
    !matches!(date.kind, DateKind::Duration | DateKind::Repeated)
}

/// The expression with the words that narrow it or that it is counted from.
fn extended(passage: &Passage, (first, last): Run) -> Vec<(Run, Measure)> {
    let tag = |token: usize| passage.grammar.tokens.get(token).map(|token| token.tag);
    let mut longer = Vec::new();
    let phrases = noun_phrases(passage);
    if first >= 2 && passage.grammar.lemma(first - 1) == "of" {
        let before = phrases.iter().find(|phrase| phrase.1 == first - 2);
        longer.extend(before.map(|phrase| ((phrase.0, last), Measure::Narrowed)));
    }
    if first >= 1 && tag(first - 1).is_some_and(Tag::is_adverb) {
        longer.push(((first - 1, last), Measure::Narrowed));
    }
    let counted = tag(first) == Some(Tag::CD)
        && matches!(passage.grammar.lemma(last + 1), "before" | "after");
    let possessor = tag(last + 1) == Some(Tag::POS);
    if counted || possessor {
        let after = phrases.iter().find(|phrase| phrase.0 <= last + 2 && phrase.1 > last + 1);
        longer.extend(after.map(|phrase| ((first, phrase.1), Measure::CountedFrom)));
    }
    longer
}

fn noticed(date: &Dated, text: &str) -> Vec<Measure> {
    let mut noticed = vec![kind(date)];
    if text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4) {
        noticed.push(Measure::HasYear);
    }
    if !text.contains(|c: char| c.is_ascii_digit() || c.is_uppercase() || c == ' ') {
        noticed.push(Measure::Deictic);
    }
    noticed
}

fn kind(date: &Dated) -> Measure {
    match (date.kind, &date.when) {
        (DateKind::Duration, _) => Measure::Duration,
        (DateKind::Repeated, _) => Measure::Cycle,
        (DateKind::Clock, Some(_)) => Measure::DayAndTime,
        (DateKind::Clock, None) => Measure::ClockOnly,
        (_, Some(When { precision: Precision::Day, .. })) => Measure::Day,
        (_, Some(when)) if when.precision < Precision::Day => Measure::DayAndTime,
        (_, Some(_)) => Measure::Longer,
        (_, None) => Measure::Day,
    }
}

/// The share of the article's days that are the day of this date.
fn share_of_day(story: &Story, date: &Dated) -> f32 {
    let Some(when) = date.when.as_ref().filter(|when| is_day(when)) else { return 0.0 };
    let dates = story.top(SENTENCES).flat_map(|number| &story.passage(number).dates);
    let days = dates.filter_map(|other| other.when.as_ref()).filter(|other| is_day(other));
    let (mut same, mut all) = (0.0, 0.0);
    for day in days {
        all += 1.0;
        same += f32::from(u8::from(day.start.date() == when.start.date()));
    }
    same / f32::max(all, 3.0)
}

fn is_day(when: &When) -> bool {
    when.precision <= Precision::Day && !when.is_open()
}

/// How far from the day of publication a day lies.
fn distance(story: &Story, date: &Dated) -> Option<Measure> {
    let when = date.when.as_ref().filter(|when| when.precision <= Precision::Day)?;
    let days = (when.start.date() - story.published()?).get_days();
    Some(match days {
        0 => Measure::Published,
        -1 => Measure::DayBefore,
        -7..-1 => Measure::WeekBefore,
        ..-7 => Measure::Past,
        1.. => Measure::Future,
    })
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::brings;

    #[test]
    fn dates_come_from_the_text() {
        brings(super::find, &["Saturday"]);
    }
}
