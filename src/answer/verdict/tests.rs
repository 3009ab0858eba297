//! Each rule with a sentence that proves it.

use std::path::Path;

use jiff::civil::date;

use crate::answer::Verdict;
use crate::article;
use crate::engine::{Additions, Conversation, Document, Engine};

/// An article of these sentences, with others around them that say nothing of the matter.
fn article(sentences: &str) -> Engine {
    let text = format!(
        "Council of Larkham meets in the old town hall\n\n5 May 2014\n\n\
         The council of Larkham met in the old town hall for its spring session on Saturday. \
         Reporters waited in the garden.\n\n{sentences}\n\nThe weather was mild. \
         A brass band played in the market square until late.\n"
    );
    let article = article::read(text.as_bytes(), Path::new("article.txt"));
    Engine::new(vec![Document::Article(article)], Additions::default())
}

/// Checks what is answered: "Yes", "No", or nothing.
fn check(sentences: &str, questions: &[(&str, Option<&str>)]) {
    let engine = article(sentences);
    for (question, expected) in questions {
        let answer = engine.ask(question, &mut Conversation::default(), date(2014, 5, 6));
        assert_eq!(answer.verdict.map(Verdict::as_str), *expected, "{question}: {}", answer.text);
        let quote = answer.citations.first().map_or("", |proof| proof.quote.as_str());
        let said = answer.span.as_deref().unwrap_or_default();
        assert!(quote.contains(said), "{question}: {said} of {quote}");
    }
}

const YES: Option<&str> = Some("Yes");
const NO: Option<&str> = Some("No");

#[test]
fn what_is_said_is_so_and_what_is_denied_is_not() {
    check(
        "Mayor Jane Doe signed the contract with the builders. Doe did not visit the hospital.",
        &[
            ("Did Jane Doe sign the contract?", YES),
            ("Did Doe visit the hospital?", NO),
            ("Jane Doe signed the contract", YES),
        ],
    );
}

#[test]
fn no_and_nobody_deny_what_any_asks_for() {
    check(
        "There were no injuries in the fire at the harbour. Nobody was arrested after the protest.",
        &[
            ("Was anybody injured in the harbour fire?", NO),
            ("Were there any injuries in the fire?", NO),
            ("Was anyone arrested after the protest?", NO),
        ],
    );
}

#[test]
fn what_is_refused_or_banned_is_not_so() {
    check(
        "Doe refused to sell the bridge. The treasurer was barred from the election.",
        &[("Did Doe sell the bridge?", NO), ("Was the treasurer barred from the election?", YES)],
    );
}

#[test]
fn the_opposite_in_its_place_denies() {
    check(
        "The court in Larkham called the new tax illegal. The northern team lost the final.",
        &[
            ("Did the northern team win the final?", NO),
            ("Did the northern team lose the final?", YES),
        ],
    );
}

#[test]
fn numbers_are_compared() {
    check(
        "Only 27 of the 40 members voted for the budget. The flood destroyed 120 houses.",
        &[
            ("Did the flood destroy more than 100 houses?", YES),
            ("Did the flood destroy 300 houses?", NO),
            ("Did all members vote for the budget?", NO),
        ],
    );
}

#[test]
fn another_place_or_day_denies_and_a_wider_one_does_not() {
    check(
        "The envoys will meet in Lyon on 14 June to sign the treaty.",
        &[
            ("Will the envoys meet in Madrid?", NO),
            ("Will the envoys meet in France?", YES),
            ("Will the envoys meet in July?", NO),
            ("Will the envoys meet in June?", YES),
        ],
    );
}

#[test]
fn a_day_of_an_old_report_is_that_of_the_report() {
    let engine = article("The bridge was closed on Thursday after a ship had struck it.");
    for (question, expected) in
        [("Was the bridge closed on Thursday?", YES), ("Was the bridge closed on Monday?", NO)]
    {
        let asked = date(2016, 11, 23);
        let answer = engine.ask(question, &mut Conversation::default(), asked);
        assert_eq!(answer.verdict.map(Verdict::as_str), expected, "{question}: {}", answer.text);
    }
}

#[test]
fn silence_is_no_answer() {
    check(
        "Mayor Jane Doe signed the contract with the builders.",
        &[("Did Jane Doe resign?", None), ("Did Angela Merkel sign the contract?", None)],
    );
}

#[test]
fn where_a_coming_event_is_decides_whether_it_is_there() {
    let engine = "Peru and Chile will hold fishery talks in Quito next week, the Peruvian minister said. \
                  The last fishery talks were held in Lima in March 2011.";
    check(
        engine,
        &[
            ("Will the fishery talks be held in Lima?", NO),
            ("Are the fishery talks in Lima?", NO),
            ("the fishery talks are in Lima", NO),
            ("the fishery talks are not in Lima", YES),
            ("Are the fishery talks in Quito?", YES),
            ("Were the last fishery talks held in Lima?", YES),
        ],
    );
}

#[test]
fn a_country_leaves_its_towns_open_and_a_town_tells_its_country() {
    check(
        "The spring regatta will be held in Ecuador on Friday, its organisers said.",
        &[("Will the spring regatta be held in Guayaquil?", None)],
    );
    check(
        "The spring regatta will be held in Guayaquil on Friday, its organisers said.",
        &[("Will the spring regatta be held in Ecuador?", YES)],
    );
}

#[test]
fn what_became_of_another_person_proves_nothing() {
    check(
        "Treasurer Anna Berg lost her seat on the council. Warden Carl Winter was elected again.",
        &[("Did Carl Winter keep his seat on the council?", None)],
    );
}

#[test]
fn what_has_ended_or_was_never_told_is_not_so() {
    check(
        "The bakery no longer wants to sell bread. The abbot declined to give details about the fire.",
        &[("Does the bakery want to sell bread?", NO), ("Did the abbot explain the fire?", NO)],
    );
}

#[test]
fn what_is_said_outright_is_so_whatever_stands_beside_it() {
    check(
        "The miners and the owners will hold talks in Quito in May. The last talks were broken off. \
         Nobody was in Quito when the owners called the talks off in March.",
        &[("The miners and the owners will hold talks in Quito.", YES)],
    );
}

#[test]
fn what_is_one_thing_is_no_other_of_its_kind() {
    check(
        "The island is mainly Catholic and votes for the Green Union. The boats are blue. The talks \
         were held in French. The band came by bus.",
        &[
            ("The island is mainly Protestant.", NO),
            ("Is the island mainly Catholic?", YES),
            ("Most people on the island are Protestants.", NO),
            ("Are the boats red?", NO),
            ("Are the boats blue?", YES),
            ("Were the talks held in English?", NO),
            ("Did the band come by train?", NO),
            ("Did the band come by bus?", YES),
        ],
    );
}
