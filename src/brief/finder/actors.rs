//! Who: noun phrases near the top, and the shorter ones inside them.

use crate::brief::candidate::Candidates;
use crate::brief::headline::segments;
use crate::brief::measure::Measure;
use crate::brief::story::Story;
use crate::extract::arguments;
use crate::fact::Passage;
use crate::text::syntax::{Relation, Tag};

use super::phrase::{Run, noun_phrases, verb_group_start};

/// How many sentences are looked through.
const SENTENCES: usize = 10;

/// Brings the noun phrases of the headline and the first sentences, whole and, where something
/// speaks for it, shortened.
pub(super) fn find(story: &Story, found: &mut Candidates) {
    for number in story.top(SENTENCES) {
        let passage = story.passage(number);
        for phrase in noun_phrases(passage) {
            for run in shortened(passage, phrase) {
                let mut noticed = noticed(passage, run);
                if passage.is_title
                    && story
                        .predicate()
                        .is_some_and(|verb| verb_group_start(passage, verb) == run.1 + 1)
                {
                    noticed.push(Measure::BeforePredicate);
                }
                if run == phrase {
                    noticed.push(Measure::WholePhrase);
                }
                found.add(number, run, &noticed);
            }
        }
    }
}

/// The phrase, and what is left when words at its edges go: "star Max Verstappen".
fn shortened(passage: &Passage, (first, last): Run) -> Vec<Run> {
    let tag = |token: usize| passage.grammar.tokens[token].tag;
    let begins =
        |&token: &usize| token == first || tag(token).is_noun() && tag(token - 1) != Tag::POS;
    let ends = |&token: &usize| tag(token).is_noun() || tag(token) == Tag::CD && token == last;
    let starts: Vec<usize> = (first..=last).filter(begins).collect();
    let stops = (first..=last).filter(ends);
    stops
        .flat_map(|stop| {
            starts.iter().filter(move |&&start| start <= stop).map(move |&start| (start, stop))
        })
        .collect()
}

fn noticed(passage: &Passage, (first, last): Run) -> Vec<Measure> {
    let grammar = &passage.grammar;
    let mut noticed = Vec::new();
    let mut note = |holds: bool, measure: Measure| {
        if holds {
            noticed.push(measure);
        }
    };
    let top = grammar.head(last).filter(|head| (first..last).contains(head)).unwrap_or(last);
    let relation = grammar.tokens[top].relation;
    let verb = grammar.head(top);
    let main = verb.is_some_and(|verb| grammar.is_root(verb));
    let name = grammar.entity_at(last);
    note(
        name.is_some_and(|name| (usize::from(name.first), usize::from(name.last)) == (first, last)),
        Measure::WholeName,
    );
    let opens = passage.is_title && segments(passage).iter().any(|segment| segment.0 == first);
    note(opens, Measure::OpensHeadline);
    note(passage.is_title && relation.is_subject(), Measure::HeadlineSubject);
    note(!passage.is_title && relation.is_subject() && main, Measure::MainSubject);
    let passive =
        relation.is_subject() && verb.is_some_and(|verb| arguments::is_passive(grammar, verb));
    note(passive || relation == Relation::NsubjPass, Measure::PassiveSubject);
    note(relation == Relation::OblAgent, Measure::Agent);
    note(grammar.tokens.get(last + 1).is_some_and(|next| next.tag == Tag::POS), Measure::Possessor);
    let plural = matches!(grammar.tokens[last].tag, Tag::NNS);
    let number = (first..last).any(|token| grammar.tokens[token].tag == Tag::CD);
    note(number && plural, Measure::Counted);
    let speaks = passage.speaker.as_deref().is_some_and(|name| name.ends_with(passage.word(last)));
    note(speaks && relation.is_subject(), Measure::Speaker);
    noticed
}

#[cfg(test)]
mod tests {
    use crate::brief::testing::brings;

    #[test]
    fn noun_phrases_come_whole_and_shortened() {
        brings(super::find, &["Storm", "At least seven people", "Mayor Jane Doe"]);
    }
}
