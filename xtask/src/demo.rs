//! `cargo xtask demo`: the page on this machine, built from the sources as they are.

use anyhow::Result;
use lexopt::{Arg, ValueExt};

use crate::serve::Site;
use crate::wasm;

const PORT: u16 = 8080;

pub fn run(mut args: lexopt::Parser) -> Result<()> {
    let mut port = None;
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("port") => port = Some(args.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    wasm::build_site()?;
    let site = match port {
        Some(port) => Site::bind(port)?,
        None => Site::bind(PORT).or_else(|_| Site::bind(0))?,
    };
    println!("whosaid is at {} (stop with Ctrl+C)", site.address);
    for thread in site.serve() {
        let _ = thread.join();
    }
    Ok(())
}
