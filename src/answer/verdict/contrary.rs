//! Where the same is said to be another thing of those of which only one can be: the island is
//! "mainly Catholic", so it is not mainly Protestant.

use crate::answer::matching::SAME;
use crate::answer::scene::{Scene, Setting, Talk};
use crate::answer::search::Found;
use crate::extract::{arguments, factuality};
use crate::lexicon::{LexemeId, Lexicon};
use crate::question::Query;
use crate::text::syntax::{EntityKind, Relation, Sentence};

/// How sure it is that what is one thing is no other.
pub(super) const SURE: f32 = 0.9;

/// What a question says of something, by a word that has others of its kind.
struct Asked {
    subject: usize,
    /// The word, and its number in the lexicon.
    value: usize,
    word: LexemeId,
    /// The verb that it belongs to; none where the word itself says what something is.
    verb: Option<usize>,
}

impl Asked {
    fn of(query: &Query) -> Option<Self> {
        let grammar = &query.grammar;
        let (value, verb) = match (0..grammar.tokens.len()).find(|&at| is_linked(grammar, at)) {
            Some(value) => (value, None),
            None => {
                let verb = query.predicate.filter(|&at| grammar.tokens[at].tag.is_verb())?;
                let mut below = grammar.children(verb);
                (below.find(|&at| is_told_by(grammar, at))?, Some(verb))
            }
        };
        let subject = arguments::subject(grammar, verb.unwrap_or(value))?;
        let subject = home(grammar, subject).unwrap_or(subject);
        let (lexicon, lemma) = (Lexicon::builtin(), grammar.lemma(value));
        // The base form of "Muslims", a name, is the name.
        let word = lexicon.word(lemma).or_else(|| lexicon.word(lemma.strip_suffix('s')?))?;
        let plain = !query.negated && grammar.tokens[subject].tag.is_noun();
        plain.then_some(Asked { subject, value, word, verb })
    }

    /// Whether a passage says of the same that it is another such thing.
    fn is_denied(&self, scene: &Scene) -> bool {
        let (asked, grammar) = (&scene.query.grammar, &scene.passage.grammar);
        let (first, last) = asked.subtree(self.subject);
        let met = |at: usize| scene.met_of(at).filter(|met| met.strength >= SAME);
        // "The *second* boat" is not the boat.
        let is_own =
            |at: usize| !scene.wanted.iter().any(|want| want.term.token == at) || met(at).is_some();
        let Some(subject) = met(self.subject).map(|met| usize::from(met.token)) else {
            return false;
        };
        let verb = match self.verb.map(met) {
            Some(None) => return false,
            found => found.flatten().map(|met| usize::from(met.token)),
        };
        let own = scene.wanted.iter().position(|want| want.term.token == self.value);
        if verb.is_some() && own.is_some_and(|own| scene.heard(own) >= SAME) {
            return false;
        }
        let is_told = |at: usize| match verb {
            None => is_linked(grammar, at),
            Some(verb) => {
                is_told_by(grammar, at)
                    && grammar.head(at) == Some(verb)
                    && arguments::case(grammar, at) == arguments::case(asked, self.value)
                    && scene.passage.date_at(at).is_none()
            }
        };
        let is_other = |at: usize| {
            let head = verb.unwrap_or(at);
            is_told(at)
                && arguments::subject(grammar, head) == Some(subject)
                && !factuality::is_negated(scene.passage, head)
                && scene.passage.meaning(at).word.is_some_and(|word| self.excludes(word))
        };
        (first..=last).all(is_own)
            && scene.met_of(self.value).is_none()
            && (0..scene.passage.len()).any(is_other)
    }

    fn excludes(&self, word: LexemeId) -> bool {
        Lexicon::builtin().contrasted(self.word, word)
    }
}

/// "Was held in *French*", "came by *bus*": by what means something is done, and not where.
fn is_told_by(grammar: &Sentence, at: usize) -> bool {
    let token = grammar.tokens[at];
    let is_place = grammar.entity_at(at).is_some_and(|named| named.kind == EntityKind::Place);
    let by_means = matches!(arguments::case(grammar, at), Some("in" | "by"));
    token.relation == Relation::Obl && by_means && token.tag.is_noun() && !is_place
}

/// "Most people *on the island*" stand for the country.
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
