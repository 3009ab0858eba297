//! What is asked of something that is to come: whether it is over by now, how long it is until
//! then, when it begins. All of it comes down to when that is.

use super::cut::{self, Word};

/// What is asked of something that is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announced {
    /// "Are the talks over?"
    IsOver,
    /// "Have the talks taken place?"
    HasHappened,
    /// "Are the talks still to come?"
    IsAhead,
    /// "How long until the talks?"
    Until,
    /// "When do the talks start?"
    Begins,
}

use Announced::{Begins, HasHappened, IsAhead, IsOver, Until};

/// The most words by which something is named.
const LONGEST: usize = 8;

/// How a question ends that asks so, by the word that it begins with.
const ENDINGS: [(&[&str], Announced, &[&str]); 6] = [
    (
        &["is", "are"],
        IsOver,
        &["over", "done", "finished", "ended", "past", "behind us", "all over", "over with"],
    ),
    (
        &["is", "are"],
        IsAhead,
        &["to come", "ahead", "upcoming", "coming up", "yet to come", "yet to happen", "to happen"],
    ),
    (&["has", "have"], IsOver, &["ended", "finished", "concluded", "passed"]),
    (
        &["has", "have"],
        HasHappened,
        &["happened", "occurred", "begun", "started", "taken place", "gone ahead", "been held"],
    ),
    (&["did"], HasHappened, &["happen", "occur", "take place", "go ahead", "come about"]),
    (&["when"], Begins, &["start", "begin", "commence", "open", "kick off", "get under way"]),
];

/// What `question`, which has no courtesies around it, asks of something that is to come, and the
/// question when that is.
pub fn announced(question: &str) -> Option<(Announced, String)> {
    let words = cut::words(question);
    let (asked, verb, topic) = until(&words).or_else(|| by_ending(&words))?;
    let (first, last) = (topic.first()?, topic.last()?);
    let topic = (topic.len() <= LONGEST).then(|| &question[first.start..last.end])?;
    Some((asked, format!("When {verb} {topic}?")))
}

/// What is asked, "is" or "are", and the words that name what it is asked of.
type Parts<'a> = (Announced, &'static str, &'a [Word]);

fn by_ending(words: &[Word]) -> Option<Parts<'_>> {
    const BY_NOW: [&str; 4] = ["yet", "already", "now", "by"];
    const STILL: [&str; 3] = ["still", "already", "yet"];
    let end = words.iter().rposition(|word| !BY_NOW.contains(&word.folded.as_str()))? + 1;
    let (opening, rest) = words[..end].split_first()?;
    let (asked, length) = ENDINGS.iter().find_map(|(openings, asked, endings)| {
        let fits = |ending: &&&str| ends_with(rest, ending);
        let opens = openings.contains(&opening.folded.as_str());
        let ending = endings.iter().filter(|_| opens).find(fits)?;
        Some((*asked, ending.split(' ').count()))
    })?;
    let mut topic = &rest[..rest.len() - length];
    let mut helper = opening;
    if asked == Begins {
        (helper, topic) = topic.split_first()?;
        if !matches!(helper.folded.as_str(), "do" | "does" | "will") {
            return None;
        }
    }
    while let [before @ .., last] = topic
        && STILL.contains(&last.folded.as_str())
    {
        topic = before;
    }
    let is_plural = matches!(helper.folded.as_str(), "are" | "have" | "do");
    Some((asked, if is_plural { "are" } else { "is" }, topic))
}

/// "How long is it until the fair opens", "how many days until then".
fn until(words: &[Word]) -> Option<Parts<'_>> {
    const LENGTHS: [&str; 8] = [
        "long",
        "many days",
        "many weeks",
        "many months",
        "many hours",
        "much longer",
        "soon",
        "far",
    ];
    const BETWEEN: [&str; 14] = [
        "is", "it", "are", "there", "do", "does", "we", "i", "have", "to", "wait", "left", "go",
        "still",
    ];
    const BEGINS: [&str; 10] = [
        "start",
        "starts",
        "begin",
        "begins",
        "open",
        "opens",
        "happen",
        "happens",
        "commences",
        "take place",
    ];
    let (_, rest) = words.split_first().filter(|(how, _)| how.folded == "how")?;
    let at =
        rest.iter().position(|word| matches!(word.folded.as_str(), "until" | "till" | "til"))?;
    let begins_with = |length: &str| {
        let count = length.split(' ').count();
        let between = |word: &Word| BETWEEN.contains(&word.folded.as_str());
        count <= at && ends_with(&rest[..count], length) && rest[count..at].iter().all(between)
    };
    LENGTHS.into_iter().find(|length| begins_with(length))?;
    let topic = &rest[at + 1..];
    let verb = BEGINS.iter().find(|verb| ends_with(topic, verb));
    let topic = &topic[..topic.len() - verb.map_or(0, |verb| verb.split(' ').count())];
    let is_plural = topic.last().is_some_and(|last| last.folded.ends_with('s'));
    Some((Until, if is_plural { "are" } else { "is" }, topic))
}

fn ends_with(words: &[Word], ending: &str) -> bool {
    let count = ending.split(' ').count();
    let last = words.len().checked_sub(count).map(|from| &words[from..]);
    last.is_some_and(|last| last.iter().zip(ending.split(' ')).all(|(a, b)| a.folded == b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(question: &str, asked: Announced, when: &str) {
        assert_eq!(announced(question), Some((asked, when.to_owned())), "{question}");
    }

    #[test]
    fn whether_something_is_over_or_ahead_is_asked_in_many_ways() {
        check("Are the talks over?", IsOver, "When are the talks?");
        check("is the Harbour Fair done yet", IsOver, "When is the Harbour Fair?");
        check("has the vote already taken place?", HasHappened, "When is the vote?");
        check("Have the games ended by now?", IsOver, "When are the games?");
        check("did it go ahead", HasHappened, "When is it?");
        check("Is the summit still to come?", IsAhead, "When is the summit?");
    }

    #[test]
    fn how_long_it_is_until_then_and_when_it_begins_ask_for_the_day() {
        check("How long until the talks?", Until, "When are the talks?");
        check("how many days do we have left till the vote starts", Until, "When is the vote?");
        check("When do the talks begin?", Begins, "When are the talks?");
        check("when will the fair kick off", Begins, "When is the fair?");
    }

    #[test]
    fn what_goes_on_behind_it_asks_for_something_else() {
        for question in [
            "Did it happen in Ghent?",
            "Is the bridge over the river?",
            "How long did they wait until the doors opened?",
            "When did the war start?",
            "When do they start the engine?",
            "Is she over 60?",
            "",
            "did",
        ] {
            assert_eq!(announced(question), None, "{question}");
        }
    }
}
