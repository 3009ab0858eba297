//! From articles and a question to what a person reads: the day of asking, dates in both forms,
//! reports that agree or differ, questions that fit two events, what is missing.

use std::path::Path;

use dateline::answer::{Answer, Status};
use dateline::article;
use dateline::engine::{Additions, Conversation, Document, Engine, ProofId};
use dateline::knowledge::Knowledge;
use jiff::civil::{Date, date};

fn article(title: &str, day: &str, body: &str) -> Document {
    let text = format!("{title}\n\nBy Jane Doe | {day}\n\n{body}\n");
    Document::Article(article::read(text.as_bytes(), Path::new("article.txt")))
}

/// An engine that has one report, of 7 March 2015.
fn reported(title: &str, body: &str) -> Engine {
    Engine::new(vec![article(title, "7 March 2015", body)], Additions::default())
}

fn ask_on(engine: &Engine, question: &str, today: Date) -> Answer {
    engine.ask(question, &mut Conversation::default(), today)
}

fn bridge() -> Engine {
    let body = "The new bridge in Harwick will open on 20 March. The toll will rise in May, mayor \
        Ann Lee said on Friday. \
        Work on the bridge began in June 2012. The old bridge closed in January.\n\n\
        Lee will meet the builders on Tuesday in London.";
    reported("Harwick bridge to open", body)
}

#[track_caller]
fn says(engine: &Engine, question: &str, today: Date, words: &str) {
    let answer = ask_on(engine, question, today);
    assert!(answer.text.contains(words), "{question}: {}", answer.text);
}

const SOON_AFTER: Date = date(2015, 3, 9);

#[test]
fn a_date_written_in_full_is_answered_as_that_date() {
    let answer = ask_on(&bridge(), "When did work on the bridge begin?", SOON_AFTER);
    assert_eq!(answer.text, "June 2012");
    assert_eq!(answer.span.as_deref(), Some("June 2012"));
}

#[test]
fn a_date_that_was_resolved_shows_both_forms() {
    let answer = ask_on(&bridge(), "When did the old bridge close?", SOON_AFTER);
    assert_eq!(answer.text, "January 2015 (“January”, reported 7 March 2015; no day is given)");
}

#[test]
fn what_was_announced_is_told_to_have_passed_once_it_has() {
    let question = "When will the new bridge open?";
    let before = ask_on(&bridge(), question, SOON_AFTER).text;
    assert!(before.starts_with("20 March 2015 (“20 March”, reported 7 March 2015"), "{before}");
    assert!(!before.contains("passed"), "{before}");
    let after = ask_on(&bridge(), question, date(2015, 4, 1)).text;
    assert!(
        after.starts_with("20 March 2015") && after.contains("that time has passed"),
        "{after}"
    );
}

#[test]
fn a_verdict_tells_what_has_passed_although_many_passages_seem_nearer_to_the_question() {
    let nearer =
        |number| format!("If the new bridge in Harwick opens, {number} ferries will be sold.\n\n");
    let body = (11..41).map(nearer).collect::<String>() + "It will open on 20 March.";
    let report = article("Harwick bridge", "7 March 2015", &body);
    let engine = Engine::new(vec![report], Additions::default());
    let question = "Will the new bridge in Harwick open?";
    let text = ask_on(&engine, question, date(2015, 4, 1)).text;
    assert!(text.starts_with("Yes — It will open on 20 March"), "{text}");
    assert!(text.contains("that time has passed"), "{text}");
}

#[test]
fn today_and_tomorrow_are_meant_from_the_day_of_asking() {
    let engine = bridge();
    says(&engine, "what happens tomorrow?", date(2015, 3, 9), "10 March 2015");
    let nothing = ask_on(&engine, "what happens today?", date(2015, 3, 12));
    assert_eq!(nothing.status, Status::NotInArticles);
    assert!(nothing.text.contains("today (12 March 2015)"), "{}", nothing.text);
    assert!(nothing.text.contains("The nearest is 10 March 2015"), "{}", nothing.text);
    says(&engine, "who will meet the builders tomorrow?", date(2015, 3, 9), "Ann Lee");
}

#[test]
fn a_day_of_saying_so_is_not_the_day_of_what_is_said() {
    let answer = ask_on(&bridge(), "does the toll rise today?", date(2015, 3, 6));
    assert!(!answer.text.starts_with("Yes"), "{}", answer.text);
}

#[test]
fn a_month_in_the_question_chooses_what_happened_then() {
    says(&bridge(), "what happened in June 2012?", SOON_AFTER, "Work on the bridge began");
}

fn fire(day: &str, title: &str, dead: &str) -> Document {
    let body = format!(
        "A fire in the Lumen factory in Harwick killed {dead} people on Monday, police said. \
         The cause of the Harwick fire is not known."
    );
    article(title, day, &body)
}

#[test]
fn reports_that_differ_stand_side_by_side_the_newest_first() {
    let engine = Engine::new(
        vec![
            fire("3 March 2015", "Fire in Harwick factory kills 12", "12"),
            fire("5 March 2015", "Harwick factory fire: more dead found", "14"),
        ],
        Additions::default(),
    );
    let answer =
        ask_on(&engine, "How many people did the fire in the Lumen factory kill?", SOON_AFTER);
    assert!(answer.text.starts_with("14 people ("), "{}", answer.text);
    assert!(answer.text.contains("12 people (") && answer.text.contains("3 March 2015"));
    assert_eq!(answer.citations.len(), 2);
    assert!(answer.citations[0].published > answer.citations[1].published);
}

#[test]
fn reports_that_agree_are_named_beside_the_answer() {
    let engine = Engine::new(
        vec![
            fire("3 March 2015", "Fire in Harwick factory kills 12", "12"),
            fire("4 March 2015", "Harwick mourns the dead of the fire", "twelve"),
        ],
        Additions::default(),
    );
    let answer =
        ask_on(&engine, "How many people did the fire in the Lumen factory kill?", SOON_AFTER);
    assert_eq!((answer.citations.len(), answer.also.len()), (1, 1), "{}", answer.text);
}

fn two_summits() -> Engine {
    let cairo = "A summit of nine ministers on the sea border was held in Cairo on Wednesday. \
        They spoke about Libya.";
    let niamey = "A summit of African leaders about trade was held in Niamey on Sunday. Ghana will \
        host the secretariat.";
    Engine::new(
        vec![
            article("Ministers confer on sea border in Egypt", "11 January 2020", cairo),
            article("African leaders sign trade deal in Niger", "10 July 2019", niamey),
        ],
        Additions::default(),
    )
}

#[test]
fn a_question_that_fits_two_events_is_asked_back() {
    let engine = two_summits();
    let answer = ask_on(&engine, "When was the summit held?", date(2020, 2, 1));
    assert_eq!(answer.status, Status::Unclear, "{}", answer.text);
    assert!(answer.text.starts_with("Which one do you mean: “"), "{}", answer.text);
    assert_eq!(answer.choices.len(), 2);
    for (choice, day) in answer.choices.iter().zip(["2020", "2019"]) {
        assert!(choice.label.chars().count() <= 80);
        let settled = ask_on(&engine, &choice.question, date(2020, 2, 1));
        let is_sea = choice.label.contains("sea");
        let expected = if is_sea { "8 January 2020" } else { "7 July 2019" };
        assert!(settled.text.starts_with(expected), "{day}: {}", settled.text);
    }
}

#[test]
fn a_question_that_tells_the_events_apart_is_answered() {
    let answer = ask_on(&two_summits(), "When was the summit in Cairo held?", date(2020, 2, 1));
    assert_eq!(answer.status, Status::Answered, "{}", answer.text);
}

#[test]
fn what_is_missing_is_named() {
    let engine = bridge();
    says(&engine, "Which hotel will Lee stay at?", SOON_AFTER, "The articles name no hotel.");
    says(&engine, "When did Zoltan Kovacs resign?", SOON_AFTER, "do not mention Zoltan Kovacs.");
    let why = ask_on(&engine, "Why did the old bridge collapse?", SOON_AFTER);
    assert_eq!(why.status, Status::NotInArticles, "{}", why.text);
    assert!(
        why.text.starts_with("The articles do not say why the old bridge collapsed."),
        "{}",
        why.text
    );
}

#[test]
fn an_operator_s_synonyms_find_what_the_articles_call_otherwise() {
    let body = "The fair was held in Bergen in March 2011. The grimbling of the two tribes was held in \
        Oslo in May 2012. A concert was held in Paris.";
    let documents = || vec![article("Tribes at peace", "7 March 2015", body)];
    let question = "Where was the flarn held?";
    let without = Engine::new(documents(), Additions::default());
    assert!(!ask_on(&without, question, SOON_AFTER).text.starts_with("Oslo"));
    let groups = vec![vec!["flarn".to_owned(), "grimbling".to_owned()]];
    let with = Engine::new(documents(), Additions { synonyms: groups, ..Additions::default() });
    let answer = ask_on(&with, question, SOON_AFTER);
    assert!(answer.text.starts_with("Oslo"), "{}", answer.text);
}

#[test]
fn a_question_asked_again_gets_the_same_answer() {
    let engine = two_summits();
    let mut talk = Conversation::default();
    let mut ask = |question| engine.ask(question, &mut talk, date(2020, 2, 1)).text;
    for question in ["Where was the summit of African leaders held?", "Who will host?"] {
        assert_eq!(ask(question), ask(question));
    }
}

fn fair() -> Engine {
    let body = "A gallery of the fair in Harwick fell on Friday, killing four people and wounding 21, the \
        police said. Many people had come to see a four-wheeled tractor that was invented by Dean Marlow. \
        Head of the fair Ruth Oakes said that the gallery had been checked in May. Warden Tom Archer is \
        critical of the checks. A visitor said that he had been warned in a language he did not speak. \
        The hashtag #HarwickFair was used 3,000 times.";
    let report = article("Four dead as gallery falls at Harwick fair", "7 March 2015", body);
    Engine::new(vec![report], Additions::default())
}

#[test]
fn what_only_looks_like_an_answer_is_not_given() {
    let questions = [
        "Who leads the Danish delegation at the Harwick fair?",
        "How many leaves does the tractor at the fair have?",
        "What language was the visitor to the fair warned in?",
    ];
    for question in questions {
        let answer = ask_on(&fair(), question, SOON_AFTER);
        assert_ne!(answer.status, Status::Answered, "{question}: {}", answer.text);
    }
}

#[test]
fn who_and_how_many_are_found_in_other_words() {
    let engine = fair();
    says(&engine, "How many people were hurt when the gallery fell in Harwick?", SOON_AFTER, "21");
    says(&engine, "How many people were killed at the fair?", SOON_AFTER, "four");
    says(&engine, "Who invented the four-wheeled tractor?", SOON_AFTER, "Dean Marlow");
    says(&engine, "Who is critical of the checks at the fair?", SOON_AFTER, "Archer");
    says(&engine, "How often was the HarwickFair hashtag used?", SOON_AFTER, "3,000 times");
}

#[test]
fn nobody_leads_a_body_that_shares_only_a_word_with_the_one_led() {
    let body = "A ferry sank off Norlund on Thursday. \"It could have been worse,\" Ivo Marsh, editor \
        at large at the Norlund Gazette, said.\n\n\
        Coast Rescue Agency director Ana Petrosyan told reporters that all had been saved.";
    let report = article("Ferry sinks off Norlund", "7 March 2015", body);
    let engine = Engine::new(vec![report], Additions::default());
    let question = "Who is the head of Norlund's Coast Rescue Agency?";
    says(&engine, question, SOON_AFTER, "Ana Petrosyan");
}

#[test]
fn where_a_meeting_will_be_is_not_told_by_the_last_one() {
    let body = "The two islands will hold fishing talks later this month, the envoy said on Friday. \
        The last fishing talks were held in Oslo in January 2011.";
    let report = article("Islands to hold fishing talks", "7 March 2015", body);
    let engine = Engine::new(vec![report], Additions::default());
    let answer = ask_on(&engine, "Where will the islands hold fishing talks?", SOON_AFTER);
    assert_ne!(answer.span.as_deref(), Some("Oslo"), "{}", answer.text);
}

#[test]
fn of_two_things_the_one_that_is_affirmed_is_the_answer() {
    let body = "Prices of wheat fell by a third in May. The council met in Bergen on Friday.";
    let engine = reported("Wheat cheaper", body);
    for (question, answer) in [
        ("Did prices of wheat rise or fall in May?", "Fall — "),
        ("Did the council meet in Oslo or in Bergen?", "In Bergen — "),
    ] {
        let told = ask_on(&engine, question, SOON_AFTER);
        assert!(told.text.starts_with(answer), "{question}: {}", told.text);
    }
}

#[test]
fn a_part_of_a_name_is_answered_by_the_whole_one() {
    let body = "Minister Anna Maria Lind left early. Lind was tired. Peter Holm stayed on. \
        Karl Holm, his brother, had left before.";
    let engine = reported("Talks end", body);
    for (question, answer) in [
        ("What is Lind's first name?", "Anna"),
        ("what was the full name of Lind", "Anna Maria Lind"),
        ("What's Lind's middle name?", "Maria"),
        ("What is Peter's last name?", "Holm"),
    ] {
        let told = ask_on(&engine, question, SOON_AFTER);
        assert_eq!(told.span.as_deref(), Some(answer), "{question}: {}", told.text);
    }
    let either = ask_on(&engine, "What is Holm's first name?", SOON_AFTER);
    assert_ne!(either.span.as_deref(), Some("Peter"), "two have that name");
}

#[test]
fn an_abbreviation_is_answered_by_its_long_form() {
    let body = "The World Herring Council (WHC) met in Bergen on Friday. The UPRA (Union of Anglers and \
        Potters) stayed away. SLOOP, the Swedish Lake and Open Ocean Patrol, watched the harbour. \
        A man of the NLK spoke to reporters.";
    let engine = reported("Council meets", body);
    let spans = [
        ("What does WHC stand for?", "World Herring Council"),
        ("whc stands for?", "World Herring Council"),
        ("what is the full name of the upra", "Union of Anglers and Potters"),
        ("What is SLOOP short for?", "Swedish Lake and Open Ocean Patrol"),
    ];
    for (question, span) in spans {
        let answer = ask_on(&engine, question, SOON_AFTER);
        assert_eq!(answer.span.as_deref(), Some(span), "{question}");
    }
    let unknown = ask_on(&engine, "What does NLK stand for?", SOON_AFTER);
    assert_eq!(
        unknown.text.split(". ").next(),
        Some("The articles do not say what NLK stands for")
    );
}

/// Whether a question is not answered, or begins with these words.
#[track_caller]
fn check_all(engine: &Engine, cases: &[(&str, Option<&str>)]) {
    for (question, expected) in cases {
        let answer = ask_on(engine, question, SOON_AFTER);
        match expected {
            Some(words) => assert!(answer.text.starts_with(words), "{question}: {}", answer.text),
            None => assert_eq!(answer.status, Status::NotInArticles, "{question}: {}", answer.text),
        }
    }
}

#[test]
fn what_is_said_of_somebody_else_is_no_answer() {
    let body = "Ostra Bank, founded in 1911, collapsed in June and was bought by Keel Partners for one \
        crown. Palm Brothers advised Norrby. India became the fifth nation to join the \
        scheme.\n\n\
        Finance Minister Eva Holm cancelled a trip to Oslo and visited the branch in Lund. \
        The accountant Stig Alm pleaded guilty and testified against Karl Berg. \
        The takeover, which needs the approval of the council, is expected to close in May.";
    let engine = reported("Bank changes hands", body);
    check_all(
        &engine,
        &[
            ("Who founded Ostra Bank?", None),
            ("Who bought Ostra Bank?", Some("Keel Partners")),
            ("Who advised Ostra Bank?", None),
            ("Who advised Norrby?", Some("Palm Brothers")),
            ("Which nation was the fourth to join the scheme?", None),
            ("Why did Eva Holm cancel her trip to Oslo?", None),
            ("Did Karl Berg plead guilty?", None),
            ("Did Stig Alm plead guilty?", Some("Yes")),
            ("Has the council approved the takeover?", Some("No")),
        ],
    );
}

#[test]
fn what_only_stands_nearby_is_neither_reason_nor_place_nor_figure() {
    let body = "Some 300 weavers walked out at the Tolno mill on Monday, leaving four lorries waiting at \
        the gate. The owner asked for the army to be brought in to load the cloth, a request that was \
        turned down.\n\n\
        Mayor Ida Krog told reporters in Skive that the talks would go on. Police questioned the \
        baker Aksel Lund, who was released without charge.\n\n\
        A heath fire has burned 900 hectares of land near Tolno, and five planes were sent there for four \
        days. Lime is being handed out free of charge. At least 20 people were hurt and six are missing. \
        Half of those hurt were in Hobro. Schools in Tolno stay shut until 20 March, and the pump there is \
        out of order.\n\n\
        The teacher Ane Dahl was saved from the mill pond. Her husband is among the missing.";
    let engine = reported("Weavers walk out at Tolno", body);
    check_all(
        &engine,
        &[
            ("Why did the weavers walk out?", None),
            ("Why did the minister send the army to the mill?", None),
            ("Why was Aksel Lund jailed?", None),
            ("Where will the talks go on?", None),
            ("Where did the mayor tell reporters that?", Some("Skive")),
            ("How big is the area that has burned near Tolno?", Some("900 hectares")),
            ("What are they handing out for free?", Some("Lime")),
            ("How many firefighters are there in Tolno?", None),
            ("When will the pump in Tolno be repaired?", None),
            ("Who won the weavers' vote?", None),
        ],
    );
    let mut talk = Conversation::default();
    engine.ask("How many people were hurt in Tolno?", &mut talk, SOON_AFTER);
    let there = engine.ask("how many of them in Hobro?", &mut talk, SOON_AFTER);
    assert!(!there.text.starts_with("At least 20"), "{}", there.text);
    engine.ask("Who was saved from the mill pond?", &mut talk, SOON_AFTER);
    let husband = engine.ask("what happened to her husband?", &mut talk, SOON_AFTER);
    assert!(husband.text.contains("among the missing"), "{}", husband.text);
}

#[test]
fn what_is_said_of_another_time_place_or_account_is_no_answer() {
    let body = "The tomb of a queen who died in 1180 has been found in Ribe, the museum announced on \
        Wednesday. Around 500 people marched through Ribe on Monday, according to organisers; police put \
        the number at 120.\n\n\
        Peru signed a treaty with Chile in June 2003. The poet Erik Dahl died in a Ribe hospital on \
        Sunday.\n\n\
        The rocket Ottar was launched from Cape Holm on Tuesday and its first stage came down off Varde an \
        hour later. The astronomer Stig Alm, 61, studies the asteroid (29075), named after a cat.";
    let engine = reported("News of the week", body);
    check_all(
        &engine,
        &[
            ("When was the queen's tomb found?", None),
            ("When was the museum's announcement?", Some("4 March 2015")),
            ("How many people marched through Ribe according to the police?", Some("120")),
            ("What did the poet Erik Dahl die of?", None),
            ("Where did Erik Dahl die?", Some("In a Ribe hospital")),
            ("Where did Ottar land?", Some("Varde")),
            ("Where was Ottar launched?", Some("Cape Holm")),
            ("How many cats are there in Ribe?", None),
            ("When did Peru sign a treaty with Brazil?", None),
            ("When did Peru sign a treaty with Chile?", Some("June 2003")),
        ],
    );
}

#[test]
fn what_has_no_evidence_or_has_yet_to_be_done_is_not_so() {
    let body = "The port has no evidence that the crane was unsafe. This is not the first time that a crane \
        has fallen in Ribe.\n\nThe plan has to be approved by the council. \
        The union urged both sides to accept the offer.";
    let engine = reported("Crane falls", body);
    check_all(
        &engine,
        &[
            ("Is it proven that the crane was unsafe?", Some("No")),
            ("Has a crane fallen in Ribe before?", Some("Yes")),
            ("Was it the first time a crane has fallen in Ribe?", Some("No")),
            ("Has the council already approved the plan?", Some("No")),
        ],
    );
}

#[test]
fn a_denial_of_what_the_article_says_is_not_so_and_one_that_it_says_is() {
    let body = "Mayor Inge Dahl signed the contract with the builders on Tuesday. Governor Per Vance did \
        not attend the ceremony in Tolno. The bridge will cost 40 million crowns.";
    let engine = reported("Builders get bridge contract", body);
    check_all(
        &engine,
        &[
            ("Inge Dahl did not sign the contract", Some("No")),
            ("inge dahl didnt sign the contract", Some("No")),
            ("Is it true that Inge Dahl never signed the contract?", Some("No")),
            ("The bridge won't cost 40 million crowns.", Some("No")),
            ("Didn't Inge Dahl sign the contract?", Some("Yes")),
            ("Per Vance did not attend the ceremony", Some("Yes")),
            ("Per Vance attended the ceremony", Some("No")),
        ],
    );
}

#[test]
fn what_was_asked_before_leads_no_question_astray_that_says_enough() {
    let body = "The Tolno book fair will be held in Ribe on 4 May, its director, Ida Krog, said on Monday. \
        Some 300 publishers are expected. The first fair took place in Skive in 1993.\n\n\
        The fair costs two million crowns, which the town of Ribe pays.";
    let engine = reported("Tolno book fair moves", body);
    let mut conversation = Conversation::default();
    for (question, words) in [
        ("How much does the book fair cost?", "Two million crowns"),
        ("name of the director of the fair?", "Ida Krog"),
        ("Who is the director of the Tolno book fair?", "Ida Krog"),
        ("how many publishers are expected at the book fair?", "300"),
        ("and when is it?", "4 May"),
    ] {
        let answer = engine.ask(question, &mut conversation, SOON_AFTER);
        assert!(answer.text.contains(words), "{question}: {}", answer.text);
    }
}

#[test]
fn one_question_after_another_is_answered_as_if_it_were_alone() {
    let engine = Knowledge::built_in().into_engine();
    for (before, question, words) in [
        ("When did China and Japan last hold a security dialogue?", "when are the talks", "March"),
        ("When was the four-point agreement signed?", "where are the talks?", "Japan"),
        ("When did Japan nationalize part of the islands?", "when are the talks", "March"),
    ] {
        let mut conversation = Conversation::default();
        engine.ask(before, &mut conversation, SOON_AFTER);
        let answer = engine.ask(question, &mut conversation, SOON_AFTER);
        assert!(answer.text.starts_with(words), "{before} {question}: {}", answer.text);
    }
}

#[test]
fn who_asks_to_be_told_of_something_is_told_what_happened() {
    let bridge = "The Harwick bridge will open on 20 March, the council said on Friday. The builders signed \
        a six-point agreement in January.";
    let strike = "Bus drivers in Skive went on strike on Thursday. They want shorter shifts.";
    let documents = vec![
        article("Harwick bridge to open", "7 March 2015", bridge),
        article("Drivers strike", "6 March 2015", strike),
    ];
    let engine = Engine::new(documents, Additions::default());
    for (question, words) in [
        ("tell me about the strike in Skive", "Bus drivers in Skive went on strike"),
        ("hey whats the latest on the harwick bridge", "The Harwick bridge will open on 20 March"),
        ("any news?", "The Harwick bridge will open on 20 March"),
        ("harwick bridge", "The Harwick bridge will open on 20 March"),
        ("explain the six-point agreement", "The builders signed a six-point agreement"),
    ] {
        says(&engine, question, SOON_AFTER, words);
    }
    for question in ["tell me about the strike in Lima", "cost of the Harwick bridge?"] {
        let answer = ask_on(&engine, question, SOON_AFTER);
        assert_eq!(answer.status, Status::NotInArticles, "{question}: {}", answer.text);
    }
    let mut conversation = Conversation::default();
    engine.ask("tell me about the strike in Skive", &mut conversation, SOON_AFTER);
    let answer = engine.ask("what do they want?", &mut conversation, SOON_AFTER);
    assert!(answer.text.to_lowercase().contains("shorter shifts"), "{}", answer.text);
}

#[test]
fn a_claim_behind_what_leads_to_it_is_judged_as_the_claim() {
    let engine = bridge();
    check_all(
        &engine,
        &[
            ("is it true the old bridge closed in January?", Some("Yes")),
            ("I heard that the old bridge didn't close in January", Some("No")),
            ("the old bridge closed in January, true or false?", Some("Yes")),
        ],
    );
}

#[test]
fn it_and_the_hotel_stand_for_what_was_named_before() {
    let body = "The quake, which was felt in Lima, hit the coast at noon, the Seismic Institute said. \
        It lasted 28 seconds.\n\n\
        Most of the dead were in the Hotel Miramar. The hotel had been built in 1962, said Jorge \
        Paz, who heads the fire brigade.";
    let engine = reported("Quake hits coast", body);
    check_all(
        &engine,
        &[
            ("How long did the quake last?", Some("28 seconds")),
            ("When was the hotel built?", Some("1962")),
        ],
    );
    let built = ask_on(&engine, "When was the hotel built?", SOON_AFTER);
    assert!(built.text.contains("Jorge Paz said"), "{}", built.text);
}

#[test]
fn a_follow_up_to_a_quote_is_answered_as_in_the_conversation_that_it_ended() {
    let engine = Knowledge::built_in().into_engine();
    let signed = "When was the four-point agreement signed?";
    let cases = [
        ("When will the security dialogue be held?", "And where?", "Japan"),
        (signed, "and why?", "To ease tensions"),
        ("When was the last round held?", "where was it held?", ""),
    ];
    for (question, follow_up, expected) in cases {
        let mut talk = Conversation::default();
        let answer = engine.ask(question, &mut talk, SOON_AFTER);
        let about = ProofId::of(answer.citations.first().expect("a proof"));
        let live = engine.ask(follow_up, &mut talk, SOON_AFTER);
        let mut talk = engine.conversation_about(about).expect("the quote is there");
        let anew = engine.ask(follow_up, &mut talk, SOON_AFTER);
        for answer in [live, anew] {
            let text = &answer.text;
            assert!(text.starts_with(expected) && !text.is_empty(), "{question} {text}");
        }
    }
}

#[test]
fn what_is_told_before_a_question_says_what_it_is_about() {
    let body = "The Tolno book fair will be held in Ribe on 4 May, its director, Ida Krog, said on Monday. \
        Some 300 publishers are expected.\n\nThe old hall burned down in March. A cigarette caused the fire.";
    let engine = reported("Tolno book fair moves", body);
    for (question, words) in [
        ("I read about the Tolno book fair. Do we know where it will be held?", "Ribe"),
        ("The book fair has a new director, but who is it?", "Ida Krog"),
        ("There is a book fair in Tolno, so is it known how many publishers are expected?", "300"),
        ("The old hall is gone, I hear. When did it burn down?", "March 2015"),
    ] {
        says(&engine, question, SOON_AFTER, words);
    }
    // What is told is true, and no Yes to it.
    for question in [
        "The old hall burned down in March. Could anyone tell me who owned it?",
        "The book fair will be held in Ribe on 4 May. Do we know which hotel it is at?",
    ] {
        let answer = ask_on(&engine, question, SOON_AFTER);
        assert_eq!(answer.verdict, None, "{question}: {}", answer.text);
    }
    let unsaid = "I read about the Tolno book fair. Do we know what a ticket costs?";
    check_all(&engine, &[(unsaid, None)]);
}

#[test]
fn hurried_questions_are_answered_as_whole_ones_are() {
    let body = "The Tolno book fair will be held in Ribe on 4 May, its director, Ida Krog, said on Monday. \
        Four books were stolen at the last fair, and the police are looking for two men.\n\n\
        The new hall is not for sale, she said.";
    let engine = reported("Tolno book fair moves", body);
    check_all(
        &engine,
        &[
            ("book fair when", Some("4 May 2015")),
            ("tolno book fair location?", Some("Ribe")),
            ("director of the fair who is it", Some("Ida Krog")),
            ("how many books stolen at the last fair", Some("Four")),
            ("any books stolen at the last fair", Some("Yes")),
            ("new hall for sale?", Some("No")),
        ],
    );
}

fn postponed() -> Engine {
    let body = "The harbour fair in Harwick, which was to open on Monday, has been postponed until \
        20 March, the town hall said on Friday. The fair was originally planned for November. \
        Mayor Ann Lee will fly to London next week. The regatta will be held later this month. \
        The concert took place on Wednesday.";
    reported("Harbour fair put off", body)
}

#[test]
fn a_day_that_was_given_up_is_no_answer_but_to_who_asks_for_the_plan() {
    says(&postponed(), "When is the fair?", SOON_AFTER, "20 March 2015");
    says(&postponed(), "What's the new date of the fair?", SOON_AFTER, "20 March 2015");
    let plan = "When was the fair originally planned for?";
    says(&postponed(), plan, SOON_AFTER, "November 2014");
}

#[test]
fn whether_something_announced_is_over_depends_on_the_day_of_asking() {
    let later = date(2015, 4, 9);
    for question in ["Is the fair over?", "has the fair happened yet", "did the fair take place?"] {
        let answer = ask_on(&postponed(), question, SOON_AFTER);
        assert!(answer.text.starts_with("No — "), "{question}: {}", answer.text);
        assert!(answer.text.ends_with("(announced for 20 March 2015, in 11 days)"), "{question}");
        let answer = ask_on(&postponed(), question, later);
        assert_eq!(answer.status, Status::NotInArticles, "{question}");
        assert!(answer.text.ends_with("announced for 20 March 2015, and that time has passed."));
    }
    says(&postponed(), "Is the fair still to come?", SOON_AFTER, "Yes — ");
    let regatta = ask_on(&postponed(), "Is the regatta over?", SOON_AFTER);
    assert!(regatta.text.ends_with("which is not over yet."), "{}", regatta.text);
    says(&postponed(), "Did the concert take place?", SOON_AFTER, "Yes — The concert took place");
}

#[test]
fn how_long_it_is_until_then_is_counted_from_the_day_of_asking() {
    let question = "how many days until the fair opens";
    says(&postponed(), question, SOON_AFTER, "In 11 days: 20 March 2015");
    says(&postponed(), question, date(2015, 3, 19), "Tomorrow: 20 March 2015");
    says(&postponed(), question, date(2015, 3, 21), "20 March 2015 (");
    says(&postponed(), "How long until the regatta?", SOON_AFTER, "Within 22 days: March 2015");
    says(
        &postponed(),
        "When does the regatta begin?",
        SOON_AFTER,
        "March 2015 (“later this month”",
    );
}

#[test]
fn asked_for_a_day_of_the_week_the_answer_begins_with_it() {
    let question = "What day of the week was the concert?";
    says(&postponed(), question, SOON_AFTER, "Wednesday, 4 March 2015");
}

#[test]
fn who_has_just_heard_of_next_week_means_that_of_the_report() {
    let (engine, mut talk) = (postponed(), Conversation::default());
    let later = date(2020, 1, 1);
    engine.ask("Who is Ann Lee?", &mut talk, later);
    let answer = engine.ask("Where will she fly next week?", &mut talk, later);
    assert!(answer.text.starts_with("London"), "{}", answer.text);
    let alone = ask_on(&engine, "Where will the mayor fly next week?", later);
    assert_eq!(alone.status, Status::NotInArticles, "{}", alone.text);
}

#[test]
fn names_that_only_share_a_word_are_told_apart() {
    let body = "The ferry was paid for by the Nordic Investment Bank, captain Robert Lee said on \
        Friday. It will sail from Harwick to Oslo.";
    let engine = reported("New ferry for Harwick", body);
    let said = |question| ask_on(&engine, question, SOON_AFTER);
    let right = said("Was the ferry paid for by the Nordic Investment Bank?");
    assert!(right.text.starts_with("Yes"), "{}", right.text);
    let wrong = said("Was the ferry paid for by the World Bank?");
    assert!(!wrong.text.starts_with("Yes"), "{}", wrong.text);
}

#[test]
fn nobody_else_answers_for_whom_the_article_does_not_know() {
    let body = "Robert Lee won the Harwick Open on Friday. In 1986 some 40 players took part. The \
        minister for sport was pleased. \"It was a good week,\" she said.";
    let engine = reported("Harwick Open ends", body);
    says(&engine, "Who won the Harwick Open?", SOON_AFTER, "Robert Lee");
    says(&engine, "How many players took part in 1986?", SOON_AFTER, "40");
    for question in [
        "Who won the women's title?",
        "What did the archbishop say about the week?",
        "How many players took part in 1984?",
    ] {
        let answer = ask_on(&engine, question, SOON_AFTER);
        assert_eq!(answer.status, Status::NotInArticles, "{question}: {}", answer.text);
    }
}

#[test]
fn the_party_the_team_and_the_post_of_another_are_not_ones_own() {
    let body = "Anna Holm of the Civic Party and Karl Berg of the Harbour Party were re-elected in \
        Ribe on Sunday. Turnout was higher than four years before.\n\n\
        Acting mayor Stig Alm won 800 votes, while the baker Ida Krog, who beat him by 90, takes over \
        in May. Harwick Bank employs 2,300 people in Ribe. Palm Brothers, a buyer from Lund, has looked at it.\n\n\
        Nurses in Ribe walked out on Monday in a dispute over night shifts, leading to a delay of \
        operations. Members have to report every ten \
        years.\n\nAfter calling the sect to speak with his mother, Holger Lund was put through to a lawyer, Rita \
        Palm. The Ribe rowers came third in the regatta at Skive.";
    let engine = reported("Ribe votes", body);
    check_all(
        &engine,
        &[
            ("Which party is Anna Holm from?", Some("Civic Party")),
            ("Which party is Karl Berg from?", Some("Harbour Party")),
            ("wich party is anna holm form", Some("Civic Party")),
            ("How many people does Harwick Bank employ?", Some("2,300")),
            ("How many people does Palm Brothers employ?", None),
            ("How many women won seats in Ribe?", None),
            ("Why did the nurses in Ribe walk out?", Some("In a dispute")),
            ("How many of the members have to report?", None),
            ("What's Holger Lund's mother called?", None),
            ("What place did the Ribe rowers come in?", None),
        ],
    );
}

#[test]
fn who_asks_what_an_article_is_about_is_told_its_main_event() {
    let engine = bridge();
    for question in ["What is the article about the bridge about?", "whats the bridge story about"]
    {
        let answer = ask_on(&engine, question, SOON_AFTER);
        assert_eq!(answer.status, Status::Answered, "{question}: {}", answer.text);
        assert!(answer.span.is_none(), "{question}: {}", answer.text);
    }
}

#[test]
fn a_follow_up_about_another_is_answered_by_what_is_said_of_that_one() {
    let body = "The tanker Orla will be sent to Varde for repairs on Monday. The crew of 20 went home.\n\n\
        The tanker Petra will be broken up in Skive, the owner said.";
    let engine = reported("Tankers leave", body);
    let mut talk = Conversation::default();
    engine.ask("Where will the Orla be sent?", &mut talk, SOON_AFTER);
    let other = engine.ask("what about the Petra?", &mut talk, SOON_AFTER);
    assert!(!other.text.starts_with("Varde"), "{}", other.text);
}

#[track_caller]
fn says_nothing(engine: &Engine, question: &str) {
    let answer = ask_on(engine, question, SOON_AFTER);
    assert_eq!(answer.status, Status::NotInArticles, "{question}: {}", answer.text);
}

#[test]
fn when_somebody_was_hurt_is_not_when_they_died() {
    let body = "The bridge in Harwick reopened on Monday. A welder was stabbed near Elm Lane in \
        December, said the engineer, Ann Lee, who spoke of a robbery.";
    says_nothing(
        &reported("Harwick bridge open again", body),
        "When did the welder who was stabbed near Elm Lane die?",
    );
}

#[test]
fn an_order_is_not_given_when_its_news_is_told() {
    let body = "A flood has destroyed 34 houses in Harwick and forced 600 people to leave, \
        officials said on Friday.";
    says_nothing(
        &reported("Flood in Harwick", body),
        "When were the people of Harwick told to get out?",
    );
}

#[test]
fn another_year_s_flood_is_not_the_one_asked_about() {
    let body = "The flood in Harwick had covered 890 hectares by Tuesday. In 2003 the same valley \
        was flooded.";
    says_nothing(
        &reported("Flood in Harwick", body),
        "How many hectares did the 2003 flood in Harwick cover?",
    );
}

#[test]
fn a_place_is_no_illness_and_to_take_place_names_nobody() {
    let body = "The Harwick regatta took place on Sunday and drew a crowd of 900. Its chairman, Tom \
        Hale, was in Leeds on Thursday.";
    let engine = reported("Regatta in Harwick", body);
    says_nothing(&engine, "What illness does Tom Hale have?");
    says_nothing(&engine, "Which crew won the Harwick regatta?");
}

#[test]
fn lives_that_were_claimed_are_the_dead() {
    let body = "A flood hit Harwick on Monday and claimed 118 lives, police said.";
    let engine = reported("Flood hits Harwick", body);
    says(&engine, "How many people were killed in the flood?", SOON_AFTER, "118");
    says(&engine, "How many lives has the flood cost?", SOON_AFTER, "118");
}

#[test]
fn what_is_left_open_is_neither_so_nor_not() {
    let body = "Ann Lee won the race in Harwick on Sunday. Whether she will receive a place in the \
        national team is not yet known.";
    says_nothing(
        &reported("Lee wins in Harwick", body),
        "Did Ann Lee receive a place in the national team?",
    );
}

#[test]
fn who_was_cleared_of_blame_was_not_blamed() {
    let body = "The captain of the ferry, Tom Hale, was cleared of blame by the inquiry on Friday.";
    says(
        &reported("Ferry inquiry ends", body),
        "Did the inquiry blame the captain?",
        SOON_AFTER,
        "No",
    );
}

#[test]
fn whom_the_first_sentence_only_describes_is_named_by_the_next() {
    let body = "A court in Harwick on Friday sentenced the former head of a bank to nine years in \
        prison for stealing 2 million pounds.\n\nPeter Hale, 61, was also fined.";
    let engine = reported("Court jails banker", body);
    says(&engine, "How long was Peter Hale jailed?", SOON_AFTER, "Nine years");
    says(&engine, "What did Peter Hale steal?", SOON_AFTER, "2 million pounds");
}

#[test]
fn those_who_have_fallen_ill_are_not_the_dead() {
    let body = "Nine people have died of cholera and 212 have fallen ill in Harwick, health officials \
        said on Friday.";
    let engine = reported("Cholera strikes Harwick", body);
    let answer =
        ask_on(&engine, "What is the latest death toll of the cholera outbreak?", SOON_AFTER);
    assert!(!answer.text.starts_with("212"), "{}", answer.text);
}

#[test]
fn a_deputy_is_not_the_minister() {
    let body = "Smoke filled the cells, said the deputy justice minister, Rodrigo Vera.";
    says_nothing(&reported("Riot in prison", body), "Who is the justice minister?");
}

#[test]
fn each_half_of_a_contrast_has_its_own_figures() {
    let body = "While Anna Holm was found not guilty, Karl Berg was sentenced to five years in \
        prison in Harwick on Friday.";
    let engine = reported("Two tried for theft", body);
    says_nothing(&engine, "How many years in prison did Anna Holm get?");
}

#[test]
fn why_somebody_fell_off_a_bridge_is_not_why_it_fell() {
    let body = "The bridge in Harwick fell into the river on Friday. Karl Berg, 24, fell from the \
        bridge after leaving his truck to look at a traffic jam.";
    let engine = reported("Bridge falls in Harwick", body);
    says_nothing(&engine, "Why did the bridge fall?");
}

#[test]
fn rows_told_respectively_go_by_their_places() {
    let body = "Karl Berg played in three finals, in 2003, 2005 and 2007, but lost to Ribe, Vejle \
        and Skive respectively.";
    let engine = reported("Keeper retires", body);
    says_nothing(&engine, "Which team did Karl Berg lose to in the 2005 final?");
}

#[test]
fn what_comes_of_a_deed_is_not_why_it_was_done() {
    let body = "Three officials were charged with fraud in the wake of minister Anna Holm resigning \
        on Friday.";
    let engine = reported("Minister resigns", body);
    says_nothing(&engine, "Why did Anna Holm resign?");
}

#[test]
fn who_was_kidnapped_did_not_kidnap() {
    let body = "Senator Anna Holm was freed on Friday. She was kidnapped in 2002.";
    let engine = reported("Senator freed", body);
    says_nothing(&engine, "Who kidnapped Anna Holm?");
}

#[test]
fn whose_murder_it_was_did_not_shoot() {
    let body = "Aide Karl Berg was hurt in 1981 in the attempted assassination of president Anna \
        Holm.";
    let engine = reported("Aide dies", body);
    says_nothing(&engine, "Who shot Karl Berg?");
}

#[test]
fn an_abbreviation_stands_for_its_long_name() {
    let body = "The Harwick Children's Help Fund (HCHF) opened a hospital on Friday. Anna Holm is \
        the director of the HCHF.";
    let engine = reported("Charity opens hospital", body);
    says(
        &engine,
        "Who is the director of the Harwick Children's Help Fund?",
        SOON_AFTER,
        "Anna Holm",
    );
}

#[test]
fn a_foreign_party_may_have_other_letters() {
    let body = "The Republican People's Party (CHP) called for an inquiry on Friday.";
    let engine = reported("Party calls for inquiry", body);
    says(&engine, "What does CHP stand for?", SOON_AFTER, "Republican People's Party");
}

#[test]
fn a_post_is_known_by_its_field() {
    let body = "The minister of culture, Anna Holm, resigned on Friday. The finance minister, Karl \
        Berg, stays.";
    let engine = reported("Ministers quarrel", body);
    says(&engine, "Who is the culture minister?", SOON_AFTER, "Anna Holm");
}

#[test]
fn figures_of_long_ago_give_way_to_those_of_the_day() {
    let body = "Four people were killed and 97 injured on Friday when a fireworks factory in Harwick \
        exploded.\n\nThe factory has seen such accidents: in 2009 one worker died and 16 were \
        hurt.";
    let engine = reported("Factory explodes", body);
    says(&engine, "How many people were hurt in the factory explosion?", SOON_AFTER, "97");
}

#[test]
fn a_third_largest_is_not_the_largest() {
    let body = "Holm Bank, the third largest in Harwick, collapsed on Friday.";
    let engine = reported("Bank collapses", body);
    says(&engine, "Was Holm Bank the largest bank in Harwick?", SOON_AFTER, "No");
}

#[test]
fn the_place_in_a_row_is_that_of_the_noun() {
    let body = "Anna Holm won the Harwick Prize on Friday. She is the fourth woman and the first \
        doctor to win it.";
    let engine = reported("Writer wins prize", body);
    says(&engine, "Is Anna Holm the first woman to win the Harwick Prize?", SOON_AFTER, "No");
}

#[test]
fn a_day_a_year_back_is_one_ahead() {
    let body = "The games, which are held every two years, opened on Friday and end on March 16.";
    let engine = reported("Games open", body);
    says(&engine, "When do the games end?", SOON_AFTER, "16 March 2015");
}

#[test]
fn a_year_before_a_noun_counts_nothing() {
    let body = "A factory in Harwick exploded on Friday. In 2009 one worker died there and 16 were \
        hurt, while a blast in 2012 left one dead.";
    let engine = reported("Factory explodes again", body);
    says(&engine, "Was anyone killed in the 2009 accident?", SOON_AFTER, "Yes");
}

#[test]
fn what_is_blamed_is_the_cause() {
    let body = "Investigators on Friday declared a pilot's mistake to be behind the crash of Flight \
        12 near Harwick.";
    let engine = reported("Plane crash explained", body);
    says(&engine, "Why did Flight 12 crash?", SOON_AFTER, "pilot");
}

#[test]
fn an_elections_relative_clause_tells_its_date() {
    let body = "The attacks come ahead of planned elections, which are to be held next January.";
    let engine = reported("Elections ahead", body);
    says(&engine, "When is the election?", SOON_AFTER, "January 2016");
}
