//! What more than one command needs: other programs, the core as wasm, a server for the page.

mod join;
mod packed;
pub mod serve;
pub mod tools;
pub mod wasm;

/// The commands: name, arguments, what they do.
///
/// `demo` stands in this package, which is small so that it starts soon in a fresh clone; all
/// others in `xtask/tasks`.
pub const COMMANDS: &[(&str, &str, &str)] = &[
    ("demo", "[--port N]", "build everything and serve the demo page"),
    ("test", "[STEP...]", "run every test, or the named steps"),
    ("build", "[--release]", "make the npm package in pkg/ and print its sizes"),
    ("predict", "DIR [--out FILE]", "read every text of a folder, one JSON line each"),
    ("size", "", "hold the download to its budget, and say what fills it"),
    ("bench", "[DIR]", "measure speed in Node and Chromium beside other libraries"),
    ("offline", "[--out FILE]", "write the demo as one file that runs without a server"),
    ("train", "DIR... [--out FILE]", "fit the weights to corpora, in PolNeAR's format or readouts"),
    ("score", "", "measure the reader against gold files"),
];
