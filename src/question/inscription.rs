//! Questions for words that are written somewhere.

use super::query::Query;

/// "What is written on the ring", "what did her sign say", "what did it say on the door": words are
/// asked for that stand on a thing.
pub(super) fn asks_inscription(query: &Query) -> bool {
    const WRITTEN: [&str; 9] = [
        "written",
        "engraved",
        "inscribed",
        "printed",
        "scrawled",
        "carved",
        "painted",
        "scribbled",
        "tattooed",
    ];
    const BEARERS: [&str; 16] = [
        "sign",
        "banner",
        "placard",
        "poster",
        "note",
        "inscription",
        "plaque",
        "label",
        "sticker",
        "tattoo",
        "shirt",
        "ring",
        "stone",
        "badge",
        "graffito",
        "slogan",
    ];
    let words = query.parts();
    let says = matches!(query.predicate_lemma(), "say" | "read");
    let subject = query
        .predicate
        .and_then(|verb| {
            let subject = |child: &usize| query.grammar.tokens[*child].relation.is_subject();
            query.grammar.children(verb).find(subject)
        })
        .map_or("", |subject| query.grammar.lemma(subject));
    let on = words.has(&["on", "across", "inside", "in"]);
    let passive = words.has(&WRITTEN) && on && !words.has(&["did", "does", "do"]);
    passive || (says && ((subject == "it" && on) || BEARERS.contains(&subject)))
}
