//! The weights of trained linear models, read straight from their files' bytes.
//!
//! A file is a table of buckets, and rows after it. A bucket is a line of the processor's cache
//! with twelve places: the checks of their features (u16 each; 0 for an empty place), then a
//! payload of three bytes each, and four bytes of nothing. The high
//! half of a feature's hash chooses its bucket, the low 16 bits are its check. The payload is
//! where the feature's row begins (u24), or, in a model of three classes, its weights themselves.
//! A row is the number of weights (u8), and for each the class (u8) and a code (i8). A code
//! stands for its own square with its sign, which tells small weights finely and reaches far.
//! The file begins with the number of buckets (u32) in a line of its own. All numbers are
//! little-endian.
//!
//! A damaged or empty file gives wrong scores, never a panic.

use std::hint::black_box;

use wide::u16x16;

/// The most classes that a model can tell apart.
pub const CLASSES: usize = 64;

/// The score of every class, in steps of the model's own.
pub type Scores = [i32; CLASSES];

/// How many features a bucket has place for.
pub const PLACES: usize = 12;

/// The bytes of a payload.
pub const PAYLOAD: usize = 3;

/// The bytes of a bucket: one line of the cache.
pub const BUCKET: usize = 64;

/// Bytes that begin with a line of the cache.
#[repr(align(64))]
pub struct Aligned<T: ?Sized>(pub T);

/// The model in a file of the source tree, as part of the program.
macro_rules! built_in {
    ($path:literal) => {{
        use crate::text::syntax::weights::{Aligned, Weights};
        const BYTES: &Aligned<[u8]> = &Aligned(*include_bytes!($path));
        Weights::new(BYTES)
    }};
}
pub(super) use built_in;

/// A trained linear model.
#[derive(Clone, Copy)]
pub struct Weights {
    bytes: &'static [u8],
}

/// The parts of a model's file.
struct Parts {
    buckets: &'static [[u8; BUCKET]],
    rows: &'static [u8],
}

impl Weights {
    /// The model in these bytes.
    pub const fn new(bytes: &'static Aligned<[u8]>) -> Self {
        Self { bytes: &bytes.0 }
    }

    /// The model in these bytes, wherever they lie; slower, for the trainer.
    pub fn unaligned(bytes: &'static [u8]) -> Self {
        Self { bytes }
    }

    /// The first class in the row of a feature, if the model knows the feature.
    pub fn class(self, feature: u64) -> Option<usize> {
        let parts = self.parts();
        let [a, b, c] = parts.payload(feature);
        let start = u32::from_le_bytes([a, b, c, 0]) as usize;
        let row = parts.rows.get(start..).filter(|_| start > 0)?;
        row.get(1).map(|&class| usize::from(class))
    }

    /// The scores of all classes for a decision with these features.
    pub fn scores(self, features: &[u64]) -> Scores {
        let mut scores = [0; CLASSES];
        let parts = self.parts();
        parts.fetch_buckets(features);
        let mut starts = [0; 128];
        let mut count = 0;
        for &feature in features.iter().take(starts.len()) {
            let [a, b, c] = parts.payload(feature);
            starts[count] = u32::from_le_bytes([a, b, c, 0]) as usize;
            count += usize::from([a, b, c] != [0; PAYLOAD]);
        }
        parts.fetch_rows(&starts[..count]);
        for &start in &starts[..count] {
            add_row(parts.rows.get(start..).unwrap_or_default(), &mut scores);
        }
        scores
    }

    /// The scores in a model of three classes.
    pub fn scores_of_three(self, features: &[u64]) -> [i32; PAYLOAD] {
        let parts = self.parts();
        let mut scores = [0; PAYLOAD];
        parts.fetch_buckets(features);
        for &feature in features {
            let [a, b, c] = parts.payload(feature);
            scores[0] += value(a);
            scores[1] += value(b);
            scores[2] += value(c);
        }
        scores
    }

    /// The best of the first `classes` classes; the first of them where all are equal.
    pub fn best(self, features: &[u64], classes: usize) -> usize {
        best_of(&self.scores(features)[..classes.min(CLASSES)])
    }

    fn parts(self) -> Parts {
        let (head, rest) = self.bytes.split_first_chunk().unwrap_or((&[0; BUCKET], &[]));
        let [a, b, c, d, ..] = *head;
        let length = (u32::from_le_bytes([a, b, c, d]) as usize).saturating_mul(BUCKET);
        let (buckets, rows) = rest.split_at_checked(length).unwrap_or_default();
        Parts { buckets: buckets.as_chunks().0, rows }
    }
}

impl Parts {
    /// Touches the buckets of all features one after the other with nothing in between: most of
    /// them are far away, and so the memory brings them all at once.
    #[inline]
    fn fetch_buckets(&self, features: &[u64]) {
        let touch = |feature: &u64| {
            let bucket = self.buckets.get(bucket_of(*feature, self.buckets.len()));
            bucket.map_or(0, |bucket| bucket[0])
        };
        black_box(features.iter().map(touch).fold(0, u8::wrapping_add));
    }

    /// The same for the rows that begin at `starts`.
    #[inline]
    fn fetch_rows(&self, starts: &[usize]) {
        let touch = |start: &usize| self.rows.get(*start).copied().unwrap_or_default();
        black_box(starts.iter().map(touch).fold(0, u8::wrapping_add));
    }

    /// The payload of a feature; zeros for a feature that the model does not know.
    #[inline]
    fn payload(&self, feature: u64) -> [u8; PAYLOAD] {
        let bucket = self.buckets.get(bucket_of(feature, self.buckets.len()));
        let Some(bucket) = bucket else { return [0; PAYLOAD] };
        let place = place_of(check_of(feature), bucket);
        // The four bytes of nothing are the payload of the place that is none.
        let at = 2 * PLACES + PAYLOAD * place;
        bucket.get(at..).and_then(|rest| rest.first_chunk()).copied().unwrap_or_default()
    }
}

/// The first place of a check in a bucket; `PLACES` where it is not there. All places are compared
/// at once.
#[inline]
fn place_of(check: u16, bucket: &[u8; BUCKET]) -> usize {
    let lanes: u16x16 = bytemuck::pod_read_unaligned(&bucket[..size_of::<u16x16>()]);
    let same = lanes.simd_eq(u16x16::splat(check.to_le())).to_bitmask();
    // The lanes behind the places hold payload.
    (same | 1 << PLACES).trailing_zeros() as usize
}

/// The number of the bucket that a feature belongs to, out of `buckets`.
pub fn bucket_of(feature: u64, buckets: usize) -> usize {
    (((feature >> 32) * buckets as u64) >> 32) as usize
}

/// The check of a feature, which is never 0.
pub fn check_of(feature: u64) -> u16 {
    (feature as u16).max(1)
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

/// The weight that every code stands for.
static VALUES: [i32; 256] = {
    let mut values = [0; 256];
    let mut code = 0;
    while code < values.len() {
        let signed = code as u8 as i8 as i32;
        values[code] = signed * signed.abs();
        code += 1;
    }
    values
};

/// The weight that a code stands for.
#[inline]
fn value(code: u8) -> i32 {
    VALUES[usize::from(code)]
}

#[inline]
fn add_row(rows: &[u8], scores: &mut Scores) {
    let Some((&count, rest)) = rows.split_first() else { return };
    let row = rest.get(..2 * usize::from(count)).unwrap_or_default();
    for weight in row.chunks_exact(2) {
        scores[usize::from(weight[0]) % CLASSES] += value(weight[1]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One bucket with the features 5 (row 1) and 9 (row 6).
    const BYTES: [u8; 137] = {
        let mut bytes = [0; 137];
        (bytes[0], bytes[64], bytes[66]) = (1, 5, 9);
        (bytes[88], bytes[91]) = (1, 6);
        let rows = [0, 2, 2, 100, 7, 3, 1, 3, 0xff];
        let mut at = 0;
        while at < rows.len() {
            bytes[128 + at] = rows[at];
            at += 1;
        }
        bytes
    };
    static MODEL: Weights = Weights::new(&Aligned(BYTES));

    #[test]
    fn weights_of_features_add_up_and_unknown_features_count_nothing() {
        let scores = MODEL.scores(&[5, 5, 9, 7]);
        assert_eq!((scores[2], scores[7], scores[3]), (20_000, 18, -1));
        assert_eq!(MODEL.best(&[5], 8), 2);
        assert_eq!(MODEL.best(&[], 4), 0);
        assert_eq!((MODEL.class(9), MODEL.class(7)), (Some(3), None));
    }

    #[test]
    fn a_model_of_three_classes_has_its_weights_in_the_table() {
        assert_eq!(MODEL.scores_of_three(&[5, 9, 9, 1]), [1 + 36 + 36, 0, 0]);
    }

    #[test]
    fn damaged_models_do_not_panic() {
        for length in 0..BYTES.len() {
            let damaged = Weights { bytes: &MODEL.bytes[..length] };
            damaged.scores(&[5, 9]);
            damaged.scores_of_three(&[5, 9]);
        }
        Weights { bytes: &[0xff; 400] }.scores(&[0xffff, 0]);
        Weights { bytes: &[1; 50] }.scores(&[0x0101, 0]);
    }

    #[test]
    fn of_two_places_the_first_counts() {
        let mut bucket = [0; BUCKET];
        for place in [9, 3] {
            bucket[2 * place] = 7;
            assert_eq!(place_of(7, &bucket), place);
        }
    }

    #[test]
    fn a_check_is_found_at_every_place() {
        for place in 0..PLACES {
            let mut bucket = [0; BUCKET];
            bucket[2 * place + 1] = 0x80;
            assert_eq!(place_of(0x8000, &bucket), place);
            assert_eq!(place_of(0x8001, &bucket), PLACES);
        }
    }
}
