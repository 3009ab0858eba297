//! Writes trained models in the layout that `text::syntax::weights` reads.

use dateline::text::syntax::weights::{BUCKET, PAYLOAD, PLACES, bucket_of, check_of};

use crate::perceptron::Perceptron;

/// The largest code of a weight.
const LARGEST: f64 = 127.0;

/// Weights whose code is smaller are left out.
const LEAST: u8 = 12;

/// Features per bucket on average. What finds no place in its bucket is left out, the features
/// with the smallest weights first: about one in fifty.
const FILL: f64 = 9.0;

/// A feature with the codes of its weights, by class.
type Row = (u64, Vec<(u8, i8)>);

/// The bytes of a model, every feature with a row; `certain` are features with one class each.
pub(crate) fn to_bytes(model: &Perceptron, certain: &[(u64, u8)]) -> Vec<u8> {
    let mut rows = coded(model);
    rows.extend(certain.iter().map(|&(feature, class)| (feature, vec![(class, i8::MAX)])));
    let (mut data, mut starts) = (vec![0], Vec::new());
    for (_, weights) in &rows {
        starts.push(data.len() as u32);
        data.push(weights.len() as u8);
        data.extend(weights.iter().flat_map(|&(class, code)| [class, code as u8]));
    }
    let payload = |at: usize| {
        let [a, b, c, _] = starts[at].to_le_bytes();
        [a, b, c]
    };
    [buckets(&rows, payload), data].concat()
}

/// The bytes of a model of three classes.
pub(crate) fn three_to_bytes(model: &Perceptron) -> Vec<u8> {
    let rows = coded(model);
    let payload = |at: usize| {
        let mut codes = [0; PAYLOAD];
        rows[at].1.iter().for_each(|&(class, code)| codes[usize::from(class)] = code as u8);
        codes
    };
    buckets(&rows, payload)
}

/// The averaged weights as codes, without the smallest.
fn coded(model: &Perceptron) -> Vec<Row> {
    let rows = model.averaged();
    let values = rows.iter().flat_map(|(_, weights)| weights.iter().map(|weight| weight.1.abs()));
    let unit = values.fold(1e-9, f64::max) / (LARGEST * LARGEST);
    let code = |value: f64| (value.signum() * (value.abs() / unit).sqrt()).round() as i8;
    let coded = rows.into_iter().map(|(feature, weights)| {
        let codes = weights.into_iter().map(|(class, value)| (class, code(value)));
        (feature, codes.filter(|(_, code)| code.unsigned_abs() >= LEAST).collect())
    });
    coded.filter(|(_, weights): &Row| !weights.is_empty()).collect()
}

/// The number of buckets, and the buckets.
fn buckets(rows: &[Row], payload: impl Fn(usize) -> [u8; PAYLOAD]) -> Vec<u8> {
    let count = (rows.len() as f64 / FILL).ceil() as usize + 1;
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (at, (feature, _)) in rows.iter().enumerate() {
        members[bucket_of(*feature, count)].push(at);
    }
    let strength = |at: &usize| rows[*at].1.iter().map(|(_, code)| code.unsigned_abs()).max();
    let mut bytes = (count as u32).to_le_bytes().to_vec();
    bytes.resize(BUCKET, 0);
    for members in &mut members {
        members.sort_by_key(|at| std::cmp::Reverse(strength(at)));
        let mut bucket = [0; BUCKET];
        for (place, &at) in members.iter().take(PLACES).enumerate() {
            bucket[2 * place..][..2].copy_from_slice(&check_of(rows[at].0).to_le_bytes());
            bucket[2 * PLACES + PAYLOAD * place..][..PAYLOAD].copy_from_slice(&payload(at));
        }
        bytes.extend(bucket);
    }
    bytes
}
