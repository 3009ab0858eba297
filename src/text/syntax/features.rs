//! What a model looks at, as numbers: one 64-bit hash for every feature that holds.
//!
//! The trainer and the program make features with the same functions, so that a model always
//! sees at run time what it saw in training.

/// The most features that one decision looks at.
const MOST: usize = 80;

/// The features of one decision, in a buffer that is used again and again.
pub struct Features {
    hashes: [u64; MOST],
    length: usize,
}

impl Default for Features {
    fn default() -> Self {
        Self { hashes: [0; MOST], length: 0 }
    }
}

impl Features {
    /// Forgets all features, for the next decision.
    pub fn clear(&mut self) {
        self.length = 0;
    }

    /// Adds that `template` has this value; what is beyond the buffer is left out.
    pub fn add(&mut self, template: u64, value: u64) {
        if let Some(slot) = self.hashes.get_mut(self.length) {
            *slot = finish(template, value);
            self.length += 1;
        }
    }

    /// Adds every value under a template of its own, counted from `first`; gives the next free.
    #[inline]
    pub fn add_all<const N: usize>(&mut self, first: u64, values: &[u64; N]) -> u64 {
        let rest = self.hashes.get_mut(self.length..).unwrap_or_default();
        for ((slot, template), &value) in rest.iter_mut().zip(first..).zip(values) {
            *slot = finish(template, value);
        }
        self.length += rest.len().min(N);
        first + N as u64
    }

    /// The hashes of the features that were added.
    pub fn hashes(&self) -> &[u64] {
        &self.hashes[..self.length]
    }
}

/// One value out of two.
#[inline]
pub fn both(a: u64, b: u64) -> u64 {
    a.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29) ^ b.wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// One value out of three.
#[inline]
pub fn three(a: u64, b: u64, c: u64) -> u64 {
    both(both(a, b), c)
}

#[inline]
fn finish(template: u64, value: u64) -> u64 {
    let mixed =
        (value ^ template.wrapping_mul(0xa076_1d64_78bd_642f)).wrapping_mul(0xe703_7ed1_a0b4_28db);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0x8ebc_6af0_9c88_c6e3);
    mixed ^ (mixed >> 29)
}

/// The hash of some bytes (FNV-1a, 64 bits).
pub(crate) fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_value_under_two_templates_is_two_features() {
        let mut features = Features::default();
        assert_eq!(features.add_all(3, &[7, 7]), 5);
        assert_ne!(features.hashes()[0], features.hashes()[1]);
    }

    #[test]
    fn features_beyond_the_buffer_are_left_out() {
        let mut features = Features::default();
        features.add_all(0, &[1; 200]);
        assert_eq!(features.hashes().len(), MOST);
        features.clear();
        assert!(features.hashes().is_empty());
    }

    #[test]
    fn order_matters_in_pairs() {
        assert_ne!(both(1, 2), both(2, 1));
        assert_ne!(three(1, 2, 3), three(3, 2, 1));
    }
}
