//! Which word was meant: the one that slips may most easily have made, that the articles and the
//! language have most often, and that goes with the other words of the question.

use crate::lexicon::{Lexicon, NounKind};
use crate::question::AnswerType;
use crate::text::syntax::{Tag, lemma};

use super::slips;
use super::{COMMON, USUAL, Vocabulary, is_light};

/// The words of a question as far as they are known, and the one to be told.
pub(super) struct Around<'a> {
    /// Each word, folded; empty where it is not known.
    pub(super) settled: &'a [String],
    /// Whether each tells something: no "the".
    pub(super) tells: &'a [bool],
    /// The number of the word.
    pub(super) at: usize,
    pub(super) vocabulary: &'a dyn Vocabulary,
    /// Whether the question is typed carelessly, so that known words may be slips, too.
    pub(super) hurried: bool,
}

/// A word that may have been meant.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) word: String,
    pub(super) cost: f32,
    /// How often the articles have it.
    pub(super) count: usize,
    score: f32,
}

/// By how much the likeliest has to lead where the other words cannot change it.
const CLEAR: f32 = 2.7;

/// From so many letters on a word may be a country that the articles do not have.
const COUNTRY: usize = 6;
/// How far away from it the word may be: a slip that is often made.
const EASY: f32 = 0.9;

/// How many of the likeliest are held against the other words of the question.
const LOOKED_AT: usize = 5;

impl Around<'_> {
    /// Whether the articles have `word` right beside a neighbour that tells something.
    pub(super) fn is_beside(&self, word: &str) -> bool {
        let before = self.neighbour(self.at.checked_sub(1));
        let after = self.neighbour(Some(self.at + 1));
        before.is_some_and(|other| self.vocabulary.is_beside(other, word))
            || after.is_some_and(|other| self.vocabulary.is_beside(word, other))
    }

    /// Whether the articles write a word with a capital.
    fn is_name(&self, word: &str) -> bool {
        let written = self.vocabulary.written(word);
        written.is_some_and(|written| written.starts_with(char::is_uppercase))
    }

    fn neighbour(&self, at: Option<usize>) -> Option<&str> {
        let at = at.filter(|&at| self.tells.get(at) == Some(&true))?;
        self.settled.get(at).map(String::as_str)
    }

    /// How much of the rest of the question stands in the passages that have `word`, 0 to 1.
    pub(super) fn shared(&self, word: &str) -> f32 {
        let others = self.settled.iter().zip(self.tells).enumerate();
        let others = others.filter(|&(at, (_, tells))| *tells && at != self.at);
        let others: Vec<&str> = others.map(|(_, (other, _))| other.as_str()).collect();
        if others.is_empty() { 0.0 } else { self.vocabulary.shared(word, &others) }
    }

    /// The word that `typed` was most likely meant to be; a name where it is typed as one.
    pub(super) fn meant(&self, typed: &str, as_name: bool) -> Option<Candidate> {
        let mut found = self.candidates(typed, as_name);
        found.sort_by(|a, b| b.score.total_cmp(&a.score));
        found.truncate(LOOKED_AT);
        let letters = typed.chars().count();
        let is_clear = found.get(1).is_none_or(|next| found[0].score - next.score > CLEAR);
        for candidate in &mut found {
            let is_told = is_clear && candidate.cost <= 1.0 && letters > 3;
            let (beside, shared) = if is_told {
                (true, 1.0)
            } else {
                (self.is_beside(&candidate.word), self.shared(&candidate.word))
            };
            candidate.score += if beside { 1.2 } else { 0.0 } + 1.5 * shared;
            let known = candidate.count > 0 && (beside || shared > 0.3);
            if !(is_sure(typed, candidate, letters) || known && candidate.cost <= 1.0)
                || candidate.cost > if as_name { 1.0 } else { loosely(letters) } && !known
                || as_name && are_forms(typed, &candidate.word)
                || is_longer_form(typed, &candidate.word)
            {
                candidate.score = f32::MIN;
            }
        }
        likeliest(found)
    }

    /// What "hwo" was meant to be: "how" before a measure, a subject or an adverb, "who" before a
    /// verb and where it is asked who somebody is.
    pub(super) fn who_or_how(&self) -> &'static str {
        let next = |steps: usize| self.settled.get(self.at + steps).map_or("", String::as_str);
        let is_be = matches!(next(1), "is" | "are" | "was" | "were" | "has" | "will");
        let person = |word: &str| {
            Lexicon::builtin().kind_of(word).is_person() || Lexicon::builtin().title(word).is_some()
        };
        let named = |word: &str| self.is_name(word);
        let done = |word: &str| word.ends_with("ed") || lemma::irregular(word).is_some();
        let is_who = is_be
            && (done(next(2))
                || (2..5).any(|at| person(next(at)))
                || named(next(2)) && (3..6).all(|at| next(at).is_empty() || named(next(at))));
        if is_who { "who" } else { "how" }
    }

    /// The measure that a noun or no word behind "how" was meant to be: "how *lung*", "how *mny*".
    pub(super) fn measure(&self, typed: &str) -> Option<&'static str> {
        const MEASURES: [&str; 18] = [
            "long", "many", "much", "old", "far", "often", "big", "fast", "deep", "high", "tall",
            "heavy", "large", "wide", "thick", "soon", "late", "strong",
        ];
        let before = self.at.checked_sub(1).and_then(|at| self.settled.get(at));
        let asked = before.is_some_and(|before| before == "how");
        if !asked || MEASURES.contains(&typed) || is_light(typed) {
            return None;
        }
        let is_noun = Lexicon::builtin().kind_of(typed) != NounKind::Other;
        if !is_noun && !self.is_name(typed) && self.vocabulary.is_word(typed) {
            return None;
        }
        let cost = |word: &&'static str| Some((slips::cost(typed, word, 1.4)?, *word));
        let near = MEASURES.iter().filter_map(cost);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, word)| word)
    }

    /// The word of the articles that was meant where `typed` is a word, but one that has no
    /// business here: the articles have nothing of it beside its neighbours, and the other there.
    pub(super) fn misplaced(&self, typed: &str) -> Option<Candidate> {
        const TELLS: f32 = 0.5;
        let vocabulary = self.vocabulary;
        if !self.hurried {
            return None;
        }
        let base = lemma::irregular(typed).unwrap_or(typed);
        if typed.len() < 3 || is_light(typed) || vocabulary.weight(typed, base) < TELLS {
            return None;
        }
        if AnswerType::of_noun(typed).is_some() {
            return None;
        }
        let known = vocabulary.written(typed).is_some();
        if known && self.is_beside(typed) {
            return None;
        }
        let mut found: Vec<Candidate> = Vec::new();
        vocabulary.near(typed, 1, &mut |word, count| {
            let cost = slips::cost(typed, word, 1.0).filter(|&cost| cost > 0.0);
            if let Some(cost) = cost.filter(|_| !are_forms(typed, word) && !is_light(word)) {
                found.push(Candidate { word: word.to_owned(), cost, count, score: -cost });
            }
        });
        let here = |word: &str| if known { self.shared(word) } else { 0.0 };
        let own = if found.is_empty() { 0.0 } else { here(typed) };
        for candidate in &mut found {
            let shared = self.shared(&candidate.word);
            candidate.score += shared;
            let fits = self.is_beside(&candidate.word) && shared > own + 0.1
                || !known && candidate.cost <= 0.8 && shared >= 0.6;
            candidate.score = if fits { candidate.score } else { f32::MIN };
        }
        likeliest(found)
    }

    /// The form of a common verb that was meant where `typed` would be one of a word that hardly
    /// anybody uses, and only a letter is doubled or is not, or an "e" kept: "discused",
    /// which is no form of "discus".
    pub(super) fn common_form(&self, typed: &str) -> Option<Candidate> {
        const RARE: f32 = 0.72;
        let vocabulary = self.vocabulary;
        let weight = |word: &str| {
            let tag = if word.ends_with("ing") { Tag::VBG } else { Tag::VBD };
            let (stays, end) = lemma::by_rule(word, tag)?;
            let base = format!("{}{end}", word.get(..stays)?);
            let stem = word.strip_suffix("ing").or_else(|| word.strip_suffix("ed"))?;
            let weight = |base: &str| vocabulary.weight(base, base);
            let own = if keeps_e(stem) { weight(stem) } else { 1.0 };
            Some(weight(&base).min(own).min(weight(&format!("{stem}e"))))
        };
        let is_form = typed.ends_with("ed") || typed.ends_with("ing");
        let is_rare = || weight(typed).is_some_and(|weight| weight > RARE);
        if !is_form || vocabulary.weight(typed, typed) < RARE || !is_rare() {
            return None;
        }
        let mut found: Vec<Candidate> = Vec::new();
        let mut consider = |word: &str, count: usize| {
            let is_near = word != typed && letters_once(word) == letters_once(typed);
            let cost = slips::cost(typed, word, EASY).filter(|_| is_near);
            let weight = weight(word).filter(|&weight| weight < USUAL);
            if let (Some(cost), Some(weight)) = (cost, weight) {
                found.push(Candidate { word: word.to_owned(), cost, count, score: -cost - weight });
            }
        };
        vocabulary.near(typed, 1, &mut consider);
        vocabulary.near_in_language(typed, 1, &mut |word| consider(word, 0));
        likeliest(found)
    }

    fn candidates(&self, typed: &str, as_name: bool) -> Vec<Candidate> {
        let letters = typed.chars().count();
        let most = allowed(letters);
        let mut found: Vec<Candidate> = Vec::new();
        let vocabulary = self.vocabulary;
        let slips = if letters >= 7 { 2 } else { 1 };
        let mut consider = |word: &str, count: usize, prior: f32| {
            let Some(cost) = slips::cost_of_sound(typed, word, most) else { return };
            let score = prior - 3.5 * cost + ((count + 1) as f32).ln() * 0.3;
            match found.iter_mut().find(|known| known.word == word) {
                Some(known) => known.score = known.score.max(score),
                None => found.push(Candidate { word: word.to_owned(), cost, count, score }),
            }
        };
        vocabulary.near(typed, slips, &mut |word, count| {
            if !as_name || self.is_name(word) || self.is_beside(word) {
                consider(word, count, 0.4);
            }
        });
        if letters >= COUNTRY && Lexicon::builtin().given_name(typed).is_none() {
            vocabulary.near_in_countries(typed, 1, &mut |word| {
                if slips::cost(typed, word, EASY).is_some() {
                    consider(word, 0, 0.4);
                }
            });
        }
        if !as_name {
            let common = |word: &str| -2.0 * vocabulary.weight(word, word);
            vocabulary.near_in_language(typed, slips, &mut |word| consider(word, 0, common(word)));
            COMMON.iter().for_each(|word| consider(word, 0, 1.2));
            if let Some(stem) =
                typed.strip_suffix("ys").filter(|stem| !stem.ends_with(['a', 'e', 'o']))
            {
                consider(&format!("{stem}ies"), 0, 1.2);
            }
        }
        found
    }
}

/// Whether a stem loses no "e" before "ing": "see", not "fire".
fn keeps_e(stem: &str) -> bool {
    !stem.ends_with('e') || ["ee", "oe", "ye"].iter().any(|end| stem.ends_with(end))
}

/// A form of a verb with every doubled letter once and without the "e" that "ing" takes: "comited"
/// for "committed", "firing" for "fireing".
fn letters_once(form: &str) -> String {
    let mut letters: Vec<char> = form.replace("eing", "ing").chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// The likeliest of some words; none that cannot have been meant.
fn likeliest(found: Vec<Candidate>) -> Option<Candidate> {
    let best = found.into_iter().max_by(|a, b| a.score.total_cmp(&b.score));
    best.filter(|best| best.score > f32::MIN)
}

/// The most that a word of so many letters may be away where nothing else speaks for it.
fn loosely(letters: usize) -> f32 {
    if letters < 7 { 1.3 } else { allowed(letters) }
}

/// The most that a word of so many letters may be away from what was meant.
fn allowed(letters: usize) -> f32 {
    match letters {
        0..=3 => 1.1,
        4 => 1.2,
        5 | 6 => 1.7,
        7 | 8 => 2.0,
        _ => 2.2,
    }
}

/// Whether a word as short as three letters can be told without its neighbours.
fn is_sure(typed: &str, meant: &Candidate, letters: usize) -> bool {
    letters > 3 || same_letters(typed, &meant.word) || meant.cost < 0.7 || lacks_vowel(typed)
}

/// Whether a word cannot be said as it stands: "kty".
fn lacks_vowel(word: &str) -> bool {
    !word.contains(['a', 'e', 'i', 'o', 'u'])
}

fn same_letters(a: &str, b: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    a.len() == b.len() && sorted(a) == sorted(b)
}

/// Whether `typed` is `word` with an ending that makes another word of it: "biathletes", "Texans",
/// "fishy", "postmen" of "postman".
fn is_longer_form(typed: &str, word: &str) -> bool {
    const ENDINGS: [&str; 9] = ["s", "es", "n", "ns", "an", "ans", "y", "r", "rs"];
    let men = typed.strip_suffix("men").zip(word.strip_suffix("man"));
    let ending = typed.strip_prefix(word).filter(|_| word.len() > 3 && !word.ends_with('s'));
    ending.is_some_and(|ending| ENDINGS.contains(&ending)) || men.is_some_and(|(a, b)| a == b)
}

/// Whether one word is the other with another ending ("train", "trains"), which is no slip.
pub(super) fn are_forms(a: &str, b: &str) -> bool {
    let base = |word| lemma::irregular(word).unwrap_or(word);
    let men = |word: &str| word.replace("men", "man");
    if base(a) == base(b) || men(a) == men(b) {
        return true;
    }
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let ending = |word: &str| {
        const ENDINGS: [&str; 20] = [
            "", "s", "es", "d", "ed", "e", "y", "ies", "ing", "er", "ers", "n", "an", "ans", "r",
            "or", "ly", "al", "st", "ic",
        ];
        word.get(same..).is_some_and(|rest| ENDINGS.contains(&rest))
    };
    same >= 3 && ending(a) && ending(b)
}
