//! The record as JSON, with what its times and metrics come to.

use crate::export;
use crate::view::View;
use crate::view::page::{PageKind, per_incident};

pub(in crate::view) static PAGE: PageKind = PageKind {
    name: "record_json",
    paths: |index| per_incident(index, &PAGE, "record.json"),
    inputs: |index, key| index.with_record(key),
    view: |inputs| View::Text(export::json(inputs.subject())),
};
