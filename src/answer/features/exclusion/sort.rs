//! What is of another sort than what is asked for: somebody for a song, a place for a person.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::lexicon::{Lexicon, NounKind};
use crate::question::{AnswerType, QuestionType, Slot};
use crate::text::syntax::{EntityKind, Relation};

/// "Which country is hit hardest?" is not answered by "nobody has looked at it": a clause names
/// none of a sort of people, bodies, places or things.
pub(super) fn is_no_one_of_such(scene: &Scene, candidate: &Candidate) -> bool {
    use NounKind as Is;
    const NAMED: [Is; 12] = [
        Is::Role,
        Is::Person,
        Is::Group,
        Is::Organisation,
        Is::Country,
        Is::City,
        Is::Place,
        Is::Building,
        Is::Vehicle,
        Is::Animal,
        Is::Plant,
        Is::Food,
    ];
    scene.query.asks == QuestionType::Which
        && candidate.kind == Kind::Clause
        && scene.query.focus_kind().is_some_and(|kind| NAMED.contains(&kind))
}

/// "Which songs did she sing?" is not answered by "the president": somebody or a country is no
/// work, no animal and no meal.
pub(super) fn is_somebody_for_thing(scene: &Scene, candidate: &Candidate) -> bool {
    use NounKind as Is;
    let focus = scene.query.focus_kind();
    let asks_thing =
        matches!(focus, Some(Is::Work | Is::Animal | Is::Plant | Is::Food | Is::Disease));
    // "Which hotel?" is not answered by who stays there.
    let asks_building = matches!(focus, Some(Is::Building | Is::City | Is::Country));
    let head = usize::from(candidate.head);
    let kind = scene.passage.meaning(head).kind;
    let named = scene.passage.grammar.entity_at(head).map(|name| name.kind);
    let is_no_disease = || {
        focus == Some(Is::Disease)
            && (matches!(named, Some(EntityKind::Person | EntityKind::Place))
                || scene.passage.date_at(head).is_some())
    };
    let is_person = || named == Some(EntityKind::Person);
    scene.query.asks == QuestionType::Which
        && matches!(candidate.kind, Kind::Phrase | Kind::Name)
        && (asks_thing
            && (matches!(kind, Is::Role | Is::Country | Is::City)
                || is_country(scene, candidate)
                || is_no_disease())
            || asks_building && is_person())
}

fn is_country(scene: &Scene, candidate: &Candidate) -> bool {
    let words = scene.passage.words(candidate.first.into(), candidate.last.into());
    Lexicon::builtin().country(words.trim_start_matches("the ")).is_some()
}

/// "Which hospital?" is not answered by "the Grain Revolution", nor "who was the officer?" by
/// "Forward Base Chapman": a name whose last word tells another sort.
pub(super) fn is_named_otherwise(scene: &Scene, candidate: &Candidate) -> bool {
    use NounKind as Is;
    let (head, last) = (usize::from(candidate.head), usize::from(candidate.last));
    let grammar = &scene.passage.grammar;
    let several = candidate.first < candidate.last;
    if candidate.kind != Kind::Name || !several || !grammar.tokens[last].tag.is_proper() {
        return false;
    }
    let focus = scene.query.focus_kind();
    let asks_person = scene.query.expects == AnswerType::Person
        || focus.is_some_and(|kind| matches!(kind, Is::Role | Is::Person));
    let asks_body = focus.is_some_and(|kind| {
        matches!(kind, Is::Building | Is::Organisation | Is::City | Is::Country | Is::Place)
    });
    if !asks_person && !asks_body {
        return false;
    }
    let named = Lexicon::builtin().kind_of(&scene.passage.word(last).to_lowercase());
    let is_event = matches!(named, Is::Event | Is::Act | Is::Document | Is::Law | Is::Disease);
    let is_place = matches!(named, Is::Building | Is::Place | Is::Vehicle);
    let is_known = |kind| grammar.entity_at(head).is_some_and(|name| name.kind == kind);
    let is_person = is_known(EntityKind::Person);
    let is_body = is_known(EntityKind::Organization);
    asks_body && is_event && !is_body || asks_person && !is_person && (is_event || is_place)
}

/// "What was his job?" is answered by what people are called for what they do.
pub(super) fn is_no_job(scene: &Scene, candidate: &Candidate) -> bool {
    const JOBS: [&str; 4] = ["job", "profession", "occupation", "career"];
    let focus = scene.query.focus.as_ref().map_or("", |focus| focus.lemma.as_str());
    let asks = JOBS.contains(&focus) || JOBS.contains(&scene.query.predicate_lemma());
    let kind = scene.passage.meaning(candidate.head.into()).kind;
    asks && matches!(scene.query.asks, QuestionType::What | QuestionType::Which)
        && matches!(candidate.kind, Kind::Phrase | Kind::Name | Kind::Number)
        && kind != NounKind::Role
}

/// "What was his band called?" is not answered by "its biggest hit, *Two Moons*": the name of
/// another sort of thing.
pub(super) fn is_called_another(scene: &Scene, candidate: &Candidate) -> bool {
    if scene.query.expects != AnswerType::Name {
        return false;
    }
    let grammar = &scene.passage.grammar;
    let asked = scene.question_subject().map(|subject| scene.query.grammar.lemma(subject));
    let kind = asked.map_or(NounKind::Other, |noun| Lexicon::builtin().kind_of(noun));
    // "What is the new species called?" is not answered by where it was found.
    let is_living = matches!(kind, NounKind::Animal | NounKind::Plant | NounKind::Group);
    let words = scene.passage.words(candidate.first.into(), candidate.last.into());
    if is_living && Lexicon::builtin().place(words).is_some() {
        return true;
    }
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let Some((top, noun)) = arguments::tie(grammar, (first, last)) else { return false };
    let other = scene.passage.meaning(noun).kind;
    grammar.tokens[top].relation == Relation::Appos
        && grammar.tokens[noun].tag.is_noun()
        && !scene.is_met(noun)
        && ![kind, other].contains(&NounKind::Other)
        && kind != other
}

/// "Protected *B*": a single letter names nobody and nothing by itself.
pub(super) fn is_letter(scene: &Scene, candidate: &Candidate) -> bool {
    if candidate.first != candidate.last {
        return false;
    }
    let mut letters = scene.passage.word(candidate.first.into()).chars();
    letters.next().is_some_and(char::is_alphabetic)
        && letters.next().is_none()
        && scene.query.expects != AnswerType::Name
}

/// "What is the song called?" is not answered by what somebody said: a name is no sentence.
pub(super) fn is_speech_for_name(scene: &Scene, candidate: &Candidate) -> bool {
    /// The most tokens that the title of a work has where it is a sentence.
    const TITLE: usize = 6;
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let tokens = &scene.passage.grammar.tokens;
    scene.query.expects == AnswerType::Name
        && candidate.kind == Kind::Quotation
        && last - first >= TITLE
        && (first..=last).any(|at| tokens[at].tag.is_finite())
}

/// "Which missile was it?" is not answered by "*the impact* of the missile": what has the thing
/// asked for hanging on it is none.
pub(super) fn is_part_of_such(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let focus = scene.query.focus.as_ref().map_or("", |focus| focus.lemma.as_str());
    let is_asked = |at: usize| {
        grammar.lemma(at) == focus
            && !grammar.tokens[at].tag.is_proper()
            && arguments::case(grammar, at) == Some("of")
    };
    scene.query.asks == QuestionType::Which
        && candidate.kind == Kind::Phrase
        && !grammar.tokens[head].tag.is_proper()
        && scene.likeness(head) < MET
        && !matches!(
            scene.passage.meaning(head).kind,
            NounKind::Group | NounKind::Quantity | NounKind::Other
        )
        && grammar.children(head).any(|child| child > head && is_asked(child))
}

/// "Which team will they play against?" is not answered by "*Ribe FC* players": theirs.
pub(super) fn is_own_side(scene: &Scene, candidate: &Candidate) -> bool {
    /// How many tokens behind what they are called their names begin, at most.
    const NEAR: usize = 4;
    let asks_other = matches!(&scene.query.slot, Slot::Oblique(word) if word == "against")
        || matches!(scene.query.predicate_lemma(), "beat" | "defeat" | "face")
            && scene.query.slot == Slot::Object;
    let asked = &scene.query.grammar;
    let subject =
        scene.question_subject().filter(|&at| asks_other && asked.tokens[at].tag.is_proper());
    let Some(met) = subject.and_then(|subject| scene.met_of(subject)) else { return false };
    let grammar = &scene.passage.grammar;
    let nouns = usize::from(candidate.last) + 1..scene.passage.len();
    let nouns = nouns.take_while(|&at| grammar.tokens[at].tag.is_noun());
    let is_person = |noun: usize| scene.passage.meaning(noun).kind.is_person();
    let own = usize::from(met.token);
    nouns.last().filter(|&noun| is_person(noun)).is_some_and(|noun| {
        grammar.lemma(noun + 1) == "," && (noun + 2..=noun + NEAR).contains(&own)
    })
}
