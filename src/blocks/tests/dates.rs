//! Dates and their roles. All people and places are invented.

use super::*;

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
