//! The record written anew, in its long form, as its readers may see it.

use crate::export;
use crate::view::View;
use crate::view::page::{PageKind, per_incident};

pub(in crate::view) static PAGE: PageKind = PageKind {
    name: "record_yaml",
    paths: |index| per_incident(index, &PAGE, "record.yaml"),
    inputs: |index, key| index.with_record(key),
    view: |inputs| View::Text(export::yaml(inputs.subject())),
};
