//! The fake Discord itself, tried with a bare bot: it must hold to Discord's ways before anything
//! is proven with it.

use std::time::Duration;

use serde_json::json;
use serenity::all::HttpBuilder;
use tokio::task::JoinHandle;

use crate::bare;
use crate::fake_discord::{
    Certificate, Discord, Fault, GATEWAY_OF_BOT, RESPOND, Settings, TOKEN, WRITE,
};

async fn with_bare_bot(settings: Settings) -> (Discord, JoinHandle<()>) {
    let discord = Discord::start_with(settings).await;
    discord.channel("news");
    let bot = bare::start(&discord).await;
    discord.ready().await;
    (discord, bot)
}

#[tokio::test]
async fn messages_commands_menus_buttons_and_forms_are_answered_in_every_place() {
    let (discord, _bot) = with_bare_bot(Settings::default()).await;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let thread = discord.thread(&news, "talks");
    let direct = discord.direct(&ada);

    for (place, text) in
        [(&news, "@Dateline when?"), (&thread, "@Dateline when?"), (&direct, "when?")]
    {
        let asked = discord.says(&ada, place, text);
        let seen = discord.answer(&asked).await;
        assert_eq!(seen.content, bare::ANSWER);
        assert_eq!(seen.replies_to, Some(asked.id));
        assert_eq!(seen.buttons, ["Context"]);

        let click = discord.clicks(&ada, &seen, "Context");
        let modal = discord.modal(&click).await;
        assert_eq!((modal.title.as_str(), modal.label.as_str()), ("Ask on", "Your question"));
        let sent = discord.submits(&ada, &modal, "and where?");
        assert_eq!(discord.answer(&sent).await.content, bare::ANSWER);
    }
    let target = discord.says(&ada, &news, "They met on Friday.");
    let used = discord.uses_on(&ada, &news, target.id, "Ask about this");
    assert_eq!(discord.answer(&used).await.content, bare::ANSWER);
    assert!(!discord.was_answered(&target), "no mention, no answer");
    for place in [&news, &direct, &discord.elsewhere("far")] {
        let typed = discord.types(&ada, place, ("ask", "question"), "wh");
        assert_eq!(discord.choices(&typed).await, ["wh"]);
        let asked = discord.slash(&ada, place, "ask", &[("question", json!("when?"))]);
        assert_eq!(discord.answer(&asked).await.content, bare::ANSWER);
    }
}

#[tokio::test]
async fn events_that_were_missed_come_after_a_resume() {
    let (discord, _bot) = with_bare_bot(Settings::default()).await;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    type Cut = fn(&Discord);
    let cuts: [Cut; 5] = [
        Discord::asks_to_reconnect,
        |discord| discord.invalidates(true),
        |discord| discord.closes(4000),
        |discord| discord.closes(1001),
        Discord::cuts,
    ];
    for (round, cut) in cuts.into_iter().enumerate() {
        let early = discord.says(&ada, &news, "@Dateline one");
        cut(&discord);
        let late = discord.says(&ada, &news, "@Dateline two");
        discord.answer(&early).await;
        discord.answer(&late).await;
        discord.resumed(round + 1).await;
        let marker = discord.says(&ada, &news, "@Dateline three");
        discord.answer(&marker).await;
        assert_eq!([discord.answers(&early), discord.answers(&late)], [1, 1], "round {round}");
    }
    assert_eq!(discord.connections().0, 1, "it never identified again");
}

#[tokio::test]
async fn an_invalidated_session_begins_anew() {
    let (discord, _bot) = with_bare_bot(Settings::default()).await;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    discord.invalidates(false);
    discord.identified(2).await;
    let asked = discord.says(&ada, &news, "@Dateline when?");
    discord.answer(&asked).await;
}

#[tokio::test]
async fn a_bot_whose_heartbeats_are_not_answered_connects_again() {
    let heartbeat = Duration::from_millis(200);
    let (discord, _bot) = with_bare_bot(Settings { heartbeat, ..Settings::default() }).await;
    discord.beats(2).await;
    assert_eq!(discord.connections(), (1, 0));
    discord.ignores_heartbeats(true);
    discord.identified(2).await;
    discord.ignores_heartbeats(false);
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.says(&ada, &news, "@Dateline when?");
    discord.answer(&asked).await;
}

#[tokio::test]
async fn a_bot_that_is_told_everything_uncompressed_answers() {
    let (discord, _bot) =
        with_bare_bot(Settings { compresses: false, ..Settings::default() }).await;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.says(&ada, &news, "@Dateline when?");
    discord.answer(&asked).await;
}

#[tokio::test]
async fn a_bot_with_another_token_is_not_connected() {
    let refusals = [Settings {
        token: "MTEwMDAwMDAwMDAwMDAwMDAwMQ.Other.token".to_owned(),
        ..Settings::default()
    }];
    for settings in refusals {
        let discord = Discord::start_with(settings).await;
        let bot = bare::start(&discord).await;
        bot.await.unwrap();
        assert_eq!(discord.connections().0, 0);
    }
}

#[tokio::test]
async fn a_response_that_is_late_or_a_second_one_is_refused() {
    let (discord, _bot) = with_bare_bot(Settings::default()).await;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.slash(&ada, &news, "ask", &[("question", json!("when?"))]);
    discord.answer(&asked).await;
    let again =
        json!({ "type": 4, "data": { "content": "again", "allowed_mentions": { "parse": [] } } });
    let path = format!("interactions/{}/interaction-token-{}/callback", asked.id, asked.id);
    let (status, body) = post(&discord, &path, &again).await;
    assert_eq!((status, &body["code"]), (400, &json!(40060)));

    discord.fails(RESPOND, 1, Fault::Delay(Duration::from_millis(3_100)));
    let late = discord.slash(&ada, &news, "ask", &[("question", json!("when?"))]);
    discord.until("the late response", |state| state.refused(RESPOND, 404)).await;
    assert!(!discord.was_answered(&late));
    let (status, body) = post(&discord, "interactions/1/nothing/callback", &again).await;
    assert_eq!((status, &body["code"]), (404, &json!(10062)));
}

#[tokio::test]
async fn every_fault_comes_with_its_status_and_code() {
    let faults = [
        (Fault::RateLimited { seconds: 0.5, is_global: false }, 429, 0),
        (Fault::ServerError, 500, 0),
        (Fault::MissingPermission, 403, 50013),
        (Fault::UnknownInteraction, 404, 10062),
        (Fault::AlreadyAcknowledged, 400, 40060),
    ];
    let discord = Discord::start().await;
    for (fault, status, code) in faults {
        discord.fails(RESPOND, 1, fault);
        let (was, body) =
            post(&discord, "interactions/1/nothing/callback", &json!({ "type": 1 })).await;
        assert_eq!((was, &body["code"]), (status, &json!(code)), "{fault:?}");
    }
}

#[tokio::test]
async fn a_request_that_breaks_the_rules_is_refused_and_noted() {
    let discord = Discord::start().await;
    let body = json!({ "type": 4, "data": { "content": "@everyone" } });
    let (status, _) = post(&discord, "interactions/1/nothing/callback", &body).await;
    assert_eq!(status, 400);
    let told = discord.take_violations();
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("allowed_mentions is not closed"), "{told:?}");
    let (status, _) = post(&discord, "no/such/path", &body).await;
    assert_eq!((status, discord.take_violations().len()), (404, 1));
}

#[tokio::test]
async fn a_request_without_the_token_is_refused() {
    let discord = Discord::start().await;
    let url = format!("{}/api/v10{}", discord.address(), GATEWAY_OF_BOT.1);
    let response = reqwest::get(url).await.unwrap();
    assert_eq!(response.status(), 401);
    assert!(!response.text().await.unwrap().contains(TOKEN));
}

#[tokio::test]
async fn the_rate_limiter_waits_behind_tls() {
    let mut discord = Discord::start().await;
    let certificate = Certificate::new();
    let address = discord.open_tls(&certificate).await;
    let client = reqwest::Client::builder()
        .resolve("discord.com", address)
        .add_root_certificate(reqwest::Certificate::from_der(certificate.der()).unwrap())
        .build();
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let _bot = bare::start_with(HttpBuilder::new(TOKEN).client(client.unwrap())).await;
    discord.ready().await;
    discord.fails(WRITE, 1, Fault::RateLimited { seconds: 1.0, is_global: false });
    let asked = discord.says(&ada, &news, "@Dateline when?");
    let seen = discord.answer(&asked).await;
    assert!(seen.first_response >= Duration::from_secs(1), "{:?}", seen.first_response);
    let statuses: Vec<u16> = discord.requests(WRITE).iter().map(|it| it.status).collect();
    assert_eq!(statuses, [429, 200]);
}

async fn post(discord: &Discord, path: &str, body: &serde_json::Value) -> (u16, serde_json::Value) {
    let client = reqwest::Client::new();
    let request = client.post(format!("{}/api/v10/{path}", discord.address()));
    let request = request.header("content-type", "application/json").body(body.to_string());
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    (status, serde_json::from_str(&response.text().await.unwrap()).unwrap_or_default())
}
