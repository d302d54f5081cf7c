//! The core as a WebAssembly module with its JavaScript and TypeScript face.

use std::env;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::tools::{self, WASM_TARGET};

/// Builds the core and writes `whosaid.js`, `whosaid.d.ts` and `whosaid_bg.wasm` into `out`,
/// smaller and more slowly with `release`.
pub fn build_into(out: &Path, release: bool) -> Result<()> {
    // In a fresh clone the program that binds takes as long to compile as the module.
    let module = thread::scope(|scope| {
        let binder = scope.spawn(|| tools::run(&mut binder("build")));
        let module = compile(release)?;
        binder.join().expect("it only runs a program").map(|()| module)
    })?;
    fs::create_dir_all(out)?;
    tools::run(binder("run").arg("--").args([module.as_path(), out]))
}

/// Cargo on the program that binds a module; quiet, as it runs beside another cargo.
fn binder(does: &str) -> Command {
    let mut cargo = tools::cargo();
    cargo.args([does, "--quiet", "--package=xtask-bind"]);
    cargo
}

/// Builds the core into the demo's folder, and writes down which version of the demo that makes,
/// for its service worker.
pub fn build_site() -> Result<()> {
    let www = tools::root().join("www");
    build_into(&www.join("pkg"), false)?;
    let mut hash = DefaultHasher::new();
    for folder in [www.clone(), tools::root().join("seeds")] {
        add_to_hash(&folder, &mut hash)?;
    }
    let version = hash.finish();
    Ok(fs::write(www.join(VERSION), format!("self.VERSION = \"{version:016x}\";\n"))?)
}

const VERSION: &str = "pkg/version.js";

/// Adds every file of a folder, in the order of names, but the version itself.
fn add_to_hash(folder: &Path, hash: &mut DefaultHasher) -> Result<()> {
    let mut files =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    for file in files.iter().filter(|file| !file.ends_with(VERSION)) {
        if file.is_dir() {
            add_to_hash(file, hash)?;
        } else {
            file.file_name().hash(hash);
            fs::read(file)?.hash(hash);
        }
    }
    Ok(())
}

/// The module as rustc leaves it. A `cdylib` in the manifest beside `rlib` would lose link-time
/// optimisation, so the crate type is asked for here.
pub fn compile(release: bool) -> Result<PathBuf> {
    tools::ensure_wasm_target()?;
    let own_std = release && tools::ensure_std_source();
    let profile = if release { "wasm" } else { "wasm-quick" };
    let messages = tools::output(
        tools::cargo()
            .args(["rustc", "--package=whosaid", "--lib", "--features=js", "--crate-type=cdylib"])
            .args(["--profile", profile, "--message-format=json-render-diagnostics"])
            .args(if own_std { OWN_STD } else { &[] })
            .args(["--target", WASM_TARGET, "--config"])
            .arg(format!("target.{WASM_TARGET}.rustflags={:?}", flags(own_std, release)))
            // Some of the flags are not stable yet; the toolchain is pinned.
            .env("RUSTC_BOOTSTRAP", "1"),
    )?;
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == "whosaid")
        .filter_map(|message| message["filenames"].as_array().cloned())
        .flatten()
        .filter_map(|file| file.as_str().map(PathBuf::from))
        .find(|file| file.extension().is_some_and(|extension| extension == "wasm"))
        .context("cargo named no wasm file")
}

/// The standard library is compiled with the core, so that nothing in it prepares the message of a
/// panic that nobody reads: 12 kB of gzip.
const OWN_STD: &[&str] = &["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// What is inlined where the smallest code is asked for: calls that are hardly longer inline, and
/// of what asks for it (every small function of the standard library does) seven times that.
const INLINING: &str = "-Cllvm-args=--inline-threshold=5 --inlinehint-threshold=35";

/// The package spends 6 kB of gzip for an eighth of the speed. 325 for the second threshold would
/// cost 4 kB more for a twentieth, a profile as much for the same gain.
const MORE_INLINING: &str = "-Cllvm-args=--inline-threshold=25 --inlinehint-threshold=120";

/// Panics do not say where they happen, which saves 8 kB of gzip; paths of the dependencies that
/// get into the module all the same must not name the machine's folders.
fn flags(own_std: bool, release: bool) -> Vec<String> {
    let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = cargo_home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let remap = home.map(|home| format!("--remap-path-prefix={}=cargo", home.display()));
    let inlining = if release { MORE_INLINING } else { INLINING };
    let mut flags = vec![inlining, "-Zlocation-detail=none"];
    if own_std {
        flags.extend(["-Zunstable-options", "-Cpanic=immediate-abort"]);
    }
    flags.into_iter().map(str::to_owned).chain(remap).collect()
}
