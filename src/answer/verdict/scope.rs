//! Which words of a sentence are denied: what stands in the scope of a denying word.
//!
//! Of "the mayor denied that the bridge was closed, but the road was" *closed* and *bridge* are
//! denied, *mayor* and *road* are not. Laid against the question word by word, that tells how much
//! of what the two share is denied by only one of them.

use crate::answer::matching::SAME;
use crate::text::syntax::{Relation, Sentence};

use super::alignment::Pair;
use super::polarity;

/// The words that question and passage surely have in common. Those of them that deny what
/// hangs on them, "dismissed the board" to "sacked the board", do so in both, whichever of
/// the two is known to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shared<'a>(pub(super) &'a [Pair]);

impl Shared<'_> {
    fn any(self, is: impl Fn(&Pair) -> bool) -> bool {
        self.0.iter().any(|pair| pair.strength >= SAME && !pair.is_opposed && is(pair))
    }

    /// Whether a token of the question is one.
    pub(super) fn in_question(self, token: usize) -> bool {
        self.any(|pair| pair.asked == token)
    }

    /// Whether a token of the passage is one.
    pub(super) fn here(self, token: usize) -> bool {
        self.any(|pair| pair.found == token)
    }
}

/// For each token, whether it is denied by words that the other sentence does not share.
pub(super) fn denied(grammar: &Sentence, is_shared: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut denied = vec![false; grammar.tokens.len()];
    for token in 0..grammar.tokens.len() {
        if is_denying(grammar, token) {
            deny_around(grammar, token, &mut denied);
        } else if polarity::is_yet_to(grammar, token) {
            deny_below(grammar, token, &mut denied);
        } else if polarity::is_negating(grammar, token) && !is_shared(token) {
            deny_complements(grammar, token, &mut denied);
        }
    }
    denied
}

/// Whether a word denies whatever it belongs to: "not", "no", "nobody".
pub(super) fn is_denying(grammar: &Sentence, token: usize) -> bool {
    let denies = matches!(
        grammar.lemma(token),
        "not"
            | "n't"
            | "never"
            | "no"
            | "nor"
            | "neither"
            | "nobody"
            | "none"
            | "nothing"
            | "no-one"
            | "without"
            | "nowhere"
            | "hardly"
            | "scarcely"
            | "falsely"
            | "wrongly"
            | "incorrectly"
            | "mistakenly"
            | "erroneously"
    );
    denies && grammar.lemma(token + 1) != "only"
}

/// Denies what a denying word belongs to: the clause of "did *not* go" and of "*no* train left",
/// only the noun of "*without* a crew" and of "*not* the tomb".
fn deny_around(grammar: &Sentence, token: usize, denied: &mut [bool]) {
    let Some(head) = grammar.head(token) else { return };
    let relation = grammar.tokens[token].relation;
    let ended = grammar.head(head).filter(|_| polarity::is_no_longer(grammar, head));
    let head = ended.unwrap_or(head);
    let is_aux =
        matches!(grammar.tokens[head].relation, Relation::Aux | Relation::AuxPass | Relation::Cop);
    let head = if is_aux { grammar.head(head).unwrap_or(head) } else { head };
    let whole = match grammar.head(head) {
        Some(verb) if relation == Relation::Det && is_argument(grammar, head) => verb,
        _ => head,
    };
    let whole = if grammar.tokens[token].tag.is_noun() && is_argument(grammar, token) {
        head
    } else {
        whole
    };
    deny_below(grammar, whole, denied);
}

fn is_argument(grammar: &Sentence, token: usize) -> bool {
    let relation = grammar.tokens[token].relation;
    relation.is_subject() || matches!(relation, Relation::Obj | Relation::NsubjPass)
}

/// Denies what is refused, prevented or lacking.
fn deny_complements(grammar: &Sentence, above: usize, denied: &mut [bool]) {
    let below: Vec<usize> = grammar
        .children(above)
        .filter(|&child| polarity::is_undone(grammar, child, above))
        .collect();
    for child in below {
        deny_below(grammar, child, denied);
    }
}

/// Turns a word and all below it in the same clause.
fn deny_below(grammar: &Sentence, top: usize, denied: &mut [bool]) {
    let mut open = vec![top];
    while let Some(token) = open.pop() {
        denied[token] = !denied[token];
        let inside = |&child: &usize| match grammar.tokens[child].relation {
            Relation::AclRelcl => polarity::is_what_is_shown(grammar, child, token),
            Relation::Parataxis | Relation::Punct => false,
            Relation::Conj | Relation::Advcl => !polarity::ends_clause(grammar, child, token),
            _ => true,
        };
        open.extend(grammar.children(token).filter(inside));
    }
}

/// The share, in weight, of what question and passage have in common that only one of them denies.
pub(super) fn share(pairs: &[Pair], asked: &[bool], found: &[bool]) -> f32 {
    let (mut all, mut differing) = (f32::EPSILON, 0.0);
    for pair in pairs.iter().filter(|pair| pair.is_met() && !pair.is_name && !pair.is_light) {
        let weight = pair.weight * pair.strength;
        all += weight;
        if differs(pair, asked, found) {
            differing += weight;
        }
    }
    differing / all
}

/// Whether only one of the two denies what a pair says.
pub(super) fn differs(pair: &Pair, asked: &[bool], found: &[bool]) -> bool {
    let in_question = asked.get(pair.asked).copied().unwrap_or(false);
    let here = found.get(pair.found).copied().unwrap_or(false);
    in_question ^ here ^ pair.is_opposed
}

/// Whether what a sentence says first of all is denied, or that somebody denies.
pub(super) fn is_denial(
    grammar: &Sentence,
    denied: &[bool],
    is_shared: impl Fn(usize) -> bool,
) -> bool {
    let mut root = grammar.root();
    while let Some(at) = root {
        let negates = polarity::is_negating(grammar, at) && !is_shared(at);
        if denied[at] != negates {
            return true;
        }
        root = grammar.child(at, Relation::Ccomp).or_else(|| grammar.child(at, Relation::Xcomp));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::verdict::testing::sentence;

    fn denied_words(text: &str) -> Vec<&str> {
        let grammar = sentence(text);
        let denied = denied(&grammar, |_| false);
        let words = (0..grammar.tokens.len()).filter(|&token| denied[token]);
        let words = words.map(|token| grammar.tokens[token].span.of(text));
        words.filter(|word| word.len() > 3).collect()
    }

    #[test]
    fn what_a_denying_word_belongs_to_is_denied() {
        assert_eq!(
            denied_words("The minister did not sign the treaty."),
            ["minister", "sign", "treaty"]
        );
        assert_eq!(
            denied_words("The firm no longer bakes bread."),
            ["firm", "longer", "bakes", "bread"]
        );
        assert_eq!(denied_words("It was a train without a driver."), ["without", "driver"]);
    }

    #[test]
    fn the_one_who_refuses_is_not_denied() {
        assert_eq!(denied_words("The minister refused to sign the treaty."), ["sign", "treaty"]);
    }
}
