//! Whether a passage has another value in the place of one that the question names: another
//! country, another day, another winner.

use crate::answer::scene::Scene;
use crate::extract::arguments;
use crate::fact::{Base, DateKind, Dated};
use crate::lexicon::{Lexicon, PlaceKind, Relation as Tie};
use crate::text::date::{Precision, When};
use crate::text::fold;
use crate::text::syntax::{EntityKind, Relation, Sentence};

use super::alignment::Pair;

/// What a passage says of a place or day that the question names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exchange {
    /// Nothing.
    Silent,
    /// It has the same, or one inside the other.
    Fits,
    /// It has another instead.
    Differs,
}

/// How far from the verb its place or day may stand in the tree.
const NEAR: usize = 3;

// ---- places

/// Where a place is: codes of countries, and whether it is one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Site {
    codes: Vec<String>,
    is_area: bool,
}

impl Site {
    /// The place of that name.
    pub(super) fn named(name: &str) -> Option<Site> {
        let lexicon = Lexicon::builtin();
        if let Some(found) = lexicon.country(name) {
            let is_area = !matches!(found.relation, Tie::Capital | Tie::Metonym);
            return Some(Site { codes: vec![found.country.code.to_owned()], is_area });
        }
        let codes: Vec<String> = lexicon
            .places(name)
            .flat_map(|found| found.place.countries())
            .map(|code| code.split('-').next().unwrap_or(code).to_owned())
            .collect();
        let is_area = lexicon.place(name).is_some_and(|found| {
            !matches!(found.place.kind, PlaceKind::City | PlaceKind::Site | PlaceKind::District)
        });
        (!codes.is_empty()).then_some(Site { codes, is_area })
    }

    /// Whether one may lie in the other.
    pub(super) fn meets(&self, other: &Site) -> bool {
        (self.is_area || other.is_area) && self.shares(other)
    }

    fn shares(&self, other: &Site) -> bool {
        self.codes.iter().any(|code| other.codes.contains(code))
    }
}

/// Whether the word that the place or day belongs to is surely the question's.
fn is_firm(anchor: &Pair) -> bool {
    !anchor.is_name && !anchor.is_opposed && anchor.strength >= 0.6
}

/// What the passage says of the place that `pair` asks for and that it does not name.
pub(super) fn place(scene: &Scene, pair: &Pair, anchor: Option<&Pair>) -> Exchange {
    let query = scene.query;
    let Some(asked) = Site::named(&name_at(&query.grammar, &query.text, pair.asked)) else {
        return Exchange::Silent;
    };
    let passage = scene.passage;
    let mut differs = false;
    let entities = passage.grammar.entities.iter().map(|entity| {
        (
            usize::from(entity.last),
            passage.words(entity.first.into(), entity.last.into()),
            entity.kind,
        )
    });
    let referents = passage
        .referents
        .iter()
        .map(|found| (usize::from(found.last), found.name.as_str(), found.kind));
    for (last, name, kind) in entities.chain(referents) {
        let Some(site) = Site::named(name) else { continue };
        if last != pair.found && asked.meets(&site) && !is_attribute(&passage.grammar, last) {
            return Exchange::Fits;
        }
        let placed = kind == EntityKind::Place
            && same_case(scene, pair.asked, last)
            && anchor.is_some_and(|anchor| {
                is_firm(anchor)
                    && scene.clauses[anchor.found] == scene.clauses[last]
                    && arguments::distance(&passage.grammar, last, anchor.found, NEAR + 1) <= NEAR
            });
        differs |= placed && !scene.is_met(last) && (!site.shares(&asked) || !asked.is_area);
    }
    if differs { Exchange::Differs } else { Exchange::Silent }
}

/// Whether the article names a place that lies in the one that the question names, or around it.
pub(super) fn is_inside(scene: &Scene, base: &Base, token: usize) -> bool {
    let query = scene.query;
    let Some(asked) = Site::named(&name_at(&query.grammar, &query.text, token)) else {
        return false;
    };
    base.passages_of(scene.passage.source as usize).take(60).any(|number| {
        let passage = base.passage(number);
        let names = passage
            .grammar
            .entities
            .iter()
            .filter(|entity| entity.kind == EntityKind::Place)
            .map(|entity| passage.words(entity.first.into(), entity.last.into()));
        let adjectives = (0..passage.len())
            .filter(|&token| passage.grammar.tokens[token].tag.is_adjective())
            .map(|token| passage.word(token))
            .filter(|word| word.starts_with(char::is_uppercase));
        names.chain(adjectives).any(|name| Site::named(name).is_some_and(|site| site.meets(&asked)))
    })
}

/// Whether the question asks for a place, and the passage has it only as an attribute: "in China?" of
/// a Chinese minister.
pub(super) fn is_elsewhere(scene: &Scene, pair: &Pair) -> bool {
    let rests = |case: &str| matches!(case, "in" | "at");
    arguments::case(&scene.query.grammar, pair.asked).is_some_and(rests)
        && is_attribute(&scene.passage.grammar, pair.found)
}

fn is_attribute(grammar: &Sentence, token: usize) -> bool {
    matches!(
        grammar.tokens[token].relation,
        Relation::Amod
            | Relation::Compound
            | Relation::NmodPoss
            | Relation::Nsubj
            | Relation::NsubjPass
    )
}

/// The whole name that a token belongs to.
pub(super) fn name_at(grammar: &Sentence, text: &str, token: usize) -> String {
    match grammar.entity_at(token) {
        Some(entity) => grammar.entity_span(entity).of(text).to_owned(),
        None => grammar.tokens.get(token).map_or(String::new(), |t| t.span.of(text).to_owned()),
    }
}

/// Whether both stand after a preposition of the same kind.
fn same_case(scene: &Scene, asked: usize, found: usize) -> bool {
    let asked = arguments::case(&scene.query.grammar, asked);
    let found = arguments::case(&scene.passage.grammar, found);
    let at_rest = |case: &str| matches!(case, "in" | "at" | "on" | "near");
    match (asked, found) {
        (Some(a), Some(b)) => a == b || (at_rest(a) && (at_rest(b) || b == "to")),
        _ => false,
    }
}

// ---- days

/// What a question says of a time: any part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    tokens: Vec<usize>,
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    weekday: Option<i8>,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The time that a question names, if it names one by its calendar.
pub(super) fn asked_time(grammar: &Sentence, words: &[String]) -> Option<Asked> {
    let mut asked = Asked::default();
    for (token, word) in words.iter().enumerate() {
        let place =
            |list: &[&str]| list.iter().position(|name| *name == word).map(|at| at as i8 + 1);
        let proper = grammar.tokens.get(token).is_some_and(|found| found.tag.is_proper());
        let known = if let Some(month) = place(&MONTHS).filter(|_| proper) {
            asked.month = Some(month);
            asked.day = [token.checked_sub(1), Some(token + 1)]
                .into_iter()
                .flatten()
                .find_map(|at| day(words.get(at)?));
            true
        } else if let Some(weekday) = place(&WEEKDAYS) {
            asked.weekday = Some(weekday);
            true
        } else if let Some(year) = year(word).filter(|_| is_time(grammar, token)) {
            asked.year = Some(year);
            true
        } else {
            false
        };
        if known {
            asked.tokens.push(token);
        }
    }
    (!asked.tokens.is_empty()).then_some(asked)
}

fn day(word: &str) -> Option<i8> {
    word.trim_end_matches(|c: char| c.is_alphabetic())
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day))
}

fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1000..=2999).contains(year))
}

/// Whether a number stands where times stand: "in 2019", "March 2019".
fn is_time(grammar: &Sentence, token: usize) -> bool {
    let relation = grammar.tokens[token].relation;
    arguments::case(grammar, token)
        .is_some_and(|case| matches!(case, "in" | "since" | "by" | "until" | "before" | "after"))
        || matches!(relation, Relation::NmodUnmarked | Relation::OblUnmarked | Relation::Nummod)
}

impl Asked {
    /// Whether a token of the question belongs to its time.
    pub(super) fn has(&self, token: usize) -> bool {
        self.tokens.contains(&token)
    }

    /// Whether month and year may be those of a day.
    pub(super) fn may_be(&self, day: jiff::civil::Date) -> bool {
        self.weekday.is_none()
            && self.day.is_none()
            && self.year.is_none_or(|year| day.year() == year)
            && self.month.is_none_or(|month| day.month() == month)
    }

    /// Whether an interval may be the time asked for; `None` where it is too vague to tell.
    fn fits(&self, when: &When) -> Option<bool> {
        let start = when.start.date();
        let exact = when.precision <= Precision::Day;
        let in_month = when.precision <= Precision::Month;
        let in_year = when.precision <= Precision::Year;
        let mut told = false;
        let mut agree = |known: bool, same: bool| {
            told |= known;
            !known || same
        };
        let fits = self.year.is_none_or(|year| {
            agree(in_year, start.year() <= year && when.last_day().year() >= year)
        }) && self.month.is_none_or(|month| {
            agree(in_month, start.month() == month || when.last_day().month() == month)
        }) && self.day.is_none_or(|day| agree(exact, start.day() == day))
            && self.weekday.is_none_or(|weekday| {
                agree(exact, start.weekday().to_monday_one_offset() == weekday)
            });
        if !fits { Some(false) } else { told.then_some(true) }
    }
}

/// What the passage says of the time asked for.
pub(super) fn time(scene: &Scene, asked: &Asked, anchor: Option<&Pair>) -> Exchange {
    let mut differs = false;
    for date in scene.passage.dates.iter().filter(|date| date.kind == DateKind::Calendar) {
        match date.when.as_ref().filter(|when| !when.is_open()).and_then(|when| asked.fits(when)) {
            Some(true) => return Exchange::Fits,
            Some(false) => {
                differs |=
                    anchor.is_some_and(|anchor| is_firm(anchor) && is_of(scene, date, anchor))
            }
            None => {}
        }
    }
    if differs { Exchange::Differs } else { Exchange::Silent }
}

fn is_of(scene: &Scene, date: &Dated, anchor: &Pair) -> bool {
    (date.first..=date.last).any(|token| {
        let token = usize::from(token);
        scene.clauses[token] == scene.clauses[anchor.found]
            && arguments::distance(&scene.passage.grammar, token, anchor.found, NEAR + 1) <= NEAR
    })
}

// ---- those who act

/// Whether the one who does it here is the one whom the question has it done to, and the other way
/// round.
pub(super) fn is_turned_round(scene: &Scene, pairs: &[Pair], anchor: &Pair) -> bool {
    use arguments::{doer, undergoer};
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    let stands_at = |token: Option<usize>, top: Option<usize>| {
        let pair =
            token.and_then(|token| pairs.iter().find(|pair| pair.asked == token && pair.is_met()));
        pair.zip(top).is_some_and(|(pair, top)| found.is_below(pair.found, top))
    };
    stands_at(doer(asked, anchor.asked), undergoer(found, anchor.found))
        && stands_at(undergoer(asked, anchor.asked), doer(found, anchor.found))
}

/// Whether somebody else does here what only one can do: "Hauge won the race" to "did Morelli win
/// the race?".
pub(super) fn is_done_by_another(scene: &Scene, pairs: &[Pair], anchor: &Pair) -> bool {
    const EXCLUSIVE: [&str; 12] = [
        "win", "beat", "defeat", "found", "invent", "discover", "host", "lead", "direct", "head",
        "succeed", "own",
    ];
    let (asked, found) = (&scene.query.grammar, &scene.passage.grammar);
    if !EXCLUSIVE.contains(&asked.lemma(anchor.asked)) || anchor.strength < 0.8 {
        return false;
    }
    let subject =
        arguments::doer(asked, anchor.asked).filter(|&token| asked.tokens[token].tag.is_proper());
    let unmet =
        subject.is_some_and(|token| pairs.iter().any(|pair| pair.asked == token && !pair.is_met()));
    let object = arguments::undergoer(asked, anchor.asked);
    let same_object = object
        .is_some_and(|token| pairs.iter().any(|pair| pair.asked == token && pair.strength >= 0.8));
    let other = arguments::doer(found, anchor.found)
        .is_some_and(|token| found.tokens[token].tag.is_proper() && !scene.is_met(token));
    unmet && same_object && other
}

/// Whether the passage says that there was nothing but something else: "carrying only cargo" to
/// "was anybody on board?".
pub(super) fn is_only_another(scene: &Scene, pairs: &[Pair]) -> bool {
    let words = &scene.query.words;
    let asks_any = words
        .iter()
        .any(|word| matches!(word.as_str(), "any" | "anyone" | "anybody" | "people" | "anything"));
    let found = &scene.passage.grammar;
    asks_any
        && (0..found.tokens.len()).any(|token| {
            let only = matches!(fold(scene.passage.word(token)).as_str(), "only" | "just");
            let head = found.head(token);
            let noun = head.is_some_and(|head| found.tokens[head].tag.is_noun())
                || found
                    .tokens
                    .get(token + 1)
                    .is_some_and(|next| next.tag.is_noun() || next.relation == Relation::Det);
            only && noun
                && pairs.iter().any(|pair| {
                    pair.is_met() && arguments::distance(found, token, pair.found, 5) <= 4
                })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_lies_in_its_country_and_not_in_another() {
        let site = |name: &str| Site::named(name).expect("it is a place");
        assert!(site("Lyon").meets(&site("France")));
        assert!(site("Florida").meets(&site("United States")));
        assert!(!site("China").meets(&site("Japan")));
        assert!(!site("Lyon").meets(&site("Paris")));
    }

    #[test]
    fn a_question_s_time_is_read_by_its_parts() {
        let asked = |text: &str| {
            let grammar = crate::text::syntax::analyse(text, crate::text::Span::new(0..text.len()));
            let words: Vec<String> = grammar.tokens.iter().map(|t| fold(t.span.of(text))).collect();
            asked_time(&grammar, &words)
        };
        let found = asked("Did it happen in March 2019?").expect("a month");
        assert_eq!((found.month, found.year), (Some(3), Some(2019)));
        assert_eq!(asked("Did it happen on Monday?").and_then(|found| found.weekday), Some(1));
        assert_eq!(asked("Did it happen in Lyon?"), None);
    }
}
