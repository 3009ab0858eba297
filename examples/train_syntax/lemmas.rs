//! Collects the lemmas that the rules do not find.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use dateline::text::syntax::{Tag, lemma};

use crate::corpus::Example;

/// How often a lemma must be seen to be believed.
const NEEDED: usize = 3;

/// The exceptions as the program reads them: form, tag and lemma on a line.
pub(crate) fn exceptions(examples: &[Example]) -> String {
    let mut seen: BTreeMap<(String, Tag), BTreeMap<String, usize>> = BTreeMap::new();
    for example in examples {
        for (at, known) in example.lemmas.iter().enumerate() {
            let form = example.spans[at].of(&example.text).to_lowercase();
            let Some(known) = known.as_ref().filter(|_| is_wanted(&form, example.tags[at])) else {
                continue;
            };
            let lemmas = seen.entry((form, example.tags[at])).or_default();
            *lemmas.entry(known.to_lowercase()).or_default() += 1;
        }
    }
    let mut lines = String::new();
    for ((form, tag), lemmas) in &seen {
        let most = lemmas.iter().max_by_key(|&(_, &count)| count);
        let Some((known, &count)) = most.filter(|(known, _)| is_word(known)) else { continue };
        if count >= NEEDED && *known != with_rules(form, *tag) {
            // Writing to a string cannot fail.
            let _ = writeln!(lines, "{form} {} {known}", tag.as_str());
        }
    }
    lines
}

/// Words that have other forms.
fn is_wanted(form: &str, tag: Tag) -> bool {
    let changes = tag == Tag::NNS || (tag.is_verb() && !matches!(tag, Tag::VB | Tag::VBP));
    let graded = matches!(tag, Tag::JJR | Tag::JJS);
    (changes || graded) && is_word(form)
}

fn is_word(form: &str) -> bool {
    form.len() > 2 && form.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn with_rules(form: &str, tag: Tag) -> String {
    lemma::by_rule(form, tag)
        .map_or_else(|| form.to_owned(), |(kept, ending)| form[..kept].to_owned() + ending)
}
