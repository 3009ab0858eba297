//! Whether an article states a thing, reports it as said, planned or denied, or doubts it.

use crate::fact::{Factuality, Passage};
use crate::text::syntax::{Relation, Sentence, Tag};

use super::arguments::has_to;

/// How firmly a passage holds what its main clause says.
pub(super) fn of(passage: &Passage) -> Factuality {
    let grammar = &passage.grammar;
    let Some(root) = grammar.root() else { return Factuality::Stated };
    let clause =
        grammar.child(root, Relation::Ccomp).filter(|_| passage.speaker.is_some()).unwrap_or(root);
    match of_clause(passage, clause) {
        Factuality::Stated if passage.speaker.is_some() => Factuality::Said,
        standing => standing,
    }
}

/// How firmly the clause of a verb is held, whoever says it.
pub(super) fn of_clause(passage: &Passage, verb: usize) -> Factuality {
    if is_negated(passage, verb) {
        Factuality::Denied
    } else if is_doubted(passage, verb) {
        Factuality::Doubted
    } else if is_planned(passage, verb) {
        Factuality::Planned
    } else {
        Factuality::Stated
    }
}

/// Whether the clause of a verb says that it is not so.
pub(crate) fn is_negated(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    let denies = matches!(grammar.lemma(verb), "deny" | "refute" | "reject" | "dismiss");
    denies && passage.speaker.is_some()
        || grammar.children(verb).any(|child| {
            matches!(grammar.lemma(child), "not" | "n't" | "never" | "no")
                && matches!(
                    grammar.tokens[child].relation,
                    Relation::Advmod | Relation::Det | Relation::Dep
                )
        })
        || grammar.children(verb).any(|child| {
            grammar.tokens[child].relation.is_subject()
                && grammar.children(child).any(|word| grammar.lemma(word) == "no")
                || matches!(grammar.lemma(child), "nobody" | "none")
        })
}

fn is_doubted(passage: &Passage, verb: usize) -> bool {
    passage.grammar.children(verb).any(|child| {
        let modal = passage.grammar.tokens[child].tag == Tag::MD;
        let lemma = passage.grammar.lemma(child);
        modal && matches!(lemma, "may" | "might" | "could")
            || matches!(lemma, "reportedly" | "allegedly" | "possibly" | "perhaps" | "apparently")
    })
}

/// Whether a verb speaks of what is to come, itself or as part of a plan ("plans *to open*").
pub(crate) fn is_ahead(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    if is_planned(passage, verb)
        || matches!(grammar.lemma(verb), "schedule" | "slate" | "plan" | "expect" | "await")
    {
        return true;
    }
    let open =
        matches!(grammar.tokens[verb].relation, Relation::Xcomp | Relation::Conj | Relation::Ccomp);
    let above =
        grammar.head(verb).filter(|&above| open && is_infinitive(grammar, verb) && above != verb);
    above.is_some_and(|above| {
        is_planned(passage, above)
            || grammar.head(above).is_some_and(|top| is_planned(passage, top))
    })
}

/// "Visit", "to visit", "to be visited".
fn is_infinitive(grammar: &Sentence, verb: usize) -> bool {
    grammar.tokens[verb].tag == Tag::VB || has_to(grammar, verb)
}

/// What is done to something that is to be on another day.
pub(crate) const PUTTING_OFF: [&str; 5] = ["postpone", "delay", "defer", "reschedule", "adjourn"];

/// "Was *originally* planned for May": whether a verb tells of a plan that came first.
pub(crate) fn is_first_plan(grammar: &Sentence, verb: usize) -> bool {
    grammar.children(verb).any(|child| matches!(grammar.lemma(child), "originally" | "initially"))
}

/// Modal verbs that look ahead; "wo" is that of "won't".
pub(super) const WILL: [&str; 5] = ["will", "shall", "'ll", "would", "wo"];

/// Whether the clause of a verb speaks of what is to come.
pub(crate) fn is_planned(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    let lemma = grammar.lemma(verb);
    const PLANNING: [&str; 13] = [
        "plan", "schedule", "expect", "slate", "intend", "aim", "propose", "hope", "prepare",
        "due", "set", "poise", "agree",
    ];
    let has_infinitive = grammar.children(verb).any(|child| {
        grammar.tokens[child].relation == Relation::Xcomp && is_infinitive(grammar, child)
    });
    let is_to = has_to(grammar, verb)
        && grammar.children(verb).any(|child| {
            matches!(grammar.lemma(child), "be") && grammar.tokens[child].tag.is_finite()
        });
    is_to
        || grammar.children(verb).any(|child| {
            grammar.tokens[child].tag == Tag::MD && WILL.contains(&grammar.lemma(child))
        })
        || (PLANNING.contains(&lemma) && has_infinitive)
        || (lemma == "be" && has_infinitive)
}
