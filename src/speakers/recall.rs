//! Who was last met under a name, an office, a description.

use super::entity::EntityIx;
use super::words::{Key, KeyMap};

/// How many entities are kept in mind under one key.
pub const RECENT_ENTITIES: usize = 8;

/// The last entities under each key, the last one at the end.
#[derive(Debug)]
pub struct Recall {
    numbers: KeyMap,
    /// By number; under number 0 nobody.
    lists: Vec<List>,
}

/// Those under one key. Under most there is one, who then needs no place on the heap.
#[derive(Debug)]
enum List {
    One(EntityIx),
    Several(Vec<EntityIx>),
}

impl Default for Recall {
    fn default() -> Self {
        Recall { numbers: KeyMap::default(), lists: vec![List::Several(Vec::new())] }
    }
}

impl Recall {
    pub fn under(&self, key: Key) -> &[EntityIx] {
        match &self.lists[self.numbers.get(key) as usize] {
            List::One(entity) => std::slice::from_ref(entity),
            List::Several(list) => list,
        }
    }

    pub fn last(&self, key: Key) -> Option<EntityIx> {
        self.under(key).last().copied()
    }

    /// Two are found to be one.
    pub fn replace(&mut self, from: EntityIx, into: EntityIx) {
        for list in &mut self.lists {
            match list {
                List::One(entity) if *entity == from => *entity = into,
                List::Several(list) if list.contains(&from) => {
                    list.retain(|entity| *entity != from);
                    remember(list, into);
                }
                _ => {}
            }
        }
    }

    pub fn remember(&mut self, key: Key, entity: EntityIx) {
        let number = self.numbers.get(key) as usize;
        if number == 0 {
            self.numbers.set(key, self.lists.len() as u32);
            self.lists.push(List::One(entity));
            return;
        }
        match &mut self.lists[number] {
            List::One(only) if *only == entity => {}
            List::One(first) => self.lists[number] = List::Several(vec![*first, entity]),
            List::Several(list) => remember(list, entity),
        }
    }
}

/// Moves the entity to the end of a short list.
pub fn remember(list: &mut Vec<EntityIx>, entity: EntityIx) {
    if let Some(at) = list.iter().position(|e| *e == entity) {
        list.remove(at);
    } else if list.len() == RECENT_ENTITIES {
        list.remove(0);
    }
    list.push(entity);
}
