//! A project that is read, checked and kept up to date file by file: a changed record is read and checked again, and of
//! the others only what the change concerns. Of each record it keeps what others need to know and what is wrong, not the
//! incident itself: that is read again where a page about it is asked for.

use crate::audience::{Person, Viewer, Withheld};
use crate::check::{self, Allowed, Called, Context, Found, Names, Subject};
use crate::config::{self, Config};
use crate::diag::Diagnostic;
use crate::model::{self, Incident, Record};
use crate::source::{SourceFile, Sources};
use crate::view::Row;
use chrono::NaiveDate;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Every record of a project as it was read and checked last.
#[derive(Debug)]
pub(super) struct Reading {
    today: Option<NaiveDate>,
    /// The audience that was asked for; `None` is the outermost.
    audience: Option<String>,
    pub(super) config: Config,
    /// What reading the settings found.
    config_read: Vec<Diagnostic>,
    pub(super) viewer: Viewer,
    names: Names,
    /// Whose names are withheld, and in how many places.
    hidden: BTreeMap<Person, usize>,
    pub(super) withheld: Withheld,
    records: BTreeMap<String, Read>,
    /// What is wrong, by the path of the file.
    pub(super) diagnostics: BTreeMap<String, Vec<Diagnostic>>,
}

/// One file as it was read and checked last.
#[derive(Debug, Default)]
struct Read {
    called: Called,
    /// Whose names it withholds.
    persons: Vec<Person>,
    /// What readers see of it in lists, if they may see it at all.
    row: Option<Arc<Row>>,
    allowed: Vec<Allowed>,
    /// What reading it found.
    faults: Vec<Diagnostic>,
    /// What the rules about one record found,
    own: Vec<Found>,
    /// those about names that are withheld,
    withheld: Vec<Found>,
    /// and those about all records.
    beside: Vec<Found>,
}

/// What a change made look different for records that did not change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Turned {
    /// The settings.
    pub(super) config: bool,
    /// The names that are withheld.
    pub(super) withheld: bool,
    /// What records are and were called, where it came or went; in lower case.
    names: BTreeSet<String>,
}

impl Reading {
    /// Reads and checks a project as an audience may see it; without `today`, rules that need a day are not run.
    pub(super) fn new(sources: &Sources, audience: Option<String>, today: Option<NaiveDate>) -> Self {
        let config = Config::default();
        let mut reading = Self {
            today,
            audience,
            config_read: Vec::new(),
            viewer: Viewer::new(&config, config.outermost()),
            config,
            names: Names::default(),
            hidden: BTreeMap::new(),
            withheld: Withheld::default(),
            records: BTreeMap::new(),
            diagnostics: BTreeMap::new(),
        };
        reading.update(sources, &BTreeSet::from([config::FILE.to_owned()]));
        reading
    }

    /// Follows changed files: `changed` are their paths, and `sources` is how things stand now.
    pub(super) fn update(&mut self, sources: &Sources, changed: &BTreeSet<String>) -> Turned {
        let mut turned = Turned { config: changed.contains(config::FILE), ..Turned::default() };
        let changed: BTreeSet<String> = if turned.config {
            self.configure(sources);
            let known = self.records.keys().cloned();
            known.chain(sources.records.iter().map(|file| file.path.clone())).collect()
        } else {
            changed.clone()
        };
        self.read(sources, &changed, &mut turned);
        if turned.withheld || turned.config {
            self.withheld = Withheld::new(self.hidden.keys().cloned(), &self.config);
        }
        self.check(sources, &changed, &turned);
        if let Some(file) = sources.config.as_ref().filter(|_| turned.config || turned.withheld) {
            let found = check::config(&self.config, &self.withheld);
            let context = Context { config: &self.config, today: self.today };
            let found = check::settle(config::FILE, &file.text, &[], self.config_read.clone(), found, context);
            self.set(config::FILE, found);
        } else if sources.config.is_none() {
            self.set(config::FILE, Vec::new());
        }
        turned
    }

    /// The path of every record.
    pub(super) fn paths(&self) -> impl Iterator<Item = &String> {
        self.records.keys()
    }

    /// What readers see in lists of the incident in a file.
    pub(super) fn row(&self, path: &str) -> Option<&Arc<Row>> {
        self.records.get(path)?.row.as_ref()
    }

    /// Takes the settings as they are now.
    fn configure(&mut self, sources: &Sources) {
        (self.config, self.config_read) = sources.config.as_ref().map_or_else(Default::default, config::read);
        // An audience that the config no longer names sees what everybody may see.
        let named = self.audience.as_deref().filter(|name| self.config.audiences.iter().any(|known| known == name));
        self.viewer = Viewer::new(&self.config, named.unwrap_or(self.config.outermost()));
    }

    /// Reads changed files, and says what about them concerns others.
    fn read(&mut self, sources: &Sources, changed: &BTreeSet<String>, turned: &mut Turned) {
        let files: Vec<&SourceFile> = changed.iter().filter_map(|path| sources.record(path)).collect();
        let mut read: BTreeMap<&str, Read> =
            files.par_iter().map(|file| (file.path.as_str(), self.read_one(file))).collect();
        for path in changed {
            let old = self.records.remove(path);
            let new = read.remove(path.as_str());
            let (before, after) = (old.as_ref().map(called), new.as_ref().map(called));
            let own = |called: &Called| called.own().map(str::to_lowercase).collect::<BTreeSet<_>>();
            let (was, is) = (before.map(own).unwrap_or_default(), after.map(own).unwrap_or_default());
            turned.names.extend(was.symmetric_difference(&is).cloned());
            before.inspect(|called| self.names.remove(called));
            after.inspect(|called| self.names.add(called));
            let persons = |read: Option<&Read>| read.map_or_else(Vec::new, |read| read.persons.clone());
            turned.withheld |= hide(&mut self.hidden, persons(old.as_ref()), persons(new.as_ref()));
            match new {
                Some(new) => drop(self.records.insert(path.clone(), new)),
                None => self.set(path, Vec::new()),
            }
        }
    }

    /// Reads one file, and looks at it by itself.
    fn read_one(&self, file: &SourceFile) -> Read {
        let Record { incident, diagnostics: faults } = model::read(file, &self.config.defaults);
        let called = Called::of(&file.path, incident.as_ref());
        let Some(incident) = incident else { return Read { called, faults, ..Read::default() } };
        let own = check::record(&Subject { incident: &incident, config: &self.config }, self.today);
        let (persons, allowed) = (Withheld::in_incident(&incident).collect(), check::allowed(&incident));
        Read { called, persons, allowed, faults, own, row: self.row_of(incident), ..Read::default() }
    }

    /// What readers see in lists of an incident. Names and ties play no part in it.
    fn row_of(&self, incident: Incident) -> Option<Arc<Row>> {
        let is_seen = self.viewer.may_see(incident.audience.as_deref());
        let projected = is_seen.then(|| self.viewer.project(incident, &self.withheld, |_| true).0)?;
        Some(Arc::new(Row::of(&projected, &self.config)))
    }

    /// Runs the rules whose answers may have changed.
    fn check(&mut self, sources: &Sources, changed: &BTreeSet<String>, turned: &Turned) {
        let is_named_anew = |read: &Read| {
            // What is meant by a word that nothing is called is looked for among all words.
            !turned.names.is_empty() && (!read.beside.is_empty() || read.called.has_any(&turned.names))
        };
        let concerned: Vec<String> = if turned.withheld {
            self.records.keys().cloned().collect()
        } else if turned.names.is_empty() {
            changed.iter().cloned().collect()
        } else {
            let all = self.records.iter();
            all.filter(|(path, read)| changed.contains(*path) || is_named_anew(read))
                .map(|(path, _)| path.clone())
                .collect()
        };
        let mut records: Vec<(String, Read)> =
            concerned.iter().filter_map(|path| self.records.remove_entry(path)).collect();
        let Self { today, config, names, withheld, .. } = &*self;
        let context = Context { config, today: *today };
        let settled: Vec<Option<Vec<Diagnostic>>> = records
            .par_iter_mut()
            .map(|(path, read)| {
                let file = sources.record(path)?;
                let is_new = changed.contains(path);
                let mut differs = is_new;
                if is_new || turned.withheld {
                    differs |= replace(&mut read.withheld, withheld_in(file, config, withheld));
                }
                if is_new || is_named_anew(read) {
                    differs |= replace(&mut read.beside, check::beside(&read.called, names));
                }
                let found = || [read.own.as_slice(), &read.withheld, &read.beside].concat();
                differs.then(|| check::settle(path, &file.text, &read.allowed, read.faults.clone(), found(), context))
            })
            .collect();
        for ((path, read), settled) in records.into_iter().zip(settled) {
            if let Some(found) = settled {
                self.set(&path, found);
            }
            self.records.insert(path, read);
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

fn called(read: &Read) -> &Called {
    &read.called
}

/// The withheld names in the record of a file, which is read only if one may be in it.
fn withheld_in(file: &SourceFile, config: &Config, withheld: &Withheld) -> Vec<Found> {
    let read = || model::read(file, &config.defaults).incident;
    let incident = withheld.may_be_in(&file.path, &file.text).then(read).flatten();
    incident.map_or_else(Vec::new, |incident| check::withheld(&incident, withheld))
}

/// Takes in the names that one record withholds now instead of before, and says whether any came or went.
fn hide(hidden: &mut BTreeMap<Person, usize>, before: Vec<Person>, after: Vec<Person>) -> bool {
    let mut turned = false;
    for person in after {
        let count = hidden.entry(person).or_default();
        turned |= *count == 0;
        *count += 1;
    }
    for person in before {
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
