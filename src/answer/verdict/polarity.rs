//! How often what a word says is turned into its opposite by the words around it.
//!
//! "Not", "no", "without", "neither" beside it, "refused to" and "a ban on" above it each turn it
//! once; twice turned is said again. The same count is taken in the question and in the article,
//! so "turned down" meets "said no".

use crate::extract::arguments;
use crate::lexicon::{LexemeId, Lexicon};
use crate::text::Table;
use crate::text::syntax::{Relation, Sentence, Tag};

/// How often the sentence denies what the word `at` stands for; the word's own meaning is left
/// out.
pub(super) fn turns(grammar: &Sentence, at: usize) -> usize {
    let mut turns = beside(grammar, at, None) + usize::from(is_yet_to(grammar, at));
    let mut below = at;
    while let Some(above) = grammar.head(below) {
        let relation = grammar.tokens[below].relation;
        if ends_clause(grammar, below, above) {
            break;
        }
        if relation == Relation::Conj {
            below = above;
            turns += beside(grammar, above, Some(at));
            continue;
        }
        if !matches!(relation, Relation::Case | Relation::Mark) {
            turns += beside(grammar, above, Some(below));
        }
        turns += usize::from(is_undone(grammar, below, above));
        below = above;
    }
    turns
}

/// Whether the word itself denies what hangs on it.
pub(super) fn is_negating(grammar: &Sentence, at: usize) -> bool {
    static NEGATING: Table = Table::new(include_str!("data/negating.txt"));
    let lemma = grammar.lemma(at);
    NEGATING.has(lemma)
        || is_against_law(grammar, at)
        || grammar.children(at).any(|child| {
            let particle = matches!(grammar.tokens[child].tag, Tag::RP | Tag::RB | Tag::IN);
            particle
                && child == at + 1
                && NEGATING.has(&format!("{lemma} {}", grammar.lemma(child)))
        })
        || lemma == "clear" && is_cleared_of(grammar, at)
}

/// "*Cleared of* fraud", but not "the road was cleared".
fn is_cleared_of(grammar: &Sentence, at: usize) -> bool {
    grammar.tokens[at].tag.is_verb() && arguments::oblique(grammar, at, "of").is_some()
}

/// "It is against the *law* to".
fn is_against_law(grammar: &Sentence, at: usize) -> bool {
    matches!(grammar.lemma(at), "law" | "rule") && opens_with(grammar, at, &["against"])
}

/// Whether a claim about what is above says nothing of what is below: another clause begins.
pub(super) fn ends_clause(grammar: &Sentence, below: usize, above: usize) -> bool {
    let has_subject =
        || grammar.children(below).any(|child| grammar.tokens[child].relation.is_subject());
    match grammar.tokens[below].relation {
        Relation::AclRelcl => !is_what_is_shown(grammar, below, above),
        Relation::Parataxis => true,
        Relation::Advcl => !opens_with(grammar, below, &["from", "without", "of"]),
        Relation::Ccomp => !is_negating(grammar, above) && beside(grammar, above, Some(below)) == 0,
        Relation::Conj => {
            grammar.tokens[below].tag.is_verb() && (has_subject() || !joined_by_or(grammar, below))
        }
        _ => false,
    }
}

/// "No evidence *that the dam is safe*": what there is a sign of, and no description of the sign.
pub(super) fn is_what_is_shown(grammar: &Sentence, below: usize, above: usize) -> bool {
    const SHOWING: [&str; 8] =
        ["evidence", "proof", "sign", "indication", "suggestion", "confirmation", "hint", "trace"];
    let opened = |child: usize| child < below && grammar.lemma(child) == "that";
    SHOWING.contains(&grammar.lemma(above)) && grammar.children(below).any(opened)
}

fn opens_with(grammar: &Sentence, at: usize, words: &[&str]) -> bool {
    grammar.children(at).any(|child| {
        matches!(grammar.tokens[child].relation, Relation::Mark | Relation::Case)
            && words.contains(&grammar.lemma(child))
    })
}

fn joined_by_or(grammar: &Sentence, at: usize) -> bool {
    grammar.children(at).any(|child| matches!(grammar.lemma(child), "or" | "nor"))
}

/// The denying words that hang on a token; those inside `below`, which was counted
/// before, are left out.
pub(super) fn beside(grammar: &Sentence, at: usize, below: Option<usize>) -> usize {
    let mut found = 0;
    for child in grammar.children(at) {
        if below == Some(child) {
            continue;
        }
        let lemma = grammar.lemma(child);
        if matches!(
            grammar.tokens[child].relation,
            Relation::Aux | Relation::AuxPass | Relation::Cop
        ) {
            let of_aux = |word: usize| {
                matches!(grammar.lemma(word), "not" | "n't" | "never" | "neither" | "nor")
            };
            found += usize::from(grammar.children(child).any(of_aux));
        }
        let only = matches!(lemma, "not") && grammar.lemma(child + 1) == "only";
        let argument = grammar.tokens[child].relation.is_subject()
            || grammar.tokens[child].relation == Relation::Obj;
        let denies = match lemma {
            "not" | "n't" | "never" | "no" | "nor" | "neither" | "hardly" | "scarcely"
            | "without" | "except" | "excluding" | "nowhere" => !only,
            _ if is_no_longer(grammar, child) => true,
            "instead" => grammar.lemma(child + 1) == "of",
            "nobody" | "none" | "nothing" | "no-one" | "noone" => argument,
            _ => argument && has_no(grammar, child),
        };
        found += usize::from(denies);
    }
    found.min(1)
}

/// The second word of "no longer" and "no more", by which something has ended.
pub(super) fn is_no_longer(grammar: &Sentence, token: usize) -> bool {
    let ends = matches!(grammar.lemma(token), "long" | "longer" | "more" | "much");
    let compares =
        grammar.tokens[token].tag.is_adverb() && grammar.tokens[token].relation == Relation::Advmod;
    let before = token.checked_sub(1).filter(|_| ends && compares);
    before.is_some_and(|before| grammar.lemma(before) == "no")
}

fn has_no(grammar: &Sentence, noun: usize) -> bool {
    grammar.children(noun).any(|child| {
        matches!(grammar.lemma(child), "no" | "neither")
            && grammar.tokens[child].relation != Relation::Nmod
    })
}

/// "Has yet to sign", "is yet to be signed", "still has to sign", "must still sign".
pub(super) fn is_yet_to(grammar: &Sentence, at: usize) -> bool {
    let before = (at.saturating_sub(4)..at).rev();
    let words = |word: &str| (at.saturating_sub(4)..at).any(|near| grammar.lemma(near) == word);
    if words("still") && (words("must") || (words("to") && (words("have") || words("need")))) {
        return true;
    }
    let mut seen_to = false;
    for other in before {
        match grammar.lemma(other) {
            "to" => seen_to = true,
            "be" | "have" => {}
            "yet" => return seen_to,
            _ => return false,
        }
    }
    false
}

/// "*Has to* be approved", "needs to be signed": it is not yet.
pub(super) fn has_yet_to(grammar: &Sentence, at: usize) -> bool {
    let above = grammar.head(at).filter(|_| grammar.tokens[at].relation == Relation::Xcomp);
    above.is_some_and(|above| {
        matches!(grammar.lemma(above), "have" | "need")
            && !matches!(grammar.tokens[above].tag, Tag::VBD | Tag::VBN)
    })
}

/// Whether the word above denies the one below: it is refused, prevented, lacking.
pub(super) fn is_undone(grammar: &Sentence, below: usize, above: usize) -> bool {
    let complement = matches!(
        grammar.tokens[below].relation,
        Relation::Obj
            | Relation::Obl
            | Relation::NsubjPass
            | Relation::Csubj
            | Relation::CsubjPass
            | Relation::Xcomp
            | Relation::Ccomp
            | Relation::Acl
            | Relation::Advcl
            | Relation::Nmod
            | Relation::Compound
    );
    let describes = grammar.tokens[above].tag.is_adjective() || is_against_law(grammar, above);
    let quality = describes && grammar.tokens[below].relation.is_subject();
    (complement || quality) && is_negating(grammar, above) && !is_when_or_where(grammar, below)
}

/// "Cancelled on Friday", "cancelled in March": only the circumstances of what is undone.
fn is_when_or_where(grammar: &Sentence, at: usize) -> bool {
    let oblique = matches!(grammar.tokens[at].relation, Relation::Obl | Relation::Nmod);
    let proper = grammar.tokens[at].tag.is_proper();
    oblique
        && (opens_with(
            grammar,
            at,
            &["after", "before", "because", "by", "during", "since", "until", "amid", "despite"],
        ) || (proper && opens_with(grammar, at, &["in", "on", "at"])))
}

/// Whether a word says that its clause was only taken to be so, and another clause sets it right:
/// "initially reported …, but later".
pub(super) fn is_set_right(grammar: &Sentence, at: usize) -> bool {
    let mut up = std::iter::once(at).chain(grammar.ancestors(at));
    let held_once = up.any(|above| {
        grammar.children(above).any(|child| {
            child < at
                && matches!(
                    grammar.lemma(child),
                    "initially"
                        | "originally"
                        | "wrongly"
                        | "falsely"
                        | "mistakenly"
                        | "erroneously"
                )
        })
    });
    held_once
        && (at..grammar.tokens.len())
            .any(|later| matches!(grammar.lemma(later), "but" | "however" | "although"))
}

/// Whether a denying word hangs on the word itself.
pub(super) fn is_denied_itself(grammar: &Sentence, at: usize) -> bool {
    at < grammar.tokens.len() && beside(grammar, at, None) > 0
}

/// Whether a noun is put outside what is said: "without sprinklers", "outside Slovakia".
pub(super) fn is_left_out(grammar: &Sentence, at: usize) -> bool {
    let is_out = |at: usize| {
        grammar.child(at, Relation::Case).is_some_and(|case| {
            matches!(grammar.lemma(case), "without" | "except" | "outside" | "excluding" | "unlike")
        })
    };
    // "Unlike *most* of his men".
    let of_some = grammar.head(at).filter(|&above| {
        matches!(grammar.lemma(above), "most" | "many" | "all" | "some" | "other")
            && grammar.tokens[at].relation == Relation::Nmod
    });
    is_out(at) || of_some.is_some_and(is_out)
}

/// Whether one says "for" where the other says "against".
pub(super) fn is_of_other_side(asked: &Sentence, found: &Sentence, at: usize, here: usize) -> bool {
    let has = |grammar: &Sentence, at: usize, words: &[&str]| {
        (at + 1..at + 5).any(|near| words.contains(&grammar.lemma(near)))
    };
    const FOR: [&str; 5] = ["for", "favour", "favor", "support", "behind"];
    let against = |grammar: &Sentence, at: usize| has(grammar, at, &["against"]);
    (against(asked, at) && !against(found, here) && has(found, here, &FOR))
        || (against(found, here) && !against(asked, at) && has(asked, at, &FOR))
}

/// A word of the question as it is needed to find its opposites.
#[derive(Debug)]
pub(super) struct Opposable {
    lemma: String,
    meanings: Vec<LexemeId>,
    pub(super) is_noun: bool,
}

impl Opposable {
    /// With its closest synonyms: what is opposed to them is opposed to it.
    pub(super) fn new(lemma: &str, is_noun: bool) -> Self {
        let lexicon = Lexicon::builtin();
        let mut meanings: Vec<_> = lexicon.word(lemma).into_iter().collect();
        if let Some(&own) = meanings.first().filter(|_| !is_noun) {
            let close = lexicon.synonyms(own).filter(|(_, nearness)| *nearness >= 0.9);
            meanings.extend(close.map(|(word, _)| word));
        }
        Opposable { lemma: lemma.to_owned(), meanings, is_noun }
    }

    /// Whether a word is the opposite, or one of the two denies the other by its prefix: "sign",
    /// "unsigned". `word` is what the lexicon knows it as.
    pub(super) fn is_opposite(&self, lemma: &str, word: Option<LexemeId>) -> bool {
        let opposes = |own: &LexemeId| word.is_some_and(|it| Lexicon::builtin().opposes(*own, it));
        self.meanings.iter().any(opposes)
            || denies_by_prefix(&self.lemma, lemma)
            || denies_by_prefix(lemma, &self.lemma)
    }

    /// Whether the word is this one with a prefix that denies: "unsigned" of "sign".
    pub(super) fn is_denied_by_prefix(&self, word: &str) -> bool {
        denies_by_prefix(&self.lemma, word)
    }
}

/// Whether `word` is `stem` (or a word near it) after a prefix that denies.
fn denies_by_prefix(stem: &str, word: &str) -> bool {
    const PREFIXES: [&str; 7] = ["un", "in", "im", "il", "ir", "dis", "non-"];
    if stem.len() < 4 || word.len() < 6 {
        return false;
    }
    let bare = PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix));
    let lexicon = Lexicon::builtin();
    bare.into_iter().any(|bare| {
        let short = bare.strip_suffix("ed").unwrap_or(bare);
        let silent = bare.strip_suffix('d').filter(|_| bare.ends_with("ed"));
        [Some(bare), Some(short), silent].into_iter().flatten().any(|form| {
            form == stem
                || (form.len() > 3
                    && lexicon.word(form).is_some()
                    && word.starts_with("un")
                    && lexicon.similar(form, stem) >= 0.8)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::verdict::testing::word_in;

    fn turned(text: &str, word: &str) -> usize {
        let (grammar, at) = word_in(text, word);
        turns(&grammar, at)
    }

    #[test]
    fn what_is_plainly_said_is_not_turned() {
        assert_eq!(turned("The minister signed the treaty.", "signed"), 0);
        assert_eq!(turned("The minister refused to resign.", "minister"), 0);
    }

    #[test]
    fn a_denying_word_turns() {
        assert_eq!(turned("The minister did not sign the treaty.", "sign"), 1);
        assert_eq!(turned("The stations recorded no tremor.", "recorded"), 1);
        assert_eq!(turned("The stations recorded no tremor.", "tremor"), 1);
        assert_eq!(turned("The talks ended without a truce.", "truce"), 1);
        assert_eq!(turned("The firm no longer wants to sell bread.", "sell"), 1);
        assert_eq!(turned("There is no evidence that the dam is safe.", "safe"), 1);
        assert_eq!(turned("It is against the law to fish in the lake.", "fish"), 1);
    }

    #[test]
    fn what_is_refused_denied_or_cancelled_is_turned() {
        assert_eq!(turned("The minister refused to sign the treaty.", "sign"), 1);
        assert_eq!(turned("The mayor rejected calls to resign.", "resign"), 1);
        assert_eq!(turned("The debate was cancelled.", "debate"), 1);
    }

    #[test]
    fn opposites_are_found_by_meaning_and_by_prefix() {
        let opposes = |lemma, other| {
            Opposable::new(lemma, false).is_opposite(other, Lexicon::builtin().word(other))
        };
        assert!(opposes("win", "lose"));
        assert!(opposes("sign", "unsigned"));
        assert!(!opposes("sign", "signal"));
    }
}
