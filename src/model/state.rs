//! What a record may be called: a status or a review, by its word alone.

use super::words::{Review, Status, Word};
use crate::diag::Span;
use crate::source::{Document, Map, Node, Pair, Scalar, Style, Text, Value};

/// How far the incident, or its document, has got. No word is both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// That of the incident.
    Status(Status),
    /// That of the document.
    Review(Review),
}

impl State {
    /// Every state with its word and its meaning, statuses first.
    pub fn all() -> impl Iterator<Item = (Self, &'static str, &'static str)> {
        let statuses = Status::WORDS.iter().map(|(status, word, doc)| (Self::Status(*status), *word, *doc));
        statuses.chain(Review::WORDS.iter().map(|(review, word, doc)| (Self::Review(*review), *word, *doc)))
    }

    /// The state of a word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::all().find(|(_, known, _)| *known == word).map(|(state, ..)| state)
    }

    /// The key that holds it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Status(_) => "status",
            Self::Review(_) => "review",
        }
    }

    /// The word as it is written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Status(status) => status.as_str(),
            Self::Review(review) => review.as_str(),
        }
    }

    /// Writes the state into a document, over what its key holds or as a new key at the end; the bytes it was written
    /// over come back.
    pub(super) fn write(self, document: &mut Document) -> Option<Span> {
        let made = |at: usize, word: &str| {
            let mut text = Text::empty(at);
            text.push_made(word);
            text
        };
        let root = &mut document.root;
        let at = root.span.start;
        if !matches!(root.value, Value::Map(_)) {
            root.value = Value::Map(Map::default());
        }
        let Value::Map(map) = &mut root.value else { return None };
        if let Some(pair) = map.pairs.iter_mut().find(|pair| pair.key.text.as_str() == self.key()) {
            let span = pair.value.span.clone();
            let text = made(span.start, self.as_str());
            pair.value.value = Value::Scalar(Scalar { text, style: Style::Plain });
            // What may stand between a key and its value, such as a tag, is replaced with it.
            return Some(pair.key.text.span().end..span.end);
        }
        let key = Scalar { text: made(at, self.key()), style: Style::Plain };
        map.pairs.push(Pair { key, value: Node::scalar(made(at, self.as_str())) });
        None
    }
}

#[cfg(test)]
mod tests {
    use super::State;

    #[test]
    fn a_word_means_one_state() {
        for (state, word, _) in State::all() {
            assert_eq!((State::of(word), state.as_str()), (Some(state), word));
        }
        assert_eq!(State::of("closed"), None);
    }
}
