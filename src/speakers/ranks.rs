//! Which offices can be called by each other: "the Syrian leader" for the president of Syria.

use super::build::office_of;
use super::clusters::Clusters;
use super::holders::{governs, synonymous};
use super::phrase::{Office, Phrase};
use super::words::NameWord;
use crate::lexicon::fixed::{CHANCELLOR, HEAD, LEADER, MONARCH, SOVEREIGN, SUPREME};
use crate::lexicon::{Class, Classes};
use crate::model::WordId;

impl Clusters<'_> {
    /// Whether somebody who holds one office, of a country or a party, may be called by the other:
    /// but no president is "the monarch", and no chancellor "the prime minister".
    pub(super) fn ranks_as(
        &self,
        phrase: &Phrase,
        office: Office,
        (held, of): (Office, &[NameWord]),
    ) -> bool {
        const GENDERED: Classes = Classes::of(&[Class::Masculine, Class::Feminine]);
        if !synonymous(held.classes, office.classes) {
            return false;
        }
        let says = |words: &[WordId]| self.tokens(phrase).iter().any(|t| words.contains(&t.word));
        let chancellor = |office: Office| office.key == office_of(&[CHANCELLOR], self.lexicon);
        let crowned = held.classes.has_any(GENDERED) || !says(&[MONARCH, SOVEREIGN]);
        let premier = governs(office.classes) && governs(held.classes) && !says(&[HEAD]);
        crowned
            && !(premier && chancellor(office) != chancellor(held))
            && (says(&[HEAD]) || !self.only_leads(office, held, of))
    }

    /// "Labour leader Ana Ruiz" and "the Supreme Leader" are not the president, who is not "the
    /// Supreme Leader"; but "the Syrian leader" can be.
    fn only_leads(&self, office: Office, held: Office, of: &[NameWord]) -> bool {
        let is = |office: Office, words| office.key == office_of(words, self.lexicon);
        let supreme = |office| is(office, &[SUPREME, LEADER]);
        let leads = |office| is(office, &[LEADER]) || supreme(office);
        let of_state = || !supreme(held) && of.iter().any(|word| self.is_country(word));
        leads(held) && !leads(office) && !of_state() || supreme(office) && !leads(held)
    }

    /// "Syria", "French": most peoples are in no table. A "Liberal" comes from nowhere.
    pub(super) fn is_country(&self, word: &NameWord) -> bool {
        let word = self.id(word);
        let place = self.lexicon.lemma(word);
        let [people, of] = [word, place].map(|word| self.lexicon.has(word, Class::Demonym));
        self.lexicon.has(word, Class::Place) || people && place != word && !of
    }
}
