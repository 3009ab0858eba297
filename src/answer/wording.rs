//! Puts an answer into words: first the answer, then as much of the article as makes it clear.

mod clean;
mod dated;
mod elapsed;
mod named;

use jiff::civil::Date;

use crate::fact::{Base, Passage};
use crate::question::Query;
use crate::text::syntax::Relation;

use super::candidate::Candidate;
use super::types::Citation;

pub(crate) use crate::text::date::written_day;
pub(crate) use crate::text::{capitalised, shortened};
pub(crate) use clean::{balanced, trimmed};
pub(crate) use dated::{agree, announced, has_been, is_in_full, passed, verb_of};

/// The longest answer, in characters.
pub(crate) const LONGEST: usize = 400;
/// The longest clause that is shown beside a short answer, in characters.
const CLAUSE: usize = 230;
/// The longest answer that a clause is shown beside, in characters.
const SHORT: usize = 120;

/// The bare answer in the article's words.
pub(crate) fn span<'a>(passage: &'a Passage, candidate: &Candidate) -> &'a str {
    passage.words(candidate.first.into(), candidate.last.into())
}

/// The answer as a sentence, as of `today`.
pub(crate) fn sentence(
    query: &Query,
    base: &Base,
    candidate: &Candidate,
    today: Option<Date>,
) -> String {
    let passage = base.passage(candidate.passage);
    if let Some(dated) = dated::sentence(query, base, candidate, today) {
        return shortened(&dated, LONGEST);
    }
    let short = balanced(&capitalised(&named::short(passage, candidate)));
    let clause = clause_around(passage, candidate);
    let has_verb = passage.grammar.tokens.iter().any(|token| token.tag.is_verb());
    let repeats = !has_verb && clause.starts_with(&short);
    let says_more = !repeats && clause.chars().count() > short.chars().count() + 8;
    let text = match says_more && short.chars().count() < SHORT {
        true => format!("{short} — {clause}"),
        false => short,
    };
    let head = Some(usize::from(candidate.head));
    let passed = today.and_then(|today| passed(query, base, (candidate.passage, head), today));
    let remarks: Vec<String> = named::speaker(passage, &text).into_iter().chain(passed).collect();
    with_note(text, Some(remarks.join("; ")).filter(|note| !note.is_empty()).as_deref())
}

/// The short answer alone, as it is set beside others.
pub(crate) fn brief(query: &Query, base: &Base, candidate: &Candidate) -> String {
    let passage = base.passage(candidate.passage);
    match dated::written(query, passage, candidate) {
        Some(date) => date,
        None => balanced(&capitalised(&named::short(passage, candidate))),
    }
}

/// `text` with a remark in brackets, whole, however long the text is.
pub(crate) fn with_note(text: String, note: Option<&str>) -> String {
    let Some(note) = note else { return shortened(&text, LONGEST) };
    let note = format!(" ({note})");
    format!("{}{note}", shortened(&text, LONGEST - note.chars().count()))
}

/// What a passage says, as the second half of an answer.
pub(crate) fn statement(passage: &Passage) -> String {
    let whole = named::told(passage, 0, passage.len().saturating_sub(1));
    balanced(&tidy(&shortened(whole.trim(), LONGEST - 20)))
}

/// The smallest clause around the candidate that has a subject, as it is shown.
pub(crate) fn clause_around(passage: &Passage, candidate: &Candidate) -> String {
    let whole = passage.text.chars().count() <= CLAUSE;
    let (first, last) = match whole {
        true => (0, passage.len().saturating_sub(1)),
        false => clause_range(passage, candidate),
    };
    let text = named::told(passage, first, last);
    if text.chars().count() <= CLAUSE {
        return balanced(&tidy(&text));
    }
    balanced(&window(passage, candidate))
}

/// The first and last token of the smallest clause around the candidate that has a subject, without
/// what is only inserted.
pub(crate) fn clause_range(passage: &Passage, candidate: &Candidate) -> (usize, usize) {
    let grammar = &passage.grammar;
    let length = passage.len();
    let head = usize::from(candidate.head);
    let up = std::iter::once(head).chain(grammar.ancestors(head));
    let has_subject = |token: &usize| {
        grammar.children(*token).any(|child| grammar.tokens[child].relation.is_subject())
    };
    let clause = up.into_iter().find(|token| {
        has_subject(token)
            && !matches!(grammar.tokens[*token].relation, Relation::AclRelcl | Relation::Acl)
    });
    let (first, last) =
        clause.map_or((0, length.saturating_sub(1)), |clause| grammar.subtree(clause));
    (first.min(candidate.first.into()), last.max(candidate.last.into()))
}

/// As many words around the candidate as fit.
fn window(passage: &Passage, candidate: &Candidate) -> String {
    let (mut first, mut last) = (usize::from(candidate.first), usize::from(candidate.last));
    loop {
        let before = (first.saturating_sub(1), first.saturating_sub(1) < first);
        let after = (last + 1, last + 1 < passage.len());
        let wider = (if before.1 { before.0 } else { first }, if after.1 { after.0 } else { last });
        if wider == (first, last) || passage.words(wider.0, wider.1).chars().count() > CLAUSE {
            break;
        }
        (first, last) = wider;
    }
    let text = passage.words(first, last);
    let opening = if first > 0 { "…" } else { "" };
    let closing = if last + 1 < passage.len() { "…" } else { "" };
    format!("{opening}{text}{closing}")
}

fn tidy(text: &str) -> String {
    let text = text.trim().trim_end_matches(['.', ',', ';', ':']);
    let text = text.trim_start_matches([',', ';', ' ']);
    let joined = ["and ", "but "].iter().find_map(|joint| text.strip_prefix(joint));
    joined.unwrap_or(text).trim().to_owned()
}

/// The proof of a candidate: its passage, quoted whole.
pub(crate) fn citation(base: &Base, passage: u32) -> Citation {
    let source = base.source_of(passage);
    Citation {
        title: source.title.clone(),
        outlet: source.outlet.clone(),
        published: source.published,
        url: source.url.clone(),
        quote: base.passage(passage).text.clone(),
        context: context(base, passage),
        passage: Some(passage),
    }
}

fn context(base: &Base, number: u32) -> String {
    let passage = base.passage(number);
    let range = base.passages_of(passage.source as usize);
    let around = number.saturating_sub(1).max(range.start)..(number + 2).min(range.end);
    let texts: Vec<&str> = around
        .map(|other| base.passage(other))
        .filter(|other| other.is_title == passage.is_title)
        .map(|other| other.text.as_str())
        .collect();
    texts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_stays_whole_however_long_the_text_is() {
        let text = with_note("word ".repeat(200), Some("that time has passed"));
        assert!(text.ends_with("… (that time has passed)"), "{text}");
        assert!(text.chars().count() <= LONGEST);
    }
}
