//! Which word of a headline tells what happens.
//!
//! Headlines drop what makes a sentence easy to read, and their verbs ("Mayor *slams* plan") are
//! often taken for nouns. Where the body uses a like word as a verb, it is one.

use crate::fact::Passage;
use crate::text::fold;
use crate::text::syntax::{Relation, Tag};

use super::story::Story;

/// How many letters two forms of one verb share at least: "stages" and "staged".
const STEM: usize = 4;

/// The predicate of the headline: of what follows its colon, else of what stands before.
pub(super) fn predicate(story: &Story) -> Option<usize> {
    let passage = story.passage(story.title()?);
    let mut segments = segments(passage);
    segments.reverse();
    segments.sort_by_key(|&(first, _)| usize::from(opens_speech(passage, first)));
    segments.into_iter().find_map(|segment| {
        (segment.0..=segment.1).find(|&token| tells(story, passage, segment, token))
    })
}

/// A headline often ends with somebody's words, which are not its news.
fn opens_speech(passage: &Passage, first: usize) -> bool {
    passage.grammar.tokens[first].tag == Tag::LeftQuote || passage.grammar.tokens[first].tag.is_wh()
}

/// The pieces that marks like a colon cut a headline into: first and last token of each.
pub(super) fn segments(passage: &Passage) -> Vec<(usize, usize)> {
    let cuts = |token: &usize| passage.grammar.tokens[*token].tag == Tag::Colon;
    let mut runs = Vec::new();
    let mut first = 0;
    for cut in (0..passage.len()).filter(cuts).chain([passage.len()]) {
        if cut > first {
            runs.push((first, cut - 1));
        }
        first = cut + 1;
    }
    runs
}

fn tells(story: &Story, passage: &Passage, (first, _): (usize, usize), token: usize) -> bool {
    let tag = passage.grammar.tokens[token].tag;
    if token == first || is_subordinate(passage, first, token) {
        return false;
    }
    let helps = matches!(passage.grammar.tokens[token].relation, Relation::Aux | Relation::AuxPass);
    let attribute = passage.grammar.tokens[token].relation == Relation::Amod;
    let verb = tag.is_verb() && tag != Tag::VBG && !helps && !attribute;
    verb && passage.grammar.tokens[token - 1].tag != Tag::TO
        || tag.is_noun() && is_hidden_verb(story, passage, token)
}

/// Whether a word that opens a clause stands before the token, other than at the very beginning.
fn is_subordinate(passage: &Passage, first: usize, token: usize) -> bool {
    (first + 1..token).any(|before| {
        let tag = passage.grammar.tokens[before].tag;
        tag.is_wh()
            || tag == Tag::IN
                && matches!(
                    passage.grammar.lemma(before),
                    "as" | "after" | "while" | "because" | "before" | "since"
                )
    })
}

/// Whether a noun after a name or noun is a verb in the body.
fn is_hidden_verb(story: &Story, passage: &Passage, token: usize) -> bool {
    let tokens = &passage.grammar.tokens;
    let word = fold(passage.word(token));
    let after_noun = tokens[token - 1].tag.is_noun() || tokens[token - 1].tag.is_adverb();
    let after_name = tokens[token - 1].entity.is_some();
    let inside_name =
        tokens[token].entity.is_some() && tokens[token].entity == tokens[token - 1].entity;
    let form = word.ends_with('s') || after_name;
    after_noun && form && !inside_name && is_verb_in_body(story, &word)
}

fn is_verb_in_body(story: &Story, word: &str) -> bool {
    let Some(stem) = word.get(..STEM.min(word.len())).filter(|stem| stem.len() >= 3) else {
        return false;
    };
    let bodies = story.passages().iter().filter(|passage| !passage.is_title);
    bodies.into_iter().any(|passage| {
        let tokens = passage.grammar.tokens.iter().enumerate();
        let verbs = tokens.filter(|(_, token)| token.tag.is_verb());
        verbs.into_iter().any(|(index, _)| {
            let lemma = passage.grammar.lemma(index);
            lemma.starts_with(stem) && word.starts_with(lemma.trim_end_matches('e'))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::passages;
    use super::*;

    fn check(headline: &str, body: &str, expected: Option<&str>) {
        let passages = passages(&format!("{headline}\n\n{body}\n"));
        let story = Story::new(&passages, None);
        let title = story.passage(story.title().unwrap_or_default());
        assert_eq!(story.predicate().map(|token| title.word(token)), expected, "{headline}");
    }

    #[test]
    fn the_verb_of_a_headline_tells_what_happens() {
        check("Storm damages old bridge", "A storm damaged the bridge.", Some("damages"));
        check(
            "Larkham storm: Mayor closes old bridge",
            "The mayor closed the bridge.",
            Some("closes"),
        );
        check(
            "Mayor resigns as council rejects budget",
            "The mayor resigned on Monday.",
            Some("resigns"),
        );
    }

    #[test]
    fn a_headline_without_a_verb_has_none() {
        check("Fire in the old town", "A fire broke out in the old town.", None);
    }
}
