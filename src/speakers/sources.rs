//! Which phrase of the cast the source of a draft is.

use super::Cast;
use super::ground::Ground;
use super::look::{GRAMMAR, VERB_FORMS};
use super::phrase::{Kind, PhraseIx, Role, phrase_from};
use super::resolve::{Resolver, whole};
use super::words::{before_apostrophe, is_one_of};
use crate::lexicon::fixed::{BESIDE, THIS};
use crate::lexicon::{Class, Classes};
use crate::model::{Draft, Kind as StatementKind, MentionForm, Rule, Span};
use std::ops::Range;

/// The source of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Phrase(PhraseIx),
    /// Two phrases joined by "and".
    Joint,
    /// "I", "we": who speaks the statement around it.
    Own,
    /// "it": the body that spoke last.
    It,
    /// The turn's label, the quotation before.
    Same,
}

/// Two titles of one person stand together so many phrases back.
const MANY: usize = 1000;
/// Somebody is called by a trade so many phrases later.
const FAR: usize = 200;
/// "the district collector" is no longer than this, in bytes.
const LONGEST_TRADE: usize = 80;

impl Resolver<'_> {
    pub(super) fn source_of(&self, draft: &Draft) -> Option<Source> {
        let Some(span) = draft.source.first().copied().filter(|s| !s.is_empty()) else {
            if draft.kind == StatementKind::Turn {
                return self.ground.cast.answers.map(Source::Phrase);
            }
            let alone = draft.cue.is_empty() || draft.rule == Rule::Bare;
            return (alone && draft.kind == StatementKind::Direct).then_some(Source::Same);
        };
        let mut whole = whole(&draft.source);
        if draft.kind == StatementKind::Turn {
            let labels = &self.ground.cast.labels;
            let at = labels.partition_point(|(label, _)| label.end <= span.start);
            if let Some((_, phrase)) = labels.get(at).filter(|(label, _)| label.overlaps(span)) {
                return Some(Source::Phrase(*phrase));
            }
        }
        let word = before_apostrophe(span.of(self.ground.text).trim());
        match word {
            "I" | "me" | "we" | "We" | "us" | "myself" => return Some(Source::Own),
            "it" | "It" => return Some(Source::It),
            _ => {}
        }
        let phrases = &self.ground.cast.phrases;
        if let Some(start) = self.behind_call(whole) {
            whole.start = start;
        }
        let first = phrase_from(phrases, whole.start);
        // "who used to", "who delivered the girl"; but "a fact which the mayor describes"
        let relative = word.split(' ').next().unwrap_or_default();
        if is_one_of(relative, "who whom which") {
            let next = whole.start + relative.len() as u32 + 1;
            match phrases.get(first).filter(|p| p.span.end <= whole.end && p.span.start == next) {
                Some(subject) => whole.start = subject.span.start,
                None => return self.ground.before_relative(span),
            }
        }
        let here = first..phrase_from(phrases, whole.end);
        let fits = |p: &usize| phrases[*p].span.end <= whole.end + 1;
        let inside = here
            .clone()
            .find(fits)
            .or_else(|| here.clone().find(|p| phrases[*p].span.start == whole.start))
            .filter(|p| {
                self.ground.heads(whole, phrases[*p].span)
                    || self.ground.ends(whole, phrases[*p].span)
            });
        let inside = inside.map(|p| self.ground.last_name(p, here.end, whole));
        // "her statement"
        let owns = |p: usize, o: &usize| {
            phrases[*o].role == Role::Possessor && phrases[p].span.contains(phrases[*o].span)
        };
        let owner = |p: usize| (p + 1..here.end).find(|o| owns(p, o));
        let inside =
            inside.filter(|p| !self.ground.describes(*p, whole)).map(|p| match phrases[p].kind {
                Kind::Paper => owner(p).unwrap_or(p),
                _ => p,
            });
        if let Some(p) = inside
            && self.is_list(p, here.end)
        {
            return None;
        }
        // "Trump" as source, where the phrase is "Donald Trump".
        let around = || {
            (first.saturating_sub(4)..first).rev().find(|p| {
                phrases[*p].span.contains(whole) && phrases[*p].form != MentionForm::Pronoun
            })
        };
        let last = || self.after_lead(here.clone(), whole);
        let trade = || self.ground.by_trade(first, whole);
        let phrase = inside.or_else(around).or_else(last).or_else(trade)? as PhraseIx;
        Some(match self.ground.joint(whole, phrase) {
            None => Source::Phrase(phrase),
            Some(second) if self.is_one(whole, phrase, second) => Source::Phrase(second),
            Some(_) => Source::Joint,
        })
    }

    /// In "Ambassador, the foreign minister of Kessory", where a turn begins: where the minister stands.
    fn behind_call(&self, source: Span) -> Option<u32> {
        let Cast { phrases, openings, .. } = self.ground.cast;
        openings.binary_search(&source.start).ok()?;
        let called = phrase_from(phrases, source.start);
        let end = phrases.get(called)?.span.end;
        let next = (called + 1..phrases.len()).find(|next| phrases[*next].span.start >= end)?;
        let other = self.found.entity_of[called] != self.found.entity_of[next];
        let comma = self.ground.between(phrases[called].span, phrases[next].span) == Some(",");
        let start = phrases[next].span.start;
        (other && comma && start < source.end).then_some(start)
    }

    /// In "Giving evidence in Sarnock, Fergus Tallantire, the permanent secretary": who stands after
    /// the comma that ends the words before.
    fn after_lead(&self, here: Range<usize>, source: Span) -> Option<usize> {
        let phrases = &self.ground.cast.phrases;
        here.clone().find(|at| {
            let phrase = &phrases[*at];
            let lead = &self.ground.text
                [source.start as usize..phrase.span.start.max(source.start) as usize];
            // "The landgravine, Bron,": what no table has, and then a name.
            let speaks = matches!(phrase.kind, Kind::Person | Kind::Body | Kind::Together)
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
                return true;
            }
            named += 1;
            last = next;
        }
        false
    }

    /// "The Deputy Prime Minister and Foreign Minister", where one who was named is both.
    fn is_one(&self, source: Span, first: PhraseIx, second: PhraseIx) -> bool {
        let [first, entity] = [first, second].map(|at| self.found.entity_of[at as usize]);
        let words = source.of(self.ground.text);
        let titles = words.split_once(' ').map_or(words, |(_, titles)| titles);
        // "Ana Ruiz, Deputy Prime Minister and Foreign Minister", "Deputy Prime Minister and Foreign Minister Ruiz"
        let phrases =
            self.ground.cast.phrases.iter().zip(&self.found.entity_of).take(second as usize);
        let mut both = phrases
            .rev()
            .take(MANY)
            .filter(|(_, of)| **of == entity)
            .map(|(phrase, _)| phrase.span);
        let begins = |span: Span| self.ground.text[span.start as usize..].starts_with(titles);
        let mut one =
            || both.any(|span| begins(span) || span.of(self.ground.text).contains(titles));
        entity.is_some() && (first == entity || one())
    }
}

impl Ground<'_> {
    /// In "The district collector, Rohan Vale, insists ... The collector calls it": Vale, who stands beside
    /// the word that no table has.
    fn by_trade(&self, end: usize, source: Span) -> Option<usize> {
        let (the, trade) = source.of(self.text).trim().split_once(' ')?;
        if !is_one_of(the, "the The") || !self.is_common(trade, GRAMMAR.or(VERB_FORMS)) {
            return None;
        }
        let here = end.saturating_sub(FAR)..end;
        here.rev().find(|at| {
            let named = &self.cast.phrases[*at];
            let (start, end) = (named.span.start as usize, named.span.end as usize);
            let before = self.text[..start].strip_suffix(", ").and_then(|t| t.strip_suffix(trade));
            let near = &self.text[end..self.text.floor_char_boundary(end + LONGEST_TRADE)];
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

    /// In "the President of Dorvath, who said", what stands before the relative pronoun.
    pub(super) fn before_relative(&self, relative: Span) -> Option<Source> {
        let phrases = &self.cast.phrases;
        let end = phrase_from(phrases, relative.start);
        // "spoke to Berg on Sunday, who said"
        const DATE: Classes = Classes::of(&[Class::Weekday, Class::Month]);
        let dated = |gap: &str| {
            let on = gap.strip_prefix("on ").and_then(|rest| rest.strip_suffix(','));
            on.is_some_and(|day| self.lexicon.classes(self.lexicon.id_of(day)).has_any(DATE))
        };
        let before = (end.saturating_sub(6)..end).rev().find(|p| {
            let span = phrases[*p].span;
            let gap = self.between(span, relative);
            span.end == relative.start
                || gap.is_some_and(|gap| matches!(gap, "" | ",") || dated(gap))
        });
        // "someone in her own office who told him", "Dr Rao of the Institute, who argued": who is a person.
        let thing = relative.of(self.text).eq_ignore_ascii_case("which");
        let outer = |p: usize| {
            (p.saturating_sub(2)..p).find(|o| phrases[*o].span.end == phrases[p].span.end)
        };
        let member = |body: usize| {
            let before =
                phrases[..body].iter().rposition(|p| p.span.end < phrases[body].span.start)?;
            let of = self.between(phrases[before].span, phrases[body].span);
            let named = phrases[before].is_named() && phrases[before].kind != Kind::Body;
            (named && matches!(of, Some("of" | "of the" | "at" | "at the"))).then_some(before)
        };
        let before = before.and_then(|p| {
            let body = !thing && phrases[p].kind == Kind::Body;
            if body { member(p) } else { Some(p) }
        });
        // "a nurse in Kisala who had told her"
        let of_place = |p: usize| {
            let place = phrases[p].kind == Kind::Name && phrases[p].role == Role::Oblique;
            let person = p.checked_sub(1).filter(|o| place && phrases[*o].kind == Kind::Person)?;
            self.between(phrases[person].span, phrases[p].span)
                .is_some_and(|gap| !gap.contains(' '))
                .then_some(person)
        };
        let before = before.map(|p| if thing { p } else { of_place(p).unwrap_or(p) });
        // "the findings of the Commission, which warns"
        let outer = |p: usize| {
            outer(p).filter(|o| phrases[*o].kind != Kind::Paper || phrases[p].kind != Kind::Body)
        };
        before.map(|p| Source::Phrase(outer(p).unwrap_or(p) as PhraseIx))
    }

    /// "Cruz constituent Dan Golvach", "Gallup's Jeffrey Jones": the name at the end.
    fn last_name(&self, first: usize, end: usize, source: Span) -> usize {
        let phrases = &self.cast.phrases;
        let mut last = first;
        for next in first + 1..end {
            let Some(gap) = self.between(phrases[last].span, phrases[next].span) else { continue };
            if !phrases[next].is_named() || phrases[next].span.end > source.end {
                continue;
            }
            let plain = all_words(gap, &|word| {
                matches!(word, "'s" | "’s") || self.is_common(word, GRAMMAR)
            });
            if !plain {
                break;
            }
            last = next;
        }
        last
    }

    /// "the TV interviewer", "Ana Ruiz's xylophonist": a name, or whose it is, before a noun that no table has.
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
        if phrase.kind != Kind::Name && !owner {
            return false;
        }
        let words = rest.split_once(',').map_or(rest, |(words, _)| words);
        // "her statement" is hers.
        let own = Classes::of(&[Class::NounCue, Class::Paper]);
        let noun = words.split_whitespace().last().unwrap_or_default();
        let word = words.split_whitespace().next().unwrap_or_default();
        rest.starts_with(' ')
            && self.is_common(word, GRAMMAR.or(VERB_FORMS))
            && !(owner && self.lexicon.classes(self.lexicon.id_of(noun)).has_any(own))
    }

    /// Whether the word is written without any capital, and in none of the classes.
    fn is_common(&self, word: &str, classes: Classes) -> bool {
        word.bytes().all(|b| b.is_ascii_lowercase())
            && !self.lexicon.classes(self.lexicon.id(word)).has_any(classes)
    }

    /// Whether the phrase is the head of the source: only small words stand before it.
    pub(super) fn heads(&self, source: Span, phrase: Span) -> bool {
        const SMALL: &str =
            "the The a A an An Even even both Both only Only And But and but that who";
        let gap = &self.text[source.start as usize..phrase.start.max(source.start) as usize];
        all_words(gap, &|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            // "Presidents | Kerguidec and Abakar"
            let titles = || {
                let classes = self.lexicon.classes(self.lexicon.id_of(word));
                classes.has(Class::Office) && classes.has(Class::Plural)
            };
            word.is_empty() || is_one_of(word, SMALL) || titles()
        })
    }

    /// Whether the phrase ends the source, with few plain words before it: "Rail union | chief Dusan
    /// Maly".
    fn ends(&self, source: Span, phrase: Span) -> bool {
        let gap = &self.text[source.start as usize..phrase.start.max(source.start) as usize];
        let words = gap.split_whitespace().count();
        let plain = |word: &str| {
            // "This morning the defense minister"
            let word = self.lexicon.id_of(word);
            word == THIS || !self.lexicon.classes(word).has_any(GRAMMAR.or(VERB_FORMS))
        };
        let last =
            phrase.end + 1 >= source.end || self.text[phrase.end as usize..].starts_with(',');
        last && words <= 3 && !gap.contains(',') && all_words(gap, &plain)
    }

    /// "Strode and Dree" as one source.
    pub(super) fn joint(&self, source: Span, phrase: PhraseIx) -> Option<PhraseIx> {
        let phrases = &self.cast.phrases;
        let first = &phrases[phrase as usize];
        if first.plural || first.kind == Kind::Pronoun {
            return None;
        }
        let mut later = phrase as usize + 1..phrases.len();
        let second = later.find(|at| phrases[*at].span.start >= first.span.end)?;
        let between = self.between(first.span, phrases[second].span);
        let joins = matches!(between, Some("and" | "nor" | ", and" | "as well as"));
        (joins && source.contains(phrases[second].span)).then_some(second as PhraseIx)
    }
}

/// Whether all words between white space fit.
fn all_words(text: &str, fits: &dyn Fn(&str) -> bool) -> bool {
    text.split_whitespace().all(fits)
}
