//! One part of a masthead line, between two commas, bars, brackets or dates.

use super::super::outlets;
use super::super::phrases::Phrases;

/// The longest name, in words.
const LONGEST_NAME: usize = 6;

/// What a part of a masthead line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Words such as "Published" or "min read", or nothing.
    Label,
    /// "By ..." and the like.
    Byline(Names),
    /// "Source: ...".
    Source(String),
    /// A news organisation.
    Outlet(String),
    /// A city.
    Place(String),
    /// "Jane Doe in Geneva", which may be a title, too.
    Correspondent(String),
    /// Capitalised words that may be a person, a role, or an unknown outlet.
    Name(String),
}

/// Whom a byline names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) author: Option<String>,
    pub(super) outlet: Option<String>,
}

/// The parts of a line, without the marks between them.
pub(super) fn split(line: &str) -> impl Iterator<Item = &str> {
    line.split(['|', '•', '·', '(', ')', '[', ']', '—', '–', ',', ';', '\t', '>', '»'])
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" / "))
        .map(|part| part.trim_matches(|c: char| c.is_whitespace() || ":.-*_#\"".contains(c)))
}

/// What the part `text` is; nothing where it is more than names and labels.
pub(super) fn read(text: &str, labels: &Phrases) -> Option<Part> {
    if let Some(outlet) = outlets::named(text) {
        return Some(Part::Outlet(outlet.to_owned()));
    }
    if let Some(place) = behind(text, &["from our correspondent in"]) {
        return is_name(place).then(|| Part::Place(place.to_owned()));
    }
    let text = without_labels(text, labels);
    if text.is_empty() {
        return Some(Part::Label);
    }
    if let Some(names) = behind(text, BYLINES) {
        return byline(names);
    }
    if let Some(name) = behind(text, SOURCES) {
        return is_name(name)
            .then(|| Part::Source(outlets::named(name).unwrap_or(name).to_owned()));
    }
    if let Some(outlet) = outlets::named(text) {
        return Some(Part::Outlet(outlet.to_owned()));
    }
    if outlets::is_place(text) {
        return Some(Part::Place(text.to_owned()));
    }
    unlabelled(text)
}

/// Whether `text` can be the name of a person: two to four capitalised words, no outlet.
pub(in crate::article) fn is_person(text: &str) -> bool {
    const OTHERS: [&str; 26] = [
        "editor",
        "correspondent",
        "reporter",
        "staff",
        "writer",
        "bureau",
        "desk",
        "chief",
        "producer",
        "image",
        "source",
        "photo",
        "picture",
        "video",
        "copyright",
        "getty",
        "images",
        "read",
        "share",
        "columnist",
        "analyst",
        "political",
        "business",
        "senior",
        "special",
        "associate",
    ];
    let count = text.split_whitespace().count();
    let other = text.split_whitespace().any(|word| OTHERS.contains(&word.to_lowercase().as_str()));
    let single = !text.contains('/');
    (2..=4).contains(&count) && single && !other && is_name(text) && outlets::named(text).is_none()
}

/// The person that a line next to a byline or a date names, perhaps with where they are
/// ("Jane Doe in Geneva", and not "Light Festival in Geneva opens") or with their post ("Jane Doe,
/// science correspondent"); an empty name where the line gives a role alone.
pub(in crate::article) fn credited(text: &str) -> Option<&str> {
    let (name, place) = text.split_once(" in ").map_or((text, None), |(name, at)| (name, Some(at)));
    let person = (is_person(name) && place.is_none_or(is_name)).then_some(name);
    let with_role = || {
        let (name, role) = text.split_once(", ")?;
        (is_person(name) && is_role(role)).then_some(name)
    };
    person.or_else(with_role).or_else(|| is_role(text).then_some(""))
}

const BYLINES: &[&str] = &[
    "by",
    "written by",
    "reporting by",
    "story by",
    "report by",
    "posted by",
    "published by",
    "text by",
    "author",
    "authors",
    "from our correspondent",
];
const SOURCES: &[&str] = &["source", "via", "courtesy of"];

/// `text` without the label words at both ends. Behind "By" only few count, for names are labels
/// too ("John Read").
fn without_labels<'t>(mut text: &'t str, labels: &Phrases) -> &'t str {
    const BEHIND_NAMES: [&str; 5] = ["updated", "published", "posted", "last", "on"];
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let is_label = |word: &str| {
        let bare = bare(word);
        labels.contains(bare.as_str()) || bare.chars().all(char::is_numeric) || is_clock(&bare)
    };
    while let Some(word) = text.split_whitespace().next().filter(|word| is_label(word)) {
        text = text[word.len()..].trim_start();
    }
    let byline = behind(text, BYLINES).is_some();
    let ends = |word: &&str| match byline {
        true => BEHIND_NAMES.contains(&bare(word).as_str()),
        false => is_label(word),
    };
    while let Some(word) = text.split_whitespace().next_back().filter(ends) {
        text = text[..text.len() - word.len()].trim_end();
    }
    text.trim_matches(|c: char| c.is_whitespace() || ":.-".contains(c))
}

/// `text` without the label words at its end.
pub(super) fn without_last_labels<'t>(text: &'t str, labels: &Phrases) -> &'t str {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let mut text = text.trim_end();
    let is_label = |word: &&str| !bare(word).is_empty() && labels.contains(bare(word).as_str());
    while let Some(word) = text.split_whitespace().next_back().filter(is_label) {
        text = text[..text.len() - word.len()].trim_end();
    }
    text
}

/// "16:42", "9.03pm", "16:42:10".
fn is_clock(word: &str) -> bool {
    let figures = word.trim_end_matches("am").trim_end_matches("pm");
    let is_figure = |figure: &str| {
        (1..=2).contains(&figure.len()) && figure.bytes().all(|byte| byte.is_ascii_digit())
    };
    let count = figures.split([':', '.']).count();
    (2..=3).contains(&count) && figures.split([':', '.']).all(is_figure)
}

/// What follows one of the labels, "By" or "Source:".
fn behind<'t>(text: &'t str, labels: &[&str]) -> Option<&'t str> {
    labels.iter().find_map(|label| {
        let (head, rest) = text.split_at_checked(label.len())?;
        let apart = rest.starts_with([' ', ':']);
        let rest = rest.trim_start_matches([':', ' ']);
        (head.eq_ignore_ascii_case(label) && apart && !rest.is_empty()).then_some(rest)
    })
}

/// The people and the outlet of a byline, "Jane Doe BBC News" or "Reuters Staff".
fn byline(names: &str) -> Option<Part> {
    if let Some(outlet) = outlets::named(names) {
        return Some(Part::Byline(Names { author: None, outlet: Some(outlet.to_owned()) }));
    }
    let (author, outlet) = match outlets::at_end(names) {
        Some((author, outlet)) => (author, Some(outlet)),
        None => (names, outlets::at_start(names).map(|(outlet, _)| outlet)),
    };
    let author =
        author.trim_end_matches([' ', ',']).trim_end_matches(" for").trim_end_matches(" of");
    let author = author.split(" in ").next().unwrap_or(author);
    is_list_of_names(author).then(|| {
        Part::Byline(Names { author: Some(author.to_owned()), outlet: outlet.map(str::to_owned) })
    })
}

/// Names joined by "and" or "&"; the last may be a word for people ("contributors").
fn is_list_of_names(text: &str) -> bool {
    const PEOPLE: [&str; 12] = [
        "contributors",
        "staff",
        "reporters",
        "reporter",
        "correspondent",
        "correspondents",
        "writers",
        "writer",
        "editors",
        "agencies",
        "team",
        "desk",
    ];
    let person = |name: &str| {
        let name = name.trim();
        let bare = name.rsplit_once(' ').filter(|(_, last)| PEOPLE.contains(last));
        is_name(bare.map_or(name, |(rest, _)| rest))
    };
    text.split(" and ").flat_map(|part| part.split(" & ")).all(person)
}

/// A part without a label: a name with its outlet, a role, or some name.
fn unlabelled(text: &str) -> Option<Part> {
    if outlets::looks_like_one(text) && is_name(text) {
        return Some(Part::Outlet(text.to_owned()));
    }
    if let Some((author, outlet)) = outlets::at_end(text).filter(|(author, _)| is_person(author)) {
        let names = Names { author: Some(author.to_owned()), outlet: Some(outlet.to_owned()) };
        return Some(Part::Byline(names));
    }
    if let Some((author, place)) = text.split_once(" in ")
        && is_person(author)
        && outlets::is_place(place)
    {
        return Some(Part::Correspondent(author.to_owned()));
    }
    if text.len() <= 3 && text.contains(|c: char| c.is_numeric()) {
        return Some(Part::Label);
    }
    (is_name(text) || is_role(text)).then(|| Part::Name(text.to_owned()))
}

/// One to six words that begin in capitals, but for the small words that names have.
pub(super) fn is_name(text: &str) -> bool {
    const SMALL: [&str; 17] = [
        "de", "da", "di", "du", "del", "della", "dos", "van", "von", "der", "den", "bin", "al",
        "el", "la", "of", "the",
    ];
    let fits = |word: &str| {
        SMALL.contains(&word)
            || word.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase())
                && word.chars().all(|c| c.is_alphanumeric() || "'’.-&/!".contains(c))
    };
    let count = text.split_whitespace().count();
    let real = text.split_whitespace().any(|word| !SMALL.contains(&word));
    (1..=LONGEST_NAME).contains(&count) && real && text.split_whitespace().all(fits)
}

/// "political editor", "Staff writer".
pub(super) fn is_role(text: &str) -> bool {
    const ROLES: [&str; 9] = [
        "editor",
        "correspondent",
        "reporter",
        "writer",
        "columnist",
        "analyst",
        "bureau",
        "producer",
        "agencies",
    ];
    let last = text.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    text.split_whitespace().count() <= 5 && ROLES.contains(&last.as_str())
}
