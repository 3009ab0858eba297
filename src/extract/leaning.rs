//! Which way a date looks that leaves out its year or week: "on Friday" is the last one where a
//! report tells what happened, the next one where it announces what will.
//!
//! The tense of the nearest verb above the date tells it, and where that has none (an infinitive,
//! a participle), the tense of what it hangs on. Some words look ahead in whatever tense: a day
//! is *set* before it comes, and who was *given until* Friday has time.

mod tense;

use crate::fact::Passage;
use crate::text::date::{Bound, Expression, Leaning};
use crate::text::syntax::{Relation, Sentence, Tag};

use super::arguments;
use super::factuality::{PUTTING_OFF, is_first_plan};
use tense::Tense;

/// A date expression of a passage.
pub(super) struct Mention<'a> {
    pub(super) passage: &'a Passage,
    /// Its first and last token.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) expression: &'a Expression,
}

/// How many verbs above a date are asked for their tense.
const ABOVE: usize = 3;

impl Mention<'_> {
    /// Which of the days that it may mean it does.
    pub(super) fn leaning(&self) -> Leaning {
        if self.passage.word(self.first) == "since" {
            return Leaning::Past;
        }
        let Some(top) = self.grammar().top(self.first, self.last) else { return self.by_words() };
        if let Some(tense) = self.of_predicate(top) {
            return tense.leaning();
        }
        let verbs = self.verbs_above(top);
        let Some(&verb) = verbs.first() else { return self.by_words() };
        // It may have been or not.
        if self.is_past(verb) && is_first_plan(self.grammar(), verb) {
            return Leaning::Nearest;
        }
        if self.is_set_for(&verbs) {
            return if self.is_overtaken(&verbs) { Leaning::Nearest } else { Leaning::Future };
        }
        if self.is_appointed(top, verb) || self.is_limit(&verbs) {
            return Leaning::Future;
        }
        match verbs.iter().find_map(|&verb| self.tense(verb)) {
            Some(Tense::Past) | None if self.begins(verb) => Leaning::Nearest,
            Some(tense) => tense.leaning(),
            None => Leaning::Report,
        }
    }

    fn grammar(&self) -> &Sentence {
        &self.passage.grammar
    }

    fn word_before(&self) -> &str {
        self.first.checked_sub(1).map_or("", |before| self.passage.word(before))
    }

    /// The verbs above a token, nearest first, or, where a semicolon parts them from the date,
    /// the one before it. A noun that was taken for a verb ("a dye *works*") has no subject and
    /// is left out.
    fn verbs_above(&self, top: usize) -> Vec<usize> {
        let grammar = self.grammar();
        let stray = |verb: usize| {
            matches!(grammar.tokens[verb].tag, Tag::VBZ | Tag::VBP)
                && !grammar.is_root(verb)
                && grammar.lemma(verb) != "be"
                && arguments::subject(grammar, verb).is_none()
        };
        // "Agreed *on Sunday* to put off the vote" tells when they agreed.
        let behind = |verb: usize| {
            let to = grammar.children(verb).find(|&child| grammar.tokens[child].tag == Tag::TO);
            to.is_some_and(|to| to > self.last)
                && grammar.head(verb).is_some_and(|above| above < self.first)
        };
        let is_verb = |token: usize| grammar.tokens[token].tag.is_verb();
        // Compared as bytes: of a sentence without an end every date looks back through all of it.
        let text = self.passage.text.as_bytes();
        let parts = |token: usize| text.get(grammar.tokens[token].span.range()) == Some(b";");
        let from = (0..self.first).rev().find(|&token| parts(token)).unwrap_or(0);
        let above = grammar
            .ancestors(top)
            .filter(|&above| is_verb(above) && above >= from && !stray(above) && !behind(above));
        let above: Vec<usize> = above.take(ABOVE).collect();
        match above.is_empty() && from > 0 {
            true => (from..self.first).rev().filter(|&token| is_verb(token)).take(1).collect(),
            false => above,
        }
    }

    /// "The funeral *is* on Saturday": the tense of a predicate that is no verb, below the nearest
    /// verb.
    fn of_predicate(&self, top: usize) -> Option<Tense> {
        let grammar = self.grammar();
        let above = std::iter::once(top).chain(grammar.ancestors(top));
        let is_copula = |at: usize| grammar.tokens[at].relation == Relation::Cop;
        let mut nouns =
            above.take_while(|&at| at == top || is_copula(at) || !grammar.tokens[at].tag.is_verb());
        let predicate = nouns.find(|&at| grammar.child(at, Relation::Cop).is_some())?;
        let copula = grammar.child(predicate, Relation::Cop)?;
        if self.is_modal(predicate) || arguments::has_to(grammar, predicate) {
            return Some(Tense::Ahead);
        }
        let due = |at: usize| matches!(grammar.lemma(at), "due" | "scheduled" | "planned");
        let is_due = due(predicate) || grammar.children(predicate).any(due);
        match grammar.tokens[copula].tag {
            Tag::VBD if is_due => Some(Tense::OnceAhead),
            Tag::VBD => Some(Tense::Past),
            Tag::VBZ | Tag::VBP if is_due => Some(Tense::Ahead),
            // "It is the third attack in the city on a Friday" tells of what was.
            Tag::VBZ | Tag::VBP if self.is_day() && self.is_free(top, predicate) => {
                Some(Tense::Ahead)
            }
            _ => None,
        }
    }

    /// Whether a date tells of a predicate as a whole, and not of a noun within it.
    fn is_free(&self, top: usize, predicate: usize) -> bool {
        let grammar = self.grammar();
        let back = |above: usize| matches!(grammar.lemma(above), "back" | "away");
        let counts = |child: usize| {
            matches!(grammar.lemma(child), "first" | "last" | "only" | "latest")
                || matches!(grammar.tokens[child].tag, Tag::JJS | Tag::RBS)
        };
        let of_clause =
            matches!(grammar.tokens[top].relation, Relation::Obl | Relation::OblUnmarked);
        top == predicate
            || grammar.ancestors(top).any(back)
            || of_clause && !grammar.children(predicate).any(counts)
    }

    /// Whether the date names a day: "Friday", "6 March", "7 and 8 June".
    fn is_day(&self) -> bool {
        fn named(expression: &Expression) -> bool {
            match expression {
                Expression::Date(date) => date.day.is_some() || date.weekday.is_some(),
                Expression::Range { from, .. } => named(from),
                Expression::Bounded { of, .. } => named(of),
                Expression::At { day, .. } => named(day),
                _ => false,
            }
        }
        named(self.expression)
    }

    /// "Set elections *for* 27 April", "is *set for* Lima on 22 November": a day is fixed before
    /// it comes.
    fn is_set_for(&self, verbs: &[usize]) -> bool {
        let directly = self.passage.word(self.first) == "for" || self.word_before() == "for";
        let somewhere = verbs.iter().take(2).any(|&verb| {
            SETTING.contains(&self.grammar().lemma(verb))
                && (verb..self.first).any(|at| self.passage.word(at) == "for")
        });
        self.is_day() && (directly || somewhere)
    }

    /// "*Had been* set for Tuesday": what has come of it since is told.
    fn is_overtaken(&self, verbs: &[usize]) -> bool {
        let is_had = |child: usize| {
            self.grammar().lemma(child) == "have" && self.grammar().tokens[child].tag == Tag::VBD
        };
        verbs.first().is_some_and(|&verb| self.grammar().children(verb).any(is_had))
    }

    /// Whether the day is chosen here, which is done before it comes.
    fn is_appointed(&self, top: usize, verb: usize) -> bool {
        let lemma = self.grammar().lemma(verb);
        let is_subject = |at: usize| self.grammar().tokens[at].relation.is_subject();
        // "9 March has been proposed".
        let bare = !matches!(self.word_before(), "on" | "in" | "at" | "by" | "from");
        let proposed =
            bare && CHOOSING.contains(&lemma) && (self.first..=self.last).any(is_subject);
        // "The hearing was adjourned to 6 March".
        let moved = MOVING.contains(&lemma) && self.word_before() == "to";
        proposed || moved || self.is_made_something(verb) || self.is_next(top, verb)
    }

    /// "Declared *Monday* a day of mourning", "has set *9 November* as the day".
    fn is_made_something(&self, verb: usize) -> bool {
        let grammar = self.grammar();
        let behind = self.last + 1;
        let made = grammar
            .tokens
            .get(behind)
            .is_some_and(|next| next.tag == Tag::DT || next.span.of(&self.passage.text) == "as");
        let beside = verb < self.first && self.first - verb <= 2;
        made && beside
            && (CHOOSING.contains(&grammar.lemma(verb)) || grammar.lemma(verb) == "declare")
    }

    /// "The *next* round in May", "when it is *next* seen, on 9 July".
    fn is_next(&self, top: usize, verb: usize) -> bool {
        let grammar = self.grammar();
        let next =
            |child: usize| matches!(grammar.lemma(child), "next" | "upcoming" | "forthcoming");
        let noun = grammar.head(top).filter(|&noun| grammar.tokens[noun].tag.is_noun());
        let adverb = |child: usize| grammar.tokens[child].relation == Relation::Advmod;
        noun.is_some_and(|noun| grammar.children(noun).any(next))
            || grammar.children(verb).any(|child| next(child) && adverb(child))
    }

    /// "Gave them *until Friday*", "demanded the money *by Sunday*": a limit of what is not past.
    fn is_limit(&self, verbs: &[usize]) -> bool {
        let grammar = self.grammar();
        let among =
            |lemmas: &[&str]| verbs.iter().any(|&verb| lemmas.contains(&grammar.lemma(verb)));
        let past = |verb: usize| self.is_past(verb) || grammar.tokens[verb].tag == Tag::VBN;
        let open = verbs.first().is_some_and(|&verb| !past(verb));
        match self.expression {
            Expression::Bounded { bound: Bound::Until, .. } => open || among(&HELD),
            Expression::Bounded { bound: Bound::By, .. } => open || among(&WISHED),
            _ => false,
        }
    }

    /// The day itself of "postponed *until 8 June*", when it is to be then, and not until then.
    pub(super) fn put_off_to(&self) -> Option<&Expression> {
        let Expression::Bounded { bound: Bound::Until, of } = self.expression else { return None };
        let grammar = self.grammar();
        let back = |at: usize| matches!(grammar.lemma(at), "off" | "back");
        let is_put_off = |verb: usize| match grammar.lemma(verb) {
            "put" | "push" | "move" => grammar.children(verb).any(back),
            verb => PUTTING_OFF.contains(&verb),
        };
        let is_verb = |&at: &usize| grammar.tokens[at].tag.is_verb();
        let above = grammar.ancestors(grammar.top(self.first, self.last)?).find(is_verb);
        let before = (0..self.first).rev().find(|&at| !back(at)).filter(is_verb);
        let is_put_off = [above, before].into_iter().flatten().any(is_put_off);
        is_put_off.then_some(of)
    }

    /// "Three days of mourning, *starting* on Thursday".
    fn begins(&self, verb: usize) -> bool {
        let starting = |token: usize| {
            self.grammar().tokens[token].tag == Tag::VBG
                && matches!(self.passage.word(token), "starting" | "beginning" | "commencing")
        };
        starting(verb) || starting(self.first)
    }

    fn by_words(&self) -> Leaning {
        let span = self.grammar().span(self.first, self.last);
        let text = &self.passage.text;
        Leaning::of_context(&text[..span.start as usize], &text[span.end as usize..])
    }
}

/// What is done to a day that is chosen.
const CHOOSING: [&str; 9] =
    ["propose", "set", "fix", "choose", "agree", "name", "suggest", "pick", "appoint"];
/// What is done for a day: "set for Friday".
const SETTING: [&str; 8] = ["set", "fix", "schedule", "plan", "book", "slate", "call", "remand"];
/// What puts something off to a day.
const MOVING: [&str; 6] = ["adjourn", "postpone", "move", "put", "delay", "defer"];
/// What holds until a day that is to come.
const HELD: [&str; 34] = [
    "suspend", "adjourn", "postpone", "delay", "close", "shut", "extend", "give", "ban", "put",
    "defer", "remand", "prolong", "cancel", "halt", "grant", "have", "allow", "detain", "reserve",
    "ground", "forbid", "restrict", "stay", "keep", "remain", "run", "impose", "seal", "block",
    "declare", "move", "jail", "bar",
];
/// What asks for something, or promises it, by a day that is to come.
const WISHED: [&str; 26] = [
    "demand", "promise", "pledge", "vow", "order", "ask", "tell", "want", "expect", "give", "urge",
    "instruct", "require", "seek", "call", "agree", "set", "aim", "hope", "plan", "need",
    "threaten", "offer", "intend", "commit", "oblige",
];

#[cfg(test)]
mod tests {
    use std::path::Path;

    use jiff::civil::{Date, date};

    use crate::text::date::When;

    /// The days of the dates in an article of Wednesday, 24 June 1998.
    fn days(text: &str) -> Vec<Date> {
        let text = format!("Ferry sinks off the island\n\n24 June 1998\n\n{text}\n");
        let article = crate::article::read(text.as_bytes(), Path::new("article.txt"));
        let passages = crate::extract::passages(&article);
        let dates = passages.iter().flat_map(|passage| &passage.dates);
        let edge = |when: &When| when.start.date().max(when.end.date().yesterday().ok()?).into();
        dates.filter_map(|date| date.when.as_ref().and_then(edge)).collect()
    }

    #[track_caller]
    fn all_on(day: Date, sentences: &[&str]) {
        for sentence in sentences {
            assert_eq!(days(sentence), [day], "{sentence}");
        }
    }

    const LAST_SUNDAY: Date = date(1998, 6, 21);
    const NEXT_SUNDAY: Date = date(1998, 6, 28);

    #[test]
    fn what_is_to_come_lies_ahead() {
        all_on(
            NEXT_SUNDAY,
            &[
                "The exhibition opens on Sunday.",
                "The contract comes into force on Sunday.",
                "The miners must be heard on Sunday.",
                "The mayor will stay until a successor is elected on Sunday.",
                "The wedding is on Sunday.",
                "The report is due on Sunday.",
                "The union has tabled a motion, to be voted on this Sunday.",
                "The court charged the baker with fraud; his trial opens on Sunday.",
            ],
        );
    }

    #[test]
    fn a_day_is_set_before_it_comes() {
        all_on(
            NEXT_SUNDAY,
            &[
                "The emir set an election for Sunday.",
                "The president declared Sunday a day of mourning.",
                "The hearing was adjourned to Sunday.",
                "The singer was remanded for sentencing on Sunday.",
            ],
        );
    }

    #[test]
    fn a_limit_of_what_is_not_past_lies_ahead() {
        all_on(
            NEXT_SUNDAY,
            &[
                "The group is demanding four million by Sunday.",
                "The rebels demanded four million by Sunday.",
                "The minister promised an answer by Sunday.",
                "The judge suspended the ban until Sunday.",
                "Schools will remain closed until Sunday.",
            ],
        );
    }

    #[test]
    fn what_has_been_lies_behind() {
        all_on(
            LAST_SUNDAY,
            &[
                "The exhibition opened on Sunday.",
                "The squad left for the island on Sunday.",
                "The harbour club beat its rivals on Sunday.",
                "The owner agreed on Sunday to sell the ship.",
                "The crew refused to sail on Sunday.",
                "The suspect is believed to have fled on Sunday.",
                "The owner called the crew to congratulate them on Sunday.",
            ],
        );
    }

    #[test]
    fn a_month_that_is_past_is_not_the_next_one() {
        assert_eq!(days("The treaty was signed in August."), [date(1997, 8, 31)]);
        assert_eq!(days("The treaty will be signed in August."), [date(1998, 8, 31)]);
        assert_eq!(
            days("Auditors come in August to look at the books of the port."),
            [date(1998, 8, 31)]
        );
    }
}
