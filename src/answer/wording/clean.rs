//! Words of an article made fit to stand alone: no dangling "and", no "which …" without its noun,
//! no quotation mark without its partner.

use crate::answer::candidate::{Candidate, Kind};
use crate::fact::Passage;
use crate::lexicon::{Lexicon, Relation as Kinship};
use crate::question::{AnswerType, Query};
use crate::text::syntax::{Relation, Tag, Token};

/// The candidate without what hangs loose at its edges.
pub(crate) fn trimmed(query: &Query, passage: &Passage, candidate: &Candidate) -> Candidate {
    let (mut first, mut last) = (usize::from(candidate.first), usize::from(candidate.last));
    while first < last && hangs_before(query, passage, first, candidate.kind) {
        first += 1;
    }
    first = without_saying(query, passage, first, last);
    while first < last && (hangs_after(passage, last) || is_open_mark(passage, first, last)) {
        last -= 1;
    }
    last = without_half_conjunct(passage, first, last);
    last = without_score(passage, candidate.head.into(), last);
    if candidate.kind == Kind::Number {
        first = with_bound(passage, first);
    }
    if let Some(age) = age(query, passage, first, last) {
        (first, last) = (age, age);
    }
    Candidate { first: first as u16, last: last as u16, ..*candidate }
}

/// Of "the Netherlands 30–29 on Sunday" the name alone.
fn without_score(passage: &Passage, head: usize, last: usize) -> usize {
    let name = passage.grammar.entity_at(head).map(|name| usize::from(name.last));
    let counted = |name: &usize| {
        *name < last
            && passage.grammar.tokens[name + 1].tag == Tag::CD
            && !passage.word(*name).ends_with(',')
    };
    name.filter(counted).unwrap_or(last)
}

/// Where a figure begins with what bounds it: "*more than* 600", "*about* $90 million".
fn with_bound(passage: &Passage, first: usize) -> usize {
    let word = |back: usize| first.checked_sub(back).map_or("", |at| passage.word(at));
    match (word(2), word(1)) {
        ("more" | "fewer" | "less", "than") | ("at", "least" | "most") | ("up", "to") => first - 2,
        (_, "about" | "around" | "nearly" | "almost" | "roughly" | "approximately" | "over") => {
            first - 1
        }
        _ => first,
    }
}

/// The age in a description, where an age is asked for: "a *58-year-old* former surgeon".
fn age(query: &Query, passage: &Passage, first: usize, last: usize) -> Option<usize> {
    let asks_age = query.words.windows(2).any(|pair| pair[0] == "how" && pair[1] == "old");
    (first..=last).find(|&at| passage.word(at).ends_with("-year-old")).filter(|_| asks_age)
}

/// "And", ",", "which", the "that" of "said that …", the "of" of "a stay of four months".
fn hangs_before(query: &Query, passage: &Passage, token: usize, kind: Kind) -> bool {
    let found = passage.grammar.tokens[token];
    let word = passage.word(token);
    let that = found.tag == Tag::IN && word.eq_ignore_ascii_case("that");
    let bare_of = word == "of"
        && matches!(kind, Kind::Prepositional | Kind::Date | Kind::Number)
        && !matches!(query.expects, AnswerType::Reason | AnswerType::Manner);
    let next = passage.grammar.tokens.get(token + 1).map(|next| next.tag);
    let does = next.is_some_and(|tag| tag.is_verb() || tag == Tag::MD);
    let wh = |tag: Tag| matches!(tag, Tag::WDT | Tag::WP);
    let relative = wh(found.tag) && (does || is_after_preposition(passage, token));
    let before_relative = found.tag == Tag::IN && next.is_some_and(wh);
    let relative = kind != Kind::Sentence && (relative || before_relative);
    matches!(found.tag, Tag::CC | Tag::Comma | Tag::Colon) || that || bare_of || relative
}

/// "For *which* she was barred".
fn is_after_preposition(passage: &Passage, token: usize) -> bool {
    let before = token.checked_sub(1).map(|before| passage.grammar.tokens[before].tag);
    before == Some(Tag::IN)
}

/// Of "said that he would go" what was said, where that is asked for.
fn without_saying(query: &Query, passage: &Passage, first: usize, last: usize) -> usize {
    let grammar = &passage.grammar;
    let says = grammar.tokens[first].tag.is_verb()
        && Lexicon::builtin().saying(grammar.lemma(first)).is_some()
        && grammar.child(first, Relation::Ccomp).is_some();
    let that = usize::from(first < last && passage.word(first + 1) == "that");
    let content = first + 1 + that;
    let clause = content < last && !matches!(grammar.tokens[content].tag, Tag::TO | Tag::IN);
    if query.expects.is_said() && says && clause { content } else { first }
}

fn hangs_after(passage: &Passage, token: usize) -> bool {
    let tag = passage.grammar.tokens[token].tag;
    matches!(
        tag,
        Tag::IN
            | Tag::TO
            | Tag::CC
            | Tag::DT
            | Tag::WDT
            | Tag::WP
            | Tag::PRPS
            | Tag::Comma
            | Tag::Colon
            | Tag::Period
    ) && !is_particle(passage, token)
}

/// "Called *off*", "goes *on*": a preposition that belongs to the verb before it.
fn is_particle(passage: &Passage, token: usize) -> bool {
    passage.grammar.tokens[token].relation == Relation::CompoundPrt
        || passage.grammar.tokens[token].tag == Tag::Period && passage.word(token).len() > 1
}

/// Whether `last` is a mark that opens or closes what lies outside the span.
fn is_open_mark(passage: &Passage, first: usize, last: usize) -> bool {
    let opening = match passage.word(last) {
        "(" | "[" | "“" | "‘" => return true,
        ")" => "(",
        "]" => "[",
        "”" => "“",
        _ => return false,
    };
    !(first..last).any(|token| passage.word(token) == opening)
}

/// "Ann Lee and her Greek" of "Ann Lee and her Greek counterparts": the second half is cut off in
/// front of its noun, so only the first is shown.
fn without_half_conjunct(passage: &Passage, first: usize, last: usize) -> usize {
    let grammar = &passage.grammar;
    let describes = grammar.tokens[last].tag.is_adjective() || is_nationality(passage.word(last));
    let goes_on = |next: &Token| next.tag.is_noun() || next.tag == Tag::POS;
    let cut_off = (describes || is_possessor(passage, last))
        && grammar.tokens.get(last + 1).is_some_and(goes_on);
    let joint =
        (first + 1..last).find(|&token| grammar.tokens[token].tag == Tag::CC).filter(|_| cut_off);
    let Some(mut end) = joint else { return last };
    while end > first + 1 && grammar.tokens[end - 1].tag.is_punctuation() {
        end -= 1;
    }
    end - 1
}

fn is_nationality(word: &str) -> bool {
    let country = Lexicon::builtin().country(word);
    country.is_some_and(|found| found.relation == Kinship::Adjective)
}

fn is_possessor(passage: &Passage, token: usize) -> bool {
    passage.grammar.tokens.get(token + 1).is_some_and(|next| next.tag == Tag::POS)
}

/// `text` with a partner for every quotation mark and bracket that has none.
pub(crate) fn balanced(text: &str) -> String {
    let text = paired(text, '“', '”');
    let text = paired(&text, '(', ')');
    if (text.matches('"').count() + text.matches("''").count()).is_multiple_of(2) {
        return text;
    }
    match lone_mark_closes(&text) {
        true => format!("\"{text}"),
        false => format!("{}\"", text.trim_end()),
    }
}

fn paired(text: &str, open: char, close: char) -> String {
    let (mut depth, mut lacking) = (0usize, 0usize);
    for letter in text.chars() {
        match letter {
            _ if letter == open => depth += 1,
            _ if letter == close && depth == 0 => lacking += 1,
            _ if letter == close => depth -= 1,
            _ => {}
        }
    }
    let mut whole = String::with_capacity(text.len() + 8);
    whole.extend(std::iter::repeat_n(open, lacking));
    whole.push_str(text);
    whole.extend(std::iter::repeat_n(close, depth));
    whole
}

/// Whether the first straight mark of an odd number of them ends a quotation: it follows a letter.
fn lone_mark_closes(text: &str) -> bool {
    let Some(at) = text.find('"') else { return false };
    text[..at].chars().next_back().is_some_and(|before| !before.is_whitespace() && before != '(')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_mark_gets_its_partner() {
        assert_eq!(balanced("We stand ready\" he wrote"), "\"We stand ready\" he wrote");
        assert_eq!(balanced("he wrote \"We stand"), "he wrote \"We stand\"");
        assert_eq!(balanced("“We stand ready"), "“We stand ready”");
        assert_eq!(balanced("ready”, he said (twice"), "“ready”, he said (twice)");
    }

    #[test]
    fn what_is_whole_stays_as_it_is() {
        for text in ["he said \"no\"", "the “Kiss & Fly” section", "a 5' (1.5 m) hole", ""] {
            assert_eq!(balanced(text), text);
        }
    }
}
