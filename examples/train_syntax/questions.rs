//! Makes questions for training, of which the treebanks have few.
//!
//! `questions.txt` holds their shapes; the phrases that fill them come from the treebanks.

use std::collections::HashMap;

use dateline::text::Span;
use dateline::text::syntax::{Relation, Tag};

use crate::corpus::Example;
use crate::names::Name;
use crate::random::Random;

static SHAPES: &str = include_str!("questions.txt");

/// How many questions are made of every shape.
const COPIES: usize = 40;

/// The longest phrase that fills a slot, in tokens.
const LONGEST: usize = 6;

/// A piece of a sentence: its words, and their places in the tree.
#[derive(Clone)]
struct Phrase {
    words: Vec<String>,
    tags: Vec<Tag>,
    /// Heads within the phrase; `None` for its top.
    heads: Vec<Option<usize>>,
    relations: Vec<Relation>,
    names: Vec<Name>,
}

/// Questions made of phrases of the examples.
pub(crate) fn make(examples: &[Example]) -> Vec<Example> {
    let phrases = phrases(examples);
    let mut random = Random::new(4);
    let mut questions = Vec::new();
    for shape in SHAPES.lines().filter(|line| !line.starts_with('#')) {
        questions.extend((0..COPIES).filter_map(|_| fill(shape, &phrases, &mut random)));
    }
    questions
}

fn fill(shape: &str, phrases: &HashMap<&str, Vec<Phrase>>, random: &mut Random) -> Option<Example> {
    let mut parts = Vec::new();
    for element in shape.split(' ') {
        let (what, place) = element.rsplit_once('>')?;
        let (head, relation) = place.split_once(':')?;
        let phrase = match what.split_once('/') {
            Some((form, tag)) => word(form, Tag::named(tag)?),
            None => {
                let fitting = phrases.get(what)?;
                fitting[random.below(fitting.len())].clone()
            }
        };
        parts.push((phrase, head.parse::<usize>().ok()?.checked_sub(1), Relation::parse(relation)));
    }
    Some(joined(&parts))
}

fn word(form: &str, tag: Tag) -> Phrase {
    Phrase {
        words: vec![form.to_owned()],
        tags: vec![tag],
        heads: vec![None],
        relations: vec![Relation::Root],
        names: Vec::new(),
    }
}

/// The parts as one sentence, every part with the head and the relation of its top.
fn joined(parts: &[(Phrase, Option<usize>, Relation)]) -> Example {
    let starts: Vec<usize> = parts
        .iter()
        .scan(0, |next, (phrase, ..)| Some(std::mem::replace(next, *next + phrase.words.len())))
        .collect();
    let top = |part: usize| {
        starts[part] + parts[part].0.heads.iter().position(Option::is_none).unwrap_or_default()
    };
    let mut example = Example { id: "question".to_owned(), ..Example::default() };
    let mut names = Vec::new();
    for (&start, (phrase, head, relation)) in starts.iter().zip(parts) {
        for (at, word) in phrase.words.iter().enumerate() {
            add_word(&mut example, word, phrase.tags[at]);
            let inner = phrase.heads[at];
            example.heads.push(inner.map(|head| start + head).or_else(|| head.map(top)));
            example.relations.push(if inner.is_some() { phrase.relations[at] } else { *relation });
        }
        let moved = phrase.names.iter();
        names.extend(moved.map(|n| Name { first: start + n.first, last: start + n.last, ..*n }));
    }
    example.names = Some(names);
    example
}

fn add_word(example: &mut Example, word: &str, tag: Tag) {
    let glued = matches!(tag, Tag::POS | Tag::Period | Tag::Comma) || word.starts_with("n't");
    if !glued && !example.text.is_empty() {
        example.text.push(' ');
    }
    let start = example.text.len();
    example.text.push_str(word);
    example.spans.push(Span::new(start..example.text.len()));
    example.tags.push(tag);
    example.lemmas.push(None);
}

/// The phrases of the examples, by the slots that they fit.
fn phrases(examples: &[Example]) -> HashMap<&'static str, Vec<Phrase>> {
    let mut phrases: HashMap<&str, Vec<Phrase>> = HashMap::new();
    for example in examples.iter().filter(|example| example.names.is_some()) {
        for top in 0..example.tags.len() {
            for slot in slots(example, top) {
                let whole = slot.len() > 1 && matches!(slot, "NP" | "NAME" | "PLURAL" | "PP");
                let found = if whole { subtree(example, top) } else { Some((top, top)) };
                let cut = found.and_then(|(first, last)| cut(example, first, last));
                phrases.entry(slot).or_default().extend(cut);
            }
        }
    }
    phrases
}

/// The slots that a word can fill, alone or with what hangs on it.
fn slots(example: &Example, top: usize) -> Vec<&'static str> {
    let (tag, relation) = (example.tags[top], example.relations[top]);
    let child = |relation: Relation| {
        (0..example.heads.len())
            .any(|at| example.heads[at] == Some(top) && example.relations[at] == relation)
    };
    let has_object = child(Relation::Obj);
    let argument = matches!(relation, Relation::Nsubj | Relation::Obj | Relation::NsubjPass);
    match tag {
        Tag::NN | Tag::NNS | Tag::NNP if relation == Relation::Obl => vec!["PP"],
        Tag::NNP if argument => vec!["NP", "NAME"],
        Tag::NN if argument => vec!["NP", "NOUN"],
        Tag::NNS if argument => vec!["NP", "PLURAL", "NOUNS"],
        Tag::VB if has_object => vec!["VB"],
        Tag::VB if !child(Relation::Xcomp) => vec!["VBI"],
        Tag::VBD if has_object => vec!["VBD"],
        Tag::VBD => vec!["VBDI"],
        Tag::VBN if has_object || child(Relation::AuxPass) => vec!["VBN"],
        Tag::VBG if has_object => vec!["VBG"],
        Tag::JJ if relation == Relation::Amod => vec!["JJ"],
        _ => Vec::new(),
    }
}

/// First and last word of what hangs on a word, if it is short and in one piece.
fn subtree(example: &Example, top: usize) -> Option<(usize, usize)> {
    let below = |&at: &usize| {
        let mut above = std::iter::successors(Some(at), |&at| example.heads[at]).take(30);
        above.any(|at| at == top)
    };
    let members: Vec<usize> = (0..example.heads.len()).filter(below).collect();
    let (&first, &last) = (members.first()?, members.last()?);
    let plain = |&at: &usize| !example.tags[at].is_punctuation() && !example.tags[at].is_finite();
    let fits = last - first < LONGEST && members.len() == last - first + 1;
    (fits && members.iter().all(plain)).then_some((first, last))
}

fn cut(example: &Example, first: usize, last: usize) -> Option<Phrase> {
    let inside = |at: &usize| (first..=last).contains(at);
    let words = example.spans[first..=last].iter().map(|span| span.of(&example.text).to_owned());
    let heads = example.heads[first..=last].iter();
    let names = example.names.iter().flatten().filter(|name| inside(&name.first));
    let names = names.map(|n| Name { first: n.first - first, last: n.last - first, ..*n });
    let mut words: Vec<String> = words.collect();
    if first == 0 && !example.tags[0].is_proper() {
        words[0].make_ascii_lowercase();
    }
    Some(Phrase {
        words,
        tags: example.tags[first..=last].to_vec(),
        heads: heads.map(|head| head.filter(inside).map(|head| head - first)).collect(),
        relations: example.relations[first..=last].to_vec(),
        names: names.filter(|name| name.last <= last - first).collect(),
    })
}
