//! How much each sign weighs when several people could be meant.
//!
//! Of the candidates for a pronoun, a title or a surname the one with the most points wins. The
//! points were found by trying them on annotated texts: only their differences mean anything. This
//! table is their whole list.

/// For and against whom "she", "him", "their" may refer to, as `pronouns` weighs them.
pub mod pronoun {
    /// Nobody is meant who has less.
    pub const LEAST: i32 = 12;

    /// Named in the sentence in which the pronoun stands.
    pub const SAME_SENTENCE: i32 = 60;
    /// Of them lost if named one sentence before.
    pub const ONE_BACK: i32 = -18;
    /// Of them lost if named farther back, whatever the distance.
    pub const FAR_BACK: i32 = -8;
    /// And so many more for each sentence.
    pub const EACH_BACK: i32 = -8;
    /// For each of the others who were named since, of whom [`MOST_SINCE`] count.
    pub const EACH_SINCE: i32 = -4;
    pub const MOST_SINCE: usize = 4;
    /// Named in the same paragraph.
    pub const SAME_PARAGRAPH: i32 = 24;

    /// Was the subject of a clause: "Holm met Rimmer. He".
    pub const SUBJECT: i32 = 18;
    /// Was its object: Rimmer.
    pub const OBJECT: i32 = 6;
    /// Stood after a preposition: "Holm spoke to Rimmer".
    pub const OBLIQUE: i32 = 0;
    /// Was whose something is: "Holm's deputy".
    pub const POSSESSOR: i32 = -4;
    /// Is the subject of the clause in which "himself" stands.
    pub const SAME_CLAUSE_REFLEXIVE: i32 = 50;
    /// Is the subject of the clause in which any other pronoun stands: "Holm said that he".
    pub const SAME_CLAUSE: i32 = 10;

    /// Spoke last, for a pronoun outside speech.
    pub const LAST_SPEAKER: i32 = 16;
    /// And so many more for who is nobody known: "Holm left. A witness said so. He".
    pub const SOME_SPEAKER: i32 = 20;
    /// "Holm said so. Maas laughed. She": Maas, the subject of the sentence before.
    pub const LAST_SUBJECT: i32 = 16;
    /// And so many more for who is surely somebody: "Minister Maas laughed. She".
    pub const LAST_PERSON: i32 = 10;
    /// "Holm said so. Maas disagreed. He": Maas.
    pub const ANSWERED: i32 = 50;
    /// "Ms Rao asked Mr Tor whether it was true. He replied": Mr Tor.
    pub const WAS_ASKED: i32 = 30;
    /// The same: Ms Rao does not reply to herself.
    pub const HAS_ASKED: i32 = -56;
    /// "Had he spoken of the founder? She": who was named once, in passing, and says nothing.
    pub const TOLD_OF: i32 = -16;
    /// "Her deputy had written to her. She": the deputy, of whom nobody knows that she is a woman.
    pub const OWNED: i32 = -20;
    /// "“She was good,” her mother said. | In May she": the daughter, in what the text tells. "I
    /// was told by her aide. She": who has the aide.
    pub const RELATIVE: i32 = -56;
    /// Named in the same reported clause: "said that Holm was ill and he".
    pub const SAME_REPORT: i32 = 40;
    /// Says what the clause reports: "Holm said that he".
    pub const REPORTER: i32 = 26;
    /// Is told what the clause reports, for an object: "Holm asked Rimmer to bring him".
    pub const TOLD: i32 = 14;
    /// Named in a report, where the pronoun stands in none.
    pub const OUT_OF_REPORT: i32 = -10;
    /// Named only inside quotations, where the pronoun stands in none.
    pub const OUT_OF_QUOTATION: i32 = -30;
    /// Named in the words that the pronoun is the source of: "“Karin never stood in my way,” she
    /// said".
    pub const SPOKEN_OF: i32 = -40;

    /// "Assad and his entourage": Assad.
    pub const ADJOINED: i32 = 40;
    /// "I asked the mayor about it. She told me": the mayor.
    pub const APPROACHED: i32 = 40;
    /// One of a list: "Strode and Dree".
    pub const LISTED: i32 = -40;

    /// "They" for "both sides".
    pub const THEY_TOGETHER: i32 = 20;
    /// "They" for "the ministers", "Kalduran diplomats".
    pub const THEY_PEOPLE: i32 = 6;
    /// "They" for "two officials".
    pub const THEY_SOME_PEOPLE: i32 = -10;
    /// "They" for "the Sundaran side", "the parties".
    pub const THEY_SIDE: i32 = 0;
    /// "They" for "the ministry".
    pub const THEY_BODY: i32 = -24;

    /// The pronoun tells the gender that is known.
    pub const KNOWN_GENDER: i32 = 0;
    /// "He" for Livia, whose name sounds like a woman's.
    pub const UNLIKELY_GENDER: i32 = -30;
    /// Of unknown gender: "Amaral", whom a title or an office shows to be somebody.
    pub const PROPER_PERSON: i32 = -18;
    /// The same: "the nurse".
    pub const PERSON: i32 = -20;
    /// The same: "a reporter".
    pub const ANY_PERSON: i32 = -40;
    /// The same, who was met once and says nothing: "a lawyer came in".
    pub const PASSER_BY: i32 = -30;
    /// The same, of whom the noun tells the gender: "had never had a woman at its head".
    pub const MET_IN_PASSING: i32 = -16;
    /// A name that speaks, and has not only a stand, as a country has.
    pub const NAME_TELLS: i32 = -14;
    /// A name of several words.
    pub const LONG_NAME: i32 = -34;
    /// A name of one word, of which no more is known.
    pub const BARE_NAME: i32 = -84;
    /// A name that presidents and ministers are of.
    pub const COUNTRY: i32 = -84;
}

/// The same for "His Eminence", "Her Majesty", where nobody was called so by name.
pub mod style {
    /// For whom a text names first: such texts are the host's.
    pub const FIRST: i32 = 24;
    /// For whom a title stands before the name that is an office too: "Ayatollah", "Archbishop".
    pub const TITLED: i32 = 30;
    /// For the head of a government and a president, who are "His Excellency" at most.
    pub const GOVERNS: i32 = -40;
    /// "His Highness the Emir ... His Royal Highness", "His Beatitude" for a pope: for who is
    /// called otherwise.
    pub const OTHER: i32 = -48;
}

/// For whom a title may mean, of those who hold such an office.
pub mod title {
    /// For each word that both have: "the Veyran minister" for "the Foreign Minister of Veyra".
    pub const SHARED_WORD: i32 = 4;
    /// For each word that only the title has.
    pub const OTHER_WORD: i32 = -2;
    /// For each word that only the office has, of which [`MOST_UNSAID`] count.
    pub const UNSAID_WORD: i32 = -1;
    pub const MOST_UNSAID: usize = 2;
    /// Holds this office, rather than one that is called so too.
    pub const SAME_OFFICE: i32 = 3;
    /// "the premier" is less likely a party's leader.
    pub const VAGUE: i32 = -2;
    /// "His Excellency the Minister" for "His Excellency Sheikh Faisal".
    pub const SAME_STYLE: i32 = 5;
    /// "ANA ORR, PREMIER: I told Premier Holm ... PREMIER: He": who has turns.
    pub const HAS_TURNS: i32 = 5;
    /// "One minister said ... the minister recalled", pages later.
    pub const IN_PASSING: i32 = -5;
    /// "the greetings of President Melik ... The Pontiff": who was named once, for something else.
    pub const ONLY_NAMED: i32 = -3;
    /// One of title and holder is of the past: "the late Prime Minister".
    pub const OTHER_TIME: i32 = -9;
    /// "President Whitcombe ... the federation's president, Mr. Baptiste, ... the President"
    pub const OF_LESS: i32 = -5;
    /// "President Atabay received President Kos ... The President said": the texts are the host's.
    pub const AWAY: i32 = -2;
    /// "The minister informed her colleague": who is a man.
    pub const OTHER_GENDER: i32 = -4;
    /// "Trade Minister Maas said so. The minister": the longer title counts for no less.
    pub const JUST_SUBJECT: i32 = 2;
    /// "Priya Lockhart, the junior minister, ... the Treasury minister ... the junior minister"
    pub const CALLED_SO: i32 = 3;
}

/// For whom a name of one word may mean, of those whose name has the word.
pub mod surname {
    /// It ends the name.
    pub const LAST_WORD: i32 = 3;
    /// It begins the name: "King Faris".
    pub const FIRST_WORD: i32 = 2;
    /// It stands within.
    pub const MIDDLE_WORD: i32 = 1;
    /// Holds the office that stands before the word.
    pub const SAME_OFFICE: i32 = 2;
    /// "H.E. Dr Ilmari Kettunen" for "Dr Kettunen".
    pub const SAME_TITLE: i32 = 1;
    /// "Mrs Ouhaddou" is rather his wife Malika than the general.
    pub const SAME_GENDER: i32 = 1;
    /// "Peter Merrow ... Merrow said that she": rather his wife.
    pub const OTHER_GENDER: i32 = -1;
    /// "Her daughter, Joy Achterberg, ... the younger Achterberg"
    pub const SAME_GENERATION: i32 = 3;
    /// "her late father, President Ezekiel Ruoth"
    pub const GONE: i32 = -4;
    /// Was called by the word alone before.
    pub const CALLED_SO: i32 = 1;
}

/// The points of those signs that show.
pub fn sum(signs: &[(bool, i32)]) -> i32 {
    signs.iter().map(|(shows, points)| if *shows { *points } else { 0 }).sum()
}
