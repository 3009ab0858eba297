//! Makes questions of yes or no of those that ask when, where, who and how many.
//!
//! "Where did the talks open?", answered by "Lima", makes "Did the talks open in Lima?", which is so,
//! or, with the answer to another question, "Did the talks open in Oslo?", which is not; the same
//! sentence proves both. People ask so at least as often as those who wrote the lessons, who looked for
//! questions that say it all in other words.

use std::ops::RangeInclusive;

use dateline::text::date::month_called;
use dateline::text::{capitalised, numerals};

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    When,
    Where,
    Who,
    Many,
}

/// A question that asks for something, with its answers and their proof.
struct Asked<'a> {
    kind: Kind,
    words: Vec<&'a str>,
    answers: Vec<&'a str>,
    proof: &'a str,
}

const AUXILIARIES: [&str; 16] = [
    "did", "was", "were", "is", "are", "will", "does", "do", "has", "have", "had", "can", "could",
    "would", "should", "may",
];
const PREPOSITIONS: [&str; 23] = [
    "in", "on", "at", "near", "from", "by", "to", "off", "outside", "inside", "since", "until",
    "before", "after", "during", "under", "over", "between", "behind", "into", "along", "around",
    "within",
];
const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// The numbers that are taken from words and told in words.
const IN_WORDS: RangeInclusive<u32> = 2..=12;
/// The most words that a question may have.
const LONGEST: usize = 22;

/// Lines as a table of lessons has them, made of the questions of a report's table; `text` is the report,
/// `places` are places of this and other reports.
pub(crate) fn lines(table: &str, text: &str, places: &[String]) -> Vec<String> {
    let asked: Vec<Asked> = table.lines().filter_map(Asked::read).collect();
    asked.iter().filter_map(|one| one.line(&asked, text, places)).collect()
}

/// The places that the questions of a table ask for.
pub(crate) fn places(table: &str) -> Vec<String> {
    let asked = table.lines().filter_map(Asked::read);
    let asked = asked.filter(|asked| asked.kind == Kind::Where);
    asked.filter_map(|asked| Some((*asked.answers.first()?).to_owned())).collect()
}

impl<'a> Asked<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let mut cells = line.split('\t');
        let (question, answers, proof) = (cells.next()?, cells.next()?, cells.next()?);
        if question.contains(">>") || matches!(answers, "-" | "yes" | "no") {
            return None;
        }
        let words: Vec<&str> = question.trim_end_matches(['?', '.', ' ']).split(' ').collect();
        let kind = match words.first()?.to_lowercase().as_str() {
            "when" => Kind::When,
            "where" => Kind::Where,
            "who" => Kind::Who,
            "how" if words.get(1).is_some_and(|word| word.eq_ignore_ascii_case("many")) => {
                Kind::Many
            }
            _ => return None,
        };
        Some(Asked { kind, words, answers: answers.split('|').collect(), proof })
    }

    /// A number that is always the same for this question, and as good as any.
    fn chance(&self) -> usize {
        let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        let hash = self.words.iter().flat_map(|word| word.bytes()).fold(0x811c_9dc5, mix);
        (hash >> 8) as usize
    }

    /// The line of the question that this one makes, half of them with a wrong answer.
    fn line(&self, others: &[Asked], text: &str, places: &[String]) -> Option<String> {
        let right = self.answers.first()?;
        let holds = self.chance().is_multiple_of(2);
        let wrong = if holds { String::new() } else { self.wrong(others, places)? };
        let made = self.with(if holds { right } else { &wrong }, text)?;
        let word = if holds { "yes" } else { "no" };
        let is_short = made.split(' ').count() <= LONGEST;
        is_short.then(|| format!("{made}\t{word}\t{}", self.proof))
    }

    /// A wrong answer: that to another question of the kind, another place, another number.
    fn wrong(&self, others: &[Asked], places: &[String]) -> Option<String> {
        let chance = self.chance() / 2;
        let others = others.iter().filter(|other| {
            other.kind == self.kind && other.kind != Kind::Many && other.proof != self.proof
        });
        let mut wrong: Vec<&str> =
            others.filter_map(|other| other.answers.first().copied()).collect();
        if self.kind == Kind::Where && (chance.is_multiple_of(2) || wrong.is_empty()) {
            wrong = places.iter().map(String::as_str).collect();
        }
        wrong.retain(|other| !self.shares_word(other) && self.has_form_of(other));
        match self.kind {
            Kind::Many => other_number(self.answers.first()?),
            _ => Some((*wrong.get(chance / 2 % wrong.len().max(1))?).to_owned()),
        }
    }

    fn shares_word(&self, other: &str) -> bool {
        let own = self.answers.join(" ").to_lowercase();
        let other = other.to_lowercase();
        let mut words = other.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2);
        words.any(|word| own.contains(word))
    }

    /// Whether another time is told in the same way, so that it cannot be the same one.
    fn has_form_of(&self, other: &str) -> bool {
        let form = |time: &str| {
            let has = |is: fn(&str) -> bool| time.split([' ', ',']).any(is);
            let is_year = |word: &str| word.len() == 4 && word.parse::<u16>().is_ok();
            match () {
                () if has(is_weekday) => Some(0),
                () if has(is_month) => Some(1),
                () if time.split(' ').any(is_year) => Some(2),
                () if time.contains(".m.") => Some(3),
                () => None,
            }
        };
        let own = self.answers.first().and_then(|own| form(own));
        self.kind != Kind::When || own.is_some() && own == form(other)
    }

    /// The question of yes or no with an answer in its place.
    fn with(&self, answer: &str, text: &str) -> Option<String> {
        let words = &self.words;
        let auxiliary = words.get(1)?.to_lowercase();
        let is_auxiliary = AUXILIARIES.contains(&auxiliary.as_str());
        let rest = words.get(2..).filter(|rest| !rest.is_empty())?.join(" ");
        let opening = capitalised(&auxiliary);
        match self.kind {
            Kind::Many => many(words, answer),
            Kind::When | Kind::Where if is_auxiliary && words.len() > 3 => {
                let placed = placed(self.kind, answer, text);
                let stranded = words.last().is_some_and(|last| PREPOSITIONS.contains(last));
                let shown = if stranded { bare(answer) } else { &placed };
                Some(format!("{opening} {rest} {shown}?"))
            }
            Kind::Who if is_auxiliary => {
                let is_object = matches!(auxiliary.as_str(), "did" | "do" | "does");
                let is_named = words[2].starts_with(char::is_uppercase);
                (!is_object && !is_named).then(|| format!("{opening} {answer} {rest}?"))
            }
            Kind::Who if words[1].chars().all(|c| c.is_ascii_lowercase()) => {
                let truly = if self.chance() % 4 < 2 { "Is it true that " } else { "" };
                Some(format!("{truly}{answer} {} {rest}", words[1]))
            }
            _ => None,
        }
    }
}

/// "How many men were hurt", "did she score": "Were five men hurt?", "Did she score five goals?"
fn many(words: &[&str], answer: &str) -> Option<String> {
    let is_auxiliary = |at: &usize| AUXILIARIES.contains(&words[*at]);
    let at = (3..words.len().min(6)).find(is_auxiliary)?;
    let (counted, rest) = (words[2..at].join(" "), words[at + 1..].join(" "));
    let number = answer.split(' ').find(|word| is_number(word))?;
    let opening = capitalised(words[at]);
    Some(match words[at] {
        "did" | "do" | "does" => format!("{opening} {rest} {number} {counted}?"),
        _ => format!("{opening} {number} {counted} {rest}?"),
    })
}

/// The number that a word is: "two" to "twelve".
fn in_words(word: &str) -> Option<u32> {
    numerals::value(&word.to_lowercase()).filter(|number| IN_WORDS.contains(number))
}

fn is_weekday(word: &str) -> bool {
    DAYS.contains(&word)
}

fn is_month(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && month_called(word).is_some()
}

fn is_number(word: &str) -> bool {
    in_words(word).is_some()
        || word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || c == ',')
}

/// Another number than that of an answer.
fn other_number(answer: &str) -> Option<String> {
    let number = answer.split(' ').find(|word| is_number(word))?;
    let (least, most) = (IN_WORDS.start(), IN_WORDS.end());
    let spelt = in_words(number).map(|number| (number - least + 3) % (most - least + 1) + least);
    let spelt = spelt.map(|other| numerals::written(other as usize));
    let figures = || number.replace(',', "").parse::<u64>().ok();
    spelt.or_else(|| Some((figures()? * 3 / 2 + 1).to_string()))
}

/// A time or place with its preposition, as the report has it or as is usual.
fn placed(kind: Kind, answer: &str, text: &str) -> String {
    let first = answer.split(' ').next().unwrap_or_default();
    if PREPOSITIONS.contains(&first.to_lowercase().as_str()) {
        return answer.to_owned();
    }
    let before = text.find(answer).map(|at| text[..at].split_whitespace());
    let mut before = before.into_iter().flatten().rev();
    let article = before.clone().next().filter(|word| *word == "the");
    let preposition = if article.is_some() { before.nth(1) } else { before.next() };
    if let Some(preposition) = preposition.filter(|word| PREPOSITIONS.contains(word)) {
        return format!("{preposition} {}{answer}", article.map_or("", |_| "the "));
    }
    let dated = answer.contains(|c: char| c.is_ascii_digit());
    let is_year = answer.len() == 4 && answer.parse::<u16>().is_ok();
    match kind {
        Kind::Where => format!("in {answer}"),
        _ if is_year || is_month(first) && !dated => format!("in {answer}"),
        _ if is_weekday(first) || is_month(first) => format!("on {answer}"),
        _ => answer.to_owned(),
    }
}

/// An answer without its preposition.
fn bare(answer: &str) -> &str {
    match answer.split_once(' ') {
        Some((first, rest)) if PREPOSITIONS.contains(&first.to_lowercase().as_str()) => rest,
        _ => answer,
    }
}
