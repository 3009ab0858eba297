//! Writes examples for experiments.
use crate::fit::Example;
use std::io::Write;
pub(crate) fn dump(path: &str, examples: &[(u8, Example)]) {
    let mut out = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    for (set, example) in examples {
        let mut order: Vec<usize> = (0..example.candidates.len()).collect();
        order.sort_by(|&a, &b| example.candidates[b].score.total_cmp(&example.candidates[a].score));
        let kept: Vec<usize> = order.iter().enumerate().filter(|(place, index)| *place < 120 || example.candidates[**index].gain >= 0.5).map(|(_, index)| *index).collect();
        out.write_all(&[*set, example.column as u8]).unwrap();
        out.write_all(&(example.id as u32).to_le_bytes()).unwrap();
        out.write_all(&(kept.len() as u32).to_le_bytes()).unwrap();
        for index in kept {
            let c = &example.candidates[index];
            out.write_all(&c.gain.to_le_bytes()).unwrap();
            out.write_all(&c.score.to_le_bytes()).unwrap();
            out.write_all(&c.number.to_le_bytes()).unwrap();
            out.write_all(&u32::from(c.at_home).to_le_bytes()).unwrap();
            for v in &c.measures { out.write_all(&v.to_le_bytes()).unwrap(); }
        }
    }
}
