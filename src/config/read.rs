//! Reads `minutebook.yaml` with the reader of records, so that its faults are told in the same way.

use super::{Component, Config, RuleLevel, Severity, site_address};
use crate::diag::Diagnostic;
use crate::model::words::{AccountOf, Word};
use crate::model::{Defaults, Duration, FromText, Zone};
use crate::source::decode::{Fields, Read, Reader};
use crate::source::field::{Field, Key, Kind, Shape};
use crate::source::shapes::{Line, Markdown, scalar};
use crate::source::{Node, SourceFile, Value};

/// Reads the config; what is faulty keeps its default.
#[must_use]
pub fn read(file: &SourceFile) -> (Config, Vec<Diagnostic>) {
    let (document, mut diagnostics) = file.parse();
    let mut reader = Reader::new(());
    let empty = matches!(document.root.value, Value::Null);
    let config = (!empty).then(|| reader.map(&document.root, FIELDS, from_fields)).flatten();
    diagnostics.extend(reader.finish().diagnostics);
    diagnostics.sort_by_key(|found| found.primary.span.start);
    (config.unwrap_or_default(), diagnostics)
}

/// The keys of `minutebook.yaml`.
pub const FIELDS: &[Key] = &[
    TITLE.key,
    SITE_DESCRIPTION.key,
    BASE_URL.key,
    TIMEZONE.key,
    ACCOUNT_OF.key,
    TIME.key,
    SEVERITIES.key,
    KINDS.key,
    TAGS.key,
    COMPONENTS.key,
    AUDIENCES.key,
    RULES.key,
];

const TITLE: Field<Line> = Field::new("title").doc("The title of the site.").example("Incidents at Example");
const SITE_DESCRIPTION: Field<Markdown> = Field::new("description")
    .doc("What the site is, in a sentence or two: below the title of the archive, and for search engines.")
    .example("Everything that went wrong at Example, and what we changed.");
const BASE_URL: Field<Address> = Field::new("base_url")
    .doc("Where the site will stand; feeds and the site map need it, links do not.")
    .example("https://example.com/incidents/");
const TIMEZONE: Field<Zone> =
    Field::new("timezone").doc("The zone of records that name none; `UTC` if left out.").example("Europe/Berlin");
const ACCOUNT_OF: Field<AccountOf> =
    Field::new("account_of").doc("Whose accounts the records are, where they say nothing.").example("outside");
const TIME: Field<Time> = Field::new("time").doc("How times are read.").example("{ about: 5m }");
const SEVERITIES: Field<Severities> = Field::new("severities")
    .doc("The scale of severities, worst first: words, or a map from words to what readers see.")
    .example("{ sev1: Critical, sev2: Major }");
const KINDS: Field<Vec<Line>> =
    Field::new("kinds").doc("The kinds a record may be of; any if left out.").example("[availability, security]");
const TAGS: Field<Vec<Line>> =
    Field::new("tags").doc("The tags a record may have; any if left out.").example("[deploy, database]");
const COMPONENTS: Field<Components> = Field::new("components")
    .doc("The components a record may name; any if left out.")
    .example("{ checkout: { name: Checkout, parent: shop } }");
const AUDIENCES: Field<Audiences> =
    Field::new("audiences").doc("Who may read, innermost first.").example("[internal, public]");
const RULES: Field<Levels> =
    Field::new("rules").doc("Levels of rules: `allow`, `warn` or `deny`.").example("{ unsourced-entry: deny }");

fn from_fields(fields: &mut Fields<'_, '_, ()>) -> Config {
    let usual = Config::default();
    let timezone = fields.optional(&TIMEZONE).map_or(usual.defaults.timezone, |zone| zone.0);
    let account_of = fields.optional(&ACCOUNT_OF).unwrap_or(usual.defaults.account_of);
    let about_seconds = fields.optional(&TIME).and_then(|time| time.0).unwrap_or(usual.defaults.about_seconds);
    let lines = |list: Vec<Line>| list.into_iter().map(|line| line.0).collect::<Vec<_>>();
    Config {
        title: fields.optional(&TITLE).map_or(usual.title, |line| line.0),
        description: fields.optional(&SITE_DESCRIPTION).map(|text| text.0),
        base_url: fields.optional(&BASE_URL).map(|address| address.0),
        defaults: Defaults { timezone, account_of, about_seconds },
        severities: fields.optional(&SEVERITIES).map_or(usual.severities, |list| list.0),
        kinds: lines(fields.list(&KINDS)),
        tags: lines(fields.list(&TAGS)),
        components: fields.optional(&COMPONENTS).map_or_else(Vec::new, |list| list.0),
        audiences: fields.optional(&AUDIENCES).map_or(usual.audiences, |list| list.0),
        rules: fields.optional(&RULES).map_or_else(Default::default, |levels| levels.0.into_iter().collect()),
    }
}

/// How times are read: the half-width of `about`, in seconds.
struct Time(Option<i64>);

const TIME_FIELDS: &[Key] = &[ABOUT.key];
const ABOUT: Field<Line> = Field::new("about").doc("The half-width of `about`.").example("5m");

impl Shape for Time {
    const KIND: Kind = Kind::Map(TIME_FIELDS);
}

impl Read<()> for Time {
    fn read(node: &Node, reader: &mut Reader<()>) -> Option<Self> {
        reader.map(node, TIME_FIELDS, |fields| {
            let about = fields.raw(&ABOUT).and_then(|node| {
                fields.reader.below("about", |reader| {
                    let text = scalar(node, reader, "a length of time")?;
                    let about = Duration::from_text(text, reader)?;
                    let is_one = about.low_seconds() == about.high_seconds();
                    if !is_one || about.high_seconds().is_none() {
                        let fault = Diagnostic::error("wrong-type", text.span(), "`time.about` must be one length");
                        reader.note(fault.with_help("write one, such as `5m`"));
                    }
                    about.high_seconds().filter(|_| is_one)
                })
            });
            Self(about)
        })
    }
}

/// The scale, as a list of words or a map.
struct Severities(Vec<Severity>);

const SEVERITY: &[Key] = &[SEVERITY_NAME.key, DESCRIPTION.key];
const SEVERITY_NAME: Field<Line> = Field::new("name").doc("The word that readers see.").example("Critical");
const DESCRIPTION: Field<Markdown> =
    Field::new("description").doc("What makes an incident one of these.").example("Nobody can check out.");

impl Shape for Severities {
    const KIND: Kind = Kind::Either(&[Kind::List(&Kind::Line), Kind::Keyed(&Kind::Map(SEVERITY))]);
}

impl Read<()> for Severities {
    fn read(node: &Node, reader: &mut Reader<()>) -> Option<Self> {
        let scale = if let Value::Map(_) = node.value {
            reader.keyed(node, |id, node, reader| {
                if node.as_text().is_some() {
                    let name = Line::read(node, reader)?.0;
                    return Some(Severity { id: id.to_owned(), name, description: None });
                }
                reader.map(node, SEVERITY, |fields| Severity {
                    id: id.to_owned(),
                    name: fields.optional(&SEVERITY_NAME).map_or_else(|| id.to_owned(), |line| line.0),
                    description: fields.optional(&DESCRIPTION).map(|text| text.0),
                })
            })
        } else {
            let words = Vec::<Line>::read(node, reader)?;
            words.into_iter().map(|word| Severity { id: word.0.clone(), name: word.0, description: None }).collect()
        };
        if scale.is_empty() {
            nothing_in(node, reader);
        }
        (!scale.is_empty()).then_some(Self(scale))
    }
}

/// Notes a list in which at least one is needed.
fn nothing_in(node: &Node, reader: &mut Reader<()>) {
    let message = format!("`{}` is empty", reader.path());
    let fault = Diagnostic::error("wrong-type", node.span.clone(), message);
    reader.note(fault.with_help("name at least one, or leave the key out for the usual ones"));
}

/// Who may read, innermost first: at least one.
struct Audiences(Vec<String>);

impl Shape for Audiences {
    const KIND: Kind = Kind::List(&Kind::Line);
}

impl Read<()> for Audiences {
    fn read(node: &Node, reader: &mut Reader<()>) -> Option<Self> {
        let names: Vec<String> = Vec::<Line>::read(node, reader)?.into_iter().map(|line| line.0).collect();
        if names.is_empty() {
            nothing_in(node, reader);
        }
        (!names.is_empty()).then_some(Self(names))
    }
}

/// An address that a site can stand at, with a slash at its end.
struct Address(String);

impl Shape for Address {
    const KIND: Kind = Kind::Address;
}

impl Read<()> for Address {
    fn read(node: &Node, reader: &mut Reader<()>) -> Option<Self> {
        let text = scalar(node, reader, "an address")?.trim();
        let address = site_address(text.as_str()).map(Self);
        if address.is_none() {
            let message = format!("`{}` is no address that a site can stand at", text.as_str());
            let fault = Diagnostic::error("wrong-type", text.span(), message);
            reader.note(fault.with_help("write the whole of it, such as `https://example.com/incidents/`"));
        }
        address
    }
}

/// The components, as a list of words or a map.
struct Components(Vec<Component>);

const COMPONENT: &[Key] = &[COMPONENT_NAME.key, PARENT.key];
const COMPONENT_NAME: Field<Line> = Field::new("name").doc("The words that readers see.").example("Checkout");
const PARENT: Field<Line> = Field::new("parent").doc("The component that it is part of.").example("shop");

impl Shape for Components {
    const KIND: Kind = Kind::Either(&[Kind::List(&Kind::Line), Kind::Keyed(&Kind::Map(COMPONENT))]);
}

impl Read<()> for Components {
    fn read(node: &Node, reader: &mut Reader<()>) -> Option<Self> {
        if let Value::Map(_) = node.value {
            return Some(Self(reader.keyed(node, |id, node, reader| {
                if node.as_text().is_some() {
                    let name = Line::read(node, reader)?.0;
                    return Some(Component { id: id.to_owned(), name: Some(name), parent: None });
                }
                reader.map(node, COMPONENT, |fields| Component {
                    id: id.to_owned(),
                    name: fields.optional(&COMPONENT_NAME).map(|line| line.0),
                    parent: fields.optional(&PARENT).map(|line| line.0),
                })
            })));
        }
        let words = Vec::<Line>::read(node, reader)?;
        Some(Self(words.into_iter().map(|word| Component { id: word.0, name: None, parent: None }).collect()))
    }
}

impl Word for RuleLevel {
    const WORDS: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Allow, "allow", "the findings are not shown"),
        (Self::Warn, "warn", "each finding is a warning"),
        (Self::Deny, "deny", "each finding is an error"),
    ];
}

/// Levels of rules, by name.
struct Levels(Vec<(String, RuleLevel)>);

impl Shape for Levels {
    const KIND: Kind = Kind::Keyed(&<RuleLevel as Shape>::KIND);
}

impl Read<()> for Levels {
    fn read(node: &Node, reader: &mut Reader<()>) -> Option<Self> {
        Some(Self(reader.keyed(node, |rule, node, reader| Some((rule.to_owned(), RuleLevel::read(node, reader)?)))))
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::source::SourceFile;

    #[test]
    fn what_a_site_could_not_be_made_with_is_refused() {
        for (text, message) in [
            ("base_url: not a url\n", "`not a url` is no address that a site can stand at"),
            ("base_url: https:///\n", "`https:///` is no address that a site can stand at"),
            ("audiences: []\n", "`audiences` is empty"),
            ("severities: []\n", "`severities` is empty"),
            ("time: { about: 1m..3m }\n", "`time.about` must be one length"),
            ("colour: red\n", "unknown key `colour`"),
        ] {
            let (_, found) = read(&SourceFile::new("minutebook.yaml", text.as_bytes().to_vec()));
            assert_eq!(found.iter().map(|found| found.message.as_str()).collect::<Vec<_>>(), [message]);
        }
    }

    #[test]
    fn an_address_ends_in_a_slash() {
        let (config, found) = read(&SourceFile::new("minutebook.yaml", b"base_url: https://example.com/a\n".to_vec()));
        assert_eq!((config.base_url.as_deref(), found.len()), (Some("https://example.com/a/"), 0));
    }
}
