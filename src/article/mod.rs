//! From the bytes of a saved page to an article: title, outlet, author, date and body.
//!
//! The way of the data:
//!
//! ```text
//! bytes ── decode ──▶ text ── plain | markdown | html ──▶ blocks
//! blocks ── head: title, masthead ──▶ body: no boilerplate ──▶ Article
//! ```
//!
//! Reading cannot fail: of anything at all comes an article, perhaps an empty one, with
//! [warnings](Warning). The words of an article are never changed: white space is folded to single
//! spaces, markup goes, character references are resolved, and all else stands in the file as it
//! stands here, so that every quote can be held against its source.

mod body;
mod boilerplate;
mod dateline;
mod decode;
mod front_matter;
mod head;
mod html;
mod inline;
mod markdown;
mod masthead;
mod outlets;
mod page;
mod phrases;
mod plain;
mod shape;

use std::fmt;
use std::path::Path;

use jiff::civil::{Date, Time};

use crate::text::{Span, sentence};
use body::Piece;
use page::{Details, Page};

/// An article, and what its page tells about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// The headline; where there is none, the first sentence or heading of the body, else the
    /// name of the file.
    pub title: String,
    /// Who published it: as the page says, or as its address or its dateline tells.
    pub outlet: Option<String>,
    /// Who wrote it, as the byline says.
    pub author: Option<String>,
    /// The day of publication; where only the day of a change is given, or a day in the address of
    /// the page, that day.
    pub published: Option<Date>,
    /// The time of day that goes with `published`, in whatever zone the page means.
    pub published_time: Option<Time>,
    /// The place of the dateline ("LONDON (Reuters) - ..."), as it is written there.
    pub dateline_place: Option<String>,
    /// The address of the page.
    pub url: Option<String>,
    /// The text: paragraphs and headings, with a blank line between them.
    pub body: String,
    /// The paragraphs and headings of `body`, in their order.
    pub paragraphs: Vec<Paragraph>,
    /// What is missing or doubtful.
    pub warnings: Vec<Warning>,
}

/// A paragraph or heading of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its bytes in [`Article::body`].
    pub span: Span,
    /// What it is.
    pub kind: Kind,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Sentences.
    Prose,
    /// A heading inside the article, or a line below its title: words, but no sentence.
    Heading,
}

/// What is missing or doubtful about an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// No day of publication was found, so "yesterday" cannot be told.
    NoDate,
    /// No title was found.
    NoTitle,
    /// No paragraph was found.
    NoBody,
    /// Some bytes could not be decoded and stand as U+FFFD.
    Damaged,
    /// The file is a picture, a program or the like, and what was read of it says nothing.
    NoText,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoDate => "no publication date was found",
            Self::NoTitle => "no title was found",
            Self::NoBody => "no text was found",
            Self::Damaged => "some characters could not be decoded",
            Self::NoText => "its bytes are no text",
        })
    }
}

impl Article {
    /// The spans in `body` of the sentences of its paragraphs, headings left out.
    pub fn sentences(&self) -> Vec<Span> {
        let prose = self.paragraphs.iter().filter(|paragraph| paragraph.kind == Kind::Prose);
        prose.flat_map(|paragraph| sentences_of(&self.body, paragraph.span)).collect()
    }
}

fn sentences_of(body: &str, span: Span) -> impl Iterator<Item = Span> {
    let by = span.start as usize;
    sentence::split(span.of(body)).into_iter().map(move |sentence| sentence.shifted(by))
}

/// Reads the article in `bytes`. The ending of `name_hint` tells the format (`.md`, `.html` and
/// `.htm`; anything else is plain text unless it begins like HTML), its stem is the last resort
/// for a title.
///
/// ```
/// use dateline::article;
/// let saved = "Bridge closed\n\nBy Jane Doe | 3 May 2020\n\nThe mayor closed the old bridge.\n";
/// let article = article::read(saved.as_bytes(), "bridge.txt".as_ref());
/// assert_eq!(article.title, "Bridge closed");
/// assert_eq!(article.author.as_deref(), Some("Jane Doe"));
/// assert_eq!(article.published.map(|day| day.to_string()).as_deref(), Some("2020-05-03"));
/// assert_eq!(article.body, "The mayor closed the old bridge.");
/// ```
pub fn read(bytes: &[u8], name_hint: &Path) -> Article {
    let decoded = decode::decode(bytes);
    let mut article = compose(page_of(&decoded.text, name_hint), name_hint);
    if decoded.damaged {
        article.warnings.push(Warning::Damaged);
    }
    if !decode::is_text(&decoded.text) {
        article.warnings.push(Warning::NoText);
    }
    article
}

fn page_of(text: &str, name: &Path) -> Page {
    let ending = name.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending.to_ascii_lowercase().as_str() {
        "html" | "htm" | "xhtml" => html::read(text),
        "md" | "markdown" => markdown::read(text),
        _ if begins_like_html(text) => html::read(text),
        _ => plain::read(text),
    }
}

fn begins_like_html(text: &str) -> bool {
    let start = text.trim_start();
    let begins =
        |tag: &str| start.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
    begins("<!doctype html") || begins("<html")
}

/// The article that a page is.
fn compose(page: Page, name: &Path) -> Article {
    let Page { mut details, blocks } = page;
    let head = head::read(&blocks, &mut details);
    let mut pieces: Vec<Piece> =
        head.leads.into_iter().map(|text| Piece { text, heading: true }).collect();
    let leads = pieces.len();
    pieces.extend(body::read(&blocks[head.body..], &mut details));
    let mut prose = pieces[leads..].iter_mut().filter(|piece| !piece.heading).take(DATELINE_AMONG);
    prose.any(|piece| take_dateline(&mut piece.text, &mut details));
    assemble(details, &pieces, name)
}

/// How many paragraphs are searched for a dateline: captions may stand before it.
const DATELINE_AMONG: usize = 3;

/// Moves the dateline at the start of the paragraph into the details.
fn take_dateline(paragraph: &mut String, details: &mut Details) -> bool {
    let Some(found) = dateline::read(paragraph) else { return false };
    paragraph.drain(..found.end);
    details.published = details.published.or_else(|| found.day?.date());
    details.place = found.place.or(details.place.take());
    details.outlet = details.outlet.take().or(found.outlet);
    true
}

fn assemble(details: Details, pieces: &[Piece], name: &Path) -> Article {
    let (body, paragraphs) = joined(pieces);
    let outlet =
        details.outlet.or_else(|| Some(outlets::of_url(details.url.as_deref()?)?.to_owned()));
    let addressed = details.url.as_deref().and_then(masthead::date::first).map(|found| found.date);
    let mut article = Article {
        outlet,
        author: details.author,
        published: details.published.or(details.updated).or(addressed),
        published_time: details.time,
        dateline_place: details.place,
        url: details.url,
        body,
        paragraphs,
        ..Article::default()
    };
    article.warnings = warnings(&article, details.title.is_some());
    article.title = details.title.unwrap_or_else(|| stand_in_title(&article, name));
    article
}

/// The pieces with a blank line between them, and where each one is.
fn joined(pieces: &[Piece]) -> (String, Vec<Paragraph>) {
    let mut body = String::with_capacity(pieces.iter().map(|piece| piece.text.len() + 2).sum());
    let mut paragraphs = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if !body.is_empty() {
            body.push_str("\n\n");
        }
        let start = body.len();
        body.push_str(&piece.text);
        let kind = if piece.heading { Kind::Heading } else { Kind::Prose };
        paragraphs.push(Paragraph { span: Span::new(start..body.len()), kind });
    }
    (body, paragraphs)
}

fn warnings(article: &Article, titled: bool) -> Vec<Warning> {
    let prose = article.paragraphs.iter().any(|paragraph| paragraph.kind == Kind::Prose);
    [
        (article.published.is_none(), Warning::NoDate),
        (!titled, Warning::NoTitle),
        (!prose, Warning::NoBody),
    ]
    .into_iter()
    .filter_map(|(missing, warning)| missing.then_some(warning))
    .collect()
}

/// The longest sentence, in bytes, that stands in for a title.
const LONGEST_TITLE: usize = 300;

/// A title for an article that has none: its first sentence or heading, or the file's name.
fn stand_in_title(article: &Article, name: &Path) -> String {
    let first = article.paragraphs.first().map(|paragraph| paragraph.span);
    let sentence = first.and_then(|span| sentences_of(&article.body, span).next());
    let sentence =
        sentence.map(|span| span.of(&article.body)).filter(|text| text.len() <= LONGEST_TITLE);
    let stem = || name.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    sentence.map_or_else(stem, str::to_owned)
}

#[cfg(test)]
mod tests;
