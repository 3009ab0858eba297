//! Markdown: from markup to blocks.
//!
//! Markup goes, words stay: smart punctuation is off, so every word and mark stands in the file
//! as it stands in the block.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::front_matter;
use super::page::{Block, Page};

/// The blocks and the front matter of a Markdown file.
pub(super) fn read(text: &str) -> Page {
    let (details, text) = front_matter::read(text);
    let mut blocks = Blocks::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
        blocks.take(event);
    }
    blocks.close(false);
    Page { details, blocks: blocks.done }
}

/// The blocks so far, and the one that is being filled.
#[derive(Default)]
struct Blocks {
    done: Vec<Block>,
    open: String,
    /// How many elements deep the walk is in what is left out: pictures, code, footnotes.
    hidden: usize,
}

impl Blocks {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) if self.hidden == 0 => self.open.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.open.push(' '),
            Event::InlineHtml(html) if html.starts_with("<br") => self.open.push(' '),
            Event::Rule => self.close(false),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Image { .. } | Tag::CodeBlock(_) | Tag::FootnoteDefinition(_) => self.hidden += 1,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => {}
            Tag::TableCell => self.open.push(' '),
            _ => self.close(false),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image | TagEnd::CodeBlock | TagEnd::FootnoteDefinition => {
                self.hidden = self.hidden.saturating_sub(1);
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {}
            TagEnd::TableCell => {}
            TagEnd::Heading(_) => self.close(true),
            _ => self.close(false),
        }
    }

    fn close(&mut self, heading: bool) {
        let block = Block::plain(&std::mem::take(&mut self.open));
        if !block.text.is_empty() {
            self.done.push(Block { heading, ..block });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_goes_and_words_stay() {
        let page = read(
            "# Bridge closed\n\n![the bridge](a.png)\n\nThe *old* [bridge](https://x.example) is \
             \"closed\" -- for\na year...\n\n- one\n- two\n\n> Said he.\n",
        );
        let texts: Vec<&str> = page.blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "Bridge closed",
                "The old bridge is \"closed\" -- for a year...",
                "one",
                "two",
                "Said he."
            ]
        );
        assert!(page.blocks[0].heading && !page.blocks[1].heading);
    }

    #[test]
    fn character_references_are_resolved() {
        assert_eq!(read("Smith &amp; Sons").blocks[0].text, "Smith & Sons");
    }
}
