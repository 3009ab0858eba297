//! Finds names and noun phrases, short and long: "Archer", "Assistant Foreign Minister Tom Archer",
//! "talks with officials of the ministry", "China and Japan", "in Japan".

use crate::fact::Passage;
use crate::lexicon::{Lexicon, NounKind, Relation as Named};
use crate::text::syntax::{EntityKind, Relation, Sentence, Tag};

use super::{Kind, clauses};

/// Every name; the particles of one ("van der") are none.
pub(super) fn names(passage: &Passage, propose: &mut dyn FnMut(usize, usize, usize, Kind)) {
    for entity in &passage.grammar.entities {
        let (first, last) = (usize::from(entity.first), usize::from(entity.last));
        if !passage
            .words(first, last)
            .contains(|mark: char| mark.is_uppercase() || mark.is_numeric())
        {
            continue;
        }
        let head = passage.grammar.top(first, last);
        let first = match entity.kind {
            EntityKind::Place => with_side(passage, first),
            EntityKind::Other => with_capitals(passage, (first, last)),
            _ => first,
        };
        propose(first, last, head.unwrap_or(last), Kind::Name);
    }
}

/// Adjectives that tell where somebody is from: "an *Irish* academic".
pub(super) fn nationalities(passage: &Passage, propose: &mut dyn FnMut(usize, usize, usize, Kind)) {
    let grammar = &passage.grammar;
    for token in 0..passage.len() {
        let found = grammar.tokens[token];
        let before_noun = found.tag.is_adjective() && found.relation == Relation::Amod;
        if before_noun && passage.word(token).starts_with(char::is_uppercase) {
            let known = Lexicon::builtin().country(passage.word(token));
            let tells =
                matches!(known.map(|it| it.relation), Some(Named::Adjective | Named::People));
            if tells {
                propose(token, token, token, Kind::Name);
            }
        }
    }
}

/// The first token of a place with the word before it that tells which part of it is meant:
/// "*eastern* Europe".
fn with_side(passage: &Passage, first: usize) -> usize {
    const SIDES: [&str; 12] = [
        "eastern",
        "western",
        "northern",
        "southern",
        "central",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "mainland",
        "upper",
        "lower",
    ];
    let before = first.checked_sub(1);
    before.filter(|&at| SIDES.contains(&passage.word(at))).unwrap_or(first)
}

/// The first token of a name with the words before it that have capitals and belong to it:
/// "*Mother* American Night".
fn with_capitals(passage: &Passage, (first, last): (usize, usize)) -> usize {
    let grammar = &passage.grammar;
    let belongs = |at: usize| {
        let token = grammar.tokens[at];
        matches!(token.relation, Relation::Compound | Relation::Amod | Relation::Flat)
            && grammar.head(at).is_some_and(|head| (first..=last).contains(&head))
            && grammar.entity_at(at).is_none()
            && passage.word(at).starts_with(char::is_uppercase)
    };
    (1..first).rev().take_while(|&at| belongs(at)).last().unwrap_or(first)
}

/// Noun phrases in four lengths: the core, with its prepositional phrases, with all that is joined
/// to it by "and", and with the preposition before it.
pub(super) fn noun_phrases(passage: &Passage, propose: &mut dyn FnMut(usize, usize, usize, Kind)) {
    let grammar = &passage.grammar;
    for head in 0..passage.len() {
        if !heads_phrase(grammar, head) {
            continue;
        }
        let (first, last) = core(grammar, head);
        let last = with_own_name(passage, head).unwrap_or(last);
        propose(first, last, head, Kind::Phrase);
        let end = with_modifiers(grammar, head, last);
        propose(first, end, head, Kind::Phrase);
        let joined = with_conjuncts(grammar, head, end);
        propose(first, joined, head, Kind::Phrase);
        if let Some(preposition) = preposition(grammar, head).filter(|&at| at < first)
            && clauses::behind_quotes(passage, preposition, end).is_none()
        {
            propose(preposition, end, head, Kind::Prepositional);
        }
    }
}

/// The end of the name of a place that is told behind "of": "the island *of Saaremaa*".
fn with_own_name(passage: &Passage, head: usize) -> Option<usize> {
    let grammar = &passage.grammar;
    let place =
        matches!(passage.meaning(head).kind, NounKind::Place | NounKind::City | NounKind::Country);
    let of = |child: &usize| {
        grammar.tokens[*child].relation == Relation::Nmod
            && grammar.tokens[*child].tag.is_proper()
            && grammar
                .child(*child, Relation::Case)
                .is_some_and(|case| case == head + 1 && grammar.lemma(case) == "of")
    };
    let name = grammar.children(head).filter(|_| place).find(of)?;
    Some(core(grammar, name).1)
}

fn heads_phrase(grammar: &Sentence, token: usize) -> bool {
    let found = grammar.tokens[token];
    let nominal =
        found.tag.is_noun() || matches!(found.tag, Tag::PRP | Tag::FW | Tag::CD | Tag::ADD);
    let inner = matches!(
        found.relation,
        Relation::Compound
            | Relation::Flat
            | Relation::Nummod
            | Relation::NmodUnmarked
            | Relation::Goeswith
            | Relation::Fixed
    );
    nominal && !inner
}

/// The phrase from its determiner to the end of its name.
pub(in crate::answer) fn core(grammar: &Sentence, head: usize) -> (usize, usize) {
    let tight = |relation: Relation| {
        matches!(
            relation,
            Relation::Det
                | Relation::DetPredet
                | Relation::Amod
                | Relation::Compound
                | Relation::Nummod
                | Relation::NmodPoss
                | Relation::Flat
                | Relation::NmodDesc
                | Relation::Advmod
                | Relation::NmodUnmarked
        )
    };
    let mut span = (head, head);
    for child in grammar.children(head).filter(|&child| tight(grammar.tokens[child].relation)) {
        let (first, last) = grammar.subtree(child);
        let reaches = if child < head {
            true
        } else {
            matches!(
                grammar.tokens[child].relation,
                Relation::Flat
                    | Relation::NmodUnmarked
                    | Relation::Nummod
                    | Relation::Compound
                    | Relation::NmodDesc
            )
        };
        if reaches {
            span = (span.0.min(first), span.1.max(last));
        }
    }
    span
}

/// The end of the phrase with its prepositional phrases and short participles.
fn with_modifiers(grammar: &Sentence, head: usize, last: usize) -> usize {
    let loose = |child: &usize| {
        *child > head && matches!(grammar.tokens[*child].relation, Relation::Nmod | Relation::Acl)
    };
    let ends = grammar.children(head).filter(loose).map(|child| grammar.subtree(child).1);
    ends.fold(last, usize::max)
}

fn with_conjuncts(grammar: &Sentence, head: usize, last: usize) -> usize {
    let joined = grammar.children(head).filter(|&child| {
        child > head && matches!(grammar.tokens[child].relation, Relation::Conj | Relation::Appos)
    });
    joined.map(|child| grammar.subtree(child).1).fold(last, usize::max)
}

fn preposition(grammar: &Sentence, head: usize) -> Option<usize> {
    grammar.child(head, Relation::Case).filter(|&case| grammar.tokens[case].tag != Tag::POS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, syntax};

    fn found(sentence: &str, finder: super::super::Finder) -> Vec<String> {
        let grammar = syntax::analyse(sentence, Span::new(0..sentence.len()));
        let passage = Passage { text: sentence.to_owned(), grammar, ..Passage::default() };
        let mut found = Vec::new();
        finder(&passage, &mut |first, last, _, _| {
            found.push(passage.words(first, last).to_owned())
        });
        found
    }

    #[test]
    fn a_place_is_named_with_the_part_of_it() {
        let names = found("The gang is based in eastern Europe.", names);
        assert_eq!(names, ["eastern Europe"]);
    }

    #[test]
    fn nationalities_are_found_before_nouns() {
        let told = found("The Irish rider Sean Quill was second.", nationalities);
        assert_eq!(told, ["Irish"]);
    }
}
