//! How well the models that are built into the program do on sentences kept apart.

use dateline::text::Span;
use dateline::text::syntax::{Relation, Sentence, Tag, analyse};

use crate::augment;
use crate::corpus::Example;

/// What was counted.
#[derive(Default)]
struct Counts {
    words: usize,
    tags: usize,
    /// Words that are no marks, and how many of them have the right head, and relation too.
    attached: [usize; 3],
    names: [usize; 3],
}

/// Prints the figures for every group of sentences.
pub(crate) fn all(examples: &[Example]) {
    let web: Vec<_> = examples.iter().filter(|e| !e.id.starts_with("GUM_")).cloned().collect();
    let news: Vec<_> = examples.iter().filter(|e| e.id.starts_with("GUM_")).cloned().collect();
    let questions = web.iter().filter(|e| e.text.ends_with('?')).map(augment::hurried).collect();
    show("EWT test", &web);
    show("EWT test, newsgroups and weblogs", &genre(&web, &["newsgroup", "weblog"]));
    show("GUM news", &news);
    show("EWT test questions in lower case, no mark", &questions);
}

fn genre(examples: &[Example], names: &[&str]) -> Vec<Example> {
    let of = |example: &&Example| names.iter().any(|name| example.id.starts_with(name));
    examples.iter().filter(of).cloned().collect()
}

fn show(title: &str, examples: &Vec<Example>) {
    let mut counts = Counts::default();
    for example in examples {
        let sentence = analyse(&example.text, Span::new(0..example.text.len()));
        counts.add(example, &sentence);
    }
    let share = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
    let [arcs, heads, relations] = counts.attached;
    println!(
        "{title}: {} sentences, {} words; tags {:.2}, UAS {:.2}, LAS {:.2} (marks not counted)",
        examples.len(),
        counts.words,
        share(counts.tags, counts.words),
        share(heads, arcs),
        share(relations, arcs),
    );
    let [right, wanted, found] = counts.names;
    if wanted > 0 {
        let (precision, recall) = (share(right, found), share(right, wanted));
        let f1 = 2.0 * precision * recall / (precision + recall).max(1e-9);
        println!("  names: {wanted}; precision {precision:.1}, recall {recall:.1}, F1 {f1:.1}");
    }
}

impl Counts {
    fn add(&mut self, example: &Example, sentence: &Sentence) {
        if sentence.tokens.len() != example.tags.len() {
            return;
        }
        for (at, token) in sentence.tokens.iter().enumerate() {
            self.words += 1;
            self.tags += usize::from(token.tag == example.tags[at]);
            if example.relations[at] == Relation::Punct || example.tags[at] >= Tag::Period {
                continue;
            }
            let head = sentence.head(at) == example.heads[at];
            let relation = token.relation == example.relations[at];
            self.attached[0] += 1;
            self.attached[1] += usize::from(head);
            self.attached[2] += usize::from(head && relation);
        }
        self.add_names(example, sentence);
    }

    fn add_names(&mut self, example: &Example, sentence: &Sentence) {
        let Some(names) = &example.names else { return };
        let found: Vec<_> = sentence
            .entities
            .iter()
            .filter(|name| !example.few_kinds || (name.kind as usize) < 3)
            .map(|name| (usize::from(name.first), usize::from(name.last), name.kind))
            .collect();
        let right =
            |name: &&crate::names::Name| found.contains(&(name.first, name.last, name.kind));
        self.names[0] += names.iter().filter(right).count();
        self.names[1] += names.len();
        self.names[2] += found.len();
    }
}
