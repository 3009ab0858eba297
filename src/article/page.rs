//! What the three formats have in common: a page of blocks, with what its markup tells.
//!
//! Every reader ([`plain`](super::plain), [`markdown`](super::markdown), [`html`](super::html))
//! makes one; masthead, boilerplate and body are told apart afterwards, in one way for all.

use jiff::civil::{Date, Time};

use super::shape;

/// What a page says about itself, from its markup or from the lines at its head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Details {
    pub(super) title: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) author: Option<String>,
    pub(super) published: Option<Date>,
    pub(super) time: Option<Time>,
    pub(super) updated: Option<Date>,
    pub(super) place: Option<String>,
    pub(super) url: Option<String>,
}

impl Details {
    /// Takes from `other` what is not known yet.
    pub(super) fn fill(&mut self, other: Details) {
        if self.published.is_none() && other.published.is_some() {
            (self.published, self.time) = (other.published, other.time);
        } else if self.published.or(self.updated).is_none() {
            self.time = other.time;
        }
        self.title = self.title.take().or(other.title);
        self.outlet = self.outlet.take().or(other.outlet);
        self.author = self.author.take().or(other.author);
        self.updated = self.updated.or(other.updated);
        self.place = self.place.take().or(other.place);
        self.url = self.url.take().or(other.url);
    }
}

/// A paragraph, heading, list item or line, its white space folded to single spaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) text: String,
    /// Whether the markup says that it is a heading.
    pub(super) heading: bool,
    /// Whether its words stood apart in the file as those of a menu do.
    pub(super) menu: bool,
}

impl Block {
    /// A block without markup, of the words of `text`.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: folded(text), heading: false, menu: shape::is_spaced_menu(text) }
    }

    /// Adds the words of `text`, the next line of the same paragraph.
    pub(super) fn go_on(&mut self, text: &str) {
        self.text.push(' ');
        self.text.push_str(&folded(text));
        self.menu = false;
    }
}

/// A page, as its format gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) details: Details,
    pub(super) blocks: Vec<Block>,
}

/// `text` with every run of white space as one space, and none at the ends.
pub(super) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}
