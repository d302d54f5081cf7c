//! `cargo xtask test`: everything that continuous integration runs.
//!
//! A step that fails does not stop the ones after it, so that one run tells all there is to mend.

use std::fs;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail, ensure};
use lexopt::{Arg, ValueExt};
use xtask::serve::Site;
use xtask::tools::{self, Browser, CHROMIUM, FIREFOX, WASM_TARGET, WEBKIT};
use xtask::wasm;

use crate::package::bundle;
use crate::{native, offline, package};

struct Step {
    name: &'static str,
    about: &'static str,
    run: fn() -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "format", about: "rustfmt finds nothing to change", run: format },
    Step { name: "clippy", about: "clippy finds nothing, native and wasm", run: clippy },
    Step { name: "rust", about: "unit tests, integration tests, doctests", run: rust },
    Step { name: "docs", about: "the documentation builds without a warning", run: docs },
    Step {
        name: "crate",
        about: "the crate packs, and builds from what was packed",
        run: crates_io,
    },
    Step { name: "types", about: "the scripts fit the types that come out of Rust", run: types },
    Step { name: "node", about: "the wasm called from Node", run: node },
    Step { name: "consumers", about: "the package installed into other projects", run: consumers },
    Step { name: "browser", about: "the page in Chromium, Firefox and WebKitGTK", run: browser },
];

/// What the browser tests run in, and the variable that names it to them.
const BROWSERS: [(&str, &Browser); 3] =
    [("WHOSAID_CHROMIUM", &CHROMIUM), ("WHOSAID_FIREFOX", &FIREFOX), ("WHOSAID_WEBKIT", &WEBKIT)];

pub fn run(mut args: lexopt::Parser) -> Result<()> {
    let mut wanted: Vec<String> = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Value(name) => wanted.push(name.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
    if let Some(unknown) = wanted.iter().find(|name| !names.contains(&name.as_str())) {
        bail!("no step `{unknown}`: the steps are {}", names.join(", "));
    }
    let mut failed = Vec::new();
    let mut passed = 0;
    let asked = |step: &&Step| wanted.is_empty() || wanted.iter().any(|name| name == step.name);
    for step in STEPS.iter().filter(asked) {
        println!("\n=== {}: {}", step.name, step.about);
        let start = Instant::now();
        match (step.run)() {
            Ok(()) => passed += 1,
            Err(error) => {
                println!("{error:#}");
                failed.push(step.name);
            }
        }
        let result = if failed.last() == Some(&step.name) { "FAILED" } else { "ok" };
        println!("=== {}: {result}, {:.1} s", step.name, start.elapsed().as_secs_f32());
    }
    println!("\nsteps: {passed} passed, {} failed", failed.len());
    ensure!(failed.is_empty(), "failed: {}", failed.join(", "));
    Ok(())
}

fn format() -> Result<()> {
    tools::run(tools::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<()> {
    tools::run(tools::cargo().args(["clippy", "--workspace", "--all-targets", "--"]).args(DENIED))?;
    tools::ensure_wasm_target()?;
    let target =
        ["clippy", "--package=whosaid", "--lib", "--features=js", "--target", WASM_TARGET, "--"];
    tools::run(tools::cargo().args(target).args(DENIED))
}

const DENIED: [&str; 2] = ["-D", "warnings"];

fn rust() -> Result<()> {
    tools::run(tools::cargo().args(["test", "--workspace", "--no-fail-fast"]))
}

fn docs() -> Result<()> {
    tools::run(
        tools::cargo()
            .args(["doc", "--package=whosaid", "--no-deps", "--features=html,bytes"])
            .env("RUSTDOCFLAGS", DENIED.join(" ")),
    )
}

fn crates_io() -> Result<()> {
    let package = ["package", "--package=whosaid", "--features=html,bytes"];
    tools::run(tools::cargo().args(package).args(["--allow-dirty", "--locked"]))
}

fn types() -> Result<()> {
    bind()?;
    tools::ensure_npm_packages()?;
    tools::run(tools::npm_tool("tsc").args(["--project", "tsconfig.json"]))
}

fn node() -> Result<()> {
    bind()?;
    tools::ensure_npm_packages()?;
    let native = tools::root().join("www/pkg/native.ndjson");
    native::write_readings(&tools::root().join("seeds"), &native)?;
    tools::run(node_tests("node")?.env("WHOSAID_NATIVE", native))
}

/// The same tests in each of the browsers.
fn browser() -> Result<()> {
    bind()?;
    tools::ensure_npm_packages()?;
    let site = Site::serve(0)?;
    let bundled = tools::target()?.join("page");
    let first: Vec<_> =
        bundle::page(&bundled)?.iter().map(|file| file.display().to_string()).collect();
    // One process for all of them: each engine starts once.
    let mut tests = node_test_runner();
    tests
        .arg(tools::tests().join("browser/all.js"))
        .env("WHOSAID_SITE", &site.address)
        .env("WHOSAID_BUNDLED", bundled)
        .env("WHOSAID_FIRST", first.join(" "));
    for (variable, browser) in BROWSERS {
        tests.env(variable, browser.ensure()?);
    }
    tools::run(&mut tests)
}

fn consumers() -> Result<()> {
    let chromium = CHROMIUM.ensure()?;
    let target = tools::target()?;
    package::make(&target.join("package"), false)?;
    let page = target.join("whosaid.html");
    offline::write(&target.join("package"), &page)?;
    tools::run(
        node_tests("consumers")?
            .env("WHOSAID_PACKAGE", target.join("package"))
            .env("WHOSAID_PAGE", page)
            .env("WHOSAID_SNIPPET", package::snippet(&target.join("package"))?)
            .env("WHOSAID_CHROMIUM", chromium),
    )
}

fn bind() -> Result<()> {
    wasm::build_site()
}

/// Node's test runner over every `tests/FOLDER/*.test.js`.
fn node_tests(folder: &str) -> Result<Command> {
    let mut files = Vec::new();
    for entry in fs::read_dir(tools::tests().join(folder))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.js") {
            files.push(path);
        }
    }
    ensure!(!files.is_empty(), "tests/{folder} holds no *.test.js");
    files.sort();
    let mut node = node_test_runner();
    node.args(files);
    Ok(node)
}

/// Runs the files that are added. One that hangs fails, and does not keep the others waiting.
fn node_test_runner() -> Command {
    let mut node = tools::node();
    node.args(["--test", "--test-reporter=spec", "--test-timeout=1500000", "--test-concurrency=1"]);
    node
}
