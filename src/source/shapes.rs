//! The plain shapes that any file uses: lines, Markdown, flags, words of a list. What a time or a number is belongs
//! to whoever reads records.

use super::Text;
use super::decode::{Read, Reader};
use super::field::{Kind, Shape};
use super::tree::{Node, Value};
use crate::diag::Diagnostic;
use crate::diag::nearest;

/// Text without a line break.
pub struct Line(pub String);

/// Text of any length.
pub struct Markdown(pub String);

/// `true` or `false`.
pub struct Flag(pub bool);

/// Anything at all: looked at by nobody.
pub struct Anything;

impl Shape for Line {
    const KIND: Kind = Kind::Line;
}

impl<C> Read<C> for Line {
    fn read(node: &Node, reader: &mut Reader<C>) -> Option<Self> {
        let text = scalar(node, reader, "text")?.trim();
        if text.as_str().contains('\n') {
            let message = format!("`{}` must be one line", reader.path());
            reader
                .note(Diagnostic::error("wrong-type", text.span(), message).with_help("write it without line breaks"));
            return None;
        }
        Some(Self(text.as_str().to_owned()))
    }
}

impl Shape for Markdown {
    const KIND: Kind = Kind::Markdown;
}

impl<C> Read<C> for Markdown {
    fn read(node: &Node, reader: &mut Reader<C>) -> Option<Self> {
        scalar(node, reader, "text").map(|text| Self(text.as_str().trim().to_owned()))
    }
}

impl Shape for Flag {
    const KIND: Kind = Kind::Flag;
}

impl<C> Read<C> for Flag {
    fn read(node: &Node, reader: &mut Reader<C>) -> Option<Self> {
        let text = scalar(node, reader, "`true` or `false`")?;
        match text.as_str() {
            "true" => Some(Self(true)),
            "false" => Some(Self(false)),
            other => {
                let message = format!("`{}` cannot be `{other}`", reader.path());
                let fault = Diagnostic::error("wrong-type", text.span(), message);
                reader.note(fault.with_help("write `true` or `false`"));
                None
            }
        }
    }
}

impl Shape for Anything {
    const KIND: Kind = Kind::Any;
}

impl<C> Read<C> for Anything {
    fn read(_: &Node, _: &mut Reader<C>) -> Option<Self> {
        Some(Self)
    }
}

/// The text of a scalar that is not empty; anything else is noted as not being `wanted`.
pub fn scalar<'n, C>(node: &'n Node, reader: &mut Reader<C>, wanted: &str) -> Option<&'n Text> {
    match &node.value {
        Value::Scalar(scalar) if !scalar.text.as_str().trim().is_empty() => Some(&scalar.text),
        Value::Scalar(_) => {
            let message = format!("`{}` is empty", reader.path());
            reader.note(
                Diagnostic::error("wrong-type", node.span.clone(), message)
                    .with_help("write something, or leave the key out"),
            );
            None
        }
        _ => {
            reader.wrong_type(node, wanted);
            None
        }
    }
}

/// Notes that text stands where a list is asked for; what it says is not looked at.
pub fn unlisted<C>(node: &Node, reader: &mut Reader<C>) {
    let Some(text) = scalar(node, reader, "a list") else { return };
    let line = text.as_str().trim().lines().next().unwrap_or_default().trim_start_matches("- ");
    let message = format!("`{}` must be a list, not text", reader.path());
    let fault = Diagnostic::error("wrong-type", node.span.clone(), message).with_label("this is text");
    reader.note(fault.with_help(format!("write a list: `- {line}`")));
}

/// Notes a word that is not in its list, with the nearest that is.
pub fn unknown_word<'a, C>(text: &Text, known: impl Iterator<Item = &'a str> + Clone, reader: &mut Reader<C>) {
    let word = text.as_str().trim();
    let fault =
        Diagnostic::error("unknown-value", text.trim().span(), format!("`{}` cannot be `{word}`", reader.path()));
    let help = match nearest(word, known.clone()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("one of {}", known.map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ")),
    };
    reader.note(fault.with_help(help));
}
