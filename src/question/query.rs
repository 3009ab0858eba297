//! A question as data: what it asks for, the words it asks about, and the place in the clause that
//! the answer has to fill.

use crate::text::syntax::{self, Relation, Sentence, Tag};
use crate::text::{Span, fold};

use super::asks::{self, Asks};
use super::expect::Expect;
use super::spelling::{self, Vocabulary};
use super::terms::{self, Term};

/// A question, read.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// The question with its typing mistakes mended.
    pub text: String,
    /// Its grammar; spans are bytes of `text`.
    pub grammar: Sentence,
    /// Its words, folded, one for each token.
    pub words: Vec<String>,
    /// What kind of question it is.
    pub asks: Asks,
    /// What kind of thing answers it.
    pub expects: Expect,
    /// The tokens of the question phrase, inclusive.
    pub phrase: Option<(usize, usize)>,
    /// The noun that the answer is one of ("which *minister*").
    pub focus: Option<Focus>,
    /// The place in the clause that the answer fills.
    pub slot: Slot,
    /// The token of the main verb, or of the noun or adjective that serves as predicate.
    pub predicate: Option<usize>,
    /// What it is about, in order.
    pub terms: Vec<Term>,
    /// Whether it is negated.
    pub negated: bool,
    /// Which time it speaks of.
    pub time: Time,
}

/// Which time a question speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Time {
    /// What has been.
    Past,
    /// What is to come.
    Future,
    /// Either, or what is.
    #[default]
    Any,
}

/// The noun that the answer is one of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    /// Its token.
    pub token: usize,
    /// Its base form.
    pub lemma: String,
}

/// The place in the clause that the answer fills.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Slot {
    /// Who or what does it.
    Subject,
    /// Who or what it is done to, as subject of a passive.
    PassiveSubject,
    /// Who or what it is done to.
    Object,
    /// After this preposition.
    Oblique(String),
    /// After the copula: "who is X".
    Complement,
    /// Beside the clause: when, where, why, how.
    Adverbial,
    /// None that can be told.
    #[default]
    Unknown,
}

/// Reads a question. `vocabulary` knows the words of the articles.
pub fn read(question: &str, vocabulary: &dyn Vocabulary) -> Query {
    let text = spelling::mend(question, vocabulary);
    let grammar = syntax::analyse(&text, Span::new(0..text.len()));
    let words = folded(&text, &grammar);
    let (asks, phrase) = asks::of(&grammar, &words);
    let mut query = Query { asks, phrase, ..Query::default() };
    query.predicate = predicate(&grammar, &words, phrase);
    query.focus = focus(&grammar, &words, asks, phrase);
    query.slot = slot(&grammar, &words, asks, phrase);
    query.negated =
        words.iter().any(|word| matches!(word.as_str(), "not" | "n't" | "never" | "no"));
    query.time = time(&grammar, &words, asks);
    query.text = text;
    query.grammar = grammar;
    query.words = words;
    query.expects = super::expect::of(&query);
    query.terms = terms::of(&query, vocabulary);
    query
}

impl Query {
    /// The word at `token`, folded.
    pub fn word(&self, token: usize) -> &str {
        self.words.get(token).map_or("", String::as_str)
    }

    /// Whether `token` belongs to the question phrase.
    pub fn in_phrase(&self, token: usize) -> bool {
        self.phrase.is_some_and(|(first, last)| (first..=last).contains(&token))
    }

    /// Adds the words of a conversation that narrow the search, at half their weight.
    pub fn add_context(&mut self, context: &str, vocabulary: &dyn Vocabulary) {
        let grammar = syntax::analyse(context, Span::new(0..context.len()));
        let words = folded(context, &grammar);
        let beside = Query { text: context.to_owned(), grammar, words, ..Query::default() };
        for term in terms::of(&beside, vocabulary) {
            let known =
                self.terms.iter().any(|own| own.lemma == term.lemma || own.word == term.word);
            if !known {
                self.terms.push(Term {
                    token: usize::MAX,
                    is_context: true,
                    weight: term.weight * 0.5,
                    ..term
                });
            }
        }
    }

    /// What the question is about, in its own words: its names and nouns.
    pub fn topic(&self) -> String {
        let nouns =
            self.terms.iter().filter(|term| !term.is_context && !term.is_focus && !term.is_verb);
        let words: Vec<&str> =
            nouns.map(|term| self.grammar.tokens[term.token].span.of(&self.text)).collect();
        words.join(" ")
    }

    /// The base form of the predicate.
    pub fn predicate_lemma(&self) -> &str {
        self.predicate.map_or("", |token| self.grammar.lemma(token))
    }
}

fn time(grammar: &Sentence, words: &[String], asks: Asks) -> Time {
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    let last = has(&["last", "previous", "previously", "ago", "before", "originally"]);
    let ahead = has(&["will", "shall", "'ll", "wo", "due", "upcoming", "next", "gonna"]);
    let past = has(&["did", "was", "were", "had", "didn't", "wasn't"])
        || grammar.tokens.iter().any(|token| token.tag == Tag::VBD);
    let copular = has(&["is", "are", "'s", "'re", "s"]) && matches!(asks, Asks::When | Asks::Where);
    match () {
        () if has(&[
            "supposed",
            "meant",
            "planned",
            "scheduled",
            "expected",
            "slated",
            "originally",
        ]) =>
        {
            Time::Any
        }
        () if ahead && !past => Time::Future,
        () if past || last => Time::Past,
        () if copular => Time::Future,
        () => Time::Any,
    }
}

fn folded(text: &str, grammar: &Sentence) -> Vec<String> {
    grammar.tokens.iter().map(|token| fold(token.span.of(text))).collect()
}

/// The main verb: the root where it is one, else the last verb that is no auxiliary, else the root.
fn predicate(
    grammar: &Sentence,
    words: &[String],
    phrase: Option<(usize, usize)>,
) -> Option<usize> {
    let outside = |index: usize| phrase.is_none_or(|(first, last)| index < first || index > last);
    let full = |index: &usize| {
        grammar.tokens[*index].tag.is_verb() && !is_auxiliary(&words[*index], grammar, *index)
    };
    let root = grammar.root().filter(|&root| outside(root));
    root.filter(&full)
        .or_else(|| (0..words.len()).find(|index| outside(*index) && full(index)))
        .or(root)
}

fn is_auxiliary(word: &str, grammar: &Sentence, index: usize) -> bool {
    let relation = grammar.tokens[index].relation;
    matches!(relation, Relation::Aux | Relation::AuxPass | Relation::Cop)
        || matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "'s" | "'re" | "am" | "s")
        || (matches!(word, "did" | "does" | "do" | "has" | "have" | "had")
            && (index + 1..grammar.tokens.len()).any(|later| grammar.tokens[later].tag.is_verb()))
}

fn focus(
    grammar: &Sentence,
    words: &[String],
    asks: Asks,
    phrase: Option<(usize, usize)>,
) -> Option<Focus> {
    let (first, last) = phrase?;
    let named = matches!(asks, Asks::Which | Asks::HowMany) || words[first] == "whose";
    let noun = grammar.tokens.get(last).is_some_and(|token| token.tag.is_noun());
    let token =
        if named && last > first && noun { last } else { identified(grammar, words, asks, last)? };
    let token = sorted_noun(grammar, words, token).unwrap_or(token);
    Some(Focus { token, lemma: grammar.lemma(token).to_owned() })
}

/// The noun in "what kind of *plane*", "which part of the *airport*" stays "part".
fn sorted_noun(grammar: &Sentence, words: &[String], token: usize) -> Option<usize> {
    const SORTS: [&str; 10] =
        ["kind", "type", "sort", "form", "brand", "make", "model", "breed", "species", "name"];
    let sort = SORTS.contains(&grammar.lemma(token))
        && words.get(token + 1).is_some_and(|word| word == "of");
    let noun = |index: &usize| {
        grammar.tokens[*index].tag.is_noun()
            && !grammar.tokens.get(index + 1).is_some_and(|next| next.tag.is_noun())
    };
    let mechanism = grammar.lemma(token) == "name"
        && words[..token].iter().any(|word| word == "new" || word == "old" || word == "former");
    (token + 2..words.len()).find(noun).filter(|_| sort && !mechanism)
}

/// The noun in "what is the new *name* of the mechanism", "who was the *winner*".
fn identified(grammar: &Sentence, words: &[String], asks: Asks, wh: usize) -> Option<usize> {
    if !matches!(asks, Asks::What | Asks::Who) {
        return None;
    }
    let copula = words.get(wh + 1)?;
    if !matches!(copula.as_str(), "is" | "are" | "was" | "were" | "'s" | "'re" | "s") {
        return None;
    }
    let is_head = |index: &usize| {
        let here = grammar.tokens[*index].tag;
        let next = grammar.tokens.get(index + 1).map(|token| token.tag);
        here.is_noun() && !next.is_some_and(|tag| tag.is_noun() || tag == Tag::POS)
    };
    let allowed = |index: &usize| {
        let tag = grammar.tokens[*index].tag;
        tag.is_noun()
            || tag.is_adjective()
            || matches!(tag, Tag::DT | Tag::CD | Tag::POS | Tag::PRPS | Tag::VBN | Tag::VBG)
    };
    (wh + 2..words.len())
        .take_while(allowed)
        .filter(is_head)
        .last()
        .filter(|&head| !grammar.tokens[head].tag.is_proper())
}

/// The answer's place in the clause, by the order of words after the question phrase: questions
/// are formed so regularly that this is surer than the tree.
fn slot(grammar: &Sentence, words: &[String], asks: Asks, phrase: Option<(usize, usize)>) -> Slot {
    let Some((first, last)) = phrase else { return Slot::Unknown };
    if let Some(preposition) = preposition_before(words, first) {
        return Slot::Oblique(preposition);
    }
    match asks {
        Asks::When | Asks::Where | Asks::Why | Asks::How | Asks::HowMeasured => Slot::Adverbial,
        _ => slot_by_order(grammar, words, last + 1),
    }
}

fn slot_by_order(grammar: &Sentence, words: &[String], next: usize) -> Slot {
    let tag = |index: usize| grammar.tokens.get(index).map_or(Tag::Period, |token| token.tag);
    let word = |index: usize| words.get(index).map_or("", String::as_str);
    let is_be =
        |index| matches!(word(index), "is" | "are" | "was" | "were" | "'s" | "'re" | "be" | "s");
    let helps = is_be(next)
        || tag(next) == Tag::MD
        || matches!(word(next), "did" | "does" | "do" | "has" | "have" | "had");
    if !helps {
        return Slot::Subject;
    }
    let after =
        (next + 1..words.len()).find(|&index| !tag(index).is_adverb()).unwrap_or(words.len());
    let verb = tag(after).is_verb() || matches!(word(after), "be" | "been" | "have" | "being");
    if !verb {
        let later_verb = (after..words.len()).any(|index| tag(index).is_verb());
        return match (is_be(next), later_verb) {
            (true, false) => Slot::Complement,
            _ => stranded(grammar, words).map_or(Slot::Object, Slot::Oblique),
        };
    }
    let passive = (is_be(next) && tag(after) == Tag::VBN)
        || (matches!(word(after), "be" | "been" | "being") && tag(after + 1) == Tag::VBN);
    if passive { Slot::PassiveSubject } else { Slot::Subject }
}

/// A preposition that was left at the end: "who did Liu meet *with*".
fn stranded(grammar: &Sentence, words: &[String]) -> Option<String> {
    let end = words.iter().rposition(|word| !matches!(word.as_str(), "?" | "." | "!"))?;
    let tag = grammar.tokens.get(end)?.tag;
    matches!(tag, Tag::IN | Tag::TO).then(|| words[end].clone())
}

fn preposition_before(words: &[String], first: usize) -> Option<String> {
    const PREPOSITIONS: [&str; 17] = [
        "in", "on", "at", "to", "from", "by", "for", "with", "of", "about", "until", "since",
        "under", "during", "after", "before", "through",
    ];
    let before = words.get(first.checked_sub(1)?)?;
    PREPOSITIONS.contains(&before.as_str()).then(|| before.clone())
}
