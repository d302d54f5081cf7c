//! The words that the rules name. A lexicon holds them first, in this order, so that their numbers
//! are known before any table is read and a rule compares numbers instead of letters. Words of days
//! and hours, which are looked for before anything is cut into words, stand behind them.

use crate::model::WordId;

macro_rules! fixed {
    ($($name:ident = $word:literal,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Place { $($name),* }

        $(pub const $name: WordId = WordId(Place::$name as u16 + 1);)*

        /// All of them, each with a blank behind it.
        pub(super) const WORDS: &str = concat!($($word, " "),*);

        #[cfg(test)]
        const LIST: &[(WordId, &str)] = &[$(($name, $word)),*];
    };
}

fixed! {
    // Articles and what stands in their place.
    THE = "the",
    A = "a",
    AN = "an",
    THIS = "this",
    THAT = "that",
    THESE = "these",
    THOSE = "those",
    BOTH = "both",
    ALL = "all",
    EVERY = "every",
    SAME = "same",
    ELDER = "elder",
    YOUNGER = "younger",
    ANY = "any",
    NO = "no",
    EACH = "each",
    ANOTHER = "another",
    IF = "if",
    FEW = "few",
    MANY = "many",
    MOST = "most",
    SEVERAL = "several",
    SOME = "some",
    OWN = "own",
    WHEN = "when",
    FIRST = "first",
    SECOND = "second",
    NEXT = "next",
    EITHER = "either",
    NEITHER = "neither",
    WHAT = "what",
    WHOM = "whom",
    EVER = "ever",
    TOO = "too",
    WHICH = "which",

    // Numbers.
    TWICE = "twice",
    ONE = "one",
    TWO = "two",

    // Whoever was named before.
    IT = "it",
    WE = "we",
    I_M = "i'm",
    WE_RE = "we're",
    HE = "he",
    HE_S = "he's",
    HE_D = "he'd",
    HE_LL = "he'll",
    HIM = "him",
    HIS = "his",
    ITS = "its",
    HIMSELF = "himself",
    SHE = "she",
    SHE_S = "she's",
    SHE_D = "she'd",
    SHE_LL = "she'll",
    HER = "her",
    HERS = "hers",
    HERSELF = "herself",
    THEY = "they",
    THEY_RE = "they're",
    THEY_VE = "they've",
    THEY_D = "they'd",
    THEY_LL = "they'll",
    THEM = "them",
    THEIR = "their",
    THEIRS = "theirs",
    THEMSELVES = "themselves",

    // What stands before a noun, or before its clause.
    OF = "of",
    FOR = "for",
    AT = "at",
    FROM = "from",
    BY = "by",
    TO = "to",
    ON = "on",
    UPON = "upon",
    IN = "in",
    DURING = "during",
    AFTER = "after",
    BEFORE = "before",
    UNDER = "under",
    THROUGH = "through",
    VIA = "via",
    OUTSIDE = "outside",
    ABOVE = "above",
    BELOW = "below",
    AS = "as",
    DE = "de",
    DI = "di",

    // What joins.
    AND = "and",
    OR = "or",
    NOR = "nor",
    BUT = "but",
    TELL = "tell",
    THAN = "than",
    ONLY = "only",
    SUCH = "such",
    ESPECIALLY = "especially",
    PARTICULARLY = "particularly",
    INCLUDING = "including",
    WHILE = "while",
    WHO = "who",
    WHOSE = "whose",
    THOUGH = "though",
    ALTHOUGH = "although",
    WHEREAS = "whereas",
    BECAUSE = "because",
    SINCE = "since",
    DESPITE = "despite",
    UP = "up",
    UNLESS = "unless",
    MORE = "more",
    PROVIDED = "provided",
    WHERE = "where",

    // Verbs.
    IS = "is",
    ARE = "are",
    WAS = "was",
    WERE = "were",
    BE = "be",
    BEEN = "been",
    DIED = "died",
    BEING = "being",
    AM = "am",
    HAS = "has",
    HAVE = "have",
    HAD = "had",
    HAVING = "having",
    HOPED = "hoped",
    HOPES = "hopes",
    DID = "did",
    DOES = "does",
    HEARD = "heard",
    HEARS = "hears",
    PRO = "pro",
    TEMPORE = "tempore",
    JR = "jr",
    SR = "sr",
    DENY = "deny",
    WROTE = "wrote",
    ISSUED = "issued",
    IMPORTANCE = "importance",
    NEED = "need",
    BEG = "beg",
    PROMISE = "promise",
    RELEASED = "released",
    SIGNED = "signed",
    PUT = "put",
    MADE = "made",
    PUTS = "puts",
    CALL = "call",
    CHURCH = "church",
    CLAIM = "claim",
    AGAIN = "again",
    WARN = "warn",
    ORDER = "order",
    POST = "post",
    LET = "let",
    LAUGH = "laugh",
    SIGH = "sigh",
    SAID = "said",
    ADDRESS = "address",
    DISMISS = "dismiss",
    PRAISE = "praise",
    COMMEND = "commend",
    CRITICISE = "criticise",
    CRITICIZE = "criticize",
    DID_NOT = "didn't",
    ELABORATE = "elaborate",
    ELABORATING = "elaborating",
    SAY = "say",
    DECLINE = "decline",
    REFUSE = "refuse",
    WRITE = "write",
    SENT = "sent",
    LEFT = "left",
    POSTED = "posted",
    SHOW = "show",
    SPECIFY = "specify",
    BRIEF = "brief",
    CAN = "can",
    COULD = "could",
    COMPARED = "compared",
    CONCLUDE = "conclude",
    GAVE = "gave",
    GOT = "got",
    RECEIVED = "received",
    GIVING = "giving",
    GOING = "going",
    OFFERED = "offered",
    DECLINED = "declined",
    REFUSED = "refused",
    WITHOUT = "without",
    PRESENT = "present",
    TOLD = "told",
    FOLLOWING = "following",
    ASKED = "asked",
    CHALLENGED = "challenged",
    OVER = "over",
    NOBODY = "nobody",
    WRITING = "writing",
    PRESSED = "pressed",
    QUESTIONED = "questioned",
    ABOUT = "about",
    WITH = "with",
    SHOULD = "should",
    MUST = "must",
    ACCOMPANYING = "accompanying",
    ACCORDING = "according",
    ACCUSE = "accuse",
    ACCUSED = "accused",
    ACCUSES = "accuses",
    ACCUSING = "accusing",
    ASSURED = "assured",
    ASSURES = "assures",
    QUOTE = "quote",
    READ = "read",
    FIND = "find",
    FINDING = "finding",
    RULING = "ruling",
    CONSIDER = "consider",
    ADD = "add",
    BOAST = "boast",
    CALLED = "called",
    BORN = "born",
    ADMITTED = "admitted",
    CLAIMED = "claimed",
    DENIED = "denied",
    MAINTAIN = "maintain",
    NAMED = "named",
    IDENTIFIED = "identified",
    KNOWN = "known",
    MET = "met",
    FAREWELL = "farewell",

    // What stands beside some of them.
    THERE = "there",
    HERE = "here",
    SO = "so",
    YES = "yes",
    OTHERWISE = "otherwise",
    THE_WORDS = "words",
    NAME = "name",

    // Offices, and what stands before them.
    MEMBER = "member",
    REPRESENTATIVE = "representative",
    DELEGATE = "delegate",
    OBSERVER = "observer",
    NGO = "ngo",
    BIN = "bin",
    CHAIR = "chair",
    CAPTAIN = "captain",
    CHAIRMAN = "chairman",
    SKIPPER = "skipper",
    ACTING = "acting",
    CHAIRPERSON = "chairperson",
    SPOKESPERSON = "spokesperson",
    SPOKESMAN = "spokesman",
    SPOKESWOMAN = "spokeswoman",
    SECRETARY = "secretary",
    PRESIDENT = "president",
    SPEAKER = "speaker",
    PARLIAMENT = "parliament",
    LEGISLATURE = "legislature",
    ASSEMBLY = "assembly",
    AMBASSADOR = "ambassador",
    ENVOY = "envoy",
    SOURCE = "source",
    LATTER = "latter",
    DIPLOMAT = "diplomat",
    CHAIRWOMAN = "chairwoman",
    SUMMIT = "summit",
    HEAD = "head",
    CEO = "ceo",
    CHIEF = "chief",
    COACH = "coach",
    CITIZEN = "citizen",
    MANAGER = "manager",
    BOSS = "boss",
    EXECUTIVE = "executive",
    OFFICER = "officer",
    OFFICE = "office",
    POLICE = "police",
    BECAME = "became",
    CHARGE = "charge",
    SWORN = "sworn",
    STATE = "state",
    TOP = "top",
    LEGISLATOR = "legislator",
    HEADS = "heads",
    MEETING = "meeting",
    CONFERENCE = "conference",
    COUNSEL = "counsel",
    DEFENDANT = "defendant",
    JUDGE = "judge",
    COURT = "court",
    JUSTICE = "justice",
    EMIR = "emir",
    AMIR = "amir",
    FM = "fm",
    PM = "pm",
    PRIME = "prime",
    HOST = "host",
    LEADER = "leader",
    SUPREME = "supreme",
    SPECIAL = "special",
    ADDITIONAL = "additional",
    JOINT = "joint",
    ROYAL = "royal",
    GENERAL = "general",
    OPPOSITION = "opposition",
    ELECTED = "elected",
    OUTGOING = "outgoing",
    GUEST = "guest",
    COUNTERPART = "counterpart",
    COLLEAGUE = "colleague",
    SON = "son",
    DAUGHTER = "daughter",
    WIFE = "wife",
    HUSBAND = "husband",
    WIDOW = "widow",
    BROTHER = "brother",
    SISTER = "sister",
    INTERLOCUTOR = "interlocutor",
    NAMESAKE = "namesake",
    THEN = "then",
    VISITING = "visiting",
    DEPUTY = "deputy",
    VICE = "vice",
    ASSISTANT = "assistant",
    SHADOW = "shadow",

    // "my right honourable friend"
    HON = "hon",
    HONOURABLE = "honourable",
    RIGHT = "right",
    NOBLE = "noble",
    LEARNED = "learned",

    // Firms.
    CO = "co",
    CORP = "corp",
    INC = "inc",
    LTD = "ltd",

    // Who acts for a country.
    SIDE = "side",
    DELEGATION = "delegation",
    HEADED = "headed",
    LED = "led",
    GOVERNMENT = "government",
    CABINET = "cabinet",
    MINISTER = "minister",
    EMPLOYER = "employer",
    NEWSPAPER = "newspaper",
    OWNER = "owner",
    PAPER = "paper",

    // Styles of who reigns.
    EMINENCE = "eminence",
    EXCELLENCY = "excellency",
    HONOR = "honor",
    HONOUR = "honour",
    HIGHNESS = "highness",
    MAJESTY = "majesty",
    HOLINESS = "holiness",
    REVERENCE = "reverence",
    FATHER = "father",
    FAMILY = "family",
    MOTHER = "mother",
    UNCLE = "uncle",
    AUNT = "aunt",
    NEPHEW = "nephew",
    NIECE = "niece",
    MUM = "mum",
    MOM = "mom",
    MAM = "mam",
    DAD = "dad",
    GRANDMOTHER = "grandmother",
    GRANDFATHER = "grandfather",
    GRANDSON = "grandson",
    GRANDDAUGHTER = "granddaughter",
    MRS = "mrs",
    PREDECESSOR = "predecessor",
    MONARCH = "monarch",
    SOVEREIGN = "sovereign",
    RULER = "ruler",
    AFFAIRS = "affairs",
    CHANCELLOR = "chancellor",
    ANSWER = "answer",
    PONTIFF = "pontiff",
    POPE = "pope",

    // Months: twelve of the Gregorian calendar, twelve of the Solar Hijri.
    JANUARY = "january",
    FEBRUARY = "february",
    MARCH = "march",
    APRIL = "april",
    MAY = "may",
    WILL = "will",
    JUNE = "june",
    JULY = "july",
    AUGUST = "august",
    SEPTEMBER = "september",
    OCTOBER = "october",
    NOVEMBER = "november",
    DECEMBER = "december",
    FARVARDIN = "farvardin",
    ORDIBEHESHT = "ordibehesht",
    KHORDAD = "khordad",
    TIR = "tir",
    MORDAD = "mordad",
    SHAHRIVAR = "shahrivar",
    MEHR = "mehr",
    ABAN = "aban",
    AZAR = "azar",
    DEY = "dey",
    BAHMAN = "bahman",
    ESFAND = "esfand",
}

/// The days of a month in words, in order: "the sixteenth of August". Most are in no table, where
/// they would need a class.
pub const DAYS: [&str; 31] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
];

/// Behind the number of a day: "29th day of May".
pub const DAY: &str = "day";

/// What says that a date is the day of the text: "today, 21 September".
pub const TODAY: [&str; 5] = ["today", "this morning", "this afternoon", "this evening", "tonight"];

/// The halves of a day, as a clock has them: "10:14:05 PM".
pub const HALVES: [&str; 4] = ["AM", "PM", "am", "pm"];

/// The zones of clocks where the month stands before the day: "6/4/2015, 12:40 P.M. EDT".
pub const AMERICAN_ZONES: [&str; 8] = ["EDT", "EST", "CDT", "CST", "MDT", "MST", "PDT", "PST"];

/// What stands beside the time of a clock, besides the halves of a day: "Update: 6 pm".
pub const CLOCK: [&str; 7] = ["am", "pm", "a.m", "p.m", "hrs", "h", "update"];

/// Between the name of a picture and the label below it: "Ann Orr Portrait Ann Orr (Carrow)".
pub const PORTRAIT: &str = " Portrait ";

/// Before the name of a picture and the label glued to it: "Photo of Ann OrrAnn Orr (Carrow)".
pub const PHOTO: &str = "Photo of ";

/// Zones of time that do not end like "GMT" and "CET".
pub const ZONES: [&str; 4] = ["UTC", "IST", "Z", "T"];

/// What is left of [`DI`] before a vowel: "2 d'agosto".
pub const ELIDED_DI: &str = "d";

/// Tells somebody from who was named before.
pub const OTHER: &str = "other";

/// Behind a people: "the German-born minister", "the French-speaking nation".
pub const OF_PEOPLE: [&str; 3] = ["-born", "-speaking", "-based"];

/// Before the name of somebody's father.
pub const SON_OF: [&str; 2] = ["bin", "ibn"];

/// Words for a whole parliament, over which one presides.
pub const HOUSES: &[WordId] = &[PARLIAMENT, LEGISLATURE, ASSEMBLY];

/// Before an office they make another one.
pub const BESIDE: [WordId; 6] = [DEPUTY, VICE, ASSISTANT, SHADOW, ADDITIONAL, JOINT];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn each_has_its_number() {
        let lexicon = Lexicon::new();
        for (id, word) in LIST {
            assert_eq!(lexicon.id(word), *id, "{word}");
        }
    }

    #[test]
    fn each_is_in_a_table() {
        let lexicon = Lexicon::new();
        let in_phrase = |id| lexicon.phrases.iter().any(|phrase| phrase.words.contains(id));
        for (id, word) in LIST {
            assert!(lexicon.classes(*id).0 != 0 || in_phrase(id), "{word}");
        }
    }
}
