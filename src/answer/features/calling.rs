//! What somebody calls a thing: "described the vote as *a farce*", "called the ruling *unfair*".
//!
//! Asked what somebody says or thinks of a thing, people want just that word, however short it is.

use crate::answer::candidate::{Candidate, Kind};
use crate::fact::Passage;
use crate::text::syntax::{Relation, Sentence, Tag};

/// Verbs that are followed by a thing and what it is called.
const CALLING: [&str; 11] = [
    "call",
    "brand",
    "dub",
    "label",
    "deem",
    "term",
    "nickname",
    "pronounce",
    "declare",
    "consider",
    "find",
];
/// Verbs that say with "as" what a thing is called.
const WITH_AS: [&str; 18] = [
    "describe",
    "denounce",
    "dismiss",
    "condemn",
    "brand",
    "label",
    "hail",
    "see",
    "characterise",
    "characterize",
    "regard",
    "mock",
    "criticise",
    "criticize",
    "slam",
    "praise",
    "reject",
    "portray",
];

/// Whether a verb only serves to call something something.
pub(super) fn is_calling(lemma: &str) -> bool {
    CALLING[..7].contains(&lemma) || lemma == "describe"
}

/// The verb by which somebody calls something what the candidate says.
pub(super) fn verb(passage: &Passage, candidate: &Candidate) -> Option<usize> {
    let grammar = &passage.grammar;
    if matches!(candidate.kind, Kind::Sentence | Kind::Date) {
        return None;
    }
    let (first, head) = (usize::from(candidate.first), usize::from(candidate.head));
    if stands_beside(grammar, first, head) || passage.date_at(head).is_some() {
        return None;
    }
    let verb =
        grammar.ancestors(head).take(2).find(|&above| grammar.tokens[above].tag.is_verb())?;
    if verb >= first {
        return None;
    }
    let lemma = grammar.lemma(verb);
    let opens_with_as = grammar.lemma(first) == "as"
        || (verb + 1..first)
            .rev()
            .take(3)
            .find(|&at| !is_mark(grammar, at))
            .is_some_and(|at| grammar.lemma(at) == "as");
    let with_as = opens_with_as && WITH_AS.contains(&lemma);
    let plain =
        CALLING.contains(&lemma) && !opens_with_as && is_behind_thing(grammar, verb, first, head);
    (with_as || plain).then_some(verb)
}

/// Whether words hang on a verb by a preposition other than "as", or as another
/// clause or an adverb.
fn stands_beside(grammar: &Sentence, first: usize, head: usize) -> bool {
    let hangs = matches!(grammar.tokens[first].tag, Tag::IN | Tag::TO);
    let case = grammar.child(head, Relation::Case).map_or("as", |case| grammar.lemma(case));
    let other = matches!(
        grammar.tokens[head].relation,
        Relation::Conj
            | Relation::Advcl
            | Relation::Parataxis
            | Relation::AclRelcl
            | Relation::Advmod
            | Relation::OblUnmarked
    );
    other || case != "as" || hangs && grammar.lemma(first) != "as"
}

fn is_mark(grammar: &Sentence, at: usize) -> bool {
    let tag = grammar.tokens[at].tag;
    tag.is_punctuation() || tag == Tag::DT
}

/// Whether the thing that is called something stands between the verb and what it is called, or is
/// what the clause of the verb hangs on: "the lake that they call *Siru*".
fn is_behind_thing(grammar: &Sentence, verb: usize, first: usize, head: usize) -> bool {
    let nominal =
        |at: usize| grammar.tokens[at].tag.is_noun() || grammar.tokens[at].tag == Tag::PRP;
    let comma = (verb + 1..first).any(|at| grammar.tokens[at].tag == Tag::Comma);
    let thing = grammar.child(verb, Relation::Obj).filter(|&thing| thing != head && thing < first);
    let relative = grammar.tokens[verb].relation == Relation::AclRelcl && first <= verb + 3;
    let below_thing = thing.is_some_and(|thing| {
        let (from, to) = grammar.subtree(thing);
        (from..=to).contains(&head) && grammar.child(head, Relation::Case).is_some()
    });
    let direct = grammar.head(head) == Some(verb);
    !comma
        && !below_thing
        && (thing.is_some() || (direct && (relative || (verb + 1..first).any(nominal))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::candidate;
    use crate::text::{Span, syntax};

    fn called(sentence: &str) -> Vec<String> {
        let grammar = syntax::analyse(sentence, Span::new(0..sentence.len()));
        let passage = Passage { text: sentence.to_owned(), grammar, ..Passage::default() };
        let found = candidate::find(&passage, 0);
        let named = found.iter().filter(|it| verb(&passage, it).is_some());
        named.map(|it| passage.words(it.first.into(), it.last.into()).to_owned()).collect()
    }

    #[test]
    fn what_a_thing_is_called_is_told_from_the_thing() {
        let farce = called("Her rival described the vote as a farce.");
        assert!(farce.contains(&"a farce".to_owned()), "{farce:?}");
        assert!(!farce.contains(&"the vote".to_owned()), "{farce:?}");
        let insult = called("The union called the offer an insult.");
        assert!(insult.contains(&"an insult".to_owned()), "{insult:?}");
        assert!(!insult.contains(&"the offer".to_owned()), "{insult:?}");
        assert!(called("The baker called his sister on Monday.").is_empty());
    }
}
