//! What a configuration file says.

use std::path::{Path, PathBuf};

use super::{Colour, DEFAULT_FOLDER, Layer, discord};
use crate::toml_reader::{Problem, Said, Sheet, Table};

/// Reads the text of the file at `path`.
pub(super) fn read(path: &Path, text: &str) -> (Layer, Vec<Problem>) {
    let name = path.display().to_string();
    let sheet = Sheet::new(&name, text);
    let mut root = sheet.root();
    let layer = Layer {
        knowledge: read_folders(&mut root, path.parent().unwrap_or(Path::new(""))),
        colour: read_colour(&mut root),
        history: root.flag("history"),
        discord: root.table("discord").map(discord::read).unwrap_or_default(),
    };
    root.finish();
    (layer, sheet.into_problems())
}

/// The folders, seen from `home`, where the file lies. The default one may be missing: it is told
/// by an empty list.
fn read_folders(root: &mut Table<'_>, home: &Path) -> Option<Vec<PathBuf>> {
    let is_said = root.has("knowledge");
    let folders: Vec<_> = root.texts("knowledge").into_iter().map(|said| said.value).collect();
    if !is_said {
        return None;
    }
    if folders == [DEFAULT_FOLDER] && home == Path::new("") {
        return Some(Vec::new());
    }
    Some(folders.iter().map(|folder| home.join(folder)).collect())
}

fn read_colour(root: &mut Table<'_>) -> Option<Colour> {
    let Said { value, at } = root.text("colour")?;
    let colour = Colour::from_word(&value);
    if colour.is_none() {
        let known = Colour::WORDS.map(|(_, word)| word).join(", ");
        root.tell(at, format!("`colour` must be one of {known}."));
    }
    colour
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let (_, problems) = read(Path::new("config.toml"), text);
        let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, expected, "for {text}");
    }

    #[test]
    fn every_problem_is_told_with_its_place() {
        check(
            "colour = 'pink'\n\nhistory = 'yes'\nknowlege = []",
            &[
                "config.toml:1:10: `colour` must be one of auto, always, never.",
                "config.toml:3:11: `history` must be true or false.",
                "config.toml:4:1: unknown key `knowlege`: did you mean `knowledge`?",
            ],
        );
    }

    #[test]
    fn the_settings_of_discord_are_as_strict() {
        check(
            "[discord]\nperson_questions = 0\nperson_second = 1",
            &[
                "config.toml:2:20: `person_questions` must be a whole number from 1 to 1000000.",
                "config.toml:3:1: unknown key `person_second`: did you mean `person_seconds`?",
            ],
        );
    }

    #[test]
    fn folders_are_seen_from_the_files_own() {
        let (layer, _) = read(Path::new("/etc/dateline/a.toml"), "knowledge = ['facts', '/srv']");
        let expected = vec![PathBuf::from("/etc/dateline/facts"), PathBuf::from("/srv")];
        assert_eq!(layer.knowledge, Some(expected));
    }
}
