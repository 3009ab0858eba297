//! Whether a figure counts what is asked for.

use crate::answer::candidate::{Candidate, numbers};
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::fact::DateKind;
use crate::lexicon::{Lexicon, NounKind};
use crate::question::{Focus, Slot};
use crate::text::fold;
use crate::text::syntax::{Relation, Tag};

use super::measures;

/// How near the noun that is counted has to be to the one asked for.
pub(super) const COUNTED: f32 = 0.6;

/// "What was the final score": that of a match.
pub(super) fn asks_score(scene: &Scene) -> bool {
    let query = scene.query;
    let Some(focus) = &query.focus else { return false };
    let before = (0..focus.token).rev().map(|at| query.word(at));
    let of_match = before.take(3).any(|word| matches!(word, "the" | "final" | "full-time"));
    matches!(focus.lemma.as_str(), "score" | "scoreline")
        && query.slot == Slot::Complement
        && of_match
}

/// "8-7", "3 to 1", "45 points to 24": two figures, none of them long.
pub(super) fn is_score(scene: &Scene, candidate: &Candidate) -> bool {
    let text = scene.passage.words(candidate.first.into(), candidate.last.into());
    let figures = text.split([' ', '-', '–', '—', ':']).filter(|part| {
        part.len() < 4 && part.parse::<u32>().is_ok() || numbers::is_number_word(part)
    });
    let joined = [" to ", "-", "–", "—", ":"].iter().any(|sign| text.contains(sign));
    joined && figures.count() == 2
}

/// How many of what: the noun that is counted has to be the one asked for, or a
/// person where people are.
pub(super) fn counts(scene: &Scene, candidate: &Candidate) -> bool {
    let Some(focus) = &scene.query.focus else { return true };
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let part = |(first, last): (usize, usize)| {
        usize::from(candidate.first) > first || usize::from(candidate.last) < last
    };
    if is_anybody(&focus.lemma) && numbers::sum(scene.passage, head).is_some_and(part) {
        return false;
    }
    let above = grammar.head(head);
    let beside =
        grammar.children(head).chain(above.into_iter().flat_map(|above| grammar.children(above)));
    let mut near =
        (usize::from(candidate.first)..=usize::from(candidate.last)).chain(above).chain(beside);
    let people = Lexicon::builtin().kind_of(&focus.lemma).is_person() || focus.lemma == "people";
    // "How many *security people*" are not any.
    let asked = &scene.query.grammar;
    let is_of_sort = || asked.child(focus.token, Relation::Compound).is_some();
    let any_person = people && is_anybody(&focus.lemma) && !is_of_sort();
    is_bare(scene, candidate, people)
        || people && is_of_state(scene, candidate)
        || joined(scene, head, &focus.lemma)
        || (is_toll(scene, head) || is_of_lives(scene, head)) && asks_of_dying(scene)
        || near.any(|token| {
            scene.likeness(token) >= COUNTED
                || any_person && scene.passage.meaning(token).kind.is_person()
                || people && is_anybody(scene.passage.grammar.lemma(token))
        })
}

/// "Four were killed and *97 injured*": a figure with nothing but what befell those whom it counts.
fn is_of_state(scene: &Scene, candidate: &Candidate) -> bool {
    const STATES: [&str; 8] =
        ["injured", "wounded", "hurt", "dead", "missing", "killed", "arrested", "detained"];
    let next = usize::from(candidate.last) + 1;
    let behind = next + 1;
    let is_noun =
        |at: usize| scene.passage.grammar.tokens.get(at).is_some_and(|token| token.tag == Tag::NNS);
    next < scene.passage.len() && STATES.contains(&scene.passage.word(next)) && !is_noun(behind)
}

/// Whether it is certainly not how many of what: an age, the one of "one of them", days or
/// kilograms where things are counted, other victims than those asked for, or people of whom
/// nothing like the question's verb is said anywhere, who may be any.
pub(super) fn cannot_count(scene: &Scene, candidate: &Candidate) -> bool {
    let head = usize::from(candidate.head);
    let Some(focus) = &scene.query.focus else {
        return is_of_other_victims(scene, candidate)
            || is_interval(scene, head)
            || is_one_to_another(scene, head);
    };
    is_age(scene, head) && focus.lemma != "year"
        || scene.passage.word(head).ends_with("-year-old")
        || is_pronoun(scene, head)
        || is_interval(scene, head) && !measures::is_unit(&focus.lemma)
        || is_score(scene, candidate) && !asks_of_match(&focus.lemma)
        || counts_own_part(scene, candidate, &focus.lemma)
        || measures_else(scene, head, focus)
        || counts_things(scene, head, focus)
        || is_anybody(&focus.lemma) && befalls(scene) && is_unheard_of(scene)
        || is_of_other_victims(scene, candidate)
}

/// "The death *toll rose to 58*", where the dead are asked for.
fn is_toll(scene: &Scene, head: usize) -> bool {
    const STANDING: [&str; 11] = [
        "rise", "climb", "reach", "stand", "grow", "be", "increase", "hit", "pass", "fall", "drop",
    ];
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[head]);
    let subject = arguments::subject(grammar, verb);
    STANDING.contains(&grammar.lemma(verb))
        && subject.is_some_and(|subject| matches!(grammar.lemma(subject), "toll" | "death toll"))
}

/// "Claimed *118 lives*", where the dead are asked for.
fn is_of_lives(scene: &Scene, head: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let counted = grammar.head(head).filter(|&noun| grammar.lemma(noun) == "life");
    let verb = counted.and_then(|noun| grammar.head(noun));
    verb.is_some_and(|verb| matches!(grammar.lemma(verb), "claim" | "cost" | "take" | "lose"))
}

fn asks_of_dying(scene: &Scene) -> bool {
    const DYING: [&str; 8] =
        ["die", "kill", "dead", "death", "toll", "perish", "fatality", "casualty"];
    let query = &scene.query.grammar;
    (0..query.tokens.len()).any(|at| DYING.contains(&query.lemma(at)))
}

/// What a match is counted in.
fn asks_of_match(lemma: &str) -> bool {
    matches!(lemma, "score" | "goal" | "point" | "run" | "set" | "try" | "game" | "vote" | "lead")
}

/// Whether the question's verb is of what happens to people, and not of what they do or are:
/// who were arrested must be said to have been; those who live in a village may be "a
/// village of 300 people".
fn befalls(scene: &Scene) -> bool {
    scene.query.slot == Slot::PassiveSubject
        || matches!(
            scene.query.predicate_lemma(),
            "die" | "lose" | "survive" | "drown" | "perish" | "suffocate" | "starve"
        )
}

/// "50 others were *injured*", "212 have *fallen ill*" do not tell how many died, nor "six *died*"
/// how many were hurt.
fn is_of_other_victims(scene: &Scene, candidate: &Candidate) -> bool {
    const DEAD: [&str; 9] =
        ["die", "kill", "dead", "death", "toll", "killed", "fatality", "drown", "perish"];
    const HURT: [&str; 5] = ["injure", "wound", "hurt", "injured", "wounded"];
    const SAVED: [&str; 4] = ["rescue", "save", "survive", "evacuate"];
    const SICK: [&str; 6] = ["ill", "sick", "infect", "infected", "sicken", "hospitalise"];
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    let behind = usize::from(candidate.last) + 1;
    let tells = |lemmas: &[&str]| {
        lemmas.contains(&grammar.lemma(verb))
            || behind < scene.passage.len() && lemmas.contains(&grammar.lemma(behind))
    };
    let fall = |at: usize| matches!(grammar.lemma(at), "fall" | "become" | "be" | "make");
    let is_sick = tells(&SICK) || fall(verb) && SICK.contains(&grammar.lemma(verb + 1));
    if !(tells(&HURT) || tells(&DEAD) || tells(&SAVED) || is_sick) {
        return false;
    }
    let asked = |lemmas: &[&str]| {
        (0..scene.query.words.len()).any(|token| lemmas.contains(&scene.query.grammar.lemma(token)))
    };
    let (dead, hurt, saved) = (asked(&DEAD), asked(&HURT), asked(&SAVED));
    if dead == hurt {
        return false;
    }
    dead && (tells(&HURT) || is_sick) && !tells(&DEAD)
        || hurt && tells(&DEAD) && !tells(&HURT)
        || !saved && tells(&SAVED)
}

/// "Wounding *120*": a figure that counts those whom something befell.
pub(super) fn is_of_victims(scene: &Scene, candidate: &Candidate) -> bool {
    const BEFALLS: [&str; 9] =
        ["kill", "injure", "wound", "hurt", "arrest", "rescue", "evacuate", "displace", "detain"];
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    candidate.first == candidate.last
        && grammar.tokens[head].relation == Relation::Obj
        && grammar.head(head).is_some_and(|verb| BEFALLS.contains(&grammar.lemma(verb)))
}

/// Nouns that stand for people of any sort.
fn is_anybody(lemma: &str) -> bool {
    matches!(lemma, "people" | "person" | "victim" | "man" | "other")
}

/// "*One* of the engines", "hardly ever have more than *one*": not a count.
fn is_pronoun(scene: &Scene, head: usize) -> bool {
    let grammar = &scene.passage.grammar;
    grammar.lemma(head) == "one" && grammar.tokens[head].relation != Relation::Nummod
        || is_one_to_another(scene, head)
}

/// "From *one* person to another": not a count.
fn is_one_to_another(scene: &Scene, head: usize) -> bool {
    let grammar = &scene.passage.grammar;
    grammar.lemma(head) == "one" && (head + 1..head + 5).any(|at| grammar.lemma(at) == "another")
}

/// "Every *ten* years": how often, and not how many.
fn is_interval(scene: &Scene, head: usize) -> bool {
    scene.passage.date_at(head).is_some_and(|date| date.kind == DateKind::Repeated)
}

/// "The 28-year-old", "aged 19", "King Harald, 66, …", "the princess, 67, …", "she was 81".
fn is_age(scene: &Scene, head: usize) -> bool {
    let grammar = &scene.passage.grammar;
    let comma = |at: usize| grammar.tokens.get(at).is_some_and(|token| token.tag == Tag::Comma);
    let somebody = |at: usize| {
        grammar.tokens[at].tag.is_proper() || scene.passage.meaning(at).kind.is_person()
    };
    let named = head > 1 && comma(head - 1) && somebody(head - 2);
    let told = || {
        let subject = grammar.children(head).find(|&at| grammar.tokens[at].relation.is_subject());
        grammar.child(head, Relation::Cop).is_some()
            && subject
                .is_some_and(|at| matches!(scene.passage.word(at), "he" | "she") || somebody(at))
    };
    let aged = head > 0 && matches!(grammar.lemma(head - 1), "aged" | "age");
    scene.passage.word(head).ends_with("-year-old") || aged || named && comma(head + 1) || told()
}

/// "Eight *days*", "96 *kilograms*", "73 *percent*" where nothing measured is asked for; a share of
/// people, or of what is asked for, may be told for how many they are.
fn measures_else(scene: &Scene, head: usize, focus: &Focus) -> bool {
    let lexicon = Lexicon::builtin();
    let is_unit =
        |lemma: &str| measures::is_unit(lemma) || lexicon.kind_of(lemma) == NounKind::Money;
    let grammar = &scene.passage.grammar;
    let share = |noun: usize| matches!(scene.passage.word(noun), "%" | "percent" | "cent" | "per");
    let behind = Some(head + 1).filter(|&at| at < scene.passage.len() && share(at));
    let counts = grammar.tokens[head].relation == Relation::Nummod;
    let Some(noun) = behind.or(grammar.head(head).filter(|_| counts)) else { return false };
    if is_unit(&focus.lemma) || scene.likeness(noun) >= COUNTED {
        return false;
    }
    if !share(noun) {
        return is_unit(grammar.lemma(noun));
    }
    let people = is_anybody(&focus.lemma) || lexicon.kind_of(&focus.lemma).is_person();
    let last = (noun + 4).min(scene.passage.len());
    !people && (noun..last).all(|token| scene.likeness(token) < COUNTED)
}

/// "Five *planes*", where people are asked for.
fn counts_things(scene: &Scene, head: usize, focus: &Focus) -> bool {
    const THINGS: [NounKind; 15] = [
        NounKind::Act,
        NounKind::Work,
        NounKind::Award,
        NounKind::Law,
        NounKind::Sport,
        NounKind::Vehicle,
        NounKind::Building,
        NounKind::Thing,
        NounKind::Device,
        NounKind::Document,
        NounKind::Weapon,
        NounKind::Time,
        NounKind::Animal,
        NounKind::Plant,
        NounKind::Food,
    ];
    let grammar = &scene.passage.grammar;
    let counts = grammar.tokens[head].relation == Relation::Nummod;
    let people = is_anybody(&focus.lemma) || Lexicon::builtin().kind_of(&focus.lemma).is_person();
    let noun = grammar.head(head).filter(|_| counts && people);
    noun.is_some_and(|noun| {
        grammar.tokens[noun].tag.is_noun()
            && (THINGS.contains(&scene.passage.meaning(noun).kind)
                || matches!(grammar.lemma(noun), "vote" | "ballot" | "seat" | "goal" | "point"))
            && scene.likeness(noun) < COUNTED
            && scene.predicate().is_none_or(|met| usize::from(met.token) != noun)
    })
}

/// A figure without the noun that it counts, which was said before: "licensed to carry only *110*".
fn is_bare(scene: &Scene, candidate: &Candidate, people: bool) -> bool {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let relation = grammar.tokens[head].relation;
    let alone = candidate.first == candidate.last
        && grammar.children(head).all(|child| {
            matches!(
                grammar.tokens[child].relation,
                Relation::Advmod | Relation::Punct | Relation::Case | Relation::Conj | Relation::Cc
            )
        });
    let verb = grammar.head(head);
    let asked = verb.is_some_and(|verb| {
        scene.is_met(verb) || grammar.head(verb).is_some_and(|above| scene.is_met(above))
    });
    let carried = relation == Relation::Obj && alone && asked;
    let anybody = scene.query.focus.as_ref().is_some_and(|focus| is_anybody(&focus.lemma));
    people
        && (relation.is_subject() && (anybody || asked) || carried && !counts_others(scene, head))
}

/// "Killing six *civilians* and wounding 120": a figure that counts those named before it, who are
/// not those asked for ("children").
fn counts_others(scene: &Scene, head: usize) -> bool {
    let specific = scene.query.focus.as_ref().is_some_and(|focus| !is_anybody(&focus.lemma));
    let counted = |at: usize| {
        let noun = scene.passage.grammar.head(at)?;
        let counts = numbers::is_number(scene.passage, at)
            && scene.passage.grammar.tokens[at].relation == Relation::Nummod
            && scene.passage.meaning(noun).kind.is_person();
        counts.then_some(noun)
    };
    specific
        && (0..head).rev().find_map(counted).is_some_and(|noun| {
            scene.likeness(noun) < COUNTED && !is_anybody(scene.passage.grammar.lemma(noun))
        })
}

/// Whether nothing like the question's verb is in the whole article: nobody was arrested there.
pub(super) fn is_unheard_of(scene: &Scene) -> bool {
    let Some(verb) = scene.query.predicate else { return false };
    let is_verb = scene.query.slot == Slot::PassiveSubject
        || scene.query.slot == Slot::Subject
        || matches!(scene.query.grammar.lemma(verb), "die" | "lose");
    let index = scene.wanted.iter().position(|want| want.term.token == verb);
    is_verb
        && index.is_some_and(|index| scene.wanted[index].weight > 0.5 && scene.heard(index) < MET)
}

/// "A *four-wheeled* cart", "the *412-page* novel" counts wheels or pages, where leaves or novels
/// are asked for.
fn counts_own_part(scene: &Scene, candidate: &Candidate, focus: &str) -> bool {
    let figure = |part: &str| {
        numbers::is_number_word(part) || part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase()) && !figure(part);
    let is_part = |&at: &usize| {
        let parts = scene.passage.word(at).split_once('-');
        parts.is_some_and(|(first, rest)| figure(first) && rest.split('-').all(plain))
    };
    let tokens = usize::from(candidate.first)..=usize::from(candidate.last);
    let mut parts = tokens.clone().filter(is_part).peekable();
    let has_other = tokens.clone().any(|at| figure(scene.passage.word(at)));
    parts.peek().is_some() && !has_other && parts.all(|at| !joined(scene, at, focus))
}

/// "Four-point" counts points.
fn joined(scene: &Scene, token: usize, focus: &str) -> bool {
    let lexicon = Lexicon::builtin();
    let mut parts = scene.passage.word(token).split('-').skip(1);
    parts.any(|part| fold(part) == focus || lexicon.similar(focus, &fold(part)) >= 0.75)
}
