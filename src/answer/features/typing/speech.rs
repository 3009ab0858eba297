//! Whether a candidate is what somebody said or did.

use crate::answer::candidate::Kind;
use crate::extract::arguments;
use crate::text::syntax::Relation;

use super::super::shape::open_words;
use super::{Words, calling};

impl Words<'_> {
    pub(super) fn speech(&self) -> f32 {
        match self.candidate.kind {
            Kind::Quotation if self.is_borrowed() => 0.2,
            Kind::Quotation if self.tokens().count() > 2 => 1.0,
            Kind::Clause if self.is_said() => 1.0,
            Kind::Clause | Kind::Sentence if self.only_reports() => -1.0,
            Kind::Clause => 0.3,
            Kind::Sentence => 0.5,
            Kind::Phrase => -0.6,
            _ => -1.0,
        }
    }

    /// Filed under "strictly family matters", on a site, "The Long Goodbye": the words that
    /// somebody uses for a thing or its name, and not what they said.
    fn is_borrowed(&self) -> bool {
        let grammar = &self.passage.grammar;
        let verb = |token: usize| grammar.tokens[token].tag.is_verb();
        let capital = |token: usize| self.passage.word(token).starts_with(char::is_uppercase);
        let is_name = || open_words(grammar, self.candidate).all(capital);
        !self.tokens().any(verb) && (arguments::case(grammar, self.head()).is_some() || is_name())
    }

    /// What is said, or "a farce", where somebody calls something that.
    pub(super) fn opinion(&self) -> f32 {
        if calling::verb(self.passage, self.candidate).is_some() { 1.0 } else { self.speech() }
    }

    /// A clause under a verb of saying.
    pub(super) fn is_said(&self) -> bool {
        let grammar = &self.passage.grammar;
        let relation = grammar.tokens[self.head()].relation;
        let above = grammar.head(self.head());
        let said = above.is_some_and(|verb| self.passage.meaning(verb).saying.is_some());
        said && matches!(relation, Relation::Ccomp | Relation::Xcomp)
    }

    /// "The minister said on Friday": nothing of what was said.
    pub(super) fn only_reports(&self) -> bool {
        let grammar = &self.passage.grammar;
        let says = self.passage.meaning(self.head()).saying.is_some();
        let inside = |token: usize| self.tokens().contains(&token);
        let content = |child: usize| {
            matches!(
                grammar.tokens[child].relation,
                Relation::Ccomp | Relation::Xcomp | Relation::Obj | Relation::Parataxis
            ) && inside(child)
        };
        says && !grammar.children(self.head()).any(content)
            && !self.tokens().any(|token| self.passage.is_quoted(token))
    }

    /// "Because it rained", "so that nobody could vote": a clause that only stands
    /// beside what is done.
    fn is_beside(&self) -> bool {
        const OPENING: [&str; 12] = [
            "because", "so", "although", "though", "while", "when", "if", "unless", "until",
            "since", "before", "after",
        ];
        let grammar = &self.passage.grammar;
        grammar.tokens[self.head()].relation == Relation::Advcl
            && OPENING.contains(&grammar.lemma(self.candidate.first.into()))
    }

    pub(super) fn action(&self) -> f32 {
        match self.candidate.kind {
            Kind::Clause if self.is_beside() => 0.1,
            Kind::Clause => 1.0,
            Kind::Sentence => 0.5,
            Kind::Phrase | Kind::Quotation => -0.2,
            _ => -1.0,
        }
    }
}
