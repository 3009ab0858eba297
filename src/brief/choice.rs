//! Chooses among weighed phrases: not the likeliest one, but the one that agrees best with all
//! likely ones.
//!
//! Where "blames loss", "blames loss on director" and "director" are all likely, the second has
//! the most in common with the others, and is least wrong whichever is meant (minimum Bayes risk,
//! with token F1 as the measure of agreement).

/// How many of the best phrases have a say.
const VOTERS: usize = 40;

/// A phrase as it is compared.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// Its score; differences are logarithms of odds.
    pub score: f32,
    /// The numbers of its words, sorted.
    pub words: Vec<u32>,
}

/// The index of the phrase that agrees best with the others, each counted by how likely it is.
pub fn choose(phrases: &[Weighed]) -> Option<usize> {
    let mut order: Vec<usize> = (0..phrases.len()).collect();
    order.sort_by(|&a, &b| phrases[b].score.total_cmp(&phrases[a].score));
    order.truncate(VOTERS);
    let top = phrases.get(*order.first()?)?.score;
    let chance = |&voter: &usize| (phrases[voter].score - top).exp();
    let votes: Vec<f32> = order.iter().map(chance).collect();
    let support = |index: usize| -> f32 {
        let agreement = |&voter: &usize| f1(&phrases[index].words, &phrases[voter].words);
        order.iter().map(agreement).zip(&votes).map(|(agreement, vote)| agreement * vote).sum()
    };
    let supported = order.iter().map(|&index| (index, support(index)));
    let best = supported.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map(|(index, _)| index)
}

/// The harmonic mean of the shares that two sorted lists have in common, 0 to 1.
fn f1(a: &[u32], b: &[u32]) -> f32 {
    let (mut i, mut j, mut common) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (i, j) = (i + 1, j + 1);
                common += 1.0;
            }
        }
    }
    2.0 * common / (a.len() + b.len()).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(score: f32, words: &[u32]) -> Weighed {
        Weighed { score, words: words.to_vec() }
    }

    #[test]
    fn the_phrase_in_the_middle_wins_where_none_is_certain() {
        let phrases = [phrase(0.1, &[1, 2]), phrase(0.0, &[1, 2, 3]), phrase(0.1, &[3])];
        assert_eq!(choose(&phrases), Some(1));
    }

    #[test]
    fn a_certain_phrase_wins_against_many_unlikely_ones() {
        let phrases = [phrase(9.0, &[7]), phrase(0.0, &[1, 2]), phrase(0.0, &[1, 2, 3])];
        assert_eq!(choose(&phrases), Some(0));
    }

    #[test]
    fn of_nothing_nothing_is_chosen() {
        assert_eq!(choose(&[]), None);
        assert_eq!(choose(&[phrase(f32::NAN, &[])]), Some(0));
    }
}
