//! Who has the turns of a transcript: labels and the phrases in them.

use super::build::office_of;
use super::phrase::{OfTurn, Office, Phrase, PhraseIx, phrase_from};
use super::words::{Key, NameWord};
use crate::blocks::are_asked;
use crate::lexicon::fixed::{
    A, ANSWER, BY, CHAIRPERSON, JR, MEMBER, REPRESENTATIVE, SR, THE, WE, WITH,
};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{
    Layout, MentionForm, Segments, Sentence, Shape, Span, Token, TokenIx, WordId, both,
    sort_by_number,
};

/// The title of who answers is no longer than this.
const LONGEST_TITLE_TOKENS: usize = 8;
/// "With great respect" before who is called is no longer than this.
const LONGEST_CALL_WORDS: usize = 3;
/// A seat or group in brackets is no longer than this.
const LONGEST_SEAT_BYTES: usize = 80;

/// Who has the same name is among so many turns.
const NAMESAKE_TURNS: usize = 200;

/// Gives an office to those beside whose names the text says what they are.
pub fn give_offices(
    text: &str,
    lexicon: &Lexicon,
    phrases: &mut [Phrase],
    words: &mut Vec<NameWord>,
) {
    for phrase in phrases.iter_mut().filter(|p| p.is_named() && p.office.is_none()) {
        if phrase.honorific || phrase.name.len() > 1 {
            represent(text, lexicon, phrase, REPRESENTATIVE, words);
        }
        if phrase.office.is_none() && presides(text, phrase) {
            phrase.office = Some(office(CHAIRPERSON, lexicon));
        }
    }
}

/// Adds a phrase for each label that is no name ("QUESTION") or that several share; in the others
/// the phrase takes all of the label.
pub fn name_labels(
    text: &str,
    layout: &Layout,
    lexicon: &Lexicon,
    phrases: &mut Vec<Phrase>,
    words: &mut Vec<NameWord>,
) {
    let mut added = Vec::new();
    for turn in layout.turns.iter().filter(|turn| !turn.label.is_empty()) {
        let from = phrase_from(phrases, turn.label.start);
        let label = turn.label.of(text);
        let initials = !turn.shared && is_initials(label);
        let of_turn = if initials { OfTurn::Initials } else { OfTurn::Label };
        if let Some(named) = phrases.get_mut(from).filter(|p| p.span.start == turn.label.start)
            && !turn.shared
            && !(named.office.is_some() && is_numbered(lexicon, label))
        {
            let rest = Span::new(named.span.end.min(turn.label.end), turn.label.end);
            let (first, known) = (words.len() as u32, named.name.clone());
            let known = known.start as usize..known.end as usize;
            if !known.is_empty() && is_namesake(text, layout, lexicon, turn.label) {
                // "ORR JR." as one word: another surname.
                let surname = words[known.end - 1].span();
                words.extend_from_within(known.start..known.end - 1);
                words.push(NameWord::new(text, Span::new(surname.start, turn.label.end)));
                named.name = first..words.len() as u32;
            } else if let Some(rest) = behind_title(text, named, rest) {
                words.extend_from_within(known);
                NameWord::each(text, rest, |word| words.push(word));
                named.name = first..words.len() as u32;
                named.form = MentionForm::Name;
            }
            if turn.explained.is_some() {
                // "The Minister of State, Department of Health (Ann Orr)"
                let mut tokens = Vec::new();
                crate::segment::words(text, rest, lexicon, &mut tokens);
                named.tokens.end += tokens.len() as u32;
            }
            named.span.end = turn.label.end;
            named.turn = of_turn;
            if turn.explained.is_none() && named.office.is_none() && named.is_named() {
                represent(text, lexicon, named, MEMBER, words);
            }
            continue;
        }
        let line = phrases.get(from).map_or(0, |p| p.line);
        added.push(Phrase { turn: of_turn, ..Phrase::label(turn.label, line, turn.shared) });
    }
    if !added.is_empty() {
        phrases.append(&mut added);
        // Labels first of those with one span.
        sort_by_number(phrases, |p| {
            both(p.span.start, u32::MAX - p.span.end) << 1 | u64::from(!p.label)
        });
        phrases.dedup_by(|later, kept| kept.label && later.span.overlaps(kept.span));
    }
}

/// In "Cllr. WERE", "Xyz. Lim" the one word behind the stop of a title, if `named` ends before it:
/// two labels that differ there are two people.
fn behind_title(text: &str, named: &Phrase, rest: Span) -> Option<Span> {
    let inside = rest.of(text).strip_prefix('.').unwrap_or(rest.of(text)).strip_prefix(' ')?;
    let titled = rest.of(text).starts_with('.') || named.tokens.len() == 1;
    (titled && inside.starts_with(char::is_uppercase) && inside.chars().all(char::is_alphabetic))
        .then(|| Span::new(rest.end - inside.len() as u32, rest.end))
}

/// "MR. ORR JR.", where "MR. ORR" speaks too.
fn is_namesake(text: &str, layout: &Layout, lexicon: &Lexicon, label: Span) -> bool {
    let Some((name, last)) = label.of(text).rsplit_once(' ') else { return false };
    matches!(lexicon.id_of(last), JR | SR)
        && layout.turns.iter().take(NAMESAKE_TURNS).any(|turn| turn.label.of(text) == name)
}

/// "MQA"
fn is_initials(label: &str) -> bool {
    (2..=4).contains(&label.chars().count()) && label.chars().all(char::is_uppercase)
}

/// "SPEAKER 2", "WITNESS B", "OFFICIAL TWO": one of several with that role.
fn is_numbered(lexicon: &Lexicon, label: &str) -> bool {
    let number = |word: &str| {
        let numeral = || lexicon.has(lexicon.id_of(word), Class::Numeral);
        word.parse::<u32>().is_ok() || word.len() == 1 || numeral()
    };
    label.rsplit_once(' ').is_some_and(|(_, last)| number(last))
}

/// "a meeting chaired by Dame Rosalind Orr", "under the chairmanship of Mr Tor"
fn presides(text: &str, named: &Phrase) -> bool {
    const PRESIDED: [&str; 3] = ["chaired by", "chairmanship of", "presided over by"];
    let before = text[..named.span.start as usize].trim_end();
    let words = |presided: &&str| before.strip_suffix(presided).is_some_and(|b| b.ends_with(' '));
    // "Chair: Dame Rosalind Orr", a line of its own; but "Chair: Sir Edmund, who was it?".
    let label = before.strip_suffix("Chair:");
    let alone = || {
        let rest = text[named.span.end as usize..].trim_start_matches([' ', '\r']);
        rest.is_empty() || rest.starts_with('\n')
    };
    PRESIDED.iter().any(words)
        || label.is_some_and(|before| (before.is_empty() || before.ends_with('\n')) && alone())
}

/// "Mr. TAMBA (Kessou West, UPA)" is the member for Kessou West, "Mr Rustam Oybek (Velmar)" the
/// representative of Velmar.
fn represent(
    text: &str,
    lexicon: &Lexicon,
    named: &mut Phrase,
    seat: WordId,
    words: &mut Vec<NameWord>,
) {
    let after = &text[named.span.end as usize..];
    let near = &after[..after.floor_char_boundary(LONGEST_SEAT_BYTES)];
    let bracket = near.strip_prefix(" (").and_then(|rest| rest.split_once(')'));
    let Some((inside, _)) = bracket else { return };
    // "Mr HOLT (Kelm—Minister for Health)": the seat alone.
    let inside = inside.split('—').next().unwrap_or_default();
    let mut tokens = Vec::new();
    let start = named.span.end + 2;
    let span = Span::new(start, start + inside.len() as u32);
    crate::segment::words(text, span, lexicon, &mut tokens);
    let first = words.len() as u32;
    let capital = tokens.iter().filter(|token| token.shape.is_capitalised());
    words.extend(capital.map(|token| NameWord::new(text, token.span())));
    if words.len() as u32 == first {
        return;
    }
    named.modifiers = first..words.len() as u32;
    named.office = Some(office(seat, lexicon));
}

/// An office that no word of the text gives.
fn office(word: WordId, lexicon: &Lexicon) -> Office {
    Office { key: office_of(&[word], lexicon), classes: Classes::of(&[Class::Office]) }
}

/// The office of who keeps order in a house: Mr Speaker.
pub fn chair(text: &str, phrases: &[Phrase]) -> Option<Key> {
    let mut offices = phrases.iter().filter_map(|p| Some((p.span, p.office?.key)));
    offices.find(|(span, _)| span.of(text).ends_with("Speaker")).map(|(_, key)| key)
}

/// The phrase of each label; of "A" that of the only one whom the labels name, or of who answers if
/// they name nobody.
pub fn labels(
    text: &str,
    lexicon: &Lexicon,
    phrases: &[Phrase],
    layout: &Layout,
    answers: Option<PhraseIx>,
) -> Vec<(Span, PhraseIx)> {
    let phrase_of = |label: Span| {
        let from = phrase_from(phrases, label.start);
        phrases.get(from).filter(|p| p.span.overlaps(label)).map(|_| (label, from as PhraseIx))
    };
    let mut labels: Vec<_> = layout.turns.iter().filter_map(|turn| phrase_of(turn.label)).collect();
    let surname = |label: Span| label.of(text).rsplit(' ').next();
    let answers_by = |label: Span| matches!(lexicon.id_of(label.of(text)), A | ANSWER);
    let answered = labels.iter().map(|(label, _)| *label).find(|label| answers_by(*label));
    let mut named = labels.iter().filter(|(_, at)| phrases[*at as usize].is_named());
    let one = match named.next() {
        Some(&(first, one)) => {
            let same = named.all(|(label, _)| surname(*label) == surname(first));
            // "MR. ORR: Who was there?": he examines the witness. "MR. ORR: Objection." behind an
            // answer is not of whom "A" stands for.
            let asks = layout.turns.iter().any(|turn| {
                let last = turn.content.last().filter(|_| surname(turn.label) == surname(first));
                last.is_some_and(|said| said.of(text).ends_with('?'))
                    || last.is_some() && answered.is_some_and(|a| a.start < turn.label.start)
            });
            (same && !asks).then_some(one)
        }
        None => answers,
    };
    if let Some(one) = one {
        labels.iter_mut().filter(|(label, _)| answers_by(*label)).for_each(|(_, at)| *at = one);
    }
    labels
}

/// Where the sentences of turns begin.
pub fn openings(layout: &Layout, segments: &Segments) -> Vec<u32> {
    let start = |sentence: &Sentence| segments.tokens[sentence.tokens.start as usize].span().start;
    let parts = layout.turns.iter().flat_map(|turn| &turn.content);
    let sentences = parts.flat_map(|part| {
        let first = segments.sentences.partition_point(|sentence| start(sentence) < part.start);
        segments.sentences[first..].iter().map(start).take_while(|start| *start < part.end)
    });
    sentences.collect()
}

/// Whether a sentence of a turn begins at `start` or with no more than a short lead-in: "With
/// respect, | Sir Edmund, the chief told us".
pub fn opens_turn(text: &str, openings: &[u32], start: u32) -> bool {
    let after = openings.partition_point(|opening| *opening <= start);
    let Some(opening) = after.checked_sub(1).map(|at| openings[at]) else { return false };
    let lead = &text[opening as usize..start as usize];
    let short = |lead: &str| {
        let plain = lead.chars().all(|c| c.is_alphabetic() || c == ' ');
        plain && lead.split(' ').count() <= LONGEST_CALL_WORDS
    };
    lead.is_empty() || lead.strip_suffix(", ").is_some_and(short)
}

/// In the line "By Ana Ruiz": who writes.
pub fn author(
    text: &str,
    aside: &Segments,
    phrases: &[Phrase],
    asides: &[bool],
) -> Option<PhraseIx> {
    let opens = |at: TokenIx| {
        let start = aside.tokens.get(at as usize).map_or(0, |by| by.span().start);
        let before = text[..start as usize].trim_end_matches(' ');
        before.is_empty() || before.ends_with('\n')
    };
    let writes = |phrase: &Phrase| {
        asides.get(phrase.line as usize) == Some(&true)
            && phrase.name.len() > 1
            && aside.word_before(phrase.tokens.start) == BY
            && opens(phrase.tokens.start - 1)
    };
    let first = phrases.iter().position(writes)?;
    // "By Ana Ruiz and Jan Orr": who of them?
    let mut others = phrases[first + 1..].iter().take_while(|p| p.line == phrases[first].line);
    let alone = others.all(|other| other.name.len() < 2);
    alone.then_some(first as PhraseIx)
}

/// Who writes as "we": "We, | the Ministers of Sarn and Tarn |, declare".
pub fn authors(segments: &Segments, phrases: &[Phrase], asides: &[bool]) -> Option<PhraseIx> {
    let writes = |phrase: &Phrase| {
        let before = segments.tokens.get(..phrase.tokens.start as usize).unwrap_or_default();
        let quoted = |before: &[Token]| before.last().is_some_and(|b| b.shape == Shape::Quote);
        let named = matches!(before, [before @ .., we, comma]
            if we.word == WE && comma.shape == Shape::Comma && !quoted(before));
        named && phrase.plural && asides.get(phrase.line as usize) == Some(&false)
    };
    phrases.iter().position(writes).map(|first| first as PhraseIx)
}

/// In the title: who answers questions, where no label names him.
pub fn answers(
    text: &str,
    lexicon: &Lexicon,
    layout: &Layout,
    segments: &Segments,
    phrases: &[Phrase],
    asides: &[bool],
) -> Option<PhraseIx> {
    let title = layout.title.filter(|_| are_asked(&layout.turns))?;
    let speaks = |phrase: &Phrase| {
        // "by the High Representative/Vice-President Ana Ruiz"
        let lower = |at: &u32| {
            segments.tokens[*at as usize].shape == Shape::Lower && segments.word(*at) != THE
        };
        let before = || (0..phrase.tokens.start).rev().take(LONGEST_TITLE_TOKENS).find(lower);
        title.contains(phrase.span)
            && asides.get(phrase.line as usize) == Some(&false)
            && phrase.is_named()
            && !phrase.plural
            && before().is_some_and(|at| matches!(segments.word(at), BY | WITH))
    };
    let named = phrases.iter().position(speaks).map(|at| at as PhraseIx);
    // "Briefing by the Office of the Spokesperson": whose label the answers have.
    let turns = layout.turns.iter().filter(|turn| !turn.shared && !turn.label.is_empty());
    // "Moderator" is not who answers, nor tells "A" who it is.
    let is_word = |label: &Span| lexicon.has(lexicon.id_of(label.of(text)), Class::LabelWord);
    let one = turns.map(|turn| turn.label).find(|label| !is_word(label));
    named.or_else(|| {
        phrases
            .iter()
            .position(|phrase| one.is_some_and(|one| phrase.span.overlaps(one)))
            .map(|at| at as PhraseIx)
    })
}
