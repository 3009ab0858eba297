//! Copies of sentences as people also write them: hurried, shouted, as headlines.

use dateline::text::syntax::{Relation, Tag};

use crate::corpus::Example;

/// Small words that headlines write small.
const SMALL: [&str; 18] = [
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "as", "by", "from", "with",
    "but", "nor", "per",
];

/// The sentences, and after them the altered copies of some.
pub(crate) fn with_copies(examples: &[Example]) -> Vec<Example> {
    let mut all = examples.to_vec();
    for (number, example) in examples.iter().enumerate() {
        let question = example.text.ends_with('?');
        match number % 20 {
            _ if question && number % 2 == 0 => all.push(hurried(example)),
            0..=2 => all.push(hurried(example)),
            3..=4 => all.push(headline(example)),
            5 => all.push(shouted(example)),
            6 => all.push(without_end(example)),
            _ => {}
        }
    }
    all
}

/// Lower case, and no mark at the end.
pub(crate) fn hurried(example: &Example) -> Example {
    let mut copy = without_end(example);
    copy.text.make_ascii_lowercase();
    copy
}

fn shouted(example: &Example) -> Example {
    let mut copy = without_end(example);
    copy.text.make_ascii_uppercase();
    copy
}

/// Every longer word with a capital.
fn headline(example: &Example) -> Example {
    let mut copy = without_end(example);
    let mut bytes = copy.text.into_bytes();
    for span in &copy.spans {
        let word = &mut bytes[span.range()];
        let small = SMALL.iter().any(|small| small.as_bytes() == word);
        if !small && !word.starts_with(b"'") {
            word[0].make_ascii_uppercase();
        }
    }
    copy.text = String::from_utf8(bytes).expect("only ASCII letters were changed");
    copy
}

/// Without the last mark, where nothing hangs on it.
fn without_end(example: &Example) -> Example {
    let mut copy = example.clone();
    let Some(last) = copy.tags.len().checked_sub(1) else { return copy };
    let loose = copy.relations[last] == Relation::Punct && !copy.heads.contains(&Some(last));
    if last > 1 && loose && copy.tags[last] == Tag::Period {
        copy.text.truncate(copy.spans[last].start as usize);
        copy.spans.pop();
        copy.tags.pop();
        copy.heads.pop();
        copy.relations.pop();
        copy.lemmas.pop();
    }
    copy
}
