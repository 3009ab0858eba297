//! One article as the finders see it: its headline and sentences in order, and how its words
//! are spread over them.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::headline;
use super::whole;
use crate::fact::Passage;
use crate::text::fold;
use crate::text::syntax::Tag;

/// How many sentences are looked through. The main event stands near the top; dates and captions
/// further down repeat it.
const MOST_SENTENCES: usize = 60;

/// The longest sentence that is looked at, in tokens; what is longer is a list or no prose at all.
const LONGEST_SENTENCE: usize = 300;

/// Among how many sentences the lead is looked for: captions and notices may stand before it.
const LEAD_AMONG: usize = 6;

/// How many tokens after a preposition are looked at for the name of a place.
const LONGEST_NAME: usize = 6;

/// An article, and where its words occur.
#[derive(Debug)]
pub struct Story<'a> {
    passages: Vec<&'a Passage>,
    words: Vec<Vec<u32>>,
    counts: Vec<u32>,
    pairs: HashMap<(u32, u32), u32>,
    in_title: HashSet<u32>,
    nearness: Vec<f32>,
    lead: usize,
    published: Option<Date>,
    located: HashMap<u32, (u32, u32)>,
    predicate: Option<usize>,
    quotations: Vec<Vec<(usize, usize)>>,
}

impl<'a> Story<'a> {
    /// Looks through the passages of one article; sentences that come twice count once, endless
    /// ones not at all.
    pub fn new(passages: impl IntoIterator<Item = &'a Passage>, published: Option<Date>) -> Self {
        let mut known = HashSet::new();
        let sentences = passages.into_iter().filter(|passage| passage.len() <= LONGEST_SENTENCE);
        let distinct = sentences.filter(|passage| known.insert(passage.text.as_str()));
        let passages: Vec<&Passage> = distinct.take(MOST_SENTENCES + 1).collect();
        let quotations = passages.iter().map(|passage| whole::quotations(passage)).collect();
        let mut story = Story {
            passages,
            words: Vec::new(),
            counts: Vec::new(),
            pairs: HashMap::new(),
            in_title: HashSet::new(),
            nearness: Vec::new(),
            lead: 0,
            published,
            located: HashMap::new(),
            predicate: None,
            quotations,
        };
        story.count_words();
        story.compare_with_title();
        story.count_locations();
        story.predicate = headline::predicate(&story);
        story
    }

    fn count_words(&mut self) {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for passage in &self.passages {
            let mut number = |token: usize| {
                let next = numbers.len() as u32;
                *numbers.entry(fold(passage.grammar.lemma(token))).or_insert(next)
            };
            let words: Vec<u32> = (0..passage.len()).map(&mut number).collect();
            self.counts.resize(numbers.len(), 0);
            words.iter().for_each(|&word| self.counts[word as usize] += 1);
            for pair in words.windows(2) {
                *self.pairs.entry((pair[0], pair[1])).or_default() += 1;
            }
            self.words.push(words);
        }
    }

    fn compare_with_title(&mut self) {
        for passage in (0..self.passages.len()).filter(|&index| self.passages[index].is_title) {
            let tokens =
                (0..self.passages[passage].len()).filter(|&token| self.is_content(passage, token));
            let words: Vec<u32> = tokens.map(|token| self.words[passage][token]).collect();
            self.in_title.extend(words);
        }
        self.nearness =
            (0..self.passages.len()).map(|passage| self.share_of_title(passage)).collect();
        let score = |&index: &usize| self.nearness[index] - 0.03 * index as f32;
        let sentences = self.sentences(LEAD_AMONG);
        self.lead = sentences.max_by(|a, b| score(a).total_cmp(&score(b))).unwrap_or_default();
    }

    fn share_of_title(&self, passage: usize) -> f32 {
        let last = self.passages[passage].len().saturating_sub(1);
        self.title_recall(passage, 0, last)
    }

    /// The passage with this number; the headline is one of them, usually the first.
    pub fn passage(&self, number: usize) -> &'a Passage {
        self.passages[number]
    }

    /// The marks that open and close each quotation of a passage.
    pub(super) fn quotations(&self, number: usize) -> &[(usize, usize)] {
        &self.quotations[number]
    }

    /// The number of the headline.
    pub fn title(&self) -> Option<usize> {
        self.passages.iter().position(|passage| passage.is_title)
    }

    /// The numbers of the first sentences of the body, at most `most` of them.
    pub fn sentences(&self, most: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.passages.len()).filter(|&index| !self.passages[index].is_title).take(most)
    }

    /// The numbers of the headline and the first sentences.
    pub fn top(&self, most: usize) -> impl Iterator<Item = usize> + '_ {
        self.title().into_iter().chain(self.sentences(most))
    }

    /// The sentence near the top that tells the most of what the headline says.
    pub fn lead(&self) -> usize {
        self.lead
    }

    /// The token of the headline that tells what happens: its verb, or a noun that is one
    /// elsewhere.
    pub fn predicate(&self) -> Option<usize> {
        self.predicate
    }

    fn count_locations(&mut self) {
        for (passage, words) in self.passages.iter().zip(&self.words) {
            for token in 0..words.len() {
                let Some(last) = name_after(passage, token) else { continue };
                let placed =
                    matches!(passage.grammar.lemma(token), "in" | "at" | "near" | "outside");
                let behind = token > 0 && passage.grammar.tokens[token - 1].tag.is_proper();
                let counts = self.located.entry(words[last]).or_default();
                counts.0 += u32::from(placed);
                counts.1 += u32::from(behind);
            }
        }
    }

    /// How often the word at a token closes a noun phrase after "in", "at" or the like.
    pub fn located(&self, passage: usize, token: usize) -> u32 {
        self.located.get(&self.words[passage][token]).map_or(0, |counts| counts.0)
    }

    /// The most that [`Story::located`] says of any word.
    pub fn most_located(&self) -> u32 {
        self.located.values().map(|counts| counts.0).max().unwrap_or_default()
    }

    /// How often the word at a token closes a noun phrase behind a name: "Springfield, *Illinois*".
    pub fn behind_name(&self, passage: usize, token: usize) -> u32 {
        self.located.get(&self.words[passage][token]).map_or(0, |counts| counts.1)
    }

    /// All passages that are looked at.
    pub fn passages(&self) -> &[&'a Passage] {
        &self.passages
    }

    /// The day of publication.
    pub fn published(&self) -> Option<Date> {
        self.published
    }

    /// Which sentence of the body a passage is, from 0.
    pub fn position(&self, passage: usize) -> usize {
        self.passages[..passage].iter().filter(|before| !before.is_title).count()
    }

    /// The share of the headline's words that a passage has, 0 to 1.
    pub fn nearness(&self, passage: usize) -> f32 {
        self.nearness[passage]
    }

    /// Whether a token is a word with a meaning of its own.
    pub fn is_content(&self, passage: usize, token: usize) -> bool {
        let grammar = &self.passages[passage].grammar;
        let tag = grammar.tokens[token].tag;
        let empty = matches!(
            grammar.lemma(token),
            "be" | "is" | "was" | "are" | "were" | "been" | "have" | "has" | "had"
        );
        (tag.is_noun() || tag.is_verb() || tag.is_adjective() || tag == Tag::CD) && !empty
    }

    /// How often the article has the word at a token.
    pub fn count(&self, passage: usize, token: usize) -> u32 {
        self.counts[self.words[passage][token] as usize]
    }

    /// Whether the headline has the word at a token.
    pub fn is_in_title(&self, passage: usize, token: usize) -> bool {
        self.in_title.contains(&self.words[passage][token])
    }

    /// The numbers of the words from one token to another, sorted; marks and articles left out.
    pub fn terms(&self, passage: usize, first: usize, last: usize) -> Vec<u32> {
        let grammar = &self.passages[passage].grammar;
        let is_term = |token: &usize| {
            let article = matches!(grammar.lemma(*token), "the" | "a" | "an");
            !grammar.tokens[*token].tag.is_punctuation() && !article
        };
        let mut terms: Vec<u32> =
            (first..=last).filter(is_term).map(|token| self.words[passage][token]).collect();
        terms.sort_unstable();
        terms
    }

    /// The share of the headline's words that some tokens have, 0 to 1.
    pub fn title_recall(&self, passage: usize, first: usize, last: usize) -> f32 {
        let words = self.words[passage].get(first..=last).unwrap_or_default();
        let met: HashSet<&u32> = words.iter().filter(|word| self.in_title.contains(word)).collect();
        met.len() as f32 / self.in_title.len().max(1) as f32
    }

    /// How firmly a token and the one after it belong together: of all times that the article has
    /// the rarer of the two, how often the other is beside it.
    pub fn cohesion(&self, passage: usize, token: usize) -> f32 {
        let words = &self.words[passage];
        let (Some(&this), Some(&next)) = (words.get(token), words.get(token + 1)) else {
            return 0.0;
        };
        let together = self.pairs.get(&(this, next)).copied().unwrap_or_default();
        let rarer = self.counts[this as usize].min(self.counts[next as usize]);
        // Once is no evidence: a pair that is only seen here counts half.
        (together.saturating_sub(1) as f32 + 0.5) / rarer.max(1) as f32
    }
}

/// The last token of the name or noun phrase that a preposition or comma opens.
fn name_after(passage: &Passage, opener: usize) -> Option<usize> {
    let tokens = &passage.grammar.tokens;
    if !matches!(tokens[opener].tag, Tag::IN | Tag::Comma) {
        return None;
    }
    let goes_on = |&token: &usize| {
        let tag = tokens[token].tag;
        tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::DT | Tag::PRPS | Tag::POS)
    };
    let phrase = (opener + 1..tokens.len()).take(LONGEST_NAME).take_while(goes_on);
    phrase.filter(|&token| tokens[token].tag.is_noun()).last()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{FIRE, passages};
    use super::*;

    #[test]
    fn the_lead_is_the_sentence_that_says_what_the_headline_says() {
        let passages = passages(FIRE);
        let story = Story::new(&passages, None);
        assert!(story.passage(story.lead()).text.starts_with("A storm damaged"));
        assert!(story.nearness(story.lead()) > 0.5);
        assert_eq!(story.position(story.lead()), 0);
    }

    #[test]
    fn sentences_that_come_twice_count_once() {
        let mut twice = passages(FIRE);
        let once = Story::new(&passages(FIRE), None).passages().len();
        twice.extend(passages(FIRE));
        assert_eq!(Story::new(&twice, None).passages().len(), once);
    }

    #[test]
    fn places_are_counted_after_in_and_at() {
        let passages = passages(FIRE);
        let story = Story::new(&passages, None);
        let lead = story.lead();
        let larkham = (0..story.passage(lead).len())
            .find(|&token| story.passage(lead).word(token) == "Larkham");
        assert_eq!(larkham.map(|token| story.located(lead, token)), Some(3));
        assert_eq!(story.most_located(), 3);
    }

    #[test]
    fn terms_leave_out_articles_and_marks() {
        let passages = passages(FIRE);
        let story = Story::new(&passages, None);
        assert_eq!(story.terms(story.lead(), 0, 2).len(), 2);
    }
}
