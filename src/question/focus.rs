//! The noun that the answer is one of: "which *minister*", "who was the *winner*",
//! "*date* of the vote".

use crate::lexicon::{Lexicon, NounKind};
use crate::text::syntax::Tag;

use super::answer_type::AnswerType;
use super::query::Focus;
use super::question_type::QuestionType;
use super::words::Words;

/// The noun asked for, where there is one.
pub(super) fn of(
    words: Words,
    asks: QuestionType,
    phrase: Option<(usize, usize)>,
) -> Option<Focus> {
    let token = match phrase {
        Some((first, last)) => in_question(words, asks, first, last)?,
        None if asks == QuestionType::Topic => topic(words)?,
        None => return None,
    };
    let token = sorted_noun(words, token).unwrap_or(token);
    Some(Focus { token, lemma: words.grammar.lemma(token).to_owned() })
}

fn in_question(words: Words, asks: QuestionType, first: usize, last: usize) -> Option<usize> {
    let named =
        matches!(asks, QuestionType::Which | QuestionType::HowMany) || words.word(first) == "whose";
    if named && last > first && words.tag(last).is_noun() {
        return Some(last);
    }
    if matches!(asks, QuestionType::Which | QuestionType::HowMany) && words.word(last + 1) == "of" {
        return head_of_phrase(words, last + 2);
    }
    if asks == QuestionType::What && is_naming(words) {
        return None;
    }
    matches!(asks, QuestionType::What | QuestionType::Who | QuestionType::Which)
        .then(|| identified(words, last))
        .flatten()
}

/// "What was it called", "what do they call it": a name is asked for, not the noun.
pub(super) fn is_naming(words: Words) -> bool {
    let called = |at: usize| {
        words.is_one_of(at, &["called", "named", "nicknamed", "dubbed", "known", "termed"])
    };
    let Some(at) = (0..words.len()).find(|&at| called(at)) else { return false };
    let after_be =
        (0..at).any(|before| words.is_be(before) || words.is_one_of(before, &["be", "been"]));
    let ends = words.is_end(at + 1)
        || words.is_one_of(
            at + 1,
            &[
                "before",
                "now",
                "previously",
                "originally",
                "then",
                "today",
                "when",
                "as",
                "in",
                "until",
                "after",
                "officially",
                "first",
                "back",
                "earlier",
                "at",
                "by",
                "formerly",
            ],
        );
    after_be && ends && (words.word(at) != "known" || words.word(at + 1) == "as")
}

/// The noun in "what kind of *plane*", "what's the name of the *pilot*".
fn sorted_noun(words: Words, token: usize) -> Option<usize> {
    if !is_sort(words, token) {
        return None;
    }
    let name = words.grammar.lemma(token) == "name";
    let other = (0..token).any(|at| {
        words.is_one_of(at, &["new", "old", "former", "real", "full", "original", "maiden"])
    });
    if name && other { None } else { head_of_phrase(words, token + 2) }
}

/// Whether a word only says that a sort or name of something is asked for: "what *kind* of".
pub(super) fn is_sort(words: Words, token: usize) -> bool {
    const SORTS: [&str; 11] = [
        "kind", "type", "sort", "form", "brand", "make", "model", "breed", "species", "name",
        "type",
    ];
    words.tag(token).is_noun()
        && SORTS.contains(&words.grammar.lemma(token))
        && words.word(token + 1) == "of"
}

/// "What is the *name* of the ship": articles tell names without the word, but not that it is the
/// new one or the former.
pub(super) fn is_mere_name(words: Words, token: usize) -> bool {
    let before = token.saturating_sub(1);
    let is_plain =
        words.is_one_of(before, &["the", "official", "is"]) || is_part_of_name(words, before);
    words.is_one_of(token, &["name", "names"]) && words.tag(token).is_noun() && is_plain
}

/// "The *first* name of": which part of a name is asked for.
pub(super) fn is_part_of_name(words: Words, token: usize) -> bool {
    const PARTS: [&str; 6] = ["first", "last", "middle", "full", "family", "given"];
    words.is_one_of(token, &PARTS)
        && words.is_one_of(token + 1, &["name", "names"])
        && words.word(token + 2) == "of"
}

/// The head of the noun phrase from `first` on; owners ("Samoa's") are none.
pub(super) fn head_of_phrase(words: Words, first: usize) -> Option<usize> {
    let inside = |at: &usize| {
        let tag = words.tag(*at);
        tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::DT | Tag::CD | Tag::POS | Tag::PRPS | Tag::VBN | Tag::VBG)
    };
    let participle_behind = |at: &usize| {
        *at > first
            && matches!(words.tag(*at), Tag::VBN | Tag::VBG | Tag::DT)
            && words.tag(at - 1).is_noun()
    };
    (first..words.len())
        .take_while(|at| inside(at) && !participle_behind(at))
        .filter(|&at| words.tag(at).is_noun() && words.tag(at + 1) != Tag::POS)
        .last()
}

/// The noun in "what is the new *name* of the mechanism", "who was the *winner*".
fn identified(words: Words, wh: usize) -> Option<usize> {
    if !words.is_be(wh + 1) {
        return inverted(words, wh);
    }
    let first = (wh + 2..words.len()).find(|&at| !words.tag(at).is_adverb())?;
    if matches!(words.tag(first), Tag::VBG | Tag::VBN)
        && words.is_one_of(first - 1, &["'s", "is", "are", "was", "were"])
    {
        return None;
    }
    let head = noun_phrase(words, first).last()?;
    if words.word(wh) == "what" && (is_acted_by(words, head) || is_somebody(words, head)) {
        return None;
    }
    unless_name(words, head)
}

/// "What was the woman holding", "what are rebels in the hills angry about": not the
/// woman is asked for.
fn is_acted_by(words: Words, head: usize) -> bool {
    let next = (head + 1..words.len()).find(|&at| !words.tag(at).is_adverb()).unwrap_or(head);
    let stranded = words.last().is_some_and(|last| matches!(words.tag(last), Tag::IN | Tag::TO));
    let doing = words.grammar.head(head).is_some_and(|verb| {
        let is_subject = words.grammar.tokens[head].relation.is_subject();
        verb > head && is_subject && words.tag(verb) == Tag::VBG
    });
    let participle = doing || matches!(words.tag(next), Tag::VBG | Tag::VBN);
    let adjective = words.tag(next).is_adjective() && words.word(next) != "worth";
    (participle || (adjective && stranded)) && !words.is_one_of(next, &["worth", "called", "named"])
}

/// "What was the *electrician* at the inlet doing", "what was his *father*": who that is would
/// be asked with "who".
fn is_somebody(words: Words, head: usize) -> bool {
    let known = AnswerType::of_noun(words.grammar.lemma(head));
    let somebody =
        words.is_person(head) || matches!(known, Some(AnswerType::Person | AnswerType::Actor));
    somebody && !words.has(&["name", "names"])
}

/// "Who the new *coach* is".
fn inverted(words: Words, wh: usize) -> Option<usize> {
    let last = words.last().filter(|&last| words.is_be(last) && last > wh + 1)?;
    let verb = (wh + 1..last).any(|at| words.tag(at).is_finite());
    let head = noun_phrase(words, wh + 1).last()?;
    if verb { None } else { unless_name(words, head) }
}

/// A name is no sort of thing; a title is, however it is written.
fn unless_name(words: Words, head: usize) -> Option<usize> {
    let title = Lexicon::builtin().title(words.word(head)).is_some();
    (!words.tag(head).is_proper() || title).then_some(head)
}

/// "What is the mechanism?": the phrase is all that the question says, so it is to be explained.
pub(super) fn is_all(words: Words, focus: usize) -> bool {
    let copula = (0..focus).rev().find(|&at| words.is_be(at));
    let bare = copula.is_some_and(|be| {
        words.is_one_of(be, &["is", "are", "'s", "'re"])
            && (be + 1..focus).all(|at| !matches!(words.tag(at), Tag::POS | Tag::PRPS))
    });
    bare && words.is_end(focus + 1)
}

/// The nouns that head the phrase from `first` on, owners left out.
fn noun_phrase(words: Words, first: usize) -> impl Iterator<Item = usize> {
    let noun = move |at: usize| {
        let kind = || Lexicon::builtin().kind_of(words.word(at));
        let mistaken = words.tag(at) == Tag::JJ
            && matches!(words.tag(at + 1), Tag::DT | Tag::IN)
            && kind() != NounKind::Other;
        words.tag(at).is_noun() || mistaken || (words.is_person(at) && !words.tag(at).is_verb())
    };
    let inside = move |at: &usize| {
        let tag = words.tag(*at);
        noun(*at)
            || tag.is_adjective()
            || matches!(tag, Tag::DT | Tag::CD | Tag::POS | Tag::PRPS | Tag::VBN | Tag::VBG)
    };
    let behind = move |at: &usize| {
        let tag = words.tag(*at);
        let another = tag == Tag::DT && *at > first && words.tag(at - 1) != Tag::DT;
        let participle = matches!(tag, Tag::VBN | Tag::VBG) || (tag == Tag::JJ && !noun(at + 1));
        another || (*at > first && noun(at - 1) && participle)
    };
    (first..words.len())
        .take_while(move |at| inside(at) && !behind(at))
        .filter(move |&at| noun(at) && !noun(at + 1) && words.tag(at + 1) != Tag::POS)
}

/// The noun that a question without a verb asks for: "*date* of the vote", "death
/// *toll* mine collapse".
fn topic(words: Words) -> Option<usize> {
    let known = |at: usize| {
        AnswerType::of_noun(words.grammar.lemma(at)).or(AnswerType::of_noun(words.word(at)))
    };
    let first = (0..words.len()).find(|&at| words.tag(at).is_noun())?;
    let head = head_of_phrase(words, first)?;
    if known(head).is_some() {
        return Some(head);
    }
    let is_figure = |at: &usize| {
        words.tag(*at).is_noun()
            && !matches!(
                known(*at),
                None | Some(
                    AnswerType::Person
                        | AnswerType::Organisation
                        | AnswerType::Place
                        | AnswerType::Actor
                        | AnswerType::Thing
                )
            )
    };
    (0..words.len()).find(is_figure)
}
