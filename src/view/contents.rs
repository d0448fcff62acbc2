//! The table of contents of an edition: a row for each incident, in the order of the archive, found by every name that
//! the incident has or had. One row is put in or taken out without a look at the others.

use super::row::{Row, fingerprint};
use chrono::{DateTime, Utc};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where an incident stands in the archive: the latest first, of those that begin at once by id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    start: Reverse<Option<DateTime<Utc>>>,
    id: String,
    /// The file of the record: two of one id are two incidents, whatever the rules say of it.
    file: String,
}

impl Place {
    /// The place of a row.
    #[must_use]
    pub fn of(row: &Row) -> Self {
        Self { start: Reverse(row.start), id: row.id.clone(), file: row.file.clone() }
    }

    /// The file of the record.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }
}

/// A row for each incident.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    pub(super) rows: BTreeMap<Place, Arc<Row>>,
    /// What all rows come to, and those of each year, the latest first.
    all: Sum,
    years: BTreeMap<Reverse<Option<i32>>, Sum>,
    /// Incidents by their ids and those that they had before.
    names: BTreeMap<String, BTreeSet<Place>>,
    /// Incidents by the ids that they name as related.
    namers: BTreeMap<String, BTreeSet<Place>>,
}

/// What several rows come to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    /// How many they are.
    pub(super) count: usize,
    /// The hashes of the rows, each with its place, by exclusive or: a row more or less is one step.
    pub(super) fingerprint: [u8; 32],
}

/// With more incidents than this, each year has a page of its own.
const ON_ONE_PAGE: usize = 300;

impl Contents {
    /// Takes in a row, and says where it stands.
    pub fn insert(&mut self, row: Arc<Row>) -> Place {
        let place = Place::of(&row);
        for name in row.names() {
            put(&mut self.names, name, &place);
        }
        for tie in &row.ties {
            put(&mut self.namers, &tie.id, &place);
        }
        self.count(&place, &row, |count| count + 1);
        let before = self.rows.insert(place.clone(), row);
        debug_assert!(before.is_none(), "a file is taken out before it is taken in again");
        place
    }

    /// Takes out the row at a place.
    pub fn remove(&mut self, place: &Place) {
        let Some(row) = self.rows.remove(place) else { return };
        self.count(place, &row, |count| count - 1);
        for name in row.names() {
            take(&mut self.names, name, place);
        }
        for tie in &row.ties {
            take(&mut self.namers, &tie.id, place);
        }
    }

    /// Every row, in order.
    pub(super) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.values().map(|row| &**row)
    }

    /// What all rows come to.
    pub(super) fn all(&self) -> Sum {
        self.all
    }

    /// What the rows of a year come to; without one, of the incidents that have no day.
    pub(super) fn year(&self, year: Option<i32>) -> Sum {
        self.years.get(&Reverse(year)).copied().unwrap_or_default()
    }

    /// Every year with an incident and what it comes to, the latest first; those without a day last.
    pub(super) fn years(&self) -> impl Iterator<Item = (Option<i32>, Sum)> {
        self.years.iter().map(|(Reverse(year), sum)| (*year, *sum))
    }

    /// Whether there are too many incidents for one list, so that years have pages of their own.
    pub(super) fn has_years(&self) -> bool {
        self.rows.len() > ON_ONE_PAGE
    }

    /// Takes a row into the sums, or out again: its hash is turned in or out by the same step.
    fn count(&mut self, place: &Place, row: &Row, step: fn(usize) -> usize) {
        let hash = fingerprint(&(place, row.fingerprint.as_bytes()));
        let year = self.years.entry(Reverse(row.year())).or_default();
        for sum in [&mut self.all, year] {
            sum.count = step(sum.count);
            for (byte, other) in sum.fingerprint.iter_mut().zip(hash.as_bytes()) {
                *byte ^= other;
            }
        }
        self.years.retain(|_, sum| sum.count > 0);
    }

    /// How many names incidents have and had.
    #[must_use]
    pub fn name_count(&self) -> usize {
        self.names.values().map(BTreeSet::len).sum()
    }

    /// The row at a place.
    #[must_use]
    pub fn row(&self, place: &Place) -> Option<&Row> {
        self.rows.get(place).map(|row| &**row)
    }

    /// The first place of the archive.
    #[must_use]
    pub fn first(&self) -> Option<&Place> {
        self.rows.keys().next()
    }

    /// The place of the incident that is or was called so, of several the first.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<&Place> {
        self.names.get(name)?.first()
    }

    /// The places of the incidents that name one so.
    pub fn namers(&self, name: &str) -> impl Iterator<Item = &Place> {
        self.namers.get(name).into_iter().flatten()
    }

    /// The incident that began before the one at a place.
    pub(super) fn older(&self, place: &Place) -> Option<(&Place, &Row)> {
        let mut after = self.rows.range(place..).filter(|(other, _)| *other != place);
        after.next().map(|(place, row)| (place, &**row))
    }

    /// The incident that began after the one at a place.
    pub(super) fn newer(&self, place: &Place) -> Option<(&Place, &Row)> {
        self.rows.range(..place).next_back().map(|(place, row)| (place, &**row))
    }
}

fn put(places: &mut BTreeMap<String, BTreeSet<Place>>, name: &str, place: &Place) {
    places.entry(name.to_owned()).or_default().insert(place.clone());
}

fn take(places: &mut BTreeMap<String, BTreeSet<Place>>, name: &str, place: &Place) {
    if let Some(those) = places.get_mut(name) {
        those.remove(place);
        if those.is_empty() {
            places.remove(name);
        }
    }
}
