//! Checks the lexicon tables and packs them into one file for the library to read.
//!
//! A table is `tables/NAME.tsv`: lines of `form <TAB> class class ... [<TAB> irregular forms]`,
//! `#` opens a comment. Errors name file and line.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

#[path = "classes.rs"]
#[allow(dead_code)]
mod classes;
#[path = "../packing.rs"]
#[allow(dead_code)]
mod packing;
#[path = "rows.rs"]
#[allow(dead_code)]
mod rows;

fn main() {
    let tables = Path::new(&env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("src/lexicon/tables");
    println!("cargo::rerun-if-changed={}", tables.display());
    for source in ["lexicon/classes.rs", "lexicon/rows.rs", "packing.rs"] {
        println!("cargo::rerun-if-changed=src/{source}");
    }
    let mut files: Vec<_> = fs::read_dir(&tables)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();

    // A verb and a noun of one form ("report") inflect apart.
    let mut rows: BTreeMap<(String, bool), (u64, String)> = BTreeMap::new();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for (number, line) in text.lines().enumerate() {
            let at = |what: String| -> ! { panic!("{name}:{}: {what}", number + 1) };
            let line = line.split('#').next().unwrap().trim_end();
            if line.is_empty() {
                continue;
            }
            let mut columns = line.split('\t');
            let form = columns.next().unwrap();
            let Some(names) = columns.next() else { at(format!("`{form}` has no classes")) };
            let irregular = columns.next().unwrap_or("").trim();
            if columns.next().is_some() {
                at("more than three columns".into());
            }
            if form != form.trim() || form.is_empty() {
                at(format!("white space around `{form}`"));
            }
            let mut bits = 0;
            for class in names.split_whitespace() {
                match classes::Class::ALL.iter().find(|(known, _)| *known == class) {
                    Some((_, class)) => bits |= class.bit(),
                    None => at(format!("no such class: `{class}`")),
                }
            }
            let verb = bits & classes::Class::Verb.bit() != 0;
            let row = rows.entry((form.to_owned(), verb)).or_default();
            row.0 |= bits;
            if !irregular.is_empty() {
                if !row.1.is_empty() && row.1 != irregular {
                    at(format!("`{form}` has other irregular forms in another row"));
                }
                row.1 = irregular.to_owned();
            }
        }
    }
    let rows: Vec<rows::Row> = rows
        .into_iter()
        .map(|((form, _), (classes, irregular))| rows::Row { form, classes, irregular })
        .collect();
    let out = env::var_os("OUT_DIR").unwrap();
    fs::write(Path::new(&out).join("lexicon.bin"), rows::pack(&rows)).unwrap();
    fs::write(Path::new(&out).join("lower.rs"), format!("{:?}", lower_runs())).unwrap();
}

/// The letters beyond ASCII that have another one in lower case, as Unicode has it in the standard
/// library: first, last, how far they lie apart, and how far their lower case lies from them.
fn lower_runs() -> Vec<(u32, u32, u32, i32)> {
    let mut runs: Vec<(u32, u32, u32, i32)> = Vec::new();
    for c in '\u{80}'..=char::MAX {
        let lower = c.to_lowercase().next().unwrap_or(c);
        let (at, far) = (c as u32, lower as i32 - c as i32);
        match runs.last_mut() {
            _ if far == 0 => {}
            Some((first, last, apart, same))
                if *same == far && at - *last <= 2 && (*apart == at - *last || first == last) =>
            {
                (*last, *apart) = (at, at - *last);
            }
            _ => runs.push((at, at, 1, far)),
        }
    }
    runs
}
