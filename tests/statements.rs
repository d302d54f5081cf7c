//! Statements, phenomenon by phenomenon: `tests/cases/statements/NAME.txt`.
//!
//! A case is one line of text; below it stands one line for each statement, with `S` under its
//! source, `Q` under its cue and `C` under its content, then its rule and kind. `#` opens a comment.
//! `UPDATE_CASES=1 cargo test --test statements` writes what the reader finds: read the diff.

use std::{env, fs, path::Path};
use whosaid::{Reader, Span, Statement};

#[test]
fn cases_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/statements");
    let reader = Reader::new();
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 8);
    for file in files {
        let expected = fs::read_to_string(&file).unwrap();
        let found: Vec<String> = expected.split("\n\n").map(|case| read(&reader, case)).collect();
        let found = found.join("\n\n");
        if env::var_os("UPDATE_CASES").is_some() {
            fs::write(&file, &found).unwrap();
        } else {
            assert_eq!(found, expected, "{}", file.display());
        }
    }
}

/// Between announcements stand paragraphs, which no case has.
#[test]
fn an_announcement_ends_at_the_next() {
    let text = "The ministry made the following statement on Monday:\n\nThe dam is safe. It will hold.\n\n\
                The embassy made the following statement on Tuesday:\n\nThe dam is closed. Stay away.\n";
    let reading = Reader::new().read(text).unwrap();
    let said = |statement: &Statement| {
        let who = statement.speaker.map(|id| reading.name(id));
        let words: Vec<_> = statement.content.iter().map(|part| part.of(text)).collect();
        (who, words)
    };
    let expected = [
        (Some("The ministry"), vec!["The dam is safe. It will hold"]),
        (Some("The embassy"), vec!["The dam is closed. Stay away"]),
    ];
    assert_eq!(reading.statements.iter().map(said).collect::<Vec<_>>(), expected);
}

/// Asserts who says what in a text of which each statement is somebody's.
fn assert_says(text: &str, expected: &[(&str, &str)]) {
    let reading = Reader::new().read(text).unwrap();
    let said = |statement: &Statement| {
        let words: Vec<_> = statement.content.iter().map(|part| part.of(text)).collect();
        (reading.name(statement.speaker.unwrap()), words.join(" "))
    };
    let expected: Vec<_> =
        expected.iter().map(|(who, words)| (*who, (*words).to_owned())).collect();
    assert_eq!(reading.statements.iter().map(said).collect::<Vec<_>>(), expected);
}

/// A quotation without a cue opens a paragraph; another stands below a line of the page; and
/// initials after "Mr" open no turn.
#[test]
fn quotations_stand_apart() {
    let text = "Karl Berg said the dam was old.\n\n\
                “Nine farms were lost. It is sad.” He added that he was tired.\n\n\
                He said:\n\nSupport the Courier\n\n“The harbour must be cleaned.”\n\n\
                The group left. “Our plan is clear,” Mr K.L. Ruiz said. Mr Berg left.\n\n\
                Mr K.L. Lund, the clerk, agreed. It was late.\n";
    let expected = [
        ("Karl Berg", "the dam was old"),
        ("Karl Berg", "“Nine farms were lost. It is sad.”"),
        ("Karl Berg", "that he was tired"),
        ("Karl Berg", "“The harbour must be cleaned.”"),
        ("K.L. Ruiz", "“Our plan is clear,”"),
    ];
    assert_says(text, &expected);
}

/// What is said in paragraphs below a colon, up to one with no words of the speaker's own.
#[test]
fn a_message_goes_on_below() {
    let text = "The envoy wrote to the League. The message said:\n\nI greet you all.\n\n\
                We wish you luck in your work.\n\nThe League has nine members.\n\n\
                In a letter, the groups say:\n\n“It must act now.”\n";
    let reading = Reader::new().read(text).unwrap();
    let said = |statement: &Statement| {
        let words: Vec<_> = statement.content.iter().map(|part| part.of(text)).collect();
        (statement.source.iter().map(|part| part.of(text)).collect::<String>(), words)
    };
    let expected = [
        ("The message".to_owned(), vec!["I greet you all", "We wish you luck in your work"]),
        ("the groups".to_owned(), vec!["“It must act now.”"]),
    ];
    let found: Vec<_> = reading.statements.iter().map(said).collect();
    assert_eq!(found[found.len() - 2..], expected);
}

/// A headline that the page prints twice opens nothing.
#[test]
fn a_headline_printed_twice_says_nothing() {
    let text = "The Queen, at the dam, said:\n\nThe Queen, at the dam, said:\n\n\
                At the dam, the Queen praised the divers. She said, “It will hold.”\n";
    let reading = Reader::new().read(text).unwrap();
    let said: Vec<_> = reading.statements.iter().map(|s| s.content[0].of(text)).collect();
    assert_eq!(said, ["the divers", "“It will hold.”"]);
}

/// Below paragraphs, of which a case has one.
#[test]
fn a_lead_in_signs_nothing() {
    let text = "The sector has deplored the cuts.\n\nRosa Hart of the Movement said:\n\n\
                “They were never kept.\n\n“Now it is over.”\n\n\
                Ned Orr, Kelm director, said:\n\n“Ours walks out.”\n";
    let reading = Reader::new().read(text).unwrap();
    let said = |statement: &Statement| {
        let who = statement.speaker.map(|id| reading.name(id));
        (who, statement.content.last().map(|last| last.of(text)))
    };
    let expected = [
        (Some("Rosa Hart"), Some("“Now it is over.”")),
        (Some("Ned Orr"), Some("“Ours walks out.”")),
    ];
    assert_eq!(reading.statements[1..].iter().map(said).collect::<Vec<_>>(), expected);
}

/// One mark opens and one closes what stands in several paragraphs.
#[test]
fn one_quotation_holds_paragraphs() {
    let text = "Ana Ruiz said: \"We won.\n\nIt was fun.\n\nThe race is long.\"\n\nThe race began in 1912.\n\n\
                “We lost.\n\nIt was cold.\n\nIt was also late,” Tom Hale said.\n";
    let expected = [
        ("Ana Ruiz", "\"We won. It was fun. The race is long.\""),
        ("Tom Hale", "“We lost. It was cold. It was also late,”"),
    ];
    assert_says(text, &expected);
}

/// Words that are announced before a clause in which another reports are not that one's.
#[test]
fn an_announced_quotation_stands_below() {
    let text = "Ana Ruiz issued the following statement today after the Guild of Kelm announced a new prize:\n\n\
                “I am glad of it.”\n";
    let expected = [("Guild of Kelm", "a new prize"), ("Ana Ruiz", "“I am glad of it.”")];
    assert_says(text, &expected);
}

/// The first paragraph is open, and a name follows the second on its line.
#[test]
fn a_quotation_goes_on_before_a_name() {
    let text =
        "Hale told her: “The bell is cracked.\n\n“It cannot ring.” Ruiz added that it was old.\n";
    let hale = "“The bell is cracked. “It cannot ring.”";
    assert_says(text, &[("Hale", hale), ("Ruiz", "that it was old")]);
}

#[test]
fn a_statement_made_stands_below() {
    let text = "The mill is shut.\n\nAna Ruiz, the mayor of Lorne, made the following statement:\n\n\
                “I was sad to hear of it.”\n\nThe mill was old.\n";
    assert_says(text, &[("Ana Ruiz", "“I was sad to hear of it.”")]);
}

/// Between the parts stands a block.
#[test]
fn a_quotation_goes_on_below_a_credit() {
    let text = "The manager, Roy Hobb, said: “It has been a bad day. We gave it away.\n\n\
                Cora Ibsen/PhotoWire\n\n“We go home with nothing.”\n\nThe match was long.\n";
    let reading = Reader::new().read(text).unwrap();
    assert_eq!(reading.statements.len(), 1);
    assert_eq!(reading.statements[0].content.len(), 2);
}

/// Items are blocks, of which a case has one.
#[test]
fn items_are_of_whom_the_colon_follows() {
    let text = "The Council of Ostia met on Monday.\n\n6. On the security situation, the Council:\n\n\
                (a) expressed its concern at the attacks;\n\n\
                (b) approved the mandate, and urged Kelm to pay.\n\n7. The envoys thanked the host.\n";
    let reading = Reader::new().read(text).unwrap();
    let said = |statement: &Statement| {
        let [source, cue] = [&statement.source, &statement.cue].map(|parts| parts[0].of(text));
        (source, cue)
    };
    let expected =
        [("the Council", "expressed"), ("the Council", "urged"), ("The envoys", "thanked")];
    assert_eq!(reading.statements.iter().map(said).collect::<Vec<_>>(), expected);
}

/// A resolution has its body on a line of its own, whatever its paragraphs begin with.
#[test]
fn a_resolution_is_of_its_body() {
    let text = "The Harbour and Water Council,\n\nRecalling its decision of May, and the report;\n\n\
                Having met the envoy,\n\nAlso noting the storm;\n\n1. Strongly condemns the raid;\n\n\
                2. Requests Kelm to report.\n";
    assert_eq!(sources(text), ["The Harbour and Water Council"; 4]);
}

/// "The Council adopted the following steps on the port:" and below it what it does.
#[test]
fn items_are_of_the_subject_above() {
    let text = "The Council of Kelm adopted the following decision on the port:\n\n\
                1. Takes note of the report of the envoy;\n\n2. Recalls its decision of May.\n";
    assert_eq!(sources(text), ["The Council of Kelm"; 2]);
}

/// The source of each statement.
fn sources(text: &str) -> Vec<&str> {
    let reading = Reader::new().read(text).unwrap();
    let source = |statement: &Statement| statement.source[0].of(text);
    reading.statements.iter().map(source).collect()
}

/// In a headline the verb ends a name, also where the page prints it twice.
#[test]
fn a_headline_names_two() {
    let headline = "Paul Tarrow Meets Ida Lund";
    let body =
        "The mayor met the envoy on Monday. Tarrow said it was late. Lund said it was early.";
    for text in [format!("{headline}\n\n{body}"), format!("{headline}\n\n{headline}\n\n{body}")] {
        assert_says(&text, &[("Paul Tarrow", "it was late"), ("Ida Lund", "it was early")]);
    }
}

/// Below quotations.
#[test]
fn a_name_signs_the_quotation_above() {
    let text = "The ferry came.\n\n“It is too small. We wait.”\n\n– Ned Orr\n\n“It is slow. \
                Nobody minds.”\n\n- Ann Lund MP\n\n“It is old. It leaks.”\n\n- Orr.\n\nThe ferry left.";
    assert_says(
        text,
        &[
            ("Ned Orr", "“It is too small. We wait.”"),
            ("Ann Lund", "“It is slow. Nobody minds.”"),
            ("Ned Orr", "“It is old. It leaks.”"),
        ],
    );
}

/// Above a body, which no case has.
#[test]
fn a_kicker_says_nothing() {
    let said = |headline: &str| {
        let text = format!(
            "{headline}\n\nThe envoy Ned Orr left Kelm by the night train in Ostmark. The \
             Tarrovian crew had stayed."
        );
        let reading = Reader::new().read(text).unwrap();
        reading.statements.iter().filter(|said| said.cue[0].of(&reading.text) == ":").count()
    };
    for nobody in [
        "Live: envoy resigns",
        "Obituary: Ned Orr",
        "Exclusive: Orr to quit",
        "Football: Orr wins in Kelm",
        "Press release: Orr resigns",
        "Vela Airlines: statement on flight",
        "Rugby: Orr hails 'miracle'",
        "Harbour Closures: A Timeline",
        "Fare Ferries: Ministerial Statement",
        "Port Strike: Minister backs deal",
        "Ostmark: Guards beat envoy",
        "Tarrovia: Free the ferrymen",
        "Recipe: Orr cooks soup",
        "Q&A: Ned Orr on ferries",
        "Old Challenges: where to go",
        "Vela Lines: no boats till May, says Orr",
    ] {
        assert_eq!(said(nobody), 0, "{nobody}");
    }
    for somebody in [
        "Ostmark: we will answer",
        "Tarrovia: we will answer",
        "Minister: No new taxes",
        "Orr: trains to stop by May",
        "Minister in call with Orr: Dam is safe",
    ] {
        assert_eq!(said(somebody), 1, "{somebody}");
    }
}

/// Cases of speakers have no cues and no addressees.
#[test]
fn a_cue_and_an_addressee_tell_who_speaks() {
    let cases = [
        (
            "President Ana Ruiz met Premier Li. Veyra condemns the attack. She said it was late.",
            ["Veyra", "Ana Ruiz"],
        ),
        ("“Where were you?” the judge asked Lind. “At home,” he said.", ["the judge", "Lind"]),
    ];
    for (text, expected) in cases {
        let reading = Reader::new().read(text).unwrap();
        let speakers = reading.statements.iter().filter_map(|statement| statement.speaker);
        assert_eq!(speakers.map(|id| reading.name(id)).collect::<Vec<_>>(), expected);
    }
}

/// The case with its comments and text as they are, and the marks as found.
fn read(reader: &Reader, case: &str) -> String {
    let mut lines = case.lines();
    let mut out = String::new();
    let text = loop {
        match lines.next() {
            Some(comment) if comment.starts_with('#') => out += &format!("{comment}\n"),
            line => break line.unwrap_or_default(),
        }
    };
    out += text;
    for statement in &reader.read(text).unwrap().statements {
        out += &format!("\n{}", marks(text, statement));
    }
    if case.ends_with('\n') { out + "\n" } else { out }
}

fn marks(text: &str, statement: &Statement) -> String {
    let mut marks: Vec<char> = text.chars().map(|_| ' ').collect();
    let column = |byte: u32| text[..byte as usize].chars().count();
    let mut put = |spans: &[Span], mark: char| {
        for span in spans {
            marks[column(span.start)..column(span.end)].fill(mark);
        }
    };
    put(&statement.content, 'C');
    put(&statement.source, 'S');
    put(&statement.cue, 'Q');
    let marks: String = marks.into_iter().collect();
    format!("{marks}  {:?} {:?}", statement.why.rule, statement.kind).trim_end().to_owned()
}
