//! Values that sources may dispute, and how each kind of value is written.

use super::Form;
use super::record::{Record, put};
use crate::model::number::Decimal;
use crate::model::time::Tick;
use crate::model::words::Word;
use crate::model::{Claim, Duration, Number};
use serde_json::{Map, Value, json};

/// A value that can be written.
pub(super) trait Written {
    /// The value in a form.
    fn written(&self, form: Form) -> Value;
}

impl Written for String {
    fn written(&self, _: Form) -> Value {
        json!(self)
    }
}

impl<W: Word> Written for W {
    fn written(&self, _: Form) -> Value {
        json!(self.as_str())
    }
}

impl Written for Number {
    fn written(&self, form: Form) -> Value {
        match form {
            Form::Text => json!(self.to_string()),
            Form::Resolved => {
                json!({"written": self.to_string(), "low": decimal(self.low()), "high": decimal(self.high())})
            }
        }
    }
}

impl Written for Duration {
    fn written(&self, form: Form) -> Value {
        match form {
            Form::Text => json!(self.to_string()),
            Form::Resolved => json!({
                "written": self.to_string(),
                "tick": tick(self.tick()),
                "low_seconds": self.low_seconds(),
                "high_seconds": self.high_seconds(),
            }),
        }
    }
}

impl Record<'_> {
    /// A value, and what each source says where they differ.
    pub(super) fn claim<T: Written>(&self, claim: Option<&Claim<T>>) -> Value {
        let Some(Claim { value, reports, sources }) = claim else { return Value::Null };
        let value = match value {
            Some(value) => value.written(self.form),
            // Nobody who may be named says anything.
            None if reports.is_empty() => return Value::Null,
            None => json!("disputed"),
        };
        if reports.is_empty() && sources.is_empty() {
            return value;
        }
        let reports: Map<String, Value> =
            reports.iter().map(|(source, value)| (source.clone(), value.written(self.form))).collect();
        let mut map = Map::new();
        put(&mut map, "value", value);
        put(&mut map, "reports", reports);
        put(&mut map, "sources", sources.clone());
        Value::Object(map)
    }
}

/// The word for a tick.
pub(super) fn tick(tick: Tick) -> &'static str {
    match tick {
        Tick::Second => "second",
        Tick::Minute => "minute",
        Tick::Day => "day",
        Tick::Month => "month",
        Tick::Year => "year",
    }
}

fn decimal(end: Option<Decimal>) -> Value {
    match end {
        None => Value::Null,
        Some(end) => end.to_count().map_or_else(|| json!(end.to_f64()), |count| json!(count)),
    }
}
