//! The tree that a YAML file becomes: plain nodes, each with its bytes. Anchors, tags and aliases do not exist here;
//! the parser has refused them.

use super::Text;
use crate::diag::Span;

/// One parsed file: what its YAML says, and the Markdown below the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The whole file as it was read; every span is in bytes of it.
    pub text: String,
    /// The root of the YAML: a map, or `Null` where the file has none.
    pub root: Node,
    /// The Markdown below the front matter of a `.md` file; `None` in a `.yaml` file.
    pub body: Option<Text>,
    /// The YAML could not be read to its end: the root says nothing, and what is missing from it is no fault.
    pub broken: bool,
}

/// A value and the bytes it was written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// From its first character to its last, quotes and brackets included, trailing space and comments not.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing written (`key:`), or `~`.
    Null,
    /// A piece of text. What it means (a number, a time) is decided by who asks.
    Scalar(Scalar),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping, in the order it was written.
    Map(Map),
}

/// A piece of text and how it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// What it says.
    pub text: Text,
    /// How it was written.
    pub style: Style,
}

/// How a scalar was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Bare.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// After `|` or `>`.
    Block,
}

/// A mapping; equal keys have been refused, the first one stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// The pairs in the order they were written.
    pub pairs: Vec<Pair>,
    /// Written in braces.
    pub flow: bool,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The key.
    pub key: Scalar,
    /// The value.
    pub value: Node,
}

impl Document {
    /// A file of which nothing is known but its text.
    #[must_use]
    pub fn broken(text: &str) -> Self {
        Self { text: text.to_owned(), root: Node::null(0), body: None, broken: true }
    }
}

impl Map {
    /// The value of a key.
    #[must_use]
    pub fn find(&self, key: &str) -> Option<&Node> {
        self.pairs.iter().find(|p| p.key.text.as_str() == key).map(|p| &p.value)
    }
}

impl Node {
    /// Nothing, at a place.
    #[must_use]
    pub fn null(at: usize) -> Self {
        Self { span: at..at, value: Value::Null }
    }

    /// A plain scalar made of text, as the short forms are rewritten into.
    #[must_use]
    pub fn scalar(text: Text) -> Self {
        Self { span: text.span(), value: Value::Scalar(Scalar { text, style: Style::Plain }) }
    }

    /// The text, if it is a scalar.
    #[must_use]
    pub fn as_text(&self) -> Option<&Text> {
        match &self.value {
            Value::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// The map, if it is one.
    #[must_use]
    pub fn as_map(&self) -> Option<&Map> {
        match &self.value {
            Value::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The items, if it is a list.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Node]> {
        match &self.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    /// The node at a field path such as `timeline[2].at`, or the deepest one above it that exists.
    #[must_use]
    pub fn nearest(&self, path: &str) -> &Self {
        self.descend(path).0
    }

    /// The key that a field path ends in, if it is written there.
    #[must_use]
    pub fn key_at(&self, path: &str) -> Option<&Scalar> {
        let (_, key, rest) = self.descend(path);
        key.filter(|_| rest.is_empty())
    }

    /// Follows a path as far as it goes: the node, the key that led to it, and the rest of the path.
    ///
    /// A key may hold dots itself, as those of sources do; the longest key that fits is taken.
    fn descend<'p>(&self, path: &'p str) -> (&Self, Option<&Scalar>, &'p str) {
        let (mut node, mut key, mut rest) = (self, None, path);
        while !rest.is_empty() {
            let next = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
                Some((index, rest)) => node.item(index).map(|item| (item, None, rest)),
                None => node.pair(rest.strip_prefix('.').unwrap_or(rest)),
            };
            match next {
                Some(next) => (node, key, rest) = next,
                None => break,
            }
        }
        (node, key, rest)
    }

    fn item(&self, index: &str) -> Option<&Self> {
        self.as_list()?.get(index.parse::<usize>().ok()?)
    }

    fn pair<'p>(&self, path: &'p str) -> Option<(&Self, Option<&Scalar>, &'p str)> {
        let fitting = self.as_map()?.pairs.iter().filter_map(|pair| {
            let rest = path.strip_prefix(pair.key.text.as_str())?;
            (rest.is_empty() || rest.starts_with(['.', '['])).then_some((&pair.value, Some(&pair.key), rest))
        });
        fitting.min_by_key(|(.., rest)| rest.len())
    }
}

#[cfg(test)]
mod tests {
    use crate::source::parse;

    #[test]
    fn a_path_leads_to_a_value_and_its_key() {
        let text = "sources:\n  nyt: one\n  nyt.2: two\ntimeline:\n- at: three\n- four\n";
        let root = parse("a.yaml", text).0.root;
        let check = |path: &str, value: &str, key: Option<&str>| {
            assert_eq!(&text[root.nearest(path).span.clone()], value, "{path}");
            assert_eq!(root.key_at(path).map(|key| key.text.as_str()), key, "{path}");
        };
        check("sources.nyt", "one", Some("nyt"));
        check("sources.nyt.2", "two", Some("nyt.2"));
        check("sources.nyt.3", "one", None);
        check("timeline[0].at", "three", Some("at"));
        check("timeline[1]", "four", None);
        check("timeline[1].sources[0]", "four", None);
        check("timeline[7].at", "- at: three\n- four", None);
    }
}
