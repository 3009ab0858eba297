//! Where `../shared` lies, the articles and benchmarks that are no part of this repository.
//!
//! A test that needs them is skipped with a line on the error output where they are missing, except
//! in CI (`CI` is set), where it fails: there, what is not measured must not pass.

use std::path::{Path, PathBuf};

/// The path of `name` in `../shared`, where it is there.
///
/// # Panics
///
/// In CI, where it is not there.
pub fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name);
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var_os("CI").is_none(), "{} is not there, and CI needs it", path.display());
    eprintln!("skipped: {} is not there", path.display());
    None
}
