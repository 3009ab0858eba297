//! Finds the article whose main event is nearest to a topic: the words of the topic count most in
//! headlines, less in the first sentences, least further down.

use crate::fact::{Base, NameKeys, TermId};
use crate::text::fold;

/// How many sentences count as the beginning of an article, its headline included.
const BEGINNING: usize = 4;
/// How much of a topic's weight an article must at least have that is near to it.
pub(crate) const NEAR: f32 = 0.5;

/// The source whose main event is nearest to `topic`; `None` where no article has the share `least`
/// of it, 0 to 1, in weight.
pub(crate) fn source_about(
    base: &Base,
    names: &dyn NameKeys,
    topic: &str,
    least: f32,
) -> Option<usize> {
    let wanted = wanted(base, names, topic);
    let total: f32 = wanted.iter().map(|(_, weight)| weight).sum();
    let mut found: Vec<Found> = vec![Found::default(); base.sources().len()];
    for (words, weight) in &wanted {
        for (source, place) in places(base, words) {
            found[source].covered += weight;
            found[source].score += weight * place;
        }
    }
    let near =
        found.iter().enumerate().filter(|(_, found)| total > 0.0 && found.covered >= least * total);
    // The first of several, as sources stand in the order they were given.
    near.reduce(|best, next| if next.1.score > best.1.score { next } else { best })
        .map(|(source, _)| source)
}

#[derive(Clone, Debug, Default)]
struct Found {
    covered: f32,
    score: f32,
}

/// The words of the topic, each with its other names, and how much each tells.
fn wanted(base: &Base, names: &dyn NameKeys, topic: &str) -> Vec<(Vec<TermId>, f32)> {
    let folded = fold(topic);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '.')
        .filter(|word| !word.is_empty())
        .collect();
    let written: Vec<&str> = topic.split_whitespace().collect();
    let mut wanted: Vec<(Vec<TermId>, f32)> = Vec::new();
    for word in words.iter().filter(|word| word.chars().count() > 2 || words.len() == 1) {
        let ids: Vec<TermId> = base.words().id(word).into_iter().collect();
        wanted.push((ids.clone(), weight(base, &ids)));
    }
    names.find(&written, &mut |_, _, key| {
        let ids: Vec<TermId> = base.words().id(key).into_iter().collect();
        if !ids.is_empty() {
            wanted.push((ids.clone(), weight(base, &ids)));
        }
    });
    wanted
}

/// Words that few sentences have tell more.
fn weight(base: &Base, ids: &[TermId]) -> f32 {
    let passages = base.passages().len().max(1) as f32;
    let having = ids.iter().map(|&id| base.postings(id).len()).max().unwrap_or_default() as f32;
    (1.0 + passages / (1.0 + having)).ln()
}

/// The sources that have one of the words, and how high up: 3 in the headline, 2 at the
/// beginning, 1 below.
fn places(base: &Base, words: &[TermId]) -> Vec<(usize, f32)> {
    let mut places: Vec<(usize, f32)> = Vec::new();
    for &number in words.iter().flat_map(|&word| base.postings(word)) {
        let passage = base.passage(number);
        let source = passage.source as usize;
        let place = match (number - base.passages_of(source).start) as usize {
            _ if passage.is_title => 3.0,
            0..BEGINNING => 2.0,
            _ => 1.0,
        };
        match places.iter_mut().find(|(known, _)| *known == source) {
            Some((_, best)) => *best = f32::max(*best, place),
            None => places.push((source, place)),
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Names;
    use crate::{article, extract};

    #[test]
    fn a_topic_finds_the_article_with_it_in_the_headline() {
        let storm = "Storm damages old bridge in Larkham\n\n5 May 2014\n\nThe storm came at night. The museum is closed.\n";
        let museum =
            "New museum opens in Oldport\n\n6 May 2014\n\nThe museum opened after a storm.\n";
        let (mut base, names) = (Base::default(), Names::default());
        for text in [storm, museum] {
            let article = article::read(text.as_bytes(), "a.txt".as_ref());
            base.add(extract::source(&article), extract::passages(&article));
        }
        base.index(&names);
        let about = |topic| source_about(&base, &names, topic, NEAR);
        assert_eq!(about("the museum"), Some(1));
        assert_eq!(about("bridge storm"), Some(0));
        assert_eq!(about("cricket in Brisbane"), None);
        assert_eq!(about(""), None);
    }
}
