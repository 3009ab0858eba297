//! Who wrote an article, by the elements and attributes that HTML pages keep for it.

use dom_query::{Document, NodeRef};

use super::super::masthead;
use super::super::page::{Details, folded};

/// Elements that name the author, the narrowest first.
const NAMED: &[&str] = &[
    "[itemprop='author'] [itemprop='name']",
    "[itemprop='author']",
    "[rel~='author']",
    ".byline-name, .byline__name, .author-name, .author__name",
    ".author",
    ".byline",
    "[class*='byline']",
];

/// The longest byline, in bytes.
const LONGEST: usize = 120;

/// The author and perhaps the outlet that the elements of `doc` name.
pub(super) fn of_elements(doc: &Document) -> Option<Details> {
    NAMED.iter().find_map(|selector| {
        let elements = doc.select(selector);
        let own = elements.nodes().iter().filter(|node| !is_of_a_comment(node));
        own.take(3).find_map(of_element)
    })
}

/// What the text of the element says. Name, post and date often stand in elements of their own
/// without a space between them; there a comma is set.
fn of_element(node: &NodeRef<'_>) -> Option<Details> {
    let mut whole = String::new();
    for piece in node.descendants_it().filter(NodeRef::is_text).map(|piece| piece.text()) {
        let touches = whole.ends_with(char::is_alphanumeric);
        if touches && piece.starts_with(char::is_alphanumeric) {
            whole.push_str(", ");
        }
        whole.push_str(&piece);
    }
    let whole = folded(&whole);
    read(&whole).filter(|_| whole.contains(' '))
}

/// What the value of a metadata field says: the author without the post; the words themselves
/// where they are no byline, but no address of a profile.
pub(super) fn of_value(value: &str) -> Details {
    let value = folded(value);
    read(&value).unwrap_or_else(|| {
        let author = Some(without_by(&value)).filter(|it| !it.is_empty() && !it.contains("://"));
        Details { author: author.map(str::to_owned), ..Details::default() }
    })
}

/// The author, and the outlet, of "By Jane Doe, science correspondent", with or without "By".
fn read(text: &str) -> Option<Details> {
    if text.len() > LONGEST {
        return None;
    }
    let found = masthead::read(&format!("By {}", without_by(text)))?;
    let told = found.author.is_some() || found.outlet.is_some();
    told.then(|| Details { author: found.author, outlet: found.outlet, ..Details::default() })
}

fn without_by(text: &str) -> &str {
    match text.split_at_checked(3) {
        Some((by, rest)) if by.eq_ignore_ascii_case("by ") => rest.trim_start(),
        _ => text,
    }
}

/// Whether a reader's comment is around the element.
fn is_of_a_comment(node: &NodeRef<'_>) -> bool {
    let around = std::iter::successors(node.parent(), NodeRef::parent).take(16);
    let names = |node: NodeRef<'_>| ["class", "id"].map(|name| node.attr(name));
    around.flat_map(names).flatten().any(|name| name.to_ascii_lowercase().contains("comment"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn author(html: &str) -> Option<String> {
        of_elements(&Document::from(html)).and_then(|details| details.author)
    }

    #[test]
    fn elements_of_several_kinds_name_the_author() {
        for html in [
            "<span class='author'>Jane Doe in Geneva</span>",
            "<div class='byline'>By <a href='/j'>Jane Doe</a>, Science Correspondent</div>",
            "<div class='byline'><b>By Jane Doe</b><i>Science Correspondent</i></div>",
            "<p class='article-byline'>By Jane Doe | 3 May 2020</p>",
            "<a rel='author' href='/j'>Jane Doe</a>",
            "<p itemprop='author'><b itemprop='name'>Jane Doe</b> has won prizes.</p>",
            "<p class='author'>Read more about our people</p><p class='byline'>Jane Doe</p>",
        ] {
            assert_eq!(author(html).as_deref(), Some("Jane Doe"), "{html}");
        }
    }

    #[test]
    fn who_comments_is_no_author() {
        assert_eq!(author("<ul id='comments'><li><b class='author'>Jo Roe</b></li></ul>"), None);
        assert_eq!(author("<p class='author'>admin</p>"), None);
    }

    #[test]
    fn values_are_freed_of_posts_and_addresses() {
        let author = |value| of_value(value).author;
        assert_eq!(author("By Jane Doe, Science Correspondent").as_deref(), Some("Jane Doe"));
        assert_eq!(author("jane doe").as_deref(), Some("jane doe"));
        assert_eq!(author("https://social.example/jane"), None);
        assert_eq!(of_value("Reuters").outlet.as_deref(), Some("Reuters"));
    }
}
