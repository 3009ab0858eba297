//! An answer: what it says, the proof, who else reports it, and what can be done with it.

use super::{Reader, block, byline, byline_with_link, last_button};
use crate::answer::{Answer, Status};
use crate::discord::custom_id::{Action, ChoiceId, MOST_OTHERS};
use crate::discord::escape::{escape, escape_within, plain};
use crate::discord::limits;
use crate::discord::locale::{Words, fill};
use crate::discord::reply::{Button, Menu, Reply, Row};
use crate::engine::{Engine, ProofId};

/// The most quotes that one answer shows.
const QUOTES: usize = 3;

/// The most articles that are named as reporting the same.
const ALSO: usize = 4;

/// The longest text that stands in bold: a whole paragraph of it shouts.
const BOLD: usize = 160;

/// The longest answer.
const TEXT: usize = 700;

/// What `answer` looks like. The engine is asked which choices are quotes of its own.
pub(in crate::discord) fn answer(answer: &Answer, engine: &Engine, reader: Reader) -> Reply {
    let words = reader.locale.words();
    let mut lines = vec![text(answer, reader)];
    if let Some(subject) = &answer.subject {
        lines.push(format!("-# {}", fill(&words.about, &[("subject", &escape(subject))])));
    }
    for citation in answer.citations.iter().take(QUOTES) {
        lines.push(block(&citation.quote));
        lines.push(byline_with_link(citation, reader.locale));
    }
    if !answer.also.is_empty() {
        let names = answer.also.iter().take(ALSO).map(|also| byline(also, reader.locale));
        let names = names.collect::<Vec<_>>().join("; ");
        lines.push(fill(&words.also, &[("names", &names)]));
    }
    let (content, _) = limits::lines_within(lines.iter().map(String::as_str), limits::CONTENT);
    let mut rows = choices(answer, engine, words);
    rows.push(Row::Buttons(buttons(answer, reader)));
    Reply { content, rows }
}

/// The engine's sentence; in other languages the bot's own, where nothing is answered.
fn text(answer: &Answer, reader: Reader) -> String {
    let words = reader.locale.words();
    let is_english = reader.locale == crate::discord::locale::Locale::English;
    match answer.status {
        Status::Answered => emphasised(&answer.text),
        _ if is_english => escape_within(&answer.text, TEXT),
        Status::SmallTalk => words.greeting.clone(),
        Status::Unclear => words.which.clone(),
        Status::NotInArticles if answer.choices.is_empty() => words.missing.clone(),
        Status::NotInArticles => format!("{} {}", words.missing, words.nearest),
    }
}

/// The answer in bold: what stands before the dash, where a sentence stands behind it.
fn emphasised(text: &str) -> String {
    let bold = |text: &str| match escape_within(text, TEXT) {
        text if limits::length(&text) <= BOLD && !text.is_empty() => format!("**{text}**"),
        text => text,
    };
    match text.split_once(" — ") {
        Some((answer, sentence)) => format!("{} — {}", bold(answer), escape_within(sentence, TEXT)),
        None => bold(text),
    }
}

/// What to ask instead: a menu where one of several is meant, else buttons.
fn choices(answer: &Answer, engine: &Engine, words: &Words) -> Vec<Row> {
    if answer.choices.is_empty() {
        return Vec::new();
    }
    if answer.status == Status::Unclear {
        let option = |choice: &crate::answer::Choice| {
            (plain(&choice.label), ChoiceId::of(&choice.question).write())
        };
        let options = answer.choices.iter().map(option).collect();
        return vec![Row::Menu(Menu {
            placeholder: words.which.clone(),
            options,
            action: Action::Pick,
        })];
    }
    let button = |(place, choice): (usize, &crate::answer::Choice)| {
        let action = match engine.quoted(&choice.question) {
            Some(proof) => Action::Tell(proof),
            None => Action::Choose(place, ChoiceId::of(&choice.question)),
        };
        Button::new(&choice.label, action)
    };
    let buttons = answer.choices.iter().take(limits::BUTTONS).enumerate().map(button);
    vec![Row::Buttons(buttons.collect())]
}

fn buttons(answer: &Answer, reader: Reader) -> Vec<Button> {
    let words = reader.locale.words();
    let proof = answer.citations.first().map(ProofId::of);
    let mut buttons = Vec::new();
    if let Some(proof) = proof {
        let others = answer.also.iter().take(MOST_OTHERS).map(ProofId::of).collect();
        buttons.push(Button::new(&words.context, Action::Context(proof)));
        buttons.push(Button::new(&words.others, Action::Others(proof, others)));
    }
    if answer.status != Status::Unclear {
        buttons.push(Button::new(&words.follow_up, Action::FollowUp(proof)));
    }
    if answer.status != Status::SmallTalk {
        buttons.push(Button::new(&words.not_right, Action::NotRight(proof)));
    }
    buttons.push(last_button(reader, proof));
    buttons
}

#[cfg(test)]
mod tests {
    use super::super::testing::{citation, reader, show};
    use super::*;
    use crate::answer::{Choice, Citation};
    use crate::discord::locale::Locale;

    fn engine() -> Engine {
        Engine::new(Vec::new(), crate::engine::Additions::default())
    }

    fn given() -> Answer {
        Answer {
            status: Status::Answered,
            text: "March 2015 (“later this month”)".into(),
            citations: vec![citation()],
            also: vec![Citation { title: "More *talks*".into(), ..citation() }],
            subject: Some("the talks".into()),
            ..Answer::default()
        }
    }

    #[test]
    fn an_answer_shows_its_proof_in_the_text() {
        insta::assert_snapshot!(show(&answer(&given(), &engine(), reader())), @r"
        **March 2015 (“later this month”)**
        -# about the talks
        > They will hold talks later this month
        Talks to be held, China Daily, 7 March 2015 <https://news.example/talks>
        Also reported by: More \*talks\*, China Daily, 7 March 2015
        [Context][Other reports][Ask a follow-up][Not right?][Delete]
        ");
    }

    #[test]
    fn a_private_answer_can_be_shared_and_is_in_the_readers_language() {
        let reader = Reader { locale: Locale::German, is_private: true, ..reader() };
        insta::assert_snapshot!(show(&answer(&given(), &engine(), reader)), @r"
        **March 2015 (“later this month”)**
        -# zu the talks
        > They will hold talks later this month
        Talks to be held, China Daily, 7. März 2015 <https://news.example/talks>
        Auch berichtet von: More \*talks\*, China Daily, 7. März 2015
        [Zusammenhang][Andere Berichte][Nachfragen][Stimmt nicht?][Teilen]
        ");
    }

    fn with_choices(status: Status) -> Answer {
        let choice = |label: &str| Choice { label: label.into(), question: format!("{label}?") };
        let choices = vec![choice("the first"), choice("the second")];
        Answer { status, text: "Which one?".into(), choices, ..Answer::default() }
    }

    #[test]
    fn where_two_events_fit_a_menu_asks_which() {
        let text = show(&answer(&with_choices(Status::Unclear), &engine(), reader()));
        assert!(text.contains("(Which one do you mean?: the first | the second)"), "{text}");
    }

    #[test]
    fn what_is_nearest_is_a_button() {
        let text = show(&answer(&with_choices(Status::NotInArticles), &engine(), reader()));
        assert!(text.contains("[the first][the second]\n[Ask a follow-up]"), "{text}");
    }

    #[test]
    fn only_what_answers_stands_in_bold() {
        assert_eq!(emphasised("Japan — They met in Japan"), "**Japan** — They met in Japan");
        assert_eq!(emphasised("*Japan*"), r"**\*Japan\***");
        assert_eq!(emphasised(&"x".repeat(200)), "x".repeat(200));
    }

    #[test]
    fn the_longest_answer_keeps_the_limit_and_its_proof() {
        let long = Citation { quote: "_q_ ".repeat(900), title: "t*".repeat(400), ..citation() };
        let given = Answer {
            text: "*a* ".repeat(600),
            citations: vec![long.clone(), long.clone()],
            also: vec![long; 9],
            ..given()
        };
        let content = answer(&given, &engine(), reader()).content;
        assert!(limits::length(&content) <= limits::CONTENT);
        assert!(content.contains("\n> \\_q"), "{content}");
    }

    #[test]
    fn the_exchange_in_the_readme_is_real() {
        let engine = crate::knowledge::Knowledge::built_in().into_engine();
        let (mut talk, today) =
            (crate::engine::Conversation::default(), jiff::civil::date(2015, 3, 9));
        let readme = include_str!("../../../README.md");
        let question = readme.lines().find_map(|line| line.strip_prefix("@Dateline "));
        let given = engine.ask(question.expect("somebody asks"), &mut talk, today);
        let shown = show(&answer(&given, &engine, reader()));
        assert!(readme.contains(&shown), "the README should have:\n{shown}");
    }
}
