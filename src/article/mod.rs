//! From the bytes of a saved page to an article: title, outlet, author, date and body.
