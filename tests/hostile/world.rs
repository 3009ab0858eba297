//! Articles with the engines over them, and what must hold of all that they say.

use std::path::Path;

use dateline::article::{self, Article};
use dateline::engine::{Additions, Conversation, Document, Engine};
use dateline::extract;
use jiff::civil::{Date, date};

/// The day that questions are asked on.
const TODAY: Date = date(2021, 1, 1);

/// Articles, read as they are and as the facts extracted from them.
pub(crate) struct World {
    /// Title and body of every article, white space folded.
    texts: Vec<String>,
    engines: [Engine; 2],
}

impl World {
    /// The world of files with these names and bytes.
    pub(crate) fn of_files(files: &[(&str, &[u8])]) -> Self {
        let articles: Vec<Article> =
            files.iter().map(|(name, bytes)| article::read(bytes, Path::new(name))).collect();
        let texts = articles.iter().map(|it| folded(&format!("{}\n{}", it.title, it.body)));
        let facts = articles.iter().map(|article| {
            let (source, facts) = extract::facts(article);
            Document::Facts(source, facts)
        });
        let documents =
            [facts.collect(), articles.iter().cloned().map(Document::Article).collect()];
        Self {
            texts: texts.collect(),
            engines: documents.map(|documents| Engine::new(documents, Additions::default())),
        }
    }

    /// The world of plain texts.
    pub(crate) fn of_texts(texts: &[impl AsRef<str>]) -> Self {
        let files = texts.iter().map(|text| ("a.txt", text.as_ref().as_bytes()));
        Self::of_files(&files.collect::<Vec<_>>())
    }

    /// Asks everything that can be asked: `questions` in one conversation, and what needs none.
    pub(crate) fn ask_all(&self, questions: &[impl AsRef<str>]) {
        for engine in &self.engines {
            let mut conversation = Conversation::default();
            for question in questions {
                self.ask(engine, question.as_ref(), &mut conversation);
            }
            self.browse(engine, questions.first().map_or("", |question| question.as_ref()));
        }
    }

    fn ask(&self, engine: &Engine, question: &str, conversation: &mut Conversation) {
        let answer = engine.explain(question, conversation, TODAY);
        let is_answered = answer.status == dateline::answer::Status::Answered;
        assert!(
            !is_answered || !answer.citations.is_empty(),
            "{question:?} has no proof: {answer:?}"
        );
        for citation in answer.citations.iter().chain(&answer.also) {
            self.check(&citation.quote, question);
            assert!(!citation.quote.trim().is_empty(), "{question:?} has an empty quote");
            assert!(engine.sources().iter().any(|source| source.title == citation.title));
        }
    }

    /// What is given without a question.
    fn browse(&self, engine: &Engine, about: &str) {
        for source in 0..=engine.sources().len() {
            let brief = engine.brief(source);
            let phrases = [brief.who, brief.what, brief.when, brief.place, brief.why, brief.how];
            phrases.iter().flatten().for_each(|phrase| self.check(phrase, "the brief"));
        }
        engine.timeline(None, None, None);
        engine.timeline(Some(Date::MAX), Some(Date::MIN), Some(about));
        engine.complete(about, 10);
        engine.source_about(about);
        engine.fact_count();
    }

    /// Checks that `quote` stands in an article, white space aside.
    fn check(&self, quote: &str, asked: &str) {
        let stands = self.texts.iter().any(|text| text.contains(&folded(quote)));
        assert!(stands, "{asked:?} is answered with {quote:?}, which no article says");
    }
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
