//! What is neither a reason nor a means: what only comes next, what follows from the deed, what
//! describes somebody.

use crate::answer::candidate::{Candidate, Kind, sign};
use crate::answer::features::cause;
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::fact::{Passage, Sign};
use crate::lexicon::NounKind;
use crate::question::AnswerType;
use crate::text::ordinals;
use crate::text::syntax::{EntityKind, Relation, Sentence, Tag};

use super::restated;

/// Whether a candidate gives no reason, or tells no means, where one is asked for.
pub(super) fn is_none(scene: &Scene, candidate: &Candidate) -> bool {
    match scene.query.expects {
        AnswerType::Reason => {
            is_next_deed(scene, candidate)
                || is_consequence(scene.passage, candidate)
                || is_description(scene.passage, candidate)
                || is_object(&scene.passage.grammar, candidate)
                || is_forbidden(&scene.passage.grammar, candidate)
                || is_complement(&scene.passage.grammar, candidate)
                || names_none(scene.passage, candidate)
                || is_likening(&scene.passage.grammar, candidate)
                || is_since_when(scene.passage, candidate)
                || is_of_row(&scene.passage.grammar, candidate)
                || restated::is_the_deed_itself(scene, candidate)
                || is_company(scene.passage, candidate)
                || restated::is_of_the_deed(scene, candidate)
                || restated::is_denied(&scene.passage.grammar, candidate)
                || restated::only_says(scene, candidate)
                || restated::comes_of_it(scene, candidate)
        }
        AnswerType::Manner => {
            candidate.kind == Kind::Number
                || is_next_deed(scene, candidate)
                || is_people(scene.passage, candidate)
                || restated::is_of_the_deed(scene, candidate)
                || restated::only_says(scene, candidate)
                || is_of_unheard_quality(scene)
        }
        _ => false,
    }
}

/// "How *effective* is it?": a passage that says nothing of the quality does not tell how much of
/// it there is.
fn is_of_unheard_quality(scene: &Scene) -> bool {
    let asked = &scene.query.grammar;
    let quality = scene.query.predicate.filter(|&at| asked.tokens[at].tag.is_adjective());
    quality.is_some() && scene.predicate().is_none()
}

/// "Arrived late and *with a broken seal*": what somebody has or uses is no reason, but "with
/// malaria", "with the aim of …", "with the outbreak of war", "with prices rising".
fn is_company(passage: &Passage, candidate: &Candidate) -> bool {
    const AIMS: [&str; 8] =
        ["aim", "intention", "view", "hope", "goal", "purpose", "intent", "expectation"];
    const TURNS: [&str; 10] = [
        "outbreak",
        "start",
        "end",
        "collapse",
        "arrival",
        "departure",
        "death",
        "loss",
        "rise",
        "fall",
    ];
    let grammar = &passage.grammar;
    let (first, head) = (usize::from(candidate.first), usize::from(candidate.head));
    let tokens = first..=usize::from(candidate.last);
    let opens = candidate.kind == Kind::Prepositional && grammar.lemma(first) == "with";
    let goes_on = || {
        tokens.clone().any(|at| {
            grammar.tokens[at].tag == Tag::VBG
                || AIMS.contains(&grammar.lemma(at))
                || TURNS.contains(&grammar.lemma(at))
                || matches!(grammar.lemma(at), "because" | "due" | "after")
        })
    };
    opens && passage.meaning(head).kind != NounKind::Disease && !goes_on()
}

/// "Cancelled a trip *and flew over the area*", "fell, *while the other rose*": what comes next to
/// a deed is neither its reason nor its means, nor is when or where it was done.
fn is_next_deed(scene: &Scene, candidate: &Candidate) -> bool {
    if candidate.notes.sign != Sign::None {
        return false;
    }
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let asked = scene.predicate().map(|met| usize::from(met.token));
    let is_below = asked.is_some() && grammar.head(head) == asked;
    if candidate.kind != Kind::Clause {
        if scene.passage.date_at(head).is_some() || is_somewhere(scene.passage, candidate) {
            return true;
        }
        let is_argument = matches!(candidate.kind, Kind::Phrase | Kind::Name | Kind::Number);
        let is_object = grammar.tokens[head].relation == Relation::Obj
            && grammar.head(head).is_some_and(|verb| {
                !cause::names_cause(grammar, verb) && !cause::is_told_behind(grammar, verb)
            });
        let asks_why = scene.query.expects == AnswerType::Reason;
        return is_argument && (is_below || is_object) && asks_why;
    }
    let contrasts = grammar
        .child(head, Relation::Mark)
        .is_some_and(|mark| matches!(grammar.lemma(mark), "while" | "whereas" | "although"));
    let tag = grammar.tokens[head].tag;
    let is_joined = is_below && grammar.tokens[head].relation == Relation::Conj && tag.is_finite();
    let is_itself = asked == Some(head) && !cause::is_told_inside(scene.passage, candidate);
    contrasts
        || is_joined
        || is_itself
        || asked.is_some_and(|asked| is_completed(grammar, asked, head))
}

/// "Walked out *at the mill*".
fn is_somewhere(passage: &Passage, candidate: &Candidate) -> bool {
    const WHERE: [&str; 9] =
        ["at", "in", "near", "outside", "inside", "across", "around", "into", "onto"];
    let head = usize::from(candidate.head);
    let named = passage.grammar.entity_at(head);
    let place = named.is_some_and(|entity| entity.kind == EntityKind::Place)
        || passage.meaning(head).kind.is_place();
    place && WHERE.contains(&passage.grammar.lemma(candidate.first.into()))
}

/// "Failed *to open*", "refused *to sign*": what was not done is no reason why not.
fn is_completed(grammar: &Sentence, asked: usize, head: usize) -> bool {
    const OPEN: [&str; 12] = [
        "fail", "refuse", "decline", "try", "attempt", "begin", "continue", "manage", "decide",
        "vow", "threaten", "agree",
    ];
    grammar.tokens[head].relation == Relation::Xcomp
        && grammar.head(head) == Some(asked)
        && OPEN.contains(&grammar.lemma(asked))
}

/// "Walked out, *leaving 23 ships waiting outside*": what a deed brings about is not why it was
/// done, nor is what that consists of.
fn is_consequence(passage: &Passage, candidate: &Candidate) -> bool {
    let grammar = &passage.grammar;
    let head = usize::from(candidate.head);
    let Some(above) = grammar.head(head).filter(|&above| above < head) else { return false };
    if candidate.kind == Kind::Prepositional {
        return results(grammar, above) && above + 1 == usize::from(candidate.first);
    }
    candidate.kind == Kind::Clause
        && candidate.notes.sign == Sign::None
        && head == usize::from(candidate.first)
        && grammar.tokens[head].tag == Tag::VBG
        && (cause::brings_about(grammar, head)
            || cause::brings_about(grammar, above)
            || results(grammar, head))
}

/// "*Leading* to a rush", "*resulting* in a delay".
fn results(grammar: &Sentence, verb: usize) -> bool {
    let leads = matches!(
        (grammar.lemma(verb), grammar.lemma(verb + 1)),
        ("lead" | "contribute", "to") | ("result", "in")
    );
    leads && grammar.tokens[verb].tag == Tag::VBG
}

/// "A beekeeper, *who was released*": what tells somebody apart is no reason.
fn is_description(passage: &Passage, candidate: &Candidate) -> bool {
    let grammar = &passage.grammar;
    let head = usize::from(candidate.head);
    let is_who = |child: usize| matches!(grammar.tokens[child].tag, Tag::WP | Tag::WDT);
    candidate.kind == Kind::Clause
        && grammar.children(head).any(is_who)
        && candidate.notes.sign == Sign::None
        && !cause::is_told_inside(passage, candidate)
}

/// "Asked *for the navy*": what is asked or waited for.
fn is_object(grammar: &Sentence, candidate: &Candidate) -> bool {
    const SEEKING: [&str; 16] = [
        "ask", "call", "look", "wait", "search", "apply", "vote", "push", "plead", "appeal",
        "hope", "pray", "aim", "opt", "press", "campaign",
    ];
    let head = usize::from(candidate.head);
    let verb = grammar.head(head).filter(|&verb| grammar.tokens[verb].tag.is_verb());
    grammar.lemma(candidate.first.into()) == "for"
        && verb.is_some_and(|verb| SEEKING.contains(&grammar.lemma(verb)))
}

/// "Banned *from public worship*", "kept from *leaving*": what one may not do, and not why.
fn is_forbidden(grammar: &Sentence, candidate: &Candidate) -> bool {
    let first = usize::from(candidate.first);
    sign::bars(grammar, first) || first > 0 && sign::bars(grammar, first - 1)
}

/// "Were able *to resume flights*": what could be done, and no purpose.
fn is_complement(grammar: &Sentence, candidate: &Candidate) -> bool {
    const OPEN: [&str; 18] = [
        "able",
        "unable",
        "likely",
        "unlikely",
        "due",
        "ready",
        "free",
        "happy",
        "willing",
        "keen",
        "eager",
        "reluctant",
        "prepared",
        "allow",
        "permit",
        "suppose",
        "expect",
        "want",
    ];
    let head = usize::from(candidate.head);
    candidate.kind == Kind::Clause
        && grammar.tokens[head].tag == Tag::VB
        && matches!(
            grammar.tokens[head].relation,
            Relation::Xcomp | Relation::Ccomp | Relation::Advcl
        )
        && grammar.head(head).is_some_and(|above| OPEN.contains(&grammar.lemma(above)))
}

/// "Grounded *because of it*": the reason itself is told elsewhere.
fn names_none(passage: &Passage, candidate: &Candidate) -> bool {
    const POINTING: [&str; 5] = ["it", "this", "that", "them", "these"];
    let grammar = &passage.grammar;
    let last = usize::from(candidate.last);
    let because = last.checked_sub(2).filter(|&at| at >= usize::from(candidate.first));
    POINTING.contains(&grammar.lemma(last))
        && because.is_some_and(|at| {
            matches!(
                (grammar.lemma(at), grammar.lemma(at + 1)),
                ("because" | "result", "of") | ("due" | "owing" | "thanks", "to")
            )
        })
        && arguments::case(grammar, last).is_some()
}

/// "*Unlike most of his men*, he returned": who did not is no reason why he did.
fn is_likening(grammar: &Sentence, candidate: &Candidate) -> bool {
    matches!(grammar.lemma(candidate.first.into()), "unlike" | "including" | "except")
}

/// "The second minister *to leave*": what tells which one it is, and no purpose.
fn is_of_row(grammar: &Sentence, candidate: &Candidate) -> bool {
    let head = usize::from(candidate.head);
    let is_acl = grammar.tokens[head].relation == Relation::Acl;
    let noun = grammar.head(head).filter(|_| is_acl && grammar.tokens[head].tag == Tag::VB);
    noun.is_some_and(|noun| {
        grammar.children(noun).any(|child| {
            let word = grammar.lemma(child);
            ordinals(std::iter::once(word)).next().is_some()
                || matches!(word, "only" | "last" | "latest" | "next")
        })
    })
}

/// "*Since it was founded in 1991*": from when on.
fn is_since_when(passage: &Passage, candidate: &Candidate) -> bool {
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    passage.grammar.lemma(first) == "since"
        && (first..=last).any(|at| passage.date_at(at).is_some())
}

/// "How did they die?" is not answered by "two women".
fn is_people(passage: &Passage, candidate: &Candidate) -> bool {
    let head = usize::from(candidate.head);
    matches!(candidate.kind, Kind::Phrase | Kind::Name | Kind::Number)
        && arguments::case(&passage.grammar, head).is_none()
        && passage.meaning(head).kind.is_person()
}
