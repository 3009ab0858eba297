//! Finds numbers: alone, with their unit, and with what they count.

use crate::fact::Passage;
use crate::text::syntax::{Relation, Tag};
use crate::text::{fold, numerals};

use super::Kind;
use super::phrases;

/// Every number that is not part of a date.
pub(super) fn find(passage: &Passage, propose: &mut dyn FnMut(usize, usize, usize, Kind)) {
    let grammar = &passage.grammar;
    for token in 0..passage.len() {
        if !is_number(passage, token) {
            continue;
        }
        let (first, last) = figure(passage, token);
        propose(first, last, token, Kind::Number);
        if let Some(last) = whole_of(passage, token) {
            propose(first, last, token, Kind::Number);
        }
        let counted = grammar.head(token).filter(|&head| {
            matches!(
                grammar.tokens[token].relation,
                Relation::Nummod | Relation::Compound | Relation::Amod
            ) && grammar.tokens[head].tag.is_noun()
        });
        if let Some(head) = counted {
            let (core_first, core_last) = phrases::core(grammar, head);
            let (first, last) = (core_first.min(first), core_last.max(last));
            propose(first, last, token, Kind::Number);
            if passage.len() > last + 2
                && passage.word(last + 1) == "to"
                && is_number(passage, last + 2)
            {
                propose(figure(passage, token).0, last + 2, token, Kind::Number);
            }
            if let Some((first, last)) = sum(passage, token) {
                propose(first, last, token, Kind::Number);
            }
        }
    }
}

/// Several counts of people that make one: "*six men and one woman*"; `token` is
/// one of the figures.
pub(in crate::answer) fn sum(passage: &Passage, token: usize) -> Option<(usize, usize)> {
    let (mut first, mut last) = people(passage, token)?;
    let joins = |at: usize| matches!(passage.word(at), "and" | ",");
    while last + 2 < passage.len() && joins(last + 1) {
        let next = last + 2 + usize::from(passage.word(last + 2) == "and");
        let Some((_, end)) = people(passage, next).filter(|&(from, _)| from == next) else { break };
        last = end;
    }
    let figure = |end: usize| (end.saturating_sub(4)..end).rev().find_map(|at| people(passage, at));
    while first > 1 && joins(first - 1) {
        let end = first - 1 - usize::from(passage.word(first - 2) == ",");
        let Some((from, _)) = figure(end).filter(|&(_, to)| to + 1 == end) else { break };
        first = from;
    }
    (people(passage, token) != Some((first, last))).then_some((first, last))
}

/// A figure with the people it counts: "*two* children"; nothing where it counts anything else.
fn people(passage: &Passage, token: usize) -> Option<(usize, usize)> {
    let grammar = &passage.grammar;
    let counts = token < passage.len()
        && is_number(passage, token)
        && grammar.tokens[token].relation == Relation::Nummod;
    let noun = grammar.head(token).filter(|_| counts)?;
    let person = passage.meaning(noun).kind.is_person() || grammar.lemma(noun) == "people";
    (person && noun > token && noun - token < 4).then_some((token, noun))
}

/// Whether a token is a number in figures or words and no part of a date.
pub(in crate::answer) fn is_number(passage: &Passage, token: usize) -> bool {
    let Some(found) = passage.grammar.tokens.get(token) else { return false };
    let word = passage.word(token);
    let written = found.tag == Tag::CD || word.starts_with(|c: char| c.is_ascii_digit());
    let vague = matches!(
        word,
        "dozens"
            | "hundreds"
            | "thousands"
            | "scores"
            | "tens"
            | "millions"
            | "billions"
            | "half"
            | "dozen"
    );
    let joined = word.split_once('-').is_some_and(|(number, _)| is_number_word(number));
    let dated =
        passage.date_at(token).is_some_and(|date| date.kind == crate::fact::DateKind::Calendar);
    (written || vague || joined || is_spelled(word) || is_fraction(passage, token)) && !dated
}

/// "A *third* of the crop", "two *fifths*", and not "a third man".
pub(in crate::answer) fn is_fraction(passage: &Passage, token: usize) -> bool {
    const PARTS: [&str; 10] = [
        "half",
        "third",
        "quarter",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "twentieth",
    ];
    let word = passage.word(token);
    // Nearly every token is asked about, and nearly none is one.
    if !PARTS.contains(&word.strip_suffix('s').unwrap_or(word)) && word != "halves" {
        return false;
    }
    let counted = token > 0 && {
        let before = fold(passage.word(token - 1));
        before == "a" || numerals::value(&before).is_some_and(|count| (1..20).contains(&count))
    };
    let behind = passage.grammar.tokens.get(token + 1).map(|next| next.tag);
    let alone = behind.is_none_or(|tag| !tag.is_noun() && !tag.is_adjective() && tag != Tag::CD);
    counted && alone
}

/// The last token of what a fraction is a part of: "a third *of the crop*".
fn whole_of(passage: &Passage, token: usize) -> Option<usize> {
    let grammar = &passage.grammar;
    let of = |child: &usize| {
        grammar.tokens[*child].relation == Relation::Nmod
            && grammar.child(*child, Relation::Case).is_some_and(|case| passage.word(case) == "of")
    };
    let whole = grammar.children(token).find(of).filter(|_| is_fraction(passage, token))?;
    Some(phrases::core(grammar, whole).1).filter(|&last| last > token)
}

/// "Sixty", which stands for nothing but a number.
fn is_spelled(word: &str) -> bool {
    word == "hundred" || numerals::value(word).is_some_and(|value| value >= 10)
}

pub(in crate::answer) fn is_number_word(word: &str) -> bool {
    let word = fold(word);
    word == "hundred" || numerals::value(&word).is_some_and(|value| value > 0)
}

/// The number with its sign, multiplier and range: "US$ 4.2 billion", "two to
/// three hundred", "85 %".
fn figure(passage: &Passage, token: usize) -> (usize, usize) {
    let joins = |index: usize| {
        let word = passage.word(index);
        is_number(passage, index)
            || matches!(
                word,
                "$" | "US$"
                    | "£"
                    | "€"
                    | "¥"
                    | "%"
                    | "percent"
                    | "per"
                    | "cent"
                    | "million"
                    | "billion"
                    | "trillion"
                    | "crore"
                    | "lakh"
            )
            || passage.grammar.tokens[index].tag == Tag::Dollar
    };
    let links =
        |index: usize| matches!(passage.word(index), "to" | "-" | "–" | "and" | "or" | "of");
    let mut first = token;
    if is_fraction(passage, token) && passage.word(token - 1).eq_ignore_ascii_case("a") {
        first -= 1;
    }
    while first > 0
        && (joins(first - 1) || (first > 1 && links(first - 1) && is_number(passage, first - 2)))
    {
        first -= 1;
    }
    let mut last = token;
    while last + 1 < passage.len()
        && (joins(last + 1)
            || (links(last + 1) && last + 2 < passage.len() && is_number(passage, last + 2)))
    {
        last += 1;
    }
    (first, last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Sense;
    use crate::lexicon::Lexicon;
    use crate::text::{Span, syntax};

    fn figures(sentence: &str) -> Vec<String> {
        let grammar = syntax::analyse(sentence, Span::new(0..sentence.len()));
        let kind = |token: usize| Lexicon::builtin().kind_of(grammar.lemma(token));
        let of = |token: usize| Sense { word: None, kind: kind(token), saying: None };
        let meanings = (0..grammar.tokens.len()).map(of).collect();
        let text = sentence.to_owned();
        let passage = Passage { text, meanings, grammar, ..Passage::default() };
        let mut found = Vec::new();
        find(&passage, &mut |first, last, _, _| found.push(passage.words(first, last).to_owned()));
        found
    }

    #[track_caller]
    fn has(sentence: &str, figure: &str) {
        let found = figures(sentence);
        assert!(found.iter().any(|it| it == figure), "{sentence}: {found:?}");
    }

    #[test]
    fn counts_of_people_are_added_up() {
        has("Four men and two children died in the fire.", "Four men and two children");
        has("Four men and two horses died in the fire.", "Four men");
        assert!(
            !figures("Four men and two horses died.").contains(&"Four men and two horses".into())
        );
    }

    #[test]
    fn figures_are_found_in_words_and_in_scores() {
        has("The village lies sixty kilometres from the border.", "sixty kilometres");
        has("Harbour beat Lakeside 45 points to 24.", "45 points to 24");
        has("Harbour beat Lakeside 3-1 on Sunday.", "3-1");
    }

    #[test]
    fn fractions_are_figures() {
        has("Frost has killed a third of the peach crop.", "a third");
        has("A third of the peach crop is lost to frost.", "A third of the peach crop");
        has("Two fifths of the voters stayed at home.", "Two fifths");
        assert!(!figures("A third man was arrested.").contains(&"A third".to_owned()));
    }
}
