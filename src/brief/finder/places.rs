//! Where: noun phrases after prepositions of place, and the names of known places.

use crate::brief::candidate::Candidates;
use crate::brief::measure::Measure;
use crate::brief::story::Story;
use crate::fact::Passage;
use crate::lexicon::{Lexicon, Relation as Tie};
use crate::text::syntax::{EntityKind, Tag};

use super::phrase::{Run, noun_phrases};

/// How many sentences are looked through.
const SENTENCES: usize = 14;

/// Brings what stands after a preposition of place, and the names of places anywhere.
pub(super) fn find(story: &Story, found: &mut Candidates) {
    for number in story.top(SENTENCES) {
        let passage = story.passage(number);
        let phrases = noun_phrases(passage);
        for &phrase in &phrases {
            for run in parts(passage, phrase) {
                bring(story, number, run, phrase, found);
                for longer in extended(passage, run, &phrases) {
                    let noticed = [preposition(passage, run.0), Measure::Extended];
                    found.add(number, longer, &noticed);
                }
            }
        }
    }
}

fn bring(story: &Story, number: usize, run: Run, phrase: Run, found: &mut Candidates) {
    let passage = story.passage(number);
    let mut noticed = of_name(passage, run);
    let before = preposition(passage, phrase.0);
    if noticed.is_empty() && matches!(before, Measure::Bare) {
        return;
    }
    noticed.push(if run.0 == phrase.0 || before != Measure::Bare { before } else { Measure::Bare });
    if before != Measure::Bare
        && phrase.0 >= 2
        && passage.grammar.tokens[phrase.0 - 2].tag.is_noun()
    {
        noticed.push(Measure::OnNoun);
    }
    found.add(number, run, &noticed);
    let (located, all) = (story.located(number, run.1) as f32, story.count(number, run.1) as f32);
    found.set(number, run, Measure::Located, (1.0 + located).ln() / 3.0);
    found.set(number, run, Measure::LocatedShare, located / all.max(1.0));
    found.set(number, run, Measure::Larger, story.behind_name(number, run.1) as f32 / all.max(1.0));
    if story.most_located() == story.located(number, run.1) {
        found.add(number, run, &[Measure::MostLocated]);
    }
}

/// The phrase, and the names inside it.
fn parts(passage: &Passage, (first, last): Run) -> Vec<Run> {
    let is_name = |token: usize| passage.grammar.tokens[token].tag.is_proper();
    let mut runs = vec![(first, last)];
    let starts =
        (first..=last).filter(|&token| is_name(token) && (token == first || !is_name(token - 1)));
    for start in starts {
        let stop = (start..=last).take_while(|&token| is_name(token)).last().unwrap_or(start);
        runs.push((start, stop));
        if stop == last && start > first {
            runs.push((first, start - 1));
        }
    }
    runs
}

/// A place with the larger one after it: "Croydon, South London", "a tunnel near the station".
fn extended(passage: &Passage, (first, last): Run, phrases: &[Run]) -> Vec<Run> {
    let tag = |token: usize| passage.grammar.tokens.get(token).map(|token| token.tag);
    let next = match tag(last + 1) {
        Some(Tag::Comma) if tag(last).is_some_and(Tag::is_proper) => last + 2,
        Some(Tag::IN) => last + 2,
        _ => return Vec::new(),
    };
    let Some(&(_, end)) = phrases.iter().find(|phrase| phrase.0 == next) else { return Vec::new() };
    let mut runs = vec![(first, end)];
    if tag(end + 1) == Some(Tag::IN) {
        runs.extend(
            phrases.iter().find(|phrase| phrase.0 == end + 2).map(|phrase| (first, phrase.1)),
        );
    }
    runs
}

fn preposition(passage: &Passage, first: usize) -> Measure {
    let Some(before) = first.checked_sub(1) else { return Measure::Bare };
    if !matches!(passage.grammar.tokens[before].tag, Tag::IN | Tag::TO) {
        return Measure::Bare;
    }
    match passage.word(before).to_ascii_lowercase().as_str() {
        "in" => Measure::AfterIn,
        "at" => Measure::AfterAt,
        "outside" | "near" | "inside" | "around" | "across" | "within" => Measure::AfterNear,
        "to" | "from" | "into" => Measure::AfterTo,
        _ => Measure::AfterOther,
    }
}

/// What is known of the words as a name.
fn of_name(passage: &Passage, (first, last): Run) -> Vec<Measure> {
    let skip = usize::from(passage.grammar.tokens[first].tag == Tag::DT && first < last);
    let name = passage.words(first + skip, last);
    let lexicon = Lexicon::builtin();
    let mut noticed = Vec::new();
    match lexicon.country(name).map(|found| found.relation) {
        Some(Tie::Name | Tie::Alias) => noticed.push(Measure::Country),
        Some(Tie::Capital) => noticed.push(Measure::KnownPlace),
        Some(_) => noticed.push(Measure::Demonym),
        None => {}
    }
    if lexicon.place(name).is_some() {
        noticed.push(Measure::KnownPlace);
    }
    let entity = passage.grammar.entity_at(last);
    if noticed.is_empty() && entity.is_some_and(|entity| entity.kind == EntityKind::Place) {
        noticed.push(Measure::Site);
    }
    noticed
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::brings;

    #[test]
    fn names_after_prepositions_of_place_come() {
        brings(super::find, &["Larkham"]);
    }
}
