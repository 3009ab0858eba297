//! From an article to the facts that it proves.

use crate::article::Article;
use crate::fact::{Fact, Source};

/// The source of `article` and the facts that it proves, in the order of the article.
// SEAM: the rules of extraction come here.
pub fn facts(article: &Article) -> (Source, Vec<Fact>) {
    let source = Source {
        title: article.title.clone(),
        outlet: article.outlet.clone(),
        author: article.author.clone(),
        published: article.published,
        url: article.url.clone(),
        sha256: None,
    };
    (source, Vec::new())
}
