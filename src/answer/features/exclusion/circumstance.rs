//! Times of something else: when it was told, how long it took, until when another thing lasts.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::features::timing;
use crate::answer::matching::{Met, SAME};
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::fact::DateKind;
use crate::question::{AnswerType, QuestionType, Slot};
use crate::text::date::Bound;
use crate::text::syntax::{Relation, Sentence, Tag};

use super::{ends, whereabouts};

/// Whether a time or place is asked for, and a candidate is one of something else.
pub(super) fn is_another(scene: &Scene, candidate: &Candidate) -> bool {
    match scene.query.expects {
        AnswerType::Date | AnswerType::Clock => {
            is_other_end(scene, candidate)
                || is_deed_for_time(scene, candidate)
                || is_of_aside(scene, candidate)
                || is_of_aftermath(scene, candidate)
                || candidate.kind == Kind::Date
                    && (is_length_for_time(scene, candidate)
                        || is_end_of_other(scene, candidate)
                        || is_of_plan(scene, candidate)
                        || is_unheard_turn(scene)
                        || is_past_for_future(scene, candidate)
                        || is_owner(scene, candidate)
                        || is_when_it_was_told(scene, candidate))
        }
        AnswerType::Place => {
            is_other_end(scene, candidate) || whereabouts::is_another(scene, candidate)
        }
        AnswerType::Duration => is_point_for_length(scene, candidate),
        _ => false,
    }
}

/// "How long was he jailed?" is not answered by "*last month* of fraud".
fn is_point_for_length(scene: &Scene, candidate: &Candidate) -> bool {
    let first = usize::from(candidate.first);
    let next = scene.passage.grammar.tokens.get(first + 1);
    matches!(scene.passage.grammar.lemma(first), "last" | "next" | "this")
        && next.is_some_and(|next| next.tag == Tag::NN)
        && scene.passage.date_at(first + 1).is_some()
}

/// "Has been found, the museum *announced on Wednesday*" does not tell when it was found.
fn is_when_it_was_told(scene: &Scene, candidate: &Candidate) -> bool {
    let head = usize::from(candidate.head);
    let verb = usize::from(scene.clauses[head]);
    let grammar = &scene.passage.grammar;
    let is_of_another = || {
        let speaker = arguments::subject(grammar, verb);
        scene.predicate().is_none()
            && speaker.is_some_and(|speaker| {
                let (first, last) = grammar.name_around(speaker);
                grammar.tokens[speaker].tag.is_proper()
                    && !(first..=last).any(|at| scene.is_met(at))
            })
    };
    let is_elsewhere = || scene.predicate().is_some_and(|met| usize::from(met.token) != verb);
    // "When is *the wedding*?"
    let is_unheard_event = || {
        let asked = &scene.query.grammar;
        let is_noun = |&at: &usize| asked.tokens[at].tag.is_noun();
        scene.query.predicate.filter(is_noun).is_some() && scene.predicate().is_none()
    };
    let is_past = || {
        let when = scene.passage.date_at(head).and_then(|date| date.when.as_ref());
        when.zip(scene.published).is_some_and(|(when, day)| when.last_day() <= day)
    };
    let is_future = || scene.looks_ahead && scene.predicate().is_none() && is_past();
    let is_order = timing::asks_order(scene.query);
    (is_order || is_elsewhere() || is_of_another() || is_unheard_event() || is_future())
        && timing::is_of_saying(scene, head)
}

/// "When was the grave found?" is not answered by "*died 2,400 years ago*": a clause tells a time
/// by what it opens with.
fn is_deed_for_time(scene: &Scene, candidate: &Candidate) -> bool {
    const OPENING: [&str; 12] = [
        "when", "after", "before", "while", "as", "until", "till", "once", "since", "whenever",
        "during", "by",
    ];
    let opens = OPENING.contains(&scene.passage.grammar.lemma(candidate.first.into()));
    let head = usize::from(candidate.head);
    candidate.kind == Kind::Clause && !opens && !scene.is_met(head)
}

/// "The grave of a woman *who died 2,400 years ago* has been found": when something else was done,
/// told only to say who is meant, where what is asked stands beside it.
fn is_of_aside(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    let is_asked = |met: &Met| met.strength >= SAME;
    let Some(asked) = scene.predicate().filter(is_asked) else { return false };
    let asked = usize::from(asked.token);
    // "On suspicion *of robbing* a bank last week".
    let is_gerund = grammar.tokens[verb].tag == Tag::VBG
        && grammar
            .children(verb)
            .any(|child| child < verb && matches!(grammar.lemma(child), "of" | "for"));
    (grammar.tokens[verb].relation == Relation::AclRelcl || is_gerund)
        && asked != verb
        && !describes(grammar, verb, asked)
        && !grammar.is_below(asked, verb)
        && !scene.is_met(verb)
}

/// "The election, *which is to be held in May*": whether a relative clause is of a noun, by the
/// tree or by standing right behind it.
fn describes(grammar: &Sentence, verb: usize, noun: usize) -> bool {
    let opens = grammar.children(verb).find(|&child| grammar.tokens[child].tag.is_wh());
    let before = opens.and_then(|opens| opens.checked_sub(1));
    let comma = before.filter(|&at| grammar.tokens[at].tag == Tag::Comma);
    let before = comma.and_then(|comma| comma.checked_sub(1)).or(before);
    grammar.head(verb) == Some(noun) || before == Some(noun)
}

/// "When did he crash?" is not answered by "*died on Friday*, nine months *after the crash*": what
/// is asked is only told as what was before or after.
fn is_of_aftermath(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let (head, verb) = (usize::from(candidate.head), scene.clauses[usize::from(candidate.head)]);
    let verb = usize::from(verb);
    let Some(asked) = scene.predicate().filter(|met| met.strength >= SAME) else { return false };
    let asked = usize::from(asked.token);
    let is_beside =
        matches!(arguments::case(grammar, asked), Some("after" | "before" | "following"));
    candidate.kind == Kind::Date
        && grammar.tokens[asked].tag.is_noun()
        && is_beside
        && grammar.is_below(asked, verb)
        && !grammar.is_below(head, asked)
        && !scene.is_met(verb)
}

/// "When was the match?" is not answered by how long it was.
fn is_length_for_time(scene: &Scene, candidate: &Candidate) -> bool {
    let asks_when = scene.query.asks == QuestionType::When && scene.query.slot == Slot::Adverbial;
    let date = || scene.passage.date_at(candidate.head.into());
    asks_when && date().is_some_and(|it| it.kind == DateKind::Duration)
}

/// "When will the pump be repaired?" is not answered by until when the schools are shut.
fn is_end_of_other(scene: &Scene, candidate: &Candidate) -> bool {
    const ENDING: [&str; 19] = [
        "end", "open", "reopen", "resume", "return", "finish", "last", "expire", "lift", "run",
        "stop", "close", "stay", "remain", "go", "come", "be", "have", "continue",
    ];
    let when = || scene.passage.date_at(candidate.head.into()).and_then(|date| date.when.as_ref());
    scene.query.asks == QuestionType::When
        && !ENDING.contains(&scene.query.predicate_lemma())
        && scene.predicate().is_none()
        && when().is_some_and(|when| when.bound == Some(Bound::Until))
}

/// "Where did the stage come down?" is not answered by where the rocket took off, nor "when did it
/// land?" by when it left.
fn is_other_end(scene: &Scene, candidate: &Candidate) -> bool {
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    ends::are_opposite(scene, verb) && !ends::is_told_nearer(scene, candidate, verb)
}

/// "When did they live?" is not answered by "*today's* penguins".
fn is_owner(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let now = matches!(grammar.lemma(head), "today" | "tonight");
    let asked = &scene.query.grammar;
    let is_deed = scene.query.predicate.is_some_and(|at| asked.tokens[at].tag.is_verb());
    now && is_deed
        && scene.predicate().is_none()
        && grammar.tokens[head].relation == Relation::NmodPoss
}

/// "When is she going to be released?" is not answered by "*was arrested on Monday*", where nothing
/// is said of a release.
fn is_past_for_future(scene: &Scene, candidate: &Candidate) -> bool {
    let when = scene.passage.date_at(candidate.head.into()).and_then(|date| date.when.as_ref());
    let is_past = when.zip(scene.published).is_some_and(|(when, day)| when.last_day() < day);
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    let asked = &scene.query.grammar;
    let is_deed = scene.query.predicate.is_some_and(|at| asked.tokens[at].tag.is_verb());
    scene.looks_ahead
        && is_past
        && is_deed
        && scene.predicate().is_none()
        && matches!(scene.passage.grammar.tokens[verb].tag, Tag::VBD | Tag::VBN)
}

/// "When was he *born*?" is not answered by another date where nothing is said of a birth: when
/// such a turn of life was is told with its own word.
fn is_unheard_turn(scene: &Scene) -> bool {
    const TURNS: [&str; 7] = ["bear", "marry", "divorce", "graduate", "retire", "die", "bury"];
    TURNS.contains(&scene.query.predicate_lemma()) && scene.predicate().is_none()
}

/// "*Was to open* on Wednesday" does not tell when something else broke out.
fn is_of_plan(scene: &Scene, candidate: &Candidate) -> bool {
    let (asked, grammar) = (&scene.query.grammar, &scene.passage.grammar);
    let Some(predicate) = scene.query.predicate else { return false };
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    let is_to_be = |at: usize| {
        grammar.lemma(at) == "to" && at > 0 && matches!(scene.passage.word(at - 1), "was" | "were")
    };
    asked.children(predicate).any(|aux| scene.query.word(aux) == "did")
        && (verb.saturating_sub(2)..verb).any(is_to_be)
        && asked.lemma(predicate) != grammar.lemma(verb)
}

/// The years that a question names.
pub(super) fn years(words: &[String]) -> Vec<i16> {
    words.iter().filter_map(|word| year(word)).collect()
}

/// The year that a word is.
pub(super) fn year(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse::<i16>().ok().filter(|year| digits && (1000..2200).contains(year))
}

/// "How many died in 1984?" is not answered by what the clause of a figure dates to 1986.
pub(super) fn is_of_another_year(scene: &Scene, candidate: &Candidate, asked: &[i16]) -> bool {
    if asked.is_empty() || candidate.kind == Kind::Date {
        return false;
    }
    let passage = scene.passage;
    let clause = scene.clauses[usize::from(candidate.head)];
    let mut own =
        passage.dates.iter().filter(|date| scene.clauses[usize::from(date.last)] == clause);
    let told = own.clone().find_map(|date| date.span.of(&passage.text).split(' ').find_map(year));
    // "By Tuesday" of a report of another year.
    let resolved = || own.find_map(|date| date.when.as_ref()).map(|when| when.last_day().year());
    told.or_else(resolved).is_some_and(|told| !asked.contains(&told))
        && !(0..passage.len())
            .any(|at| year(passage.word(at)).is_some_and(|it| asked.contains(&it)))
}
