//! A table whose keys are taken one by one; what nobody took at the end is unknown.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::Sheet;

/// How alike (by Jaro-Winkler, 0 to 1) an unknown key must be to a known one to be taken for it.
const ALIKE: f64 = 0.75;

/// A value and the byte where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said<T> {
    /// The value that was written.
    pub value: T,
    /// Its first byte in the text.
    pub at: usize,
}

/// A table under reading. A value of the wrong type counts as absent, and is told.
#[derive(Debug)]
pub struct Table<'s> {
    sheet: &'s Sheet<'s>,
    at: usize,
    rest: DeTable<'s>,
    known: Vec<&'static str>,
}

impl<'s> Table<'s> {
    pub(super) fn new(sheet: &'s Sheet<'_>, at: usize, rest: DeTable<'s>) -> Self {
        Self { sheet, at, rest, known: Vec::new() }
    }

    /// Where the table begins: its `[header]`, or its brace.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Whether the table has `key`, not yet taken.
    pub fn has(&self, key: &str) -> bool {
        self.rest.contains_key(key)
    }

    /// Words that are not empty.
    pub fn text(&mut self, key: &'static str) -> Option<Said<String>> {
        let value = self.take(key)?;
        self.to_text(key, &value)
    }

    /// A list of such words.
    pub fn texts(&mut self, key: &'static str) -> Vec<Said<String>> {
        let values = self.list(key, "a list of words: [\"…\", \"…\"]");
        values.iter().filter_map(|value| self.to_text(key, value)).collect()
    }

    /// A list of lists of words.
    pub fn lists(&mut self, key: &'static str) -> Vec<Said<Vec<String>>> {
        let shape = "a list of pairs: [[\"…\", \"…\"]]";
        let mut lists = Vec::new();
        for value in self.list(key, shape) {
            let at = value.span().start;
            let DeValue::Array(words) = value.into_inner() else {
                self.sheet.tell(at, format!("`{key}` must be {shape}."));
                continue;
            };
            let words = words.iter().filter_map(|word| self.to_text(key, word));
            lists.push(Said { value: words.map(|word| word.value).collect(), at });
        }
        lists
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.take(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(key, &value, "true or false");
        }
        flag
    }

    /// A whole number within `range`.
    pub fn number(&mut self, key: &'static str, range: RangeInclusive<u32>) -> Option<u32> {
        let value = self.take(key)?;
        let number = value
            .get_ref()
            .as_integer()
            .and_then(|integer| u32::from_str_radix(integer.as_str(), integer.radix()).ok());
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let right = format!("a whole number from {} to {}", range.start(), range.end());
            self.wrong(key, &value, &right);
        }
        number
    }

    /// A day, with or without quotation marks.
    pub fn date(&mut self, key: &'static str) -> Option<Said<Date>> {
        let value = self.take(key)?;
        let date = match value.get_ref() {
            // The parser leaves this behind where it told of a date that is none.
            DeValue::Datetime(none) if none.date.is_none() && none.time.is_none() => return None,
            DeValue::Datetime(date) if date.time.is_none() => date.date.and_then(civil),
            DeValue::String(text) if text.len() == "2015-03-07".len() => text.parse().ok(),
            _ => None,
        };
        if date.is_none() {
            self.wrong(key, &value, "a day of the calendar, like 2015-03-07");
        }
        date.map(|date| Said { value: date, at: value.span().start })
    }

    /// A table within this one.
    pub fn table(&mut self, key: &'static str) -> Option<Table<'s>> {
        let value = self.take(key)?;
        self.to_table(key, value, "a table")
    }

    /// All tables of a `[[key]]` list.
    pub fn tables(&mut self, key: &'static str) -> Vec<Table<'s>> {
        let values = self.list(key, "a list of tables, each under [[…]]");
        values.into_iter().filter_map(|value| self.to_table(key, value, "a table")).collect()
    }

    /// Tells where `key` is missing; to be called before it is taken.
    ///
    /// Silent where the syntax is wrong: the key may stand in what could not be read.
    pub fn need(&self, key: &str, example: &str) {
        if !self.has(key) && self.sheet.is_sound() {
            self.sheet.tell(self.at, format!("`{key}` is missing: write {example}."));
        }
    }

    /// Notes that something is wrong at byte `at`.
    pub fn tell(&self, at: usize, message: impl Into<String>) {
        self.sheet.tell(at, message);
    }

    /// Tells of every key that nobody took, but for those that a broken header lost.
    pub fn finish(self) {
        for key in self.rest.keys().filter(|key| !self.sheet.is_displaced(key.span().start)) {
            let name = key.get_ref();
            let nearest = self.known.iter().map(|known| (strsim::jaro_winkler(known, name), known));
            let advice = match nearest.max_by(|one, other| one.0.total_cmp(&other.0)) {
                Some((score, known)) if score >= ALIKE => format!("did you mean `{known}`?"),
                _ => format!("the keys here are {}.", self.known.join(", ")),
            };
            self.sheet.tell(key.span().start, format!("unknown key `{name}`: {advice}"));
        }
    }

    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'s>>> {
        self.known.push(key);
        self.rest.remove(key)
    }

    fn list(&mut self, key: &'static str, shape: &str) -> DeArray<'s> {
        let Some(value) = self.take(key) else { return DeArray::new() };
        let at = value.span().start;
        let DeValue::Array(list) = value.into_inner() else {
            self.sheet.tell(at, format!("`{key}` must be {shape}."));
            return DeArray::new();
        };
        list
    }

    fn to_text(&self, key: &str, value: &Spanned<DeValue<'s>>) -> Option<Said<String>> {
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => {
                Some(Said { value: text.clone().into_owned(), at: value.span().start })
            }
            DeValue::String(_) => {
                self.wrong(key, value, "some words; leave the key out where there are none");
                None
            }
            _ => {
                self.wrong(key, value, "words in quotation marks");
                None
            }
        }
    }

    fn to_table(&self, key: &str, value: Spanned<DeValue<'s>>, shape: &str) -> Option<Table<'s>> {
        let at = value.span().start;
        let DeValue::Table(rest) = value.into_inner() else {
            self.sheet.tell(at, format!("`{key}` must be {shape}."));
            return None;
        };
        Some(Table::new(self.sheet, at, rest))
    }

    fn wrong(&self, key: &str, value: &Spanned<DeValue<'s>>, right: &str) {
        self.sheet.tell(value.span().start, format!("`{key}` must be {right}."));
    }
}

/// The day of a TOML date, where the calendar has it.
fn civil(date: toml::value::Date) -> Option<Date> {
    let year = i16::try_from(date.year).ok()?;
    Date::new(year, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads one key of each kind from `text`; gives the problems, one a line.
    fn problems(text: &str) -> String {
        let sheet = Sheet::new("a.toml", text);
        let mut root = sheet.root();
        root.text("quote");
        root.texts("names");
        root.date("day");
        root.flag("history");
        root.lists("refers");
        root.number("count", 1..=9);
        if let Some(mut table) = root.table("source") {
            table.need("title", "title = \"…\"");
            table.text("title");
            table.finish();
        }
        root.finish();
        let lines: Vec<_> = sheet.into_problems().iter().map(ToString::to_string).collect();
        lines.join("\n")
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(problems(text), expected, "for {text:?}");
    }

    #[test]
    fn what_is_right_has_no_problems() {
        check("quote = 'a'\nday = 2015-03-07\nnames = ['b']\nhistory = true\ncount = 9", "");
        check("day = '2015-03-07'\nrefers = [['he', 'Ann Lee']]\n[source]\ntitle = 'x'", "");
    }

    #[test]
    fn keys_below_a_broken_header_are_not_unknown() {
        let told = problems("[source\ntitle = 'x'\n");
        assert!(told.starts_with("a.toml:1:") && told.lines().count() == 1, "{told}");
        let told = problems("quoet = 'a'\n[source\ntitle = 'x'\n");
        assert!(told.contains("unknown key `quoet`"), "{told}");
    }

    #[test]
    fn an_unknown_key_is_told_with_the_nearest_known_one() {
        check("quoet = 'a'", "a.toml:1:1: unknown key `quoet`: did you mean `quote`?");
        check(
            "\n  zzz = 1",
            "a.toml:2:3: unknown key `zzz`: the keys here are quote, names, day, history, refers, \
             count, source.",
        );
    }

    #[test]
    fn a_wrong_type_is_told_with_the_right_one() {
        check("quote = 3", "a.toml:1:9: `quote` must be words in quotation marks.");
        check("count = 'two'", "a.toml:1:9: `count` must be a whole number from 1 to 9.");
        check("count = 10", "a.toml:1:9: `count` must be a whole number from 1 to 9.");
        check("history = 'no'", "a.toml:1:11: `history` must be true or false.");
        check("names = 'a'", "a.toml:1:9: `names` must be a list of words: [\"…\", \"…\"].");
        check("source = 'a'", "a.toml:1:10: `source` must be a table.");
        check(
            "refers = ['he']",
            "a.toml:1:11: `refers` must be a list of pairs: [[\"…\", \"…\"]].",
        );
    }

    #[test]
    fn empty_words_are_told() {
        check(
            "quote = ' '",
            "a.toml:1:9: `quote` must be some words; leave the key out where there are none.",
        );
    }

    #[test]
    fn a_date_that_is_none_is_told_once() {
        let right = "`day` must be a day of the calendar, like 2015-03-07.";
        check("day = '2015-02-30'", &format!("a.toml:1:7: {right}"));
        check("day = 'Friday'", &format!("a.toml:1:7: {right}"));
        check("day = 10:00:00", &format!("a.toml:1:7: {right}"));
        check("day = 2015-02-30", "a.toml:1:7: invalid date, expected day between 01 and 28.");
    }

    #[test]
    fn a_missing_key_is_told_unless_the_syntax_is_wrong() {
        check("[source]", "a.toml:1:1: `title` is missing: write title = \"…\".");
        assert!(!problems("[source]\ntitle = = 'x'").contains("missing"));
    }
}
