//! Looks up where findings are: the file is parsed again, and each field's path leads to its bytes.

use super::finding::{Finding, Found, Part};
use crate::diag::{Diagnostic, Span};
use crate::model::forms::expand;
use crate::source::{Document, Node, Text, Value, parse};

/// The findings of one file, at their bytes.
pub(super) fn locate(path: &str, text: &str, found: Vec<Found>) -> Vec<Diagnostic> {
    let (mut document, _) = parse(path, text);
    let expanded = expand(&mut document).0;
    let file = File { document: &document, root: &expanded.root, body: expanded.body.as_ref() };
    found.into_iter().map(|found| file.diagnostic(found)).collect()
}

/// Where fields of one file begin: at their keys where they have one; nowhere if they are not there.
pub(super) fn place(path: &str, text: &str, fields: &[Option<String>]) -> Vec<Option<usize>> {
    let (mut document, _) = parse(path, text);
    let root = expand(&mut document).0.root;
    let find = |field: &String| {
        let key = root.key_at(field).map(|key| key.text.span());
        let span = key.unwrap_or_else(|| root.nearest(field).span.clone());
        (span != root.span).then_some(span.start)
    };
    fields.iter().map(|field| field.as_ref().and_then(find)).collect()
}

/// One file, parsed again.
struct File<'a> {
    document: &'a Document,
    root: &'a Node,
    body: Option<&'a Text>,
}

impl File<'_> {
    fn diagnostic(&self, Found { rule, finding }: Found) -> Diagnostic {
        let mut made = Diagnostic::error(rule.name, self.span(&finding), finding.message);
        made.level = finding.level.unwrap_or(rule.level);
        made.field = finding.path;
        made.primary.text = finding.label;
        made.help = finding.help;
        made.note = finding.note;
        for (path, label) in finding.others {
            made = made.with_other(narrow(self.document, self.root.nearest(&path)), label);
        }
        made
    }

    fn span(&self, finding: &Finding) -> Span {
        let node = self.root.nearest(&finding.path);
        match &finding.part {
            Part::Value => narrow(self.document, node),
            Part::Key => {
                let key = self.root.key_at(&finding.path).map(|key| key.text.span());
                key.unwrap_or_else(|| narrow(self.document, node))
            }
            Part::Range(part) => {
                let body = self.body.filter(|_| finding.path == "body");
                let Some(text) = body.or_else(|| node.as_text()) else { return narrow(self.document, node) };
                let before = text.as_str().len() - text.as_str().trim_start().len();
                text.span_of(before + part.start..before + part.end)
            }
        }
    }
}

/// The whole node if it stands on one line; else its first key, or its first line.
fn narrow(document: &Document, node: &Node) -> Span {
    let written = document.text.get(node.span.clone()).unwrap_or_default();
    if !written.trim_end().contains('\n') {
        return node.span.clone();
    }
    match &node.value {
        Value::Map(map) => map.pairs.first().map_or_else(|| node.span.clone(), |pair| pair.key.text.span()),
        Value::List(items) => items.first().map_or_else(|| node.span.clone(), |item| narrow(document, item)),
        Value::Null | Value::Scalar(_) => {
            let line = written.find('\n').unwrap_or(written.len());
            node.span.start..node.span.start + line
        }
    }
}
