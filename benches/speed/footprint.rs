//! What the program takes as a whole: how long it is until an answer is there, and how much memory.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::corpus;

/// How often the program is started; the quickest and the middle time are told.
const STARTS: usize = 30;

/// Articles of the larger knowledge.
const ARTICLES: usize = 1000;

/// Prints both figures of the release program, over the shipped knowledge and over many articles.
pub(crate) fn report() {
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/knowledge");
    println!("\n`dateline ask` over the shipped knowledge, the whole process");
    let mut times: Vec<Duration> = (0..STARTS).map(|_| start(shipped)).collect();
    times.sort();
    println!("  time    {:.1?} fastest, {:.1?} median", times[0], times[STARTS / 2]);
    let Some(empty) = peak(shipped) else {
        println!("  memory  skipped: this system does not tell it");
        return;
    };
    println!("  memory  {:.1} MiB at its peak", mebibytes(empty));
    let folder = tempfile::tempdir().unwrap();
    let sentences = write_articles(folder.path());
    if let Some(full) = peak(&folder.path().to_string_lossy()) {
        println!(
            "  memory  {:.1} MiB with {ARTICLES} articles ({sentences} sentences)",
            mebibytes(full)
        );
    }
}

fn dateline(knowledge: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(["--knowledge", knowledge, "ask"]).stdout(Stdio::piped()).stdin(Stdio::piped());
    command
}

/// How long one answer takes from the start of the process to its end.
fn start(knowledge: &str) -> Duration {
    let start = Instant::now();
    let output = dateline(knowledge).arg("When will the security dialogue be held?").output();
    assert!(output.unwrap().status.success(), "the question is answered");
    start.elapsed()
}

/// The most memory in KiB that the process has held when it has answered a question.
fn peak(knowledge: &str) -> Option<u64> {
    let mut child = dateline(knowledge).arg("--json").spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    writeln!(input, "What was signed in November?").unwrap();
    input.flush().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let peak = high_water_mark(&child);
    drop(input);
    child.wait().unwrap();
    peak
}

/// What Linux tells of a running process.
fn high_water_mark(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// Writes the articles as files; gives the number of their sentences.
fn write_articles(folder: &std::path::Path) -> usize {
    let articles = corpus::articles(20 * ARTICLES);
    let mut sentences = 0;
    for (number, article) in articles.iter().take(ARTICLES).enumerate() {
        let text = format!("{}\n\n3 May 2012\n\n{}\n", article.title, article.body);
        fs::write(folder.join(format!("{number}.txt")), text).unwrap();
        sentences += article.sentences().len();
    }
    sentences
}

fn mebibytes(kibibytes: u64) -> f64 {
    kibibytes as f64 / 1024.0
}
