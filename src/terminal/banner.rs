//! What a chat begins with.

use crate::engine::Engine;
use crate::render::{NO_ARTICLES, Page, Tone, many};

/// How much is known, what to type, and how to bring the bot to Discord.
pub(super) fn page(engine: &Engine) -> Page {
    let mut page = Page::default();
    let (articles, facts) = (engine.sources().len(), engine.fact_count());
    let count =
        format!("Dateline knows {} and {}.", many(articles, "article"), many(facts, "fact"));
    page.line(0, Tone::Strong, &count);
    page.line(0, Tone::Plain, &example(engine));
    page.line(
        0,
        Tone::Faint,
        "For Discord, set DISCORD_TOKEN to your bot's token and start again.",
    );
    page
}

/// A question that the knowledge is about.
fn example(engine: &Engine) -> String {
    match engine.newest_source().and_then(|newest| engine.sources().get(newest)) {
        Some(newest) if !newest.title.is_empty() => {
            format!("Ask away, as in: When was “{}” published? Or type /help.", newest.title)
        }
        Some(_) => "Ask away, or type /help.".to_owned(),
        None => NO_ARTICLES.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Additions;
    use crate::render::Screen;

    #[test]
    fn an_empty_knowledge_says_how_to_fill_it() {
        let engine = Engine::new(Vec::new(), Additions::default());
        let text = Screen::default().paint(&page(&engine));
        assert!(text.contains("0 articles and 0 facts") && text.contains("--knowledge"), "{text}");
    }
}
