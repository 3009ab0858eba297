//! Shows, for every question of a question file that goes wrong, the winner and the best right candidate.
use regex::RegexBuilder;
use dateline::{article, engine::*};
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let mut paths: Vec<_> = std::fs::read_dir(&a[2]).unwrap().flatten().map(|e| e.path()).collect(); paths.sort();
    let engine = Engine::new(paths.iter().map(|p| Document::Article(article::read(&std::fs::read(p).unwrap(), p))).collect(), Additions::default());
    let t: toml::Table = std::fs::read_to_string(&a[1]).unwrap().parse().unwrap();
    let names = dateline::answer::tuning::feature_names();
    let cols = dateline::answer::tuning::column_names();
    let mut w = vec![vec![0.0f32; names.len()]; cols.len()];
    for l in std::fs::read_to_string("src/answer/rank.tsv").unwrap().lines() { let c: Vec<&str> = l.split('\t').collect(); if let Some(r) = names.iter().position(|n| *n == c[0]) { for k in 0..cols.len() { w[k][r] = c.get(k+1).and_then(|x| x.parse().ok()).unwrap_or(0.0); } } }
    let (mut nopass, mut nocand, mut rank, mut ok) = (0,0,0,0);
    for c in t["case"].as_array().unwrap() {
        let c = c.as_table().unwrap();
        let Some(q) = c.get("ask").and_then(|x| x.as_str()) else { continue };
        if c["kind"].as_str() == Some("yes-no") || c.get("expect").is_some() { continue }
        let pats = |k: &str| -> Vec<regex::Regex> { c.get(k).and_then(|x| x.as_array()).map(|v| v.iter().filter_map(|p| RegexBuilder::new(&p.as_str().unwrap().replace("(?!,? 2020)","").replace("(?<!september )","").replace("(?! september)","")).case_insensitive(true).build().ok()).collect()).unwrap_or_default() };
        let (any, all, none, quote) = (pats("any"), pats("all"), pats("none"), pats("quote"));
        let m = engine.measure(q);
        let score = |c: &dateline::answer::tuning::MeasuredCandidate| -> f32 { c.measures.iter().enumerate().map(|(i, v)| v * (w[0][i] + w[m.column][i])).sum() };
        let qok = |p: &str| quote.is_empty() || quote.iter().any(|r| r.is_match(p));
        let good = |c: &&dateline::answer::tuning::MeasuredCandidate| { let b = |r: &regex::Regex| r.is_match(&c.text) || r.is_match(&c.worded); (any.is_empty() || any.iter().any(b)) && all.iter().all(b) && !none.iter().any(|r| r.is_match(&c.worded)) && qok(&c.passage) };
        let Some(top) = m.candidates.iter().max_by(|a, b| score(a).total_cmp(&score(b))) else { println!("NOTHING {q}"); continue };
        if good(&top) { ok += 1; continue }
        let best = m.candidates.iter().filter(good).max_by(|a, b| score(a).total_cmp(&score(b)));
        println!("\n{q}   [{}]", cols[m.column]);
        println!("   won  {:.1} {:?} in {:?}", score(top), top.text, top.passage.chars().take(110).collect::<String>());
        match best {
            None => { let inp = m.candidates.iter().any(|c| qok(&c.passage)); if inp { nocand += 1 } else { nopass += 1 }; println!("   NO RIGHT CANDIDATE; passage reached: {inp}; wanted {:?}", c.get("quote")); }
            Some(b) => { rank += 1; println!("   want {:.1} {:?} in {:?}", score(b), b.text, b.passage.chars().take(110).collect::<String>());
                let mut d: Vec<(f32, String)> = (0..names.len()).map(|i| { let ww = w[0][i] + w[m.column][i]; ((top.measures[i] - b.measures[i]) * ww, format!("{} {:.2}/{:.2}*{:.1}", names[i], top.measures[i], b.measures[i], ww)) }).filter(|x| x.0.abs() > 0.15).collect();
                d.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs())); println!("        {}", d.iter().take(8).map(|x| format!("{:+.1} {}", x.0, x.1)).collect::<Vec<_>>().join("; ")); }
        }
    }
    println!("\nok {ok}, no passage {nopass}, no candidate {nocand}, ranking {rank}");
}
