//! `cargo xtask offline`: the demo as one HTML file that runs from a disk or a mail.
//!
//! A browser loads no second script from `file://` and fetches nothing there, so the scripts, the
//! wasm, the style sheet and the samples all stand in the page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use lexopt::Arg;
use serde_json::{Map, Value};
use xtask::tools;

use crate::package::{self, bundle};
use crate::predict::texts;
use crate::sizes::{self, Size};

/// How lines of the page begin that ask for another file.
const ASKING: [&str; 2] = ["<link ", "<script type=\"module\" "];

pub fn run(mut args: lexopt::Parser) -> Result<()> {
    let mut out = PathBuf::from("whosaid.html");
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("out") => out = PathBuf::from(args.value()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let package = tools::root().join("pkg");
    package::make(&package, true)?;
    write(&package, &out)?;
    println!("{}", out.display());
    sizes::print_row("", Size::of_file(&out)?, 0);
    Ok(())
}

/// Writes the page from a package that was made.
pub fn write(package: &Path, out: &Path) -> Result<()> {
    let stage = bundle::stage_with_wasm_inside(package)?;
    tools::copy(&tools::root().join("xtask/package/offline.js"), &stage.join("offline.js"))?;
    let script = stage.join("offline.bundle.js");
    bundle::one_file(&mut bundle::esbuild(&stage, true), "offline.js", &script)?;
    let script = fs::read_to_string(script)?;
    let www = tools::root().join("www");
    let style = fs::read_to_string(www.join("style.css"))?;
    let style = style + &fs::read_to_string(www.join("demo.css"))?;
    let page = fs::read_to_string(www.join("index.html"))?;
    let asks = |line: &&str| ASKING.iter().any(|start| line.trim_start().starts_with(start));
    let page: String = page.split_inclusive('\n').filter(|line| !asks(line)).collect();
    let inside = format!(
        "    <style>\n{style}    </style>\n    <script type=\"application/json\" id=\"samples\">{}</script>\n    <script type=\"module\">{}</script>\n  </head>",
        harmless(&samples()?.to_string()),
        script.replace("</script", "<\\/script"),
    );
    fs::write(out, page.replacen("  </head>", &inside, 1))
        .with_context(|| format!("cannot write {}", out.display()))?;
    Ok(fs::remove_dir_all(stage)?)
}

/// The texts of `seeds/` by their addresses in the demo.
fn samples() -> Result<Value> {
    let mut samples = Map::new();
    for file in texts(&tools::root().join("seeds"))? {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        samples.insert(format!("seeds/{name}"), fs::read_to_string(&file)?.into());
    }
    Ok(samples.into())
}

/// JSON in which no tag can end.
fn harmless(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sample_ends_its_script() {
        assert_eq!(harmless("\"</script>\""), "\"\\u003c/script>\"");
    }
}
