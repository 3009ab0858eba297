//! From an article to the facts that it proves.
