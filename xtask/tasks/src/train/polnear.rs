//! Reading a corpus in PolNeAR's format: `text/NAME.txt` and brat standoff in
//! `attributions/NAME_ANNOTATOR.ann`, offsets in code points. The first annotator by name is taken.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};
use whosaid::Span;

pub struct Document {
    pub name: String,
    pub text: String,
    pub attributions: Vec<Attribution>,
}

#[derive(Clone, Debug, Default)]
pub struct Attribution {
    pub source: Vec<Span>,
    pub cue: Vec<Span>,
    pub content: Vec<Span>,
}

pub fn load(folder: &Path) -> io::Result<Vec<Document>> {
    let mut names: Vec<String> = fs::read_dir(folder.join("attributions"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".ann"))
        .collect();
    names.sort();
    let mut documents: Vec<Document> = Vec::new();
    for file in names {
        let name = file.rsplit_once('_').map_or(&*file, |(name, _)| name).to_owned();
        if documents.last().is_some_and(|last| last.name == name) {
            continue;
        }
        let text = fs::read_to_string(folder.join("text").join(format!("{name}.txt")))?;
        let standoff = fs::read_to_string(folder.join("attributions").join(&file))?;
        let attributions = attributions(&text, &standoff);
        documents.push(Document { name, text, attributions });
    }
    Ok(documents)
}

fn attributions(text: &str, standoff: &str) -> Vec<Attribution> {
    let bytes = byte_offsets(text);
    let records = || {
        standoff.lines().filter_map(|line| {
            let mut columns = line.split('\t');
            Some((columns.next()?, columns.next()?))
        })
    };
    // An attribution may stand before its spans.
    let mut spans: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for (id, fields) in records().filter(|(id, _)| id.starts_with('T')) {
        let Some((_, offsets)) = fields.split_once(' ') else { continue };
        let parts = offsets.split(';').filter_map(|part| {
            let (start, end) = part.split_once(' ')?;
            let at = |n: &str| bytes.get(n.parse::<usize>().ok()?).copied();
            Some(Span::new(at(start)?, at(end)?))
        });
        spans.insert(id, parts.collect());
    }
    let mut found = Vec::new();
    for (_, fields) in records().filter(|(id, _)| id.starts_with('E')) {
        let mut attribution = Attribution::default();
        for field in fields.split(' ').skip(1) {
            let Some((role, target)) = field.split_once(':') else { continue };
            let spans = spans.get(target).into_iter().flatten().copied();
            match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
                "Source" => attribution.source.extend(spans),
                "Cue" => attribution.cue.extend(spans),
                "Content" => attribution.content.extend(spans),
                _ => {}
            }
        }
        for role in [&mut attribution.source, &mut attribution.cue, &mut attribution.content] {
            role.sort();
        }
        if !attribution.content.is_empty() {
            found.push(attribution);
        }
    }
    found
}

/// The byte offset of each code point, and of the end.
pub fn byte_offsets(text: &str) -> Vec<u32> {
    text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect()
}
