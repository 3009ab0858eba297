//! Who does what to whom: the arguments of a verb, wherever the sentence puts them.
//!
//! Subjects are found through coordination ("came and *saw*"), open clauses ("wants to *go*"),
//! relative clauses ("the man who *signed*") and participles ("the treaty *signed* in May");
//! passives are turned round.

use crate::lexicon::Lexicon;
use crate::text::syntax::{Relation, Sentence, Tag};

/// Whether a verb is in the passive, with its auxiliary or as a bare participle.
pub(crate) fn is_passive(grammar: &Sentence, verb: usize) -> bool {
    let has = |relation| grammar.child(verb, relation).is_some();
    let bare = grammar.tokens.get(verb).is_some_and(|found| {
        found.tag == Tag::VBN && found.relation == Relation::Acl && !has(Relation::Aux)
    });
    has(Relation::AuxPass) || has(Relation::NsubjPass) || bare
}

/// The token that does what the verb says.
pub(crate) fn doer(grammar: &Sentence, verb: usize) -> Option<usize> {
    if is_passive(grammar, verb) {
        return grammar.child(verb, Relation::OblAgent).or_else(|| oblique(grammar, verb, "by"));
    }
    subject(grammar, verb)
}

/// The token that it is done to.
pub(crate) fn undergoer(grammar: &Sentence, verb: usize) -> Option<usize> {
    if is_passive(grammar, verb) { subject(grammar, verb) } else { object(grammar, verb) }
}

/// Whether a token is the subject of a verb of saying.
pub(crate) fn is_speaker(grammar: &Sentence, token: usize) -> bool {
    let says = |verb: usize| Lexicon::builtin().saying(grammar.lemma(verb)).is_some();
    grammar.tokens[token].relation.is_subject() && grammar.head(token).is_some_and(says)
}

/// The token by which those from `first` to `last` hang on the rest, and the one they hang on.
pub(crate) fn tie(grammar: &Sentence, (first, last): (usize, usize)) -> Option<(usize, usize)> {
    (first..=last).find_map(|token| {
        let above = grammar.head(token)?;
        (above < first || above > last).then_some((token, above))
    })
}

/// Whether a verb or predicate has a "to" before it: "is *to be* the next".
pub(crate) fn has_to(grammar: &Sentence, predicate: usize) -> bool {
    grammar.children(predicate).any(|child| grammar.tokens[child].tag == Tag::TO)
}

/// The object, or the clause in its place.
pub(crate) fn object(grammar: &Sentence, verb: usize) -> Option<usize> {
    [Relation::Obj, Relation::Ccomp, Relation::Xcomp]
        .into_iter()
        .find_map(|relation| grammar.child(verb, relation))
}

/// The grammatical subject.
pub(crate) fn subject(grammar: &Sentence, verb: usize) -> Option<usize> {
    let own = grammar.children(verb).find(|&child| grammar.tokens[child].relation.is_subject());
    match own {
        Some(own) if grammar.tokens[own].tag.is_wh() => {
            relative_head(grammar, verb).or_else(|| loose_head(grammar, verb, own)).or(Some(own))
        }
        Some(own) => Some(own),
        None => inherited(grammar, verb),
    }
}

fn relative_head(grammar: &Sentence, verb: usize) -> Option<usize> {
    (grammar.tokens[verb].relation == Relation::AclRelcl).then(|| grammar.head(verb)).flatten()
}

/// Whom a "who" behind a comma stands for where the tree has not found the noun: the one right
/// before it, or who does what the clause hangs on ("*Ann Lee* spoke, who heads the club").
fn loose_head(grammar: &Sentence, verb: usize, who: usize) -> Option<usize> {
    let comma = who.checked_sub(1).filter(|&at| grammar.tokens[at].tag == Tag::Comma)?;
    let before = comma.checked_sub(1).filter(|_| grammar.lemma(who) == "who")?;
    if grammar.tokens[before].tag.is_noun() {
        let inner = |&at: &usize| grammar.tokens[at].relation == Relation::Flat;
        return grammar.head(before).filter(|_| inner(&before)).or(Some(before));
    }
    let above = grammar.head(verb)?;
    grammar.children(above).find(|&child| {
        grammar.tokens[child].relation.is_subject() && grammar.tokens[child].tag.is_noun()
    })
}

fn inherited(grammar: &Sentence, verb: usize) -> Option<usize> {
    let head = grammar.head(verb)?;
    match grammar.tokens[verb].relation {
        Relation::Acl | Relation::AclRelcl if grammar.tokens[head].tag.is_noun() => Some(head),
        Relation::Conj | Relation::Xcomp | Relation::Advcl | Relation::Parataxis => {
            let own =
                grammar.children(head).find(|&child| grammar.tokens[child].relation.is_subject());
            own.or_else(|| {
                let above = grammar.head(head)?;
                grammar.children(above).find(|&child| grammar.tokens[child].relation.is_subject())
            })
        }
        _ => None,
    }
}

/// The oblique of a verb after this preposition.
pub(crate) fn oblique(grammar: &Sentence, verb: usize, preposition: &str) -> Option<usize> {
    grammar.children(verb).find(|&child| {
        matches!(
            grammar.tokens[child].relation,
            Relation::Obl | Relation::OblAgent | Relation::Nmod
        ) && case(grammar, child) == Some(preposition)
    })
}

/// The preposition before a noun.
pub(crate) fn case(grammar: &Sentence, noun: usize) -> Option<&str> {
    grammar.child(noun, Relation::Case).map(|case| grammar.lemma(case))
}

/// The longest way between two tokens that is counted.
const FARTHEST: usize = 12;

/// How many arcs lie between two tokens; at most `limit`, which is [`FARTHEST`] at most.
pub(crate) fn distance(grammar: &Sentence, a: usize, b: usize, limit: usize) -> usize {
    let limit = limit.min(FARTHEST);
    let mut path = [a; FARTHEST + 1];
    let mut length = 1;
    for token in grammar.ancestors(a).take(limit) {
        path[length] = token;
        length += 1;
    }
    let mut others = std::iter::once(b).chain(grammar.ancestors(b)).take(limit + 1).enumerate();
    let met = others.find_map(|(steps, token)| {
        let own = path[..length].iter().position(|&own| own == token)?;
        Some(steps + own)
    });
    met.map_or(limit, |steps| steps.min(limit))
}
