//! Words and their grammar: tokens, parts of speech, dependencies, names.
