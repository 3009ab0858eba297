//! Every command, what completes while typing, and the commands on messages.

use serde_json::{Value, json};

use crate::fake_discord::{Person, Place, Settings};
use crate::stage::{QUESTION, Stage};

/// Arguments of a command.
type Given = &'static [(&'static str, &'static str)];

#[tokio::test]
async fn every_command_answers_openly_and_privately() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let cases: [(&str, Given, &str); 11] = [
        ("ask", &[("question", QUESTION)], "March 2015"),
        ("when", &[("topic", "security dialogue")], "2015"),
        ("where", &[("topic", "security dialogue")], "> "),
        ("who", &[("topic", "Liu Jianchao")], "Assistant Foreign Minister"),
        ("what", &[("topic", "the four-point agreement")], "agreement"),
        (
            "why",
            &[("topic", "did China and Japan sign the four-point agreement?")],
            "ease tensions",
        ),
        ("brief", &[("topic", "security dialogue")], "When"),
        ("timeline", &[], "2015"),
        ("timeline", &[("from", "2014-11-01"), ("to", "2014-12-31")], "November 2014"),
        ("sources", &[], "Sino-Japan security dialogue to be held"),
        ("help", &[], "/timeline"),
    ];
    for (at, (name, arguments, part)) in cases.into_iter().enumerate() {
        let (person, news) = (discord.person(&format!("Ada {at}")), discord.channel("news"));
        for is_private in [false, true] {
            let mut given: Vec<(&str, Value)> =
                arguments.iter().map(|(name, value)| (*name, json!(value))).collect();
            if is_private {
                given.push(("private", json!(true)));
            }
            let asked = discord.slash(&person, &news, name, &given);
            let seen = discord.answer(&asked).await;
            assert!(seen.content.contains(part), "/{name}: no {part:?} in\n{}", seen.content);
            let is_private = is_private || name == "help";
            assert_eq!(seen.only_for, is_private.then_some(person.id), "/{name}");
            let buttons = &seen.buttons;
            assert!(is_private || buttons.iter().any(|it| it == "Delete"), "/{name}: {buttons:?}");
        }
    }
}

#[tokio::test]
async fn a_command_works_in_every_place() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let places =
        [discord.thread(&news, "talks"), discord.direct(&ada), discord.elsewhere("far"), news];
    for place in places {
        let asked = discord.slash(&ada, &place, "ask", &[("question", json!(QUESTION))]);
        assert!(discord.answer(&asked).await.content.contains("March 2015"));
    }
}

#[tokio::test]
async fn what_is_no_day_is_told_privately_with_an_example() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let bad = [("from", "soon"), ("to", "2015-02-30"), ("from", "\u{202e}")];
    for (name, day) in bad {
        let asked = discord.slash(&ada, &news, "timeline", &[(name, json!(day))]);
        let seen = discord.answer(&asked).await;
        assert!(seen.content.contains("2015-03-07"), "{}", seen.content);
        assert_eq!(seen.only_for, Some(ada.id), "a slip is nobody else's business");
    }
    let turned = [("from", json!("2016-01-01")), ("to", json!("2015-01-01"))];
    let asked = discord.slash(&ada, &news, "timeline", &turned);
    assert!(discord.answer(&asked).await.content.contains("first day"));
}

#[tokio::test]
async fn a_command_that_finds_nothing_is_answered_privately() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = [
        discord.slash(&ada, &news, "timeline", &[("about", json!("zzyzx"))]),
        discord.slash(&ada, &news, "brief", &[("topic", json!("zzyzx"))]),
    ];
    for asked in asked {
        let seen = discord.answer(&asked).await;
        assert_eq!(seen.only_for, Some(ada.id), "{}", seen.content);
    }
}

#[tokio::test]
async fn days_are_taken_as_the_bot_itself_writes_them() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let news = discord.channel("news");
    let cases = [
        ("en-US", "November 2014", "30 November 2014"),
        ("en-US", "2014-11-01", "November 2014"),
        ("de", "1. November 2014", "30. November 2014"),
        ("ja", "2014年11月1日", "2014年11月"),
    ];
    for (locale, from, to) in cases {
        let reader = discord.welcome(discord.person(locale).reading(locale));
        let days = [("from", json!(from)), ("to", json!(to))];
        let asked = discord.slash(&reader, &news, "timeline", &days);
        let seen = discord.answer(&asked).await;
        assert!(seen.content.contains("**November 2014**"), "{from}: {}", seen.content);
        assert!(!seen.content.contains("2015**"), "{from}: {}", seen.content);
    }
}

#[tokio::test]
async fn help_tells_that_questions_are_logged_where_they_are() {
    let stage = Stage::on(Settings::default(), |options| {
        options.settings.log_questions = true;
        options.settings.follow_up_minutes = 0;
    })
    .await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let help = discord.answer(&discord.slash(&ada, &news, "help", &[])).await.content;
    assert!(help.contains("log") && !help.contains("keep no questions"), "{help}");
    assert!(!help.contains("minute"), "{help}");
}

async fn completed(stage: &Stage, person: &Person, place: &Place, typed: &str) -> Vec<String> {
    let typed = stage.discord.types(person, place, ("when", "topic"), typed);
    stage.discord.choices(&typed).await
}

#[tokio::test]
async fn names_complete_while_typing() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let choices = completed(&stage, &ada, &news, "liu j").await;
    assert_eq!(choices[0], "liu j", "what was typed comes first");
    assert!(choices[1..].iter().any(|choice| choice == "Liu Jianchao"), "{choices:?}");
    let near = completed(&stage, &ada, &news, "Liu Jianchoa").await;
    assert!(near.iter().any(|choice| choice == "Liu Jianchao"), "{near:?}");
    for text in ["", " ", "x", &"long ".repeat(400), "@everyone", "🙂", "\u{202e}abc"] {
        let choices = completed(&stage, &ada, &news, text).await;
        assert!(choices.len() <= 25, "{text:?}: {choices:?}");
    }
}

#[tokio::test]
async fn completion_is_quick_while_questions_are_asked() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    for typed in ["t", "ta", "tal", "talk"] {
        let asked = discord.types(&ada, &news, ("brief", "topic"), typed);
        assert!(discord.response(&asked).await.as_secs() < 3);
    }
}

#[tokio::test]
async fn a_message_can_be_asked_about() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, bo, news) = (discord.person("Ada"), discord.person("Bo"), discord.channel("news"));
    let target = discord.says(&bo, &news, QUESTION);
    let used = discord.uses_on(&ada, &news, target.id, "Ask Dateline about this");
    assert!(discord.answer(&used).await.content.contains("March 2015"));
    let empty = discord.says(&bo, &news, "");
    let used = discord.uses_on(&ada, &news, empty.id, "Ask Dateline about this");
    assert!(!discord.answer(&used).await.content.is_empty());
}

#[tokio::test]
async fn what_a_message_embeds_and_forwards_is_checked_too() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, bo, news) = (discord.person("Ada"), discord.person("Bo"), discord.channel("news"));
    let target = discord.says(&bo, &news, "");
    let claim = "China and Japan will hold a security dialogue in Japan.";
    let embed = json!([{ "type": "rich", "title": "Talks", "description": claim }]);
    let other = "China and Japan will not hold a security dialogue in Japan.";
    discord.embeds(target.id, &embed, (other, &json!([])));
    let used = discord.uses_on(&ada, &news, target.id, "Check against the articles");
    let seen = discord.answer(&used).await;
    for verdict in ["Supported", "Contradicted"] {
        assert!(seen.content.contains(verdict), "no {verdict} in\n{}", seen.content);
    }
}

#[tokio::test]
async fn what_a_message_claims_is_checked() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, bo, news) = (discord.person("Ada"), discord.person("Bo"), discord.channel("news"));
    let cases = [
        ("China and Japan will hold a security dialogue in Japan.", "Supported"),
        ("China and Japan will not hold a security dialogue in Japan.", "Contradicted"),
        ("Brazil won the cricket world cup in 1931.", "Not in the articles"),
    ];
    for (claim, verdict) in cases {
        let target = discord.says(&bo, &news, claim);
        let used = discord.uses_on(&ada, &news, target.id, "Check against the articles");
        let seen = discord.answer(&used).await;
        assert!(seen.content.contains(verdict), "{claim}\n{}", seen.content);
        assert_eq!(
            seen.content.contains("> "),
            verdict == "Supported" || verdict == "Contradicted",
            "{}",
            seen.content
        );
    }
    let all: Vec<&str> = cases.iter().map(|it| it.0).collect();
    let target = discord.says(&bo, &news, &all.join(" "));
    let used = discord.uses_on(&bo, &news, target.id, "Check against the articles");
    let seen = discord.answer(&used).await;
    for (_, verdict) in cases {
        assert!(seen.content.contains(verdict), "{verdict}\n{}", seen.content);
    }
    assert!(seen.content.contains("3 statements"), "{}", seen.content);
}

#[tokio::test]
async fn what_the_bot_says_itself_follows_the_reader() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let news = discord.channel("news");
    let cases = [
        ("en-GB", "Not right?"),
        ("de", "Stimmt nicht?"),
        ("fr", "Inexact ?"),
        ("es-419", "¿"),
        ("ja", "違"),
        ("zh-CN", "不对"),
        ("zh-TW", "不对"),
        ("pt-BR", "Not right?"),
    ];
    for (locale, label) in cases {
        let reader = discord.welcome(discord.person(locale).reading(locale));
        let asked = discord.slash(&reader, &news, "ask", &[("question", json!(QUESTION))]);
        let seen = discord.answer(&asked).await;
        assert!(seen.content.contains("> China and Japan will hold"), "quotes stay as they are");
        let is_there = seen.buttons.iter().any(|button| button.contains(label));
        assert!(is_there, "{locale}: {:?}", seen.buttons);
    }
}
