//! A question phrase behind what it asks about: "the fair when?", "tomb wine jar which island".

use crate::lexicon::{Lexicon, NounKind};
use crate::question::answer_type::AnswerType;
use crate::question::phrase;
use crate::question::words::Words;
use crate::text::Table;
use crate::text::syntax::Tag;

use super::{be, is_verb};

/// "The fair when?", "which *town* …?": the question phrase stands behind what it asks about.
pub(super) fn behind(words: Words, wh: usize, last: usize) -> Option<String> {
    if !(0..wh).any(|at| words.tag(at).is_noun())
        || (0..wh).all(|at| phrase::is_lead_in(words.word(at)))
    {
        return None;
    }
    if words.tag(wh - 1) == Tag::Comma
        && words.is_one_of(wh + 1, &["many", "much"])
        && wh + 1 < last
    {
        return Some(format!("{} in {}?", words.stretch(wh, last), words.stretch(0, wh - 2)));
    }
    let end = phrase_end(words, wh, last)?;
    let led = wh > 1 && matches!(words.tag(wh - 1), Tag::IN | Tag::TO);
    let stood = end == last || led && !(end + 1..=last).any(|at| is_verb(words, at));
    let back = end == wh
        && is_pronoun_behind_be(words, wh, last)
        && !(0..wh).any(|at| words.is_auxiliary(at));
    if !stood && !back {
        return None;
    }
    let led = led && words.word(wh - 1) != "over";
    let start = if led { wh - 1 } else { wh };
    let edge = (0..start).rev().find(|&at| !words.tag(at).is_punctuation())?;
    let (helper, plain) = helper(words, wh, edge);
    let rest = match plain {
        Some(verb) => in_base_form(words, verb, edge),
        None => words.stretch(0, edge).to_owned(),
    };
    let tail = if stood && end < last { words.stretch(end + 1, last) } else { "" };
    let asked = words.stretch(start, end);
    Some(format!("{asked} {helper} {rest} {tail}?").replace("  ", " ").replace(" ?", "?"))
}

/// The last word of a question phrase that begins at `wh` and has no clause behind it.
fn phrase_end(words: Words, wh: usize, last: usize) -> Option<usize> {
    match words.word(wh) {
        "what" | "which" | "whose" => {
            let asks = |at: &usize| {
                words.tag(*at).is_noun() && AnswerType::of_noun(words.grammar.lemma(*at)).is_some()
            };
            (wh + 1..=last.min(wh + 2)).find(asks)
        }
        "how" => (words.is_one_of(wh + 1, &["many", "much"]) && wh + 1 == last).then_some(last),
        "why" | "when" | "where" | "who" | "whom" => Some(wh),
        _ => None,
    }
}

/// "Ann Lee *who's that*", "first patient *who was it*".
fn is_pronoun_behind_be(words: Words, wh: usize, last: usize) -> bool {
    last == wh + 2
        && words.is_be(wh + 1)
        && words.is_one_of(last, &["it", "that", "this", "he", "she", "they"])
}

/// The words up to `edge`, the verb among them in its base form.
fn in_base_form(words: Words, verb: usize, edge: usize) -> String {
    let behind = if verb < edge { words.stretch(verb + 1, edge) } else { "" };
    format!("{} {} {behind}", words.stretch(0, verb - 1), words.grammar.lemma(verb))
}

/// The verb that goes before the words up to `edge`, which `wh` asks about; and the verb among
/// them that is in its base form then.
fn helper(words: Words, wh: usize, edge: usize) -> (&'static str, Option<usize>) {
    let ahead = (0..=edge).any(|at| words.is_one_of(at, &["next", "upcoming", "coming", "new"]));
    let asks_when = words.word(wh) == "when"
        || AnswerType::of_noun(words.word(wh + 1)) == Some(AnswerType::Date);
    let happens = Lexicon::builtin().kind_of(words.grammar.lemma(edge)) == NounKind::Event;
    if edge > 0 && words.word(edge).ends_with("ing") && !happens {
        return (be(words, 0, edge - 1, false), None);
    }
    let Some(verb) = (0..=edge).rev().find(|&at| is_verb(words, at)) else {
        return (be(words, 0, edge, asks_when && !ahead), None);
    };
    match words.tag(verb) {
        _ if words.is_auxiliary(verb) || verb == 0 => ("", None),
        Tag::VBG => (be(words, 0, verb - 1, false), None),
        Tag::VBD if verb < edge || happens_by_itself(words, verb) => ("did", Some(verb)),
        Tag::VBN | Tag::VBD => (be(words, 0, verb - 1, true), None),
        Tag::VBP | Tag::VB => ("do", None),
        // "peace *talks* over when": no verb.
        _ if verb < edge => (be(words, 0, edge, asks_when && !ahead), None),
        _ => ("does", Some(verb)),
    }
}

/// "The vote *started* when": a verb that wants nobody to do it, unlike "kidnapped" and "held".
fn happens_by_itself(words: Words, verb: usize) -> bool {
    static VERBS: Table = Table::new(include_str!("../data/happening_verbs.txt"));
    VERBS.has(words.grammar.lemma(verb))
}
