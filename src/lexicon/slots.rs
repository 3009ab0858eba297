//! A compact hash table from words to numbers; the words themselves lie with whoever asks.
//!
//! In goes a word's hash and a way to tell whether a number is that of the word. Built in time
//! linear in the words, so that the tables are ready as soon as they are read.

/// A place for a word: half of its hash, which tells nearly all other words apart without a look at
/// their letters, and its number.
#[derive(Clone, Copy, Debug)]
struct Slot {
    mark: u32,
    number: u32,
}

impl Slot {
    /// One without a word.
    const EMPTY: Slot = Slot { mark: 0, number: u32::MAX };

    fn new(hash: u64, number: u32) -> Self {
        Slot { mark: (hash >> 32) as u32, number }
    }

    fn number(self) -> Option<u32> {
        (self.number != Slot::EMPTY.number).then_some(self.number)
    }
}

/// The numbers of words, each in the first free slot behind the one that its hash names.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots(Vec<Slot>);

impl Slots {
    /// Slots for `count` words; at least half of them stay free.
    pub(super) fn for_words(count: usize) -> Self {
        Self(vec![Slot::EMPTY; (2 * count + 2).next_power_of_two()])
    }

    /// The number under `hash` that `is_it` accepts.
    pub(super) fn find(&self, hash: u64, is_it: impl FnMut(u32) -> bool) -> Option<u32> {
        self.0.get(self.slot(hash, is_it)?)?.number()
    }

    /// Puts `number` under `hash`, in the place of the one that `is_it` accepts; gives that one.
    pub(super) fn replace(
        &mut self,
        hash: u64,
        number: u32,
        is_it: impl FnMut(u32) -> bool,
    ) -> Option<u32> {
        let at = self.slot(hash, is_it)?;
        std::mem::replace(self.0.get_mut(at)?, Slot::new(hash, number)).number()
    }

    /// The slot of the word, or the free one where it would be.
    fn slot(&self, hash: u64, mut is_it: impl FnMut(u32) -> bool) -> Option<usize> {
        let mask = self.0.len().checked_sub(1)?;
        let own = Slot::new(hash, 0).mark;
        let round = (0..self.0.len()).map(|step| (hash as usize).wrapping_add(step) & mask);
        round.into_iter().find(|&at| {
            let slot = self.0[at];
            slot.number().is_none_or(|number| slot.mark == own && is_it(number))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_one_hash_are_told_apart() {
        let mut slots = Slots::for_words(3);
        for number in 0..3 {
            assert_eq!(slots.replace(7, number, |other| other == number), None);
        }
        assert_eq!(slots.replace(7, 9, |other| other == 1), Some(1));
        assert_eq!(slots.find(7, |other| other == 9), Some(9));
        assert_eq!(slots.find(7, |other| other == 2), Some(2));
        assert_eq!(slots.find(7, |_| false), None);
    }

    #[test]
    fn nothing_is_found_where_nothing_is() {
        assert_eq!(Slots::default().find(1, |_| true), None);
        assert_eq!(Slots::for_words(0).find(1, |_| true), None);
    }
}
