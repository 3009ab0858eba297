//! Token F1 as SQuAD measures it.

/// The best F1 of `answer` against any of the accepted phrases, 0 to 1.
pub(crate) fn best_f1(answer: &str, accepted: &[Vec<String>]) -> f32 {
    let answer = tokens(answer);
    accepted.iter().map(|phrase| f1(&answer, phrase)).fold(0.0, f32::max)
}

/// The words of a phrase in lower case, without marks and articles.
pub(crate) fn tokens(phrase: &str) -> Vec<String> {
    let plain: String =
        phrase.to_lowercase().chars().filter(|c| !c.is_ascii_punctuation()).collect();
    let words = plain.split_whitespace().filter(|word| !matches!(*word, "a" | "an" | "the"));
    words.map(str::to_owned).collect()
}

/// The harmonic mean of precision and recall.
fn f1(answer: &[String], accepted: &[String]) -> f32 {
    let mut rest: Vec<&String> = accepted.iter().collect();
    let mut common = 0;
    for word in answer {
        if let Some(place) = rest.iter().position(|other| *other == word) {
            rest.swap_remove(place);
            common += 1;
        }
    }
    if common == 0 {
        return 0.0;
    }
    let (precision, recall) =
        (common as f32 / answer.len() as f32, common as f32 / accepted.len() as f32);
    2.0 * precision * recall / (precision + recall)
}
