use anyhow::{Result, bail};

pub fn run(_args: lexopt::Parser) -> Result<()> {
    bail!("`score` is not written yet")
}
