//! `cargo xtask build`: the npm package.
//!
//! The package has the layout of `www`: the element at the top, its parts in `lib/`, the bound core
//! in `pkg/`. The parts are bundled into a few files, so that a page asks for few. Beside them lie
//! the same things in one file each, for places that cannot fetch a second one.

pub mod bundle;
mod manifest;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use lexopt::Arg;
use sha2::{Digest, Sha384};
use xtask::{tools, wasm};

use crate::sizes::{self, Size};

pub const WASM: &str = "pkg/whosaid_bg.wasm";
const GLUE: &str = "pkg/whosaid.js";

/// What can be imported, apart from the core.
const ELEMENT: &str = "who-said.js";
/// The core with pages and files, for places that have a DOM and for those that have none.
const API: &str = "lib/api.js";
const NO_DOM: &str = "lib/no-dom.js";
const WORKER: &str = "lib/background.js";
const STYLE: &str = "style.css";
const INLINED: &str = "inlined.js";
const ONE_FILE: &str = "whosaid.min.js";

pub fn run(mut args: lexopt::Parser) -> Result<()> {
    let mut release = false;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("release") => release = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let out = tools::root().join("pkg");
    let first = make(&out, release)?;
    println!("{}", out.display());
    sizes::print_table(&rows(&out, &first)?);
    println!("\nthe same in one file each: the core, the element");
    for file in [INLINED, ONE_FILE] {
        sizes::print_row(file, Size::of_file(&out.join(file))?, ONE_FILE.len());
    }
    println!("\n{}", snippet(&out)?);
    Ok(())
}

/// Makes the package anew in `out`, smaller and more slowly with `release`. Returns the files that
/// a page loads before the first statement shows.
pub fn make(out: &Path, release: bool) -> Result<Vec<PathBuf>> {
    tools::ensure_npm_packages()?;
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    wasm::build_into(&out.join("pkg"), release)?;
    if release {
        optimise(&out.join(WASM))?;
    }
    let root = tools::root();
    for name in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        tools::copy(&root.join(name), &out.join(name))?;
    }
    for (name, to) in [
        ("node.js", "node.js"),
        ("inlined.d.ts", "inlined.d.ts"),
        ("no-dom.d.ts", "lib/no-dom.d.ts"),
    ] {
        tools::copy(&root.join("xtask/package").join(name), &out.join(to))?;
    }
    tools::copy(&root.join("www").join(STYLE), &out.join(STYLE))?;
    // TypeScript asks for the types of whatever is imported.
    fs::write(out.join(STYLE).with_extension("css.d.ts"), "export {};\n")?;
    fs::write(out.join("THIRD-PARTY"), third_party()?)?;
    let mut first = vec![PathBuf::from(WASM)];
    first.extend(bundle::split(out, release)?);
    bundle::whole(out, release)?;
    if release {
        bundle::minify(&out.join(GLUE))?;
    }
    bundle::describe(out)?;
    manifest::write(out)?;
    Ok(first)
}

/// Twice over what is fast comes out smaller than once over what is small. Engines compile the
/// large functions that inlining makes badly: with it a text takes 15 % longer. The stack lies at
/// the start of the memory, so its first kilobyte stays unused.
const PASSES: [&str; 4] = ["-O3", "--low-memory-unused", "--skip-pass=inlining-optimizing", "-O3"];

/// Runs wasm-opt over the module and keeps its work where it makes the download smaller, which it
/// does not always.
fn optimise(module: &Path) -> Result<()> {
    let smaller = module.with_extension("opt.wasm");
    tools::run(tools::npm_tool("wasm-opt").args(PASSES).arg(module).arg("-o").arg(&smaller))?;
    let (before, after) = (Size::of_file(module)?, Size::of_file(&smaller)?);
    println!("wasm-opt: {} bytes of brotli become {}", before.brotli, after.brotli);
    if after.brotli < before.brotli {
        fs::rename(smaller, module)?;
    } else {
        fs::remove_file(smaller)?;
    }
    Ok(())
}

/// The sizes of files of the package.
pub fn rows(out: &Path, files: &[PathBuf]) -> Result<Vec<(String, Size)>> {
    files
        .iter()
        .map(|file| Ok((file.display().to_string(), Size::of_file(&out.join(file))?)))
        .collect()
}

/// The licences of what `lib/no-dom.js` carries.
fn third_party() -> Result<String> {
    let mut text = String::new();
    for name in ["parse5", "entities"] {
        let licence = tools::tests().join("node_modules").join(name).join("LICENSE");
        let licence = fs::read_to_string(licence).with_context(|| format!("licence of {name}"))?;
        text += &format!("lib/no-dom.js contains {name}:\n\n{}\n\n", licence.trim());
    }
    Ok(text)
}

/// How a page takes the one file from elsewhere and knows that it is ours.
pub fn snippet(out: &Path) -> Result<String> {
    let bytes = fs::read(out.join(ONE_FILE))?;
    let hash = data_encoding::BASE64.encode(&Sha384::digest(bytes));
    let manifest = fs::read(out.join("package.json")).context("no package.json")?;
    let manifest: serde_json::Value = serde_json::from_slice(&manifest)?;
    let version = manifest["version"].as_str().unwrap_or_default();
    Ok(format!(
        "<script type=\"module\" crossorigin=\"anonymous\"\n  \
         src=\"https://cdn.jsdelivr.net/npm/whosaid@{version}/{ONE_FILE}\"\n  \
         integrity=\"sha384-{hash}\"></script>"
    ))
}
