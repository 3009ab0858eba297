//! Shows the grammar of sentences: reads one a line, prints each as a table.
//!
//! `echo "Who won the race?" | cargo run --release --example syntax`; with `--time` it prints
//! how many tokens a second were analysed instead.

use std::hint::black_box;
use std::io::Read as _;
use std::time::Instant;

use dateline::text::Span;
use dateline::text::syntax::analyse;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    if std::env::args().any(|argument| argument == "--time") {
        time(&text);
    } else {
        show(&text);
    }
    Ok(())
}

fn show(text: &str) {
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        println!("{line}\n{}", analyse(line, Span::new(0..line.len())).to_table(line));
    }
}

fn time(text: &str) {
    let analyse_all = || -> usize {
        let lines = text.lines();
        lines.map(|line| black_box(analyse(line, Span::new(0..line.len()))).tokens.len()).sum()
    };
    analyse_all();
    let start = Instant::now();
    let tokens = analyse_all();
    let seconds = start.elapsed().as_secs_f64();
    let lines = text.lines().count();
    println!("{tokens} tokens, {lines} lines, {:.0} tokens a second", tokens as f64 / seconds);
}
