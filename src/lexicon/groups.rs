//! Hand-made knowledge of which words say the same and which contradict each other.
//!
//! Groups of synonyms, pairs of opposites and sets of contrasts ("monday", "tuesday"), as numbers
//! by word, so that asking costs a few nanoseconds. Being together is not handed on: two words
//! must stand in one group.

use super::tsv::{rows, values};
use super::words::{LexemeId, Words};

/// How near the words of a group are.
pub(super) const SAME: f32 = 0.95;
/// How near the words of a looser group are.
pub(super) const NEAR: f32 = 0.7;

/// A line of a table of groups: its words, and a mark of what they share.
pub(super) struct Group<'a> {
    words: Vec<&'a str>,
    mark: u16,
}

/// For every word the marks that it bears, sorted.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    /// Where each word's marks begin; one more than there are words.
    starts: Vec<u32>,
    marks: Vec<u16>,
    /// The words in the order of the marks.
    members: Vec<(u16, LexemeId)>,
}

impl Marks {
    /// The marks of `groups`; words that are not in `words` bear none.
    pub(super) fn new(words: &Words, groups: &[Group<'_>]) -> Self {
        let mut members: Vec<_> = groups
            .iter()
            .flat_map(|group| group.words.iter().map(|word| (group.mark, *word)))
            .filter_map(|(mark, word)| Some((mark, words.find(word)?)))
            .collect();
        members.sort_unstable();
        members.dedup();
        let mut starts = vec![0; words.len() + 1];
        for (_, word) in &members {
            starts[word.0 as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let (mut next, mut marks) = (starts.clone(), vec![0; members.len()]);
        for (mark, word) in &members {
            let next = &mut next[word.0 as usize];
            marks[*next as usize] = *mark;
            *next += 1;
        }
        Self { starts, marks, members }
    }

    /// The marks that `word` bears.
    pub(super) fn of(&self, word: LexemeId) -> &[u16] {
        let at = word.0 as usize;
        let bounds = (self.starts.get(at), self.starts.get(at + 1));
        let (Some(start), Some(end)) = bounds else { return &[] };
        self.marks.get(*start as usize..*end as usize).unwrap_or_default()
    }

    /// The words that bear `mark`.
    pub(super) fn members(&self, mark: u16) -> impl Iterator<Item = LexemeId> {
        let start = self.members.partition_point(|(other, _)| *other < mark);
        self.members[start..]
            .iter()
            .take_while(move |(other, _)| *other == mark)
            .map(|(_, word)| *word)
    }
}

/// Words that say the same: even marks for groups of one meaning, odd ones for looser groups.
#[derive(Clone, Debug)]
pub(super) struct Synonyms(Marks);

impl Synonyms {
    /// The groups of the tables.
    pub(super) fn new(words: &Words, groups: &Groups) -> Self {
        Self(Marks::new(words, &groups.synonyms))
    }

    /// How near the tables say that two words are; 0 where they say nothing.
    pub(super) fn nearness(&self, a: LexemeId, b: LexemeId) -> f32 {
        let (mut a, b) = (self.0.of(a).iter().peekable(), self.0.of(b));
        if a.peek().is_none() || b.is_empty() {
            return 0.0;
        }
        let shared = a.filter(|mark| b.contains(mark));
        shared.map(|mark| nearness(*mark)).fold(0.0, f32::max)
    }

    /// The words in a group with `word`, and how near.
    pub(super) fn of(&self, word: LexemeId) -> impl Iterator<Item = (LexemeId, f32)> {
        let marks = self.0.of(word).iter();
        marks.flat_map(move |mark| self.0.members(*mark).map(|other| (other, nearness(*mark))))
    }
}

fn nearness(mark: u16) -> f32 {
    if mark.is_multiple_of(2) { SAME } else { NEAR }
}

/// Words that contradict each other.
#[derive(Clone, Debug)]
pub(super) struct Opposites {
    /// The two sides of one line bear marks that differ in the last bit.
    sides: Marks,
    /// The words of one set bear one mark.
    sets: Marks,
}

impl Opposites {
    /// The pairs and sets of the tables.
    pub(super) fn new(words: &Words, groups: &Groups) -> Self {
        let of = |groups| Marks::new(words, groups);
        Self { sides: of(&groups.sides), sets: of(&groups.sets) }
    }

    /// Whether only one of the two can be true: "buy" and "sell".
    pub(super) fn opposed(&self, a: LexemeId, b: LexemeId) -> bool {
        let others = self.sides.of(b);
        self.sides.of(a).iter().any(|mark| others.contains(&(mark ^ 1)))
    }

    /// Whether the two are different values of one thing: "Monday" and "Tuesday".
    pub(super) fn contrast(&self, a: LexemeId, b: LexemeId) -> bool {
        let others = self.sets.of(b);
        a != b && self.sets.of(a).iter().any(|mark| others.contains(mark))
    }
}

/// Words of one family, and nouns with the classes that they belong to.
#[derive(Clone, Debug)]
pub(super) struct Families {
    families: Marks,
    /// The class bears an even mark, its nouns the odd one after it.
    classes: Marks,
}

impl Families {
    /// The built-in tables.
    pub(super) fn new(words: &Words, groups: &Groups) -> Self {
        let of = |groups| Marks::new(words, groups);
        Self { families: of(&groups.families), classes: of(&groups.classes) }
    }

    /// Whether the two are of one family: "sell" and "sale".
    pub(super) fn related(&self, a: LexemeId, b: LexemeId) -> bool {
        let others = self.families.of(b);
        self.families.of(a).iter().any(|mark| others.contains(mark))
    }

    /// Whether `noun` is listed under `class`: "minister" under "official".
    pub(super) fn is_a(&self, noun: LexemeId, class: LexemeId) -> bool {
        let classes = self.classes.of(class);
        self.classes
            .of(noun)
            .iter()
            .any(|mark| !mark.is_multiple_of(2) && classes.contains(&(mark ^ 1)))
    }
}

/// The tables of groups as they are read, each kind by itself.
pub(super) struct Groups {
    synonyms: Vec<Group<'static>>,
    sides: Vec<Group<'static>>,
    sets: Vec<Group<'static>>,
    families: Vec<Group<'static>>,
    classes: Vec<Group<'static>>,
}

impl Groups {
    /// Reads the built-in tables.
    pub(super) fn new() -> Self {
        Self {
            synonyms: synonyms(),
            sides: sides(),
            sets: sets(),
            families: families(),
            classes: classes(),
        }
    }

    /// The built-in vocabulary, and every word that they name.
    pub(super) fn vocabulary(&self) -> Words {
        let kinds = [&self.synonyms, &self.sides, &self.sets, &self.families, &self.classes];
        let mut words = Words::new();
        words.add_all(kinds.into_iter().flatten().flat_map(|group| group.words.iter().copied()));
        words
    }
}

fn synonyms() -> Vec<Group<'static>> {
    let groups = rows(include_str!("data/synonyms.tsv"))
        .chain(rows(include_str!("data/everyday.tsv")))
        .map(|[_, strength, words]| (values(words).collect(), u16::from(strength == "~")));
    let numbered = groups.zip((0..u16::MAX).step_by(2));
    numbered.map(|((words, loose), number)| Group { words, mark: number + loose }).collect()
}

fn sides() -> Vec<Group<'static>> {
    let sides = rows::<2>(include_str!("data/antonyms.tsv")).flatten().zip(0..u16::MAX);
    sides.map(|(side, mark)| Group { words: values(side).collect(), mark }).collect()
}

fn sets() -> Vec<Group<'static>> {
    let sets = rows(include_str!("data/contrasts.tsv")).zip(0..u16::MAX);
    sets.map(|([_, words], mark)| Group { words: values(words).collect(), mark }).collect()
}

fn families() -> Vec<Group<'static>> {
    let families = rows(include_str!("data/families.tsv")).zip(0..u16::MAX);
    families.map(|([words], mark)| Group { words: values(words).collect(), mark }).collect()
}

fn classes() -> Vec<Group<'static>> {
    let sides = rows::<2>(include_str!("data/classes.tsv")).flatten().zip(0..u16::MAX);
    sides.map(|(side, mark)| Group { words: values(side).collect(), mark }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read() -> (Words, Groups) {
        let groups = Groups::new();
        (groups.vocabulary(), groups)
    }

    fn pair(words: &Words, a: &str, b: &str) -> (LexemeId, LexemeId) {
        let find = |word| words.find(word).expect("the tables know it");
        (find(a), find(b))
    }

    #[test]
    fn phrases_of_one_group_are_near() {
        let (words, groups) = read();
        let synonyms = Synonyms::new(&words, &groups);
        for (a, b) in [
            ("kick out", "expel"),
            ("back", "second"),
            ("get together", "meet"),
            ("lose one's life", "die"),
            ("quit", "withdraw"),
            ("boss", "chief executive"),
            ("cops", "police"),
            ("talks", "dialogue"),
            ("attend", "take part in"),
            ("put off", "postpone"),
        ] {
            let (one, other) = pair(&words, a, b);
            assert_eq!(synonyms.nearness(one, other), SAME, "{a}, {b}");
        }
    }

    #[test]
    fn words_of_no_common_group_are_not_near() {
        let (words, groups) = read();
        let (buy, sell) = pair(&words, "buy", "sell");
        assert_eq!(Synonyms::new(&words, &groups).nearness(buy, sell), 0.0);
    }

    #[test]
    fn opposites_and_contrasts_are_told_apart() {
        let (words, groups) = read();
        let opposites = Opposites::new(&words, &groups);
        let (buy, sell) = pair(&words, "buy", "sell");
        let (monday, tuesday) = pair(&words, "monday", "tuesday");
        assert!(opposites.opposed(buy, sell) && opposites.opposed(sell, buy));
        assert!(!opposites.contrast(buy, sell));
        assert!(opposites.contrast(monday, tuesday) && !opposites.contrast(monday, monday));
    }

    #[test]
    fn a_family_and_a_class_hold_what_wordnet_misses() {
        let (words, groups) = read();
        let families = Families::new(&words, &groups);
        let (sell, sale) = pair(&words, "sell", "sale");
        let (minister, official) = pair(&words, "minister", "official");
        assert!(families.related(sell, sale) && !families.related(sell, official));
        assert!(families.is_a(minister, official) && !families.is_a(official, minister));
    }

    #[test]
    fn no_group_calls_opposites_the_same() {
        let (words, groups) = read();
        let (synonyms, opposites) =
            (Synonyms::new(&words, &groups), Opposites::new(&words, &groups));
        for (word, text) in words.iter() {
            for (other, _) in synonyms.of(word) {
                assert!(!opposites.opposed(word, other), "{text}, {}", words.text(other));
            }
        }
    }
}
