//! `package.json`, from what `Cargo.toml` says.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use xtask::tools;

use super::{API, ELEMENT, INLINED, NO_DOM, ONE_FILE, STYLE, WORKER};

pub fn write(out: &Path) -> Result<()> {
    let manifest = serde_json::to_string_pretty(&manifest()?)? + "\n";
    Ok(fs::write(out.join("package.json"), manifest)?)
}

fn manifest() -> Result<Value> {
    let core = core()?;
    Ok(json!({
        "name": core["name"],
        "version": core["version"],
        "description": core["description"],
        "license": core["license"],
        "keywords": core["keywords"],
        "type": "module",
        "engines": { "node": ">=20" },
        "exports": {
            ".": {
                "types": "./lib/api.d.ts",
                "node": "./node.js",
                "default": format!("./{API}"),
            },
            "./no-dom": typed(NO_DOM),
            "./element": typed(ELEMENT),
            "./worker": typed(WORKER),
            "./inlined": typed(INLINED),
            "./*.wasm": "./pkg/*.wasm",
            "./style.css": { "types": format!("./{STYLE}.d.ts"), "default": format!("./{STYLE}") },
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        "jsdelivr": format!("./{ONE_FILE}"),
        "unpkg": format!("./{ONE_FILE}"),
        "customElements": "custom-elements.json",
        "sideEffects": [format!("./{ELEMENT}"), format!("./{ONE_FILE}"), "./lib/worker.js".to_owned(), format!("./{STYLE}")],
    }))
}

fn typed(script: &str) -> Value {
    let types = script.replace(".js", ".d.ts");
    json!({ "types": format!("./{types}"), "default": format!("./{script}") })
}

/// What cargo knows of the core.
fn core() -> Result<Value> {
    let metadata = tools::output(tools::cargo().args([
        "metadata",
        "--no-deps",
        "--format-version=1",
        "--offline",
    ]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    metadata["packages"]
        .as_array()
        .and_then(|packages| packages.iter().find(|package| package["name"] == "whosaid"))
        .cloned()
        .context("no package `whosaid` in the workspace")
}
