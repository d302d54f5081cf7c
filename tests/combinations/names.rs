//! Names and titles: who is one, and who is another.

use crate::capitalised;
use whosaid::Reader;

/// Whether all that is said in the text is said by the one of that name.
fn is_one(reader: &Reader, text: &str, name: &str, statements: usize) -> bool {
    let reading = reader.read(text).unwrap();
    let mut speakers = reading.statements.iter().map(|statement| statement.speaker);
    let first = reading.statements.first().and_then(|statement| statement.speaker);
    reading.statements.len() == statements
        && speakers.all(|speaker| speaker.is_some() && speaker == first)
        && first.is_some_and(|first| reading.name(first) == name)
}

#[test]
fn surnames() {
    const SURNAMES: [&str; 64] = [
        "Said",
        "May",
        "Will",
        "Hope",
        "Grant",
        "Mark",
        "Bill",
        "Cash",
        "Reed",
        "Wells",
        "Ford",
        "Rose",
        "Price",
        "Page",
        "Law",
        "Young",
        "Day",
        "Summers",
        "March",
        "English",
        "King",
        "Prince",
        "Bishop",
        "Pope",
        "Judge",
        "Dean",
        "Speaker",
        "Chan",
        "Little",
        "Brown",
        "Bush",
        "Church",
        "Bell",
        "Park",
        "Moon",
        "Best",
        "Wise",
        "Lane",
        "Street",
        "House",
        "Banks",
        "Waters",
        "Khan",
        "Ali",
        "Singh",
        "Cook",
        "Baker",
        "Smith",
        "Clerk",
        "Marshall",
        "Constable",
        "Sargent",
        "Monk",
        "Knight",
        "Duke",
        "Baron",
        "Lord",
        "Driver",
        "Fisher",
        "Guy",
        "London",
        "Lincoln",
        "Jordan",
        "Count",
    ];
    let reader = Reader::new();
    let mut faults = Vec::new();
    for surname in SURNAMES {
        let text = format!(
            "Tom {surname}, the head of the board, came to the pier on Tuesday.\n\nMr {surname} told \
             reporters that it would open. {surname} said that it was safe. “We will see,” said Tom \
             {surname}.",
        );
        if !is_one(&reader, &text, &format!("Tom {surname}"), 3) {
            faults.push(surname);
        }
    }
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn titles() {
    const TITLES: [&str; 60] = [
        "President",
        "Vice President",
        "Prime Minister",
        "Deputy Prime Minister",
        "Foreign Minister",
        "Minister of Defence",
        "Secretary of State",
        "Secretary-General",
        "Under-Secretary-General",
        "Attorney General",
        "Chief Justice",
        "Judge",
        "Senator",
        "Sen.",
        "Rep.",
        "Gov.",
        "Mayor",
        "Cllr",
        "MP",
        "Ambassador",
        "King",
        "Crown Prince",
        "Sheikh",
        "Ayatollah",
        "Imam",
        "Rabbi",
        "Bishop",
        "Pope",
        "Rev.",
        "General",
        "Lt. Gen.",
        "Col.",
        "Capt.",
        "Admiral",
        "Police Chief",
        "Inspector",
        "Sheriff",
        "Dr",
        "Prof.",
        "Sir",
        "Lord",
        "Ms",
        "Mx",
        "Chairman",
        "CEO",
        "Director General",
        "Spokesman",
        "Home Secretary",
        "First Minister",
        "former President",
        "the late President",
        "opposition leader",
        "Labour MP",
        "Republican Senator",
        "US President",
        "U.S. President",
        "EU Commissioner",
        "WHO chief",
        "His Excellency President",
        "Professor Emeritus",
    ];
    let reader = Reader::new();
    let mut faults = Vec::new();
    for title in TITLES {
        let text = format!(
            "{} Marek Lind said that the pier would open. Lind told reporters that it was safe.",
            capitalised(title),
        );
        if !is_one(&reader, &text, "Marek Lind", 2) {
            faults.push(title);
        }
    }
    assert!(faults.is_empty(), "{faults:?}");
}

/// Two that hold other offices are two people.
#[test]
fn offices() {
    const OFFICES: [&str; 34] = [
        "president",
        "prime minister",
        "king",
        "queen",
        "foreign minister",
        "finance minister",
        "health secretary",
        "mayor",
        "governor",
        "ambassador",
        "senator",
        "general",
        "bishop",
        "archbishop",
        "judge",
        "secretary-general",
        "spokesman",
        "chairman",
        "director",
        "chief executive",
        "commissioner",
        "police chief",
        "vice president",
        "opposition leader",
        "union leader",
        "envoy",
        "emir",
        "sultan",
        "pope",
        "rabbi",
        "attorney general",
        "lawyer",
        "doctor",
        "farmer",
    ];
    let reader = Reader::new();
    let mut faults = Vec::new();
    for office in OFFICES {
        // An envoy is an ambassador.
        let same =
            |other: &str| [office, other].iter().all(|one| matches!(*one, "ambassador" | "envoy"));
        for other in OFFICES.iter().filter(|other| **other != office && !same(other)) {
            let title: Vec<String> = other.split(' ').map(capitalised).collect();
            let title = title.join(" ");
            for text in [
                format!(
                    "The {office} spoke first at the meeting with {title} Marek Lind. The {office} said \
                     that the pier would open.",
                ),
                format!(
                    "{title} Marek Lind came on Monday. The {office} was late. The {office} said that the \
                     pier would open.",
                ),
            ] {
                let reading = reader.read(&text).unwrap();
                let one = reading.speakers.iter().any(|speaker| {
                    let aliases: Vec<&str> = speaker.aliases.iter().map(|s| s.of(&text)).collect();
                    let named = aliases.iter().any(|alias| alias.ends_with("Lind"));
                    named
                        && aliases
                            .iter()
                            .any(|alias| alias.eq_ignore_ascii_case(&format!("the {office}")))
                });
                if one {
                    faults.push(text);
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
