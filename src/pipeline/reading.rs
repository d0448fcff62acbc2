//! A project that was read and checked, kept up to date file by file: a changed record is read and checked again, and
//! of the others only what the change concerns. Which pages follow from it is left to others.

use super::Checked;
use crate::audience::{Person, Withheld};
use crate::check::{self, Context, Found, Names, Subject};
use crate::config::{self, Config};
use crate::diag::Diagnostic;
use crate::model::{self, Archive, Incident, Record};
use crate::source::{SourceFile, Sources};
use chrono::NaiveDate;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Every record of a project as it was read and checked last.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    today: Option<NaiveDate>,
    pub(super) config: Config,
    /// What reading the settings found.
    config_read: Vec<Diagnostic>,
    names: Names,
    /// Whose names are withheld, and in how many places.
    hidden: BTreeMap<Person, usize>,
    pub(super) withheld: Withheld,
    records: BTreeMap<String, Read>,
    /// What is wrong, by the path of the file.
    pub(super) diagnostics: BTreeMap<String, Vec<Diagnostic>>,
}

/// One file as it was read and checked last.
#[derive(Clone, Debug)]
struct Read {
    incident: Option<Incident>,
    /// What reading it found.
    faults: Vec<Diagnostic>,
    /// What the rules about one record found.
    own: Vec<Found>,
    /// What the rules about all records found.
    beside: Vec<Found>,
}

/// What a change made look different for records that did not change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Turned {
    /// The settings.
    pub(super) config: bool,
    /// The names that are withheld.
    pub(super) withheld: bool,
    /// What records are called.
    names: bool,
}

impl Reading {
    /// Reads and checks a project; without `today`, rules that need a day are not run.
    pub(super) fn new(sources: &Sources, today: Option<NaiveDate>) -> Self {
        let mut reading = Self { today, ..Self::default() };
        reading.update(sources, &BTreeSet::from([config::FILE.to_owned()]));
        reading
    }

    /// Follows changed files: `changed` are their paths, and `sources` is how things stand now.
    pub(super) fn update(&mut self, sources: &Sources, changed: &BTreeSet<String>) -> Turned {
        let mut turned = Turned { config: changed.contains(config::FILE), ..Turned::default() };
        let changed: BTreeSet<String> = if turned.config {
            (self.config, self.config_read) = sources.config.as_ref().map_or_else(Default::default, config::read);
            let known = self.records.keys().cloned();
            known.chain(sources.records.iter().map(|file| file.path.clone())).collect()
        } else {
            changed.clone()
        };
        self.read(sources, &changed, &mut turned);
        if turned.withheld || turned.config {
            self.withheld = Withheld::new(self.hidden.keys().cloned(), &self.config);
        }
        self.check(sources, &changed, turned);
        if turned.config || turned.withheld {
            let context = Context { config: &self.config, today: self.today };
            let found = check::config(&self.config, &self.withheld);
            let text = sources.config.as_ref().map_or("", |file| file.text.as_str());
            let found = if sources.config.is_some() { found } else { Vec::new() };
            let found = check::settle(config::FILE, text, None, self.config_read.clone(), found, context);
            self.set(config::FILE, found);
        }
        turned
    }

    /// Every incident that could be read, by path.
    pub(super) fn incidents(&self) -> impl Iterator<Item = &Incident> {
        self.records.values().filter_map(|record| record.incident.as_ref())
    }

    /// The incident in a file.
    pub(super) fn incident(&self, path: &str) -> Option<&Incident> {
        self.records.get(path)?.incident.as_ref()
    }

    /// What was read, without what it takes to go on.
    pub(super) fn into_checked(self) -> Checked {
        let incidents = self.records.into_values().filter_map(|record| record.incident).collect();
        Checked { config: self.config, archive: Archive::new(incidents), diagnostics: self.diagnostics }
    }

    /// Reads changed files, and says what about them concerns others.
    fn read(&mut self, sources: &Sources, changed: &BTreeSet<String>, turned: &mut Turned) {
        let files: Vec<&SourceFile> = changed.iter().filter_map(|path| sources.record(path)).collect();
        let mut read: BTreeMap<&str, Record> =
            files.par_iter().map(|file| (file.path.as_str(), model::read(file, &self.config.defaults))).collect();
        for path in changed {
            let old = self.records.remove(path);
            let new = read.remove(path.as_str());
            let (before, after) = (old.as_ref().map(incident_of), new.as_ref().map(|new| new.incident.as_ref()));
            if before.map(called) != after.map(called) {
                turned.names = true;
                before.inspect(|incident| self.names.remove(path, *incident));
                after.inspect(|incident| self.names.add(path, *incident));
            }
            turned.withheld |= hide(&mut self.hidden, before.flatten(), after.flatten());
            match new {
                Some(Record { incident, diagnostics: faults }) => {
                    let record = Read { incident, faults, own: Vec::new(), beside: Vec::new() };
                    self.records.insert(path.clone(), record);
                }
                None => self.set(path, Vec::new()),
            }
        }
    }

    /// Runs the rules whose answers may have changed.
    fn check(&mut self, sources: &Sources, changed: &BTreeSet<String>, turned: Turned) {
        let Self { today, config, names, withheld, records, .. } = self;
        let context = Context { config, today: *today };
        let is_concerned = |path: &String| turned.withheld || turned.names || changed.contains(path);
        let concerned: Vec<(&String, &mut Read)> = records.iter_mut().filter(|(path, _)| is_concerned(path)).collect();
        let settled: Vec<(String, Vec<Diagnostic>)> = concerned
            .into_par_iter()
            .filter_map(|(path, record)| {
                let is_new = changed.contains(path);
                let mut differs = is_new;
                if let Some(incident) = &record.incident {
                    let subject = Subject { incident, config, withheld };
                    if is_new || turned.withheld {
                        differs |= replace(&mut record.own, check::record(&subject, *today));
                    }
                    if is_new || turned.names {
                        differs |= replace(&mut record.beside, check::beside(&subject, names));
                    }
                }
                let settle = || {
                    let text = sources.record(path).map_or("", |file| file.text.as_str());
                    let found = [record.own.as_slice(), &record.beside].concat();
                    check::settle(path, text, record.incident.as_ref(), record.faults.clone(), found, context)
                };
                differs.then(|| (path.clone(), settle()))
            })
            .collect();
        for (path, found) in settled {
            self.set(&path, found);
        }
    }

    fn set(&mut self, path: &str, found: Vec<Diagnostic>) {
        if found.is_empty() {
            self.diagnostics.remove(path);
        } else {
            self.diagnostics.insert(path.to_owned(), found);
        }
    }
}

fn incident_of(record: &Read) -> Option<&Incident> {
    record.incident.as_ref()
}

/// What others may call an incident beside the name of its file.
fn called(incident: Option<&Incident>) -> &[String] {
    incident.map_or(&[], |incident| &incident.aliases)
}

/// Takes in the names that one record withholds now instead of before, and says whether any came or went.
fn hide(hidden: &mut BTreeMap<Person, usize>, before: Option<&Incident>, after: Option<&Incident>) -> bool {
    let mut turned = false;
    for person in after.into_iter().flat_map(Withheld::in_incident) {
        let count = hidden.entry(person).or_default();
        turned |= *count == 0;
        *count += 1;
    }
    for person in before.into_iter().flat_map(Withheld::in_incident) {
        if let Some(count) = hidden.get_mut(&person) {
            *count -= 1;
            if *count == 0 {
                hidden.remove(&person);
                turned = true;
            }
        }
    }
    turned
}

/// Puts a value in the place of another, and says whether they differ.
fn replace<T: PartialEq>(old: &mut T, new: T) -> bool {
    let differs = *old != new;
    *old = new;
    differs
}
