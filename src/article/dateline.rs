//! The dateline at the start of a body: "PARIS, March 7 (AFP) — France said ...".
//!
//! In goes the first paragraph, out comes what the dateline tells and where the sentence behind
//! it begins. A dateline ends in a dash and is a place in capitals, a known city, or anything
//! with an agency in brackets; or it has a whole date, with a town or an agency beside it in any
//! order. Else the paragraph begins with its first word.

use jiff::civil::Date;

use crate::text::date::month_meant;

use super::masthead::date;
use super::outlets;

/// What stands before the first sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dateline {
    pub(super) place: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) day: Option<Day>,
    /// The byte of the paragraph at which its first sentence begins.
    pub(super) end: usize,
}

/// The day that a dateline gives, mostly without its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) month: i8,
    pub(super) day: i8,
    pub(super) year: Option<i16>,
}

impl Day {
    /// The date, if the dateline gives the year.
    pub(super) fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }
}

/// The longest dateline, in bytes.
const LONGEST: usize = 110;

/// What ends a dateline.
const ENDS: [&str; 8] = [" - ", " – ", " — ", " -- ", "— ", "-- ", "). ", ": "];

/// The dateline of `paragraph`, if it has one.
pub(super) fn read(paragraph: &str) -> Option<Dateline> {
    with_date(paragraph).or_else(|| plain(paragraph))
}

/// A dateline with a whole date: "TOKYO (Kanto Press) -- Friday 7 March 2015 -- ".
fn with_date(paragraph: &str) -> Option<Dateline> {
    let window = &paragraph[..limit(paragraph)];
    let found = date::all(window).into_iter().next()?;
    let ends = ENDS.iter().filter_map(|end| {
        let at = found.range.end + window[found.range.end..].find(end)?;
        Some((at + usize::from(end.starts_with(')')), at + end.len()))
    });
    let (stop, end) = ends.min()?;
    let rest = paragraph[end..].trim_start_matches([' ', '-', '–', '—']);
    let mut dateline = Dateline { end: paragraph.len() - rest.len(), ..Dateline::default() };
    let mut is_sure = window[..found.range.start].trim().is_empty();
    let before = pieces(&window[..found.range.start]);
    let behind = pieces(&window[found.range.end..stop]);
    for (text, bracketed) in before.chain(behind).filter(|(text, _)| !is_weekday(text)) {
        is_sure |= dateline.take(text, bracketed)?;
    }
    let day = found.date;
    dateline.day = Some(Day { month: day.month(), day: day.day(), year: Some(day.year()) });
    (is_sure && opens_sentence(rest)).then_some(dateline)
}

/// The longest piece of a dateline, in words.
const LONGEST_PIECE: usize = 6;

impl Dateline {
    /// Takes in a piece of it: the agency, the town, or what stands behind the town ("Calif.").
    /// Nothing where it is none of these; else whether it surely is one.
    fn take(&mut self, text: &str, bracketed: bool) -> Option<bool> {
        let named = outlets::named(text);
        let is_outlet = named.is_some() || bracketed || outlets::looks_like_one(text);
        let is_town = outlets::is_place(text) || is_capitals(text);
        let fits = text.split_whitespace().count() <= LONGEST_PIECE;
        if is_outlet && fits && self.outlet.is_none() {
            self.outlet = Some(named.unwrap_or(text).to_owned());
            return Some(true);
        }
        let may_be_town = is_town || self.outlet.is_some() || self.place.is_some();
        if !is_place_like(text) || !may_be_town {
            return None;
        }
        self.place.get_or_insert_with(|| text.to_owned());
        Some(is_town)
    }
}

/// The pieces of a dateline, and whether each is the first in brackets.
fn pieces(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let marks = [',', '(', ')', '|', ':', '–', '—'];
    let parts = text.split(marks).flat_map(|part| part.split(" - "));
    let parts = parts.flat_map(|part| part.split("--")).flat_map(|part| part.split(" / "));
    let parts = parts.map(str::trim).filter(|part| part.contains(char::is_alphabetic));
    parts.map(move |part| (part, text.contains(&format!("({part}"))))
}

/// Whether a sentence may begin so.
fn opens_sentence(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "\"“'‘".contains(c))
}

fn is_weekday(text: &str) -> bool {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let folded = text.trim_end_matches('.').to_lowercase();
    !text.contains(' ') && DAYS.iter().any(|day| folded.starts_with(day)) && folded.len() <= 9
}

/// A dateline without a year, or without a day: "PARIS, March 7 (AFP) — ".
fn plain(paragraph: &str) -> Option<Dateline> {
    let window = &paragraph[..limit(paragraph)];
    let (head, end) = [" - ", " – ", " — ", " -- ", "— ", "– ", "-- ", " —", ") -", ")", ": "]
        .iter()
        .filter_map(|dash| cut(window, dash))
        .min_by_key(|(head, _)| head.len())?;
    let rest = &paragraph[end..];
    if paragraph[head.len()..].starts_with(": ") && !outlets::is_place(head.trim()) {
        return None;
    }
    let dateline = parse(head.trim())?;
    opens_sentence(rest).then_some(Dateline { end, ..dateline })
}

fn limit(paragraph: &str) -> usize {
    let reach = paragraph.len().min(LONGEST);
    (0..=reach).rev().find(|&at| paragraph.is_char_boundary(at)).unwrap_or(0)
}

/// The text before the dash, and where the sentence behind it begins. A bracket alone ends a
/// dateline only at the very start: "(CNN)The".
fn cut<'t>(window: &'t str, dash: &str) -> Option<(&'t str, usize)> {
    let at = window.find(dash)?;
    if dash == ")" && !window.starts_with('(') {
        return None;
    }
    let head = if dash.starts_with(')') { &window[..=at] } else { &window[..at] };
    let end = at + dash.len();
    Some((
        head,
        end + (window[end..].len() - window[end..].trim_start_matches([' ', '-', '–', '—']).len()),
    ))
}

/// The pieces of what stands before the dash.
fn parse(head: &str) -> Option<Dateline> {
    let (front, agency) = match head.strip_suffix(')').and_then(|head| head.rsplit_once('(')) {
        Some((front, agency)) => (front.trim(), Some(agency)),
        None => (head, None),
    };
    let outlet = agency.map(|name| outlets::named(name).unwrap_or(name).to_owned());
    let known = agency.is_some_and(|name| {
        outlets::named(name).is_some() || is_capitals(name) || outlets::looks_like_one(name)
    });
    let (place, day) = place_and_day(front)?;
    let is_shouted = place.is_some_and(|place| is_capitals(first_piece(place)));
    if agency.is_some_and(|name| !(known || is_shouted && is_place_like(name))) {
        return None;
    }
    let sure =
        known || is_shouted || place.is_some_and(|place| outlets::is_place(first_piece(place)));
    sure.then(|| Dateline { place: place.map(str::to_owned), outlet, day, end: 0 })
}

/// "PARIS, March 7" in two; either may be missing.
fn place_and_day(front: &str) -> Option<(Option<&str>, Option<Day>)> {
    if front.is_empty() {
        return Some((None, None));
    }
    let day = front.char_indices().find_map(|(at, _)| Some((at, whole_day(&front[at..])?)));
    let place = front[..day.map_or(front.len(), |(at, _)| at)].trim_end_matches([',', ' ']);
    if !place.is_empty() && !is_place_like(place) {
        return None;
    }
    Some((Some(place).filter(|place| !place.is_empty()), day.map(|(_, day)| day)))
}

/// "March 7" or "7 March 2015", and nothing else.
fn whole_day(text: &str) -> Option<Day> {
    let words: Vec<&str> = text.split([' ', ',', '.']).filter(|word| !word.is_empty()).collect();
    let (month, day) = match words[..] {
        [first, second, ..] if month_meant(first).is_some() => (month_meant(first)?, second),
        [first, second, ..] => (month_meant(second)?, first),
        _ => return None,
    };
    let year = match words[2..] {
        [] => None,
        [year] => Some(year.parse().ok().filter(|year| (1900..2200).contains(year))?),
        _ => return None,
    };
    let day = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    Some(Day { month, day, year })
}

/// One to three pieces of at most three capitalised words: "SAN JOSE, Calif.".
fn is_place_like(text: &str) -> bool {
    let capitalised =
        |word: &str| word.starts_with(|c: char| c.is_uppercase()) || word == "of" || word == "de";
    let piece = |piece: &str| {
        let count = piece.split_whitespace().count();
        (1..=4).contains(&count) && piece.split_whitespace().all(capitalised)
    };
    text.split(',').count() <= 3 && text.split([',', '/']).all(piece)
}

fn first_piece(place: &str) -> &str {
    place.split(',').next().unwrap_or(place).trim()
}

/// At least two letters, and none of them small.
fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1 && !text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &str, place: Option<&str>, outlet: Option<&str>, day: Option<(i8, i8)>) {
        let paragraph = format!("{head}The mayor said so on Monday - twice (Reuters) - and left.");
        let found = read(&paragraph).unwrap_or_else(|| panic!("no dateline: {head}"));
        assert_eq!(&paragraph[..found.end], head);
        assert_eq!(found.place.as_deref(), place, "{head}");
        assert_eq!(found.outlet.as_deref(), outlet, "{head}");
        assert_eq!(found.day.map(|day| (day.month, day.day)), day, "{head}");
    }

    #[test]
    fn the_forms_of_the_agencies() {
        check("LONDON (Reuters) - ", Some("LONDON"), Some("Reuters"), None);
        check("PARIS, March 7 (AFP) — ", Some("PARIS"), Some("AFP"), Some((3, 7)));
        check("BEIJING, May 6 (Xinhua) -- ", Some("BEIJING"), Some("Xinhua"), Some((5, 6)));
        check(
            "SAN JOSE, Calif. (AP) _ ".replace('_', "—").as_str(),
            Some("SAN JOSE, Calif."),
            Some("Associated Press"),
            None,
        );
        check("Oct 3 (Reuters) - ", None, Some("Reuters"), Some((10, 3)));
        check("(CNN) -- ", None, Some("CNN"), None);
        check("(CNN)", None, Some("CNN"), None);
        check("WASHINGTON — ", Some("WASHINGTON"), None, None);
        check("Geneva – ", Some("Geneva"), None, None);
        check("NEW DELHI: ", Some("NEW DELHI"), None, None);
        check("TOKYO, 7 March 2015 - ", Some("TOKYO"), None, Some((3, 7)));
    }

    #[test]
    fn a_whole_date_with_a_town_or_an_agency_beside_it() {
        let (harbour, press) = (Some("PORT OTOK"), Some("Gulf Press"));
        check("PORT OTOK, Feb 11, 2012 (Gulf Press) - ", harbour, press, Some((2, 11)));
        check(
            "PORT OTOK (Gulf Press) -- Saturday 11 February 2012 -- ",
            harbour,
            press,
            Some((2, 11)),
        );
        check("PORT OTOK: Feb 11, 2012 (Gulf Press) -- ", harbour, press, Some((2, 11)));
        check("PORT OTOK, 11 February 2012 (Gulf Press). ", harbour, press, Some((2, 11)));
        check("PORT OTOK (Saturday, February 11, 2012) — ", harbour, None, Some((2, 11)));
        check("PORT OTOK, FEBRUARY 11, 2012: ", harbour, None, Some((2, 11)));
        check("Berlin (xy/eng) 29.10.2021 -- ", Some("Berlin"), Some("xy/eng"), Some((10, 29)));
        check("Xinhua, TAIYUAN, April 7, 2010 -- ", Some("TAIYUAN"), Some("Xinhua"), Some((4, 7)));
        check(
            "Kamloops (Hill Press), June 2, 2022 - ",
            Some("Kamloops"),
            Some("Hill Press"),
            Some((6, 2)),
        );
        check("June 2, 2022 -- ", None, None, Some((6, 2)));
    }

    #[test]
    fn a_sentence_with_a_dash_has_no_dateline() {
        for paragraph in [
            "The mayor — a former teacher — said so.",
            "Yesterday - a Monday - was quiet.",
            "He (the mayor) said so.",
            "EXCLUSIVE: The mayor said so.",
            "\"WE — ALL of us — won,\" she said.",
            "(He was late.) The mayor said so.",
            "On June 2, 2022 - a Thursday - the mayor said so.",
            "The mayor said on 2 June 2022: We will go.",
            "",
        ] {
            assert_eq!(read(paragraph), None, "{paragraph}");
        }
    }
}
