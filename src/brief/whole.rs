//! Phrases that can be shown as they stand: none that tears a quotation apart, begins or ends with
//! a mark, or breaks off behind "is".

use crate::fact::Passage;
use crate::text::syntax::Tag;

use super::candidate::Candidate;
use super::finder::is_auxiliary;

/// Makes a candidate whole by the marks at its ends; false where it cannot be.
///
/// `quotations` are those of its passage, as [`quotations`] finds them.
pub(super) fn complete(
    passage: &Passage,
    quotations: &[(usize, usize)],
    candidate: &mut Candidate,
) -> bool {
    let word = |&token: &usize| !separates(passage.grammar.tokens[token].tag);
    let mut tokens = (candidate.first..=candidate.last).filter(word);
    let Some(mut first) = tokens.next() else { return false };
    let mut last = tokens.next_back().unwrap_or(first);
    if first < last && is_auxiliary(passage, last) {
        return false;
    }
    for &(opening, closing) in quotations {
        let opens = (first..=last).contains(&opening);
        let closes = (first..=last).contains(&closing);
        match (opens, closes) {
            (true, false) if last + 1 == closing => last = closing,
            (false, true) if first == opening + 1 => first = opening,
            (true, true) | (false, false) => {}
            (true, false) | (false, true) => return false,
        }
    }
    (candidate.first, candidate.last) = (first, last);
    true
}

/// A mark that belongs to none of the phrases beside it.
fn separates(tag: Tag) -> bool {
    matches!(tag, Tag::Comma | Tag::Colon | Tag::Period)
}

/// The marks that open and close each quotation of a passage, single ones, too.
pub(super) fn quotations(passage: &Passage) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for token in 0..passage.len() {
        let Some(mark) = passage.word(token).chars().next().filter(|_| is_mark(passage, token))
        else {
            continue;
        };
        match open {
            Some((opening, closing)) if mark == closing => {
                found.push((opening, token));
                open = None;
            }
            Some(_) => {}
            None => open = closing(mark).map(|closing| (token, closing)),
        }
    }
    found
}

/// Whether a token is a quotation mark, which the apostrophe of "workers' rights" is not.
fn is_mark(passage: &Passage, token: usize) -> bool {
    passage.grammar.tokens[token].tag != Tag::POS && passage.word(token).chars().nth(1).is_none()
}

/// The mark that closes what `mark` opens.
fn closing(mark: char) -> Option<char> {
    Some(match mark {
        '“' | '„' => '”',
        '‘' | '‚' => '’',
        '«' => '»',
        '"' | '\'' => mark,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::measure::Measures;
    use crate::brief::testing::passages;

    /// What a phrase of a sentence becomes, if it can be whole.
    fn completed(sentence: &str, phrase: &str) -> Option<String> {
        let all = passages(&format!("A headline of some words\n\n{sentence}\n"));
        let passage = all.into_iter().find(|passage| !passage.is_title)?;
        let runs = (0..passage.len())
            .flat_map(|first| (first..passage.len()).map(move |last| (first, last)));
        let is_phrase = |&(first, last): &(usize, usize)| passage.words(first, last) == phrase;
        let (first, last) = runs.into_iter().find(is_phrase).expect("the phrase is there");
        let mut candidate = Candidate { passage: 0, first, last, measures: Measures::default() };
        let whole = complete(&passage, &quotations(&passage), &mut candidate);
        whole.then(|| passage.words(candidate.first, candidate.last).to_owned())
    }

    #[test]
    fn a_quotation_is_kept_whole_or_left_alone() {
        let sentence = "The mayor spoke of a \"state of siege\" in Larkham.";
        let becomes = |phrase| completed(sentence, phrase);
        assert_eq!(becomes("a \"state of siege").as_deref(), Some("a \"state of siege\""));
        assert_eq!(
            becomes("state of siege\" in Larkham").as_deref(),
            Some("\"state of siege\" in Larkham")
        );
        assert_eq!(becomes("state of siege").as_deref(), Some("state of siege"));
        assert_eq!(becomes("spoke of a \"state"), None);
        assert_eq!(becomes("siege\" in Larkham"), None);
    }

    #[test]
    fn single_marks_are_no_apostrophes() {
        let sentence = "The dockers' union called the offer 'a bad joke' on Friday.";
        assert_eq!(
            completed(sentence, "The dockers' union called").as_deref(),
            Some("The dockers' union called")
        );
        assert_eq!(completed(sentence, "the offer 'a bad"), None);
    }

    #[test]
    fn marks_at_the_ends_and_verbs_that_only_help_are_left_out() {
        let sentence = "The bridge, the mayor said, is closed.";
        assert_eq!(completed(sentence, ", the mayor said,").as_deref(), Some("the mayor said"));
        assert_eq!(completed(sentence, "the mayor said, is"), None);
    }
}
