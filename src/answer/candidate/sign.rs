//! Whether the first words of a span tell a reason.
//!
//! A reason is told by its sign: "because", "due to", "citing safety concerns", "on suspicion of".
//! Some signs stand for other things as well ("after", "for", "as") and tell one only perhaps.

use crate::extract::arguments;
use crate::fact::{Passage, Sign};
use crate::lexicon::{Lexicon, NounKind};
use crate::text::syntax::{EntityKind, Relation, Sentence, Tag};

use super::Kind;

/// Words that open nothing but reasons.
pub(in crate::answer) const OPENING: [&str; 10] = [
    "because",
    "due",
    "attributable",
    "amid",
    "thanks",
    "owing",
    "citing",
    "blaming",
    "lest",
    "given",
];
/// Nouns that open a reason behind a preposition: "in response to", "on suspicion of".
const BEHIND: [(&str, &[&str]); 5] = [
    (
        "in",
        &[
            "response",
            "order",
            "protest",
            "retaliation",
            "connection",
            "revenge",
            "reaction",
            "solidarity",
            "reply",
            "dispute",
            "row",
            "bid",
            "attempt",
            "effort",
            "hope",
            "honour",
            "honor",
            "memory",
            "anticipation",
            "recognition",
        ],
    ),
    ("on", &["suspicion", "ground", "account", "charge", "advice", "order", "allegation"]),
    (
        "as",
        &[
            "result",
            "consequence",
            "punishment",
            "protest",
            "part",
            "precaution",
            "sign",
            "mark",
            "gesture",
        ],
    ),
    ("for", &["fear", "lack", "want", "reason", "failure", "purpose", "sake"]),
    ("at", &["request", "behest", "invitation"]),
];
/// What the words that a span opens with say, an adverb before them set aside: "partly because".
/// Nothing where the span breaks off with them: "partly due".
pub(super) fn opening(passage: &Passage, first: usize, last: usize, kind: Kind) -> Sign {
    let grammar = &passage.grammar;
    let adverb = grammar.tokens[first].tag.is_adverb() && first < last;
    let own = sign(passage, first, kind);
    let (at, sign) = match own {
        Sign::None if adverb => (first + 1, sign(passage, first + 1, kind)),
        own => (first, own),
    };
    if at == last { Sign::None } else { sign }
}

/// What the word at `at` says where a clause or phrase begins with it.
pub(in crate::answer) fn sign(passage: &Passage, at: usize, kind: Kind) -> Sign {
    let grammar = &passage.grammar;
    let tag = |token: usize| grammar.tokens.get(token).map(|found| found.tag);
    let (lemma, word) = (grammar.lemma(at), crate::text::fold(passage.word(at)));
    let clause = kind == Kind::Clause;
    match lemma {
        _ if OPENING.contains(&word.as_str()) => {
            let is_sign = word != "given" || is_function(passage, at);
            if is_sign && !points_back(passage, at) { Sign::Surely } else { Sign::None }
        }
        _ if opens_with_noun(passage, at) => Sign::Surely,
        "for" if tag(at + 1) == Some(Tag::VBG) => Sign::Surely,
        "against" | "over" | "for" if is_of_protest(passage, at) => Sign::Surely,
        "have" | "fear" | "say" | "hope" | "demand" | "protest" | "seek" | "accuse" | "argue"
        | "claim" | "warn" | "insist" | "complain" | "allege" | "believe"
            if clause && tag(at) == Some(Tag::VBG) =>
        {
            Sign::Perhaps
        }
        "as" if clause && is_as_told(passage, at) => Sign::None,
        "since" | "as" | "when" | "after" if clause => Sign::Perhaps,
        "by" if !is_by_doer(passage, at) => Sign::None,
        "from" if bars(grammar, at) => Sign::None,
        "over" | "after" | "following" | "for" | "with" | "by" | "from"
            if is_thing(passage, at) =>
        {
            Sign::Perhaps
        }
        _ => Sign::None,
    }
}

/// "Banned *from* meeting": whether a "from" only tells what one is kept from.
pub(in crate::answer) fn bars(grammar: &Sentence, from: usize) -> bool {
    const BARRING: [&str; 14] = [
        "ban",
        "bar",
        "prevent",
        "stop",
        "keep",
        "prohibit",
        "block",
        "exclude",
        "discourage",
        "restrain",
        "deter",
        "dissuade",
        "refrain",
        "abstain",
    ];
    let mut above = grammar.ancestors(from);
    grammar.lemma(from) == "from"
        && above.any(|verb| verb < from && BARRING.contains(&grammar.lemma(verb)))
}

/// "Marched *against* the law", "a strike *over* pay": what people protest against is why they do.
fn is_of_protest(passage: &Passage, at: usize) -> bool {
    const PROTESTS: [&str; 8] =
        ["protest", "demonstrate", "demonstration", "march", "rally", "strike", "riot", "boycott"];
    let grammar = &passage.grammar;
    let noun = grammar.head(at).filter(|&noun| grammar.tokens[noun].tag.is_noun());
    let above = noun.and_then(|noun| grammar.head(noun));
    // "In protest against it" is the reason as a whole.
    let is_protest = |above: usize| {
        PROTESTS.contains(&grammar.lemma(above)) && arguments::case(grammar, above) != Some("in")
    };
    above.is_some_and(is_protest) && is_thing(passage, at)
}

/// "Because of *this*", "due to *that*": a sign that points to a reason that was told before.
fn points_back(passage: &Passage, at: usize) -> bool {
    let word = |token: usize| if token < passage.len() { passage.word(token) } else { "" };
    let behind = passage.grammar.tokens.get(at + 3).map(|next| next.tag);
    matches!(word(at + 1), "of" | "to")
        && matches!(word(at + 2), "this" | "that" | "it" | "which" | "them")
        && behind.is_none_or(|tag| tag.is_punctuation() || tag.is_finite())
}

/// Whether a word that may be a verb opens a phrase or clause here: "*given* the weather", not "a
/// prize *given* to nurses".
fn is_function(passage: &Passage, at: usize) -> bool {
    matches!(passage.grammar.tokens[at].relation, Relation::Case | Relation::Mark | Relation::Fixed)
}

/// "As the court found", "as planned": tells who says so, and no reason.
fn is_as_told(passage: &Passage, at: usize) -> bool {
    let grammar = &passage.grammar;
    let Some(verb) = grammar.head(at) else { return false };
    let told = Lexicon::builtin().saying(grammar.lemma(verb)).is_some()
        || matches!(
            grammar.lemma(verb),
            "find" | "expect" | "plan" | "report" | "show" | "note" | "see" | "know" | "describe"
        );
    let content = [Relation::Obj, Relation::Ccomp, Relation::Xcomp];
    told && content.into_iter().all(|relation| grammar.child(verb, relation).is_none())
}

/// "Struck *by lightning*": "by" gives a reason only of what is done to something; "by
/// a point" does not.
fn is_by_doer(passage: &Passage, at: usize) -> bool {
    let grammar = &passage.grammar;
    let Some(noun) = grammar.head(at) else { return false };
    let verb = grammar.head(noun);
    let figures = grammar.subtree(noun).0..=noun;
    verb.is_some_and(|verb| {
        arguments::is_passive(grammar, verb) || grammar.tokens[verb].tag == Tag::VBN
    }) && figures.into_iter().all(|token| grammar.tokens[token].tag != Tag::CD)
}

/// "In response to", "on the grounds that", "as a result of".
fn opens_with_noun(passage: &Passage, at: usize) -> bool {
    let lemma = |token: usize| {
        if token < passage.len() { passage.grammar.lemma(token) } else { "" }
    };
    let noun_at = if matches!(lemma(at + 1), "a" | "the") { at + 2 } else { at + 1 };
    let noun = lemma(noun_at);
    if noun == "ground" && passage.word(noun_at) != "grounds" {
        return false;
    }
    BEHIND.iter().any(|(opens, nouns)| *opens == lemma(at) && nouns.contains(&noun))
}

/// Whether what a preposition governs can be a reason: no date, place, length, sum or number.
fn is_thing(passage: &Passage, preposition: usize) -> bool {
    let grammar = &passage.grammar;
    let Some(head) = grammar.head(preposition) else { return false };
    let named = grammar.entity_at(head).is_some_and(|entity| {
        matches!(entity.kind, EntityKind::Place | EntityKind::Person | EntityKind::Organization)
    });
    let kind = passage.meaning(head).kind;
    let measured = matches!(
        kind,
        NounKind::Time
            | NounKind::Quantity
            | NounKind::Money
            | NounKind::Place
            | NounKind::City
            | NounKind::Country
            | NounKind::Building
            | NounKind::Person
            | NounKind::Role
    );
    passage.date_at(head).is_none()
        && passage.date_at(preposition + 1).is_none()
        && grammar.tokens[head].tag != Tag::CD
        && !named
        && !measured
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, syntax};

    fn sign_of(sentence: &str, opening_word: &str, kind: Kind) -> Sign {
        let grammar = syntax::analyse(sentence, Span::new(0..sentence.len()));
        let passage = Passage { text: sentence.to_owned(), grammar, ..Passage::default() };
        let first =
            (0..passage.len()).find(|&at| passage.word(at) == opening_word).expect("it is there");
        opening(&passage, first, passage.len() - 1, kind)
    }

    #[test]
    fn words_that_open_a_reason_are_told_from_others() {
        let phrase = Kind::Prepositional;
        assert_eq!(
            sign_of("The match was put off because it rained.", "because", Kind::Clause),
            Sign::Surely
        );
        assert_eq!(sign_of("It closed due to heavy rain.", "due", phrase), Sign::Surely);
        assert_eq!(
            sign_of("She was criticised for leaving the room.", "for", Kind::Clause),
            Sign::Surely
        );
        assert_eq!(sign_of("He resigned on the advice of his doctor.", "on", phrase), Sign::Surely);
        assert_eq!(sign_of("They took it as part of an inquiry.", "as", phrase), Sign::Surely);
        assert_eq!(sign_of("He called in a bid to settle it.", "in", phrase), Sign::Surely);
        assert_eq!(sign_of("They marched against the tax.", "against", phrase), Sign::Surely);
        assert_eq!(sign_of("They leant against the wall.", "against", phrase), Sign::None);
        assert_eq!(sign_of("He left as the band played.", "as", Kind::Clause), Sign::Perhaps);
        assert_eq!(sign_of("She left for London.", "for", phrase), Sign::None);
        assert_eq!(
            sign_of("The plan was unlawful, as the court found.", "as", Kind::Clause),
            Sign::None
        );
        assert_eq!(sign_of("He stood by his first opinion.", "by", phrase), Sign::None);
        assert_eq!(sign_of("The tower was struck by lightning.", "by", phrase), Sign::Perhaps);
        assert_eq!(sign_of("They lit lamps given away by a bank.", "given", phrase), Sign::None);
    }

    #[test]
    fn what_points_back_or_breaks_off_tells_no_reason() {
        let clause = Kind::Clause;
        assert_eq!(sign_of("Due to that, the rite was secret.", "Due", clause), Sign::None);
        assert_eq!(sign_of("The trip was off because of this.", "because", clause), Sign::None);
        assert_eq!(sign_of("It closed due to this storm.", "due", clause), Sign::Surely);
        let text = "It is partly due to rain.";
        let grammar = syntax::analyse(text, Span::new(0..text.len()));
        let passage = Passage { text: text.to_owned(), grammar, ..Passage::default() };
        assert_eq!(opening(&passage, 2, 3, clause), Sign::None);
        assert_eq!(opening(&passage, 2, 5, clause), Sign::Surely);
    }
}
