//! Writes a trained model in the layout that `text::syntax::weights` reads.

use dateline::text::syntax::weights::Weights;

use crate::perceptron::Perceptron;

/// The largest code of a weight.
const LARGEST: f64 = 127.0;

/// Weights whose code is smaller are left out.
const LEAST: i32 = 14;

/// A trained model as the program sees it, for use within the training; never freed.
pub(crate) fn to_weights(model: &Perceptron) -> Weights {
    Weights::new(Box::leak(to_bytes(model).into_boxed_slice()))
}

/// The bytes of the model, without the smallest weights.
pub(crate) fn to_bytes(model: &Perceptron) -> Vec<u8> {
    let rows = model.averaged();
    let values = rows.iter().flat_map(|(_, weights)| weights.iter().map(|w| w.1.abs()));
    let unit = values.fold(1e-9, f64::max) / (LARGEST * LARGEST);
    let code = |value: f64| (value.signum() * (value.abs() / unit).sqrt()).round() as i8;
    let rows: Vec<(u64, Vec<(u8, i8)>)> = rows
        .into_iter()
        .map(|(feature, weights)| {
            let codes = weights.into_iter().map(|(class, value)| (class, code(value)));
            (feature, codes.filter(|&(_, code)| i32::from(code).abs() >= LEAST).collect())
        })
        .filter(|(_, weights): &(u64, Vec<_>)| !weights.is_empty())
        .collect();
    layout(&rows)
}

fn layout(rows: &[(u64, Vec<(u8, i8)>)]) -> Vec<u8> {
    let bits = rows.len().next_power_of_two().trailing_zeros().max(2) - 1;
    let mut starts = Vec::new();
    let mut data = Vec::new();
    for (feature, weights) in rows {
        let bucket = (feature >> (64 - bits)) as usize;
        while starts.len() <= bucket {
            starts.push(data.len() as u32);
        }
        data.extend((*feature as u16).to_le_bytes());
        data.push(weights.len() as u8);
        data.extend(weights.iter().flat_map(|&(class, step)| [class, step as u8]));
    }
    starts.resize((1 << bits) + 1, data.len() as u32);
    let index = starts.into_iter().flat_map(u32::to_le_bytes);
    bits.to_le_bytes().into_iter().chain(index).chain(data).collect()
}
