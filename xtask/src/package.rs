//! `cargo xtask build`: the npm package.
//!
//! The package has the layout of `www`, so that its files are the ones that the demo runs and the
//! browser tests see: the element beside its parts, the bound core in `pkg/`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use lexopt::Arg;
use serde_json::{Value, json};

use crate::sizes::{self, Size};
use crate::{tools, wasm};

const CORE: [&str; 2] = ["pkg/whosaid_bg.wasm", "pkg/whosaid.js"];

/// Files and folders of `www` that make the element; the rest of it is the demo.
const ELEMENT: [&str; 3] = ["who-said.js", "who-said.css", "lib"];

pub fn run(mut args: lexopt::Parser) -> Result<()> {
    let mut release = false;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("release") => release = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let out = tools::root().join("pkg");
    make(&out, release)?;
    let mut rows = Vec::new();
    for name in CORE {
        rows.push((name.to_owned(), Size::of_file(&out.join(name))?));
    }
    for file in scripts(&out, ELEMENT)? {
        rows.push((file.clone(), Size::of_file(&out.join(file))?));
    }
    println!("{}", out.display());
    sizes::print_table(&rows);
    Ok(())
}

/// Makes the package anew in `out`.
pub fn make(out: &Path, release: bool) -> Result<()> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    wasm::build_into(&out.join("pkg"))?;
    if release {
        tools::ensure_npm_packages()?;
        wasm::optimise(&out.join(CORE[0]))?;
    }
    let root = tools::root();
    for name in ELEMENT {
        copy(&root.join("www").join(name), &out.join(name))?;
    }
    for name in ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&root.join(name), &out.join(name))?;
    }
    let manifest = serde_json::to_string_pretty(&manifest()?)? + "\n";
    fs::write(out.join("package.json"), manifest)?;
    Ok(())
}

/// `package.json`, from what `Cargo.toml` says.
fn manifest() -> Result<Value> {
    let metadata = tools::output(tools::cargo().args([
        "metadata",
        "--no-deps",
        "--format-version=1",
        "--offline",
    ]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let core = metadata["packages"]
        .as_array()
        .and_then(|packages| packages.iter().find(|package| package["name"] == "whosaid"))
        .context("no package `whosaid` in the workspace")?;
    Ok(json!({
        "name": core["name"],
        "version": core["version"],
        "description": core["description"],
        "license": core["license"],
        "keywords": core["keywords"],
        "type": "module",
        "exports": {
            ".": { "types": "./pkg/whosaid.d.ts", "default": "./pkg/whosaid.js" },
            "./element": "./who-said.js",
            "./*.wasm": "./pkg/*.wasm",
            "./package.json": "./package.json",
        },
        "sideEffects": ["./who-said.js"],
    }))
}

/// Copies a file or a folder; what is not there is left out.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
    } else if from.is_file() {
        fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    }
    Ok(())
}

/// The scripts and style sheets under `names`, in order of their names.
fn scripts<'a>(folder: &Path, names: impl IntoIterator<Item = &'a str>) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for name in names {
        let path = folder.join(name);
        if path.is_dir() {
            let inside = fs::read_dir(&path)?
                .map(|entry| Ok(format!("{name}/{}", entry?.file_name().to_string_lossy())))
                .collect::<Result<Vec<_>>>()?;
            found.extend(scripts(folder, inside.iter().map(String::as_str))?);
        } else if path.is_file() && (name.ends_with(".js") || name.ends_with(".css")) {
            found.push(name.to_owned());
        }
    }
    found.sort();
    Ok(found)
}
