//! The words that a question is about, each with its weight.

use crate::fact::parted;
use crate::lexicon::{LexemeId, Lexicon};
use crate::text::Table;
use crate::text::syntax::{Relation, Tag};

use super::query::Query;
use super::question_type::QuestionType;
use super::spelling::Vocabulary;
use super::{focus, predicate, query};

impl Term {
    /// The token of a word that stands nowhere in the question: beyond any sentence's last.
    pub const NOWHERE: usize = 1 << 20;
}

/// A word that the answer's sentence should hold, in this form or another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Term {
    /// Its token in the question, or [`Term::NOWHERE`].
    pub token: usize,
    /// Its base form.
    pub lemma: String,
    /// The word itself, folded.
    pub word: String,
    /// Whether it is (part of) a name.
    pub is_name: bool,
    /// Whether it is the noun after "which" or "how many", which the answer's
    /// sentence need not say.
    pub is_focus: bool,
    /// Whether it is a verb.
    pub is_verb: bool,
    /// Whether it is a common noun that heads its phrase.
    pub is_head: bool,
    /// How much it tells, 0 to 1: rare words more than common ones.
    pub weight: f32,
    /// The key of the name that it ends, where that name goes by several forms.
    pub name_key: Option<String>,
    /// Whether it comes from the conversation and not from the question.
    pub is_context: bool,
}

/// The content words of `query` outside its question phrase, and the noun inside it.
pub(super) fn of(query: &Query, vocabulary: &dyn Vocabulary) -> Vec<Term> {
    let focus = query.focus.as_ref().map(|focus| focus.token);
    let content = |&token: &usize| is_content(query, token);
    let term = |token: usize| {
        let found = query.grammar.tokens[token];
        let lemma = query.grammar.lemma(token);
        Term {
            token,
            lemma: crate::text::fold(lemma),
            word: query.word(token).to_owned(),
            is_name: is_name(query, token),
            is_focus: focus == Some(token),
            is_verb: found.tag.is_verb(),
            is_head: matches!(found.tag, Tag::NN | Tag::NNS)
                && found.relation != Relation::Compound,
            weight: vocabulary.weight(query.word(token), lemma),
            ..Term::default()
        }
    };
    let mut terms: Vec<Term> = (0..query.words.len()).filter(content).map(term).collect();
    mark_names(query, vocabulary, &mut terms);
    join_phrases(query, &mut terms);
    join_parted(query, &mut terms);
    if let Some((_, Some(verb))) = topic_question(query) {
        terms.push(Term {
            token: Term::NOWHERE,
            lemma: verb.to_owned(),
            word: verb.to_owned(),
            is_verb: true,
            weight: vocabulary.weight(verb, verb),
            ..Term::default()
        });
    }
    terms
}

/// The question that a noun alone stands for, with the verb of it: "attendees?" asks who attends.
pub(super) fn topic_question(query: &Query) -> Option<(&'static str, Option<&'static str>)> {
    static TOPICS: Table = Table::new(include_str!("data/topics.tsv"));
    let topic = |at: usize| TOPICS.get(query.word(at));
    if query.asks != QuestionType::Topic {
        return None;
    }
    let own = query.focus.as_ref().and_then(|focus| topic(focus.token));
    let last = query.parts().last().and_then(topic);
    let (question, verb) = own.or(last)?.split_once('\t')?;
    Some((question, Some(verb).filter(|verb| !verb.is_empty())))
}

/// A word of several parts is one term, at its first word: "call off", "in charge of".
fn join_phrases(query: &Query, terms: &mut Vec<Term>) {
    let lemmas: Vec<&str> =
        (0..query.words.len()).map(|token| query.grammar.lemma(token)).collect();
    let lexicon = Lexicon::builtin();
    for found in lexicon.phrases(&lemmas, &query.words) {
        let Some(first) = terms.iter().position(|term| found.tokens.contains(&term.token)) else {
            continue;
        };
        let named = terms.iter().any(|term| found.tokens.contains(&term.token) && term.is_name);
        if named || !is_one_word(query, &found.tokens) || is_own_passive(&terms[first], found.word)
        {
            continue;
        }
        let heaviest = terms
            .iter()
            .filter(|term| found.tokens.contains(&term.token))
            .map(|term| term.weight)
            .fold(0.5, f32::max);
        let joined = Term {
            lemma: lexicon.text(found.word).to_owned(),
            weight: heaviest,
            ..terms[first].clone()
        };
        terms.retain(|term| !found.tokens.contains(&term.token));
        terms.insert(first.min(terms.len()), joined);
    }
}

/// "Be killed" is no other word than "kill".
fn is_own_passive(term: &Term, phrase: LexemeId) -> bool {
    let participle = Lexicon::builtin().text(phrase).strip_prefix("be ");
    term.is_verb && participle.is_some_and(|it| it == term.word || it == term.lemma)
}

/// A verb and its particle are one term where they stand apart, too: "call the game off".
fn join_parted(query: &Query, terms: &mut Vec<Term>) {
    parted::verbs(&query.grammar, &mut |verb, particle, phrase| {
        let Some(term) = terms.iter_mut().find(|term| term.token == verb) else { return };
        term.lemma = phrase.to_owned();
        term.weight = term.weight.max(0.5);
        terms.retain(|term| term.token != particle);
    });
}

/// Whether a word of several parts stands here as one: in "the plane crashed" no plane crash does,
/// nor does any across the edge of the question phrase.
fn is_one_word(query: &Query, tokens: &std::ops::Range<usize>) -> bool {
    let tag = |at: usize| query.grammar.tokens[at].tag;
    let (first, last) = (tokens.start, tokens.end - 1);
    let clause = tag(first).is_noun() && tag(last).is_verb();
    let across = query.phrase.is_some_and(|(_, end)| first <= end && last > end);
    let measured = query.phrase.is_some_and(|(_, end)| first <= end && tag(first).is_wh());
    let leads = query::leads_to_verb(query.parts(), first);
    !clause && !across && !measured && !leads
}

/// A name that goes by several forms is one term, its last word, found under the name's key.
fn mark_names(query: &Query, vocabulary: &dyn Vocabulary, terms: &mut Vec<Term>) {
    let words: Vec<&str> =
        query.grammar.tokens.iter().map(|token| token.span.of(&query.text)).collect();
    vocabulary.name_keys(&words, &mut |first, last, key| {
        terms.retain(|term| !(first..last).contains(&term.token));
        if let Some(term) = terms.iter_mut().find(|term| term.token == last) {
            term.name_key = Some(key.to_owned());
            term.is_name = true;
        }
    });
}

/// A proper noun that is written as one and is no title: tags alone are unsure in hurried text.
fn is_name(query: &Query, token: usize) -> bool {
    let found = query.grammar.tokens[token];
    let capital = found.span.of(&query.text).chars().any(char::is_uppercase);
    found.tag.is_proper() && capital && Lexicon::builtin().title(query.word(token)).is_none()
}

fn is_content(query: &Query, token: usize) -> bool {
    let found = query.grammar.tokens[token];
    let word = query.word(token);
    let open = found.tag.is_noun()
        || found.tag.is_verb()
        || found.tag.is_adjective()
        || found.tag.is_adverb()
        || matches!(found.tag, Tag::CD | Tag::FW | Tag::RP | Tag::ADD | Tag::UH | Tag::Dollar);
    open && !is_frame(query, token)
        && !is_empty_word(word)
        && word.chars().any(char::is_alphanumeric)
}

/// Words that make the question and are not asked about: "do you know", "what *kind* of", "how
/// *long*", "is *going* to".
fn is_frame(query: &Query, token: usize) -> bool {
    let words = query.parts();
    let found = query.grammar.tokens[token];
    let helper = predicate::is_auxiliary(words, token) && query.predicate != Some(token);
    let leading = token < query.start;
    let in_phrase = query.in_phrase(token)
        && (found.tag.is_wh()
            || words.is_one_of(
                token,
                &["come", "long", "much", "many", "often", "soon", "far", "quickly"],
            ));
    let sort = query.phrase.is_some()
        && focus::is_sort(words, token)
        && (words.word(token) != "name" || focus::is_mere_name(words, token));
    let helps = matches!(found.relation, Relation::Aux | Relation::AuxPass | Relation::Cop)
        && query.predicate != Some(token);
    let tag = words.last() == Some(token)
        && token > 0
        && words.word(token - 1) == ","
        && words.is_one_of(token, &["right", "correct", "yes", "no", "yeah", "true"]);
    let part = query.phrase.is_some() && focus::is_part_of_name(words, token);
    helper || helps || leading || in_phrase || sort || part || tag
}

/// Words that every question has and that tell nothing.
fn is_empty_word(word: &str) -> bool {
    static EMPTY: Table = Table::new(include_str!("data/empty_words.txt"));
    EMPTY.has(word)
}
