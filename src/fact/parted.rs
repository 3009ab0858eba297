//! Words in two parts that stand apart or the other way round: "put off" in "they put the vote
//! off", "claim life" in "it claimed 118 lives", "culture minister" in "the minister of culture".

use crate::lexicon::Lexicon;
use crate::text::syntax::{Relation, Sentence, Tag};

/// Calls `found(verb, particle, phrase)` for every verb of the lexicon whose particle stands apart
/// from it, with the preposition behind too where the lexicon has that: "put the overrun down to
/// delays".
pub(crate) fn verbs(grammar: &Sentence, found: &mut dyn FnMut(usize, usize, &str)) {
    let lexicon = Lexicon::builtin();
    for particle in 0..grammar.tokens.len() {
        let Some(verb) = parted(grammar, particle) else { continue };
        let mut phrase = format!("{} {}", grammar.lemma(verb), grammar.lemma(particle));
        if lexicon.word(&phrase).is_some() {
            found(verb, particle, &phrase);
        }
        let next = grammar.tokens.get(particle + 1).map(|token| token.tag);
        if matches!(next, Some(Tag::IN | Tag::TO)) {
            phrase.push(' ');
            phrase.push_str(grammar.lemma(particle + 1));
            if lexicon.word(&phrase).is_some() {
                found(verb, particle, &phrase);
            }
        }
    }
}

/// The verb that the particle belongs to, where other words stand between them.
fn parted(grammar: &Sentence, particle: usize) -> Option<usize> {
    let relation = grammar.tokens[particle].relation;
    let verb = grammar.head(particle)?;
    (matches!(relation, Relation::CompoundPrt | Relation::Advmod)
        && verb + 1 < particle
        && grammar.tokens[verb].tag.is_verb())
    .then_some(verb)
}

/// Calls `found(verb, phrase)` for every verb of the lexicon that has a noun in it, where a figure
/// stands between the two: "claimed 118 lives", "cast 300 ballots".
pub(crate) fn counted(grammar: &Sentence, found: &mut dyn FnMut(usize, &str)) {
    let is_figure = |child: usize| grammar.tokens[child].relation == Relation::Nummod;
    for noun in 0..grammar.tokens.len() {
        let token = grammar.tokens[noun];
        let is_object = matches!(token.relation, Relation::Obj | Relation::NsubjPass);
        let Some(verb) = grammar.head(noun).filter(|_| is_object) else { continue };
        if !grammar.children(noun).any(is_figure) {
            continue;
        }
        let phrase = format!("{} {}", grammar.lemma(verb), grammar.lemma(noun));
        if Lexicon::builtin().word(&phrase).is_some() {
            found(verb, &phrase);
        }
    }
}

/// Calls `found(noun, phrase)` for every post and body that is told with its field behind it, with
/// the field before it: "culture minister" for "minister of culture".
pub(crate) fn posts(grammar: &Sentence, found: &mut dyn FnMut(usize, &str)) {
    for field in 0..grammar.tokens.len() {
        let Some(noun) = grammar.head(field).filter(|&noun| noun < field) else { continue };
        let case = grammar.child(field, Relation::Case).map(|case| grammar.lemma(case));
        let is_post = matches!(grammar.lemma(noun), "minister" | "ministry" | "secretary");
        if is_post && matches!(case, Some("of" | "for")) {
            found(noun, &format!("{} {}", grammar.lemma(field), grammar.lemma(noun)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Span, syntax};

    fn found(sentence: &str) -> Vec<String> {
        let grammar = syntax::analyse(sentence, Span::new(0..sentence.len()));
        let mut found = Vec::new();
        verbs(&grammar, &mut |_, _, phrase| found.push(phrase.to_owned()));
        found
    }

    #[test]
    fn a_figure_may_stand_before_the_noun_of_a_verb() {
        let found = |sentence: &str| {
            let grammar = syntax::analyse(sentence, Span::new(0..sentence.len()));
            let mut found = Vec::new();
            counted(&grammar, &mut |_, phrase| found.push(phrase.to_owned()));
            found
        };
        assert_eq!(found("The flood claimed 118 lives."), ["claim life"]);
        assert!(found("The flood swept away 118 houses.").is_empty());
    }

    #[test]
    fn a_post_may_have_its_field_behind_it() {
        let found = |sentence: &str| {
            let grammar = syntax::analyse(sentence, Span::new(0..sentence.len()));
            let mut found = Vec::new();
            posts(&grammar, &mut |_, phrase| found.push(phrase.to_owned()));
            found
        };
        assert_eq!(found("She met the minister of culture."), ["culture minister"]);
        assert_eq!(found("The secretary for trade resigned."), ["trade secretary"]);
        assert!(found("She met the mayor of Oslo.").is_empty());
    }

    #[test]
    fn a_particle_behind_the_object_belongs_to_the_verb() {
        assert_eq!(found("The council put the vote off again."), ["put off"]);
        assert_eq!(found("They called the game off."), ["call off"]);
        assert!(found("They called off the game.").is_empty());
    }
}
