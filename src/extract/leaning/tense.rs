//! When the clause of a verb is, seen from the day of the report.

use crate::extract::arguments::has_to;
use crate::extract::factuality::{self, WILL};
use crate::fact::Passage;
use crate::lexicon::Lexicon;
use crate::text::date::Leaning;
use crate::text::syntax::lemma::irregular;
use crate::text::syntax::{Relation, Sentence, Tag};

use super::Mention;

/// When something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Ahead,
    /// "Was to have opened": it may have been to come or be so still.
    OnceAhead,
}

impl Tense {
    pub(super) fn leaning(self) -> Leaning {
        match self {
            Tense::Ahead => Leaning::Future,
            Tense::OnceAhead => Leaning::Nearest,
            Tense::Past => Leaning::Past,
        }
    }
}

const DUTY: [&str; 4] = ["must", "should", "may", "can"];
const MODALS: [&str; 7] = ["will", "shall", "'ll", "would", "might", "could", "must"];

impl Mention<'_> {
    /// When the clause of a verb is; nothing where its form does not tell.
    pub(super) fn tense(&self, verb: usize) -> Option<Tense> {
        let grammar = self.grammar();
        let has = |lemma: &str| grammar.children(verb).any(|child| grammar.lemma(child) == lemma);
        let infinitive = has_to(grammar, verb);
        if infinitive && has("have") {
            return Some(if was_to(grammar, verb) { Tense::OnceAhead } else { Tense::Past });
        }
        if self.has_modal(verb, &WILL) {
            return Some(Tense::Ahead);
        }
        if self.has_modal(verb, &DUTY) {
            return (!has("have")).then_some(Tense::Ahead);
        }
        if infinitive && (is_brought_about(grammar, verb) || is_purpose(grammar, verb)) {
            return grammar.head(verb).and_then(|above| self.tense(above));
        }
        if infinitive && is_attempt(grammar, verb) {
            return None;
        }
        if self.is_past(verb) && !is_fixed(grammar, verb) {
            return Some(Tense::Past);
        }
        let tag = grammar.tokens[verb].tag;
        let open = infinitive && matches!(tag, Tag::VB | Tag::VBN);
        if open && was_planned(grammar, verb) {
            return Some(Tense::OnceAhead);
        }
        if open || factuality::is_ahead(self.passage, verb) {
            return Some(Tense::Ahead);
        }
        is_presently(self.passage, verb).then_some(Tense::Ahead)
    }

    /// "Might be closed on Friday".
    pub(super) fn is_modal(&self, predicate: usize) -> bool {
        self.has_modal(predicate, &MODALS)
    }

    fn has_modal(&self, verb: usize, modals: &[&str]) -> bool {
        let grammar = self.grammar();
        // "2 May" has none.
        let other = |child: &usize| !(self.first..=self.last).contains(child);
        grammar.children(verb).filter(other).any(|child| {
            matches!(grammar.tokens[child].tag, Tag::MD | Tag::VB | Tag::VBP)
                && modals.contains(&grammar.lemma(child))
        })
    }

    /// "Signed", "was signed", "had signed", "has signed"; also what was taken for a participle or
    /// an infinitive, but stands alone ("the train *left* on Friday").
    pub(super) fn is_past(&self, verb: usize) -> bool {
        let grammar = self.grammar();
        let auxiliary = |child: usize| {
            matches!(
                grammar.tokens[child].relation,
                Relation::Aux | Relation::AuxPass | Relation::Cop
            )
        };
        let over = |child: usize| {
            let lemma = grammar.lemma(child);
            lemma == "have" || lemma == "be" && grammar.tokens[child].tag == Tag::VBD
        };
        let mut auxiliaries = grammar.children(verb).filter(|&child| auxiliary(child)).peekable();
        let alone = auxiliaries.peek().is_none();
        match grammar.tokens[verb].tag {
            Tag::VBD => true,
            Tag::VBN if alone => {
                !matches!(grammar.tokens[verb].relation, Relation::Xcomp | Relation::Amod)
            }
            Tag::VBN => auxiliaries.any(over),
            Tag::VBG => auxiliaries.any(over),
            Tag::VBP => is_one_form(grammar.lemma(verb)),
            Tag::VB => {
                alone
                    && !has_to(grammar, verb)
                    && (is_past_form(self.passage.word(verb)) || is_one_form(grammar.lemma(verb)))
            }
            _ => false,
        }
    }
}

/// "*Was* to have opened", and not "is said to have opened".
fn was_to(grammar: &Sentence, verb: usize) -> bool {
    let was = |of: usize| {
        grammar
            .children(of)
            .any(|child| grammar.lemma(child) == "be" && grammar.tokens[child].tag == Tag::VBD)
    };
    let above = grammar.head(verb).filter(|&above| grammar.lemma(above) == "be");
    was(verb) || above.is_some_and(|above| grammar.tokens[above].tag == Tag::VBD)
}

/// "A first *attempt* to land on 21 June was abandoned": what is told of it tells when it was.
fn is_attempt(grammar: &Sentence, verb: usize) -> bool {
    const ATTEMPTS: [&str; 5] = ["attempt", "bid", "try", "effort", "failure"];
    let noun = grammar.head(verb).filter(|_| grammar.tokens[verb].relation == Relation::Acl);
    noun.is_some_and(|noun| ATTEMPTS.contains(&grammar.lemma(noun)))
}

/// "*Was expected* to end": by now it may have.
fn was_planned(grammar: &Sentence, verb: usize) -> bool {
    const PLANNING: [&str; 8] =
        ["expect", "schedule", "plan", "suppose", "mean", "intend", "slate", "set"];
    let above = grammar.head(verb).filter(|&above| PLANNING.contains(&grammar.lemma(above)));
    above.is_some_and(|above| {
        grammar.children(above).any(|child| {
            grammar.tokens[child].relation == Relation::AuxPass
                && grammar.tokens[child].tag == Tag::VBD
        })
    })
}

/// "*Refused* to leave", "*began* to work": the first verb tells that the second happened or did
/// not.
fn is_brought_about(grammar: &Sentence, verb: usize) -> bool {
    const BRINGING: [&str; 17] = [
        "begin", "start", "continue", "fail", "manage", "refuse", "bother", "decline", "help",
        "force", "happen", "seem", "appear", "have", "go", "come", "try",
    ];
    let is_to = grammar
        .children(verb)
        .any(|child| grammar.lemma(child) == "be" && grammar.tokens[child].tag.is_finite());
    let joined = grammar.tokens[verb].relation == Relation::Xcomp && !is_to;
    let above = grammar.head(verb).filter(|_| joined);
    above.is_some_and(|above| BRINGING.contains(&grammar.lemma(above)))
}

/// "*Rang* his rival to concede on Sunday": what somebody did something for was done with it.
fn is_purpose(grammar: &Sentence, verb: usize) -> bool {
    /// What makes somebody else act, which comes after it.
    const MOVING: [&str; 42] = [
        "ask",
        "tell",
        "order",
        "urge",
        "invite",
        "allow",
        "force",
        "persuade",
        "want",
        "expect",
        "require",
        "permit",
        "encourage",
        "advise",
        "instruct",
        "cause",
        "enable",
        "lead",
        "get",
        "press",
        "push",
        "warn",
        "remind",
        "request",
        "command",
        "call",
        "beg",
        "authorize",
        "authorise",
        "choose",
        "elect",
        "appoint",
        "name",
        "hire",
        "set",
        "schedule",
        "direct",
        "prompt",
        "commission",
        "challenge",
        "give",
        "have",
    ];
    let passive = grammar.children(verb).any(|child| grammar.lemma(child) == "be");
    let Some(above) = grammar.head(verb).filter(|&above| above < verb && !passive) else {
        return false;
    };
    let object = grammar.child(above, Relation::Obj).is_some_and(|object| object < verb);
    let aims = match grammar.tokens[verb].relation {
        Relation::Advcl => true,
        Relation::Xcomp => object && !MOVING.contains(&grammar.lemma(above)),
        _ => false,
    };
    aims && grammar.tokens[above].tag == Tag::VBD
}

/// "Swam", which is no infinitive whatever the tagger says.
fn is_past_form(word: &str) -> bool {
    let word = word.to_lowercase();
    word.ends_with("ed") || irregular(&word).is_some_and(|lemma| lemma != word)
}

/// "The club *beat* its rivals": verbs whose past is written as their present, which reports seldom
/// use.
fn is_one_form(lemma: &str) -> bool {
    const FORMS: [&str; 22] = [
        "beat", "hit", "cut", "put", "set", "shut", "hurt", "cost", "split", "quit", "burst",
        "cast", "shed", "spread", "let", "bet", "bid", "read", "upset", "thrust", "wed", "rid",
    ];
    FORMS.contains(&lemma)
}

/// "Was due", "had been scheduled": what was fixed may be to come still.
fn is_fixed(grammar: &Sentence, verb: usize) -> bool {
    let fixed = ["schedule", "slate", "expect", "await", "due", "poise", "plan"];
    let stays = grammar.tokens[verb].tag != Tag::VBD && fixed.contains(&grammar.lemma(verb));
    stays || has_to(grammar, verb)
}

/// "The squad *leaves* on Monday", "is *elected* on Tuesday": of what has been a report speaks in
/// the past tense, and only its headline in the present.
fn is_presently(passage: &Passage, verb: usize) -> bool {
    let grammar = &passage.grammar;
    let now = |child: usize| {
        let auxiliary = matches!(grammar.tokens[child].relation, Relation::Aux | Relation::AuxPass);
        auxiliary && matches!(grammar.tokens[child].tag, Tag::VBZ | Tag::VBP)
    };
    let lemma = grammar.lemma(verb);
    let next = || passage.word((verb + 1).min(passage.len() - 1));
    let full = match lemma {
        "be" | "have" | "stand" | "date" | "follow" => false,
        // "The warning comes days after the flood", but "auditors come in November".
        "come" => {
            matches!(next(), "in" | "on" | "at" | "into" | "to" | "back" | "home" | "from")
        }
        // "Goes back to February".
        "go" => next() != "back",
        _ => true,
    };
    let says =
        Lexicon::builtin().saying(lemma).is_some() && grammar.child(verb, Relation::Obj).is_none();
    let present = match grammar.tokens[verb].tag {
        Tag::VBZ | Tag::VBP => true,
        Tag::VBN | Tag::VBG => grammar.children(verb).any(now),
        Tag::VB => {
            grammar.is_root(verb)
                && grammar.children(verb).any(|child| grammar.tokens[child].relation.is_subject())
        }
        _ => false,
    };
    present && full && !says && !passage.is_title
}
