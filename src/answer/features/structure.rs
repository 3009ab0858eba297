//! Whether a candidate stands where the question word stands in the question.

use crate::answer::candidate::{Candidate, Kind, numbers};
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::fact::DateKind;
use crate::question::{AnswerType, Slot};
use crate::text::syntax::{Relation, Sentence};

use super::placing::{self, Spot};
use super::speaker::{self, Sayer, asked_speaker};
use super::subjects::{other_subject, same_subject};
use super::{Feature, FeatureVector, calling, preposition};

/// Tokens further apart than this in the tree are as good as unconnected.
const FAR: usize = 8;

/// Measures the place of a candidate; `heads` are those of its passage.
pub(super) fn measure(
    scene: &Scene,
    candidate: &Candidate,
    heads: &mut Heads,
    measures: &mut FeatureVector,
) {
    let grammar = &scene.passage.grammar;
    let at = heads.at(scene, candidate.head.into());
    if let Some(asked) = heads.asked {
        let place = place(grammar, asked, candidate);
        let fits = place.is_some_and(|place| {
            fits(&scene.query.slot, place, grammar, candidate)
                || asked.is_turned && place == Place::Undergoer
        });
        measures.set(Feature::Slot, if fits { asked.strength } else { 0.0 });
        measures
            .flag(Feature::SlotMiss, place.is_some_and(|place| place != Place::Adjunct) && !fits);
        measures.flag(Feature::Adjunct, place == Some(Place::Adjunct));
    }
    placing::measure(candidate, at.spot.as_ref(), measures);
    measures.flag(Feature::OwnVerb, at.own_verb);
    measures.set(Feature::OtherVerb, at.other_verb);
    measures.set(Feature::NearPredicate, at.near_predicate);
    measures.set(Feature::SameClause, at.same_clause);
    measures.set(Feature::ClauseCovers, at.clause_covers);
    measures.flag(Feature::SameSubject, at.same_subject);
    measures.set(Feature::OtherSubject, at.other_subject);
    measures.flag(Feature::Outdone, heads.is_outdone(candidate, at));
    measures.set(Feature::Near, at.near);
    measures.set(Feature::Preposition, at.preposition);
    measures.flag(Feature::Describes, at.describes);
    let is_speech = at.is_speech
        || scene.query.expects == AnswerType::Opinion
            && calling::verb(scene.passage, candidate).is_some();
    measures.flag(Feature::Said, scene.speaks && is_speech);
    nearness_in_words(&heads.met, candidate, measures);
    measures.flag(Feature::OtherSpeaker, heads.asks_speaker && at.sayer == Sayer::Beside);
    measures.flag(Feature::SaidByOther, heads.asks_speaker && at.sayer == Sayer::Other);
    measures.flag(Feature::NotSpeaking, heads.asks_speaker && !scene.speaks);
}

/// What is measured of a token that candidates hang by, the same for all of them.
#[derive(Clone, Copy, Debug, Default)]
struct Head {
    own_verb: bool,
    other_verb: f32,
    near_predicate: f32,
    same_clause: f32,
    clause_covers: f32,
    same_subject: bool,
    other_subject: f32,
    near: f32,
    preposition: f32,
    describes: bool,
    is_speech: bool,
    sayer: Sayer,
    spot: Option<Spot>,
}

impl Head {
    fn new(scene: &Scene, head: usize, met_words: &[(usize, f32)]) -> Self {
        let grammar = &scene.passage.grammar;
        let mut at = Head::default();
        if let Some(met) = scene.predicate() {
            let verb = usize::from(met.token);
            at.own_verb = is_same_verb(grammar, scene.clauses[head].into(), verb)
                || is_of_event(scene, head, verb);
            at.other_verb = if at.own_verb || verb == head { 0.0 } else { met.strength };
            let distance = arguments::distance(grammar, head, verb, FAR);
            at.near_predicate = met.strength / (1.0 + distance as f32);
        }
        (at.same_clause, at.clause_covers) = same_clause(scene, head);
        at.same_subject = same_subject(scene, head);
        at.other_subject = other_subject(scene, head);
        at.near = nearness_in_tree(scene, head, met_words);
        at.preposition = preposition::measure(scene, head);
        at.describes = describes(scene, head);
        if scene.query.expects.is_said() {
            at.sayer = speaker::sayer(scene, head);
        }
        at.spot = Spot::new(scene, head);
        at.is_speech =
            scene.passage.is_quoted(head) || grammar.tokens[head].relation == Relation::Ccomp;
        at
    }
}

/// The tokens of a passage that candidates hang by, each measured once, and the question's words
/// that are met: where, and their weight.
#[derive(Debug)]
pub(crate) struct Heads {
    heads: Vec<Option<Head>>,
    met: Vec<(usize, f32)>,
    /// Whether a date, and a figure, stands in the clause of the verb that is asked about.
    at_verb: (bool, bool),
    /// That verb.
    asked: Option<Asked>,
    /// Whether it is asked what somebody says.
    asks_speaker: bool,
}

/// The verb that is asked about, where the passage has it.
#[derive(Clone, Copy, Debug)]
struct Asked {
    verb: usize,
    strength: f32,
    doer: Option<usize>,
    undergoer: Option<usize>,
    /// See [`is_turned`].
    is_turned: bool,
}

impl Asked {
    fn new(scene: &Scene) -> Option<Self> {
        let met = scene.predicate()?;
        let (grammar, verb) = (&scene.passage.grammar, usize::from(met.token));
        Some(Asked {
            verb,
            strength: met.strength,
            doer: arguments::doer(grammar, verb),
            undergoer: arguments::undergoer(grammar, verb),
            is_turned: is_turned(scene, verb),
        })
    }
}

impl Heads {
    /// Those of the scene's passage.
    pub(crate) fn new(scene: &Scene) -> Self {
        let met = scene.pairs().filter(|(_, met)| met.strength >= MET);
        Heads {
            heads: vec![None; scene.passage.len()],
            met: met
                .map(|(want, met)| (usize::from(met.token), want.weight * met.strength))
                .collect(),
            at_verb: at_verb(scene),
            asked: Asked::new(scene),
            asks_speaker: scene.query.expects.is_said() && asked_speaker(scene).next().is_some(),
        }
    }

    /// Whether a date or figure is of another verb while one stands at the verb
    /// that is asked about.
    fn is_outdone(&self, candidate: &Candidate, at: Head) -> bool {
        let there = match candidate.kind {
            Kind::Date => self.at_verb.0,
            Kind::Number => self.at_verb.1,
            _ => false,
        };
        there && !at.own_verb
    }

    fn at(&mut self, scene: &Scene, head: usize) -> Head {
        *self.heads[head].get_or_insert_with(|| Head::new(scene, head, &self.met))
    }
}

/// Whether a date that may answer, and a figure, stands in the clause of the verb that is
/// asked about, where the passage surely has that verb: "it left with 132 on board, though
/// *licensed* to carry *110*".
fn at_verb(scene: &Scene) -> (bool, bool) {
    const SURELY: f32 = 0.8;
    let Some(met) = scene.predicate().filter(|met| met.strength > SURELY) else {
        return (false, false);
    };
    let (passage, verb) = (scene.passage, usize::from(met.token));
    let own = |token: usize| is_same_verb(&passage.grammar, scene.clauses[token].into(), verb);
    match scene.query.expects {
        AnswerType::Date => {
            let mut calendar = passage.dates.iter().filter(|date| date.kind == DateKind::Calendar);
            (calendar.any(|date| own(date.last.into())), false)
        }
        AnswerType::Number => {
            let figure = |token: usize| own(token) && numbers::is_number(passage, token);
            (false, (0..passage.len()).any(figure))
        }
        _ => (false, false),
    }
}

/// Whether two verbs make one: "*refused* to *register*".
fn is_same_verb(grammar: &Sentence, a: usize, b: usize) -> bool {
    let opens = |verb: usize, above: usize| {
        grammar.tokens[verb].relation == Relation::Xcomp && grammar.head(verb) == Some(above)
    };
    a == b || opens(a, b) || opens(b, a)
}

/// Whether a token belongs to the noun that says what is asked about: it hangs on it ("her
/// *death* on Monday was announced"), or the verb only says that it came about ("the *crash*
/// happened on Monday").
fn is_of_event(scene: &Scene, head: usize, noun: usize) -> bool {
    const COMING_ABOUT: [&str; 11] = [
        "happen", "occur", "take", "begin", "start", "come", "hit", "strike", "unfold", "hold",
        "follow",
    ];
    let grammar = &scene.passage.grammar;
    let clause = usize::from(scene.clauses[noun]);
    if !grammar.tokens[noun].tag.is_noun() || usize::from(scene.clauses[head]) != clause {
        return false;
    }
    let comes_about = grammar.tokens[noun].relation.is_subject()
        && grammar.head(noun) == Some(clause)
        && COMING_ABOUT.contains(&grammar.lemma(clause));
    let below = grammar.ancestors(head).any(|above| above == noun);
    (comes_about || below) && head != noun
}

/// What a candidate is to a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Doer,
    Undergoer,
    Adjunct,
}

fn place(grammar: &Sentence, asked: Asked, candidate: &Candidate) -> Option<Place> {
    let within = |token: usize| {
        (usize::from(candidate.first)..=usize::from(candidate.last)).contains(&token)
    };
    let head = usize::from(candidate.head);
    // "Saved by a cleaner, Rosa Lund": what the cleaner did she did.
    let apposed = |token: usize| {
        grammar.tokens[head].relation == Relation::Appos && grammar.head(head) == Some(token)
    };
    let is_head =
        |token: usize| token == head || (within(token) && !within(asked.verb)) || apposed(token);
    if within(asked.verb) {
        return None;
    }
    if asked.doer.is_some_and(is_head) {
        Some(Place::Doer)
    } else if asked.undergoer.is_some_and(is_head) {
        Some(Place::Undergoer)
    } else {
        (grammar.head(head) == Some(asked.verb)).then_some(Place::Adjunct)
    }
}

fn fits(slot: &Slot, place: Place, grammar: &Sentence, candidate: &Candidate) -> bool {
    match (slot, place) {
        (Slot::Subject, Place::Doer) => true,
        (Slot::Object | Slot::PassiveSubject, Place::Undergoer) => true,
        (Slot::Adverbial, Place::Adjunct) => true,
        (Slot::Oblique(wanted), Place::Adjunct) => {
            arguments::case(grammar, candidate.head.into()) == Some(wanted.as_str())
        }
        (Slot::Oblique(wanted), Place::Doer) => wanted == "by",
        _ => false,
    }
}

/// Whether the question has an adjective and a preposition for what is a verb here: asked what they
/// are "afraid of", the article says what they "fear".
fn is_turned(scene: &Scene, met: usize) -> bool {
    let adjective =
        scene.query.predicate.is_some_and(|at| scene.query.grammar.tokens[at].tag.is_adjective());
    adjective
        && matches!(scene.query.slot, Slot::Oblique(_))
        && scene.passage.grammar.tokens[met].tag.is_verb()
}

/// Nearness to the question's words in the row of words, each by its weight.
fn nearness_in_words(met: &[(usize, f32)], candidate: &Candidate, measures: &mut FeatureVector) {
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let (mut total, mut row, mut after) = (f32::EPSILON, 0.0, 0.0);
    for &(token, weight) in met {
        let away = if token < first { first - token } else { token.saturating_sub(last) };
        total += weight;
        row += weight * (away as f32 / 10.0).min(2.0);
        after += if token < first { weight } else { 0.0 };
    }
    measures.set(Feature::NearInWords, row / total);
    measures.set(Feature::After, after / total);
}

/// Nearness to the question's words in the tree, each by its weight.
fn nearness_in_tree(scene: &Scene, head: usize, met: &[(usize, f32)]) -> f32 {
    let (mut total, mut tree) = (f32::EPSILON, 0.0);
    for &(token, weight) in met {
        let steps = arguments::distance(&scene.passage.grammar, head, token, FAR);
        total += weight;
        tree += weight / (1.0 + steps as f32);
    }
    tree / total
}

/// The share of the met words, by weight, that belong to the candidate's verb, and their
/// share of all words.
fn same_clause(scene: &Scene, head: usize) -> (f32, f32) {
    let own = scene.clauses[head];
    let (mut all, mut total, mut near) = (f32::EPSILON, f32::EPSILON, 0.0);
    for ((want, met), tells) in scene.pairs().zip(scene.telling) {
        all += if want.term.is_focus { 0.0 } else { want.weight * tells };
        if met.strength >= MET {
            let weight = want.weight * met.strength * tells;
            total += weight;
            near += if scene.clauses[usize::from(met.token)] == own { weight } else { 0.0 };
        }
    }
    (near / total, (near / all).min(1.0))
}

/// An apposition, title or predicate noun of what the question asks about.
fn describes(scene: &Scene, head: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let relation = grammar.tokens[head].relation;
    let above = grammar.head(head).is_some_and(|above| {
        scene.is_met(above)
            || grammar.children(above).any(|child| {
                grammar.tokens[child].relation == Relation::Flat && scene.is_met(child)
            })
    });
    let beside =
        matches!(relation, Relation::Appos | Relation::NmodDesc | Relation::Compound) && above;
    let predicate = grammar.child(head, Relation::Cop).is_some()
        && grammar
            .children(head)
            .any(|child| grammar.tokens[child].relation.is_subject() && scene.is_met(child));
    let titled = grammar.children(head).any(|child| {
        matches!(grammar.tokens[child].relation, Relation::Appos | Relation::Flat)
            && scene.is_met(child)
    });
    beside || predicate || titled
}
