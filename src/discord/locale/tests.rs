//! That every language has every phrase, with the same places to fill in.

use std::collections::BTreeSet;

use super::*;
use crate::discord::limits;

/// Every text of a file under its key, with its place in a list where it stands in one.
fn texts(text: &str) -> BTreeMap<String, String> {
    fn walk(path: &str, value: &toml::Value, texts: &mut BTreeMap<String, String>) {
        match value {
            toml::Value::Table(table) => {
                table.iter().for_each(|(key, value)| walk(&format!("{path}.{key}"), value, texts));
            }
            toml::Value::Array(list) => {
                list.iter()
                    .enumerate()
                    .for_each(|(at, value)| walk(&format!("{path}.{at}"), value, texts));
            }
            other => {
                texts.insert(path.to_owned(), other.as_str().unwrap().to_owned());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk("", &toml::Value::Table(toml::from_str(text).unwrap()), &mut found);
    found
}

/// The words in braces.
fn braces(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn every_language_has_every_key_and_the_same_words_in_braces() {
    let english = texts(LOCALES[0].2);
    for (locale, _, text) in LOCALES {
        let own = texts(text);
        for (key, text) in &english {
            let has_no_forms = matches!(locale, Locale::Chinese | Locale::Japanese);
            match own.get(key) {
                Some(own) => assert_eq!(braces(own), braces(text), "{locale:?}{key}"),
                None => assert!(has_no_forms && key.ends_with(".one"), "{locale:?} lacks {key}"),
            }
        }
        let more: Vec<_> = own.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(more.is_empty(), "{locale:?} alone has {more:?}");
        assert!(own.values().all(|text| !text.trim().is_empty()));
    }
}

#[test]
fn every_label_keeps_its_limit() {
    for (locale, ..) in LOCALES {
        let words = locale.words();
        let check = |text: &str, longest| assert!(limits::length(text) <= longest, "{text}");
        let buttons = [&words.context, &words.others, &words.follow_up, &words.share];
        buttons.iter().for_each(|text| check(text, limits::BUTTON));
        check(&words.which, limits::PLACEHOLDER);
        check(&words.follow_up_title, limits::MODAL);
        check(&words.follow_up_label, limits::MODAL);
        check(&words.follow_up_hint, limits::FIELD_HINT);
        assert_eq!(words.months.len(), 12);
    }
}

#[test]
fn counts_take_the_form_of_the_language() {
    let wait = |locale: Locale, count| locale.count(&locale.words().wait, count);
    assert!(wait(Locale::English, 1).contains("1 second,"));
    assert!(wait(Locale::English, 2).contains("2 seconds,"));
    assert!(wait(Locale::French, 0).contains("0 seconde,"));
    assert!(wait(Locale::German, 0).contains("0 Sekunden "));
    assert!(wait(Locale::Spanish, 1).contains("1 segundo "));
    assert!(wait(Locale::Japanese, 1).contains("1 秒"));
}

#[test]
fn days_are_written_as_the_language_writes_them() {
    let day = |locale: Locale, month, day| locale.day(jiff::civil::date(2015, month, day));
    assert_eq!(day(Locale::English, 3, 7), "7 March 2015");
    assert_eq!(day(Locale::Chinese, 3, 7), "2015年3月7日");
    assert_eq!(day(Locale::Japanese, 12, 1), "2015年12月1日");
    assert_eq!(day(Locale::French, 3, 1), "1er mars 2015");
    assert_eq!(day(Locale::German, 3, 7), "7. März 2015");
    assert_eq!(day(Locale::Spanish, 3, 7), "7 de marzo de 2015");
}

#[test]
fn days_are_read_as_they_are_written() {
    let date = jiff::civil::date;
    for (locale, ..) in LOCALES {
        for day in [date(2015, 3, 1), date(2015, 12, 31), date(2014, 2, 7)] {
            assert_eq!(locale.days(&locale.day(day)), Some((day, day)), "{locale:?}");
        }
        assert_eq!(locale.days("12"), None, "{locale:?}");
    }
    let month = (date(2015, 3, 1), date(2015, 3, 31));
    assert_eq!(Locale::German.days("März 2015"), Some(month));
    assert_eq!(Locale::Chinese.days("2015年3月"), Some(month));
}

#[test]
fn a_reader_of_another_language_reads_english() {
    assert_eq!(Locale::of("zh-TW"), Locale::Chinese);
    assert_eq!(Locale::of("es-419"), Locale::Spanish);
    assert_eq!(Locale::of("pl"), Locale::English);
}

#[test]
fn letters_tell_chinese_and_japanese() {
    assert_eq!(Locale::of_text("いつ会談？"), Some(Locale::Japanese));
    assert_eq!(Locale::of_text("什么时候？"), Some(Locale::Chinese));
    assert_eq!(Locale::of_text("Wann?"), None);
    assert_eq!(Locale::of_text("What does 和 mean in the name of the agreement?"), None);
    assert_eq!(Locale::of_text("APEC 什么时候？会议在哪里？"), Some(Locale::Chinese));
}

#[test]
fn what_is_filled_in_is_not_looked_into() {
    assert_eq!(fill("a {x} b {y}", &[("x", "{y}"), ("y", "1")]), "a {y} b 1");
    assert_eq!(fill("a {unknown", &[]), "a ");
}
