//! How likely slips of the keys or of the ear make one word of another.

use std::sync::LazyLock;

/// What a slip costs that may happen with any letter.
const SLIP: f32 = 1.0;
/// What it costs more at the first letter, which people seldom get wrong.
const FIRST: f32 = 0.4;

/// How far `typed` is from `word`: about 1 for each slip, less for those that are often made (two
/// letters swapped, one doubled, a vowel or consonant that sounds alike), more at the first letter.
/// `None` where it is more than `most`.
pub(super) fn cost(typed: &str, word: &str, most: f32) -> Option<f32> {
    let (mut a, mut b) = (Letters::default(), Letters::default());
    let (typed, word) = (a.of(typed)?, b.of(word)?);
    if typed.len().abs_diff(word.len()) as f32 * 0.6 > most {
        return None;
    }
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    // What comes before the first slip costs nothing; two letters are kept as neighbours of it.
    let from = same.saturating_sub(2);
    distance(&typed[from..], &word[from..], from == 0, most)
}

/// The same where letters that are one sound count as one letter: "elefant" is near "elephant".
pub(super) fn cost_of_sound(typed: &str, word: &str, most: f32) -> Option<f32> {
    const SOUNDS: [(&str, &str); 9] = [
        ("ph", "f"),
        ("ck", "k"),
        ("qu", "kw"),
        ("x", "ks"),
        ("wh", "w"),
        ("sch", "sk"),
        ("ght", "t"),
        ("tch", "ch"),
        ("cz", "ch"),
    ];
    /// What it costs to write a sound with other letters.
    const OTHER_LETTERS: f32 = 0.7;
    let plain = cost(typed, word, most);
    if plain.is_some_and(|cost| cost <= OTHER_LETTERS) || most <= OTHER_LETTERS {
        return plain;
    }
    let has = |word: &str| SOUNDS.iter().any(|(letters, _)| word.contains(letters));
    if !has(typed) && !has(word) {
        return plain;
    }
    let sound = |word: &str| {
        SOUNDS.iter().fold(word.to_owned(), |word, (letters, sound)| word.replace(letters, sound))
    };
    let (a, b) = (sound(typed), sound(word));
    let alike = cost(&a, &b, most - OTHER_LETTERS).map(|cost| cost + OTHER_LETTERS);
    match (plain, alike) {
        (Some(plain), Some(alike)) => Some(plain.min(alike)),
        (plain, alike) => plain.or(alike),
    }
}

/// The longest word, in letters, that is mended.
const LONGEST: usize = 24;

/// The letters of a word, without a place of its own in memory for each.
#[derive(Default)]
struct Letters([char; LONGEST]);

impl Letters {
    fn of(&mut self, word: &str) -> Option<&[char]> {
        let mut count = 0;
        for letter in word.chars() {
            *self.0.get_mut(count)? = letter;
            count += 1;
        }
        self.0.get(..count)
    }
}

fn distance(typed: &[char], word: &[char], opens: bool, most: f32) -> Option<f32> {
    let mut rows = [[0.0_f32; LONGEST + 1]; 3];
    let first = |i: usize, j: usize| if opens && (i == 0 || j == 0) { FIRST } else { 0.0 };
    for j in 1..=word.len() {
        rows[0][j] = rows[0][j - 1] + left_out(word, j - 1) + first(0, j - 1);
    }
    let mut least_before = 0.0;
    for i in 1..=typed.len() {
        let (now, last, before) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        rows[now][0] = rows[last][0] + added(typed, i - 1) + first(i - 1, 0);
        let mut least = rows[now][0];
        for j in 1..=word.len() {
            let (a, b) = (typed[i - 1], word[j - 1]);
            let other = match instead(a, b) {
                _ if a == b => 0.0,
                // "Kost": what sounds alike is got wrong at the beginning, too.
                cost if cost < SLIP && !is_vowel(a) => cost + first(i - 1, j - 1) * 0.25,
                cost => cost + first(i - 1, j - 1),
            };
            let mut best = (rows[last][j - 1] + other)
                .min(rows[last][j] + added(typed, i - 1) + first(i - 1, j))
                .min(rows[now][j - 1] + left_out(word, j - 1) + first(i, j - 1));
            if i > 1 && j > 1 && a == word[j - 2] && typed[i - 2] == b && a != b {
                best = best.min(rows[before][j - 2] + 0.8 + first(i - 2, j - 2) * 0.5);
            }
            rows[now][j] = best;
            least = least.min(best);
        }
        // Two letters swapped go on from the row before.
        if least.min(least_before) > most {
            return None;
        }
        least_before = least;
    }
    let cost = rows[typed.len() % 3][word.len()];
    (cost <= most).then_some(cost)
}

/// What it costs to leave out the letter of the word at `at`.
fn left_out(word: &[char], at: usize) -> f32 {
    match word[at] {
        letter if at > 0 && word[at - 1] == letter => 0.6,
        'h' | 'e' => 0.8,
        letter if is_vowel(letter) => 0.85,
        _ => SLIP,
    }
}

/// What it costs to type the letter at `at` too much.
fn added(typed: &[char], at: usize) -> f32 {
    match typed[at] {
        letter if at > 0 && typed[at - 1] == letter => 0.6,
        'h' | 'e' => 0.9,
        _ => SLIP + 0.1,
    }
}

/// What it costs to type one letter for another.
fn instead(typed: char, meant: char) -> f32 {
    let alike = matches!(
        (typed.min(meant), typed.max(meant)),
        ('c', 'k' | 's')
            | ('s' | 'x', 'z')
            | ('f', 'v')
            | ('g', 'j')
            | ('d', 't')
            | ('i', 'y')
            | ('k', 'q')
            | ('m', 'n')
    );
    if alike || is_vowel(typed) && is_vowel(meant) {
        0.8
    } else if are_neighbours(typed, meant) {
        SLIP
    } else {
        SLIP + 0.3
    }
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Whether two letters stand side by side on the keys, or one over the other.
fn are_neighbours(one: char, other: char) -> bool {
    static NEAR: LazyLock<[u32; 26]> = LazyLock::new(neighbours);
    let number = |letter: char| letter.is_ascii_lowercase().then(|| letter as usize - 'a' as usize);
    let (Some(one), Some(other)) = (number(one), number(other)) else {
        return false;
    };
    NEAR[one] >> other & 1 == 1
}

/// For every letter the letters near it on the keys, a bit each.
fn neighbours() -> [u32; 26] {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let keys = (0_i32..).zip(ROWS).flat_map(|(row, keys)| {
        (0_i32..).zip(keys.bytes()).map(move |(column, key)| (row, column, key - b'a'))
    });
    let mut near = [0; 26];
    for (row, column, key) in keys.clone() {
        for (other_row, other_column, other) in keys.clone() {
            if (row - other_row).abs() <= 1 && (column - other_column).abs() <= 1 {
                near[usize::from(key)] |= 1 << other;
            }
        }
    }
    near
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_that_are_often_made_cost_less() {
        let cost = |typed, word| cost(typed, word, 3.0).unwrap_or(9.0);
        assert_eq!(cost("treaty", "treaty"), 0.0);
        assert!(cost("traety", "treaty") < cost("trexty", "treaty"));
        assert!(cost("comittee", "committee") < cost("cmmittee", "committee"));
        assert!(cost("mineral", "minerel") < cost("minerpl", "minerel"));
        assert!(cost("reaty", "treaty") > cost("treay", "treaty"));
        assert!(cost("garden", "treaty") > 2.0);
        assert!(cost("elefant", "elephant") > 2.0);
        assert!(cost_of_sound("elefant", "elephant", 2.0).is_some_and(|cost| cost < 1.0));
    }
}
