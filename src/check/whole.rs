//! A project read and checked from its start to its end, with every incident in memory. What is kept up to date file by
//! file must come to the same.

use super::{Called, Context, Names, Subject};
use crate::audience::Withheld;
use crate::config::{self, Config};
use crate::diag::Diagnostic;
use crate::model::{self, Defaults, Incident, Record};
use crate::source::SourceFile;
use chrono::NaiveDate;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A project that was read and checked.
#[derive(Clone, Debug, Default)]
pub struct Whole {
    /// Its settings; what is faulty has its default.
    pub config: Config,
    /// Every incident that could be read, by path.
    pub incidents: Vec<Incident>,
    /// What is wrong, by the path of the file; files with which nothing is are not in it.
    pub diagnostics: BTreeMap<String, Vec<Diagnostic>>,
}

/// Reads and checks the settings and the records of a project; without `today`, rules that need a day are not run.
#[must_use]
pub fn whole(settings: Option<&SourceFile>, records: &[SourceFile], today: Option<NaiveDate>) -> Whole {
    whole_by(settings, records, today, model::read)
}

/// The same, where `read` reads each record.
pub(super) fn whole_by(
    settings: Option<&SourceFile>,
    records: &[SourceFile],
    today: Option<NaiveDate>,
    read: impl Fn(&SourceFile, &Defaults) -> Record + Sync,
) -> Whole {
    let (config, config_read) = settings.map_or_else(Default::default, config::read);
    let read: Vec<Record> = records.par_iter().map(|file| read(file, &config.defaults)).collect();
    let withheld = Withheld::of(read.iter().filter_map(|record| record.incident.as_ref()), &config);
    let called = |(file, record): (&SourceFile, &Record)| Called::of(&file.path, record.incident.as_ref());
    let called: Vec<Called> = records.iter().zip(&read).map(called).collect();
    let mut names = Names::default();
    for called in &called {
        names.add(called);
    }

    let context = Context { config: &config, today };
    let checked = records.par_iter().zip(read).zip(&called).map(|((file, record), called)| {
        let Record { incident, diagnostics } = record;
        let mut found = super::beside(called, &names);
        if let Some(incident) = &incident {
            found.extend(super::record(&Subject { incident, config: &config }, today));
            if withheld.may_be_in(&file.path, &file.text) {
                found.extend(super::withheld(incident, &withheld));
            }
        }
        let allowed = incident.as_ref().map_or_else(Vec::new, super::allowed);
        (incident, super::settle(&file.path, &file.text, &allowed, diagnostics, found, context))
    });
    let (incidents, found): (Vec<Option<Incident>>, Vec<Vec<Diagnostic>>) = checked.unzip();
    let mut diagnostics: BTreeMap<String, Vec<Diagnostic>> =
        records.iter().map(|file| file.path.clone()).zip(found).collect();
    if let Some(file) = settings {
        let found = super::config(&config, &withheld);
        diagnostics.insert(file.path.clone(), super::settle(&file.path, &file.text, &[], config_read, found, context));
    }
    diagnostics.retain(|_, found| !found.is_empty());
    Whole { config, incidents: incidents.into_iter().flatten().collect(), diagnostics }
}
