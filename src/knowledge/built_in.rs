//! The fact files that were in `knowledge/` when the program was built.

/// Name and text of each.
pub(super) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::file;

    #[test]
    fn no_built_in_file_has_a_problem() {
        for (name, text) in FILES {
            assert_eq!(file::read(name, text).1, [], "{name}");
        }
    }
}
