//! `dateline ask`: one question, or one a line.

use std::io::{self, BufRead, Write};
use std::time::Instant;

use anyhow::bail;

use super::Outcome;
use super::args::Ask;
use super::setup::Setup;
use crate::answer::{Answer, Status};
use crate::engine::{Conversation, Engine};
use crate::render::{self, NO_ARTICLES, Tone};

/// Answers the question of the arguments, else those of standard input.
pub(super) fn run(ask: &Ask, setup: &Setup) -> anyhow::Result<Outcome> {
    let question = ask.question.join(" ");
    // No question at all is allowed with --json, and then they come from standard input.
    if !ask.question.is_empty() && question.trim().is_empty() {
        bail!("the question is empty: write one, as in `dateline ask \"when is the vote?\"`.");
    }
    let engine = setup.engine()?;
    let mut talk = Talk { engine: &engine, setup, conversation: Conversation::default() };
    let answer = if question.is_empty() {
        talk.answer_lines(&mut io::stdin().lock(), &mut io::stdout().lock())?;
        return Ok(Outcome::Done);
    } else if ask.json {
        let (answer, line) = talk.answer_line(&question);
        writeln!(io::stdout().lock(), "{line}")?;
        answer
    } else {
        talk.show(&question, ask.explain)?
    };
    Ok(match answer.status {
        Status::Answered | Status::SmallTalk => Outcome::Done,
        Status::NotInArticles | Status::Unclear => Outcome::Withheld,
    })
}

/// One conversation after the other.
struct Talk<'a> {
    engine: &'a Engine,
    setup: &'a Setup,
    conversation: Conversation,
}

impl Talk<'_> {
    /// Reads a question a line and writes an object a line. A blank line begins a new conversation;
    /// what is no UTF-8 becomes U+FFFD.
    fn answer_lines(&mut self, input: &mut impl BufRead, out: &mut impl Write) -> io::Result<()> {
        let mut line = Vec::new();
        while input.read_until(b'\n', &mut line)? > 0 {
            let text = String::from_utf8_lossy(&line);
            let question = text.trim_end_matches(['\r', '\n']);
            if question.trim().is_empty() {
                self.conversation = Conversation::default();
            } else {
                writeln!(out, "{}", self.answer_line(question).1)?;
                out.flush()?;
            }
            line.clear();
        }
        Ok(())
    }

    /// The answer, and the line for it. Only the engine's time is taken.
    fn answer_line(&mut self, question: &str) -> (Answer, String) {
        let today = self.setup.today();
        let start = Instant::now();
        let answer = self.engine.ask(question, &mut self.conversation, today);
        let micros = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
        let line = render::json::answer(question, &answer, micros);
        (answer, line)
    }

    fn show(&mut self, question: &str, explain: bool) -> io::Result<Answer> {
        let today = self.setup.today();
        let (answer, page) = if explain {
            let answer = self.engine.explain(question, &mut self.conversation, today);
            let page = render::explained(&answer);
            (answer, page)
        } else {
            let answer = self.engine.ask(question, &mut self.conversation, today);
            let mut page = render::answer(&answer);
            if self.engine.sources().is_empty() {
                page.line(0, Tone::Plain, NO_ARTICLES);
            }
            (answer, page)
        };
        self.setup.show(&page)?;
        Ok(answer)
    }
}
