//! Which way a measure may count: what few questions happen to say otherwise is chance.

/// The least and the greatest value of a weight.
pub(crate) type Bounds = (f32, f32);

const ANY: Bounds = (f32::MIN, f32::MAX);
const POSITIVE: Bounds = (0.0, f32::MAX);
const NEGATIVE: Bounds = (f32::MIN, 0.0);
const NONE: Bounds = (0.0, 0.0);

/// More of these can only make it likelier that a passage speaks of what is asked.
const SPEAKS: &[&str] = &[
    "covers question",
    "covers what tells it apart",
    "covers what is no name",
    "covers what tells it apart and is no name",
    "behind in what is no name",
    "behind in the question",
    "behind in what tells apart",
    "behind in what is missing",
    "behind in actors",
    "behind in one clause",
    "behind in what is said",
    "short denial",
    "asks for any, and one is lacking",
    "has the foremost word",
    "has what is said",
    "in one clause",
    "same actors",
    "found by its words",
    "place among passages",
    "article covers question",
    "of the best article",
    "behind the best passage",
    "read",
    "behind in what is read",
    "number borne out",
    "number contradicted",
    "same figure",
    "same place in a row",
    "time fits",
    "one of them denies",
    "both deny",
    "opposite in its place",
    "opposite somewhere",
    "asks if still, and it ended",
    "asks if already, and it is to come",
    "refers to the sentence before",
    "both accept or both refuse",
    "one accepts, one refuses",
    "both grow or both shrink",
    "one grows, one shrinks",
    "first time where one before is asked for",
    "one before where the first time is asked for",
    "another of a set",
    "another of a set in its place",
    "asks if told, and nothing is",
    "only something else",
    "done by another",
    "told the same where it is asked for",
    "told another time where it is asked for",
    "told another number where it is asked for",
    "told another place where it is asked for",
    "told another name where it is asked for",
];

/// More of these can only make it less likely.
const SILENT: &[&str] = &[
    "lacks what is said",
    "other actors",
    "name missing in article",
    "name missing",
    "word missing",
    "has little but names",
    "only thought of",
    "still to come",
    "of what has been",
    "of something else",
    "only supposed",
];

/// What is the same for all passages cannot tell them apart.
const OF_THE_QUESTION: &[&str] =
    &["question denies", "asks if still", "asks if admitted", "asks for all", "asks for any"];

/// More of these can only speak against what is asked.
const AGAINST: &[&str] = &[
    "told another time where it is asked for",
    "told another number where it is asked for",
    "told another place where it is asked for",
    "told another name where it is asked for",
    "other actors",
    "only thought of",
    "still to come",
    "of what has been",
    "number contradicted",
    "only another figure",
    "another place in a row",
    "another of a set",
    "another of a set in its place",
    "asks if told, and nothing is",
    "should have been",
    "by the rules",
    "by the rules, where it has what is said",
    "by the rules, where it has what tells it apart",
    "one of them denies",
    "opposite in its place",
    "opposite somewhere",
    "denying word in the clause of one",
    "denying word in one",
    "share that only one denies",
    "only one denies what is said",
    "one is a denial",
    "asks if still, and it ended",
    "asks if already, and it is to come",
    "asks if admitted",
    "asks for all",
    "word of lack",
    "word of lack among few",
    "word of lack in the question",
    "asks for any, and one is lacking",
    "one accepts, one refuses",
    "one grows, one shrinks",
    "first time where one before is asked for",
    "one before where the first time is asked for",
    "only",
];

/// More of these can only speak for it.
const FOR: &[&str] = &[
    "told the same where it is asked for",
    "same actors",
    "number borne out",
    "same figure",
    "same place in a row",
    "time fits",
    "question denies",
    "both deny",
    "asks if still",
    "asks for any",
    "both accept or both refuse",
    "both grow or both shrink",
];

/// The least weights of what speaks against headlines and openings: those who wrote the questions in
/// hand went past the opening more than people do.
const OPENINGS: [(&str, f32); 2] = [("headline", -1.5), ("opens its article", -0.8)];

/// The least weights of what tells by itself that it is otherwise, and is too seldom seen to be fitted.
const SURE: [(&str, f32); 4] = [
    ("something else instead", 0.8),
    ("time differs", 0.8),
    ("done by another", 0.8),
    ("only something else", 0.8),
];

/// The greatest weights of what proves nothing, and stands in too few passages that seem to prove something
/// for that to be fitted.
const PROVES_NOTHING: [(&str, f32); 1] = [("of another person", -1.5)];

/// The bounds of the two weights of a measure.
pub(crate) fn bounds(name: &str) -> [Bounds; 2] {
    let opening = OPENINGS.iter().find(|(opening, _)| *opening == name);
    let nothing = PROVES_NOTHING.iter().find(|(nothing, _)| *nothing == name);
    let speaks = match () {
        () if nothing.is_some() => (f32::MIN, nothing.map_or(0.0, |(_, most)| *most)),
        () if opening.is_some() => (opening.map_or(0.0, |(_, least)| *least), 0.0),
        () if OF_THE_QUESTION.contains(&name) => NONE,
        () if SPEAKS.contains(&name) => POSITIVE,
        () if SILENT.contains(&name) => NEGATIVE,
        () => ANY,
    };
    let sure = SURE.iter().find(|(sure, _)| *sure == name);
    let against = match () {
        () if name == "bias" => ANY,
        () if sure.is_some() => (sure.map_or(0.0, |(_, least)| *least), f32::MAX),
        () if AGAINST.contains(&name) => POSITIVE,
        () if FOR.contains(&name) => NEGATIVE,
        () => NONE,
    };
    [speaks, against]
}
