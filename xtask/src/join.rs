//! Modules that the page needs before its first highlight, sent as one.
//!
//! A browser spends more on asking for a small file than on running it, and the reader's worker has
//! to wait for the processor meanwhile. So the server sends one module with the words of several,
//! and in the place of each of the others a line that takes its names from there: whoever imports
//! one of them gets the same things, once. The sources stay as they are, and work without this.
//!
//! The words stand together in one scope, so no two of the modules may have a name in common at
//! their top level; a test holds them to it. What the package joins, and makes smaller, a bundler
//! joins.

use std::path::Path;
use std::{fs, io};

/// Of `www/lib`.
const WHOLE: &str = "view.js";

/// What `WHOLE` takes in, each after what it imports.
const PARTS: &[&str] = &[
    "sure.js",
    "find.js",
    "elements.js",
    "text-map.js",
    "source.js",
    "spans.js",
    "ledger.js",
    "palette.js",
    "highlights.js",
];

/// What is sent for a file of `lib`, if that is not the file itself.
pub fn answer(lib: &Path, name: &str) -> io::Result<Option<String>> {
    let module = |name: &str| fs::read_to_string(lib.join(name));
    if name == WHOLE {
        let texts: io::Result<Vec<String>> =
            PARTS.iter().chain([&WHOLE]).map(|name| module(name)).collect();
        return texts.map(|texts| Some(join(&texts)));
    }
    if PARTS.contains(&name) {
        let text = module(name)?;
        let names = exports(&text).join(", ");
        return Ok(Some(format!("export {{ {names} }} from \"./{WHOLE}\";\n")));
    }
    Ok(None)
}

/// The modules in one scope. Their exports are the whole's.
fn join(texts: &[String]) -> String {
    let lines = texts.iter().flat_map(|text| text.lines());
    lines.filter(|line| !is_of_a_part(line)).flat_map(|line| [line, "\n"]).collect()
}

/// Whether a line imports from a part.
fn is_of_a_part(line: &str) -> bool {
    let from = line.strip_prefix("import ").and_then(|rest| rest.split_once(" from \"./"));
    from.is_some_and(|(_, name)| PARTS.contains(&name.trim_end_matches("\";")))
}

fn exports(text: &str) -> Vec<&str> {
    text.lines().filter_map(|line| declared(line.strip_prefix("export ")?)).collect()
}

/// The name that a line at the top level declares.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_prefix("async ").unwrap_or(line);
    let rest = ["function ", "class ", "const ", "let "]
        .iter()
        .find_map(|word| line.strip_prefix(word))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '$').next()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::tools;

    fn texts() -> Vec<String> {
        let lib = tools::root().join("www/lib");
        let names = PARTS.iter().chain([&WHOLE]);
        names.map(|name| fs::read_to_string(lib.join(name)).unwrap()).collect()
    }

    /// What a line at the top level brings into the scope: a declaration, or imports from
    /// elsewhere.
    fn names(line: &str) -> Vec<&str> {
        if let Some(imported) = line.strip_prefix("import ") {
            let (names, _) = imported.split_once(" from ").expect("names from a module");
            let names = names.strip_prefix("{ ").and_then(|names| names.strip_suffix(" }"));
            return names.expect("names in braces on one line").split(", ").collect();
        }
        declared(line.strip_prefix("export ").unwrap_or(line)).into_iter().collect()
    }

    #[test]
    fn the_parts_share_a_scope() {
        let joined = join(&texts());
        let mut seen = HashSet::new();
        for name in joined.lines().flat_map(names) {
            assert!(!name.is_empty() && seen.insert(name), "`{name}` is there twice");
        }
        assert!(seen.contains("findSource") && seen.contains("read"), "{seen:?}");
        assert!(!joined.contains("import.meta"), "the parts lie elsewhere");
        assert!(PARTS.iter().all(|part| !joined.contains(&format!("from \"./{part}\""))));
    }

    #[test]
    fn each_stands_after_what_it_imports() {
        for (at, text) in texts().iter().enumerate() {
            for line in text.lines().filter(|line| is_of_a_part(line)) {
                let before = &PARTS[..at];
                assert!(
                    before.iter().any(|part| line.ends_with(&format!("\"./{part}\";"))),
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn a_part_gives_its_names_away() {
        let text =
            "export const A = 1;\nconst b = 2;\nexport async function c() {}\nexport class D {}\n";
        assert_eq!(exports(text), ["A", "c", "D"]);
        let lib = tools::root().join("www/lib");
        let stub = answer(&lib, "sure.js").unwrap();
        assert_eq!(stub.as_deref(), Some("export { sure } from \"./view.js\";\n"));
        assert_eq!(answer(&lib, "worker.js").unwrap(), None);
    }

    #[test]
    fn only_what_is_declared_is_exported() {
        for line in texts().iter().flat_map(|text| text.lines()) {
            assert!(!line.starts_with("export ") || !names(line).is_empty(), "{line}");
        }
    }
}
