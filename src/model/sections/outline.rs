//! Where the entries of a body stand and what they are written in, for those who add one. What the entries say is left
//! to the reader.

use super::blocks::{Block, Kind, blocks};
use super::columns::{TIMELINE_COLUMNS, known};
use super::comments;
use super::headings::{SECTION_KEYS, Shape, plain, section_key};
use super::table::Row;
use super::zone::heading_zone;
use crate::diag::Span;
use crate::model::faults::Faults;
use crate::model::time::{parse_zone, written::Zone};
use crate::source::Text;

/// What a writer needs to know of a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Whether any section of it is a key.
    pub has_keys: bool,
    /// The section of the timeline.
    pub timeline: Option<Entries>,
    /// The heading of the first section that comes after a timeline in the usual order.
    pub after_timeline: Option<Span>,
}

/// The entries under the heading of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entries {
    /// The byte of the file where the last of them ends, or what stands there instead.
    pub end: usize,
    /// What the last of them is written in.
    pub form: EntryForm,
}

/// What entries are written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryForm {
    /// There are none yet.
    Nothing,
    /// The items of a list.
    List,
    /// The rows of a table.
    Table {
        /// The key that each column gives; `None` for a column that gives none.
        columns: Vec<Option<&'static str>>,
        /// The zone that the heading of the times names.
        zone: Option<Zone>,
    },
}

/// Looks at the sections of a body.
#[must_use]
pub fn outline(body: &Text) -> Outline {
    let text = comments::removed(body);
    let blocks = blocks(text.as_str());
    let headings: Vec<(usize, usize)> =
        blocks.iter().enumerate().filter_map(|(at, block)| Some((at, rank(block)?))).collect();
    let timeline = SECTION_KEYS.iter().position(|key| key.shape == Shape::Timeline);
    let place = |is_meant: &dyn Fn(usize) -> bool| headings.iter().find(|(_, rank)| is_meant(*rank)).map(|(at, _)| *at);
    Outline {
        has_keys: !headings.is_empty(),
        timeline: place(&|rank| Some(rank) == timeline).map(|at| entries(&text, &blocks[at..])),
        after_timeline: place(&|rank| Some(rank) > timeline).map(|at| text.span_of(blocks[at].range.clone())),
    }
}

/// The place of a heading's key in the usual order.
fn rank(block: &Block) -> Option<usize> {
    let Kind::Heading { level: 2, text } = &block.kind else { return None };
    let key = section_key(&plain(text))?;
    SECTION_KEYS.iter().position(|known| known.path == key.path)
}

/// What stands under the heading that the blocks begin with.
fn entries(text: &Text, blocks: &[Block]) -> Entries {
    let is_end = |block: &Block| matches!(block.kind, Kind::Heading { level: 1 | 2, .. });
    let count = blocks.iter().skip(1).position(is_end).map_or(blocks.len(), |count| count + 1);
    let section = &blocks[..count];
    let last = section.iter().rfind(|block| matches!(block.kind, Kind::List(_) | Kind::Table(_)));
    let form = match last.map(|block| &block.kind) {
        Some(Kind::List(_)) => EntryForm::List,
        Some(Kind::Table(rows)) => rows.first().map_or(EntryForm::Nothing, |head| {
            let mut untold = Faults::default();
            let head = Row::new(text, head.clone());
            let known = known(&head, &TIMELINE_COLUMNS, &mut untold).unwrap_or_default();
            let key = |index| known.iter().find(|(_, place)| *place == index).map(|(key, _)| *key);
            let zone = head.cells.first().and_then(|cell| heading_zone(cell, &mut untold));
            let zone = zone.and_then(|zone| parse_zone(&zone).ok());
            EntryForm::Table { columns: (0..head.cells.len()).map(key).collect(), zone }
        }),
        _ => EntryForm::Nothing,
    };
    let end = last.or(section.last()).map_or(0, |block| text.span_of(block.range.clone()).end);
    Entries { end, form }
}

#[cfg(test)]
mod tests {
    use super::{EntryForm, outline};
    use crate::model::time::written::Zone;
    use crate::source::Text;

    #[track_caller]
    fn check(body: &str, before: &str, form: &EntryForm) {
        let found = outline(&Text::verbatim(body, 0)).timeline.unwrap();
        assert_eq!((&body[..found.end], &found.form), (before, form), "{body}");
    }

    #[test]
    fn the_end_of_the_entries_is_found() {
        check(
            "## Timeline\n- 14:02 A\n- 14:03 B\n\n## Trigger\nC\n",
            "## Timeline\n- 14:02 A\n- 14:03 B",
            &EntryForm::List,
        );
        check(
            "a\n## Chronology\n<!-- b -->\n- A\n\n  more\n<!-- c -->\n",
            "a\n## Chronology\n<!-- b -->\n- A\n\n  more",
            &EntryForm::List,
        );
        check("## Timeline\n- A\n\nWords.\n", "## Timeline\n- A", &EntryForm::List);
        check("## Timeline\n<!-- none -->\n", "## Timeline", &EntryForm::Nothing);
        check("## Timeline\nWords.\n\n# B\n- C", "## Timeline\nWords.", &EntryForm::Nothing);
    }

    #[test]
    fn a_table_knows_its_columns_and_their_zone() {
        let table = |columns: &[Option<&'static str>], zone| EntryForm::Table { columns: columns.to_vec(), zone };
        let head = "## Timeline\n\n| Time (UTC) | Event | Who | Mood |\n|--|--|--|--|";
        let columns = [Some("at"), Some("text"), Some("actor"), None];
        check(&format!("{head}\n"), head, &table(&columns, Some(Zone::Utc)));
        check(
            "## Timeline\nWhen|Then\n-|-\n14:02|A\n",
            "## Timeline\nWhen|Then\n-|-\n14:02|A",
            &table(&[Some("at"), Some("text")], None),
        );
    }

    #[test]
    fn a_missing_timeline_goes_before_what_comes_after_it() {
        let body = "## Summary\nA\n\n## Notes\nB\n\n## Next steps\nC\n";
        let found = outline(&Text::verbatim(body, 0));
        assert_eq!((found.has_keys, found.timeline), (true, None));
        assert_eq!(&body[found.after_timeline.unwrap()], "## Next steps");
        assert_eq!(outline(&Text::verbatim("## Notes\nB\n", 0)), super::Outline::default());
    }
}
