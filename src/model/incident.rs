//! One incident, as one record tells it, and the keys at the root of a record.

use super::defaults::{Defaults, Zone};
use super::record::{
    Account, Action, Actor, ActorMap, Affected, Allowance, Allowances, Claim, Clock, Correction, Detection, Endpoint,
    Entry, Factor, Impact, Lessons, Mark, Prose, Relation, RelationMap, Remediation, Responder, ResponderMap,
    RootCause, Source, SourceMap, Stamps, Timeline,
};
use super::time::{TimeId, Times};
use super::words::{AccountOf, Milestone, Review, Status, Word};
use crate::diag::Diagnostic;
use crate::source::decode::Fields;
use crate::source::field::{Field, Key, Stage};
use crate::source::shapes::{Anything, Line, Markdown};
use crate::source::{Text, covers};
use chrono_tz::Tz;
use std::collections::{BTreeMap, BTreeSet};

/// One incident, read from one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Incident {
    /// The file's stem: lower-case letters, digits and hyphens, at most 80.
    pub id: String,
    /// The file, relative to the project, with `/` between its parts.
    pub path: String,
    /// Ids that this incident had before; each is a page that leads here.
    pub aliases: Vec<String>,
    /// One line.
    pub title: String,
    /// How far the incident has got.
    pub status: Status,
    /// How far the document has got, apart from the incident.
    pub review: Review,
    /// Why the document was withdrawn.
    pub withdrawn_reason: Option<String>,
    /// Written by those it happened to, or compiled from what was published.
    pub account_of: AccountOf,
    /// A word of the config's ordered scale.
    pub severity: Option<Claim<String>>,
    /// What sort of incident.
    pub kind: Option<Claim<String>>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// The zone of every local time in the record.
    pub timezone: Tz,
    /// Every time of the record, resolved; the other fields point into it.
    pub times: Times,
    /// The milestones that the record gives, in an entry or under `timestamps`.
    pub milestones: BTreeMap<Milestone, Mark>,
    /// A few sentences of Markdown.
    pub summary: Option<Prose>,
    /// How it came to be noticed.
    pub detection: Option<Detection>,
    /// Who and what took part.
    pub actors: Vec<Actor>,
    /// What was done that led here, in the terms of VERIS.
    pub actions: Vec<Action>,
    /// Accounts that were affected.
    pub accounts: Vec<Account>,
    /// Components that were affected, by their ids in the config.
    pub components: Vec<String>,
    /// What it did to whom, and for how long.
    pub impact: Option<Impact>,
    /// The entries, in the writer's order.
    pub timeline: Vec<Entry>,
    /// What set it off.
    pub trigger: Option<Prose>,
    /// The one cause, where the writer sees one; several where its parts are told apart.
    pub root_cause: Vec<Factor>,
    /// What made it possible or made it worse.
    pub contributing_factors: Vec<Factor>,
    /// How it was ended.
    pub resolution: Option<Prose>,
    /// What there is to learn.
    pub lessons: Lessons,
    /// What is done so that it does not happen again.
    pub remediation: Option<Remediation>,
    /// Why there is no remediation, where the record says `none`.
    pub remediation_reason: Option<String>,
    /// Who answered, by role.
    pub responders: Vec<Responder>,
    /// Ties to other incidents.
    pub relations: Vec<Relation>,
    /// What the record rests on, in the order it was written.
    pub sources: Vec<Source>,
    /// What was corrected after publication.
    pub corrections: Vec<Correction>,
    /// Rules that are silenced for the whole record, each with its reason.
    pub allow: Vec<Allowance>,
    /// The outermost audience that may see the record; `None` is everybody.
    pub audience: Option<String>,
    /// The Markdown that is no key, as it stands.
    pub body: String,
    /// The link definitions of the whole body, which any text of the record may use.
    pub links: String,
    /// The paths of all keys outside of lists that the record gives, in whatever form, such as `impact.description`.
    pub given: BTreeSet<String>,
    /// The paths of what is given and could not be read; a fault is told of each.
    pub unread: BTreeSet<String>,
}

impl Incident {
    /// The time of a milestone, wherever it stands.
    #[must_use]
    pub fn milestone(&self, milestone: Milestone) -> Option<TimeId> {
        self.milestones.get(&milestone).map(|mark| mark.time)
    }

    /// Whether what stands at a path, or around it, could not be read: that it says nothing is then no second fault.
    #[must_use]
    pub fn is_unread(&self, path: &str) -> bool {
        covers(&self.unread, path)
    }

    /// The time that a segment's end means.
    #[must_use]
    pub fn endpoint(&self, endpoint: &Endpoint) -> Option<TimeId> {
        match endpoint {
            Endpoint::Time(time) => Some(*time),
            Endpoint::Name(name) => self.times.named(name),
        }
    }

    /// The source of a key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }

    /// The actor of an id.
    #[must_use]
    pub fn actor(&self, id: &str) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.id == id)
    }
}

/// The keys at the root of a record, in the order in which documentation shows them.
pub const FIELDS: &[Key] = &[
    MINUTEBOOK.key,
    ID.key,
    ALIASES.key,
    TITLE.key,
    STATUS.key,
    REVIEW.key,
    WITHDRAWN_REASON.key,
    ACCOUNT_OF.key,
    SEVERITY.key,
    KIND.key,
    TAGS.key,
    TIMEZONE.key,
    SUMMARY.key,
    TIMESTAMPS.key,
    DETECTION.key,
    ACTORS.key,
    ACTIONS.key,
    AFFECTED.key,
    IMPACT.key,
    TIMELINE.key,
    TRIGGER.key,
    ROOT_CAUSE.key,
    CONTRIBUTING_FACTORS.key,
    RESOLUTION.key,
    LESSONS.key,
    REMEDIATION.key,
    REMEDIATION_REASON.key,
    RESPONDERS.key,
    RELATIONS.key,
    SOURCES.key,
    CORRECTIONS.key,
    ALLOW.key,
    AUDIENCE.key,
    BODY.key,
    EXT.key,
];

const MINUTEBOOK: Field<Line> = Field::new("minutebook").doc("The version of the format, `1`.").example("1");
const ID: Field<Line> =
    Field::new("id").doc("The file's stem; it may be repeated, never differ.").example("2026-11-23-checkout-502");
const ALIASES: Field<Vec<Line>> =
    Field::new("aliases").doc("Ids that this incident had before; each leads here.").example("[checkout-502]");
const TITLE: Field<Line> = Field::new("title").from(Stage::Active).doc("One line.").example("Checkout returns 502");
const STATUS: Field<Status> =
    Field::new("status").from(Stage::Active).doc("How far the incident has got.").example("resolved");
const REVIEW: Field<Review> =
    Field::new("review").doc("How far the document has got, apart from the incident.").example("draft");
const WITHDRAWN_REASON: Field<Line> =
    Field::new("withdrawn_reason").doc("Why the document was withdrawn.").example("Merged into another record.");
const ACCOUNT_OF: Field<AccountOf> = Field::new("account_of")
    .doc("Written by those it happened to, or compiled from what was published.")
    .example("outside");
const SEVERITY: Field<Claim<String>> =
    Field::new("severity").from(Stage::Active).doc("A word of the config's ordered scale.").example("sev2");
const KIND: Field<Claim<String>> = Field::new("kind").doc("What sort of incident.").example("availability");
const TAGS: Field<Vec<Line>> = Field::new("tags").doc("Words to find it by.").example("[deploy, database]");
const TIMEZONE: Field<Zone> =
    Field::new("timezone").doc("The zone of every local time in the record.").example("America/New_York");
const SUMMARY: Field<Prose> = Field::new("summary")
    .from(Stage::Resolved)
    .doc("A few sentences.")
    .example("A halved connection pool starved checkout for eighteen minutes.");
const TIMESTAMPS: Field<Stamps> = Field::new("timestamps")
    .doc("Milestones that no entry is. Better: a milestone on the entry that is it.")
    .example("{ impact_start: 2026-11-23 14:02 }");
const DETECTION: Field<Detection> =
    Field::new("detection").from(Stage::Resolved).doc("How it came to be noticed.").example("monitoring");
const ACTORS: Field<ActorMap> = Field::new("actors")
    .from(Stage::Reviewed)
    .doc("Who and what took part, by ids of your choice.")
    .example("{ platform: { kind: internal, role: the platform } }");
const ACTIONS: Field<Vec<Action>> = Field::new("actions")
    .doc("What was done that led here, in the terms of VERIS.")
    .example("[{ actor: contractor, category: misuse }]");
const AFFECTED: Field<Affected> =
    Field::new("affected").doc("What was affected: accounts and components.").example("{ components: [checkout] }");
const IMPACT: Field<Impact> = Field::new("impact")
    .from(Stage::Mitigated)
    .doc("What it did to whom, and for how long.")
    .example("Nine of ten checkouts failed.");
const TIMELINE: Field<Timeline> = Field::new("timeline")
    .from(Stage::Resolved)
    .doc("What happened, entry by entry; at least two of them.")
    .example("[\"2026-11-23 14:02 Deploy 4711 halves the pool. {impact_start}\"]");
const TRIGGER: Field<Prose> =
    Field::new("trigger").from(Stage::Reviewed).doc("What set it off.").example("Deploy 4711.");
const ROOT_CAUSE: Field<RootCause> = Field::new("root_cause")
    .doc("The one cause, where you see one. Alone it is taken as one contributing factor.")
    .example("The pool size is set in two places.");
const CONTRIBUTING_FACTORS: Field<Vec<Factor>> = Field::new("contributing_factors")
    .from(Stage::Reviewed)
    .doc("What made it possible or worse. A `root_cause` answers this too.")
    .example("[\"process: Pool sizes are not reviewed.\"]");
const RESOLUTION: Field<Prose> =
    Field::new("resolution").from(Stage::Reviewed).doc("How it was ended.").example("Deploy 4711 was rolled back.");
const LESSONS: Field<Lessons> = Field::new("lessons")
    .from(Stage::Reviewed)
    .own()
    .doc("What there is to learn.")
    .example("{ went_well: [The page fired within four minutes.] }");
const REMEDIATION: Field<Remediation> = Field::new("remediation")
    .from(Stage::Reviewed)
    .doc("What is done so that it does not happen again; or `none`, with `remediation_reason`.")
    .example("[\"[ ] Alert on pool saturation (owner: payments, due: 2026-12-15)\"]");
const REMEDIATION_REASON: Field<Markdown> =
    Field::new("remediation_reason").doc("Why there is no remediation.").example("The product ends in a month.");
const RESPONDERS: Field<ResponderMap> =
    Field::new("responders").doc("Who answered, by role.").example("{ incident commander: payments on-call }");
const RELATIONS: Field<RelationMap> =
    Field::new("relations").doc("Ties to other incidents.").example("{ recurrence_of: 2026-11-20-checkout-502 }");
const SOURCES: Field<SourceMap> = Field::new("sources")
    .doc("What the record rests on, by keys that entries cite.")
    .example("{ nyt: { title: Eleven minutes, publisher: The New York Times } }");
const CORRECTIONS: Field<Vec<Correction>> = Field::new("corrections")
    .doc("What was corrected after publication.")
    .example("[{ at: 2026-11-25, what: The start is 14:02. }]");
const ALLOW: Field<Allowances> = Field::new("allow")
    .doc("Rules that are silenced for the whole record, each with its reason.")
    .example("{ stated-duration-differs: the platform rounds }");
const AUDIENCE: Field<Line> =
    Field::new("audience").doc("The outermost audience that may see the record.").example("internal");
const BODY: Field<Markdown> =
    Field::new("body").doc("The Markdown of a `.yaml` record; in `.md` it stands below.").example("What happened.");
const EXT: Field<Anything> = Field::new("ext").doc("Anything else: kept, never shown.").example("{ ticket: 4711 }");

/// The incident of a map, before its times are resolved.
pub(super) fn from_fields(
    fields: &mut Fields<'_, '_, Clock>,
    id: &str,
    path: &str,
    body: Option<&Text>,
    zone: Tz,
    defaults: &Defaults,
) -> Incident {
    // The times come first: `timestamps.impact_start` lends the timeline its first day.
    let stamps = fields.optional(&TIMESTAMPS).map_or_else(Vec::new, |stamps| stamps.0);
    let timeline = fields.optional(&TIMELINE).map_or_else(Vec::new, |timeline| timeline.0);
    version(fields);
    same_id(fields, id);
    let affected = fields.optional(&AFFECTED).unwrap_or_default();
    let _ = (fields.optional(&TIMEZONE), fields.raw(&EXT));
    let yaml_body = fields.optional(&BODY).map(|text| text.0);
    Incident {
        id: id.to_owned(),
        path: path.to_owned(),
        aliases: lines(fields, &ALIASES),
        title: fields.optional(&TITLE).map(|line| line.0).unwrap_or_default(),
        status: fields.optional(&STATUS).unwrap_or(Status::Active),
        review: fields.optional(&REVIEW).unwrap_or_default(),
        withdrawn_reason: fields.optional(&WITHDRAWN_REASON).map(|line| line.0),
        account_of: fields.optional(&ACCOUNT_OF).unwrap_or(defaults.account_of),
        severity: fields.optional(&SEVERITY),
        kind: fields.optional(&KIND),
        tags: lines(fields, &TAGS),
        timezone: zone,
        times: Times::default(),
        milestones: milestones(stamps, &timeline, fields),
        summary: fields.optional(&SUMMARY),
        detection: fields.optional(&DETECTION),
        actors: fields.optional(&ACTORS).map_or_else(Vec::new, |map| map.0),
        actions: fields.list(&ACTIONS),
        accounts: affected.accounts,
        components: affected.components,
        impact: fields.optional(&IMPACT),
        timeline,
        trigger: fields.optional(&TRIGGER),
        root_cause: fields.optional(&ROOT_CAUSE).map_or_else(Vec::new, |cause| cause.0),
        contributing_factors: fields.list(&CONTRIBUTING_FACTORS),
        resolution: fields.optional(&RESOLUTION),
        lessons: fields.optional(&LESSONS).unwrap_or_default(),
        remediation: fields.optional(&REMEDIATION),
        remediation_reason: fields.optional(&REMEDIATION_REASON).map(|text| text.0),
        responders: fields.optional(&RESPONDERS).map_or_else(Vec::new, |map| map.0),
        relations: fields.optional(&RELATIONS).map_or_else(Vec::new, |map| map.0),
        sources: fields.optional(&SOURCES).map_or_else(Vec::new, |map| map.0),
        corrections: fields.list(&CORRECTIONS),
        allow: fields.optional(&ALLOW).map_or_else(Vec::new, |allow| allow.0),
        audience: fields.optional(&AUDIENCE).map(|line| line.0),
        body: body.map(|text| text.as_str().trim().to_owned()).or(yaml_body).unwrap_or_default(),
        links: String::new(),
        given: BTreeSet::new(),
        unread: BTreeSet::new(),
    }
}

fn lines(fields: &mut Fields<'_, '_, Clock>, field: &Field<Vec<Line>>) -> Vec<String> {
    fields.list(field).into_iter().map(|line| line.0).collect()
}

/// The only version of the format there is.
fn version(fields: &mut Fields<'_, '_, Clock>) {
    let Some(node) = fields.raw(&MINUTEBOOK) else { return };
    if node.as_text().is_none_or(|text| text.as_str() != "1") {
        let message = "the record asks for a version of the format that is not known";
        let fault = Diagnostic::error("unknown-version", node.span.clone(), message);
        fields.reader.note(fault.with_help("write `minutebook: 1`, or use a newer program"));
    }
}

/// `id:` may repeat the file's stem, never differ.
fn same_id(fields: &mut Fields<'_, '_, Clock>, id: &str) {
    let Some(node) = fields.raw(&ID) else { return };
    if node.as_text().is_none_or(|text| text.as_str().trim() != id) {
        let message = format!("the id differs from the file's name, `{id}`");
        let fault = Diagnostic::error("id-differs-from-file", node.span.clone(), message);
        fields.reader.note(fault.with_help("leave `id` out, or rename the file; an old id belongs under `aliases`"));
    }
}

/// The milestones of the timestamps and of the entries; one in both places is a fault.
fn milestones(
    stamps: Vec<(Milestone, Mark)>,
    timeline: &[Entry],
    fields: &mut Fields<'_, '_, Clock>,
) -> BTreeMap<Milestone, Mark> {
    let mut marks: BTreeMap<_, _> = stamps.into_iter().collect();
    for (index, entry) in timeline.iter().enumerate() {
        for milestone in &entry.milestones {
            let mark = Mark { time: entry.at, entry: Some(index), sources: Vec::new() };
            let Some(first) = marks.insert(*milestone, mark) else { continue };
            let name = milestone.as_str();
            let places = &fields.reader.context.places;
            let place = |time| {
                places.iter().find(|(id, _)| *id == time).map(|(_, place)| (place.path.clone(), place.span.clone()))
            };
            if let (Some((path, span)), Some((_, other))) = (place(entry.at), place(first.time)) {
                let message = format!("the milestone `{name}` is given twice");
                let fault = Diagnostic::error("milestone-given-twice", span, message)
                    .with_other(other, "first given here")
                    .with_help("keep it at the entry that is it");
                fields.reader.below(&path, |reader| reader.note(fault));
            }
            marks.insert(*milestone, first);
        }
    }
    marks
}
