//! Who holds what is asked: whether a question of what somebody says, thinks or admits is met by
//! what somebody else does.

use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::text::syntax::{Relation, Sentence};

use super::alignment::Pair;

/// Verbs by which a question asks for what somebody holds.
const HOLDING: [&str; 18] = [
    "accept",
    "acknowledge",
    "admit",
    "agree",
    "believe",
    "claim",
    "concede",
    "confess",
    "confirm",
    "deny",
    "expect",
    "fear",
    "hope",
    "insist",
    "reckon",
    "say",
    "suspect",
    "think",
];

/// Verbs by which a passage tells what somebody holds.
const TELLING: [&str; 24] = [
    "accuse", "add", "admit", "allege", "announce", "argue", "assert", "believe", "claim",
    "complain", "contend", "deny", "describe", "explain", "insist", "maintain", "note", "recall",
    "report", "say", "state", "suggest", "tell", "write",
];

/// Verbs below which nothing is held: "*asked* how the papers got there".
const ASKING: [&str; 4] = ["ask", "wonder", "question", "inquire"];

/// Whether the question asks for what one who is named holds, and the passage has it held by
/// another by name, or has it asked.
pub(super) fn is_another(scene: &Scene, pairs: &[Pair], anchor: &Pair) -> bool {
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    let verb = scene.query.predicate.filter(|&verb| HOLDING.contains(&asked.lemma(verb)));
    let holder = verb.filter(|&verb| carries(asked, verb)).and_then(|verb| {
        arguments::subject(asked, verb).filter(|&holder| asked.tokens[holder].tag.is_proper())
    });
    let Some(holder) = holder else { return false };
    let (first, last) = asked.name_around(holder);
    let own = |token: usize| {
        let of_holder = |pair: &&Pair| (first..=last).contains(&pair.asked) && pair.is_met();
        pairs.iter().filter(of_holder).any(|pair| found.is_below(pair.found, token))
    };
    let above = std::iter::once(anchor.found).chain(found.ancestors(anchor.found));
    let mut told = above.filter(|&above| {
        above != anchor.found && is_of(found, above, &TELLING) || is_of(found, above, &ASKING)
    });
    told.any(|verb| {
        let speaker = arguments::subject(found, verb);
        let is_other =
            speaker.is_some_and(|speaker| found.tokens[speaker].tag.is_proper() && !own(speaker));
        is_of(found, verb, &ASKING) || is_other
    })
}

/// Whether something is said to be held: "admit *making* her work", "say the dam *is safe*".
fn carries(grammar: &Sentence, verb: usize) -> bool {
    use Relation::{Ccomp, Conj, Obj, Xcomp};
    let below = |child: usize| matches!(grammar.tokens[child].relation, Ccomp | Xcomp | Conj | Obj);
    grammar.children(verb).any(below)
}

fn is_of(grammar: &Sentence, token: usize, verbs: &[&str]) -> bool {
    grammar.tokens[token].tag.is_verb() && verbs.contains(&grammar.lemma(token))
}
