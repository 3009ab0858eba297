//! What certainly does not answer, told by grammar alone: what is said of somebody else,
//! a deed that only comes next to the one asked about, another place in a row, a figure
//! that is only feared.

mod reason;

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::matching::Wanted;
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::fact::DateKind;
use crate::lexicon::{Lexicon, NounKind};
use crate::question::{AnswerType, QuestionType, Slot};
use crate::text::ordinals;
use crate::text::syntax::{Entity, EntityKind, Relation, Sentence, Tag};

use super::shape::has_name;
use super::timing;

/// Looks for an argument of a verb: who does it, or whom it is done to.
type Argument = fn(&Sentence, usize) -> Option<usize>;

/// What is excluded in one passage.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Exclusion {
    /// The question's main verb, in the question's own word.
    verb: Option<usize>,
    /// Whether that verb is said of others than those the question names.
    is_of_others: bool,
    /// Whether the passage has another place in a row than the one asked for.
    is_of_another_place: bool,
    /// Whether it has nothing of what a follow-up asks about besides.
    is_beside_follow_up: bool,
}

impl Exclusion {
    /// What is excluded in a passage.
    pub(crate) fn new(scene: &Scene) -> Self {
        let verb = same_verb(scene);
        let is_of_others = verb.is_some_and(|verb| {
            let arguments: [Argument; 2] = [arguments::doer, arguments::undergoer];
            arguments.into_iter().any(|find| is_of_another(scene, verb, find))
        });
        Exclusion {
            verb,
            is_of_others,
            is_of_another_place: is_another_place(scene),
            is_beside_follow_up: is_beside_follow_up(scene),
        }
    }

    /// Whether a candidate is excluded.
    pub(crate) fn has(self, scene: &Scene, candidate: &Candidate) -> bool {
        let clause = usize::from(scene.clauses[usize::from(candidate.head)]);
        let asks_who = matches!(scene.query.asks, QuestionType::Who | QuestionType::Which);
        let is_of_others = self.is_of_others && self.verb == Some(clause);
        is_of_others
            || self.is_of_another_place && asks_who
            || self.is_beside_follow_up
            || self.verb.is_some_and(|verb| is_agent_of_another(scene, candidate, verb))
            || is_length_for_time(scene, candidate)
            || is_no_body(scene, candidate)
            || reason::is_none(scene, candidate)
            || is_where_it_was_told(scene, candidate)
            || is_of_met_phrase(scene, candidate)
            || is_no_deed(scene, candidate)
            || is_only_feared(scene, candidate)
    }
}

/// The only verb of a passage in the word of the question's main verb.
fn same_verb(scene: &Scene) -> Option<usize> {
    let predicate = scene.query.predicate?;
    let asked = &scene.query.grammar;
    if !asked.tokens.get(predicate)?.tag.is_verb() || asked.lemma(predicate) == "be" {
        return None;
    }
    let grammar = &scene.passage.grammar;
    let is_same = |&verb: &usize| {
        grammar.tokens[verb].tag.is_verb() && grammar.lemma(verb) == asked.lemma(predicate)
    };
    let mut found = (0..scene.passage.len()).filter(is_same);
    found.next().filter(|_| found.next().is_none())
}

/// "Who advised Nordmark?" is not answered by who advised Veltra: both are named, and the passage
/// has no word of the one asked about.
fn is_of_another(scene: &Scene, verb: usize, argument: Argument) -> bool {
    let asked = &scene.query.grammar;
    let named = |grammar: &Sentence, at: usize| {
        let proper = |name: &Entity| {
            (name.first..=name.last).any(|at| grammar.tokens[usize::from(at)].tag.is_proper())
        };
        let entity = grammar.entity_at(at).filter(proper);
        entity.is_some_and(|entity| {
            matches!(entity.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place)
        })
    };
    let Some(own) = scene.query.predicate.and_then(|predicate| argument(asked, predicate)) else {
        return false;
    };
    let grammar = &scene.passage.grammar;
    let Some(other) = argument(grammar, verb) else { return false };
    let (first, last) = asked.name_around(own);
    let is_met = (first..=last).any(|at| scene.met_of(at).is_some());
    let is_wanted = (first..=last).any(|at| scene.wanted.iter().any(|it| it.term.token == at));
    let (first, last) = grammar.subtree(other);
    let stands_for = (first..=last).any(|at| scene.passage.referent_at(at).is_some());
    named(asked, own) && named(grammar, other) && is_wanted && !is_met && !stands_for
}

/// "Which nation was the *fourth*?" is not answered by the fifth.
fn is_another_place(scene: &Scene) -> bool {
    let asked = places(scene.query.words.len(), |at| scene.query.word(at));
    if asked.is_empty() {
        return false;
    }
    let found = places(scene.passage.len(), |at| scene.passage.word(at));
    !found.is_empty() && !found.iter().any(|place| asked.contains(place))
}

/// The places in a row that are told of something: "*the fifth* nation", "their *2nd* child".
fn places<'a>(length: usize, word: impl Fn(usize) -> &'a str) -> Vec<u32> {
    let told =
        |&at: &usize| matches!(word(at - 1), "the" | "its" | "his" | "her" | "their" | "'s" | "’s");
    (1..length).filter(told).flat_map(|at| ordinals(std::iter::once(word(at)))).collect()
}

/// "Founded in 1888, it was bought *by Keystone*": who bought it did not found it.
fn is_agent_of_another(scene: &Scene, candidate: &Candidate, verb: usize) -> bool {
    let grammar = &scene.passage.grammar;
    if !scene.query.expects.is_somebody() || !arguments::is_passive(grammar, verb) {
        return false;
    }
    let name = grammar.name_around(candidate.head.into());
    let Some((top, above)) = arguments::tie(grammar, name) else { return false };
    let joined = |a: usize, b: usize| {
        grammar.tokens[a].relation == Relation::Conj && grammar.head(a) == Some(b)
    };
    above != verb
        && grammar.tokens[above].tag.is_verb()
        && arguments::is_passive(grammar, above)
        && arguments::doer(grammar, above) == Some(top)
        && !joined(above, verb)
        && !joined(verb, above)
}

/// "And how many *in Lund*?", "what happened to *her husband*?": a sentence without the one word
/// that the question adds to the conversation, where its article has that elsewhere.
fn is_beside_follow_up(scene: &Scene) -> bool {
    const ITSELF: f32 = 0.85;
    // "One", "now", "thing" weigh less.
    const TELLING: f32 = 0.65;
    if scene.talk.is_none() || !scene.wanted.iter().any(|want| want.term.is_context) {
        return false;
    }
    let is_added = |want: &Wanted| {
        let term = &want.term;
        !term.is_context && !term.is_focus && (term.is_name || term.is_head)
    };
    let tells = |want: &Wanted| want.term.is_name || want.weight > TELLING;
    let added: Vec<usize> =
        (0..scene.wanted.len()).filter(|&at| is_added(&scene.wanted[at])).collect();
    let is_elsewhere = |at: usize| scene.met_around.get(at) >= Some(&ITSELF);
    added.iter().all(|&at| scene.met[at].strength < MET)
        && added.iter().any(|&at| tells(&scene.wanted[at]))
        && added.iter().filter(|&&at| tells(&scene.wanted[at])).all(|&at| is_elsewhere(at))
}

/// "The governor *told* reporters *in Accra*" does not tell where what he told of was.
fn is_where_it_was_told(scene: &Scene, candidate: &Candidate) -> bool {
    let head = usize::from(candidate.head);
    let asks = scene.query.expects == AnswerType::Place && scene.query.slot == Slot::Adverbial;
    if !asks || candidate.kind == Kind::Clause || !timing::is_of_saying(scene, head) {
        return false;
    }
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[head]);
    let is_of_speaker = || {
        let above = std::iter::once(head).chain(grammar.ancestors(head));
        let below_verb = above.take_while(|&at| at != verb).last();
        below_verb.is_some_and(|at| grammar.tokens[at].relation.is_subject())
    };
    let is_asked_of =
        || scene.predicate().is_some_and(|met| grammar.is_below(met.token.into(), head));
    !scene.is_met(verb) && !is_of_speaker() && !is_asked_of()
}

/// "What did the captain do?" is not answered by "for questioning".
fn is_no_deed(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let opens = grammar.tokens[usize::from(candidate.first)].tag == Tag::IN;
    scene.query.expects == AnswerType::Action
        && matches!(candidate.kind, Kind::Clause | Kind::Prepositional)
        && opens
        && grammar.lemma(candidate.first.into()) != "by"
}

/// "Handed out free of *charge*": part of a phrase that says what the question says, which asks for
/// something else.
fn is_of_met_phrase(scene: &Scene, candidate: &Candidate) -> bool {
    if scene.query.expects != AnswerType::Thing {
        return false;
    }
    let grammar = &scene.passage.grammar;
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let opens = |at: &usize| scene.is_met(*at) && grammar.tokens[*at].tag.is_adjective();
    let Some(start) = (first.saturating_sub(2)..first).find(opens) else { return false };
    let lemmas: Vec<&str> = (start..=last).map(|at| grammar.lemma(at)).collect();
    Lexicon::builtin().word(&lemmas.join(" ")).is_some()
}

/// "When was the match?" is not answered by how long it was.
fn is_length_for_time(scene: &Scene, candidate: &Candidate) -> bool {
    let asks_when = scene.query.asks == QuestionType::When && scene.query.slot == Slot::Adverbial;
    let date = || scene.passage.date_at(candidate.head.into());
    asks_when
        && candidate.kind == Kind::Date
        && date().is_some_and(|it| it.kind == DateKind::Duration)
}

/// "Which team did they beat?" is not answered by "tired legs": a noun of no people and no body.
fn is_no_body(scene: &Scene, candidate: &Candidate) -> bool {
    use NounKind as Is;
    let head = usize::from(candidate.head);
    let bodiless = || {
        let kind = scene.passage.meaning(head).kind;
        let names = [Is::Organisation, Is::Group, Is::Role, Is::Building, Is::Country, Is::City];
        !kind.is_person() && !names.contains(&kind)
    };
    let plain =
        scene.passage.grammar.tokens[head].tag.is_noun() && !has_name(scene.passage, candidate);
    scene.query.expects == AnswerType::Organisation
        && scene.query.focus.is_some()
        && matches!(candidate.kind, Kind::Phrase | Kind::Prepositional)
        && plain
        && scene.likeness(head) < MET
        && bodiless()
}

/// "The toll *could* rise to 100": no figure of what is.
fn is_only_feared(scene: &Scene, candidate: &Candidate) -> bool {
    const RISING: [&str; 10] =
        ["rise", "reach", "climb", "grow", "exceed", "increase", "top", "hit", "pass", "double"];
    const PERHAPS: [&str; 3] = ["could", "might", "may"];
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    candidate.kind == Kind::Number
        && RISING.contains(&grammar.lemma(verb))
        && grammar.children(verb).any(|child| {
            grammar.tokens[child].tag == Tag::MD && PERHAPS.contains(&grammar.lemma(child))
        })
        && !scene
            .query
            .words
            .iter()
            .any(|word| PERHAPS.contains(&word.as_str()) || word == "expected")
}
