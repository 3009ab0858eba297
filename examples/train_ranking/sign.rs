//! Which way a measure may count.

/// Which values a weight may have.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sign {
    /// Any.
    Free,
    /// None below zero.
    For,
    /// None above zero.
    Against,
    /// Just this one.
    Fixed(f32),
}

impl Sign {
    /// The nearest value that is allowed.
    pub(crate) fn hold(self, weight: f32) -> f32 {
        match self {
            Self::Free => weight,
            Self::For => weight.max(0.0),
            Self::Against => weight.min(0.0),
            Self::Fixed(value) => value,
        }
    }
}

/// More of these can only make a candidate likelier.
const FOR: &[&str] = &[
    "passage covers question",
    "passage covers what tells it apart",
    "article covers question",
    "main verb met",
    "arcs met",
    "neighbours met",
    "passage against best",
    "best passage",
    "type fits",
    "noun asked for",
    "at noun asked for",
    "fills the place",
    "near main verb",
    "near question's words",
    "in one clause",
    "subject of its verb",
    "preposition fits",
    "is complete",
    "said by the one asked about",
    "same words",
    "sentences beside cover question",
    "headline covers question",
    "place among passages",
    "passage covers what is rare in its article",
    "passage covers the words",
    "passage covers the names",
    "foremost word met",
    "gives a reason",
    "gives a purpose",
    "may give a reason",
    "names a reason",
    "reason of what is asked about",
    "told to be a name",
    "told to be the name of before",
    "describes",
    "of the question's verb",
    "as exact as asked",
    "clause covers question",
    "sentence of last answer asked on",
    "has the role",
    "role of the one asked about",
    "is as the question says",
    "owner of what is asked for",
    "speaks here",
];

/// More of these can only make it less likely.
const AGAINST: &[&str] = &[
    "word missing in article",
    "word missing in passage",
    "name missing in article",
    "name missing in passage",
    "main verb missing",
    "long passage",
    "negation differs",
    "type misses",
    "fills another place",
    "words away",
    "repeats question",
    "says nothing new",
    "is a pronoun",
    "stands for a name",
    "date of a thing",
    "of another verb",
    "has not the role",
    "role at another time",
    "is somebody else of the question",
    "is not as the question says",
    "was only told",
    "name stands beside it",
    "main verb missing in article",
    "noun with a contrary word",
    "name of a thing",
    "words of the role missing",
    "of another noun",
    "of the saying",
    "in an aside",
    "somebody else is its subject",
    "goes the other way",
    "place of a thing",
    "only says it again",
    "reason of something else",
    "says last answer again",
    "says last answer again of another",
    "of another kind",
    "the verb has another",
    "name of another time",
    "counts something else",
    "verb of the count missing",
    "nobody asked about speaks",
    "said by another",
];

/// Measured of the best candidate only, and known after the ranking.
const LEAD: [&str; 6] = [
    "read",
    "read ahead of other passages",
    "share of all chances",
    "share of its passage",
    "ahead of other passages",
    "height of its score",
];

/// What the questions in hand cannot teach: those written for training ask for details, and so
/// away from the first paragraph, more than people do; few ask for what is to come beside what has
/// been; and few have an answer that is wrong only because it goes the other way, opens a stretch, is
/// somebody else's or stands aside, or because it is of another time that the like happened.
const FIXED: [(&str, f32); 13] = [
    ("first paragraph", -0.7),
    ("article in talk", 3.5),
    ("headline", -1.0),
    ("tense agrees", 2.0),
    ("behind or ahead as asked", 1.5),
    ("opens or closes a stretch", -2.0),
    ("in an aside", -0.6),
    ("of the saying", -0.6),
    ("goes the other way", -1.0),
    ("somebody else is its subject", -0.6),
    ("of another time", -1.5),
    ("cannot be then", 0.0),
    ("place of a thing", -1.0),
];

/// The signs of the weights that order candidates.
pub(crate) fn of_ranking(names: &[&str]) -> Vec<Sign> {
    names.iter().map(|name| of(name)).collect()
}

/// The signs of the weights that tell whether the best candidate is right: all are free.
pub(crate) fn of_trust(names: &[&str]) -> Vec<Sign> {
    vec![Sign::Free; names.len()]
}

/// Whether a measure's weight is fixed, be it because it is known only after the ranking.
pub(crate) fn is_fixed(name: &str) -> bool {
    matches!(of(name), Sign::Fixed(_))
}

fn of(name: &str) -> Sign {
    if let Some((_, value)) = FIXED.iter().find(|(fixed, _)| *fixed == name) {
        Sign::Fixed(*value)
    } else if LEAD.contains(&name) {
        Sign::Fixed(0.0)
    } else if FOR.contains(&name) {
        Sign::For
    } else if AGAINST.contains(&name) {
        Sign::Against
    } else {
        Sign::Free
    }
}
