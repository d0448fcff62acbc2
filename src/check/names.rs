//! What records are called and call each other: ids and old ids, kept up to date file by file, so that a rule about all
//! records asks a table and does not walk them. What else a record says is not kept.

use crate::model::{Incident, Relation, stem};
use std::collections::{BTreeMap, BTreeSet};

/// What one file is called, and what it calls others: all that the rules about all records look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    /// The file.
    pub path: String,
    /// Its old ids.
    pub aliases: Vec<String>,
    /// The others that it names.
    pub relations: Vec<Relation>,
}

impl Called {
    /// The names in a file; of one that could not be read only its own.
    #[must_use]
    pub fn of(path: &str, incident: Option<&Incident>) -> Self {
        let names = incident.map(|incident| (incident.aliases.clone(), incident.relations.clone()));
        let (aliases, relations) = names.unwrap_or_default();
        Self { path: path.to_owned(), aliases, relations }
    }

    /// What it is and was called.
    pub fn own(&self) -> impl Iterator<Item = &str> {
        [stem(&self.path)].into_iter().chain(self.aliases.iter().map(String::as_str))
    }

    /// Whether it is, was or names one that is called by one of these words, which are in lower case.
    #[must_use]
    pub fn has_any(&self, words: &BTreeSet<String>) -> bool {
        let named = self.relations.iter().map(|relation| relation.id.as_str());
        self.own().chain(named).any(|word| words.contains(&word.to_lowercase()))
    }
}

/// Every id and every alias of an archive, with the files they stand in.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Files by their id in lower case.
    ids: BTreeMap<String, BTreeSet<String>>,
    /// Files by an alias in lower case, each with its place in the list.
    aliases: BTreeMap<String, BTreeSet<(String, usize)>>,
    /// Ids and aliases as they are written, and how often.
    words: BTreeMap<String, usize>,
}

impl Names {
    /// Takes in what a file is called.
    pub fn add(&mut self, called: &Called) {
        let Called { path, aliases, .. } = called;
        self.ids.entry(stem(path).to_lowercase()).or_default().insert(path.clone());
        for (place, alias) in aliases.iter().enumerate() {
            self.aliases.entry(alias.to_lowercase()).or_default().insert((path.clone(), place));
        }
        for word in called.own() {
            *self.words.entry(word.to_owned()).or_default() += 1;
        }
    }

    /// Forgets what was taken in with the same words.
    pub fn remove(&mut self, called: &Called) {
        let Called { path, aliases, .. } = called;
        forget(&mut self.ids, &stem(path).to_lowercase(), path);
        for (place, alias) in aliases.iter().enumerate() {
            forget(&mut self.aliases, &alias.to_lowercase(), &(path.clone(), place));
        }
        for word in called.own() {
            self.forget_word(word);
        }
    }

    /// The first file of an id, in whatever case it is written.
    pub(super) fn file(&self, id: &str) -> Option<&str> {
        self.ids.get(&id.to_lowercase())?.first().map(String::as_str)
    }

    /// The file whose alias a word is, and its place in the list there; of several the first.
    pub(super) fn alias(&self, word: &str) -> Option<(&str, usize)> {
        self.aliases.get(&word.to_lowercase())?.first().map(|(path, place)| (path.as_str(), *place))
    }

    /// Whether an incident is or was called exactly so.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// Every id and alias, sorted.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }

    fn forget_word(&mut self, word: &str) {
        if let Some(count) = self.words.get_mut(word) {
            *count -= 1;
            if *count == 0 {
                self.words.remove(word);
            }
        }
    }
}

fn forget<T: Ord>(map: &mut BTreeMap<String, BTreeSet<T>>, key: &str, value: &T) {
    if let Some(values) = map.get_mut(key) {
        values.remove(value);
        if values.is_empty() {
            map.remove(key);
        }
    }
}
