//! Short names for contents: what was extracted is told by them from what a person changed.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::fact::{Fact, FactDate, Source};

/// Bytes of the hash in an id; four keep a million pairs of facts apart in all but 1 of 4,000
/// files.
const ID_BYTES: usize = 4;

/// SHA-256 of `text`, in hexadecimal.
pub fn digest(text: &str) -> String {
    hex(&Sha256::digest(text))
}

/// The id of a fact: a hash over all that extraction says in it.
///
/// Two facts with the same id are the same fact; a fact whose id does not fit it was changed.
pub fn fact_id(fact: &Fact) -> String {
    let mut contents = Contents::default();
    contents.add("quote", Some(&fact.quote));
    contents.add("standing", Some(fact.standing.as_str()));
    contents.add("said_by", fact.said_by.as_deref());
    contents.add("who", fact.who.as_deref());
    contents.add("what", fact.what.as_deref());
    contents.add("where", fact.place.as_deref());
    contents.add_when(fact.when.as_ref());
    contents.add("why", fact.why.as_deref());
    contents.add("how", fact.how.as_deref());
    for (words, name) in &fact.refers {
        contents.add("words", Some(words));
        contents.add("name", Some(name));
    }
    contents.id()
}

/// The id of a source: a hash over all that names it; not over the hash of its text, which changes
/// with every word that is corrected in the article.
pub fn source_id(source: &Source) -> String {
    let mut contents = Contents::default();
    contents.add("title", Some(&source.title));
    contents.add("outlet", source.outlet.as_deref());
    contents.add("author", source.author.as_deref());
    contents.add_date("published", source.published);
    contents.add("url", source.url.as_deref());
    contents.id()
}

/// Keys and values under a hash. Each is closed by a zero byte, so that no two lists look alike.
#[derive(Default)]
struct Contents(Sha256);

impl Contents {
    fn add(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            for part in [key, "\0", value, "\0"] {
                self.0.update(part);
            }
        }
    }

    fn add_date(&mut self, key: &str, date: Option<Date>) {
        self.add(key, date.map(|date| date.to_string()).as_deref());
    }

    fn add_when(&mut self, when: Option<&FactDate>) {
        if let Some(when) = when {
            self.add("when", Some(&when.text));
            self.add_date("start", when.start);
            self.add_date("end", when.end);
        }
    }

    fn id(self) -> String {
        hex(&self.0.finalize()[..ID_BYTES])
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_the_sha_256_that_everybody_computes() {
        assert!(digest("").starts_with("e3b0c44298fc1c14"));
        assert_eq!(digest("abc").len(), 64);
    }

    #[test]
    fn an_id_stays_what_it_is() {
        // Were it to change, every extracted fact in the world would count as written by hand.
        let fact = Fact { quote: "He resigned on Friday".into(), ..Fact::default() };
        insta::assert_snapshot!(fact_id(&fact), @"0e6429be");
    }

    #[test]
    fn every_field_of_a_fact_counts() {
        let word = || Some("x".to_owned());
        let when = Some(FactDate { text: "x".into(), start: None, end: None });
        let facts = [
            Fact::default(),
            Fact { quote: "x".into(), ..Fact::default() },
            Fact { standing: crate::fact::Factuality::Denied, ..Fact::default() },
            Fact { said_by: word(), ..Fact::default() },
            Fact { who: word(), ..Fact::default() },
            Fact { what: word(), ..Fact::default() },
            Fact { place: word(), ..Fact::default() },
            Fact { when, ..Fact::default() },
            Fact { why: word(), ..Fact::default() },
            Fact { how: word(), ..Fact::default() },
            Fact { refers: vec![("x".into(), "x".into())], ..Fact::default() },
        ];
        let ids: std::collections::BTreeSet<_> = facts.iter().map(fact_id).collect();
        assert_eq!(ids.len(), facts.len());
    }

    #[test]
    fn the_text_of_the_article_does_not_count_for_its_source() {
        let source = Source { title: "Talks".into(), ..Source::default() };
        let other = Source { sha256: Some("ab".into()), ..source.clone() };
        assert_eq!(source_id(&source), source_id(&other));
        assert_ne!(source_id(&source), source_id(&Source::default()));
    }
}
