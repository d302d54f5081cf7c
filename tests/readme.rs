//! The README shows what the reader finds, not what we wish it found.

use whosaid::{Kind, Reader, Reading};

#[test]
fn the_first_screen_is_true() {
    let readme = include_str!("../README.md");
    let mut blocks = readme.split("```text\n").skip(1).map(|block| block.split("```").next());
    let [text, shown] = [blocks.next(), blocks.next()].map(|block| block.flatten().unwrap());
    let reading = Reader::new().read(text).unwrap();
    assert_eq!(table(&reading), shown);
}

fn table(reading: &Reading) -> String {
    let rows = reading.statements.iter().map(|statement| {
        let who = statement.speaker.map_or("nobody named", |id| reading.name(id));
        let kind = match statement.kind {
            Kind::Direct => "direct",
            Kind::Indirect => "indirect",
            Kind::Mixed => "mixed",
            Kind::Turn => "turn",
        };
        let parts = statement.content.iter().map(|part| part.of(&reading.text).replace('\n', " "));
        format!("{who:<16} {kind:<10} {}\n", parts.collect::<Vec<_>>().join(" … "))
    });
    rows.collect()
}
