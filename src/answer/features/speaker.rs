//! Who speaks in a passage, and whether it is the one asked about.

use crate::answer::candidate::Candidate;
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::fact::Passage;
use crate::lexicon::Lexicon;
use crate::question::{QuestionType, Slot};
use crate::text::syntax::{EntityKind, Relation, Sentence};

use super::calling::is_calling;
use super::role::is_deputy;
use super::{Feature, FeatureVector};

/// Measures whether a candidate speaks here, where it is asked who does something: "who warned of
/// the ice?" is answered by who speaks of it, "who won?" hardly by who speaks of winning.
pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    let query = scene.query;
    let asks = matches!(query.asks, QuestionType::Who | QuestionType::Which)
        && query.expects.is_somebody()
        && query.slot == Slot::Subject;
    let Some(speaker) = scene.passage.speaker.as_deref().filter(|_| asks) else { return };
    let passage = scene.passage;
    let head = usize::from(candidate.head);
    let name = match passage.grammar.entity_at(head) {
        Some(name) => passage.word(name.last.into()),
        None => passage.referent_at(head).map_or("", |referent| referent.name.as_str()),
    };
    let last = |name: &str| name.rsplit(' ').next().unwrap_or_default().len();
    let (own, theirs) =
        (&name[name.len() - last(name)..], &speaker[speaker.len() - last(speaker)..]);
    if own.is_empty() || !own.eq_ignore_ascii_case(theirs) {
        return;
    }
    let says = Lexicon::builtin().saying(query.predicate_lemma()).is_some();
    measures.set(if says { Feature::Speaks } else { Feature::OnlySpeaks }, 1.0);
}

/// Whether the one asked about is the one who speaks here: by name, or by the words of the noun
/// phrase before the verb of saying.
pub(in crate::answer) fn speaks(scene: &Scene) -> bool {
    let asked = asked_speaker(scene);
    let grammar = &scene.passage.grammar;
    let says =
        |verb: &usize| grammar.tokens[*verb].tag.is_verb() && is_saying(scene.passage, *verb);
    let mut of_role = None;
    let mut may_be_meant = |index: usize| {
        of_role.get_or_insert_with(|| role_asked(scene)).is_none_or(|it| it == index)
    };
    let is_subject = |token: usize| {
        let mut subjects = (0..scene.passage.len())
            .filter(says)
            .filter_map(|verb| arguments::subject(grammar, verb));
        subjects.any(|subject| names(grammar, subject, token))
    };
    let by_phrase = asked.clone().any(|index| {
        let met = scene.met[index];
        met.strength >= MET
            && may_be_meant(index)
            && !is_of_lower_rank(scene, index)
            && is_subject(met.token.into())
    });
    let Some(speaker) = scene.passage.speaker.as_deref().filter(|_| !by_phrase) else {
        return by_phrase;
    };
    let names = asked.filter(|&index| scene.wanted[index].term.is_name);
    is_called_by(scene, speaker, names)
}

/// Whether a speaker's name has one of some wanted words.
fn is_called_by(scene: &Scene, speaker: &str, mut words: impl Iterator<Item = usize>) -> bool {
    let speaker = crate::text::fold(speaker);
    words.any(|index| speaker.split_whitespace().any(|part| part == scene.wanted[index].term.word))
}

/// Whether a verb says something, or what somebody calls a thing.
fn is_saying(passage: &Passage, verb: usize) -> bool {
    passage.meaning(verb).saying.is_some() || is_calling(passage.grammar.lemma(verb))
}

/// Who says the words at a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sayer {
    /// The one asked about, or nobody knows.
    #[default]
    Open,
    /// Another, by a noun: "*police* said".
    Other,
    /// Somebody else by name, where the one asked about is named, too, or speaks in another clause:
    /// "Moran called it a farce, *Bell* said it was fair".
    Beside,
}

/// Whose words those at `head` are.
pub(super) fn sayer(scene: &Scene, head: usize) -> Sayer {
    let grammar = &scene.passage.grammar;
    let says = |&verb: &usize| grammar.tokens[verb].tag.is_verb() && is_saying(scene.passage, verb);
    // What "I" say somebody else reports.
    let is_reporter = |at: usize| !matches!(grammar.lemma(at), "i" | "we" | "you");
    let own = |verb: usize| {
        let mut below = grammar.children(verb).filter(|&child| is_reporter(child));
        below.find(|&child| grammar.tokens[child].relation.is_subject())
    };
    let asked = &scene.query.grammar;
    let named = scene.question_subject().filter(|&subject| asked.tokens[subject].tag.is_proper());
    let named = named.map(|subject| asked.name_around(subject));
    // "*President* Holm" is no other president.
    let tells = |index: usize| {
        let token = scene.wanted[index].term.token;
        named.is_none_or(|(first, last)| (first..=last).contains(&token))
    };
    let names_asked = |subject: usize| {
        asked_speaker(scene).any(|index| {
            let met = scene.met[index];
            met.strength >= MET
                && tells(index)
                && !is_of_lower_rank(scene, index)
                && names(grammar, subject, met.token.into())
        })
    };
    let Some(subject) = grammar.ancestors(head).filter(says).find_map(own) else {
        return if is_reported_by_another(scene) { Sayer::Beside } else { Sayer::Open };
    };
    let tag = grammar.tokens[subject].tag;
    // "*He* said": who that is, the article tells before.
    if matches!(grammar.lemma(subject), "he" | "she") {
        let name = scene.passage.referent_at(subject).map(|referent| referent.name.as_str());
        let speaker = name.or(scene.passage.speaker.as_deref());
        if speaker.is_some_and(|speaker| is_another(scene, speaker)) {
            return Sayer::Beside;
        }
    }
    if !tag.is_noun() || names_asked(subject) {
        return Sayer::Open;
    }
    let asked_speaks = || (0..scene.passage.len()).filter(says).filter_map(own).any(names_asked);
    if tag.is_proper() && (asks_named_person(scene) || asked_speaks()) {
        Sayer::Beside
    } else if scene.speaks && !asked_speaks() {
        Sayer::Open
    } else {
        Sayer::Other
    }
}

/// "They are copies, *the paper* reported", where somebody's words are asked for by name.
fn is_reported_by_another(scene: &Scene) -> bool {
    scene.passage.speaker.as_deref().is_some_and(|speaker| is_another(scene, speaker))
}

/// Whether a speaker has another name than the person whose words are asked for.
fn is_another(scene: &Scene, speaker: &str) -> bool {
    let is_name =
        speaker.split(' ').next_back().is_some_and(|it| it.starts_with(char::is_uppercase));
    is_name && asks_named_person(scene) && !is_called_by(scene, speaker, asked_speaker(scene))
}

/// Whether the question asks for the words of a person by name.
fn asks_named_person(scene: &Scene) -> bool {
    let name = scene.question_subject().and_then(|subject| scene.query.grammar.entity_at(subject));
    name.is_some_and(|name| name.kind == EntityKind::Person)
}

/// A deputy head is not the head.
fn is_of_lower_rank(scene: &Scene, index: usize) -> bool {
    let asked = scene.wanted[index].term.token;
    is_deputy(&scene.passage.grammar, scene.met[index].token.into())
        && asked < scene.query.words.len()
        && !is_deputy(&scene.query.grammar, asked)
}

/// The noun that heads the question's subject where it is no name: "the mayor of London" is
/// no other Londoner.
fn role_asked(scene: &Scene) -> Option<usize> {
    let subject = scene.question_subject()?;
    scene.wanted.iter().position(|want| want.term.token == subject && !want.term.is_name)
}

/// Whether a token belongs to the subject itself and not to a clause that hangs on it: "the
/// decision to advise the queen" does not speak for the queen.
fn names(grammar: &Sentence, subject: usize, token: usize) -> bool {
    let path = std::iter::once(token).chain(grammar.ancestors(token));
    let mut below = path.take_while(|&above| above != subject);
    let (first, last) = grammar.subtree(subject);
    (first..=last).contains(&token)
        && !below.any(|above| {
            grammar.tokens[above].tag.is_verb()
                && !matches!(grammar.tokens[above].relation, Relation::Amod | Relation::Compound)
        })
}

/// The words of the question's subject, by index among the wanted ones.
pub(super) fn asked_speaker<'a>(scene: &'a Scene) -> impl Iterator<Item = usize> + Clone + 'a {
    let range = scene.question_subject().map(|subject| scene.query.grammar.subtree(subject));
    (0..scene.wanted.len()).filter(move |&index| {
        let token = scene.wanted[index].term.token;
        range.is_some_and(|(first, last)| (first..=last).contains(&token))
    })
}
