//! How the words of a question meet the words of a passage.

use crate::fact::{Base, Passage, TermId};
use crate::lexicon::{LexemeId, Lexicon};
use crate::question::{AnswerType, Query, Term};
use crate::text::syntax::lemma;

use super::namesake;
use super::sense::strength;

/// A question's word with every word of the articles that may stand for it.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// The question's word.
    pub(crate) term: Term,
    /// Words of the articles, with how well each fits, 0 to 1; best first.
    pub(crate) variants: Vec<(TermId, f32)>,
    /// How much it tells, 0 to 1, among these articles.
    pub(crate) weight: f32,
    /// The other words of the name that it is part of.
    companions: Vec<String>,
}

impl Wanted {
    /// Whether the articles have it, or a word of the same meaning.
    pub(crate) fn is_known(&self) -> bool {
        self.variants.iter().any(|(_, strength)| *strength > SAME)
    }

    /// Whether a token of a passage is of a name that only shares this word with the one asked for.
    fn is_namesake(&self, base: &Base, passage: &Passage, token: usize) -> bool {
        namesake::is_another(base, passage, token, (&self.term.word, &self.companions))
    }

    /// How well a word of the articles fits in a passage that has it, given how well by itself.
    pub(crate) fn fit_in(&self, base: &Base, passage: u32, (word, fits): (TermId, f32)) -> f32 {
        if self.companions.is_empty() {
            return fits;
        }
        let mut at = base.keys(passage).iter().filter(|key| key.word == word);
        let passage = base.passage(passage);
        match at.all(|key| self.is_namesake(base, passage, key.token.into())) {
            true => fits.min(NAMESAKE),
            false => fits,
        }
    }
}

/// Where a passage has a question's word.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Met {
    /// The token.
    pub(crate) token: u16,
    /// How well it fits, 0 (not at all) to 1.
    pub(crate) strength: f32,
}

// How well a word fits is told from 0, not at all, to 1, as well as the question's own.

/// From which strength on a word of an article counts as the question's own.
pub(super) const SAME: f32 = 0.6;

/// How well a word of the same meaning fits.
const SYNONYM: f32 = 0.85;

/// How alike a word of another meaning is used at least; that is also how well it fits.
const LEAST_LIKENESS: f32 = 0.3;

/// How well one verb of saying fits another: who "announced" something "said" it.
const SAYING: f32 = 0.55;

/// How well another name of the role asked for fits, at most: "president" for "boss".
const ROLE: f32 = 0.75;

/// How well a word fits that an operator says means the same.
const OPERATOR: f32 = 0.9;

/// How well a name fits where the question has several of them: "Korea" for "the two Koreas".
const ONE_OF_SEVERAL: f32 = 0.8;

/// How well a name fits, at most, that only shares a word with the one asked for.
const NAMESAKE: f32 = 0.3;

/// Looks up a question's words among those of the articles.
pub(crate) fn wanted(query: &Query, base: &Base) -> Vec<Wanted> {
    query.terms.iter().map(|term| lookup(query, term, base)).collect()
}

/// Words by which a name is asked for, or words that are written somewhere, and words that may
/// stand for any of them.
const NAMING: (&[&str], &[&str]) = (
    &["call", "name", "know", "say", "read", "write", "engrave"],
    &[
        "know",
        "dub",
        "nickname",
        "rename",
        "entitle",
        "title",
        "read",
        "inscribe",
        "engrave",
        "word",
        "inscription",
    ],
);

/// Words by which a name of before is asked for, and words that may stand for any of them.
const FORMER: (&[&str], &[&str]) = (
    &[
        "old",
        "before",
        "former",
        "formerly",
        "previous",
        "previously",
        "original",
        "originally",
        "maiden",
        "birth",
        "earlier",
    ],
    &["formerly", "previously", "until", "bear", "née", "originally", "then", "rename"],
);

/// How well a word of [`NAMING`] or [`FORMER`] fits for another of the same list.
const AS_NAME: f32 = 0.7;

fn add_naming(term: &Term, add: &mut impl FnMut(&str, f32)) {
    for (asking, telling) in [NAMING, FORMER] {
        if asking.contains(&term.lemma.as_str()) {
            telling.iter().for_each(|word| add(word, AS_NAME));
        }
    }
}

fn lookup(query: &Query, term: &Term, base: &Base) -> Wanted {
    let mut variants: Vec<(TermId, f32)> = Vec::new();
    let mut add = |word: &str, strength: f32| {
        if let Some(id) = base.words().id(word) {
            add_variant(&mut variants, id, strength);
        }
    };
    add(&term.lemma, 1.0);
    if term.lemma.contains(' ') {
        add_parts(&term.lemma, &mut add);
        // "Died *of* cholera": what is near to dying is, too.
        if let Some(verb) = bare_verb(&term.lemma) {
            let mut add = |word: &str, fits: f32| add(word, fits * WITHOUT_PREPOSITION);
            add_meant(verb, term, &mut add);
        }
    } else {
        add(&term.word, 1.0);
    }
    if is_state(query, term) {
        add_meant(&format!("be {}", term.word), term, &mut add);
    }
    if let Some(tagged) = term.word.strip_prefix(['#', '@']) {
        add(tagged, 1.0);
    }
    for part in term.word.split('-').filter(|part| part.len() > 2 && *part != term.word) {
        add(part, 0.6);
    }
    add_related(term, &mut add);
    // "Has it *fallen*" is often read as an adjective.
    if let Some(base) = lemma::irregular(&term.lemma).filter(|_| !term.is_name) {
        add_meant(base, term, &mut add);
    }
    if let Some(one) = term.word.strip_suffix('s').filter(|_| term.is_name) {
        add(one, ONE_OF_SEVERAL);
    }
    if let Some(role) = query.role.as_ref().filter(|role| role.token == term.token) {
        let names = Lexicon::builtin().role_names(role.title.unwrap_or(&role.noun));
        names.for_each(|(name, fit)| add(name, fit * ROLE));
    }
    if query.expects == AnswerType::Name {
        add_naming(term, &mut add);
    }
    let said_same = [&term.lemma, &term.word].map(|form| base.synonyms(form));
    said_same.into_iter().flatten().for_each(|word| add(word, OPERATOR));
    variants.sort_by(|a, b| b.1.total_cmp(&a.1));
    let weight = weight(term, &variants, base);
    let companions = namesake::companions(query, term);
    Wanted { term: term.clone(), variants, weight, companions }
}

/// Whether a verb tells what something is, or is done to it: "was *hurt*", "will be *discussed*".
fn is_state(query: &Query, term: &Term) -> bool {
    let before = term.token.saturating_sub(3)..term.token.min(query.words.len());
    term.is_verb && before.into_iter().any(|at| query.grammar.lemma(at) == "be")
}

/// How well the rarest part of a word of several parts fits.
const RAREST_PART: f32 = 0.65;

/// How well another part fits.
const OTHER_PART: f32 = 0.3;

/// How well a verb fits that has only its preposition elsewhere: "convicted in May of fraud".
const WITHOUT_PREPOSITION: f32 = 0.95;

/// How rare a verb has to be, 0 to 1, to mean the same without its preposition: "convict" and
/// not "look" or "call".
const RARE_VERB: f32 = 0.45;

/// The verb of one that has a preposition which changes nothing of what it means: "die of".
fn bare_verb(phrase: &str) -> Option<&str> {
    let (verb, preposition) = phrase.split_once(' ')?;
    matches!(preposition, "of" | "from").then_some(verb)
}

/// The parts of a word of several: of "go on strike", "strike" says most of it.
fn add_parts(phrase: &str, add: &mut impl FnMut(&str, f32)) {
    const PREPOSITIONS: [&str; 10] =
        ["of", "for", "to", "from", "with", "by", "against", "in", "on", "at"];
    let lexicon = Lexicon::builtin();
    if let Some((verb, preposition)) = phrase.split_once(' ')
        && PREPOSITIONS.contains(&preposition)
        && lexicon.rarity(verb) > RARE_VERB
    {
        add(verb, WITHOUT_PREPOSITION);
    }
    let rarest = phrase.split(' ').map(|part| lexicon.rarity(part)).fold(0.0, f32::max);
    for part in phrase.split(' ').filter(|part| part.len() > 2) {
        let tells = lexicon.rarity(part) >= rarest;
        add(part, if tells { RAREST_PART } else { OTHER_PART });
    }
}

/// Adds a base form that says the same as that of `term`, with all that is related to it.
fn add_meant(lemma: &str, term: &Term, add: &mut impl FnMut(&str, f32)) {
    add(lemma, 1.0);
    add_related(&Term { lemma: lemma.to_owned(), ..term.clone() }, add);
}

fn add_related(term: &Term, add: &mut impl FnMut(&str, f32)) {
    if let Some(key) = &term.name_key {
        add(key, 0.95);
    }
    let lexicon = Lexicon::builtin();
    if let Some(title) = lexicon.title(&term.word) {
        add(title.name, 0.95);
        title.name.split(' ').for_each(|word| add(word, SYNONYM));
    }
    let Some(word) = lexicon.word(&term.lemma).filter(|_| !term.is_name) else { return };
    for (other, nearness) in lexicon.synonyms(word) {
        add(lexicon.text(other), nearness * SYNONYM);
    }
}

/// A base of more different words than this is not looked through for every word of a question.
const FEW: usize = 6000;

/// Adds the words of the articles that are used like the question's; of very many articles,
/// those of `sources`.
pub(crate) fn widen(wanted: &mut [Wanted], base: &Base, sources: &[u32]) {
    let lexicon = Lexicon::builtin();
    for want in wanted.iter_mut().filter(|want| !want.term.is_name) {
        let Some(own) = lexicon.word(&want.term.lemma) else { continue };
        if base.all_meant().len() <= FEW {
            let alike = base.alike(own, || alike(own, base.all_meant()).collect());
            alike.iter().for_each(|&(id, fits)| add_variant(&mut want.variants, id, fits));
        } else {
            let near = sources.iter().flat_map(|&source| base.meant_in(source));
            alike(own, near).for_each(|(id, fits)| add_variant(&mut want.variants, id, fits));
        }
        want.variants.sort_by(|a, b| b.1.total_cmp(&a.1));
    }
}

/// Those of `words` that are used like `own`, with how well they fit.
fn alike<'a>(
    own: LexemeId,
    words: impl IntoIterator<Item = &'a (TermId, LexemeId)>,
) -> impl Iterator<Item = (TermId, f32)> {
    let lexicon = Lexicon::builtin();
    let says = lexicon.saying(lexicon.text(own)).is_some();
    words.into_iter().filter_map(move |&(id, other)| {
        let both_say = says && lexicon.saying(lexicon.text(other)).is_some();
        let likeness = lexicon.likeness(own, other).max(if both_say { SAYING } else { 0.0 });
        (likeness >= LEAST_LIKENESS).then_some((id, likeness))
    })
}

fn add_variant(variants: &mut Vec<(TermId, f32)>, id: TermId, strength: f32) {
    match variants.iter_mut().find(|(known, _)| *known == id) {
        Some((_, best)) => *best = best.max(strength),
        None => variants.push((id, strength)),
    }
}

/// Rare in these articles and rare in English both make a word tell more.
fn weight(term: &Term, variants: &[(TermId, f32)], base: &Base) -> f32 {
    let passages = base.passages().len() as f32 + 1.0;
    let exact = variants.iter().filter(|(_, strength)| *strength > 0.8);
    let having = exact.map(|(id, _)| base.postings(*id).len()).max().unwrap_or(0) as f32;
    let idf = ((passages / (having + 0.5)).ln() / passages.max(3.0).ln()).clamp(0.0, 1.0);
    let rarity = term.weight;
    let focus = if term.is_focus { 0.5 } else { 1.0 };
    let name = if term.is_name { 1.25 } else { 1.0 };
    (0.15 + 0.35 * idf + 0.5 * rarity) * focus * name
}

/// Wanted words with all their variants, to be found by the words of passages.
#[derive(Debug)]
pub(crate) struct Variants<'a> {
    wanted: &'a [Wanted],
    /// A word of the articles, the wanted word by index, and how well it fits; by words.
    known: Vec<(TermId, u16, f32)>,
    /// Which words may be among these: a bit for all whose numbers end alike.
    sieve: [u64; SIEVE],
}

/// How many times 64 bits the sieve has.
const SIEVE: usize = 16;

/// The place of a word in the sieve, and its bit there.
fn in_sieve(word: TermId) -> (usize, u64) {
    (word as usize / 64 % SIEVE, 1 << (word % 64))
}

impl<'a> Variants<'a> {
    /// Those of `wanted`.
    pub(crate) fn new(wanted: &'a [Wanted]) -> Self {
        let of = |(index, want): (usize, &'a Wanted)| {
            want.variants.iter().map(move |&(word, fits)| (word, index as u16, fits))
        };
        let mut known: Vec<_> = wanted.iter().enumerate().flat_map(of).collect();
        known.sort_unstable_by_key(|&(word, index, _)| (word, index));
        let mut sieve = [0; SIEVE];
        for &(word, ..) in &known {
            let (place, bit) = in_sieve(word);
            sieve[place] |= bit;
        }
        Variants { wanted, known, sieve }
    }

    fn may_know(&self, word: TermId) -> bool {
        let (place, bit) = in_sieve(word);
        self.sieve[place] & bit != 0
    }

    fn of(&self, word: TermId) -> impl Iterator<Item = (usize, f32)> {
        let first = self.known.partition_point(|(known, ..)| *known < word);
        let same = self.known[first..].iter().take_while(move |(known, ..)| *known == word);
        same.map(|&(_, index, fits)| (usize::from(index), fits))
    }

    /// Where a passage has each of the wanted words: as it stands, or by meaning.
    pub(crate) fn meet(&self, base: &Base, passage: u32) -> Vec<Met> {
        let looked_at = base.passage(passage);
        let grammar = &looked_at.grammar;
        let states = |token: u16| grammar.tokens[usize::from(token)].tag.is_finite();
        let mut met = vec![Met::default(); self.wanted.len()];
        for key in base.keys(passage).iter().filter(|key| self.may_know(key.word)) {
            for (index, fits) in self.of(key.word) {
                let (want, best) = (&self.wanted[index], &mut met[index]);
                let term = &want.term;
                let is_namesake = want.is_namesake(base, looked_at, key.token.into());
                let fits = if is_namesake { fits.min(NAMESAKE) } else { fits };
                let strength = strength(term, key, fits, base, grammar);
                let firmer = term.is_verb && states(key.token) && !states(best.token);
                if strength > best.strength || (strength == best.strength && firmer) {
                    *best = Met { token: key.token, strength };
                }
            }
        }
        met
    }
}
