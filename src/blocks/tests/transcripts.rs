//! Labels and turns. All people and places are invented.

use super::*;

#[test]
fn labels_of_turns() {
    for (name, label, expected) in [
        ("title", "MR. DOLAN:", "MR. DOLAN"),
        ("role", "QUESTION:", "QUESTION*"),
        ("letter", "Q", "Q*"),
        ("letter and stop", "Q.", "Q*"),
        ("letter and colon", "A:", "A"),
        ("letter and paper", "Q [Kelm Daily]:", "Q*"),
        ("letter and paper in round brackets", "Q (Kelm Daily):", "Q*"),
        ("letter and dash", "Q –", "Q*"),
        ("letter and hyphen", "Q -", "Q*"),
        ("letter, space and colon", "Q :", "Q*"),
        ("office", "The Prime Minister:", "The Prime Minister"),
        ("office explained", "The Prime Minister (Gareth Orr):", "The Prime Minister (Gareth Orr)"),
        (
            "long role",
            "The Lord Keeper of the Rolls and Leader of the House of Elders (Ms. Ada Stone):",
            "The Lord Keeper of the Rolls and Leader of the House of Elders (Ms. Ada Stone)",
        ),
        ("seat and party", "Keira Lund (Holm and St Perran) (Lab):", "Keira Lund"),
        ("number of the question", "Q1. [903112] Norma Leith (Carrow) (Lib):", "Norma Leith"),
        ("seat, office and time", "Mr ALBRIGHT (Grayson—Prime Minister) (14:01):", "Mr ALBRIGHT"),
        ("full stop", "The PRESIDING OFFICER.", "The PRESIDING OFFICER"),
        ("full stop, small letters", "General Orr.", "General Orr"),
        ("full stop, office, small letters", "The Chairman.", "The Chairman"),
        ("full stop, particle", "Ms. von der Lund.", "Ms. von der Lund"),
        ("full stop and state", "Ms. LUND of Albia.", "Ms. LUND of Albia"),
        ("full stop and state, small letters", "Ms. Lund of Albia.", "Ms. Lund of Albia"),
        ("stop and dash", "Manfred Orr, on behalf of the Group. –", "Manfred Orr"),
        ("time after", "Ned Muir: (00:52)", "Ned Muir"),
        ("time before", "[00:01:42] Speaker 2:", "Speaker 2"),
        ("description", "JANE MUIR, ANCHOR:", "JANE MUIR"),
        (
            "office and name",
            "President of Ostmark Lena Orlova:",
            "President of Ostmark Lena Orlova",
        ),
        ("language", "The President (spoke in French):", "The President"),
        ("initial", "J. ORR:", "J. ORR"),
        ("initial after", "ORR, J.:", "ORR, J."),
        ("several", "Hon. Members:", "Hon. Members*"),
        ("several, small letters", "Some hon. members:", "Some hon. members*"),
        ("chevrons", ">>", "*"),
        ("degree", "Hon. (Dr.) Wira Lund (Carrow, NLP):", "Wira Lund"),
        ("degree in capitals", "DR. (MRS.) KALA SENG:", "KALA SENG"),
        ("number of the question, no stop", "Q114 Norma Leith:", "Norma Leith"),
        ("stop and dash, group", "Norma Leith (Dawn/NLP). –", "Norma Leith"),
        ("date and time", "[12/03/2021, 22:14:05] Ned Muir:", "Ned Muir"),
        ("date and time before noon", "[3/12/21, 10:14:05 AM] Ned Muir:", "Ned Muir"),
        ("date, time, dash", "12/03/2021, 22:14 - Ned Muir:", "Ned Muir"),
        ("not the half of the day", "[10:14] PM Orr:", "PM Orr"),
        ("voice of captions", "<v Ned Muir>", "Ned Muir"),
        ("article before the name", "Nasir al-Bahri:", "Nasir al-Bahri"),
        ("somebody of the benches", "A NOBLE LORD:", "A NOBLE LORD*"),
        ("one more", "Another resident:", "Another resident*"),
        ("number", "COMMISSIONER 2:", "COMMISSIONER 2"),
        ("chevrons and name", ">> REPORTER:", "REPORTER*"),
        ("bold", "**MS. LUND:**", "MS. LUND"),
        ("initials in a column", "CL          ", "CL"),
        ("three initials", "SHRI M.K.H. ORR (CARROW):", "SHRI M.K.H. ORR"),
        (
            "two ministries",
            "THE MINISTER OF STATE IN THE MINISTRY OF PEAT AND MINISTER OF STATE IN THE MINISTRY OF COMMON FERRIES (SHRI KALA SENG):",
            "THE MINISTER OF STATE IN THE MINISTRY OF PEAT AND MINISTER OF STATE IN THE MINISTRY OF COMMON FERRIES (SHRI KALA SENG)",
        ),
        ("letter and name", "A. Orrin-", "Orrin"),
        ("minus sign", "Ada Stone, Keeper of Rolls. −", "Ada Stone"),
        ("letter and number", "spk02:", "spk02"),
        ("stop, office of a house", "The SPEAKER pro tempore.", "The SPEAKER pro tempore"),
    ] {
        let text = format!("MR. PELL: Good day.\n\n{label} Is all well?\n\nMR. PELL: It is.");
        check(
            name,
            turns(&text),
            [
                "MR. PELL: Good day.".to_owned(),
                format!("{expected}: Is all well?"),
                "MR. PELL: It is.".to_owned(),
            ],
        );
    }
}

#[test]
fn numbers_before_names() {
    let text = "12 May 2018\n\n2. Jan Orr (Dawn): No.\n\n3. May Orr (Dawn): No.";
    check("no dates", dates(text), ["12 May 2018 = 2018-05-12, published"]);
}

#[test]
fn turns_of_transcripts() {
    for (name, text, expected) in [
        (
            "several paragraphs",
            "MR. ORR: One.\n\nTwo, and so on.\n\nQUESTION: Three?",
            vec!["MR. ORR: One. | Two, and so on.", "QUESTION*: Three?"],
        ),
        (
            "the last turn goes on below a heading",
            "Interview\n\nQuestion: One?\n\nAnswer: Two.\n\nQuestion: Three?\n\nAnswer: Four.\n\nFive.",
            vec!["Question*: One?", "Answer: Two.", "Question*: Three?", "Answer: Four. | Five."],
        ),
        (
            "label on its own line",
            "Ann Orr:\nGood day.\n\nBen Lund:\nGood day.\n\nAnn Orr:\nYes.\n\nBen Lund:\nNo.",
            vec!["Ann Orr: Good day.", "Ben Lund: Good day.", "Ann Orr: Yes.", "Ben Lund: No."],
        ),
        (
            "name on its own line",
            "Ann Orr\nGood day.\n\nBen Lund\nGood day.\n\nAnn Orr\nYes.\n\nBen Lund\nNo.",
            vec!["Ann Orr: Good day.", "Ben Lund: Good day.", "Ann Orr: Yes.", "Ben Lund: No."],
        ),
        (
            "who is called once, and who is in a list",
            "Kelm Ore Call\n\nAnn Orr - Chief Executive Officer\n\nOperator\n\nWelcome. Here is Ann Orr.\n\nAnn Orr\n\nGood day.\n\nQuestion-and-Answer Session\n\nOperator\n\n[Operator Instructions] We go to Ben Lund with Lorne Bank.\n\nBen Lund\n\nWhen?\n\nAnn Orr\n\nIn May.",
            vec![
                "Operator: Welcome. Here is Ann Orr.",
                "Ann Orr: Good day.",
                "Operator: We go to Ben Lund with Lorne Bank.",
                "Ben Lund: When?",
                "Ann Orr: In May.",
            ],
        ),
        (
            "dashes without a space behind them",
            "Mr ORR (Keeper of Rolls) —I agree. So be it.\n\nMs LUND —I do not.\n\nMr ORR —So.",
            vec!["Mr ORR: I agree. So be it.", "Ms LUND: I do not.", "Mr ORR: So."],
        ),
        (
            "the foot of the page",
            "ANN ORR: When?\n\nBEN LUND: In May.\n\nANN ORR: Why?\n\nBEN LUND: So.\n\n--- END OF INTERVIEW ---\n\nRead by Tom Hale",
            vec!["ANN ORR: When?", "BEN LUND: In May.", "ANN ORR: Why?", "BEN LUND: So."],
        ),
        (
            "two headings in capitals",
            "Mr Orr: I agree.\n\nNEW ROADS\n\nROADS IN KELM\n\nThey are late.\n\nMs Lund: So are we.",
            vec!["Mr Orr: I agree. | They are late.", "Ms Lund: So are we."],
        ),
        (
            "an opening below who gives it",
            "Press conference\n\nby Premier Ann Orr\n\nWe are glad.\n\nModerator: Kelm Daily.\n\nQ: When?\n\nPremier: In May.",
            vec![": We are glad.", "Moderator: Kelm Daily.", "Q*: When?", "Premier: In May."],
        ),
        (
            "answers that are no names",
            "Judge\nYes, please.\n\nClerk\nIt is late.\n\nJudge\nGood.\n\nClerk\nNo.",
            vec!["Judge: Yes, please.", "Clerk: It is late.", "Judge: Good.", "Clerk: No."],
        ),
        (
            "a headline with a colon",
            "Interview: Why Ann Orr Stays\n\nReporter: When?\n\nOrr: In May.\n\nReporter: Why?\n\nOrr: No.",
            vec!["Reporter*: When?", "Orr: In May.", "Reporter*: Why?", "Orr: No."],
        ),
        (
            "name behind its picture",
            "Photo of Ann OrrAnn Orr (Carrow, Dawn)\nGood day.\n\nPhoto of Ben LundBen Lund (Kelm, Tide)\nGood day.\n\nPhoto of Ann OrrAnn Orr (Carrow, Dawn)\nYes.",
            vec!["Ann Orr: Good day.", "Ben Lund: Good day.", "Ann Orr: Yes."],
        ),
        (
            "a translated question",
            "MS. ORR: Ki haal?\n\n[Question in Veyran: Approximate translation] How are you?\n\nMR. LUND: Well.",
            vec!["MS. ORR: Ki haal? | How are you?", "MR. LUND: Well."],
        ),
        (
            "a note of two lines",
            "THE COURT: Yes.\n\n(The jury left\nthe room.)\n\nMR. ORR: No.",
            vec!["THE COURT: Yes.", "MR. ORR: No."],
        ),
        (
            "four turns below a longer text",
            "The mayor spoke of the bridge for an hour and thanked all who had come to see it.\n\nShe named the masons, the smiths and the children of the school.\n\nQuestion: When?\n\nMayor: In May.\n\nQuestion: Why?\n\nMayor: It is new.",
            vec!["Question*: When?", "Mayor: In May.", "Question*: Why?", "Mayor: It is new."],
        ),
        (
            "full name, then surname",
            "ADA STONE: One.\n\nTOM REED: Two?\n\nSTONE: Three.\n\nREED: Four?",
            vec!["ADA STONE: One.", "TOM REED: Two?", "STONE: Three.", "REED: Four?"],
        ),
        (
            "an outlet that is a word",
            "MR. ORR: Good day.\n\nStandard: When?\n\nMR. ORR: Soon.\n\nSecond: go home.",
            vec!["MR. ORR: Good day.", "Standard: When?", "MR. ORR: Soon. | Second: go home."],
        ),
        (
            "what comes next is no label",
            "MR. ORR: Good day.\n\nTurning to Kelm: it rains.\n\nAs for Tarn: it snows.\n\n\
             On Holm: it is dry.\n\nQUESTION: When?",
            vec![
                "MR. ORR: Good day. | Turning to Kelm: it rains. | As for Tarn: it snows. | \
                 On Holm: it is dry.",
                "QUESTION*: When?",
            ],
        ),
        (
            "the number of a question before a name",
            "Q3 Karl Lund: Is that so?\n\nAnn Orr: It is not.",
            vec!["Karl Lund: Is that so?", "Ann Orr: It is not."],
        ),
        (
            "handles",
            "[09:02] wen.lan: why?\n[09:03] Orr: no\n[09:05] u/pell: no?\n[09:06] wen.lan: ok",
            vec!["wen.lan: why?", "Orr: no", "u/pell: no?", "wen.lan: ok"],
        ),
        (
            "handles without times",
            "@kelm: who?\n\nOrr: I\n\n@kelm: when?\n\nu/pell: ned.orr: go\n\nu/pell: i.e.: now",
            vec![
                "@kelm: who?",
                "Orr: I",
                "@kelm: when?",
                "u/pell: ned.orr: go",
                "u/pell: i.e.: now",
            ],
        ),
        (
            "two turns",
            "HOST: Why did they go?\n\nBENALI: They were tired.",
            vec!["HOST: Why did they go?", "BENALI: They were tired."],
        ),
        (
            "who answers below a title",
            "Remarks by the Envoy Ana Ruiz\n\nGood day. We will talk.\n\nQ. When?\n\nSoon.\n\nQ. Why?\n\nI see.",
            vec![": Good day. We will talk.", "Q*: When?", ": Soon.", "Q*: Why?", ": I see."],
        ),
        (
            "one answers papers",
            "NNA: Why?\n\nWen Lan: We noted it.\n\nKelm Daily: When?\n\nWen Lan: Soon.\n\nBloom: Who?\n\nWen Lan: All.",
            vec![
                "NNA: Why?",
                "Wen Lan: We noted it.",
                "Kelm Daily: When?",
                "Wen Lan: Soon.",
                "Bloom: Who?",
                "Wen Lan: All.",
            ],
        ),
        (
            "notes",
            "MR. ORR: One. (Laughter.) Two – (phone rings) – three [inaudible 00:01:42] four.\n\n(Crosstalk.)\n\nQUESTION: (Inaudible) the bridge [even] then (for now)?",
            vec![
                "MR. ORR: One. | Two – | – three | four.",
                "QUESTION*: (Inaudible) the bridge [even] then (for now)?",
            ],
        ),
        (
            "narrator",
            "Mr Orr: I will.\n\nThe Prime Minister indicated assent.\n\nMr Lund: Order.\n\nHonourable members interjecting—\n\nMr Orr: Yes.",
            vec!["Mr Orr: I will.", "Mr Lund: Order.", "Mr Orr: Yes."],
        ),
        (
            "another's words inside",
            "Mr Orr: It is on the table—[Hon. Members: “Whose?”]—and stays.\n\nMs Lund: Is it?",
            vec![
                "Mr Orr: It is on the table— | —and stays.",
                "Hon. Members*: “Whose?”",
                "Ms Lund: Is it?",
            ],
        ),
        (
            "cut off",
            "QUESTION: But he held up a –\n\nMR. ORR: I saw it --\n\nQUESTION: So?",
            vec!["QUESTION*: But he held up a –", "MR. ORR: I saw it --", "QUESTION*: So?"],
        ),
        (
            "header and attendance",
            "Minutes of the Board\n\nPresent: Mr. Orr, Ms. Lund\nModerator: Helen Karr\n\nMS. LUND: Thank you.\n\nMR. ORR: Why?",
            vec!["MS. LUND: Thank you.", "MR. ORR: Why?"],
        ),
        (
            "heading",
            "Mr Orr: One.\n\nTopical Questions\n\nMs Lund: Two.",
            vec!["Mr Orr: One.", "Ms Lund: Two."],
        ),
        (
            "end of the record",
            "MR. ORR: One.\n\nQUESTION: Two?\n\n# # #\n\nThe text was made by machine.",
            vec!["MR. ORR: One.", "QUESTION*: Two?"],
        ),
        (
            "questions alone have labels",
            "Port: Remarks by Ana Orr\n\nI came.\n\nQ&A\n\nQ. Why?\n\nTo see.\n\nNo more.\n\nQ. When?\n\nNow.",
            vec![": I came.", "Q*: Why?", ": To see. | No more.", "Q*: When?", ": Now."],
        ),
        (
            "answers have a letter without a stop",
            "Q Why?\n\nA I came.\n\nQ Who did?\n\nA The minister.",
            vec!["Q*: Why?", "A: I came.", "Q*: Who did?", "A: The minister."],
        ),
        (
            "an article is no letter",
            "Q Why?\n\nMR. ORR: A jet came.\n\nA Kelm jet.\n\nQ When?\n\nMR. ORR: Now.",
            vec!["Q*: Why?", "MR. ORR: A jet came. | A Kelm jet.", "Q*: When?", "MR. ORR: Now."],
        ),
        (
            "answers alone have labels",
            "Why?\n\nOrlu: I came.\n\nWhen was it?\n\nOrlu: Late.\n\nAnd now?\n\nOrlu: Now I go.",
            vec!["Orlu: I came.", ": When was it?", "Orlu: Late.", ": And now?", "Orlu: Now I go."],
        ),
        (
            "initials that are words",
            "AB: One.\n\nIN: Two.\n\nAB: Three.\n\nIN: Four.",
            vec!["AB: One.", "IN: Two.", "AB: Three.", "IN: Four."],
        ),
        (
            "three turns",
            "HALL: One.\n\nORLU: Two.\n\nHALL: Three.",
            vec!["HALL: One.", "ORLU: Two.", "HALL: Three."],
        ),
        (
            "name and role on their own line",
            "Operator\n\nOne.\n\nAnn Orr -- Head of Relations\n\nTwo.\n\nBen Lund -- Chief Executive\n\nThree.\n\nOperator\n\nFour.\n\nBen Lund -- Chief Executive\n\nFive.",
            vec![
                "Operator: One.",
                "Ann Orr: Two.",
                "Ben Lund: Three.",
                "Operator: Four.",
                "Ben Lund: Five.",
            ],
        ),
        (
            "name, role on the next line",
            "Ann Orr\nChief Executive Officer, Kelm Rail\n\nOne.\n\nBen Lund\nAnalyst, Stonebridge\n\nTwo.\n\nAnn Orr\nChief Executive Officer, Kelm Rail\n\nThree.",
            vec!["Ann Orr: One.", "Ben Lund: Two.", "Ann Orr: Three."],
        ),
        (
            "prose below quoted turns",
            "Ms Hart: \"And then?\"\n\nDr Osa: \"It was printed.\"\n\nThe coroner asked who had said that.",
            vec!["Ms Hart: \"And then?\"", "Dr Osa: \"It was printed.\""],
        ),
        (
            "a press release below",
            "MR. ORR: One.\n\nQUESTION: Two?\n\nMR. ORR: Three.\n\nPRESS RELEASE\n\nKelm pays.",
            vec!["MR. ORR: One.", "QUESTION*: Two?", "MR. ORR: Three."],
        ),
        (
            "a heading in capitals below",
            "MR. ORR: One.\n\nQUESTION: Two?\n\nMR. ORR: Three.\n\nNEXT STEPS\n\nKelm pays.",
            vec!["MR. ORR: One.", "QUESTION*: Two?", "MR. ORR: Three."],
        ),
        (
            "a dateline below",
            "MR. ORR: One.\n\nQUESTION: Two?\n\nMR. ORR: Three.\n\nKELM, 9 April 2026 – Sarn pays.",
            vec!["MR. ORR: One.", "QUESTION*: Two?", "MR. ORR: Three."],
        ),
        (
            "a notice in capitals",
            "THIS IS A DRAFT. IT MAY CHANGE.\n\nADA STONE: One.\n\nJAN ORR: Two.\n\nSTONE: Three.\n\nORR: Four.",
            vec!["ADA STONE: One.", "JAN ORR: Two.", "STONE: Three.", "ORR: Four."],
        ),
        (
            "a long role on its own line",
            "Ms. Stone\n\nOne?\n\nThe Lord Keeper of the Rolls and Leader of the House (Mr. Jan Orr)\n\nTwo.\n\nMs. Stone\n\nThree?\n\nMr. Orr\n\nFour.\n\nMr. Orr\n\nFive.",
            vec![
                "Ms. Stone: One?",
                "The Lord Keeper of the Rolls and Leader of the House (Mr. Jan Orr): Two.",
                "Ms. Stone: Three?",
                "Mr. Orr: Four.",
                "Mr. Orr: Five.",
            ],
        ),
        (
            "questions below longer highlights",
            "Highlights of the Noon Briefing\n\nThe mayor met the envoy in Kelm on Monday and spoke with her about the long bridge, the ferries and the mills upstream. She told him that nobody would have to leave a house because of it.\n\nSpokesman: One?\n\nQuestion: Two?\n\nSpokesman: Three.\n\nQuestion: Four?\n\nSpokesman: Five.\n\nQuestion: Six?",
            vec![
                "Spokesman: One?",
                "Question*: Two?",
                "Spokesman: Three.",
                "Question*: Four?",
                "Spokesman: Five.",
                "Question*: Six?",
            ],
        ),
        (
            "the opening of who answers",
            "Remarks by President Ana Orr in Kelm\n\nGood day. We will be short.\n\nQUESTION: Two?\n\nPresident Orr: Three.",
            vec![": Good day. We will be short.", "QUESTION*: Two?", "President Orr: Three."],
        ),
        (
            "the opening of who asks",
            "Interview by Ada Stone in Kelm\n\nWe met the mayor.\n\nQUESTION: Two?\n\nMayor Orr: Three.",
            vec!["QUESTION*: Two?", "Mayor Orr: Three."],
        ),
        (
            "to be continued",
            "MR. ORR: One.\n\nQUESTION: Two?\n\nTo be continued.",
            vec!["MR. ORR: One.", "QUESTION*: Two?"],
        ),
        (
            "below turns of one line a text goes on",
            "She came late.\n\nQ: One?\n\nA: Two.\n\nQ: Three?\n\nShe nods, and so does he.",
            vec!["Q*: One?", "A: Two.", "Q*: Three?"],
        ),
        (
            "below a label on its own line too",
            "She came late.\n\nMR. ORR: One.\n\nQUESTION: Two?\n\nMR. ORR:\nOn Sunday.",
            vec!["MR. ORR: One.", "QUESTION*: Two?", "MR. ORR: On Sunday."],
        ),
        (
            "titles and countries on their own line",
            "The sitting began at 10 a.m.\n\nThe President\n\nI thank you all.\n\nMr. Orr (Ostmark)\n\nAnd I you.\n\nThe President\n\nGood.",
            vec!["The President: I thank you all.", "Mr. Orr: And I you.", "The President: Good."],
        ),
        (
            "names below pictures",
            "Ada Stone Portrait Ada Stone (Kelm) (Lib)\n- Hansard - - - Excerpts\n\nWhy so?\n\nJan Orr Portrait The Minister for Arts, Halls and Mills (Mr Jan Orr)\n- Hansard - - - Excerpts\n\nIt is so.\n\nAda Stone Portrait Ada Stone\n- Hansard - - - Excerpts\n\nSince when?\n\nJan Orr Portrait Mr Orr\n- Hansard - - - Excerpts\n\nSince May.",
            vec![
                "Ada Stone: Why so?",
                "The Minister for Arts, Halls and Mills (Mr Jan Orr): It is so.",
                "Ada Stone: Since when?",
                "Mr Orr: Since May.",
            ],
        ),
        (
            "names behind chevrons",
            "The text was made in the hall. It may be wrong in parts.\n\n>>ADA STONE: Good day to all of you in the hall.\n\n>>JAN ORR: Good day.",
            vec!["ADA STONE: Good day to all of you in the hall.", "JAN ORR: Good day."],
        ),
        (
            "turns that run on behind notes",
            "[APPLAUSE] ADA STONE: Good day. We begin. [LAUGHTER] DEAN JAN ORR: Do we? ADA STONE: We do.",
            vec!["ADA STONE: Good day. We begin.", "DEAN JAN ORR: Do we?", "ADA STONE: We do."],
        ),
        (
            "turns that run on behind headings",
            "The SPEAKER pro tempore. The bill is read. Motion to Wait Mr. ORR. I move it. The SPEAKER pro tempore. Is it agreed?",
            vec![
                "The SPEAKER pro tempore: The bill is read. Motion to Wait",
                "Mr. ORR: I move it.",
                "The SPEAKER pro tempore: Is it agreed?",
            ],
        ),
        (
            "not heard, below a label",
            "MR. ORR:\n\nI see.\n\nQUESTION:\n\n[inaudible]\n\nMR. ORR:\n\nI do.",
            vec!["MR. ORR: I see.", "QUESTION*: [inaudible]", "MR. ORR: I do."],
        ),
        (
            "one line tells of who spoke above",
            "ADA STONE: Now to Kelm.\n\nORR: We want bread.\n\nOrr also asked the Senate for ships.\n\nSTONE: Now to Tarn.\n\nORR: We want mills.",
            vec![
                "ADA STONE: Now to Kelm.",
                "ORR: We want bread.",
                "STONE: Now to Tarn.",
                "ORR: We want mills.",
            ],
        ),
        (
            "a report of who moves",
            "The President: We begin.\n\nSister Ada Stone (Bakers) moved Motion 12.\n\nShe said: I move it.\n\nThe President: Thank you.",
            vec!["The President: We begin.", "The President: Thank you."],
        ),
        (
            "questions told in prose",
            "Mr. ORR: Two?\n\nThe MINISTER: Three.\n\nColonel LUND asked the Minister when.\n\nThe MINISTER: In May.",
            vec!["Mr. ORR: Two?", "The MINISTER: Three.", "The MINISTER: In May."],
        ),
        (
            "no label",
            "MR. ORR: One.\n\nSecond: the bridge.\n\nQUESTION: Two?",
            vec!["MR. ORR: One. | Second: the bridge.", "QUESTION*: Two?"],
        ),
    ] {
        check(name, turns(text), expected);
    }
}

#[test]
fn prose_is_no_transcript() {
    for (name, text) in [
        ("a note", "Krol met Pell. They spoke.\n\nNote: an earlier version had a wrong date."),
        (
            "news of the hour",
            "Kelm trial goes on\n\nLatest:\n\nThe jury went home.\n\nUpdate: 8.15pm\n\nHe spoke.\n\nUpdate: 6pm\n\nShe left.\n\nUpdate: 5pm\n\nThey came.",
        ),
        (
            "guests of a day",
            "Water for All: the road ahead\n\nChief Guest: Gen. Jan Orr\n\nSpeakers: Ada Stone, Ben Lund\n\nGeneral Orr said no.",
        ),
        (
            "items of minutes",
            "Minutes of the Council\n\n1. Reports\n\n· Chief Executive's Report:\nThe roads are open.\n\n· Mayor's Report:\nShe met them.\n\nMoved by Mr. Orr that it be accepted.",
        ),
        (
            "speech after colons",
            "Shen Wulan said: We agree.\n\nBrancu said: So do we.\n\nShen Wulan added: Good.",
        ),
        (
            "a sheet of facts",
            "They met in Kelm.\n\nEconomy: They agreed.\nEnergy: They agreed.\nSecurity: They agreed.",
        ),
        (
            "a headline",
            "Varga: deputy told me\n\nVarga said on Monday that her deputy had told her.",
        ),
        (
            "datelines",
            "Port Holm (NNA). – The dam is safe.\n\nNobody left.\n\nNew Kelm (NNA). – The talks failed.",
        ),
        (
            "years",
            "2021/22: Budget: They agreed.\n2022/23: Budget: They agreed.\n2023/24: Budget: No.",
        ),
        (
            "days on their own line",
            "Readout of a Call\n\nKelm, DC\n\nDecember 20, 2017\n\nThey spoke by phone.\n\nOn the Assembly\n\nKelm, DC\n\nDecember 15, 2017\n\nOstmark condemns it.",
        ),
        (
            "minutes in one paragraph",
            "Kelm Board MINUTES MEMBERS PRESENT: Ned Orr, Chairman, Ada Stone MEMBERS ABSENT: Jan Lund Present: Ben Pell. Mr. Orr opened the meeting. He thanked them.",
        ),
        ("one label", "MR. ORR: Good day. I will be short."),
    ] {
        let layout = laid_out(text);
        check(name, (layout.format, layout.turns.len()), (Format::Prose, 0));
    }
    let text = "MR. ORR: Good day. I will be short.";
    let given = FormatOption::Is(Format::Transcript);
    check("one label, format given", lay_out(text, given, &Lexicon::new()).turns.len(), 1);
    let given = FormatOption::Is(Format::Prose);
    let text = "MR. ORR: One.\n\nQUESTION: Two?\n\nMR. ORR: Three.";
    check("prose, format given", lay_out(text, given, &Lexicon::new()).turns.len(), 0);
}
