//! Dots set apart by spaces, ". . .": an old way to mark that something was left out.
//!
//! Three dots that stand alone never end a sentence; a fourth is its full stop. Right after a
//! word the first dot is the full stop, and the others belong to what comes next.

use super::following;
use super::stop::Verdict;

/// The verdict about the dots that begin at byte `stop`; nothing where they are not spaced.
pub(super) fn judge(unit: &str, stop: usize) -> Option<Verdict> {
    let dots = spaced_dots(&unit[stop..]);
    if dots < 3 {
        return None;
    }
    let after = stop + 2 * dots - 1;
    let next = unit[after..].trim_start();
    let attached = unit[..stop].chars().next_back().is_some_and(|c| !c.is_whitespace());
    if !following::may_open(next) {
        return Some(Verdict { at: after, ends: false });
    }
    match attached {
        true => Some(Verdict { at: stop + 1, ends: true }),
        false => Some(Verdict { at: after, ends: dots > 3 }),
    }
}

/// How many dots, one space apart, `text` begins with.
fn spaced_dots(text: &str) -> usize {
    if !text.starts_with('.') {
        return 0;
    }
    1 + text.as_bytes()[1..].chunks_exact(2).take_while(|pair| *pair == b" .").count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_dots_that_stand_alone_end_nothing() {
        assert_eq!(judge("one . . . Two", 4), Some(Verdict { at: 9, ends: false }));
        assert_eq!(judge("one . . . . Two", 4), Some(Verdict { at: 11, ends: true }));
    }

    #[test]
    fn dots_right_after_a_word_begin_with_its_full_stop() {
        assert_eq!(judge("one. . . . Two", 3), Some(Verdict { at: 4, ends: true }));
        assert_eq!(judge("one. Two", 3), None);
    }
}
