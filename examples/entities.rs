//! scratch
use std::io::Read as _;
use dateline::text::Span;
use dateline::text::syntax::analyse;
fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    for para in text.lines() {
        for s in dateline::text::sentence::split(para) {
            let line = s.of(para);
            let a = analyse(line, Span::new(0..line.len()));
            let mut out = line.to_owned();
            for e in a.entities.iter().rev() { let sp = a.entity_span(*e); let k=format!("{:?}", e.kind); out.insert_str(sp.end as usize, &format!("|{}]", &k[..3])); out.insert(sp.start as usize, '['); }
            println!("{out}");
        }
    }
}
