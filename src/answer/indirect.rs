//! A question as a clause after "do not say": "who leads the delegation", "when the ship arrived",
//! "whether Brazil is in the G7".

use crate::question::{Query, QuestionType, Slot};
use crate::text::syntax::{Relation, Tag, lemma};

/// The indirect question; `None` where its order of words is not one of the usual ones.
pub(super) fn of(query: &Query) -> Option<String> {
    let end = end_of(query)?;
    match query.asks {
        QuestionType::YesNo => {
            let helper = (0..end).find(|&token| helps(query, token))?;
            let clause = declared(query, helper, end)?;
            Some(format!("whether {clause}"))
        }
        QuestionType::Claim | QuestionType::Topic => None,
        _ => {
            let (first, last) = query.phrase?;
            let first = preposition(query, first);
            let helper = helper_after(query, last + 1, end);
            match helper.filter(|&helper| !is_subject(query, helper)) {
                Some(helper) => Some(format!(
                    "{} {}",
                    words(query, first, helper),
                    declared(query, helper, end)?
                )),
                None => (last + 1 < end).then(|| words(query, first, end)),
            }
        }
    }
}

/// The question phrase alone: "which city", "how much".
pub(super) fn phrase(query: &Query) -> Option<String> {
    let (first, last) = query.phrase?;
    Some(words(query, preposition(query, first), last + 1)).filter(|phrase| phrase != "what")
}

/// The helping verb after the question phrase: directly, or after what belongs to the phrase
/// ("which part *of London* did").
fn helper_after(query: &Query, next: usize, end: usize) -> Option<usize> {
    (next..end)
        .take_while(|&token| helps(query, token) || !query.grammar.tokens[token].tag.is_verb())
        .find(|&token| helps(query, token))
}

/// One past the last word; marks at the end are left out.
fn end_of(query: &Query) -> Option<usize> {
    let last = query.grammar.tokens.iter().rposition(|token| !token.tag.is_punctuation())?;
    (query.words.len() < 40).then_some(last + 1)
}

fn helps(query: &Query, token: usize) -> bool {
    let word = query.word(token);
    query.grammar.tokens[token].tag == Tag::MD
        || matches!(
            word,
            "is" | "'s" | "are" | "was" | "were" | "do" | "does" | "did" | "has" | "have" | "had"
        )
}

/// Whether the question phrase is itself the subject, so that no words change places:
/// "who *will lead* it".
fn is_subject(query: &Query, helper: usize) -> bool {
    let next =
        (helper + 1..query.words.len()).find(|&token| !query.grammar.tokens[token].tag.is_adverb());
    let verb = next.is_some_and(|token| query.grammar.tokens[token].tag.is_verb());
    verb && !matches!(
        query.asks,
        QuestionType::When | QuestionType::Where | QuestionType::Why | QuestionType::How
    )
}

/// "Did the ship arrive" as "the ship arrived", "is Brazil in it" as "Brazil is in it".
fn declared(query: &Query, helper: usize, end: usize) -> Option<String> {
    if matches!(query.word(helper + 1), "not" | "n't") {
        return None;
    }
    let subject = subject_end(query, helper, end)?;
    let before = words(query, helper + 1, subject + 1);
    let rest = subject + 1;
    let inflected = match query.word(helper) {
        "did" => Tag::VBD,
        "does" => Tag::VBZ,
        "do" => Tag::VBP,
        _ => return stated(query, (helper + 1, subject), helper, end),
    };
    let verb = (rest..end).find(|&token| !query.grammar.tokens[token].tag.is_adverb())?;
    if !query.grammar.tokens[verb].tag.is_verb() {
        return None;
    }
    let negated = (rest..verb).any(|token| matches!(query.word(token), "not" | "n't"));
    if negated {
        return None;
    }
    // Behind "did" stands a base form: "wishes" is a noun that was taken for a verb.
    if !matches!(query.grammar.tokens[verb].tag, Tag::VB | Tag::VBP) {
        return None;
    }
    let form = lemma::inflected(query.word(verb), inflected);
    let adverbs = (rest..verb).map(|token| format!("{} ", query.typed(token))).collect::<String>();
    let after =
        if verb + 1 < end { format!(" {}", words(query, verb + 1, end)) } else { String::new() };
    Some(format!("{before} {adverbs}{form}{after}"))
}

/// "The summit was held", "the king of Thailand is".
fn stated(query: &Query, subject: (usize, usize), helper: usize, end: usize) -> Option<String> {
    let tag = |token: usize| query.grammar.tokens[token].tag;
    let verb = match query.word(helper) {
        "'s" => "is",
        word => word,
    };
    // "What city is the school *in*?", "what is the beak *good for*?"
    if subject.1 + 1 == end && subject.0 < subject.1 && tag(subject.1) == Tag::IN {
        let goes_on =
            |at: &usize| tag(*at).is_adjective() || tag(*at).is_adverb() || tag(*at) == Tag::VBN;
        let from = (subject.0 + 1..subject.1).rev().take_while(goes_on).last();
        let from = from.unwrap_or(subject.1);
        let (before, behind) = (words(query, subject.0, from), words(query, from, end));
        return Some(format!("{before} {verb} {behind}"));
    }
    let clause = (subject.0..end).any(|token| tag(token).is_verb() || tag(token).is_wh());
    if query.slot == Slot::Complement && clause {
        return None;
    }
    if query.slot == Slot::Complement {
        let stranded = tag(end - 1) == Tag::IN;
        let until = if stranded { end - 1 } else { end };
        let after = if stranded { format!(" {}", query.typed(end - 1)) } else { String::new() };
        return Some(format!("{} {verb}{after}", words(query, subject.0, until)));
    }
    let rest = subject.1 + 1;
    let before = words(query, subject.0, rest);
    let is_be = matches!(verb, "is" | "are" | "was" | "were");
    let is_name =
        |token: usize| tag(token).is_noun() || is_be && matches!(tag(token), Tag::VB | Tag::VBP);
    if (rest..end).all(is_name) {
        // Nouns in a row are one name, and no bare verb follows "is": "where the harbour walk is".
        return Some(format!("{} {verb}", words(query, subject.0, end)));
    }
    let goes_on = !tag(rest).is_noun() && !matches!(tag(rest), Tag::DT | Tag::PRP | Tag::PRPS);
    let names_kind = verb != "is" && verb != "was" && verb != "are" && verb != "were";
    (goes_on || !names_kind).then(|| format!("{before} {verb} {}", words(query, rest, end)))
}

/// The last token of the subject that follows a helping verb directly.
fn subject_end(query: &Query, helper: usize, end: usize) -> Option<usize> {
    let grammar = &query.grammar;
    let starts = helper + 1;
    if matches!(query.word(starts), "there" | "he" | "she" | "it" | "they" | "this" | "that") {
        return Some(starts);
    }
    let subject = (starts..end).find(|&token| {
        grammar.tokens[token].relation.is_subject() && grammar.subtree(token).0 <= starts
    });
    let last = subject.map(|token| grammar.subtree(token).1)?;
    let ends = |&token: &usize| {
        let found = grammar.tokens[token];
        let describes = matches!(found.relation, Relation::Amod | Relation::Compound);
        (found.tag.is_verb() && !describes)
            || found.tag == Tag::WRB
            || found.relation == Relation::Mark
    };
    let stop = (starts + 1..=last).find(ends);
    let relative = |stop: &usize| is_relative(query, *stop) || is_relative(query, stop - 1);
    if let Some(stop) = stop.filter(relative) {
        return before_main_verb(query, stop, end);
    }
    let last = stop.map_or(last, |stop| stop - 1);
    let noun = |token: &usize| grammar.tokens[*token].tag.is_noun();
    let last = (last + 1..end).take_while(noun).last().filter(|_| noun(&last)).unwrap_or(last);
    (starts..end).contains(&last).then_some(last)
}

/// "The places *that* were given them".
fn is_relative(query: &Query, token: usize) -> bool {
    let found = query.grammar.tokens[token];
    matches!(found.tag, Tag::WDT | Tag::WP)
        || query.word(token) == "that" && !matches!(found.relation, Relation::Det | Relation::Mark)
}

/// The last token before the main verb, where that stands behind a relative clause of the subject:
/// "the people who follow them | hold worship".
fn before_main_verb(query: &Query, from: usize, end: usize) -> Option<usize> {
    let grammar = &query.grammar;
    let root = grammar.root().filter(|root| (from + 2..end).contains(root))?;
    let verb = matches!(grammar.tokens[root].tag, Tag::VB | Tag::VBN | Tag::VBG);
    let adverb = |&at: &usize| grammar.tokens[at].tag.is_adverb();
    let adverbs = (from..root).rev().take_while(adverb).count();
    verb.then_some(root - adverbs - 1)
}

fn preposition(query: &Query, first: usize) -> usize {
    let before = first.checked_sub(1).filter(|&before| query.grammar.tokens[before].tag == Tag::IN);
    before.unwrap_or(first)
}

/// The words from `first` up to `end`, the first of them small where it is no name.
fn words(query: &Query, first: usize, end: usize) -> String {
    if first >= end {
        return String::new();
    }
    let text = query.grammar.span(first, end - 1).of(&query.text);
    let tag = query.grammar.tokens[first].tag;
    let opens = (first == 0 || tag.is_wh()) && !tag.is_proper();
    if opens { lower_first(text) } else { text.to_owned() }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::testing::read;

    fn indirect(text: &str) -> Option<String> {
        of(&read(text))
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(indirect(text).as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn a_question_about_the_subject_keeps_its_order() {
        check("Who leads the Japanese delegation?", "who leads the Japanese delegation");
        check("Who will lead the delegation?", "who will lead the delegation");
        check("How many people were killed?", "how many people were killed");
    }

    #[test]
    fn the_helping_verb_goes_behind_the_subject() {
        check("Where was the summit held?", "where the summit was held");
        check("When will the talks begin?", "when the talks will begin");
        check("Why did the ship sink in May?", "why the ship sank in May");
        check("Where does the minister live?", "where the minister lives");
        check("Who's the king of Thailand?", "who the king of Thailand is");
        check("Where is the security dialogue?", "where the security dialogue is");
        check("What city is the school in?", "what city the school is in");
        check("Which animal is the okapi related to?", "which animal the okapi is related to");
        check(
            "In which part of London did the tram stop?",
            "in which part of London the tram stopped",
        );
    }

    #[test]
    fn yes_or_no_becomes_whether() {
        check("Did the mayor resign?", "whether the mayor resigned");
        let wishes = "whether the mayor sent well wishes to the crew";
        check("Did the mayor send well wishes to the crew?", wishes);
        check("Will the bridge open in May?", "whether the bridge will open in May");
        check(
            "Did the mayor who opened the bridge resign?",
            "whether the mayor who opened the bridge resigned",
        );
    }

    #[test]
    fn what_has_no_clause_has_no_indirect_question() {
        assert_eq!(indirect("attendees?"), None);
        assert_eq!(indirect("and where?"), None);
    }
}
