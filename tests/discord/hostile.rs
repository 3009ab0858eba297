//! Hostile text in questions, articles, names and titles: nothing pings, nothing renders, nothing
//! breaks the limits.
//!
//! Every text holds the word below inside what it tries to do, so that what takes effect can be
//! told from the bot's own bold words, links and headings.

use dateline::article::{Article, Kind, Paragraph};
use dateline::engine::{Additions, Document, Engine};
use dateline::text::Span;
use serde_json::json;

use crate::fake_discord::{LONE_SURROGATE, Seen};
use crate::rendering::{effects, read};
use crate::stage::{QUESTION, Stage};

const WORD: &str = "zq";

/// Where the articles stand: a link to it is the bot's own.
const SITE: &str = "https://example.org/";

/// What people have tried.
const CORPUS: [&str; 34] = [
    "@everyone zq",
    "@here zq",
    "<@424242424242424242> zq",
    "<@!424242424242424242> zq",
    "<@&424242424242424242> zq",
    "<#424242424242424242> zq",
    "</zq:424242424242424242>",
    "<:zq:424242424242424242>",
    "<a:zq:424242424242424242>",
    "<t:1425700000:R> zq",
    "<id:customize> zq",
    "**zq**",
    "*zq*",
    "__zq__",
    "_zq_",
    "***__~~zq~~__***",
    "~~zq~~",
    "||zq||",
    "`zq`",
    "```\nzq\n```",
    "# zq",
    "-# zq",
    "> zq",
    ">>> zq",
    "- zq",
    "1. zq",
    "[zq](https://evil.example/zq)",
    "[zq](<https://evil.example/zq>)",
    "https://evil.example/zq",
    "discord.gg/zq",
    "https://discord.com/invite/zq",
    "\\**zq**\\",
    "\u{202e}zq\u{202c}\u{2066}zq\u{2069}",
    "z\u{200b}q\u{200d}zq\u{feff}zq\u{e0041}",
];

/// Texts that are long or strange rather than sly.
fn monsters() -> Vec<String> {
    vec![
        "😀".repeat(2_000),
        "👩\u{200d}👩\u{200d}👧\u{200d}👦".repeat(280),
        "e\u{301}\u{302}\u{303}".repeat(1_000),
        "*".repeat(2_000),
        "\\".repeat(2_000),
        "[".repeat(2_000),
        "x".repeat(2_000),
        "\n".repeat(1_999) + "x",
        format!("half {LONE_SURROGATE} of a pair"),
        "\u{0}\u{1}\u{1b}[31mred".to_owned(),
        "???".to_owned(),
        "كم عدد المحادثات؟ שלום 你好吗".to_owned(),
    ]
}

/// That nothing of what others wrote takes effect in a message.
#[track_caller]
fn check(seen: &Seen, from: &str) {
    assert!(seen.content.chars().count() <= 2_000);
    for (name, words) in effects(&seen.content) {
        if name == "link" && words.starts_with(SITE) {
            assert!(seen.content.contains(&format!("<{words}>")), "it unfolds: {}", seen.content);
            continue;
        }
        let is_theirs = match name {
            // The bot makes lists and small lines itself: what counts is how theirs begin.
            "list" | "heading" => is_marked(from) && behind_mark(&words).starts_with(WORD),
            // The bot's own answer stands in bold, whatever it holds.
            "bold" => words == "**zq**",
            _ => [WORD, "424242", "evil"].iter().any(|theirs| words.contains(theirs)),
        };
        let is_never_ours =
            matches!(name, "mention" | "everyone" | "invite" | "hidden mark" | "time");
        assert!(!is_theirs && !is_never_ours, "{from:?}: {name} {words:?} in:\n{}", seen.content);
    }
    for label in seen.buttons.iter().chain(&seen.options) {
        assert!(!label.chars().any(|c| c.is_control() || c == '\u{202e}'), "{label:?}");
    }
}

fn is_marked(text: &str) -> bool {
    ["- ", "1. ", "# ", "-# "].iter().any(|mark| text.starts_with(mark))
}

/// What stands in a list or a heading, without what makes it one.
fn behind_mark(line: &str) -> &str {
    let line = line.strip_prefix("> ").unwrap_or(line).trim_start();
    line.split_once(' ').map_or(line, |(_, behind)| behind.trim_start())
}

#[tokio::test]
async fn hostile_questions_do_nothing() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let direct = discord.direct(&ada);
    for text in CORPUS {
        let question = format!("Where is {text} held?");
        let asked = discord.says(&ada, &direct, &question);
        check(&discord.answer(&asked).await, text);
        let asked = discord.slash(&ada, &news, "ask", &[("question", json!(question))]);
        check(&discord.answer(&asked).await, text);
        let asked = discord.slash(&ada, &news, "who", &[("topic", json!(text))]);
        check(&discord.answer(&asked).await, text);
        let asked = discord.slash(&ada, &news, "timeline", &[("about", json!(text))]);
        check(&discord.answer(&asked).await, text);
        let target = discord.says(&ada, &news, text);
        let used = discord.uses_on(&ada, &news, target.id, "Check against the articles");
        check(&discord.answer(&used).await, text);
        let typed = discord.types(&ada, &news, ("when", "topic"), text);
        discord.choices(&typed).await;
    }
}

#[tokio::test]
async fn monstrous_questions_are_answered_within_the_limits() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let direct = discord.direct(&ada);
    for text in monsters() {
        let is_broken = text.contains(LONE_SURROGATE);
        let asked = discord.says(&ada, &direct, &text);
        if is_broken {
            // JSON that no string can hold: the bot may miss it, and must go on.
            stage.settles().await;
            continue;
        }
        check(&discord.answer(&asked).await, &text);
        let asked = discord.slash(&ada, &news, "ask", &[("question", json!(text))]);
        check(&discord.answer(&asked).await, &text);
        let target = discord.says(&ada, &news, &format!("{text}. {QUESTION}"));
        for menu in ["Ask Dateline about this", "Check against the articles"] {
            let used = discord.uses_on(&ada, &news, target.id, menu);
            check(&discord.answer(&used).await, &text);
        }
    }
}

/// An engine that knows two articles in which `text` stands everywhere.
fn engine(text: &str) -> Engine {
    let documents = [
        hostile(&format!("{text} Summit opens"), &format!("{text} Post"), "Geneva", text),
        hostile(&format!("Summit {text}"), "The Times", &format!("Oslo {text}"), text),
    ];
    Engine::new(documents.map(Document::Article).to_vec(), Additions::default())
}

fn hostile(title: &str, outlet: &str, place: &str, text: &str) -> Article {
    let body = format!(
        "Minister Ann {text} Lee opened the {text} summit in {place} on Friday. She said the \
         summit {text} will be held in May {text} 2015. The summit cost 5 million dollars, {text} \
         said Ann Lee.",
    );
    Article {
        title: title.to_owned(),
        outlet: Some(outlet.to_owned()),
        author: Some(text.to_owned()),
        published: Some(jiff::civil::date(2015, 3, 7)),
        url: Some(format!("{SITE}{text}")),
        paragraphs: vec![Paragraph { span: Span::new(0..body.len()), kind: Kind::Prose }],
        body,
        ..Article::default()
    }
}

#[tokio::test]
async fn hostile_articles_do_nothing() {
    for text in CORPUS {
        let stage = Stage::knowing(engine(text)).await;
        let discord = &stage.discord;
        let (ada, news) = (discord.person("Ada"), discord.channel("news"));
        let mut answers = Vec::new();
        for question in
            ["Where was the summit opened?", "Who opened the summit?", "How much did it cost?"]
        {
            let asked = discord.says(&ada, &news, &format!("@Dateline {question}"));
            answers.push(discord.answer(&asked).await);
        }
        for (name, option, topic) in [
            ("brief", "topic", "summit"),
            ("timeline", "about", "summit"),
            ("who", "topic", "Ann Lee"),
        ] {
            let asked = discord.slash(&ada, &news, name, &[(option, json!(topic))]);
            answers.push(discord.answer(&asked).await);
        }
        let asked = discord.slash(&ada, &news, "sources", &[]);
        answers.push(discord.answer(&asked).await);
        for seen in answers.clone() {
            for label in ["Context", "Other reports"] {
                if seen.buttons.iter().any(|button| button == label) {
                    let click = discord.clicks(&ada, &seen, label);
                    answers.push(discord.answer(&click).await);
                }
            }
        }
        answers.iter().for_each(|seen| check(seen, text));
        let is_shown = answers.iter().any(|seen| read(&seen.content).contains("Summit"));
        assert!(is_shown, "{text}: {answers:#?}");
    }
}

#[tokio::test]
async fn hostile_names_do_nothing() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let news = discord.channel("news");
    for text in CORPUS {
        let name: String = text.chars().take(32).collect();
        let sly = discord.person(&name);
        let arguments = [("question", json!(QUESTION)), ("private", json!(true))];
        let asked = discord.slash(&sly, &news, "ask", &arguments);
        let seen = discord.answer(&asked).await;
        let click = discord.clicks(&sly, &seen, "Share");
        check(&discord.answered_openly(&click).await, text);
        let asked = discord.says(&sly, &news, &format!("@Dateline Who is <@{}>?", sly.id));
        check(&discord.answer(&asked).await, text);
    }
}
