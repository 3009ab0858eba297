//! What holds for any text at all: nothing panics, and every mention lies in its text.

use proptest::prelude::*;

use super::{Leaning, find, resolve};

/// Texts that are full of the words of dates, in no order.
fn salad() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "the",
        "last",
        "next",
        "of",
        "in",
        "from",
        "to",
        "between",
        "and",
        "two",
        "3",
        "2015",
        "99999999999",
        "31",
        "29",
        "February",
        "may",
        "Friday",
        "week",
        "years",
        "ago",
        "after",
        "before",
        "early",
        "end",
        "at",
        "5",
        "pm",
        ":",
        "-",
        "/",
        ".",
        ",",
        "'",
        "s",
        "th",
        "first",
        "century",
        "day",
        "until",
        "since",
        "Christmas",
        "now",
        "é",
        "—",
        "(",
        ")",
        "local",
        "time",
        "UTC",
        "hundred",
        "thousand",
        "half",
        "a",
        "an",
        "weekend",
        "decades",
        "millennia",
        "Q",
        "4",
    ]);
    prop::collection::vec((word, prop::bool::ANY), 0..25).prop_map(|words| {
        words
            .into_iter()
            .map(|(word, blank)| if blank { format!("{word} ") } else { word.to_owned() })
            .collect()
    })
}

fn holds_for(text: &str) {
    let mut end = 0;
    for mention in find(text) {
        let range = mention.span.range();
        assert!(range.start >= end && range.start < range.end && text.get(range.clone()).is_some());
        end = range.end;
        for anchor in ["2016-02-29T12:00", "9999-12-31T00:00", "-009999-01-01T00:00"] {
            for leaning in [Leaning::Past, Leaning::Report, Leaning::Future, Leaning::Nearest] {
                if let Some(when) = resolve(&mention.expression, anchor.parse().ok(), leaning) {
                    assert!(when.start <= when.end, "{text:?} {when:?}");
                    assert!(!when.written().is_empty());
                    let _ = (
                        mention.expression.fits(&when, None),
                        when.overlaps(&when),
                        when.exactness(),
                    );
                }
            }
        }
        let _ = mention.expression.written();
    }
}

proptest! {
    #[test]
    fn nothing_panics_on_word_salad(text in salad()) {
        holds_for(&text);
    }

    #[test]
    fn nothing_panics_on_any_text(text in ".{0,120}") {
        holds_for(&text);
    }
}

#[test]
fn long_lines_of_nested_dates_are_read_in_linear_time() {
    for piece in [
        "two days after ",
        "1 day ",
        "from 5 to ",
        "the end of ",
        "2015-",
        "last ",
        "Monday at ",
        "a half ",
        "-",
    ] {
        let text = piece.repeat(20_000);
        assert!(find(&text).len() <= text.len());
    }
}
