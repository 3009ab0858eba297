//! The two ends of a journey, of a post and of what goes on for a time: who arrives does not leave.

use crate::answer::candidate::{Candidate, Kind};
use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::text::syntax::Sentence;

/// An end that a verb is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// That of a journey where it begins.
    Departure,
    /// That where it ends.
    Arrival,
    /// Who comes into a post.
    Accession,
    /// Who leaves it.
    Resignation,
    /// When something starts.
    Start,
    /// When it is over.
    Finish,
}

impl End {
    /// That of a verb with the particle behind it: "take off", "come down".
    fn of(grammar: &Sentence, verb: usize) -> Option<Self> {
        match (grammar.lemma(verb), grammar.lemma(verb + 1)) {
            ("take" | "lift" | "set" | "blast", "off")
            | ("set", "out")
            | ("launch" | "depart", _) => Some(Self::Departure),
            ("come" | "touch" | "splash", "down") | ("land" | "arrive" | "splashdown", _) => {
                Some(Self::Arrival)
            }
            ("take", "over") | ("succeed" | "replace", _) | ("step" | "fill", "in") => {
                Some(Self::Accession)
            }
            ("resign" | "quit" | "retire", _) | ("step" | "stand", "down" | "aside") => {
                Some(Self::Resignation)
            }
            ("get", "under" | "underway") | ("kick", "off") | ("start" | "begin" | "open", _) => {
                Some(Self::Start)
            }
            ("wrap", "up") | ("end" | "finish" | "conclude" | "close", _) => Some(Self::Finish),
            _ => None,
        }
    }

    fn opposite(self) -> Self {
        match self {
            Self::Departure => Self::Arrival,
            Self::Arrival => Self::Departure,
            Self::Accession => Self::Resignation,
            Self::Resignation => Self::Accession,
            Self::Start => Self::Finish,
            Self::Finish => Self::Start,
        }
    }
}

/// Whether a verb of the passage is about the other end than the question's main verb.
pub(super) fn are_opposite(scene: &Scene, verb: usize) -> bool {
    let asked = scene.query.predicate.and_then(|asked| End::of(&scene.query.grammar, asked));
    asked.is_some_and(|asked| End::of(&scene.passage.grammar, verb) == Some(asked.opposite()))
}

/// "When did the talks start?" is not answered by when they ended, nor "when did she resign?" by
/// when somebody else took over.
pub(super) fn is_time_of_other_end(scene: &Scene, candidate: &Candidate) -> bool {
    let verb = usize::from(scene.clauses[usize::from(candidate.head)]);
    if is_told_nearer(scene, candidate, verb) {
        return false;
    }
    let is_own = || arguments::subject(&scene.passage.grammar, verb).is_some();
    candidate.kind == Kind::Date && are_opposite(scene, verb) && is_own()
}

/// "Opened on Friday and *end on Sunday*": whether the question's own word stands between a verb
/// and a candidate, however the tree has it.
pub(super) fn is_told_nearer(scene: &Scene, candidate: &Candidate, verb: usize) -> bool {
    let asked = scene.query.predicate_lemma();
    let grammar = &scene.passage.grammar;
    (verb + 1..candidate.first.into()).any(|at| grammar.lemma(at) == asked)
}
