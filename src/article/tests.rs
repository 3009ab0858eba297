//! Whole articles, as people save them; all of them are made up.

use std::path::Path;

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn text(file: &str) -> Article {
    read(file.as_bytes(), Path::new("saved-page.txt"))
}

fn prose(article: &Article) -> Vec<&str> {
    let prose = article.paragraphs.iter().filter(|paragraph| paragraph.kind == Kind::Prose);
    prose.map(|paragraph| paragraph.span.of(&article.body)).collect()
}

const PROSE: &str = "The mayor said on Monday that the bridge would be closed for a year.";
const MORE: &str = "Nobody should try to cross the river by any other way than the ferry.";

#[test]
fn a_page_with_boilerplate_all_around() {
    let article = text(&format!(
        "World / Europe\n\nBridge closed for a year\n\nBy Wen Li ( Updated: 2015-05-09 17:53\n\n\
         Share this:\nFacebook\nTwitter\n\n{PROSE}\n\n{MORE}\n\nHot Topics"
    ));
    assert_eq!(article.title, "Bridge closed for a year");
    assert_eq!(article.author.as_deref(), Some("Wen Li"));
    assert_eq!(article.outlet, None);
    assert_eq!(article.published, Some(date(2015, 5, 9)));
    assert_eq!(article.body, format!("{PROSE}\n\n{MORE}"));
    assert!(article.warnings.is_empty());
}

#[test]
fn a_ticker_above_the_title_is_left_out() {
    let article = text(&format!(
        "Off the wire\nOil slips on ample supply\u{a0} \u{a0} • Rowers join race - reports\u{a0} • \
         Urgent: U.S. stocks slump\u{a0} •\u{a0}\nYou are here:   Home\n\nBridge closed for a year\n\n\
         Xinhua, May 9, 2015 Adjust font size:\n\n{PROSE} Endite"
    ));
    assert_eq!(article.title, "Bridge closed for a year");
    assert_eq!(article.outlet.as_deref(), Some("Xinhua"));
    assert_eq!(article.published, Some(date(2015, 5, 9)));
    assert_eq!(article.body, PROSE);
}

#[test]
fn menus_and_the_line_of_publication_above_the_title_are_no_title() {
    let article = text(&format!(
        "Harbour News\nHome  Ferries  Bridges\tIslands  Newsletter\nHome|Ferries|Bridges\n\
         Last Updated: Monday, 11 May 2015, 16:42 GMT 17:42 UK\n\nBridge closed for a year\n\n\
         Story highlights\n\n{PROSE}"
    ));
    assert_eq!(article.title, "Bridge closed for a year");
    assert_eq!(article.published, Some(date(2015, 5, 11)));
    assert_eq!(article.published_time, Some(jiff::civil::time(16, 42, 0, 0)));
    assert_eq!(article.body, PROSE);
}

#[test]
fn a_site_that_anybody_may_write_for_is_the_outlet() {
    let article = text(&format!(
        "Bridge closed for a year\nFrom Wikinews, the free news source you can write!\n\n\
         Sunday, May 3, 2020\n\n{PROSE}"
    ));
    assert_eq!(article.outlet.as_deref(), Some("Wikinews"));
    assert_eq!((article.published, article.body.as_str()), (Some(date(2020, 5, 3)), PROSE));
}

#[test]
fn a_dateline_gives_place_and_outlet() {
    let article = text(&format!("Bridge closed for a year\n\nLONDON (Reuters) - {PROSE}"));
    assert_eq!(article.dateline_place.as_deref(), Some("LONDON"));
    assert_eq!(article.outlet.as_deref(), Some("Reuters"));
    assert_eq!(article.body, PROSE);
    assert_eq!(article.warnings, [Warning::NoDate]);
}

#[test]
fn the_address_tells_the_outlet_where_nothing_else_does() {
    let article = text(&format!("Bridge closed\n\nhttps://www.bbc.co.uk/news/1\n\n{PROSE}"));
    assert_eq!(article.outlet.as_deref(), Some("BBC News"));
}

#[test]
fn the_address_tells_the_day_where_nothing_else_does() {
    let article =
        text(&format!("Bridge closed\n\nhttps://bugle.example/2015-05/09/a.html\n\n{PROSE}"));
    assert_eq!(article.published, Some(date(2015, 5, 9)));
}

#[test]
fn without_a_title_the_first_sentence_stands_in() {
    let article = text(&format!("{PROSE} {MORE}"));
    assert_eq!(article.title, PROSE);
    assert_eq!(article.body, format!("{PROSE} {MORE}"));
    assert!(article.warnings.contains(&Warning::NoTitle));
}

#[test]
fn headings_are_no_sentences() {
    let article = text(&format!("Bridge closed\n\n{PROSE}\n\nWhat comes next\n\n{MORE}"));
    assert_eq!(prose(&article), [PROSE, MORE]);
    assert_eq!(article.sentences().len(), 2);
    assert!(article.body.contains("What comes next"));
}

#[test]
fn markdown_and_html_are_read_by_the_name_of_the_file() {
    let markdown = format!("---\ndate: 2020-05-03\n---\n# Bridge *closed*\n\n{PROSE}\n");
    let article = read(markdown.as_bytes(), Path::new("a.md"));
    assert_eq!(
        (article.title.as_str(), article.published),
        ("Bridge closed", Some(date(2020, 5, 3)))
    );
    let page = format!("<html><body><h1>Bridge closed</h1><p>{PROSE}</p></body></html>");
    for name in ["a.html", "a.HTM", "a.txt"] {
        let article = read(page.as_bytes(), Path::new(name));
        assert_eq!(
            (article.title.as_str(), article.body.as_str()),
            ("Bridge closed", PROSE),
            "{name}"
        );
    }
}

#[test]
fn nothing_comes_of_nothing() {
    let article = read(b"", Path::new("empty-file.txt"));
    assert_eq!(article.title, "empty-file");
    assert_eq!(article.warnings, [Warning::NoDate, Warning::NoTitle, Warning::NoBody]);
}

#[test]
fn one_line_of_ten_megabytes_is_read() {
    let file = format!("{PROSE} \"{MORE} (").repeat(70_000);
    let article = read(file.as_bytes(), Path::new("long.txt"));
    assert!(article.body.len() > 9_000_000);
    assert!(article.sentences().len() > 70_000);
}

#[test]
fn right_to_left_text_is_read() {
    let article = text("أغلق الجسر\n\nقال رئيس البلدية يوم الاثنين إن الجسر سيغلق لمدة عام.");
    assert!(article.body.contains("رئيس البلدية"));
}

#[test]
fn unpaired_quotes_do_no_harm() {
    let article = text(
        "Bridge closed\n\n\"The bridge is old, he said. \"It is closed (for good.\n\nSo \"it is.",
    );
    assert!(article.body.starts_with("\"The bridge is old"));
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Whatever the text, every paragraph stands in it word for word.
    #[test]
    fn every_paragraph_stands_in_the_file(
        file in "(([A-Z][a-z]{1,8}|[a-z]{1,9}|[0-9]{1,4}|By|May|Sources|\"|[.,:;!?()|•/-]|\n|\n\n|\r\n| |\u{a0}|\\PC) ?){0,120}"
    ) {
        prop_assume!(!file.contains('&'));
        let article = text(&file);
        let source = folded(&file);
        for paragraph in &article.paragraphs {
            let words = paragraph.span.of(&article.body);
            prop_assert!(source.contains(words), "{words:?} is not in {source:?}");
        }
        prop_assert!(article.sentences().iter().all(|span| !span.is_empty()));
    }

    /// No bytes at all make reading fail, in any format.
    #[test]
    fn random_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400), ending in "txt|md|html") {
        let article = read(&bytes, Path::new(&format!("x.{ending}")));
        prop_assert!(article.sentences().iter().all(|span| !span.of(&article.body).is_empty()));
    }

    /// Nor does any heap of markup.
    #[test]
    fn heaps_of_markup_are_read(
        page in "(<p>|</p>|<div>|</div>|<h1>|<br>|<table>|<!--|<script>|&amp;|[a-zA-Z. ]{1,30}|#|\\*|---\n){0,60}",
        ending in "md|html"
    ) {
        let _ = read(page.as_bytes(), Path::new(&format!("x.{ending}")));
    }
}
