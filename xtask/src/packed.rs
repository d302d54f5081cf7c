//! Files compressed as a site's server sends them, each once.

use std::collections::HashMap;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use flate2::Compression;
use flate2::write::GzEncoder;

/// Remembers what it has compressed, as long as the file stays the same.
#[derive(Default)]
pub struct Packer {
    known: Mutex<HashMap<PathBuf, File>>,
}

struct File {
    plain: Vec<u8>,
    packed: Vec<u8>,
}

impl Packer {
    /// What a file holds, as gzip.
    pub fn pack(&self, path: PathBuf, plain: Vec<u8>) -> Vec<u8> {
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = known().get(&path).filter(|file| file.plain == plain) {
            return file.packed.clone();
        }
        let mut out = GzEncoder::new(Vec::new(), Compression::default());
        let packed = out.write_all(&plain).and_then(|()| out.finish()).expect("memory takes it");
        known().insert(path, File { plain, packed: packed.clone() });
        packed
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn sends_the_file_as_it_is_now() {
        let packer = Packer::default();
        for text in ["one", "one", "two"] {
            let packed = packer.pack("a.txt".into(), text.into());
            assert_eq!(io::read_to_string(GzDecoder::new(packed.as_slice())).unwrap(), text);
        }
    }
}
