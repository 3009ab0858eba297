//! What a question says of the one asked for that can be held against a
//! candidate: nation, age, sex.
//!
//! "Who signed for Benin?" is not answered by the president of Nigeria, "which Kenyan won?"
//! not by somebody from Ethiopia, "who is the 76-year-old?" by nobody of 73, "who is the
//! woman?" by no man.

use crate::answer::candidate::Candidate;
use crate::answer::scene::Scene;
use crate::fact::Passage;
use crate::lexicon::{Gender, Lexicon, Relation as Tie};
use crate::question::{Query, QuestionType, Slot};
use crate::text::fold;
use crate::text::syntax::{EntityKind, Relation, Tag};

use super::{Feature, FeatureVector, RARE};

/// How far before a name what is said of it may begin.
const BEFORE: usize = 6;

/// What a question says of the one asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::answer) struct Traits {
    /// The nations, by code.
    nations: Vec<&'static str>,
    /// The age in years.
    age: Option<u32>,
    /// He or she.
    gender: Option<Gender>,
}

impl Traits {
    /// What `query` says of the one it asks for.
    pub(in crate::answer) fn of(query: &Query) -> Self {
        let asks =
            matches!(query.asks, QuestionType::Who | QuestionType::Which | QuestionType::What)
                && query.expects.is_somebody();
        if !asks || query.phrase.is_some_and(|(first, _)| query.word(first) == "whose") {
            return Self::default();
        }
        Self { nations: nations(query), age: age(query), gender: gender(query) }
    }

    fn is_empty(&self) -> bool {
        self.nations.is_empty() && self.age.is_none() && self.gender.is_none()
    }
}

/// Holds what the question says against what the passage says of a candidate.
pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    if scene.traits.is_empty() {
        return;
    }
    let told = Told::new(scene.passage, candidate);
    let found = [
        told.is_of(&scene.traits.nations),
        scene.traits.age.and_then(|age| told.is_aged(age)),
        scene.traits.gender.and_then(|gender| Some(told.gender()? == gender)),
    ];
    // The Belgian candidate is Belgian, but no Belgian minister.
    let has_role = scene.query.role.is_none() || measures.0[Feature::Role as usize] > 0.0;
    let as_told = has_role && found[..2].contains(&Some(true));
    measures.set(Feature::AsTold, if as_told { RARE } else { 0.0 });
    measures.flag(Feature::NotAsTold, found.contains(&Some(false)));
}

/// The nations that a name or adjective stands for.
fn nations_of(word: &str, ties: &[Tie]) -> impl Iterator<Item = &'static str> {
    let found = Lexicon::builtin().countries(word).filter(|found| ties.contains(&found.relation));
    found.map(|found| found.country.code).collect::<Vec<_>>().into_iter()
}

/// What a country is called.
const NAMES: [Tie; 2] = [Tie::Name, Tie::Alias];

/// What its people, and what is of it, are called.
const PEOPLE: [Tie; 2] = [Tie::Adjective, Tie::People];

/// Either.
const ANY: [Tie; 4] = [Tie::Name, Tie::Alias, Tie::Adjective, Tie::People];

/// The nations that the one asked for is of: "the *Egyptian* foreign minister", "*Italy*'s
/// captain", "which *Fijian*", "who signed for *Benin*".
fn nations(query: &Query) -> Vec<&'static str> {
    let of_role = query.role.iter().filter(|role| is_plain(query, role)).flat_map(|role| {
        let heads = role.owner.iter().filter(|&&token| heads_owner(query, token));
        role.modifiers.iter().chain(heads)
    });
    let focus = query.focus.as_ref().filter(|_| query.asks == QuestionType::Which);
    let by_focus = focus.map(|focus| (focus.token.saturating_sub(2), focus.token));
    let in_phrase = by_focus.into_iter().flat_map(|(first, last)| first..=last);
    let in_phrase = in_phrase.filter(|&token| query.in_phrase(token));
    let tokens = of_role.copied().chain(in_phrase);
    let mut found: Vec<&'static str> =
        tokens.flat_map(|token| nations_of(query.typed(token), &ANY)).collect();
    if let Some(token) = acts_for(query) {
        found.extend(nations_of(query.typed(token), &NAMES));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether only adjectives stand before a role: the boss of a German rail union may be of anywhere.
fn is_plain(query: &Query, role: &crate::question::Role) -> bool {
    let titled = role.title.map_or(0, |title| title.split(' ').count() - 1);
    let noun = |token: &&usize| query.grammar.tokens[**token].tag.is_noun();
    let nation = |token: &&usize| nations_of(query.typed(**token), &ANY).next().is_some();
    role.modifiers.iter().filter(noun).filter(|token| !nation(token)).count() <= titled
}

/// "Italy" in "Italy's captain", "the captain of Italy", and not in "the Italy team's captain".
fn heads_owner(query: &Query, token: usize) -> bool {
    let next = query.grammar.tokens.get(token + 1).map(|next| next.tag);
    next.is_none_or(|tag| tag == Tag::POS || !(tag.is_noun() || tag.is_adjective()))
        && query.grammar.tokens[token].tag.is_noun()
}

/// The country that the one asked for acts for: "who ran for *Kenya*", "who represented *Greece*".
fn acts_for(query: &Query) -> Option<usize> {
    const VERBS: [&str; 20] = [
        "sign",
        "play",
        "score",
        "win",
        "compete",
        "race",
        "ride",
        "run",
        "speak",
        "sit",
        "negotiate",
        "appear",
        "swim",
        "row",
        "bowl",
        "bat",
        "attend",
        "take",
        "fight",
        "sing",
    ];
    let verb = query.predicate.filter(|_| query.slot == Slot::Subject)?;
    let end = query.words.len();
    let behind = |at: usize| if query.word(at) == "the" { at + 1 } else { at };
    if query.predicate_lemma() == "represent" {
        return Some(behind(verb + 1)).filter(|&token| token < end);
    }
    let link = (verb + 1..end).rev().find(|&at| matches!(query.word(at), "for" | "from"))?;
    let token = behind(link + 1);
    (VERBS.contains(&query.predicate_lemma()) && token < end).then_some(token)
}

/// The age that a question gives: "the *76*-year-old", "a boy aged *9*".
fn age(query: &Query) -> Option<u32> {
    let at = |token: usize| query.word(token);
    (0..query.words.len()).find_map(|token| {
        let word = at(token);
        let joined = word.strip_suffix("-year-old").or_else(|| word.strip_suffix("-year-olds"));
        let apart = || {
            let old = at(token + 1).starts_with("year") && at(token + 2) == "old"
                || at(token + 1) == "-" && at(token + 2) == "year"
                || at(token + 1) == "year-old";
            (old || token > 0 && at(token - 1) == "aged").then_some(word)
        };
        joined.or_else(apart)?.parse().ok()
    })
}

/// Whether a man or a woman is asked for: "which *woman*", "the *guy* that", "who won the *women's*
/// race", "who freed *herself*".
fn gender(query: &Query) -> Option<Gender> {
    const CONTEST: [&str; 8] = ["win", "come", "finish", "triumph", "claim", "take", "top", "lose"];
    let focus = query.focus.as_ref().map(|focus| focus.token);
    let noun = focus.filter(|&token| query.grammar.tokens[token].tag != Tag::NNS);
    let by_noun = noun.and_then(|token| gender_of_noun(query.grammar.lemma(token)));
    let by_self = || {
        query.words.iter().find_map(|word| match word.as_str() {
            "himself" => Some(Gender::Male),
            "herself" => Some(Gender::Female),
            _ => None,
        })
    };
    let contest = query.slot == Slot::Subject && CONTEST.contains(&query.predicate_lemma());
    let by_contest = || {
        let owns = |at: usize| query.grammar.tokens.get(at).is_some_and(|it| it.tag == Tag::POS);
        (0..query.words.len()).find_map(|at| match query.word(at) {
            "men" | "boys" if owns(at + 1) => Some(Gender::Male),
            "women" | "girls" | "ladies" if owns(at + 1) => Some(Gender::Female),
            "mens" => Some(Gender::Male),
            "womens" => Some(Gender::Female),
            _ => None,
        })
    };
    by_noun.or_else(by_self).or_else(|| by_contest().filter(|_| contest))
}

/// What a noun says of the sex of who it stands for.
fn gender_of_noun(lemma: &str) -> Option<Gender> {
    const MEN: [&str; 16] = [
        "man",
        "guy",
        "boy",
        "lad",
        "bloke",
        "gentleman",
        "father",
        "dad",
        "husband",
        "son",
        "brother",
        "uncle",
        "nephew",
        "grandfather",
        "grandson",
        "widower",
    ];
    const WOMEN: [&str; 16] = [
        "woman",
        "girl",
        "lady",
        "mother",
        "mum",
        "mom",
        "wife",
        "daughter",
        "sister",
        "aunt",
        "niece",
        "grandmother",
        "granddaughter",
        "widow",
        "actress",
        "waitress",
    ];
    if MEN.contains(&lemma) {
        Some(Gender::Male)
    } else if WOMEN.contains(&lemma) {
        Some(Gender::Female)
    } else {
        None
    }
}

/// A candidate with what stands right before and after its name.
struct Told<'a> {
    passage: &'a Passage,
    first: usize,
    last: usize,
    kind: Option<EntityKind>,
}

impl<'a> Told<'a> {
    fn new(passage: &'a Passage, candidate: &Candidate) -> Self {
        let head = usize::from(candidate.head);
        let (first, last) = passage.grammar.name_around(head);
        let kind = passage.grammar.entity_at(head).map(|name| name.kind);
        Told { passage, first, last, kind }
    }

    /// The words said of the name right before it, nearest first: "the *Italian*
    /// minister, Ann Lee".
    fn before(&self) -> impl Iterator<Item = usize> + use<'a> {
        let passage = self.passage;
        let end = match self.first.checked_sub(1) {
            Some(comma) if passage.word(comma) == "," => comma,
            _ => self.first,
        };
        let inside = move |&at: &usize| {
            let tag = passage.grammar.tokens[at].tag;
            tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::POS | Tag::HYPH)
        };
        (end.saturating_sub(BEFORE)..end).rev().take_while(inside)
    }

    /// Whether it is of one of these nations; `None` where nothing tells.
    fn is_of(&self, asked: &[&str]) -> Option<bool> {
        if asked.is_empty() {
            return None;
        }
        let mut found: Vec<&'static str> = Vec::new();
        for token in self.before() {
            let owns = self.passage.grammar.tokens[token + 1].tag == Tag::POS;
            let ties: &[Tie] = if owns { &NAMES } else { &PEOPLE };
            found.extend(nations_of(self.passage.word(token), ties));
        }
        if let Some(country) = self.country_behind() {
            found.extend(nations_of(country, &NAMES));
        }
        let own = |token: u16| usize::from(token) == self.last;
        let roles = self.passage.roles.iter().filter(|(token, _)| own(*token));
        roles.for_each(|(_, role)| found.extend(nations_of(role, &PEOPLE)));
        (!found.is_empty()).then(|| found.iter().any(|code| asked.contains(code)))
    }

    /// "Benin" in "Patrice Talon of Benin", "of the Netherlands".
    fn country_behind(&self) -> Option<&'a str> {
        let grammar = &self.passage.grammar;
        let word = |at: usize| if at < self.passage.len() { self.passage.word(at) } else { "" };
        let of = self.last + 1;
        if !matches!(word(of), "of" | "from") {
            return None;
        }
        let token = if word(of + 1) == "the" { of + 2 } else { of + 1 };
        let name = grammar.entity_at(token).filter(|name| name.kind == EntityKind::Place)?;
        Some(self.passage.words(name.first.into(), name.last.into()))
    }

    /// Whether it is of this age; `None` where nothing tells.
    fn is_aged(&self, asked: u32) -> Option<bool> {
        let word = |at: usize| if at < self.passage.len() { self.passage.word(at) } else { "" };
        let years = |word: &str| word.strip_suffix("-year-old")?.parse::<u32>().ok();
        let behind = || match word(self.last + 1) {
            "," => word(self.last + if word(self.last + 2) == "aged" { 3 } else { 2 }).parse().ok(),
            "(" => word(self.last + 2).parse::<u32>().ok(),
            _ => None,
        };
        let before = self.before().find_map(|token| years(word(token)));
        let own = years(word(self.first)).or(before).or_else(behind);
        own.filter(|age| *age < 120).map(|age| age == asked)
    }

    /// He or she, where a title or the given name tells.
    fn gender(&self) -> Option<Gender> {
        let lexicon = Lexicon::builtin();
        let certain = |gender: &Gender| *gender != Gender::Either;
        let titled = |token: usize| {
            let lemma = self.passage.grammar.lemma(token);
            let title = lexicon.title(lemma).map(|title| title.gender).filter(certain);
            title.or_else(|| gender_of_noun(lemma))
        };
        if self.kind.is_none() {
            return titled(self.first);
        }
        if self.kind != Some(EntityKind::Person) {
            return None;
        }
        let given = || lexicon.given_name(&fold(self.passage.word(self.first))).filter(certain);
        let apposed = |&child: &usize| {
            self.passage.grammar.tokens[child].relation == Relation::NmodDesc && child < self.first
        };
        let title = self.passage.grammar.children(self.first).filter(apposed).find_map(titled);
        // "His wife Marta": whatever the tree makes of it.
        let title = title.or_else(|| titled(self.first.checked_sub(1)?));
        title.or_else(|| given().filter(|_| self.last > self.first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::candidate::Kind;
    use crate::fact::Notes;
    use crate::question::testing::read;
    use crate::text::{Span, syntax};

    fn asked(question: &str) -> Traits {
        Traits::of(&read(question))
    }

    #[test]
    fn a_question_tells_nation_age_and_sex() {
        for (question, nations) in [
            ("Who signed the pact for Benin?", vec!["BJ"]),
            ("Who is the Egyptian foreign minister?", vec!["EG"]),
            ("Who is the prime minister of Norway?", vec!["NO"]),
            ("Which Kenyan runner won?", vec!["KE"]),
            ("Who is the boss of the German rail union?", vec![]),
            ("Who met the French president?", vec![]),
        ] {
            assert_eq!(asked(question).nations, nations, "{question}");
        }
        assert_eq!(asked("Who is the 76-year-old who was hurt?").age, Some(76));
        assert_eq!(asked("Which woman won?").gender, Some(Gender::Female));
        assert_eq!(asked("Who won the men's race?").gender, Some(Gender::Male));
        assert_eq!(asked("Whose wife was hurt?").gender, None);
    }

    #[test]
    fn a_passage_tells_them_of_a_name() {
        let text = "Italy's captain Paolo Neri, 31, met the Greek envoy, Eleni Pappas, and Ben Osei of Ghana.";
        let grammar = syntax::analyse(text, Span::new(0..text.len()));
        let passage = Passage { text: text.to_owned(), grammar, ..Passage::default() };
        let told = |name: &str| {
            let head = (0..passage.len()).find(|&at| passage.word(at) == name);
            let head = head.expect("it is there") as u16;
            let (kind, notes) = (Kind::Name, Notes::default());
            let candidate = Candidate { passage: 0, first: head, last: head, head, kind, notes };
            Told::new(&passage, &candidate)
        };
        assert_eq!(told("Paolo").is_of(&["IT"]), Some(true));
        assert_eq!(told("Eleni").is_of(&["IT"]), Some(false));
        assert_eq!(told("Osei").is_of(&["GH"]), Some(true));
        assert_eq!(told("Paolo").is_aged(31), Some(true));
        assert_eq!(told("Eleni").is_aged(31), None);
        assert_eq!(told("Eleni").gender(), Some(Gender::Female));
    }
}
