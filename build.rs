//! Lists the files of `knowledge/`, so that the program carries them with it.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=knowledge");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    let entries: Vec<String> = fact_files(&root.join("knowledge"))?.iter().map(entry).collect();
    fs::write(out.join("built_in.rs"), format!("&[{}]", entries.join(", ")))
}

/// The fact files of `folder` in the order of their names.
fn fact_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Name and text of a file, as Rust.
fn entry(path: &PathBuf) -> String {
    let name = path.file_name().unwrap_or_default();
    format!("({name:?}, include_str!({path:?}))")
}
