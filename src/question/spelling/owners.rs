//! Owners whose mark was left out: "Boeings", "womens", "Norways king".

use crate::lexicon::{Lexicon, Relation};
use crate::text::capitalised;

use super::Vocabulary;
use super::casing::cased;

/// What follows the plural of a name rather than what the one so called has.
const AFTER_PLURAL: [&str; 28] = [
    "in", "on", "at", "to", "from", "by", "for", "with", "of", "is", "are", "was", "were", "and",
    "or", "will", "did", "do", "have", "had", "who", "that", "the", "a", "against", "during",
    "after", "before",
];

/// "Norways king": of a country by its name.
pub(super) fn of_country(stem: &str, next: Option<&str>) -> Option<String> {
    let name = stem.strip_suffix('s').filter(|name| name.len() > 3)?;
    let found = Lexicon::builtin().country(name)?;
    let owns = next.is_some_and(|next| !AFTER_PLURAL.contains(&next));
    (owns && found.relation == Relation::Name).then(|| format!("{}'s", capitalised(name)))
}

/// "Boeings", "womens": the owner's mark was left out; "the Tajiks", which it was not.
pub(super) fn of_name(
    stem: &str,
    next: Option<&str>,
    vocabulary: &dyn Vocabulary,
) -> Option<String> {
    let name = stem.strip_suffix('s').filter(|name| name.len() > 2 && !name.ends_with('s'))?;
    let country = Lexicon::builtin().country(name).filter(|_| name.len() > 3);
    let known = vocabulary.written(name).or(country.map(|_| name));
    let written = known.filter(|_| vocabulary.written(stem).is_none())?;
    let people = name.ends_with("ist") || name.ends_with("lander");
    let owns = !people && next.is_some_and(|next| !AFTER_PLURAL.contains(&next));
    let plural = matches!(name, "men" | "women" | "children" | "people");
    let is_name = written.starts_with(char::is_uppercase) || country.is_some();
    let name = cased(written, name, "", vocabulary);
    let ending = if country.is_some() || people { "s" } else { "" };
    (plural && owns || is_name).then(|| format!("{name}{}", if owns { "'s" } else { ending }))
}
