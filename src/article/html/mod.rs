//! HTML pages: from markup to blocks, with what the metadata tells.
//!
//! The part of the page that is the article is found by Mozilla's Readability method
//! (`dom_smoothie`). It tells where the article begins and ends; what it drops in between, as it
//! does with headings, is taken from the page itself. Where it finds little of what the page
//! has, the whole page is taken: boilerplate is told apart later in any case.

mod blocks;
mod byline;
mod linked_data;
mod metadata;
mod site;

use std::collections::HashSet;

use dom_query::Document;
use dom_smoothie::Readability;

use super::page::{Block, Page};

/// The shortest text, in bytes, that is believed to be a whole article.
const SHORTEST: usize = 250;

/// The most elements of a page in which the article is searched for; a heap of markup beyond all
/// news pages would take minutes, and is taken whole.
const MOST_ELEMENTS: usize = 30_000;

/// The deepest nesting of elements in a page; beyond, the time to build its tree would grow with
/// the square of it, and no article is that deep.
const DEEPEST: usize = 1_000;

/// How many blocks may stand between the title and the first paragraph: byline, date, buttons.
const BELOW_TITLE: usize = 25;

/// The blocks and details of a page.
pub(super) fn read(html: &str) -> Page {
    if depth(html) > DEEPEST {
        return Page::default();
    }
    let mut page = Readability::from(html);
    page.config.max_elements_to_parse = MOST_ELEMENTS;
    let details = metadata::read(&page);
    let all = blocks::read(&Document::from(html));
    let found = page.parse().map(|article| blocks::read(&Document::fragment(article.content)));
    let found = found.unwrap_or_default();
    let blocks = if length(&found) < SHORTEST && length(&all) > 2 * length(&found) {
        all
    } else {
        article_part(all, found, details.title.as_deref())
    };
    Page { details, blocks }
}

/// The blocks of the page from its title, or the first one `found`, to the last one `found`.
fn article_part(mut all: Vec<Block>, found: Vec<Block>, title: Option<&str>) -> Vec<Block> {
    let texts: HashSet<&str> = found.iter().map(|block| block.text.as_str()).collect();
    let is_found = |block: &Block| texts.contains(block.text.as_str());
    let (Some(first), Some(last)) = (all.iter().position(is_found), all.iter().rposition(is_found))
    else {
        return found;
    };
    let from = first.saturating_sub(BELOW_TITLE);
    let heading = all[from..first].iter().rposition(|block| Some(block.text.as_str()) == title);
    all.truncate(last + 1);
    all.split_off(heading.map_or(first, |at| from + at))
}

/// How deep elements are nested at most, those left aside that need no end tag.
fn depth(html: &str) -> usize {
    const OPEN_ENDED: [&str; 20] = [
        "p", "li", "br", "img", "hr", "input", "meta", "link", "td", "tr", "th", "dd", "dt",
        "option", "source", "wbr", "area", "col", "base", "embed",
    ];
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        let end = tag.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(tag.len());
        let name = &tag[..end];
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !name.is_empty() && !OPEN_ENDED.iter().any(|open| name.eq_ignore_ascii_case(open))
        {
            depth += 1;
        }
        deepest = deepest.max(depth);
    }
    deepest
}

fn length(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| block.text.len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const PAGE: &str = r#"<!doctype html><html><head>
        <title>Bridge closed for a year - The Bugle</title>
        <meta property="og:site_name" content="The Bugle">
        <meta property="article:published_time" content="2021-02-03T14:05:00Z">
        <meta name="author" content="Jane Doe">
        <link rel="canonical" href="https://bugle.example/bridge">
        </head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
        <article><h1>Bridge closed for a year</h1>
        <p>The mayor said on Monday that the old bridge over the river would be closed for a year,
        because <b>two of its piers</b> had cracked during the flood of last winter.</p>
        <figure><img src="a.jpg"><figcaption>The old bridge &mdash; Jo Roe</figcaption></figure>
        <h2>What comes next</h2>
        <p>&ldquo;We are sorry,&rdquo; he said. The ferry will run from six in the morning until
        midnight, and nobody will have to pay for it.<br><br>Smith &amp; Sons will do the work, which
        costs twelve million francs, the council said in a letter to everybody in the town.</p>
        <script>alert("x")</script></article>
        <footer>Copyright 2021</footer></body></html>"#;

    #[test]
    fn the_article_is_found_with_its_details() {
        let page = read(PAGE);
        assert_eq!(page.details.title.as_deref(), Some("Bridge closed for a year"));
        assert_eq!(page.details.outlet.as_deref(), Some("The Bugle"));
        assert_eq!(page.details.author.as_deref(), Some("Jane Doe"));
        assert_eq!(page.details.published, Some(date(2021, 2, 3)));
        assert_eq!(page.details.url.as_deref(), Some("https://bugle.example/bridge"));
    }

    #[test]
    fn paragraphs_and_headings_are_blocks_and_captions_are_not() {
        let page = read(PAGE);
        let texts: Vec<&str> = page.blocks.iter().map(|block| block.text.as_str()).collect();
        let headings: Vec<&str> = page
            .blocks
            .iter()
            .filter(|block| block.heading)
            .map(|block| block.text.as_str())
            .collect();
        assert!(texts[texts.len() - 1].starts_with("Smith & Sons will do the work"), "{texts:?}");
        assert!(texts.iter().any(|text| text.contains("because two of its piers had cracked")));
        assert!(headings.contains(&"What comes next"));
        assert!(!texts.iter().any(|text| text.contains("Jo Roe") || text.contains("alert")));
    }

    #[test]
    fn the_title_names_the_site_and_an_element_the_author() {
        let page = read(
            "<html><head><title>Bridge closed - The Larkspur Day</title></head><body>\
             <h1>Bridge closed</h1><span class='author'>Jane Doe in Geneva</span>\
             <p>The mayor closed the bridge.</p></body></html>",
        );
        assert_eq!(page.details.title.as_deref(), Some("Bridge closed"));
        assert_eq!(page.details.outlet.as_deref(), Some("The Larkspur Day"));
        assert_eq!(page.details.author.as_deref(), Some("Jane Doe"));
    }

    #[test]
    fn linked_data_says_what_the_page_does_not_show() {
        let page = read(
            r#"<html><head><title>Bridge closed</title><script type="application/ld+json">
            {"@graph":[{"@type":"NewsArticle","datePublished":"2021-02-03",
            "author":{"name":"Jane Doe"},"publisher":{"name":"Larkspur Day"}}]}</script></head>
            <body><p>The mayor closed the bridge.</p></body></html>"#,
        );
        assert_eq!(page.details.outlet.as_deref(), Some("Larkspur Day"));
        assert_eq!(page.details.author.as_deref(), Some("Jane Doe"));
        assert_eq!(page.details.published, Some(date(2021, 2, 3)));
    }

    #[test]
    fn a_page_of_little_text_is_read_whole() {
        let page =
            read("<html><body><div>Short news.</div><p>The bridge is closed.</p></body></html>");
        let texts: Vec<&str> = page.blocks.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, ["Short news.", "The bridge is closed."]);
    }

    #[test]
    fn a_heap_of_nested_elements_is_no_article() {
        assert_eq!(read(&"<div>".repeat(100_000)), Page::default());
        assert!(depth("<p>a<p>b<br><div><b>c</b></div>") < 3);
    }

    #[test]
    fn broken_markup_is_no_matter() {
        for html in
            ["", "<", "<p", "<html><p>a<div>b</p></i>", "&#xFFFFFFFF;&", "<!--", "<table><p>x"]
        {
            let _ = read(html);
        }
    }
}
