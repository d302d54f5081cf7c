//! Who was last met under a name, an office, a description.

use super::entity::EntityIx;
use super::words::{Key, KeyMap};

/// How many entities are kept in mind under one key.
pub const RECENT: usize = 8;

/// The last entities under each key, the last one at the end.
#[derive(Debug)]
pub struct Recall {
    numbers: KeyMap,
    /// By number; under number 0 nobody.
    lists: Vec<Vec<EntityIx>>,
}

impl Default for Recall {
    fn default() -> Self {
        Recall { numbers: KeyMap::default(), lists: vec![Vec::new()] }
    }
}

impl Recall {
    pub fn under(&self, key: Key) -> &[EntityIx] {
        &self.lists[self.numbers.get(key) as usize]
    }

    pub fn last(&self, key: Key) -> Option<EntityIx> {
        self.under(key).last().copied()
    }

    /// Two are found to be one.
    pub fn replace(&mut self, from: EntityIx, into: EntityIx) {
        for list in self.lists.iter_mut().filter(|list| list.contains(&from)) {
            list.retain(|entity| *entity != from);
            remember(list, into);
        }
    }

    pub fn remember(&mut self, key: Key, entity: EntityIx) {
        let mut number = self.numbers.get(key) as usize;
        if number == 0 {
            number = self.lists.len();
            self.numbers.set(key, number as u32);
            self.lists.push(Vec::new());
        }
        remember(&mut self.lists[number], entity);
    }
}

/// Moves the entity to the end of a short list.
pub fn remember(list: &mut Vec<EntityIx>, entity: EntityIx) {
    if let Some(at) = list.iter().position(|e| *e == entity) {
        list.remove(at);
    } else if list.len() == RECENT {
        list.remove(0);
    }
    list.push(entity);
}
