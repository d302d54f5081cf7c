//! `cargo xtask bench [DIR]`: speed in Node and in Chromium, beside other libraries, on one text;
//! then how the core starts, how long texts take, and how soon the demo shows its first highlight.

use std::path::PathBuf;

use anyhow::Result;
use lexopt::Arg;
use xtask::serve::Site;
use xtask::tools::{self, CHROMIUM};
use xtask::wasm;

use crate::{package, predict};

pub fn run(mut args: lexopt::Parser) -> Result<()> {
    let mut folder = None;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Value(value) if folder.is_none() => folder = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let texts = predict::texts(&folder.unwrap_or_else(|| tools::root().join("seeds")))?;
    let texts = texts.iter().map(std::path::absolute).collect::<Result<Vec<_>, _>>()?;
    let chromium = CHROMIUM.ensure()?;
    let package = tools::target()?.join("bench");
    package::make(&package, true)?;
    wasm::build_site()?;
    let site = Site::serve(0)?;
    tools::run(
        tools::node()
            .arg("bench/bench.js")
            .args(texts)
            .env("WHOSAID_PACKAGE", package)
            .env("WHOSAID_SITE", &site.address)
            .env("WHOSAID_CHROMIUM", chromium),
    )
}
