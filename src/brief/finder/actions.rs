//! What, and how: clauses of the headline and the first sentences, from their subject or verb to
//! any place where they may end.

use crate::brief::candidate::Candidates;
use crate::brief::headline::segments;
use crate::brief::measure::Measure;
use crate::brief::story::Story;
use crate::extract::arguments;
use crate::fact::Passage;
use crate::text::syntax::Tag;

use super::phrase::{ends, is_auxiliary, noun_phrases, phrase_after, verb_group_start};

/// In how many sentences events are looked for.
const EVENT_SENTENCES: usize = 4;
/// In how many sentences deeds are looked for.
const DEED_SENTENCES: usize = 6;
/// The longest deed, in tokens.
const LONGEST_DEED: usize = 9;

/// Brings what happened: clauses, and the noun phrases of a headline that has no verb.
pub(super) fn events(story: &Story, found: &mut Candidates) {
    for number in story.top(EVENT_SENTENCES) {
        let passage = story.passage(number);
        clauses(story, passage, number, found);
        if passage.is_title {
            nominal(passage, number, found);
        }
    }
}

fn clauses(story: &Story, passage: &Passage, number: usize, found: &mut Candidates) {
    let predicate = story.predicate().filter(|_| passage.is_title);
    for verb in verbs(passage).chain(predicate) {
        let mut noticed = vec![Measure::FromVerb];
        if predicate == Some(verb) {
            noticed.push(Measure::Predicate);
        }
        if passage.grammar.is_root(verb) {
            noticed.push(Measure::MainClause);
        }
        let group = verb_group_start(passage, verb);
        for end in ends(passage, verb) {
            found.add(number, (verb, end), &noticed);
            if group < verb {
                found.add(number, (group, end), &noticed);
            }
            if let Some(subject) = subject_start(passage, verb).filter(|&start| start < group) {
                let mut noticed = noticed.clone();
                noticed[0] = Measure::FromSubject;
                if predicate == Some(verb) {
                    noticed[1] = Measure::SubjectPredicate;
                }
                found.add(number, (subject, end), &noticed);
            }
        }
    }
}

/// Verbs that do not only help others.
fn verbs(passage: &Passage) -> impl Iterator<Item = usize> + '_ {
    let is_verb = |token: &usize| {
        passage.grammar.tokens[*token].tag.is_verb() && !is_auxiliary(passage, *token)
    };
    (0..passage.len()).filter(is_verb)
}

fn subject_start(passage: &Passage, verb: usize) -> Option<usize> {
    let subject = arguments::subject(&passage.grammar, verb).filter(|&subject| subject < verb);
    let parsed = subject.map(|subject| passage.grammar.subtree(subject).0);
    let segment =
        || segments(passage).into_iter().find(|&(first, last)| (first..=last).contains(&verb));
    parsed.or_else(|| segment().filter(|_| passage.is_title).map(|(first, _)| first))
}

fn nominal(passage: &Passage, number: usize, found: &mut Candidates) {
    for (first, _) in noun_phrases(passage).into_iter().chain(segments(passage)) {
        for end in ends(passage, first) {
            found.add(number, (first, end), &[Measure::Nominal]);
        }
    }
}

/// Brings what was done to bring it about: short verb phrases, and noun phrases that tell a manner.
pub(super) fn deeds(story: &Story, found: &mut Candidates) {
    for number in story.top(DEED_SENTENCES) {
        let passage = story.passage(number);
        let phrases = noun_phrases(passage);
        let predicate = story.predicate().filter(|_| passage.is_title);
        for verb in verbs(passage).chain(predicate) {
            let mut noticed = vec![Measure::Action];
            noticed.extend((predicate == Some(verb)).then_some(Measure::Predicate));
            noticed.extend(passage.grammar.is_root(verb).then_some(Measure::MainClause));
            deed(passage, number, verb, &noticed, found);
            if let Some((_, last)) = phrase_after(&phrases, verb) {
                noticed.push(Measure::VerbObject);
                found.add(number, (verb, last), &noticed);
            }
        }
        for phrase in phrases.into_iter().filter(|&(first, last)| has_manner(passage, first, last))
        {
            found.add(number, phrase, &[Measure::NounPhrase]);
        }
    }
}

/// The verb alone, with what follows it, and with its subject.
fn deed(
    passage: &Passage,
    number: usize,
    verb: usize,
    noticed: &[Measure],
    found: &mut Candidates,
) {
    found.add(number, (verb, verb), noticed);
    let group = verb_group_start(passage, verb);
    for end in ends(passage, verb).into_iter().take_while(|end| end - verb < LONGEST_DEED) {
        found.add(number, (verb, end), noticed);
        found.add(number, (group, end), noticed);
    }
    if let Some(subject) = subject_start(passage, verb).filter(|&start| start < verb) {
        found.add(number, (subject, verb), &[Measure::FromSubject]);
    }
}

/// Whether a noun phrase tells of what kind something was.
fn has_manner(passage: &Passage, first: usize, last: usize) -> bool {
    (first..=last).any(|token| passage.grammar.tokens[token].tag.is_adjective())
        && passage.grammar.tokens[last].tag != Tag::NNP
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::brings;

    #[test]
    fn events_come_with_and_without_their_subject() {
        let expected = [
            "Storm damages old bridge in Larkham",
            "damages old bridge",
            "damaged the old bridge in Larkham",
        ];
        brings(super::events, &expected);
    }

    #[test]
    fn deeds_come_as_verb_and_object() {
        brings(super::deeds, &["damages", "closed the bridge", "were injured"]);
    }
}
