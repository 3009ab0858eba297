//! A sentence as the fact base holds it: its words, grammar, dates, and what its words refer to.

use crate::lexicon::{LexemeId, Lexicon, NounKind, Saying};
use crate::text::Span;
use crate::text::date::When;
use crate::text::syntax::{EntityKind, Relation, Sentence};

use super::Factuality;

/// A sentence of an article, its headline, or the quote of a stored fact.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    /// Index of its source in the base.
    pub source: u32,
    /// Number of its paragraph in the article; the headline is 0.
    pub paragraph: u32,
    /// Whether it is the headline.
    pub is_title: bool,
    /// Its words, as they stand in the article.
    pub text: String,
    /// Its grammar; spans are bytes of `text`.
    pub grammar: Sentence,
    /// Its date expressions, in order.
    pub dates: Vec<Dated>,
    /// What its pronouns, descriptions and shortened names stand for, in order.
    pub referents: Vec<Referent>,
    /// Words that are known of a token from elsewhere: under them, too, the passage is found.
    pub context: Vec<(u16, String)>,
    /// Titles and roles of those who are named or referred to here, by token, as base forms: "he"
    /// is also found as "prime minister".
    pub roles: Vec<(u16, String)>,
    /// Who speaks, where it is a quotation or reports what somebody said.
    pub speaker: Option<String>,
    /// The tokens inside quotation marks, as inclusive ranges.
    pub quoted: Vec<(u16, u16)>,
    /// How firmly the article holds it.
    pub standing: Factuality,
    /// What the lexicon knows of each token; filled in when the passage is indexed.
    pub meanings: Vec<Sense>,
    /// For each token, the verb that heads its clause; filled in when the passage is indexed.
    pub clauses: Vec<u16>,
}

/// What the lexicon knows of a token by its base form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sense {
    /// Its number in the lexicon.
    pub word: Option<LexemeId>,
    /// What kind of thing the noun names.
    pub kind: NounKind,
    /// How the verb reports words, where it does.
    pub saying: Option<Saying>,
}

/// A date expression in a passage.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated {
    /// Its bytes in the passage.
    pub span: Span,
    /// Its first token.
    pub first: u16,
    /// Its last token, inclusive.
    pub last: u16,
    /// The interval it stands for, where it can be resolved.
    pub when: Option<When>,
    /// What kind of expression it is.
    pub kind: DateKind,
}

/// What a date expression can answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateKind {
    /// A day, month, year or the like.
    Calendar,
    /// A time of day.
    Clock,
    /// A length of time.
    Duration,
    /// How often.
    Repeated,
}

/// Words of a passage that stand for something named elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referent {
    /// The first token.
    pub first: u16,
    /// The last token, inclusive.
    pub last: u16,
    /// The name that the words stand for.
    pub name: String,
    /// What kind of thing it is.
    pub kind: EntityKind,
}

impl Passage {
    /// Looks every token up in the lexicon.
    pub(super) fn look_up(&mut self) {
        let lexicon = Lexicon::builtin();
        let meaning = |token: usize| {
            let lemma = self.grammar.lemma(token);
            let kind = if self.grammar.tokens[token].tag.is_noun() {
                lexicon.kind_of(lemma)
            } else {
                NounKind::default()
            };
            Sense { word: lexicon.word(lemma), kind, saying: lexicon.saying(lemma) }
        };
        self.meanings = (0..self.len()).map(meaning).collect();
        self.clauses = clauses(&self.grammar);
    }

    /// The words from token `first` to token `last`, both included.
    pub fn words(&self, first: usize, last: usize) -> &str {
        self.grammar.span(first, last).of(&self.text)
    }

    /// The word at `token`.
    pub fn word(&self, token: usize) -> &str {
        self.words(token, token)
    }

    /// Number of its tokens.
    pub fn len(&self) -> usize {
        self.grammar.tokens.len()
    }

    /// Whether it has no tokens.
    pub fn is_empty(&self) -> bool {
        self.grammar.tokens.is_empty()
    }

    /// What the words at `token` stand for, where it is not what they say.
    pub fn referent_at(&self, token: usize) -> Option<&Referent> {
        let covers =
            |found: &&Referent| (found.first as usize..=found.last as usize).contains(&token);
        self.referents.iter().find(covers)
    }

    /// What the lexicon knows of the token at `token`.
    pub fn meaning(&self, token: usize) -> Sense {
        self.meanings.get(token).copied().unwrap_or_default()
    }

    /// Whether `token` stands inside quotation marks.
    pub fn is_quoted(&self, token: usize) -> bool {
        self.quoted.iter().any(|&(first, last)| (first as usize..=last as usize).contains(&token))
    }

    /// The date expression that `token` belongs to.
    pub fn date_at(&self, token: usize) -> Option<&Dated> {
        self.dates.iter().find(|date| (date.first as usize..=date.last as usize).contains(&token))
    }
}
/// For each token, the nearest verb that it is or hangs on; the root where there is none.
fn clauses(grammar: &Sentence) -> Vec<u16> {
    let root = grammar.root().unwrap_or(0);
    let mut clauses: Vec<Option<u16>> = vec![None; grammar.tokens.len()];
    let mut path = Vec::new();
    for token in 0..clauses.len() {
        let mut above = Some(token);
        let clause = loop {
            let Some(at) = above else { break root as u16 };
            match clauses[at] {
                Some(known) => break known,
                None if heads_clause(grammar, at) => break at as u16,
                None => path.push(at),
            }
            above = grammar.head(at);
        };
        clauses[token] = Some(clause);
        path.drain(..).for_each(|below| clauses[below] = Some(clause));
    }
    clauses.into_iter().flatten().collect()
}

fn heads_clause(grammar: &Sentence, token: usize) -> bool {
    use Relation::{Amod, Aux, AuxPass, Compound, Cop};
    let token = grammar.tokens[token];
    token.tag.is_verb() && !matches!(token.relation, Aux | AuxPass | Cop | Amod | Compound)
}
