//! How near two words are: the layers of the lexicon put together.
//!
//! In go two words, out comes a figure from 0 to 1. What contradicts is never near, however
//! alike it is used; what a table says goes before what figures suggest.

use super::groups::NEAR;
use super::relations::{self, Tie};
use super::vectors;
use super::{LexemeId, Lexicon, NounKind, fold::fold};

/// How near words of one family are: "resign", "resignation"; "Greek", "Greece".
const FAMILY: f32 = 0.85;
/// How near WordNet's synonyms are: at least so much, and so much more where both words are
/// mostly used in the meaning that they share.
const SYNONYM: (f32, f32) = (0.5, 0.4);
/// The same for words of similar meanings.
const SIMILAR: (f32, f32) = (0.4, 0.2);
/// How near a word is to what it is a kind of, one level up and two.
const KIND: [f32; 2] = [0.55, 0.45];
/// Words used alike: no nearer than not at all up to the first cosine, and from there in
/// proportion, by so much for a cosine of 1; but no nearer than the last figure, for what is used
/// alike may still be something else.
const USE: (f32, f32, f32) = (0.3, 1.2, 0.75);

/// Words less alike than this are not looked at closely.
const UNLIKE: f32 = 0.2;

impl Lexicon {
    /// How near two words are in meaning, from 0 (unrelated, or opposed) to 1 (the same).
    ///
    /// In this order: a word is the same as itself; opposites, words of one set of contrasts and
    /// words of different countries are not near at all; then it is the nearest that the hand-made
    /// groups (0.95 or 0.7), families (0.85), WordNet's relations (at most 0.9) or how they are
    /// used (at most 0.75) make them. From about 0.5 on they can stand for each other.
    pub fn similarity(&self, a: LexemeId, b: LexemeId) -> f32 {
        if a == b {
            return 1.0;
        }
        if self.contrasted(a, b) || self.opposites.opposed(a, b) {
            return 0.0;
        }
        let listed = self.synonyms.nearness(a, b);
        if listed > NEAR {
            return listed;
        }
        match self.tied(a, b) {
            Some(tied) => tied.max(listed).max(used(a, b)),
            None => listed,
        }
    }

    /// [`similarity`](Self::similarity) of words that are used alike, 0 of others: for looking
    /// through many words quickly.
    pub fn likeness(&self, a: LexemeId, b: LexemeId) -> f32 {
        if vectors::cosine(a, b).is_some_and(|cosine| cosine > UNLIKE) {
            self.similarity(a, b)
        } else {
            0.0
        }
    }

    /// [`similarity`](Self::similarity) by base forms; words that are not known are near only to
    /// themselves.
    pub fn similar(&self, a: &str, b: &str) -> f32 {
        match (self.word(a), self.word(b)) {
            (Some(a), Some(b)) => self.similarity(a, b),
            _ => f32::from(u8::from(fold(a) == fold(b))),
        }
    }

    /// Words that say the same as `word`, and how near: those of the hand-made groups, then those
    /// of WordNet; a word may come twice.
    pub fn synonyms(&self, word: LexemeId) -> impl Iterator<Item = (LexemeId, f32)> {
        let synonyms = relations::of(word).filter(|(_, tie, _)| *tie == Tie::Synonym);
        let tied =
            synonyms.filter_map(|(other, tie, weight)| Some((other, nearness(tie, weight)?)));
        self.synonyms.of(word).chain(tied).filter(move |(other, _)| *other != word)
    }

    /// Whether two words are of one family: "sign", "signatory"; "Egypt", "Egyptian".
    pub fn derived(&self, a: &str, b: &str) -> bool {
        self.pair(a, b).is_some_and(|(a, b)| {
            self.families.related(a, b)
                || self.nations.same(a, b) == Some(true)
                || self.tie(a, b, |tie| tie == Tie::Derived)
        })
    }

    /// Whether two words contradict each other: "buy" and "sell".
    pub fn antonyms(&self, a: &str, b: &str) -> bool {
        self.pair(a, b).is_some_and(|(a, b)| self.opposed(a, b))
    }

    /// Whether two words are different values of one thing: "Monday" and "Tuesday", "Greek" and
    /// "Turkish".
    pub fn contrast(&self, a: &str, b: &str) -> bool {
        self.pair(a, b).is_some_and(|(a, b)| self.contrasted(a, b))
    }

    /// The kind of thing that a noun stands for in most of its uses.
    pub fn kind_of(&self, noun: &str) -> NounKind {
        self.word(noun).map_or(NounKind::Other, relations::kind)
    }

    /// Whether a noun is a kind of `class`: a minister is an official, a plane a vehicle. A name of
    /// a [`NounKind`] is a class too.
    pub fn is_a(&self, noun: &str, class: &str) -> bool {
        let kind = self.kind_of(noun);
        let named = kind.as_str() == class || (class == "person" && kind.is_person());
        named
            || self.pair(noun, class).is_some_and(|(noun, class)| {
                self.families.is_a(noun, class)
                    || relations::between(noun, class).any(|(tie, _)| matches!(tie, Tie::IsA(_)))
            })
    }

    fn pair(&self, a: &str, b: &str) -> Option<(LexemeId, LexemeId)> {
        Some((self.word(a)?, self.word(b)?))
    }

    /// [`contrast`](Self::contrast) by number.
    pub fn contrasted(&self, a: LexemeId, b: LexemeId) -> bool {
        self.nations.same(a, b) == Some(false) || self.opposites.contrast(a, b)
    }

    /// [`antonyms`](Self::antonyms) by number.
    pub fn opposes(&self, a: LexemeId, b: LexemeId) -> bool {
        self.opposed(a, b)
    }

    /// Whether two words are opposites, or different values of one thing.
    pub fn contradicts(&self, a: LexemeId, b: LexemeId) -> bool {
        a != b && (self.contrasted(a, b) || self.opposed(a, b))
    }

    fn opposed(&self, a: LexemeId, b: LexemeId) -> bool {
        self.opposites.opposed(a, b) || self.tie(a, b, |tie| tie == Tie::Opposite)
    }

    /// Whether either word has such a tie to the other.
    fn tie(&self, a: LexemeId, b: LexemeId, such: impl Fn(Tie) -> bool) -> bool {
        ties(a, b).any(|(tie, _)| such(tie))
    }

    /// How near families and WordNet make two words; `None` where they make them opposites.
    fn tied(&self, a: LexemeId, b: LexemeId) -> Option<f32> {
        if self.families.related(a, b) || self.nations.same(a, b) == Some(true) {
            return Some(FAMILY);
        }
        let mut nearest = 0.0;
        for (tie, weight) in ties(a, b) {
            nearest = nearness(tie, weight)?.max(nearest);
        }
        Some(nearest)
    }
}

/// WordNet's ties between two words, either way.
fn ties(a: LexemeId, b: LexemeId) -> impl Iterator<Item = (Tie, f32)> {
    relations::between(a, b).chain(relations::between(b, a))
}

/// How near a tie of that weight makes two words; `None` for opposites.
fn nearness(tie: Tie, weight: f32) -> Option<f32> {
    match tie {
        Tie::Synonym => Some(SYNONYM.0 + SYNONYM.1 * weight),
        Tie::Similar => Some(SIMILAR.0 + SIMILAR.1 * weight),
        Tie::Derived => Some(FAMILY),
        Tie::Opposite => None,
        Tie::IsA(level) => {
            let kind = usize::from(level).checked_sub(1).and_then(|at| KIND.get(at));
            Some(kind.map_or(0.0, |kind| kind * weight))
        }
    }
}

/// How near two words are by how they are used.
fn used(a: LexemeId, b: LexemeId) -> f32 {
    let cosine = vectors::cosine(a, b).unwrap_or_default();
    ((cosine - USE.0) * USE.1).clamp(0.0, USE.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> &'static Lexicon {
        Lexicon::builtin()
    }

    #[test]
    fn a_noun_has_the_kind_of_its_frequent_meaning() {
        let kind = |noun| lexicon().kind_of(noun);
        assert_eq!(kind("minister"), NounKind::Role);
        assert_eq!(kind("stadium"), NounKind::Building);
        assert_eq!(kind("airline"), NounKind::Organisation);
        assert_eq!(kind("plane"), NounKind::Vehicle);
        assert_eq!(kind("earthquake"), NounKind::Event);
        assert_eq!(kind("malaria"), NounKind::Disease);
        assert_eq!(kind("treaty"), NounKind::Document);
        assert_eq!(kind("xqzzt"), NounKind::Other);
        assert!(kind("widow").is_person());
        assert!(kind("percentage").is_figure());
        assert!(kind("island").is_place());
    }

    #[test]
    fn a_noun_is_a_kind_of_near_classes() {
        let is_a = |noun, class| lexicon().is_a(noun, class);
        assert!(is_a("minister", "official"));
        assert!(is_a("plane", "vehicle"));
        assert!(is_a("stadium", "building"));
        assert!(is_a("hurricane", "storm"));
        assert!(is_a("nurse", "person"));
        assert!(!is_a("minister", "vehicle"));
        assert!(!is_a("official", "minister"));
    }

    #[test]
    fn words_of_one_family_are_derived() {
        let derived = |a, b| lexicon().derived(a, b);
        assert!(derived("sell", "sale"));
        assert!(derived("resign", "resignation"));
        assert!(derived("signatory", "sign"));
        assert!(derived("egypt", "egyptian"));
        assert!(derived("long", "length"));
        assert!(!derived("long", "lung"));
    }

    #[test]
    fn rewordings_of_the_news_are_near() {
        for (a, b) in [
            ("kick out", "expel"),
            ("back", "second"),
            ("get together", "meet"),
            ("lose one's life", "die"),
            ("acquire", "buy"),
            ("withdraw", "quit"),
            ("sale", "sell"),
            ("cost", "worth"),
            ("boss", "chief executive"),
            ("cop", "police"),
            ("negotiation", "talks"),
            ("attend", "take part"),
            ("aeroplane", "plane"),
            ("greek", "greece"),
        ] {
            assert!(lexicon().similar(a, b) > 0.7, "{a}, {b}: {}", lexicon().similar(a, b));
        }
    }

    #[test]
    fn what_contradicts_is_not_near() {
        for (a, b) in [
            ("buy", "sell"),
            ("monday", "tuesday"),
            ("win", "lose"),
            ("greece", "turkey"),
            ("greek", "turkish"),
            ("legal", "illegal"),
            ("increase", "decrease"),
            ("two", "three"),
        ] {
            assert_eq!(lexicon().similar(a, b), 0.0, "{a}, {b}");
        }
    }

    #[test]
    fn similarity_is_the_same_both_ways() {
        for (a, b) in [("expel", "kick out"), ("plane", "vehicle"), ("minister", "war")] {
            assert_eq!(lexicon().similar(a, b), lexicon().similar(b, a), "{a}, {b}");
        }
    }
}
