//! Those who act: whether somebody or something else stands where the question has its own.

use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::text::fold;
use crate::text::syntax::{EntityKind, Relation, Sentence};

use super::Pair;
use super::places::{self, Site};

/// Whether the one who does it here is the one whom the question has it done to, and
/// the other way round.
pub(in crate::answer::verdict) fn is_turned_round(
    scene: &Scene,
    pairs: &[Pair],
    anchor: &Pair,
) -> bool {
    use arguments::{doer, undergoer};
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    let stands_at = |token: Option<usize>, top: Option<usize>| {
        let pair =
            token.and_then(|token| pairs.iter().find(|pair| pair.asked == token && pair.is_met()));
        pair.zip(top).is_some_and(|(pair, top)| found.is_below(pair.found, top))
    };
    stands_at(doer(asked, anchor.asked), undergoer(found, anchor.found))
        && stands_at(undergoer(asked, anchor.asked), doer(found, anchor.found))
}

/// Whether somebody else does here what only one can do: "Hauge won the race" to "did
/// Morelli win the race?".
pub(in crate::answer::verdict) fn is_done_by_another(
    scene: &Scene,
    pairs: &[Pair],
    anchor: &Pair,
) -> bool {
    const EXCLUSIVE: [&str; 12] = [
        "win", "beat", "defeat", "found", "invent", "discover", "host", "lead", "direct", "head",
        "succeed", "own",
    ];
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    if !EXCLUSIVE.contains(&asked.lemma(anchor.asked)) || anchor.strength < 0.8 {
        return false;
    }
    let subject =
        arguments::doer(asked, anchor.asked).filter(|&token| asked.tokens[token].tag.is_proper());
    let unmet =
        subject.is_some_and(|token| pairs.iter().any(|pair| pair.asked == token && !pair.is_met()));
    let object = arguments::undergoer(asked, anchor.asked);
    let same_object = object
        .is_some_and(|token| pairs.iter().any(|pair| pair.asked == token && pair.strength >= 0.8));
    let doer = arguments::doer(found, anchor.found);
    let other =
        doer.is_some_and(|token| found.tokens[token].tag.is_proper() && !scene.is_met(token));
    let beaten = arguments::undergoer(found, anchor.found);
    let is_beaten = subject.zip(beaten).is_some_and(|(subject, beaten)| {
        let own = pairs.iter().find(|pair| pair.asked == subject && pair.is_met());
        own.is_some_and(|pair| found.is_below(pair.found, beaten))
    });
    (unmet && same_object || is_beaten) && other
}

/// Whether the one who does it here is a person by name, and not the one whom the question names,
/// who does not stand here either: what is told of another proves nothing of that one.
pub(in crate::answer::verdict) fn is_of_another_person(
    scene: &Scene,
    pairs: &[Pair],
    anchor: &Pair,
) -> bool {
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    let subject = scene.query.predicate.and_then(|verb| arguments::subject(asked, verb));
    let Some(subject) = subject.filter(|&at| is_person(asked, at)) else { return false };
    let (first, last) = asked.name_around(subject);
    // "*Her* seat" beside another's name is that other's.
    let stands = |token: usize| {
        let word = found.tokens[token];
        word.relation != Relation::NmodPoss || word.tag.is_proper()
    };
    let is_here = pairs.iter().any(|pair| {
        (first..=last).contains(&pair.asked) && pair.strength >= MET && stands(pair.found)
    });
    let verb = usize::from(scene.clauses[anchor.found]);
    let here = arguments::subject(found, anchor.found).or_else(|| arguments::subject(found, verb));
    !is_here && here.is_some_and(|here| is_person(found, here) && !scene.is_met(here))
}

/// Whether it is done to another place than the one that the question names, which does not stand
/// here: "has no plan to leave *Peru*" to "does it leave Chile?".
pub(in crate::answer::verdict) fn is_of_another_place(
    scene: &Scene,
    pairs: &[Pair],
    anchor: &Pair,
) -> bool {
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    if anchor.asked >= asked.tokens.len() {
        return false;
    }
    let (Some(own), Some(other)) =
        (arguments::undergoer(asked, anchor.asked), arguments::undergoer(found, anchor.found))
    else {
        return false;
    };
    let (first, last) = asked.name_around(own);
    let mut of_own = pairs.iter().filter(|pair| (first..=last).contains(&pair.asked));
    let place = |grammar, text, at| Site::named(&places::name_at(grammar, text, at));
    of_own.all(|pair| !pair.is_met())
        && place(asked, &scene.query.text, own)
            .zip(place(found, &scene.passage.text, other))
            .is_some_and(|(own, other)| !own.meets(&other))
}

/// Whether the one whom the question names stands in the passage, but somebody else by name
/// does it, or has it done to: "*Gault* pleaded guilty and testified against Teller", "Veltra
/// *fell*, Nordmark rose".
pub(in crate::answer::verdict) fn is_of_another_beside(
    scene: &Scene,
    pairs: &[Pair],
    anchor: &Pair,
) -> bool {
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    if anchor.asked >= asked.tokens.len() || !found.tokens[anchor.found].tag.is_verb() {
        return false;
    }
    let arguments: [fn(&Sentence, usize) -> Option<usize>; 2] =
        [arguments::doer, arguments::undergoer];
    arguments.into_iter().any(|argument| {
        let Some((own, other)) = argument(asked, anchor.asked).zip(argument(found, anchor.found))
        else {
            return false;
        };
        let (first, last) = asked.name_around(own);
        let mut named = pairs
            .iter()
            .filter(|pair| pair.is_name && pair.is_met() && (first..=last).contains(&pair.asked));
        let stands = |token: usize| found.tokens[token].tag.is_proper();
        is_named(asked, own)
            && is_named(found, other)
            && named.clone().next().is_some()
            && named.all(|pair| stands(pair.found) && !found.is_below(pair.found, other))
    })
}

/// Whether a token is a name, or has one beside it: "the director, *Ann Lee*".
fn is_named(grammar: &Sentence, token: usize) -> bool {
    let name = |at: usize| grammar.tokens[at].tag.is_proper();
    let beside = |child: &usize| grammar.tokens[*child].relation == Relation::Appos;
    name(token) || grammar.children(token).filter(beside).any(name)
}

/// Whether a token is of a person's name, as far as anything tells what it names.
fn is_person(grammar: &Sentence, token: usize) -> bool {
    // "*Independent* Ann Lee": what is in front of the name may be taken for its head.
    let flat = |&child: &usize| grammar.tokens[child].relation == Relation::Flat;
    let token = match grammar.tokens[token].tag.is_proper() {
        true => token,
        false => grammar.children(token).find(flat).unwrap_or(token),
    };
    let kind = grammar.entity_at(token).map(|name| name.kind);
    grammar.tokens[token].tag.is_proper() && kind.is_none_or(|kind| kind == EntityKind::Person)
}

/// Whether the passage says that there was nothing but something else: "carrying only cargo" to
/// "was anybody on board?".
pub(in crate::answer::verdict) fn is_only_another(scene: &Scene, pairs: &[Pair]) -> bool {
    let words = &scene.query.words;
    let asks_any = words
        .iter()
        .any(|word| matches!(word.as_str(), "any" | "anyone" | "anybody" | "people" | "anything"));
    let found = &scene.passage.grammar;
    asks_any
        && (0..found.tokens.len()).any(|token| {
            let only = matches!(fold(scene.passage.word(token)).as_str(), "only" | "just")
                && found.tokens[token].tag.is_adverb();
            let head = found.head(token);
            let noun = head.is_some_and(|head| found.tokens[head].tag.is_noun())
                || found
                    .tokens
                    .get(token + 1)
                    .is_some_and(|next| next.tag.is_noun() || next.relation == Relation::Det);
            only && noun
                && pairs.iter().any(|pair| {
                    pair.is_met() && arguments::distance(found, token, pair.found, 5) <= 4
                })
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::verdict::testing::word_in;

    #[test]
    fn towns_and_companies_are_no_persons() {
        let is_person = |text: &str, word: &str| {
            let (grammar, at) = word_in(text, word);
            is_person(&grammar, at)
        };
        assert!(is_person("The treasurer Anna Berg kept her post.", "Anna"));
        assert!(!is_person("The treasurer kept her post in Paris.", "Paris"));
        assert!(!is_person("The treasurer kept her post.", "treasurer"));
    }
}
