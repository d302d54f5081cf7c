//! Tables of named rows, a table a phenomenon. All people and places are invented.

use super::*;
use crate::lexicon::Lexicon;

mod dates;
mod transcripts;

fn laid_out(text: &str) -> Layout {
    lay_out(text, FormatOption::Auto, &Lexicon::new())
}

/// Every block as a letter and its text: t title, d dateline, h heading, p paragraph, i item,
/// l label, n note, f furniture.
fn blocks(text: &str) -> Vec<String> {
    let letter = |kind| match kind {
        BlockKind::Furniture => 'f',
        BlockKind::Title => 't',
        BlockKind::Dateline => 'd',
        BlockKind::Heading => 'h',
        BlockKind::Paragraph => 'p',
        BlockKind::ListItem => 'i',
        BlockKind::TurnLabel => 'l',
        BlockKind::StageNote => 'n',
    };
    let blocks = laid_out(text).blocks;
    blocks.iter().map(|block| format!("{} {}", letter(block.kind), block.span.of(text))).collect()
}

/// Every date: as written, ISO, first letter of the role, and the other reading.
fn dates(text: &str) -> Vec<String> {
    let show = |date: &crate::model::Date| {
        let role = match date.role {
            crate::model::DateRole::Published => "published",
            crate::model::DateRole::Event => "event",
            crate::model::DateRole::Other => "other",
        };
        let other = date.or_else.map_or(String::new(), |day| format!(" or {day}"));
        format!("{} = {}{other}, {role}", date.span.of(text), date.day)
    };
    laid_out(text).dates.iter().map(show).collect()
}

/// Every turn: label, explanation, `*` where it is shared, content.
fn turns(text: &str) -> Vec<String> {
    let show = |turn: &crate::model::Turn| {
        let explained = turn.explained.map_or(String::new(), |s| format!(" ({})", s.of(text)));
        let said: Vec<&str> = turn.content.iter().map(|span| span.of(text)).collect();
        let shared = if turn.shared { "*" } else { "" };
        format!("{}{explained}{shared}: {}", turn.label.of(text), said.join(" | "))
    };
    laid_out(text).turns.iter().map(show).collect()
}

#[track_caller]
fn check<T: std::fmt::Debug + PartialEq<U>, U: std::fmt::Debug>(name: &str, found: T, expected: U) {
    assert!(found == expected, "{name}:\n found    {found:#?}\n expected {expected:#?}");
}

/// A body for heads to stand above.
const BODY: &str =
    "\n\nThe two ministers spoke about the bridge for an hour, and both were glad.\n";

#[test]
fn titles() {
    for (name, head, expected) in [
        ("alone", "Minister Krol receives Envoy Pell", Some("Minister Krol receives Envoy Pell")),
        ("date after a dash", "Krol receives Pell - 2 /Jul/ 2019", Some("Krol receives Pell")),
        ("date in brackets", "Krol visits Carmel (7-9 May 2023)", Some("Krol visits Carmel")),
        (
            "place and date in brackets",
            "Krol meets Pell on ferries (Kelm, Ostmark, 4 May 2015)",
            Some("Krol meets Pell on ferries"),
        ),
        (
            "of two headlines the first",
            "Court Hears Case of Lost Barge\n\nDriver Says Chain Had Been Cut by Night",
            Some("Court Hears Case of Lost Barge"),
        ),
        (
            "of a headline and what stands below it the first",
            "Harbour breach angers residents\n\nClaim board ignored their concerns",
            Some("Harbour breach angers residents"),
        ),
        (
            "behind initials, a colon and a date",
            "LCC Press Statement: Call on Minister Krol by the Carmel Foreign Minister Pell, 2 July 2019",
            Some("LCC Press Statement: Call on Minister Krol by the Carmel Foreign Minister Pell"),
        ),
        ("none where a row of links stands", "LCC:03:04 [Next] . [Previous] . [Contents]", None),
        (
            "date that the title tells of",
            "Call with Envoy Pell: 3 June 2025",
            Some("Call with Envoy Pell: 3 June 2025"),
        ),
        (
            "date after a dash beside another date",
            "Ministry Press Briefing – May 8, 2023\n\n05/09/2023 07:12 PM",
            Some("Ministry Press Briefing – May 8, 2023"),
        ),
        (
            "below an institution and a number",
            "Ministry of Trade\nRepublic of Ostmark\n\nPress Release No. 45/2023\n\nKrol receives Pell in Kelm",
            Some("Krol receives Pell in Kelm"),
        ),
        (
            "below lines of another script",
            "دفتر وزیر\n\nMinister Krol receives Envoy Pell",
            Some("Minister Krol receives Envoy Pell"),
        ),
        (
            "above byline and paper",
            "Kelm counts the cost of the bridge\nBy Ann Orr in Kelm\nKelm Daily | 2 May 2026",
            Some("Kelm counts the cost of the bridge"),
        ),
        (
            "two lines in capitals",
            "REMARKS BY THE MINISTER\nAT THE SUMMIT IN KELM",
            Some("REMARKS BY THE MINISTER\nAT THE SUMMIT IN KELM"),
        ),
        ("a question", "Who will pay for the bridge?", Some("Who will pay for the bridge?")),
        (
            "what sources told",
            "Sources: Ministry knew of toxic sludge",
            Some("Sources: Ministry knew of toxic sludge"),
        ),
        ("no title where sources are named", "Sources: Kelm Daily, Bloom", None),
        ("marked down", "# Krol receives Pell in Kelm", Some("Krol receives Pell in Kelm")),
        (
            "none above a lead sentence",
            "The minister received the envoy of Carmel on Monday.",
            None,
        ),
        ("none in a lead without article", "Coach Krol was in no mood for jokes.", None),
        (
            "below what leads in to it",
            "The Guide to his millers:\n\nThe mills should not wait for rain",
            Some("The mills should not wait for rain"),
        ),
        (
            "above captions",
            "Vote in Kelm\n\nThe envoy is here for the vote. (Ann Orr/Kelm Daily File Photo)\nKrol at the dam ©Bloom",
            Some("Vote in Kelm"),
        ),
        (
            "above an index",
            "Daily Press Briefing\nKelm, 4 May 2015\n• Calls of the Minister to Carmel\n• Ferries",
            Some("Daily Press Briefing"),
        ),
        (
            "below a notice",
            "Copyright © 2017 by Kelm Radio. All rights reserved.\n\nKrol and Pell Talk by Phone",
            Some("Krol and Pell Talk by Phone"),
        ),
        (
            "below the number of the sitting",
            "Sixth Session,\n33rd & 34th Meetings (AM & PM)\n\nDelegates Take Issue with Ferries",
            Some("Delegates Take Issue with Ferries"),
        ),
        (
            "below a path",
            "Home > News of the Kelm Office > Remarks of the Head of the Ferry Board\nKrol receives Pell",
            Some("Krol receives Pell"),
        ),
        ("none in a caption", "Minister Krol receives the envoy. Photo: Ann Orr", None),
        ("none but an institution", "Ministry of Foreign Affairs", None),
        ("none in a row of a page", "Print This Post", None),
        (
            "below rows of a page",
            "Kelm Hall ~ Download PDF ~ Follow us\n\nYou are in: News: Kelm\n\nKrol receives Pell",
            Some("Krol receives Pell"),
        ),
    ] {
        let text = format!("{head}{BODY}");
        check(name, laid_out(&text).title.map(|span| span.of(&text)), expected);
    }
    let alone = "Xi said: The door stays open.";
    check("one sentence has no title", laid_out(alone).title, None);
}

#[test]
fn prose() {
    for (name, text, expected) in [
        (
            "numbered paragraphs",
            "1. At the invitation of Krol, Pell came.\n2. Both sides agreed:\n(a) to talk;\n(b) to meet.",
            vec![
                "f 1.",
                "p At the invitation of Krol, Pell came.",
                "f 2.",
                "p Both sides agreed:",
                "f (a)",
                "i to talk;",
                "f (b)",
                "i to meet.",
            ],
        ),
        (
            "a heading",
            "Krol met Pell in Kelm.\n\nEconomic ties\n\nThey spoke of trade.",
            vec!["p Krol met Pell in Kelm.", "h Economic ties", "p They spoke of trade."],
        ),
        (
            "a date before what is furniture",
            "Krol met Pell in Kelm.\n\n15 May 2003 : Column 212\n\nThey spoke of trade.",
            vec![
                "p Krol met Pell in Kelm.",
                "f 15 May 2003 : Column 212",
                "p They spoke of trade.",
            ],
        ),
        (
            "notes in brackets",
            "Krol met Pell.\n\n(Sent by the Mayor's Press Office)\n\nThey met.\n\nPell met Krol.\n\n\
             (Sent by the Mayor's Press Office)\n\nThey sat.\n\n(Sent by the Mayor's Press Office)\n\nThey ate.",
            vec![
                "t Krol met Pell.",
                "f (Sent by the Mayor's Press Office)",
                "p They met.",
                "p Pell met Krol.",
                "f (Sent by the Mayor's Press Office)",
                "p They sat.",
                "f (Sent by the Mayor's Press Office)",
                "p They ate.",
            ],
        ),
        (
            "share rows and updates",
            "Krol met Pell in Kelm.\n\n###\nUpdates to this page\nSign up for emails or print this page",
            vec![
                "p Krol met Pell in Kelm.",
                "f ###",
                "f Updates to this page",
                "f Sign up for emails or print this page",
            ],
        ),
        (
            "who published, on the line below",
            "Krol met Pell in Kelm.\n\nFrom:\nThe Trade Office and Ivan Krol\n\nPublished\n3 June 2025\n\nThey spoke of trade.",
            vec![
                "p Krol met Pell in Kelm.",
                "f From:",
                "f The Trade Office and Ivan Krol",
                "f Published",
                "d 3 June 2025",
                "p They spoke of trade.",
            ],
        ),
        (
            "signed below",
            "Krol met Pell in Kelm.\n\nCarrick\nNovember 9, 2023",
            vec!["p Krol met Pell in Kelm.", "f Carrick", "d November 9, 2023"],
        ),
        (
            "wrapped by hand",
            "The minister of trade of Ostmark and the envoy of\nCarmel met in Kelm on Tuesday and agreed to open a\nnew ferry line between the two countries, the trade\nministry said.\n\n\"It is a good day for us and for all the people who\nlive on the coast,\" he said.",
            vec![
                "p The minister of trade of Ostmark and the envoy of\nCarmel met in Kelm on Tuesday and agreed to open a\nnew ferry line between the two countries, the trade\nministry said.",
                "p \"It is a good day for us and for all the people who\nlive on the coast,\" he said.",
            ],
        ),
        (
            "wrapped by hand, and signed",
            "The minister of trade of Ostmark and the envoy of\nCarmel met in Kelm on Tuesday and agreed to open a\nnew ferry line between the two countries.\n\nShe said it was a good day for us and for all of\nthe people who live there.\n OSTA",
            vec![
                "p The minister of trade of Ostmark and the envoy of\nCarmel met in Kelm on Tuesday and agreed to open a\nnew ferry line between the two countries.",
                "p She said it was a good day for us and for all of\nthe people who live there.",
                "f OSTA",
            ],
        ),
        (
            "wrapped by hand, some lines short",
            "The minister of Ostmark, who met the envoy in Kelm on\nTuesday, spoke of a ferry to the port of the\nsouthern isles.\n\nNed Orr, a\nresearcher,\nsaid\n\"It is a good day\nfor us.\"",
            vec![
                "p The minister of Ostmark, who met the envoy in Kelm on\nTuesday, spoke of a ferry to the port of the\nsouthern isles.",
                "p Ned Orr, a\nresearcher,\nsaid\n\"It is a good day\nfor us.\"",
            ],
        ),
        (
            "wrapped by hand, below a longer line",
            "The text of this page was taken by a machine from a file and can have some errors in it.\n\nMinutes of the Council of Kelm\nThe Council met at noon in the\nold hall, and Ms. Ada Stone of\nCarrick took the chair. She was\nglad to see that all had come.\n(Mr. Orr spoke.)\nShe said on Monday that the old\nroad was shut.\n\nNobody left.\n\nHe came.\n\nShe went.",
            vec![
                "p The text of this page was taken by a machine from a file and can have some errors in it.",
                "p Minutes of the Council of Kelm\nThe Council met at noon in the\nold hall, and Ms. Ada Stone of\nCarrick took the chair. She was\nglad to see that all had come.",
                "p (Mr. Orr spoke.)",
                "p She said on Monday that the old\nroad was shut.",
                "p Nobody left.",
                "p He came.",
                "p She went.",
            ],
        ),
        (
            "wrapped by hand, a blank line behind every line",
            "The minister said on Monday in the old hall of\n\nthe town of Kelm that the road to the coast\n\nwas shut, and that all of those who had come\n\nto him were free.\n\nNobody came to the feast.",
            vec![
                "p The minister said on Monday in the old hall of\n\nthe town of Kelm that the road to the coast\n\nwas shut, and that all of those who had come\n\nto him were free.",
                "p Nobody came to the feast.",
            ],
        ),
        (
            "some paragraphs wrapped by hand",
            "The Council of Kelm met on Monday in the old hall by the harbour, and all of those who had been asked to come and speak of the road came and spoke of it.\nNed Orr, who heads it,\nsaid the road to the\ncoast was shut.\nThe Kelm Club\n(KC) said so too.\nNobody left.",
            vec![
                "p The Council of Kelm met on Monday in the old hall by the harbour, and all of those who had been asked to come and speak of the road came and spoke of it.",
                "p Ned Orr, who heads it,\nsaid the road to the\ncoast was shut.",
                "p The Kelm Club\n(KC) said so too.",
                "p Nobody left.",
            ],
        ),
        (
            "line ends",
            "One came.\r\nTwo came.\rThree came.\u{2028}Four.",
            vec!["p One came.", "p Two came.", "p Three came.", "p Four."],
        ),
        (
            "an answer of one word",
            "Krol asked who went.\n\n“No.”\n\nPell was glad of it.",
            vec!["p Krol asked who went.", "p “No.”", "p Pell was glad of it."],
        ),
        ("nothing", " \n\u{feff}\t\r\n", vec![]),
        ("one mark", "\"", vec!["f \""]),
    ] {
        check(name, blocks(text), expected);
    }
}

#[test]
fn datelines() {
    for (name, dateline) in [
        ("agency", "KELM, 9 February 2024 (NNA) —"),
        ("month first, two hyphens", "PORT HALDEN, Sept. 30 (Newswire) --"),
        ("agency between slashes", "MOSKA, June 10. /OSTA/."),
        ("place alone", "TRISK -"),
        ("a month that no table has", "AL TRISK, 3 Rajab 1447 (GNA) --"),
        ("a saint", "ST. TRISK, Minn. —"),
        ("two places", "TRISK, Ostmark —"),
        ("glued", "KELM—"),
        ("date in brackets", "GENEVRA (12 March 2024) –"),
        ("small letters with a date", "Kelm, 14 June 2023 —"),
        ("small letters with an agency", "Kelm (NNA) –"),
        ("colon", "RIYA:"),
    ] {
        let text = format!("{dateline} Krol met Pell in the town hall, he said.");
        let expected =
            [format!("d {dateline}"), "p Krol met Pell in the town hall, he said.".into()];
        check(name, blocks(&text), expected);
    }
    for dateline in ["Kelm —", "Kelm, Ostmark –", "Port, South Ostmark -", "Port Kelm —"] {
        let text = format!("{dateline} Mayor Krol met Pell in the town hall, he said.");
        let paragraph = "p Mayor Krol met Pell in the town hall, he said.";
        check("a town alone", blocks(&text), [format!("d {dateline}"), paragraph.into()]);
    }
    for dateline in ["Kelm, OM —", "Kelm, Ostm. --"] {
        let text = format!("{dateline} Krol met Pell in the town hall, he said.");
        let paragraph = "p Krol met Pell in the town hall, he said.";
        check("a state in short", blocks(&text), [format!("d {dateline}"), paragraph.into()]);
    }
    let told = ["d Kelm:", "p At least nine were hurt, they said."];
    check("news of a town", blocks(&told.map(|block| &block[2..]).join(" ")), told);
    for text in [
        "Kelm: The pier will open, they said. Kelm said nothing.",
        "Kelm: We go on, they said.",
        "Kelm — Krol said that it would wait.",
        "Ana Krol — The mayor said that it would wait.",
        "The Guardian of the Republic of Zarvan—Pir Navid—received the envoy.",
        "NATO - which met in Kelm - said that it would wait.",
        "Mr. Krol - the minister - said that it would wait.",
        "Krol said: We will wait.",
    ] {
        check("no dateline", blocks(text), [format!("p {text}")]);
    }
}

#[test]
fn scripts_and_directions() {
    use crate::model::{Direction, Script};
    for (text, script, direction) in [
        ("دفتر وزیر", Script::Arabic, Direction::Rtl),
        ("משרד החוץ", Script::Hebrew, Direction::Rtl),
        ("Министерство", Script::Cyrillic, Direction::Ltr),
        ("外交部", Script::Han, Direction::Ltr),
        ("Ministry (وزارة)", Script::Latin, Direction::Ltr),
        ("2019", Script::Other, Direction::Ltr),
    ] {
        let block = laid_out(text).blocks[0];
        check(text, (block.script, block.direction), (script, direction));
    }
}

/// Blocks stand in order, hold all but white space, and every span slices; for every prefix too.
#[test]
fn blocks_hold_the_text() {
    let text = "\u{feff}دفتر\n\nKrol – “Pell” - 11 /Sep/ 2023\n\nKELM (NNA) — On 3 May 2023\u{a0}Krol met Pell.\n(a) one;\n\nMR. ORR: Yes (Laughter.) —[Ms. Lund: “No”]\n\n>> [00:01] Q  Why 5 May?\n\nThe CHAIR. Order.\r\n7-9 November (2023年5月21日)";
    let ends = (0..=text.len()).filter(|end| text.is_char_boundary(*end));
    for text in ends.map(|end| &text[..end]) {
        for format in [FormatOption::Auto, FormatOption::Is(Format::Transcript)] {
            let layout = lay_out(text, format, &Lexicon::new());
            let mut at = 0;
            for block in &layout.blocks {
                assert!(block.span.start >= at && !block.span.is_empty(), "{text:?} {block:?}");
                let between = Span::new(at, block.span.start);
                assert!(lines::trim(text, between).is_empty(), "{:?}", between.of(text));
                block.span.of(text);
                at = block.span.end;
            }
            assert!(lines::trim(text, Span::new(at, text.len() as u32)).is_empty(), "{text:?}");
            layout.title.map(|span| span.of(text));
            layout.dates.iter().for_each(|date| assert!(!date.span.of(text).is_empty()));
            layout.turns.iter().flat_map(|turn| &turn.content).for_each(|span| {
                assert!(!span.of(text).is_empty());
            });
        }
    }
}
