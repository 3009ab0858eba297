//! Answers and briefs as one line of JSON, for programs.

use std::fmt::Write;

use serde::Serialize;

use super::clean::is_harmful;
use crate::answer::{Answer, Citation};
use crate::engine::Brief;
use crate::text::shortened;

/// The longest answer, in characters; readers rely on it.
const LONGEST_ANSWER: usize = 400;

/// `question` and its answer, which took the engine `micros` microseconds.
pub fn answer(question: &str, answer: &Answer, micros: u64) -> String {
    line(&AnswerLine {
        question,
        status: answer.status.as_str(),
        answer: &shortened(&answer.text, LONGEST_ANSWER),
        span: answer.span.as_deref(),
        citations: answer.citations.iter().map(CitationObject::from).collect(),
        micros,
    })
}

/// The main event of an article.
pub fn brief(brief: &Brief) -> String {
    line(&BriefLine {
        who: brief.who.as_deref(),
        what: brief.what.as_deref(),
        when: brief.when.as_deref(),
        place: brief.place.as_deref(),
        why: brief.why.as_deref(),
        how: brief.how.as_deref(),
    })
}

/// The keys of the interface, which other programs rely on.
#[derive(Serialize)]
struct AnswerLine<'a> {
    question: &'a str,
    status: &'static str,
    answer: &'a str,
    span: Option<&'a str>,
    citations: Vec<CitationObject<'a>>,
    micros: u64,
}

#[derive(Serialize)]
struct CitationObject<'a> {
    title: &'a str,
    outlet: Option<&'a str>,
    published: Option<String>,
    quote: &'a str,
}

impl<'a> From<&'a Citation> for CitationObject<'a> {
    fn from(citation: &'a Citation) -> Self {
        Self {
            title: &citation.title,
            outlet: citation.outlet.as_deref(),
            published: citation.published.map(|day| day.to_string()),
            quote: &citation.quote,
        }
    }
}

#[derive(Serialize)]
struct BriefLine<'a> {
    who: Option<&'a str>,
    what: Option<&'a str>,
    when: Option<&'a str>,
    #[serde(rename = "where")]
    place: Option<&'a str>,
    why: Option<&'a str>,
    how: Option<&'a str>,
}

/// One line without what could steer a terminal. JSON's own escapes lose nothing of a quote.
fn line(object: &impl Serialize) -> String {
    // Serializing fails only for maps with odd keys and for types that say so; these are neither.
    let json = serde_json::to_string(object).unwrap_or_default();
    if !json.contains(is_harmful) {
        return json;
    }
    let mut line = String::with_capacity(json.len());
    for c in json.chars() {
        if is_harmful(c) {
            let _ = write!(line, "\\u{:04x}", u32::from(c));
        } else {
            line.push(c);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Status;

    #[test]
    fn an_answer_has_the_keys_that_others_rely_on() {
        let citation = Citation {
            title: "Talks".into(),
            published: Some(jiff::civil::date(2015, 3, 7)),
            quote: "later this month".into(),
            ..Citation::default()
        };
        let given = Answer {
            status: Status::Answered,
            text: "March 2015.".into(),
            span: Some("later this month".into()),
            citations: vec![citation],
            ..Answer::default()
        };
        insta::assert_snapshot!(answer("when?", &given, 7), @r#"{"question":"when?","status":"answered","answer":"March 2015.","span":"later this month","citations":[{"title":"Talks","outlet":null,"published":"2015-03-07","quote":"later this month"}],"micros":7}"#);
    }

    #[test]
    fn an_answer_is_cut_at_400_characters() {
        let given = Answer { text: "é".repeat(500), ..Answer::default() };
        let value: serde_json::Value = serde_json::from_str(&answer("", &given, 0)).unwrap();
        assert_eq!(value["answer"].as_str().map(|text| text.chars().count()), Some(400));
    }

    #[test]
    fn a_brief_says_null_for_what_is_not_known() {
        let given = Brief { place: Some("Tokyo".into()), ..Brief::default() };
        insta::assert_snapshot!(brief(&given), @r#"{"who":null,"what":null,"when":null,"where":"Tokyo","why":null,"how":null}"#);
    }

    #[test]
    fn harmful_characters_are_escaped_and_come_back_whole() {
        let question = "a\u{1b}[2J\u{9b}\u{202e}\u{7f}\n\"b\"";
        let line = answer(question, &Answer::default(), 0);
        assert!(!line.contains(is_harmful), "{line}");
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(value["question"], question);
    }
}
