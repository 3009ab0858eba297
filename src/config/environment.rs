//! What the environment says: `DATELINE_` and the name of a setting.

use std::env;
use std::ffi::{OsStr, OsString};

use super::{Colour, Layer};
use crate::toml_reader::Problem;

const PREFIX: &str = "DATELINE_";

/// Reads the variables that are ours; an empty one says nothing.
pub(super) fn read(
    variables: impl IntoIterator<Item = (OsString, OsString)>,
) -> (Layer, Vec<Problem>) {
    let mut layer = Layer::default();
    let mut problems = Vec::new();
    for (name, value) in variables {
        let name = name.to_string_lossy();
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
fn set(layer: &mut Layer, setting: &str, value: &OsStr) -> Result<(), String> {
    match setting {
        "KNOWLEDGE" => layer.knowledge = Some(env::split_paths(value).collect()),
        "COLOUR" => {
            let known = Colour::WORDS.map(|(_, word)| word).join(", ");
            let colour = value.to_str().and_then(Colour::from_word);
            layer.colour = Some(colour.ok_or_else(|| format!("must be one of {known}."))?);
        }
        "HISTORY" => {
            let flag = value.to_str().and_then(|word| word.parse().ok());
            layer.history = Some(flag.ok_or("must be true or false.")?);
        }
        _ => return Err("is no setting: there are KNOWLEDGE, COLOUR and HISTORY.".to_owned()),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(pairs: &[(&str, &str)]) -> Vec<(OsString, OsString)> {
        pairs.iter().map(|(name, value)| (name.into(), value.into())).collect()
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

    #[cfg(unix)]
    #[test]
    fn a_folder_whose_name_is_no_utf8_is_the_folder_that_was_named() {
        use std::os::unix::ffi::OsStrExt;

        let folder = OsStr::from_bytes(b"caf\xe9");
        let (layer, problems) = read([("DATELINE_KNOWLEDGE".into(), folder.to_owned())]);
        assert_eq!((layer.knowledge, problems), (Some(vec![folder.into()]), Vec::new()));
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
