//! What the environment says: `DATELINE_` and the name of a setting.

use std::env;

use super::{Colour, Layer};
use crate::toml_reader::Problem;

const PREFIX: &str = "DATELINE_";

/// Reads the variables that are ours; an empty one says nothing.
pub(super) fn read(variables: impl IntoIterator<Item = (String, String)>) -> (Layer, Vec<Problem>) {
    let mut layer = Layer::default();
    let mut problems = Vec::new();
    for (name, value) in variables {
        let Some(setting) = name.strip_prefix(PREFIX) else { continue };
        if value.is_empty() {
            continue;
        }
        if let Err(right) = set(&mut layer, setting, &value) {
            problems.push(Problem::of_file(&name, right));
        }
    }
    problems.sort();
    (layer, problems)
}

/// Takes one setting, or says what would be right.
fn set(layer: &mut Layer, setting: &str, value: &str) -> Result<(), String> {
    match setting {
        "KNOWLEDGE" => layer.knowledge = Some(env::split_paths(value).collect()),
        "COLOUR" => {
            let known = Colour::WORDS.map(|(_, word)| word).join(", ");
            let colour = Colour::from_word(value);
            layer.colour = Some(colour.ok_or_else(|| format!("must be one of {known}."))?);
        }
        "HISTORY" => layer.history = Some(value.parse().map_err(|_| "must be true or false.")?),
        _ => return Err("is no setting: there are KNOWLEDGE, COLOUR and HISTORY.".to_owned()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn variables_set_what_their_names_say() {
        let said =
            variables(&[("DATELINE_HISTORY", "false"), ("DATELINE_COLOUR", ""), ("HOME", "x")]);
        let (layer, problems) = read(said);
        assert_eq!(problems, []);
        assert_eq!(layer, Layer { history: Some(false), ..Layer::default() });
    }

    #[test]
    fn folders_are_listed_as_in_the_path() {
        let joined = env::join_paths(["a", "b c"]).unwrap().into_string().unwrap();
        let (layer, _) = read(variables(&[("DATELINE_KNOWLEDGE", &joined)]));
        assert_eq!(layer.knowledge, Some(vec!["a".into(), "b c".into()]));
    }

    #[test]
    fn bad_values_and_unknown_names_are_told() {
        let said = [("DATELINE_HISTORY", "no"), ("DATELINE_COLOUR", "pink"), ("DATELINE_X", "1")];
        let (_, problems) = read(variables(&said));
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "DATELINE_COLOUR: must be one of auto, always, never.",
                "DATELINE_HISTORY: must be true or false.",
                "DATELINE_X: is no setting: there are KNOWLEDGE, COLOUR and HISTORY.",
            ]
        );
    }
}
