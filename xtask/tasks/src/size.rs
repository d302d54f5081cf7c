//! `cargo xtask size`: what a page downloads before the first statement shows, against the budget,
//! and what the module's bytes are spent on.

use std::collections::HashMap;
use std::fs;

use anyhow::{Context, Result, ensure};
use rustc_demangle::demangle;
use wasmparser::{KnownCustom, Name, Parser, Payload};
use xtask::{tools, wasm};

use crate::package;
use crate::sizes::{self, Size};

/// Bytes of gzip. Pagefind's page needs about 133 kB before its first result.
const BUDGET: usize = 110_000;

pub fn run(mut args: lexopt::Parser) -> Result<()> {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    let out = tools::root().join("pkg");
    let first = package::make(&out, true)?;
    let rows = package::rows(&out, &first)?;
    sizes::print_table(&rows);
    println!("\nsections of the module, as shipped");
    let module = fs::read(out.join(package::WASM))?;
    for (name, bytes) in sections(&module)? {
        sizes::print_row(name, Size::of(bytes)?, 10);
    }
    println!("\ncode by part, before wasm-bindgen and wasm-opt (bytes, functions)");
    for (part, (bytes, functions)) in by_part(&fs::read(wasm::compile(true)?)?)? {
        println!("{part:<28} {bytes:>8} {functions:>6}");
    }
    let sum: usize = rows.iter().map(|(_, size)| size.gzip).sum();
    println!("\n{sum} bytes of gzip before the first statement shows; the budget is {BUDGET}");
    ensure!(sum <= BUDGET, "over the budget by {} bytes", sum - BUDGET);
    Ok(())
}

fn sections(module: &[u8]) -> Result<Vec<(&'static str, &[u8])>> {
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let name = match &payload {
            Payload::CodeSectionStart { .. } => "code",
            Payload::DataSection(_) => "data",
            _ => continue,
        };
        let (_, range) = payload.as_section().context("a section without bytes")?;
        found.push((name, &module[range]));
    }
    Ok(found)
}

/// Bytes and numbers of functions, the largest part first. What wasm-bindgen takes away again is
/// left out.
fn by_part(module: &[u8]) -> Result<Vec<(String, (usize, usize))>> {
    let (mut imported, mut sizes) = (0, Vec::new());
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(section) = section.as_known() else { continue };
                for name in section {
                    let Name::Function(map) = name? else { continue };
                    for naming in map {
                        let naming = naming?;
                        names.insert(naming.index as usize, naming.name);
                    }
                }
            }
            _ => {}
        }
    }
    let mut parts: HashMap<String, (usize, usize)> = HashMap::new();
    for (at, size) in sizes.into_iter().enumerate() {
        let name = names.get(&(imported + at)).copied().unwrap_or_default();
        if !name.contains("__wbindgen_describe") {
            let part = parts.entry(part(&format!("{:#}", demangle(name)))).or_default();
            *part = (part.0 + size, part.1 + 1);
        }
    }
    let mut parts: Vec<_> = parts.into_iter().collect();
    parts.sort_by_key(|(_, (size, _))| std::cmp::Reverse(*size));
    Ok(parts)
}

/// The crate and the module that a function belongs to: what it was made for counts, not what made
/// it.
fn part(name: &str) -> String {
    let own = name.find("whosaid::");
    let path = own.map_or(name, |at| &name[at..]).trim_start_matches(['<', '&', '[', '*']);
    let word = |part: &str| -> String {
        part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let mut parts = path.split("::").map(word);
    match (parts.next(), parts.next()) {
        (Some(first), Some(second)) if !second.is_empty() => format!("{first}::{second}"),
        _ => "exports and glue".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_belong_to_parts() {
        assert_eq!(part("whosaid::blocks::lay_out"), "whosaid::blocks");
        assert_eq!(part("<alloc::vec::Vec<whosaid::model::Span>>::push"), "whosaid::model");
        assert_eq!(part("core::slice::sort::stable::drift::sort"), "core::slice");
        assert_eq!(part("parse"), "exports and glue");
    }
}
