//! How it behaves when it is asked too much, when an answer fails or takes long, and where it may
//! not write.

use std::time::Duration;

use dateline::config::Pace;
use serde_json::json;

use crate::fake_discord::{EDIT_RESPONSE, Fault, RESPOND, Settings, TYPING, WRITE};
use crate::log;
use crate::stage::{QUESTION, Stage};

#[tokio::test]
async fn who_asks_too_much_is_told_how_long_to_wait() {
    let stage = Stage::with_usual_pace().await;
    let discord = &stage.discord;
    let (ada, bo, news) = (discord.person("Ada"), discord.person("Bo"), discord.channel("news"));
    for _ in 0..5 {
        let asked = discord.slash(&ada, &news, "ask", &[("question", json!(QUESTION))]);
        assert!(discord.answer(&asked).await.content.contains("March 2015"));
    }
    let asked = discord.slash(&ada, &news, "ask", &[("question", json!(QUESTION))]);
    let told = discord.answer(&asked).await;
    assert_eq!(told.only_for, Some(ada.id));
    let seconds = told.content.split(|c: char| !c.is_ascii_digit()).find(|it| !it.is_empty());
    let seconds: u64 = seconds.unwrap().parse().unwrap();
    assert!((1..=10).contains(&seconds), "{}", told.content);
    assert!(told.content.contains("second"), "{}", told.content);
    let asked = discord.slash(&bo, &news, "ask", &[("question", json!(QUESTION))]);
    assert!(discord.answer(&asked).await.content.contains("March 2015"), "others may ask");
    let mention = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
    stage.settles().await;
    if discord.was_answered(&mention) {
        assert!(discord.answer(&mention).await.content.contains("second"));
    }
}

#[tokio::test]
async fn a_channel_that_asks_too_much_has_to_wait_too() {
    let stage = Stage::on(Settings::default(), |options| {
        options.settings.channel = Pace { questions: 2, seconds: 10 };
    })
    .await;
    let discord = &stage.discord;
    let (news, other) = (discord.channel("news"), discord.channel("other"));
    let ask = |name: &str, place| {
        let person = discord.person(name);
        discord.slash(&person, place, "ask", &[("question", json!(QUESTION))])
    };
    for (name, place, is_answered) in
        [("Ada", &news, true), ("Bo", &news, true), ("Cy", &news, false), ("Di", &other, true)]
    {
        let seen = discord.answer(&ask(name, place)).await;
        assert_eq!(seen.content.contains("March 2015"), is_answered, "{name}: {}", seen.content);
        assert_eq!(seen.content.contains("second"), !is_answered, "{name}: {}", seen.content);
    }
}

#[tokio::test]
async fn the_log_holds_words_only_where_the_operator_asks_for_them() {
    for logs_words in [false, true] {
        let stage = Stage::on(Settings::default(), |options| {
            options.settings.log_questions = logs_words;
        })
        .await;
        let discord = &stage.discord;
        let (ada, news) = (discord.person("Ada"), discord.channel("news"));
        let word = format!("quetzalcoatl{logs_words}");
        let asked = discord.says(&ada, &news, &format!("@Dateline Who is {word}?"));
        discord.answer(&asked).await;
        let id = ada.id.to_string();
        let line = log::lines().into_iter().find(|line| line.contains(&id)).unwrap();
        for part in ["command", "status", "micros", "message", &news.id.to_string()] {
            assert!(line.contains(part), "{part:?} is missing in {line}");
        }
        let has_words = log::lines().iter().any(|line| line.contains(&word));
        assert_eq!(has_words, logs_words);
    }
}

#[tokio::test]
async fn a_panic_costs_one_question_an_apology() {
    let stage = Stage::scripted().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let before = log::lines().len();
    let mention = discord.says(&ada, &news, "@Dateline panic please");
    let command = discord.slash(&ada, &news, "ask", &[("question", json!("panic please"))]);
    for asked in [mention, command] {
        let seen = discord.answer(&asked).await;
        assert!(seen.content.contains("Sorry"), "{}", seen.content);
        assert!(!seen.content.contains("panic"), "no insides are shown: {}", seen.content);
    }
    let told = log::lines().split_off(before);
    assert!(told.iter().any(|line| line.contains("panicked")), "{told:#?}");
    let asked = discord.says(&ada, &news, "@Dateline anything else");
    assert!(discord.answer(&asked).await.content.contains("scripted"));
}

#[tokio::test]
async fn a_hang_costs_one_question_an_apology() {
    let stage = Stage::scripted().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let hangs = [
        discord.says(&ada, &news, "@Dateline hang please"),
        discord.slash(&ada, &news, "ask", &[("question", json!("hang please"))]),
    ];
    for _ in 0..3 {
        let asked = discord.says(&ada, &news, "@Dateline anything else");
        assert!(discord.answer(&asked).await.content.contains("scripted"), "others go on");
    }
    for asked in hangs {
        assert!(discord.answer(&asked).await.content.contains("Sorry"));
    }
}

#[tokio::test]
async fn what_takes_long_is_deferred_in_time_and_answered() {
    let stage = Stage::scripted().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    for is_private in [false, true] {
        let arguments = [("question", json!("slow please")), ("private", json!(is_private))];
        let asked = discord.slash(&ada, &news, "ask", &arguments);
        let first = discord.response(&asked).await;
        assert!((1_200..2_500).contains(&(first.as_millis() as u64)), "{first:?}");
        let seen = discord.answer(&asked).await;
        assert!(seen.was_deferred && seen.content.contains("scripted"), "{}", seen.content);
        assert_eq!(seen.only_for, is_private.then_some(ada.id), "privacy is decided before");
        assert_eq!(discord.answers(&asked), 1);
    }
    let quick = discord.slash(&ada, &news, "ask", &[("question", json!("quick"))]);
    assert!(!discord.answer(&quick).await.was_deferred);
}

#[tokio::test]
async fn typing_shows_only_while_an_answer_takes_long() {
    let stage = Stage::scripted().await;
    let discord = &stage.discord;
    let (ada, news, quiet) = (discord.person("Ada"), discord.channel("news"), discord.channel("q"));
    let quick = discord.says(&ada, &quiet, "@Dateline quick");
    discord.answer(&quick).await;
    let asked = discord.says(&ada, &news, "@Dateline slow please");
    let after = discord.types_in(&news).await;
    assert!((400..1_200).contains(&(after.as_millis() as u64)), "{after:?}");
    assert!(discord.answer(&asked).await.content.contains("scripted"));
    assert_eq!(discord.typed_in(&quiet), 0);
}

#[tokio::test]
async fn a_channel_that_refuses_is_left_alone() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, closed) = (discord.person("Ada"), discord.channel("closed"));
    let open = discord.channel("open");
    discord.forbids(&closed);
    let mention = format!("@Dateline {QUESTION}");
    discord.says(&ada, &closed, &mention);
    discord.until("the refusal", |state| state.refused(WRITE, 403)).await;
    stage.settles().await;
    for _ in 0..5 {
        discord.says(&ada, &closed, &mention);
    }
    let asked = discord.says(&ada, &open, &mention);
    discord.answer(&asked).await;
    stage.settles().await;
    let refused = discord.requests(WRITE).iter().filter(|it| it.status == 403).count();
    assert_eq!(refused, 1, "it does not knock again");
    let id = closed.id.to_string();
    let named = log::lines().into_iter().any(|it| it.contains(&id) && it.contains("Send Messages"));
    assert!(named, "the log names the channel and the permission");
}

#[tokio::test]
async fn a_failing_discord_loses_and_doubles_nothing() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let faults = [
        Fault::ServerError,
        Fault::LostAnswer,
        Fault::RateLimited { seconds: 0.2, is_global: false },
        Fault::RateLimited { seconds: 0.2, is_global: true },
        Fault::Delay(Duration::from_millis(300)),
    ];
    for fault in faults {
        discord.fails(WRITE, 1, fault);
        let asked = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
        let seen = discord.answer(&asked).await;
        assert!(seen.content.contains("March 2015"), "{fault:?}");
        stage.settles().await;
        assert_eq!(discord.answers(&asked), 1, "{fault:?}");
    }
}

#[tokio::test]
async fn a_response_that_fails_does_not_end_the_bot() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let faults = [
        Fault::UnknownInteraction,
        Fault::AlreadyAcknowledged,
        Fault::ServerError,
        Fault::MissingPermission,
        Fault::LostAnswer,
    ];
    for fault in faults {
        discord.fails(RESPOND, 1, fault);
        let first = discord.slash(&ada, &news, "ask", &[("question", json!(QUESTION))]);
        let second = discord.slash(&ada, &news, "ask", &[("question", json!(QUESTION))]);
        discord
            .until("one answer", |state| {
                let answered = |id: u64| state.answer_count(id) > 0;
                (answered(first.id) || answered(second.id)).then_some(())
            })
            .await;
    }
    stage.settles().await;
}

#[tokio::test]
async fn no_request_is_made_twice_where_one_will_do() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let before = discord.all_requests().len();
    let asked = discord.slash(&ada, &news, "ask", &[("question", json!(QUESTION))]);
    discord.answer(&asked).await;
    let asked = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
    discord.answer(&asked).await;
    assert_eq!(discord.all_requests().len() - before, 2);
    assert!(discord.requests(TYPING).is_empty() && discord.requests(EDIT_RESPONSE).is_empty());
}

/// The pace of one question in ten seconds.
const SLOW: Pace = Pace { questions: 1, seconds: 10 };

#[tokio::test]
async fn whatever_makes_the_bot_speak_counts() {
    let stage = Stage::on(Settings::default(), |options| options.settings.person = SLOW).await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.says(&ada, &news, "@Dateline");
    assert!(discord.answer(&asked).await.content.contains("/help"));
    let again = discord.says(&ada, &news, "@Dateline");
    assert!(discord.answer(&again).await.content.contains("second"));
    let third = discord.says(&ada, &news, "@Dateline");
    let bo = discord.person("Bo");
    let arguments = [("question", json!(QUESTION)), ("private", json!(true))];
    let seen = discord.answer(&discord.slash(&bo, &news, "ask", &arguments)).await;
    let told = discord.answer(&discord.clicks(&bo, &seen, "Share")).await;
    assert_eq!(told.only_for, Some(bo.id));
    assert!(told.content.contains("second"), "{}", told.content);
    assert!(!discord.was_answered(&third), "it is told once");
}

#[tokio::test]
async fn who_waits_as_long_as_told_is_answered_again() {
    let stage = Stage::on(Settings::default(), |options| {
        options.settings.person = Pace { questions: 1, seconds: 3 };
    })
    .await;
    let discord = &stage.discord;
    let (ada, news, other) = (discord.person("Ada"), discord.channel("a"), discord.channel("b"));
    let mention = format!("@Dateline {QUESTION}");
    for _ in 0..2 {
        let asked = discord.says(&ada, &news, &mention);
        assert!(discord.answer(&asked).await.content.contains("March 2015"));
        for place in [&news, &other] {
            let told = discord.answer(&discord.says(&ada, place, &mention)).await;
            assert!(told.content.contains("second"), "{}", told.content);
        }
        tokio::time::sleep(Duration::from_millis(3_050)).await;
    }
}

#[tokio::test]
async fn a_wait_of_a_whole_channel_is_told_to_it_once() {
    let stage = Stage::on(Settings::default(), |options| options.settings.channel = SLOW).await;
    let discord = &stage.discord;
    let news = discord.channel("news");
    let say = |name| discord.says(&discord.person(name), &news, &format!("@Dateline {QUESTION}"));
    discord.answer(&say("Ada")).await;
    let told = discord.answer(&say("Bo")).await;
    assert!(told.content.contains("second"), "{}", told.content);
    assert_eq!(told.buttons, ["Delete"]);
    let others = [say("Cy"), say("Di")];
    stage.settles().await;
    assert!(others.iter().all(|other| !discord.was_answered(other)));
}

#[tokio::test]
async fn what_discord_does_not_take_is_sent_as_text_alone() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    discord.fails(WRITE, 1, Fault::InvalidForm);
    let mention = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
    let by_mention = discord.answer(&mention).await;
    discord.fails(RESPOND, 1, Fault::InvalidForm);
    let command = discord.slash(&ada, &news, "ask", &[("question", json!(QUESTION))]);
    for seen in [by_mention, discord.answer(&command).await] {
        assert!(seen.content.contains("March 2015"), "{}", seen.content);
        assert!(seen.buttons.is_empty(), "{:?}", seen.buttons);
    }
}

#[tokio::test]
async fn an_edit_that_discord_does_not_take_is_sent_as_text_alone() {
    let stage = Stage::scripted().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    discord.fails(EDIT_RESPONSE, 1, Fault::InvalidForm);
    let asked = discord.slash(&ada, &news, "ask", &[("question", json!("slow please"))]);
    let seen = discord.answer(&asked).await;
    assert!(seen.content.contains("scripted") && seen.buttons.is_empty(), "{seen:?}");
}

#[tokio::test]
async fn a_sign_of_typing_that_comes_late_holds_up_no_answer() {
    let stage = Stage::scripted().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    discord.fails(TYPING, 9, Fault::Delay(Duration::from_secs(8)));
    let asked = discord.says(&ada, &news, "@Dateline slow please");
    let after = discord.response(&asked).await;
    assert!(after < Duration::from_secs(5), "{after:?}");
}
