//! The JSON Schema of a record, 2020-12, from the declarations of its keys: what an editor needs to complete and to
//! underline. It tells the shape of a record; what its status asks for, and whether it makes sense, is told by `check`.

use crate::model::incident::FIELDS;
use crate::model::record::MAPS;
use crate::source::field::{Key, Kind};
use serde_json::{Map, Value, json};

/// What the schema of a text or value is called in it.
const LINE: &str = "line";
const MARKDOWN: &str = "markdown";
const NAME: &str = "name";
const TIME: &str = "time";
const NUMBER: &str = "number";
const COUNT: &str = "count";
const DURATION: &str = "duration";

/// The schema, as text.
#[must_use]
pub fn schema() -> String {
    let mut root = map(FIELDS);
    let head = [
        ("$schema", "https://json-schema.org/draft/2020-12/schema"),
        ("title", "Incident record of Minutebook"),
        ("description", "The keys of a `.yaml` record, and of the front matter of a `.md` record."),
    ];
    let mut schema = Map::new();
    schema.extend(head.map(|(key, text)| (key.to_owned(), text.into())));
    schema.append(&mut root);
    // What every status asks for.
    schema.insert("required".to_owned(), json!(["title", "status"]));
    schema.insert("$defs".to_owned(), definitions());
    format!("{:#}\n", Value::Object(schema))
}

/// What many keys take, and the maps that have a name. The patterns catch what cannot be meant, no more.
fn definitions() -> Value {
    let value = |words: &[&str], others: &str, description: &str| {
        let pattern = format!(r"^\s*({}|({}){others})\s*$", in_any_case(&["unknown"]), in_any_case(words));
        json!({ "type": ["string", "number"], "pattern": pattern, "description": description })
    };
    let bounds = &["about", "over", "under", "at least", "at most"];
    let mut definitions = Map::new();
    definitions.extend(
        [
            (LINE, text(r"^\s*\S[^\n]*\s*$")),
            (MARKDOWN, text(r"\S")),
            (NAME, text(r"^\s*[a-z][a-z0-9_-]*\s*$")),
            (TIME, value(
                &["about", "before", "by", "after"],
                r"\s.+|[0-9]{1,4}[-:T0-9 ].*|[12][0-9]{3}|[a-z][a-z0-9_-]*(\s+[+-].*|\.\.[a-z].*)",
                "A time: `2026-11-23 14:02`, `14:02`, `about 14:02`, `14:00..14:10`, `before 14:10`, `down +11m`, `unknown`.",
            )),
            (NUMBER, value(
                bounds,
                r"\s.+|-?[0-9].*",
                "A number: `41.7M`, `over 5M`, `40%..60%`, `about 8.5M`, `unknown`.",
            )),
            (COUNT, value(
                bounds,
                r"\s[^%]+|[0-9][^%]*",
                "A number of things: `41.7M`, `954`, `about 80_000`, `unknown`.",
            )),
            (DURATION, value(
                bounds,
                r"\s.+|[0-9].*|P.+",
                "A length of time: `11m`, `24h 11m`, `about 45m`, `1h..2h`, `unknown`.",
            )),
        ]
        .map(|(name, schema)| (name.to_owned(), schema)),
    );
    definitions.extend(MAPS.iter().map(|(path, keys)| (definition(path), Value::Object(map(keys)))));
    Value::Object(definitions)
}

/// Any of these words, in any case: a pattern has no flag for that.
fn in_any_case(words: &[&str]) -> String {
    let letter = |c: char| if c == ' ' { c.to_string() } else { format!("[{}{c}]", c.to_ascii_uppercase()) };
    words.iter().map(|word| word.chars().map(letter).collect::<String>()).collect::<Vec<_>>().join("|")
}

/// What a map is called among the definitions: its path, without the parts that stand for a name or a place.
fn definition(path: &str) -> String {
    path.replace("[]", "").replace(".ID", "").replace(".KEY", "")
}

/// A map with these keys.
fn map(keys: &[Key]) -> Map<String, Value> {
    let properties: Map<String, Value> = keys.iter().map(|key| (key.name.to_owned(), property(key))).collect();
    let needed: Vec<&str> = keys.iter().filter(|key| key.needed).map(|key| key.name).collect();
    let mut schema = Map::new();
    schema.insert("type".to_owned(), "object".into());
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("additionalProperties".to_owned(), false.into());
    if !needed.is_empty() {
        schema.insert("required".to_owned(), needed.into());
    }
    schema
}

fn property(key: &Key) -> Value {
    let example: Value = serde_yaml::from_str(key.example).unwrap_or_else(|_| key.example.into());
    let mut schema = Map::new();
    schema.insert("description".to_owned(), key.doc.into());
    schema.insert("examples".to_owned(), json!([example]));
    // A key with nothing behind it is left out.
    let kind = if key.needed { of(&key.kind) } else { or_nothing(of(&key.kind)) };
    match kind {
        Value::Object(kind) => schema.extend(kind),
        Value::Bool(_) | Value::Null | Value::Number(_) | Value::String(_) | Value::Array(_) => {}
    }
    Value::Object(schema)
}

/// Text; what looks like a number or a flag to YAML is text all the same.
fn text(pattern: &str) -> Value {
    json!({ "type": ["string", "number", "boolean"], "pattern": pattern })
}

fn defined(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// What may stand behind a key.
fn of(kind: &Kind) -> Value {
    match kind {
        Kind::Line | Kind::Address => defined(LINE),
        Kind::Markdown => defined(MARKDOWN),
        Kind::Name => defined(NAME),
        Kind::Time => defined(TIME),
        Kind::Number => defined(NUMBER),
        Kind::Count => defined(COUNT),
        Kind::Duration => defined(DURATION),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Kind::Words(words) => {
            let words = words().into_iter().map(|(word, meaning)| json!({ "const": word, "description": meaning }));
            json!({ "oneOf": words.collect::<Vec<_>>() })
        }
        Kind::Any => Value::Bool(true),
        Kind::List(item) => any(&[of(item), json!({ "type": "array", "items": item_of(item) })]),
        Kind::Map(keys) => match MAPS.iter().find(|(_, named)| std::ptr::eq(*named, *keys)) {
            Some((path, _)) => defined(&definition(path)),
            None => Value::Object(map(keys)),
        },
        Kind::Keyed(value) => json!({ "type": "object", "additionalProperties": of(value) }),
        Kind::Claim(value) => any(&[of(value), claim(&of(value))]),
        Kind::Either(kinds) => any(&kinds.iter().map(of).collect::<Vec<_>>()),
    }
}

/// What may stand in a list. YAML takes a line with a `: ` for a map, and such a line is read all the same.
fn item_of(kind: &Kind) -> Value {
    let Kind::Either([Kind::Line, Kind::Map(keys)]) = kind else { return of(kind) };
    let names: Vec<&str> = keys.iter().map(|key| key.name).collect();
    let mut line = json!({ "type": "object", "minProperties": 1, "propertyNames": { "not": { "enum": names } } });
    if names.contains(&"at") {
        // An entry begins with a time, which is no word, unless it is `unknown`.
        let word = json!({ "pattern": "^[A-Za-z_]*$", "not": { "const": "unknown" } });
        line["not"] = json!({ "propertyNames": word });
    } else {
        line["maxProperties"] = 1.into();
    }
    any(&[of(kind), line])
}

/// The same, or nothing at all.
fn or_nothing(mut schema: Value) -> Value {
    if schema == Value::Bool(true) {
        return schema;
    }
    let nothing = json!({ "type": "null" });
    match schema.get_mut("anyOf") {
        Some(Value::Array(kinds)) => {
            kinds.push(nothing);
            schema
        }
        _ => any(&[schema, nothing]),
    }
}

fn any(schemas: &[Value]) -> Value {
    json!({ "anyOf": schemas })
}

/// What the record holds to be so, beside what each source says.
fn claim(value: &Value) -> Value {
    json!({
        "type": "object",
        "properties": {
            "value": any(&[value.clone(), json!({ "const": "disputed" })]),
            "reports": { "type": ["object", "null"], "additionalProperties": value },
            "sources": or_nothing(of(&Kind::List(&Kind::Line))),
        },
        "required": ["value"],
        "additionalProperties": false,
    })
}
