//! Yes or No asked for without the verb that asks: "any survivors found?", "the firm for sale?"

use crate::question::answer_type::AnswerType;
use crate::question::words::Words;
use crate::text::syntax::Tag;

use super::{be, is_verb};

/// Participles that lead to a verb: "the pact *meant* to end the war?"
const LED_TO: [&str; 6] = ["meant", "supposed", "allowed", "expected", "scheduled", "forced"];

/// "Any survivors found?", "the firm for sale?": Yes or No is asked for.
pub(super) fn verdict(words: Words, last: usize) -> Option<String> {
    let all = |helper: &str| Some(format!("{helper} {}?", words.stretch(0, last)));
    let verbs = || (1..=last).filter(|&at| is_verb(words, at));
    let is_led_to = |at: usize| words.is_one_of(at, &LED_TO) && words.word(at + 1) == "to";
    let is_participle =
        |at: &usize| words.tag(*at) == Tag::VBN && words.word(*at) != "been" || is_led_to(*at);
    if words.word(0) == "any" {
        let said = verbs().find(|&at| at > 1 && (is_participle(&at) || words.tag(at) == Tag::VBD));
        return match said {
            Some(verb) => all(be(words, 0, verb - 1, true)),
            None if verbs().any(|at| words.is_auxiliary(at)) => None,
            None => all("is there"),
        };
    }
    let asks = words.text.trim_end().ends_with('?');
    let used = (1..last).find(|&at| words.word(at) == "used" && words.word(at + 1) == "to");
    if let Some(at) = used.filter(|&at| asks && words.tag(at + 2) == Tag::VB) {
        return Some(format!("did {} {}?", words.stretch(0, at - 1), words.stretch(at + 2, last)));
    }
    if verbs().any(|at| words.is_auxiliary(at)) || words.tag(0) == Tag::DT {
        return None;
    }
    if asks && words.tag(0) == Tag::VBG && words.tag(1) == Tag::IN {
        return all("was it");
    }
    if asks && words.tag(0) == Tag::VBG && (1..=last).any(|at| words.tag(at).is_adjective()) {
        return all("is");
    }
    let edge = (0..=last)
        .find(|&at| matches!(words.tag(at), Tag::IN | Tag::TO | Tag::POS))
        .unwrap_or(last + 1);
    let asked_noun = (0..edge).any(|at| {
        words.tag(at).is_noun() && AnswerType::of_noun(words.grammar.lemma(at)).is_some()
    });
    let is_name = words.tag(0).is_proper();
    let participle = verbs().find(|at| is_participle(at) && *at < last);
    let verb = verbs().find(|&at| at < last);
    match (participle, verb) {
        (Some(verb), _) if asks && !asked_noun => all(be(words, 0, verb - 1, true)),
        (None, Some(verb)) if is_name && verb < edge => match words.tag(verb) {
            Tag::VBG if !asked_noun => all(be(words, 0, verb - 1, false)),
            Tag::VB | Tag::VBP => all("did"),
            _ => None,
        },
        (None, _) if is_name && asks => {
            let named = (0..=last).take_while(|&at| words.tag(at).is_proper()).count();
            let is_prepositional = words.tag(named) == Tag::IN && words.word(named) != "of";
            let says = words.tag(named) == Tag::DT
                || is_prepositional
                || words.is_one_of(named, &["first", "only", "last"]);
            if says && named > 0 && named < last {
                all(be(words, 0, named - 1, false))
            } else {
                None
            }
        }
        _ => None,
    }
}
