//! What a line that is typed means, and what it is replied to with.

use jiff::civil::Date;

use super::command;
use crate::answer::{Answer, Choice};
use crate::engine::{Conversation, Engine};
use crate::render::{self, NO_ARTICLES, Page, Tone};

/// What a line is answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// Text to show.
    Page(Page),
    /// Nothing: the line was empty.
    Nothing,
    /// The person leaves.
    Leave,
}

/// One person's chat.
pub(super) struct Session<'a> {
    /// What answers.
    pub(super) engine: &'a Engine,
    conversation: Conversation,
    /// What the last answer offers by number.
    choices: Vec<Choice>,
    /// The last question, and the conversation before it.
    last: Option<(String, Conversation)>,
}

impl<'a> Session<'a> {
    /// A chat in which nothing was said yet.
    pub(super) fn new(engine: &'a Engine) -> Self {
        Self { engine, conversation: Conversation::default(), choices: Vec::new(), last: None }
    }

    /// Replies to a line: a command, the number of a choice, or a question.
    pub(super) fn reply(&mut self, line: &str, today: Date) -> Reply {
        let line = line.trim();
        if line.is_empty() {
            return Reply::Nothing;
        }
        if let Some(command) = line.strip_prefix('/') {
            return command::run(self, command, today);
        }
        let question = match numbered(line) {
            Some(number) if !self.choices.is_empty() => match self.choice(number) {
                Some(question) => question,
                None => return Reply::Page(Page::of(&self.range())),
            },
            Some(number) if number < FIRST_YEAR => {
                return Reply::Page(Page::of("There is nothing to choose from: type a question."));
            }
            _ => line.to_owned(),
        };
        let mut page = render::answer(&self.ask(&question, today));
        if self.engine.sources().is_empty() {
            page.line(0, Tone::Plain, NO_ARTICLES);
        }
        if !self.choices.is_empty() {
            page.line(0, Tone::Faint, "Type a number, or another question.");
        }
        Reply::Page(page)
    }

    /// Answers `question` in this conversation.
    pub(super) fn ask(&mut self, question: &str, today: Date) -> Answer {
        self.last = Some((question.to_owned(), self.conversation.clone()));
        let answer = self.engine.ask(question, &mut self.conversation, today);
        self.choices.clone_from(&answer.choices);
        answer
    }

    /// How the last answer came about, and the answer; nothing is said by it.
    pub(super) fn explain_last(&self, today: Date) -> Option<Page> {
        let (question, before) = self.last.as_ref()?;
        let answer = self.engine.explain(question, &mut before.clone(), today);
        Some(render::explained(&answer))
    }

    fn choice(&self, number: usize) -> Option<String> {
        let choice = self.choices.get(number.checked_sub(1)?)?;
        Some(choice.question.clone())
    }

    fn range(&self) -> String {
        match self.choices.len() {
            1 => "There is one choice: type 1, or a question.".to_owned(),
            count => format!("There are {count} choices: type a number from 1 to {count}."),
        }
    }
}

/// The smallest number that may be a year, and so a question that follows another ("2015").
const FIRST_YEAR: usize = 1000;

/// The number that a line is and nothing else.
fn numbered(line: &str) -> Option<usize> {
    line.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Additions, Document};
    use crate::fact::Source;
    use crate::render::Screen;

    const TODAY: Date = Date::constant(2015, 3, 9);

    fn engine() -> Engine {
        Engine::new(Vec::new(), Additions::default())
    }

    #[track_caller]
    fn check(session: &mut Session<'_>, line: &str, expected: &str) {
        match session.reply(line, TODAY) {
            Reply::Page(page) => {
                let text = Screen::default().paint(&page);
                assert!(text.contains(expected), "{line}: {text}");
            }
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn commands_do_what_help_says() {
        let engine = engine();
        let mut session = Session::new(&engine);
        check(&mut session, "/help", "/timeline [about]");
        check(&mut session, " /SOURCES ", NO_ARTICLES);
        check(&mut session, "/explain", "Nothing was asked yet");
        check(&mut session, "/explain when is it?", "How the answer came about");
        assert_eq!(session.reply("/quit", TODAY), Reply::Leave);
        assert_eq!(session.reply("  ", TODAY), Reply::Nothing);
    }

    #[test]
    fn a_topic_that_nothing_is_about_is_told_with_where_to_look() {
        let source = Source { title: "Bridge closed".into(), ..Source::default() };
        let documents = vec![Document::Facts(source, Vec::new())];
        let engine = Engine::new(documents, Additions::default());
        let mut session = Session::new(&engine);
        check(&mut session, "/timeline talks", "/timeline alone shows");
        check(&mut session, "/brief talks", "No article is about that");
    }

    #[test]
    fn an_unknown_command_is_told_with_the_nearest() {
        let engine = engine();
        let mut session = Session::new(&engine);
        check(&mut session, "/timelin", "did you mean /timeline?");
        check(&mut session, "/zzz", "/help lists");
        check(&mut session, "/", "/help lists");
    }

    #[test]
    fn a_number_asks_the_choice_that_it_stands_for() {
        let engine = engine();
        let mut session = Session::new(&engine);
        let choice = |question: &str| Choice { label: "…".into(), question: question.into() };
        session.choices = vec![choice("first?"), choice("second?")];
        check(&mut session, "3", "type a number from 1 to 2");
        check(&mut session, "0", "type a number from 1 to 2");
        session.reply("2.", TODAY);
        assert_eq!(session.last.as_ref().map(|(question, _)| question.as_str()), Some("second?"));
        session.choices.clear();
        check(&mut session, "2", "nothing to choose from");
        assert_eq!(session.last.as_ref().map(|(question, _)| question.as_str()), Some("second?"));
        session.reply("2015", TODAY);
        assert_eq!(session.last.as_ref().map(|(question, _)| question.as_str()), Some("2015"));
    }

    #[test]
    fn without_articles_every_reply_says_so() {
        let engine = engine();
        let mut session = Session::new(&engine);
        for line in ["/sources", "/timeline", "/timeline talks", "/brief", "/brief talks", "when?"]
        {
            check(&mut session, line, NO_ARTICLES);
        }
    }
}
