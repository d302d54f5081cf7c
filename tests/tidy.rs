//! The order of the house: who may import whom, and how long a file may get.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each part sees the ones before it; a part beside the way sees what its row names.
const WAY: &[&str] = &[
    "error",
    "packing",
    "model",
    "lexicon",
    "blocks",
    "segment",
    "speakers",
    "statements",
    "reader",
    "lib",
];
const BESIDE: &[(&str, &[&str])] = &[
    ("topics", &["error", "model", "lexicon"]),
    ("view", &["error", "model", "topics"]),
    ("export", &["error", "model"]),
    ("html", &["error", "model"]),
    ("bytes", &["error"]),
];
/// Faces of the whole; nothing may lean on them.
const FACES: &[&str] = &["wasm"];

/// Names of the crate's root that every part may use.
const COMMON: &[&str] = &["Error", "MAX_BYTES"];

const MAX_LINES: usize = 600;

const MAX_COLUMNS: usize = 100;

/// Words of a language that still stand in the code of the stages. They belong into a table, or
/// into `lexicon/fixed.rs`: the list may get shorter, not longer.
const WORDS_IN_CODE: &[(&str, &[&str])] = &[
    ("src/speakers/epithets.rs", &[" and "]),
    ("src/speakers/initials.rs", &[" of "]),
    ("src/speakers/labels.rs", &["chaired by", "chairmanship of", "presided over by"]),
    ("src/speakers/look.rs", &["anti pro non pan ex post pre inter trans intra un"]),
    (
        "src/speakers/places.rs",
        &[
            "us american america states",
            "uk british britain kingdom",
            "un nations",
            "us uk uae",
            "n an ian ean nian vian ese nese i ish ic er s ite ians ans",
            "a e y ia o w land stan istan s es ea in us",
            "united",
        ],
    ),
    ("src/speakers/report.rs", &["the ", " and "]),
    ("src/speakers/settings.rs", &["by"]),
    (
        "src/speakers/sources.rs",
        &["me", "we", "us", "myself", "it", "who whom which", "and ", "and", "nor", "as well as"],
    ),
    ("src/speakers/words.rs", &["al", "el", "ad", "ar", "as", "at", "az", "an", "ash", "ul"]),
    ("src/statements/tags.rs", &["ly"]),
    ("src/topics/fold.rs", &["ae", "oe", "ss", "th"]),
];

#[test]
fn parts_import_in_one_direction() {
    let mut wrong = Vec::new();
    for file in sources("src", "rs") {
        let part = part(&file);
        if part == "lib" || FACES.contains(&part.as_str()) || file.ends_with("lexicon/build.rs") {
            continue;
        }
        let allowed = may_see(&part);
        let code = code(&fs::read_to_string(root().join(&file)).unwrap());
        let mut seen = imports(&code);
        if is_root_of_part(&file) && code.contains("super::") {
            seen.push("super".to_owned());
        }
        seen.retain(|name| *name != part && !allowed.contains(&name.as_str()));
        wrong.extend(
            seen.iter().map(|name| format!("{}: `{part}` may not see `{name}`", file.display())),
        );
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn files_are_one_sitting_long() {
    let mut long = Vec::new();
    for (folder, extension) in
        [("src", "rs"), ("xtask", "rs"), ("tests", "rs"), ("tests", "js"), ("www", "js")]
    {
        for file in sources(folder, extension) {
            let lines = fs::read_to_string(root().join(&file)).unwrap().lines().count();
            if lines > MAX_LINES {
                long.push(format!("{}: {lines} lines, at most {MAX_LINES}", file.display()));
            }
        }
    }
    assert!(long.is_empty(), "\n{}", long.join("\n"));
}

/// rustfmt wraps code, but no comments.
#[test]
fn comments_are_wrapped() {
    let is_long = |line: &&str| {
        let comment = line.trim_start();
        let is_row = comment.starts_with("//! |");
        comment.starts_with("//") && !is_row && line.chars().count() > MAX_COLUMNS
    };
    let files = sources("src", "rs").into_iter().chain(sources("xtask", "rs"));
    let mut long = Vec::new();
    for file in files {
        let text = fs::read_to_string(root().join(&file)).unwrap();
        long.extend(text.lines().filter(is_long).map(|line| format!("{}: {line}", file.display())));
    }
    assert!(long.is_empty(), "\n{}", long.join("\n"));
}

#[test]
fn rows_of_a_table_stand_once() {
    let mut twice = Vec::new();
    for file in sources("src/lexicon/tables", "tsv") {
        let text = fs::read_to_string(root().join(&file)).unwrap();
        let mut seen = HashSet::new();
        let rows = text.lines().filter(|row| !row.is_empty() && !row.starts_with('#'));
        twice.extend(
            rows.filter(|row| !seen.insert(*row)).map(|row| format!("{}: {row}", file.display())),
        );
    }
    assert!(twice.is_empty(), "\n{}", twice.join("\n"));
}

#[test]
fn words_of_a_language_stand_in_the_lexicon() {
    let mut wrong = Vec::new();
    for file in sources("src", "rs").into_iter().filter(|file| is_stage(file)) {
        let name = file.to_str().unwrap();
        let code = code(&fs::read_to_string(root().join(&file)).unwrap());
        let found: Vec<_> = code.lines().filter(|line| !is_message(line)).flat_map(words).collect();
        let known =
            WORDS_IN_CODE.iter().find(|(file, _)| *file == name).map_or(&[][..], |row| row.1);
        let new = found.iter().filter(|word| !known.contains(&&***word));
        wrong.extend(new.map(|word| format!("{name}: \"{word}\" belongs into the lexicon")));
        let gone = known.iter().filter(|word| !found.iter().any(|found| found == *word));
        wrong
            .extend(gone.map(|word| format!("{name}: \"{word}\" is gone, strike it off the list")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn words_are_told_from_other_strings() {
    let line = r#"matches!(c, '"') || ["of the", "Of", "\"no\"", ", ", "ing"].has(b"by ") // "at""#;
    assert_eq!(words(code(line).trim_end()), ["of the", "ing", "by "]);
}

#[test]
fn the_core_forbids_unsafe_code() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    assert!(lib.contains("#![forbid(unsafe_code)]"));
}

#[test]
fn imports_are_read_from_every_form() {
    let text = "#[cfg(test)]\nmod tests;\n\
                use crate::{Error, blocks, model::{Span, Token}};\n\
                // crate::wasm\n\
                fn f(x: crate::lexicon::Lexicon) { super::super::reader::g() }\n\
                #[cfg(test)]\nmod tests { use crate::view::Filter; }";
    assert_eq!(imports(&code(text)), ["blocks", "model", "lexicon", "super::super"]);
}

fn may_see(part: &str) -> Vec<&'static str> {
    let mut seen: Vec<_> = match BESIDE.iter().find(|(name, _)| *name == part) {
        Some((_, seen)) => seen.to_vec(),
        None => {
            let at = WAY.iter().position(|name| *name == part);
            WAY[..at.unwrap_or_else(|| panic!("src/{part} has no place in tests/tidy.rs"))].to_vec()
        }
    };
    seen.extend(COMMON);
    seen
}

/// The first names after `crate::`, and climbs that would go around it.
fn imports(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, start) in code.match_indices("crate::") {
        let rest = &code[at + start.len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(group_heads(group)),
            None => names.push(head(rest)),
        }
    }
    if code.contains("super::super") {
        names.push("super::super".to_owned());
    }
    names.retain(|name| !COMMON.contains(&name.as_str()));
    names
}

/// The first name of each member of `{a, b::{c, d}, e}`, of which the brace is already gone.
fn group_heads(group: &str) -> Vec<String> {
    let mut heads = vec![head(group)];
    let mut depth = 0;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(head(&group[at + 1..])),
            _ => {}
        }
    }
    heads.retain(|name| !name.is_empty());
    heads
}

fn head(path: &str) -> String {
    path.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The text without comments and without its tests, which may look anywhere. Tests in a file of
/// their own leave the rest as it is.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect()
}

/// Whether the file belongs to a stage that looks at words, and is no test.
fn is_stage(file: &Path) -> bool {
    const STAGES: [&str; 5] = ["blocks", "segment", "speakers", "statements", "topics"];
    let is_test = |part: &std::ffi::OsStr| part == "tests" || part == "tests.rs";
    STAGES.contains(&&*part(file)) && !file.iter().any(is_test)
}

/// Whether the line's strings are for who reads the code: attributes, panics.
fn is_message(line: &str) -> bool {
    line.trim_start().starts_with("#[") || line.contains("expect(") || line.contains("assert")
}

/// The strings of small letters and spaces in a line of code.
fn words(line: &str) -> Vec<String> {
    let line = line.replace(r#"'"'"#, "").replace(r#"\""#, "'");
    let is_word = |text: &&str| {
        text.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') && !text.trim().is_empty()
    };
    line.split('"').skip(1).step_by(2).filter(is_word).map(str::to_owned).collect()
}

/// `src/blocks/dates.rs` belongs to `blocks`, `src/reader.rs` to `reader`.
fn part(file: &Path) -> String {
    let first = Path::new(file.iter().nth(1).unwrap());
    first.file_stem().unwrap().to_string_lossy().into_owned()
}

/// From `src/blocks/mod.rs` or `src/reader.rs`, `super` is the crate itself.
fn is_root_of_part(file: &Path) -> bool {
    match file.iter().count() {
        2 => true,
        3 => file.ends_with("mod.rs"),
        _ => false,
    }
}

/// Files under `folder` by extension, named from the root; what npm or wasm-bindgen wrote is not
/// ours.
fn sources(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).unwrap() {
            let path = folder.join(entry.unwrap().file_name());
            let generated = path.ends_with("node_modules") || path.ends_with("www/pkg");
            if generated {
                continue;
            }
            if root().join(&path).is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
