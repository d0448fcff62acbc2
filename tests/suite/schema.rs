//! The JSON Schema holds for every record of the showcase, and tells the faults of shape that the rules tell.

use boon::{Compiler, SchemaIndex, Schemas};
use minutebook::check::{Check, Example, RULES};
use minutebook::{export, source};
use serde_json::Value;
use std::path::Path;

struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn new() -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("record.json", serde_json::from_str(&export::schema()).unwrap()).unwrap();
        let index = compiler.compile("record.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    /// Why a record does not satisfy the schema, if it does not.
    fn fault(&self, record: &Value) -> Option<String> {
        self.schemas.validate(record, self.index).err().map(|error| format!("{error:#}"))
    }
}

/// What the YAML of a file says to other readers; `None` where it is none.
fn yaml(text: &str) -> Option<Value> {
    let front = || text.strip_prefix("---\n")?.split("\n---\n").next();
    let text = if text.starts_with("---\n") { front()? } else { text };
    serde_yaml::from_str(text).ok()
}

#[test]
fn every_record_of_the_showcase_satisfies_the_schema() {
    let schema = Schema::new();
    let records = source::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap().records;
    assert!(records.len() >= 14);
    for file in records {
        let record = yaml(&file.text).expect("a record is YAML");
        assert_eq!(schema.fault(&record), None, "{}", file.path);
    }
}

#[test]
fn each_good_example_satisfies_the_schema() {
    let schema = Schema::new();
    for rule in RULES {
        let Example::Yaml(text) = rule.good else { continue };
        let record = yaml(text).expect("a good example is YAML");
        assert_eq!(schema.fault(&record), None, "`{}`", rule.name);
    }
}

#[test]
fn what_every_status_asks_for_is_required() {
    let schema = Schema::new();
    let is_fault = |text: &str| schema.fault(&yaml(text).unwrap()).is_some();
    assert!(is_fault("status: triage\n") && is_fault("title: A\n"));
    assert!(!is_fault("title: A\nstatus: triage\n"));
}

/// The rules about the shape of a record, not about what it says.
const SHAPE: &[&str] = &[
    "at-missing",
    "key-missing",
    "merge-key",
    "not-a-map",
    "number-not-understood",
    "percent-not-allowed",
    "unknown-key",
    "unknown-value",
    "value-missing",
    "wrong-type",
];

#[test]
fn each_fault_of_shape_is_a_fault_to_the_schema() {
    let schema = Schema::new();
    let is_fault = |text: &str| yaml(text).is_some_and(|record| schema.fault(&record).is_some());
    let reading = RULES.iter().filter(|rule| matches!(rule.check, Check::Reading));
    let told = reading.filter(|rule| matches!(rule.bad, Example::Yaml(text) if is_fault(text)));
    let told: Vec<&str> = told.map(|rule| rule.name).collect();
    assert_eq!(told, SHAPE);
}

const HEAD: &str = "title: T\nstatus: active\nseverity: sev2\n";

#[test]
fn what_reads_without_a_fault_satisfies_the_schema() {
    let schema = Schema::new();
    for lines in [
        "summary:\nimpact:\ntimeline:\ntags:\nremediation:\nsources:\n",
        "impact: { description: , segments: , sources: }\n",
        "timeline:\n- 2026-11-02 14:02 Deploy: halves\n",
        "timeline:\n- 2026-11-02 14:02 Deploy: halves\n  the pool: twice\n",
        "timeline:\n- 2026-11-02 14:02 Deploy:\n",
        "timeline:\n- unknown: Somebody deploys.\n",
        "contributing_factors:\n- process: Sizes are not reviewed.\n",
        "contributing_factors:\n- The rule was old: nobody knew it.\n",
        "remediation:\n- Alert on the pool: at 80 per cent\n",
        "timestamps: { impact_start: UNKNOWN, detected: ABOUT 2026-11-02 14:02, resolved: By 2026-11-03 }\n",
        "impact: { stated_duration: OVER 11m, measures: [{ name: A, value: OVER 41M }, { name: B, value: At Least 5% }] }\n",
        "impact: { stated_duration: Unknown, segments: [{ from: 2026-11-02, to: 2026-11-03, accounts: ABOUT 12k }] }\n",
        "kind: { value: availability, reports: , sources: }\n",
    ] {
        let text = format!("{HEAD}{lines}");
        let file = source::SourceFile::new("incidents/t.yaml", text.clone().into_bytes());
        let read = minutebook::model::read(&file, &minutebook::model::Defaults::default());
        assert_eq!(read.diagnostics, [], "{text}");
        assert_eq!(schema.fault(&yaml(&text).expect("it is YAML")), None, "{text}");
    }
}

#[test]
fn what_cannot_be_meant_does_not_satisfy_the_schema() {
    let schema = Schema::new();
    for lines in [
        "timeline:\n- { att: 2026-11-02 14:02, txt: A }\n",
        "timeline:\n- { at: 2026-11-02 14:02, te-xt: A }\n",
        "timeline:\n- {}\n",
        "contributing_factors:\n- { statement: A, categry: process }\n",
        "timestamps: { impact_start: }\ntimeline:\n- at:\n  text: A\n",
        "timestamps: { impact_start: UNKNOWNS }\n",
    ] {
        let text = format!("{HEAD}{lines}");
        assert!(schema.fault(&yaml(&text).expect("it is YAML")).is_some(), "{text}");
    }
}
