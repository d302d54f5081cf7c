//! Which phrase of the cast the source of a draft is.

use super::Cast;
use super::clusters::words_of;
use super::entity::EntityIx;
use super::ground::Ground;
use super::labels::opens_turn;
use super::look::{GRAMMAR, PEOPLE, VERB_FORMS};
use super::papers::is_issued;
use super::phrase::{Definite, Phrase, PhraseIx, Referent, Role, phrase_from, phrases_in};
use super::resolve::{Resolver, whole};
use super::words::{before_apostrophe, is_one_of};
use crate::lexicon::fixed::{ADD, AND, BESIDE, BOTH, BY, FROM, IN, LATTER, NAMED, THIS};
use crate::lexicon::{Class, Classes, is_participle};
use crate::model::{Draft, Kind, MentionForm, Rule, Span, WordId};
use std::ops::Range;

/// The source of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Phrase(PhraseIx),
    /// Phrases joined by "and": the first, the second and the last, which of two is the second.
    Joint([PhraseIx; 3]),
    /// "I", "we": who speaks the statement around it.
    Own,
    /// "it": the body that spoke last.
    It,
    /// The turn's label, the quotation before.
    Same,
}

/// Two titles of one person stand together so many phrases back.
const TITLE_PHRASES: usize = 1000;
/// Somebody is called by a trade so many phrases later.
const TRADE_PHRASES: usize = 200;
/// So many phrases describe somebody again before "and" and the next one.
const APPOSED_PHRASES: usize = 12;
/// A phrase around the source begins so many phrases before.
const AROUND_PHRASES: usize = 4;
/// So many plain words stand before the phrase that ends a source: "Rail union | chief Dusan Maly".
pub(super) const LEAD_WORDS: usize = 3;
/// What somebody makes who has words in it: "her statement", "a letter from her".
pub const OWN: Classes = Classes::of(&[Class::NounCue, Class::Paper]);
/// "farmer and", but not "farmers and".
const SEVERAL: Classes = Classes::of(&[Class::Plural, Class::Body]);
/// "the district collector" is no longer than this.
const LONGEST_TRADE_BYTES: usize = 80;

impl Resolver<'_> {
    /// What the source of a draft is; none where nobody can be told.
    pub(super) fn source_of(&self, draft: &Draft) -> Option<Source> {
        let Some(span) = draft.source.first().copied().filter(|s| !s.is_empty()) else {
            return self.ground.without_words(draft);
        };
        if draft.kind == Kind::Turn
            && let Some(label) = self.ground.label(span)
        {
            return Some(Source::Phrase(label));
        }
        let word = before_apostrophe(span.of(self.ground.text).trim());
        let latter = |last: &str| self.ground.lexicon.id(last) == LATTER;
        match word {
            "I" | "me" | "we" | "We" | "us" | "myself" => return Some(Source::Own),
            "it" | "It" => return Some(Source::It),
            _ if word.rsplit(' ').next().is_some_and(latter) => {
                return self.ground.last_met(span.start);
            }
            // "We, the Ministers of Sarn,"
            _ if word.starts_with("We, ") => return Some(Source::Own),
            _ => {}
        }
        let mut source = whole(&draft.source);
        if let Some(start) = self.behind_call(source) {
            source.start = start;
        }
        // "“The Long Way” host Maria Vos"
        let words = source.of(self.ground.text);
        if let Some(end) = words.strip_prefix('“').and_then(|_| words.find("” ")) {
            source.start += (end + "” ".len()) as u32;
        }
        let relative = word.split(' ').next().unwrap_or_default();
        if is_one_of(relative, "who whom which") {
            return self.ground.before_relative(span);
        }
        if let Some(members) = self.ground.several(source) {
            return Some(Source::Joint(members));
        }
        let phrase = self.phrase_of(source)?;
        let phrase = self.ground.told_of(phrase).unwrap_or(phrase);
        Some(match self.ground.joint(source, phrase) {
            None => Source::Phrase(phrase),
            Some(second) if self.is_one(source, phrase, second) => Source::Phrase(second),
            Some(second) => Source::Joint([phrase, second, second]),
        })
    }

    /// The phrase that a source is, or whose it is; none of a list.
    fn phrase_of(&self, source: Span) -> Option<PhraseIx> {
        let phrases = &self.ground.cast.phrases;
        let here = phrases_in(phrases, source);
        let phrase = self.ground.name_at_end(here.clone(), source);
        let phrase = phrase.or_else(|| self.ground.phrase_in(source, here.clone()));
        let phrase = match phrase {
            Some(phrase) if self.is_list(phrase, here.end) => None,
            Some(phrase) if phrases[phrase].kind != Referent::Paper => Some(phrase),
            paper => self.ground.author(here.clone(), source).or(paper).or_else(|| {
                let around = self.ground.phrase_around(source, here.start);
                let last = || self.after_lead(here.clone(), source);
                around.or_else(last).or_else(|| self.ground.by_trade(here.start, source))
            }),
        };
        let phrase = phrase.filter(|at| !self.ground.is_spouse_of(source, &phrases[*at]));
        phrase.map(|phrase| phrase as PhraseIx)
    }

    /// In "Ambassador, the foreign minister of Kessory", where a turn begins: where the minister
    /// stands; in "My hon. Friend the Member for Kelm" the member.
    fn behind_call(&self, source: Span) -> Option<u32> {
        let Cast { phrases, openings, .. } = self.ground.cast;
        let opens = opens_turn(self.ground.text, openings, source.start);
        let called = phrase_from(phrases, source.start);
        let end = phrases.get(called)?.span.end;
        let next = (called + 1..phrases.len()).find(|next| phrases[*next].span.start >= end)?;
        let other = self.found.entity_of[called] != self.found.entity_of[next];
        let gap = self.ground.between(phrases[called].span, phrases[next].span)?;
        let friend = &phrases[called];
        let styled = friend.kind == Referent::Pronoun && friend.tokens.len() > 1 && gap.is_empty();
        let start = phrases[next].span.start;
        ((opens && other && gap == "," || styled) && start < source.end).then_some(start)
    }

    /// In "Giving evidence in Sarnock, Fergus Tallantire, the permanent secretary": who stands
    /// after the comma that ends the words before.
    fn after_lead(&self, here: Range<usize>, source: Span) -> Option<usize> {
        let phrases = &self.ground.cast.phrases;
        // "Giving evidence, Ana Ruiz (APC, Kelm)": the names in the bracket are none of hers.
        // "That envoy, Ana Ruiz, who now runs Kelm, said": nor are those behind "who".
        let words = source.of(self.ground.text);
        let bare = words.find(" (").or(words.find(", who "));
        let bare = bare.map(|bare| source.start + bare as u32);
        let end = bare.map_or(here.end, |bare| phrase_from(phrases, bare));
        let here = here.start..end.max(here.start);
        here.clone().find(|at| {
            let phrase = &phrases[*at];
            let lead = &self.ground.text
                [source.start as usize..phrase.span.start.max(source.start) as usize];
            // "The landgravine, Bron,": what no table has, and then a name.
            let speaks =
                matches!(phrase.kind, Referent::Person | Referent::Body | Referent::Together)
                    || phrase.name.len() > 1
                    || phrase.span.end + 1 == source.end;
            speaks
                && lead.trim_end().ends_with(',')
                && here.clone().skip(1).all(|other| {
                    other <= *at || self.found.entity_of[other] == self.found.entity_of[*at]
                })
        })
    }

    /// "Obama, Clinton and other Democrats": several speakers, none of them alone.
    fn is_list(&self, first: usize, end: usize) -> bool {
        let phrases = &self.ground.cast.phrases;
        let mut last = first;
        let mut named = 0;
        for next in first + 1..end {
            let Some(gap) = self.ground.between(phrases[last].span, phrases[next].span) else {
                continue;
            };
            let joins =
                gap.starts_with("and ") || matches!(gap, "," | "and" | ", and" | ", along with");
            let same = self.found.entity_of[first].is_some()
                && self.found.entity_of[first] == self.found.entity_of[next];
            if !joins || same || phrases[next].predicate {
                return false;
            }
            if gap != "," && (named > 0 || phrases[next].plural) {
                // "Ana Ruiz, the Port and | Harbour commissioner"
                return !phrases[next].is_trade();
            }
            named += 1;
            last = next;
        }
        false
    }

    /// "The Deputy Prime Minister and Foreign Minister", where one who was named is both; "Gardener
    /// and women's coach Ana Ruiz".
    fn is_one(&self, source: Span, first: PhraseIx, second: PhraseIx) -> bool {
        let [trade, named] = [first, second].map(|at| &self.ground.cast.phrases[at as usize]);
        let titled = named.is_named() && named.office.is_some();
        if trade.is_trade() && titled {
            return true;
        }
        // "Kelm MP and Health Secretary Ana Ruiz": a seat.
        let last = self.ground.tokens(&trade.tokens).last().map_or(WordId::UNKNOWN, |t| t.word);
        let last = self.ground.lexicon.classes(last);
        let sits = last.has(Class::NameSuffix) && last.has(Class::Office);
        let sits = sits && trade.name.len() == 1 && trade.tokens.len() > 1;
        // "Veyran Youth and Sports Minister Ana Ruiz": a field.
        if titled && (sits || trade.kind == Referent::Name && last.has(Class::Portfolio)) {
            return true;
        }
        let [first, entity] = [first, second].map(|at| self.found.entity_of[at as usize]);
        // "Kelm and Trisk councillor Ana Ruiz": a place where something was, or told of once.
        let place = |e: EntityIx| {
            let known = self.entity(e);
            let first = &self.ground.cast.phrases[known.fullest as usize];
            let inside = !self.ground.is_aside(first)
                && self.ground.segments.word_before(first.tokens.start) == IN;
            let once = known.mentions == 1 || inside && !known.speaks;
            known.kind == Referent::Name && known.name.len() == 1 && once
        };
        if self.ground.is_seated(named) && first.is_some_and(place) {
            return true;
        }
        let words = source.of(self.ground.text);
        let titles = words.split_once(' ').map_or(words, |(_, titles)| titles);
        // "Ana Ruiz, Deputy Prime Minister and Foreign Minister", "Deputy Prime Minister and
        // Foreign Minister Ruiz"
        let phrases =
            self.ground.cast.phrases.iter().zip(&self.found.entity_of).take(second as usize);
        let mut both = phrases
            .rev()
            .take(TITLE_PHRASES)
            .filter(|(_, of)| **of == entity)
            .map(|(phrase, _)| phrase.span);
        let begins = |span: Span| self.ground.text[span.start as usize..].starts_with(titles);
        let mut one =
            || both.any(|span| begins(span) || span.of(self.ground.text).contains(titles));
        entity.is_some() && (first == entity || one())
    }
}

impl Ground<'_> {
    /// The source of a draft that names none: the turn without label, the quotation by itself.
    fn without_words(&self, draft: &Draft) -> Option<Source> {
        let alone = draft.cue.is_empty() || draft.rule == Rule::Bare;
        match draft.kind {
            Kind::Turn => self.cast.answers.map(Source::Phrase),
            Kind::Direct if alone => Some(Source::Same),
            _ => None,
        }
    }

    /// “It is late,” he | added |.: he who spoke before.
    pub(super) fn adds(&self, draft: &Draft) -> bool {
        let cue = draft.cue.first().map_or("", |cue| cue.of(self.text));
        let added = self.lexicon.lemma(self.lexicon.id(cue)) == ADD;
        added && draft.kind == Kind::Direct
    }

    /// In "Ana Ruiz met Tom Lane. | The latter | said": Lane.
    fn last_met(&self, start: u32) -> Option<Source> {
        let before = &self.cast.phrases[..phrase_from(&self.cast.phrases, start)];
        let met = |phrase: &Phrase| match phrase.kind {
            Referent::Person | Referent::Side => true,
            Referent::Name => phrase.gender.is_some() || phrase.name.len() > 1,
            _ => false,
        };
        let last = before.iter().rposition(met)?;
        let near = before[last].line == before.last()?.line;
        near.then_some(Source::Phrase(last as PhraseIx))
    }

    /// The phrase of a turn's label.
    fn label(&self, source: Span) -> Option<PhraseIx> {
        let labels = &self.cast.labels;
        let at = labels.partition_point(|(label, _)| label.end <= source.start);
        let (label, phrase) = labels.get(at)?;
        label.overlaps(source).then_some(*phrase)
    }

    /// The phrase within a source that it is about; of those that begin there.
    fn phrase_in(&self, source: Span, here: Range<usize>) -> Option<usize> {
        let phrases = &self.cast.phrases;
        let span = |p: usize| phrases[p].span;
        let fits = |p: &usize| span(*p).end <= source.end + 1;
        let first = here.clone().find(fits);
        let first = first.or_else(|| here.clone().find(|p| span(*p).start == source.start));
        let first = first.filter(|p| self.heads(source, &phrases[*p]))?;
        // "In | Veyra, heads of schools | agreed"
        let named = &phrases[first];
        let place = named.kind == Referent::Name
            && self.segments.word_before(named.tokens.start) == IN
            && named.span.end + 1 < source.end
            && self.text[named.span.end as usize..].starts_with(", ");
        if place {
            return None;
        }
        let first = self.named_behind(first, here.end, source).unwrap_or(first);
        let phrase = self.last_name(first, here.end, source);
        if self.describes(phrase, source) {
            return None;
        }
        // "her statement"
        let owns =
            |o: &usize| phrases[*o].role == Role::Possessor && span(phrase).contains(span(*o));
        let owner = || (phrase + 1..here.end).find(owns);
        let paper = phrases[phrase].kind == Referent::Paper;
        Some(if paper { owner().unwrap_or(phrase) } else { phrase })
    }

    /// Whose words a paper has: "A statement issued by | the ministry", "A letter from | Ana Ruiz".
    fn author(&self, here: Range<usize>, source: Span) -> Option<usize> {
        let author = |at: &usize| self.cast.phrases[*at].kind != Referent::Paper;
        let at = here.clone().find(author)?;
        let author = &self.cast.phrases[at];
        let lead = &self.text[source.start as usize..author.span.start as usize];
        let mut words = lead.split_whitespace();
        let by = words.next_back()?;
        let paper = |word: &str| {
            let classes = self.lexicon.classes_of(word);
            classes.has_any(OWN) && !classes.has(Class::Plural)
        };
        // "a report | seen | by the Courier" is none of its.
        let own = words.next_back()?;
        let issued = is_issued(self.lexicon.id(own));
        let own = if issued { words.next_back()? } else { own };
        let somebody =
            matches!(author.kind, Referent::Person | Referent::Body) || author.name.len() > 1;
        (matches!(self.lexicon.id(by), BY | FROM)
            && paper(own)
            && words.count() < LEAD_WORDS
            && somebody)
            .then_some(at)
    }

    /// "Trump" as source, where the phrase is "Donald Trump".
    fn phrase_around(&self, source: Span, first: usize) -> Option<usize> {
        let mut before = (first.saturating_sub(AROUND_PHRASES)..first).rev();
        before.find(|p| {
            let phrase = &self.cast.phrases[*p];
            phrase.span.contains(source) && phrase.form != MentionForm::Pronoun
        })
    }

    /// In "The district collector, Rohan Vale, insists ... The collector calls it": Vale, who
    /// stands beside the word that no table has.
    fn by_trade(&self, end: usize, source: Span) -> Option<usize> {
        let (the, trade) = source.of(self.text).trim().split_once(' ')?;
        if !is_one_of(the, "the The") || !self.is_common(trade, GRAMMAR.or(VERB_FORMS)) {
            return None;
        }
        let here = end.saturating_sub(TRADE_PHRASES)..end;
        here.rev().find(|at| {
            let named = &self.cast.phrases[*at];
            let (start, end) = (named.span.start as usize, named.span.end as usize);
            let before = self.text[..start].strip_suffix(", ").and_then(|t| t.strip_suffix(trade));
            let near = &self.text[end..self.text.floor_char_boundary(end + LONGEST_TRADE_BYTES)];
            let after = near.strip_prefix(", ").and_then(|rest| rest.split_once(','));
            let behind = after.and_then(|(apposed, _)| apposed.strip_suffix(trade));
            // "The deputy collector" is another.
            let whole = |rest: &str| {
                let last = rest.trim_end().rsplit(' ').next().unwrap_or_default();
                let word = self.lexicon.id(last);
                let other = BESIDE.contains(&word) || self.lexicon.has(word, Class::Former);
                rest.ends_with(' ') && !other
            };
            named.is_named() && (before.is_some_and(whole) || behind.is_some_and(whole))
        })
    }

    /// "Cruz constituent Dan Golvach", "Gallup's Jeffrey Jones", "Marine biologist and diver Rosa
    /// Lind": the name at the end.
    fn last_name(&self, first: usize, end: usize, source: Span) -> usize {
        let phrases = &self.cast.phrases;
        let mut last = first;
        for next in first + 1..end {
            let Some(gap) = self.between(phrases[last].span, phrases[next].span) else { continue };
            if !phrases[next].is_named() || phrases[next].span.end > source.end {
                continue;
            }
            let gap = match gap.strip_prefix("and ") {
                Some(trade) if phrases[last].is_trade() => trade,
                _ => gap,
            };
            let several = phrases[last].span.of(self.text).ends_with(['s', 'S']);
            let plain = all_words(gap, &|word| match word {
                "'s" | "’s" => true,
                "'" | "’" => several,
                _ => self.is_common(word, GRAMMAR),
            });
            if !plain {
                break;
            }
            last = next;
        }
        last
    }

    /// "the TV interviewer", "Ana Ruiz's xylophonist": a name, or whose it is, before a noun that
    /// no table has.
    fn describes(&self, phrase: usize, source: Span) -> bool {
        let phrase = &self.cast.phrases[phrase];
        if phrase.span.end >= source.end {
            return false;
        }
        let rest = &self.text[phrase.span.end as usize..source.end as usize];
        let owns = rest.strip_prefix(['’', '\'']);
        let owned = owns.map(|rest| rest.strip_prefix('s').unwrap_or(rest));
        let owner = owned.is_some() || phrase.role == Role::Possessor;
        let rest = owned.unwrap_or(rest).trim_start_matches(['”', '"', '’', '\'']);
        // "His Labour Union shadow"
        let whose = self.segments.word(phrase.tokens.start);
        let theirs = self.lexicon.has(whose, Class::PossessivePronoun);
        // "Ana Ruiz of the Kelm | branch"
        let named = words_of(&self.cast.words, &phrase.name);
        let named = named.last().is_some_and(|last| last.span().end == phrase.span.end);
        if !(theirs || owner || phrase.kind == Referent::Name && named) {
            return false;
        }
        let words = rest.split_once(',').map_or(rest, |(words, _)| words);
        // "her statement" is hers.
        let noun = words.split_whitespace().last().unwrap_or_default();
        // "Ms Orr's Labour shadow, Ana Ruiz"
        let small = |word: &&str| !(owner && word.starts_with(char::is_uppercase));
        let word = words.split_whitespace().find(small).unwrap_or_default();
        // "Internal emails"
        let papers = |word: &str| {
            let classes = self.lexicon.classes(self.lexicon.id(word));
            classes.has(Class::Paper) && classes.has(Class::PresentS)
        };
        rest.starts_with(' ')
            && !word.is_empty()
            && (self.is_common(word, GRAMMAR.or(VERB_FORMS).with(Class::NameSuffix))
                || papers(word))
            && !(owner && self.lexicon.classes_of(noun).has_any(OWN))
    }

    /// Whether the word is written without any capital, and in none of the classes.
    fn is_common(&self, word: &str, classes: Classes) -> bool {
        is_small(word) && !self.lexicon.classes(self.lexicon.id(word)).has_any(classes)
    }

    /// Whether the words of the source before a phrase are its own: "Even | Ana Ruiz", "Rail union
    /// | chief Dusan Maly", "farmer and | activist Maria Vos", what an office is for, "Trade,
    /// Industry and | Energy Minister Ana", or what she does, "Speaking about the road | Ana Ruiz".
    fn heads(&self, source: Span, phrase: &Phrase) -> bool {
        const SMALL: &str =
            "the The a A an An Even even both Both only Only And But and but that who";
        const KINDS: Classes = Classes::of(&[Class::Portfolio, Class::OfficeModifier]);
        let (start, end) = (source.start as usize, phrase.span.end as usize);
        let gap = &self.text[start..phrase.span.start.max(source.start) as usize];
        let small = |word: &str| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            word.is_empty() || is_one_of(word, SMALL)
        };
        if all_words(gap, &small) {
            return true;
        }
        let words = || gap.split_whitespace();
        let id = |word: &str| self.lexicon.id_of(word.trim_end_matches(','));
        let of = |word: &str| self.lexicon.classes(id(word));
        // "Presidents | Kerguidec and Abakar", "Party members | Ana Ruiz and Jan Orr"
        let title = words().next_back().map_or(Classes::default(), of);
        let titles = title.has(Class::Plural) && title.has_any(PEOPLE);
        if !titles && end + 1 < source.end as usize && !self.text[end..].starts_with(',') {
            return false;
        }
        let seated = self.is_seated(phrase);
        // "a xylophonist | Maria Vos"
        let person = titles || phrase.name.len() > 1;
        let (mut before, mut plain) = ("", 0);
        let own = words().all(|word| {
            let field = |word| of(word).has(Class::Portfolio);
            let fits = match id(word) {
                // "Kelm and | Trisk councillor Ana Ruiz"
                AND if !before.is_empty() => {
                    let one = of(before).has_any(PEOPLE) && !of(before).has_any(SEVERAL);
                    one || field(before) || seated && before.starts_with(char::is_uppercase)
                }
                // "a dental hygienist named | Maria Vos", "This morning | the defense minister"
                NAMED | THIS => true,
                _ if field(word) || person && small(word) => true,
                _ => {
                    plain += 1;
                    let verb = of(word).has_any(GRAMMAR.or(VERB_FORMS)) && !of(word).has_any(KINDS);
                    plain <= LEAD_WORDS && !verb && !word.ends_with(',')
                }
            };
            before = word;
            fits
        });
        let led = || {
            let does = words().next().is_some_and(is_participle) && words().nth(1).is_some();
            does && phrase.is_named() && phrase.gender.is_some() && !gap.contains(',')
        };
        own || led()
    }

    /// "Trisk councillor Ana Ruiz", but not "Labour councillor Ana Ruiz"
    fn is_seated(&self, phrase: &Phrase) -> bool {
        let first = self.lexicon.classes(self.segments.word(phrase.tokens.start));
        let seat = first == Classes::default() || first.has(Class::Place);
        let office = phrase.office.is_some() && !phrase.modifiers.is_empty();
        seat && office && phrase.is_named() && phrase.definite == Definite::Bare
    }

    /// "Strode, Dree and Holm": the first two and the last of a list that is the source.
    fn several(&self, source: Span) -> Option<[PhraseIx; 3]> {
        let phrases = &self.cast.phrases;
        let named = |at: &usize| phrases[*at].is_named() && !phrases[*at].plural;
        let mut items = phrases_in(phrases, source);
        let first = items.next().filter(named)?;
        let (mut second, mut last) = (None, first);
        for next in items.take_while(named) {
            match self.between(phrases[last].span, phrases[next].span)? {
                "," => second = second.or(Some(next)),
                "and" | ", and" if phrases[next].span.end >= source.end => {
                    let whole = phrases[first].span.start == source.start;
                    return Some([first, second.filter(|_| whole)?, next].map(|at| at as PhraseIx));
                }
                _ => return None,
            }
            last = next;
        }
        None
    }

    /// "Strode and Dree" as one source.
    pub(super) fn joint(&self, source: Span, phrase: PhraseIx) -> Option<PhraseIx> {
        let phrases = &self.cast.phrases;
        let first = &phrases[phrase as usize];
        // "Both she and Ana Orr"
        let both = self.segments.word_before(first.tokens.start) == BOTH;
        if first.plural || first.kind == Referent::Pronoun && !both {
            return None;
        }
        // "Ana Ruiz, the mayor, and Tom Lane"
        let entity_of = &self.cast.entity_of;
        let (mut last, later) = (phrase as usize, phrase as usize + 1..phrases.len());
        let second = later.take(APPOSED_PHRASES).find(|at| {
            let apposed = entity_of[*at].is_some() && entity_of[*at] == entity_of[last];
            let behind = phrases[*at].span.start >= phrases[last].span.end;
            if behind && apposed {
                last = *at;
            }
            behind && !apposed
        })?;
        let between = self.between(phrases[last].span, phrases[second].span);
        if last != phrase as usize && !(phrases[second].is_named() && between == Some(", and")) {
            return None;
        }
        let joins = matches!(between, Some("and" | "nor" | ", and" | "as well as"));
        // "and | experienced | mayor Tom Lane"
        let kind = between.and_then(|between| between.strip_prefix("and "));
        let joins = joins
            || phrases[second].is_named() && kind.is_some_and(|kind| self.is_common(kind, GRAMMAR));
        (joins && source.contains(phrases[second].span)).then_some(second as PhraseIx)
    }
}

/// "host", "co-host"
pub(super) fn is_small(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_lowercase())
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// Whether all words between white space fit.
fn all_words(text: &str, fits: &dyn Fn(&str) -> bool) -> bool {
    text.split_whitespace().all(fits)
}
