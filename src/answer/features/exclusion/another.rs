//! What is said of somebody or something else than the question asks about.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::matching::{Met, SAME, Wanted};
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::lexicon::{Lexicon, NounKind};
use crate::text::ordinals;
use crate::text::syntax::{Entity, EntityKind, Relation, Sentence, Tag};

/// Looks for an argument of a verb: who does it, or whom it is done to.
pub(super) type Argument = fn(&Sentence, usize) -> Option<usize>;

/// The only verb of a passage in the word of the question's main verb.
pub(super) fn same_verb(scene: &Scene) -> Option<usize> {
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
pub(super) fn is_of_another(scene: &Scene, verb: usize, argument: Argument) -> bool {
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
    let is_one = matches!(grammar.lemma(other), "it" | "he" | "she");
    if is_one && asked.tokens[own].tag == Tag::NNS && is_wanted && !is_met {
        return true;
    }
    let (first, last) = grammar.subtree(other);
    let is_country = || Lexicon::builtin().country(scene.query.word(own)).is_some();
    (named(asked, own) || is_country())
        && named(grammar, other)
        && !Lexicon::builtin().is_same_country(scene.query.word(own), scene.passage.word(other))
        && is_wanted
        && !is_met
        && !(first..=last).any(|at| scene.passage.referent_at(at).is_some())
}

/// "Which nation was the *fourth*?" is not answered by the fifth.
pub(super) fn is_another_place(scene: &Scene) -> bool {
    let asked = places(scene.query.words.len(), |at| scene.query.word(at));
    if asked.is_empty() {
        return false;
    }
    let found = places(scene.passage.len(), |at| scene.passage.word(at));
    !found.is_empty() && !found.iter().any(|place| asked.contains(place))
}

/// "The first in June and *the second in March*": a time or figure of another one in the row than
/// the one asked for.
pub(super) fn is_of_another_in_row(scene: &Scene, candidate: &Candidate) -> bool {
    let asked = places(scene.query.words.len(), |at| scene.query.word(at));
    let first = usize::from(candidate.first);
    let inside = matches!(scene.passage.word(first), "in" | "on" | "at" | "for" | "by");
    let at = if inside { first.checked_sub(1) } else { first.checked_sub(2) };
    let Some(at) = at.filter(|_| !asked.is_empty()) else { return false };
    let mut told = ordinals(std::iter::once(scene.passage.word(at)));
    matches!(candidate.kind, Kind::Date | Kind::Number | Kind::Prepositional)
        && told.next().is_some_and(|place| !asked.contains(&place))
}

/// The places in a row that are told of something: "*the fifth* nation", "their *2nd* child".
fn places<'a>(length: usize, word: impl Fn(usize) -> &'a str) -> Vec<u32> {
    let told =
        |&at: &usize| matches!(word(at - 1), "the" | "its" | "his" | "her" | "their" | "'s" | "’s");
    (1..length).filter(told).flat_map(|at| ordinals(std::iter::once(word(at)))).collect()
}

/// "Founded in 1888, it was bought *by Keystone*": who bought it did not found it.
pub(super) fn is_agent_of_another(scene: &Scene, candidate: &Candidate, verb: usize) -> bool {
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

/// Whether a candidate is of somebody or something else than the one asked about.
pub(super) fn is_none(scene: &Scene, candidate: &Candidate) -> bool {
    is_of_its_goal(scene, candidate)
        || is_done_to_another(scene, candidate)
        || is_below_another(scene, candidate)
        || scene.query.expects.is_figure()
            && (is_with_another(scene, candidate) || is_of_relative(scene, candidate))
}

/// "When did she get to the rally?" is not answered by when *the rally began*.
fn is_of_its_goal(scene: &Scene, candidate: &Candidate) -> bool {
    if candidate.kind != Kind::Date {
        return false;
    }
    let asked = &scene.query.grammar;
    let subject = scene.question_subject().filter(|&at| asked.tokens[at].tag.is_noun());
    let (Some(subject), Some(predicate)) = (subject, scene.query.predicate) else { return false };
    if scene.met_of(subject).is_some() {
        return false;
    }
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    let Some(doer) = arguments::subject(grammar, verb) else { return false };
    let is_goal = |want: &Wanted, met: Met| {
        let token = want.term.token;
        met.strength >= MET
            && usize::from(met.token) == doer
            && token < asked.tokens.len()
            && asked.head(token) == Some(predicate)
            && asked.tokens[token].relation == Relation::Obl
    };
    let is_asked = scene.predicate().is_some_and(|met| usize::from(met.token) == verb);
    !is_asked && scene.pairs().any(|(want, met)| is_goal(want, met))
}

/// "A ban, introduced *in 2018*, hurt them" does not tell since when somebody else is there: what
/// was done then was done to a thing that the question does not name.
fn is_done_to_another(scene: &Scene, candidate: &Candidate) -> bool {
    if candidate.kind != Kind::Date {
        return false;
    }
    let grammar = &scene.passage.grammar;
    let mut above = grammar.ancestors(candidate.head.into());
    let Some(verb) = above.find(|&at| grammar.tokens[at].tag.is_verb()) else { return false };
    let is_acl = grammar.tokens[verb].relation == Relation::Acl;
    let Some(noun) = grammar.head(verb).filter(|_| is_acl) else {
        return false;
    };
    let asked = &scene.query.grammar;
    let subject = scene.question_subject().filter(|&at| asked.tokens[at].tag.is_proper());
    let Some((first, last)) = subject.map(|subject| asked.name_around(subject)) else {
        return false;
    };
    use NounKind as Is;
    let kind = scene.passage.meaning(noun).kind;
    let is_done = matches!(
        kind,
        Is::Act | Is::Event | Is::Document | Is::Message | Is::Law | Is::Money | Is::Quantity
    );
    let is_met = (first..=last).any(|at| scene.met_of(at).is_some());
    grammar.tokens[noun].tag.is_noun()
        && !grammar.tokens[noun].tag.is_proper()
        && is_done
        && !is_met
        && !scene.is_met(noun)
}

/// "Anna Holm met Karl Berg of the *Harbour Party*" does not tell which party she is of.
fn is_below_another(scene: &Scene, candidate: &Candidate) -> bool {
    let relation = scene.passage.grammar.tokens[usize::from(candidate.head)].relation;
    if !matches!(relation, Relation::Nmod | Relation::Appos) {
        return false;
    }
    let asked = &scene.query.grammar;
    let is_person = |grammar: &Sentence, at: usize| {
        grammar.tokens[at].tag.is_proper()
            && grammar.entity_at(at).is_some_and(|name| name.kind == EntityKind::Person)
    };
    // "Which party *is* Anna Holm from?"
    let linked = || {
        let verb = scene.query.predicate.filter(|&at| asked.tokens[at].relation == Relation::Cop);
        verb.and_then(|verb| arguments::subject(asked, asked.head(verb)?))
    };
    let subject = scene.question_subject().or_else(linked).filter(|&at| is_person(asked, at));
    let grammar = &scene.passage.grammar;
    let above = grammar.head(candidate.head.into());
    let inside = |at: usize| (usize::from(candidate.first)..=candidate.last.into()).contains(&at);
    let belongs = |child: usize| {
        grammar.tokens[child].relation == Relation::Nmod && grammar.tokens[child].tag.is_proper()
    };
    // "Anna Holm *of the Civic Party* and Karl Berg of the Harbour Party".
    let has_own = |subject: usize| {
        let (first, last) = asked.name_around(subject);
        let mut met = (first..=last).filter_map(|at| scene.met_of(at));
        met.any(|met| grammar.children(met.token.into()).any(belongs))
    };
    let is_another = |(subject, above): (usize, usize)| {
        let (first, last) = grammar.name_around(above);
        let is_name =
            is_person(grammar, above) || grammar.tokens[above].tag.is_proper() && has_own(subject);
        is_name && !inside(above) && !(first..=last).any(|at| scene.is_met(at))
    };
    subject.zip(above).is_some_and(is_another)
}

/// "When did Peru sign a deal *with Chile*?" is not answered by when it signed one with Brazil,
/// nor "how much did they pay for Lee?" by what was paid for Kim: somebody else by name stands
/// where the sentence does not have the one asked about.
fn is_with_another(scene: &Scene, candidate: &Candidate) -> bool {
    let asked = &scene.query.grammar;
    let is_unmet_name = |name: &Entity| {
        let (first, last) = (usize::from(name.first), usize::from(name.last));
        let wanted = |at: usize| scene.wanted.iter().any(|want| want.term.token == at);
        is_party(name.kind)
            && (first..=last).any(wanted)
            && !(first..=last).any(|at| scene.met_of(at).is_some())
    };
    if !asked.entities.iter().any(is_unmet_name) {
        return false;
    }
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    let relative = grammar.head(verb);
    let relative = relative.filter(|_| grammar.tokens[verb].relation == Relation::AclRelcl);
    let partners = grammar.children(verb).filter(|&child| {
        arguments::case(grammar, child).is_some_and(|case| matches!(case, "with" | "for"))
    });
    let is_other = |at: usize| {
        let below = std::iter::once(at).chain(grammar.children(at));
        let named = below.filter(|&at| grammar.tokens[at].tag.is_proper());
        let mut parties = named.filter_map(|at| grammar.entity_at(at));
        let party = parties.find(|name| is_party(name.kind));
        party.is_some_and(|name| !(name.first..=name.last).any(|at| scene.is_met(at.into())))
    };
    partners.chain(relative).any(is_other)
        || grammar.children(verb).any(|child| {
            // "Signed an agreement *with Brazil*".
            let is_object = grammar.tokens[child].relation == Relation::Obj;
            is_object
                && grammar
                    .children(child)
                    .any(|below| arguments::case(grammar, below) == Some("with") && is_other(below))
        })
}

fn is_party(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place)
}

/// Where a question asks by whose account: "*according to* the police".
pub(super) fn account(words: &[String]) -> Option<usize> {
    (0..words.len())
        .find(|&at| words[at] == "according" && words.get(at + 1).is_some_and(|it| it == "to"))
}

/// "According to the police?" is not answered by what there were "according to the organisers".
pub(super) fn is_by_another_account(scene: &Scene, candidate: &Candidate, at: usize) -> bool {
    let words = &scene.query.words;
    let of_source = |want: &&Wanted| want.term.token > at && want.term.token < words.len();
    let mut sources = scene.wanted.iter().filter(of_source).peekable();
    if sources.peek().is_none() {
        return false;
    }
    let grammar = &scene.passage.grammar;
    let ends = |at: &usize| matches!(grammar.lemma(*at), ";" | "." | ":");
    let first = usize::from(candidate.last) + 1;
    let mut clause = (first..scene.passage.len()).take_while(|at| !ends(at));
    let Some(here) = clause.find(|&at| grammar.lemma(at) == "accord") else { return false };
    let end = (here..scene.passage.len()).find(ends).unwrap_or(scene.passage.len());
    !(here..end).any(|at| scene.is_met(at))
        && sources.any(|want| {
            scene.met_of(want.term.token).is_some_and(|met| usize::from(met.token) >= end)
        })
}

/// "*Holm's husband* was hurt in 1981" tells nothing of Holm herself.
fn is_of_relative(scene: &Scene, candidate: &Candidate) -> bool {
    let grammar = &scene.passage.grammar;
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    let Some(subject) = arguments::subject(grammar, verb) else { return false };
    let owner = grammar.child(subject, Relation::NmodPoss);
    let Some(owner) = owner.filter(|&owner| grammar.tokens[owner].tag.is_proper()) else {
        return false;
    };
    let (first, last) = grammar.subtree(subject);
    let is_answer = (first..=last).contains(&usize::from(candidate.head));
    let (from, to) = grammar.name_around(owner);
    let of_owner = |met: &Met| met.strength >= MET && (from..=to).contains(&usize::from(met.token));
    let is_owner_asked = scene.pairs().any(|(want, met)| want.term.is_name && of_owner(&met));
    let is_relative = scene.passage.meaning(subject).kind == NounKind::Person;
    is_relative
        && is_owner_asked
        && !is_answer
        && !scene.is_met(subject)
        && scene.passage.referent_at(subject).is_none()
}

/// "How many people work for *Veltra*?" is not answered by how many Nordmark employs: the verb has
/// somebody else by name, and the sentence has nothing of the one whom the question names.
pub(super) fn is_of_another_name(scene: &Scene) -> bool {
    let asked = &scene.query.grammar;
    let is_elsewhere = |name: &&Entity| {
        let (first, last) = (usize::from(name.first), usize::from(name.last));
        let wanted = || {
            (0..scene.wanted.len()).filter(|&at| {
                let token = scene.wanted[at].term.token;
                (first..=last).contains(&token)
            })
        };
        // "*Holm's* side" may go by another name.
        let owns = asked.tokens[last].relation == Relation::NmodPoss;
        matches!(name.kind, EntityKind::Person | EntityKind::Organization)
            && asked.tokens[last].tag.is_proper()
            && !owns
            && wanted().next().is_some()
            && wanted().all(|at| scene.met[at].strength < MET)
            && wanted().any(|at| scene.met_around.get(at) >= Some(&SAME))
    };
    let Some(name) = asked.entities.iter().find(is_elsewhere) else { return false };
    let Some(verb) = scene.predicate().map(|met| usize::from(met.token)) else { return false };
    let grammar = &scene.passage.grammar;
    let is_other = |at: usize| {
        let (first, last) = grammar.name_around(at);
        grammar.tokens[at].tag.is_proper()
            && scene.passage.referent_at(at).is_none()
            && grammar.entity_at(at).is_some_and(|found| found.kind == name.kind)
            && !(first..=last).any(|at| scene.is_met(at))
    };
    // Whom the mayor named is told by what the mayor did, though she is called "she" there.
    let is_subject_met = || scene.question_subject().is_some_and(|it| scene.met_of(it).is_some());
    !scene.query.expects.is_somebody()
        && !is_subject_met()
        && arguments::subject(grammar, verb).is_some_and(is_other)
}
