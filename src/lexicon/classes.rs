//! The classes that a word of the tables can belong to.
//!
//! `build.rs` reads this file too, so a table that names a class which is not here does not build.

/// A set of [`Class`]es.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub u64);

impl Classes {
    /// The forms of a verb that can stand behind its subject.
    pub const FINITE: Classes = Classes::of(&[Class::Past, Class::PresentS]);
    /// The same, and those that help another verb.
    pub const FINITE_OR_HELPING: Classes = Classes::FINITE.with(Class::Auxiliary);

    pub const fn of(classes: &[Class]) -> Self {
        let (mut set, mut at) = (Classes(0), 0);
        while at < classes.len() {
            set = set.with(classes[at]);
            at += 1;
        }
        set
    }

    pub const fn has(self, class: Class) -> bool {
        self.0 & class.bit() != 0
    }

    pub const fn has_any(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn or(self, other: Classes) -> Self {
        Classes(self.0 | other.0)
    }

    pub const fn with(self, class: Class) -> Self {
        Classes(self.0 | class.bit())
    }

    pub const fn without(self, class: Class) -> Self {
        Classes(self.0 & !class.bit())
    }

    pub const fn without_any(self, other: Classes) -> Self {
        Classes(self.0 & !other.0)
    }

    /// The numbers of the classes in it.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let first = rest.trailing_zeros() as usize;
            (rest != 0).then(|| {
                rest &= rest - 1;
                first
            })
        })
    }
}

/// Facts that two classes tell together, as no bit is left for classes of their own. A word has the
/// fact as soon as its rows give it both classes, whatever they were given for.
impl Classes {
    /// "counterpart", "interlocutor": holds the same office elsewhere. In `groups.tsv` and
    /// `kin.tsv`.
    pub const fn is_counterpart(self) -> bool {
        self.has(Class::Group) && self.has(Class::Person)
    }

    /// "general", "senator": an office whose title stands before a name. In `offices.tsv` and
    /// `titles.tsv`.
    pub const fn is_title(self) -> bool {
        self.has(Class::Honorific) && self.has(Class::Office)
    }

    /// "pope", "spiritual leader": heads a church, and no country. In `offices.tsv`.
    pub const fn is_of_church(self) -> bool {
        self.has(Class::HeadOfState) && self.has(Class::State)
    }

    /// "prime minister": heads a government alone.
    pub const fn governs(self) -> bool {
        self.has(Class::HeadOfGovernment) && !self.has(Class::HeadOfState)
    }

    /// "interview", "podcast": an occasion whose record came out on the day of its head. In
    /// `dates.tsv`.
    pub const fn is_interview(self) -> bool {
        self.has(Class::Occasion) && self.has(Class::LabelWord)
    }

    /// "meeting", but not "forum", which `bodies.tsv` has too: takes place and does nothing else.
    pub const fn only_takes_place(self) -> bool {
        self.has(Class::Occasion) && !self.has(Class::Body)
    }

    /// "lines", "foods": the last word of a firm's name. In `bodies.tsv`.
    pub const fn ends_firm(self) -> bool {
        self.has(Class::Masthead) && self.has(Class::Work)
    }

    /// "inaudible": stands for words that were said and not heard. In `labels.tsv`.
    pub const fn is_unheard(self) -> bool {
        self.has(Class::StageWord) && self.has(Class::Negation)
    }

    /// "A": the label of an answer that is an article too. In `labels.tsv` and `grammar.tsv`.
    pub const fn is_label_or_article(self) -> bool {
        self.has(Class::LabelWord) && self.has(Class::Determiner)
    }

    /// "press release", "transcript": opens a line that says nothing, or a title. In
    /// `furniture.tsv`.
    pub const fn opens_line_or_title(self) -> bool {
        self.has(Class::FurnitureWord) && self.has(Class::Occasion)
    }

    /// "photo", "image": credits a picture. In `furniture.tsv`.
    pub const fn is_picture(self) -> bool {
        self.has(Class::FurnitureWord) && self.has(Class::LabelWord)
    }

    /// "by", "source": opens a line that says nothing if a name follows. In `furniture.tsv`.
    pub const fn opens_byline(self) -> bool {
        self.has(Class::FurnitureWord) && self.has(Class::Person)
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What is known of a word, whatever the text. The tables name them as the second column.
        // Some are only named by the tables.
        #[allow(dead_code)]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Class { $($(#[$doc])* $variant,)* }

        impl Class {
            /// For `build.rs`.
            #[allow(dead_code)]
            pub const ALL: &[(&'static str, Class)] = &[$(($name, Class::$variant),)*];
        }
    };
}

/// One bit of [`Classes`] each.
const _: () = assert!(Class::ALL.len() <= u64::BITS as usize);

impl Class {
    pub const fn bit(self) -> u64 {
        1 << self as u8
    }
}

classes! {
    // Grammar.
    /// the, a, this
    Determiner = "determiner",
    /// of, in, by
    Preposition = "preposition",
    /// and, or, but
    Conjunction = "conjunction",
    /// that, whether, how: opens a reported clause
    Complementizer = "complementizer",
    /// who, which, whose
    Relative = "relative",
    /// is, has, will, did, must
    Auxiliary = "auxiliary",
    /// not, never, n't
    Negation = "negation",
    /// also, then, later: may stand between the words of a cue
    Adverb = "adverb",
    /// he, her, they, I
    Pronoun = "pronoun",
    /// my, his, their
    PossessivePronoun = "possessive-pronoun",

    // Person, number, gender.
    First = "first",
    Second = "second",
    Third = "third",
    Masculine = "masculine",
    Feminine = "feminine",
    Plural = "plural",

    // Inflection, set by the tables' `verb` and `noun` rows.
    /// The row is a verb: its forms are made from the first column (third: irregular past,
    /// participle).
    Verb = "verb",
    /// The row is a noun: its plural is made from the first column (third: irregular plural).
    Noun = "noun",
    Base = "base",
    PresentS = "present-s",
    Past = "past",
    Participle = "participle",
    Ing = "ing",

    // Reporting.
    /// say, tell, add: reports words
    Speech = "speech",
    /// believe, hope, want: gives an attitude
    Thought = "thought",
    /// praise, condemn, welcome: reports with a noun phrase as its content
    TakesPhrase = "takes-phrase",
    /// tell, thank, assure: its object is the person spoken to
    TakesAddressee = "takes-addressee",
    /// agree, vow, refuse: its content is a to-clause
    TakesTo = "takes-to",
    /// claim, statement, hope: a noun that reports
    NounCue = "noun-cue",
    /// "hold talks": a phrase that begins like a report and is none; belief, plan: a noun that
    /// tells what somebody thinks or wants
    Action = "action",

    // People, offices, groups.
    /// Mr., Ms., Sir, Ayatollah: stands before a name
    Honorific = "honorific",
    /// his Eminence, her Majesty: stands for the person by itself
    Style = "style",
    /// president, minister, spokesman: an office or role that a person holds
    Office = "office",
    /// president, king: may be called the head of state
    HeadOfState = "head-of-state",
    /// premier, chancellor: may be called the head of government
    HeadOfGovernment = "head-of-government",
    /// deputy, vice, former, prime: goes before an office
    OfficeModifier = "office-modifier",
    /// ministry, department, court, party: acts and speaks as a body
    Body = "body",
    /// mother, brother, wife
    Kin = "kin",
    /// man, farmer, resident, critic: people without an office
    Person = "person",
    /// side, leaders, parties, both: several speakers as one
    Group = "group",
    /// two, three, dozen
    Numeral = "numeral",
    /// John, Maria
    GivenName = "given-name",
    /// al, bin, van, de: inside a name
    NameParticle = "name-particle",
    /// Jr., MP, Ph.D.: after a name
    NameSuffix = "name-suffix",
    /// Syrian, Veyran as adjective of a country
    Demonym = "demonym",
    Place = "place",
    /// report, document, poll, study: paper that speaks
    Paper = "paper",

    // Time and layout.
    /// A month's name; third column: the English or the romanised Persian name, its lemma.
    Month = "month",
    /// met, talks, visit: words of the occasion that a text tells of
    Occasion = "occasion",
    Weekday = "weekday",
    /// Mr., Sen., Inc.: its full stop does not end a sentence; third column: the word it stands
    /// for, its lemma
    Abbreviation = "abbreviation",
    /// by, published, share: opens a line of furniture
    FurnitureWord = "furniture-word",
    /// laughter, applause, crosstalk
    StageWord = "stage-word",
    /// question, answer, speaker: a label that is no name
    LabelWord = "label-word",
    /// question, members: a label that several people share
    SharedLabel = "shared-label",

    // The weights know classes by number: new ones go to the end.
    /// foreign, finance: what an office is for
    Portfolio = "portfolio",
    /// news, times, herald: the last word of a news outlet's name
    Masthead = "masthead",
    /// former, late: who is called so holds the office no more
    Gone = "gone",
    /// historian, priest, company: may be another word for somebody, or a body, named before
    Work = "work",
    /// court, jury, inquest: hears what others say
    Hearing = "hearing",
    /// guest, receive: who comes to see the main person of a text, and what that person does
    Guest = "guest",
    /// reply, answer: speaks to who spoke before
    Reply = "reply",
    /// former, veteran: what the text says of somebody who was just named
    Former = "former",
    /// republic, kingdom: what a country is
    State = "state",
}
