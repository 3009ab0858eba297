//! How often may be asked: by one person, and by all of a channel together.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{NotUntil, Quota, RateLimiter};

use crate::config::{self, Pace};

type Limiter<C> =
    RateLimiter<u64, DashMapStateStore<u64>, C, NoOpMiddleware<<C as Clock>::Instant>>;

/// After so many questions, those who have not asked for a while are forgotten.
const TIDY: u32 = 1_024;

/// Why a question is one too many, and for how many seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    /// The person has asked too often.
    Person(u64),
    /// All of the channel together have.
    Channel(u64),
}

impl Wait {
    /// How long to wait.
    pub(super) fn seconds(self) -> u64 {
        let (Self::Person(seconds) | Self::Channel(seconds)) = self;
        seconds
    }
}

/// Counts questions.
pub(super) struct Cooldown<C: Clock = DefaultClock> {
    people: Limiter<C>,
    channels: Limiter<C>,
    clock: C,
    asked: AtomicU32,
}

impl<C: Clock + Clone> Cooldown<C> {
    pub(super) fn new(settings: &config::Discord, clock: C) -> Self {
        Self {
            people: RateLimiter::dashmap_with_clock(quota(settings.person), clock.clone()),
            channels: RateLimiter::dashmap_with_clock(quota(settings.channel), clock.clone()),
            clock,
            asked: AtomicU32::new(0),
        }
    }

    /// Counts a question.
    ///
    /// # Errors
    ///
    /// How long to wait, where it is one too many.
    pub(super) fn ask(&self, person: u64, channel: u64) -> Result<(), Wait> {
        if self.asked.fetch_add(1, Ordering::Relaxed) % TIDY == TIDY - 1 {
            self.people.retain_recent();
            self.channels.retain_recent();
        }
        let now = self.clock.now();
        let wait = |not_yet: NotUntil<C::Instant>| seconds(not_yet.wait_time_from(now));
        self.people.check_key(&person).map_err(wait).map_err(Wait::Person)?;
        self.channels.check_key(&channel).map_err(wait).map_err(Wait::Channel)
    }
}

/// As many at once as the pace allows; each comes back after its share of the time.
fn quota(pace: Pace) -> Quota {
    let questions = NonZeroU32::new(pace.questions).unwrap_or(NonZeroU32::MIN);
    let share = Duration::from_secs(u64::from(pace.seconds.max(1))) / questions.get();
    let quota = Quota::with_period(share).unwrap_or(Quota::per_second(questions));
    quota.allow_burst(questions)
}

/// Whole seconds, rounded up, so that who waits as long as told is not refused again.
fn seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0).max(u64::from(wait.is_zero()))
}

#[cfg(test)]
mod tests {
    use governor::clock::FakeRelativeClock;

    use super::*;

    fn cooldown(clock: &FakeRelativeClock) -> Cooldown<FakeRelativeClock> {
        Cooldown::new(&config::Discord::default(), clock.clone())
    }

    #[test]
    fn five_at_once_then_the_seconds_left_are_told() {
        let clock = FakeRelativeClock::default();
        let cooldown = cooldown(&clock);
        for _ in 0..5 {
            assert_eq!(cooldown.ask(1, 1), Ok(()));
        }
        assert_eq!(cooldown.ask(1, 1), Err(Wait::Person(2)));
        assert_eq!(cooldown.ask(2, 1), Ok(()), "others are not held up");
        clock.advance(Duration::from_secs(2));
        assert_eq!(cooldown.ask(1, 1), Ok(()));
    }

    #[test]
    fn a_channel_has_its_own_pace() {
        let clock = FakeRelativeClock::default();
        let cooldown = cooldown(&clock);
        assert!((0..30).all(|person| cooldown.ask(person, 1).is_ok()));
        assert_eq!(cooldown.ask(99, 1), Err(Wait::Channel(1)));
        assert_eq!(cooldown.ask(98, 2), Ok(()));
    }

    #[test]
    fn a_wait_is_rounded_up() {
        assert_eq!(seconds(Duration::from_millis(1)), 1);
        assert_eq!(seconds(Duration::from_millis(1_001)), 2);
        assert_eq!(seconds(Duration::ZERO), 1);
    }
}
