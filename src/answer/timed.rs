//! Questions that a time asked about decides: "what happens today?", "are there talks this week?",
//! "what happened in June 2012?". Events answer whose dates lie in that time; where there are none,
//! the articles do not say, and the nearest event is named.

use crate::fact::{Base, DateKind, Dated, Notes, Passage};
use crate::lexicon::Lexicon;
use crate::question::{Query, QuestionType};
use crate::text::date::{Precision, When};
use crate::text::syntax::Relation;

use super::asked_time::{self, AskedTime, Fit, Told};
use super::candidate::{Candidate, Kind};
use super::matching::Variants;
use super::respond::{self, Asking};
use super::retrieval;
use super::search::{self, Found};
use super::types::{Answer, Choice, Status, Verdict};
use super::verdict;
use super::wording;

/// The share of the question that an event and its headline have to cover.
const ENOUGH: f32 = 0.6;
/// How many events are told at most.
const EVENTS: usize = 3;
/// How long each is at most where there are several, in characters.
const LONGEST_OF_SEVERAL: usize = 110;
/// The longest event that is named as the nearest, in characters.
const LONGEST_NEAREST: usize = 200;

/// Something that happens at a time.
#[derive(Clone, Debug)]
struct Event<'a> {
    passage: u32,
    date: &'a Dated,
    when: &'a When,
    covers: f32,
}

/// The answer, where the question's time decides it.
pub(super) fn answer(query: &Query, base: &Base, asking: &Asking) -> Option<Answer> {
    let (time, tokens) = asked_time::of(query, asking.today)?;
    let rest = asked_time::without(query, &tokens);
    let is_open = is_open(&rest);
    if time.told == Told::Calendar && (!is_open || query.asks.wants_verdict()) {
        return None;
    }
    let found = search::search(&rest, base, asking.in_talk);
    if query.asks.wants_verdict() && !is_open && is_as_told(&time, &found) {
        return None;
    }
    let events = events(&rest, &found, is_open);
    let within = || best_within(&time, &events);
    let given = if query.asks.wants_verdict() {
        by_verdict(&rest, &found, &time, &events, asking)
    } else if is_open {
        told(base, &within())
    } else {
        by_candidate(&rest, &found, &time, asking).or_else(|| {
            let names_events = matches!(rest.asks, QuestionType::What | QuestionType::Topic);
            told(base, &within()).filter(|_| names_events)
        })
    };
    let best = found.ranked.first().map(|best| best.candidate.passage);
    let is_undated = || best.is_some_and(|it| time.is_told_undated(base, base.passage(it).source));
    let is_of_talk = || asking.in_talk.is_some_and(|talk| time.is_told_in(base, talk.source));
    let decides = match time.told {
        Told::Running => is_open || !is_of_talk(),
        Told::Loosely => is_open || best.is_none_or(|it| time.is_near(base.source_of(it))),
        Told::Calendar => false,
    };
    given.or_else(|| (decides && !is_undated()).then(|| nothing(base, &time, &events, is_open)))
}

/// Whether a time must be meant as an old report tells it: "did he die on Wednesday?"
fn is_as_told(time: &AskedTime, found: &Found) -> bool {
    let is_old = |hit: &retrieval::Hit| !time.is_near(found.base.source_of(hit.passage));
    time.told == Told::Loosely && found.hits.first().is_some_and(is_old)
}

/// Whether nothing but the time tells what is asked about: "what happens?", "any news?".
fn is_open(rest: &Query) -> bool {
    const ANY: [&str; 16] = [
        "event",
        "news",
        "thing",
        "happening",
        "go",
        "on",
        "take",
        "place",
        "occur",
        "plan",
        "schedule",
        "new",
        "story",
        "headline",
        "expect",
        "day",
    ];
    let asks = matches!(
        rest.asks,
        QuestionType::What | QuestionType::Which | QuestionType::Topic | QuestionType::YesNo
    );
    asks && rest.terms.iter().all(|term| ANY.contains(&term.lemma.as_str()))
}

/// Every dated event that the rest of the question may be about.
fn events<'a>(rest: &Query, found: &Found<'a>, is_open: bool) -> Vec<Event<'a>> {
    let base = found.base;
    let variants = Variants::new(&found.wanted);
    let mut events = Vec::new();
    for (number, passage) in (0..).zip(base.passages()) {
        let counted = passage.dates.iter().filter(|date| is_open || counts(rest, passage, date));
        let dated = counted.filter_map(|date| Some((date, point(date)?)));
        let mut dated = dated.peekable();
        if passage.is_title || dated.peek().is_none() {
            continue;
        }
        let covers = if is_open { 1.0 } else { covers(found, &variants, number) };
        if covers >= ENOUGH {
            events.extend(dated.map(|(date, when)| Event { passage: number, date, when, covers }));
        }
    }
    events
}

/// Whether a date may be that of what is asked about: not where it only tells
/// when somebody said so.
fn counts(rest: &Query, passage: &Passage, date: &Dated) -> bool {
    let asks_saying =
        rest.terms.iter().any(|term| Lexicon::builtin().saying(&term.lemma).is_some());
    asks_saying || saying(passage, date).is_none()
}

/// The verb of saying that a date belongs to: above it in the sentence, or right before it.
fn saying(passage: &Passage, date: &Dated) -> Option<usize> {
    let grammar = &passage.grammar;
    let is_verb = |&token: &usize| grammar.tokens[token].tag.is_verb();
    let before = (0..usize::from(date.first)).rev().find(is_verb);
    let reports = |verb: &usize| {
        let has_content = [Relation::Ccomp, Relation::Parataxis]
            .into_iter()
            .any(|relation| grammar.child(*verb, relation).is_some());
        Lexicon::builtin().saying(grammar.lemma(*verb)).is_some()
            && (has_content || grammar.tokens[*verb].relation == Relation::Parataxis)
    };
    let verbs = [wording::verb_of(passage, date), before];
    verbs.into_iter().flatten().find(reports).filter(|_| passage.speaker.is_some())
}

/// What is said, where a date only tells when.
fn content(passage: &Passage, date: &Dated) -> Option<(usize, usize)> {
    let grammar = &passage.grammar;
    let said = grammar.child(saying(passage, date)?, Relation::Ccomp)?;
    let (first, last) = grammar.subtree(said);
    let outside = |token: u16| !(first..=last).contains(&usize::from(token));
    outside(date.first).then_some((first, last))
}

fn point(date: &Dated) -> Option<&When> {
    let point = matches!(date.kind, DateKind::Calendar | DateKind::Clock);
    date.when.as_ref().filter(|when| point && !when.is_open())
}

/// The share of the question that a passage covers together with the headline above it.
fn covers(found: &Found, variants: &Variants, number: u32) -> f32 {
    let base = found.base;
    let title = base.passages_of(base.passage(number).source as usize).start;
    let (own, above) = (variants.meet(base, number), variants.meet(base, title));
    let weights = found.wanted.iter().map(|want| want.weight);
    let total: f32 = weights.clone().sum();
    let met = own.iter().zip(&above).map(|(own, above)| own.strength.max(above.strength));
    weights.zip(met).map(|(weight, met)| weight * met).sum::<f32>() / total.max(f32::EPSILON)
}

/// The events that lie within the time asked about, the best first, one a passage.
fn best_within<'a>(time: &AskedTime, events: &[Event<'a>]) -> Vec<Event<'a>> {
    let mut within: Vec<Event> =
        events.iter().filter(|event| time.fit_of(event.when) == Fit::Within).cloned().collect();
    within.dedup_by_key(|event| event.passage);
    within.sort_by(|a, b| {
        b.covers.total_cmp(&a.covers).then(a.when.precision.cmp(&b.when.precision))
    });
    within
}

/// The events as an answer; nothing where there are none.
fn told(base: &Base, events: &[Event]) -> Option<Answer> {
    let events = &events[..events.len().min(EVENTS)];
    let first = events.first()?;
    let longest = if events.len() > 1 { LONGEST_OF_SEVERAL } else { wording::LONGEST - 60 };
    let texts: Vec<String> = events
        .iter()
        .map(|event| wording::capitalised(&told_alone(base, event, longest)))
        .collect();
    let passage = base.passage(first.passage);
    let (from, to) = wording::clause_range(passage, &as_candidate(passage, first));
    Some(Answer {
        status: Status::Answered,
        text: wording::shortened(&texts.join("; "), wording::LONGEST),
        span: Some(passage.words(from, to).to_owned()),
        citations: events.iter().map(|event| wording::citation(base, event.passage)).collect(),
        ..Answer::default()
    })
}

/// "The bridge opened on Friday (6 March 2015)"; "Ann Lee said on 6 March 2015: the bridge …".
fn told_alone(base: &Base, event: &Event, longest: usize) -> String {
    let passage = base.passage(event.passage);
    let when = event.when.written_widely();
    let said = content(passage, event.date).zip(passage.speaker.as_deref());
    if let Some(((first, last), speaker)) = said {
        let words = wording::shortened(passage.words(first, last), longest);
        return wording::balanced(&format!("{speaker} said {}: {words}", at(event.when, &when)));
    }
    let clause = clause(base, event, longest);
    let clear = wording::is_in_full(passage, event.date)
        && clause.contains(event.date.span.of(&passage.text));
    if clear { clause } else { format!("{clause} ({when})") }
}

/// The clause that tells an event; the whole sentence where the clause breaks off at its verb.
fn clause(base: &Base, event: &Event, longest: usize) -> String {
    let passage = base.passage(event.passage);
    let candidate = as_candidate(passage, event);
    let (_, last) = wording::clause_range(passage, &candidate);
    let breaks_off = Lexicon::builtin().saying(passage.grammar.lemma(last)).is_some();
    let text = match breaks_off {
        true => wording::statement(passage),
        false => wording::clause_around(passage, &candidate),
    };
    wording::shortened(&text, longest)
}

fn as_candidate(passage: &Passage, event: &Event) -> Candidate {
    let (first, last) = (event.date.first, event.date.last);
    let head = passage.grammar.top(first.into(), last.into()).map_or(last, |top| top as u16);
    Candidate {
        passage: event.passage,
        first,
        last,
        head,
        kind: Kind::Date,
        notes: Notes::default(),
    }
}

/// The best candidate whose passage is of the time asked about.
fn by_candidate(rest: &Query, found: &Found, time: &AskedTime, asking: &Asking) -> Option<Answer> {
    let base = found.base;
    let fits = |number: u32| {
        let passage = base.passage(number);
        time.fit(passage, |date| counts(rest, passage, date)) == Fit::Within
    };
    let best = found.ranked.iter().find(|ranked| fits(ranked.candidate.passage))?;
    let trusted = respond::confidence(rest, base, best) >= respond::ENOUGH;
    trusted.then(|| respond::answered(rest, found, best, asking))
}

/// Yes where an event of that time says so; No where the same thing is dated otherwise.
fn by_verdict(
    rest: &Query,
    found: &Found,
    time: &AskedTime,
    events: &[Event],
    asking: &Asking,
) -> Option<Answer> {
    let base = found.base;
    let exists = rest.words.iter().any(|word| matches!(word.as_str(), "there" | "any"));
    let within = best_within(time, events);
    let fits = |number: u32| {
        let passage = base.passage(number);
        time.fit(passage, |date| counts(rest, passage, date))
    };
    let hits = found.hits.iter().filter(|hit| fits(hit.passage) == Fit::Within).copied().collect();
    let wanted = found.wanted.clone();
    let narrowed = Found { wanted, hits, ranked: Vec::new(), is_second: false, base };
    if let Some(judged) = verdict::judge(rest, &narrowed, asking.in_talk) {
        return Some(respond::verdict(rest, found, judged.verdict, judged.passage));
    }
    if let Some(event) = within.first().filter(|_| exists) {
        return Some(respond::verdict(rest, found, Verdict::Yes, event.passage));
    }
    let elsewhere = verdict::judge(rest, found, asking.in_talk)
        .filter(|judged| judged.verdict == Verdict::Yes && !exists && rest.terms.len() > 1)?;
    let passage = base.passage(elsewhere.passage);
    let mut days = passage.dates.iter().filter(|date| counts(rest, passage, date));
    let day = days.find_map(point).filter(|when| when.precision <= Precision::Day)?;
    (fits(elsewhere.passage) == Fit::Outside).then(|| {
        let answer = respond::verdict(rest, found, Verdict::No, elsewhere.passage);
        let note = format!("that is {}", day.written());
        Answer { text: wording::with_note(answer.text, Some(&note)), ..answer }
    })
}

/// "The articles date nothing …", with the nearest event that they do date.
fn nothing(base: &Base, time: &AskedTime, events: &[Event], is_open: bool) -> Answer {
    let nearest = events.iter().min_by(|a, b| {
        let days = |event: &Event| time.days_to(event.when);
        days(a).cmp(&days(b)).then(b.covers.total_cmp(&a.covers))
    });
    let asked = at_days(time);
    let mut text = match is_open {
        true => format!("The articles report nothing for {asked}."),
        false => format!("The articles do not say that for {asked}."),
    };
    let mut choices = Vec::new();
    if let Some(event) = nearest {
        let when = event.when.written_widely();
        let clause = clause(base, event, LONGEST_NEAREST);
        let clause = clause.trim_end_matches('.');
        let stop = if clause.ends_with('…') { "" } else { "." };
        let told = wording::capitalised(clause);
        text.push_str(&match time.fit_of(event.when) {
            Fit::Within => format!(" Of that time they tell: {told}{stop}"),
            _ => format!(" The nearest is {when}: {told}{stop}"),
        });
        choices.push(Choice {
            label: wording::shortened(clause, 80),
            question: format!("what happened {}?", at(event.when, &when)),
        });
    }
    Answer {
        status: Status::NotInArticles,
        text: wording::shortened(&text, wording::LONGEST),
        choices,
        ..Answer::default()
    }
}

/// "On 6 March 2015", "in March 2015", "late 6 March 2015".
fn at(when: &When, written: &str) -> String {
    let by_day = when.precision <= Precision::Day;
    match written.starts_with(|c: char| c.is_ascii_digit()) {
        true if by_day => format!("on {written}"),
        false if by_day => written.to_owned(),
        _ => format!("in {written}"),
    }
}

/// "Today (8 March 2015)", "27 November".
fn at_days(time: &AskedTime) -> String {
    let (words, written) = (time.words.trim_start_matches("on "), time.written());
    if crate::text::fold(words) == crate::text::fold(&written) {
        return written;
    }
    format!("{words} ({written})")
}
