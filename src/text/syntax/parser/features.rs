//! What the parser looks at to choose an action, and to name an arc.

use super::state::{Node, State};
use crate::text::syntax::Tag;
use crate::text::syntax::features::{Features, both, three};
use crate::text::syntax::words::Words;

/// A sentence that is being parsed.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// Its words.
    pub words: &'a Words,
    /// Their tags.
    pub tags: &'a [Tag],
}

/// A place of the parse as the model sees it.
#[derive(Clone, Copy)]
struct Place {
    at: Option<usize>,
    word: u64,
    tag: u64,
    node: Node,
}

impl Input<'_> {
    fn place(self, state: &State, at: Option<usize>) -> Place {
        let node = at.map_or(Node::default(), |at| state.nodes[at]);
        Place { at, word: self.word(at), tag: self.tag(at), node }
    }

    fn word(self, at: Option<usize>) -> u64 {
        at.map_or(3, |at| self.words.at(at, 0).form)
    }

    fn tag(self, at: Option<usize>) -> u64 {
        at.and_then(|at| self.tags.get(at)).map_or(255, |&tag| tag as u64)
    }

    /// A dependent, as word, tag and relation.
    fn dependent(self, state: &State, at: Option<u16>) -> [u64; 3] {
        let at = at.map(usize::from);
        let relation = at.map_or(255, |at| state.nodes[at].relation as u64);
        [self.word(at), self.tag(at), relation]
    }
}

/// What the model looks at to choose the next action.
pub fn of_action(input: Input<'_>, state: &State, found: &mut Features) {
    let [s2, s1, s0] = [2, 1, 0].map(|depth| input.place(state, state.stacked(depth)));
    let b0 = input.place(state, state.ahead(0));
    let [b1, b2] = [1, 2].map(|distance| state.ahead(distance));
    let (b1w, b1t, b2t) = (input.word(b1), input.tag(b1), input.tag(b2));
    let [s0wt, s1wt, b0wt] = [s0, s1, b0].map(|place| both(place.word, place.tag));
    found.clear();
    let template = found.add_all(
        0,
        &[
            0,
            s0wt,
            s1wt,
            b0wt,
            both(s0.word, b0.word),
            both(s1.word, s0.word),
            both(s0wt, b0.tag),
            both(s0.tag, b0wt),
            both(s1wt, s0.tag),
            both(s1.tag, s0wt),
            both(s1wt, b0.tag),
            three(s0.tag, b0.tag, b1t),
            both(b1w, b0.tag),
            three(b0.tag, b1t, b2t),
            three(s1.tag, s0.tag, b0.tag),
            three(s2.tag, s1.tag, s0.tag),
            both(three(s1.tag, s0.tag, b0.tag), b1t),
            three(s0.word, b0.tag, b1t),
            three(s1.tag, s0.tag, b0.word),
            three(s1.tag, s0.word, b0.tag),
            three(s1.word, s0.tag, b0.tag),
            three(s1.word, s0.word, b0.tag),
            three(s1.word, b0.word, s0.tag),
        ],
    );
    let template = of_dependents(input, state, [s1, s0, b0], template, found);
    of_counts([s1, s0, b0], template, found);
}

fn of_dependents(
    input: Input<'_>,
    state: &State,
    [s1, s0, b0]: [Place; 3],
    template: u64,
    found: &mut Features,
) -> u64 {
    let of = |at| input.dependent(state, at);
    let [s0l, s0r, s0r2] = [s0.node.lefts[0], s0.node.rights[0], s0.node.rights[1]].map(of);
    let [s1l, s1r, b0l, b0l2] =
        [s1.node.lefts[0], s1.node.rights[0], b0.node.lefts[0], b0.node.lefts[1]].map(of);
    found.add_all(
        template,
        &[
            three(s0.tag, s0l[1], b0.tag),
            three(s0.tag, s0r[1], b0.tag),
            three(s0.tag, b0.tag, b0l[1]),
            three(s0.tag, b0.tag, b0l[0]),
            three(s1.tag, s0.tag, s0l[1]),
            three(s1.tag, s0.tag, s0l[0]),
            three(s1.tag, s0.tag, s0r[1]),
            three(s1.tag, s1l[1], s0.tag),
            three(s1.tag, s1r[1], s0.tag),
            three(s0.word, s0l[2], s0r[2]),
            three(s1.word, s1r[2], s0.tag),
            three(b0.tag, b0l[2], b0l2[2]),
            three(s0.tag, s0r[2], s0r2[2]),
            three(s1.word, s0l[0], s0.tag),
            three(s0.tag, s0l[2], b0.tag),
            both(s0r[0], s0.tag),
        ],
    )
}

fn of_counts([s1, s0, b0]: [Place; 3], template: u64, found: &mut Features) {
    let gap = |from: Place, to: Place| match (from.at, to.at) {
        (Some(from), Some(to)) => bucket(to - from),
        _ => 0,
    };
    let [s1n, s0n, b0n] = [s1, s0, b0].map(|place| place.node);
    found.add_all(
        template,
        &[
            both(s0.tag, s0n.relations),
            both(s1.tag, s1n.relations),
            three(s0.tag, s0n.relations, b0.tag),
            three(s1.tag, s1n.relations, s0.tag),
            three(s1.tag, s0.tag, s0n.relations),
            three(s0.tag, b0.tag, b0n.relations),
            three(s0.tag, b0.tag, gap(s0, b0)),
            three(s1.tag, s0.tag, gap(s1, s0)),
            both(s0.word, gap(s0, b0)),
            both(s1.word, gap(s1, s0)),
            three(s0.tag, u64::from(s0n.right_count), b0.tag),
            three(s1.tag, u64::from(s1n.right_count), s0.tag),
            both(b0.tag, u64::from(b0n.left_count)),
        ],
    );
}

/// What the model looks at to name the arc from `head` to `dependent`.
pub fn of_relation(
    input: Input<'_>,
    state: &State,
    (head, dependent): (usize, usize),
    found: &mut Features,
) {
    let [h, d] = [head, dependent].map(|at| input.place(state, Some(at)));
    let side = u64::from(dependent < head);
    let dl = input.dependent(state, d.node.lefts[0]);
    let dl2 = input.dependent(state, d.node.lefts[1]);
    let dr = input.dependent(state, d.node.rights[0]);
    let around = |at: usize, by: isize| input.tag(at.checked_add_signed(by));
    let (ht, dt) = (both(h.tag, side), both(d.tag, side));
    found.clear();
    found.add_all(
        0,
        &[
            0,
            both(h.word, dt),
            both(d.word, ht),
            both(h.word, d.word),
            both(ht, d.tag),
            both(d.word, dt),
            both(h.word, ht),
            three(ht, d.tag, bucket(head.abs_diff(dependent))),
            three(ht, d.tag, dl[0]),
            three(h.word, d.tag, dl[0]),
            three(ht, d.tag, dl[2]),
            three(ht, d.tag, dr[2]),
            three(d.word, dl[0], ht),
            three(dt, dl[2], dl2[2]),
            three(dt, dl[0], dl2[0]),
            three(ht, d.tag, h.node.relations),
            three(h.word, d.tag, h.node.relations),
            three(ht, d.tag, d.node.relations),
            three(ht, d.tag, around(dependent, -1)),
            three(ht, d.tag, around(dependent, 1)),
            three(ht, d.tag, around(head, 1)),
            both(input.words.at(dependent, 0).suffixes[2], ht),
            both(input.words.at(head, 0).suffixes[2], dt),
            both(input.words.at(dependent, 0).shape, ht),
            input.words.at(dependent, -1).form,
        ],
    );
}

/// A distance, told ever more roughly.
fn bucket(distance: usize) -> u64 {
    match distance {
        0..=5 => distance as u64,
        6..=9 => 6,
        10..=15 => 7,
        _ => 8,
    }
}
