//! `cargo xtask demo`: the page on this machine, built from the sources as they are.

use anyhow::Result;
use lexopt::{Arg, ValueExt};
use xtask::serve::Site;
use xtask::wasm;

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
        Some(port) => Site::serve(port)?,
        None => Site::serve(PORT).or_else(|_| Site::serve(0))?,
    };
    println!("whosaid is at {} (stop with Ctrl+C)", site.address);
    site.join()
}
