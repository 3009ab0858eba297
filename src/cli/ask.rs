//! `dateline ask`: one question, or one a line.

use std::io::{self, BufRead, Write};
use std::time::Instant;

use super::Outcome;
use super::args::Ask;
use super::setup::Setup;
use crate::answer::{Answer, Status};
use crate::engine::{Conversation, Engine};
use crate::render;

/// Answers the question of the arguments, else those of standard input.
pub(super) fn run(ask: &Ask, setup: &Setup) -> anyhow::Result<Outcome> {
    let engine = setup.engine()?;
    if ask.question.is_empty() {
        answer_lines(&engine, setup, &mut io::stdin().lock(), &mut io::stdout().lock())?;
        return Ok(Outcome::Done);
    }
    let question = ask.question.join(" ");
    let answer = answer_once(&engine, setup, ask, &question)?;
    Ok(match answer.status {
        Status::Answered | Status::SmallTalk => Outcome::Done,
        Status::NotInArticles | Status::Unclear => Outcome::Withheld,
    })
}

fn answer_once(
    engine: &Engine,
    setup: &Setup,
    ask: &Ask,
    question: &str,
) -> anyhow::Result<Answer> {
    let mut conversation = Conversation::default();
    if ask.json {
        let (answer, line) = answer_line(engine, setup, question, &mut conversation);
        writeln!(io::stdout().lock(), "{line}")?;
        return Ok(answer);
    }
    if !ask.explain {
        let answer = engine.ask(question, &mut conversation, setup.today());
        setup.show(&render::answer(&answer))?;
        return Ok(answer);
    }
    let answer = engine.explain(question, &mut conversation, setup.today());
    let mut page = render::answer(&answer);
    page.gap();
    page.append(render::explanation(&answer));
    setup.show(&page)?;
    Ok(answer)
}

/// Reads a question a line and writes an object a line. A blank line begins a new conversation; what
/// is no UTF-8 becomes U+FFFD.
fn answer_lines(
    engine: &Engine,
    setup: &Setup,
    questions: &mut impl BufRead,
    out: &mut impl Write,
) -> io::Result<()> {
    let mut conversation = Conversation::default();
    let mut line = Vec::new();
    while questions.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        let question = text.trim_end_matches(['\r', '\n']);
        if question.trim().is_empty() {
            conversation = Conversation::default();
        } else {
            let (_, reply) = answer_line(engine, setup, question, &mut conversation);
            writeln!(out, "{reply}")?;
            out.flush()?;
        }
        line.clear();
    }
    Ok(())
}

fn answer_line(
    engine: &Engine,
    setup: &Setup,
    question: &str,
    conversation: &mut Conversation,
) -> (Answer, String) {
    let today = setup.today();
    let start = Instant::now();
    let answer = engine.ask(question, conversation, today);
    let micros = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
    let line = render::json::answer(question, &answer, micros);
    (answer, line)
}
