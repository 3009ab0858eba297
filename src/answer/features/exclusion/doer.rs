//! Who certainly did not do what is asked: who only speaks, whom the question names itself.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::features::speaker::{self, Sayer};
use crate::answer::matching::SAME;
use crate::answer::scene::Scene;
use crate::answer::verdict;
use crate::extract::arguments;
use crate::lexicon::{Lexicon, NounKind, Relation as Kinship};
use crate::question::{AnswerType, QuestionType, Slot};
use crate::text::fold;
use crate::text::syntax::{Relation, Sentence, Tag};

use super::ends;

/// Whether somebody is asked for by a deed, and a candidate only speaks or is in the question.
pub(super) fn is_none(scene: &Scene, candidate: &Candidate) -> bool {
    scene.query.asks == QuestionType::Who
        && scene.query.expects.is_somebody()
        && !matches!(scene.query.predicate_lemma(), "" | "be")
        && (is_named_in_question(scene, candidate)
            || only_speaks(scene, candidate)
            || is_at_other_end(scene, candidate))
}

/// "Who dislikes Anna Holm?" is not answered by Anna Holm.
fn is_named_in_question(scene: &Scene, candidate: &Candidate) -> bool {
    // "Who besides him?", "Smith or Jones?" may be answered by more or by one of those named.
    let chooses =
        scene.query.words.iter().any(|word| matches!(word.as_str(), "or" | "else" | "besides"));
    let head = usize::from(candidate.head);
    let is_name = candidate.kind == Kind::Name
        || candidate.kind == Kind::Phrase && scene.passage.grammar.tokens[head].tag.is_proper();
    let is_met = || {
        scene.pairs().any(|(want, met)| {
            want.term.is_name && met.strength >= SAME && met.token == candidate.head
        })
    };
    // "*She* was kidnapped": whom "she" stands for.
    let stands_for_asked = || {
        let referent = scene.passage.referent_at(head).map(|it| fold(&it.name));
        let last = referent.as_deref().and_then(|name| name.rsplit(' ').next());
        last.is_some_and(|last| {
            scene.wanted.iter().any(|want| want.term.is_name && want.term.word == last)
        })
    };
    !chooses && (is_name && is_met() || stands_for_asked())
}

/// "Who shot him?" is not answered by "the assassination *of Holm*".
pub(super) fn is_victim(scene: &Scene, candidate: &Candidate) -> bool {
    const HARM: [&str; 9] =
        ["shoot", "kill", "murder", "attack", "stab", "assassinate", "kidnap", "abduct", "beat"];
    const HARMS: [&str; 10] = [
        "shooting",
        "killing",
        "murder",
        "attack",
        "stabbing",
        "assassination",
        "kidnapping",
        "abduction",
        "beating",
        "death",
    ];
    let asks = scene.query.asks == QuestionType::Who && scene.query.slot == Slot::Subject;
    let grammar = &scene.passage.grammar;
    let tie = arguments::tie(grammar, grammar.name_around(candidate.head.into()));
    asks && HARM.contains(&scene.query.predicate_lemma())
        && tie.is_some_and(|(top, noun)| {
            HARMS.contains(&grammar.lemma(noun)) && arguments::case(grammar, top) == Some("of")
        })
}

/// "Who kidnapped her?" is not answered by "*Holm* was kidnapped".
pub(super) fn is_undergoer(scene: &Scene, candidate: &Candidate) -> bool {
    let asks = scene.query.asks == QuestionType::Who && scene.query.slot == Slot::Subject;
    let asked = &scene.query.grammar;
    let is_deed =
        |verb: usize| asked.tokens[verb].tag.is_verb() && arguments::object(asked, verb).is_some();
    let predicate = scene.query.predicate.filter(|&verb| asks && is_deed(verb));
    let Some(met) = predicate.and_then(|_| scene.predicate()) else { return false };
    let grammar = &scene.passage.grammar;
    let verb = usize::from(met.token);
    let name = grammar.name_around(candidate.head.into());
    met.strength >= SAME
        && grammar.child(verb, Relation::AuxPass).is_some()
        && arguments::tie(grammar, name).is_some_and(|(top, above)| {
            above == verb && grammar.tokens[top].relation == Relation::NsubjPass
        })
}

/// Verbs of deeds that a title tells, too: "said Ann Lee, *head* of the agency".
const TITLED: [&str; 16] = [
    "run",
    "lead",
    "head",
    "coach",
    "manage",
    "chair",
    "direct",
    "own",
    "found",
    "edit",
    "teach",
    "study",
    "represent",
    "work",
    "play",
    "train",
];

/// Verbs by which those are asked for who have an opinion or saw something, as who speaks has, and
/// that tell of no words themselves.
const HOLDING: [&str; 7] = ["support", "like", "dislike", "hate", "want", "witness", "call"];

/// "Who takes over?" is not answered by "a crisis looms, *Kold* said", where that tells
/// nothing of taking over.
fn only_speaks(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let lexicon = Lexicon::builtin();
    let Some((top, verb)) = subject_of(grammar, candidate) else { return false };
    if scene.passage.meaning(verb).saying.is_none() || scene.is_met(verb) {
        return false;
    }
    let asked = scene.query.predicate_lemma();
    let is_open = TITLED.contains(&asked)
        || HOLDING.contains(&asked)
        || lexicon.saying(asked).is_some()
        || verdict::refuses(&scene.query.grammar);
    if is_open || scene.query.slot == Slot::Complement || scene.predicate().is_some() {
        return false;
    }
    let is_one_of_them = (0..scene.passage.len()).any(|at| {
        matches!(grammar.lemma(at), "i" | "we" | "my" | "our" | "me" | "us" | "mine" | "ours")
    });
    let (first, last) = grammar.subtree(top);
    let is_described = (first..=last).any(|at| scene.is_met(at));
    !is_one_of_them && !is_described
}

/// The head of a noun phrase that a candidate is part of, and the verb that it is the subject of.
fn subject_of(grammar: &Sentence, candidate: &Candidate) -> Option<(usize, usize)> {
    let head = usize::from(candidate.head);
    let mut top = std::iter::once(head).chain(grammar.ancestors(head));
    let top = top.find(|&at| grammar.tokens[at].relation.is_subject())?;
    let verb = grammar.head(top).filter(|&verb| grammar.tokens[verb].tag.is_verb())?;
    Some((top, verb))
}

/// "What did the pilots say?" is not answered by what somebody else by name said.
pub(super) fn is_said_by_another(scene: &Scene, candidate: &Candidate) -> bool {
    let asked = &scene.query.grammar;
    let are_several = || {
        let subject = scene.question_subject();
        subject.is_some_and(|subject| asked.tokens[subject].tag == Tag::NNS)
    };
    scene.query.expects.is_said()
        && match speaker::sayer(scene, candidate.head.into()) {
            Sayer::Beside => true,
            Sayer::Other => are_several() && scene.passage.speaker.is_some(),
            Sayer::Open => false,
        }
}

/// "Who did the bride marry?" is not answered by "the bride, *Ann Lee*, …".
pub(super) fn is_the_subject(scene: &Scene, candidate: &Candidate) -> bool {
    let asks = scene.query.asks == QuestionType::Who
        && scene.query.words.iter().any(|word| matches!(word.as_str(), "did" | "does" | "do"))
        && matches!(scene.query.slot, Slot::Object | Slot::Oblique(_));
    let subject = scene.question_subject().filter(|_| asks);
    let Some(met) = subject.and_then(|subject| scene.met_of(subject)) else { return false };
    let (grammar, head) = (&scene.passage.grammar, usize::from(candidate.head));
    let is_beside = matches!(
        grammar.tokens[head].relation,
        Relation::Appos | Relation::Flat | Relation::NmodDesc
    );
    met.strength >= SAME && is_beside && grammar.head(head) == Some(met.token.into())
}

/// "What did the colonel say?" is not answered by what the colonel did.
pub(super) fn is_deed_for_words(scene: &Scene, candidate: &Candidate) -> bool {
    let (grammar, head) = (&scene.passage.grammar, usize::from(candidate.head));
    // "What does he say *caused* it?" may be answered by a thing.
    let asked = &scene.query.grammar;
    let is_deed = |at: &usize| asked.tokens[*at].tag.is_verb() && asked.lemma(*at) != "do";
    let asks_one = || (0..asked.tokens.len()).filter(is_deed).count() == 1;
    let is_clause = candidate.kind == Kind::Clause && grammar.tokens[head].tag.is_verb()
        || candidate.kind == Kind::Phrase && asks_one();
    let reports = |verb: usize| scene.passage.meaning(verb).saying.is_some();
    let is_said = || {
        std::iter::once(head).chain(grammar.ancestors(head)).any(reports)
            || scene.passage.is_quoted(head)
            || scene.passage.speaker.is_some()
    };
    scene.query.expects == AnswerType::Speech && is_clause && !is_said()
}

/// "Who heads the *Kenyan* team?" is not answered by who heads "an *Indonesian* delegation".
pub(super) fn is_of_another_nation(scene: &Scene, candidate: &Candidate) -> bool {
    let asked = &scene.query.grammar;
    let asks_who = matches!(scene.query.asks, QuestionType::Who | QuestionType::Which);
    if !asks_who || !scene.query.expects.is_somebody() {
        return false;
    }
    let group = |word: &str| {
        let kind = Lexicon::builtin().kind_of(word);
        matches!(kind, NounKind::Group | NounKind::Organisation) || word == "side"
    };
    let nation = |grammar: &Sentence, word: &str, at: usize| {
        let noun = grammar.head(at).filter(|&noun| noun > at && group(grammar.lemma(noun)));
        let found = noun.and_then(|_| Lexicon::builtin().country(word))?;
        (found.relation == Kinship::Adjective).then_some(found.country.name)
    };
    let own = (0..asked.tokens.len()).find_map(|at| nation(asked, scene.query.word(at), at));
    let Some(own) = own else { return false };
    let grammar = &scene.passage.grammar;
    let mut above = grammar.ancestors(candidate.head.into()).take(3);
    let other = above.find_map(|noun| {
        let mut before = grammar.children(noun).filter(|&child| child < noun);
        before.find_map(|at| nation(grammar, scene.passage.word(at), at))
    });
    other.is_some_and(|other| other != own)
}

/// "Who takes over?" is not answered by who resigned, nor "who left?" by who follows.
fn is_at_other_end(scene: &Scene, candidate: &Candidate) -> bool {
    subject_of(&scene.passage.grammar, candidate)
        .is_some_and(|(_, verb)| ends::are_opposite(scene, verb))
}
