//! What is kept for a while, in memory alone, and never more of it than a fixed number.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// Things by key, each kept for its time. Where there are too many, those that would go first do.
#[derive(Debug)]
pub(super) struct Shelf<K, V> {
    keep: Duration,
    most: usize,
    /// Each thing with the moment from which on it is forgotten.
    things: Mutex<HashMap<K, (Instant, V)>>,
}

impl<K: Hash + Eq + Clone, V: Clone> Shelf<K, V> {
    /// An empty shelf that keeps things for `keep`, and `most` of them.
    pub(super) fn new(keep: Duration, most: usize) -> Self {
        Self { keep, most, things: Mutex::default() }
    }

    /// What is kept under `key`.
    pub(super) fn get(&self, key: &K) -> Option<V> {
        let things = self.lock();
        let (until, thing) = things.get(key)?;
        (Instant::now() < *until).then(|| thing.clone())
    }

    /// Keeps `thing` from now on.
    pub(super) fn put(&self, key: K, thing: V) {
        let mut things = self.lock();
        self.make_room(&mut things, &key);
        things.insert(key, (Instant::now() + self.keep, thing));
    }

    /// Keeps `thing` where nothing is kept under `key`; whether it did.
    pub(super) fn put_new(&self, key: K, thing: V) -> bool {
        self.put_new_for(self.keep, key, thing)
    }

    /// The same for another time than the usual.
    pub(super) fn put_new_for(&self, keep: Duration, key: K, thing: V) -> bool {
        let mut things = self.lock();
        let now = Instant::now();
        if things.get(&key).is_some_and(|(until, _)| now < *until) {
            return false;
        }
        self.make_room(&mut things, &key);
        things.insert(key, (now + keep, thing));
        true
    }

    /// Keeps nothing under `key` any more.
    pub(super) fn forget(&self, key: &K) {
        self.lock().remove(key);
    }

    /// Removes what is too old and, where that is not enough, the older half of the rest, so that
    /// not every new thing costs a walk through all.
    fn make_room(&self, things: &mut HashMap<K, (Instant, V)>, key: &K) {
        if things.len() < self.most || things.contains_key(key) {
            return;
        }
        let now = Instant::now();
        things.retain(|_, (until, _)| now < *until);
        if things.len() >= self.most {
            let mut times: Vec<Instant> = things.values().map(|(until, _)| *until).collect();
            times.sort_unstable();
            let middle = times[times.len() / 2];
            let mut surplus = things.len().saturating_sub(self.most / 2);
            things.retain(|_, (until, _)| {
                let goes = *until <= middle && surplus > 0;
                surplus -= usize::from(goes);
                !goes
            });
        }
    }

    /// A panic elsewhere leaves the map whole: every change to it is a single step.
    fn lock(&self) -> MutexGuard<'_, HashMap<K, (Instant, V)>> {
        self.things.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn things_are_kept_for_their_time_and_no_longer() {
        let shelf = Shelf::new(Duration::from_secs(10), 8);
        shelf.put(1, "a");
        tokio::time::advance(Duration::from_secs(9)).await;
        assert_eq!(shelf.get(&1), Some("a"));
        tokio::time::advance(Duration::from_secs(1)).await;
        assert_eq!(shelf.get(&1), None);
        assert!(shelf.put_new(1, "b"));
        assert!(!shelf.put_new(1, "c"));
        assert_eq!(shelf.get(&1), Some("b"));
    }

    #[tokio::test(start_paused = true)]
    async fn a_thing_may_have_a_time_of_its_own_and_be_forgotten() {
        let shelf = Shelf::new(Duration::from_secs(10), 8);
        assert!(shelf.put_new_for(Duration::from_secs(2), 1, ()));
        tokio::time::advance(Duration::from_secs(2)).await;
        assert!(shelf.put_new(1, ()));
        shelf.forget(&1);
        assert_eq!(shelf.get(&1), None);
    }

    #[tokio::test(start_paused = true)]
    async fn there_are_never_more_than_fit_and_the_newest_stay() {
        let shelf = Shelf::new(Duration::from_secs(100), 8);
        for number in 0..100 {
            shelf.put(number, ());
            tokio::time::advance(Duration::from_millis(1)).await;
            assert!(shelf.lock().len() <= 8);
            assert_eq!(shelf.get(&number), Some(()));
        }
    }
}
