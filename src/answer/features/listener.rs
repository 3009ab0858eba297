//! Whether somebody, or a paper, only was told what a passage says: "told *the Courier* that …".

use crate::answer::candidate::Candidate;
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::lexicon::Lexicon;
use crate::question::{Query, QuestionType, Slot};
use crate::text::syntax::{Relation, Sentence, Tag};

use super::{Feature, FeatureVector, RARE};

/// Measures it where somebody is asked for who does something else than hear of it.
pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    if asks_doer(scene.query) && listens(&scene.passage.grammar, candidate) {
        measures.set(Feature::Listener, RARE);
    }
}

/// Whether the one asked for does something, and it is none of what those do who are told.
fn asks_doer(query: &Query) -> bool {
    const HEARS: [&str; 14] = [
        "hear",
        "learn",
        "know",
        "interview",
        "talk",
        "listen",
        "report",
        "publish",
        "break",
        "write",
        "quote",
        "receive",
        "get",
        "reveal",
    ];
    matches!(query.asks, QuestionType::Who | QuestionType::Which)
        && query.expects.is_somebody()
        && matches!(query.slot, Slot::Subject | Slot::Complement)
        && !HEARS.contains(&query.predicate_lemma())
}

/// Whether a candidate is the one to whom words are said: what is told is a clause or a quotation,
/// for who is told to do something may well do it.
fn listens(grammar: &Sentence, candidate: &Candidate) -> bool {
    let name = grammar.name_around(candidate.head.into());
    let first = name.0;
    let Some((mut top, _)) = arguments::tie(grammar, name) else { return false };
    // "The governor, Ann Lee": what holds of the governor holds of her.
    let noun = first.checked_sub(2).filter(|&noun| {
        grammar.tokens[first - 1].tag == Tag::Comma
            && matches!(grammar.tokens[noun].tag, Tag::NN | Tag::NNP)
            && matches!(grammar.tokens[noun].relation, Relation::Obj | Relation::Iobj)
    });
    top = match noun {
        Some(noun) => noun,
        // "Reuters news agency": what is told to the agency is told to Reuters.
        None if matches!(grammar.tokens[top].relation, Relation::Appos | Relation::Compound) => {
            grammar.head(top).unwrap_or(top)
        }
        None => top,
    };
    let Some(above) = grammar.head(top) else { return false };
    let (relation, lemma) = (grammar.tokens[top].relation, grammar.lemma(above));
    let case = arguments::case(grammar, top);
    let to_do = grammar
        .child(above, Relation::Xcomp)
        .is_some_and(|clause| grammar.tokens[clause].tag == Tag::VB);
    let told = matches!(relation, Relation::Obj | Relation::Iobj)
        && matches!(lemma, "tell" | "inform" | "ask" | "remind" | "assure" | "warn" | "urge")
        && !arguments::is_passive(grammar, above)
        && !to_do;
    let said_to = relation == Relation::Obl
        && matches!(case, Some("to" | "with"))
        && (matches!(lemma, "speak" | "talk") || Lexicon::builtin().saying(lemma).is_some());
    let interview = relation == Relation::Nmod
        && matches!(case, Some("to" | "with" | "for"))
        && matches!(lemma, "interview" | "statement");
    told || said_to || interview
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::candidate::Kind;
    use crate::fact::Notes;
    use crate::text::{Span, syntax};

    fn told(sentence: &str, name: &str) -> bool {
        let grammar = syntax::analyse(sentence, Span::new(0..sentence.len()));
        let head = (0..grammar.tokens.len())
            .find(|&at| grammar.tokens[at].span.of(sentence) == name)
            .expect("it is there") as u16;
        let notes = Notes::default();
        let kind = Kind::Name;
        listens(&grammar, &Candidate { passage: 0, first: head, last: head, head, kind, notes })
    }

    #[test]
    fn who_is_told_is_not_who_says_it() {
        assert!(told("The driver told Reuters that the road was empty.", "Reuters"));
        assert!(!told("The driver told Reuters that the road was empty.", "driver"));
        assert!(told("He would ask the governor, Smith, for a law.", "Smith"));
        assert!(!told("The court told Smith to leave the country.", "Smith"));
    }
}
