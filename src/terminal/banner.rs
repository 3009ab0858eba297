//! What a chat begins with.

use crate::engine::Engine;
use crate::render::{Page, Tone};

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
    match engine.sources().first() {
        Some(newest) if !newest.title.is_empty() => {
            format!("Ask away, as in: When was “{}” published? Or type /help.", newest.title)
        }
        _ => "There is nothing to ask about yet: name a folder with --knowledge.".to_owned(),
    }
}

fn many(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_not_many() {
        assert_eq!(many(1, "fact"), "1 fact");
        assert_eq!(many(0, "fact"), "0 facts");
    }
}
