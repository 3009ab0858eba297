//! Figures of something else: somebody's age, what a figure was before, what is only feared, a
//! number by which something is named.

use crate::answer::candidate::{Candidate, Kind, numbers};
use crate::answer::features::{counting, typing};
use crate::answer::matching::{Met, SAME, Wanted};
use crate::answer::scene::{MET, Scene};
use crate::lexicon::NounKind;
use crate::question::{AnswerType, QuestionType};
use crate::text::ordinals;
use crate::text::syntax::{EntityKind, Tag};

/// Whether a candidate is a figure, and no such one as is asked for.
pub(super) fn is_another(scene: &Scene, candidate: &Candidate) -> bool {
    candidate.kind == Kind::Number
        && scene.query.expects.is_figure()
        && (is_only_feared(scene, candidate)
            || is_age(scene, candidate)
            || is_of_before(scene, candidate)
            || counts_things(scene, candidate)
            || is_length_of_time(scene, candidate)
            || is_multiple(scene, candidate)
            || is_distance(scene, candidate)
            || is_share_of_another(scene, candidate)
            || is_of_other_unit(scene, candidate)
            || is_left(scene, candidate)
            || is_of_strangers(scene, candidate)
            || is_of_people_for_things(scene, candidate)
            || typing::is_number_in_brackets(scene.passage, candidate))
}

/// "How fast did she run?" is not answered by "81 seconds *faster* than the record".
pub(super) fn is_difference(scene: &Scene, candidate: &Candidate) -> bool {
    let compares = |tag: Tag| matches!(tag, Tag::JJR | Tag::RBR);
    let asks = || {
        let words = &scene.query.words;
        let apart = |word: &String| matches!(word.as_str(), "ahead" | "behind" | "difference");
        scene.query.grammar.tokens.iter().any(|token| compares(token.tag))
            || words.iter().any(apart)
    };
    let tokens = &scene.passage.grammar.tokens;
    let behind = usize::from(candidate.last) + 1;
    let tag = |at: usize| tokens.get(at).map(|token| token.tag);
    let next = behind + usize::from(tag(behind).is_some_and(Tag::is_noun));
    let is_figure = matches!(candidate.kind, Kind::Number | Kind::Date);
    is_figure
        && scene.query.expects == AnswerType::Measure
        && tag(next).is_some_and(compares)
        && !asks()
}

/// "What place did the team come in?" is not answered by what has no place in a row.
pub(super) fn is_no_rank(scene: &Scene, candidate: &Candidate) -> bool {
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    // "Who let them in in the first place".
    let is_idiom = || scene.passage.words(first, last).ends_with("the first place");
    let is_place = |at: usize| {
        let word = scene.passage.word(at);
        matches!(word, "last" | "top" | "bottom" | "medal")
            || ordinals(std::iter::once(word)).next().is_some()
    };
    scene.query.asks_rank() && (is_idiom() || !(first..=last).any(is_place))
}

/// "How much are pensions going up?" is not answered by "fourteen months".
fn is_length_of_time(scene: &Scene, candidate: &Candidate) -> bool {
    const TIMES: [&str; 7] = ["time", "longer", "older", "younger", "later", "earlier", "sooner"];
    let query = scene.query;
    let how_much = query.phrase.is_some_and(|(_, last)| query.word(last) == "much");
    // Races are won by minutes.
    let asks_time =
        || query.words.iter().any(|word| word == "by" || TIMES.contains(&word.as_str()));
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let is_noun = |at: &usize| scene.passage.grammar.tokens[*at].tag.is_noun();
    let mut nouns = (first..=last).filter(is_noun).peekable();
    let is_time = |at: usize| scene.passage.meaning(at).kind == NounKind::Time;
    how_much && nouns.peek().is_some() && nouns.all(is_time) && !asks_time()
}

/// "Dropped out with *eight laps to go*": what was left of it, where that is not asked for.
fn is_left(scene: &Scene, candidate: &Candidate) -> bool {
    let behind = usize::from(candidate.last) + 1;
    let ends = |at: usize| {
        at + 1 < scene.passage.len()
            && scene.passage.word(at) == "to"
            && matches!(scene.passage.word(at + 1), "go" | "spare")
    };
    let asks = |word: &String| matches!(word.as_str(), "left" | "remained" | "go" | "spare");
    (behind..=behind + 1).any(ends) && !scene.query.words.iter().any(asks)
}

/// "How many hours?" is not answered by "*two times*".
fn is_of_other_unit(scene: &Scene, candidate: &Candidate) -> bool {
    const UNITS: [&str; 8] = ["second", "minute", "hour", "day", "week", "month", "year", "decade"];
    let focus = scene.query.focus.as_ref().map_or("", |focus| focus.lemma.as_str());
    let last = usize::from(candidate.last);
    let is_other = |at: usize| {
        at < scene.passage.len() && matches!(scene.passage.word(at), "times" | "percent" | "people")
    };
    UNITS.contains(&focus) && (last..=last + 1).any(is_other)
}

/// "How many children does she have?" is not answered by "*15 hostages*".
fn is_of_strangers(scene: &Scene, candidate: &Candidate) -> bool {
    const KIN: [&str; 12] = [
        "child",
        "kid",
        "son",
        "daughter",
        "brother",
        "sister",
        "sibling",
        "wife",
        "husband",
        "grandchild",
        "grandson",
        "granddaughter",
    ];
    let focus = scene.query.focus.as_ref().map_or("", |focus| focus.lemma.as_str());
    let owns = scene.query.predicate_lemma() == "have";
    let grammar = &scene.passage.grammar;
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let counted = (first..=last).chain(grammar.head(candidate.head.into()));
    let is_kin = |at: usize| KIN.contains(&grammar.lemma(at)) || scene.likeness(at) >= SAME;
    KIN.contains(&focus) && owns && !counted.into_iter().any(is_kin)
}

/// "How many countries sent someone?" is not answered by "*hundreds* protested", nor "how many
/// paragraphs?" by "*three judges*": those who do something are people.
fn is_of_people_for_things(scene: &Scene, candidate: &Candidate) -> bool {
    use NounKind as Is;
    let things =
        [Is::Country, Is::City, Is::Building, Is::Vehicle, Is::Document, Is::Law, Is::Work];
    let asks_things = scene.query.focus_kind().is_some_and(|kind| things.contains(&kind));
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    let noun = grammar.head(head).filter(|&noun| grammar.tokens[noun].tag.is_noun());
    let last = usize::from(candidate.last);
    let counted = noun.unwrap_or(last);
    let kind = scene.passage.meaning(counted).kind;
    let acts = || {
        let verb = grammar.head(head).filter(|&verb| grammar.tokens[verb].tag.is_verb());
        let is_crowd = matches!(grammar.lemma(head), "hundred" | "thousand" | "dozen");
        is_crowd && verb.is_some() && grammar.tokens[head].relation.is_subject()
    };
    asks_things
        && scene.query.asks == QuestionType::HowMany
        && (matches!(kind, Is::Person | Is::Role) && scene.likeness(counted) < MET || acts())
}

/// "How deep is it?" is not answered by "*four times* as salty".
fn is_multiple(scene: &Scene, candidate: &Candidate) -> bool {
    let last = usize::from(candidate.last);
    scene.query.expects == AnswerType::Measure
        && scene.query.asks == QuestionType::HowMeasured
        && matches!(scene.passage.word(last), "times" | "twice")
}

/// "How much squid was on board?" is not answered by "*15 nautical miles*".
fn is_distance(scene: &Scene, candidate: &Candidate) -> bool {
    use NounKind as Is;
    const DISTANCES: [&str; 6] = ["mile", "kilometre", "kilometer", "km", "miles", "metre"];
    let focus = scene.query.focus_kind();
    scene.query.asks == QuestionType::HowMany
        && matches!(focus, Some(Is::Food | Is::Animal | Is::Substance | Is::Plant | Is::Money))
        && DISTANCES.contains(&scene.passage.grammar.lemma(candidate.last.into()))
}

/// "How many people went?" is not answered by "*a third* of what we sell".
fn is_share_of_another(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let mut tokens = usize::from(candidate.first)..=usize::from(candidate.last);
    let fraction = tokens.find(|&at| numbers::is_fraction(scene.passage, at));
    let of_what = |at: usize| {
        let next = |ahead: usize| grammar.tokens.get(at + ahead).map(|token| token.tag);
        next(1) == Some(Tag::IN) && next(2).is_some_and(Tag::is_wh)
    };
    scene.query.asks == QuestionType::HowMany && fraction.is_some_and(of_what)
}

/// "The toll *could* rise to 100": no figure of what is.
fn is_only_feared(scene: &Scene, candidate: &Candidate) -> bool {
    const RISING: [&str; 10] =
        ["rise", "reach", "climb", "grow", "exceed", "increase", "top", "hit", "pass", "double"];
    const PERHAPS: [&str; 3] = ["could", "might", "may"];
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    let asks = |word: &String| PERHAPS.contains(&word.as_str()) || word == "expected";
    RISING.contains(&grammar.lemma(verb))
        && grammar.children(verb).any(|child| {
            grammar.tokens[child].tag == Tag::MD && PERHAPS.contains(&grammar.lemma(child))
        })
        && !scene.query.words.iter().any(asks)
}

/// "Ann Lee, *19*, joined": how old somebody is counts nothing else.
fn is_age(scene: &Scene, candidate: &Candidate) -> bool {
    let (first, last) = (usize::from(candidate.first), usize::from(candidate.last));
    let grammar = &scene.passage.grammar;
    let is_comma = |at: Option<usize>| at.is_some_and(|at| grammar.lemma(at) == ",");
    let name = first.checked_sub(2).filter(|&at| grammar.tokens[at].tag.is_proper());
    scene.query.expects != AnswerType::Age
        && first == last
        && name.is_some()
        && is_comma(first.checked_sub(1))
        && is_comma(Some(last + 1))
        && scene.passage.word(first).parse().is_ok_and(|years: u32| years < 120)
}

/// "Rose 6 percent, down *from 7 percent* in December": what it was before, where nothing behind
/// it is asked for.
fn is_of_before(scene: &Scene, candidate: &Candidate) -> bool {
    /// How many tokens behind the figure its own time may stand.
    const BEHIND: usize = 4;
    let first = usize::from(candidate.first);
    let grammar = &scene.passage.grammar;
    let lemma = |back: usize| first.checked_sub(back).map_or("", |at| grammar.lemma(at));
    let before = |at: usize| match lemma(at) {
        "from" => matches!(lemma(at + 1), "up" | "down" | "fall" | "drop" | "decline" | "rise"),
        "with" | "to" => lemma(at + 1) == "compare",
        _ => false,
    };
    let last = usize::from(candidate.last);
    // "From about 7 percent", "from a high of 7 percent".
    let is_before = (1..=2).any(before);
    let is_asked = || (last + 1..=last + BEHIND).any(|at| scene.is_met(at));
    is_before && !scene.asks_of_before && !is_asked()
}

/// "How much trade do they do?" is not answered by "*two countries*", nor by "wounding *120*": who
/// or what can be counted is no amount.
fn counts_things(scene: &Scene, candidate: &Candidate) -> bool {
    use NounKind as Is;
    let asks_much = scene.query.words.iter().any(|word| word == "much");
    if scene.query.expects != AnswerType::Measure || !asks_much {
        return false;
    }
    let kind = scene.passage.meaning(candidate.last.into()).kind;
    counting::is_of_victims(scene, candidate)
        || scene.passage.grammar.tokens[usize::from(candidate.last)].tag == Tag::NNS
            && (kind.is_person()
                || kind.is_place()
                || matches!(
                    kind,
                    Is::Organisation | Is::Country | Is::City | Is::Vehicle | Is::Animal
                ))
}

/// "*186 shops* in Denmark and 31 in Sweden" does not tell how many there are in Sweden.
pub(super) fn is_elsewhere(scene: &Scene, candidate: &Candidate) -> bool {
    if candidate.kind != Kind::Number {
        return false;
    }
    let grammar = &scene.passage.grammar;
    let last = usize::from(candidate.last);
    let is_place =
        |at: usize| grammar.entity_at(at).is_some_and(|name| name.kind == EntityKind::Place);
    let of_place = |(want, met): &(&Wanted, Met)| {
        want.term.is_name && met.strength >= SAME && is_place(met.token.into())
    };
    let mut asked = scene.pairs().filter(of_place).map(|(_, met)| usize::from(met.token));
    let Some(place) = asked.find(|&place| place > last) else { return false };
    let other = (last + 1..place).find(|&at| grammar.tokens[at].tag == Tag::CD);
    other.is_some_and(|other| (last + 1..other).any(|at| is_place(at) && !scene.is_met(at)))
}
