//! The answer alone, for whoever shows its proof below it.

use super::types::Answer;

/// What stands between an answer and the sentence that makes it clear.
const DASH: &str = " — ";

impl Answer {
    /// The answer without the sentence behind its dash where a quote says that word for word; a
    /// remark in brackets stays. A reader of answer and quote would read it twice.
    pub fn headline(&self) -> String {
        let Some((answer, sentence)) = self.text.split_once(DASH) else { return self.text.clone() };
        let is_quoted = |sentence: &str| {
            let sentence = sentence.trim_end_matches('…');
            self.citations.iter().any(|citation| citation.quote.contains(sentence))
        };
        if is_quoted(sentence) {
            return answer.to_owned();
        }
        match sentence.rsplit_once(" (") {
            Some((told, remark)) if is_quoted(told) && remark.ends_with(')') => {
                format!("{answer} ({remark}")
            }
            _ => self.text.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answer, Citation};

    fn headline(text: &str) -> String {
        let quote = "He told Ann Lee that the bridge (built in 1962) will open in May.".to_owned();
        let citations = vec![Citation { quote, ..Citation::default() }];
        Answer { text: text.to_owned(), citations, ..Answer::default() }.headline()
    }

    #[test]
    fn what_the_quote_says_is_not_said_twice() {
        assert_eq!(headline("Yes — the bridge (built in 1962) will open in May"), "Yes");
        assert_eq!(headline("Ann Lee — He told Ann Lee that the bridge…"), "Ann Lee");
        assert_eq!(headline("May"), "May");
    }

    #[test]
    fn a_remark_and_what_the_quote_has_in_other_words_stay() {
        let passed = "Yes — the bridge (built in 1962) will open in May (that time has passed)";
        assert_eq!(headline(passed), "Yes (that time has passed)");
        let named = "Ann Lee — Bo Hill told Ann Lee that the bridge will open";
        assert_eq!(headline(named), named);
    }
}
