//! Whether a candidate is one of the things that the noun after "which", "what"
//! or "how many" names.

use std::cell::RefCell;

use crate::answer::candidate::Candidate;
use crate::answer::matching::Wanted;
use crate::answer::scene::{MET, Scene};
use crate::extract::arguments;
use crate::fact::Passage;
use crate::lexicon::{LexemeId, Lexicon, NounKind, PlaceKind, Relation as Named};
use crate::question::{AnswerType, Focus, QuestionType};
use crate::text::fold;
use crate::text::quick::QuickMap;
use crate::text::syntax::Relation;

use super::counting::{COUNTED, asks_score, cannot_count, counts, is_score, is_unheard_of};
use super::{Feature, FeatureVector, measures, placing, sort};

pub(super) fn measure(scene: &Scene, candidate: &Candidate, measures: &mut FeatureVector) {
    let counting =
        scene.query.expects == AnswerType::Number && scene.query.asks == QuestionType::HowMany;
    let miscounts = match scene.query.expects {
        AnswerType::Number if counting => !counts(scene, candidate),
        AnswerType::Money => !speaks_of_asked(scene),
        AnswerType::Age => !speaks_of_one(scene),
        AnswerType::Measure => !measures::fits(scene, candidate),
        AnswerType::Percent => !speaks_of_rate(scene),
        _ => false,
    };
    measures.flag(Feature::Miscounts, miscounts);
    measures.flag(Feature::Uncounted, counting && is_unheard_of(scene));
    let cannot = match scene.query.expects {
        AnswerType::Number if counting => cannot_count(scene, candidate),
        AnswerType::Number if asks_score(scene) => !is_score(scene, candidate),
        AnswerType::Measure => measures::has_other_noun(scene, candidate),
        _ => false,
    };
    measures.flag(Feature::CannotCount, cannot);
    let fits = fit(scene, candidate);
    if scene.query.role.is_none() {
        measures.set(Feature::Focus, fits);
    }
    measures.set(Feature::FocusNear, nearness(scene, candidate));
    let known = scene.query.expects == AnswerType::Place && is_named_already(scene, candidate);
    let unfit = known || sort::is_unfit(scene, candidate, fits);
    measures.flag(Feature::WrongSort, unfit);
    let other = sort::is_other_kind(scene, candidate, fits);
    measures.flag(Feature::OtherKind, other || sort::is_other_place(scene, candidate, fits));
}

/// How near words are to the noun asked for; each is looked up once a question.
#[derive(Debug)]
pub(in crate::answer) struct Likenesses<'a> {
    focus: Option<(&'a str, Option<LexemeId>)>,
    known: RefCell<QuickMap<(LexemeId, bool), f32>>,
}

impl<'a> Likenesses<'a> {
    /// To the noun that is asked for, if one is.
    pub(in crate::answer) fn new(focus: Option<&'a Focus>) -> Self {
        let word = |lemma| (lemma, Lexicon::builtin().word(lemma));
        let focus = focus.map(|focus| word(focus.lemma.as_str()));
        Likenesses { focus, known: RefCell::default() }
    }

    /// How near each token of a passage is, 0 to 1; nothing where no noun is asked for.
    pub(in crate::answer) fn of(&self, passage: &Passage) -> Vec<f32> {
        let Some((focus, own)) = self.focus else { return Vec::new() };
        let mut known = self.known.borrow_mut();
        let likeness = |token: usize| {
            let lemma = passage.grammar.lemma(token);
            let is_noun = passage.grammar.tokens[token].tag.is_noun();
            match passage.meaning(token).word {
                _ if focus == lemma => 1.0,
                None => 0.0,
                Some(word) => *known
                    .entry((word, is_noun))
                    .or_insert_with(|| likeness(focus, own, lemma, word, is_noun)),
            }
        };
        (0..passage.len()).map(likeness).collect()
    }
}

/// How near a word is to another that is asked for.
fn likeness(focus: &str, own: Option<LexemeId>, lemma: &str, word: LexemeId, is_noun: bool) -> f32 {
    let lexicon = Lexicon::builtin();
    if is_noun && lexicon.is_a(lemma, focus) {
        return 0.85;
    }
    let alike = own.map_or(0.0, |own| lexicon.similarity(own, word));
    if alike > 0.5 { alike * 0.8 } else { 0.0 }
}

/// Whether the age of the one asked about can stand here: a name or another word for a person of
/// the question is met.
fn speaks_of_one(scene: &Scene) -> bool {
    let is_one = |want: &Wanted| {
        want.term.is_name || Lexicon::builtin().kind_of(&want.term.lemma).is_person()
    };
    let mut ones = scene.pairs().filter(|(want, _)| is_one(want)).peekable();
    ones.peek().is_none() || ones.any(|(_, met)| met.strength >= MET)
}

/// Whether the passage has the rate that is asked for, where it is a certain one: "turnout".
fn speaks_of_rate(scene: &Scene) -> bool {
    let Some(focus) = &scene.query.focus else { return true };
    let any = matches!(
        focus.lemma.as_str(),
        "percentage" | "percent" | "share" | "proportion" | "rate" | "fraction" | "interest"
    );
    any || (0..scene.passage.len()).any(|token| scene.likeness(token) >= COUNTED)
}

/// Whether the passage has one of the nouns, names apart, that a price is asked of; or the
/// question has none.
fn speaks_of_asked(scene: &Scene) -> bool {
    let noun = |want: &Wanted| {
        let token = scene.query.grammar.tokens.get(want.term.token);
        token.is_some_and(|token| token.tag.is_noun()) && !want.term.is_name && !want.term.is_focus
    };
    let mut nouns = scene.pairs().filter(|(want, _)| noun(want)).peekable();
    nouns.peek().is_none() || nouns.any(|(_, met)| met.strength >= MET)
}

/// Where the nuns from Mali are is not answered by "in Mali".
fn is_named_already(scene: &Scene, candidate: &Candidate) -> bool {
    let tokens = usize::from(candidate.first)..=usize::from(candidate.last);
    let mut nouns =
        tokens.filter(|&token| scene.passage.grammar.tokens[token].tag.is_noun()).peekable();
    nouns.peek().is_some() && nouns.all(|token| says(scene, scene.passage.word(token)))
}

/// Whether a word of a passage is one of the question's.
fn says(scene: &Scene, word: &str) -> bool {
    let words = &scene.query.words;
    if word.is_ascii() {
        return words.iter().any(|own| own.eq_ignore_ascii_case(word));
    }
    words.contains(&fold(word))
}

/// How near the candidate, or what is said beside it, is to the noun asked for; below 0 where it is
/// a known place of another sort.
fn fit(scene: &Scene, candidate: &Candidate) -> f32 {
    let grammar = &scene.passage.grammar;
    let head = usize::from(candidate.head);
    if scene.query.expects == AnswerType::Definition && asks_trade(scene) {
        let trade = scene.passage.meaning(head).kind == NounKind::Role;
        return f32::from(u8::from(trade && grammar.entity_at(head).is_none()));
    }
    let Some(focus) = &scene.query.focus else { return 0.0 };
    let beside = |relation| {
        matches!(
            relation,
            Relation::Appos | Relation::Flat | Relation::Compound | Relation::NmodDesc
        )
    };
    let describing = grammar.children(head).filter(|&child| {
        let relation = grammar.tokens[child].relation;
        beside(relation) || matches!(relation, Relation::Amod | Relation::Nmod)
    });
    let described = grammar.head(head).filter(|_| beside(grammar.tokens[head].relation));
    let around = describing.chain(described).map(|token| 0.9 * scene.likeness(token));
    let within = (usize::from(candidate.first)..=usize::from(candidate.last))
        .map(|token| 0.8 * scene.likeness(token));
    let best = around.chain(within).fold(scene.likeness(head), f32::max);
    if best > 0.0 { best } else { sort_of_place(scene, candidate, &focus.lemma) }
}

/// "What is her *job*", "what does he do for a living": a word for a trade answers.
fn asks_trade(scene: &Scene) -> bool {
    let trade = |word: &str| {
        matches!(word, "job" | "profession" | "occupation" | "trade" | "career" | "living")
    };
    scene.query.words.iter().any(|word| trade(word))
        || scene.query.asks == QuestionType::What && scene.query.predicate_lemma() == "do"
}

fn nearness(scene: &Scene, candidate: &Candidate) -> f32 {
    let met = scene.query.focus.as_ref().and_then(|focus| scene.met_of(focus.token));
    met.map_or(0.0, |met| {
        1.0 / (1.0
            + arguments::distance(
                &scene.passage.grammar,
                met.token.into(),
                candidate.head.into(),
                8,
            ) as f32)
    })
}

/// Whether a name is that of a country, city or the like, where one of them is asked for.
fn sort_of_place(scene: &Scene, candidate: &Candidate, focus: &str) -> f32 {
    let Some(entity) = scene.passage.grammar.entity_at(candidate.head.into()) else {
        let tells = matches!(focus, "country" | "nation")
            && placing::tells_origin(scene, candidate.head.into());
        return f32::from(u8::from(tells));
    };
    let name = scene.passage.words(entity.first.into(), entity.last.into());
    let lexicon = Lexicon::builtin();
    let country = lexicon
        .country(name)
        .is_some_and(|found| matches!(found.relation, Named::Name | Named::Alias));
    let kind = lexicon.place(name).map(|found| found.place.kind);
    let fits = match focus {
        "country" | "nation" => country,
        "village" if kind == Some(PlaceKind::City) => return 0.0,
        "city" | "town" | "capital" | "village" => !country && kind == Some(PlaceKind::City),
        "state" | "province" | "county" => kind == Some(PlaceKind::State),
        "island" => kind == Some(PlaceKind::Island),
        "river" => kind == Some(PlaceKind::River),
        "continent" => kind == Some(PlaceKind::Continent),
        "sea" | "ocean" => matches!(kind, Some(PlaceKind::Sea | PlaceKind::Ocean)),
        _ => return 0.0,
    };
    if fits { 1.0 } else { -0.3 }
}
