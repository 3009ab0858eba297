//! An answer: what it says, the proof, who else reports it, and what can be done with it.

use super::{Reader, byline, last_button, quoted};
use crate::answer::{Answer, Status};
use crate::discord::custom_id::{Action, ChoiceId, MOST_OTHERS};
use crate::discord::escape::{escape_within, plain, unescape};
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

/// The longest subject that a follow-up took from the conversation.
const SUBJECT: usize = 200;

/// The longest question that is repeated where there is something to choose.
const ASKED: usize = 400;

/// What `answer` to the question `asked` looks like. The engine is asked which choices are quotes
/// of its own.
pub(in crate::discord) fn answer(
    answer: &Answer,
    asked: &str,
    engine: &Engine,
    reader: Reader,
) -> Reply {
    let words = reader.locale.words();
    let mut rows = choices(answer, engine, words);
    let mut lines = Vec::new();
    if let Some(subject) = &answer.subject {
        let subject = escape_within(subject, SUBJECT);
        lines.push(format!("-# {}", fill(&words.about, &[("subject", &subject)])));
    }
    if needs_question(&rows) {
        lines.push(repeated(asked));
    }
    let quotes = answer.citations.iter().take(QUOTES);
    let quotes: Vec<String> = quotes.map(|citation| quoted(citation, reader.locale)).collect();
    // The text makes room for the first quote: no answer stands without its source.
    let below = lines.iter().chain(quotes.first()).map(|line| limits::length(line) + 1);
    let room = limits::CONTENT.saturating_sub(below.sum());
    lines.insert(0, text(answer, reader, TEXT.min(room)));
    lines.extend(quotes);
    if !answer.also.is_empty() {
        let names = answer.also.iter().take(ALSO).map(|also| byline(also, reader.locale));
        let names = names.collect::<Vec<_>>().join("; ");
        lines.push(fill(&words.also, &[("names", &names)]));
    }
    let (content, _) = limits::lines_within(lines.iter().map(String::as_str), limits::CONTENT);
    rows.push(Row::Buttons(buttons(answer, reader)));
    Reply { content, rows, is_aside: false }
}

/// Whether something can be chosen whose question no button may carry.
fn needs_question(rows: &[Row]) -> bool {
    let is_choice = |button: &Button| matches!(button.action, Action::Choose(..));
    rows.iter().any(|row| match row {
        Row::Menu(_) => true,
        Row::Buttons(buttons) => buttons.iter().any(is_choice),
    })
}

/// What was asked, for everybody to see, and for the choices below to be found again by.
fn repeated(asked: &str) -> String {
    format!("-# “{}”", escape_within(asked, ASKED))
}

/// What was asked, as an answer with choices repeats it.
pub(in crate::discord) fn asked(content: &str) -> Option<String> {
    let repeated = |line: &str| Some(line.strip_prefix("-# “")?.strip_suffix('”')?.to_owned());
    content.lines().find_map(repeated).map(|asked| unescape(&asked))
}

/// The engine's sentence; in other languages the bot's own, where nothing is answered.
fn text(answer: &Answer, reader: Reader, longest: usize) -> String {
    let words = reader.locale.words();
    let is_english = reader.locale == crate::discord::locale::Locale::English;
    match answer.status {
        Status::Answered => emphasised(&answer.headline(), longest),
        _ if is_english => escape_within(&answer.text, longest),
        Status::SmallTalk => words.greeting.clone(),
        Status::Unclear => words.which.clone(),
        Status::NotInArticles if answer.choices.is_empty() => words.missing.clone(),
        Status::NotInArticles => format!("{} {}", words.missing, words.nearest),
    }
}

/// The answer in bold: what stands before the dash, where a sentence stands behind it.
fn emphasised(text: &str, longest: usize) -> String {
    let bold = |text: &str| match escape_within(text, longest.saturating_sub(4)) {
        text if limits::length(&text) <= BOLD && !text.is_empty() => format!("**{text}**"),
        text => text,
    };
    match text.split_once(" — ") {
        Some((answer, sentence)) => {
            let answer = format!("{} — ", bold(answer));
            let room = longest.saturating_sub(limits::length(&answer));
            format!("{answer}{}", escape_within(sentence, room))
        }
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
        insta::assert_snapshot!(show(&answer(&given(), "when?", &engine(), reader())), @r"
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
        insta::assert_snapshot!(show(&answer(&given(), "when?", &engine(), reader)), @r"
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
        let text = show(&answer(&with_choices(Status::Unclear), "when?", &engine(), reader()));
        assert!(text.contains("(Which one do you mean?: the first | the second)"), "{text}");
    }

    #[test]
    fn where_there_is_something_to_choose_what_was_asked_is_told_and_found_again() {
        let evil = "*when* is it, <@1> “now”?";
        let given = answer(&with_choices(Status::Unclear), evil, &engine(), reader());
        assert_eq!(asked(&given.content).as_deref(), Some(evil), "{}", given.content);
        assert_eq!(asked(&answer(&super::tests::given(), evil, &engine(), reader()).content), None);
    }

    #[test]
    fn what_is_nearest_is_a_button() {
        let text =
            show(&answer(&with_choices(Status::NotInArticles), "when?", &engine(), reader()));
        assert!(text.contains("[the first][the second]\n[Ask a follow-up]"), "{text}");
    }

    #[test]
    fn only_what_answers_stands_in_bold() {
        assert_eq!(emphasised("Japan — They met in Japan", TEXT), "**Japan** — They met in Japan");
        assert_eq!(emphasised("*Japan*", TEXT), r"**\*Japan\***");
        assert_eq!(emphasised(&"x".repeat(200), TEXT), "x".repeat(200));
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
        let content = answer(&given, "when?", &engine(), reader()).content;
        assert!(limits::length(&content) <= limits::CONTENT);
        assert!(content.contains("\n> \\_q"), "{content}");
        assert!(content.contains("China Daily, 7 March 2015 <https://news.example/talks>"));
    }

    #[test]
    fn the_exchange_in_the_readme_is_real() {
        let engine = crate::knowledge::Knowledge::built_in().into_engine();
        let (mut talk, today) =
            (crate::engine::Conversation::default(), jiff::civil::date(2015, 3, 9));
        let readme = include_str!("../../../README.md");
        let question = readme.lines().find_map(|line| line.strip_prefix("@Dateline "));
        let given = engine.ask(question.expect("somebody asks"), &mut talk, today);
        let shown = show(&answer(&given, "when?", &engine, reader()));
        assert!(readme.contains(&shown), "the README should have:\n{shown}");
    }
}
