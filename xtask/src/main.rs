//! The project's own commands: `cargo xtask COMMAND`.

mod demo;

use std::env;
use std::ffi::OsString;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};
use lexopt::Arg;
use xtask::{COMMANDS, tools};

fn main() -> ExitCode {
    match dispatch() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<ExitCode> {
    let mut args = lexopt::Parser::from_env();
    match args.next()? {
        Some(Arg::Value(name)) if name == "demo" => demo::run(args).map(|()| ExitCode::SUCCESS),
        Some(Arg::Value(name)) if COMMANDS.iter().any(|(known, ..)| name == *known) => {
            task(&env::args_os().skip(1).collect::<Vec<_>>())
        }
        Some(Arg::Value(name)) => bail!("no command `{}`\n\n{}", name.display(), help()),
        None | Some(Arg::Short('h') | Arg::Long("help")) => {
            println!("{}", help());
            Ok(ExitCode::SUCCESS)
        }
        Some(other) => Err(other.unexpected().into()),
    }
}

/// Compiles and runs the other commands, in the folder where we were started.
fn task(args: &[OsString]) -> Result<ExitCode> {
    // Fitting takes three minutes, and hours without optimisation.
    let release = args.first().filter(|name| *name == "train").map(|_| "--release");
    let status = Command::new(tools::cargo().get_program())
        .args(["run", "--package=xtask-tasks"])
        .args(release)
        .arg("--manifest-path")
        .arg(tools::root().join("Cargo.toml"))
        .arg("--")
        .args(args)
        .status()
        .context("cannot start cargo")?;
    // It has said itself what went wrong.
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn help() -> String {
    let mut text = String::from("usage: cargo xtask COMMAND\n");
    for (name, args, does) in COMMANDS {
        text += &format!("\n  {name:<8} {args:<20} {does}");
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
