//! Trains the models of `text::syntax` from treebanks, and writes them to its `model` folder.
//!
//! `cargo run --release --example train_syntax -- FOLDER` reads `FOLDER/train`; what the folder
//! must hold says `src/text/syntax/model/README.md`. With `evaluate` instead of training,
//! `cargo run --release --example train_syntax -- evaluate FOLDER` tells how well the models that
//! are built in do on `FOLDER/test`.

#![allow(clippy::expect_used, reason = "where a part fails, training has failed")]

mod augment;
mod conllu;
mod corpus;
mod evaluate;
mod export;
mod labels;
mod lemmas;
mod names;
mod oracle;
mod perceptron;
mod questions;
mod random;
mod tags;
mod trees;

use std::path::Path;

use anyhow::Context as _;
use corpus::Example;
use dateline::text::syntax::weights::Weights;
use dateline::text::syntax::{Tag, tagger};
use perceptron::Perceptron;
use tags::Tagger;

/// Where the program takes its models from.
const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/text/syntax/model");

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["evaluate", folder] => evaluate::all(&examples(&Path::new(folder).join("test"))?),
        [folder] => train(Path::new(folder))?,
        _ => anyhow::bail!("usage: train_syntax [evaluate] FOLDER"),
    }
    Ok(())
}

/// The sentences of all treebanks below a folder.
fn examples(folder: &Path) -> anyhow::Result<Vec<Example>> {
    let trees = conllu::read(folder).with_context(|| format!("reading {}", folder.display()))?;
    let examples: Vec<Example> = trees.iter().filter_map(Example::new).collect();
    eprintln!("{}: {} sentences, {} used", folder.display(), trees.len(), examples.len());
    Ok(examples)
}

fn train(folder: &Path) -> anyhow::Result<()> {
    let examples = examples(&folder.join("train"))?;
    write("lemmas.txt", lemmas::exceptions(&examples).as_bytes())?;
    let questions = questions::make(&examples);
    eprintln!("{} questions are made", questions.len());
    let examples = augment::with_copies(&[examples, questions].concat());
    let tags = tags::by_turns(&examples, 3, 3);
    let (parser, rest) = std::thread::scope(|scope| {
        let parser = scope.spawn(|| trees::train(&examples, &tags, 9));
        let rest = train_words(folder, &examples, &tags);
        (parser.join().expect("training does not panic"), rest)
    });
    rest?;
    write("actions.bin", &export::three_to_bytes(&parser.actions))?;
    write("relations.bin", &export::to_bytes(&parser.relations, &[]))
}

fn write(name: &str, bytes: &[u8]) -> anyhow::Result<()> {
    let path = Path::new(MODEL).join(name);
    eprintln!("{}: {} bytes", path.display(), bytes.len());
    std::fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))
}

/// Trains the tagger and the names.
fn train_words(folder: &Path, examples: &[Example], tags: &[Vec<Tag>]) -> anyhow::Result<()> {
    let tagger = Tagger::train(examples, 8);
    write("tagger.bin", &tagger.to_bytes())?;
    let names = train_names(folder, examples, tags, tagger.to_weights())?;
    write("names.bin", &export::to_bytes(&names, &[]))
}

/// Trains the names, on the treebanks and on texts that are marked for names only.
fn train_names(
    folder: &Path,
    examples: &[Example],
    tags: &[Vec<Tag>],
    tagger: Weights,
) -> anyhow::Result<Perceptron> {
    let trees = conllu::read_names(&folder.join("train"))?;
    let more: Vec<Example> = trees.iter().filter_map(Example::new).collect();
    let more = augment::with_copies(&more);
    let more_tags: Vec<_> = more.iter().map(|e| tagger::tag(&e.words(), tagger)).collect();
    eprintln!("{} sentences are marked for names only", more.len());
    Ok(labels::train(&[examples, &more].concat(), &[tags, &more_tags].concat(), 10))
}
