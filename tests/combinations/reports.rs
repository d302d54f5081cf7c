//! One sentence, one report: who and what is cut out of it.

use crate::{CLAUSE, SUBJECTS, Sentence, hold};

#[test]
fn leads() {
    const LEADS: [&str; 36] = [
        "On Monday",
        "On Monday,",
        "Last week",
        "Last week,",
        "In May,",
        "In a statement,",
        "In a statement on Monday,",
        "At a press conference in Lorne on Monday,",
        "At the meeting",
        "Two days later,",
        "Two days later",
        "Earlier this week,",
        "After the meeting,",
        "After the meeting",
        "During the talks,",
        "Before leaving,",
        "In turn,",
        "By contrast,",
        "Despite the rain,",
        "With a smile,",
        "In response,",
        "In reply to a question,",
        "On the other hand,",
        "Later that day,",
        "The same day,",
        "That evening,",
        "Meanwhile,",
        "However,",
        "As he left the hall,",
        "And",
        "But",
        "Then",
        "Today",
        "Ironically",
        "Overnight",
        "Nevertheless",
    ];
    let mut sentences = Vec::new();
    for lead in LEADS {
        for subject in SUBJECTS {
            let text = format!("{lead} {subject} said that {CLAUSE}.");
            sentences.push(Sentence::new(text, subject, &[&format!("that {CLAUSE}")]));
        }
    }
    hold("leads", 0.97, &sentences);
}

#[test]
fn verbs() {
    const VERBS: [&str; 40] = [
        "said that",
        "told reporters that",
        "has said that",
        "had warned that",
        "warned that",
        "said on Monday that",
        "said Monday that",
        "said in an interview that",
        "said in a statement on Monday that",
        "told the BBC on Tuesday that",
        "also said that",
        "then added that",
        "repeatedly said that",
        "wrote on X that",
        "denied that",
        "believes that",
        "announced that",
        "insisted that",
        "went on to say that",
        "confirmed on Tuesday that",
        "argued, however, that",
        "pointed out that",
        "made it clear that",
        "expressed hope that",
        "conceded that",
        "recalled that",
        "predicted that",
        "noted that",
        "stressed that",
        "complained that",
        "vowed that",
        "testified that",
        "estimated that",
        "admitted that",
        "reiterated that",
        "emphasised that",
        "claimed that",
        "revealed that",
        "acknowledged that",
        "explained that",
    ];
    let mut sentences = Vec::new();
    for verb in VERBS {
        for subject in SUBJECTS {
            let text = format!("{subject} {verb} {CLAUSE}.");
            let that = format!("that {CLAUSE}");
            sentences.push(Sentence::new(text, subject, &[&that, CLAUSE]));
        }
    }
    hold("verbs", 0.99, &sentences);
}

#[test]
fn circumstances() {
    const VERBS: [&str; 6] =
        ["said", "told reporters", "announced", "added", "confirmed", "warned"];
    const CIRCUMSTANCES: [&str; 14] = [
        "on Monday",
        "Monday",
        "on 4 May",
        "in a statement",
        "in a statement on Monday",
        "last week",
        "at a news conference",
        "in an interview",
        "earlier this week",
        "later",
        "this week",
        "by phone",
        "after the meeting",
        "in March 2024",
    ];
    const CLAUSES: [&str; 7] = [
        CLAUSE,
        "he had no plans to resign",
        "Ana Ruiz would leave the board",
        "its staff were safe",
        "no deal was close",
        "they were ready",
        "Lorne Ferries had paid the fine",
    ];
    let mut sentences = Vec::new();
    for verb in VERBS {
        for circumstance in CIRCUMSTANCES {
            for clause in CLAUSES {
                for subject in ["Ana Ruiz", "the mayor", "she", "officials", "Hale"] {
                    let text = format!("{subject} {verb} {circumstance} {clause}.");
                    sentences.push(Sentence::new(text, subject, &[clause]));
                }
            }
        }
    }
    hold("circumstances", 0.965, &sentences);
}

#[test]
fn frames() {
    const QUOTED: [&str; 3] = [
        "“The pier will open in May,”",
        "“The pier will open in May.”",
        "\"The pier will open in May,\"",
    ];
    const FRAMES: [(&str, &[&str]); 13] = [
        ("“The pier will open in May,” said {}.", &QUOTED),
        ("“The pier will open in May,” {} said.", &QUOTED),
        ("“The pier will open in May,” {} told reporters on Monday.", &QUOTED),
        ("“The pier will open in May,” {} says.", &QUOTED),
        ("\"The pier will open in May,\" {} said in a statement.", &QUOTED),
        ("“The pier,” {} said, “will open in May.”", &["“The pier,” … “will open in May.”"]),
        ("The pier will open in May, {} said.", &["The pier will open in May"]),
        ("The pier will open in May, {} said on Monday.", &["The pier will open in May"]),
        ("The pier, {} said, will open in May.", &["The pier … will open in May"]),
        ("The pier will open in May, according to {}.", &["The pier will open in May"]),
        ("According to {}, the pier will open in May.", &["the pier will open in May"]),
        ("As {} said, the pier will open in May.", &["the pier will open in May"]),
        ("The pier will open in May, said {}.", &["The pier will open in May"]),
    ];
    let mut sentences = Vec::new();
    for (frame, contents) in FRAMES {
        for subject in SUBJECTS.iter().filter(|subject| **subject != "she") {
            let follows =
                frame.split_once("{}").is_some_and(|(_, rest)| rest.starts_with([',', '.']));
            let subject = if follows { subject.trim_end_matches(',') } else { subject };
            sentences.push(Sentence::new(frame.replacen("{}", subject, 1), subject, contents));
        }
    }
    hold("frames", 0.97, &sentences);
}

/// "The mayor's claim that": what a noun tells.
#[test]
fn nouns() {
    const NOUNS: [&str; 14] = [
        "claim",
        "warning",
        "promise",
        "suggestion",
        "assertion",
        "assurance",
        "statement",
        "remark",
        "complaint",
        "prediction",
        "argument",
        "accusation",
        "announcement",
        "conclusion",
    ];
    const FRAMES: [&str; 9] = [
        "{s}'s {n} that {c} was false.",
        "{s}'s {n} is that {c}.",
        "Despite {s}'s {n} that {c}, it rained.",
        "It did not matter after {s}'s latest {n} that {c}.",
        "The {n} by {s} that {c} was false.",
        "There was a {n} by {s} that {c}.",
        "There was a {n} from {s} that {c}.",
        "The {n} of {s} that {c} was false.",
        "Despite the {n} of {s} that {c}, it rained.",
    ];
    let mut sentences = Vec::new();
    for noun in NOUNS {
        for frame in FRAMES {
            for subject in SUBJECTS {
                let owner = frame.starts_with("{s}") || frame.contains("{s}'s");
                // "The head of the board's claim" may be the board's.
                let open = subject.ends_with([',', 's']) || subject.contains(" of ");
                let owns = !owner || !open && !subject.contains(" for ");
                // "a claim by she"
                if subject == "she" || !owns {
                    continue;
                }
                let (noun, clause) = (frame.replace("{n}", noun), format!("that {CLAUSE}"));
                let text = noun.replace("{c}", CLAUSE).replace("{s}", subject);
                sentences.push(Sentence::new(text, subject, &[&clause]));
            }
        }
    }
    hold("nouns", 0.96, &sentences);
}
