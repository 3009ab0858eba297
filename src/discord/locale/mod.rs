//! What the bot itself says, in the six languages of its readers. Quotes and the engine's sentences
//! stay as they are.
//!
//! Each language is a data file beside this one; a key that one of them lacks does not parse, and a
//! test holds the words in braces of all of them against each other.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

/// A language that the bot speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum Locale {
    #[default]
    English,
    Chinese,
    Japanese,
    French,
    German,
    Spanish,
}

/// Every language with the codes that Discord has for it; what is registered under English needs
/// no code, as it is what everybody else reads.
const LOCALES: [(Locale, &[&str], &str); 6] = [
    (Locale::English, &["en-US", "en-GB"], include_str!("en.toml")),
    (Locale::Chinese, &["zh-CN", "zh-TW"], include_str!("zh.toml")),
    (Locale::Japanese, &["ja"], include_str!("ja.toml")),
    (Locale::French, &["fr"], include_str!("fr.toml")),
    (Locale::German, &["de"], include_str!("de.toml")),
    (Locale::Spanish, &["es-ES", "es-419"], include_str!("es.toml")),
];

static WORDS: LazyLock<[Words; 6]> = LazyLock::new(|| LOCALES.map(|(.., text)| parse(text)));

impl Locale {
    /// The language of a reader by Discord's code; English for all that we do not speak.
    pub(super) fn of(code: &str) -> Self {
        let known = LOCALES.iter().find(|(_, codes, _)| codes.contains(&code));
        known.map_or(Self::English, |(locale, ..)| *locale)
    }

    /// The language that a text is surely written in, by its letters; Discord does not tell what
    /// the writer of a message reads.
    pub(super) fn of_text(text: &str) -> Option<Self> {
        let count = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
        let kana = count(|c| matches!(c, '\u{3041}'..='\u{30FF}'));
        let han = count(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'));
        // A name or a word of it within a text of other letters says nothing of the reader.
        let is_most = 2 * (kana + han) > count(char::is_alphabetic);
        let read = if kana > 0 { Self::Japanese } else { Self::Chinese };
        is_most.then_some(read)
    }

    /// Every code but the English ones, with its language.
    pub(super) fn translations() -> impl Iterator<Item = (&'static str, Locale)> {
        let foreign = LOCALES.iter().filter(|(locale, ..)| *locale != Self::English);
        foreign.flat_map(|(locale, codes, _)| codes.iter().map(|code| (*code, *locale)))
    }

    /// What the bot says in it.
    pub(super) fn words(self) -> &'static Words {
        let at = LOCALES.iter().position(|(locale, ..)| *locale == self).unwrap_or_default();
        &WORDS[at]
    }

    /// A sentence with a count, in the form that the count needs.
    pub(super) fn count(self, counted: &Counted, count: usize) -> String {
        let is_one = match self {
            Self::French => count <= 1,
            _ => count == 1,
        };
        let form = counted.one.as_ref().filter(|_| is_one).unwrap_or(&counted.other);
        fill(form, &[("count", &count.to_string())])
    }

    /// A day as people write it.
    pub(super) fn day(self, day: Date) -> String {
        let words = self.words();
        let month = usize::from(day.month().unsigned_abs()).saturating_sub(1);
        let number = if day.day() == 1 { words.first.clone() } else { day.day().to_string() };
        let month = words.months.get(month).map_or("", String::as_str);
        fill(&words.day, &[("day", &number), ("month", month), ("year", &day.year().to_string())])
    }

    /// The first and the last day of a time as this language writes it: a day, or a month.
    pub(super) fn days(self, text: &str) -> Option<(Date, Date)> {
        let text = text.trim().to_lowercase();
        let months = self.words().months.iter().map(|month| month.to_lowercase()).enumerate();
        // "12月" has "2月" in it.
        let (at, name) =
            months.filter(|(_, name)| text.contains(name)).max_by_key(|(_, name)| name.len())?;
        let rest = text.replacen(&name, " ", 1);
        let numbers = rest.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
        let (years, days): (Vec<&str>, Vec<&str>) = numbers.partition(|digits| digits.len() == 4);
        let [year] = years[..] else { return None };
        let day = |day| Date::new(year.parse().ok()?, i8::try_from(at + 1).ok()?, day).ok();
        match days[..] {
            [] => Some((day(1)?, day(1)?.last_of_month())),
            [number] => day(number.parse().ok()?).map(|day| (day, day)),
            _ => None,
        }
    }
}

/// `text` with the words in braces filled in, in one go: what is filled in is not looked into.
pub(super) fn fill(text: &str, with: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        let value = with.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        filled.push_str(value.unwrap_or_default());
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

fn parse(text: &str) -> Words {
    #[expect(clippy::expect_used, reason = "the files are built in, and a test reads them all")]
    toml::from_str(text).expect("a file of words")
}

/// A sentence with a count; languages without a form for one leave it out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Counted {
    one: Option<String>,
    other: String,
}

/// How a command or an option is called, and what it is for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) description: String,
}

/// What the bot says in one language. The keys say what for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) about: String,
    pub(super) also: String,
    pub(super) date_unknown: String,
    pub(super) untitled: String,
    pub(super) context: String,
    pub(super) others: String,
    pub(super) follow_up: String,
    pub(super) share: String,
    pub(super) not_right: String,
    pub(super) delete: String,
    pub(super) wrong_date: String,
    pub(super) wrong_place: String,
    pub(super) wrong_people: String,
    pub(super) outdated: String,
    pub(super) not_my_question: String,
    pub(super) what_is_not_right: String,
    pub(super) noted: String,
    pub(super) follow_up_title: String,
    pub(super) follow_up_label: String,
    pub(super) follow_up_hint: String,
    pub(super) which: String,
    pub(super) missing: String,
    pub(super) nearest: String,
    pub(super) they_say: String,
    pub(super) greeting: String,
    pub(super) how_to_ask: String,
    pub(super) hidden_reply: String,
    pub(super) apology: String,
    pub(super) too_slow: String,
    pub(super) gone: String,
    pub(super) choice_gone: String,
    pub(super) shared_already: String,
    pub(super) old_button: String,
    pub(super) no_others: String,
    pub(super) no_context: String,
    pub(super) not_yours: String,
    pub(super) not_deleted: String,
    pub(super) shared_by: String,
    pub(super) supported: String,
    pub(super) contradicted: String,
    pub(super) not_in_articles: String,
    pub(super) no_claims: String,
    pub(super) no_sources: String,
    pub(super) nothing_dated: String,
    pub(super) bad_day: String,
    pub(super) days_turned: String,
    pub(super) no_brief: String,
    pub(super) who: String,
    pub(super) what: String,
    pub(super) when: String,
    #[serde(rename = "where")]
    pub(super) place: String,
    pub(super) why: String,
    pub(super) how: String,
    pub(super) not_said: String,
    pub(super) help: String,
    pub(super) help_messages: String,
    pub(super) help_private: String,
    pub(super) help_unlogged: String,
    pub(super) help_logged: String,
    pub(super) help_no_follow_up: String,
    pub(super) first: String,
    pub(super) day: String,
    pub(super) months: Vec<String>,
    pub(super) wait: Counted,
    pub(super) help_follow_up: Counted,
    pub(super) claims: Counted,
    pub(super) articles: Counted,
    pub(super) more: Counted,
    pub(super) commands: BTreeMap<String, Named>,
    pub(super) options: BTreeMap<String, Named>,
    pub(super) menus: BTreeMap<String, String>,
}

#[cfg(test)]
mod tests;
