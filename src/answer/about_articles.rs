//! Questions about the articles themselves: who wrote one, when it was published, by
//! whom, which there are.

use crate::fact::{Base, Source};
use crate::question::{Query, QuestionType, Slot, Term};
use crate::text::{Table, fold};

use super::types::{Answer, Citation, Status};
use super::wording::{self, written_day};

/// What is asked of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Author,
    Published,
    Outlet,
    Title,
    Address,
}

/// The answer, where the question is about an article.
pub(crate) fn answer(query: &Query, base: &Base, in_talk: Option<u32>) -> Option<Answer> {
    if asks_for_list(query) {
        return list(base);
    }
    let asked = asked(query)?;
    let number = article(query, base, in_talk)?;
    let source = &base.sources()[number];
    let words = match asked {
        Asked::Author => source.author.clone(),
        Asked::Published => source.published.map(written_day),
        Asked::Outlet => source.outlet.clone(),
        Asked::Title => Some(source.title.clone()),
        Asked::Address => source.url.clone(),
    };
    Some(match words {
        Some(words) => known(asked, cite(base, number), words),
        None => unknown(asked, source),
    })
}

const ARTICLES: [&str; 11] = [
    "article", "articles", "story", "stories", "report", "reports", "piece", "text", "write-up",
    "writeup", "coverage",
];

/// Words for who published an article; the first [`CERTAIN`] for nothing else.
const OUTLETS: [&str; 12] = [
    "outlet",
    "publisher",
    "source",
    "sources",
    "newspaper",
    "paper",
    "site",
    "website",
    "agency",
    "publication",
    "magazine",
    "broadcaster",
];

/// How many of [`OUTLETS`] ask for nothing else.
const CERTAIN: usize = 4;

const PUBLISHING: [&str; 12] = [
    "published",
    "publish",
    "written",
    "posted",
    "updated",
    "appear",
    "appeared",
    "dated",
    "released",
    "printed",
    "publication",
    "come",
];

const WRITING: [&str; 10] = [
    "wrote",
    "written",
    "write",
    "author",
    "reporter",
    "journalist",
    "byline",
    "authored",
    "writer",
    "authors",
];

/// Whether a question has one of some words as a verb: not "his *report*".
fn has_verb(query: &Query, words: &[&str]) -> bool {
    let mut tokens = query.grammar.tokens.iter().zip(&query.words);
    tokens.any(|(token, word)| token.tag.is_verb() && words.contains(&word.as_str()))
}

fn has(query: &Query, words: &[&str]) -> bool {
    query.words.iter().any(|word| words.contains(&word.as_str()))
}

/// Words by which questions speak of an article rather than of what it is about.
static ABOUT: Table = Table::new(include_str!("data/about_words.txt"));

/// How many words the question itself has of what an article is about, those of the
/// conversation left out.
fn own_words(query: &Query) -> usize {
    let own = |term: &&Term| term.token != Term::NOWHERE && !ABOUT.has(&term.lemma);
    query.terms.iter().filter(own).count()
}

/// "This", "that story", "it": the article in talk.
fn points(query: &Query) -> bool {
    has(query, &["this", "that", "it", "these", "those"])
}

/// What in a question points to an article rather than to the news in it.
struct Signs {
    of_article: bool,
    /// It has hardly another word.
    alone: bool,
    points: bool,
    published: bool,
    date: bool,
}

impl Signs {
    fn of(query: &Query) -> Self {
        let own = own_words(query);
        Signs {
            of_article: has(query, &ARTICLES),
            alone: own == 0,
            points: points(query),
            published: has(query, &PUBLISHING)
                || has_verb(query, &["reported", "report", "carried", "ran"]),
            date: has(query, &["date", "day", "year", "month", "time"]),
        }
    }
}

fn asked(query: &Query) -> Option<Asked> {
    let signs = Signs::of(query);
    let near = signs.of_article || signs.alone;
    match query.asks {
        QuestionType::Who if has(query, &WRITING) && near => Some(Asked::Author),
        QuestionType::Who if signs.published && signs.of_article && !has(query, &["come"]) => {
            Some(Asked::Outlet)
        }
        QuestionType::When if signs.of_article && has(query, &PUBLISHING) => Some(Asked::Published),
        QuestionType::When if signs.alone && has(query, &["published", "posted", "updated"]) => {
            Some(Asked::Published)
        }
        QuestionType::When if signs.alone && signs.points && has(query, &["written"]) => {
            Some(Asked::Published)
        }
        QuestionType::HowMeasured if signs.of_article && signs.alone && has(query, &["old"]) => {
            Some(Asked::Published)
        }
        QuestionType::Where if signs.of_article && signs.published => Some(Asked::Outlet),
        QuestionType::Where if signs.alone && signs.points => {
            has(query, &["get", "reported", "come", "comes"]).then_some(Asked::Outlet)
        }
        QuestionType::Which | QuestionType::What | QuestionType::Topic | QuestionType::Who => {
            by_noun(query, &signs)
        }
        _ => None,
    }
}

fn by_noun(query: &Query, signs: &Signs) -> Option<Asked> {
    let near = signs.of_article || signs.alone;
    let outlet = has(query, &OUTLETS);
    let certain =
        signs.of_article || signs.published || signs.points || has(query, &OUTLETS[..CERTAIN]);
    let title = has(query, &["headline", "title"])
        && (signs.of_article || signs.points || signs.alone)
        || has(query, &["called", "titled"]) && signs.of_article;
    if does_something_else(query) {
        None
    } else if outlet && certain && (near || signs.published) {
        Some(Asked::Outlet)
    } else if !near {
        None
    } else if signs.date && has(query, &PUBLISHING) || asks_date_of_article(query) {
        Some(Asked::Published)
    } else if has(query, &["link", "url"]) {
        Some(Asked::Address)
    } else if title {
        Some(Asked::Title)
    } else if has(
        query,
        &["author", "byline", "journalist", "journalists", "reporter", "reporters"],
    ) {
        Some(Asked::Author)
    } else {
        None
    }
}

/// "What is the *date* on the *story* about her": of reports and texts there are some in the news.
fn asks_date_of_article(query: &Query) -> bool {
    let is_date = query.focus.as_ref().is_some_and(|focus| focus.lemma == "date");
    is_date && query.predicate_lemma() == "be" && has(query, &["article", "story", "coverage"])
}

/// "Which newspaper did he speak to": the outlet does or is something in the news.
fn does_something_else(query: &Query) -> bool {
    let is_from = matches!(&query.slot, Slot::Oblique(preposition) if preposition == "from");
    let behind = query.phrase.map(|(_, last)| last + 1);
    let is_outlet = query.predicate == behind && OUTLETS.contains(&query.predicate_lemma());
    if is_outlet || is_from && has(query, &ARTICLES) {
        return false;
    }
    let verb = query.predicate_lemma();
    !matches!(
        verb,
        "" | "be"
            | "call"
            | "title"
            | "publish"
            | "report"
            | "write"
            | "post"
            | "come"
            | "carry"
            | "run"
    ) && query.predicate.is_some_and(|at| query.grammar.tokens[at].tag.is_verb())
}

/// "Which articles do you have", "what can you tell me about".
fn asks_for_list(query: &Query) -> bool {
    let plural = has(query, &["articles", "stories", "sources", "reports", "topics"]);
    let you = has(query, &["you", "there", "list", "know", "loaded", "available"]);
    let verbs = ["have", "know", "read", "be", "list", "show", "cover", "load", "use", "there", ""];
    let asks = matches!(
        query.asks,
        QuestionType::Which | QuestionType::What | QuestionType::HowMany | QuestionType::Topic
    );
    let own = own_words(query);
    plural && you && asks && own < 2 && verbs.contains(&query.predicate_lemma())
}

fn list(base: &Base) -> Option<Answer> {
    let sources = base.sources();
    let titles: Vec<String> = sources.iter().map(|source| format!("“{}”", source.title)).collect();
    let noun = if sources.len() == 1 { "article" } else { "articles" };
    let text = format!("{} {noun}: {}", sources.len(), titles.join(", "));
    (!sources.is_empty()).then(|| Answer {
        status: Status::Answered,
        text: wording::shortened(&text, wording::LONGEST),
        span: Some(sources.len().to_string()),
        citations: (0..sources.len()).take(5).map(|source| cite(base, source)).collect(),
        ..Answer::default()
    })
}

/// The article whose title and first words share most with the question.
fn article(query: &Query, base: &Base, in_talk: Option<u32>) -> Option<usize> {
    const POINTED_AT: f32 = 2.0;
    let terms: Vec<&Term> = query.terms.iter().filter(|term| !ABOUT.has(&term.lemma)).collect();
    let talk = if points(query) { POINTED_AT } else { 0.5 };
    let score = |index: usize| -> f32 {
        let shared: f32 = terms.iter().map(|term| shared(term, base, index)).sum();
        let outlet = by_outlet(query, &base.sources()[index]);
        shared + outlet + if in_talk == Some(index as u32) { talk } else { 0.0 }
    };
    let scores: Vec<f32> = (0..base.sources().len()).map(score).collect();
    let best = (0..scores.len()).max_by(|&a, &b| scores[a].total_cmp(&scores[b]))?;
    let known = scores[best] > 0.0 || base.sources().len() == 1;
    known.then_some(best)
}

/// What the outlet that a question names says for an article of it: "the *Observer* story".
fn by_outlet(query: &Query, source: &Source) -> f32 {
    const NAMED: f32 = 4.0;
    const ANY: [&str; 5] = ["the", "news", "of", "daily", "com"];
    let outlet = source.outlet.as_deref().map(fold).unwrap_or_default();
    let words = outlet.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| word.len() > 1 && !ANY.contains(word)).collect();
    let named = words.iter().filter(|word| query.words.iter().any(|asked| asked == *word)).count();
    NAMED * named as f32 / words.len().max(1) as f32
}

/// What a word says for an article: twice as much in its headline.
fn shared(term: &Term, base: &Base, source: usize) -> f32 {
    let range = base.passages_of(source);
    let ids = [base.words().id(&term.word), base.words().id(&term.lemma)];
    let having = ids.iter().flatten().map(|&id| base.postings(id));
    let in_title = having.clone().any(|passages| passages.binary_search(&range.start).is_ok());
    let anywhere = having.clone().any(|passages| passages.iter().any(|at| range.contains(at)));
    match (in_title, anywhere) {
        (true, _) => 2.0 * term.weight,
        (false, true) => term.weight,
        _ => 0.0,
    }
}

fn known(asked: Asked, citation: Citation, words: String) -> Answer {
    let text = match asked {
        Asked::Author => format!("{words} wrote “{}”", citation.title),
        Asked::Published => format!("{words} is the date of “{}”", citation.title),
        Asked::Outlet => format!("{words} published “{}”", citation.title),
        Asked::Title => words.clone(),
        Asked::Address => format!("{words} is where “{}” is from", citation.title),
    };
    Answer {
        status: Status::Answered,
        text,
        span: Some(words),
        citations: vec![citation],
        ..Answer::default()
    }
}

fn unknown(asked: Asked, source: &Source) -> Answer {
    let what = match asked {
        Asked::Author => "author",
        Asked::Published => "date of publication",
        Asked::Outlet => "outlet",
        Asked::Title => "title",
        Asked::Address => "link",
    };
    let text = format!("“{}” gives no {what}.", source.title);
    Answer { status: Status::NotInArticles, text, ..Answer::default() }
}

/// The headline is what an article certainly says about itself.
fn cite(base: &Base, number: usize) -> Citation {
    let source = &base.sources()[number];
    Citation {
        title: source.title.clone(),
        outlet: source.outlet.clone(),
        published: source.published,
        url: source.url.clone(),
        quote: source.title.clone(),
        context: String::new(),
        passage: base.passages_of(number).next(),
    }
}
