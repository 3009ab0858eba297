//! Reads treebanks in the CoNLL-U format, sentence by sentence, as they were written.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// One syntactic word of a treebank.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// Where it stands in the sentence's text, in bytes. The words of a contraction that cannot
    /// be told apart all stand at the whole of it.
    pub(crate) start: usize,
    /// Where it ends.
    pub(crate) end: usize,
    pub(crate) form: String,
    pub(crate) lemma: String,
    pub(crate) tag: String,
    /// Its head; `None` for the root.
    pub(crate) head: Option<usize>,
    pub(crate) relation: String,
    /// The last column.
    pub(crate) notes: String,
}

/// One sentence of a treebank.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tree {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) nodes: Vec<Node>,
    /// Names as BIO labels, where another file gives them.
    pub(crate) labels: Option<Vec<String>>,
}

/// All files below a folder with this extension, in order.
pub(crate) fn files(folder: &Path, extension: &str) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, extension)?);
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// All sentences of the `.conllu` files below a folder, with names from its `.iob2` files.
pub(crate) fn read(folder: &Path) -> anyhow::Result<Vec<Tree>> {
    let mut labels = HashMap::new();
    for file in files(folder, "iob2")? {
        labels.extend(blocks(&std::fs::read_to_string(file)?).map(|block| labels_of(&block)));
    }
    let mut trees = Vec::new();
    for file in files(folder, "conllu")? {
        trees.extend(blocks(&std::fs::read_to_string(file)?).filter_map(|block| tree_of(&block)));
    }
    for tree in &mut trees {
        tree.labels = labels
            .get(&tree.text)
            .cloned()
            .filter(|found: &Vec<_>| found.len() == tree.nodes.len());
    }
    Ok(trees)
}

/// All sentences of the `.conll` files below a folder, which hold words and names, no trees:
/// "word label" lines, every word taken as hanging on the first.
pub(crate) fn read_names(folder: &Path) -> anyhow::Result<Vec<Tree>> {
    let mut trees = Vec::new();
    for file in files(folder, "conll")? {
        trees.extend(blocks(&std::fs::read_to_string(file)?).map(|block| flat_tree(&block)));
    }
    Ok(trees)
}

fn flat_tree(block: &str) -> Tree {
    let mut tree = Tree { labels: Some(Vec::new()), ..Tree::default() };
    for (number, (word, label)) in block.lines().filter_map(|line| line.split_once(' ')).enumerate()
    {
        if number > 0 {
            tree.text.push(' ');
        }
        let start = tree.text.len();
        tree.text.push_str(word);
        tree.nodes.push(Node {
            start,
            end: tree.text.len(),
            form: word.to_owned(),
            lemma: String::new(),
            tag: "NN".to_owned(),
            head: (number > 0).then_some(0),
            relation: "dep".to_owned(),
            notes: String::new(),
        });
        tree.labels.iter_mut().for_each(|labels| labels.push(label.to_owned()));
    }
    tree
}

fn blocks(text: &str) -> impl Iterator<Item = String> {
    let blocks: Vec<String> = text.replace('\r', "").split("\n\n").map(str::to_owned).collect();
    blocks.into_iter().filter(|block| !block.trim().is_empty())
}

fn comment<'a>(block: &'a str, name: &str) -> Option<&'a str> {
    block.lines().find_map(|line| line.strip_prefix("# ")?.strip_prefix(name)?.strip_prefix(" = "))
}

fn labels_of(block: &str) -> (String, Vec<String>) {
    let rows = block.lines().filter(|line| !line.starts_with('#'));
    let labels = rows.filter_map(|line| line.split('\t').nth(2)).map(str::to_owned).collect();
    (comment(block, "text").unwrap_or_default().to_owned(), labels)
}

fn tree_of(block: &str) -> Option<Tree> {
    let text = comment(block, "text")?.to_owned();
    let id = comment(block, "sent_id")?.to_owned();
    let mut reader = Reader { text: &text, at: 0, nodes: Vec::new(), fused: None };
    for line in block.lines().filter(|line| !line.starts_with('#')) {
        reader.line(&line.split('\t').collect::<Vec<_>>())?;
    }
    Some(Tree { id, nodes: reader.nodes, labels: None, text })
}

/// Reads the lines of one sentence, finding every word in its text.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    nodes: Vec<Node>,
    /// The contraction being read: its bytes, and the number of its last word.
    fused: Option<(std::ops::Range<usize>, usize)>,
}

impl Reader<'_> {
    /// Reads a line; `None` where it does not fit the text.
    fn line(&mut self, columns: &[&str]) -> Option<()> {
        let [id, form, lemma, _, tag, _, head, relation, _, notes] = *columns else { return None };
        if id.contains('.') {
            return Some(());
        }
        if let Some((_, last)) = id.split_once('-') {
            let found = self.find(form)?;
            self.fused = Some((found, last.parse().ok()?));
            return Some(());
        }
        let place = self.place(form, id.parse().ok()?)?;
        self.nodes.push(Node {
            start: place.start,
            end: place.end,
            form: form.to_owned(),
            lemma: lemma.to_owned(),
            tag: tag.to_owned(),
            head: head.parse::<usize>().ok()?.checked_sub(1),
            relation: relation.to_owned(),
            notes: notes.to_owned(),
        });
        Some(())
    }

    fn place(&mut self, form: &str, number: usize) -> Option<std::ops::Range<usize>> {
        let Some((fused, last)) = self.fused.clone() else { return self.find(form) };
        if number >= last {
            self.fused = None;
        }
        let rest = &self.text[fused.clone()];
        if rest.starts_with(form) && (number < last || rest.len() == form.len()) {
            let end = fused.start + form.len();
            if number < last {
                self.fused = Some((end..fused.end, last));
            }
            return Some(fused.start..end);
        }
        Some(fused)
    }

    fn find(&mut self, form: &str) -> Option<std::ops::Range<usize>> {
        let rest = &self.text[self.at..];
        let start = self.at + (rest.len() - rest.trim_start().len());
        self.text[start..].starts_with(form).then_some(())?;
        self.at = start + form.len();
        Some(start..self.at)
    }
}
