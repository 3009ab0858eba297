//! The weights of a trained linear model, read straight from its file's bytes.
//!
//! Layout, little-endian: the number of bits of a bucket number (u32); for every bucket where it
//! begins in the data (u32), and one more for the end of the last; then the data. A bucket is a
//! row of features: check (u16), number of weights (u8), and for each weight class (u8) and
//! code (i8). A code stands for its own
//! square with its sign, which tells small weights finely and still reaches far. A feature's bucket is the high bits of its hash, its check the low 16.
//!
//! A damaged or empty file gives wrong scores, never a panic.

/// The most classes that a model can tell apart.
pub const CLASSES: usize = 64;

/// The score of every class, in steps of the model's own.
pub type Scores = [i32; CLASSES];

/// A trained linear model.
#[derive(Clone, Copy)]
pub struct Weights {
    bytes: &'static [u8],
}

impl Weights {
    /// The model in these bytes.
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self { bytes }
    }

    /// The scores of all classes for a decision with these features.
    pub fn scores(self, features: &[u64]) -> Scores {
        let mut scores = [0; CLASSES];
        let Some((bits, rest)) = self.bytes.split_first_chunk::<4>() else { return scores };
        let bits = u32::from_le_bytes(*bits).min(31);
        let Some((index, data)) = rest.split_at_checked(4 * ((1 << bits) + 1)) else {
            return scores;
        };
        for &feature in features {
            let bucket = bucket(index, data, (feature >> 33 >> (31 - bits)) as usize);
            add(bucket, feature as u16, &mut scores);
        }
        scores
    }

    /// The best of the first `classes` classes; the first of them where all are equal.
    pub fn best(self, features: &[u64], classes: usize) -> usize {
        best_of(&self.scores(features)[..classes.min(CLASSES)])
    }
}

/// The index of the highest score, the first of several.
pub fn best_of(scores: &[i32]) -> usize {
    let mut best = 0;
    for (class, &score) in scores.iter().enumerate() {
        if score > scores[best] {
            best = class;
        }
    }
    best
}

/// The weight that a code stands for.
fn value(code: i8) -> i32 {
    i32::from(code) * i32::from(code).abs()
}

fn bucket<'a>(index: &[u8], data: &'a [u8], number: usize) -> &'a [u8] {
    let bounds = index.get(4 * number..4 * number + 8).and_then(|found| found.split_first_chunk());
    let Some((start, end)) = bounds else { return &[] };
    let end = end.first_chunk().map_or(0, |end| u32::from_le_bytes(*end));
    data.get(u32::from_le_bytes(*start) as usize..end as usize).unwrap_or_default()
}

fn add(mut bucket: &[u8], check: u16, scores: &mut Scores) {
    while let Some((&[low, high, count], rest)) = bucket.split_first_chunk() {
        let Some((row, next)) = rest.split_at_checked(2 * usize::from(count)) else { return };
        if u16::from_le_bytes([low, high]) == check {
            for weight in row.chunks_exact(2) {
                scores[usize::from(weight[0]) % CLASSES] += value(weight[1] as i8);
            }
            return;
        }
        bucket = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two buckets: nothing in the first, features 5 and 9 in the second.
    static MODEL: [u8; 26] = [
        1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 0, // index
        5, 0, 1, 2, 100, 9, 0, 1, 3, 0xff, // data
    ];
    const SECOND: u64 = 1 << 63;

    #[test]
    fn weights_of_features_add_up_and_unknown_features_count_nothing() {
        let weights = Weights::new(&MODEL);
        let scores = weights.scores(&[SECOND | 5, SECOND | 5, SECOND | 9, SECOND | 7, 5]);
        assert_eq!((scores[2], scores[3]), (20_000, -1));
        assert_eq!(weights.best(&[SECOND | 5], 4), 2);
        assert_eq!(weights.best(&[], 4), 0);
    }

    #[test]
    fn damaged_models_do_not_panic() {
        for length in 0..MODEL.len() {
            Weights::new(&MODEL[..length]).scores(&[SECOND | 9]);
        }
        Weights::new(&[0xff; 40]).scores(&[SECOND | 9, 0]);
    }
}
