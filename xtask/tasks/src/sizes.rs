//! What a file weighs on its way to a reader.

use std::fs;
use std::io::Write;
use std::ops::AddAssign;
use std::path::Path;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Bytes as stored and as a server sends them at its best setting.
#[derive(Clone, Copy, Default)]
pub struct Size {
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
}

impl Size {
    pub fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &BrotliEncoderParams::default())?;
        Ok(Size { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
    }

    pub fn of_file(path: &Path) -> Result<Self> {
        Size::of(&fs::read(path).with_context(|| format!("cannot read {}", path.display()))?)
    }
}

impl AddAssign for Size {
    fn add_assign(&mut self, other: Size) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// Prints one row a file and their sum.
pub fn print_table(rows: &[(String, Size)]) {
    let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    println!("{:width$} {:>10} {:>10} {:>10}   (bytes)", "", "raw", "gzip", "brotli");
    let mut sum = Size::default();
    for (name, size) in rows {
        print_row(name, *size, width);
        sum += *size;
    }
    print_row("in all", sum, width);
}

pub fn print_row(name: &str, size: Size, width: usize) {
    println!("{name:width$} {:>10} {:>10} {:>10}", size.raw, size.gzip, size.brotli);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs() {
        let size = Size::of(&[b'a'; 10_000]).unwrap();
        assert_eq!(size.raw, 10_000);
        assert!(size.gzip < 100 && size.brotli < size.gzip, "{} {}", size.gzip, size.brotli);
    }
}
