//! What words and names are, and how near two words are in meaning.
//!
//! In go base forms of words and names as written, out come countries, places, bodies, titles,
//! synonyms, opposites, rarity. The knowledge is in `data/`, whose README.md says where it is
//! from. Never reads a file, and never guesses about a word that no table has.
//!
//! ```
//! use dateline::lexicon::{Lexicon, Relation};
//!
//! let lexicon = Lexicon::builtin();
//! let egyptian = lexicon.country("Egyptian").expect("the table has it");
//! assert_eq!((egyptian.country.name, egyptian.relation), ("Egypt", Relation::Adjective));
//! assert!(lexicon.similar("kick out", "expel") > 0.9);
//! assert!(lexicon.antonyms("buy", "sell"));
//! ```

mod country;
mod fold;
mod groups;
mod keys;
mod kind;
mod nations;
mod nearness;
mod organisation;
mod person;
mod phrases;
mod place;
mod relations;
mod role;
mod slots;
mod tsv;
mod vectors;
mod words;

pub use country::{Country, CountryMatch, Relation};
pub use kind::NounKind;
pub use organisation::Organisation;
pub use person::{Gender, Saying, Title, TitleKind};
pub use phrases::PhraseMatch;
pub use place::{Place, PlaceKind, PlaceMatch};
pub use vectors::FIGURES as VECTOR;
pub use words::{LexemeId, before_y, doubles};

use country::Countries;
use groups::{Families, Groups, Opposites, Synonyms};
use nations::Nations;
use organisation::Organisations;
use person::Table;
use phrases::Phrases;
use place::Places;
use role::Roles;
use std::sync::OnceLock;
use words::Words;

/// All that is known of words and names. Built once, then only read.
#[derive(Clone, Debug)]
pub struct Lexicon {
    words: Words,
    synonyms: Synonyms,
    opposites: Opposites,
    families: Families,
    nations: Nations,
    phrases: Phrases,
    countries: Countries,
    places: Places,
    organisations: Organisations,
    given_names: Table<Gender>,
    titles: Table<Title>,
    saying: Table<Saying>,
    roles: Roles,
    chat: Table<&'static str>,
}

impl Lexicon {
    /// The lexicon of the whole program, built at the first call (some milliseconds).
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Lexicon> = OnceLock::new();
        BUILTIN.get_or_init(Self::new)
    }

    /// Reads the tables; [`Lexicon::builtin`] does so once.
    pub fn new() -> Self {
        let groups = Groups::new();
        let words = groups.vocabulary();
        let countries = Countries::new();
        Self {
            synonyms: Synonyms::new(&words, &groups),
            opposites: Opposites::new(&words, &groups),
            phrases: Phrases::new(&words),
            families: Families::new(&words, &groups),
            nations: Nations::new(&words, &countries),
            countries,
            places: Places::new(),
            organisations: Organisations::new(),
            given_names: person::given_names(),
            titles: person::titles(),
            saying: person::verbs_of_saying(),
            roles: Roles::new(),
            chat: person::chat(),
            words,
        }
    }

    /// The number of a word by its base form; a phrase of the tables ("pull out of") is one word.
    pub fn word(&self, lemma: &str) -> Option<LexemeId> {
        self.words.find(lemma)
    }

    /// How many words it knows: their numbers are lower.
    pub fn size(&self) -> usize {
        self.words.len()
    }

    /// The word with a number.
    pub fn numbered(&self, number: u32) -> Option<LexemeId> {
        ((number as usize) < self.size()).then_some(LexemeId(number))
    }

    /// How a word is used: a vector of unit length; `None` of words without one.
    pub fn vector(&self, word: LexemeId) -> Option<[f32; VECTOR]> {
        vectors::of(word)
    }

    /// How alike two words are used: the cosine of their vectors, from -1 to 1; 0 where one has
    /// none.
    pub fn used_alike(&self, a: LexemeId, b: LexemeId) -> f32 {
        vectors::cosine(a, b).unwrap_or(0.0)
    }

    /// The base form of a word.
    pub fn text(&self, word: LexemeId) -> &str {
        self.words.text(word)
    }

    /// Calls `visit` with the common words, and their plurals, that a slip of the keys may have
    /// made `folded` of, `slips` at most: they begin alike and are about as long.
    pub fn words_like(&self, folded: &str, slips: u32, visit: &mut dyn FnMut(&str)) {
        self.words.like(folded, slips, visit);
    }

    /// Calls `visit` with the names of countries, of their people and capitals, folded, that are
    /// one word, begin like `folded` and may be at most `slips` slips of the keys away.
    pub fn countries_like(&self, folded: &str, slips: u32, visit: &mut dyn FnMut(&str)) {
        self.countries.like(folded, slips, visit);
    }

    /// How rare a word is, by the logarithm of its rank: 0 for "the", near 1 for what is not known.
    pub fn rarity(&self, lemma: &str) -> f32 {
        self.words.rarity(self.word(lemma))
    }

    /// The words of several parts in a sentence, given its base forms and its folded words.
    pub fn phrases(&self, lemmas: &[&str], written: &[String]) -> Vec<PhraseMatch> {
        self.phrases.find(&self.words, lemmas, written)
    }

    /// Calls `found` with every place where a word of several parts begins, given the base forms
    /// and the folded words of a sentence.
    pub fn each_phrase(
        &self,
        lemmas: &[&str],
        written: &[String],
        found: &mut dyn FnMut(usize, LexemeId),
    ) {
        self.phrases.each(&self.words, lemmas, written, found);
    }

    /// The country that goes by a name, adjective, capital or metonym.
    pub fn country<'a>(&'a self, name: &'a str) -> Option<CountryMatch<'a>> {
        self.countries(name).next()
    }

    /// Whether two names are of one country: "Jakarta" and "Indonesia".
    pub fn is_same_country(&self, a: &str, b: &str) -> bool {
        let code = |name: &str| self.country(name).map(|found| found.country.code);
        code(a).is_some_and(|own| Some(own) == code(b))
    }

    /// All countries that a name can stand for, the likeliest first.
    pub fn countries<'a>(&'a self, name: &'a str) -> impl Iterator<Item = CountryMatch<'a>> {
        self.countries.find(name)
    }

    /// The place, other than a country, that goes by a name.
    pub fn place<'a>(&'a self, name: &'a str) -> Option<PlaceMatch<'a>> {
        self.places(name).next()
    }

    /// All places that go by a name, the best known first.
    pub fn places<'a>(&'a self, name: &'a str) -> impl Iterator<Item = PlaceMatch<'a>> {
        self.places.find(name)
    }

    /// The body that goes by a name or abbreviation.
    pub fn organisation<'a>(&'a self, name: &'a str) -> Option<&'a Organisation> {
        self.organisations(name).next()
    }

    /// All bodies that go by a name or abbreviation.
    pub fn organisations<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Organisation> {
        self.organisations.find(name)
    }

    /// Who bears a given name.
    pub fn given_name(&self, name: &str) -> Option<Gender> {
        self.given_names.get(name)
    }

    /// The title or role that a phrase is: "minister of foreign affairs".
    pub fn title(&self, phrase: &str) -> Option<Title> {
        self.titles.get(phrase)
    }

    /// How a verb reports words, by its base form; `None` for other verbs.
    pub fn saying(&self, verb: &str) -> Option<Saying> {
        self.saying.get(verb)
    }

    /// How well somebody who is called `borne` answers a question for the role `asked`, 0 to 1: a
    /// president may be the boss asked for.
    pub fn role_fit(&self, asked: &str, borne: &str) -> f32 {
        self.roles.fit(asked, borne)
    }

    /// How well somebody who does what `verb` says answers a question for the role `asked`.
    pub fn role_fit_of_verb(&self, asked: &str, verb: &str) -> f32 {
        self.roles.fit_of_verb(asked, verb)
    }

    /// The role of one who does what `verb` says: a coach coaches.
    pub fn role_of_verb(&self, verb: &str) -> Option<&'static str> {
        self.roles.of_verb(verb)
    }

    /// Every other name of a role, with how well it fits.
    pub fn role_names(&self, asked: &str) -> impl Iterator<Item = (&'static str, f32)> + '_ {
        self.roles.names(asked)
    }

    /// What is meant by a token of chat-speak or a common misspelling: "ppl" is "people".
    pub fn normalise_chat(&self, token: &str) -> Option<&'static str> {
        self.chat.get(token)
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_word_is_near_to_itself_alone() {
        let lexicon = Lexicon::builtin();
        assert_eq!(lexicon.similar("xqzzt", "Xqzzt"), 1.0);
        assert_eq!(lexicon.similar("xqzzt", "sell"), 0.0);
    }

    #[test]
    fn odd_input_is_no_trouble() {
        let lexicon = Lexicon::builtin();
        let long = "x".repeat(100_000);
        for odd in ["", " ", "\0", "the ", "=", "|", "🙂", "İ", &long] {
            let _ = (lexicon.word(odd), lexicon.country(odd), lexicon.place(odd));
            let _ = (lexicon.organisation(odd), lexicon.title(odd), lexicon.rarity(odd));
            let _ = lexicon.phrases(&[odd, odd], &[odd.to_owned(), odd.to_owned()]);
        }
    }
}
