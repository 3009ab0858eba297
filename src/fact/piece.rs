//! A span of a passage that may be the answer to something.

/// What was proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum PieceKind {
    /// A name.
    Name,
    /// A noun phrase.
    Phrase,
    /// A noun phrase with its preposition.
    Prepositional,
    /// A date or time expression.
    Date,
    /// A number with or without what it counts.
    Number,
    /// A verb with what hangs on it.
    Clause,
    /// Words in quotation marks.
    Quotation,
    /// A whole sentence.
    Sentence,
}

/// A span of a passage that may be the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Piece {
    /// The number of the passage.
    pub passage: u32,
    /// Its first token.
    pub first: u16,
    /// Its last token, inclusive.
    pub last: u16,
    /// The token that it hangs by.
    pub head: u16,
    /// What it is.
    pub kind: PieceKind,
    /// What can be told of it whatever is asked.
    pub notes: Notes,
}

/// What can be told of a piece whatever is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Notes {
    /// Whether its first words give a reason.
    pub sign: Sign,
    /// Whether its clause speaks of what has been or of what is to come.
    pub tense: Tense,
    /// Whether all that hangs on its head is inside.
    pub is_whole: bool,
    /// Whether its words only stand for a name.
    pub stands_for: bool,
    /// Whether the same words are a number with what it counts, and that itself: "two banks".
    pub is_twin: bool,
}

/// How surely words tell a reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// They do not.
    #[default]
    None,
    /// They may tell something else: "after", "for", "as".
    Perhaps,
    /// They do.
    Surely,
}

/// Whether a clause speaks of what has been or of what is to come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tense {
    /// Of neither, or it cannot be told.
    #[default]
    Untold,
    /// Of what has been.
    Past,
    /// Of what is to come.
    Ahead,
}
