//! Drives the built program as other programs and people do: arguments and input in; output, messages
//! and exit status out.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const FACTS: &str = "\
[source]
title = 'Bridge closed'
outlet = 'The Harbour Post'
published = 2020-05-03

[[fact]]
quote = 'The mayor closed the old bridge on Friday.'
who = 'The mayor'
what = 'closed the old bridge'
when = { text = 'on Friday', start = 2020-05-01 }
";

const ARTICLE: &str =
    "Bridge closed\n\nBy Jane Doe | 3 May 2020\n\nThe mayor closed the old bridge on Friday.\n";

/// A folder of its own to run in, so that neither settings nor knowledge of the desk play a part.
struct Desk {
    folder: tempfile::TempDir,
}

/// What a run gave.
struct Run {
    status: i32,
    out: String,
    err: String,
}

impl Desk {
    fn new(files: &[(&str, &str)]) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        files.iter().for_each(|(name, text)| desk.write(name, text));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    fn run(&self, arguments: &str) -> Run {
        self.run_with(arguments, b"", &[])
    }

    fn run_with(&self, arguments: &str, input: &[u8], variables: &[(&str, &str)]) -> Run {
        self.run_words(&arguments.split_whitespace().collect::<Vec<_>>(), input, variables)
    }

    /// The same with arguments that may be empty or hold spaces.
    fn run_words(&self, arguments: &[&str], input: &[u8], variables: &[(&str, &str)]) -> Run {
        let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .args(arguments)
            .env_clear()
            .envs(variables.iter().copied())
            .current_dir(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that stops without reading its input is no failure of the test.
        let _ = child.stdin.take().unwrap().write_all(input);
        Run::from(child.wait_with_output().unwrap())
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("what is written is UTF-8");
        Self {
            status: output.status.code().expect("nothing ends by a signal"),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

impl Run {
    fn objects(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

fn keys(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

mod ask {
    use super::*;

    #[test]
    fn every_question_gets_an_object_and_a_blank_line_gets_none() {
        let desk = Desk::new(&[("k/a.toml", FACTS)]);
        let input = b"when?\n\n  \r\nwhere?\r\nno line end";
        let run = desk.run_with("ask --json --knowledge k", input, &[]);
        let objects = run.objects();
        let questions: Vec<_> = objects.iter().map(|it| it["question"].clone()).collect();
        assert_eq!(questions, ["when?", "where?", "no line end"]);
        assert_eq!(run.status, 0, "{}", run.err);
    }

    #[test]
    fn an_object_has_the_keys_that_others_rely_on() {
        let desk = Desk::new(&[("k/a.toml", FACTS)]);
        let run = desk.run_with("ask --json --knowledge k", b"Who closed the bridge?\n", &[]);
        let object = &run.objects()[0];
        let expected = ["answer", "citations", "micros", "question", "span", "status"];
        assert_eq!(keys(object), expected);
        assert!(object["answer"].is_string() && object["micros"].is_u64());
        assert!(object["span"].is_string() || object["span"].is_null());
        let known = ["answered", "not_in_articles", "unclear", "small_talk"];
        assert!(known.contains(&object["status"].as_str().unwrap()));
        for citation in object["citations"].as_array().unwrap() {
            assert_eq!(keys(citation), ["outlet", "published", "quote", "title"]);
        }
    }

    #[test]
    fn what_is_no_utf_8_does_not_stop_it() {
        let desk = Desk::new(&[]);
        let run = desk.run_with("ask --json", b"\xff\xfe?\n\x00\x1b[2J\nwhen?\n", &[]);
        assert_eq!(run.objects().len(), 3);
        assert!(!run.out.contains('\u{1b}'));
        assert_eq!(run.status, 0);
    }

    #[test]
    fn one_long_line_is_one_question() {
        let desk = Desk::new(&[]);
        let run = desk.run_with("ask --json", "when ".repeat(20_000).as_bytes(), &[]);
        assert_eq!(run.objects().len(), 1);
    }

    #[test]
    fn what_the_articles_do_not_say_ends_with_1() {
        let desk = Desk::new(&[("k/a.toml", FACTS)]);
        let question = "Who is the queen of Utopia?";
        assert_eq!(desk.run(&format!("ask {question} --knowledge k")).status, 1);
        let run = desk.run(&format!("ask --json --today 2020-05-04 --knowledge k {question}"));
        assert_eq!((run.status, run.objects().len()), (1, 1));
    }

    #[test]
    fn an_empty_question_is_misuse_and_is_told() {
        let desk = Desk::new(&[]);
        for arguments in [&["ask", ""][..], &["ask", "   "], &["ask", "--json", " "]] {
            let run = desk.run_words(arguments, b"", &[]);
            assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
            assert!(run.err.contains("the question is empty"), "{}", run.err);
        }
    }

    #[test]
    fn misuse_ends_with_2() {
        let desk = Desk::new(&[]);
        let misuses = [
            "ask",
            "ask --today Friday when",
            "ask --nope when",
            "nope",
            "ask --json --explain x",
            "timeline --from 2020-02-02 --to 2020-02-01",
        ];
        for misuse in misuses {
            assert_eq!(desk.run(misuse).status, 2, "{misuse}");
        }
    }
}

mod knowledge {
    use super::*;

    #[test]
    fn an_empty_folder_is_told_with_what_to_do() {
        let desk = Desk::new(&[("k/README.md", "")]);
        for command in ["ask when?", "timeline", "brief", "brief talks", "sources"] {
            let run = desk.run(&format!("{command} --knowledge k"));
            assert_eq!(run.status, 1, "{command}");
            assert!(run.out.contains("The knowledge holds no article"), "{command}: {}", run.out);
            assert!(run.out.contains("--knowledge"), "{command}: {}", run.out);
        }
    }

    #[test]
    fn a_folder_that_is_not_there_ends_with_2_and_says_what_to_do() {
        let run = Desk::new(&[]).run("ask when --knowledge no/such");
        assert_eq!(run.status, 2);
        assert!(run.err.contains("no/such cannot be read"), "{}", run.err);
        assert!(run.err.contains("check the path"), "{}", run.err);
    }

    #[test]
    fn a_broken_file_is_named_and_the_rest_is_served() {
        let desk = Desk::new(&[("k/a.toml", FACTS), ("k/deep/b.toml", "[source]\ntitel = 'x'\n")]);
        let run = desk.run_with("ask --json --knowledge k", b"when?\n", &[]);
        assert_eq!((run.status, run.objects().len()), (0, 1));
        assert!(run.err.contains("k/deep/b.toml:"), "{}", run.err);
    }

    #[test]
    fn only_broken_files_end_with_2() {
        let desk = Desk::new(&[("k/a.toml", "= nothing")]);
        let run = desk.run("ask --knowledge k when");
        assert_eq!(run.status, 2);
        assert!(run.err.contains("k/a.toml:1:"), "{}", run.err);
    }

    #[test]
    fn a_cause_is_told_once() {
        let run = Desk::new(&[]).run("ask when --knowledge no/such");
        assert_eq!(run.err.matches("os error").count(), 1, "{}", run.err);
    }

    #[test]
    fn without_a_folder_the_built_in_knowledge_answers() {
        let run = Desk::new(&[]).run("ask Who is the queen of Utopia?");
        assert_eq!((run.status, run.err.as_str()), (1, ""));
    }
}

mod check {
    use super::*;

    #[test]
    fn a_sound_folder_ends_with_0() {
        let desk = Desk::new(&[("k/a.toml", FACTS), ("k/a.txt", ARTICLE), ("k/README.md", "= x")]);
        let run = desk.run("check k");
        assert_eq!(run.status, 0, "{}", run.out);
        assert_eq!(run.out, "All is well: 1 file, 1 fact, 1 quote held against articles.\n");
    }

    #[test]
    fn every_problem_is_told_at_once_and_ends_with_2() {
        let wrong_quote = FACTS.replace("old bridge on", "bridge on");
        let desk = Desk::new(&[
            ("k/a.toml", &wrong_quote),
            ("k/b.toml", "[[fact]]\nquote = 'x'\nwho = 1\n"),
            ("k/c.toml", "[source]\ntitel = 'x'\npublished = '2020-02-31'\n"),
            ("articles/a.txt", ARTICLE),
        ]);
        let run = desk.run("check k --articles articles");
        let starts = [
            "k/a.toml:7:9: the article does not hold this quote",
            "k/b.toml:1:1: a fact without a source",
            "k/b.toml:3:7: `who` must be words in quotation marks.",
            "k/c.toml:1:1: `title` is missing",
            "k/c.toml:2:1: unknown key `titel`: did you mean `title`?",
            "k/c.toml:3:13: `published` must be a day of the calendar",
            "6 problems",
        ];
        let lines: Vec<_> = run.out.lines().collect();
        assert_eq!(lines.len(), starts.len(), "{}", run.out);
        for (line, start) in lines.iter().zip(starts) {
            assert!(line.starts_with(start), "{line} does not start with {start}");
        }
        assert_eq!(run.status, 2);
    }
}

mod extract {
    use super::*;

    #[test]
    fn a_fact_file_is_written_once_and_passes_the_check() {
        let desk = Desk::new(&[("articles/a.txt", ARTICLE)]);
        assert_eq!(desk.run("extract articles --out k").status, 0);
        let first = desk.read("k/bridge-closed.toml");
        assert!(first.contains("title = \"Bridge closed\"") && first.contains("sha256 = \""));
        let again = desk.run("extract articles/a.txt --out k");
        assert!(again.out.contains("unchanged"), "{}", again.out);
        assert_eq!(desk.read("k/bridge-closed.toml"), first);
        assert_eq!(desk.run("check k --articles articles").status, 0);
    }

    #[test]
    fn what_a_person_wrote_survives() {
        let desk = Desk::new(&[("a.txt", ARTICLE)]);
        desk.run("extract a.txt --out k");
        let mine = "\n# Mine.\n[[fact]]\nquote = 'closed the old bridge'\n";
        desk.write("k/bridge-closed.toml", &(desk.read("k/bridge-closed.toml") + mine));
        assert_eq!(desk.run("extract a.txt --out k").status, 0);
        assert!(desk.read("k/bridge-closed.toml").contains(mine.trim()));
    }

    #[test]
    fn fact_files_go_into_the_knowledge_unless_told_otherwise() {
        let desk = Desk::new(&[("a.txt", ARTICLE), ("mine/b.toml", FACTS)]);
        assert_eq!(desk.run("extract a.txt --knowledge mine").status, 0);
        assert!(desk.path("mine/bridge-closed.toml").exists());
        assert_eq!(desk.run("extract a.txt").status, 0);
        assert!(desk.path("knowledge/bridge-closed.toml").exists());
    }

    #[test]
    fn a_file_that_holds_no_article_is_told_and_ends_with_2() {
        let desk = Desk::new(&[("empty.txt", "")]);
        fs::write(desk.path("bytes.txt"), [0x7f, b'E', 0, 1, 0, 0xff, 2, 0xfe, 0, 0x90, 3])
            .unwrap();
        let run = desk.run("extract empty.txt bytes.txt --out k");
        assert_eq!((run.status, run.out.as_str()), (2, ""));
        assert_eq!(run.err.matches("holds no article").count(), 2, "{}", run.err);
        assert!(!desk.path("k").exists());
    }

    #[test]
    fn one_that_is_missing_does_not_keep_the_others_from_being_written() {
        let desk = Desk::new(&[("a.txt", ARTICLE)]);
        let run = desk.run("extract a.txt missing.txt --out k");
        assert_eq!(run.status, 2);
        assert!(run.err.contains("missing.txt cannot be read"), "{}", run.err);
        assert!(desk.path("k/bridge-closed.toml").exists());
    }

    #[test]
    fn a_file_that_is_no_article_ends_with_2() {
        let desk = Desk::new(&[("a.pdf", "")]);
        let run = desk.run("extract a.pdf --out k");
        assert_eq!(run.status, 2);
        assert!(run.err.contains("a.pdf is no article"), "{}", run.err);
    }
}

mod brief {
    use super::*;

    #[test]
    fn an_article_gives_six_phrases_or_null() {
        let desk = Desk::new(&[("a.txt", ARTICLE)]);
        let run = desk.run("brief --json a.txt");
        let object = &run.objects()[0];
        assert_eq!(keys(object), ["how", "what", "when", "where", "who", "why"]);
        assert!(object.as_object().unwrap().values().all(|it| it.is_string() || it.is_null()));
        assert_eq!(run.status, 0);
    }

    #[test]
    fn hostile_files_give_a_brief_all_the_same() {
        let desk = Desk::new(&[("empty.txt", ""), ("hidden.md", "\u{202e}\u{0}“(“")]);
        fs::write(desk.path("bytes.html"), b"\xff\xfe<html>\x00\xd8\x00").unwrap();
        for name in ["empty.txt", "hidden.md", "bytes.html"] {
            let run = desk.run(&format!("brief --json {name}"));
            assert_eq!((run.status, run.objects().len()), (0, 1), "{name}: {}", run.err);
        }
    }

    #[test]
    fn the_newest_article_is_told_where_none_is_named() {
        let newer = ARTICLE.replace("3 May", "4 May").replace("Bridge closed", "Ferry sunk");
        let newer = newer.replace("closed the old bridge", "sank the new ferry");
        let desk = Desk::new(&[("k/a.txt", ARTICLE), ("k/b.txt", &newer)]);
        let run = desk.run("brief --knowledge k");
        assert!(run.out.contains("Ferry sunk"), "{}", run.out);
    }

    #[test]
    fn without_any_article_it_is_json_all_the_same() {
        let desk = Desk::new(&[("k/a.toml", "")]);
        let run = desk.run("brief --json --knowledge k");
        assert_eq!((run.status, run.objects().len()), (1, 1));
    }

    #[test]
    fn a_missing_file_ends_with_2() {
        assert_eq!(Desk::new(&[]).run("brief --json no-such.txt").status, 2);
    }
}

mod settings {
    use super::*;

    #[test]
    fn every_problem_is_told_with_its_place() {
        let desk = Desk::new(&[("config.toml", "color = 'never'\n\nhistory = 'no'\n")]);
        let run = desk.run_with("sources", b"", &[("DATELINE_COLOUR", "pink")]);
        assert_eq!(run.status, 2);
        for start in ["config.toml:1:1:", "config.toml:3:11:", "DATELINE_COLOUR:"] {
            assert!(run.err.lines().any(|line| line.starts_with(start)), "{start} in {}", run.err);
        }
    }

    #[test]
    fn the_file_names_folders_and_the_environment_and_the_flag_override_it() {
        let desk = Desk::new(&[("config.toml", "knowledge = ['one']\n")]);
        let err = |arguments, variables: &[_]| desk.run_with(arguments, b"", variables).err;
        assert!(err("sources", &[]).contains("one"));
        assert!(err("sources", &[("DATELINE_KNOWLEDGE", "two")]).contains("two"));
        let flag = err("sources --knowledge three", &[("DATELINE_KNOWLEDGE", "two")]);
        assert!(flag.contains("three"));
        assert!(err("sources --config no.toml", &[]).contains("no.toml: cannot be read"));
    }
}

mod chat {
    use super::*;

    #[test]
    fn it_reads_lines_where_there_is_no_terminal() {
        let desk = Desk::new(&[("knowledge/a.toml", FACTS)]);
        let run = desk.run_with("", b"/help\nwhen?\n\xff\n/quit\nnever read\n", &[]);
        assert_eq!(run.status, 0, "{}", run.err);
        assert!(run.out.contains("DISCORD_TOKEN") && run.out.contains("/timeline"), "{}", run.out);
        assert!(!run.out.contains('\u{1b}'), "no colour where there is no terminal");
    }

    #[test]
    fn colour_can_be_had_everywhere() {
        let desk = Desk::new(&[]);
        let run = desk.run_with("chat", b"/help\n", &[("DATELINE_COLOUR", "always")]);
        assert!(run.out.contains("\u{1b}[1m"));
    }

    #[test]
    fn hostile_articles_cannot_steer_the_terminal() {
        let facts = FACTS.replace("Bridge closed'", "\u{202e}Bridge'").replace('\'', "\"");
        let desk = Desk::new(&[("k/a.toml", &facts.replace("Bridge", "\\u001b[2JBridge"))]);
        let run = desk.run_with("chat --knowledge k", b"/sources\n/brief\nwho closed it?\n", &[]);
        assert!(!run.out.contains(['\u{1b}', '\u{202e}']), "{:?}", run.out);
    }
}

mod run {
    use super::*;

    /// Runs with a token, and gives what it says; it has to fail, and must not show the token.
    fn refused(line: &str, environment: &[(&str, &str)]) -> String {
        let run = Desk::new(&[]).run_with(line, b"", environment);
        assert_eq!(run.status, 2, "{}", run.err);
        assert!(!run.err.contains("secret.token"), "{}", run.err);
        run.err
    }

    #[test]
    #[cfg(not(feature = "discord"))]
    fn without_discord_it_says_what_to_do() {
        let said = refused("", &[("DISCORD_TOKEN", "secret.token")]);
        assert!(said.contains("no Discord"), "{said}");
    }

    #[test]
    #[cfg(feature = "discord")]
    fn without_a_token_it_says_where_to_get_one() {
        let said = refused("run", &[]);
        assert!(said.contains("DISCORD_TOKEN is not set"), "{said}");
    }

    #[test]
    #[cfg(feature = "discord")]
    fn a_server_elsewhere_is_refused_before_anything_is_sent() {
        let elsewhere = ("DISCORD_API_BASE", "http://discord.example");
        let said = refused("", &[("DISCORD_TOKEN", "secret.token"), elsewhere]);
        assert!(said.contains("must be on this machine") && said.lines().count() == 1, "{said}");
    }

    #[test]
    #[cfg(feature = "discord")]
    fn what_cannot_be_a_token_is_told_without_asking_anybody() {
        let here = ("DISCORD_API_BASE", "http://127.0.0.1:9");
        let said = refused("run", &[("DISCORD_TOKEN", "not a token"), here]);
        assert!(said.contains("copy it anew"), "{said}");
    }

    #[test]
    #[cfg(feature = "discord")]
    fn a_server_that_is_not_there_is_told_in_one_line() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        drop(listener);
        let environment = [("DISCORD_TOKEN", "secret.token"), ("DISCORD_API_BASE", &*base)];
        let said = refused("", &environment);
        let last = said.lines().last().unwrap_or_default();
        assert!(last.contains("cannot be reached") && last.contains("check the network"), "{said}");
    }
}

#[test]
fn a_reader_that_has_gone_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["ask", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let _ = child.stdin.take().unwrap().write_all(&b"when?\n".repeat(100));
    let run = Run::from(child.wait_with_output().unwrap());
    assert_eq!((run.status, run.err.as_str()), (0, ""));
}

#[test]
fn the_shipped_knowledge_passes_its_own_check() {
    let run = Desk::new(&[]).run(&format!(
        "check {}",
        Path::new(env!("CARGO_MANIFEST_DIR")).join("knowledge").display()
    ));
    assert_eq!(run.status, 0, "{}", run.out);
}
