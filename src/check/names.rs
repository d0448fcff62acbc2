//! What records are called: ids and old ids, kept up to date file by file, so that a rule about all records asks a
//! table and does not walk them. What a record says is not kept.

use crate::model::{Incident, stem};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Takes in what a file is called; of one that could not be read the id alone is known.
    pub fn add(&mut self, path: &str, incident: Option<&Incident>) {
        self.ids.entry(stem(path).to_lowercase()).or_default().insert(path.to_owned());
        *self.words.entry(stem(path).to_owned()).or_default() += 1;
        for (place, alias) in aliases(incident).iter().enumerate() {
            self.aliases.entry(alias.to_lowercase()).or_default().insert((path.to_owned(), place));
            *self.words.entry(alias.clone()).or_default() += 1;
        }
    }

    /// Forgets what was taken in with the same words.
    pub fn remove(&mut self, path: &str, incident: Option<&Incident>) {
        forget(&mut self.ids, &stem(path).to_lowercase(), &path.to_owned());
        self.forget_word(stem(path));
        for (place, alias) in aliases(incident).iter().enumerate() {
            forget(&mut self.aliases, &alias.to_lowercase(), &(path.to_owned(), place));
            self.forget_word(alias);
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

fn aliases(incident: Option<&Incident>) -> &[String] {
    incident.map_or(&[], |incident| &incident.aliases)
}

fn forget<T: Ord>(map: &mut BTreeMap<String, BTreeSet<T>>, key: &str, value: &T) {
    if let Some(values) = map.get_mut(key) {
        values.remove(value);
        if values.is_empty() {
            map.remove(key);
        }
    }
}
