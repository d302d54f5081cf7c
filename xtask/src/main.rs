//! The project's own commands: `cargo xtask COMMAND`.

mod bench;
mod demo;
mod native;
mod offline;
mod package;
mod predict;
mod score;
mod serve;
mod size;
mod sizes;
mod test;
mod tools;
mod train;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::Arg;

/// Takes what stands after the command's name.
type Run = fn(lexopt::Parser) -> Result<()>;

const COMMANDS: &[(&str, Run, &str)] = &[
    ("demo", demo::run, "[--port N]           build everything and serve the demo page"),
    ("test", test::run, "[STEP...]            run every test, or the named steps"),
    (
        "build",
        package::run,
        "[--release]          make the npm package in pkg/ and print its sizes",
    ),
    (
        "predict",
        predict::run,
        "DIR [--out FILE]     read every text of a folder, one JSON line each",
    ),
    (
        "size",
        size::run,
        "                     hold the download to its budget, and say what fills it",
    ),
    (
        "bench",
        bench::run,
        "[DIR]                measure speed in Node and Chromium beside other libraries",
    ),
    (
        "offline",
        offline::run,
        "[--out FILE]         write the demo as one file that runs without a server",
    ),
    ("train", train::run, "DIR [--out FILE]     fit the weights to a corpus in PolNeAR's format"),
    ("score", score::run, "                     measure the reader against gold files"),
];

fn main() -> ExitCode {
    match dispatch() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<()> {
    let mut args = lexopt::Parser::from_env();
    match args.next()? {
        Some(Arg::Value(name)) => {
            let name = name.to_string_lossy();
            match COMMANDS.iter().find(|(known, ..)| *known == name) {
                Some((_, run, _)) => run(args),
                None => bail!("no command `{name}`\n\n{}", help()),
            }
        }
        None | Some(Arg::Short('h') | Arg::Long("help")) => {
            println!("{}", help());
            Ok(())
        }
        Some(other) => Err(other.unexpected().into()),
    }
}

fn help() -> String {
    let mut text = String::from("usage: cargo xtask COMMAND\n");
    for (name, _, does) in COMMANDS {
        text += &format!("\n  {name:<8} {does}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documents_name_commands_that_exist() {
        let docs = std::fs::read_dir(tools::root().join("www/docs")).unwrap();
        let files = docs.map(|file| file.unwrap().path()).chain([tools::root().join("README.md")]);
        let mut named = 0;
        for file in files.filter(|file| file.extension().is_some_and(|found| found == "md")) {
            let text = std::fs::read_to_string(&file).unwrap();
            for after in text.split("cargo xtask ").skip(1) {
                let word: String = after.chars().take_while(char::is_ascii_alphabetic).collect();
                let exists = COMMANDS.iter().any(|(name, ..)| *name == word);
                assert!(exists || after.starts_with("--help"), "{}: `{word}`", file.display());
                named += 1;
            }
        }
        assert!(named > 10, "{named} commands are named");
    }
}
