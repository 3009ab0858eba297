//! WordNet's database files, as synsets and the senses of words.

use anyhow::{Context, Result, bail};
use std::collections::HashMap;
use std::path::Path;

/// A synset: its part of speech and its offset in that part's file.
pub(crate) type SynsetId = (char, u32);

/// A set of words of one meaning.
pub(crate) struct Synset {
    /// The number of its lexicographer file, 0 to 44.
    pub(crate) file: u8,
    /// Its words, with blanks instead of underscores, in lower case.
    pub(crate) words: Vec<String>,
    pub(crate) pointers: Vec<Pointer>,
}

/// A relation to another synset, or from one word of the synset to one of the other.
pub(crate) struct Pointer {
    pub(crate) symbol: String,
    pub(crate) target: SynsetId,
    /// Which words, from 0; `None` where the synsets as wholes are meant.
    pub(crate) words: Option<(usize, usize)>,
}

/// One meaning of a word, and the share of the word's uses that it has.
#[derive(Clone, Copy)]
pub(crate) struct Sense {
    pub(crate) synset: SynsetId,
    pub(crate) share: f32,
}

/// All synsets, and the senses of every word, the most frequent first.
pub(crate) struct Wordnet {
    pub(crate) synsets: HashMap<SynsetId, Synset>,
    senses: HashMap<String, Vec<Sense>>,
    /// By word and part of speech, in WordNet's order of senses.
    order: HashMap<(String, char), Vec<SynsetId>>,
}

const PARTS: [(char, &str); 4] = [('n', "noun"), ('v', "verb"), ('a', "adj"), ('r', "adv")];

impl Wordnet {
    /// Reads the files in `dict`.
    pub(crate) fn read(dict: &Path) -> Result<Self> {
        let mut wordnet =
            Self { synsets: HashMap::new(), senses: HashMap::new(), order: HashMap::new() };
        for (part, name) in PARTS {
            for line in lines(&dict.join(format!("data.{name}")))? {
                let (offset, synset) = synset(&line, part).with_context(|| line.clone())?;
                wordnet.synsets.insert((part, offset), synset);
            }
            for line in lines(&dict.join(format!("index.{name}")))? {
                let (word, offsets) = order(&line).with_context(|| line.clone())?;
                let synsets = offsets.into_iter().map(|offset| (part, offset)).collect();
                wordnet.order.insert((word, part), synsets);
            }
        }
        wordnet.count(&dict.join("index.sense"))?;
        Ok(wordnet)
    }

    /// The senses of `word`, the most frequent first.
    pub(crate) fn senses(&self, word: &str) -> &[Sense] {
        self.senses.get(word).map_or(&[], Vec::as_slice)
    }

    /// The noun's sense of a name like "worker.1".
    pub(crate) fn noun_sense(&self, name: &str) -> Option<SynsetId> {
        let (word, number) = name.split_once('.')?;
        let senses = self.order.get(&(word.replace('_', " "), 'n'))?;
        senses.get(number.parse::<usize>().ok()?.checked_sub(1)?).copied()
    }

    /// Fills in the senses' shares: from the counts in tagged texts, and for what was not met
    /// there from the order of senses.
    fn count(&mut self, path: &Path) -> Result<()> {
        let mut counts: HashMap<(String, SynsetId), f32> = HashMap::new();
        for line in lines(path)? {
            let fields: Vec<_> = line.split(' ').collect();
            let [key, offset, _, count] = fields[..] else { bail!("not a sense: {line}") };
            let (word, rest) = key.split_once('%').context("a sense key has a %")?;
            let part = match rest.as_bytes().first() {
                Some(b'1') => 'n',
                Some(b'2') => 'v',
                Some(b'4') => 'r',
                _ => 'a',
            };
            let word = word.replace('_', " ").to_lowercase();
            *counts.entry((word, (part, offset.parse()?))).or_default() += count.parse::<f32>()?;
        }
        for ((word, _), synsets) in &self.order {
            let weights = synsets.iter().enumerate().map(|(at, synset)| {
                let count = counts.get(&(word.clone(), *synset)).copied().unwrap_or_default();
                Sense { synset: *synset, share: count + 0.5 / (at + 1).pow(2) as f32 }
            });
            self.senses.entry(word.clone()).or_default().extend(weights);
        }
        for senses in self.senses.values_mut() {
            let total: f32 = senses.iter().map(|sense| sense.share).sum();
            senses.iter_mut().for_each(|sense| sense.share /= total);
            senses.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.synset.cmp(&b.synset)));
        }
        Ok(())
    }
}

/// The lines of a file, without the licence at its head.
fn lines(path: &Path) -> Result<Vec<String>> {
    let text = std::fs::read(path).with_context(|| path.display().to_string())?;
    let text = String::from_utf8_lossy(&text);
    Ok(text.lines().filter(|line| !line.starts_with("  ")).map(str::to_owned).collect())
}

/// A line of a data file: see WordNet's manual, wndb(5).
fn synset(line: &str, part: char) -> Result<(u32, Synset)> {
    let mut fields = line.split(' ');
    let mut next = || fields.next().context("the line ends too early");
    let (offset, file) = (next()?.parse()?, next()?.parse()?);
    next()?;
    let count = usize::from_str_radix(next()?, 16)?;
    let mut words = Vec::with_capacity(count);
    for _ in 0..count {
        words.push(word(next()?));
        next()?;
    }
    let count: usize = next()?.parse()?;
    let mut pointers = Vec::with_capacity(count);
    for _ in 0..count {
        let (symbol, target, to, ends) = (next()?, next()?.parse()?, next()?, next()?);
        let to = to.chars().next().unwrap_or(part);
        let from = usize::from_str_radix(&ends[..2], 16)?.checked_sub(1);
        let other = usize::from_str_radix(&ends[2..], 16)?.checked_sub(1);
        let target = (if to == 's' { 'a' } else { to }, target);
        pointers.push(Pointer { symbol: symbol.to_owned(), target, words: from.zip(other) });
    }
    Ok((offset, Synset { file, words, pointers }))
}

/// A word as written in a synset: without the mark of where an adjective stands.
fn word(written: &str) -> String {
    written.split('(').next().unwrap_or(written).replace('_', " ").to_lowercase()
}

/// A line of an index file: the word and the offsets of its senses.
fn order(line: &str) -> Result<(String, Vec<u32>)> {
    let fields: Vec<_> = line.split_whitespace().collect();
    let (word, count) = (fields.first().context("no word")?, fields.get(2).context("no count")?);
    let offsets = &fields[fields.len() - count.parse::<usize>()?..];
    let offsets = offsets.iter().map(|offset| Ok(offset.parse()?)).collect::<Result<_>>()?;
    Ok((word.replace('_', " "), offsets))
}
