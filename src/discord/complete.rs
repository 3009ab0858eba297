//! Choices while somebody types a topic.

use super::escape::plain;
use super::limits;
use crate::engine::Engine;
use crate::text::fold;

/// How many names the engine is asked for, of which those of upcoming events come first.
const CONSIDERED: usize = 60;

/// What was typed, then the names that it may be the beginning of: the very same first, then those
/// of `upcoming` events, then the others as the engine orders them.
pub(super) fn choices(engine: &Engine, upcoming: &[String], typed: &str) -> Vec<String> {
    let typed = plain(typed);
    let topics = engine.complete(&typed, CONSIDERED);
    let names: Vec<String> = topics.iter().map(|topic| plain(&topic.name)).collect();
    let mut choices: Vec<String> = Vec::new();
    if !typed.is_empty() {
        choices.push(limits::cut(&typed, limits::CHOICE));
    }
    for name in ordered(names, upcoming, &typed) {
        let is_there = choices.iter().any(|choice| fold(choice) == fold(&name));
        if !is_there && !name.is_empty() && limits::length(&name) <= limits::CHOICE {
            choices.push(name);
        }
    }
    choices.truncate(limits::CHOICES);
    choices
}

/// The same names, with what is about to happen before the rest.
fn ordered(mut names: Vec<String>, upcoming: &[String], typed: &str) -> Vec<String> {
    let events: Vec<String> = upcoming.iter().map(|event| fold(event)).collect();
    names.sort_by_cached_key(|name| {
        let name = fold(name);
        (name != fold(typed), !events.iter().any(|event| event.contains(&name)))
    });
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;

    fn engine() -> Engine {
        Knowledge::built_in().into_engine()
    }

    #[test]
    fn what_was_typed_is_the_first_choice() {
        let choices = choices(&engine(), &[], "  chi ");
        assert_eq!(choices[0], "chi");
        assert!(choices.len() > 1 && choices[1].to_lowercase().starts_with("chi"), "{choices:?}");
    }

    #[test]
    fn nothing_typed_gives_names_alone_and_no_more_than_fit() {
        let choices = choices(&engine(), &[], "");
        assert!((2..=limits::CHOICES).contains(&choices.len()), "{choices:?}");
        assert!(choices.iter().all(|choice| !choice.is_empty()));
    }

    #[test]
    fn a_long_text_is_cut_to_a_choice() {
        let choices = choices(&engine(), &[], &"x".repeat(400));
        assert_eq!(limits::length(&choices[0]), limits::CHOICE);
    }

    #[test]
    fn upcoming_events_come_before_others_and_after_the_very_same() {
        let names = ["talks", "round", "round table"].map(str::to_owned).to_vec();
        let upcoming = ["The Round Table meets".to_owned()];
        assert_eq!(ordered(names, &upcoming, "talks"), ["talks", "round", "round table"]);
        let names = ["ship", "summit"].map(str::to_owned).to_vec();
        assert_eq!(ordered(names, &["a summit is held".to_owned()], "s"), ["summit", "ship"]);
    }
}
