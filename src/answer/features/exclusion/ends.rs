//! The two ends of a journey and of a post: who arrives does not leave.

use crate::answer::scene::Scene;
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
            _ => None,
        }
    }

    fn opposite(self) -> Self {
        match self {
            Self::Departure => Self::Arrival,
            Self::Arrival => Self::Departure,
            Self::Accession => Self::Resignation,
            Self::Resignation => Self::Accession,
        }
    }
}

/// Whether a verb of the passage is about the other end than the question's main verb.
pub(super) fn are_opposite(scene: &Scene, verb: usize) -> bool {
    let asked = scene.query.predicate.and_then(|asked| End::of(&scene.query.grammar, asked));
    asked.is_some_and(|asked| End::of(&scene.passage.grammar, verb) == Some(asked.opposite()))
}
