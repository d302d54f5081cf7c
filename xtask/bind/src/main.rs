//! `xtask-bind MODULE FOLDER`: writes the JavaScript and TypeScript face of a module, and what
//! remains of the module, as `whosaid.js`, `whosaid.d.ts` and `whosaid_bg.wasm`.
//!
//! A program of its own, so that it compiles beside the module instead of before it.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let paths: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [module, folder] = &paths[..] else { bail!("usage: xtask-bind MODULE FOLDER") };
    Bindgen::new()
        .input_path(module)
        .out_name("whosaid")
        .web(true)?
        .typescript(true)
        .omit_default_module_path(false)
        .remove_producers_section(true)
        .remove_name_section(true)
        .generate(folder)
        .context("wasm-bindgen cannot bind the module")
}
