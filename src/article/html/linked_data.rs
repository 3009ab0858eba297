//! What the linked data of a page says about its article: JSON-LD in `script` elements.
//!
//! `dom_smoothie` reads the plain form; this goes into graphs and follows references, which is how
//! most sites write it, and falls silent on everything that is not understood.

use dom_query::Document;
use serde_json::{Map, Value};

/// The deepest nesting in which an article is looked for.
const DEEPEST: usize = 4;

/// What is said about an article; dates as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LinkedData {
    pub(super) author: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
}

/// The linked data of the first article that `doc` describes.
pub(super) fn read(doc: &Document) -> LinkedData {
    let scripts = doc.select("script[type='application/ld+json']");
    let texts = scripts.nodes().iter().map(|node| node.text());
    let roots: Vec<Value> =
        texts.filter_map(|text| serde_json::from_str(text.trim()).ok()).collect();
    let things: Vec<&Map<String, Value>> =
        roots.iter().flat_map(|root| things(root, DEEPEST)).collect();
    let article = things.iter().find(|thing| is_a(thing, is_article));
    article.map(|article| told(article, &things)).unwrap_or_default()
}

/// The objects of `value`, those of lists and graphs included.
fn things(value: &Value, depth: usize) -> Vec<&Map<String, Value>> {
    let deeper = |value| depth.checked_sub(1).map(|depth| things(value, depth)).unwrap_or_default();
    match value {
        Value::Array(values) => values.iter().flat_map(deeper).collect(),
        Value::Object(thing) => {
            let inner = ["@graph", "mainEntity"].iter().filter_map(|key| thing.get(*key));
            std::iter::once(thing).chain(inner.flat_map(deeper)).collect()
        }
        _ => Vec::new(),
    }
}

fn told(article: &Map<String, Value>, things: &[&Map<String, Value>]) -> LinkedData {
    let text = |key: &str| article.get(key).and_then(Value::as_str).map(str::to_owned);
    let names = |key: &str, of_body: bool| {
        let names = article.get(key).map(|value| names(value, things, of_body)).unwrap_or_default();
        (!names.is_empty()).then(|| names.join(", "))
    };
    LinkedData {
        author: names("author", false),
        publisher: names("publisher", true),
        published: text("datePublished"),
        modified: text("dateModified"),
    }
}

/// The names that `value` gives, itself or by a reference to one of `things`; those of bodies only
/// where one is asked for, as an agency is no author.
fn names(value: &Value, things: &[&Map<String, Value>], of_body: bool) -> Vec<String> {
    match value {
        Value::String(name) => vec![name.trim().to_owned()],
        Value::Array(values) => {
            values.iter().flat_map(|value| names(value, things, of_body)).collect()
        }
        Value::Object(thing) => {
            let same = |other: &&&Map<String, Value>| {
                other.get("@id") == thing.get("@id") && other.contains_key("name")
            };
            let referred = || things.iter().find(same).copied();
            let named = if thing.contains_key("name") { Some(thing) } else { referred() };
            let named = named.filter(|thing| of_body || !is_a(thing, is_body));
            named
                .and_then(|it| it["name"].as_str())
                .map(|it| it.trim().to_owned())
                .into_iter()
                .collect()
        }
        _ => Vec::new(),
    }
}

/// Whether `thing` is of a type that fits.
fn is_a(thing: &Map<String, Value>, fits: fn(&str) -> bool) -> bool {
    match thing.get("@type") {
        Some(Value::String(name)) => fits(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(fits),
        _ => false,
    }
}

fn is_article(name: &str) -> bool {
    name.ends_with("Article") || name.ends_with("BlogPosting")
}

fn is_body(name: &str) -> bool {
    name.ends_with("Organization")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(json: &str) -> LinkedData {
        let page = format!("<html><head><script type='application/ld+json'>{json}</script></head>");
        read(&Document::from(page))
    }

    #[test]
    fn an_article_names_its_author_publisher_and_days() {
        let data = told(
            r#"{"@context":"https://schema.org","@type":"NewsArticle","headline":"Bridge closed",
            "author":[{"@type":"Person","name":"Jane Doe"},{"@type":"Person","name":"Jo Roe"}],
            "publisher":{"@type":"Organization","name":"The Bugle"},
            "datePublished":"2021-02-03T14:05:00Z","dateModified":"2021-02-04"}"#,
        );
        assert_eq!(data.author.as_deref(), Some("Jane Doe, Jo Roe"));
        assert_eq!(data.publisher.as_deref(), Some("The Bugle"));
        assert_eq!(data.published.as_deref(), Some("2021-02-03T14:05:00Z"));
        assert_eq!(data.modified.as_deref(), Some("2021-02-04"));
    }

    #[test]
    fn a_graph_refers_to_people_and_bodies() {
        let data = told(
            r##"{"@graph":[{"@type":"WebSite","name":"Bugle"},
            {"@type":["Article","NewsArticle"],"author":{"@id":"#jane"},"publisher":{"@id":"#b"}},
            {"@type":"Organization","@id":"#b","name":"The Bugle"},
            {"@type":"Person","@id":"#jane","name":"Jane Doe"}]}"##,
        );
        assert_eq!(data.author.as_deref(), Some("Jane Doe"));
        assert_eq!(data.publisher.as_deref(), Some("The Bugle"));
    }

    #[test]
    fn what_is_no_article_says_nothing() {
        for json in ["", "{", "[]", "7", r#"{"@type":"WebSite","name":"Bugle"}"#] {
            assert_eq!(told(json), LinkedData::default(), "{json}");
        }
        let agency = r#"{"@type":"Article","author":{"@type":"Organization","name":"Newswire"}}"#;
        assert_eq!(told(agency).author, None);
    }
}
