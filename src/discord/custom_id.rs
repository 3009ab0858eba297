//! What buttons and menus carry: a version, an action and numbers that mean the same tomorrow.
//!
//! A button may be pressed after a restart, so nothing that it needs is kept in the program; and
//! never does it carry the words of a question.

use sha2::{Digest, Sha256};

use super::limits;
use crate::engine::ProofId;

/// Stands at the beginning, so that a later version can tell buttons of an earlier one.
const VERSION: &str = "1";

/// The most other reports that one button names.
pub(super) const MOST_OTHERS: usize = 4;

/// What a button, menu or modal does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// Shows the sentences around a quote.
    Context(ProofId),
    /// Shows what others report: what is known to say the same, and what is likest to the first.
    Others(ProofId, Vec<ProofId>),
    /// Opens a modal for a follow-up about a quote; sends the follow-up, where it stands on a
    /// modal.
    FollowUp(Option<ProofId>),
    /// Shows a private answer to everybody.
    Share(Option<ProofId>),
    /// Asks what is not right.
    NotRight(Option<ProofId>),
    /// Says what is not right with the answer in a message.
    Reason(Reason, Option<ProofId>, u64),
    /// Deletes the answer that a person asked for.
    Delete(u64),
    /// Asks what a button says instead: its place, and the number of its words.
    Choose(usize, ChoiceId),
    /// Asks what is chosen in the menu.
    Pick,
    /// Shows a quote that is nearest to what was asked.
    Tell(ProofId),
}

/// What a person finds not right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    Date,
    Place,
    People,
    Outdated,
    Question,
}

impl Reason {
    /// Every reason, in the order of their buttons.
    pub(super) const ALL: [Self; 5] =
        [Self::Date, Self::Place, Self::People, Self::Outdated, Self::Question];

    /// What the log says.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Date => "wrong date",
            Self::Place => "wrong place",
            Self::People => "wrong people",
            Self::Outdated => "outdated",
            Self::Question => "not my question",
        }
    }

    /// What stands for it in a custom id.
    fn letter(self) -> &'static str {
        match self {
            Self::Date => "d",
            Self::Place => "p",
            Self::People => "w",
            Self::Outdated => "o",
            Self::Question => "q",
        }
    }

    fn from_letter(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.letter() == letter)
    }
}

/// The number of something to ask instead, made of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ChoiceId(pub(super) u64);

impl ChoiceId {
    pub(super) fn of(question: &str) -> Self {
        let hash = Sha256::digest(question);
        Self(hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    /// What a menu's option carries.
    pub(super) fn write(self) -> String {
        hex(self.0)
    }

    /// Reads what a menu's option carries.
    pub(super) fn read(text: &str) -> Option<Self> {
        unhex(text).map(Self)
    }
}

impl Action {
    /// The custom id for it.
    pub(super) fn write(&self) -> String {
        let parts: Vec<String> = match self {
            Self::Context(proof) => vec!["c".into(), hex(proof.0)],
            Self::Others(proof, others) => {
                let others = others.iter().take(MOST_OTHERS).map(|it| hex(it.0));
                ["o".into(), hex(proof.0)].into_iter().chain(others).collect()
            }
            Self::FollowUp(proof) => vec!["f".into(), maybe(*proof)],
            Self::Share(proof) => vec!["s".into(), maybe(*proof)],
            Self::NotRight(proof) => vec!["n".into(), maybe(*proof)],
            Self::Reason(reason, proof, message) => {
                vec!["r".into(), reason.letter().into(), maybe(*proof), message.to_string()]
            }
            Self::Delete(asker) => vec!["d".into(), asker.to_string()],
            Self::Choose(place, choice) => vec!["q".into(), place.to_string(), choice.write()],
            Self::Pick => vec!["m".into()],
            Self::Tell(proof) => vec!["t".into(), hex(proof.0)],
        };
        limits::cut(&format!("{VERSION}:{}", parts.join(":")), limits::CUSTOM_ID)
    }

    /// What a custom id stands for; `None` for one of another version, or that is not ours.
    pub(super) fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(':').collect();
        let (version, parts) = parts.split_first()?;
        if *version != VERSION {
            return None;
        }
        Some(match parts {
            ["c", proof] => Self::Context(ProofId(unhex(proof)?)),
            ["o", proof, others @ ..] => {
                let others: Option<_> = others.iter().map(|it| unhex(it).map(ProofId)).collect();
                Self::Others(ProofId(unhex(proof)?), others?)
            }
            ["f", proof] => Self::FollowUp(unmaybe(proof)?),
            ["s", proof] => Self::Share(unmaybe(proof)?),
            ["n", proof] => Self::NotRight(unmaybe(proof)?),
            ["r", letter, proof, message] => {
                Self::Reason(Reason::from_letter(letter)?, unmaybe(proof)?, message.parse().ok()?)
            }
            ["d", asker] => Self::Delete(asker.parse().ok()?),
            ["q", place, choice] => Self::Choose(place.parse().ok()?, ChoiceId::read(choice)?),
            ["m"] => Self::Pick,
            ["t", proof] => Self::Tell(ProofId(unhex(proof)?)),
            _ => return None,
        })
    }
}

fn hex(number: u64) -> String {
    format!("{number:016x}")
}

fn unhex(text: &str) -> Option<u64> {
    (text.len() == 16).then(|| u64::from_str_radix(text, 16).ok()).flatten()
}

/// A number that may be missing: then it is an empty word.
fn maybe(proof: Option<ProofId>) -> String {
    proof.map(|proof| hex(proof.0)).unwrap_or_default()
}

fn unmaybe(text: &str) -> Option<Option<ProofId>> {
    if text.is_empty() { Some(None) } else { unhex(text).map(|number| Some(ProofId(number))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_action() -> Vec<Action> {
        let proof = ProofId(u64::MAX);
        let reasons = Reason::ALL.map(|reason| Action::Reason(reason, Some(proof), u64::MAX));
        let mut actions = vec![
            Action::Context(proof),
            Action::Others(proof, vec![ProofId(0); MOST_OTHERS]),
            Action::Others(proof, Vec::new()),
            Action::FollowUp(None),
            Action::FollowUp(Some(proof)),
            Action::Share(Some(proof)),
            Action::NotRight(None),
            Action::Delete(u64::MAX),
            Action::Choose(24, ChoiceId(7)),
            Action::Pick,
            Action::Tell(proof),
        ];
        actions.extend(reasons);
        actions
    }

    #[test]
    fn every_action_comes_back_and_keeps_the_limit() {
        for action in every_action() {
            let text = action.write();
            assert!(text.len() <= limits::CUSTOM_ID, "{text}");
            assert_eq!(Action::read(&text), Some(action), "{text}");
        }
    }

    #[test]
    fn no_two_actions_are_written_alike() {
        let mut written: Vec<_> = every_action().iter().map(Action::write).collect();
        written.sort();
        written.dedup();
        assert_eq!(written.len(), every_action().len());
    }

    #[test]
    fn what_is_not_ours_is_nothing() {
        for text in [
            "",
            "1",
            "0:c:0000000000000001",
            "1:c:1",
            "1:z",
            "1:d:x",
            "1:r:x::1",
            "1:c:é00000000000000",
        ] {
            assert_eq!(Action::read(text), None, "{text}");
        }
    }
}
