//! All dated events in order, each once.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::extract;
use crate::fact::{Base, Fact, NameKeys, Names, Source};
use crate::lexicon::Lexicon;
use crate::text::{Span, capitalised, cut_at_word, fold, syntax};

use super::TimelineEntry;
use super::known::KnownFacts;

/// The longest description of an event, in characters.
const LONGEST: usize = 140;

/// The share of the fewer words that two descriptions of one event have in common at least.
const SAME: f32 = 0.8;

/// Which events are wanted.
pub(super) struct Wanted<'a> {
    /// The first day.
    pub(super) from: Option<Date>,
    /// The last day, inclusive.
    pub(super) to: Option<Date>,
    /// What they speak of.
    pub(super) about: Option<&'a str>,
}

/// The events of all facts that are wanted: by their days, then in the order of the sources.
pub(super) fn entries(
    base: &Base,
    known: &KnownFacts,
    names: &Names,
    wanted: &Wanted,
) -> Vec<TimelineEntry> {
    let about = wanted.about.map(|about| Topic::new(about, names));
    let mut entries = Vec::new();
    for (index, source) in base.sources().iter().enumerate() {
        let fits = |fact: &&Fact| about.as_ref().is_none_or(|about| about.is_in(fact, names));
        let facts = known.of(base, index).iter().filter(fits);
        entries.extend(
            facts.filter_map(|fact| entry(fact, source, index)).filter(|entry| wanted.has(entry)),
        );
    }
    entries.sort_by_key(|entry: &TimelineEntry| (entry.start, entry.end, entry.source));
    without_repeats(entries)
}

impl Wanted<'_> {
    fn has(&self, entry: &TimelineEntry) -> bool {
        self.from.is_none_or(|from| entry.end >= from) && self.to.is_none_or(|to| entry.start <= to)
    }
}

fn entry(fact: &Fact, source: &Source, index: usize) -> Option<TimelineEntry> {
    let date = fact.when.as_ref()?;
    let start = date.start?;
    let when = extract::resolved(date, source.published)
        .map_or_else(|| date.text.clone(), |when| when.written_widely());
    Some(TimelineEntry {
        start,
        end: date.end.unwrap_or(start),
        when,
        what: description(fact)?,
        source: index,
    })
}

/// "Ann Lee resigned", "Ann Lee, a former judge".
pub(super) fn description(fact: &Fact) -> Option<String> {
    let (who, what) = (fact.who.as_deref()?, fact.what.as_deref()?);
    let noun = ["a ", "an ", "the "].iter().any(|article| what.starts_with(article));
    let between = if noun { ", " } else { " " };
    let what = called_shortly(who, what);
    Some(capitalised(&cut(format!("{who}{between}{what}"))))
}

/// `what` with the last name alone where it names the person `who` again: "Ann Lee
/// said *Lee* would go".
fn called_shortly(who: &str, what: &str) -> String {
    let words: Vec<&str> = who.split(' ').collect();
    let is_person = words.len() > 1 && Lexicon::builtin().given_name(words[0]).is_some();
    match words.last().filter(|_| is_person) {
        Some(last) => what.replace(who, last),
        None => what.to_owned(),
    }
}

/// `text` as a description, without a comma before what is left out.
fn cut(text: String) -> String {
    match cut_at_word(&text, LONGEST) {
        Some(kept) => format!("{}…", kept.trim_end_matches([',', ' '])),
        None => text,
    }
}

/// Of entries with the same days and mostly the same words, the first.
fn without_repeats(entries: Vec<TimelineEntry>) -> Vec<TimelineEntry> {
    let mut kept: Vec<(TimelineEntry, HashSet<String>)> = Vec::new();
    for entry in entries {
        let words = words(&entry.what);
        let same_days = kept.iter().rev().take_while(|(other, _)| other.start == entry.start);
        let known = same_days
            .into_iter()
            .any(|(other, known)| other.end == entry.end && is_same(known, &words));
        if !known {
            kept.push((entry, words));
        }
    }
    kept.into_iter().map(|(entry, _)| entry).collect()
}

fn words(text: &str) -> HashSet<String> {
    let words = fold(text);
    let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
    words.map(str::to_owned).collect()
}

fn is_same(a: &HashSet<String>, b: &HashSet<String>) -> bool {
    let fewer = a.len().min(b.len());
    fewer > 0 && a.intersection(b).count() as f32 >= SAME * fewer as f32
}

/// What an event has to speak of: names under any of their forms, other words by their base form.
struct Topic {
    keys: Vec<String>,
    lemmas: Vec<String>,
}

impl Topic {
    fn new(about: &str, names: &Names) -> Self {
        let (keys, lemmas) = terms(about, names);
        let told: Vec<String> =
            lemmas.iter().filter(|lemma| Lexicon::builtin().rarity(lemma) > 0.2).cloned().collect();
        let lemmas = if told.is_empty() { lemmas } else { told };
        Topic { lemmas: if keys.is_empty() { lemmas } else { Vec::new() }, keys }
    }

    fn is_in(&self, fact: &Fact, names: &Names) -> bool {
        let fields = [&fact.who, &fact.what, &fact.place, &fact.said_by];
        let fields = fields.into_iter().flatten().map(String::as_str);
        let text = fields.chain([fact.quote.as_str()]).collect::<Vec<_>>().join(" ");
        let (keys, lemmas) = terms(&text, names);
        let has = |wanted: &String| {
            lemmas.contains(wanted)
                || lemmas.iter().any(|lemma| Lexicon::builtin().similar(wanted, lemma) > 0.8)
        };
        self.keys.iter().all(|key| keys.contains(key)) && self.lemmas.iter().all(has)
    }
}

fn terms(text: &str, names: &Names) -> (Vec<String>, Vec<String>) {
    let grammar = syntax::analyse(text, Span::new(0..text.len()));
    let words: Vec<&str> = grammar.tokens.iter().map(|token| token.span.of(text)).collect();
    let mut keys = Vec::new();
    names.find(&words, &mut |_, _, key| keys.push(key.to_owned()));
    let told = |&token: &usize| !grammar.tokens[token].tag.is_punctuation();
    let lemmas = (0..words.len()).filter(told).map(|token| fold(grammar.lemma(token)));
    (keys, lemmas.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::FactDate;
    use jiff::civil::date;

    fn fact(what: &str, text: &str, day: Date) -> Fact {
        let when = FactDate { text: text.into(), start: Some(day), end: Some(day) };
        Fact {
            quote: format!("Ann Lee {what} {text}"),
            who: Some("Ann Lee".into()),
            what: Some(what.into()),
            when: Some(when),
            ..Fact::default()
        }
    }

    fn told(from: Option<Date>, to: Option<Date>, about: Option<&str>) -> Vec<(String, String)> {
        let facts = vec![
            fact("left Japan for good", "on 9 March 2015", date(2015, 3, 9)),
            fact("visited the United States", "on 2 March 2015", date(2015, 3, 2)),
            fact("visited the United States briefly", "on 2 March 2015", date(2015, 3, 2)),
        ];
        let (mut base, mut known) = (Base::default(), KnownFacts::default());
        base.add(Source::default(), Vec::new());
        known.add(Some(facts));
        let entries = entries(&base, &known, &Names::default(), &Wanted { from, to, about });
        entries.into_iter().map(|entry| (entry.when, entry.what)).collect()
    }

    #[test]
    fn events_come_in_order_and_once() {
        let told = told(None, None, None);
        let whats: Vec<_> = told.iter().map(|(_, what)| what.as_str()).collect();
        assert_eq!(whats, ["Ann Lee visited the United States", "Ann Lee left Japan for good"]);
        assert_eq!(told[0].0, "2 March 2015");
    }

    #[test]
    fn a_person_is_named_in_full_once() {
        let what = "said Ann Lee would leave";
        assert_eq!(called_shortly("Ann Lee", what), "said Lee would leave");
        assert_eq!(called_shortly("Border Agency", "Border Agency left"), "Border Agency left");
    }

    #[test]
    fn both_ends_belong_to_what_is_wanted() {
        assert_eq!(told(Some(date(2015, 3, 3)), None, None).len(), 1);
        assert_eq!(told(Some(date(2015, 3, 2)), Some(date(2015, 3, 9)), None).len(), 2);
        assert_eq!(told(None, Some(date(2015, 3, 1)), None), []);
    }

    #[test]
    fn other_names_of_a_topic_count() {
        assert_eq!(told(None, None, Some("USA"))[0].1, "Ann Lee visited the United States");
        assert_eq!(told(None, None, Some("Norway")), []);
    }
}
