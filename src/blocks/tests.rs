//! Tables of named rows, a table a phenomenon. All people and places are invented.

use super::*;
use crate::lexicon::Lexicon;

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
    for dateline in ["Kelm —", "Kelm, Ostmark –", "Port, South Ostmark -"] {
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
fn date_forms() {
    for (name, written, iso) in [
        ("day, month, year", "2 July 2019", "2019-07-02"),
        ("month, day, year", "July 2, 2019", "2019-07-02"),
        ("slashes about the month", "2 /Jul/ 2019", "2019-07-02"),
        ("hyphens about the month", "12-Nov-2023", "2023-11-12"),
        ("ordinal", "4th of March 2021", "2021-03-04"),
        ("month the ordinal", "March the 4th, 2021", "March the 4th, 2021"),
        ("short month", "Sept. 30, 2018", "2018-09-30"),
        ("points", "17.05.2014", "2014-05-17"),
        ("two-digit year", "17.05.14", "2014-05-17"),
        ("slashes, day first", "13/05/2019", "2019-05-13"),
        ("slashes, month first", "01/18/2023", "2023-01-18"),
        ("year first", "2019/3/8", "2019-03-08"),
        ("ISO", "2019-03-08", "2019-03-08"),
        ("no-break spaces", "4\u{a0}December\u{202f}2021", "2021-12-04"),
        ("Chinese", "2024年5月21日", "2024-05-21"),
        ("Korean", "2024년 5월 21일", "2024-05-21"),
        ("Solar Hijri", "11 Tir 1398", "2019-07-02"),
        ("Solar Hijri in Persian", "۱۱ تیر ۱۳۹۸", "2019-07-02"),
        ("Solar Hijri in numbers", "1398/04/11", "2019-07-02"),
        ("French", "3 août 2020", "2020-08-03"),
        ("Spanish", "5 de mayo de 2020", "2020-05-05"),
        ("Russian", "17 мая 2014", "2014-05-17"),
        ("Arabic", "٥ مايو ٢٠٢٠", "2020-05-05"),
    ] {
        let iso = if name == "month the ordinal" { "2021-03-04" } else { iso };
        let text = format!("It was told on {written} that all was well.");
        check(name, dates(&text), [format!("{written} = {iso}, other")]);
    }
    for text in [
        "in May 2019",
        "you may 5 times",
        "in March 25 men came",
        "at 12.30.45",
        "version 1.2.3",
        "31 June 2020",
        "30 February 2020",
        "May 5%",
        "10.1000.2000",
        "No. 45/2023",
        "the 1990s",
        "§ 5.3.2 of the law",
    ] {
        check("no date", dates(text), Vec::<String>::new());
    }
}

#[test]
fn glued_dates() {
    for (text, expected) in [
        ("KELM, May 4. 2020 (NNA) -- Orr came.", vec!["May 4. 2020 = 2020-05-04, published"]),
        ("4 May 2019Two were hurt, Orr said.", vec!["4 May 2019 = 2019-05-04, published"]),
        ("Ada Stone26 May 2018\n\nTwo were hurt.", vec!["26 May 2018 = 2018-05-26, published"]),
        ("On 1 May 2019 he saw room4 March and more.", vec!["1 May 2019 = 2019-05-01, other"]),
    ] {
        check(text, dates(text), expected);
    }
}

#[test]
fn ranges() {
    for (name, text, expected) in [
        (
            "hyphen",
            "They stayed 7-9 November 2023.",
            vec!["7 = 2023-11-07, other", "9 November 2023 = 2023-11-09, other"],
        ),
        (
            "to",
            "They stayed from 7 to 9 November 2023.",
            vec!["7 = 2023-11-07, other", "9 November 2023 = 2023-11-09, other"],
        ),
        (
            "month first",
            "They stayed November 7–9, 2023.",
            vec!["November 7 = 2023-11-07, other", "9, 2023 = 2023-11-09, other"],
        ),
        (
            "two months",
            "They stayed from 30 April to 2 May 2024.",
            vec!["30 April = 2024-04-30, other", "2 May 2024 = 2024-05-02, other"],
        ),
        (
            "list",
            "They met on 3, 4 and 5 May 2024.",
            vec![
                "3 = 2024-05-03, other",
                "4 = 2024-05-04, other",
                "5 May 2024 = 2024-05-05, other",
            ],
        ),
        (
            "two calendars",
            "They stayed 11 Tir - 2 July 2019.",
            vec!["11 Tir = 2019-07-02, other", "2 July 2019 = 2019-07-02, other"],
        ),
    ] {
        check(name, dates(text), expected);
    }
}

#[test]
fn years_and_orders() {
    for (name, text, expected) in [
        (
            "the year of the document",
            "Kelm, 14 May 2018 – Krol wrote on 9 May.",
            vec!["14 May 2018 = 2018-05-14, published", "9 May = 2018-05-09, other"],
        ),
        (
            "across New Year",
            "Kelm, 3 January 2018 – Krol wrote on 28 December.",
            vec!["3 January 2018 = 2018-01-03, published", "28 December = 2017-12-28, other"],
        ),
        ("no year anywhere", "KELM, June 10 (NNA) - All was well.", vec![]),
        (
            "order open",
            "It was told on 03/04/2019 that all was well.",
            vec!["03/04/2019 = 2019-04-03 or 2019-03-04, other"],
        ),
        (
            "order open, months first in words",
            "It was told on 03/04/2019 that on May 5, 2019 all was well.",
            vec!["03/04/2019 = 2019-03-04 or 2019-04-03, other", "May 5, 2019 = 2019-05-05, other"],
        ),
        (
            "order settled by a date in the same marks",
            "It was told on 03/04/2019 and again on 04/25/2019.",
            vec!["03/04/2019 = 2019-03-04, other", "04/25/2019 = 2019-04-25, other"],
        ),
        (
            "order settled by the same day in words",
            "It was told on 03/04/2019; on March 4, 2019 all was well.",
            vec!["03/04/2019 = 2019-03-04, other", "March 4, 2019 = 2019-03-04, other"],
        ),
    ] {
        check(name, dates(text), expected);
    }
}

#[test]
fn date_roles() {
    for (name, text, expected) in [
        (
            "head and first sentence",
            "Krol receives Pell in Kelm\n\n5 March 2021\n\nOn 4 March, Krol received Pell. He will travel on 9 March.",
            vec![
                "5 March 2021 = 2021-03-05, published",
                "4 March = 2021-03-04, event",
                "9 March = 2021-03-09, other",
            ],
        ),
        (
            "a meeting to come",
            "Krol to receive Pell in Kelm\n\n5 March 2021\n\nKrol will meet Pell on 9 March, he said.",
            vec!["5 March 2021 = 2021-03-05, published", "9 March = 2021-03-09, other"],
        ),
        (
            "long ago",
            "Krol receives Pell in Kelm\n\n5 March 2021\n\nKrol said that the two lands had talks on 2 May 1961.",
            vec!["5 March 2021 = 2021-03-05, published", "2 May 1961 = 1961-05-02, other"],
        ),
        (
            "a place behind the date",
            "Krol receives Pell in Kelm\n\n5 March, 2021, Kelm: Krol received Pell.",
            vec!["5 March, 2021 = 2021-03-05, published"],
        ),
        (
            "the record of a house",
            "HC Deb 4 May 1990 vol 81 cc7-9\n\nMr. Orr\n\nOne?\n\nMs. Lund\n\nTwo.\n\nMr. Orr\n\nThree?\n\nMs. Lund\n\nFour.",
            vec!["4 May 1990 = 1990-05-04, event"],
        ),
        (
            "below the text",
            "Krol met Pell in Kelm on 8 May 2023.\n\nKelm\n9 May 2023",
            vec!["8 May 2023 = 2023-05-08, event", "9 May 2023 = 2023-05-09, published"],
        ),
        (
            "a sitting",
            "House of Assembly\nWednesday 11 June 2025\n\nMr Orr: I rose on 3 March.\n\nMs Lund: He did.",
            vec!["Wednesday 11 June 2025 = 2025-06-11, event", "3 March = 2025-03-03, other"],
        ),
        (
            "a briefing with a stamp",
            "Ministry Press Briefing – May 18, 2023\n\n05/18/2023 07:12 PM\n\nMR. ORR: Good day.\n\nQUESTION: Why?",
            vec!["May 18, 2023 = 2023-05-18, event", "05/18/2023 = 2023-05-18, published"],
        ),
        (
            "an interview",
            "Interview with Ada Stone\n\n12 March 2024\n\nMR. ORR: Good day.\n\nMS. STONE: Good day.",
            vec!["12 March 2024 = 2024-03-12, published"],
        ),
    ] {
        check(name, dates(text), expected);
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
