//! Reads declared fields off a tree. Never stops at a fault: each is noted at its place, and reading goes on.

use super::covers;
use super::field::{Field, Key, Kind, Shape};
use super::tree::{Map, Node, Value};
use crate::diag::nearest;
use crate::diag::{Diagnostic, Span};
use std::collections::BTreeSet;

/// A value that can be read off a node; `C` is what a reading collects on the way.
pub trait Read<C>: Shape + Sized {
    /// Reads the value. Gives `None` after noting a fault.
    fn read(node: &Node, reader: &mut Reader<C>) -> Option<Self>;
}

/// One reading of one file: where it stands, and what it found wrong.
pub struct Reader<C> {
    /// What this reading collects beside the value itself.
    pub context: C,
    /// Every path outside of lists that the file gives, such as `impact.description`.
    given: BTreeSet<String>,
    /// Paths already told to be faulty: what stands there is read if it can be, and nothing more is said about it.
    pub faulty: BTreeSet<String>,
    /// Keys that misspelt ones stand for.
    meant: BTreeSet<String>,
    diagnostics: Vec<Diagnostic>,
    path: String,
}

/// What came of a reading.
pub struct Done<C> {
    /// What was collected on the way.
    pub context: C,
    /// Every path outside of lists that the file gives.
    pub given: BTreeSet<String>,
    /// Paths of keys that the file gives under a misspelt name: what they hold was not read.
    pub meant: BTreeSet<String>,
    /// The faults, in the order in which they were found.
    pub diagnostics: Vec<Diagnostic>,
}

impl<C> Reader<C> {
    /// A reading at the root of a file.
    pub fn new(context: C) -> Self {
        let (given, faulty, meant) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        Self { context, given, faulty, meant, diagnostics: Vec::new(), path: String::new() }
    }

    /// The path of the value being read, such as `timeline[2].at`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Notes a fault at the value being read.
    pub fn note(&mut self, diagnostic: Diagnostic) {
        if self.is_faulty(&self.path) {
            return;
        }
        let field = self.path.clone();
        self.diagnostics.push(Diagnostic { field, ..diagnostic });
    }

    /// Notes that something else was asked for than stands here.
    pub fn wrong_type(&mut self, node: &Node, wanted: &str) {
        let found = match &node.value {
            Value::Null => "nothing",
            Value::Scalar(_) => "text",
            Value::List(_) => "a list",
            Value::Map(_) => "a map",
        };
        let what = if self.path.is_empty() { "the file".to_owned() } else { format!("`{}`", self.path) };
        let message = format!("{what} must be {wanted}, not {found}");
        let help = if wanted.starts_with("a map") {
            "write `key: value` on lines of their own below it, indented"
        } else {
            "write it behind the key, in quotes if it begins with a bracket"
        };
        let fault = Diagnostic::error("wrong-type", node.span.clone(), message).with_label(format!("this is {found}"));
        self.note(fault.with_help(help));
    }

    /// Ends the reading.
    pub fn finish(self) -> Done<C> {
        let Self { context, given, meant, diagnostics, .. } = self;
        Done { context, given, meant, diagnostics }
    }

    /// Takes note that the file gives what stands at the current path.
    fn note_given(&mut self) {
        // Nobody asks what the items of lists give, and there are many.
        if !self.path.contains('[') {
            self.given.insert(self.path.clone());
        }
    }

    /// Reads below the current path: `.name` or `[index]`.
    pub fn below<T>(&mut self, step: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        if length > 0 && !step.starts_with('[') {
            self.path.push('.');
        }
        self.path.push_str(step);
        let value = read(self);
        self.path.truncate(length);
        value
    }

    /// Reads a map with declared keys; unknown keys are noted with the nearest known one.
    pub fn map<T>(
        &mut self,
        node: &Node,
        keys: &'static [Key],
        read: impl FnOnce(&mut Fields<'_, '_, C>) -> T,
    ) -> Option<T> {
        let Value::Map(map) = &node.value else {
            self.wrong_type(node, "a map");
            return None;
        };
        self.unknown_keys(map, keys);
        let mut fields = Fields { map, span: node.span.clone(), keys, asked: 0, reader: self };
        let value = read(&mut fields);
        let asked = fields.asked;
        let all = (1_u128 << keys.len()) - 1;
        debug_assert_eq!(asked, all, "every declared key is asked for exactly once, below `{}`", self.path);
        Some(value)
    }

    /// Reads a map from names of the writer's choice, in order.
    pub fn keyed<T>(&mut self, node: &Node, mut read: impl FnMut(&str, &Node, &mut Self) -> Option<T>) -> Vec<T> {
        let Value::Map(map) = &node.value else {
            self.wrong_type(node, "a map from names");
            return Vec::new();
        };
        let pairs = map.pairs.iter();
        pairs
            .filter_map(|pair| {
                let name = pair.key.text.as_str();
                self.below(name, |reader| {
                    reader.note_given();
                    read(name, &pair.value, reader)
                })
            })
            .collect()
    }

    /// Reads a list; a value that is none counts as a list of one, if `single` says so.
    pub fn list<T>(&mut self, node: &Node, mut read: impl FnMut(&Node, &mut Self) -> Option<T>) -> Vec<T> {
        let Value::List(items) = &node.value else {
            return read(node, self).into_iter().collect();
        };
        let items = items.iter().enumerate();
        items.filter_map(|(i, item)| self.below(&format!("[{i}]"), |reader| read(item, reader))).collect()
    }

    fn unknown_keys(&mut self, map: &Map, keys: &'static [Key]) {
        for pair in &map.pairs {
            let name = pair.key.text.as_str();
            if keys.iter().any(|key| key.name == name) {
                continue;
            }
            let span = pair.key.text.span();
            let near = nearest(name, keys.iter().map(|key| key.name));
            let given = near.is_some_and(|near| map.find(near).is_some());
            let mut fault = Diagnostic::error("unknown-key", span, format!("unknown key `{name}`"));
            fault = match near {
                _ if name.contains('\u{a0}') => fault.with_help("a no-break space stands here; write a plain one"),
                None if map.flow && pair.value.value == Value::Null => {
                    fault.with_help("a comma ends a value within braces; quote the text that holds it")
                }
                Some(near) if !given => fault.with_help(format!("did you mean `{near}`?")),
                _ => fault.with_help(format!("known here: {}", names(keys))),
            };
            self.note(fault);
            // A misspelt key is one cause: that the right one is missing is not told as well.
            if let Some(near) = near {
                let meant = self.path_of(near);
                self.given.insert(meant.clone());
                self.meant.insert(meant);
            }
        }
    }
}

/// The keys of one map, asked for one by one.
pub struct Fields<'n, 'r, C> {
    map: &'n Map,
    span: Span,
    keys: &'static [Key],
    asked: u128,
    /// The reading that this is part of.
    pub reader: &'r mut Reader<C>,
}

impl<'n, C> Fields<'n, '_, C> {
    /// The value of a key; `None` where it is left out, empty or faulty.
    pub fn optional<T: Read<C>>(&mut self, field: &Field<T>) -> Option<T> {
        let node = self.node(field.key.name)?;
        self.reader.below(field.key.name, |reader| {
            reader.note_given();
            T::read(node, reader)
        })
    }

    /// The value of a key that the map makes no sense without; noted as `rule` where it is left out.
    pub fn required<T: Read<C>>(&mut self, field: &Field<T>, rule: &'static str) -> Option<T> {
        let name = field.key.name;
        debug_assert!(field.key.needed, "`{name}` is declared as needed");
        let value = self.optional(field);
        let is_there = self.map.find(name).is_some_and(|node| node.value != Value::Null);
        if !is_there && !self.reader.is_faulty(&self.reader.path_of(name)) {
            let fault = Diagnostic::error(rule, self.start(), format!("`{name}` is missing"));
            let help = format!("add it, such as `{name}: {}`", field.key.example);
            self.reader.note(fault.with_help(help));
        }
        value
    }

    /// A list of a key's values; empty where it is left out.
    pub fn list<T: Read<C>>(&mut self, field: &Field<Vec<T>>) -> Vec<T>
    where
        Vec<T>: Read<C>,
    {
        self.optional(field).unwrap_or_default()
    }

    /// What stands behind a key, for a value whose type is known only to the caller.
    pub fn raw<T>(&mut self, field: &Field<T>) -> Option<&'n Node> {
        let node = self.node(field.key.name)?;
        self.reader.below(field.key.name, Reader::note_given);
        Some(node)
    }

    /// Whether a key is written here, with a value or without.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.map.find(name).is_some()
    }

    /// The bytes of the whole map.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span.clone()
    }

    /// The first key of the map: where to point when something is missing.
    fn start(&self) -> Span {
        self.map.pairs.first().map_or_else(|| self.span.clone(), |pair| pair.key.text.span())
    }

    fn node(&mut self, name: &str) -> Option<&'n Node> {
        if cfg!(debug_assertions) {
            let index = self.keys.iter().position(|key| key.name == name);
            let asked = 1 << index.expect("a field is asked of the map it is in");
            assert_eq!(self.asked & asked, 0, "`{name}` is asked for once");
            self.asked |= asked;
        }
        self.map.find(name).filter(|node| node.value != Value::Null)
    }
}

impl<C> Reader<C> {
    /// Whether a path, or what it is part of, was told to be faulty.
    fn is_faulty(&self, path: &str) -> bool {
        covers(&self.faulty, path)
    }

    fn path_of(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
}

fn names(keys: &[Key]) -> String {
    keys.iter().map(|key| format!("`{}`", key.name)).collect::<Vec<_>>().join(", ")
}

impl<T: Shape> Shape for Vec<T> {
    const KIND: Kind = Kind::List(&T::KIND);
}

impl<C, T: Read<C>> Read<C> for Vec<T> {
    fn read(node: &Node, reader: &mut Reader<C>) -> Option<Self> {
        Some(reader.list(node, T::read))
    }
}
