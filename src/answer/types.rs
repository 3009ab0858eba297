//! An answer as plain data, the same for every front end.

use jiff::civil::Date;

/// How a question ended. "Not in the articles" and "which one?" are answers, not errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// The articles say it.
    Answered,
    /// The articles do not say.
    #[default]
    NotInArticles,
    /// Two things fit; the choices say which.
    Unclear,
    /// A greeting, thanks, or the like.
    SmallTalk,
}

impl Status {
    /// The word for it in JSON and in the log.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::NotInArticles => "not_in_articles",
            Self::Unclear => "unclear",
            Self::SmallTalk => "small_talk",
        }
    }
}

/// Whether it is so, where the question or claim asks for that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The articles say that it is.
    Yes,
    /// The articles say that it is not.
    No,
}

impl Verdict {
    /// Yes where it `holds`.
    pub(crate) fn of(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }

    /// The word that an answer begins with.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::No => "No",
        }
    }
}

/// The answer to one question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// How it ended.
    pub status: Status,
    /// One short sentence whose first words are the answer; at most 400 characters.
    pub text: String,
    /// The bare answer in the article's own words.
    pub span: Option<String>,
    /// Yes or No, where that is the answer.
    pub verdict: Option<Verdict>,
    /// What proves it: the best proof first, then reports that differ, newest first.
    pub citations: Vec<Citation>,
    /// Other articles that say the same.
    pub also: Vec<Citation>,
    /// The subject that a follow-up took from the conversation.
    pub subject: Option<String>,
    /// Things to choose from: the events that fit, or the nearest that the articles do say.
    pub choices: Vec<Choice>,
    /// How the answer came about.
    pub explanation: Explanation,
    /// The number of the passage that is nearest to the question, whether or not it answers.
    pub near: Option<u32>,
}

/// A quote that stands word for word in an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The article's headline.
    pub title: String,
    /// Its outlet, where known.
    pub outlet: Option<String>,
    /// Its day of publication, where known.
    pub published: Option<Date>,
    /// Its address, where known.
    pub url: Option<String>,
    /// The article's words.
    pub quote: String,
    /// The sentences around the quote.
    pub context: String,
    /// The number of the passage that the quote is, or of the one that its article begins with.
    pub passage: Option<u32>,
}

/// Something to ask instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What a person sees, at most 80 characters.
    pub label: String,
    /// The question that it stands for.
    pub question: String,
}

/// How a question was read, which candidates competed, and why one won. Empty unless asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// One line a step or candidate, best candidate first.
    pub lines: Vec<String>,
}
