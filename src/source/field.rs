//! How the keys of a file are declared: once, with everything that reading, checking and documentation need to know.

use std::marker::PhantomData;

/// How far the thing described has got when a key is first asked for.
///
/// What each stage means is the matter of whoever declares the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// From the first line on.
    Active,
    /// Once the harm is stopped.
    Mitigated,
    /// Once it is over.
    Resolved,
    /// Once the document has been reviewed.
    Reviewed,
}

/// What may stand behind a key, for documentation and the JSON Schema.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// Text without a line break.
    Line,
    /// Markdown.
    Markdown,
    /// `true` or `false`.
    Flag,
    /// A whole number from a range.
    Whole(u32, u32),
    /// A time, in any of its written forms.
    Time,
    /// A number, in any of its written forms.
    Number,
    /// A number that counts things.
    Count,
    /// A length of time.
    Duration,
    /// An address, or a name where that is allowed.
    Address,
    /// A name that other keys use.
    Name,
    /// One of a closed list: each word with its meaning.
    Words(fn() -> Vec<(&'static str, &'static str)>),
    /// Anything at all.
    Any,
    /// A list, or one of them alone.
    List(&'static Kind),
    /// A map with declared keys.
    Map(&'static [Key]),
    /// A map from names of the writer's choice.
    Keyed(&'static Kind),
    /// A value, or `{value, reports, sources}` where sources differ.
    Claim(&'static Kind),
    /// Any of several.
    Either(&'static [Kind]),
}

/// A declared key, whatever its type.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// From when on it is demanded; never, if `None`.
    pub from: Option<Stage>,
    /// Demanded only of those who write about themselves.
    pub own: bool,
    /// The map makes no sense without it.
    pub needed: bool,
    /// What it holds, in a sentence or two.
    pub doc: &'static str,
    /// A value as somebody would write it.
    pub example: &'static str,
    /// What may stand there.
    pub kind: Kind,
}

/// A declared key whose value is read as a `T`.
pub struct Field<T> {
    /// The declaration without its type.
    pub key: Key,
    shape: PhantomData<fn() -> T>,
}

/// Something that can stand behind a key.
pub trait Shape {
    /// What may be written.
    const KIND: Kind;
}

impl<T: Shape> Field<T> {
    /// A key that nothing demands.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        let key = Key { name, from: None, own: false, needed: false, doc: "", example: "", kind: T::KIND };
        Self { key, shape: PhantomData }
    }

    /// Demanded from a stage on.
    #[must_use]
    pub const fn from(mut self, stage: Stage) -> Self {
        self.key.from = Some(stage);
        self
    }

    /// Demanded only of those who write about themselves.
    #[must_use]
    pub const fn own(mut self) -> Self {
        self.key.own = true;
        self
    }

    /// Needed wherever its map is written.
    #[must_use]
    pub const fn needed(mut self) -> Self {
        self.key.needed = true;
        self
    }

    /// What it holds.
    #[must_use]
    pub const fn doc(mut self, doc: &'static str) -> Self {
        self.key.doc = doc;
        self
    }

    /// How it looks.
    #[must_use]
    pub const fn example(mut self, example: &'static str) -> Self {
        self.key.example = example;
        self
    }
}
