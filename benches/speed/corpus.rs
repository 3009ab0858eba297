//! The articles that are measured, and as many as one likes made of them.

use std::fs;
use std::path::{Path, PathBuf};

use dateline::article::{self, Article};
use dateline::text::sentence;

/// Articles of our own: plain text, Markdown and a web page.
pub(crate) const OWN: [(&str, &str); 3] = [
    ("harbour.txt", include_str!("articles/harbour.txt")),
    ("telescope.md", include_str!("articles/telescope.md")),
    ("strike.html", include_str!("articles/strike.html")),
];

/// The syllables that exchanged names are made of.
const SYLLABLES: [&str; 16] = [
    "bal", "cor", "den", "fir", "gal", "hon", "jus", "kem", "lor", "mas", "nov", "pel", "rin",
    "sul", "tav", "ven",
];

/// The path of `name` in `../shared`, where it is there.
pub(crate) fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name);
    path.exists().then_some(path)
}

/// The files in a folder of `../shared`, name and bytes; none where it is not there.
pub(crate) fn shared_files(folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let Some(folder) = shared(folder) else {
        eprintln!("skipped: ../shared/{folder} is not there");
        return Vec::new();
    };
    let entries = fs::read_dir(folder).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// As many articles as hold `count` sentences: the paragraphs of the benchmarks where they are
/// there, else our own, over and over with other names.
pub(crate) fn articles(count: usize) -> Vec<Article> {
    let paragraphs = paragraphs();
    let mut articles = Vec::new();
    let mut sentences = 0;
    for round in 0.. {
        for (number, chunk) in paragraphs.chunks(5).enumerate() {
            let title = exchanged(&format!("Report {number} on {}", opening(&chunk[0])), round);
            let text: Vec<String> = chunk.iter().map(|it| exchanged(it, round)).collect();
            sentences += 1 + text.iter().map(|it| sentence::split(it).len()).sum::<usize>();
            articles.push(read(&title, &text));
            if sentences >= count {
                return articles;
            }
        }
    }
    articles
}

fn read(title: &str, paragraphs: &[String]) -> Article {
    let text = format!("{title}\n\n3 May 2012\n\n{}\n", paragraphs.join("\n\n"));
    article::read(text.as_bytes(), Path::new("report.txt"))
}

/// The first words of a paragraph.
fn opening(paragraph: &str) -> String {
    paragraph.split(' ').take(6).collect::<Vec<_>>().join(" ")
}

fn paragraphs() -> Vec<String> {
    let from_shared = shared("benchmarks/squad_new_wiki.json").map(squad);
    from_shared.unwrap_or_else(|| {
        let bodies = OWN.map(|(name, text)| article::read(text.as_bytes(), Path::new(name)).body);
        bodies.iter().flat_map(|body| body.split("\n\n")).map(str::to_owned).collect()
    })
}

fn squad(path: PathBuf) -> Vec<String> {
    let bytes = fs::read(path).unwrap();
    let file: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let articles = file["data"].as_array().unwrap().iter();
    let paragraphs = articles.flat_map(|article| article["paragraphs"].as_array().unwrap());
    paragraphs.map(|it| it["context"].as_str().unwrap().replace('\n', " ")).collect()
}

/// `text` with another name for every name of four letters and more; as it is in round 0.
fn exchanged(text: &str, round: usize) -> String {
    if round == 0 {
        return text.to_owned();
    }
    let word = |(place, word): (usize, &str)| {
        let name =
            place > 0 && word.len() > 3 && word.starts_with(|c: char| c.is_ascii_uppercase());
        let plain = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        if name {
            format!("{}{}", invented(plain, round), &word[plain.len()..])
        } else {
            word.into()
        }
    };
    text.split(' ').enumerate().map(word).collect::<Vec<String>>().join(" ")
}

/// The name that stands for `name` in a round.
fn invented(name: &str, round: usize) -> String {
    let step = |hash: usize, byte: u8| (hash ^ usize::from(byte)).wrapping_mul(0x0100_0193);
    let hash = name.bytes().fold(round.wrapping_mul(0x9e37_79b9), step);
    let syllables = (0..3).map(|at| SYLLABLES[(hash >> (5 * at + 3)) % SYLLABLES.len()]);
    let name: String = syllables.collect();
    name[..1].to_uppercase() + &name[1..]
}
