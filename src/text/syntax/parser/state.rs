//! A parse under way: the stack, the words not yet read, and the arcs built so far.
//!
//! The transitions are those of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta
//! 2011): a word gets its head only when all its own dependents are attached.

use crate::text::syntax::Relation;

/// One step of the parse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Puts the next word on the stack.
    Shift,
    /// Makes the next word the head of the top of the stack, which leaves the stack.
    Left,
    /// Makes the second word of the stack the head of the top, which leaves the stack.
    Right,
}

impl Action {
    /// Every action, in the order of their numbers in the model.
    pub const ALL: [Self; 3] = [Self::Shift, Self::Left, Self::Right];
}

/// What is known of one word: its head, and the dependents that it has.
#[derive(Clone, Copy, Debug, Default)]
pub struct Node {
    /// Its head, once it has one.
    pub head: Option<u16>,
    /// What it is to its head.
    pub relation: Relation,
    /// The dependents furthest to the left: the outermost, and the one before it.
    pub lefts: [Option<u16>; 2],
    /// The dependents furthest to the right: the outermost, and the one before it.
    pub rights: [Option<u16>; 2],
    /// How many dependents are on the left.
    pub left_count: u16,
    /// How many dependents are on the right.
    pub right_count: u16,
    /// The relations of its dependents, one bit each.
    pub relations: u64,
}

impl Node {
    /// Whether it has a dependent of this relation.
    pub fn has(&self, relation: Relation) -> bool {
        self.relations & (1 << relation as u64) != 0
    }

    /// Whether it has a subject of any kind.
    pub fn has_subject(&self) -> bool {
        Relation::ALL.iter().any(|&relation| relation.is_subject() && self.has(relation))
    }
}

/// A parse under way.
#[derive(Clone, Debug)]
pub struct State {
    /// Words that still lack a head, the top last.
    pub stack: Vec<u16>,
    /// The next word.
    pub next: usize,
    /// All words.
    pub nodes: Vec<Node>,
}

impl State {
    /// The beginning of the parse of `length` words (at most 65,535).
    pub fn new(length: usize) -> Self {
        Self { stack: Vec::with_capacity(32), next: 0, nodes: vec![Node::default(); length] }
    }

    /// The word on the stack at this depth, 0 being the top.
    pub fn stacked(&self, depth: usize) -> Option<usize> {
        let at = self.stack.len().checked_sub(depth + 1)?;
        Some(usize::from(self.stack[at]))
    }

    /// The word not yet read at this distance, 0 being the next.
    pub fn ahead(&self, distance: usize) -> Option<usize> {
        Some(self.next + distance).filter(|&at| at < self.nodes.len())
    }

    /// The first word without a head, which is the root once the parse is complete.
    pub fn root(&self) -> Option<usize> {
        self.nodes.iter().position(|node| node.head.is_none())
    }

    /// Whether the parse is complete: all is read, and one word is left, the root.
    pub fn is_done(&self) -> bool {
        self.next >= self.nodes.len() && self.stack.len() < 2
    }

    /// Whether the action is possible.
    pub fn allows(&self, action: Action) -> bool {
        let more = self.next < self.nodes.len();
        match action {
            Action::Shift => more,
            Action::Left => more && !self.stack.is_empty(),
            Action::Right => self.stack.len() > 1,
        }
    }

    /// The arc that the action builds, as (head, dependent).
    pub fn arc(&self, action: Action) -> Option<(usize, usize)> {
        let top = self.stacked(0)?;
        match action {
            Action::Shift => None,
            Action::Left => Some((self.ahead(0)?, top)),
            Action::Right => Some((self.stacked(1)?, top)),
        }
    }

    /// Takes the action; an arc that it builds gets `relation`.
    pub fn take(&mut self, action: Action, relation: Relation) {
        if let Some((head, dependent)) = self.arc(action) {
            self.attach(head, dependent, relation);
            self.stack.pop();
        } else if action == Action::Shift {
            self.stack.push(self.next as u16);
            self.next += 1;
        }
    }

    fn attach(&mut self, head: usize, dependent: usize, relation: Relation) {
        self.nodes[dependent].head = Some(head as u16);
        self.nodes[dependent].relation = relation;
        let node = &mut self.nodes[head];
        node.relations |= 1 << relation as u64;
        let (side, count) = if dependent < head {
            (&mut node.lefts, &mut node.left_count)
        } else {
            (&mut node.rights, &mut node.right_count)
        };
        *side = [Some(dependent as u16), side[0]];
        *count += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_sentence_gets_its_tree() {
        // "She left Oslo"
        let mut state = State::new(3);
        state.take(Action::Shift, Relation::Dep);
        state.take(Action::Left, Relation::Nsubj);
        state.take(Action::Shift, Relation::Dep);
        state.take(Action::Shift, Relation::Dep);
        assert!(!state.is_done() && !state.allows(Action::Shift));
        state.take(Action::Right, Relation::Obj);
        assert!(state.is_done());
        assert_eq!(state.nodes[0].head, Some(1));
        assert_eq!(state.nodes[2].head, Some(1));
        assert_eq!(state.nodes[1].head, None);
        assert_eq!(state.nodes[1].lefts[0], Some(0));
    }
}
