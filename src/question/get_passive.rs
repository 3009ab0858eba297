//! "Who *got* elected?" asks who *was* elected: put so, the verb is the one of what happened.

use crate::text::capitalised;
use crate::text::syntax::{Relation, Tag};

use super::words::{Words, joined};

/// The question with a form of "be" in the place of a "get" that only makes a passive.
pub(super) fn with_be(words: Words) -> Option<String> {
    let get = (0..words.len()).find(|&at| makes_passive(words, at))?;
    let is_helper = |&at: &usize| {
        matches!(words.grammar.tokens[at].relation, Relation::Aux | Relation::AuxPass)
    };
    let helper = (0..get).find(is_helper);
    let are = is_plural(words, get);
    let be = |is_past: bool| match (is_past, are) {
        (true, true) => "were",
        (true, false) => "was",
        (false, true) => "are",
        (false, false) => "is",
    };
    let behind = words.between(get + 1, words.len());
    let parts = match helper.map(|helper| (helper, words.word(helper))) {
        Some((did, word @ ("did" | "does" | "do"))) => {
            let subject = words.between(did + 1, get);
            [words.between(0, did), be(word == "did"), subject, behind]
        }
        Some((_, "has" | "have" | "had")) => [words.between(0, get), "been", behind, ""],
        Some(_) => [words.between(0, get), "be", behind, ""],
        None => [words.between(0, get), be(words.word(get) == "got"), behind, ""],
    };
    Some(capitalised(&joined(&parts)))
}

/// Whether the word at `at` is a "get" with a participle behind it.
fn makes_passive(words: Words, at: usize) -> bool {
    const OWN_SENSE: [&str; 8] =
        ["started", "rid", "used", "gone", "done", "married", "divorced", "engaged"];
    let done = at + 1;
    words.is_one_of(at, &["get", "got", "gets", "gotten"])
        && done < words.len()
        && words.tag(done) == Tag::VBN
        && !words.is_one_of(done, &OWN_SENSE)
        && (words.grammar.head(done) == Some(at) || words.grammar.head(at) == Some(done))
}

/// Whether its subject is more than one.
fn is_plural(words: Words, get: usize) -> bool {
    let mut before = (0..get).rev();
    let subject = before.find(|&at| words.grammar.tokens[at].relation.is_subject());
    subject.is_some_and(|at| {
        matches!(words.tag(at), Tag::NNS | Tag::NNPS) || words.is_one_of(at, &["they", "we", "you"])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, fold, syntax};

    fn put(text: &str) -> Option<String> {
        let grammar = syntax::analyse(text, Span::new(0..text.len()));
        let folded: Vec<String> =
            grammar.tokens.iter().map(|token| fold(token.span.of(text))).collect();
        with_be(Words { text, grammar: &grammar, folded: &folded })
    }

    #[test]
    fn a_get_that_makes_a_passive_becomes_be() {
        for (question, expected) in [
            ("How many people got hurt in the crash?", "How many people were hurt in the crash?"),
            ("Who got elected?", "Who was elected?"),
            ("Why did the tap water get contaminated?", "Why was the tap water contaminated?"),
            ("Did anybody get killed in the fire?", "Was anybody killed in the fire?"),
            ("Will the bridge get repaired?", "Will the bridge be repaired?"),
        ] {
            assert_eq!(put(question).as_deref(), Some(expected), "{question}");
        }
    }

    #[test]
    fn a_get_of_its_own_stays() {
        for question in ["Who got the job?", "When did they get started?", "Where did he get it?"] {
            assert_eq!(put(question), None, "{question}");
        }
    }
}
