//! The commands that `cargo xtask` starts from here: all but `demo`.

mod bench;
mod native;
mod offline;
mod package;
mod predict;
mod score;
mod size;
mod sizes;
mod test;
mod train;

use std::process::ExitCode;

use anyhow::{Context, Result};

/// Takes what stands after the command's name.
type Run = fn(lexopt::Parser) -> Result<()>;

const TASKS: &[(&str, Run)] = &[
    ("test", test::run),
    ("build", package::run),
    ("predict", predict::run),
    ("size", size::run),
    ("bench", bench::run),
    ("offline", offline::run),
    ("train", train::run),
    ("score", score::run),
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
    let name = args.value().context("which command? see cargo xtask --help")?;
    let task = TASKS.iter().find(|(known, _)| name == *known);
    let (_, run) = task.with_context(|| format!("no task `{}`", name.display()))?;
    run(args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_but_the_demo_is_here() {
        let commands: Vec<_> = xtask::COMMANDS.iter().map(|(name, ..)| *name).collect();
        let tasks: Vec<_> = TASKS.iter().map(|(name, _)| *name).collect();
        assert_eq!(commands, [vec!["demo"], tasks].concat());
    }
}
