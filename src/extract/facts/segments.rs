//! Cuts a sentence into clauses that stand for themselves: who reports, what is reported, and
//! clauses with a subject of their own that "and", "but" or a semicolon joins.
//!
//! What is reported is quoted with who reports it: without that the words prove too much.
//!
//! Commas and verbs of saying decide where they are plain, the grammar where they are not; in
//! doubt a sentence stays whole.

use crate::fact::Passage;
use crate::lexicon::{Lexicon, Saying};
use crate::text::syntax::{Relation, Tag};

use super::fields;
use super::piece::{Piece, is_predicate};

/// A clause, in ranges of tokens with both ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// What it says.
    pub(super) core: (usize, usize),
    /// The words that prove it: the core, and beside it who says so.
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

fn cut(passage: &Passage, range: (usize, usize), speaker: Option<&str>, depth: usize, segments: &mut Vec<Segment>) {
    let Some((first, last)) = trimmed(passage, range) else { return };
    let next = depth.saturating_sub(1);
    if let Some(Report { clause, content }) = report(passage, first, last).filter(|_| depth > 0) {
        let report = Segment { core: clause, quote: clause, speaker: None, content: trimmed(passage, content) };
        let own = speaker_of(passage, clause);
        let before = segments.len();
        cut(passage, content, own.as_deref().or(passage.speaker.as_deref()), next, segments);
        let leads = clause.0 < content.0;
        let beside = if leads { segments.get_mut(before) } else { segments.last_mut() };
        if let Some(beside) = beside {
            beside.quote = (beside.quote.0.min(clause.0), beside.quote.1.max(clause.1));
        }
        segments.push(report);
    } else if let Some(at) = joint(passage, first, last).filter(|_| depth > 0) {
        cut(passage, (first, at.saturating_sub(1)), speaker, next, segments);
        cut(passage, (at + 1, last), speaker, next, segments);
    } else {
        let all = depth == DEPTH && !is_all_quoted(passage, first, last);
        let speaker = speaker.filter(|name| !all && !is_pronoun(name)).map(str::to_owned);
        segments.push(Segment { core: (first, last), quote: (first, last), speaker, content: None });
    }
}

/// The full name of who speaks in the clause of a verb of saying.
fn speaker_of(passage: &Passage, clause: (usize, usize)) -> Option<String> {
    let piece = Piece::cut(passage, clause);
    let verb = piece.predicate()?;
    fields::who(&piece, verb).filter(|name| !is_pronoun(name))
}

fn is_pronoun(name: &str) -> bool {
    matches!(name.to_lowercase().as_str(), "he" | "she" | "they" | "it" | "who" | "we" | "i")
}

fn is_all_quoted(passage: &Passage, first: usize, last: usize) -> bool {
    let quoted = (first..=last).filter(|&token| passage.is_quoted(token)).count();
    quoted * 5 > (last - first + 1) * 4
}

/// Who says and what is said, as inclusive ranges of tokens.
struct Report {
    clause: (usize, usize),
    content: (usize, usize),
}

fn report(passage: &Passage, first: usize, last: usize) -> Option<Report> {
    let says = |&token: &usize| is_saying(passage, token);
    let verbs: Vec<usize> = (first..=last).filter(says).collect();
    let behind = verbs.iter().rev().find_map(|&verb| report_behind(passage, first, verb, last));
    behind.or_else(|| verbs.first().and_then(|&verb| report_before(passage, first, verb, last)))
}

fn is_saying(passage: &Passage, token: usize) -> bool {
    let found = passage.grammar.tokens[token];
    let told = Lexicon::builtin().saying(passage.grammar.lemma(token));
    let finite = found.tag.is_finite() || found.tag == Tag::VBN;
    finite && !is_participle(passage, token) && !passage.is_quoted(token) && told.is_some_and(|told| !matches!(told, Saying::Think | Saying::Learn))
}

/// "…, agreed upon in June": behind a comma and before a preposition a past form is a participle.
fn is_participle(passage: &Passage, token: usize) -> bool {
    let tag = |token: usize| passage.grammar.tokens.get(token).map(|token| token.tag);
    let after_comma = token > 0 && tag(token - 1) == Some(Tag::Comma);
    let that = passage.len() > token + 1 && passage.word(token + 1) == "that";
    after_comma && matches!(tag(token + 1), Some(Tag::IN | Tag::RP | Tag::TO)) && !that && has_finite(passage, (token + 1, passage.len()))
}

/// "…, the spokeswoman said on Friday": nothing but a subject before the verb, back to a comma,
/// and no other clause behind it.
fn report_behind(passage: &Passage, first: usize, verb: usize, last: usize) -> Option<Report> {
    let start = report_start(passage, first, verb)?;
    let plain_end = (verb + 1..=last).all(|token| !is_clausal(passage, token) && !passage.is_quoted(token));
    let content = (first, start.checked_sub(1)?);
    let sound = has_finite(passage, content) || passage.is_quoted(content.0 + 1);
    (plain_end && sound && content.1 > content.0 + 1).then_some(Report { clause: (start, last), content })
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
    let subject = grammar.children(verb).find(|&child| child < verb && grammar.tokens[child].relation.is_subject())?;
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
    matches!(passage.grammar.tokens[verb].relation, Relation::AclRelcl | Relation::Acl | Relation::Advcl)
}

fn content_start(passage: &Passage, verb: usize, last: usize) -> Option<usize> {
    let grammar = &passage.grammar;
    let that = (verb + 1..=last.min(verb + 12)).take_while(|&token| !grammar.tokens[token].tag.is_finite());
    let that = that.into_iter().find(|&token| passage.word(token).eq_ignore_ascii_case("that") && grammar.tokens[token].tag == Tag::IN);
    let mark = (verb + 1..=last.min(verb + 6)).find(|&token| grammar.tokens[token].tag == Tag::LeftQuote);
    let clause = grammar.child(verb, Relation::Ccomp).map(|clause| grammar.subtree(clause).0).filter(|&start| start > verb);
    let bare = (verb < last && opens_clause(passage, verb + 1)).then_some(verb + 1);
    that.or(mark).or(bare).or(clause)
}

/// Whether what follows "said" may be the subject of what is said: no preposition, no day.
fn opens_clause(passage: &Passage, token: usize) -> bool {
    let tag = passage.grammar.tokens[token].tag;
    let subject = tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::DT | Tag::PRP | Tag::PRPS | Tag::CD | Tag::EX);
    subject && passage.date_at(token).is_none()
}

/// The "and" or semicolon behind which another clause with its own subject begins.
fn joint(passage: &Passage, first: usize, last: usize) -> Option<usize> {
    (first + 2..last).find(|&token| {
        let joins = passage.word(token) == ";" || passage.grammar.tokens[token].tag == Tag::CC;
        joins && !passage.is_quoted(token) && has_clause(passage, first, token - 1) && opens_joined(passage, token, last)
    })
}

fn has_clause(passage: &Passage, first: usize, last: usize) -> bool {
    (first..=last).any(|token| is_predicate(&passage.grammar, token)) && has_finite(passage, (first, last))
}

/// Whether a clause with its own subject, joined to the one before, follows a conjunction.
fn opens_joined(passage: &Passage, joint: usize, last: usize) -> bool {
    let grammar = &passage.grammar;
    let Some(verb) = (joint + 1..=last).find(|&token| is_predicate(grammar, token)) else { return false };
    let subject = grammar.children(verb).find(|&child| grammar.tokens[child].relation.is_subject());
    let own = subject.is_some_and(|subject| subject > joint && subject < verb && !grammar.tokens[subject].tag.is_wh());
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
    let verb = end.is_some_and(|end| grammar.tokens.get(end + 1).is_some_and(|token| token.tag.is_finite()));
    named && verb && has_own_end(passage, joint)
}

/// Whether the clause before a conjunction has a verb that needs no further clause.
fn has_own_end(passage: &Passage, joint: usize) -> bool {
    let grammar = &passage.grammar;
    let Some(verb) = (0..joint).rev().find(|&token| grammar.tokens[token].tag.is_finite()) else { return false };
    let opens = Lexicon::builtin().saying(grammar.lemma(verb)).is_some();
    let subordinate = (verb + 1..joint).any(|token| passage.word(token) == "that" || grammar.tokens[token].tag.is_wh());
    !opens && !subordinate && joint > verb + 1
}

fn has_finite(passage: &Passage, (first, last): (usize, usize)) -> bool {
    (first..=last).any(|token| passage.grammar.tokens.get(token).is_some_and(|token| token.tag.is_finite()))
}

/// A token that shows that another clause stands here.
fn is_clausal(passage: &Passage, token: usize) -> bool {
    let tag = passage.grammar.tokens[token].tag;
    tag.is_finite() || tag.is_wh() || tag == Tag::LeftQuote
}

fn is_stop(passage: &Passage, token: usize) -> bool {
    matches!(passage.grammar.tokens[token].tag, Tag::Comma | Tag::Colon | Tag::RightQuote | Tag::LeftQuote)
        || matches!(passage.word(token), "\"" | "”" | "''")
}

fn is_nominal(passage: &Passage, token: usize) -> bool {
    let tag = passage.grammar.tokens[token].tag;
    tag.is_noun() || tag == Tag::PRP
}

/// A range without the marks and conjunctions at its edges; quotation marks that belong together
/// stay.
fn trimmed(passage: &Passage, (mut first, mut last): (usize, usize)) -> Option<(usize, usize)> {
    let tag = |token: usize| passage.grammar.tokens.get(token).map(|token| token.tag);
    let loose = |tag: Option<Tag>| tag.is_some_and(|tag| matches!(tag, Tag::Comma | Tag::Colon | Tag::Period | Tag::CC));
    let opens = |token: usize| matches!(passage.word(token), "though" | "although" | "however") && !is_mark(passage, token + 1);
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
    token < passage.len() &&     matches!(passage.word(token), "\"" | "”" | "“" | "''" | "``")
}
