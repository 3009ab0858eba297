//! `Engine`: the only thing a front end talks to. It holds the knowledge and answers questions
//! over it; it does no I/O, reads no clock and cannot fail.

mod known;
mod timeline;
mod topics;

use std::sync::OnceLock;

use jiff::civil::Date;

use crate::answer::{self, Answer};
use crate::article::Article;
use crate::brief;
use crate::extract;
use crate::fact::{Base, Fact, Names, Source};
use crate::lexicon::Lexicon;
use crate::question::{self, Query, Turn, Vocabulary};
use crate::text::fold;
use crate::text::syntax::EntityKind;

pub use crate::brief::Brief;
use known::KnownFacts;
use timeline::Wanted;
use topics::Topics;

/// What an article or a fact file gives the engine.
#[derive(Clone, Debug)]
pub enum Document {
    /// A whole article, to be read now.
    Article(Article),
    /// Facts that were extracted before.
    Facts(Source, Vec<Fact>),
}

/// What an operator adds to the built-in word lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Additions {
    /// Names of one and the same thing; the first is the one that answers use.
    pub aliases: Vec<Vec<String>>,
    /// Words that mean the same.
    pub synonyms: Vec<Vec<String>>,
}

/// The knowledge and all that can be asked of it. Cheap to share behind an `Arc`.
#[derive(Debug, Default)]
pub struct Engine {
    base: Base,
    names: Names,
    facts: KnownFacts,
    aliases: Vec<Vec<String>>,
    topics: OnceLock<Topics>,
}

/// What was said before, by one person in one place.
#[derive(Clone, Debug, Default)]
pub struct Conversation {
    turn: Option<Turn>,
    source: Option<u32>,
}

/// A dated event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The first day.
    pub start: Date,
    /// The last day, inclusive.
    pub end: Date,
    /// The days in words: "March 2015".
    pub when: String,
    /// What happened, in the article's words.
    pub what: String,
    /// Index of its source in [`Engine::sources`].
    pub source: usize,
}

/// A person, place, body or event that can be asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Its name as the articles write it.
    pub name: String,
    /// How often the articles mention it.
    pub mentions: usize,
}

impl Engine {
    /// Builds the fact base from `documents`.
    pub fn new(documents: Vec<Document>, additions: Additions) -> Self {
        let names = Names::new(&additions.aliases);
        let (mut base, mut known) = (Base::default(), KnownFacts::default());
        for document in documents {
            let (source, passages, facts) = match document {
                Document::Article(article) => {
                    (extract::source(&article), extract::passages(&article), None)
                }
                Document::Facts(source, facts) => {
                    let passages = extract::passages_of_facts(&source, &facts);
                    (source, passages, Some(facts))
                }
            };
            base.add(source, passages);
            known.add(facts);
        }
        base.index(&names);
        Engine { base, names, facts: known, aliases: additions.aliases, topics: OnceLock::new() }
    }

    /// Answers `question`; `today` is the day that it is asked on.
    pub fn ask(&self, question: &str, conversation: &mut Conversation, today: Date) -> Answer {
        self.respond(question, conversation, today, false)
    }

    /// The same with [`Answer::explanation`] filled in.
    pub fn explain(&self, question: &str, conversation: &mut Conversation, today: Date) -> Answer {
        self.respond(question, conversation, today, true)
    }

    fn respond(
        &self,
        question: &str,
        conversation: &mut Conversation,
        today: Date,
        explain: bool,
    ) -> Answer {
        let _ = today;
        if let Some(said) = question::small_talk(question) {
            return answer::small_talk(said, self.example().as_deref());
        }
        let before = conversation.turn.as_ref();
        let follow_up = before.and_then(|turn| question::follow_up(question, turn));
        let asked = follow_up.as_ref().map_or(question, |follow_up| &follow_up.question);
        let mut query = question::read(asked, self);
        if let Some(follow_up) = &follow_up {
            query.add_context(&follow_up.context, self);
        }
        let in_talk = conversation.source.filter(|_| follow_up.is_some());
        let mut answer = answer::respond(&query, &self.base, in_talk);
        if explain {
            answer.explanation = answer::explain(&query, &self.base, in_talk);
        }
        answer.subject =
            follow_up.map(|follow_up| follow_up.subject).filter(|subject| !subject.is_empty());
        self.remember(conversation, &query, &answer);
        answer
    }

    /// The candidates for a question with their measures, for fitting the ranking's weights.
    pub fn measure(&self, question: &str) -> answer::tuning::Measured {
        answer::tuning::measure(&question::read(question, self), &self.base)
    }

    fn remember(&self, conversation: &mut Conversation, query: &Query, answer: &Answer) {
        let mut turn =
            Turn { question: query.text.clone(), topic: query.topic(), ..Turn::default() };
        let mut name = |kind: EntityKind, name: &str| {
            let list = if kind == EntityKind::Person { &mut turn.people } else { &mut turn.things };
            if !list.iter().any(|known| known == name) {
                list.push(name.to_owned());
            }
        };
        for entity in &query.grammar.entities {
            name(entity.kind, query.grammar.entity_span(*entity).of(&query.text));
        }
        if let Some(span) = &answer.span {
            let grammar = crate::text::syntax::analyse(span, crate::text::Span::new(0..span.len()));
            for entity in &grammar.entities {
                name(entity.kind, grammar.entity_span(*entity).of(span));
            }
        }
        conversation.turn = Some(turn);
        let title = answer.citations.first().map(|citation| &citation.title);
        let source = title
            .and_then(|title| self.base.sources().iter().position(|source| source.title == *title));
        conversation.source = source.map(|source| source as u32).or(conversation.source);
    }

    fn example(&self) -> Option<String> {
        let source = self.base.sources().last()?;
        Some(format!("what happened in “{}”?", source.title))
    }

    /// The main event of the article at `source`.
    pub fn brief(&self, source: usize) -> Brief {
        let published = self.base.sources().get(source).and_then(|source| source.published);
        let passages = self.base.passages_of(source).map(|number| self.base.passage(number));
        brief::of(passages, published)
    }

    /// The source whose main event is nearest to `topic`, where one is near.
    pub fn source_about(&self, topic: &str) -> Option<usize> {
        brief::about::source_about(&self.base, &self.names, topic)
    }

    /// All dated events between `from` and `to` (both inclusive) that speak of `about`, in order.
    pub fn timeline(
        &self,
        from: Option<Date>,
        to: Option<Date>,
        about: Option<&str>,
    ) -> Vec<TimelineEntry> {
        let wanted = Wanted { from, to, about };
        timeline::entries(&self.base, &self.facts, &self.names, &wanted)
    }

    /// Every article behind the facts, in the order they were given.
    pub fn sources(&self) -> &[Source] {
        self.base.sources()
    }

    /// How many facts it holds; of an article that was read whole, how many clauses.
    pub fn fact_count(&self) -> usize {
        self.facts.count(&self.base)
    }

    /// The names that `typed` may be the beginning of: exact, prefix, alias, then near misses.
    pub fn complete(&self, typed: &str, limit: usize) -> Vec<Topic> {
        let topics = self.topics.get_or_init(|| Topics::of(&self.base, &self.aliases));
        topics.complete(typed, limit)
    }
}

/// Endings of English words, and what the base form has instead.
const ENDINGS: [(&str, &str); 12] = [
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("er", "e"),
    ("ly", ""),
    ("est", ""),
];

impl Vocabulary for Engine {
    fn written(&self, folded: &str) -> Option<&str> {
        let words = self.base.words();
        words.id(folded).filter(|&id| words.occurrences(id) > 0).map(|id| words.written(id))
    }

    fn is_word(&self, folded: &str) -> bool {
        let known = |word: &str| Lexicon::builtin().word(word).is_some();
        let ending = |ending: &str, instead: &str| {
            folded.strip_suffix(ending).is_some_and(|stem| known(&format!("{stem}{instead}")))
        };
        let irregular = || {
            let whole = crate::text::Span::new(0..folded.len());
            let grammar = crate::text::syntax::analyse(folded, whole);
            grammar.tokens.len() == 1 && known(grammar.lemma(0))
        };
        known(folded) || ENDINGS.iter().any(|(end, instead)| ending(end, instead)) || irregular()
    }

    fn shorthand(&self, folded: &str) -> Option<&str> {
        Lexicon::builtin().normalise_chat(folded)
    }

    fn near(&self, folded: &str, slips: u32, visit: &mut dyn FnMut(&str, usize)) {
        let mut near = false;
        self.base.words().like(folded, slips, &mut |word, count| {
            near |= strsim::osa_distance(folded, word) <= 1;
            visit(word, count);
        });
        if !near {
            Lexicon::builtin().words_like(folded, slips, &mut |word| visit(word, 0));
        }
    }

    fn weight(&self, folded: &str, lemma: &str) -> f32 {
        let lexicon = Lexicon::builtin();
        lexicon.rarity(&fold(lemma)).min(lexicon.rarity(folded))
    }

    fn name_keys(&self, words: &[&str], found: &mut dyn FnMut(usize, usize, &str)) {
        crate::fact::NameKeys::find(&self.names, words, found);
    }
}
