use anyhow::{Result, bail};

pub fn run(_args: lexopt::Parser) -> Result<()> {
    bail!("`predict` is not written yet")
}
