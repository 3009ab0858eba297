//! The program as it is shipped, pointed at the fake Discord: how it starts, what it shows, how it
//! ends.

use std::process::Stdio;
use std::time::{Duration, Instant};

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;

use crate::fake_discord::{Discord, Settings, TOKEN};
use crate::stage::QUESTION;

/// The program with the environment of an operator.
fn program(discord: &Discord) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command
        .env_clear()
        .env("DISCORD_TOKEN", TOKEN)
        .env("DISCORD_API_BASE", discord.address())
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// A running program, and all that it has written so far.
struct Running {
    child: Child,
    readers: [JoinHandle<String>; 2],
}

impl Running {
    fn start(command: &mut Command) -> Self {
        let mut child = command.spawn().unwrap();
        let out = tokio::spawn(read(child.stdout.take().unwrap()));
        let err = tokio::spawn(read(child.stderr.take().unwrap()));
        Self { child, readers: [out, err] }
    }

    async fn signal(&self, signal: &str) {
        let id = self.child.id().unwrap().to_string();
        let status = Command::new("kill").args(["-s", signal, &id]).status().await.unwrap();
        assert!(status.success());
    }

    /// How it ended: its exit code and all that it wrote.
    async fn end(mut self) -> (Option<i32>, String) {
        let code = self.child.wait().await.unwrap().code();
        let [out, err] = self.readers;
        (code, out.await.unwrap() + &err.await.unwrap())
    }
}

async fn read(mut stream: impl AsyncRead + Unpin) -> String {
    let mut told = String::new();
    stream.read_to_string(&mut told).await.unwrap();
    told
}

#[tokio::test]
async fn it_starts_answers_and_ends_when_it_is_told_to() {
    for signal in ["TERM", "INT"] {
        let discord = Discord::start().await;
        let running = Running::start(&mut program(&discord));
        discord.ready().await;
        let (ada, news) = (discord.person("Ada"), discord.channel("news"));
        let asked = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
        assert!(discord.answer(&asked).await.content.contains("March 2015"));
        let start = Instant::now();
        running.signal(signal).await;
        let (code, told) = running.end().await;
        assert!(start.elapsed() < Duration::from_secs(5), "{signal}: {:?}", start.elapsed());
        assert_eq!(code, Some(0), "{signal}: {told}");
        discord.deserted().await;
        for part in ["permissions=274877975552", "2 articles", "facts", "days old"] {
            assert!(told.contains(part), "{part:?} is missing in:\n{told}");
        }
        let ids = [ada.id, news.id].map(|id| id.to_string());
        let noted = told.lines().find(|line| line.contains("answered")).unwrap_or_default();
        assert!(ids.iter().all(|id| noted.contains(id)), "{told}");
        assert!(!told.contains("security dialogue be held"), "the log holds no words:\n{told}");
        assert!(!told.contains(TOKEN), "the token shows:\n{told}");
    }
}

#[tokio::test]
async fn what_keeps_the_program_from_running_is_told_in_one_line_and_ends_it_with_a_failure() {
    let wrong =
        Settings { token: "MTEwMDAwMDAwMDAwMDAwMDAwMQ.Not.this".into(), ..Settings::default() };
    let mut cases = vec![(Discord::start_with(wrong).await, "token")];
    for (code, part) in [(4004, "token"), (4014, "intents"), (4013, "intents")] {
        let discord = Discord::start().await;
        discord.refuses_with(code);
        cases.push((discord, part));
    }
    for (discord, part) in cases {
        let (code, told) = Running::start(&mut program(&discord)).end().await;
        let line = told.lines().rfind(|line| line.starts_with("dateline: "));
        assert!(line.is_some_and(|line| line.contains(part)), "{part}: {told}");
        assert_eq!(told.matches("dateline: ").count(), 1, "{told}");
        assert_ne!(code, Some(0), "{told}");
        assert!(!told.contains(TOKEN), "the token shows:\n{told}");
    }
}

#[tokio::test]
async fn the_token_goes_nowhere_but_to_this_machine() {
    let discord = Discord::start().await;
    let bases =
        ["http://example.com", "https://127.0.0.1:1", "http://127.0.0.1@example.com", "nonsense"];
    for base in bases {
        let running = Running::start(program(&discord).env("DISCORD_API_BASE", base));
        let (code, told) = running.end().await;
        assert_ne!(code, Some(0), "{base}: {told}");
        assert!(told.contains("DISCORD_API_BASE") && !told.contains(TOKEN), "{base}: {told}");
    }
    assert!(discord.all_requests().is_empty());
}

#[tokio::test]
async fn the_token_shows_in_no_log_however_much_is_logged() {
    let discord = Discord::start().await;
    let running = Running::start(program(&discord).env("RUST_LOG", "trace"));
    discord.ready().await;
    let (ada, news) = (discord.person("Ada"), discord.channel("news"));
    let asked = discord.says(&ada, &news, &format!("@Dateline {QUESTION}"));
    discord.answer(&asked).await;
    discord.asks_to_reconnect();
    discord.resumed(1).await;
    running.signal("TERM").await;
    let (_, told) = running.end().await;
    assert!(told.len() > 1_000, "much is logged");
    let secret = TOKEN.rsplit('.').next().unwrap();
    assert!(!told.contains(secret), "the token shows");
}

#[tokio::test]
async fn where_discord_cannot_be_reached_one_line_tells_so() {
    let discord = Discord::start().await;
    let running = Running::start(program(&discord).env("DISCORD_API_BASE", "http://127.0.0.1:1"));
    let (code, told) = running.end().await;
    assert_ne!(code, Some(0));
    assert_eq!(told.matches("dateline: ").count(), 1, "{told}");
    assert!(!told.contains(TOKEN), "{told}");
}
