//! The text of an HTML tree, a block for every element that stands on lines of its own.

use dom_query::{Document, NodeRef};

use super::super::page::{Block, folded};

/// Elements whose text is never the article's.
const LEFT_OUT: &str = "head, script, style, noscript, template, nav, footer, aside, form, button, \
                        select, svg, iframe, figcaption, audio, video, object, [hidden]";

/// Elements that stand in a line with the words around them.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// How many inline elements may stand in each other; beyond, all text is one block's.
const DEEPEST: usize = 64;

/// The blocks of `doc`, which loses the elements that are left out.
pub(super) fn read(doc: &Document) -> Vec<Block> {
    doc.select(LEFT_OUT).remove();
    let mut blocks = Blocks::default();
    let root = doc.root();
    for node in root.descendants_it() {
        blocks.visit(&node, &root);
    }
    blocks.close();
    blocks.done
}

/// The blocks so far, and the one that is being filled.
#[derive(Default)]
struct Blocks {
    done: Vec<Block>,
    open: String,
    owner: Option<dom_query::NodeId>,
    heading: bool,
}

impl Blocks {
    /// Takes the text of a text node; a new owner, the nearest element that is not inline, or a
    /// line break, closes the block.
    fn visit(&mut self, node: &NodeRef<'_>, root: &NodeRef<'_>) {
        if node.has_name("br") {
            return self.close();
        }
        if node.is_element() && !is_inline(node) {
            return self.close();
        }
        if !node.is_text() {
            return;
        }
        let owner = owner(node).unwrap_or(*root);
        if self.owner != Some(owner.id) {
            self.close();
            self.owner = Some(owner.id);
        }
        self.heading = is_heading(&owner);
        self.open.push_str(&node.text());
    }

    fn close(&mut self) {
        let text = folded(&std::mem::take(&mut self.open));
        if !text.is_empty() {
            self.done.push(Block { text, heading: self.heading, menu: false });
        }
    }
}

/// The nearest element around `node` that stands on lines of its own.
fn owner<'n>(node: &NodeRef<'n>) -> Option<NodeRef<'n>> {
    let mut around = std::iter::successors(node.parent(), NodeRef::parent).take(DEEPEST);
    around.find(|node| !is_inline(node))
}

fn is_inline(node: &NodeRef<'_>) -> bool {
    INLINE.iter().any(|name| node.has_name(name))
}

fn is_heading(node: &NodeRef<'_>) -> bool {
    ["h1", "h2", "h3", "h4", "h5", "h6"].iter().any(|name| node.has_name(name))
}
