//! What an HTML page says about its article beside the text: JSON-LD, Open Graph, other meta tags,
//! its title, and elements made for author and day.

use dom_query::Document;
use dom_smoothie::Readability;

use super::super::masthead::date;
use super::super::page::{Details, folded};
use super::{byline, linked_data, site};

/// Meta tags with the day of publication, the most certain first.
const PUBLISHED: &[&str] = &[
    "meta[property='article:published_time']",
    "meta[itemprop='datePublished']",
    "meta[name='datePublished']",
    "meta[property='og:published_time']",
    "meta[name='pubdate']",
    "meta[name='publishdate']",
    "meta[name='publish-date']",
    "meta[name='publication_date']",
    "meta[name='parsely-pub-date']",
    "meta[name='sailthru.date']",
    "meta[name='DC.date.issued']",
    "meta[name='dc.date']",
    "meta[name='date']",
    "meta[name='OriginalPublicationDate']",
];

/// Elements of the body with the day of publication.
const STAMPED: &[&str] =
    &["[itemprop='datePublished']", "article time[datetime]", "time[pubdate]", "time[datetime]"];

/// The details of a page that has not been changed by the search for its article.
pub(super) fn read(page: &Readability) -> Details {
    let told = page.get_article_metadata(page.parse_json_ld());
    let text =
        |value: Option<String>| value.map(|text| folded(&text)).filter(|text| !text.is_empty());
    let linked = linked_data::read(&page.doc);
    let day = |value: Option<&String>| date::first(value?);
    let published = day(told.published_time.as_ref()).or_else(|| day(linked.published.as_ref()));
    let published = published.or_else(|| stamp(&page.doc));
    let updated = day(told.modified_time.as_ref()).or_else(|| day(linked.modified.as_ref()));
    let title = headline(&page.doc, &told.title).or_else(|| text(Some(told.title.clone())));
    let byline = told.byline.or(linked.author).map(|value| byline::of_value(&value));
    let byline = byline.filter(|told| told.author.is_some() || told.outlet.is_some());
    let byline = byline.or_else(|| byline::of_elements(&page.doc)).unwrap_or_default();
    Details {
        outlet: text(told.site_name)
            .or_else(|| text(linked.publisher))
            .or_else(|| site_in_title(&page.doc, title.as_deref()))
            .or(byline.outlet),
        author: byline.author,
        title,
        published: published.as_ref().map(|found| found.date),
        time: published.and_then(|found| found.time),
        updated: updated.map(|found| found.date),
        place: None,
        url: text(told.url).or_else(|| canonical(&page.doc)),
    }
}

/// The heading of the page that the title repeats, perhaps with the name of the site.
fn headline(doc: &Document, title: &str) -> Option<String> {
    let title = folded(title);
    let headings = doc.select("h1");
    let texts = headings.nodes().iter().map(|node| folded(&node.text()));
    texts
        .into_iter()
        .find(|text| !text.is_empty() && (title.is_empty() || title.contains(text.as_str())))
}

fn stamp(doc: &Document) -> Option<date::Found> {
    let value = |selector: &&str, names: &[&str]| {
        let element = doc.select_single(selector);
        let attribute =
            names.iter().find_map(|name| element.attr(name)).map(|value| value.to_string());
        date::first(&attribute.unwrap_or_else(|| element.text().to_string()))
    };
    let meta = PUBLISHED.iter().find_map(|selector| value(selector, &["content"]));
    meta.or_else(|| STAMPED.iter().find_map(|selector| value(selector, &["datetime", "content"])))
}

fn canonical(doc: &Document) -> Option<String> {
    let link = doc.select_single("link[rel='canonical']").attr("href");
    let url = link.or_else(|| doc.select_single("meta[property='og:url']").attr("content"))?;
    url.starts_with("http").then(|| url.to_string())
}

/// The site that the page's title names beside its headline: the title told by other tags, or
/// a heading.
fn site_in_title(doc: &Document, told: Option<&str>) -> Option<String> {
    let title = folded(&doc.select_single("head title").text());
    let headings = doc.select("h1");
    let headings = headings.nodes().iter().map(|node| folded(&node.text()));
    told.map(str::to_owned)
        .into_iter()
        .chain(headings)
        .find_map(|headline| site::beside(&title, &headline))
}
