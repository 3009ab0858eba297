//! A whole sentence has a finite verb: where the tagger left it without one, the word that is most
//! likely one after all is made it, and the sentence parsed anew.

use super::features::Features;
use super::parser::state::Node;
use super::parser::{self, State};
use super::words::Words;
use super::{Relation, Tag, tagger};

/// How much it counts that the verb was found to be that of a subordinate clause.
const SUBORDINATE: i32 = 10_000;

/// The forms that a finite verb has.
const FORMS: [Tag; 3] = [Tag::VBD, Tag::VBP, Tag::VBZ];

/// How many words are tried as the verb.
const TRIES: usize = 6;

/// How much less likely than its tag a word may be a verb, in units of the tagger's scores.
const FARTHEST: i32 = 20_000;

/// Tags and parse of a sentence, with a finite verb where the tree hangs on a word that is none,
/// and another makes a verb that has a subject.
pub(super) fn mended(words: &Words, mut tags: Vec<Tag>, parse: State) -> (Vec<Tag>, State) {
    let Some(root) = parse.root().filter(|_| is_sentence(&tags)) else { return (tags, parse) };
    if is_misread_past(tags[root], &parse.nodes[root]) {
        tags[root] = Tag::VBD;
        return (tags, parse);
    }
    let verbless = is_verbless(&tags, &parse, root);
    let with_verb = verbless.then(|| with_verb(words, &tags, &parse)).flatten();
    with_verb.unwrap_or((tags, parse))
}

/// Tags and parse with the word as verb that costs least, where one is near enough.
fn with_verb(words: &Words, tags: &[Tag], parse: &State) -> Option<(Vec<Tag>, State)> {
    let mut candidates = finite(tags, parse);
    if candidates.iter().all(|it| it.cost >= SUBORDINATE) {
        candidates.extend(likely(words, tags));
    }
    let tried = candidates.into_iter().filter_map(|it| it.tried(words, tags));
    let best = tried.min_by_key(|tried| tried.cost).filter(|tried| tried.cost <= FARTHEST)?;
    Some((best.tags, best.parse))
}

/// Whether it ends as a statement does.
fn is_sentence(tags: &[Tag]) -> bool {
    let mut marks = tags.iter().rev().take_while(|tag| tag.is_punctuation());
    marks.any(|&tag| tag == Tag::Period)
}

/// Whether a root with a subject and no auxiliary was taken for a participle: "some *lost* more".
fn is_misread_past(tag: Tag, root: &Node) -> bool {
    let auxiliaries = [Relation::Aux, Relation::AuxPass, Relation::Cop];
    tag == Tag::VBN && root.has_subject() && !auxiliaries.iter().any(|&it| root.has(it))
}

/// Whether the root is no verb, nor something with a copula: a noun, a figure, a participle without
/// an auxiliary.
fn is_verbless(tags: &[Tag], parse: &State, root: usize) -> bool {
    let node = &parse.nodes[root];
    let is_copula = |at: usize| {
        let node = &parse.nodes[at];
        let above = node.head.map(|above| parse.nodes[usize::from(above)].relation);
        node.relation == Relation::Cop && !above.is_some_and(is_subordinate)
    };
    let is_participle = matches!(tags[root], Tag::VBG | Tag::VBN) && !node.has_subject();
    let is_verb = tags[root].is_verb() && !is_participle;
    let is_helped = node.has(Relation::Aux) || node.has(Relation::AuxPass);
    !is_verb && !is_helped && !(0..tags.len()).any(is_copula)
}

fn is_subordinate(relation: Relation) -> bool {
    matches!(relation, Relation::Advcl | Relation::AclRelcl | Relation::Ccomp)
}

/// A word that may be the verb of its sentence, with the tag that it would have.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    at: usize,
    tag: Tag,
    /// How much less likely that is than what was found.
    cost: i32,
}

/// A sentence with another verb.
struct Tried {
    tags: Vec<Tag>,
    parse: State,
    cost: i32,
}

impl Candidate {
    /// The sentence with this as its verb, where it then has a subject.
    fn tried(self, words: &Words, tags: &[Tag]) -> Option<Tried> {
        let mut tags = tags.to_vec();
        tags[self.at] = self.tag;
        let (parse, regret) = parser::parse_below(words, &tags, parser::MODELS, self.at);
        parse.nodes[self.at].has_subject().then_some(Tried {
            tags,
            parse,
            cost: self.cost + regret,
        })
    }
}

/// The verbs that were found, though the tree does not hang on them.
fn finite(tags: &[Tag], parse: &State) -> Vec<Candidate> {
    let finite = (1..tags.len()).filter(|&at| tags[at].is_finite() && !tags[at - 1].is_wh());
    let candidate = |at: usize| {
        let is_below = is_subordinate(parse.nodes[at].relation);
        Candidate { at, tag: tags[at], cost: if is_below { SUBORDINATE } else { 0 } }
    };
    finite.map(|at| candidate(full_verb(tags, at))).take(TRIES).collect()
}

/// Words that were taken for something else, the likeliest first.
fn likely(words: &Words, tags: &[Tag]) -> Vec<Candidate> {
    let mut found = Features::default();
    let mut all = Vec::new();
    for at in 1..words.len() {
        let weight = match tags[at] {
            Tag::VBN => 1,
            Tag::NN | Tag::NNS | Tag::VB => 2,
            _ => continue,
        };
        if tagger::MODEL.class(tagger::certainty(words.at(at, 0).form)).is_some() {
            continue;
        }
        tagger::features(words, tags, at, &mut found);
        let scores = tagger::MODEL.scores(found.hashes());
        let form = FORMS.into_iter().max_by_key(|&form| scores[form as usize]);
        let Some(tag) = form else { continue };
        let cost = weight * (scores[tags[at] as usize] - scores[tag as usize]);
        all.push(Candidate { at, tag, cost });
    }
    all.sort_unstable_by_key(|candidate| (candidate.cost, candidate.at));
    all.truncate(TRIES);
    all
}

/// The verb that an auxiliary belongs to: "have been *sent*".
fn full_verb(tags: &[Tag], auxiliary: usize) -> usize {
    let joins = |tag: Tag| tag.is_adverb() || tag.is_verb();
    let behind = (auxiliary + 1..tags.len()).take_while(|&at| joins(tags[at]));
    behind.filter(|&at| tags[at].is_verb()).last().unwrap_or(auxiliary)
}

#[cfg(test)]
mod tests {
    use crate::text::Span;
    use crate::text::syntax::{Relation, Sentence, Tag, analyse};

    fn analysed(text: &str) -> Sentence {
        analyse(text, Span::new(0..text.len()))
    }

    /// The root of a sentence and its subject.
    fn clause(text: &str) -> (&str, Option<&str>) {
        let sentence = analysed(text);
        let word = |at: usize| sentence.tokens[at].span.of(text);
        let root = sentence.root().expect("there are words");
        (word(root), sentence.child(root, Relation::Nsubj).map(word))
    }

    #[test]
    fn a_participle_is_the_verb_where_there_is_no_other() {
        for (text, verb, subject) in [
            ("Talks started in May in a boathouse in Graz.", "started", "Talks"),
            ("The club named its doctor Ann Lee as interim chief.", "named", "club"),
            ("Relatives of the dead held up photographs outside.", "held", "Relatives"),
        ] {
            assert_eq!(clause(text), (verb, Some(subject)), "{text}");
        }
    }

    #[test]
    fn a_noun_is_the_verb_where_there_is_no_other() {
        let text = "The deal covers 301 shops, two barns and a yard.";
        assert_eq!(clause(text), ("covers", Some("deal")));
    }

    #[test]
    fn a_verb_that_was_found_is_preferred_to_one_that_was_not() {
        let text = "The second attempt at a deal, between two other men, collapsed after seven \
                    months over a budget agreed in June.";
        assert_eq!(clause(text), ("collapsed", Some("attempt")));
    }

    #[test]
    fn a_participle_with_a_subject_and_no_auxiliary_is_a_past() {
        let sentence = analysed("Some clients lost more than that.");
        assert_eq!(sentence.tokens[2].tag, Tag::VBD);
    }

    #[test]
    fn what_is_no_sentence_has_no_verb() {
        for text in ["The current flag of New Zealand.", "By Ann Lee and Karl Berg."] {
            let sentence = analysed(text);
            let root = sentence.root().expect("there are words");
            assert!(!sentence.tokens[root].tag.is_verb(), "{text}");
        }
    }
}
