//! Maps over the program's own words, hashed by a few multiplications.
//!
//! Each step mixes as FxHash does, which is Firefox's hasher (`mfbt/HashFunctions.h`) and that of
//! the crate `rustc-hash` up to its version 1: rotate by five, exclusive or, multiply. What is done
//! to the end of a text and to the result is of this project.
//!
//! For keys that no stranger chooses: the hash is quick and the same in every run, and does nothing
//! against keys that were made to collide.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map whose keys are the program's own.
pub type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// A set of the program's own keys.
pub type QuickSet<K> = HashSet<K, BuildHasherDefault<Quick>>;

/// The hash of some bytes.
pub fn hash(bytes: &[u8]) -> u64 {
    let mut quick = Quick::default();
    quick.write(bytes);
    quick.finish()
}

/// The hasher, which takes eight bytes at a time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quick(u64);

impl Quick {
    /// The step of FxHash, with Firefox's constant, the golden ratio, in 64 bits.
    fn mix(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Quick {
    /// Tables look at the lowest bits, which a multiplication leaves poor.
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29) ^ (self.0 >> 47)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        words.iter().for_each(|word| self.mix(u64::from_le_bytes(*word)));
        let rest = rest.iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte));
        self.mix(rest ^ (bytes.len() as u64) << 56);
    }

    fn write_u8(&mut self, number: u8) {
        self.mix(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_of_a_word_have_hashes_of_their_own() {
        let word = "internationalisation";
        let hashes: QuickSet<u64> =
            (0..=word.len()).map(|to| hash(&word.as_bytes()[..to])).collect();
        assert_eq!(hashes.len(), word.len() + 1);
        assert_ne!(hash(b"a"), hash(b"a\0"));
    }

    #[test]
    fn low_bits_tell_short_words_apart() {
        let low = |word: String| hash(word.as_bytes()) & 0x3ff;
        let slots: QuickSet<u64> = (0..1000).map(|number| low(number.to_string())).collect();
        assert!(slots.len() > 500, "{} slots for 1000 words", slots.len());
    }
}
