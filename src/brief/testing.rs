//! What the tests of this module share: an article of our own.

use crate::article;
use crate::extract;
use crate::fact::Passage;

/// A short article.
pub(super) const FIRE: &str = "Storm damages old bridge in Larkham\n\n5 May 2014\n\n\
    A storm damaged the old bridge in Larkham on Saturday after heavy rain. At least seven people \
    were injured when a wall fell on a bus, the police said.\n\n\
    Mayor Jane Doe closed the bridge to protect drivers. \"We will repair it,\" Doe said in Larkham.\n";

/// The passages of an article given as a file.
pub(super) fn passages(file: &str) -> Vec<Passage> {
    extract::passages(&article::read(file.as_bytes(), "article.txt".as_ref()))
}

/// The phrases that a finder brings for an article.
pub(super) fn found(
    file: &str,
    find: impl Fn(&super::story::Story, &mut super::candidate::Candidates),
) -> Vec<String> {
    let passages = passages(file);
    let story = super::story::Story::new(&passages, None);
    let mut found = super::candidate::Candidates::default();
    find(&story, &mut found);
    found.into_vec().iter().map(|candidate| super::phrase(&story, candidate).to_owned()).collect()
}

/// Checks that a finder brings every one of these phrases.
pub(super) fn brings(
    find: impl Fn(&super::story::Story, &mut super::candidate::Candidates),
    phrases: &[&str],
) {
    let found = found(FIRE, find);
    for phrase in phrases {
        assert!(found.iter().any(|other| other == phrase), "{phrase:?} is not among {found:?}");
    }
}
