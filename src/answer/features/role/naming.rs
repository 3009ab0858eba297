//! How well a word of a passage names the role that is asked for.

use crate::fact::Passage;
use crate::lexicon::Lexicon;
use crate::question::{Role, Since};
use crate::text::syntax::{Sentence, Tag};

/// From which likeness on a noun that the table of roles does not have says the same.
const ALIKE: f32 = 0.7;
/// How well "successor" and "predecessor" fit where one is asked for who is or was next.
const BY_TIME: f32 = 0.8;
/// How well a title fits that has the noun asked for in it, but is of another rank.
const OTHER_RANK: f32 = 0.3;

/// How well a token names the role: a noun that is it, or a verb of it.
pub(super) fn fit(role: &Role, passage: &Passage, token: usize, likeness: f32) -> f32 {
    let tag = passage.grammar.tokens[token].tag;
    let lemma = passage.grammar.lemma(token);
    let lexicon = Lexicon::builtin();
    if tag.is_verb() {
        let same = !role.verb.is_empty() && lemma == role.verb;
        return if same { 1.0 } else { lexicon.role_fit_of_verb(&role.noun, lemma) };
    }
    if !tag.is_noun()
        || passage.grammar.tokens[token + 1..].first().is_some_and(|it| it.tag == Tag::POS)
    {
        return 0.0;
    }
    let likeness = if likeness >= ALIKE { 0.9 * likeness } else { 0.0 };
    let alone = lexicon.role_fit(&role.noun, lemma).max(likeness).max(by_time(role, lemma));
    let whole = title(passage, token);
    let fit = match (role.title, whole) {
        (Some(asked), Some(title)) if asked == title => 1.0,
        (Some(asked), Some(title)) => lexicon.role_fit(asked, title),
        (Some(asked), None) => lexicon.role_fit(asked, lemma).max(OTHER_RANK * alone),
        (None, Some(title)) if ranks_apart(title) => {
            lexicon.role_fit(&role.noun, title).max(OTHER_RANK * alone)
        }
        (None, Some(title)) => lexicon.role_fit(&role.noun, title).max(alone),
        (None, None) => alone,
    };
    let lower = is_deputy(&passage.grammar, token)
        || is_of_department(role, passage, token)
        || is_of_state(role, passage, token);
    if lower { OTHER_RANK * fit } else { fit }
}

/// A predecessor had the role before, a successor has it next.
fn by_time(role: &Role, lemma: &str) -> f32 {
    let fits = match role.since {
        Since::Former => lemma == "predecessor",
        Since::Next => matches!(lemma, "successor" | "replacement" | "caretaker"),
        Since::Now | Since::Any => false,
    };
    if fits { BY_TIME } else { 0.0 }
}

/// A finance director is a director, but not the boss.
fn is_of_department(role: &Role, passage: &Passage, token: usize) -> bool {
    const DEPARTMENTS: [&str; 22] = [
        "operations",
        "operation",
        "finance",
        "financial",
        "sales",
        "marketing",
        "press",
        "project",
        "technical",
        "regional",
        "branch",
        "sporting",
        "sports",
        "artistic",
        "art",
        "medical",
        "music",
        "research",
        "security",
        "campaign",
        "communications",
        "site",
    ];
    let wide = matches!(
        passage.grammar.lemma(token),
        "director" | "manager" | "officer" | "head" | "chief"
    );
    let before = token.checked_sub(1).map(|at| passage.grammar.lemma(at)).unwrap_or_default();
    wide && role.modifiers.is_empty() && DEPARTMENTS.contains(&before)
}

/// "President Ann Lee", without a word of what: the president of a country, and no other boss.
fn is_of_state(role: &Role, passage: &Passage, token: usize) -> bool {
    let grammar = &passage.grammar;
    let before = token.checked_sub(1).map(|at| grammar.tokens[at].tag);
    let of_what = before.is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::POS | Tag::PRPS));
    grammar.lemma(token) == "president"
        && role.noun != "president"
        && passage.word(token).starts_with('P')
        && grammar.entity_at(token + 1).is_some()
        && !of_what
}

/// The title of two or three words that ends at a token: "prime minister".
pub(super) fn title(passage: &Passage, token: usize) -> Option<&'static str> {
    let before = token.checked_sub(1)?;
    let joins = |at: usize| {
        let tag = passage.grammar.tokens[at].tag;
        tag.is_noun() || tag.is_adjective()
    };
    if !joins(before) {
        return None;
    }
    let title = |first: usize| {
        Lexicon::builtin().title(passage.words(first, token)).map(|title| title.name)
    };
    let longer = before.checked_sub(1).filter(|&at| joins(at)).and_then(title);
    longer.or_else(|| title(before))
}

/// A prime minister is no minister of those who are asked for by "which minister".
fn ranks_apart(title: &str) -> bool {
    matches!(title, "prime minister" | "chief minister" | "first minister")
        || ["vice", "deputy", "under", "assistant"].iter().any(|rank| title.starts_with(rank))
}

/// Whether a role is that of a deputy.
pub(in crate::answer::features) fn is_deputy(grammar: &Sentence, token: usize) -> bool {
    (token.saturating_sub(2)..token).any(|at| lowers_rank(grammar.lemma(at)))
}

/// Whether a word before a role makes it that of a deputy.
pub(in crate::answer::features) fn lowers_rank(lemma: &str) -> bool {
    matches!(lemma, "deputy" | "vice" | "assistant" | "would-be")
}
