//! Where the same is said to be another thing of those of which only one can be: the island is
//! "mainly Catholic", so it is not mainly Protestant.

use crate::answer::matching::SAME;
use crate::answer::scene::{Scene, Setting, Talk};
use crate::answer::search::Found;
use crate::extract::{arguments, factuality};
use crate::lexicon::{LexemeId, Lexicon};
use crate::question::Query;
use crate::text::syntax::{Relation, Sentence};

/// How sure it is that what is one thing is no other.
pub(super) const SURE: f32 = 0.9;

/// What a question says that something is.
struct Asked {
    subject: usize,
    predicate: usize,
    word: LexemeId,
}

impl Asked {
    fn of(query: &Query) -> Option<Self> {
        let grammar = &query.grammar;
        let predicate = (0..grammar.tokens.len()).find(|&at| is_linked(grammar, at))?;
        let subject = arguments::subject(grammar, predicate)?;
        let subject = home(grammar, subject).unwrap_or(subject);
        let (lexicon, lemma) = (Lexicon::builtin(), grammar.lemma(predicate));
        // The base form of "Muslims", a name, is the name.
        let word = lexicon.word(lemma).or_else(|| lexicon.word(lemma.strip_suffix('s')?))?;
        let plain = !query.negated && grammar.tokens[subject].tag.is_noun();
        plain.then_some(Asked { subject, predicate, word })
    }

    /// Whether a passage says of the same that it is another such thing.
    fn is_denied(&self, scene: &Scene) -> bool {
        let (asked, grammar) = (&scene.query.grammar, &scene.passage.grammar);
        let (first, last) = asked.subtree(self.subject);
        // "The *second* boat" is not the boat.
        let is_own = |at: usize| {
            let wanted = scene.wanted.iter().any(|want| want.term.token == at);
            !wanted || scene.met_of(at).is_some_and(|met| met.strength >= SAME)
        };
        let Some(met) = scene.met_of(self.subject).filter(|met| met.strength >= SAME) else {
            return false;
        };
        let is_other = |at: usize| {
            is_linked(grammar, at)
                && arguments::subject(grammar, at) == Some(met.token.into())
                && !factuality::is_negated(scene.passage, at)
                && scene.passage.meaning(at).word.is_some_and(|word| self.excludes(word))
        };
        (first..=last).all(is_own)
            && scene.met_of(self.predicate).is_none()
            && (0..scene.passage.len()).any(is_other)
    }

    fn excludes(&self, word: LexemeId) -> bool {
        Lexicon::builtin().contrasted(self.word, word)
    }
}

/// "Most people *in Myanmar*" stand for the country.
fn home(grammar: &Sentence, people: usize) -> Option<usize> {
    const PEOPLE: [&str; 5] = ["people", "resident", "inhabitant", "population", "islander"];
    let is_place = |&child: &usize| {
        grammar.tokens[child].tag.is_noun()
            && matches!(arguments::case(grammar, child), Some("in" | "of" | "on"))
    };
    PEOPLE.contains(&grammar.lemma(people)).then(|| grammar.children(people).find(is_place))?
}

/// Whether a word is what something is said to be: "the island is *Catholic*".
fn is_linked(grammar: &Sentence, at: usize) -> bool {
    let token = grammar.tokens[at];
    (token.tag.is_adjective() || token.tag.is_noun())
        && grammar.child(at, Relation::Cop).is_some()
        && grammar.child(at, Relation::Case).is_none()
}

/// The first passage found that says so.
pub(super) fn find(query: &Query, found: &Found, in_talk: Option<Talk>) -> Option<u32> {
    let asked = Asked::of(query)?;
    let setting = Setting::new(query, &found.wanted, found.base, &found.hits, in_talk);
    let mut scenes = found.hits.iter().map(|hit| Scene::new(&setting, *hit));
    let denying = scenes.find(|scene| asked.is_denied(scene))?;
    Some(denying.hit.passage)
}
