//! Hurried questions with the words that they leave out: "the fair when?" for "when is the fair",
//! "any survivors found?" for "were any survivors found", "ferry fire date?" for "when was it".
//!
//! Told by the tags of the words; where these leave it open, a question stays as it was typed.

use crate::lexicon::{Lexicon, NounKind};
use crate::text::Table;
use crate::text::syntax::Tag;

use super::answer_type::AnswerType;
use super::exchange;
use super::phrase::{self, QUESTION_WORDS};
use super::question_type::{self, QuestionType};
use super::words::Words;

/// Nouns for what is asked of the rest of a question, and what asks for it in full; `_` stands for
/// the rest.
static ASKED: Table = Table::new(include_str!("data/asked_nouns.tsv"));

/// The question in full, where it is told that words are left out.
pub(super) fn filled(words: Words) -> Option<String> {
    let last = words.last().filter(|&last| last > 0)?;
    let is_linked = exchange::is_linked(words) && !words.is_one_of(0, &["so"]);
    if is_linked || phrase::opens_with_auxiliary(words) || phrase::is_imperative(words) {
        return None;
    }
    let question_word = (0..=last).find(|&at| words.is_one_of(at, &QUESTION_WORDS));
    match question_word {
        Some(0) => opened(words, last),
        Some(1) if words.tag(0) == Tag::IN => None,
        Some(at) => behind(words, at, last),
        None => {
            of_noun(words, last).or_else(|| opinion(words, last)).or_else(|| verdict(words, last))
        }
    }
}

/// The words from `first` to `last` as they are typed.
fn typed<'a>(words: Words<'a>, first: usize, last: usize) -> &'a str {
    words.grammar.span(first, last).of(words.text)
}

fn is_verb(words: Words, at: usize) -> bool {
    words.tag(at).is_verb() || words.is_auxiliary(at)
}

/// "is", "are", "was" or "were", as the words from `first` to `last` want it.
fn be(words: Words, first: usize, last: usize, is_past: bool) -> &'static str {
    let edge =
        (first..=last).find(|&at| matches!(words.tag(at), Tag::IN | Tag::TO)).unwrap_or(last + 1);
    let is_plural = (first..edge).any(|at| words.word(at) == "and")
        || matches!(words.tag(edge.saturating_sub(1)), Tag::NNS | Tag::NNPS);
    match (is_past, is_plural) {
        (false, false) => "is",
        (false, true) => "are",
        (true, false) => "was",
        (true, true) => "were",
    }
}

/// "The fair when?", "which *town* …?": the question phrase stands behind what it asks about.
fn behind(words: Words, wh: usize, last: usize) -> Option<String> {
    if !(0..wh).any(|at| words.tag(at).is_noun())
        || (0..wh).all(|at| phrase::is_lead_in(words.word(at)))
    {
        return None;
    }
    if words.tag(wh - 1) == Tag::Comma
        && words.is_one_of(wh + 1, &["many", "much"])
        && wh + 1 < last
    {
        return Some(format!("{} in {}?", typed(words, wh, last), typed(words, 0, wh - 2)));
    }
    let end = phrase_end(words, wh, last)?;
    let led = wh > 1 && matches!(words.tag(wh - 1), Tag::IN | Tag::TO);
    let stood = end == last || led && !(end + 1..=last).any(|at| is_verb(words, at));
    let back = end == wh && is_pronoun_behind_be(words, wh, last);
    if !stood && !back {
        return None;
    }
    let led = led && words.word(wh - 1) != "over";
    let start = if led { wh - 1 } else { wh };
    let edge = (0..start).rev().find(|&at| !words.tag(at).is_punctuation())?;
    let (helper, plain) = helper(words, wh, edge);
    let rest = match plain {
        Some(verb) => in_base_form(words, verb, edge),
        None => typed(words, 0, edge).to_owned(),
    };
    let tail = if stood && end < last { typed(words, end + 1, last) } else { "" };
    let asked = typed(words, start, end);
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
    let behind = if verb < edge { typed(words, verb + 1, edge) } else { "" };
    format!("{} {} {behind}", typed(words, 0, verb - 1), words.grammar.lemma(verb))
}

/// The verb that goes before the words up to `edge`, which `wh` asks about; and the verb among
/// them that is in its base form then.
fn helper(words: Words, wh: usize, edge: usize) -> (&'static str, Option<usize>) {
    let ahead = (0..=edge).any(|at| words.is_one_of(at, &["next", "upcoming", "coming", "new"]));
    let asks_when = words.word(wh) == "when"
        || AnswerType::of_noun(words.word(wh + 1)).is_some_and(|it| it == AnswerType::Date);
    let happens = Lexicon::builtin().kind_of(words.grammar.lemma(edge)) == NounKind::Event;
    if edge > 0 && words.word(edge).ends_with("ing") && !happens {
        return (be(words, 0, edge - 1, false), None);
    }
    let Some(verb) = (0..=edge).rev().find(|&at| is_verb(words, at)) else {
        return (be(words, 0, edge, asks_when && !ahead), None);
    };
    match words.tag(verb) {
        _ if words.is_auxiliary(verb) || verb == 0 => ("", None),
        Tag::VBN => (be(words, 0, verb - 1, true), None),
        Tag::VBG => (be(words, 0, verb - 1, false), None),
        Tag::VBD => ("did", Some(verb)),
        Tag::VBP | Tag::VB => ("do", None),
        // "Chad *talks* over when": no verb.
        _ if verb < edge => (be(words, 0, edge, asks_when && !ahead), None),
        _ => ("does", Some(verb)),
    }
}

/// "How many on the plane", "where they signing it", "why no vote": no verb behind the phrase.
fn opened(words: Words, last: usize) -> Option<String> {
    let (asks, phrase) = question_type::of(words);
    let (_, end) = phrase?;
    let next = end + 1;
    let is_passive = words.word(next + 1) == "by";
    if next > last || is_verb(words, next) && words.tag(next) != Tag::VBN && !is_passive {
        return None;
    }
    let with = |helper: &str| {
        Some(format!("{} {helper} {}?", typed(words, 0, end), typed(words, next, last)))
    };
    let verb = (next..=last).find(|&at| is_verb(words, at));
    match asks {
        QuestionType::HowMany if words.word(end) == "many" => {
            let stands = words.tag(next) == Tag::IN && words.word(next) != "of" && verb.is_none();
            if stands { with("people were") } else { None }
        }
        QuestionType::HowMany if words.word(next + 1) == "by" => with("were"),
        QuestionType::When | QuestionType::Where | QuestionType::Why
            if words.word(next) == "no" && verb.is_none() =>
        {
            with("is there")
        }
        QuestionType::When | QuestionType::Where | QuestionType::Why => {
            let noun = (next..=last).any(|at| words.tag(at).is_noun() || words.tag(at) == Tag::PRP);
            let begins = !matches!(words.tag(next), Tag::IN | Tag::TO | Tag::Comma);
            let ing = |at: usize| words.tag(at) == Tag::VBG || words.word(at).ends_with("ing");
            match verb.filter(|&verb| verb > next) {
                _ if !noun || !begins || words.word(0) == "how" => None,
                Some(verb) if ing(verb) => with(be(words, next, verb - 1, false)),
                Some(verb) if words.tag(verb) == Tag::VBN => with(be(words, next, verb - 1, true)),
                Some(_) => None,
                None if words.tag(next).is_noun() || words.tag(next) == Tag::DT => {
                    with(be(words, next, last, asks == QuestionType::When))
                }
                None => None,
            }
        }
        QuestionType::Who if verb.is_none() && words.tag(next).is_noun() => with("is"),
        _ => None,
    }
}

/// "Ferry fire date?", "venue of the fair", "the king's name".
fn of_noun(words: Words, last: usize) -> Option<String> {
    let named =
        |at: usize| ASKED.get(words.grammar.lemma(at)).or_else(|| ASKED.get(words.word(at)));
    if words.tag(last).is_noun()
        && let Some(asked) = named(last)
    {
        let in_two = usize::from(words.word(last - 1) == "death");
        let end = (last - in_two).checked_sub(1)?;
        let end = end.checked_sub(usize::from(words.tag(end) == Tag::POS))?;
        let has_clause = (0..=end).any(|at| words.is_auxiliary(at));
        // "The union president's name": who that is.
        let asked =
            if words.word(last) == "name" && words.is_person(end) { "who is _" } else { asked };
        return if has_clause {
            None
        } else {
            in_full(asked, typed(words, 0, end), be(words, 0, end, true))
        };
    }
    let first = usize::from(words.tag(0) == Tag::DT);
    let plain = |at: &usize| words.tag(*at).is_noun() || words.tag(*at).is_adjective();
    let head = (first..last).take_while(plain).last()?;
    let start = head + 2;
    if words.word(head + 1) != "of" || start > last {
        return None;
    }
    let asked = named(head)?;
    if head == first {
        return in_full(asked, typed(words, start, last), be(words, start, last, true));
    }
    let place = AnswerType::of_noun(words.grammar.lemma(head)) == Some(AnswerType::Place);
    place.then(|| format!("where was {}?", typed(words, 0, last)))
}

/// "The king's view on the law", "union's take on it".
fn opinion(words: Words, last: usize) -> Option<String> {
    const OPINIONS: [&str; 9] = [
        "view", "views", "opinion", "opinions", "take", "thoughts", "stance", "position", "verdict",
    ];
    let at = (1..last).find(|&at| words.is_one_of(at, &OPINIONS))?;
    let end = at.checked_sub(1 + usize::from(words.tag(at - 1) == Tag::POS))?;
    let owned = words.tag(at - 1) == Tag::POS || words.word(end).ends_with('s') && end == 0;
    let about = words.is_one_of(at + 1, &["on", "about", "of", "regarding"]) && at + 2 <= last;
    let clause = (0..=end).any(|at| is_verb(words, at));
    (owned && about && !clause).then(|| {
        let who = typed(words, 0, end);
        let who =
            if words.tag(at - 1) == Tag::POS { who } else { who.strip_suffix('s').unwrap_or(who) };
        format!("what does {who} think of {}?", typed(words, at + 2, last))
    })
}

/// What asks in full, with the rest of the question in its place.
fn in_full(asked: &str, rest: &str, be: &str) -> Option<String> {
    let (before, after) = asked.split_once('_')?;
    let question = format!("{before}{rest}{after}").replace(" be ", &format!(" {be} "));
    Some(format!("{question}?"))
}

/// "Any survivors found?", "corella space for sale?": Yes or No is asked for.
fn verdict(words: Words, last: usize) -> Option<String> {
    let all = |helper: &str| Some(format!("{helper} {}?", typed(words, 0, last)));
    let verbs = || (1..=last).filter(|&at| is_verb(words, at));
    let is_participle = |at: &usize| words.tag(*at) == Tag::VBN && words.word(*at) != "been";
    if words.word(0) == "any" {
        let said = verbs().find(|&at| at > 1 && (is_participle(&at) || words.tag(at) == Tag::VBD));
        return match said {
            Some(verb) => all(be(words, 0, verb - 1, true)),
            None if verbs().any(|at| words.is_auxiliary(at)) => None,
            None => all("is there"),
        };
    }
    let asks = words.text.trim_end().ends_with('?');
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
    let is_name = words.tag(0).is_proper() || words.is_capital(0);
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
