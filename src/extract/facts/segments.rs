//! Cuts a sentence into clauses that stand for themselves: who reports, what is reported, and
//! clauses with a subject of their own that "and", "but" or a semicolon joins.
//!
//! What is reported is quoted with who reports it: without that the words prove too much.
//!
//! Commas and verbs of saying decide where they are plain, the grammar where they are not; in
//! doubt a sentence stays whole.

use crate::fact::Passage;
use crate::lexicon::Lexicon;
use crate::text::syntax::{Relation, Tag};

use super::fields;
use super::piece::{Piece, is_predicate};
use super::report::{Report, report};

/// A clause; ranges of tokens have both ends included.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// What it says, read by itself.
    pub(super) piece: Piece,
    /// The tokens that prove it: those of the piece, and beside them those that say who says so.
    pub(super) quote: (usize, usize),
    /// Who says it, where somebody does.
    pub(super) speaker: Option<String>,
    /// What it reports, where it is the clause of a verb of saying.
    pub(super) content: Option<(usize, usize)>,
}

/// How often a clause is cut again ("said that …, but told reporters that …").
const DEPTH: usize = 3;

/// The clauses of a passage, in order.
pub(super) fn of(passage: &Passage) -> Vec<Segment> {
    let mut segments = Vec::new();
    if let Some(last) = passage.len().checked_sub(1) {
        cut(passage, (0, last), passage.speaker.as_deref(), DEPTH, &mut segments);
    }
    segments
}

fn cut(
    passage: &Passage,
    range: (usize, usize),
    speaker: Option<&str>,
    depth: usize,
    segments: &mut Vec<Segment>,
) {
    let Some((first, last)) = trimmed(passage, range) else { return };
    let next = depth.saturating_sub(1);
    if let Some(Report { clause, content }) = report(passage, first, last).filter(|_| depth > 0) {
        let piece = Piece::cut(passage, clause);
        let own = speaker_of(&piece);
        let report =
            Segment { piece, quote: clause, speaker: None, content: trimmed(passage, content) };
        let before = segments.len();
        cut(passage, content, own.as_deref().or(passage.speaker.as_deref()), next, segments);
        for reported in &mut segments[before..] {
            if reported.content.is_none() {
                reported.quote = (reported.quote.0.min(clause.0), reported.quote.1.max(clause.1));
            }
        }
        segments.push(report);
    } else if let Some(at) = joint(passage, first, last).filter(|_| depth > 0) {
        cut(passage, (first, at.saturating_sub(1)), speaker, next, segments);
        cut(passage, (at + 1, last), speaker, next, segments);
    } else {
        let all = depth == DEPTH && !is_all_quoted(passage, first, last);
        let speaker = speaker.filter(|name| !all && !is_pronoun(name)).map(str::to_owned);
        segments.push(Segment {
            piece: Piece::cut(passage, (first, last)),
            quote: (first, last),
            speaker,
            content: None,
        });
    }
}

/// The full name of who speaks in the clause of a verb of saying.
fn speaker_of(clause: &Piece) -> Option<String> {
    let verb = clause.predicate()?;
    fields::who(clause, verb).filter(|name| !is_pronoun(name))
}

fn is_pronoun(name: &str) -> bool {
    matches!(name.to_lowercase().as_str(), "he" | "she" | "they" | "it" | "who" | "we" | "i")
}

fn is_all_quoted(passage: &Passage, first: usize, last: usize) -> bool {
    let quoted = (first..=last).filter(|&token| passage.is_quoted(token)).count();
    quoted * 5 > (last - first + 1) * 4
}

/// The "and" or semicolon behind which another clause with its own subject begins.
fn joint(passage: &Passage, first: usize, last: usize) -> Option<usize> {
    (first + 2..last).find(|&token| {
        let joins = passage.word(token) == ";" || passage.grammar.tokens[token].tag == Tag::CC;
        joins
            && !passage.is_quoted(token)
            && has_clause(passage, first, token - 1)
            && opens_joined(passage, token, last)
    })
}

fn has_clause(passage: &Passage, first: usize, last: usize) -> bool {
    (first..=last).any(|token| is_predicate(&passage.grammar, token))
        && has_finite(passage, (first, last))
}

/// Whether a clause with its own subject, joined to the one before, follows a conjunction.
fn opens_joined(passage: &Passage, joint: usize, last: usize) -> bool {
    let grammar = &passage.grammar;
    let Some(verb) = (joint + 1..=last).find(|&token| is_predicate(grammar, token)) else {
        return false;
    };
    let subject = grammar.children(verb).find(|&child| grammar.tokens[child].relation.is_subject());
    let own = subject.is_some_and(|subject| {
        subject > joint && subject < verb && !grammar.tokens[subject].tag.is_wh()
    });
    let joined = grammar.tokens[verb].relation == Relation::Conj || passage.word(joint) == ";";
    let head_before = grammar.head(verb).is_none_or(|head| head < joint);
    (own && joined && head_before) || opens_named(passage, joint, last)
}

/// Whether a name and then a finite verb follow a conjunction: a clause, though the grammar of the
/// whole sentence may have taken the name for one more object.
fn opens_named(passage: &Passage, joint: usize, last: usize) -> bool {
    let grammar = &passage.grammar;
    let plain = |token: &usize| {
        let tag = grammar.tokens[*token].tag;
        tag.is_noun() || tag.is_adjective() || tag == Tag::DT
    };
    let end = (joint + 1..=last).take_while(plain).last();
    let named = end.is_some_and(|end| end - joint <= 7 && grammar.entity_at(end).is_some());
    let verb = end
        .is_some_and(|end| grammar.tokens.get(end + 1).is_some_and(|token| token.tag.is_finite()));
    named && verb && has_own_end(passage, joint)
}

/// Whether the clause before a conjunction has a verb that needs no further clause.
fn has_own_end(passage: &Passage, joint: usize) -> bool {
    let grammar = &passage.grammar;
    let Some(verb) = (0..joint).rev().find(|&token| grammar.tokens[token].tag.is_finite()) else {
        return false;
    };
    let opens = Lexicon::builtin().saying(grammar.lemma(verb)).is_some();
    let subordinate = (verb + 1..joint)
        .any(|token| passage.word(token) == "that" || grammar.tokens[token].tag.is_wh());
    !opens && !subordinate && joint > verb + 1
}

/// Whether a verb in a range carries tense.
pub(super) fn has_finite(passage: &Passage, (first, last): (usize, usize)) -> bool {
    (first..=last)
        .any(|token| passage.grammar.tokens.get(token).is_some_and(|token| token.tag.is_finite()))
}

/// A range without the marks and conjunctions at its edges; quotation marks that belong together
/// stay.
pub(super) fn trimmed(
    passage: &Passage,
    (mut first, mut last): (usize, usize),
) -> Option<(usize, usize)> {
    let tag = |token: usize| passage.grammar.tokens.get(token).map(|token| token.tag);
    let loose = |tag: Option<Tag>| {
        tag.is_some_and(|tag| matches!(tag, Tag::Comma | Tag::Colon | Tag::Period | Tag::CC))
    };
    let opens = |token: usize| {
        matches!(passage.word(token), "though" | "although" | "however")
            && !is_mark(passage, token + 1)
    };
    while first < last && (loose(tag(first)) && !opens_pair(passage, first) || opens(first)) {
        first += 1;
    }
    while last > first && loose(tag(last)) {
        last -= 1;
    }
    if is_mark(passage, last) && !(first..last).any(|token| is_mark(passage, token)) {
        last = last.checked_sub(1)?;
    }
    (first < last).then_some((first, last))
}

/// "Both", "either" and "neither" begin a phrase.
fn opens_pair(passage: &Passage, token: usize) -> bool {
    matches!(passage.word(token).to_lowercase().as_str(), "both" | "either" | "neither" | "nor")
}

fn is_mark(passage: &Passage, token: usize) -> bool {
    token < passage.len() && matches!(passage.word(token), "\"" | "”" | "“" | "''" | "``")
}

#[cfg(test)]
mod tests {
    use super::super::piece::tests::passage;
    use super::*;

    /// The cores of the segments of a sentence, in order.
    fn cores(text: &str) -> Vec<String> {
        of(&passage(text)).into_iter().map(|segment| segment.piece.passage.text).collect()
    }

    fn quotes(text: &str) -> Vec<String> {
        let passage = passage(text);
        of(&passage)
            .iter()
            .map(|segment| passage.words(segment.quote.0, segment.quote.1).to_owned())
            .collect()
    }

    #[test]
    fn a_report_behind_what_it_reports_is_a_clause() {
        let text = "The bridge will open in May, a spokesman said on Friday.";
        assert_eq!(cores(text), ["The bridge will open in May", "a spokesman said on Friday"]);
        assert_eq!(quotes(text)[0], "The bridge will open in May, a spokesman said on Friday");
        assert_eq!(
            cores("The bridge is closed, said Ann Lee."),
            ["The bridge is closed", "said Ann Lee"]
        );
    }

    #[test]
    fn a_report_before_what_it_reports_is_a_clause() {
        let text = "On Friday, the minister said that the bridge will open in May.";
        assert_eq!(cores(text), ["the bridge will open in May", "On Friday, the minister said"]);
    }

    #[test]
    fn clauses_with_subjects_of_their_own_are_apart() {
        let text = "The mayor closed the bridge, and the police blocked the road.";
        assert_eq!(cores(text), ["The mayor closed the bridge", "the police blocked the road"]);
    }

    #[test]
    fn verbs_that_share_a_subject_stay_together() {
        let text = "The mayor closed the bridge and opened the tunnel.";
        assert_eq!(cores(text), ["The mayor closed the bridge and opened the tunnel"]);
    }

    #[test]
    fn a_participle_reports_nothing() {
        let text = "The plan, agreed upon in June, will be carried out.";
        assert_eq!(cores(text), ["The plan, agreed upon in June, will be carried out"]);
    }

    #[test]
    fn no_words_give_no_segments() {
        assert!(cores("").is_empty());
        assert!(cores(".").is_empty());
    }
}
