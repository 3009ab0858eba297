//! Fits the weights of `dateline brief` to articles with the phrases that people marked, and tells
//! how well they do on articles that they were not fitted to.
//!
//! `cargo run --release --example fit_brief [WRITE]` reads `../shared/benchmarks/5w1h.jsonl`.

mod corpus;
mod fit;
mod score;

use corpus::{Item, LAYOUTS};
use dateline::brief::Slot;
use fit::Settings;

fn main() {
    let lines = std::fs::read_to_string("/work/shared/benchmarks/5w1h.jsonl").unwrap_or_default();
    let began = std::time::Instant::now();
    let items = corpus::items(&lines);
    eprintln!("read in {:?}", began.elapsed());
    if std::env::var("TITLES").is_ok() {
        for line in lines.lines() {
            let v: serde_json::Value = serde_json::from_str(line).unwrap();
            let t = v["title"].as_str().unwrap();
            let g = dateline::text::syntax::analyse(t, dateline::text::Span::new(0..t.len()));
            for (i, k) in g.tokens.iter().enumerate() {
                print!("{}/{}{}{}/{} ", k.span.of(t), k.tag.name(), if g.is_root(i) {"*"} else {""}, g.entity_at(i).map_or(String::new(), |e| format!("{:?}", e.kind)[..3].to_string()), k.relation.name());
            }
            println!();
        }
        return;
    }
    let events = corpus::events(&lines);
    let count = events.len();
    let random: Vec<usize> = (0..count).map(|article| (article * 37 + 11) % 10).collect();
    let mut kinds: Vec<usize> = events.clone();
    kinds.sort();
    kinds.dedup();
    let by_event: Vec<usize> = events.iter().map(|event| kinds.iter().position(|kind| kind == event).unwrap_or(0) % 10).collect();
    eprintln!("{} events", kinds.len());
    let env = |name: &str, default: f32| std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default);
    let settings = Settings { ridge: env("RIDGE", 0.003), steps: env("STEPS", 150.0) as usize };
    let only = std::env::var("ONLY").unwrap_or_default();
    let slots: Vec<Slot> = Slot::ALL.into_iter().filter(|s| only.is_empty() || only.split(',').any(|o| o == s.name())).collect();
    let width = corpus::names().len();
    let trained: Vec<usize> = std::env::var("LAYOUTS").unwrap_or("0,3".into()).split(',').filter_map(|v| v.parse().ok()).collect();
    let lists = |slot: Slot, keep: &dyn Fn(&Item) -> bool| -> Vec<&[corpus::Choice]> {
        items.iter().filter(|i| keep(i) && trained.contains(&i.layout)).map(|i| i.choices[slot as usize].as_slice()).filter(|l| !l.is_empty()).collect()
    };
    let sharp = env("SHARP", 0.0);
    let pick = |list: &'_ [corpus::Choice], w: &[f32]| -> Option<(f32, String)> {
        let c = if sharp > 0.0 { fit::consensus(list, w, sharp, env("TOP", 40.0) as usize) } else { fit::best(list, w) };
        c.map(|c| (c.reward, c.text.clone()))
    };
    let mut columns = Vec::new();
    for slot in slots {
        let s = slot as usize;
        let avg = |pick: &dyn Fn(&Item) -> Option<f32>, layout: usize| {
            let values: Vec<f32> = items.iter().filter(|i| i.layout == layout && !i.choices[s].is_empty()).filter_map(|i| pick(i)).collect();
            values.iter().sum::<f32>() / values.len().max(1) as f32
        };
        let oracle = avg(&|i| i.choices[s].iter().map(|c| c.reward).reduce(f32::max), 0);
        let size = avg(&|i| Some(i.choices[s].len() as f32), 0);
        let all = fit::fit(&lists(slot, &|_| true), width, settings);
        print!("{:<6} {:>4.0} choices oracle {:.3} fit", slot.name(), size, oracle);
        for layout in 0..LAYOUTS.len() {
            print!(" {:.3}", avg(&|i| pick(&i.choices[s], &all).map(|c| c.0), layout));
        }
        for (name, folds) in [("cv10", &random), ("event", &by_event)] {
            let models: Vec<Vec<f32>> = (0..10).map(|fold| fit::fit(&lists(slot, &|i| folds[i.article] != fold), width, settings)).collect();
            print!(" {name}");
            for layout in 0..LAYOUTS.len() {
                print!(" {:.3}", avg(&|i| pick(&i.choices[s], &models[folds[i.article]]).map(|c| c.0), layout));
            }
            if name == "cv10" && std::env::var("SHOW").is_ok() {
                println!();
                for i in items.iter().filter(|i| i.layout == 0 && !i.choices[s].is_empty()) {
                    let b = pick(&i.choices[s], &models[folds[i.article]]);
                    let o = i.choices[s].iter().max_by(|a, b| a.reward.total_cmp(&b.reward));
                    println!("{:.2} [{}] oracle {:.2} [{}] || {} || {}", b.as_ref().map_or(0.0, |c| c.0), b.as_ref().map_or("", |c| &c.1), o.map_or(0.0, |c| c.reward), o.map_or("", |c| &c.text), i.title, serde_json::from_str::<serde_json::Value>(&i.gold).map(|g| g[slot.name()].to_string()).unwrap_or_default());
                }
            }
        }
        println!();
        columns.push(all);
    }
    if let Ok(path) = std::env::var("WRITE") {
        let mut table = String::from("# measure\twho\twhat\twhen\twhere\twhy\thow\n");
        for (index, name) in corpus::names().iter().enumerate() {
            let cells: Vec<String> = columns.iter().map(|c| if c[index].abs() < 0.005 { "0".into() } else { format!("{:.2}", c[index]) }).collect();
            if cells.iter().any(|c| c != "0") {
                table += &format!("{name}\t{}\n", cells.join("\t"));
            }
        }
        std::fs::write(path, table).ok();
    }
}
