//! What a program extracts anew, brought together with what a person wrote meanwhile.

use std::collections::HashSet;

use super::{FactEntry, FactFile, Folded, SourceEntry};
use crate::fact::{Fact, Source};

/// What stands at the head of a new file.
const HEAD: &str = "\
# Facts of one article, made by `dateline extract`. Correct what is wrong and add what is missing:
# what a person changed stays as it is when the article is extracted again (see README.md).";

/// The file that comes of `stored` once its article, whose text is `text`, was extracted again.
///
/// - What a person wrote, changed or commented stays as it stands.
/// - Of the quotes that a person touched, only the facts that stood beside them stay: the program
///   does not bring back what was corrected.
/// - An extracted fact whose id is rejected stays away.
/// - Of the rest, the file holds what the program extracts now.
///
/// Facts come in the order of their quotes in the article; equal input gives equal output.
pub fn merge(stored: FactFile, source: Source, facts: Vec<Fact>, text: &str) -> FactFile {
    let is_new = stored.source.is_none() && stored.preface.is_empty();
    let preface = if is_new { HEAD.to_owned() } else { stored.preface };
    let source = merge_source(stored.source, source);
    let (mut kept, untouched): (Vec<_>, Vec<_>) =
        stored.facts.into_iter().partition(FactEntry::is_by_hand);
    let mut claims = Claims::new(&kept, untouched, &source.rejected);
    kept.extend(facts.into_iter().map(FactEntry::extracted).filter(|entry| claims.admit(entry)));
    let text = Folded::new(text);
    FactFile { source: Some(source), facts: in_order(kept, &text), preface, ..stored }
}

/// The facts in the order in which their quotes stand in the text, those without a place last.
fn in_order(facts: Vec<FactEntry>, text: &Folded) -> Vec<FactEntry> {
    let positions = text.positions(facts.iter().map(|it| it.fact.quote.as_str()));
    let places = positions.into_iter().map(|position| position.unwrap_or(usize::MAX));
    let mut placed: Vec<(usize, FactEntry)> = places.zip(facts).collect();
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, fact)| fact).collect()
}

/// The source as a person wrote it, else the extracted one; the hash of the text is always new.
fn merge_source(stored: Option<SourceEntry>, extracted: Source) -> SourceEntry {
    let Some(mut stored) = stored else { return SourceEntry::extracted(extracted) };
    if !stored.is_by_hand() {
        return SourceEntry { rejected: stored.rejected, ..SourceEntry::extracted(extracted) };
    }
    if let (Some(old), Some(new)) = (&stored.source.sha256, &extracted.sha256) {
        stored.written = stored.written.replace(old.as_str(), new);
    }
    stored.source.sha256 = extracted.sha256;
    stored
}

/// What decides whether an extracted fact may stand in the file.
struct Claims {
    /// Ids that stand in the file by a person's hand, that a person rejected, or that were
    /// admitted.
    taken: HashSet<String>,
    /// Quotes of the facts that a person wrote.
    touched: HashSet<String>,
    /// Ids of the facts that stood in the file as they were extracted.
    standing: HashSet<String>,
}

impl Claims {
    fn new(by_hand: &[FactEntry], untouched: Vec<FactEntry>, rejected: &[String]) -> Self {
        let corrected = by_hand.iter().filter_map(|entry| entry.id.clone());
        Self {
            taken: corrected.chain(rejected.iter().cloned()).collect(),
            touched: by_hand.iter().map(|entry| entry.fact.quote.clone()).collect(),
            standing: untouched.into_iter().filter_map(|entry| entry.id).collect(),
        }
    }

    fn admit(&mut self, entry: &FactEntry) -> bool {
        let Some(id) = &entry.id else { return false };
        let welcome = !self.touched.contains(&entry.fact.quote) || self.standing.contains(id);
        welcome && self.taken.insert(id.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{fact_id, read, write};
    use super::*;

    const TEXT: &str = "Abo spoke on Friday. Tom will go to Tokyo. Nothing was signed.";

    fn source() -> Source {
        Source { title: "Talks".into(), sha256: Some("ab".repeat(32)), ..Source::default() }
    }

    fn fact(quote: &str, who: &str) -> Fact {
        Fact { quote: quote.into(), who: Some(who.into()), ..Fact::default() }
    }

    fn extracted() -> Vec<Fact> {
        vec![fact("Tom will go to Tokyo", "Tom"), fact("Abo spoke on Friday", "Abo")]
    }

    /// The file after an extraction of `facts` over a file with the text `stored`.
    fn again(stored: &str, facts: Vec<Fact>) -> String {
        let (file, problems) = read("talks.toml", stored);
        assert_eq!(problems, [], "{stored}");
        write(&merge(file, source(), facts, TEXT))
    }

    fn first() -> String {
        again("", extracted())
    }

    #[test]
    fn a_new_file_says_what_it_is_and_an_old_one_keeps_its_head() {
        assert!(first().starts_with("# Facts of one article"));
        let other = first().replacen(HEAD, "# mine", 1);
        assert_eq!(again(&other, extracted()), other);
    }

    #[test]
    fn facts_come_in_the_order_of_the_article() {
        let text = first();
        assert!(text.find("Abo").unwrap() < text.find("Tom").unwrap(), "{text}");
    }

    #[test]
    fn extracting_twice_changes_nothing() {
        assert_eq!(again(&first(), extracted()), first());
    }

    #[test]
    fn equal_facts_are_written_once() {
        let twice = [extracted(), extracted()].concat();
        assert_eq!(again("", twice), first());
    }

    #[test]
    fn what_is_extracted_otherwise_now_replaces_what_was() {
        let text = again(&first(), vec![fact("Nothing was signed", "the ministers")]);
        assert!(text.contains("Nothing was signed"));
        assert!(!text.contains("Abo spoke"), "{text}");
    }

    #[test]
    fn a_corrected_fact_stays_and_is_not_extracted_again() {
        let corrected = first().replace("\"Abo\"", "\"Abo Larsen\"");
        assert_eq!(again(&corrected, extracted()), corrected);
    }

    #[test]
    fn a_corrected_quote_is_not_extracted_again_either() {
        let corrected = first().replace("Abo spoke on Friday", "Abo spoke");
        assert_eq!(again(&corrected, extracted()), corrected);
    }

    #[test]
    fn better_extraction_does_not_bring_back_a_corrected_quote() {
        let corrected = first().replace("\"Abo\"", "\"Abo Larsen\"");
        let better = vec![fact("Tom will go to Tokyo", "Tom"), fact("Abo spoke on Friday", "She")];
        assert_eq!(again(&corrected, better), corrected);
    }

    #[test]
    fn other_facts_with_a_corrected_quote_stay() {
        let both = || [extracted(), vec![fact("Abo spoke on Friday", "everybody")]].concat();
        let corrected = again("", both()).replace("\"Abo\"", "\"Abo Larsen\"");
        let text = again(&corrected, both());
        assert!(text.contains("Abo Larsen") && text.contains("everybody"), "{text}");
        assert!(!text.contains("\"Abo\""), "{text}");
    }

    #[test]
    fn a_fact_that_a_person_added_stays_word_for_word() {
        let added = "# She told me so.\n[[fact]]\nwho   = 'Wang'\nquote = 'Nothing was signed'";
        let text = again(&format!("{}\n{added}\n", first()), extracted());
        assert!(text.contains(added), "{text}");
        assert_eq!(again(&text, extracted()), text);
    }

    #[test]
    fn a_comment_makes_a_fact_a_persons() {
        let commented = first().replacen("[[fact]]", "# Checked.\n[[fact]]", 1);
        assert_eq!(again(&commented, extracted()), commented);
        assert_eq!(again(&commented, vec![extracted().remove(0)]), commented);
    }

    #[test]
    fn a_rejected_fact_stays_away() {
        let id = fact_id(&extracted()[1]);
        let rejecting = first().replacen("\nid =", &format!("\nrejected = ['{id}']\nid ="), 1);
        let text = again(&rejecting, extracted());
        assert!(!text.contains("Abo spoke"), "{text}");
        assert!(text.contains(&format!("rejected = [\"{id}\"]")), "{text}");
        assert_eq!(again(&text, extracted()), text);
    }

    #[test]
    fn a_corrected_source_stays_and_its_hash_follows_the_article() {
        let old = first().replace(&"ab".repeat(32), &"cd".repeat(32));
        let corrected = old.replace("title = \"Talks\"", "title = \"Talks\"\noutlet = 'Xinhua'");
        let text = again(&corrected, extracted());
        assert_eq!(text, corrected.replace(&"cd".repeat(32), &"ab".repeat(32)));
    }

    #[test]
    fn aliases_and_remarks_in_a_fact_file_stay() {
        let alias = "[[alias]]\nnames = ['Heron', 'Petrel']";
        let stored = format!("{}\n# Both.\n{alias}\n", first().replacen(HEAD, "# By Ann.", 1));
        let text = again(&stored, extracted());
        assert!(text.starts_with("# By Ann.\n\n[source]"), "{text}");
        assert!(text.ends_with(&format!("# Both.\n{alias}\n")), "{text}");
    }
}
