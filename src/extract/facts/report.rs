//! Finds the clause of a sentence that reports what the rest of it says.

use crate::fact::Passage;
use crate::lexicon::{Lexicon, Saying};
use crate::text::syntax::{Relation, Tag};

use super::segments::{has_finite, trimmed};

/// Who says and what is said, as inclusive ranges of tokens.
pub(super) struct Report {
    /// The clause of the verb of saying.
    pub(super) clause: (usize, usize),
    /// What it reports.
    pub(super) content: (usize, usize),
}

/// The report in a range of tokens, where there is one.
pub(super) fn report(passage: &Passage, first: usize, last: usize) -> Option<Report> {
    let says = |&token: &usize| is_saying(passage, token);
    let verbs: Vec<usize> = (first..=last).filter(says).collect();
    let behind = verbs.iter().rev().find_map(|&verb| report_behind(passage, first, verb, last));
    behind.or_else(|| verbs.first().and_then(|&verb| report_before(passage, first, verb, last)))
}

fn is_saying(passage: &Passage, token: usize) -> bool {
    let found = passage.grammar.tokens[token];
    let told = Lexicon::builtin().saying(passage.grammar.lemma(token));
    let finite = found.tag.is_finite() || found.tag == Tag::VBN;
    finite
        && !is_participle(passage, token)
        && !passage.is_quoted(token)
        && told.is_some_and(|told| !matches!(told, Saying::Think | Saying::Learn))
}

/// "…, agreed upon in June": behind a comma and before a preposition a past form is a participle.
fn is_participle(passage: &Passage, token: usize) -> bool {
    let tag = |token: usize| passage.grammar.tokens.get(token).map(|token| token.tag);
    let after_comma = token > 0 && tag(token - 1) == Some(Tag::Comma);
    let that = passage.len() > token + 1 && passage.word(token + 1) == "that";
    after_comma
        && matches!(tag(token + 1), Some(Tag::IN | Tag::RP | Tag::TO))
        && !that
        && has_finite(passage, (token + 1, passage.len()))
}

/// "…, the spokeswoman said on Friday": nothing but a subject before the verb, back to a comma,
/// and no other clause behind it.
fn report_behind(passage: &Passage, first: usize, verb: usize, last: usize) -> Option<Report> {
    let start = report_start(passage, first, verb)?;
    let plain_end =
        (verb + 1..=last).all(|token| !is_clausal(passage, token) && !passage.is_quoted(token));
    let content = (first, start.checked_sub(1)?);
    let sound = has_finite(passage, content) || passage.is_quoted(content.0 + 1);
    (plain_end && sound && content.1 > content.0 + 1)
        .then_some(Report { clause: (start, last), content })
}

fn report_start(passage: &Passage, first: usize, verb: usize) -> Option<usize> {
    let stop = (first..verb).rev().find(|&token| is_stop(passage, token))?;
    if stop + 1 < verb {
        let words = stop + 1..verb;
        let named = words.clone().any(|token| is_nominal(passage, token));
        let helpers = words.filter(|&token| passage.grammar.tokens[token].tag.is_finite());
        return (named && helpers.count() <= 1).then_some(stop + 1);
    }
    inserted_start(passage, first, verb).or_else(|| is_nominal_after(passage, verb).then_some(verb))
}

/// The start of "…, Smith, a lawyer, said": the subject's, behind an earlier comma.
fn inserted_start(passage: &Passage, first: usize, verb: usize) -> Option<usize> {
    let grammar = &passage.grammar;
    let subject = grammar
        .children(verb)
        .find(|&child| child < verb && grammar.tokens[child].relation.is_subject())?;
    let start = grammar.subtree(subject).0;
    let start = if is_stop(passage, start) { start + 1 } else { start };
    (start > first + 1 && start < verb && is_stop(passage, start - 1)).then_some(start)
}

fn is_nominal_after(passage: &Passage, verb: usize) -> bool {
    (verb + 1..passage.len().min(verb + 4)).any(|token| is_nominal(passage, token))
}

/// "The spokeswoman said that …": from the start to the verb and whom it is said to, then "that" or
/// the clause that the grammar names, or a quotation.
fn report_before(passage: &Passage, first: usize, verb: usize, last: usize) -> Option<Report> {
    let named = (first..verb).any(|token| is_nominal(passage, token));
    let relative = (first..verb).any(|token| passage.grammar.tokens[token].tag.is_wh());
    let earlier = (first..verb).any(|token| passage.grammar.tokens[token].tag.is_finite());
    if !named || (earlier && !relative) || is_relative(passage, verb) {
        return None;
    }
    let start = content_start(passage, verb, last)?;
    let opens = passage.word(start).eq_ignore_ascii_case("that");
    let content = (start + usize::from(opens), last);
    let clause = trimmed(passage, (first, start - 1))?;
    (has_finite(passage, content)).then_some(Report { clause, content })
}

fn is_relative(passage: &Passage, verb: usize) -> bool {
    matches!(
        passage.grammar.tokens[verb].relation,
        Relation::AclRelcl | Relation::Acl | Relation::Advcl
    )
}

fn content_start(passage: &Passage, verb: usize, last: usize) -> Option<usize> {
    let grammar = &passage.grammar;
    let that = (verb + 1..=last.min(verb + 12))
        .take_while(|&token| !grammar.tokens[token].tag.is_finite());
    let that = that.into_iter().find(|&token| {
        passage.word(token).eq_ignore_ascii_case("that") && grammar.tokens[token].tag == Tag::IN
    });
    let mark =
        (verb + 1..=last.min(verb + 6)).find(|&token| grammar.tokens[token].tag == Tag::LeftQuote);
    let clause = grammar
        .child(verb, Relation::Ccomp)
        .map(|clause| grammar.subtree(clause).0)
        .filter(|&start| start > verb);
    let bare = (verb < last && opens_clause(passage, verb + 1)).then_some(verb + 1);
    that.or(mark).or(bare).or(clause)
}

/// Whether what follows "said" may be the subject of what is said: no preposition, no day.
fn opens_clause(passage: &Passage, token: usize) -> bool {
    let tag = passage.grammar.tokens[token].tag;
    let subject = tag.is_noun()
        || tag.is_adjective()
        || matches!(tag, Tag::DT | Tag::PRP | Tag::PRPS | Tag::CD | Tag::EX);
    subject && passage.date_at(token).is_none()
}

/// A token that shows that another clause stands here.
fn is_clausal(passage: &Passage, token: usize) -> bool {
    let tag = passage.grammar.tokens[token].tag;
    tag.is_finite() || tag.is_wh() || tag == Tag::LeftQuote
}

fn is_stop(passage: &Passage, token: usize) -> bool {
    matches!(
        passage.grammar.tokens[token].tag,
        Tag::Comma | Tag::Colon | Tag::RightQuote | Tag::LeftQuote
    ) || matches!(passage.word(token), "\"" | "”" | "''")
}

fn is_nominal(passage: &Passage, token: usize) -> bool {
    let tag = passage.grammar.tokens[token].tag;
    tag.is_noun() || tag == Tag::PRP
}
