//! What stands below an answer: buttons, menus and the form, also of yesterday.

use serde_json::json;

use crate::small::{Person, Place, Seen};
use crate::stage::{QUESTION, Stage};

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
async fn where_the_bot_is_a_guest_sharing_does_not_run_out() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, far) = (discord.person("Ada"), discord.elsewhere("far"));
    let arguments = [("question", json!(QUESTION)), ("private", json!(true))];
    let seen = discord.answer(&discord.slash(&ada, &far, "ask", &arguments)).await;
    for time in 1..=6 {
        let click = discord.clicks(&ada, &seen, "Share");
        let shared = discord.answered_openly(&click).await;
        assert!(shared.content.contains("March 2015"), "time {time}: {}", shared.content);
    }
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
