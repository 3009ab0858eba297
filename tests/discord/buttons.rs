//! What stands below an answer: buttons, menus and the form, also of yesterday.

use std::sync::Arc;

use dateline::article;
use dateline::engine::{Additions, Document, Engine};
use serde_json::json;

use crate::fake_discord::{Fault, Person, Place, RESPOND, Seen, Settings};
use crate::stage::{QUESTION, Script, Stage};

async fn answered(stage: &Stage, person: &Person, place: &Place) -> Seen {
    let asked = stage.discord.slash(person, place, "ask", &[("question", json!(QUESTION))]);
    stage.discord.answer(&asked).await
}

#[tokio::test]
async fn context_shows_the_sentences_around_the_quote() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let seen = answered(&stage, &ada, &news).await;
    let click = discord.clicks(&ada, &seen, "Context");
    let context = discord.answer(&click).await;
    assert!(context.content.contains("Hua Chunying"), "{}", context.content);
    assert_eq!(context.only_for, Some(ada.id), "what one person looks up bothers nobody else");
}

#[tokio::test]
async fn every_button_of_yesterday_goes_on_working() {
    let mut stage = Stage::new().await;
    let (ada, news) = (stage.discord.person("Ada"), stage.discord.channel("news"));
    let seen = answered(&stage, &ada, &news).await;
    stage.restart().await;
    for label in seen.buttons.clone() {
        let click = stage.discord.clicks(&ada, &seen, &label);
        let after = stage.discord.response(&click).await;
        assert!(after.as_secs() < 3, "{label}");
        if label == "Delete" {
            stage.discord.vanishes(seen.id).await;
        }
    }
}

#[tokio::test]
async fn a_follow_up_is_asked_in_a_form() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let seen = answered(&stage, &ada, &news).await;
    let click = discord.clicks(&ada, &seen, "Ask a follow-up");
    let modal = discord.modal(&click).await;
    assert_eq!((modal.title.as_str(), modal.label.as_str()), ("Ask a follow-up", "Your question"));
    let sent = discord.submits(&ada, &modal, "And where?");
    let next = discord.answer(&sent).await;
    assert!(next.content.contains("about security dialogue"), "{}", next.content);
}

#[tokio::test]
async fn a_private_answer_is_seen_by_one_and_can_be_shared() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let arguments = [("question", json!(QUESTION)), ("private", json!(true))];
    let asked = discord.slash(&ada, &news, "ask", &arguments);
    let seen = discord.answer(&asked).await;
    assert_eq!(seen.only_for, Some(ada.id));
    let open = answered(&stage, &ada, &news).await;
    assert!(!open.buttons.iter().any(|label| label == "Share"), "{:?}", open.buttons);

    let click = discord.clicks(&ada, &seen, "Share");
    let shared = discord.answered_openly(&click).await;
    assert_eq!(shared.only_for, None);
    assert!(shared.content.contains("March 2015"), "{}", shared.content);
}

/// Discord takes five follow-ups of one interaction there; each click is another one.
#[tokio::test]
async fn answers_can_be_shared_any_number_of_times_where_the_bot_is_not_installed() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, far) = (discord.person("Ada"), discord.elsewhere("far"));
    let arguments = [("question", json!(QUESTION)), ("private", json!(true))];
    for time in 1..=6 {
        let seen = discord.answer(&discord.slash(&ada, &far, "ask", &arguments)).await;
        let click = discord.clicks(&ada, &seen, "Share");
        let shared = discord.answered_openly(&click).await;
        assert!(shared.content.contains("March 2015"), "time {time}: {}", shared.content);
    }
}

#[tokio::test]
async fn an_answer_is_shared_once() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let arguments = [("question", json!(QUESTION)), ("private", json!(true))];
    let seen = discord.answer(&discord.slash(&ada, &news, "ask", &arguments)).await;
    // What could not be shared may be shared again.
    discord.fails(RESPOND, 1, Fault::UnknownInteraction);
    discord.clicks(&ada, &seen, "Share");
    discord.until("the refusal", |state| state.refused(RESPOND, 404)).await;
    stage.settles().await;
    let shared = discord.answer(&discord.clicks(&ada, &seen, "Share")).await;
    assert_eq!(shared.only_for, None);
    let again = discord.answer(&discord.clicks(&ada, &seen, "Share")).await;
    assert_eq!(again.only_for, Some(ada.id));
    assert!(again.content.contains("shared already"), "{}", again.content);
}

#[tokio::test]
async fn what_is_not_right_is_asked_and_noted() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let seen = answered(&stage, &ada, &news).await;
    let click = discord.clicks(&ada, &seen, "Not right?");
    let which = discord.answer(&click).await;
    assert_eq!(which.only_for, Some(ada.id));
    let wrongs = ["Wrong date", "Wrong place", "Wrong people", "Outdated", "Not my question"];
    let offered: Vec<String> = which.buttons.iter().chain(&which.options).cloned().collect();
    assert_eq!(offered, wrongs);
    for label in wrongs {
        let chosen = discord.picks(&ada, &which, label);
        let noted = discord.answer(&chosen).await;
        assert!(noted.content.contains("Thank you"), "{label}: {}", noted.content);
    }
}

#[tokio::test]
async fn who_asked_and_who_moderates_may_delete_and_nobody_else() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, bo, news) = (discord.person("Ada"), discord.person("Bo"), discord.channel("news"));
    let mo = discord.welcome(discord.person("Mo").moderating());

    for remover in [&ada, &mo] {
        let mention = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
        let by_mention = discord.answer(&mention).await;
        for seen in [answered(&stage, &ada, &news).await, by_mention] {
            let click = discord.clicks(&bo, &seen, "Delete");
            let refusal = discord.answer(&click).await;
            assert_eq!(refusal.only_for, Some(bo.id));
            assert!(refusal.content.contains("Only who asked"), "{}", refusal.content);
            assert!(discord.sees(seen.id).is_some());
            discord.clicks(remover, &seen, "Delete");
            discord.vanishes(seen.id).await;
        }
    }
}

#[tokio::test]
async fn a_button_that_nobody_knows_is_told_kindly() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let seen = answered(&stage, &ada, &news).await;
    for odd in ["", "v0:old", "v1:", "v1:context:zzzz", "1:\u{202e}", "🙂", &"x".repeat(100)] {
        let click = discord.presses(&ada, seen.id, odd);
        let told = discord.answer(&click).await;
        assert_eq!(told.only_for, Some(ada.id), "{odd:?}: {}", told.content);
    }
}

#[tokio::test]
async fn ids_on_buttons_hold_no_words_of_the_question() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let seen = answered(&stage, &ada, &news).await;
    for id in seen.custom_ids() {
        let has_words = ["security", "dialogue", "held"].iter().any(|word| id.contains(word));
        assert!(!has_words, "{id}");
    }
}

#[tokio::test]
async fn where_two_events_fit_a_menu_asks_which() {
    let mut stage = Stage::scripted().await;
    let (ada, news) = (stage.discord.person("Ada"), stage.discord.channel("news"));
    let asked = stage.discord.says(&ada, &news, "@Dateline which please");
    let seen = stage.discord.answer(&asked).await;
    assert_eq!(seen.options, ["The March talks", "The May talks"]);
    for is_restarted in [false, true] {
        if is_restarted {
            stage.restart().await;
        }
        let chosen = stage.discord.chooses(&ada, &seen, "The May talks");
        let answer = stage.discord.answer(&chosen).await;
        assert!(answer.content.contains("answer to The May talks"), "{}", answer.content);
    }
}

#[tokio::test]
async fn what_is_nearest_is_a_button() {
    let mut stage = Stage::scripted().await;
    let (ada, news) = (stage.discord.person("Ada"), stage.discord.channel("news"));
    let asked = stage.discord.slash(&ada, &news, "ask", &[("question", json!("missing please"))]);
    let seen = stage.discord.answer(&asked).await;
    for is_restarted in [false, true] {
        if is_restarted {
            stage.restart().await;
        }
        let click = stage.discord.clicks(&ada, &seen, "Who talks");
        let answer = stage.discord.answer(&click).await;
        assert!(answer.content.contains("answer to Who talks"), "{}", answer.content);
    }
}

#[tokio::test]
async fn a_choice_that_nobody_knows_is_not_guessed_by_its_label() {
    let stage = Stage::scripted().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.says(&ada, &news, "@Dateline missing please");
    let seen = discord.answer(&asked).await;
    // The first button's place with the number of other words.
    let click = discord.presses(&ada, seen.id, "1:q:0:0000000000000001");
    let told = discord.answer(&click).await;
    assert_eq!(told.only_for, Some(ada.id));
    assert!(told.content.contains("ask your question again"), "{}", told.content);
}

#[tokio::test]
async fn choices_last_where_no_conversation_is_kept() {
    let stage = Stage::on(Settings::default(), |options| {
        options.settings.follow_up_minutes = 0;
        options.answerer = Arc::new(Script::default());
    })
    .await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.says(&ada, &news, "@Dateline which please");
    let seen = discord.answer(&asked).await;
    let answer = discord.answer(&discord.chooses(&ada, &seen, "The March talks")).await;
    assert!(answer.content.contains("answer to The March talks"), "{}", answer.content);
}

/// Two reports of different fires under one title.
fn two_of_one_title() -> Engine {
    let report = |day: &str, text: &str| {
        let text = format!("Fire in the harbour\n\n{day}\n\n{text}\n");
        Document::Article(article::read(text.as_bytes(), std::path::Path::new("report.txt")))
    };
    let reports = vec![
        report(
            "7 March 2015",
            "A fire in the harbour of Oslo began on Monday. Captain Ivar Lund left the ship Nordlys.",
        ),
        report(
            "2 August 2015",
            "A fire in the harbour of Porto began on Sunday. Inspector Ana Dias praised the crew.",
        ),
    ];
    Engine::new(reports, Additions::default())
}

#[tokio::test]
async fn two_articles_of_one_title_are_told_apart() {
    let mut stage = Stage::knowing(two_of_one_title()).await;
    let (ada, news) = (stage.discord.person("Ada"), stage.discord.channel("news"));
    let asked = stage.discord.says(&ada, &news, "@Dateline When did the fire begin?");
    let seen = stage.discord.answer(&asked).await;
    assert_eq!(
        seen.options,
        ["Fire in the harbour, 7 March 2015", "Fire in the harbour, 2 August 2015"],
        "{}",
        seen.content
    );
    for is_restarted in [false, true] {
        if is_restarted {
            stage.restart().await;
        }
        for (label, day) in [(&seen.options[0], "March 2015"), (&seen.options[1], "August 2015")] {
            let answer = stage.discord.answer(&stage.discord.chooses(&ada, &seen, label)).await;
            assert!(answer.content.contains(day), "{label}: {}", answer.content);
            assert!(!answer.content.contains("Yes"), "{label}: {}", answer.content);
        }
    }
}

#[tokio::test]
async fn a_follow_up_after_a_restart_is_about_the_quote_of_the_answer() {
    let mut stage = Stage::on(Settings::default(), |options| {
        options.today = Arc::new(|| jiff::civil::date(2015, 3, 9));
    })
    .await;
    let (ada, bo) = (stage.discord.person("Ada"), stage.discord.person("Bo"));
    let news = stage.discord.channel("news");
    let asked = stage.discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
    let first = stage.discord.answer(&asked).await;
    let mut told = Vec::new();
    for person in [&ada, &bo] {
        stage.restart().await;
        let click = stage.discord.clicks(person, &first, "Ask a follow-up");
        let modal = stage.discord.modal(&click).await;
        let by_modal = stage.discord.submits(person, &modal, "And where?");
        told.push(stage.discord.answer(&by_modal).await.content);
        stage.restart().await;
        let by_reply = stage.discord.replies(person, &news, first.id, "And where?");
        told.push(stage.discord.answer(&by_reply).await.content);
    }
    let sentence = "China and Japan will hold a security dialogue later this month in the island \
                    country, Chinese Foreign Ministry spokeswoman Hua Chunying said on Friday";
    let expected = format!(
        "**Japan (“the island country”)**\n-# about China Japan security dialogue\n\
         > {sentence}\nSino-Japan security dialogue to be held, 7 March 2015"
    );
    assert_eq!(told, [expected.as_str(); 4]);
}
