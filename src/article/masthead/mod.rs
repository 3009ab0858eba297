//! The lines at the head of an article, and sometimes at its foot: who wrote it, where, when.
//!
//! In goes a line, out come the [`Details`] that it gives, or nothing where it is no such line.
//! A line counts only if all of it is understood: dates, names, outlets, places, and the words
//! that such lines are made of. So a sentence with a date in it is left to the article.

pub(super) mod date;
mod part;

use std::sync::LazyLock;

use super::outlets;
use super::page::Details;
use super::phrases::{self, Phrases};
use part::Part;
pub(super) use part::credited;
use part::{is_name, is_person, is_role};

static WORDS: LazyLock<Phrases> =
    LazyLock::new(|| phrases::words(include_str!("../data/masthead_words.txt")));

/// The longest masthead line, in bytes.
const LONGEST: usize = 220;

/// What `line` tells about the article, if it is a masthead line.
pub(super) fn read(line: &str) -> Option<Details> {
    if line.len() > LONGEST {
        return None;
    }
    if let Some(url) = address(line) {
        return Some(Details { url: Some(url), ..Details::default() });
    }
    if let Some(outlet) = strapline(line) {
        return Some(Details { outlet: Some(outlet.to_owned()), ..Details::default() });
    }
    let mut details = Details::default();
    let rest = take_dates(line, &mut details);
    let dated = details.published.or(details.updated).is_some();
    let mut parts = Parts::default();
    for text in part::split(&rest) {
        parts.take(part::read(text, &WORDS)?, &mut details);
    }
    parts.settle(dated, &mut details)
}

/// What `line`, which stands below the title and is no sentence, tells although not all of it is
/// understood: its date, where that stands apart from the words around it, and such parts of the
/// rest as are plain.
pub(super) fn dated(line: &str) -> Option<Details> {
    let mut details = Details::default();
    let rest = take_dates(line, &mut details);
    let told = details.published.or(details.updated).is_some();
    if line.len() > LONGEST || !told || !stands_apart(&rest) || reads_on(&rest) {
        return None;
    }
    let pieces =
        || part::split(&rest).flat_map(|it| it.split(" -- ")).flat_map(|it| it.split(". "));
    let mut parts = Parts::default();
    for part in pieces().filter_map(|piece| part::read(piece, &WORDS)) {
        parts.take(part, &mut details);
    }
    details.author = details.author.or(parts.correspondents.pop());
    Some(details)
}

/// Whether a bar of `rest`, such as stands where a date was, has nothing but labels between it and
/// the next mark or end on either side.
fn stands_apart(rest: &str) -> bool {
    const MARKS: [char; 13] = ['|', ',', ';', '.', '(', ')', '-', '–', '—', '/', '*', '•', '·'];
    rest.match_indices('|').any(|(at, _)| {
        let before = part::without_last_labels(&rest[..at], &WORDS);
        let after = rest[at + 1..].trim_start();
        (before.is_empty() || before.ends_with(MARKS))
            && (after.is_empty() || after.starts_with(MARKS))
    })
}

/// Whether the words of `rest` are those of a phrase rather than of names: many, and most small.
fn reads_on(rest: &str) -> bool {
    let words: Vec<&str> =
        rest.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).collect();
    let small = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
    words.len() > 4 && small * 2 > words.len()
}

/// The web address that is all of the line, or all but a label ("Retrieved from ...").
fn address(line: &str) -> Option<String> {
    let at = line.find("http://").or_else(|| line.find("https://"))?;
    let url = line[at..].trim_end_matches(['"', '”', ')', '>', '.']);
    let labelled = line[..at].split_whitespace().count() <= 3;
    (labelled && !url.contains(char::is_whitespace)).then(|| url.to_owned())
}

/// The outlet of "From The Bugle, the free news source you can write!", below the titles of sites
/// that anybody may write for. A place is none: "From Oslo, the free ferry ..." is an article's.
fn strapline(line: &str) -> Option<&str> {
    let (name, rest) = line.strip_prefix("From ")?.split_once(", ")?;
    let own = rest.starts_with("the free ") && !rest.ends_with('.');
    let known = outlets::named(name);
    (own && rest.split_whitespace().count() <= 10)
        .then(|| known.or_else(|| (is_name(name) && !outlets::is_place(name)).then_some(name)))?
}

/// Moves the dates of the line into `details`; gives the line back with a mark in their place.
fn take_dates(line: &str, details: &mut Details) -> String {
    let (mut rest, mut from) = (String::new(), 0);
    for found in date::all(line) {
        let before = &line[from..found.range.start];
        rest.push_str(before);
        rest.push('|');
        from = found.range.end;
        let label = before.to_lowercase();
        let revised = ["updated", "modified", "edited", "accessed", "retrieved"];
        if revised.iter().any(|word| label.contains(word)) {
            details.updated = details.updated.or(Some(found.date));
            details.time = details.time.or(found.time);
        } else if details.published.is_none() {
            (details.published, details.time) = (Some(found.date), found.time);
        }
    }
    rest.push_str(&line[from..]);
    rest
}

/// What the parts of a line were, beside what they gave to the details.
#[derive(Default)]
struct Parts {
    byline: bool,
    source: bool,
    outlet: bool,
    /// People with the towns they are in.
    correspondents: Vec<String>,
    /// Names without a label: more authors, roles, or the outlet.
    names: Vec<String>,
}

impl Parts {
    fn take(&mut self, part: Part, details: &mut Details) {
        match part {
            Part::Label => {}
            Part::Byline(names) => {
                self.byline = true;
                details.author = details.author.take().or(names.author);
                details.outlet = details.outlet.take().or(names.outlet);
            }
            Part::Source(name) => {
                self.source = true;
                details.outlet.get_or_insert(name);
            }
            Part::Outlet(name) => {
                self.outlet = true;
                details.outlet.get_or_insert(name);
            }
            Part::Place(name) => {
                details.place.get_or_insert(name);
            }
            Part::Correspondent(name) => self.correspondents.push(name),
            Part::Name(name) => self.names.push(name),
        }
    }

    /// The details, if the parts together make a masthead line.
    fn settle(mut self, dated: bool, details: &mut Details) -> Option<Details> {
        if self.byline {
            self.names.append(&mut self.correspondents);
            add_authors(&self.names, details);
        } else if let Some(author) = self.signed().filter(|_| dated) {
            details.author = Some(author);
        } else if !self.correspondents.is_empty() {
            return None;
        } else if self.outlet && self.names.first().is_some_and(|name| is_person(name)) {
            details.author = Some(self.names.remove(0));
            self.byline = self.names.iter().all(|name| !is_person(name));
        } else if dated && self.outlet && self.names.iter().all(|name| is_role(name)) {
            // "Staff correspondent".
        } else if dated && self.names_a_place(details) {
            details.place.get_or_insert(self.names.remove(0));
        } else if dated && self.names.len() == 1 && !self.outlet && is_short(&self.names[0]) {
            details.outlet = self.names.pop();
        } else if !self.names.is_empty() {
            return None;
        }
        let alone = self.outlet && self.names.is_empty();
        (dated || self.byline || self.source || alone).then(|| std::mem::take(details))
    }
}

impl Parts {
    /// Who wrote it, of a line with a date and without "By": somebody in a town or with a post. A
    /// name by itself is rather the outlet's, and so is one before "our correspondent".
    fn signed(&self) -> Option<String> {
        if let Some(name) = self.correspondents.first() {
            return Some(name.clone()).filter(|_| self.names.is_empty());
        }
        let (first, others) = self.names.split_first()?;
        let is_post = |other: &String| is_role(other) && !other.starts_with("our ");
        let posted = !others.is_empty() && others.iter().all(is_post);
        (is_person(first) && posted).then(|| first.clone())
    }

    /// Whether the names before a date are a town unknown to us: with its province or country
    /// behind it, or all in capitals.
    fn names_a_place(&self, details: &Details) -> bool {
        let Some(first) = self.names.first().filter(|_| self.names.len() <= 2) else {
            return false;
        };
        let shouted = first.len() > 3 && !first.contains(char::is_lowercase);
        let whole = details.place.is_some() || self.names.len() == 2 || shouted;
        whole && self.names.iter().all(|name| is_short(name))
    }
}

/// Unknown outlets have up to three words; more are a title with a date in it.
fn is_short(name: &str) -> bool {
    name.split_whitespace().count() <= 3
}

/// Adds the people among `names` to the author; roles and places are passed over.
fn add_authors(names: &[String], details: &mut Details) {
    let Some(author) = &mut details.author else { return };
    for name in names.iter().filter(|name| is_person(name)) {
        author.push_str(", ");
        author.push_str(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    fn told(line: &str) -> Details {
        read(line).unwrap_or_else(|| panic!("no masthead line: {line}"))
    }

    #[test]
    fn a_town_with_its_country_before_the_date() {
        for (line, place) in [
            ("PUERTO PIEDRA, Chile, June 24, 1998", "PUERTO PIEDRA"),
            ("Little Birch, Sask. — October 24, 2017", "Little Birch"),
            ("GROSSDORF, 2 April 2013", "GROSSDORF"),
            ("GROSSDORF, Tuesday 2 April 2013 | Valley Weekly Review", "GROSSDORF"),
            ("Little Birch, Sask., Oct. 24, 2017 (updated 5:40 p.m.)", "Little Birch"),
            ("From our correspondent in Maseru, 14 October 2018", "Maseru"),
        ] {
            let details = told(line);
            assert_eq!(details.place.as_deref(), Some(place), "{line}");
            assert!(details.published.is_some(), "{line}");
        }
    }

    #[test]
    fn a_post_without_a_name_tells_nothing() {
        let details = told("Delta Chronicle | September 7, 2011 | Staff Correspondent");
        assert_eq!(details.published, Some(date(2011, 9, 7)));
        assert_eq!(details.outlet.as_deref(), Some("Delta Chronicle"));
        assert_eq!(details.author, None);
    }

    #[test]
    fn an_issue_is_of_a_day() {
        let details = told("Straits Trade Weekly, Issue of 10 September 2021");
        assert_eq!(details.published, Some(date(2021, 9, 10)));
        assert_eq!(details.outlet.as_deref(), Some("Straits Trade Weekly"));
    }

    #[test]
    fn a_byline_and_an_unclosed_bracket_with_the_date() {
        let details = told("By Wen Li ( Updated: 2015-05-09 17:53");
        assert_eq!(details.author.as_deref(), Some("Wen Li"));
        assert_eq!(details.updated, Some(date(2015, 5, 9)));
        assert_eq!(details.time, Some(time(17, 53, 0, 0)));
        assert_eq!(details.outlet, None);
    }

    #[test]
    fn an_outlet_with_the_date_and_words_of_the_page() {
        let details = told("Xinhua, May 9, 2015 Adjust font size:");
        assert_eq!(details.outlet.as_deref(), Some("Xinhua"));
        assert_eq!(details.published, Some(date(2015, 5, 9)));
    }

    #[test]
    fn an_unknown_name_beside_the_date_is_the_outlet() {
        assert_eq!(told("The Bugle, 3 May 2020").outlet.as_deref(), Some("The Bugle"));
        assert_eq!(told("Geneva, 3 May 2020").place.as_deref(), Some("Geneva"));
    }

    #[test]
    fn a_date_alone_with_or_without_its_label() {
        for line in [
            "Monday, May 9, 2016",
            "Published: 9 May 2016 14:05 GMT",
            "Published: 9 May 2016, 14:05 BST",
            "FIRST PUBLISHED: Mon, 9 May 2016, 14:05",
            "Posted on May 9, 2016 at 2:05 PM",
            "First published on Mon 9 May 2016 14.05 BST",
            "09 May 2016 | 3 min read",
            "9 May 2016 14.05 GMT",
            "Monday 9 May 2016 | 14:05",
            "2016-05-09T14:05:00Z",
            "MAY 9, 2016 / 2:05 PM / 5 YEARS AGO",
            "9 May 2016 Last updated at 14:05 GMT",
            "Mon, May 9 2016 2:05pm EDT",
        ] {
            assert_eq!(told(line).published, Some(date(2016, 5, 9)), "{line}");
        }
    }

    #[test]
    fn a_day_of_a_change_keeps_its_time() {
        for line in [
            "Last Updated: Monday, 9 May 2016, 14:05 GMT 15:05 UK",
            "Page last updated at 14:05 GMT, Monday, 9 May 2016 15:05 UK",
            "Updated 2:05 PM EST, Mon May 9, 2016",
            "Updated: 9 May 2016, 2:05pm",
        ] {
            let details = told(line);
            assert_eq!(
                (details.updated, details.published),
                (Some(date(2016, 5, 9)), None),
                "{line}"
            );
            assert!(details.time.is_some() && details.place.is_none(), "{line}");
        }
        let details = told("Posted 5/19/2016 2:05 PM ET");
        assert_eq!(details.published, Some(date(2016, 5, 19)));
        let details = told("Published: 14:05 EDT, 9 May 2016 | Updated: 8:15 EDT, 11 May 2016");
        assert_eq!(details.updated, Some(date(2016, 5, 11)));
        assert_eq!(details.time, Some(time(14, 5, 0, 0)));
    }

    #[test]
    fn the_line_of_a_site_that_anybody_may_write_for_names_it() {
        let outlet = |line| read(line).and_then(|details| details.outlet);
        let line = "From Wikinews, the free news source you can write!";
        assert_eq!(outlet(line).as_deref(), Some("Wikinews"));
        let line = "From Larkspur Commons, the free almanac";
        assert_eq!(outlet(line).as_deref(), Some("Larkspur Commons"));
        assert_eq!(read("From Oslo, the free ferry to the islands"), None);
        assert_eq!(read("From Larkspur, the free ferry goes to all of the islands."), None);
    }

    #[test]
    fn the_day_of_publication_and_that_of_a_change_are_told_apart() {
        let details = told("Published May 9, 2016 | Last updated on May 11, 2016");
        assert_eq!(details.published, Some(date(2016, 5, 9)));
        assert_eq!(details.updated, Some(date(2016, 5, 11)));
    }

    #[test]
    fn bylines_of_all_sorts_give_author_and_outlet() {
        for (line, author, outlet) in [
            ("By Jane Doe", Some("Jane Doe"), None),
            ("By Jane Doe and John Roe", Some("Jane Doe and John Roe"), None),
            (
                "By JANE DOE | Associated Press | March 14, 2013",
                Some("JANE DOE"),
                Some("Associated Press"),
            ),
            ("Jane Doe in Geneva 14 March 2013", Some("Jane Doe"), None),
            ("Jane Doe, Science Correspondent, 14 March 2013", Some("Jane Doe"), None),
            ("By Jane Doe, Science Correspondent", Some("Jane Doe"), None),
            ("By Jane Doe, John Roe", Some("Jane Doe, John Roe"), None),
            ("By JANE DOE, Associated Press", Some("JANE DOE"), Some("Associated Press")),
            ("By Jane Doe BBC News, Washington", Some("Jane Doe"), Some("BBC News")),
            ("Written by Jane Doe, political editor", Some("Jane Doe"), None),
            ("Jane Doe, BBC News", Some("Jane Doe"), Some("BBC News")),
            ("By Reuters Staff", Some("Reuters Staff"), Some("Reuters")),
            ("By Associated Press", None, Some("Associated Press")),
            ("Source: Xinhua", None, Some("Xinhua")),
            ("Reuters", None, Some("Reuters")),
            ("Dawn Argus, 14 March 2013", None, Some("Dawn Argus")),
            ("Tech Radio/West Coast, by Jane Doe", Some("Jane Doe"), None),
        ] {
            let details = told(line);
            assert_eq!(details.author.as_deref(), author, "{line}");
            assert_eq!(details.outlet.as_deref(), outlet, "{line}");
        }
    }

    #[test]
    fn a_date_that_stands_apart_is_told_though_the_rest_is_not_understood() {
        for (line, author, outlet) in [
            ("Gazzetta dello Stretto, 9 May 2016", None, None),
            ("Nature desk in town, 9 May 2016", None, None),
            ("Mail & Reef, Friday 9 May 2016", None, None),
            (
                "Radio Larkspur | 8:14 am on 9 May 2016 | Jo Roe, correspondent in Geneva",
                None,
                Some("Radio Larkspur"),
            ),
            (
                "Geneva, May 9, 2016. Larkspur Tribune. By Jane Doe",
                Some("Jane Doe"),
                Some("Larkspur Tribune"),
            ),
            ("Larkspur (translated from the Danish) - Friday, 9 May 2016", None, None),
        ] {
            let details = dated(line).unwrap_or_else(|| panic!("no date: {line}"));
            assert_eq!(details.published, Some(date(2016, 5, 9)), "{line}");
            assert_eq!(details.author.as_deref(), author, "{line}");
            assert_eq!(details.outlet.as_deref(), outlet, "{line}");
        }
        for line in [
            "Voters go to the polls on May 9, 2016",
            "How the vote of May 9, 2016 changed the city",
            "On May 9, 2016, the river rose over its banks",
            "Mayor speaks",
        ] {
            assert_eq!(dated(line), None, "{line}");
        }
    }

    #[test]
    fn a_sentence_with_a_date_is_no_masthead() {
        for line in [
            "The bridge was opened on May 9, 2016.",
            "By noon on May 9, 2016, the river had risen",
            "How the vote of May 9, 2016 changed the city",
            "Mayor of London to resign",
            "By the river",
            "The Great River Flood, May 9, 2016",
            "Kenya wins gold in London",
            "",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn an_address_is_taken_from_its_line() {
        let details = told("Retrieved from \"https://example.org/a_b\"");
        assert_eq!(details.url.as_deref(), Some("https://example.org/a_b"));
    }
}
