//! Sentences for training, cut into tokens as the program cuts them.

use std::collections::BTreeSet;

use dateline::text::Span;
use dateline::text::syntax::{Relation, Tag, tokenise, words::Words};

use crate::conllu::{Node, Tree};
use crate::names::{self, Name};

/// One sentence with its right analysis.
#[derive(Clone, Default)]
pub(crate) struct Example {
    pub(crate) text: String,
    pub(crate) spans: Vec<Span>,
    pub(crate) tags: Vec<Tag>,
    /// Every token's head; `None` for the root.
    pub(crate) heads: Vec<Option<usize>>,
    pub(crate) relations: Vec<Relation>,
    /// The treebank's lemma of every token that is one word there.
    pub(crate) lemmas: Vec<Option<String>>,
    /// The names, where the treebank has them.
    pub(crate) names: Option<Vec<Name>>,
    /// Whether only persons, organizations and places are marked as names.
    pub(crate) few_kinds: bool,
    pub(crate) id: String,
}

impl Example {
    /// Its words as the models see them.
    pub(crate) fn words(&self) -> Words {
        Words::new(&self.text, &self.spans)
    }

    /// The sentence of a treebank, cut as the program cuts it; `None` where that cannot be done.
    pub(crate) fn new(tree: &Tree) -> Option<Self> {
        let spans = tokenise(&tree.text, Span::new(0..tree.text.len()));
        let groups = groups(tree, &spans)?;
        let token_of = |node: usize| groups.iter().position(|group| group.contains(&node));
        let mut example = Self::empty(tree, spans);
        for (index, group) in groups.iter().enumerate() {
            let above =
                |&&node: &&usize| tree.nodes[node].head.is_none_or(|head| !group.contains(&head));
            let top = *group.iter().find(above)?;
            let head = tree.nodes[top].head.map(token_of);
            example.heads.push(head.flatten().filter(|&head| head != index));
            example.relations.push(Relation::parse(&tree.nodes[top].relation));
            example.tags.push(tag(&tree.nodes, group, top)?);
            let whole = group.len() == 1;
            example.lemmas.push(whole.then(|| tree.nodes[top].lemma.clone()));
        }
        let names = names::of(tree)?;
        example.names = names.map(|names| names::to_tokens(&names, &groups));
        let roots = example.heads.iter().filter(|head| head.is_none()).count();
        (roots == 1).then_some(example)
    }

    fn empty(tree: &Tree, spans: Vec<Span>) -> Self {
        Self {
            text: tree.text.clone(),
            spans,
            tags: Vec::new(),
            heads: Vec::new(),
            relations: Vec::new(),
            lemmas: Vec::new(),
            names: None,
            few_kinds: tree.labels.is_some() && !tree.id.is_empty(),
            id: tree.id.clone(),
        }
    }
}

/// The words of the treebank that make up every token; `None` where a word is cut in two.
fn groups(tree: &Tree, spans: &[Span]) -> Option<Vec<BTreeSet<usize>>> {
    let mut groups = vec![BTreeSet::new(); spans.len()];
    for (number, node) in tree.nodes.iter().enumerate() {
        let place = Span::new(node.start..node.end);
        let token = spans.iter().position(|span| span.contains(place))?;
        groups[token].insert(number);
    }
    groups.iter().all(|group| !group.is_empty()).then_some(groups)
}

/// The tag of words that became one token.
fn tag(nodes: &[Node], group: &BTreeSet<usize>, top: usize) -> Option<Tag> {
    let tag_of = |node: usize| Tag::named(&nodes[node].tag);
    let own = match nodes[top].tag.as_str() {
        "XX" => Tag::NFP,
        _ => tag_of(top)?,
    };
    if group.len() == 1 {
        return Some(own);
    }
    let parts: Vec<Tag> = group.iter().filter_map(|&node| tag_of(node)).collect();
    let all = |wanted: &[Tag]| parts.iter().all(|tag| wanted.contains(tag));
    let modifies = matches!(nodes[top].relation.as_str(), "amod" | "compound" | "nummod");
    Some(match own {
        _ if all(&[Tag::CD, Tag::HYPH, Tag::SYM]) => Tag::CD,
        _ if all(&[Tag::NNP, Tag::NNPS, Tag::HYPH, Tag::AFX]) => Tag::NNP,
        Tag::VBN | Tag::VBG | Tag::VBD if modifies => Tag::JJ,
        Tag::NN | Tag::NNS if modifies && parts.contains(&Tag::CD) => Tag::JJ,
        Tag::NN if nodes[top].relation == "amod" => Tag::JJ,
        own => own,
    })
}
