//! One entry of the timeline: its time, its text, its sources and its doubt.

use super::actors::SOURCES;
use super::claim::{Claim, lines};
use super::clock::{At, Clock, OfEntry};
use super::sources::{Allowance, Allowances};
use crate::diag::Diagnostic;
use crate::model::number::Number;
use crate::model::time::TimeId;
use crate::model::words::{EntryKind, Milestone, Word};
use crate::source::Node;
use crate::source::decode::{Read, Reader};
use crate::source::field::{Field, Key, Kind, Shape};
use crate::source::shapes::{Flag, Line, Markdown, scalar, unlisted};

/// One entry of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The name that ties and segments use.
    pub id: Option<String>,
    /// When it happened or began.
    pub at: TimeId,
    /// When it ended.
    pub until: Option<TimeId>,
    /// What happened, Markdown.
    pub text: String,
    /// Who did it, an actor's id.
    pub actor: Option<String>,
    /// What sort of entry.
    pub kind: Option<Claim<EntryKind>>,
    /// The milestones that this entry is.
    pub milestones: Vec<Milestone>,
    /// The component it is about.
    pub component: Option<String>,
    /// The value of the impact curve from here on.
    pub impact: Option<Claim<Number>>,
    /// Keys of sources.
    pub sources: Vec<String>,
    /// The address of the post that the entry is.
    pub post: Option<String>,
    /// When the team learned of it.
    pub known_at: Option<TimeId>,
    /// Entries that caused it, by id.
    pub causes: Vec<String>,
    /// One of the few that must stay visible when many are folded.
    pub key: bool,
    /// The outermost audience that may see it.
    pub audience: Option<String>,
    /// Rules that are silenced here.
    pub allow: Vec<Allowance>,
}

pub(in crate::model) const FIELDS: &[Key] = &[
    AT.key,
    UNTIL.key,
    TEXT.key,
    ACTOR.key,
    KIND.key,
    MILESTONE.key,
    COMPONENT.key,
    IMPACT.key,
    SOURCES.key,
    POST.key,
    KNOWN_AT.key,
    CAUSES.key,
    ID.key,
    KEY.key,
    AUDIENCE.key,
    ALLOW.key,
];

const AT: Field<At> = Field::new("at")
    .needed()
    .doc("When it happened or began. A clock time takes the day in force above it.")
    .example("14:06");
const UNTIL: Field<OfEntry> = Field::new("until").doc("When it ended.").example("14:20");
const TEXT: Field<Markdown> =
    Field::new("text").needed().doc("What happened.").example("The synthetic check pages the on-call.");
const ACTOR: Field<Line> = Field::new("actor").doc("Who did it, an id of `actors`.").example("platform");
const KIND: Field<Claim<EntryKind>> = Field::new("kind").doc("What sort of entry.").example("deploy");
const MILESTONE: Field<Vec<Milestone>> =
    Field::new("milestone").doc("The milestones that this entry is.").example("[mitigated, impact_end]");
const COMPONENT: Field<Line> = Field::new("component").doc("The component it is about.").example("checkout");
const IMPACT: Field<Claim<Number>> =
    Field::new("impact").doc("The value of the impact curve from here on.").example("85%");
const POST: Field<Line> = Field::new("post")
    .doc("The address of the post that the entry is.")
    .example("https://twitter.com/TwitterGov/status/926238960594178048");
const KNOWN_AT: Field<OfEntry> = Field::new("known_at").doc("When the team learned of it.").example("15:30");
const CAUSES: Field<Vec<Line>> = Field::new("causes").doc("Entries that caused it, by id.").example("[deploy]");
const ID: Field<Line> = Field::new("id").doc("The name that ties and segments use.").example("down");
const KEY: Field<Flag> =
    Field::new("key").doc("One of the few that stay visible when many are folded.").example("true");
pub(super) const AUDIENCE: Field<Line> =
    Field::new("audience").doc("The outermost audience that may see it; everybody if left out.").example("internal");
const ALLOW: Field<Allowances> = Field::new("allow")
    .doc("Rules that are silenced here, each with its reason.")
    .example("{ unsourced-entry: seen by the author }");

impl Shape for Entry {
    const KIND: Kind = Kind::Either(&[Kind::Line, Kind::Map(FIELDS)]);
}

impl Read<Clock> for Entry {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        reader.context.forget_last();
        reader.map(node, FIELDS, |fields| {
            let at = fields.required(&AT, "at-missing");
            let at_sources = fields.reader.context.take_cited();
            let entry = Self {
                until: fields.optional(&UNTIL).map(|time| time.0),
                text: fields.required(&TEXT, "entry-without-text").map(|text| text.0).unwrap_or_default(),
                actor: fields.optional(&ACTOR).map(|line| line.0),
                kind: fields.optional(&KIND),
                milestones: fields.list(&MILESTONE),
                component: fields.optional(&COMPONENT).map(|line| line.0),
                impact: fields.optional(&IMPACT),
                sources: lines(fields.optional(&SOURCES)),
                post: fields.optional(&POST).map(|line| line.0),
                known_at: fields.optional(&KNOWN_AT).map(|time| time.0),
                causes: lines(fields.optional(&CAUSES)),
                id: None,
                key: fields.optional(&KEY).is_some_and(|flag| flag.0),
                audience: fields.optional(&AUDIENCE).map(|line| line.0),
                allow: fields.optional(&ALLOW).map_or_else(Vec::new, |allow| allow.0),
                at: at.map_or_else(|| fields.reader.context.builder.unread(""), |at| at.0),
            };
            let id = fields
                .raw(&ID)
                .and_then(|node| fields.reader.below("id", |reader| read_id(node, &entry.milestones, reader)));
            Some(Self { id, ..entry }.named(at_sources, fields.reader))
        })?
    }
}

/// The entries of a record: more than this is no timeline that anybody reads.
pub const MOST_ENTRIES: usize = 5_000;

/// The entries of a record, in the writer's order.
pub(in crate::model) struct Timeline(pub(in crate::model) Vec<Entry>);

impl Shape for Timeline {
    const KIND: Kind = Kind::List(&<Entry as Shape>::KIND);
}

impl Read<Clock> for Timeline {
    fn read(node: &Node, reader: &mut Reader<Clock>) -> Option<Self> {
        if node.as_text().is_some() {
            unlisted(node, reader);
            return None;
        }
        if let Some(first_too_many) = node.as_list().and_then(|items| items.get(MOST_ENTRIES)) {
            let message = "the timeline has more than 5 000 entries";
            let fault = Diagnostic::error("too-many-entries", first_too_many.span.clone(), message);
            reader.note(fault.with_help("keep what a reader needs; a log belongs beside the record, as a source"));
            return None;
        }
        Vec::read(node, reader).map(Self)
    }
}

impl Entry {
    /// Puts the entry's names on the clock, and the sources of its time with its own.
    fn named(mut self, at_sources: Vec<String>, reader: &mut Reader<Clock>) -> Self {
        let builder = &mut reader.context.builder;
        for name in self.id.iter().map(String::as_str).chain(self.milestones.iter().map(|m| m.as_str())) {
            builder.name(name, self.at);
        }
        let new: Vec<String> = at_sources.into_iter().filter(|key| !self.sources.contains(key)).collect();
        self.sources.extend(new);
        self
    }
}

/// An id that is a name, not taken, and no milestone that the entry is not.
fn read_id(node: &Node, milestones: &[Milestone], reader: &mut Reader<Clock>) -> Option<String> {
    let text = scalar(node, reader, "a name")?.trim();
    let id = text.as_str();
    let mut fault = |rule, message: String, help: &str| {
        reader.note(Diagnostic::error(rule, text.span(), message).with_help(help));
        None
    };
    if let Some(milestone) = Milestone::of(id).filter(|milestone| !milestones.contains(milestone)) {
        let message = format!("the id `{id}` is the name of a milestone that this entry is not");
        return fault(
            "id-is-milestone",
            message,
            &format!("add `milestone: {}`, or choose another id", milestone.as_str()),
        );
    }
    if !is_name(id) || RESERVED.contains(&id) {
        let help = "write a lower-case letter, then letters, digits, `_` or `-`, 64 at most; \
                    not `about`, `before`, `by`, `after`, `unknown`, `disputed` or `none`";
        return fault("bad-id", format!("`{id}` is no name that a time can be tied to"), help);
    }
    if let Some(first) = reader.context.ids.get(id).cloned() {
        let fault = Diagnostic::error("id-given-twice", text.span(), format!("the id `{id}` is given twice"));
        reader.note(fault.with_other(first, "first given here").with_help("choose another id for one of them"));
        return None;
    }
    reader.context.ids.insert(id.to_owned(), text.span());
    Some(id.to_owned())
}

/// Words that mean something in a time, so that no entry can be called so.
const RESERVED: [&str; 7] = ["about", "before", "by", "after", "unknown", "disputed", "none"];

fn is_name(id: &str) -> bool {
    let rest = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '-';
    id.len() <= 64 && id.starts_with(|c: char| c.is_ascii_lowercase()) && id.chars().all(rest)
}
