//! Forms of readouts and headlines.

use crate::{BEFORE, SUBJECTS, Sentence, at_least, capitalised, found, hold, hold_first, says};
use whosaid::Reader;

const CLAUSE: &str = "the bridge will open in the spring";

/// "Stressing the need for patience, the Minister said: ..."
#[test]
fn lead_ins() {
    const LEADS: [(&str, &str); 13] = [
        ("Stressing", "the need for patience"),
        ("Noting", "that the winter had been long"),
        ("Recalling", "the agreement of 2014"),
        ("Welcoming", "the release of the crew"),
        ("Expressing concern at", "the delay"),
        ("Thanking", "the engineers for their work"),
        ("Referring to", "the drought of last year"),
        ("Pointing out", "that the river was low"),
        ("Emphasising", "the importance of the port"),
        ("Describing", "the visit as historic"),
        ("Praising", "the courage of the crew"),
        ("Condemning", "the attack on the convoy"),
        ("Considering", "the port a symbol of friendship"),
    ];
    const MAINS: [&str; 5] = ["said that", "said:", "stated:", "added that", "held:"];
    let reader = Reader::new();
    let (mut faults, mut count) = (Vec::new(), 0);
    for (lead, told) in LEADS {
        for main in MAINS {
            for subject in SUBJECTS.iter().filter(|s| !s.ends_with(',')) {
                count += 1;
                let sentence = format!("{lead} {told}, {subject} {main} {CLAUSE}.");
                let text = [BEFORE, &sentence].concat();
                let reading = reader.read(&text).unwrap();
                let that = format!("that {CLAUSE}");
                if !says(&reading, subject, &[told]) || !says(&reading, subject, &[CLAUSE, &that]) {
                    faults.push(found(&sentence, &reading));
                }
            }
        }
    }
    at_least(0.985, "lead ins", count, &faults);
}

/// Who did not say it themselves.
#[test]
fn passives() {
    const VERBS: [&str; 16] = [
        "stressed",
        "said",
        "agreed",
        "noted",
        "announced",
        "emphasised",
        "decided",
        "reported",
        "pointed out",
        "recalled",
        "confirmed",
        "made known",
        "made clear",
        "underlined",
        "claimed",
        "revealed",
    ];
    const FRAMES: [&str; 6] = [
        "It was {v} that {c}.",
        "It was also {v} that {c}.",
        "It has been {v} that {c}.",
        "It was {v} on Monday that {c}.",
        "During the meeting it was {v} that {c}.",
        "At the talks, it was further {v} that {c}.",
    ];
    let mut sentences = Vec::new();
    for verb in VERBS {
        for frame in FRAMES {
            let text = frame.replace("{v}", verb).replace("{c}", CLAUSE);
            sentences.push(Sentence::new(text, "", &[&format!("that {CLAUSE}"), CLAUSE]));
        }
    }
    hold("passives", 0.96, &sentences);
}

/// "Asked whether he would go, the Minister said no": the answer.
#[test]
fn answers() {
    const ASKED: [&str; 12] = [
        "Asked whether she would resign,",
        "Asked about the report,",
        "When asked about the report,",
        "Asked by a reporter why it was late,",
        "Pressed on the cost,",
        "In response to a question about the cost,",
        "Answering a question from the Lorne Post,",
        "Asked if there was a deadline,",
        "Questioned about the delay,",
        "Replying to a question on the talks,",
        "Challenged over the figures,",
        "Asked what would happen next,",
    ];
    const SAID: [&str; 5] =
        ["said that", "said", "replied that", "answered:", "told reporters that"];
    let mut sentences = Vec::new();
    for asked in ASKED {
        for said in SAID {
            for subject in SUBJECTS.iter().filter(|s| !s.ends_with(',')) {
                let text = format!("{asked} {subject} {said} {CLAUSE}.");
                sentences.push((text, *subject));
            }
        }
    }
    let reader = Reader::new();
    let that = format!("that {CLAUSE}");
    let fault = |(sentence, subject): &(String, &str)| {
        let text = [BEFORE, &capitalised(sentence)].concat();
        let reading = reader.read(&text).unwrap();
        (!says(&reading, subject, &[CLAUSE, &that])).then(|| found(sentence, &reading))
    };
    let faults: Vec<String> = sentences.iter().filter_map(fault).collect();
    at_least(0.99, "answers", sentences.len(), &faults);
}

/// Asides between the subject and its verb.
#[test]
fn asides() {
    const ASIDES: [&str; 12] = [
        ", for his part,",
        ", in turn,",
        ", however,",
        ", meanwhile,",
        ", in a statement,",
        ", on Monday,",
        ", in an interview,",
        ", after the meeting,",
        ", who was there,",
        ", on the other hand,",
        " himself",
        " also",
    ];
    let mut sentences = Vec::new();
    for aside in ASIDES {
        for verb in ["said that", "stressed that", "told reporters that"] {
            for subject in SUBJECTS.iter().filter(|s| !s.ends_with(',') && **s != "she") {
                let text = format!("{subject}{aside} {verb} {CLAUSE}.");
                let kept = match aside {
                    ", who was there," | " himself" => aside,
                    _ => "",
                };
                let source = format!("{subject}{kept}");
                sentences.push(Sentence::new(text, &source, &[&format!("that {CLAUSE}")]));
            }
        }
    }
    hold_first("asides", 0.98, &sentences);
}

#[test]
fn headlines() {
    const FRAMES: [(&str, &str); 12] = [
        ("{s} says bridge will open in spring", "bridge will open in spring"),
        ("Bridge will open in spring, says {s}", "Bridge will open in spring"),
        ("Bridge will open in spring, {s} says", "Bridge will open in spring"),
        ("{s}: Bridge will open in spring", "Bridge will open in spring"),
        ("{s}: ‘Bridge will open in spring’", "‘Bridge will open in spring’"),
        ("Bridge ‘will open in spring’, says {s}", "Bridge ‘will open in spring’"),
        ("{s} calls for inquiry into bridge", "inquiry into bridge"),
        ("{s} denies bridge was unsafe", "bridge was unsafe"),
        ("{s} warns of delay to bridge", "delay to bridge"),
        ("{s} vows to open bridge in spring", "to open bridge in spring"),
        ("Bridge closed as {s} warns of flood", "flood"),
        ("{s} urges residents to stay home", "residents to stay home"),
    ];
    let reader = Reader::new();
    let (mut faults, mut count) = (Vec::new(), 0);
    for (frame, content) in FRAMES {
        for subject in [
            "Ruiz",
            "Ana Ruiz",
            "Mayor Ruiz",
            "Mayor",
            "PM",
            "Minister",
            "UN",
            "UN chief",
            "President Hale",
            "Lorne mayor",
            "Union leader",
            "Police",
            "Officials",
            "Opposition leader",
            "Foreign Minister",
            "Harbour board",
            "Residents",
        ] {
            count += 1;
            let title = capitalised(&frame.replace("{s}", subject));
            let text = format!(
                "{title}\n\nLORNE, 4 May 2024 - The bridge over the Sarn was closed on Friday after \
                 heavy rain in the hills above the town.\n\nIt had been open since 1931.\n",
            );
            let reading = reader.read(&text).unwrap();
            if !says(&reading, subject, &[content]) {
                faults.push(found(&title, &reading));
            }
        }
    }
    at_least(0.88, "headlines", count, &faults);
}
