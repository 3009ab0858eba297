//! Who accepts and who refuses: "admitted", "said yes to", "owned up to" against "denied", "turned
//! down", "ruled out".

use std::sync::OnceLock;

use crate::text::syntax::{Relation, Sentence};

use super::polarity;

/// How a sentence takes what it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Attitude {
    /// It is agreed to, or said to be true.
    Accepts,
    /// It is refused, or said to be false.
    Refuses,
}

const ACCEPT: [&str; 24] = [
    "accept",
    "acknowledge",
    "adopt",
    "agree",
    "admit",
    "allow",
    "approve",
    "back",
    "concede",
    "confess",
    "confirm",
    "consent",
    "endorse",
    "favour",
    "favor",
    "give in",
    "let",
    "own up",
    "permit",
    "recognise",
    "recognize",
    "say yes",
    "support",
    "welcome",
];
const REFUSE: [&str; 38] = [
    "contradict",
    "decline",
    "deny",
    "disagree",
    "dismiss",
    "disown",
    "dispute",
    "forbid",
    "object",
    "oppose",
    "rebuff",
    "rebut",
    "refuse",
    "refusal",
    "refute",
    "reject",
    "rejection",
    "resist",
    "rule out",
    "say no",
    "shake head",
    "spurn",
    "throw out",
    "turn down",
    "veto",
    "vote down",
    "wave away",
    "brush aside",
    "denial",
    "against",
    "vote against",
    "argue against",
    "speak against",
    "decide against",
    "rule against",
    "advise against",
    "campaign against",
    "protest against",
];

/// The one attitude of a sentence; none where it has both or neither.
pub(super) fn of(grammar: &Sentence) -> Option<Attitude> {
    let mut found = (0..grammar.tokens.len()).filter_map(|token| at(grammar, token));
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// That of the nearest word that has one at or above a token: "denied fraud, but *accepted* using
/// loopholes" has both.
pub(super) fn above(grammar: &Sentence, token: usize) -> Option<Attitude> {
    let mut above = std::iter::once(token).chain(grammar.ancestors(token));
    above.find_map(|above| at(grammar, above))
}

/// Whether somebody refuses something in a sentence: "threw the claim out".
pub(in crate::answer) fn refuses(grammar: &Sentence) -> bool {
    (0..grammar.tokens.len()).any(|token| at(grammar, token) == Some(Attitude::Refuses))
}

/// Whether the only ones who accept or refuse are those who are asked to: "urged both to
/// *accept*".
pub(super) fn is_asked_for(grammar: &Sentence) -> bool {
    const ASKING: [&str; 8] =
        ["urge", "ask", "call", "want", "press", "pressure", "persuade", "encourage"];
    let mut found = (0..grammar.tokens.len()).filter(|&token| at(grammar, token).is_some());
    let asked = |token: usize| {
        let above = grammar.head(token);
        let is_complement =
            matches!(grammar.tokens[token].relation, Relation::Xcomp | Relation::Ccomp);
        is_complement && above.is_some_and(|above| ASKING.contains(&grammar.lemma(above)))
    };
    found.next().is_some_and(asked) && found.all(asked)
}

/// That of a word: turned where it is denied itself.
fn at(grammar: &Sentence, token: usize) -> Option<Attitude> {
    if should_not_have(grammar, token) {
        return Some(Attitude::Refuses);
    }
    let lemma = grammar.lemma(token);
    let sayings = sayings();
    let first = sayings.partition_point(|saying| saying.verb < lemma);
    let same = sayings[first..].iter().take_while(|saying| saying.verb == lemma);
    let verbal = grammar.tokens[token].tag.is_verb() || grammar.tokens[token].tag.is_noun();
    // "Action against noise" refuses nothing; who is against it does.
    if lemma == "against" && token.checked_sub(1).is_none_or(|at| grammar.lemma(at) != "be") {
        return None;
    }
    // What has to be approved is not approved yet.
    if polarity::has_yet_to(grammar, token) {
        return None;
    }
    let here = |saying: &&Saying| {
        (verbal || saying.attitude == Attitude::Refuses)
            && (saying.particle.is_empty()
                || (token + 1..token + 4).any(|next| grammar.lemma(next) == saying.particle))
    };
    let own = same.filter(here).map(|saying| saying.attitude).max()?;
    Some(match (own, lemma != "say" && polarity::is_denied_itself(grammar, token)) {
        (Attitude::Accepts, true) => Attitude::Refuses,
        (Attitude::Refuses, true) => Attitude::Accepts,
        (own, false) => own,
    })
}

/// "*Should never have been released*".
fn should_not_have(grammar: &Sentence, verb: usize) -> bool {
    let has =
        |words: &[&str]| grammar.children(verb).any(|child| words.contains(&grammar.lemma(child)));
    grammar.tokens[verb].tag.is_verb()
        && has(&["should"])
        && has(&["have"])
        && has(&["not", "never", "n't"])
}

/// A word that tells an attitude, with the particle that must follow near, or none.
struct Saying {
    verb: &'static str,
    particle: &'static str,
    attitude: Attitude,
}

/// All of them, by their words.
fn sayings() -> &'static [Saying] {
    static SAYINGS: OnceLock<Vec<Saying>> = OnceLock::new();
    SAYINGS.get_or_init(|| {
        let of = |attitude| {
            move |entry: &&'static str| {
                let (verb, particle) = entry.split_once(' ').unwrap_or((entry, ""));
                Saying { verb, particle, attitude }
            }
        };
        let accepting = ACCEPT.iter().map(of(Attitude::Accepts));
        let mut all: Vec<Saying> =
            accepting.chain(REFUSE.iter().map(of(Attitude::Refuses))).collect();
        all.sort_by_key(|saying| saying.verb);
        all
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::verdict::testing::sentence;

    fn attitude_of(text: &str) -> Option<Attitude> {
        of(&sentence(text))
    }

    #[test]
    fn attitudes_are_told_by_verbs_and_what_denies_them() {
        assert_eq!(attitude_of("The union turned the offer down."), Some(Attitude::Refuses));
        assert_eq!(attitude_of("The minister did not accept the offer."), Some(Attitude::Refuses));
        assert_eq!(attitude_of("Did the mayor admit the mistake?"), Some(Attitude::Accepts));
        assert_eq!(attitude_of("The council voted against the plan."), Some(Attitude::Refuses));
        assert_eq!(attitude_of("The mayor is against the plan."), Some(Attitude::Refuses));
        assert_eq!(attitude_of("The mayor took action against noise."), None);
        let regret = "He said that she should never have been released.";
        assert_eq!(attitude_of(regret), Some(Attitude::Refuses));
    }

    #[test]
    fn who_is_asked_to_accept_has_not_accepted() {
        let is_asked = |text: &str| is_asked_for(&sentence(text));
        assert!(is_asked("The chamber urged both sides to accept the offer."));
        assert!(!is_asked("Both sides accepted the offer."));
    }

    #[test]
    fn what_has_yet_to_be_approved_is_not_approved() {
        assert_eq!(attitude_of("The plan has to be approved by the council."), None);
        assert_eq!(attitude_of("The plan was approved by the council."), Some(Attitude::Accepts));
    }
}
