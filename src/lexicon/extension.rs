//! What an operator adds to the lexicon, as it is written in a knowledge file.
//!
//! Plain data: unknown keys are rejected, nothing here reads a file.

use serde::Deserialize;
use std::collections::BTreeMap;

/// Words and names to know besides the built-in ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Extension {
    /// Groups of words and phrases that say the same.
    pub synonyms: Vec<Vec<String>>,
    /// Pairs of words that contradict each other.
    pub antonyms: Vec<[String; 2]>,
    /// Further names of countries, under a name that is known.
    pub countries: BTreeMap<String, Vec<String>>,
    /// Further places.
    pub places: Vec<NewPlace>,
    /// Further bodies, or further names of known ones.
    pub organisations: Vec<NewOrganisation>,
}

/// A place to know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NewPlace {
    /// Its usual name.
    pub name: String,
    /// As in the table of places: "city", "state", "river".
    pub kind: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Codes of the countries it is in: "GB", "US-NY".
    pub countries: Vec<String>,
}

/// A body to know.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NewOrganisation {
    /// Its full name; that of a known body adds to it.
    pub name: String,
    /// As in the table of organisations: "company", "agency"; empty for a known body.
    pub kind: String,
    /// Its abbreviations and other names.
    pub aliases: Vec<String>,
}

impl Extension {
    /// Every word of its synonyms and antonyms.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let synonyms = self.synonyms.iter().flatten();
        synonyms.chain(self.antonyms.iter().flatten()).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_knowledge_file_s_table_is_read() {
        let text = r#"
            synonyms = [["quit", "bow out"]]
            antonyms = [["ebb", "flow"]]
            countries = { "Vietnam" = ["VN"] }
            organisations = [{ name = "Acme", kind = "company", aliases = ["ACM"] }]
        "#;
        let extension: Extension = toml::from_str(text).expect("it is well-formed");
        assert_eq!(extension.words().collect::<Vec<_>>(), ["quit", "bow out", "ebb", "flow"]);
        assert_eq!(extension.organisations[0].aliases, ["ACM"]);
    }

    #[test]
    fn a_key_that_nobody_knows_is_rejected() {
        assert!(toml::from_str::<Extension>("synonym = []").is_err());
    }
}
