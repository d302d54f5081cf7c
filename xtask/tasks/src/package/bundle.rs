//! The scripts of `www` as few files, and what other tools read of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;
use xtask::tools;

use super::{API, ELEMENT, GLUE, INLINED, NO_DOM, ONE_FILE, WASM, WORKER};

/// What a page loads from the package by its own address.
const ENTRIES: [&str; 2] = [ELEMENT, WORKER];

/// The entries without an element, which share nothing with them but the core.
const APART: [&str; 2] = [API, NO_DOM];

/// What they start beside the page; it has the glue inside, as it runs nothing else.
const BESIDE: &str = "lib/worker.js";

/// How the glue names the module, as it was written and made smaller.
const ELSEWHERE: [&str; 2] =
    ["new URL('whosaid_bg.wasm', import.meta.url)", "new URL(\"whosaid_bg.wasm\",import.meta.url)"];

const KEEP_CORE: &str = "--external:*/pkg/whosaid.js";

const TARGET: &str = "--target=es2022";

/// Writes the entries and the parts that they share, and returns what a page loads of them before
/// the first statement shows, where it may start a worker. The core stays a file of its own.
pub fn split(out: &Path, minify: bool) -> Result<Vec<PathBuf>> {
    let metafile = out.join("meta.json");
    let mut esbuild = esbuild(&tools::root().join("www"), minify);
    esbuild
        .args(ENTRIES)
        .args(["--splitting", "--outbase=.", "--chunk-names=lib/[name]-[hash]"])
        .arg(KEEP_CORE)
        .arg(format!("--outdir={}", out.display()))
        .arg(format!("--metafile={}", metafile.display()));
    tools::run(&mut esbuild)?;
    for entry in APART {
        let mut esbuild = self::esbuild(&tools::root().join("www"), minify);
        esbuild.arg(KEEP_CORE).env("NODE_PATH", tools::tests().join("node_modules"));
        one_file(&mut esbuild, entry, &out.join(entry))?;
    }
    let stage = stage(out)?;
    one_file(&mut self::esbuild(&stage, minify), BESIDE, &out.join(BESIDE))?;
    fs::remove_dir_all(stage)?;
    let meta: Value = serde_json::from_slice(&fs::read(&metafile)?)?;
    fs::remove_file(metafile)?;
    let mut first = loaded_with(&meta, ELEMENT)?;
    first.push(PathBuf::from(BESIDE));
    Ok(first)
}

/// Writes the scripts alone, small, beside a core that lies in `www`. Returns the scripts that
/// come before the first statement shows.
pub fn page(out: &Path) -> Result<Vec<PathBuf>> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    for file in [GLUE, WASM] {
        tools::copy(&tools::root().join("www").join(file), &out.join(file))?;
    }
    minify(&out.join(GLUE))?;
    split(out, true)
}

/// Writes the core and the element as one file each, with the wasm inside.
pub fn whole(out: &Path, minify: bool) -> Result<()> {
    let stage = stage_with_wasm_inside(out)?;
    for (entry, file) in [(API, INLINED), (ELEMENT, ONE_FILE)] {
        // A script tag of a CDN is always small.
        let mut esbuild = esbuild(&stage, minify || file == ONE_FILE);
        one_file(&mut esbuild, entry, &out.join(file))?;
    }
    Ok(fs::remove_dir_all(stage)?)
}

/// The scripts of `www` as they are, beside the core of the package.
fn stage(package: &Path) -> Result<PathBuf> {
    let stage = package.with_extension("stage");
    if stage.exists() {
        fs::remove_dir_all(&stage)?;
    }
    let www = tools::root().join("www");
    for entry in fs::read_dir(&www)? {
        let name = entry?.file_name();
        if name != "pkg" {
            tools::copy(&www.join(&name), &stage.join(&name))?;
        }
    }
    for file in [GLUE, WASM] {
        tools::copy(&package.join(file), &stage.join(file))?;
    }
    Ok(stage)
}

/// The same, but for a core that carries its wasm.
pub fn stage_with_wasm_inside(package: &Path) -> Result<PathBuf> {
    let stage = stage(package)?;
    // Bundlers of others would look for the file that is not there.
    let glue = fs::read_to_string(package.join(GLUE))?;
    let elsewhere = ELSEWHERE.into_iter().find(|address| glue.matches(address).count() == 1);
    let elsewhere = elsewhere.context("wasm-bindgen loads its module in another way")?;
    fs::write(stage.join("pkg/glue.js"), glue.replace(elsewhere, "undefined"))?;
    tools::copy(&tools::root().join("xtask/package/inlined.js"), &stage.join(GLUE))?;
    Ok(stage)
}

/// Writes `entry` with everything that it imports into `file`.
pub fn one_file(esbuild: &mut Command, entry: &str, file: &Path) -> Result<()> {
    tools::run(esbuild.arg(entry).arg(format!("--outfile={}", file.display())))
}

/// esbuild over ES modules, in `folder`.
pub fn esbuild(folder: &Path, minify: bool) -> Command {
    let mut esbuild = tools::npm_tool("esbuild");
    esbuild.current_dir(folder);
    esbuild.args(["--bundle", "--format=esm", "--charset=utf8", "--log-level=warning", TARGET]);
    esbuild.arg("--loader:.wasm=binary");
    if minify {
        esbuild.args(["--minify", "--legal-comments=none"]);
    }
    esbuild
}

/// Makes one script smaller, in its place.
pub fn minify(script: &Path) -> Result<()> {
    let mut esbuild = tools::npm_tool("esbuild");
    esbuild.args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite", TARGET]);
    tools::run(esbuild.arg(script).arg(format!("--outfile={}", script.display())))
}

/// Types from the JSDoc comments, and the custom elements manifest that editors read.
pub fn describe(out: &Path) -> Result<()> {
    let www = tools::root().join("www");
    let mut tsc = tools::npm_tool("tsc");
    tsc.current_dir(&www)
        .args([ELEMENT, WORKER, API])
        .args(["--ignoreConfig", "--allowJs", "--declaration", "--emitDeclarationOnly"])
        .args(["--target", "esnext", "--module", "preserve", "--types", "", "--rootDir", "."])
        .args(["--outDir".as_ref(), out.as_os_str()]);
    tools::run(&mut tsc)?;
    // What comments cannot say: that the page's own functions know the element and its events.
    let types = out.join(ELEMENT).with_extension("d.ts");
    let more = fs::read_to_string(tools::root().join("xtask/package/who-said.d.ts"))?;
    fs::write(&types, fs::read_to_string(&types)? + &more)?;
    tools::copy(&www.join("custom-elements.json"), &out.join("custom-elements.json"))
}

/// The files that importing `entry` and what it imports at once loads, the core apart.
fn loaded_with(meta: &Value, entry: &str) -> Result<Vec<PathBuf>> {
    let outputs = meta["outputs"].as_object().context("esbuild named no outputs")?;
    let first = outputs.keys().find(|key| key.ends_with(entry));
    let first = first.with_context(|| format!("esbuild made no {entry}"))?;
    let folder = first.strip_suffix(entry).unwrap_or_default();
    let mut found = BTreeSet::new();
    let mut open = vec![first.as_str()];
    while let Some(file) = open.pop() {
        if !found.insert(file) {
            continue;
        }
        // What the entry asks for is asked for at once; what its parts ask for may never be.
        for import in outputs[file]["imports"].as_array().into_iter().flatten() {
            let path = import["path"].as_str().unwrap_or_default();
            if outputs.contains_key(path) && (import["kind"] == "import-statement" || file == first)
            {
                open.push(path);
            }
        }
    }
    Ok(found.into_iter().map(|file| PathBuf::from(file.trim_start_matches(folder))).collect())
}
