//! Whom or what the article as a whole does not know, where everything hangs on that.

use crate::answer::matching::Wanted;
use crate::answer::scene::{MET, Scene};
use crate::lexicon::{Lexicon, NounKind};
use crate::text::syntax::{Relation, Tag};

/// Whether the article has nothing of the one whose words are asked for, or of those among whom it
/// is asked.
pub(super) fn is_unheard(scene: &Scene) -> bool {
    let mut unheard = (0..scene.wanted.len()).filter(|&index| scene.heard(index) < MET);
    unheard.any(|index| {
        let want = &scene.wanted[index];
        speaks(scene, want) || divides(scene, want) || is_likened(scene, want)
    })
}

/// "What was the *weather* like?": of what the article says nothing, it does not tell what it was
/// like.
fn is_likened(scene: &Scene, want: &Wanted) -> bool {
    let query = scene.query;
    let opens =
        query.word(0) == "what" && matches!(query.word(1), "is" | "are" | "was" | "were" | "'s");
    let like = (3..query.words.len()).find(|&at| query.words[at] == "like");
    opens && like.is_some_and(|like| (2..like).contains(&want.term.token))
}

/// "What does the *archbishop* think of it?": no other may speak for one who has an office.
fn speaks(scene: &Scene, want: &Wanted) -> bool {
    let lexicon = Lexicon::builtin();
    let lemma = want.term.lemma.as_str();
    scene.query.expects.is_said()
        && !want.term.is_name
        && scene.question_subject() == Some(want.term.token)
        && (lexicon.title(lemma).is_some() || lexicon.kind_of(lemma) == NounKind::Role)
}

/// "Who won the *women's* title?": where nothing is said of women, another title is told of.
fn divides(scene: &Scene, want: &Wanted) -> bool {
    const DIVISIONS: [&str; 8] =
        ["woman", "lady", "girl", "boy", "junior", "youth", "doubles", "wheelchair"];
    let token = scene.query.grammar.tokens.get(want.term.token);
    let describes = token.is_some_and(|token| match want.term.lemma.as_str() {
        "woman" | "lady" | "girl" | "boy" => {
            token.relation == Relation::NmodPoss && token.tag == Tag::NNS
        }
        _ => matches!(token.relation, Relation::Compound | Relation::Amod),
    });
    describes && !want.term.is_context && DIVISIONS.contains(&want.term.lemma.as_str())
}
