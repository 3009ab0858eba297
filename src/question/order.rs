//! Questions whose question phrase stands elsewhere than people mostly put it, in the usual order:
//! "Sweden lost what war?" as "what war did Sweden lose?", "after 1990 what did the city make?" as
//! "what did the city make after 1990?"

use crate::text::syntax::Tag;

use super::phrase::{self, QUESTION_WORDS, noun_after};
use super::words::{Words, as_question, joined};

/// Words that open a clause beside the one that asks.
const SUBORDINATORS: [&str; 12] = [
    "if", "when", "while", "as", "after", "before", "because", "since", "once", "until",
    "although", "though",
];

/// The question in the usual order, where it has another.
pub(super) fn usual(words: Words) -> Option<String> {
    let last = words.last().filter(|&last| last > 1)?;
    let asks = |at: usize| words.is_one_of(at, &QUESTION_WORDS);
    if asks(0) {
        return inserted(words, last);
    }
    if phrase::opens_with_auxiliary(words) || phrase::is_imperative(words) {
        return None;
    }
    let Some(first) = (1..=last).find(|&at| asks(at)) else { return unfinished(words, last) };
    let is_led = (0..first).all(|at| phrase::is_lead_in(words.word(at)));
    if is_led || first == 1 && words.is_preposition(0) {
        return None;
    }
    let mut all = (first..=last).filter(|&at| asks(at));
    all.find_map(|at| fronted(words, at, last).or_else(|| in_place(words, at, last)))
        .or_else(|| unfinished(words, last))
}

/// "Why, *going by the mayor*, did it fall?": something is put in between.
fn inserted(words: Words, last: usize) -> Option<String> {
    let is_comma = |at: &usize| words.tag(*at) == Tag::Comma;
    let end = phrase_end(words, 0);
    let first = Some(end + 1).filter(is_comma)?;
    let second = (first + 2..last).find(is_comma)?;
    words.is_auxiliary(second + 1).then(|| {
        let asked = words.stretch(second + 1, last);
        let aside = words.stretch(first + 1, second - 1);
        format!("{} {asked} {aside}?", words.stretch(0, end))
    })
}

/// "*After 1990* what did the city make?": something is put before the question.
fn fronted(words: Words, at: usize, last: usize) -> Option<String> {
    const OPENERS: [&str; 7] =
        ["according", "along", "other", "regarding", "based", "following", "due"];
    let opens = words.is_preposition(0)
        || words.is_one_of(0, &OPENERS)
        || words.tag(0).is_adverb() && words.tag(1) == Tag::Comma;
    let start = if words.is_preposition(at - 1) { at - 1 } else { at };
    let is_clause = words.is_one_of(0, &SUBORDINATORS);
    let tells = |at: usize| words.is_auxiliary(at) || matches!(words.tag(at), Tag::VBZ | Tag::VBP);
    let is_account = words.word(0) == "according";
    if !opens || start == 0 || !is_clause && !is_account && (0..start).any(tells) {
        return None;
    }
    let end = phrase_end(words, at);
    let next = if words.word(end + 1) == "else" { end + 2 } else { end + 1 };
    let finite = |at: usize| matches!(words.tag(at), Tag::VBD | Tag::VBZ | Tag::VBP);
    let is_qualified = words.is_one_of(next, &["of", "in", "from", "at", "on"]);
    // "In 1930, why did it burn?" is read as it stands.
    let asks_adverb = matches!(words.word(at), "when" | "where" | "why");
    let is_bare = asks_adverb || words.word(at) == "how";
    if words.tag(at - 1) == Tag::Comma && is_bare && words.is_auxiliary(at + 1) {
        return None;
    }
    let verb = match is_qualified {
        true => (next..=last).find(|&at| words.is_auxiliary(at) || finite(at))?,
        false => next,
    };
    let is_asked = words.is_auxiliary(verb) || finite(verb) && !asks_adverb;
    if !is_asked || is_relative(words, at) && end == at && words.tag(0) != Tag::IN {
        return None;
    }
    let edge = (0..start).rev().find(|&at| !words.tag(at).is_punctuation())?;
    let rest = words.between(1, edge + 1);
    let asked = words.stretch(start, last);
    Some(format!("{asked} {} {rest}?", words.word(0)).replace(" ?", "?"))
}

/// "Sweden lost *what war*?": the question phrase stands where its answer would.
fn in_place(words: Words, at: usize, last: usize) -> Option<String> {
    let end = phrase_end(words, at);
    if is_relative(words, at) && end < last {
        return None;
    }
    let finite = |&at: &usize| words.is_auxiliary(at) || words.tag(at).is_finite();
    let is_base = |at: usize| words.tag(at) == Tag::VB && words.tag(at - 1) != Tag::TO;
    let behind = (end + 1..=last).find(|at| finite(at) || is_base(*at));
    let aside = (end + 1..=last).find(|&at| words.is_one_of(at, &SUBORDINATORS));
    if behind.is_some_and(|verb| aside.is_none_or(|aside| aside > verb)) {
        return None;
    }
    let rough = words.is_one_of(at - 1, &["about", "around", "roughly", "approximately"])
        && words.word(at) == "how";
    let edge = if rough { at - 1 } else { at };
    // "Known as what": the preposition stays there.
    let is_bare = end == at && words.is_one_of(at, &["what", "who", "whom"]);
    let preposition =
        edge.checked_sub(1).filter(|&before| words.is_preposition(before) && !is_bare);
    let start = preposition.unwrap_or(edge);
    let verb = main_verb(words, start)?;
    let is_noun = |at: usize| words.tag(at).is_noun() || words.tag(at) == Tag::PRP;
    if !(0..verb).any(is_noun) {
        return None;
    }
    let is_main = words.is_do_or_have(verb) && verb + 1 == start;
    let helps = words.is_auxiliary(verb) && !is_main;
    let helper = match words.tag(verb) {
        _ if helps => words.word(verb),
        Tag::VBZ => "does",
        Tag::VBP | Tag::VB => "do",
        _ => "did",
    };
    let plain = if helps { "" } else { words.grammar.lemma(verb) };
    let asked = format!(
        "{}{}",
        preposition.map_or(String::new(), |at| format!("{} ", words.word(at))),
        words.stretch(at, end)
    );
    let parts = [
        asked.as_str(),
        helper,
        &subject(words, verb),
        plain,
        words.between(verb + 1, start),
        words.between(end + 1, last + 1),
    ];
    Some(as_question(&parts))
}

/// "The people who saw wood are *called*?", "the plan was backed *by*?": what belongs behind it is
/// left out.
fn unfinished(words: Words, last: usize) -> Option<String> {
    const NAMING: [&str; 5] = ["called", "named", "known", "termed", "dubbed"];
    const LEADING: [&str; 9] = ["by", "to", "with", "from", "than", "as", "of", "for", "at"];
    let be = (1..=last).rev().find(|&at| words.is_be(at))?;
    let asks = be == last
        || words.is_one_of(last, &NAMING) && (be + 1..last).all(|at| words.tag(at).is_adverb())
        || words.is_one_of(last, &LEADING) && words.is_preposition(last);
    let is_noun = |at: usize| words.tag(at).is_noun();
    let is_asked = words.text.trim_end().ends_with('?') && (0..be).any(is_noun);
    (is_asked && asks).then(|| {
        let parts = ["what", words.word(be), &subject(words, be), words.between(be + 1, last + 1)];
        as_question(&parts)
    })
}

/// The words before the verb; the first of them small, where it is no name.
fn subject(words: Words, verb: usize) -> String {
    let first = if words.tag(0).is_proper() { words.typed(0) } else { words.word(0) };
    joined(&[first, words.between(1, verb)])
}

/// The verb before `end` whose subject the question begins with: not one of a relative clause, and
/// of "found *that* it had" the first.
fn main_verb(words: Words, end: usize) -> Option<usize> {
    let finite = |&at: &usize| {
        words.is_auxiliary(at) || words.tag(at).is_finite() || is_past_without_help(words, at)
    };
    let mut verbs = (1..end).filter(finite).filter(|&at| !follows_relative(words, at));
    let above = verbs.clone().find(|&at| words.word(at + 1) == "that" && !words.is_auxiliary(at));
    above.or_else(|| {
        let nearest = verbs.next_back()?;
        // Of "has been made" the verb that helps comes first.
        let helps = |at: &usize| {
            words.is_auxiliary(*at) && (at + 1..nearest).all(|it| is_between(words, it))
        };
        (1..nearest).rev().find(helps).or(Some(nearest))
    })
}

/// Whether a word may stand between a verb that helps and the one it helps.
fn is_between(words: Words, at: usize) -> bool {
    words.tag(at).is_adverb() || words.is_auxiliary(at) || words.word(at) == "been"
}

/// "An earthquake *killed* …": a participle that has no verb to help it.
fn is_past_without_help(words: Words, at: usize) -> bool {
    words.tag(at) == Tag::VBN && !(0..at).any(|before| words.is_auxiliary(before))
}

/// "The man *who left* …".
fn follows_relative(words: Words, verb: usize) -> bool {
    let link = (1..verb).rev().find(|&at| !words.tag(at).is_adverb());
    link.is_some_and(|at| {
        words.is_one_of(at, &["who", "which", "that"]) && words.tag(at - 1).is_noun()
    })
}

/// Whether "who", "which", "where", "when" may open a clause that hangs on the noun before.
fn is_relative(words: Words, at: usize) -> bool {
    let after_noun = words.tag(at - 1).is_noun() || words.tag(at - 1) == Tag::Comma;
    after_noun && !words.is_one_of(at, &["what", "how", "why"])
}

/// The last word of the question phrase that begins at `at`: "what kind of *town*", "how *old*".
fn phrase_end(words: Words, at: usize) -> usize {
    let noun = match words.word(at) {
        "what" | "which" | "whose" if !words.is_auxiliary(at + 1) => noun_after(words, at),
        "how" if words.is_one_of(at + 1, &["many", "much"]) => noun_after(words, at + 1),
        "how" if words.tag(at + 1).is_adjective() || words.tag(at + 1).is_adverb() => at + 1,
        _ => at,
    };
    let of = noun > at && words.word(noun + 1) == "of" && noun_after(words, noun + 1) > noun + 1;
    let measured = words.is_one_of(noun + 1, &["old", "long", "tall", "high", "deep", "wide"]);
    match (of, measured && words.word(at) == "how") {
        (true, _) => noun_after(words, noun + 1),
        (_, true) => noun + 1,
        _ => noun,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::typed::Typed;

    fn ordered(typed: &str) -> Option<String> {
        usual(Typed::parsed(typed.to_owned()).words())
    }

    #[test]
    fn what_is_put_before_the_question_goes_behind_it() {
        for (typed, usual) in [
            (
                "After 1930 what purpose did the mill serve?",
                "what purpose did the mill serve after 1930?",
            ),
            (
                "According to Lind what was the main reason?",
                "what was the main reason according to Lind?",
            ),
            (
                "Why, according to Lind, did the mill burn?",
                "Why did the mill burn according to Lind?",
            ),
            ("In 2004, how many people died?", "how many people died in 2004?"),
            ("Besides Norway, where else is it sold?", "where else is it sold besides Norway?"),
            (
                "In the survey what share of farms had wells?",
                "what share of farms had wells in the survey?",
            ),
        ] {
            assert_eq!(ordered(typed).as_deref(), Some(usual), "{typed}");
        }
    }

    #[test]
    fn a_question_phrase_in_its_answers_place_goes_first() {
        for (typed, usual) in [
            ("Sweden was defeated in what war?", "in what war was Sweden defeated?"),
            (
                "An earthquake near Harwick killed how many people?",
                "how many people did an earthquake near Harwick kill?",
            ),
            ("The mill was founded by which settler?", "by which settler was the mill founded?"),
            (
                "Each state gets what kind of seat regardless of size?",
                "what kind of seat does each state get regardless of size?",
            ),
            ("The king's plan was thought of as what?", "what was the king's plan thought of as?"),
            ("The plan was backed by?", "what was the plan backed by?"),
            ("The oldest town in the valley is?", "what is the oldest town in the valley?"),
            (
                "The settlers who saw the wood are called?",
                "what are the settlers who saw the wood called?",
            ),
        ] {
            assert_eq!(ordered(typed).as_deref(), Some(usual), "{typed}");
        }
    }

    #[test]
    fn what_has_the_usual_order_or_asks_nothing_so_stays() {
        for typed in [
            "When was the ferry fire?",
            "In which city is it?",
            "do you know when it is",
            "The man who won is ill.",
            "They know what happened there.",
            "The bridge was closed?",
            "Tell me what it was.",
            "and the date?",
            "In May the mayor left.",
            "",
        ] {
            assert_eq!(ordered(typed), None, "{typed}");
        }
    }
}
