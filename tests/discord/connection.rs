//! The connection: what is registered when, what is lost when it breaks, and how it ends.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::fake_discord::{
    Certificate, Discord, EDIT_RESPONSE, Fault, GATEWAY_OF_BOT, OVERWRITE, Settings, TOKEN, WRITE,
};
use crate::stage::{QUESTION, Stage, options, run_to_end};

#[tokio::test]
async fn commands_are_written_once_and_again_only_when_they_changed() {
    let mut stage = Stage::new().await;
    assert_eq!(stage.discord.requests(OVERWRITE).len(), 1);
    stage.restart().await;
    stage.settles().await;
    assert_eq!(stage.discord.requests(OVERWRITE).len(), 1, "nothing changed");
    stage.discord.forgets_a_command();
    stage.restart().await;
    let look =
        |state: &crate::fake_discord::State| (state.request_count(OVERWRITE) == 2).then_some(());
    stage.discord.until("the commands", look).await;
}

#[tokio::test]
async fn a_second_ready_does_not_start_the_bot_again() {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&lines);
    let stage = Stage::on(Settings::default(), |options| {
        options.announce = Arc::new(move |line| told.lock().unwrap().push(line.to_owned()));
    })
    .await;
    stage.settles().await;
    let before = (stage.discord.all_requests().len(), lines.lock().unwrap().len());
    stage.discord.invalidates(false);
    stage.discord.identified(2).await;
    let lists = stage.discord.requests(OVERWRITE).len();
    assert_eq!(lists, 1);
    assert_eq!(lines.lock().unwrap().len(), before.1, "what is told at the start is told once");
    stage.settles().await;
    let new = stage.discord.all_requests().split_off(before.0);
    assert!(new.iter().all(|it| (it.method, it.path) == WRITE), "{new:#?}");
}

#[tokio::test]
async fn every_shard_that_discord_asks_for_answers_what_is_its_own() {
    let stage = Stage::on(Settings { shards: 2, ..Settings::default() }, |_| {}).await;
    let discord = &stage.discord;
    discord.identified(2).await;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let mention = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
    let direct = discord.says(&ada, &discord.direct(&ada), QUESTION);
    let command = discord.slash(&ada, &news, "ask", &[("question", json!(QUESTION))]);
    for asked in [mention, direct, command] {
        assert!(discord.answer(&asked).await.content.contains("March 2015"));
        assert_eq!(discord.answers(&asked), 1);
    }
    assert_eq!(discord.connections(), (2, 0));
    assert_eq!(discord.requests(OVERWRITE).len(), 1, "commands are not a shard's own");
}

#[tokio::test]
async fn start_up_tells_the_invitation_and_the_knowledge() {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&lines);
    let stage = Stage::on(Settings::default(), |options| {
        options.announce = Arc::new(move |line| told.lock().unwrap().push(line.to_owned()));
    })
    .await;
    stage.settles().await;
    let told = lines.lock().unwrap().join("\n");
    for part in [
        "https://discord.com/oauth2/authorize?client_id=1100000000000000001",
        "permissions=274877975552",
        "2 articles",
        "facts",
        "days old",
    ] {
        assert!(told.contains(part), "{part:?} is missing in:\n{told}");
    }
    assert!(!told.contains(TOKEN));
    assert!(stage.discord.presence().contains("7 March 2015"), "{}", stage.discord.presence());
}

#[tokio::test]
async fn a_broken_connection_loses_and_doubles_no_answer() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let news = discord.channel("news");
    type Cut = fn(&Discord);
    let cuts: [Cut; 5] = [
        Discord::asks_to_reconnect,
        |discord| discord.invalidates(true),
        |discord| discord.closes(4000),
        |discord| discord.closes(1001),
        Discord::cuts,
    ];
    let mention = format!("@Dateline {QUESTION}");
    for (round, cut) in cuts.into_iter().enumerate() {
        let ada = discord.person("Ada");
        let early = discord.says(&ada, &news, &mention);
        let early_command = discord.slash(&ada, &news, "ask", &[("question", json!(QUESTION))]);
        cut(discord);
        let late = discord.says(&ada, &news, &mention);
        for asked in [early, early_command, late] {
            assert!(discord.answer(&asked).await.content.contains("March 2015"), "round {round}");
        }
        discord.resumed(round + 1).await;
        stage.settles().await;
        for asked in [early, early_command, late] {
            assert_eq!(discord.answers(&asked), 1, "round {round}");
        }
    }
    assert_eq!(discord.connections().0, 1);
}

#[tokio::test]
async fn an_event_that_comes_twice_is_answered_once() {
    let stage = Stage::new().await;
    let discord = &stage.discord;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
    let command = discord.slash(&ada, &news, "ask", &[("question", json!(QUESTION))]);
    discord.answer(&asked).await;
    discord.answer(&command).await;
    discord.repeats_all();
    stage.settles().await;
    assert_eq!((discord.answers(&asked), discord.answers(&command)), (1, 1));
}

#[tokio::test]
async fn the_bot_connects_without_compression() {
    let settings = Settings { compresses: false, ..Settings::default() };
    let stage = Stage::on(settings, |_| {}).await;
    stage.settles().await;
}

#[tokio::test]
async fn heartbeats_that_are_not_answered_begin_the_connection_anew() {
    let heartbeat = Duration::from_millis(200);
    let stage = Stage::on(Settings { heartbeat, ..Settings::default() }, |_| {}).await;
    stage.discord.ignores_heartbeats(true);
    stage.discord.identified(2).await;
    stage.discord.ignores_heartbeats(false);
    stage.settles().await;
}

#[tokio::test]
async fn a_stop_finishes_what_is_under_way() {
    let mut stage = Stage::scripted().await;
    let (ada, news) = (stage.discord.person("Ada"), stage.discord.channel("news"));
    let mention = stage.discord.says(&ada, &news, "@Dateline slow please");
    let command = stage.discord.slash(&ada, &news, "ask", &[("question", json!("slow please"))]);
    stage.discord.types_in(&news).await;
    let start = Instant::now();
    stage.stop().await.unwrap();
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    for asked in [mention, command] {
        assert!(stage.discord.answer(&asked).await.content.contains("scripted"));
    }
    assert_eq!(stage.discord.requests(EDIT_RESPONSE).len(), 1);
}

#[tokio::test]
async fn a_stop_waits_for_a_hang_no_longer_than_five_seconds() {
    let mut stage = Stage::scripted().await;
    let (ada, news) = (stage.discord.person("Ada"), stage.discord.channel("news"));
    stage.discord.says(&ada, &news, "@Dateline hang please");
    stage.discord.types_in(&news).await;
    let start = Instant::now();
    stage.stop().await.unwrap();
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

#[tokio::test]
async fn a_bot_that_is_refused_ends_and_tells_why() {
    let wrong =
        Settings { token: "MTEwMDAwMDAwMDAwMDAwMDAwMQ.Not.this".into(), ..Settings::default() };
    let discord = Discord::start_with(wrong).await;
    let failure = run_to_end(options(&discord, |_| {})).await.unwrap_err();
    assert!(failure.to_string().contains("token"), "{failure}");
    assert!(!format!("{failure} {failure:?}").contains(TOKEN));

    for (code, part) in [(4014, "intents"), (4013, "intents"), (4004, "token")] {
        let discord = Discord::start().await;
        discord.refuses_with(code);
        let failure = run_to_end(options(&discord, |_| {})).await.unwrap_err();
        assert!(failure.to_string().contains(part), "{code}: {failure}");
    }
    let discord = Discord::start().await;
    discord.fails(OVERWRITE, 1, Fault::MissingPermission);
    let failure = run_to_end(options(&discord, |_| {})).await.unwrap_err();
    assert!(!failure.to_string().is_empty());
}

#[tokio::test]
async fn an_error_of_the_server_at_the_start_does_not_end_the_bot() {
    let discord = Discord::start().await;
    discord.fails(OVERWRITE, 1, Fault::ServerError);
    let bot = tokio::spawn(run_to_end(options(&discord, |_| {})));
    discord.identified(1).await;
    let ada = discord.person("Ada");
    let direct = discord.direct(&ada);
    let asked = discord.says(&ada, &direct, QUESTION);
    assert!(discord.answer(&asked).await.content.contains("March 2015"));
    bot.abort();
}

#[tokio::test]
async fn commands_that_discord_did_not_take_are_registered_later() {
    // As many as one round of tries makes.
    const ROUND: usize = 5;
    for comes_anew in [false, true] {
        let discord = Discord::start().await;
        discord.fails(OVERWRITE, ROUND, Fault::ServerError);
        let options = options(&discord, |options| {
            let wait = if comes_anew { 600_000 } else { 100 };
            options.timing.registering = Duration::from_millis(wait);
        });
        let bot = tokio::spawn(run_to_end(options));
        discord
            .until("the refusals", |state| (state.request_count(OVERWRITE) == ROUND).then_some(()))
            .await;
        if comes_anew {
            discord.invalidates(false);
        }
        discord.ready().await;
        assert_eq!(discord.requests(OVERWRITE).len(), ROUND + 1);
        bot.abort();
    }
}

#[tokio::test]
async fn the_rate_limiter_waits_and_no_answer_is_lost() {
    let mut discord = Discord::start().await;
    let certificate = Certificate::new();
    let address = discord.open_tls(&certificate).await;
    let root = reqwest::Certificate::from_der(certificate.der()).unwrap();
    let client = reqwest::Client::builder().resolve("discord.com", address);
    let client = client.add_root_certificate(root).build().unwrap();
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let options = options(&discord, |options| {
        options.api_base = None;
        options.http_client = Some(client);
    });
    let bot = tokio::spawn(run_to_end(options));
    discord.ready().await;
    assert_eq!(discord.requests(GATEWAY_OF_BOT).len(), 1);
    for is_global in [false, true] {
        discord.fails(WRITE, 1, Fault::RateLimited { seconds: 1.0, is_global });
        let asked = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
        let seen = discord.answer(&asked).await;
        assert!(seen.first_response >= Duration::from_secs(1), "{:?}", seen.first_response);
        assert_eq!(discord.answers(&asked), 1);
    }
    let statuses: Vec<u16> = discord.requests(WRITE).iter().map(|it| it.status).collect();
    assert_eq!(statuses, [429, 200, 429, 200]);
    bot.abort();
}
