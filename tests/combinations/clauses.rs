//! The clause of a report: what it can begin with, whom it is told to, where it ends.

use crate::{CLAUSE, Sentence, hold, hold_first};

const SPEAKERS: [&str; 5] = ["Ana Ruiz", "the mayor", "she", "officials", "Lorne Ferries"];

/// Without "that" a clause begins with whatever can be a subject.
#[test]
fn subjects_of_clauses() {
    const CLAUSES: [&str; 32] = [
        "there were no plans to close it",
        "there would be no further meeting",
        "nothing had changed",
        "nobody was hurt",
        "no one had asked for it",
        "everyone had been warned",
        "everything was ready",
        "what mattered was the harbour",
        "whoever wins should repair it",
        "closing the pier was a mistake",
        "to close the pier would be a mistake",
        "prices had doubled",
        "heavy rain had damaged it",
        "two of the boats were lost",
        "about 40 people were missing",
        "more than half of them had left",
        "half the crew was sick",
        "most of the money was gone",
        "some were still waiting",
        "many had already left",
        "such a step was needed",
        "it was too early to tell",
        "this was not acceptable",
        "these were lies",
        "those responsible would be punished",
        "his own brother had left",
        "her predecessor had known",
        "we are ready",
        "I am not going to resign",
        "you cannot trust them",
        "if it rains the pier stays closed",
        "although it rained the pier had opened",
    ];
    const VERBS: [&str; 8] = [
        "said",
        "said that",
        "said on Monday",
        "said in a statement",
        "told reporters",
        "told reporters on Monday",
        "insisted",
        "has said",
    ];
    let mut sentences = Vec::new();
    for clause in CLAUSES {
        for verb in VERBS {
            for subject in SPEAKERS {
                let text = format!("{subject} {verb} {clause}.");
                let that = format!("that {clause}");
                sentences.push(Sentence::new(text, subject, &[clause, &that]));
            }
        }
    }
    hold("subjects of clauses", 0.94, &sentences);
}

/// Whom it is told to is no part of the clause.
#[test]
fn told_to() {
    const TOLD: [&str; 30] = [
        "parliament",
        "the council",
        "a crowded hall",
        "a news conference",
        "a hastily arranged news conference in the port",
        "a packed meeting of residents on Monday",
        "the Lorne Post",
        "the Lorne Post newspaper on Tuesday",
        "Radio Lorne",
        "the BBC's Today programme",
        "state television",
        "Hale",
        "Tom Hale",
        "him",
        "them",
        "his staff",
        "her colleagues on the board",
        "a committee of MPs",
        "MPs",
        "members of the board",
        "the families of the victims",
        "shareholders",
        "this newspaper",
        "the AFP news agency",
        "AFP by phone",
        "a rally in Lorne",
        "supporters at a rally in Lorne",
        "the court",
        "the inquiry last week",
        "an audience of students",
    ];
    let mut sentences = Vec::new();
    for told in TOLD {
        for subject in SPEAKERS {
            for clause in [CLAUSE, "there were no plans", "it was too late", "that it was over"] {
                let text = format!("{subject} told {told} {clause}.");
                sentences.push(Sentence::new(text, subject, &[clause]));
            }
        }
    }
    hold("told to", 0.98, &sentences);
}

/// What somebody does besides is no part of what they say.
#[test]
fn ends() {
    const TAILS: [&str; 16] = [
        " but did not say when",
        ", but did not say when",
        " but gave no details",
        ", without giving details",
        ", without elaborating",
        " and left the room",
        " and declined to take questions",
        " before leaving for Lorne",
        " before she left for Lorne",
        " and refused to say more",
        ", then left the room",
        " and walked out",
        ", but refused to name them",
        " but would not say why",
        ", declining to elaborate",
        " and showed them the plan",
    ];
    let mut sentences = Vec::new();
    for tail in TAILS {
        for subject in SPEAKERS {
            for (verb, content) in [
                ("said", CLAUSE),
                ("said that", CLAUSE),
                ("called", "the report inaccurate"),
                ("praised", "the crew"),
                ("announced", "a new plan"),
                ("warned of", "a flood"),
            ] {
                // "said it would open before they left" may be what they said.
                if content == CLAUSE && tail.starts_with(" before") {
                    continue;
                }
                let text = format!("{subject} {verb} {content}{tail}.");
                let that = format!("that {content}");
                sentences.push(Sentence::new(text, subject, &[content, &that]));
            }
        }
    }
    hold_first("ends", 0.98, &sentences);
}

/// The clause that says why or when may itself report.
#[test]
fn beside_another_clause() {
    const MAIN: [&str; 7] = [
        "Tom Hale resigned on Thursday",
        "Foreign Minister Tom Hale dismissed his deputy, Omar Said, on Thursday",
        "The pier was closed",
        "Shares fell",
        "Hale left",
        "The minister cancelled a visit",
        "Thousands marched in Lorne on Monday",
    ];
    const JOINTS: [&str; 11] = [
        ", a day after",
        ", two days after",
        " after",
        " because",
        ", hours before",
        " when",
        " as",
        ", even though",
        ", and",
        "; ",
        " while",
    ];
    let mut sentences = Vec::new();
    for main in MAIN {
        for joint in JOINTS {
            for subject in
                ["an audit", "a court", "the mayor", "Ana Ruiz", "officials", "an inquiry"]
            {
                for verb in ["found", "said", "concluded", "announced"] {
                    let text = format!("{main}{joint} {subject} {verb} that {CLAUSE}.");
                    sentences.push(Sentence::new(text, subject, &[&format!("that {CLAUSE}")]));
                }
            }
        }
    }
    hold("beside another clause", 0.98, &sentences);
}
