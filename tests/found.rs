//! Inputs that once broke a fuzz target. Each is read as bytes, as a page and as a transcript.

mod sound;

#[test]
fn what_the_fuzzers_found_is_mended() {
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/found")).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        for reader in [&sound::READER, &sound::TRANSCRIPTS] {
            sound::check(&reader.read(&*text).unwrap());
        }
        #[cfg(feature = "bytes")]
        sound::check(
            &sound::READER.read(whosaid::bytes::decode(&bytes, None).unwrap().text).unwrap(),
        );
        #[cfg(feature = "html")]
        {
            let page = whosaid::html::read(&text).unwrap();
            let reading = sound::READER.read(&page.text).unwrap();
            sound::check(&reading);
            sound::check_slices(&page.to_source(&reading, &text));
        }
    }
}
